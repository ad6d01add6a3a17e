"""Collectivities named in running text: a prefix word (جهة, commune de …) and the longest known name after it.

A bare name is never a key (names are shared between levels); a name shared by several collectivities of one level is
left unresolved and keeps its words.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from ingest.territory.reference import Territory
from ingest.text.fold import fold, fold_pattern

#: Words before a name and the levels they announce, Arabic then French. `council`: the phrase names the council.
_PREFIXES: list[tuple[str, tuple[str, ...], bool]] = [
    (r"مجلس جهة", ("region",), True),
    (r"(?:ال|لل)مجلس الجهوي", ("region",), True),
    (r"مجلس (?:ال)?جماعة", ("commune",), True),
    (r"(?:ال|لل)مجلس (?:الجماعي|البلدي|القروي|الحضري)", ("commune",), True),
    (r"مجلس (?:إقليم|عمالة)", ("province", "prefecture"), True),
    (r"(?:ال|لل)مجلس الإقليمي", ("province", "prefecture"), True),
    (r"مجلس مدينة", ("commune",), True),
    (r"جهة", ("region",), False),
    (r"(?:ال|لل)جماعة (?:الترابية|القروية|الحضرية)", ("commune",), False),
    (r"جماعة", ("commune",), False),
    (r"بلدية", ("commune",), False),
    (r"(?:إقليم|عمالة)", ("province", "prefecture"), False),
    (r"مدينة", ("commune",), False),
    (r"conseil (?:regional|de la region)(?: de la region)?", ("region",), True),
    (r"conseil (?:communal|municipal|de la commune)(?: de la commune)?", ("commune",), True),
    (r"conseil (?:provincial|prefectoral|de la province|de la prefecture)", ("province", "prefecture"), True),
    (r"regions?", ("region",), False),
    (r"communes?", ("commune",), False),
    (r"(?:province|prefecture)s?", ("province", "prefecture"), False),
    (r"(?:ville|municipalite)s?", ("commune",), False),
]
#: Spellings seen in the network's own lists that differ from HCP's names (domain notes, 2022-2026).
_ALIASES: dict[tuple[str, str], str] = {
    ("commune", "تزنيت"): "تيزنيت",
    ("commune", "أيت ملول"): "آيت ملول",
    ("commune", "ben guerir"): "benguerir",
    ("region", "جهة الشرق"): "الشرق",
    ("region", "الدار البيضاء سطات"): "الدار البيضاء-سطات",
    ("region", "tangier tetouan al hoceima"): "Tanger-Tétouan-Al Hoceima",
    ("region", "casablanca settat"): "Casablanca-Settat",
    ("region", "الداخلة وادي الذهب"): "الداخلة-وادي الذهب",
    ("commune", "البيضاء"): "الدار البيضاء",
}
_BREAK = re.compile(r"[,.;:()\"/\n]")
#: Words that glue to a French name.
_ARABIC_LINK = re.compile(fold_pattern(r" ?(?:لجهة |لجماعة |لإقليم |لعمالة |لمدينة )?"))
_FRENCH_LINK = re.compile(r" ?(?:de l'|de la |de |du |des |d'|l'|la |le )?")

#: Without the article, which may be the name's own: 'commune de L'Qsiba'.
_FRENCH_OF = re.compile(r" ?(?:de |du |des |d')?")


@dataclass(frozen=True)
class Mention:
    """A collectivity (or its council) named at folded offsets [start, end)."""

    start: int
    end: int
    collectivity_id: str | None
    level_codes: tuple[str, ...]
    is_council: bool
    name_start: int
    is_city: bool = False
    candidates: tuple[str, ...] = ()
    """Whom the words may name, where several bear the name."""
    because: str = "only_one"
    """Why it is this one: only_one (of its level), reviewed, own_site, same_province, same_region; else open."""


@dataclass(frozen=True)
class Decision:
    """What a person decided of a name that several bear, or that is spelled like none: `reviewed_names.csv`."""

    tokens: tuple[str, ...]
    level_code: str
    on_site_of: str | None
    """Only on pages of this collectivity's site; None for everywhere."""
    collectivity_id: str


REVIEWED = Path(__file__).with_name("reviewed_names.csv")


@lru_cache(maxsize=4)
def load_decisions(file: Path = REVIEWED) -> tuple[Decision, ...]:
    """Decisions of the reviewed file.

    Raises:
        ValueError: a line lacks who decided, when or why, or names no level.
    """
    found = []
    with file.open(encoding="utf-8", newline="") as handle:
        for line, row in enumerate(csv.DictReader(handle), start=2):
            missing = [
                k for k in ("name", "level_code", "collectivity_id", "decided_by", "decided_on", "reason") if not row[k]
            ]
            if missing:
                raise ValueError(
                    f"{file.name}, line {line}: {', '.join(missing)} missing; each decision says who made it, when "
                    "and why"
                )
            if row["level_code"] not in ("region", "province", "prefecture", "commune"):
                raise ValueError(
                    f"{file.name}, line {line}: level_code {row['level_code']!r} is none of region, province, "
                    "prefecture, commune"
                )
            dt.date.fromisoformat(row["decided_on"])
            found.append(
                Decision(_tokens(row["name"]), row["level_code"], row["on_site_of"] or None, row["collectivity_id"])
            )
    return tuple(found)


