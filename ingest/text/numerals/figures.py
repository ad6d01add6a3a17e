"""Numbers in digits: what their groups allow, and digits that a printer's bold put down twice."""

from __future__ import annotations

import re
from decimal import Decimal

#: Digits with spaces between groups of three, with points and commas, or plain, wherever they begin. The last pair of
#: "12 500,00" are centimes, other digits behind a mark belong to the number all the same; in "2024 100 000" the year is
#: a number of its own.
DIGITS = r"(?:\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)*|\d+(?:[.,]\d+)*)"
_GROUPS = re.compile(r"[.,]")
#: Fewer digits than these may be doubled by chance (1100, 220000): the half would be a sum that no act states.
_MIN_DOUBLED = 8


def value_of(digits: str, *, is_before_scale: bool = False) -> Decimal | None:
    """The value of folded digits in any grouping; None where no single reading is left (1.504377.10).

    Before a scale word one separator is a decimal mark (1,5 million), but a point before three digits groups thousands
    there too (1.916 MDH): both occur, so that the comma alone is believed and the point with three digits means
    thousands.
    """
    text = digits.replace(" ", "")
    groups = _GROUPS.split(text)
    marks = _GROUPS.findall(text)
    if not marks:
        return Decimal(text)
    last = groups[-1]
    if len(marks) == 1 and is_before_scale and not (marks[0] == "." and len(last) == 3):
        return Decimal(f"{groups[0]}.{last}")
    is_grouped = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    if is_grouped and len(set(marks)) == 1:
        return Decimal("".join(groups))
    whole = groups[:-1]
    if len(last) not in (1, 2) or not (len(whole) == 1 or _is_regular(whole, marks, last)):
        return None
    return Decimal(f"{''.join(whole)}.{last}")


def _is_regular(whole: list[str], marks: list[str], last: str) -> bool:
    """Groups of three before the decimals: behind 180.000 two digits can only be centimes, whatever the mark."""
    return (
        len(whole[0]) <= 3
        and all(len(g) == 3 for g in whole[1:])
        and len(set(marks[:-1])) == 1
        and (marks[-1] != marks[0] or len(last) == 2)
    )


def is_doubled(digits: str) -> bool:
    """Whether every digit stands twice, as where a page draws each glyph twice: 115500000000 for 150000.

    Nothing in the number tells it from one that is so by chance, so that nobody may take either for certain. Points and
    spaces would be doubled too: digits in groups are none.
    """
    return len(digits) >= _MIN_DOUBLED and digits.isdigit() and is_paired(digits)


def is_paired(digits: str) -> bool:
    """Whether digits come in pairs of the same."""
    return len(digits) % 2 == 0 and digits[::2] == digits[1::2]
