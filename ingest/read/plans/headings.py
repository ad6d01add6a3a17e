"""The plan that a form is of: named by its title or first lines, with its holder and its years."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext
from ingest.read.lines import Line
from ingest.read.plans.kinds import kind_of_action_plan, named_kind
from ingest.text.fold import fold_pattern

_YEARS = r"(?P<from>20\d\d) ?[-–/] ?(?P<to>20\d\d)"
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "openness_programme",
        re.compile(
            fold_pattern(
                rf"برنامج (?:عمل )?(?:ال)?انفتاح[^\n]{{0,120}}?{_YEARS}"
                rf"|programme d'ouverture[^\n]{{0,120}}?{_YEARS.replace('from', 'f2').replace('<to', '<t2')}"
            )
        ),
    ),
    (
        "development_programme",
        re.compile(
            fold_pattern(
                rf"(?:برنامج عمل (?:ال)?جماعة|برنامج التنمية|برنامج تنمية)[^\n]{{0,120}}?{_YEARS}|programme "
                rf"(?:d'action|de developpement)[^\n]{{0,120}}?{_YEARS.replace('from', 'f2').replace('<to', '<t2')}"
            )
        ),
    ),
    (
        "ogp_plan",
        re.compile(
            fold_pattern(rf"(?:national action plan|action plan|plan d'action|خطة (?:ال)?عمل)[^\n]{{0,160}}?{_YEARS}")
        ),
    ),
)
MOROCCO = re.compile(fold_pattern(r"morocco|maroc|(?:ال)?مغرب|(?:ال)?مملكة"))
_NATIONAL = re.compile(fold_pattern(r"national|وطني"))
_HEAD_LINES = 6


@dataclass(frozen=True)
class Heading:
    """A plan as its title names it."""

    kind: str
    collectivity_id: str | None
    is_morocco: bool
    first: int
    last: int
    line: Line


def plan_of(context: DocumentContext, lines: list[Line]) -> Heading | None:
    """The plan that the title or the first lines name, with its holder and its years."""
    for line in lines[:_HEAD_LINES]:
        for kind, pattern in _TITLES:
            if (m := pattern.search(line.text)) is None:
                continue
            years = sorted(int(y) for k, y in m.groupdict().items() if y)
            named = context.gazetteer.find(line.text, line.folded)
            holder = next((x.collectivity_id for x in named if x.collectivity_id), None)
            if kind == "ogp_plan":
                holder = holder or _local_holder(context, line)
                kind = "ogp_national_plan"
                if holder and not _NATIONAL.search(line.text):
                    kind = kind_of_action_plan(line.text, context.folded_text, years[0], years[-1]) or "ogp_local_plan"
            else:
                kind = named_kind(line.text) or kind
                holder = holder or (None if named else context.publisher_collectivity_id)
            return Heading(kind, holder, MOROCCO.search(line.text) is not None, years[0], years[-1], line)
    return None


def _local_holder(context: DocumentContext, line: Line) -> str | None:
    """'Action plan – Tétouan (Municipality), Morocco, 2022 – 2026': a name without a word for its level.

    What stands in brackets settles it, or the site.
    """
    m = re.search(r"[-–] ?(?P<name>[^,(\d]{3,60}?) ?(?:\((?P<level>[^)]*)\))?,", line.text)
    if m is None:
        return None
    levels = (
        ("commune",)
        if m["level"] and re.search("munic|commun", m["level"])
        else ("region",)
        if m["level"] and "region" in m["level"]
        else ("region", "commune", "province", "prefecture")
    )
    ids = {
        hit[1]
        for level in levels
        if (hit := context.gazetteer.match_bare(line.text, m.start("name"), (level,), line.folded)) is not None
    }
    own = context.publisher_collectivity_id
    return own if own in ids else ids.pop() if len(ids) == 1 else None
