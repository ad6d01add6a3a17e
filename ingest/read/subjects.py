"""What a title is about: subjects of a closed list (`ingest/law/subjects.csv`).

Several where it speaks of several, none in doubt. The words of a subject stand in `words/*.yml` under `about_<subject>`. A word inside an institution's name is not heard:
'agreement with the Ministry of Health on a road' is about a road.
"""

from __future__ import annotations

import re

from ingest.read.organizations import find_known
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold, fold_pattern

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
#: What is about nothing: the year that something counts for ('برسم سنة' is no tax), a place named after its market,
#: what only says where something lies ('next to the school').
_UNHEARD = re.compile(
    fold_pattern(
        r"برسم|(?:جماعة|جماعتي|مدينة|إقليم|قيادة|دوار|دواوير) (?:ال)?(?:سوق|بئر|بير|رأس الماء|ملعب|طريق)(?: \w+)?"
        r"|(?:commune|ville|douar|caidat) (?:de |d'|du )?(?:souk|puits|route)(?: \w+){0,2}"
        r"|(?:(?:ال)?(?:مجاور|محاذي)(?:ة)?|قبالة|بجوار|بمحاذاة|بالقرب من|قرب) (?:ال|لل|ل)?\w+"
        r"|(?:jouxtant|longeant|attenant(?:e|s|es)? a|pres d(?:e|u|es)|aux abords d(?:e|u|es)|en face d(?:e|u|es)"
        r"|a cote d(?:e|u|es)|next to|opposite|near) (?:la |le |les |l'|the )?\w+"
    )
)


def subject_codes(title: str) -> str | None:
    """The same as a column has it: codes separated by a space; None where none is certain."""
    return " ".join(subjects_of(title)) or None


def subjects_of(title: str) -> tuple[str, ...]:
    """Codes of what a title is about, in the order of the list; () where none is certain.

    Of words that lie in each other ('sanitary' in 'sanitary sewer') the longer ones count.
    """
    text = _UNHEARD.sub(lambda m: "_" * len(m.group()), fold(title))
    for n in find_known(text):
        if n.organization.kind_code == "programme":
            continue  # Its name says what it is for.
        text = text[: n.start] + "_" * (n.end - n.start) + text[n.end :]
    said = [(m, rule) for rule in RULES.values() for m in rule.finditer(text)]
    found: dict[str, None] = {}
    for m, rule in said:
        if any(o.start() <= m.start() and m.end() <= o.end() and len(o.group()) > len(m.group()) for o, _ in said):
            tell(rule.id, m.group(), "title", overruled_by="inside a longer word of another subject")
            continue
        tell(rule.id, m.group(), "title")
        found[rule.id.removeprefix("subject.")] = None
    return tuple(found)
