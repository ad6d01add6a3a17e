"""Amounts in dirhams: what a text states, whole or in its words alone, and what the words around make of it.

No unit word, no amount. Centimes are a hundredth. A number of a land title, a road, a law or a rank has no unit and is
none; a price per square metre or copy is no amount of an act. Where a number is not read whole, where its digits and
its words differ, or where it says "more than", only its words are sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ingest.text.fold import Folded, fold, fold_pattern, fold_with_offsets
from ingest.text.limits import MAX_ACT_MAD, limited
from ingest.text.numerals.relations import Relation, related
from ingest.text.numerals.vocabulary import LANGUAGES, any_of, words
from ingest.text.written_sums import SHORT, Flag, Written, written_sums

#: What follows the price of one of something.
_EACH = re.compile(
    fold_pattern(
        # What each project, each association may get is the ceiling of a grant, no price.
        r" ?(?:عن كل|لكل (?!(?:مشروع|جمعية|تعاونية|فريق|نادي|جماعة|حامل))|للمتر|للنسخة|للشخص|للفرد|في اليوم|/ ?م|/ ?m"
        r"|للهكتار|للطن|للقنطار|للكيلو|للساعة|للتلميذ|للطالب|في الشهر|شهريا|يوميا"
        r"|par (?:m|metre|copie|personne|jour|mois|eleve|etudiant|enfant|agent|participant|seance|trimestre|tonne"
        r"|quintal|hectare|kilo|kg|tete|heure)(?!\w)|(?:mensuel|journalier)s?(?!\w)"
        r"|l[ea] (?:metre|m2|tonne|quintal|kilo|kg)|l'(?:unite|hectare|heure)"
        r"|(?:a|pour) chaque (?!association|projet|cooperative|club)"
        r"|(?:a|per) (?:month|day|hour|week|tonne|head|copy|person|pupil|student|participant|child"
        r"|(?:square )?met(?:re|er))(?!\w)|(?:monthly|daily|each|apiece)(?!\w))"
    )
)
#: Before a sum that is not the one: 'and not 2 million', 'instead of 900,000'.
_DENIED = re.compile(
    fold_pattern(
        r"(?<!\w)(?:و?ليس|بدلا? (?:من|عن)|عوض(?:ا عن)?|et non(?: pas)?|(?:au lieu|a la place) d[eu]|(?:and )?not"
        r"|instead of|rather than) ?(?:de |d'|un montant de |مبلغ |ب)?$"
    )
)
_FRACTIONS = any_of(
    fold(w)
    for own in map(words, LANGUAGES)
    for w in ("moitié", *own.unread, *(w for ws in own.fractions.values() for w in ws))
)
#: Before a sum of which a part is meant: 'half of 8 million', '30 % of 12 million'.
_PART_OF = re.compile(
    fold_pattern(
        rf"(?:(?<!\w)(?:ب|ال)?{_FRACTIONS}|%|pour ?cent|per cent"
        r"|في المائة|بالمائة) (?:de |des |d'|du |of |the |من |montant |cout |مبلغ |(?:ال)?كلفة |اصل )*$"
    )
)
_BEFORE_CHARS = 40
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Amount:
    """An amount as it is written, at folded offsets [start, end)."""

    value_mad: Decimal | None
    """What its words say, in dirhams; None where they are not read whole."""
    raw: str
    """The words of the source, with those beside it that make it inexact ('more than', 'about')."""
    start: int
    end: int
    relation: Relation = "exactly"
    flag: Flag | None = None
    """Why its value is not given."""

    @property
    def certain_mad(self) -> Decimal | None:
        """The value that may be published as such; None where it is inexact, and only the words are sure.

        "Up to" is the sum that was decided: a council binds itself to so much at the most. "More than" and "about" are
        no sum until a column says so beside them.
        """
        return self.value_mad if self.relation in ("exactly", "up_to") else None


def find_amounts(text: str | Folded, *, most: Decimal = MAX_ACT_MAD) -> list[Amount]:
    """Every amount of a text in order; the same amount in digits and in words beside it is one.

    Args:
        most: an amount above it is not believed; its words stay (`ingest.text.limits`).
    """
    folded = text if isinstance(text, Folded) else fold_with_offsets(text)
    if not _has_unit(folded.text):
        return []
    found = (_amount(folded, w, most) for w in written_sums(folded.text) if not _EACH.match(folded.text, w.end))
    return [a for a in found if a is not None]


def _amount(folded: Folded, written: Written, most: Decimal) -> Amount | None:
    if written.value is not None and written.value <= 0:
        return None
    before = folded.text[max(0, written.start - _BEFORE_CHARS) : written.start]
    if _DENIED.search(before):
        return None
    said = related(folded.text, written.start, written.end)
    if (part := _PART_OF.search(before)) is not None:
        start = written.start - len(before) + part.start()
        return Amount(None, folded.raw(start, said.end), start, said.end, said.relation, "partly_read")
    is_over = written.value is not None and written.value > most
    value = None if written.value is None or is_over else written.value.quantize(_CENT)
    flag: Flag | None = "over_ceiling" if is_over else written.flag
    return Amount(value, folded.raw(said.start, said.end), said.start, said.end, said.relation, flag)


class StatedAmount(NamedTuple):
    """An amount as a record holds it."""

    mad: Decimal | None
    """None where the source gives none, or gives one that is not certain or not exact."""
    raw: str | None
    relation: Relation | None = None
    """None where the source gives no amount, or several."""
    flag: Flag | None = None

    @classmethod
    def of(cls, amount: Amount | None) -> StatedAmount:
        """An amount as it was read; `NO_AMOUNT` for none."""
        return NO_AMOUNT if amount is None else cls(amount.certain_mad, amount.raw, amount.relation, amount.flag)


NO_AMOUNT = StatedAmount(None, None)


def stated_amount(text: str | Folded, *, most: Decimal = MAX_ACT_MAD) -> StatedAmount:
    """The amount that a text states; of several only the words: which of them is meant is not said."""
    found = find_amounts(text, most=most)
    if len(found) == 1:
        one = StatedAmount.of(found[0])
        return one._replace(raw=limited(found[0].raw))
    return StatedAmount(None, limited("؛ ".join(a.raw for a in found))) if found else NO_AMOUNT


def _header_unit(size: int) -> str:
    """Units of a column in thousands or millions: the scale's words before the unit, or its letters in one with it."""
    scales = [words(language).scales[size] for language in LANGUAGES]
    scale = any_of(fold(w) for s in scales for w in (*s.one, *s.many))
    short = "|".join(w for w, n in SHORT.items() if n == size)
    return rf"ب?(?:ال)?{scale} (?:de |d'|of )?(?:ال)?(?:دراهم|درهم|dirhams|dhs?)|(?<!\w)(?:{short}) ?dhs?(?!\w)"


