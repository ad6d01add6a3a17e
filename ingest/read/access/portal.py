"""Counters and institutions of the access-to-information portal, read by label: its markup is not known and may change.

A label is looked for in elements, table heads, definition lists, attributes and JSON; the number nearest to it in the
smallest box that holds no other label is its value. A counter that JavaScript animates shows 0 and keeps its number in
a data attribute, which is preferred. What is not found is told, never zero. Names of officers are read past.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag

from ingest.read.access.labels import (
    Value,
    bare,
    complaints,
    json_value,
    kind_of,
    labels,
    measure_of,
    thousands,
    value_of,
)
from ingest.read.access.series import Point, read_series
from ingest.read.documents.page_json import Json, all_json
from ingest.text.fold import clean, fold

_DATA = re.compile(r"^data-(?:\w+-)*(?:count|target|to|value|number|end|stop|counter|val|num)$")
_STATED = re.compile(
    fold(r"(?:إلى غاية|الى حدود|محين بتاريخ|تاريخ التحيين|آخر تحيين|arrete au|mise a jour le|mis a jour le|au)")
    + r"\s*:?\s*(?P<date>[^|;]{6,40})"
)
#: Measures that do not add up.
_MEANS = frozenset({"mean_answer_working_days"})
#: A box that holds so many words is a page, not a counter.
_MAX_BOX_WORDS = 40


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
    series: tuple[Point, ...]
    """Figures by month or by kind of institution."""
    unseen: tuple[str, ...]
    """Measures that the portal's front page should show and does not, in the words of their first label."""
    as_of_raw: str | None
    officer_label: str | None
    """How the page calls the person in charge of information, whose name is not read."""
    kind_code: str | None
    """Kind of institution, where a label says so."""
    is_shell: bool
    """Built by JavaScript, and its data is not in the page."""


def read_portal_page(text: str) -> PortalPage:
    """Counters, series and marks of one page: HTML, HTML with JSON in it, or JSON."""
    data = all_json(text)
    soup = BeautifulSoup(text, "lxml") if text.lstrip()[:1] not in ("{", "[") else None
    has_script = soup is not None and soup.find("script", src=True) is not None
    series = read_series(soup, data)
    found = _totals(_from_json(data))
    for measure, counter in (_totals(_from_html(soup)) if soup is not None else {}).items():
        known = found.get(measure)
        if known is None or (known.value_count in (None, 0) and counter.value_count):
            found[measure] = counter
    words = fold(soup.get_text(" ")) if soup is not None else fold(text)
    stated = _STATED.search(words)
    is_shell = has_script and len(words.split()) < _MAX_BOX_WORDS and not found and not series
    unseen = tuple(labels().measures[m][0] for m in labels().required if m not in found)
    officer = next((label for label in labels().officer if bare(label) in bare(words)), None)
    return PortalPage(
        tuple(found[m] for m in labels().measures if m in found),
        tuple(series),
        unseen,
        stated["date"].strip() if stated else None,
        officer,
        _kind(soup),
        is_shell,
    )


def _totals(found: Iterable[Counter]) -> dict[str, Counter]:
    """Measure → the counter that speaks for the whole page.

    Where labels repeat (a list of institutions below the portal's own counters), each repetition begins another block.
    The first block is the total where none of its counts is below those of the others; otherwise nothing says which
    block is, and a measure with several values has none.
    """
    blocks: list[dict[str, Counter]] = [{}]
    for counter in found:
        if counter.measure_code in blocks[-1] and blocks[-1][counter.measure_code].value_count != counter.value_count:
            blocks.append({})
        known = blocks[-1].get(counter.measure_code)
        if known is None or not known.value_count:
            blocks[-1][counter.measure_code] = counter
    first, others = blocks[0], blocks[1:]
    if all(_is_within(other, first) for other in others):
        return first
    values: dict[str, list[Counter]] = {}
    for counter in (c for b in blocks for c in b.values()):
        values.setdefault(counter.measure_code, []).append(counter)
    return {m: c[0] for m, c in values.items() if len({x.value_count for x in c}) == 1}


def _is_within(part: dict[str, Counter], whole: dict[str, Counter]) -> bool:
    """Whether every count of a block could be a part of another's; means are no counts.

    An unfilled block (zeros) contradicts nothing.
    """
    counts = [(part[m].value_count or 0, whole[m].value_count or 0) for m in part if m in whole and m not in _MEANS]
    return all(m in whole for m in part) and all(a <= b for a, b in counts)


