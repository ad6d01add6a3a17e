"""Main content of a council page, by the selectors of its platform family.

Read with lxml's own tree: a page of 50 kB has some 400 elements, and objects around each of them (BeautifulSoup, which
walks declared listings) cost three quarters of the time of a replay (docs/benchmarks.md). A selector that lxml cannot
translate is left to BeautifulSoup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import lxml.html
from bs4 import BeautifulSoup
from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from ingest.read.documents.model import ReadDocument
from ingest.read.documents.page_json import dig, page_json
from ingest.text.fold import clean, fold, fold_pattern

#: Elements after which a line ends, and those before which one does too.
_BLOCKS = frozenset(["p", "li", "h1", "h2", "h3", "h4", "tr", "div", "blockquote", "td", "br"])
_OPENING = frozenset(["p", "li", "h1", "h2", "h3", "h4", "tr"])
_UNWANTED = ("script", "style", "nav", "noscript", "form", "aside", "footer", "template")
#: Words of a 'not found' page that a server sends with status 200.
_SOFT_404 = re.compile(
    fold_pattern(
        r"الصفحة (?:المطلوبة )?غير موجودة|لم يتم العثور على الصفحة|page (?:introuvable|non trouvee)|erreur 404"
        r"|page not found|nothing found"
    )
)
#: A page with more characters than this is no notice.
_NOTICE_CHARS = 600
#: Where Angular, React, Vue, Next and Nuxt put what they build; a page that was built on the server has its words
#: inside already.
_APP_ROOTS = "app-root, #root, #app, #__next, #__nuxt, [ng-app], [ng-version]"
_SCRIPT_FILE = re.compile(r"<script\b[^>]*\bsrc\s*=", re.IGNORECASE)
_SHELL_WORDS = 40
_PARSER = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)


@dataclass(frozen=True)
class Selectors:
    """Where a platform family keeps its main content, title and date (CSS selectors, tried in order)."""

    content: tuple[str, ...]
    title: tuple[str, ...] = ("h1", "title")
    date: tuple[str, ...] = ()


@dataclass(frozen=True)
class JsonPaths:
    """Where a page's JSON keeps its text (as HTML), title and date (dotted paths)."""

    content: str
    title: str | None = None
    date: str | None = None


def read_json_page(text: str, paths: JsonPaths) -> ReadDocument:
    """A document from the JSON in a page, or from an endpoint's answer."""
    data = page_json(text)
    content = dig(data, paths.content)
    parts = [c for c in (content if isinstance(content, list) else [content]) if isinstance(c, str)]
    title, date = (clean(str(v)) if p and (v := dig(data, p)) is not None else None for p in (paths.title, paths.date))
    if not parts:
        reason = f"the page holds no JSON at {paths.content!r}"
        return ReadDocument("layout_changed", title=title, date_text=date, is_layout_matched=False, reason=reason)
    tree = _tree("\n".join(f"<div>{p}</div>" for p in parts))
    body = "" if tree is None else _text_of(tree)
    if tree is None or not body:
        return ReadDocument("empty", title=title, date_text=date, reason="the text in the page's JSON is empty")
    return _document(title, date, body, tree)


def read_html(text: str, selectors: Selectors) -> ReadDocument:
    """Title, date chip and main text, one line per block.

    A page without the platform's content element is `layout_changed`; one that says 'not found' is `gone`; one that is
    built by JavaScript alone is `unreadable`.
    """
    tree = _tree(text)
    if tree is None:
        return ReadDocument("layout_changed", is_layout_matched=False, reason="the page is empty")
    etree.strip_elements(tree, *_UNWANTED, with_tail=False)
    title = _first_text(tree, selectors.title)
    whole = " ".join(tree.itertext())
    words = whole.split() if len(whole) < 20_000 else None
    if (title and _SOFT_404.search(fold(title))) or (words is not None and _is_notice(words)):
        return ReadDocument("gone", title=title, reason="the page says that it was not found")
    if (
        words is not None
        and len(words) < _SHELL_WORDS
        and _SCRIPT_FILE.search(text)
        and _select(tree, _APP_ROOTS) is not None
    ):
        reason = (
            "the page is built by JavaScript alone; its data may be in JSON (reading.json_content) or at an "
            "endpoint (walk.listings with json_items)"
        )
        return ReadDocument("unreadable", title=title, reason=reason)
    content = next((found for css in selectors.content if (found := _select(tree, css)) is not None), None)
    if content is None:
        return ReadDocument(
            "layout_changed",
            title=title,
            is_layout_matched=False,
            reason=f"no element matches {', '.join(selectors.content)}",
        )
    date = _first_text(tree, selectors.date) if selectors.date else None
    body = _text_of(content)
    if not body:
        return ReadDocument("empty", title=title, date_text=date, reason="the content element is empty")
    return _document(title, date, body, content)


