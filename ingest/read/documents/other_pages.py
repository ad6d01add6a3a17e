"""Lists of other pages, and calendars: whatever a page shows that is not its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ingest.read.documents.frame import is_box_heading, is_date
from ingest.read.documents.html_text import rows_of, words_of
from ingest.read.documents.html_tree import drop
from ingest.read.documents.page_lines import leads_elsewhere
from ingest.text.fold import clean

#: An item of a list of pages: a title that leads there, a date, perhaps some words.
_ITEM_CHARS = 400
_ITEM_LINKS = 2
_MIN_ITEMS = 2
#: So much of an item leads elsewhere, or what does not is shorter than this.
_LINK_SHARE = 0.5
_REST_CHARS = 40
#: A line that introduces a list of its page's own ends with a colon and is no label.
_INTRODUCTION_CHARS = 25
_CALENDAR_CELLS = 14
#: So much of a cell shows whether it is a day; a table may hold tables, each the words of all inside it.
_DAY_CHARS = 20
_HEADING_CHARS = 60


def take_out_other_pages(body: Any) -> set[Any]:
    """Drop lists of other pages and calendars; what is returned are lists of links that a sentence introduces."""
    for table in list(body.iter("table")):
        if is_calendar(table):
            drop(table)
    kept: set[Any] = set()
    for parent in list(body.iter()):
        for items in _alike(parent):
            if not _are_pages(items):
                continue
            if _is_introduced(parent, items[0]):
                kept.update(items)
            else:
                _drop_list(parent, items)
    return kept


def _drop_list(parent: Any, items: list[Any]) -> None:
    """Drop items, and the box around them where nothing but its heading is left."""
    before = clean(" ".join(words_of(x) for x in parent if x.tag != "li" and x not in items))
    is_first = items[0].getprevious() is not None
    for item in items:
        drop(item)
    left = words_of(parent)
    if parent.tag != "body" and is_first and left == before and len(left) <= _HEADING_CHARS and not left.endswith("."):
        drop(parent)


def is_calendar(table: Any) -> bool:
    """Whether a table is a month: most of its cells are days."""
    own = (cell for row in rows_of(table) for cell in row if cell.tag in ("td", "th"))
    cells = [clean("".join(islice(cell.itertext(), _DAY_CHARS))[:_DAY_CHARS]) for cell in own]
    words = [c for c in cells if c]
    days = [c for c in words if c.isdigit() and 1 <= int(c) <= 31]
    return len(days) >= _CALENDAR_CELLS and 2 * len(days) > len(words) and len(set(days)) * 3 >= len(days) * 2


def _alike(parent: Any) -> Iterator[list[Any]]:
    """Children of one name and class, where there are several."""
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for child in parent:
        if isinstance(child.tag, str) and child.tag not in ("a", "br", "span", "b", "i", "em", "strong", "td"):
            groups[(child.tag, child.get("class") or "")].append(child)
    spans = [c for c in parent if c.tag in ("span", "td")]
    if len(spans) >= 3 and all(c.find(".//a") is not None for c in spans):
        groups[("", "")] = spans
    return (items for items in groups.values() if len(items) >= _MIN_ITEMS)


def _are_pages(items: list[Any]) -> bool:
    """Whether nearly all of some elements show another page each."""
    shown = [x for x in map(_Item.of, items) if x.chars]
    pages = sum(1 for x in shown if x.is_page)
    return pages >= _MIN_ITEMS and pages * 5 >= len(shown) * 4


@dataclass
class _Item:
    """What an element shows, as far as it tells whether it shows another page."""

    chars: int
    link_chars: int
    has_date: bool

    @classmethod
    def of(cls, node: Any) -> _Item:
        links = [a for a in node.iter("a") if leads_elsewhere(a.get("href"))]
        if not links or len({a.get("href") for a in links}) > _ITEM_LINKS or next(node.iter("h1"), None) is not None:
            return cls(len(words_of(node)[: _ITEM_CHARS + 1]), 0, False)
        chars = len(words_of(node))
        parts = [x for x in node.iter() if len(x) == 0]
        dated = (clean(t) for x in parts for t in (x.text, x.tail) if t)
        return cls(chars, sum(len(words_of(a)) for a in links), chars <= _ITEM_CHARS and any(map(is_date, dated)))

    @property
    def is_page(self) -> bool:
        if self.link_chars < 4 or self.chars > _ITEM_CHARS:
            return False
        rest = self.chars - self.link_chars
        return self.has_date or rest <= _REST_CHARS or self.link_chars >= _LINK_SHARE * self.chars


def _is_introduced(parent: Any, first: Any) -> bool:
    """Whether the words before a list end with a colon, as a sentence of the page and not as the label of a box."""
    before = first.getprevious()
    words = _before(first) if before is not None or (parent.text or "").strip() else _before(parent)
    line = words.rstrip()
    return line.endswith((":", "：")) and len(line) >= _INTRODUCTION_CHARS and not is_box_heading(line)


def _before(node: Any) -> str:
    """The words that stand right before an element."""
    previous = node.getprevious()
    if previous is None:
        return clean(node.getparent().text or "") if node.getparent() is not None else ""
    return clean(previous.tail or "") or words_of(previous)
