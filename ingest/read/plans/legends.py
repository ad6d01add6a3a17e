"""What colours and signs of a plan's table mean, as its legend says: 'Légende : vert = achevé ; gris = non démarré'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.read.lines import Line
from ingest.read.plans.labels import speaks_of
from ingest.read.plans.states import state_of
from ingest.text.fold import clean, fold

_PARTS = re.compile(r"[;؛|•،,]|(?<=[^\d\s]) ?/ ?")
_DASH = re.compile(r"\s[-–—]\s")
_NAMES = re.compile(r"[=:：]")
_SAYS = re.compile(r"\s*(?:=|[:：]|[-–—→](?=\s))\s*")
_LINE_CHARS = 240
#: A letter or a sign may be anything elsewhere: only beside another of its line it is one of a legend.
_SIGN = re.compile(r"[^\W\d_]|[^\w\s.,;:()]{1,2}")


def legend_of(lines: Sequence[Line]) -> dict[str, str]:
    """Folded colour or sign → its words, from the lines that say what two of them mean."""
    found: dict[str, str] = {}
    alone: dict[str, str] = {}
    for line in lines:
        if len(line.raw) > _LINE_CHARS:
            continue
        pairs = dict(_pairs(line.raw))
        if len(pairs) > 1:
            found |= pairs
        elif all(speaks_of(key, "colours") for key in pairs):
            alone |= pairs
    return found | alone if len(found | alone) > 1 else {}


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    parts = (x for y in _PARTS.split(text) for x in (_DASH.split(y) if len(_NAMES.findall(text)) > 1 else [y]))
    for part in parts:
        for mark in reversed(list(_SAYS.finditer(part))):
            words = clean(part[mark.end() :])
            head = fold(part[: mark.start()]).split()
            if not head or state_of(words) is None:
                continue
            key = head[-1]
            if speaks_of(key, "colours") or _SIGN.fullmatch(key):
                yield key, words
                break


def spelled(words: str, legend: dict[str, str]) -> str:
    """A cell that is a sign of the legend, with what it means: 'Vert = achevé'; any other as it is."""
    meaning = legend.get(fold(words).strip()) if legend else None
    return words if meaning is None else f"{clean(words)} = {meaning}"
