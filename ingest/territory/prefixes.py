"""The words before a collectivity's name: which level they announce, and how they are joined to the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.text.fold import fold_pattern
from ingest.text.stems import Stemmed

_COMMUNE = ("commune",)
_REGION = ("region",)
_PROVINCE = ("province", "prefecture")
#: Of towns or of the country: the kind of a commune, which adds nothing to its name.
_KIND_AR = r"(?: (?:ال)?(?:ترابية|حضرية|قروية))?"
_KIND_FR = r"(?: (?:urbaine|rurale|territoriale))?"
_CITY_FR = r"(?:(?:ville|municipalite)s?|city|town|municipality)"

#: (pattern, levels, whether the phrase names the council), the longer ones first: Arabic, then French, then English.
PREFIXES: list[tuple[str, tuple[str, ...], bool]] = [
    (r"مجلس جهة", _REGION, True),
    (r"(?:ال|لل)مجلس الجهوي", _REGION, True),
    (rf"مجلس (?:ال)?جماعة{_KIND_AR}", _COMMUNE, True),
    (r"(?:ال|لل)مجلس (?:الجماعي|البلدي|القروي|الحضري)", _COMMUNE, True),
    (r"مجلس (?:إقليم|عمالة)", _PROVINCE, True),
    (r"(?:ال|لل)مجلس الإقليمي", _PROVINCE, True),
    (r"مجلس (?:مدينة|بلدية)", _COMMUNE, True),
    (r"جهة", _REGION, False),
    (r"(?:ال|لل)جماعة (?:الترابية|القروية|الحضرية)", _COMMUNE, False),
    (rf"جماعة{_KIND_AR}", _COMMUNE, False),
    (r"بلدية", _COMMUNE, False),
    (r"(?:ال|لل)?جماع(?:ات|تي|تا|تين)(?: (?:ال)?(?:ترابية|حضرية|قروية))?", _COMMUNE, False),
    (r"(?:إقليم|عمالة)", _PROVINCE, False),
    (r"(?:أقاليم|إقليمي|عمالات)", _PROVINCE, False),
    (r"مدينة", _COMMUNE, False),
    (r"conseil (?:regional|de la region)(?: de la region)?", _REGION, True),
    (
        rf"conseil (?:communal|municipal|de la commune|de la ville|de la municipalite){_KIND_FR}"
        rf"(?: de la (?:commune{_KIND_FR}|ville))?",
        _COMMUNE,
        True,
    ),
    (r"conseil (?:provincial|prefectoral|de la province|de la prefecture)", _PROVINCE, True),
    (r"(?:regional council|council of the region)", _REGION, True),
    (r"(?:commun(?:al|e) council|municipal council|council of the commune)", _COMMUNE, True),
    (r"(?:provincial council|prefectural council|council of the (?:province|prefecture))", _PROVINCE, True),
    (r"regions?", _REGION, False),
    (rf"(?:communes?{_KIND_FR}|mairie|collectivite territoriale)", _COMMUNE, False),
    (r"(?:province|prefecture)s?", _PROVINCE, False),
    (_CITY_FR, _COMMUNE, False),
]
#: A city is a place; its commune is meant only where nothing else is.
_CITIES = ("مدينة", _CITY_FR)
#: Two and more of them, each with its own name.
_PLURAL_AR = re.compile("جماع\\(|أقاليم")
_ARABIC_LINK = re.compile(fold_pattern(r" ?(?:لجهة |لجماعة |لإقليم |لعمالة |لمدينة |لبلدية |مدينة )?"))
#: Words that glue to a French name.
_FRENCH_LINK = re.compile(r" ?(?:de l'|de la |de |du |des |d'|l'|la |le |of the |of )?")
#: Without the article, which may be the name's own: 'commune de L'Qsiba'.
_FRENCH_OF = re.compile(r" ?(?:de |du |des |d'|of )?")


@dataclass(frozen=True)
class Prefix:
    """One way to announce a level."""

    pattern: Stemmed
    levels: tuple[str, ...]
    is_council: bool
    is_city: bool
    is_plural: bool
    """An Arabic one of several, whose names follow with 'and'."""
    links: tuple[re.Pattern[str], ...]
    """What may stand between it and the name, the likelier way first."""
    glued: str
    """A preposition that may be glued to the name itself, as behind المجلس الجماعي: 'of'."""


def prefixes() -> list[Prefix]:
    """All ways, compiled for folded text."""
    return [
        Prefix(
            Stemmed(rf"(?<!\w){'' if p.isascii() else '[وفبلك]{0,2}'}(?P<prefix>{fold_pattern(p)})(?= |$)"),
            levels,
            council,
            p in _CITIES,
            _PLURAL_AR.search(p) is not None,
            (_FRENCH_LINK, _FRENCH_OF) if p.isascii() else (_ARABIC_LINK,),
            "ل" if "ال" in p else "",
        )
        for p, levels, council in PREFIXES
    ]
