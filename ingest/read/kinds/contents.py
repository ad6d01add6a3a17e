"""What a page is by what stands on it: offices, files, numbered decisions, commitments, a budget's heads, minutes.

A title may say nothing, or the same of a report and of a list. What the lines of a page are made of says more: a name
beside an office, a mark of a file, a number of a decision, a head of a budget with its sum. One such line is not
enough: most of the lines of a page have to be of one make.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.read.context import DocumentContext
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

_PARTS = re.compile(r" *(?:\||:|;|,| [-–—] ) *")
_OFFICE = Rule(
    "kind.office",
    r"^ [\W]* (?:\d{1,2} [ ]* [-.)] [ ]*)? {office} [\W]*"
    r"(?: [ ] (?!{no_office_of}) [^\W\d]+ (?:[ .]+[^\W\d]+){1,3} )? $",
    (
        "الرئيس",
        "الرئيسة هدى المزياني",
        "النائب الأول",
        "نائبة كاتب المجلس",
        "Président",
        "1er vice-président",
        "Second vice-president",
    ),
    ("رئيس قسم التعمير", "Président de l'association"),
)
_HEAD = Rule(
    "kind.office_head",
    r"^ [\W]* {office_head} (?: [\W]* $ | [ ] (?!{no_office_of}) )",
    ("رئيسة المجلس", "الرئيس", "Président du conseil", "Mayor"),
    ("النائب الأول", "Vice-président"),
)
_ATTENDANCE = Rule(
    "kind.attendance",
    "{attendance}",
    ("عدد الأعضاء الحاضرين: 22", "Étaient présents : 19 conseillers", "Present: 20 members"),
    ("بحضور أعضاء المكتب", "تداول فيها الحاضرون", "en présence du gouverneur"),
)
#: What minutes tell and reports seldom do, each once.
_OF_MINUTES = (
    Rule("kind.quorum", "{quorum_met}", ("توفر النصاب القانوني", "Le quorum étant atteint", "a quorum was present")),
    Rule(
        "kind.opened",
        "{sitting_opened}",
        ("افتتح السيد الرئيس الجلسة", "le président ouvre la séance", "opened the sitting"),
        ("افتتح الرئيس المعرض",),
    ),
    Rule("kind.rose", "{sitting_rose}", ("ورفعت الجلسة", "la séance est levée", "The sitting rose at 12")),
    Rule("kind.floor", "{took_the_floor}", ("تدخل السيد العضو", "Mme Alami prend la parole", "A member asked about")),
    Rule("kind.to_vote", "{put_to_vote}", ("عرضت النقطة على التصويت", "Mis aux voix", "Put to the vote")),
    Rule("kind.signs_off", "{signs_off}", ("كاتب المجلس", "Le secrétaire du conseil", "The secretary of the council")),
)
_TAKES_DECISIONS = Rule(
    "kind.takes_decisions",
    "{takes_decisions}",
    (
        "اتخذ المجلس خلال دورته العادية المقررات التالية:",
        "Décisions prises par le conseil",
        "the council took these decisions",
    ),
    ("المجلس يتدارس مقررات",),
)
_SESSION = Rule(
    "kind.of_session", "{session_noun}", ("دورة ماي", "Session de mai : décisions", "the May session"), ("المجلس",)
)
_DECISION = Rule(
    "kind.decision_line",
    r"^ [\W]* {decision_number!} [ ]* \d",
    ("• المقرر رقم 12: تحويل الاعتمادات", "Délib. n° 18 : arrêté", "Decision 2025/17. Rules"),
    ("صادق المجلس على المقرر رقم 12", "Décision finale"),
)
_COLUMNS = (
    Rule(
        "kind.decision_column",
        "^ {decision_column} $",
        ("رقم المقرر", "N° de délibération", "Resolution"),
        ("النتيجة",),
    ),
    Rule("kind.outcome_column", "^ {outcome_column} $", ("نتيجة التصويت", "Vote", "Outcome"), ("الموضوع",)),
)
_DOCUMENT = Rule(
    "kind.document_line",
    r"^ [\W\d]* {document_named}",
    ("• محضر الدورة العادية لشهر ماي 2025", "PV de la session de mai", "Minutes of the May session"),
    ("صادق المجلس", "Le président"),
)
_FILE = Rule(
    "kind.file_mark",
    r"(?: {file_mark} | \( [^()]{0,20} (?:pdf|docx?|xlsx?|jpe?g|zip) [^()]{0,20} \) ) [\W]* $",
    ("دليل المستثمر – تحميل", "Charte de l'accueil (PDF, 120 Ko)", "Annual report (PDF)"),
    ("التحميل مجاني لجميع المواطنين",),
)
_COMMITMENT = Rule(
    "kind.commitment_line",
    r"^ [\W]* {commitment_number}",
    ("• الالتزام 1: نشر المحاضر", "الالتزام الثاني: ميزانية", "Engagement n° 2 – publier", "Commitment 3: open data"),
    ("التزامات الأطراف", "Les engagements"),
)
_BUDGET = Rule(
    "kind.title_budget",
    r"^ [\W\d_]* {budget_title}",
    ("ميزانية المواطن 2026", "Exécution budgétaire au 31 mars", "Citizen's budget 2025", "إيداع ميزانية الإقليم"),
    ("الميزانية التشاركية بحينا", "Budget participatif", "المجلس يناقش الميزانية"),
)
_BUDGET_LINE = Rule(
    "kind.budget_line",
    r"{budget_line}",
    ("مداخيل التسيير", "Recettes de fonctionnement", "Total revenue"),
    ("سوق الجملة",),
)
_ACTED_ON = Rule(
    "kind.budget_acted_on",
    "{budget_acted_on}",
    ("المصادقة على الميزانية", "Le budget adopté à l'unanimité", "Budget approved"),
    ("ميزانية المواطن", "Budget citoyen"),
)
_FIELD = Rule(
    "kind.tender_field",
    r"^ [\W]* (?: {tender_field} | {tender_field_own} ) (?= [ ]* (?: [|:(] | $ | [ ]de[ ]|[ ]en[ ] ) )",
    ("موضوع الصفقة | أشغال", "Caution : 10.000 DH", "Estimate: MAD 20,000"),
    ("تدارس الموضوع",),
)
_FIELD_OWN = Rule(
    "kind.tender_field_own",
    "{tender_field_own}",
    ("الضمان المؤقت", "Ouverture des plis", "Provisional guarantee"),
    ("الموضوع", "Objet"),
)
#: So many letters has a line of a list; so many lines of one make are a list.
_LINE_CHARS, _FEW, _MANY = 220, 2, 3
#: A name and an office are no longer.
_NAME_CHARS = 130
#: So many lines at the beginning and at the end of a page say what it is: minutes open and close a sitting there.
_BEGIN, _END = 60, 10


def contents_kind(context: DocumentContext) -> str | None:
    """The kind that the lines of a page say; None where they say none."""
    title = fold(context.title or "")
    texts = _lines(context)
    body = texts[1:] if texts and texts[0] == title else texts
    for kind, holds in _CONTENTS:
        if holds(context, title, body):
            return kind
    return None


def _lines(context: DocumentContext) -> list[str]:
    """The first and last lines of a page, folded: a line may hold several sentences, as 'Delib. no. 18' does."""
    lines: list[list[str]] = []
    end = 0
    for s in context.sentences:
        if not lines or "\n" in context.text[end : s.start]:
            lines.append([])
        lines[-1].append(s.text)
        end = s.start + len(s.folded.original)
    kept = lines if len(lines) <= _BEGIN + _END else [*lines[:_BEGIN], *lines[-_END:]]
    return [" ".join(line) for line in kept]


def _is_minutes(context: DocumentContext, _title: str, body: Sequence[str]) -> bool:
    """Who was there, and two more things that minutes tell: how a sitting was opened, debated, closed."""
    if not context.may_speak(_ATTENDANCE):
        return False
    present = next((m for text in body if (m := _ATTENDANCE.search(text))), None)
    told = [rule.id for rule in _OF_MINUTES if any(rule.search(text) for text in body)] if present else []
    if present is None or len(told) < _FEW:
        return False
    tell(_ATTENDANCE.id, present.group(), ", ".join(told))
    return True


def _is_decision_list(_context: DocumentContext, title: str, body: Sequence[str]) -> bool:
    """Lines that begin with a decision's number, rows of decisions with their outcome, a list of those just taken."""
    numbered = [text for text in body if _DECISION.search(text)]
    if len(numbered) >= _FEW and all(len(text) <= _LINE_CHARS for text in numbered):
        tell(_DECISION.id, numbered[0][:40], f"{len(numbered)} lines")
        return True
    for text in (title, *body[:4]):
        cells = [c.strip() for c in text.split("|")]
        if len(cells) > 1 and all(any(rule.search(c) for c in cells) for rule in _COLUMNS):
            tell(_COLUMNS[0].id, text[:60], "row")
            return True
    said = next((m for text in (title, *body[:2]) if (m := _TAKES_DECISIONS.search(text))), None)
    # A page that calls itself by its session reports it, in whatever words.
    if said is None or _SESSION.search(title) or sum(_is_item(text) for text in body) < _FEW:
        return False
    tell(_TAKES_DECISIONS.id, said.group(), "opening")
    return True


