"""Amounts in dirhams: the unit first, then the scale, then the digits in whichever grouping.

No unit word, no amount. Centimes are a hundredth. A number of a land title, a road, a law or a rank has no unit and is
none; a price per square metre or copy is no amount of an act. Malformed grouping is read where only one reading is
left, and flagged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from ingest.text.fold import Folded, fold, fold_pattern, fold_with_offsets
from ingest.text.limits import limited
from ingest.text.numbers import NUMBER, parse_number

_HUNDREDS = {
    fold(w): n
    for words, n in (
        (("مائة", "مئة"), 100),
        (("مائتا", "مائتي", "مئتي", "مائتين"), 200),
        (("ثلاثمائة", "ثلاث مائة", "ثلاثمئة"), 300),
        (("أربعمائة", "أربع مائة", "أربعمئة"), 400),
        (("خمسمائة", "خمس مائة", "خمسمئة"), 500),
        (("ستمائة", "ست مائة", "ستمئة"), 600),
        (("سبعمائة", "سبع مائة", "سبعمئة"), 700),
        (("ثمانمائة", "ثمان مائة", "ثمانمئة"), 800),
        (("تسعمائة", "تسع مائة", "تسعمئة"), 900),
    )
    for w in words
}
#: Scale words, Arabic and French; the dual counts as two.
_SCALES: dict[str, int] = {
    fold(w): n
    for words, n in (
        (("ألف", "آلاف", "الف", "ألفا", "mille", "kdh"), 1_000),
        (("مليون", "ملايين", "مليونا", "million", "millions", "m"), 1_000_000),
        (("مليار", "ملايير", "مليارا", "milliard", "milliards", "mm"), 1_000_000_000),
    )
    for w in words
}
_DUALS: dict[str, int] = {
    fold(w): n
    for words, n in (
        (("ألفا", "ألفي", "ألفان", "ألفين"), 2_000),
        (("مليوني", "مليونان", "مليونين", "مليونا"), 2_000_000),
        (("مليارا", "ملياري", "مليارين"), 2_000_000_000),
    )
    for w in words
}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DIGITS = r"(?:\d{1,3}(?: \d{3})+(?![\d/])(?:[.,]\d{1,2}(?!\d))?|\d[\d.,]*)"
_UNIT = fold_pattern(r"(?:درهما?|دراهم|د\.? ?م\.?(?!\w)|dirhams?|dhs?|mad|(?P<cent>سنتيم(?:ا|ات)?|centimes?))")
_WORDS = rf"(?:{_any(_HUNDREDS)})(?: و?{NUMBER})?|{NUMBER}"
#: 250.000,00 درهم; 66 مليون درهم; 1,5 مليار; مليون و200 ألف درهم; 2.5 MDH.
_PART = (
    rf"(?:(?:(?P<digits§>{_DIGITS})|(?P<words§>{_WORDS})) ?(?P<scale§>(?:{_any(_SCALES)})(?![ء-ي]))?"
    rf"|(?P<dual§>{_any(_DUALS)})|(?P<bare§>{_any(_SCALES)}))"
)
_BEFORE = r"(?<![\w.,/])[وبل]?"
_AMOUNT = re.compile(
    rf"{_BEFORE}{_PART.replace('§', '1')}(?: ?(?:و|et)? ?{_PART.replace('§', '2')})?(?: \([^)]{{1,80}}\))? ?"
    rf"(?:de |d')?{_UNIT}(?![\wء-ي])"
)
_UNIT_FIRST = re.compile(
    rf"(?<!\w)(?P<unit>{fold_pattern('درهم')}|dhs?|mad) ?:? ?(?P<digits>{_DIGITS})(?![\d/])(?! ?(?:{_UNIT}))"
)
#: What follows the price of one of something.
_EACH = re.compile(
    fold_pattern(
        r" ?(?:عن كل|لكل|للمتر|للنسخة|للشخص|للفرد|في اليوم|/ ?م|/ ?m|par (?:m|metre|copie|personne|jour|an|mois)"
        r"|le metre|le m2|l'unite)"
    )
)
#: 'More than 66 million': what is published as the words of the amount must say so.
_INEXACT = re.compile(
    fold_pattern(
        r"(?<!\w)(?:أزيد من|أكثر من|ما يفوق|يفوق|حوالي|ما يقارب|ما يناهز|نحو|plus de|superieure? a|environ|pres de"
        r"|quelque) ?(?:مبلغ )?$"
    )
)
_MAX = Decimal(10) ** 13


@dataclass(frozen=True)
class Amount:
    """An amount as it is written, at folded offsets [start, end)."""

    value_mad: Decimal
    raw: str
    """The words of the source, with those before it that make it inexact ('more than', 'about')."""
    is_repaired: bool
    """Its digits are grouped in a way that no rule of writing allows."""
    start: int
    end: int

    @property
    def certain_mad(self) -> Decimal | None:
        """The value that may be published as such; None where it had to be repaired, and only the words are sure."""
        return None if self.is_repaired else self.value_mad


def find_amounts(text: str | Folded) -> list[Amount]:
    """Every amount of a text in order; the same amount in digits and in words beside it is one."""
    folded = text if isinstance(text, Folded) else fold_with_offsets(text)
    if not _has_unit(folded.text):
        return []
    found: list[Amount] = []
    at = 0
    while m := _AMOUNT.search(folded.text, at):
        at = m.end()
        parts = [_part(m, "1"), _part(m, "2")]
        # 'a million and 200 thousand' adds up; '12 and 40 dirhams', '2024 100 000 DH' name two things: the amount is
        # the second.
        if parts[1] is not None and not (m["scale1"] or m["dual1"] or m["bare1"]):
            at = m.start("digits2") if m["digits2"] else m.start("words2") if m["words2"] else m.end()
            continue
        is_cut = parts[1] is None and (m["digits2"] or m["words2"]) is not None
        if parts[0] is None or is_cut or _EACH.match(folded.text, m.end()):
            continue  # A number is taken whole or not at all.
        value = sum((p[0] for p in parts if p is not None), Decimal(0))
        if m["cent"]:
            value /= 100
        start = m.start()
        if folded.text[start : start + 1] in "وبل" and folded.text[start + 1 : start + 2].isdigit():
            start += 1
        _keep(found, folded, value, any(p[1] for p in parts if p is not None), start, m.end())
    for m in _UNIT_FIRST.finditer(folded.text):
        if any(m.start() < a.end and a.start < m.end() for a in found) or _EACH.match(folded.text, m.end()):
            continue
        number = _number(m["digits"], None)
        if number is not None:
            _keep(found, folded, number[0], number[1], m.start(), m.end())
    return sorted(found, key=lambda a: a.start)


class StatedAmount(NamedTuple):
    """An amount as a record holds it."""

    mad: Decimal | None
    """None where the source gives none, or gives one that is not certain."""
    raw: str | None

    @classmethod
    def of(cls, amount: Amount | None) -> StatedAmount:
        """An amount as it was read; `NO_AMOUNT` for none."""
        return NO_AMOUNT if amount is None else cls(amount.certain_mad, amount.raw)


NO_AMOUNT = StatedAmount(None, None)


def stated_amount(text: str | Folded) -> StatedAmount:
    """The amount that a text states; of several only the words: which of them is meant is not said."""
    found = find_amounts(text)
    if not found:
        return NO_AMOUNT
    words = "؛ ".join(a.raw for a in found)
    return StatedAmount(found[0].certain_mad if len(found) == 1 else None, limited(words))


#: The unit of a column, in its header.
_HEADER_UNIT = re.compile(
    fold_pattern(
        r"(?P<thousands>ب?آلاف (?:ال)?دراهم|ب?ألف درهم|milliers de (?:dirhams|dhs?)|kdh)"
        r"|(?P<millions>ب?ملايين (?:ال)?دراهم|ب?مليون درهم|millions? de (?:dirhams|dhs?)|mdh)"
        r"|(?P<one>(?<!\w)(?:ب|بال|ال)?(?:درهم|دراهم)(?!\w)|\b(?:dirhams?|dhs?|mad)\b)"
    )
)
_PLAIN = re.compile(rf"\s*{_DIGITS}\s*")


def amount_of_cell(cell: str, header: str) -> Amount | None:
    """The amount of a table's cell; a bare number has the unit and scale that its column's header names."""
    found = find_amounts(cell)
    if found:
        return found[0] if len(found) == 1 else None
    folded = fold_with_offsets(cell)
    unit = _HEADER_UNIT.search(fold(header))
    if unit is None or _PLAIN.fullmatch(folded.text) is None:
        return None
    number = _number(folded.text.strip(), None)
    if number is None:
        return None
    value = number[0] * (1_000 if unit["thousands"] else 1_000_000 if unit["millions"] else 1)
    if not 0 < value < _MAX:
        return None
    return Amount(value.quantize(Decimal("0.01")), cell.strip(), number[1], 0, len(folded.text))


def _has_unit(text: str) -> bool:
    """A quick look: most texts hold no amount."""
    return any(u in text for u in _QUICK)


_QUICK = tuple(fold(w) for w in ("درهم", "دراهم", "سنتيم", "dirham", "dh", "mad", "centime", "د.م", "د م"))


def _keep(found: list[Amount], folded: Folded, value: Decimal, is_repaired: bool, start: int, end: int) -> None:
    if not 0 < value < _MAX:
        return
    if found and found[-1].value_mad == value and start - found[-1].end <= 4:
        return
    if (m := _INEXACT.search(folded.text, max(0, start - 30), start)) is not None:
        start = m.start()
    found.append(Amount(value.quantize(Decimal("0.01")), folded.raw(start, end), is_repaired, start, end))


def _part(m: re.Match[str], which: str) -> tuple[Decimal, bool] | None:
    """(value, was repaired) of one part of an amount; None where it is absent or no number."""
    scale = _SCALES[m[f"scale{which}"]] if m[f"scale{which}"] else None
    if digits := m[f"digits{which}"]:
        number = _number(digits, scale)
        return None if number is None else (number[0] * (scale or 1), number[1])
    if words := m[f"words{which}"]:
        value = _spelled(words)
        return None if value is None else (Decimal(value) * (scale or 1), False)
    if dual := m[f"dual{which}"]:
        return Decimal(_DUALS[dual]), False
    if bare := m[f"bare{which}"]:
        return Decimal(_SCALES[bare]), False
    return None


def _spelled(words: str) -> int | None:
    for hundred, value in _HUNDREDS.items():
        if words == hundred:
            return value
        if words.startswith(hundred + " "):
            rest = parse_number(words[len(hundred) + 1 :].removeprefix("و"))
            return None if rest is None or rest >= 100 else value + rest
    return parse_number(words)


def _number(digits: str, scale: int | None) -> tuple[Decimal, bool] | None:
    """(value, was repaired) of digits in any grouping; None where no single reading is left.

    Before a scale word one separator is a decimal mark (1,5 million), but a point before three digits groups thousands
    when the scale is written as letters beside the unit (1.916 MDH): both occur, so that the comma alone is believed
    there and the point with three digits means thousands.
    """
    text = digits.strip(".,").replace(" ", "")
    groups = re.split(r"[.,]", text)
    marks = re.findall(r"[.,]", text)
    if not marks:
        return Decimal(text), False
    last = groups[-1]
    if len(marks) == 1 and scale is not None and not (marks[0] == "." and len(last) == 3):
        return Decimal(f"{groups[0]}.{last}"), False
    is_grouped = all(len(g) == 3 for g in groups[1:])
    if is_grouped and len(set(marks)) == 1 and len(groups[0]) <= 3:
        return Decimal("".join(groups)), False
    if len(last) in (1, 2):
        whole = groups[:-1]
        regular = len(whole) == 1 or (
            # 180.000.00: two digits behind groups of three can only be centimes, whatever the mark before them.
            len(whole[0]) <= 3 and all(len(g) == 3 for g in whole[1:]) and (marks[-1] != marks[0] or len(last) == 2)
        )
        try:
            return Decimal(f"{''.join(whole)}.{last}"), not regular
        except InvalidOperation:
            return None
    return None
