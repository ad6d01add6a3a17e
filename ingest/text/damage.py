"""What happened to a text on its way: decoded twice, characters lost, presentation forms, digits of two kinds.

Text that was decoded twice (UTF-8 read as windows-1252, windows-1256, Latin-1 or Latin-2, then written as UTF-8) is
undone only where each run of characters goes back exactly; what is left is told by `text_flag`. Nothing else of a text
is changed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

#: Readers of UTF-8 that make text of any bytes; 1256 is the one of Arabic Windows, which general repair tools do not
#: know.
_WRONG = ("cp1252", "cp1256", "latin-1", "iso-8859-2")
#: What the first bytes of Arabic and French letters (C3, D8, D9) look like through them; for windows-1256, with a
#: follower that no word has.
_SUSPECT = re.compile(r"[ØÙÃŘŮĂ][^\x00-\x7f]|[طظأ][‚ƒ„…†‡ˆ‰‹Œ¢£¤¥¦§¨©«¬®¯°±²³´µ¶·¸¹»¼½¾]|â€")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
#: Letters that Arabic and French pages are written in, and the marks between them.
_PLAUSIBLE = re.compile(r"[\u00a0-\u00ff\u0152\u0153\u060c-\u06ff\u2010-\u203a\u20ac\u2022\u25aa\ufe0e\ufe0f]+")
#: A longer text is no page, and is read by nobody.
_MAX_CHARS = 6_000_000
#: One run may be chance.
_MIN_RUNS = 2
_LOST = "\ufffd"
_FORMS = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_DIGIT = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]")
_ASCII_DIGIT = re.compile(r"[0-9]")
_MARKS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: In order of weight: a document's flag is its first.
TEXT_FLAGS = (
    "characters_lost",
    "decoded_twice",
    "charset_contradicted",
    "presentation_forms",
    "mixed_digits",
    "direction_marks",
)


def _bytes_of(encoding: str) -> dict[str, int]:
    """Character → byte; bytes that the encoding leaves out stand for themselves, as browsers have it."""
    table: dict[str, int] = {}
    for code in range(0x80, 0x100):
        try:
            table[bytes([code]).decode(encoding)] = code
        except UnicodeDecodeError:
            table[chr(code)] = code
    return table


_BYTES = {encoding: _bytes_of(encoding) for encoding in _WRONG}


def undo_double_decoding(text: str) -> tuple[str, int]:
    """(text, runs of characters undone): the text as it was before UTF-8 was read as something else."""
    if len(text) > _MAX_CHARS or not _SUSPECT.search(text):
        return text, 0
    best, most = text, 0
    for table in _BYTES.values():
        undone, runs = _undo(text, table)
        if runs > most:
            best, most = undone, runs
    return (best, most) if most >= _MIN_RUNS else (text, 0)


def _undo(text: str, table: Mapping[str, int]) -> tuple[str, int]:
    runs = 0

    def mend(m: re.Match[str]) -> str:
        nonlocal runs
        try:
            words = bytes(table[c] for c in m.group()).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return m.group()
        if not _PLAUSIBLE.fullmatch(words):
            return m.group()
        runs += 1
        return words

    return _RUN.sub(mend, text), runs


def to_letters(text: str) -> tuple[str, int]:
    """(text, forms replaced): Arabic presentation forms as the letters that they show.

    No reader types the forms, and no search finds them; ligatures become their letters, marks stand on no space.
    """
    count = len(_FORMS.findall(text))
    return (_FORMS.sub(_letters, text), count) if count else (text, 0)


def mended(text: str) -> tuple[str, dict[str, float]]:
    """A text with double decoding and presentation forms undone, and how much of each there was."""
    text, runs = undo_double_decoding(text)
    text, forms = to_letters(text)
    told = {"double_decoded_runs": runs, "presentation_forms": forms}
    return text, {name: float(count) for name, count in told.items() if count}


def _letters(form: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", form.group()).lstrip(" \u0640") or form.group()


def text_flag(text: str, measures: Mapping[str, float]) -> str | None:
    """The gravest of `TEXT_FLAGS` that holds for a document's text; None for a sound one.

    Args:
        measures: of the document; `double_decoded_runs`, `charset_contradicted` and `presentation_forms` come
            from its reader.
    """
    if _LOST in text:
        return "characters_lost"
    if measures.get("double_decoded_runs"):
        return "decoded_twice"
    if measures.get("charset_contradicted"):
        return "charset_contradicted"
    if measures.get("presentation_forms") or _FORMS.search(text):
        return "presentation_forms"
    if text.isascii():
        return None
    if _ARABIC_DIGIT.search(text) and _ASCII_DIGIT.search(text):
        return "mixed_digits"
    return "direction_marks" if _MARKS.search(text) else None
