"""Collectivities by their written names, in two languages that must not contradict each other.

A name says its level in its first words. Each language gives candidates of that level: names equal after folding, then
equal in their skeleton (transliterations differ: Ksar Kbir, Ksar El Kebir), then nearly so. One candidate is enough
when the spelling is equal; a near one needs both languages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz

from ingest.territory.gazetteer import Gazetteer
from ingest.text.fold import fold, fold_pattern

#: First words of a name and the levels they announce; the longest first.
_LEVELS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(fold_pattern(rf"^(?:{words}) +")), levels)
    for words, levels in (
        (
            r"مجلس جهة|المجلس الجهوي(?: لجهة)?|جهة|conseil regional(?: de la region)?(?: de)?"
            r"|region(?: de)?(?: l[' ])?",
            ("region",),
        ),
        (
            r"مجلس إقليم|مجلس عمالة|المجلس الإقليمي|إقليم|عمالة|conseil provincial(?: de)?|province(?: de)?"
            r"|prefecture(?: de)?",
            ("province", "prefecture"),
        ),
        (r"مجلس جماعة|المجلس الجماعي(?: ل)?|جماعة|commune(?: de)?|ville(?: de)?", ("commune",)),
    )
)
_NEAR = 88.0
_ARTICLES_AR = re.compile(r"(?<!\w)(?:ال|ل)(?=\w{3})")
_LATIN = (
    ("ou", "w"),
    ("oa", "wa"),
    ("oue", "we"),
    ("dj", "j"),
    ("ch", "x"),
    ("sh", "x"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("ph", "f"),
    ("q", "k"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("u", "w"),
)


@dataclass(frozen=True)
class Resolved:
    """The collectivity of a name, or why there is none."""

    collectivity_id: str | None
    problem: str | None
    """unresolved_name, ambiguous_name, names_contradict; None when resolved."""


@dataclass(frozen=True)
class _Candidates:
    exact: frozenset[str]
    near: frozenset[str]


class NameResolver:
    """Resolves names of one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._exact: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._skeletons: dict[tuple[str, str], set[str]] = defaultdict(set)
        for level, tokens, ids in gazetteer.names():
            name = " ".join(tokens)
            self._exact[(level, name)] |= ids
            self._skeletons[(level, skeleton(name))] |= ids

    def resolve(self, name_ar: str, name_fr: str) -> Resolved:
        """The one collectivity that both names allow."""
        found = [c for n in (name_ar, name_fr) if n and (c := self._candidates(n)) is not None]
        exact = [c.exact for c in found if c.exact]
        if len(exact) == 2:
            common = exact[0] & exact[1]
            return _one(common) if common else Resolved(None, "names_contradict")
        if len(exact) == 1:
            near = [c.near for c in found if not c.exact and c.near]
            if near and not (exact[0] & near[0]) and len(exact[0]) > 1:
                return Resolved(None, "names_contradict")
            return _one(exact[0] & near[0] if near and exact[0] & near[0] else exact[0])
        near = [c.near for c in found if c.near]
        if len(near) == 2 and near[0] & near[1]:
            return _one(near[0] & near[1])
        return Resolved(None, "unresolved_name")

    def _candidates(self, name: str) -> _Candidates | None:
        """Candidates of the level that the name's first words announce; None when they announce none."""
        text = re.sub(r"[-'_.]+", " ", fold(name))
        text = " ".join(text.split())
        for pattern, levels in _LEVELS:
            if m := pattern.match(text):
                rest = text[m.end() :]
                exact = set().union(*(self._exact.get((level, rest), set()) for level in levels))
                own = skeleton(rest)
                near = set().union(*(self._skeletons.get((level, own), set()) for level in levels))
                if not exact and not near:
                    near = {
                        i
                        for (level, other), ids in self._skeletons.items()
                        if level in levels and fuzz.ratio(own, other) >= _NEAR
                        for i in ids
                    }
                return _Candidates(frozenset(exact), frozenset(near | exact))
        return None


def _one(ids: frozenset[str]) -> Resolved:
    return Resolved(next(iter(ids)), None) if len(ids) == 1 else Resolved(None, "ambiguous_name")


def skeleton(name: str) -> str:
    """What stays of a folded name across spellings: no articles, no vowels, transliterations made one."""
    if re.search(r"[ء-ي]", name):
        text = _ARTICLES_AR.sub("", name)
        return re.sub(r"[اويءه ]", "", text)
    text = (
        f" {name} ".replace(" el ", " ")
        .replace(" al ", " ")
        .replace(" l ", " ")
        .replace(" de ", " ")
        .replace(" la ", " ")
    )
    for long, short in _LATIN:
        text = text.replace(long, short)
    text = re.sub(r"[aeio ]", "", text)
    return re.sub(r"(.)\1+", r"\1", text)
