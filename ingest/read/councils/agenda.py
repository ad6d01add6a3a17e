"""Points of an agenda in order, what became of each, and the decisions that follow: the vote at its point, never at the page.

An agenda is an enumeration below words that open one (agenda, points, what follows) or below the sentence that names the session. Later lines that name a point
again ('the third point: postponed', 'all points except the second') speak of it; they are no further points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ingest.read.context import DocumentContext
from ingest.read.councils.outcomes import (
    Outcome,
    find_outcome,
    heading_outcome,
    leading_outcome,
    outcome_of_counts,
    read_clause,
    results_in,
)
from ingest.read.emit import Emitter
from ingest.read.lines import Columns, Entry, Line, columns_of, entry_of, lines_of, rows_below
from ingest.records import UNSTATED, AgendaItem, Decision, Vote
from ingest.text.amounts import stated_amount
from ingest.text.fold import Folded, fold, fold_pattern
from ingest.text.fold import compile_folded as _p
from ingest.text.numbers import ORDINAL, ORDINALS, number_pattern, parse_number

OPENER = _p(
    r"جدول (?:ال)?أعمال|(?:ال)?قرارات (?:التالية|الآتية|المتخذة)|أسفرت|خلصت|decisions suivantes|points? (?:inscrits?|adoptes?|examines?)|(?:ال)?نق(?:ط|اط) (?:التالية|المدرجة|الآتية|المعروضة)|لائحة النقط|قائمة النقط|ما يلي|ما يأتي|كالآتي|كالتالي|التالي:|الآتي:|للتداول|للبت|يضم:|نقط(?:ة|تين|تان)?(?: [^:]{0,60})? ?:$|points?(?: [^:]{0,60})? ?:$|المقررات|ordre du jour|points? suivants?|a delibere sur|a examine les|deliberations suivantes"
)
_SESSION_WORD = _p(r"(?<!\w)[وبلف]?(?:ال)?دور(?:ة|ته|تها)(?!\w)|\bsession\b")
_COLUMNS = {
    "outcome": re.compile(fold_pattern(r"(?:ال)?(?:قرار|مقرر) المتخذ|نتيجة(?: [ء-ي]+)?|(?:نتائج )?(?:ال)?تصويت|مآل النقطة|decision(?: prise)?|vote|resultat(?: du vote)?|suite reservee")),
    "for": re.compile(fold_pattern(r"(?:عدد )?(?:(?:ال)?(?:مصوتين|مصوتون|أصوات) )?(?:ب?نعم|(?:ال)?موافق(?:ة|ون|ين)|لصالح)|(?:nombre de |voix )?(?:pour|oui)")),
    "against": re.compile(fold_pattern(r"(?:عدد )?(?:(?:ال)?(?:مصوتين|مصوتون|أصوات) )?(?:ب?لا|(?:ال)?(?:معارض|رافض)(?:ة|ون|ين)|ضد)|(?:nombre de |voix )?(?:contre|non)")),
    "abstained": re.compile(fold_pattern(r"(?:عدد )?(?:(?:ال)?(?:مصوتين|أصوات) )?(?:ال)?(?:ممتنع(?:ة|ون|ين)|امتناع)(?: عن التصويت)?|(?:nombre d')?abstentions?")),
    "number": re.compile(fold_pattern(r"(?:ال)?رقم(?: (?:ال)?(?:نقطة|مقرر|ترتيبي))?|ر\.? ?ت\.?|عدد|n°?|numero|ordre|n° d'ordre")),
    "title": re.compile(fold_pattern(r"(?:ال)?(?:نقطة|نقط|موضوع|مضمون|نص|عنوان)(?:ها)?(?: (?:ال)?(?:نقطة|نقط|مقرر|موضوع))?(?: المدرجة)?|موضوعها|objet|points?|intitule|point(?:s)? (?:inscrits?|a l'ordre du jour)|libelle")),
}  # fmt: skip
#: In the head of a table: its rows are decisions.
_DECISION_WORD = _p(
    r"(?:رقم|عدد|موضوع|مضمون|نص) (?:ال)?مقرر|n° (?:de )?(?:la )?(?:deliberation|decision)|deliberations?(?: n°)?"
)
_POINTS = r"(?:ال)?(?:نقط|نقاط)|points?"
_ALL = re.compile(
    fold_pattern(
        rf"(?:جميع|كافة|كل|سائر|مجموع|مجمل|باقي|بقية)(?: هذه)? (?:{_POINTS})|(?:كلتا )?(?:ال)?نقطتين|les deux points|tous les points|toutes les questions|l'ensemble des points"
    )
)
_EXCEPT = _p(r"باستثناء|ما عدا|عدا|سوى|a l'exception d|sauf|hormis")
_REFERENCE = re.compile(
    fold_pattern(
        rf"(?:ل|ب)?(?:ال|لل)?نقطة (?:رقم |عدد )?(?P<o>{ORDINAL}|\d{{1,2}})(?!\w)|point (?:n°? ?)?(?P<p>\d{{1,2}})(?!\w)|(?P<q>{ORDINAL}) point"
    )
)
#: Where a title ends before its outcome.
_JOINT = re.compile(r"[\s:؛;،,(\[←→—–\-|.…]+$")
_GLUE = re.compile(
    fold_pattern(
        r"(?:\s*(?:و?قد|حيث|والتي|التي|الذي|هذا و|بعد (?:ال)?(?:مناقشة|نقاش|التداول)(?: مستفيض(?:ة)?)?،?|(?<![^\W\d_])(?:(?:[Ll]e |[Cc]e )?[Pp]oint(?: a| est| a ete)?|[Ll]a question|[Aa]pr[eè]s d[eé]bats?,?|[Dd][eé]cision ?:)))+\s*$"
    )
)
#: 'تم اعتمادها بإجماع …': a verb that no list knows, after a mark, before the manner of a vote.
_UNKNOWN_VERB = re.compile(fold_pattern(r"\s*[:،,|(.\-]\s*(?:و?قد )?(?:تمت?|تقرر|جرى|قرر المجلس|وقع)(?: \S+){0,2}\s*$"))
_AFFECTED = re.compile(
    fold_pattern(
        r"(?P<how>إلغاء|إلغاؤه|الغاء|تعديل|تتميم|مراجعة|annulation|modification|annule|modifie) (?:ال|لل|du |de la |la |le )?(?:مقرر|deliberation|decision)[^.]{0,30}?(?:عدد|رقم|n°) ?(?P<n>\d{1,3})(?P<rest>[^.؛;]{0,120})"
    )
)
_ANNULS = _p(r"إلغاء|إلغاؤه|الغاء|annul")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAX_ITEMS = 120
#: A line that goes on with the item before it is shorter than this.
_CONTINUED_CHARS = 120


_NOTHING: Mapping[int, Folded] = {}
#: A line that speaks of points has one of these words.
_POINT_WORDS = (fold("نقط"), fold("نقاط"), "point", "question")


@dataclass
class Item:
    """A point as it is read: where its title stands, its number, its outcome."""

    number: int | None
    order: int
    start: int
    end: int
    outcome: Outcome | None = None
    outcome_line: Line | None = None
    decision_number: int | None = None
    lead: tuple[Outcome, Line, int] | None = None
    """Words at the title's head that may be its outcome, and the offset behind them: they are one where another point begins with one."""

    def title(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass
class _Agenda:
    items: list[Item] = field(default_factory=list)

    def by_number(self, number: int | None) -> Item | None:
        """The point of a stated number; the n-th where points have none."""
        if number is None:
            return None
        stated = next((i for i in self.items if i.number == number), None)
        if stated is not None or any(i.number is not None for i in self.items):
            return stated
        return self.items[number - 1] if 0 < number <= len(self.items) else None


def read_agenda(
    context: DocumentContext,
    out: Emitter,
    *,
    session_key: str,
    body_key: str,
    collectivity_id: str,
    year: int | None,
    is_announced: bool,
) -> int:
    """Points, votes and decisions of the session that a document is about; returns the number of points."""
    agenda = find_items(context.text, context.folded_at)
    status = "announced" if is_announced else "debated"
    numbers: set[int] = set()
    for item in agenda:
        number = item.number if item.number is not None and item.number not in numbers else item.order
        numbers.add(number)
        raw = item.title(context.text)
        title = out.public(raw)
        if not title:
            continue
        key = f"{session_key}|item|{status}|{number}"
        amount, amount_raw = stated_amount(raw)
        origin = out.origin(item.start, item.end)
        out.add(
            AgendaItem(
                natural_key=key, session_key=session_key, item_number=number, title=title[:_MAX_TITLE], status_code=status, amount_mad=amount,
                amount_raw=amount_raw, origin=origin,
            )
        )  # fmt: skip
        if not is_announced and (item.outcome is not None or item.decision_number is not None):
            _emit_decision(
                context, out, item, key, session_key, body_key, collectivity_id, year, title, amount, amount_raw
            )

    return len(agenda)


#: Longest text of a published column (`max_text_length` in dbt_project/macros/bronze.sql).
_MAX_TITLE = 600


def find_items(text: str, known: Mapping[int, Folded] = _NOTHING) -> list[Item]:
    """The points of a document's agenda, each with its outcome where one is stated."""
    lines = lines_of(text, known)
    agenda = _Agenda()
    opened = -1
    """Index of the line that opened the agenda, or that held its last point."""
    form: str | None = None
    current: Item | None = None
    is_spoken_of = False
    """The current point was named again: what follows is about it."""
    named_at = 0
    """Index of the line that named it."""
    rows: set[int] = set()
    whole: tuple[Outcome, Line, int] | None = None
    """'The council took up four points and adopted them unanimously', ahead of the points, and how many it speaks of."""
    group: tuple[Outcome, Line] | None = None
    """What a heading says of all points below it: 'adopted unanimously the following points:'."""
    groups: list[tuple[Outcome, Line] | None] = []
    """The heading that each point stands under."""
    is_fresh = False
    """A heading stands right above: points may begin anew, in another form."""
    for line in lines:
        if line.index in rows:
            continue
        if _ARTICLE.match(line.text):
            break  # Articles of an order or a by-law: what they number are no points.
        if (said := _said_of_group(line)) is not None:
            groups += [group] * (len(agenda.items) - len(groups))
            group, opened, current, is_fresh = (said, line), line.index, None, True
            continue
        if (columns := columns_of(line, _COLUMNS)) is not None and "title" in columns.places and not agenda.items:
            for row in rows_below(lines, line, columns):
                rows.add(row.index)
                _add_row(agenda, row, columns, are_decisions=_DECISION_WORD.search(line.text) is not None)
            form, current = "row", None
            continue
        entry = entry_of(line)
        if entry is not None and entry.form in ("bullet", "number") and _SITTING_LINE.match(fold(entry.words)):
            opened = line.index if opened >= 0 else opened
            continue
        if entry is not None and entry.form == "decision" and current is not None and form == "point":
            # The decision below the point that it was taken on.
            current.decision_number = current.decision_number or entry.number
            if current.outcome is None:
                _speak(current, line, entry.words_start)
            continue
        if entry is not None and entry.form == "decision" and len(entry.words) > 3:
            current, is_spoken_of = _add(agenda, entry, decision=True), False
            form = form or "decision"
            continue
        if entry is not None and entry.form == "point":
            named = agenda.by_number(entry.number)
            if named is not None and (
                form != "point" or named.outcome_line is not None or _is_about_known(agenda, named, entry, text)
            ):
                current, is_spoken_of, named_at = named, True, line.index
                _speak(current, line, entry.words_start)
                continue
            if len(entry.words.strip()) > 3 and (form in (None, "point")):
                current, is_spoken_of = _add(agenda, entry), False
                form = "point"
                continue
        if (
            entry is not None
            and entry.form in ("number", "bullet")
            and ((is_fresh and line.index == opened + 1) or _is_next(agenda, entry, form, opened, line))
        ):
            current, is_spoken_of, is_fresh = _add(agenda, entry), False, False
            form, opened = entry.form, line.index
            if len(agenda.items) >= _MAX_ITEMS:
                break
            continue
        if not agenda.items:
            whole = whole or _said_of_number(line)
            if OPENER.search(line.text) or (_SESSION_WORD.search(line.text) and opened < 0 and len(line.text) > 40):
                opened = line.index
            continue
        if any(w in line.text for w in _POINT_WORDS) and (_speak_of_all(agenda, line) or _speak_of_some(agenda, line)):
            continue
        if current is not None and current.outcome is None and (entry is None or entry.form == "bullet"):
            if (
                _OF_ANOTHER.search(line.text) is None
                and (outcome := _line_outcome(line.text)) is not None
                and line.index - (named_at if is_spoken_of else _line_of(lines, current)) <= 12
            ):
                # After several points of which none has an outcome of its own, a closing sentence does not say which it means.
                if (
                    is_spoken_of
                    or len(agenda.items) == 1
                    or entry is not None
                    or any(i.outcome is not None for i in agenda.items[:-1])
                    or form == "point"
                    or _ONE.search(line.text)
                    or _is_before_next(lines, line, current)
                ):
                    current.outcome, current.outcome_line = outcome, line
            elif _goes_on(lines, line, current, form, text):
                current.end = line.start + len(line.raw.rstrip())
                opened = line.index
    if any(
        i.outcome is not None
        and i.outcome_line is not None
        and i.outcome.end <= _folded_at(i.outcome_line, i.start - i.outcome_line.start)
        for i in agenda.items
    ):
        for item in agenda.items:
            if item.lead is not None and item.outcome is None:
                item.outcome, item.outcome_line, item.start = item.lead
    if whole is not None and whole[2] == len(agenda.items) and all(i.outcome is None for i in agenda.items):
        group = whole[0], whole[1]
        groups = []
    groups += [group] * (len(agenda.items) - len(groups))
    for item, heading in zip(agenda.items, groups, strict=True):
        if item.outcome is None and heading is not None:
            item.outcome, item.outcome_line = heading
    return agenda.items


_ARTICLE = re.compile(
    fold_pattern(
        rf"(?:ال)?(?:فصل|مادة|بند) (?:{ORDINAL}|\d{{1,3}}|فريد(?:ة)?)(?!\w)|article (?:{ORDINAL}|\d{{1,3}}|unique)(?!\w)"
    )
)
#: A sitting or another session in a list: no point.
_SITTING_LINE = re.compile(
    fold_pattern(
        rf"(?:ال)?جلسة (?:{ORDINAL}|\d)(?!\w)|(?:{ORDINAL}|\d+e?re?) seance(?!\w)|seance (?:n° ?)?\d|(?:ال)?دورة (?:ال)?(?:عادية|استثنائية)(?!\w)|session (?:extra)?ordinaire"
    )
)
#: What a heading over several points names.
_MANY = _p(
    r"(?:ال)?(?:نقط|نقاط|مقررات|قرارات|نقطتين|اتفاقيات|مشاريع)(?!\w)|\b(?:points|deliberations|decisions|questions|conventions|projets)\b"
)
#: How it ends.
_TAILS = (
    ":",
    *(fold(w) for w in ("التالية", "الآتية", "الموالية", "التاليتين", "التالي", "الآتي", "ما يلي")),
    "suivant",
    "suivants",
    "suivante",
    "suivantes",
    "ci-apres",
)


def _said_of_group(line: Line) -> Outcome | None:
    """'Adopted unanimously: the following points:' and 'points postponed:' say what became of all points below them."""
    text = line.text.rstrip(" .")
    if not text.endswith(_TAILS) or len(text) > 220 or (_MANY.search(text) is None and not text.endswith(_ON)):
        return None
    if _PARTLY.search(text):
        return None
    outcome = heading_outcome(text)
    others = {r for r in results_in(text) if outcome is not None and r != outcome.result}
    return None if others else outcome


#: Some of the points, not all that follow.
_PARTLY = _p(
    r"(?<!\w)(?:منها|باستثناء|ما عدا|أغلبها|معظمها|جلها|أغلب|معظم|جل)(?!\w)|\b(?:dont|sauf|a l'exception|la plupart)\b"
)


#: A number of points and, in the same sentence, what became of them.
_NUMBERED = number_pattern(
    r"(?:(?P<n>{N})(?: \((?P<d>\d{1,3})\))? (?:نقط|نقطة|نقاط|points?)|(?P<dual>نقطتين|نقطتان))(?P<rest>[^.]{0,80})"
)
_THEM = _p(r"(?<!\w)(?:عليها|عليهما|جميعها|كلها)(?!\w)|\b(?:les a|tous|toutes|ont ete)\b")


def _said_of_number(line: Line) -> tuple[Outcome, Line, int] | None:
    """'… four points and adopted them unanimously': an outcome of as many points as the sentence counts."""
    m = _NUMBERED.search(line.text) if any(w in line.text for w in _POINT_WORDS) else None
    if m is None or _THEM.search(m["rest"]) is None:
        return None
    outcome = find_outcome(m["rest"])
    count = 2 if m["dual"] else int(m["d"]) if m["d"] else parse_number(m["n"] or "")
    return None if outcome is None or not outcome.is_vote or count is None else (outcome, line, count)


#: 'adopted by a majority:' with nothing named.
_ON = (fold("على:"), fold("على :"), fold("على ما يلي:"))


#: A sentence about the point above it, not about all of them.
_ONE = _p(r"(?<!\w)(?:هذه )?النقطة(?!\w)|\b(?:ce|le) point\b")
#: 'The point about …' names the point that it means.
_OF_ANOTHER = _p(
    r"(?:ال)?نقطة (?:ال)?(?:متعلقة|خاصة|مرتبطة|المدرجة تحت|التي تهم)|\bpoint (?:relatif|concernant|portant|relative)"
)
_LEAD_WORDS = 7


def _line_outcome(text: str) -> Outcome | None:
    """The outcome that a line below a point states, a short label before it or not ('when it was put to the vote: adopted')."""
    if (outcome := read_clause(text)) is not None:
        return outcome
    head, colon, tail = text.partition(":")
    if colon and len(head.split()) <= _LEAD_WORDS and (outcome := read_clause(tail.strip(), is_cell=True)) is not None:
        return outcome
    return find_outcome(text)


def _is_about_known(agenda: _Agenda, known: Item, entry: Entry, text: str) -> bool:
    """Whether a line 'the n-th point: …' repeats the title of a point that stands already."""
    return fold(entry.words)[:40] == fold(known.title(text))[:40]


def _is_next(agenda: _Agenda, entry: Entry, form: str | None, opened: int, line: Line) -> bool:
    """Whether an enumerated line is the agenda's next point."""
    if not agenda.items:
        if opened < 0:
            return False
        near = 6 if entry.form == "number" else 2
        # Lists of approved points keep the numbers of the agenda that they were taken from.
        is_first = entry.form == "bullet" or (
            entry.number is not None and (entry.number <= 3 or line.index - opened == 1)
        )
        return is_first and line.index - opened <= near
    if form != entry.form:
        return False
    last = agenda.items[-1]
    if entry.form == "bullet":
        return line.index - opened <= 2
    reach = 12 if line.index - opened == 1 else 3
    return entry.number is not None and last.number is not None and last.number < entry.number <= last.number + reach


def _add(agenda: _Agenda, entry: Entry, *, decision: bool = False) -> Item:
    """A point of an enumerated line, its outcome taken off its title."""
    line = entry.line
    item = Item(
        None if decision else entry.number,
        len(agenda.items) + 1,
        0,
        0,
        decision_number=entry.number if decision else None,
    )
    end = _cell_end(line, entry.words_start)
    start, end, outcome = _title_and_outcome(line, entry.words_start, end, item)
    if outcome is None and end < len(line.raw.rstrip()) and len(line.cells) > 1:
        outcome = find_outcome(fold(" ".join(c for at, c in line.cells if at >= end)))
    item.start, item.end = line.start + start, line.start + end
    item.outcome, item.outcome_line = outcome, line if outcome else None
    agenda.items.append(item)
    return item


def _cell_end(line: Line, start: int) -> int:
    """Where the cell of a row ends in which a title begins; the line's end for running text."""
    return next((at + len(words) for at, words in line.cells if at <= start < at + len(words)), len(line.raw))


def _add_row(agenda: _Agenda, row: Line, table: Columns, *, are_decisions: bool) -> None:
    """A point of a table's row; the numbers of a table of decisions are those of the decisions."""
    at, title = row.cells[table.places["title"]]
    words = title.strip()
    if len(words) < 4 or not re.search(r"[^\W\d_]", words):
        return
    m = re.search(r"\d{1,3}", fold(row.cells[table.places["number"]][1])) if "number" in table.places else None
    number = int(m.group()) if m else None
    item = Item(
        None if are_decisions else number,
        len(agenda.items) + 1,
        0,
        0,
        decision_number=number if are_decisions else None,
    )
    lead = len(title) - len(title.lstrip())
    start, end, outcome = _title_and_outcome(row, at + lead, at + lead + len(words), item)
    item.start, item.end = row.start + start, row.start + end
    if "outcome" in table.places:
        cell = fold(row.cells[table.places["outcome"]][1])
        outcome = read_clause(cell, is_cell=True) or find_outcome(cell) or outcome
    if {"for", "against"} <= table.places.keys():
        counts = [
            _count_in(row.cells[table.places[n]][1]) if n in table.places else None
            for n in ("for", "against", "abstained")
        ]
        outcome = outcome_of_counts(outcome, *counts)
    item.outcome, item.outcome_line = outcome, row if outcome else None
    agenda.items.append(item)


def _count_in(cell: str) -> int | None:
    """The number that fills a cell of counts."""
    words = fold(cell).strip()
    return int(words) if words.isdigit() and len(words) <= 3 else None


#: Marks behind which an outcome may stand apart from the title before it; none inside a number.
_APART = re.compile(r"\s*(?:[:;(\[|←→]|[.,](?!\d)|(?<=\s)-(?=\s))\s*")


def _title_and_outcome(line: Line, start: int, end: int, item: Item) -> tuple[int, int, Outcome | None]:
    """(start, end, outcome) of a title inside a line: what stands before it or after it in the same line may say what became of it."""
    folded = line.folded
    first = _folded_at(line, start)
    last = _folded_at(line, end) if end < len(line.raw) else len(folded.text)
    if (lead := leading_outcome(folded.text, first)) is not None and last - lead[1] > 3:
        begin = folded.span(lead[1], lead[1])[0] - line.start
        if lead[2]:
            return begin, _trim(line.raw, begin, end), lead[0]
        item.lead = lead[0], line, line.start + begin
    for mark in _APART.finditer(folded.text, first + 8, last):
        if (outcome := read_clause(folded.text[mark.end() : last])) is not None:
            cut = folded.span(mark.start(), mark.start())[0] - line.start
            return start, _trim(line.raw, start, cut), replace(outcome, start=mark.end(), end=last)
    if find_outcome(folded.text) is None:
        return start, _trim(line.raw, start, end), None
    outcome = find_outcome(folded.text, first)
    if outcome is None or outcome.start - first < 8:
        return start, _trim(line.raw, start, end), outcome
    cut = min(folded.span(outcome.start, outcome.start)[0] - line.start, end)
    before = line.raw[start:cut]
    if (glue := _GLUE.search(_fold_keep(before))) is not None:
        before = before[: glue.start()]
    if (verb := _UNKNOWN_VERB.search(_fold_keep(before))) is not None:
        before = before[: verb.start()]
    return start, _trim(line.raw, start, start + len(before)), outcome


def _folded_at(line: Line, start: int) -> int:
    """The folded offset of the first character at or after an offset of a line."""
    return 0 if start == 0 else bisect_left(line.folded.offsets, start)


def _fold_keep(text: str) -> str:
    """Letters unified without any change of length, for patterns that look at the end of a slice."""
    return text.translate(_SAME_LENGTH)


_SAME_LENGTH = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "،": ",", "\u00a0": " "}
)