def _is_members_list(_context: DocumentContext, _title: str, body: Sequence[str]) -> bool:
    """Names beside offices, most lines of the page, the first office among them; or names in columns of offices."""
    for i, text in enumerate(body):
        cells = text.split("|")
        if sum(_OFFICE.search(c) is not None for c in cells) >= _FEW:
            rows = [x for x in body[i + 1 :] if x.count("|") + 1 == len(cells)]
            if len(rows) >= _FEW:
                tell(_OFFICE.id, text[:40], f"{len(rows)} rows")
                return True
    found = [text for text in body if len(text) <= _NAME_CHARS and not text.endswith(".") and _names_office(text)]
    if len(found) < _FEW or 2 * len(found) < len(body) or not any(_names_office(text, _HEAD) for text in found):
        return False
    tell(_OFFICE.id, found[0].split("|")[-1][:30], f"{len(found)} lines")
    return True


def _names_office(text: str, rule: Rule = _OFFICE) -> bool:
    parts = [p for p in _PARTS.split(text) if p]
    return len(parts) > 1 and any(rule.search(p) for p in parts)


def _is_publication_list(_context: DocumentContext, _title: str, body: Sequence[str]) -> bool:
    """Lines that end with the mark of a file, most of the page; or nothing but items that name a document each."""
    short = [text for text in body if len(text) <= _LINE_CHARS]
    found = [text for text in short if _FILE.search(text)]
    items = [text for text in short if _is_item(text) and _DOCUMENT.search(text)]
    if len(found) >= _FEW and 2 * len(found) >= len(body):
        tell(_FILE.id, found[0][-40:], f"{len(found)} lines")
        return True
    if len(items) >= _MANY and len(items) == len(body):
        tell(_DOCUMENT.id, items[0][:40], f"{len(items)} lines")
        return True
    return False