def _from_html(soup: BeautifulSoup) -> Iterator[Counter]:
    labelled = [(t, m) for t in _texts(soup) if (m := measure_of(str(t)))]
    marked = {id(t) for t, _ in labelled}
    for node, measure in labelled:
        own = value_of(str(node).partition(":")[2]) if ":" in str(node) else None
        value = own or _in_table(node) or _in_box(node, marked)
        if value is not None:
            yield _counter(measure, str(node), value)


def _texts(soup: BeautifulSoup) -> Iterator[NavigableString]:
    for unwanted in soup(["script", "style", "noscript", "option"]):
        unwanted.decompose()
    for node in soup.find_all(string=True):
        if str(node).strip():
            yield node


def _attribute(box: Tag) -> Value | None:
    for tag in [box, *box.find_all(True)]:
        for name, raw in tag.attrs.items():
            if _DATA.match(name) and isinstance(raw, str) and (value := value_of(raw)) is not None:
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
        own = [v for t in inside if t is not node and (v := value_of(str(t))) is not None]
        own += [v] if (v := value_of(_after_label(str(node)))) is not None else []
        if len(own) == 1 or (own and len({v[0] for v in own}) == 1):
            return own[0]
        if own:
            return None  # Several numbers beside one label: which is its value is not said.
        box = box.parent
    return None


def _after_label(text: str) -> str:
    return text if value_of(text) is not None else ""


def _in_table(node: NavigableString) -> Value | None:
    """The value under a column's head, beside a row's head, or in the definition that follows a term."""
    term = node.find_parent("dt")
    if term is not None and (definition := term.find_next_sibling("dd")) is not None:
        return value_of(definition.get_text(" "))
    cell = node.find_parent(["th", "td"])
    row = cell.find_parent("tr") if cell is not None else None
    if cell is None or row is None:
        return None
    cells = row.find_all(["th", "td"], recursive=False)
    place = next(i for i, c in enumerate(cells) if c is cell)
    if len(cells) == 2 and place == 0 and (value := value_of(cells[1].get_text(" "))) is not None:
        return value
    table = row.find_parent("table")
    rows = table.find_all("tr") if table is not None else []
    below = rows[rows.index(row) + 1 :] if row in rows else []
    values = [
        v
        for r in below
        for c in [r.find_all(["th", "td"], recursive=False)]
        if len(c) == len(cells) and (v := value_of(c[place].get_text(" ")))
    ]
    return values[0] if len(values) == 1 else None


def _from_json(data: list[Json]) -> Iterator[Counter]:
    """Pairs of a label and a number: a key that is a label, or a label beside one number in an object."""
    for one in _objects(data):
        for key, raw in one.items():
            if (measure := measure_of(str(key))) and (value := json_value(raw)) is not None:
                yield _counter(measure, str(key), value)
        labels = [(str(v), m) for v in one.values() if isinstance(v, str) and (m := measure_of(v))]
        numbers = [
            n
            for k, v in one.items()
            if not re.fullmatch(r"(?i)id|order|rank|position|index|year", k) and (n := json_value(v)) is not None
        ]
        if len(labels) >= 1 and len({m for _, m in labels}) == 1 and len(numbers) == 1:
            yield _counter(labels[0][1], labels[0][0], numbers[0])


def _objects(data: list[Json]) -> Iterator[dict[str, Json]]:
    """Every object of a JSON value, in the order in which it is written."""
    waiting = data[::-1]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += reversed(list(one.values()))
        elif isinstance(one, list):
            waiting += reversed(one)


def _counter(measure: str, label: str, value: Value) -> Counter:
    number, raw = value
    words = f"{fold(label)} {fold(raw)}"
    rounding = "more_than" if any(fold(w) in words for w in labels().more_than) or "+" in raw else "exact"
    if rounding == "exact" and (
        any(re.search(rf"(?<!\w){re.escape(fold(w))}(?!\w)", words) for w in (*labels().about, *thousands()))
    ):
        rounding = "about"
    includes = any(w.removeprefix("و") in complaints() for w in bare(label).split())
    return Counter(measure, number, raw, includes, rounding)


def _kind(soup: BeautifulSoup | None) -> str | None:
    """The kind of institution that a short element names; None when several are named (a menu)."""
    if soup is None:
        return None
    kinds = {kind for t in soup.find_all(string=True) if 3 <= len(str(t)) <= 90 and (kind := kind_of(str(t)))}
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
    found: dict[tuple[str, str | None], Institution] = {}
    for node in list(_texts(soup)):
        kind = kind_of(str(node))
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