def _trim(raw: str, start: int, end: int) -> int:
    return start + len(_JOINT.sub("", raw[start:end]))


def _speak(item: Item, line: Line, start: int) -> None:
    """Take in what a line says of a point that stands already."""
    first = _folded_at(line, start)
    outcome = find_outcome(line.text, first)
    if outcome is not None and item.outcome is None:
        item.outcome, item.outcome_line = outcome, line


def _speak_of_all(agenda: _Agenda, line: Line) -> bool:
    """'All points were adopted unanimously, except the third, which was postponed.'"""
    m = _ALL.search(line.text)
    if m is None:
        return False
    cut = _EXCEPT.search(line.text, m.end())
    whole = line.text[: cut.start()] if cut else line.text
    begin = max(whole.rfind(".", 0, m.start()), 0)
    outcome = find_outcome(whole, begin)
    if outcome is None:
        return False
    others: dict[int, Outcome | None] = {}
    if cut:
        references = [(r, _number_of(r)) for r in _REFERENCE.finditer(line.text, cut.end())]
        for reference, number in references:
            if (item := agenda.by_number(number)) is not None:
                others[item.order] = find_outcome(line.text, reference.end())
        if not references:
            return True  # An exception that is not named: nothing can be said of any single point.
    for item in agenda.items:
        if item.outcome is None:
            item.outcome = others.get(item.order, outcome)
            item.outcome_line = line if item.outcome else None
    return True


