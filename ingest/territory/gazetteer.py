"""Collectivities named in running text: a prefix word (جهة, commune de …) and the longest known name after it.

A bare name is never a key (names are shared between levels); a name shared by several collectivities of one level, and
one that goes on beyond a known name, is left unresolved and keeps its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from ingest.territory.beyond import Beyond, words
from ingest.territory.decisions import Decision, load_decisions, tokens_of
from ingest.territory.prefixes import Prefix, prefixes
from ingest.territory.reference import Territory
from ingest.territory.spelling import loose_key, loose_spelling, spelling, word_key
from ingest.text.fold import Folded
from ingest.text.standing import Choice

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
#: So many letters a French word has with the article that it begins with.
_LEAST_BARE = 4
_BREAK = re.compile(r"[,.;:()\"/\n]")
_WORD = re.compile(r"[^\W_]+")
#: What joins two words of one name.
_JOINT = re.compile(r" ?-? ?|'")
#: More names after a French prefix, and after an Arabic one in the plural: 'les régions de A, de B et de C'.
_COORDINATED = re.compile(r"(?:, | et |, et )(?:de l'|de la |de |du |d')")
_COORDINATED_AR = re.compile(r"(?:,? و ?|, )")


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
    """Whom the words may name, where several bear the name; whose name they begin with, where they go on."""
    because: str = "only_one"
    """Why it is this one: only_one (of its level), spelled_alike, reviewed, own_site, same_province, same_region; else
    open (several bear the name) or goes_on (it is longer than the known one)."""


@dataclass(frozen=True)
class _Hit:
    """An official name that stands at some place of a folded text."""

    end: int
    ids: frozenset[str]
    is_alike: bool
    """It is spelled nearly so, not so."""

    @property
    def only(self) -> str | None:
        return next(iter(self.ids)) if len(self.ids) == 1 else None


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
            for collectivity_id in self._names[level].get(tokens_of(canonical), ()):
                self._add(level, alias, collectivity_id)
        for d in self._decisions:
            # A spelling that no list has; what several bear is settled where it stands (`settled`).
            if (
                d.on_site_of is None
                and d.collectivity_id in self.territories
                and d.tokens not in self._names[d.level_code]
            ):
                self._names[d.level_code][d.tokens] = {d.collectivity_id}
        #: Names by their keys, level by level; the looser keys are asked where no other finds one.
        self._alike: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._loose: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        #: What the keys of names begin with, so that a search ends where no name goes on.
        self._starts: set[str] = set()
        for level, tokens, ids in self.names():
            for form in self._forms(tokens, ids):
                for keys, key in ((self._alike, spelling(form)), (self._loose, loose_spelling(form))):
                    if key:
                        keys[level][key] |= ids
                whole = "".join(map(loose_key, form))
                self._starts.update(whole[:n] for n in range(len(whole) + 1))
        self._longest = max(len(k) for names in self._names.values() for k in names)
        self._beyond = Beyond(tokens for _, tokens, _ in self.names())
        self._prefixes = prefixes()
        self._choice = Choice(self._prefixes, lambda prefix: prefix.pattern.stems)

    def _add(self, level: str, name: str, collectivity_id: str) -> None:
        self._names.setdefault(level, {}).setdefault(tokens_of(name), set()).add(collectivity_id)

    def names(self) -> Iterator[tuple[str, tuple[str, ...], set[str]]]:
        """(level, words of the name, ids) of every known name."""
        for level, names in self._names.items():
            for tokens, ids in names.items():
                yield level, tokens, ids

    def _forms(self, tokens: tuple[str, ...], ids: set[str]) -> Iterator[tuple[str, ...]]:
        """A name, and a French one without the Arabic article that its first word begins with: Loualidia, الوليدية."""
        yield tokens
        first = tokens[0]
        if not first.startswith("l") or len(first) <= _LEAST_BARE:
            return
        if all(tokens_of(self.territories[i].name_ar)[0].startswith("ال") for i in ids):
            yield (first[1:], *tokens[1:])

    def __getitem__(self, collectivity_id: str) -> Territory:
        return self.territories[collectivity_id]

    def find(self, text: str, shown: Folded | None = None) -> list[Mention]:
        """Every prefixed mention in folded `text`, in order; nested ones belong to the longer prefix.

        Args:
            shown: the same text with its original, whose capitals tell where a name ends.
        """
        found: list[Mention] = []
        covered: list[tuple[int, int]] = []
        for prefix in self._choice.standing_in(text):
            for m in prefix.pattern.regex.finditer(text):
                if any(s <= m.start() < e for s, e in covered):
                    continue
                for link in prefix.links:
                    at = link.match(text, m.end()).end()  # type: ignore[union-attr]
                    hit = self._longest_name(text, at, prefix.levels, prefix.glued, shown)
                    if hit is not None:
                        break
                else:
                    continue
                found.append(self._mention(text, m.start("prefix"), at, hit, prefix, shown))
                covered.append((m.start(), found[-1].end))
                found.extend(self._coordinated(text, found[-1].end, prefix, covered, shown))
        return sorted(found, key=lambda x: x.start)

    def _mention(self, text: str, start: int, at: int, hit: _Hit, prefix: Prefix, shown: Folded | None) -> Mention:
        """The mention of a name at `at`: whose it is, or open where it goes on or several bear it."""
        end = self._beyond.end(text, at, hit.end, shown)
        if end > hit.end and self._is_area_of(hit, text[hit.end : end]):
            end = hit.end
        only = hit.only if end == hit.end else None
        return Mention(
            start,
            end,
            only,
            prefix.levels,
            prefix.is_council,
            at,
            prefix.is_city,
            () if only else tuple(sorted(hit.ids)),
            "goes_on" if end > hit.end else "open" if only is None else "spelled_alike" if hit.is_alike else "only_one",
        )

    def _is_area_of(self, hit: _Hit, behind: str) -> bool:
        """Whether words behind a name are its province's or region's: 'commune de Bouskoura Nouaceur'."""
        tokens = tokens_of(behind)
        around = {
            i for level in ("province", "prefecture", "region") for i in self._names.get(level, {}).get(tokens, ())
        }
        codes = {self._area(i, level) for i in around for level in ("province_code", "region_code")} - {None}
        return any(self._area(i, level) in codes for i in hit.ids for level in ("province_code", "region_code"))

    def _coordinated(
        self, text: str, end: int, prefix: Prefix, covered: list[tuple[int, int]], shown: Folded | None
    ) -> list[Mention]:
        """Names after a plural prefix: 'les régions de A, de B et de C', 'جماعات أ وب وج'."""
        found: list[Mention] = []
        joint = _COORDINATED_AR if prefix.is_plural else _COORDINATED
        while m := joint.match(text, end):
            hit = self._longest_name(text, m.end(), prefix.levels, "", shown)
            if hit is None:
                break
            found.append(replace(self._mention(text, m.end(), m.end(), hit, prefix, shown), is_city=False))
            start, end = m.end(), found[-1].end
            covered.append((start, end))
        return found

    def settled(self, mention: Mention, near: frozenset[str], name: str = "", host: str | None = None) -> Mention:
        """A mention that several bear, settled by a reviewed decision or by its surroundings.

        These are the host's own collectivity, else the one candidate that lies in the province or region of one that
        is near; open where that leaves several or none. A name that goes on beyond a known one is a person's to decide.

        Args:
            near: ids of the host's collectivity and of those that the document names beyond doubt.
            name: the name as it stands, folded: what decisions are kept for.
            host: the collectivity whose site it is.
        """
        if mention.collectivity_id is not None or not mention.candidates:
            return mention
        tokens = set(_variants(list(tokens_of(name)), "ل")) if name else set()
        for d in sorted(self._decisions, key=lambda d: d.on_site_of is None):
            if (
                d.tokens in tokens
                and d.level_code in mention.level_codes
                and d.on_site_of in (host, None)
                and (d.collectivity_id in mention.candidates or mention.because == "goes_on")
            ):
                return replace(mention, collectivity_id=d.collectivity_id, because="reviewed")
        if mention.because == "goes_on":
            return mention
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
        wanted = " ".join(tokens_of(name))
        close = process.extract(wanted, list(spelled), scorer=fuzz.ratio, limit=count, score_cutoff=60)
        found = [
            (self.territories[i], round(score / 100, 2)) for words, score, _ in close for i in sorted(spelled[words])
        ]
        return found[: max(count, sum(1 for _, score in found if score == 1.0))]

    def match_bare(
        self, text: str, at: int, levels: tuple[str, ...], shown: Folded | None = None, *, glued: str = ""
    ) -> tuple[int, str] | None:
        """A name of one of `levels` that stands exactly at `at` and goes on no further: (end, id) of the one so named.

        Args:
            shown: the same text with its original, whose capitals tell where a name ends.
            glued: a preposition that may be glued to the name.
        """
        hit = self._longest_name(text, at, levels, glued, shown, alike=False)
        if hit is None or hit.only is None or self._beyond.end(text, at, hit.end, shown) > hit.end:
            return None
        return hit.end, hit.only

    def _longest_name(
        self,
        text: str,
        at: int,
        levels: tuple[str, ...],
        glued: str,
        shown: Folded | None,
        *,
        alike: bool = True,
    ) -> _Hit | None:
        """The longest official name at `at`, as it is written or, where none of that length is, nearly so."""
        tokens: list[str] = []
        best: _Hit | None = None
        position = at
        stop = _BREAK.search(text, at)
        for m in _WORD.finditer(text, at, stop.start() if stop else len(text)):
            gap = text[position : m.start()]
            if (tokens and _JOINT.fullmatch(gap) is None) or (not tokens and gap.strip(" ")):
                break
            tokens.append(m.group())
            position = m.end()
            variants = list(_variants(tokens, glued))
            if len(tokens) > self._longest or not any("".join(map(loose_key, v)) in self._starts for v in variants):
                break
            hit = self._hit(variants, m.end(), levels, alike=alike)
            if hit is None or (hit.is_alike and not _may_be_alike(hit, best, text, at, shown)):
                continue
            best = hit
        return best

    def _hit(self, variants: list[tuple[str, ...]], end: int, levels: tuple[str, ...], *, alike: bool) -> _Hit | None:
        exact = {i for level in levels for v in variants for i in self._names.get(level, {}).get(v, ())}
        if exact:
            return _Hit(end, frozenset(exact), is_alike=False)
        # 'la commune d'Aghbal a tenu' is not Aghbala.
        last = variants[0][-1]
        first = variants[0][0]
        if not alike or not word_key(last) or first in words("arabic"):
            return None
        if len(variants[0]) > 1 and last in words("latin"):
            return None
        for names, key_of in ((self._alike, spelling), (self._loose, loose_spelling)):
            keys = [key for v in variants if (key := key_of(v))]
            if near := {i for level in levels for key in keys for i in names[level].get(key, ())}:
                return _Hit(end, frozenset(near), is_alike=True)
        return None


def _may_be_alike(hit: _Hit, best: _Hit | None, text: str, at: int, shown: Folded | None) -> bool:
    """Whether a name that is spelled nearly so may be meant: it says more than the best one, and begins as a name does.

    A Latin one begins with a capital, where the writer's letters are known.
    """
    if best is not None and hit.ids <= best.ids:
        return False
    return shown is None or not text[at].isascii() or shown.original[shown.offsets[at]].isupper()


def _variants(tokens: list[str], glued: str) -> Iterable[tuple[str, ...]]:
    """The tokens as they stand, and without a preposition glued to the first (لتطوان, للعرائش)."""
    yield tuple(tokens)
    first = tokens[0]
    if glued and first.startswith("لل"):
        yield ("ال" + first[2:], *tokens[1:])
    if glued and first.startswith("ل"):
        yield (first[1:], *tokens[1:])
