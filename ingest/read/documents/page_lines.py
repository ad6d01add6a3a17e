"""A page's lines with what tells content from frame: how much of a line is links, and which element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ingest.read.documents.html_text import BLOCKS, is_data
from ingest.text.fold import clean

#: Mail and telephones are no pages; a bare fragment is a button of the frame.
_NO_PAGE = re.compile(r"\s*(?:mailto|tel):|\s*#.", re.IGNORECASE)
_HOME = re.compile(r"(?:https?://[^/?#]+)?/?(?:(?:ar|fr|en|amz)/?)?", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|csv|odt|ods|pptx?|zip|rtf)(?:$|[?#])|download|telecharg", re.IGNORECASE)
#: Elements that can be a page's content.
_HOLDERS_NAMES = "article body blockquote center div dl form main ol p pre section table td ul"
HOLDERS = frozenset(_HOLDERS_NAMES.split())
#: Parts of a text that are never all of it.
FLOW = frozenset(["p", "ul", "ol", "dl", "table", "blockquote", "pre"])
_MACHINE_DAY = re.compile(r"\s*((?:19|20)\d\d-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True)
class PageLine:
    """One line that a page shows, in its order."""

    owner: Any
    """The block that it stands in."""
    text: str
    link_chars: int
    """Of them, letters that lead to other pages; links to files are words of the page."""
    is_home_link: bool
    """All of it leads to the site's first page."""
    parts: tuple[str, ...]
    """Its words as its inline elements part them."""
    machine_date: str | None
    """Of a `<time datetime>` in it."""

    @property
    def own_chars(self) -> int:
        return len(self.text) - min(self.link_chars, len(self.text))


@dataclass
class _Open:
    """A line while its words are collected."""

    pieces: list[str] = field(default_factory=list)
    link_chars: int = 0
    home_chars: int = 0
    machine_date: str | None = None


def page_lines(body: Any) -> list[PageLine]:
    """The lines of an element, a row of a table of data as one."""
    return list(_lines(body))


def _lines(body: Any) -> Iterator[PageLine]:
    owners: list[Any] = [body]
    line = _Open()
    link: str | None = None
    rows: Any = None
    """The table of data that is being read: its cells end no line."""
    for event, node in etree.iterwalk(body, events=("start", "end")):
        tag = node.tag
        is_block = tag in BLOCKS if rows is None else tag == "tr" or node is rows
        if is_block or (tag == "br" and rows is None):
            if (done := _line(owners[-1], line)) is not None:
                yield done
            line = _Open()
        elif tag in ("td", "th", "br"):
            line.pieces.append(" ")
        if event == "start":
            if is_block and node is not body:
                owners.append(node)
            if tag == "table" and rows is None and is_data(node):
                rows = node
            link = node.get("href") or None if tag == "a" else link
            line.machine_date = line.machine_date or (machine_date(node) if tag == "time" else None)
            _say(line, node.text, link)
        else:
            if is_block and node is not body:
                owners.pop()
            rows = None if node is rows else rows
            link = None if tag == "a" else link
            if node is not body:
                _say(line, node.tail, link)
    if (done := _line(body, line)) is not None:
        yield done


def is_in(node: Any, box: Any) -> bool:
    """Whether an element is another or stands in it."""
    while node is not None:
        if node is box:
            return True
        node = node.getparent()
    return False


def machine_date(node: Any, attribute: str = "datetime") -> str | None:
    """The day of `<time datetime="2026-04-10T09:00+01:00">`."""
    m = _MACHINE_DAY.match(node.get(attribute) or "")
    return m[1] if m else None


def leads_elsewhere(address: str | None) -> bool:
    """Whether a link leads to a page rather than to a file or to a place on this page."""
    return address is not None and _FILE.search(address) is None and _NO_PAGE.match(address) is None


def _say(line: _Open, words: str | None, link: str | None) -> None:
    if not words or words.isspace():
        line.pieces += [words] if words else []
        return
    line.pieces.append(words)
    if link is not None and leads_elsewhere(link):
        line.link_chars += len(words.strip())
        line.home_chars += len(words.strip()) if _HOME.fullmatch(link) else 0


def _line(owner: Any, line: _Open) -> PageLine | None:
    pieces = [piece for piece in line.pieces if not piece.isspace()]
    text = clean("".join(line.pieces)) if pieces else ""
    if not text:
        return None
    parts = (text,) if len(pieces) == 1 else tuple(part for piece in pieces if (part := clean(piece)))
    return PageLine(owner, text, line.link_chars, line.home_chars * 10 >= len(text) * 9, parts, line.machine_date)