def _speak_of_some(agenda: _Agenda, line: Line) -> bool:
    """'The second point was postponed' inside running text."""
    references = [(m, _number_of(m)) for m in _REFERENCE.finditer(line.text)]
    if not references:
        return False
    said = False
    for i, (m, number) in enumerate(references):
        item = agenda.by_number(number)
        until = references[i + 1][0].start() if i + 1 < len(references) else len(line.text)
        stop = line.text.find(".", m.end(), until)
        outcome = find_outcome(line.text[: stop if stop > 0 else until], m.end())
        if outcome is None:
            begin = references[i - 1][0].end() if i else 0
            begin = max(begin, line.text.rfind(".", 0, m.start()) + 1)
            outcome = find_outcome(line.text[: m.start()], begin)
        if item is not None and outcome is not None and item.outcome is None:
            item.outcome, item.outcome_line, said = outcome, line, True
    return said


def _number_of(m: re.Match[str]) -> int | None:
    words = next((g for g in m.groups() if g), None)
    return None if words is None else int(words) if words.isdigit() else ORDINALS.get(words)


def _line_of(lines: list[Line], item: Item) -> int:
    return next((x.index for x in reversed(lines) if x.start <= item.start), 0)


def _is_before_next(lines: list[Line], line: Line, item: Item) -> bool:
    """Whether the point that follows stands right below a line, which is then about the point above."""
    following = entry_of(lines[line.index + 1]) if line.index + 1 < len(lines) else None
    return following is not None and item.number is not None and following.number == item.number + 1


