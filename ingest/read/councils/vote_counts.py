"""The numbers of a vote, each bound to the side next to it, whichever comes first.

'15 voted for it, 4 against', 'yes: 18, no: 7'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.read.councils.outcome_patterns import UNIT
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import NUMBER, number_of
from ingest.text.numerals.figures import is_paired
from ingest.text.numerals.vocabulary import any_of, words

_PREFIX = r"(?P<joined>[وف])?[بل]?(?:ال|ل)?"
_SIDES = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:{_PREFIX}(?:"
        r"(?P<for>نعم|(?:[يت])?ؤيد(?:ها|ه)|أيد(?:ت|ها|ه|وا)|موافق(?:ة|ون|ين|ا|ات|تهم)?|مؤيد(?:ة|ون|ين|ا)?|صالح(?:ها"
        r"|ه)?|فائدتها"
        r"|(?:ي|ت)?ساند(?:ها|ه|ت|وا|ه[ا]?)|(?:ي|ت)?دعم(?:ها|ه)|وافق(?:ت|وا)?(?: عليها| عليه)?|صادق(?:ت|وا)? علي(?:ها"
        r"|ه|هما)|تأييد|معها|مع(?= ?[:,;)/-]| ?$| و"
        r"| \d{1,3}[,;])|قبول)"
        r"|(?P<against>ضد(?:ها|ه)?|معارض(?:ة|ون|ين|ا)?|عارض(?:ت|ها|ه|وا)?|اعترض(?:ت|وا)?|اعتراض|رفض(?:ها|ه|ت)?"
        r"|رافض(?:ة|ون|ين)|لا(?! أحد))"
        r"|(?P<none>امتنع(?:ت|وا)?|امتناع|ممتنع(?:ة|ون|ين|ا)?)"
        r"|(?P<versus>مقابل)"
        r"|(?P<other>حاضر(?:ة|ون|ين)|حضور|مزاول(?:ون|ين)|أصل|غائب(?:ون|ين)?|متغيب(?:ون|ين)))"
        r"|(?P<for_fr>pour|oui|yes|favorables?|in favou?r|for(?= ?[:,;)/-]| and|$))"
        r"|(?P<against_fr>contre|non|against|defavorables?)|(?P<versus_en>to(?= \d))"
        r"|(?P<none_fr>abstentions?|abstenue?s?|abstenir|abstained)|(?P<other_fr>presents?|votants|exercice|exprimes"
        r"|absents?))(?!\w)"
    )
)
_ONE, _TWO = (any_of(fold(w) for w in words("ar").cardinals[n]) for n in (1, 2))
_COUNTS = re.compile(
    fold_pattern(
        rf"(?P<un>(?<!d')\b(?:une?|one)(?= (?:voix|votes?|abstention|conseill|elue?s?|membre|member|councill)))"
        rf"|(?<!\w)[وب]?(?P<one>(?:عضوة?|صوت|مستشارة?) (?:{_ONE}|وحيد|فريد))(?!\w)"
        rf"|(?<!\w)[وب]?(?P<two>(?:عضوان|عضوين|صوتان|صوتين|مستشاران|مستشارتان|مستشارتين)"
        rf"(?: {_TWO})?|مستشارين {_TWO})(?!\w)"
        rf"|(?<!\w)و?(?P<zero>لا أحد|لا شيء|لم يسجل أي|aucune?|neant)(?!\w)"
        rf"|(?P<n>{NUMBER})(?: (?P<unit>{UNIT})(?!\w))?"
    )
)
#: Words that may stand between a side and its number.
_BETWEEN = re.compile(
    fold_pattern(
        r"[\s]*(?:من|عن|في|فقط|عدد|كل من|عن التصويت|par|de)?[\s]*|\s*صوتوا\s*|\s*سوى\s*"
        r"|\s*(?:هذه |هذا )?(?:ال)?(?:نقطة|مشروع|مقترح|اتفاقية)\s*"
        r"|\s*(?:conseill\w+ |elue?s? |membres? |members |councill\w+ )?(?:(?:sur|out of|of) (?:les )?\d{1,3} )?"
        r"(?:(?:ont|have|were|are|s'etant|se sont|s'est) )?(?:vote|voted |dit |prefere )?(?:s')?\s*"
    )
)
_COLON = re.compile(r"\s*[:=]\s*")
_BY = _p(r"(?:[وب]|بأغلبية|بموافقة|بمجموع|par|avec|a) ?$")
#: Ahead of how many there are: '31 of 35'.
_OF_ALL = _p(r"(?:\bsur|out of|\bof|من أصل|من مجموع|ب?فارق|par un ecart de|a|margin of) (?:les |an? )?$")
#: Behind a number that says by how many votes it was carried.
_MARGIN = _p(r"^ ?(?:d'ecart|de majorite|pres|margin)(?!\w)")
#: 'for an amount of', 'with a favourable vote': an article, no count.
_ARTICLE = re.compile(
    r"(?:une?|one|an?) (?!(?:voix|abstention|contre|against|conseill|elu|membre|member|seul|only)\w*)\w"
)
#: Units that are votes themselves.
_VOTE_UNITS = frozenset(fold_pattern("صوتا صوت أصوات voix votes").split())
#: No council has more members.
_MAX_COUNT = 500


@dataclass(frozen=True)
class Counts:
    """Votes of each side, None where none is stated, and the offset behind the last of them."""

    yes: int | None = None
    no: int | None = None
    abstained: int | None = None
    end: int = 0


@dataclass(frozen=True)
class _Atom:
    """A number or the name of a side at folded offsets [start, end)."""

    start: int
    end: int
    side: str = ""
    """for, against, none, versus or other; empty for a number."""
    is_joined: bool = False
    """'and' is written with the name of the side: no number before it is its own."""
    value: int | None = None
    unit: str | None = None
    """What a number counts, where it says so."""

    @property
    def is_number(self) -> bool:
        return self.value is not None


def read_counts(near: str, result: str | None) -> Counts:
    """The counts in folded words about one vote.

    Args:
        result: what became of the point, where that is known: whose side bare numbers are on depends on it.
    """
    numbers = _numbers(near)
    if not numbers or _is_drawn_twice(near):
        return Counts()
    atoms = sorted([*numbers, *_sides(near, numbers)], key=lambda a: a.start)
    bound = _bind(near, atoms, result)
    found: dict[str, int] = {}
    end = 0
    for i, atom in enumerate(atoms):
        if atom.value is None:
            continue
        side = bound.get(i, "")
        is_bare = not side and atom.unit and "for" not in bound.values() and "for" not in found
        if is_bare and (_BY.search(near[: atom.start]) or atom.unit in _VOTE_UNITS):
            side = "against" if result == "rejected" else "for"  # '22 votes': they carried it, or carried it away.
        if side in ("for", "against", "none") and side not in found:
            found[side] = atom.value
            end = max(end, atom.end)
    return Counts(found.get("for"), found.get("against"), found.get("none"), end)


#: Digits of a count; those of dates, laws and sums hang together.
_PLAIN = re.compile(r"(?<![\d.,/-])\d+(?![\d/]|[.,-]\d)")


def _is_drawn_twice(near: str) -> bool:
    """Whether every digit of the counts stands twice, as where a page draws each glyph twice: 2233 for, 44 against.

    Two counts may be so by chance (22 to 11); one that no council reaches, or three, are not.
    """
    return are_drawn_twice(_PLAIN.findall(near))


def are_drawn_twice(digits: Sequence[str]) -> bool:
    """Whether digits of one vote are such that a page drew each of them twice; which they are nobody can say then."""
    paired = [d for d in digits if is_paired(d) and d.strip("0")]
    return any(len(d) == 4 for d in paired) or (len(digits) >= 3 and len(paired) == len(digits))


def _numbers(near: str) -> list[_Atom]:
    found = []
    for m in _COUNTS.finditer(near):
        value = 1 if m["one"] or m["un"] else 2 if m["two"] else 0 if m["zero"] else number_of(m)
        if (
            value is not None
            and value <= _MAX_COUNT
            and not (_OF_ALL.search(near[: m.start()]) or _MARGIN.search(near[m.end() :]))
            and not (m["unit"] is None and _ARTICLE.match(near, m.start()))
        ):
            found.append(_Atom(m.start(), m.end(), value=value, unit=m["unit"]))
    return found


def _sides(near: str, numbers: list[_Atom]) -> list[_Atom]:
    """Names of sides, those inside the words of a number left out."""
    return [
        _Atom(
            m.start(),
            m.end(),
            side=(m.lastgroup or "").removesuffix("_fr").removesuffix("_en"),
            is_joined=m["joined"] is not None,
        )
        for m in _SIDES.finditer(near)
        if not any(n.start < m.end() and m.start() < n.end for n in numbers)
    ]


def _bind(near: str, atoms: list[_Atom], result: str | None) -> dict[int, str]:
    """Index of a number → its side: the one behind a colon, else the one before it, else the one that it follows."""
    bound: dict[int, str] = {}
    won: tuple[int, int] | None = None
    is_ahead = False
    """Sides stand before their numbers on this line."""
    for i, atom in enumerate(atoms):
        if atom.is_number:
            continue
        left = i > 0 and i - 1 not in bound and _follows(near, atoms[i - 1], atom)
        gap = near[atom.end : atoms[i + 1].start] if i + 1 < len(atoms) and atoms[i + 1].is_number else None
        colon = gap is not None and _COLON.fullmatch(gap) is not None
        right = gap is not None and (colon or _BETWEEN.fullmatch(gap) is not None)
        following = atoms[i + 2] if i + 2 < len(atoms) else None
        if i == 0 and right:
            is_ahead = True
        if right and not colon and not is_ahead and following is not None and atom.side != "versus" and not left:
            right = _binds_right(near, atom, atoms[i + 1], following)
        if atom.side == "versus" or (atom.side == "against" and left and right and not colon):
            if left and right and (following is None or not _belongs(near, atoms[i + 1], following)):
                won = (i - 1, i + 1)
        elif colon or (right and not left):
            bound[i + 1] = atom.side
        elif left:
            bound[i - 1] = atom.side
    if won is not None:
        first, second = ("against", "for") if result == "rejected" else ("for", "against")
        bound.setdefault(won[0], first)
        bound.setdefault(won[1], second)
    return bound


def _follows(near: str, number: _Atom, side: _Atom) -> bool:
    """Whether a side stands right behind a number, nothing of its own between them."""
    return number.is_number and not side.is_joined and _BETWEEN.fullmatch(near, number.end, side.start) is not None


def _belongs(near: str, number: _Atom, side: _Atom) -> bool:
    """Whether the side behind a number is that number's ('8 abstentions')."""
    return side.side in ("for", "against", "none") and _follows(near, number, side)


def _binds_right(near: str, side: _Atom, number: _Atom, following: _Atom) -> bool:
    """'voted for it 15 members' takes the number behind it; 'yes 4 no' leaves it to the next side."""
    return not _belongs(near, number, following) or near[number.end : following.start].strip() != "" or side.is_joined