def _mention(
    start: int,
    end: int,
    ids: set[str],
    levels: tuple[str, ...],
    is_council: bool,
    name_start: int,
    *,
    is_city: bool = False,
) -> Mention:
    only = next(iter(ids)) if len(ids) == 1 else None
    return Mention(
        start,
        end,
        only,
        levels,
        is_council,
        name_start,
        is_city,
        () if only else tuple(sorted(ids)),
        "only_one" if only else "open",
    )


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(t for t in re.split(r"[ '-]+", fold(name)) if t)


def _literals(pattern: str) -> tuple[str, ...]:
    """Words one of which every match of a prefix pattern holds: most sentences hold none of them."""
    plain = re.sub(r"\(\?:[^)]*\)s?\??|\w\?", " ", pattern).split()
    if plain:
        return (fold(max(plain, key=len)),)
    first = re.search(r"\(\?:([^)]*)\)", pattern)
    return tuple(fold(w) for w in first[1].split("|")) if first else ("",)


class Gazetteer:
    """Names of collectivities by level, ready to be found in folded text."""

    def __init__(self, territories: Iterable[Territory], decisions: Iterable[Decision] | None = None) -> None:
        self._decisions = tuple(load_decisions() if decisions is None else decisions)
        self.territories = {t.collectivity_id: t for t in territories}
        self._names: dict[str, dict[tuple[str, ...], set[str]]] = {}
        for t in self.territories.values():
            for name in (t.name_ar, t.name_fr):
                self._add(t.level_code, name, t.collectivity_id)
                if t.level_code == "region" and name == "Oriental":
                    self._add("region", "l'Oriental", t.collectivity_id)
        for (level, alias), canonical in _ALIASES.items():
            for collectivity_id in self._names[level].get(_tokens(canonical), ()):
                self._add(level, alias, collectivity_id)
        for d in self._decisions:
            # A spelling that no list has; what several bear is settled where it stands (`settled`).
            if (
                d.on_site_of is None
                and d.collectivity_id in self.territories
                and d.tokens not in self._names[d.level_code]
            ):
                self._names[d.level_code][d.tokens] = {d.collectivity_id}
        self._longest = max(len(k) for names in self._names.values() for k in names)
        self._prefixes = [
            (
                re.compile(rf"(?<!\w){'' if p.isascii() else '[وفبلك]{0,2}'}(?P<prefix>{fold_pattern(p)})(?= |$)"),
                levels,
                council,
                p,
                _literals(p),
            )
            for p, levels, council in _PREFIXES
        ]
        self._quick = re.compile("|".join(sorted({w for *_, literals in self._prefixes for w in literals})))

        shared = {tokens[-1] for names in self._names.values() for tokens, ids in names.items() if len(ids) > 1}
        #: Last words of names that several of one level bear.
        self._shared = re.compile("|".join(sorted(map(re.escape, shared))) or r"(?!)")

    def may_be_open(self, text: str) -> bool:
        """A quick look: whether a folded text may hold a name that several of one level bear."""
        return self._shared.search(text) is not None

    def _add(self, level: str, name: str, collectivity_id: str) -> None:
        self._names.setdefault(level, {}).setdefault(_tokens(name), set()).add(collectivity_id)

    def names(self) -> Iterator[tuple[str, tuple[str, ...], set[str]]]:
        """(level, words of the name, ids) of every known name."""
        for level, names in self._names.items():
            for tokens, ids in names.items():
                yield level, tokens, ids

    def __getitem__(self, collectivity_id: str) -> Territory:
        return self.territories[collectivity_id]

    def find(self, text: str) -> list[Mention]:
        """Every prefixed mention in folded `text`, in order; nested ones belong to the longer prefix."""
        found: list[Mention] = []
        if self._quick.search(text) is None:
            return found
        covered: list[tuple[int, int]] = []
        for pattern, levels, council, source, literals in self._prefixes:
            for word in literals:
                if word in text:
                    break
            else:
                continue
            for m in pattern.finditer(text):
                if any(s <= m.start() < e for s, e in covered):
                    continue
                at = m.end()
                arabic = not source.isascii()
                link = _FRENCH_LINK if not arabic else _ARABIC_LINK
                at = link.match(text, at).end()  # type: ignore[union-attr]
                hit = self._longest_name(text, at, levels, glued="ل" if arabic else "")
                if hit is None and not arabic:
                    at = _FRENCH_OF.match(text, m.end()).end()  # type: ignore[union-attr]
                    hit = self._longest_name(text, at, levels, glued="")
                if hit is None:
                    continue
                end, ids = hit
                is_city = source in ("مدينة", "(?:ville|municipalite)s?")
                start = m.start("prefix")
                covered.append((m.start(), end))
                found.append(_mention(start, end, ids, levels, council, at, is_city=is_city))
                found.extend(self._coordinated(text, end, levels, council, covered))
        return sorted(found, key=lambda x: x.start)

    def _coordinated(
        self, text: str, end: int, levels: tuple[str, ...], council: bool, covered: list[tuple[int, int]]
    ) -> list[Mention]:
        """Names after a French plural prefix: 'les régions de A, de B et de C'."""
        found: list[Mention] = []
        link = re.compile(r"(?:, | et |, et )(?:de l'|de la |de |du |d')")
        while m := link.match(text, end):
            hit = self._longest_name(text, m.end(), levels, glued="")
            if hit is None:
                break
            start, end = m.end(), hit[0]
            ids = hit[1]
            covered.append((start, end))
            found.append(_mention(start, end, ids, levels, council, start))
        return found

    def settled(self, mention: Mention, near: frozenset[str], words: str = "", host: str | None = None) -> Mention:
        """A mention that several bear, settled by a reviewed decision or by its surroundings.

        These are the host's own collectivity, else the one candidate that lies in the province or region of one that
        is near; open where that leaves several or none.

        Args:
            near: ids of the host's collectivity and of those that the document names beyond doubt.
            words: the name as it stands, folded: what decisions are kept for.
            host: the collectivity whose site it is.
        """
        if mention.collectivity_id is not None or not mention.candidates:
            return mention
        tokens = set(_variants(list(_tokens(words)), "ل")) if words else set()
        for d in sorted(self._decisions, key=lambda d: d.on_site_of is None):
            if (
                d.tokens in tokens
                and d.level_code in mention.level_codes
                and d.on_site_of in (host, None)
                and d.collectivity_id in mention.candidates
            ):
                return replace(mention, collectivity_id=d.collectivity_id, because="reviewed")
        own = [c for c in mention.candidates if c in near]
        because = "own_site"
        for level, name in (("province_code", "same_province"), ("region_code", "same_region")):
            if len(own) == 1:
                break
            around = {self._area(n, level) for n in near} - {None}
            own, because = [c for c in mention.candidates if self._area(c, level) in around], name
        return replace(mention, collectivity_id=own[0], because=because) if len(own) == 1 else mention

    def _area(self, collectivity_id: str, level: str) -> str | None:
        """The HCP code of the province or region that a collectivity lies in or is."""
        place = self.territories.get(collectivity_id)
        if place is None:
            return None
        if level == "province_code" and place.level_code in ("province", "prefecture"):
            return place.collectivity_id if place.is_fictitious else place.hcp_code_2024
        if level == "region_code" and place.level_code == "region":
            return place.collectivity_id if place.is_fictitious else place.hcp_code_2024
        code: str | None = getattr(place, level)
        return code

    def candidates(self, name: str, count: int = 3) -> list[tuple[Territory, float]]:
        """Collectivities whose name is spelled like `name`, the likeliest first, each with the likeness (1 is equal).

        For a person to choose from.
        """
        spelled: dict[str, set[str]] = {}
        for names in self._names.values():
            for tokens, ids in names.items():
                spelled.setdefault(" ".join(tokens), set()).update(ids)
        wanted = " ".join(_tokens(name))
        close = process.extract(wanted, list(spelled), scorer=fuzz.ratio, limit=count, score_cutoff=60)
        found = [
            (self.territories[i], round(score / 100, 2)) for words, score, _ in close for i in sorted(spelled[words])
        ]
        return found[: max(count, sum(1 for _, score in found if score == 1.0))]

    def match_bare(self, text: str, at: int, levels: tuple[str, ...]) -> tuple[int, str] | None:
        """A name of one of `levels` standing exactly at `at`: (end, id) when it names one collectivity."""
        hit = self._longest_name(text, at, levels, glued="")
        if hit is None or len(hit[1]) != 1:
            return None
        return hit[0], next(iter(hit[1]))

    def _longest_name(self, text: str, at: int, levels: tuple[str, ...], glued: str) -> tuple[int, set[str]] | None:
        tokens: list[str] = []
        best: tuple[int, set[str]] | None = None
        position = at
        for m in _name_tokens(text, at):
            gap = text[position : m.start()]
            if tokens and not re.fullmatch(r" ?-? ?|'", gap):
                break
            if not tokens and gap.strip(" "):
                break
            tokens.append(m.group())
            position = m.end()
            if len(tokens) > self._longest:
                break
            for level in levels:
                for variant in _variants(tokens, glued):
                    if ids := self._names.get(level, {}).get(variant):
                        best = (m.end(), ids)
        return best


def _name_tokens(text: str, at: int) -> Iterable[re.Match[str]]:
    """Tokens after `at` up to a clause break."""
    stop = _BREAK.search(text, at)
    return re.compile(r"[^\W_]+").finditer(text, at, stop.start() if stop else len(text))


def _variants(tokens: list[str], glued: str) -> Iterable[tuple[str, ...]]:
    """The tokens as they stand, and without a preposition glued to the first (لتطوان, للعرائش)."""
    yield tuple(tokens)
    first = tokens[0]
    if glued and first.startswith("لل"):
        yield ("ال" + first[2:], *tokens[1:])
    if glued and first.startswith("ل"):
        yield (first[1:], *tokens[1:])
