"""What a title is about: subjects of a closed list (`ingest/law/subjects.csv`).

Several where it speaks of several, none in doubt. The words of a subject stand in `words/*.yml` under
`about_<subject>`. A word inside an institution's name is not heard: 'agreement with the Ministry of Health on a road'
is about a road. Nor is one in the name of a street, or one that says where something lies.
"""

from __future__ import annotations

from ingest.read.organizations import find_known
from ingest.read.rules import Rule, choice_of, tell
from ingest.text.fold import fold
from ingest.text.limits import limited

#: Before an Arabic word: and, with, to, the.
_PARTICLES = "(?:[وف])?(?:[بلك]?ال|لل|[بلك])?"


def _rule(code: str, *examples: str, but: tuple[str, ...] = ()) -> Rule:
    return Rule(
        id=f"subject.{code}",
        pattern=rf"(?<!\w){_PARTICLES}{{about_{code}!}}(?!\w)",
        examples=examples,
        counterexamples=but,
    )


RULES = {
    rule.id.removeprefix("subject."): rule
    for rule in (
        _rule("water", "بناء خزان للماء الشروب", "réseau d'eau potable", but=("وكالة المياه والغابات", "eaux usées")),
        _rule("sanitation", "شبكة التطهير السائل", "eaux usées", but=("الماء الصالح للشرب",)),
        _rule("lighting", "تقوية الإنارة العمومية", "éclairage public"),
        _rule("roads", "إصلاح المسالك والطرق", "voirie urbaine", but=("طريقة العمل",)),
        _rule("transport", "كراء حافلات للنقل المدرسي", "transport urbain", but=("نقل الملكية",)),
        _rule("planning", "مشروع تصميم التهيئة", "plan d'aménagement du centre"),
        _rule("housing", "الدور الآيلة للسقوط", "habitat insalubre"),
        _rule("waste", "جمع النفايات المنزلية", "déchets ménagers", "collection of household waste"),
        _rule("environment", "المساحات الخضراء", "jardin public"),
        _rule("education", "بناء حجرات دراسية", "transport scolaire"),
        _rule("health", "بناء مستوصف", "centre de santé", but=("قنوات الصرف",)),
        _rule("culture", "تنظيم مهرجان", "centre culturel", but=("patrimoine communal",)),
        _rule("sports", "بناء ملعب القرب", "terrain de football"),
        _rule("social", "مركز الأشخاص في وضعية إعاقة", "personnes en situation de handicap"),
        _rule("economy", "كراء مرافق السوق الأسبوعي", "zone industrielle", but=("التسويق",)),
        _rule("tourism", "التنشيط السياحي", "promotion touristique"),
        _rule("agriculture", "قنوات الري", "canaux d'irrigation", but=("الرياض",)),
        _rule("taxes", "تعديل القرار الجبائي", "arrêté fiscal", but=("رسمي",)),
        _rule("budget", "مشروع الميزانية", "virement de crédits"),
        _rule("property", "تفويت قطعة أرضية", "expropriation d'une parcelle"),
        _rule("organisation", "تعديل النظام الداخلي", "élection du président"),
        _rule("programme", "برنامج عمل الجماعة", "plan d'action communal"),
        _rule("cooperation", "اتفاقية توأمة", "coopération décentralisée"),
        _rule("participation", "دراسة عريضة", "examen d'une pétition"),
        _rule("safety", "مركز الوقاية المدنية", "protection civile"),
        _rule("worship", "توسيع المقبرة", "extension du cimetière"),
        _rule("digital", "رقمنة المساطر", "dématérialisation des services"),
    )
}
#: Where a word of a subject says something else: the year that something counts for ('برسم سنة' is no tax), the name of
#: a place or an association, what only says where something lies.
UNHEARD = (
    Rule(
        "subject.for_a_year",
        r"(?<!\w) {for_a_year!}",
        ("اقتناء سيارة برسم سنة 2024",),
        ("رسم السكن",),
    ),
    Rule(
        "subject.in_a_name",
        r"(?<!\w) (?:[وبل])? {named_after!} [ ] (?P<name> (?: ال | de[ ]la[ ] | des[ ] | d[ue][ ] | de[ ]l' )? \w+)",
        ("تهيئة شارع المدرسة", "بحي النخيل", "اتفاقية مع جمعية النخيل للبيئة", "sis rue des Oliviers"),
        ("الحي الصناعي", "حي صناعي", "quartier industriel"),
    ),
    Rule(
        "subject.in_a_place",
        r"(?<!\w) (?:[بلو])? {place_of_a_name!} [ ]"
        r"(?P<name> (?:ال|de[ ]|du[ ]|d')? {name_like_a_subject!} (?:[ ]\w+){0,2})",
        ("اتفاقية مع جماعة سوق الأربعاء", "commune de Souk Sebt"),
        ("سوق الجماعة", "route communale"),
    ),
    Rule(
        "subject.beside",
        r"(?<!\w) {beside!} [ ] (?P<name> (?: ال | لل | ل | la[ ] | les?[ ] | l' | the[ ] )? \w+)",
        ("الحديقة المجاورة لثانوية طارق", "parking en face du stade", "bus stops next to the hospital"),
        ("الماء المجاور", "nearby schools"),
    ),
)


_SUBJECTS, _NAMES = choice_of(RULES.values()), choice_of(UNHEARD)


def subject_codes(title: str) -> str | None:
    """The same as a column has it: codes separated by a space; None where none is certain."""
    return " ".join(subjects_of(title)) or None


def subjects_of(title: str) -> tuple[str, ...]:
    """Codes of what a title is about, in the order of the list; () where none is certain.

    Of words that lie in each other ('sanitary' in 'sanitary sewer') the longer ones count.
    """
    text = fold(limited(title))  # What is published of it; and pairs of matches stay few.
    said = [(m, rule) for rule in _SUBJECTS.standing_in(text) for m in rule.regex.finditer(text)]
    unheard = _unheard(text) if said else []
    found: dict[str, None] = {}
    for m, rule in said:
        why = next((why for start, end, why in unheard if start < m.end() and m.start() < end), None)
        if why is None and any(
            o.start() <= m.start() and m.end() <= o.end() and len(o[0]) > len(m[0]) for o, _ in said
        ):
            why = "a longer word of another subject"
        tell(rule.id, m.group(), "title", overruled_by=why)
        if why is None:
            found[rule.id.removeprefix("subject.")] = None
    return tuple(found)


def _unheard(text: str) -> list[tuple[int, int, str]]:
    """(start, end, why) of what says nothing of a subject in folded text: names, places."""
    spans = [
        (*m.span("name" if "name" in rule.regex.groupindex else 0), rule.id)
        for rule in _NAMES.standing_in(text)
        for m in rule.regex.finditer(text)
    ]
    for n in find_known(text):
        if n.organization.kind_code != "programme":  # A programme's name says what it is for.
            spans.append((n.start, n.end, "the name of an organization"))
    return spans
