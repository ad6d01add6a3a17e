"""A page as a tree of what can be seen of it, within bounds of size and depth.

Gone after `parse`: scripts and styles, what is hidden, what is struck out, controls of forms, menus and footers that
say so. A form that holds the page itself (ASP.NET) stays without its controls.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import lxml.html
from bs4 import BeautifulSoup
from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from ingest.read.documents.html_text import words_of

#: Longer sources are no pages: the largest of 28 real pages has 200,000 characters.
MAX_CHARS = 5_000_000
#: More tags are no page either: a table of ten thousand rows has 200,000.
_MAX_TAGS = 300_000
#: libxml2 reads no deeper, and what stands deeper is lost.
_MAX_DEPTH = 2_048
_NEVER_SEEN_NAMES = (
    "script style noscript template nav aside footer svg math iframe object canvas audio video map select datalist "
    "textarea input button del s strike rp rt"
)
_NEVER_SEEN = tuple(_NEVER_SEEN_NAMES.split())
_MAYBE_UNSEEN = etree.XPath(
    "//*[@hidden or @aria-hidden='true' or (@style and (contains(@style, 'none') or contains(@style, 'hidden')"
    " or contains(@style, 'through') or contains(@style, 'NONE')))]|//dialog[not(@open)]"
)
_UNSEEN_STYLE = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[\w-]*\s*:[^;]*line-through)",
    re.IGNORECASE,
)
_PARSER = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
#: Longer declarations are looked at so far.
_STYLE_CHARS = 1_000
#: A form with more words than its labels need is the page, and so is one that holds most of it.
_FORM_CHARS = 400


class TooLarge(Exception):
    """A page is longer or deeper than any page is; the message says which."""


def parse(text: str) -> Any:
    """What can be seen of a page, as lxml's tree; None for a page without any element.

    Raises:
        TooLarge: the source is longer than `MAX_CHARS`, has more than `_MAX_TAGS`, or elements stand deeper in each
            other than can be read.
    """
    tree = parse_all(text)
    if tree is not None:
        drop_unseen(tree)
    return tree


def parse_all(text: str) -> Any:
    """The whole tree of a page, unseen things included.

    Raises:
        TooLarge: as `parse`.
    """
    if len(text) > MAX_CHARS:
        raise TooLarge(f"a page of {len(text):,} characters, more than {MAX_CHARS:,}")
    tags = text.count("<")
    if tags > _MAX_TAGS:
        raise TooLarge(f"a page of {tags:,} tags, more than {_MAX_TAGS:,}")
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=_PARSER)
    except etree.ParserError:
        return None
    if tags >= _MAX_DEPTH and any("Excessive depth" in e.message for e in _PARSER.error_log):
        raise TooLarge(f"elements inside each other more than {_MAX_DEPTH:,} deep")
    return tree


def drop_unseen(tree: Any) -> None:
    """Take out of a tree what a reader of the page does not see as its text."""
    etree.strip_elements(tree, *_NEVER_SEEN, with_tail=False)
    for node in _MAYBE_UNSEEN(tree):
        if node.tag not in ("html", "body") and _is_unseen(node):
            drop(node)
    forms = [(form, len(words_of(form))) for form in tree.iter("form")]
    whole = len(words_of(tree)) if forms else 0
    for form, size in forms:
        if size < _FORM_CHARS and 2 * size < whole and form.find(".//h1") is None:
            drop(form)


def _is_unseen(node: Any) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true" or node.tag == "dialog":
        return True
    return _UNSEEN_STYLE.search((node.get("style") or "")[:_STYLE_CHARS]) is not None


def drop(node: Any) -> None:
    """Take an element out of its tree; the words behind it stay."""
    if node.getparent() is not None:
        node.drop_tree()


@lru_cache(maxsize=1024)
def _compiled(css: str) -> CSSSelector | None:
    """The selector as XPath; None where lxml has no translation for it."""
    try:
        return CSSSelector(css, translator="html")
    except SelectorError:
        return None


def select(tree: Any, css: str) -> Any:
    """The first element in the document that a selector matches."""
    compiled = _compiled(css)
    if compiled is not None:
        found = compiled(tree)
        return found[0] if found else None
    soup = BeautifulSoup(lxml.html.tostring(tree, encoding="unicode"), "lxml")
    element = soup.select_one(css)
    return None if element is None else lxml.html.fromstring(str(element), parser=_PARSER)
