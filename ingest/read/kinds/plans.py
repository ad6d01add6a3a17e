"""Whether a page is about a plan: an openness programme, an action or development programme, a plan of the partnership.

A page that only happens within a plan is about something else.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.kinds.meetings import OPENING
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

_NAME = Rule(
    "kind.plan_name",
    "(?: {openness_programme} | {action_programme} | {development_programme} | {open_plan} )",
    (
        "إعداد برنامج عمل الجماعة",
        "خطة عملها : عين الحجل جماعة منفتحة",
        "برنامج التنمية الجهوية",
        "programme d'action communal",
        "plan d'action de la commune",
        "the action plan of Ain El Hajal",
    ),
    ("برنامج عمل الوكالة", "خطة عمل لمحاربة الكلاب الضالة", "programme d'action de l'agence"),
)
_MAKING = Rule(
    "kind.makes_a_plan",
    "{makes_a_plan}",
    ("في إطار إعداد", "لقاء حول", "l'élaboration du", "submitted"),
    ("في إطار", "dans le cadre du"),
)
_CARRYING = Rule(
    "kind.carries_out_a_plan",
    "{carries_out_a_plan} [^.]{0,40} $",
    ("في إطار تنفيذ ", "تنزيلا لمقتضيات ", "mise en oeuvre du "),
    ("في إطار إعداد ",),
)
_JUDGING = Rule(
    "kind.judges_a_plan",
    "{judges_a_plan} [^.]{0,60} $",
    (
        "حصيلة تنفيذ ",
        "لجنة تتبع تنفيذ ",
        "le bilan d'exécution du ",
        "où en est le ",
        "the monitoring committee of the ",
    ),
    ("في إطار تنفيذ ", "dans le cadre de la mise en oeuvre du "),
)
_COMMITMENTS = Rule(
    "kind.holds_commitments",
    "{holds_commitments}",
    ("يضم هذا المحور ثلاثة التزامات", "Le plan comprend cinq engagements", "It contains five commitments"),
    ("التزامات الأطراف", "les engagements de la commune"),
)
_IS_NAME = Rule(
    "kind.title_plan",
    r"^ [\W\d_]* (?:(?:le|the)[ ])?"
    r"(?: {openness_programme} | {action_programme} | {development_programme} | {open_plan} )",
    ("برنامج عمل جماعة بني خيال 2022-2027", "Programme de développement régional", "Regional development plan"),
    ("إعداد برنامج عمل الجماعة", "Le programme d'action de l'agence"),
)
#: A plan is made, or says of itself what it holds, in words so near to its name.
_BEFORE, _AFTER = 110, 60
#: Sentences in which a page says that it holds commitments.
_FIRST = 3


def names_plan(title: str) -> bool:
    """Whether a folded title is the name of a plan."""
    if (m := _IS_NAME.search(title)) is None:
        return False
    tell(_IS_NAME.id, m.group(), "title")
    return True


def is_about_plan(context: DocumentContext) -> bool:
    """Whether the title names a plan, or the opening speaks of making, presenting or judging one."""
    title = fold(context.title or "")
    if (m := _NAME.search(title)) and _is_matter(title, m.start()):
        tell(_NAME.id, m.group(), "title")
        return True
    for s in context.sentences[:OPENING]:
        for m in _NAME.finditer(s.text):
            before = s.text[max(0, m.start() - _BEFORE) : m.start()]
            if not _is_matter(s.text, m.start()):
                tell(_NAME.id, m.group(), f"sentence {s.index + 1}", overruled_by=_CARRYING.id)
            elif (
                _JUDGING.search(before)
                or _MAKING.search(before)
                or _MAKING.search(s.text, m.end(), min(len(s.text), m.end() + _AFTER))
            ):
                tell(_NAME.id, m.group(), f"sentence {s.index + 1}")
                return True
    for s in context.sentences[:_FIRST]:
        if m := _COMMITMENTS.search(s.text):
            tell(_COMMITMENTS.id, m.group(), f"sentence {s.index + 1}")
            return True
    return False


def _is_matter(text: str, at: int) -> bool:
    """Whether a plan that is named at an offset is what a text is about: not where something else is done by it."""
    before = text[max(0, at - _BEFORE) : at]
    return _CARRYING.search(before) is None or _JUDGING.search(before) is not None
