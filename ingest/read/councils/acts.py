"""Acts of a session: its points wherever they stand, in lists, tables or prose, and what became of each and of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.read.councils.agenda import Lists, read_lists
from ingest.read.councils.agenda_items import Item, Said
from ingest.read.councils.agenda_lines import divided
from ingest.read.councils.prose_points import read_prose
from ingest.read.councils.whole_votes import decide_all
from ingest.read.lines import Line, lines_of
from ingest.text.fold import Folded

_NOTHING: Mapping[int, Folded] = {}


@dataclass
class Acts:
    """What a document tells of one session."""

    items: list[Item] = field(default_factory=list)
    """Points in the order in which they stand."""
    whole: list[Said] = field(default_factory=list)
    """Votes on the session as a whole, and on points of it that nobody names."""
    listed_count: int = 0
    """So many of the points stand in lists: prose tells of some, and need not tell of all."""


def read_acts(
    text: str,
    known: Mapping[int, Folded] = _NOTHING,
    tables: Sequence[tuple[int, int]] = (),
    *,
    is_announced: bool = False,
    month: int | None = None,
) -> Acts:
    """The points of a document, each with its outcome where one is stated, and the votes on all of them.

    Args:
        known: document offset → what was folded from there on (`DocumentContext.folded_at`).
        tables: offsets at which tables begin and end (`DocumentContext.tables`).
        is_announced: the session is still to come: nothing has been decided in it.
        month: of the session, where it is known.
    """
    lines, lists = lists_in(text, known, tables)
    told = read_prose(text, lines, lists, is_announced=is_announced, month=month)
    items = sorted([*lists.items, *told], key=lambda i: i.start)
    for order, item in enumerate(items, 1):
        item.order = order
    whole = [] if is_announced else decide_all(text, items, lines, lists.lines, month)
    items = sorted(items, key=lambda i: i.start)
    for order, item in enumerate(items, 1):
        item.order = order
    return Acts(items, whole, len(lists.items))


def lists_in(
    text: str, known: Mapping[int, Folded] = _NOTHING, tables: Sequence[tuple[int, int]] = ()
) -> tuple[list[Line], Lists]:
    """The lines of a document, and the points that stand in lists and tables of them."""
    lines = divided(lines_of(text, known, tables))
    return lines, _without_stray(read_lists(text, lines))


def _without_stray(lists: Lists) -> Lists:
    """Lists without one that is a single point by its place: 'as for the fourth point' begins a paragraph of prose."""
    if len(lists.items) == 1 and (lists.items[0].number or 0) > 1 and not lists.is_governed:
        return Lists([], frozenset(), is_governed=False)
    return lists