def _document(title: str | None, date: str | None, body: str, content: Any) -> ReadDocument:
    lines = [title] if title and not fold(body[: 2 * len(title) + 200]).startswith(fold(title)) else []
    links = tuple(str(a.get("href")) for a in content.iter("a") if a.get("href") is not None)
    return ReadDocument("ok", "\n".join([*lines, body]), title, date, links=links)


def _tree(text: str) -> Any:
    """The page as lxml's tree; None for a page without any element."""
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=_PARSER)
    except etree.ParserError:
        return None


def _is_notice(words: list[str]) -> bool:
    whole = " ".join(words)
    return len(whole) < _NOTICE_CHARS and _SOFT_404.search(fold(whole)) is not None


@lru_cache(maxsize=1024)
def _compiled(css: str) -> CSSSelector | None:
    """The selector as XPath; None where lxml has no translation for it."""
    try:
        return CSSSelector(css, translator="html")
    except SelectorError:
        return None


def _select(tree: Any, css: str) -> Any:
    """The first element in the document that a selector matches."""
    compiled = _compiled(css)
    if compiled is not None:
        found = compiled(tree)
        return found[0] if found else None
    soup = BeautifulSoup(lxml.html.tostring(tree, encoding="unicode"), "lxml")
    element = soup.select_one(css)
    return None if element is None else lxml.html.fromstring(str(element), parser=_PARSER)


def _first_text(tree: Any, selectors: tuple[str, ...]) -> str | None:
    for css in selectors:
        found = _select(tree, css)
        if found is not None and (text := clean(" ".join(found.itertext()))):
            return text
    return None


def _text_of(element: Any) -> str:
    lines = (clean(line) for line in "".join(_pieces(element)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: Any) -> Iterator[str]:
    """Text of an element: line ends around blocks, marks before list items, one line for a row of a table of data."""
    numbers: dict[Any, int] = {}
    row: Any = None
    """The row that is being read, inside which no block ends the line."""
    is_marked = False
    """A list item's mark was the last thing said: its first paragraph stays on its line."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = node.tag
        if event == "start":
            if tag == "tr" and row is None and _is_data_row(node):
                row = node
                yield "\n"
            elif row is not None:
                yield " "
            elif tag == "li" and node is not element:
                parent = node.getparent()
                numbers[parent] = numbers.get(parent, 0) + 1
                yield f"\n{numbers[parent]}. " if parent.tag == "ol" else "\n• "
                is_marked = True
            elif tag in _OPENING and node is not element and not is_marked:
                yield "\n"
            if node.text:
                is_marked = is_marked and not node.text.strip()
                yield node.text
        else:
            if node is row:
                row = None
                yield "\n"
            elif row is not None:
                yield " | " if tag in _CELLS and node.getparent() is row and _has_next_cell(node) else " "
            elif tag in _BLOCKS:
                yield "\n"
            if node.tail and node is not element:
                is_marked = is_marked and not node.tail.strip()
                yield node.tail


_CELLS = ("td", "th")
#: A cell of more is a column of a page that is laid out by tables.
_CELL_CHARS = 700


def _is_data_row(row: Any) -> bool:
    """Whether a row holds two or more short cells and no table of its own: a row of data rather than of layout."""
    cells = [c for c in row if c.tag in _CELLS]
    if len(cells) < 2 or row.find(".//table") is not None:
        return False
    return all(sum(map(len, c.itertext())) <= _CELL_CHARS for c in cells)


def _has_next_cell(cell: Any) -> bool:
    return any(x.tag in _CELLS for x in cell.itersiblings())
