"""The order in which a line is read, from the order in which its glyphs stand on the page.

The Unicode bidirectional algorithm (UAX 9) says how a line stands; here it is asked backwards: a reading is right when
it would stand as the glyphs do. Numbers with hyphens between them are where asking twice is not enough: behind an
Arabic letter `7-2023` stands as `2023-7`, in a cell of its own as it is read.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from ingest.text.damage import to_letters

ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_SPACES = re.compile(r"[ \t\u00a0]+")
#: Numbers joined by marks that turn their order in Arabic text.
_JOINED = re.compile(r"\d+(?:[.,/:]\d+)*(?:(?: ?[-–—+/] ?)\d+(?:[.,/:]\d+)*)+")
_JOINTS = re.compile(r"( ?[-–—+/] ?)")
_MAX_JOINED = 5
_YEARS = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)( ?[-–—/] ?)((?:19|20)\d\d)(?![\d/.-])")
_TURNED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_NO_SIDE = str.maketrans("([{<«", ")]}>»")


def is_right_to_left(text: str) -> bool | None:
    """Whether a text is Arabic by its letters; None for one without letters."""
    arabic, latin = len(ARABIC.findall(text)), len(_LATIN.findall(text))
    return None if arabic + latin == 0 else arabic >= latin


def in_reading_order(line: str, *, right_to_left: bool | None = None) -> str:
    """A line as it is read.

    Args:
        right_to_left: the direction of what it stands in; by its own letters where nothing is known.
    """
    from bidi.algorithm import get_display  # heavy: only the child process needs it

    stands = _known(_SPACES.sub(" ", line).strip())
    has_arabic = ARABIC.search(stands) is not None
    if not has_arabic and not (right_to_left and stands):
        return stands
    base = "R" if right_to_left or right_to_left is None else "L"
    read = str(get_display(stands, base_dir=base)).strip()
    read = next((x for x in _readings(read) if _same(str(get_display(x, base_dir=base)), stands)), read)
    return _rising(to_letters(_with_brackets(read))[0])


def _known(text: str) -> str:
    """The text with characters that Unicode has not assigned as lost ones: the algorithm knows no place for them."""
    if text.isascii():
        return text
    return "".join(c if unicodedata.bidirectional(c) else "\ufffd" for c in text)


def _readings(read: str) -> list[str]:
    """A reading, and the same with some of its joined numbers in the other order."""
    groups = list(_JOINED.finditer(read))[:_MAX_JOINED]
    found = [read]
    for turned in itertools.product((False, True), repeat=len(groups)):
        if any(turned):
            parts, at = [], 0
            for group, is_turned in zip(groups, turned, strict=True):
                words = group.group()
                parts += [read[at : group.start()], "".join(_JOINTS.split(words)[::-1]) if is_turned else words]
                at = group.end()
            found.append("".join([*parts, read[at:]]))
    return found


def _same(one: str, other: str) -> bool:
    """Whether two lines stand alike; producers disagree on which side a bracket shows."""
    return one.translate(_NO_SIDE).strip() == other.translate(_NO_SIDE).strip()


def _with_brackets(text: str) -> str:
    """Brackets by their sense: one that closes before any opens has its shape for its sense."""
    closed, opened = text.find(")"), text.find("(")
    return text.translate(_TURNED) if -1 < closed < opened else text


def _rising(text: str) -> str:
    """Years of a range in their order: a range does not fall."""
    return _YEARS.sub(lambda m: f"{m[3]}{m[2]}{m[1]}" if m[1] > m[3] else m.group(), text)
