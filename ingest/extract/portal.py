"""Counters and institutions of the access-to-information portal, read by label: its markup is not known and may change.

A label is looked for in elements, table heads, definition lists, attributes and JSON; the number nearest to it in the smallest box that holds no other label is its
value. A counter that JavaScript animates shows 0 and keeps its number in a data attribute, which is preferred. What is not found is told, never zero. Names of officers are read past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, NavigableString, Tag

from ingest.documents.page_json import all_json
from ingest.text.fold import clean, fold

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ .,\u00a0\u202f']\d{3})+(?![\d])|(?<![\w.,])\d+(?:[.,]\d+)?")
_DATA = re.compile(r"^data-(?:\w+-)*(?:count|target|to|value|number|end|stop|counter|val|num)$")
_STATED = re.compile(
    fold(r"(?:إلى غاية|الى حدود|محين بتاريخ|تاريخ التحيين|آخر تحيين|arrete au|mise a jour le|mis a jour le|au)")
    + r"\s*:?\s*(?P<date>[^|;]{6,40})"
)
#: A box that holds so many words is a page, not a counter.
_MAX_BOX_WORDS = 40


@cache
def _labels() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("portal_labels.yml").read_text("utf-8"))
    return loaded


@cache
def _measure_of() -> dict[str, str]:
    return {_bare(label): measure for measure, labels in _labels()["measures"].items() for label in labels}


def _bare(text: str) -> str:
    """Folded words without numbers, brackets and punctuation."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    words = re.sub(r"\(.*?\)|_|[\d.,:؛;*%+|/\-–'’\"]+", " ", fold(text))
    return " ".join(words.split())


@dataclass(frozen=True)
class Counter:
    """One figure of the portal or of an institution."""

    measure_code: str
    value_count: int | None
    value_raw: str
    is_including_complaints: bool
    rounding_code: str


@dataclass(frozen=True)
class PortalPage:
    """What a page of the portal says by its labels."""

    counters: tuple[Counter, ...]
    unseen: tuple[str, ...]
    """Measures that the portal's front page should show and does not, in the words of their first label."""
    as_of_raw: str | None
    has_officer: bool
    kind_code: str | None
    """Kind of institution, where a label says so."""
    is_shell: bool
    """Built by JavaScript, and its data is not in the page."""


def read_portal_page(text: str) -> PortalPage:
    """Counters and marks of one page: HTML, HTML with JSON in it, or JSON."""
    data = all_json(text)
    soup = BeautifulSoup(text, "lxml") if text.lstrip()[:1] not in ("{", "[") else None
    has_script = soup is not None and soup.find("script", src=True) is not None
    found: dict[str, Counter] = {}
    for counter in [*_from_json(data), *(_from_html(soup) if soup is not None else ())]:
        known = found.get(counter.measure_code)
        if known is None or (known.value_count in (None, 0) and counter.value_count):
            found[counter.measure_code] = counter
    words = fold(soup.get_text(" ")) if soup is not None else fold(text)
    stated = _STATED.search(words)
    is_shell = has_script and len(words.split()) < _MAX_BOX_WORDS and not found
    unseen = tuple(_labels()["measures"][m][0] for m in _labels()["required"] if m not in found)
    return PortalPage(
        tuple(found[m] for m in _labels()["measures"] if m in found), unseen, stated["date"].strip() if stated else None,
        any(_bare(label) in _bare(words) for label in _labels()["officer"]), _kind(soup), is_shell,
    )  # fmt: skip


def _from_html(soup: BeautifulSoup) -> Iterator[Counter]:
    labels = [(t, m) for t in _texts(soup) if (m := _measure(str(t)))]
    marked = {id(t) for t, _ in labels}
    for node, measure in labels:
        own = _value(str(node).partition(":")[2]) if ":" in str(node) else None
        value = own or _in_table(node) or _in_box(node, marked)
        if value is not None:
            yield _counter(measure, str(node), value)


def _texts(soup: BeautifulSoup) -> Iterator[NavigableString]:
    for unwanted in soup(["script", "style", "noscript", "option"]):
        unwanted.decompose()
    for node in soup.find_all(string=True):
        if str(node).strip():
            yield node


def _measure(text: str) -> str | None:
    """The measure that a text is the label of: the whole text, its complaints and its number aside."""
    if len(text) > 120:
        return None
    text = text.partition(":")[0] or text
    words = [w for w in _bare(text).split() if w.removeprefix("و") not in _complaints()]
    units = [_bare(u) for u in _labels()["units"]]
    bare = " ".join(words).removesuffix(" et").removesuffix(" و")
    for unit in sorted(units, key=len, reverse=True):
        bare = bare.removesuffix(f" {unit}")
    for vague in (*_labels()["more_than"], *_labels()["about"], "ب", "بال"):
        bare = bare.removesuffix(f" {_bare(vague)}") if vague not in ("ب", "بال") else bare
    return _measure_of().get(bare)


@cache
def _complaints() -> frozenset[str]:
    return frozenset(fold(w) for w in _labels()["complaints"])


Value = tuple[int | None, str]
"""A number, where it is a whole one, and its words."""


def _value(text: str) -> Value | None:
    """(number, words) of the first number of a short text."""
    words = fold(text)
    m = _NUMBER.search(words)
    if m is None:
        return None
    digits = m.group()
    number = (
        int(re.sub(r"\D", "", digits))
        if re.search(r"\d[ .,\u00a0\u202f']\d{3}(?!\d)", digits) or digits.isdigit()
        else None
    )
    if number is None:
        return None, clean(text)  # A fraction of days: the words are kept, no whole number is made of it.
    after = words[m.end() :].strip().split(" ")[0]
    return (number * 1000 if after in {fold(t) for t in _labels()["thousands"]} else number), clean(text)


def _attribute(box: Tag) -> Value | None:
    for tag in [box, *box.find_all(True)]:
        for name, raw in tag.attrs.items():
            if _DATA.match(name) and isinstance(raw, str) and (value := _value(raw)) is not None:
                return value
    return None


def _in_box(node: NavigableString, marked: set[int]) -> Value | None:
    """The number in the smallest box around a label that has one and holds no other label."""
    box = node.parent
    while isinstance(box, Tag) and box.name not in ("body", "html", "[document]"):
        inside = [t for t in box.find_all(string=True) if str(t).strip()]
        if (
            any(id(t) in marked and t is not node for t in inside)
            or sum(len(str(t).split()) for t in inside) > _MAX_BOX_WORDS
        ):
            return None
        if (value := _attribute(box)) is not None:
            return value
        own = [v for t in inside if t is not node and (v := _value(str(t))) is not None]
        own += [v] if (v := _value(_after_label(str(node)))) is not None else []
        if len(own) == 1 or (own and len({v[0] for v in own}) == 1):
            return own[0]
        if own:
            return None  # Several numbers beside one label: which is its value is not said.
        box = box.parent
    return None


def _after_label(text: str) -> str:
    return text if _NUMBER.search(fold(text)) else ""


def _in_table(node: NavigableString) -> Value | None:
    """The value under a column's head, beside a row's head, or in the definition that follows a term."""
    term = node.find_parent("dt")
    if term is not None and (definition := term.find_next_sibling("dd")) is not None:
        return _value(definition.get_text(" "))
    cell = node.find_parent(["th", "td"])
    row = cell.find_parent("tr") if cell is not None else None
    if cell is None or row is None:
        return None
    cells = row.find_all(["th", "td"], recursive=False)
    place = next(i for i, c in enumerate(cells) if c is cell)
    if len(cells) == 2 and place == 0 and (value := _value(cells[1].get_text(" "))) is not None:
        return value
    table = row.find_parent("table")
    rows = table.find_all("tr") if table is not None else []
    below = rows[rows.index(row) + 1 :] if row in rows else []
    values = [
        v
        for r in below
        for c in [r.find_all(["th", "td"], recursive=False)]
        if len(c) == len(cells) and (v := _value(c[place].get_text(" ")))
    ]
    return values[0] if len(values) == 1 else None


def _from_json(data: Any) -> Iterator[Counter]:
    """Pairs of a label and a number: a key that is a label, or a label beside one number in an object."""
    for one in _objects(data):
        for key, raw in one.items():
            if (measure := _measure(str(key))) and (value := _json_number(raw)) is not None:
                yield _counter(measure, str(key), value)
        labels = [(str(v), m) for v in one.values() if isinstance(v, str) and (m := _measure(v))]
        numbers = [
            n
            for k, v in one.items()
            if not re.fullmatch(r"(?i)id|order|rank|position|index|year", k) and (n := _json_number(v)) is not None
        ]
        if len(labels) >= 1 and len({m for _, m in labels}) == 1 and len(numbers) == 1:
            yield _counter(labels[0][1], labels[0][0], numbers[0])


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += list(one.values())
        elif isinstance(one, list):
            waiting += one


def _json_number(raw: Any) -> Value | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        return (int(raw) if float(raw).is_integer() else None), str(raw)
    return _value(raw) if isinstance(raw, str) and len(raw) <= 40 and not _measure(raw) else None


def _counter(measure: str, label: str, value: Value) -> Counter:
    number, raw = value
    words = f"{fold(label)} {fold(raw)}"
    rounding = "more_than" if any(fold(w) in words for w in _labels()["more_than"]) or "+" in raw else "exact"
    if rounding == "exact" and (
        any(
            re.search(rf"(?<!\w){re.escape(fold(w))}(?!\w)", words)
            for w in (*_labels()["about"], *_labels()["thousands"])
        )
    ):
        rounding = "about"
    includes = any(w.removeprefix("و") in _complaints() for w in _bare(label).split())
    return Counter(measure, number, raw, includes, rounding)


def _kind(soup: BeautifulSoup | None) -> str | None:
    """The kind of institution that a short element names; None when several are named (a menu)."""
    if soup is None:
        return None
    texts = {_bare(str(t)) for t in soup.find_all(string=True) if 3 <= len(str(t)) <= 90}
    kinds = {k for k, labels in _labels()["kinds"].items() for label in labels if _bare(label) in texts}
    return kinds.pop() if len(kinds) == 1 else None


@dataclass(frozen=True)
class Institution:
    """A line of the tree of institutions."""

    name: str
    kind_code: str
    parent: str | None


def institution_tree(text: str) -> list[Institution]:
    """Institutions in nested lists under the names of their kinds; empty for a page without such lists."""
    soup = BeautifulSoup(text, "lxml")
    kinds = {_bare(label): kind for kind, labels in _labels()["kinds"].items() for label in labels}
    found: dict[tuple[str, str | None], Institution] = {}
    for node in list(_texts(soup)):
        kind = kinds.get(_bare(str(node)))
        head = node.parent
        if kind is None or not isinstance(head, Tag):
            continue
        # The list inside the head's own item, or the next list after the head.
        item = head.find_parent("li")
        tree = (item.find(["ul", "ol"]) if item is not None else None) or head.find_next_sibling(["ul", "ol"])
        if tree is None and isinstance(head.parent, Tag):
            tree = head.parent.find_next_sibling(["ul", "ol"]) or head.parent.find(["ul", "ol"])
        if isinstance(tree, Tag):
            for one in _branch(tree, kind, None):
                found.setdefault((one.name, one.parent), one)
    return list(found.values())


def _branch(tree: Tag, kind: str, parent: str | None) -> Iterator[Institution]:
    for item in tree.find_all("li", recursive=False):
        below = item.find(["ul", "ol"])
        own = [
            str(t)
            for t in item.find_all(string=True)
            if str(t).strip() and (below is None or t.find_parent(["ul", "ol"]) is not below)
        ]
        name = clean(own[0]) if own else ""
        if not name or len(name) > 200:
            continue
        yield Institution(name, kind, parent)
        if isinstance(below, Tag):
            yield from _branch(below, kind, name)