#: A sentence about a point rather than the rest of its title.
_ABOUT = _p(
    r"^(?:(?:ال)?جلسة |seance |و?قد |و?تمت? |و?لم |و?بعد |حيث |(?:ال)?قرار ?:|نتيجة |apres |decision ?:|le conseil )"
)


def _goes_on(lines: list[Line], line: Line, item: Item, form: str | None, text: str) -> bool:
    """Whether a line is the rest of the point above it: short, right below, and the next point follows it."""
    if (
        form != "number"
        or _ABOUT.search(line.text)
        or line.index == 0
        or line.index + 1 >= len(lines)
        or len(line.raw) > _CONTINUED_CHARS
    ):
        return False
    above = lines[line.index - 1]
    if not above.start <= item.start < above.start + len(above.raw) and item.end != above.start + len(
        above.raw.rstrip()
    ):
        return False
    is_followed = _is_before_next(lines, line, item)
    return is_followed and len(item.title(text)) > 30 and not above.raw.rstrip().endswith((".", "؛", ";", ":"))


def _emit_decision(
    context: DocumentContext, out: Emitter, item: Item, item_key: str, session_key: str, body_key: str, collectivity_id: str, year: int | None, title: str,
    amount: Decimal | None, amount_raw: str | None,
) -> None:  # fmt: skip
    outcome = item.outcome
    line = item.outcome_line
    place = (item.start, item.end)
    if outcome is not None and line is not None:
        place = (line.start, line.start + len(line.raw.rstrip()))
    number = item.decision_number
    key = (
        f"decision|{collectivity_id}|{year}|{number}"
        if number is not None and year is not None
        else f"decision|{item_key}"
    )
    affected = _AFFECTED.search(fold(title))
    affected_year = _YEAR.search(affected["rest"]) if affected else None
    out.add(
        Decision(
            natural_key=key, body_key=body_key, collectivity_id=collectivity_id, session_key=session_key, agenda_item_key=item_key, decision_number=number,
            numbering_scope_code="unstated", year=year, title=title[:_MAX_TITLE], outcome_code=_OUTCOMES[outcome.result] if outcome else "unstated",
            subject_count=None, decided_date=UNSTATED,
            amount_mad=amount, amount_raw=amount_raw,
            affects_code=None if affected is None else "annuls" if _ANNULS.search(affected["how"]) else "amends",
            affected_decision_key=f"decision|{collectivity_id}|{affected_year.group()}|{int(affected['n'])}" if affected and affected_year else None,
            affected_decision_raw=affected.group().strip()[:_MAX_TITLE] if affected else None, origin=out.origin(*place),
        )
    )  # fmt: skip
    if outcome is not None and outcome.is_vote:
        out.add(
            Vote(
                natural_key=f"vote|{item_key}", session_key=session_key, agenda_item_key=item_key, decision_key=key, result_code=outcome.result,
                is_unanimous=outcome.is_unanimous, for_count=outcome.for_count, against_count=outcome.against_count, abstention_count=outcome.abstention_count,
                base_code=outcome.base, vote_raw=out.public(_words(line, outcome))[:_MAX_TITLE] if line else None, origin=out.origin(*place),
            )
        )  # fmt: skip


_OUTCOMES = {
    "withdrawn": "unstated",
    "adopted": "approved",
    "rejected": "rejected",
    "postponed": "postponed",
    "examined": "examined",
}


def _words(line: Line | None, outcome: Outcome) -> str:
    """The words of an outcome; those of a table's cell were found apart from their line."""
    if line is None or outcome.end > len(line.text):
        return line.raw if line else ""
    return line.folded.raw(outcome.start, min(len(line.text), outcome.end + 60))
