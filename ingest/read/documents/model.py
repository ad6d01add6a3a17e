"""A document as the readers hand it on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from ingest.text.damage import mended

#: A longer word is none: the longest address that a page of ours shows has some 300 letters.
MAX_WORD_CHARS = 500
_LONG_WORD = re.compile(rf"(\S{{{MAX_WORD_CHARS}}})\S+")
#: A title that is longer is a text.
_MAX_TITLE_CHARS = 600


def titled(title: str | None) -> str | None:
    """A title as long as titles are."""
    return title if title is None or len(title) <= _MAX_TITLE_CHARS else title[: _MAX_TITLE_CHARS - 1] + "…"


@dataclass(frozen=True)
class TextLines:
    """Lines of a document, and which of them are tables: (first, past the last).

    Words longer than any word is are cut: what looks for names and numbers is quick for words, not for 400,000 letters.
    """

    lines: tuple[str, ...]
    tables: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        cut = tuple(_LONG_WORD.sub(r"\1…", line) if len(line) > MAX_WORD_CHARS else line for line in self.lines)
        object.__setattr__(self, "lines", cut)

    def below(self, title: str) -> TextLines:
        """The same lines under one more."""
        return TextLines((title, *self.lines), tuple((a + 1, b + 1) for a, b in self.tables))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Offsets in the text at which each table begins and ends."""
        starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        return tuple((starts[a], starts[b] - 1) for a, b in self.tables)


@dataclass(frozen=True)
class ReadDocument:
    """Text with offsets that evidence points into, and how far it can be trusted."""

    status: str
    """ok, gone, empty, unreadable, layout_changed or parse_error (DESIGN.md §2, promise 6)."""
    text: str = ""
    title: str | None = None
    date_text: str | None = None
    """The publication date as the page shows it, unread."""
    reason: str | None = None
    page_count: int | None = None
    is_layout_matched: bool = True
    measures: dict[str, float] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    tables: tuple[tuple[int, int], ...] = ()
    """Offsets at which each table of the text begins and ends: a row of it that has no bars is a title among rows."""


def document_of(text: TextLines, title: str | None) -> ReadDocument:
    """A file's text as a document; its first line names one without a title."""
    if not any(text.lines):
        return ReadDocument("empty", title=title, reason="the file holds no text")
    whole, measures = mended(text.text)
    letters = TextLines(tuple(whole.split("\n")), text.tables)
    first = next(line for line in letters.lines if line)
    return ReadDocument("ok", letters.text, titled(title or first), measures=measures, tables=letters.spans)
