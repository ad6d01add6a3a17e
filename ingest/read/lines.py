"""Lines of a document with offsets, and what they begin with: a number, a bullet, a point's name, cells of a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.text.fold import Folded, fold, fold_pattern, fold_with_offsets
from ingest.text.numbers import ORDINAL, ORDINALS
from ingest.text.numerals.vocabulary import numbered

#: A list item's mark, as pages, PDF files and press releases write it.
BULLET = re.compile(
    r"^\s*"
    r"(?:[\u2022\u2023\u2043\u00b7\u25a0-\u27bf\u2b00-\u2bff\uf000-\uf8ff\U0001f300-\U0001faff][\ufe0e\ufe0f]?"
    r"|[-–—o*](?=\s))\s*"
)
#: 1- … 1 – … 1ــ … 1/ … 1. … (1) … 1-) … 01 | …; a date (12/10/2025) or an amount (2.500,00) is none.
_NUMBERED = re.compile(
    r"^\s*\(?\s*(?P<n>\d{1,2})\s*(?:\)|(?:[-–—ـ:°º]+|[.](?!\d)|/(?!\s*\d{1,2}\s*/))\s*\)?"
    r"|\|)\s*(?P<rest>(?=.*[^\W\d_])\S.*)$"
)
#: '-1 …': the mark stands ahead of the number.
_MARK_AHEAD = re.compile(r"^\s*[-–—ـ](?P<n>\d{1,2})\s+(?P<rest>(?=.*[^\W\d_])\S.*)$")
_SPELLED = numbered("listed")
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
#: أولا: … ثانيا- … I- … IV. …
_COUNTED = re.compile(r"^\s*(?P<w>[اأثرخستع]\S{2,8}?|[IVX]{1,4})\s*[-–—:./)،]\s*(?P<rest>\S.*)$")
_POINT = re.compile(
    fold_pattern(
        rf"^(?:(?:و?(?:بخصوص|في ما يخص|فيما يخص|بالنسبة ل|حول|عن))? ?(?:ل?النقطة|نقطة|point|item) "
        rf"(?:رقم |عدد |n°? ?)?(?P<o>{ORDINAL}|\d{{1,2}})"
        rf"|(?P<f>{ORDINAL}) point)(?!\w) ?[:;.\-|]* ?"
    )
)
#: A mark behind the name of a point.
_MARKED = re.compile(r"[:;.|-] *$")
_DECISION = re.compile(
    fold_pattern(
        r"^(?:(?:ال)?مقرر|deliberation|delib[.]?|decision|resolution) (?:(?:رقم |عدد |n°? ?|no\.? ?)(?P<n>\d{1,3})"
        r"(?:[/-](?P<year>(?:20)?\d\d))?|(?:رقم |عدد |n°? ?|no\.? ?)?(?:(?P<before>20\d\d)[/-](?P<last>\d{1,3})"
        r"|(?P<first>\d{1,3})[/-](?P<behind>20\d\d)))(?![\d/]) ?[:;.\-|]* ?"
    )
)


#: A line that names a point or a decision has one of these near its beginning.
_MAY_NAME = re.compile(r"نقط|نـ|مقر|مـ|[Pp][Oo][Ii][Nn][Tt]|[Ii][Tt][Ee][Mm]|[Dd][EÉeé][Ll][Ii][Bb]|[Dd][EÉeé][Cc][Ii]")
#: A bar between cells: it stands alone, or at an end of the line where a cell is blank.
_BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
#: The number of a page, which stands between the rows of a table that goes on.
_PAGE = re.compile(
    fold_pattern(r"(?:(?:ال)?صفحة|page) ?\d{1,3}(?: ?(?:/|من|sur|of|de) ?\d{1,3})?|-? ?\d{1,3} ?-?|\d{1,3} ?/ ?\d{1,3}")
)
#: Lines of a page's foot and head, between which a table may break off.
_PAGE_LINES = 3
_NOTHING: Mapping[int, Folded] = {}


@dataclass(frozen=True)
class Line:
    """One line, its folded form and the document offset at which it begins."""

    index: int
    start: int
    raw: str
    known: Folded | None = None
    """The sentence that fills the line, where one does: it is folded already."""
    table: int | None = None
    """Which table of its document the line stands in, where the document's file says so."""

    @cached_property
    def folded(self) -> Folded:
        if self.known is not None and self.known.original == self.raw:
            return self.known
        return fold_with_offsets(self.raw, self.start)

    @cached_property
    def text(self) -> str:
        return self.folded.text

    @cached_property
    def cells(self) -> list[tuple[int, str]]:
        """(offset inside the line, words) of the cells of a table's row; one for any other line."""
        if "|" not in self.raw:
            return [(len(self.raw) - len(self.raw.lstrip()), self.raw.strip())]
        found: list[tuple[int, str]] = []
        at = 0
        for bar in [*_BAR.finditer(self.raw), None]:
            part = self.raw[at : bar.start() if bar else len(self.raw)]
            found.append((at + len(part) - len(part.lstrip()), part.strip()))
            at = bar.end() if bar else len(self.raw)
        return found