#: The unit of a column, in its header.
_HEADER_UNIT = re.compile(
    fold_pattern(
        rf"(?P<thousands>{_header_unit(1_000)})|(?P<millions>{_header_unit(1_000_000)})"
        r"|(?P<one>(?<!\w)(?:ب|بال|ال)?(?:درهم|دراهم)(?!\w)|\b(?:dirhams?|dhs?|mad)\b)"
    )
)


def amount_of_cell(cell: str, header: str, *, most: Decimal = MAX_ACT_MAD) -> Amount | None:
    """The amount of a table's cell; a bare number has the unit and scale that its column's header names."""
    found = find_amounts(cell, most=most)
    if found:
        return found[0] if len(found) == 1 else None
    unit = _HEADER_UNIT.search(fold(header))
    words_of_cell = fold(cell)
    if unit is None or not words_of_cell:
        return None
    # Read as if the unit stood in the cell, which must hold nothing else.
    read = [w for w in written_sums(f"{words_of_cell} dh") if w.start == 0]
    if len(read) != 1 or read[0].end < len(words_of_cell):
        return None
    scale = 1_000 if unit["thousands"] else 1_000_000 if unit["millions"] else 1
    value, flag = read[0].value, read[0].flag
    if value is not None and scale > 1 and read[0].phrase.has_scale:
        value, flag = None, "partly_read"  # "150 ألف" in a column of thousands.
    if value is not None and value * scale > most:
        value, flag = None, "over_ceiling"
    if value is not None and value <= 0:
        return None
    mad = None if value is None else (value * scale).quantize(_CENT)
    return Amount(mad, cell.strip(), 0, len(words_of_cell), "exactly", flag)


def _has_unit(text: str) -> bool:
    """A quick look: most texts hold no amount."""
    return any(u in text for u in _QUICK)


_QUICK = tuple(fold(w) for w in ("درهم", "دراهم", "سنتيم", "dirham", "dh", "mad", "centime", "د.م", "د م"))
