"""The plan that a form is of: named by its title or first lines, with its holder and its years."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext
from ingest.read.lines import Line
from ingest.read.plans.kinds import kind_of_action_plan, named_kind
from ingest.read.rules import Rule
from ingest.text.fold import fold_pattern

#: A term: two years joined, in whichever order a right-to-left line has left them.
_YEARS = Rule(
    "plan.term",
    r"(?<!\d) (?P<from>20\d\d)"
    r"(?: [ ]?[-–/\\][ ]? | [ ](?:a|au|et|to|and|until|الي|حتي|و)[ ] | [ ]و | [ ])"
    r"(?P<to>20\d\d) (?![\d/])",
    ("Programme d'ouverture 2024-2025", "من 2024 إلى 2026", "2025- 2026", "2022 – 2027", "برنامج 2023/2026"),
    ("12/10/2025", "20242026"),
)
_PLAN = Rule(
    "plan.named_in_heading",
    r"national[ ]action[ ]plan|action[ ]plan|plan[ ]d'action|plan[ ]local|{open_plan}|(?:خطة|مخطط)[ ](?:ال)?عمل",
    ("National Action Plan 2024-2027", "Plan d'action OGP Local", "خطة عمل جماعة منفتحة"),
    ("Plan d'aménagement", "خطة السير"),
)
MOROCCO = re.compile(fold_pattern(r"morocco|maroc|(?:ال)?مغرب|(?:ال)?مملكة"))
_NATIONAL = re.compile(fold_pattern(r"national|وطني"))
_HEAD_LINES = 6
#: Years of the longest plan that a council makes.
_LONGEST = 15


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
        kind = named_kind(line.text)
        if (m := _YEARS.search(line.text)) is None or (kind is None and _PLAN.search(line.text) is None):
            continue
        first, last = sorted((int(m["from"]), int(m["to"])))
        if first == last or last - first > _LONGEST:
            continue
        named = context.gazetteer.find(line.text, line.folded)
        own = context.publisher_collectivity_id
        holder = next((x.collectivity_id for x in named if x.collectivity_id), None)
        if holder is None and any(own in x.candidates for x in named):
            holder = own
        if kind is None or (kind == "action_programme" and _PLAN.search(line.text)):
            is_national = _NATIONAL.search(line.text) is not None
            holder = holder or _local_holder(context, line)
            if holder is None and not named and not is_national and not MOROCCO.search(line.text):
                holder = own
            kind = "ogp_national_plan"
            if holder and not is_national:
                kind = kind_of_action_plan(line.text, context.folded_text, first, last) or "ogp_local_plan"
        else:
            holder = holder or (None if named else own)
        return Heading(kind, holder, MOROCCO.search(line.text) is not None, first, last, line)
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