@dataclass(frozen=True)
class Entry:
    """A line that begins an item: its number where it has one, and where its words begin."""

    line: Line
    number: int | None
    form: str
    """number, bullet, point or decision."""
    words_start: int
    """Offset inside the line."""
    words_end: int

    @property
    def words(self) -> str:
        return self.line.raw[self.words_start : self.words_end]


def lines_of(text: str, known: Mapping[int, Folded] = _NOTHING, tables: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """Every line that holds something.

    Args:
        known: document offset → what was folded from there on (`DocumentContext.folded_at`).
        tables: offsets at which tables begin and end (`ReadDocument.tables`).
    """
    found: list[Line] = []
    starts = [start for start, _ in tables]
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            number = bisect_right(starts, at) - 1
            table = number if number >= 0 and at < tables[number][1] else None
            found.append(Line(len(found), at, raw, known.get(at), table))
        at += len(raw) + 1
    return found


def entry_of(line: Line) -> Entry | None:
    """The item that a line begins; None for running text. Rows below a header are read by `rows_below`."""
    raw = line.raw
    bullet = BULLET.match(raw)
    body_at = bullet.end() if bullet else 0
    body = raw[body_at:]
    folded = None
    if _MAY_NAME.search(body[:80]):
        folded = fold_with_offsets(body, body_at) if bullet else Folded(line.text, raw)
    for form, pattern in (("decision", _DECISION), ("point", _POINT)) if folded is not None else ():
        if folded is not None and (m := pattern.match(folded.text)):
            if form == "point" and m["f"] and not _MARKED.search(m.group()):
                continue  # 'Premier point examiné, …': prose.
            start = folded.span(m.end(), m.end())[0] if m.end() < len(folded.text) else len(raw)
            number = _number_of_decision(m) if form == "decision" else _ordinal(m["o"] or m["f"])
            return Entry(line, number, form, start, len(raw))
    if m := _NUMBERED.match(body) or _MARK_AHEAD.match(body):
        return Entry(line, int(m["n"]), "number", body_at + m.start("rest"), len(raw))
    if (m := _COUNTED.match(body)) and (n := _ROMAN.get(m["w"]) or _SPELLED.get(fold(m["w"]))) is not None:
        return Entry(line, n, "number", body_at + m.start("rest"), len(raw))
    if bullet and body.strip():
        return Entry(line, None, "bullet", body_at, len(raw))
    return None


def decision_name(text: str) -> tuple[int, int] | None:
    """The number of a decision that folded words begin with, and where its name ends: 'Decision 2025/17. …'."""
    m = _DECISION.match(text)
    return None if m is None or not text[m.end() :].strip() else (_number_of_decision(m), m.end())


def _number_of_decision(m: re.Match[str]) -> int:
    return int(m["n"] or m["last"] or m["first"])


def _ordinal(words: str) -> int | None:
    return int(words) if words.isdigit() else ORDINALS.get(words)


@dataclass(frozen=True)
class Columns:
    """Which cell of a table's rows holds what, by its header."""

    width: int
    places: dict[str, int]


def columns_of(line: Line, labels: dict[str, re.Pattern[str]]) -> Columns | None:
    """The columns that a header row names; None for a row that names fewer than two."""
    if len(line.cells) < 2:
        return None
    places: dict[str, int] = {}
    for i, (_, cell) in enumerate(line.cells):
        words = fold(cell)
        for name, pattern in labels.items():
            if name not in places and len(words) <= 60 and pattern.fullmatch(words):
                places[name] = i
                break
    return Columns(len(line.cells), places) if len(places) >= 2 else None


def _no_title(line: Line) -> bool:
    return False


def rows_below(lines: list[Line], header: Line, columns: Columns) -> Iterator[Line]:
    """The rows of a table that have its header's columns; the header said again on a new page is none."""
    for line in table_below(lines, header):
        if len(line.cells) == columns.width and line.text != header.text:
            yield line


def misfits_below(lines: list[Line], header: Line, columns: Columns) -> Iterator[Line]:
    """The rows of a table that have more or fewer columns than its header."""
    for line in table_below(lines, header):
        if len(line.cells) not in (1, columns.width):
            yield line


def table_below(lines: list[Line], header: Line, is_title: Callable[[Line], bool] = _no_title) -> Iterator[Line]:
    """The lines of a table below its header: rows of any width, and titles among them.

    Where the document's file tells nothing of tables, lines with bars are rows, and a line without any ends the table,
    unless the header is said again right behind it or it is a page's number.

    Args:
        is_title: lines without bars that are titles among rows for whoever asks.
    """
    for line in lines[header.index + 1 :]:
        if header.table is not None or line.table is not None:
            if line.table != header.table:
                return
        elif len(line.cells) == 1 and not is_title(line) and not _is_between(lines, line, header):
            return
        yield line


def _is_between(lines: list[Line], line: Line, header: Line) -> bool:
    """Whether a line stands between two pages of one table."""
    if _PAGE.fullmatch(line.text.strip()):
        return True
    return any(x.text == header.text for x in lines[line.index + 1 : line.index + 1 + _PAGE_LINES])
