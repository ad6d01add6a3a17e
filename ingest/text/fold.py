"""One normal form for matching, with the way back to the original characters.

Folding never touches display text: rules match on the folded form, evidence and raw strings are cut from the original.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from ingest.text.stems import Stemmed

#: Marks that carry no letter: harakat, superscript alef, tatweel, bidi controls, zero-width characters, byte-order
#: mark.
_DROPPED = frozenset(
    [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0670", "\u0640", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\ufeff", "*", "\u00ad"]
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2066, 0x206A)]
)
#: Spelling variants met on council pages (Persian yeh and kaf, the three ways to write a hard g): one letter each, for
#: matching only.
_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "گ": "ك",
    "ݣ": "ك",
    "ڭ": "ك",
    "ة": "ه",
    "ؤ": "و",
    "ئ": "ي",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
    "٫": ",",
    "٬": ".",
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "―": "-",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "„": '"',
    "‟": '"',
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
}


def _fold_char(char: str) -> str:
    """The folded form of one character: zero, one or several characters."""
    if char in _DROPPED:
        return ""
    if char in _LETTERS:
        return _LETTERS[char]
    if char.isspace():
        return " "
    if char.isdigit():
        try:
            return str(unicodedata.digit(char))
        except ValueError:
            return char
    out = []
    for part in unicodedata.normalize("NFKD", char):
        if part in _DROPPED or unicodedata.combining(part):
            continue
        out.append(_LETTERS.get(part, part.lower()))
    return "".join(out)


class _FoldTable(dict[int, str]):
    """Code point → folded form, for `str.translate`; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_char(chr(code))
        if len(self[code]) != 1:
            self.uneven.add(chr(code))
        return self[code]

    def __init__(self) -> None:
        super().__init__()
        #: Characters met so far that fold to none or to several.
        self.uneven: set[str] = set()


class _CleanTable(dict[int, str | None]):
    """Code point → display form: white space is a space, controls are nothing."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        is_control = unicodedata.category(char) in ("Cf", "Cc")
        self[code] = " " if char.isspace() else None if is_control else char
        return self[code]


_FOLDED = _FoldTable()
#: What Arabic and French are written in, as far as one character folds to one: first of all the zero that the C code of
#: `charmap_build` asks for.
_USUAL = (
    "\0"
    + "".join(chr(c) for c in (*range(0x20, 0x7F), *range(0x621, 0x64B), *range(0x660, 0x66A)))
    + "\n\t\r\xa0،؛؟٪٫٬ٱگڭݣپچڤیک"
    + "àâäáãçéèêëíìîïñóòôöõúùûüÿÀÂÄÁÃÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜŸ«»°–—‐‑−“”„’‘´•·±²³ªº€§©®×÷"
)


def _code_page() -> tuple[Any, Any]:
    """A code page of the usual characters, and the folded form of each of its bytes."""
    even = [c for c in dict.fromkeys(_USUAL) if c == "\0" or len(_fold_char(c)) == 1]
    unused = "".join(chr(0xE000 + i) for i in range(256 - len(even)))
    return codecs.charmap_build("".join(even) + unused), "".join(map(_fold_char, even)) + "\ufffe" * len(unused)


_PAGE, _PAGE_FOLDED = _code_page()
_CLEANED = _CleanTable()
_SPACES = re.compile("  +")


@dataclass(frozen=True)
class Folded:
    """Folded text and, for each of its characters, the offset of the original character it came from."""

    text: str
    original: str
    base: int = 0
    """Offset of `original` inside its document."""

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Made when first asked for: most sentences hold nothing that anybody points at."""
        if len(self.text) == len(self.original) and _FOLDED.uneven.isdisjoint(self.original):
            return range(len(self.original))  # One for one, no white space collapsed.
        offsets: list[int] = []
        last_space = True
        table = _FOLDED
        for i, char in enumerate(self.original):
            piece = table[ord(char)]
            if piece == " ":
                if not last_space:
                    offsets.append(i)
                last_space = True
            elif piece:
                last_space = False
                offsets += [i] * len(piece)
        return offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets (start, end) of the folded slice [start, end)."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else len(self.original)
            return self.base + at, self.base + at
        return self.base + self.offsets[start], self.base + self.offsets[end - 1] + 1

    def raw(self, start: int, end: int) -> str:
        """The original characters behind the folded slice, white space collapsed and bidi marks removed."""
        first, last = self.span(start, end)
        return clean(self.original[first - self.base : last - self.base])


def fold_with_offsets(text: str, base: int = 0) -> Folded:
    """Fold `text` for matching: white space collapsed, offsets kept."""
    return Folded(_spaced(text).removeprefix(" "), text, base)


def _spaced(text: str) -> str:
    folded = _translated(text)
    return _SPACES.sub(" ", folded) if "  " in folded else folded


def _translated(text: str) -> str:
    """Each character folded.

    Through a code page, in C, where the text has usual characters alone: nine times as fast as one by one.
    """
    if text.isascii():
        return text.translate(_FOLDED)
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _PAGE)[0], "strict", _PAGE_FOLDED)[0]
    except UnicodeEncodeError:
        return text.translate(_FOLDED)


def fold(text: str) -> str:
    """The folded form alone, stripped."""
    return _spaced(text).strip()


def clean(text: str) -> str:
    """Display text: bidi controls and zero-width characters removed, white space collapsed, nothing else changed."""
    joined = " ".join(text.split())
    # Nothing printable is a control; asking is some ten times faster than looking at each character.
    return joined if joined.isprintable() else " ".join(text.translate(_CLEANED).split())


@lru_cache(maxsize=4096)
def fold_pattern(pattern: str) -> str:
    """A regular expression written in ordinary spelling, folded letter by letter so that it matches folded text.

    Back-slash sequences stay; white space stays as written, so that `x` flags are not needed.
    """
    out = []
    skip = False
    for char in pattern:
        if skip or char == "\\":
            out.append(char)
            skip = char == "\\" and not skip
            continue
        out.append(char if char.isascii() else (_FOLDED[ord(char)] or ("" if char in _DROPPED else char)))
    return "".join(out)


def compile_folded(pattern: str) -> Stemmed:
    """A compiled pattern, written in ordinary spelling, that matches folded text."""
    return Stemmed(fold_pattern(pattern))
