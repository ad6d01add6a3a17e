"""Plans told apart: of the open-government partnership, of openness, of a commune's action, of development.

'Action plan' is the name of two of them. It is the partnership's where its words stand with it or, for a term as short
as its plans have, anywhere in the document; a longer one, or one that the commune calls its own, is the programme that
the law asks of it.
"""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.fold import fold

OPENNESS = Rule(
    "plan.openness_programme",
    "{openness_programme}",
    ("برنامج الانفتاح", "برنامج انفتاح جماعة عين الحجل", "programme d'ouverture"),
    ("برنامج عمل الجماعة",),
)
ACTION = Rule(
    "plan.action_programme",
    "{action_programme}",
    ("برنامج عمل الجماعة", "برنامج عمل جماعة", "programme d'action communal", "PAC", "plan d'action de la commune"),
    ("خطة عمل وطنية", "plan d'action national"),
)
DEVELOPMENT = Rule(
    "plan.development_programme",
    "{development_programme}",
    ("برنامج التنمية الجهوية", "برنامج تنمية جهة", "programme de développement régional", "PDR"),
    ("التنمية المستدامة", "développement durable"),
)
_OPEN_GOVERNMENT = Rule(
    "plan.open_government",
    "{open_government}",
    ("شراكة الحكومة المنفتحة", "جماعة منفتحة", "gouvernement ouvert", "OGP Local", "open government"),
    ("حكومة", "gouvernement"),
)
#: As the partnership's site titles them: 'Action plan – Tétouan (Municipality), Morocco, 2022 – 2026'.
_PARTNERSHIP_TITLE = Rule(
    "plan.partnership_title",
    r"\( (?:commune|municipality|municipalite|region|province|prefecture) \) ,[ ]? (?:maroc|morocco)",
    ("Plan d'action – Fès (Commune), Maroc, 2022 – 2026", "Action plan – Tétouan (Municipality), Morocco"),
    ("Plan d'action de la commune, Maroc",),
)
#: What the partnership's plans consist of; the programmes that the law asks for consist of projects.
_COMMITMENTS = Rule(
    "plan.of_commitments",
    r"(?<!\w)(?:ال)?التزام(?:ات|ا|ين)?(?!\w)|engagements|commitments",
    ("تسعة التزامات", "comprend 11 engagements"),
    ("التزم المجلس", "s'engage"),
)
#: Plans of councils beside the country's own: those of the partnership.
_BESIDE_NATIONAL = Rule(
    "plan.beside_the_national_one",
    r"plans?[ ]d'action[ ]nationa(?:l|ux)|plan[ ]national[ ]d'action|national[ ]action[ ]plan"
    r"|(?:خطة|خطط|الخطة)[ ](?:ال)?عمل[ ](?:ال)?وطنية|(?:ال)?خطة[ ](?:ال)?وطنية",
    ("le premier plan d'action national 2018-2020", "الخطة الوطنية الأولى", "the national action plan"),
    ("plan d'action communal",),
)
_OPEN_STEMS = tuple(fold(x) for x in ("منفتح", "انفتاح", "ogp", "ouvert", "open"))
#: Terms of years: the partnership's local plans have no more, programmes of six years have.
_SHORT_TERM, _LONG_TERM = 4, 5


def named_kind(words: str) -> str | None:
    """The kind that the folded words of a plan's name say; None for 'action plan', which says none."""
    rules = (
        ("openness_programme", OPENNESS),
        ("action_programme", ACTION),
        ("development_programme", DEVELOPMENT),
    )
    return next((kind for kind, rule in rules if rule.search(words)), None)


def kind_of_action_plan(near: str, document: str, first: int | None, last: int | None) -> str | None:
    """What a council's 'action plan' is; None where nothing says.

    Args:
        near: the folded sentence or title that names it.
        document: the folded document.
        first: the first year of its term.
        last: the last year.
    """
    if _is_open_government(near) or _PARTNERSHIP_TITLE.search(near):
        return "ogp_local_plan"
    years = last - first if first and last else 0
    if not ACTION.search(near) and _BESIDE_NATIONAL.search(document):
        return "ogp_local_plan"
    if years >= _LONG_TERM:
        return "action_programme"
    if years <= _SHORT_TERM and (_is_open_government(document) or _COMMITMENTS.search(near)):
        return "ogp_local_plan"
    if ACTION.search(near):
        return "action_programme"
    return None


def _is_open_government(text: str) -> bool:
    return any(stem in text for stem in _OPEN_STEMS) and _OPEN_GOVERNMENT.search(text) is not None