def _is_plan(_context: DocumentContext, _title: str, body: Sequence[str]) -> bool:
    """Lines that begin with a commitment's number."""
    found = [text for text in body if _COMMITMENT.search(text)]
    if len(found) < _FEW:
        return False
    tell(_COMMITMENT.id, found[0][:40], f"{len(found)} lines")
    return True


def _is_budget(_context: DocumentContext, title: str, body: Sequence[str]) -> bool:
    """A title or first line that names a budget and nothing that was done with it, above heads of a budget."""
    said = next((t for t in (title, *body[:1]) if _BUDGET.search(t)), None)
    if said is None or any(_ACTED_ON.search(t) for t in (title, said)):
        return False
    heads = [m.group() for text in body for m in _BUDGET_LINE.finditer(text)]
    if len(heads) < _FEW or not any(c.isdigit() for text in body for c in text):
        return False
    tell(_BUDGET.id, said[:40], f"{len(heads)} heads")
    return True


def _is_tender(_context: DocumentContext, _title: str, body: Sequence[str]) -> bool:
    """The fields of a notice of a tender, a line or a column each."""
    fields = [text for text in body if _FIELD.search(text)]
    cells = [c for text in body[:2] for c in text.split("|")]
    columns = [c for c in cells if _FIELD.search(c)] if len(cells) > _FEW else []
    found = max(fields, columns, key=len)
    own = next((text for text in found if _FIELD_OWN.search(text)), None)
    if own is None or len(found) < _FEW:
        return False
    tell(_FIELD.id, own[:40], f"{len(found)} fields")
    return True


def _is_item(text: str) -> bool:
    """Whether a line is one of a list."""
    return len(text) <= _LINE_CHARS and not text[:1].isalpha()


_Holds = Callable[[DocumentContext, str, Sequence[str]], bool]
#: What a page may hold, in the order in which it counts: minutes hold decisions, too.
_CONTENTS: tuple[tuple[str, _Holds], ...] = (
    ("minutes", _is_minutes),
    ("decision_list", _is_decision_list),
    ("members_list", _is_members_list),
    ("publication_list", _is_publication_list),
    ("plan", _is_plan),
    ("budget", _is_budget),
    ("tender", _is_tender),
)
