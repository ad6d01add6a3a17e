"""What the labels and column heads of plan forms mean (`labels.yml`), in whichever language they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from ingest.read.lines import Columns, Line
from ingest.text.fold import fold, fold_pattern


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("labels.yml").read_text("utf-8"))
    return loaded


@cache
def _loose() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("labels.yml").read_text("utf-8"))
    return loaded


@cache
def _labels() -> dict[str, str]:
    return {bare_label(w): name for name, words in _file()["labels"].items() for w in words}


@cache
def _columns() -> dict[str, str]:
    return {fold(w): name for name, words in _file()["columns"].items() for w in words}


_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(fold_pattern(r"^[وبل]?(?:ال|لل)(?=\w{2})"))
_LABEL_WORDS = 6


@cache
def _words() -> tuple[dict[str, str], frozenset[str]]:
    return {fold(w): name for name, words in _file()["words"].items() for w in words}, frozenset(
        fold(w) for w in _file()["around"]
    )


_PROJECT = re.compile(fold_pattern(r"projet|project|engagement|commitment|مشروع|التزام"))


@lru_cache(maxsize=4096)
def composed_label(text: str) -> str | None:
    """The class of a label that no list has: all its words are words of labels, and one of them says of what."""
    classes, around = _words()
    found = []
    words = _WORD.findall(bare_label(text))
    if not 0 < len(words) <= _LABEL_WORDS:
        return None
    for word in words:
        bare = _ARTICLE.sub("", word)
        name = classes.get(word) or classes.get(bare) or classes.get(word[1:] if word[:1] in "وبل" else "")
        if name is not None:
            found.append(name)
        elif word not in around and bare not in around:
            return None
    name = next((name for name in classes.values() if name in found), None)
    # 'Title' and 'number' alone are of anything ('العنوان' is an address too): they want the project beside them.
    return None if name in ("title", "number") and _PROJECT.search(" ".join(words)) is None else name


@lru_cache(maxsize=4096)
def classes_in(text: str) -> frozenset[str]:
    """The classes of which a label holds a word, whatever else it says."""
    classes, _ = _words()
    found = set()
    for word in _WORD.findall(bare_label(text)):
        bare = _ARTICLE.sub("", word)
        found.add(classes.get(word) or classes.get(bare) or classes.get(word[1:] if word[:1] in "وبل" else "") or "")
    return frozenset(found - {""})


def column_in(text: str) -> str | None:
    """The class of a column's head or of a label, from the lists or by its words."""
    return _columns().get(bare_label(text)) or label_in(text)


@cache
def _listed(name: str) -> re.Pattern[str]:
    words = sorted((fold_pattern(w) for w in _loose()[name]), key=len, reverse=True)
    return re.compile(rf"(?<!\w){fold_pattern('[وبل]?(?:ال|لل)?')}(?:{'|'.join(words)})(?!\w)")


def speaks_of(text: str, name: str) -> bool:
    """Whether a label holds a word of a list of `labels.yml`."""
    return _listed(name).search(bare_label(text)) is not None


def says_project(text: str) -> bool:
    """Whether a label speaks of projects or commitments."""
    return speaks_of(text, "projects")


def names_both(text: str) -> bool:
    """Whether the head of a column names projects and their activities: 'Projet / étape'."""
    parts = re.split(r" ?[/|] ?", bare_label(text))
    return (
        len(parts) == 2
        and (says_project(parts[0]) or column_in(parts[0]) == "title")
        and ("milestones" in classes_in(parts[1]) or speaks_of(parts[1], "projects"))
    )


_CLOSING = ":;.؛*| "


def bare_label(text: str) -> str:
    """A label folded, without what stands in brackets and without closing marks."""
    return " ".join(re.sub(r"\([^()]*\)", " ", fold(text)).rstrip(_CLOSING).split())


def label_in(text: str) -> str | None:
    """The class of a text that is a label, from the list or by its words."""
    return _labels().get(bare_label(text)) or composed_label(text)


def columns_of(line: Line) -> Columns | None:
    """The columns of a table of projects, by its header; None for any other row."""
    if len(line.cells) < 3:
        return None
    places: dict[str, int] = {}
    for i, (_, cell) in enumerate(line.cells):
        name = _columns().get(fold(cell)) or composed_label(cell)
        if name is not None and name not in places:
            places[name] = i
    return Columns(len(line.cells), places) if "title" in places and len(places) >= 3 else None


#: Labels of dates.
_MOMENTS = ("start", "end", "period")


class Labelled(NamedTuple):
    """A label and its value, which is empty where it stands on the lines below."""

    name: str
    value: str
    at: int
    """Offset of the value in the line."""


def label_of(line: Line) -> Labelled | None:
    """The label that a line begins with, if it is a known one, and what stands behind it."""
    if len(line.cells) == 2:
        (_, head), (at, value) = line.cells
        if (name := label_in(head)) is not None and label_in(value) is None and value.strip():
            return Labelled(name, value.strip(), at + len(value) - len(value.lstrip()))
        return None
    head, colon, rest = line.raw.partition(":")
    if colon and rest.strip():
        name = label_in(head)
        return None if name is None else Labelled(name, rest.strip(), len(head) + 1 + (len(rest) - len(rest.lstrip())))
    name = _labels().get(bare_label(line.raw)) or (composed_label(head) if colon else None)
    return None if name is None else Labelled(name, "", len(line.raw))


def milestone_head(line: Line) -> Labelled | None:
    """The head of a table of activities: its first cell is the label, the others name dates."""
    if len(line.cells) < 2 or label_in(line.cells[0][1]) != "milestones":
        return None
    others = [_columns().get(fold(c)) or label_in(c) for _, c in line.cells[1:]]
    return Labelled("milestones", "", len(line.raw)) if any(o in _MOMENTS for o in others) else None
