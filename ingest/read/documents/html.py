"""A council's page as a document: by the selectors of its platform family, else by its own main content.

Read with lxml's own tree: a page of 50 kB has some 400 elements, and objects around each of them (BeautifulSoup, which
walks declared listings) cost three quarters of the time of a replay (docs/benchmarks.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from ingest.read.documents.decode import decode_text
from ingest.read.documents.frame import is_site_name
from ingest.read.documents.html_text import Shown, shown, words_of
from ingest.read.documents.html_tree import TooLarge, parse, select
from ingest.read.documents.main_content import main_content
from ingest.read.documents.model import ReadDocument, TextLines, titled
from ingest.read.documents.page_json import Json, dig, page_json
from ingest.read.documents.page_lines import machine_date
from ingest.read.documents.page_stamps import Stamp
from ingest.text.dates import parse_first
from ingest.text.fold import clean, fold, fold_pattern

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
_SCRIPT_FILE = re.compile(r"<script\b[^<>]{0,2000}\bsrc\s{0,9}=", re.IGNORECASE)
_SHELL_WORDS = 40
#: Larger answers are no pages, whatever they are called.
MAX_BYTES = 20_000_000
_PUBLISHED = "meta[property='article:published_time'], meta[itemprop='datePublished']"


@dataclass(frozen=True)
class Selectors:
    """Where a platform family keeps its main content, title and date (CSS selectors, tried in order)."""

    content: tuple[str, ...]
    title: tuple[str, ...] = ("h1", "title")
    date: tuple[str, ...] = ()
    finds_content: bool = False
    """Where no selector matches, the page's content is looked for; else such a page has another layout."""


@dataclass(frozen=True)
class JsonPaths:
    """Where a page's JSON keeps its text (as HTML), title and date (dotted paths)."""

    content: str
    title: str | None = None
    date: str | None = None


def read_html_page(payload: bytes, declared: str | None, selectors: Selectors) -> ReadDocument:
    """A page from its bytes; call through `DocumentReader` for anything from outside.

    Args:
        declared: charset of the Content-Type header, if any.
    """
    if len(payload) > MAX_BYTES:
        return _too_large(payload)
    decoded = decode_text(payload, declared)
    read = read_html(decoded.text, selectors)
    return replace(read, measures={**read.measures, **decoded.measures})


def read_json_page(payload: bytes, declared: str | None, paths: JsonPaths) -> ReadDocument:
    """A document from the JSON in a page, or from an endpoint's answer; call through `DocumentReader`."""
    if len(payload) > MAX_BYTES:
        return _too_large(payload)
    decoded = decode_text(payload, declared)
    read = _of_json(page_json(decoded.text), paths)
    return replace(read, measures={**read.measures, **decoded.measures})


def _too_large(payload: bytes) -> ReadDocument:
    return ReadDocument("unreadable", reason=f"a page of {len(payload):,} bytes, more than {MAX_BYTES:,}")


def _of_json(data: Json, paths: JsonPaths) -> ReadDocument:
    content = dig(data, paths.content)
    parts = [c for c in (content if isinstance(content, list) else [content]) if isinstance(c, str)]
    title, date = (clean(str(v)) if p and (v := dig(data, p)) is not None else None for p in (paths.title, paths.date))
    if not parts:
        reason = f"the page holds no JSON at {paths.content!r}"
        return ReadDocument("layout_changed", title=title, date_text=date, is_layout_matched=False, reason=reason)
    try:
        tree = parse("\n".join(f"<div>{p}</div>" for p in parts))
    except TooLarge as error:
        return ReadDocument("unreadable", title=title, date_text=date, reason=str(error))
    body = None if tree is None else shown(tree)
    if tree is None or body is None or not body.lines:
        return ReadDocument("empty", title=title, date_text=date, reason="the text in the page's JSON is empty")
    return _document(title, date, body, tree)


def read_html(text: str, selectors: Selectors) -> ReadDocument:
    """Title, date chip and main text, one line per block.

    A page of links to others alone is its heading. One without the platform's content element is `layout_changed`; one
    that says 'not found' is `gone`; one that is built by JavaScript alone, or that is larger than pages are, is
    `unreadable`.
    """
    try:
        tree = parse(text)
    except TooLarge as error:
        return ReadDocument("unreadable", reason=str(error))
    if tree is None:
        return ReadDocument("layout_changed", is_layout_matched=False, reason="the page is empty")
    # lxml makes the object of an element anew each time that nobody holds it: held, every walk is faster.
    held = list(tree.iter())
    read = _read_tree(text, tree, selectors)
    del held
    return read


def _read_tree(text: str, tree: Any, selectors: Selectors) -> ReadDocument:
    title = _first_text(tree, selectors.title)
    if (notice := _notice(text, tree, title)) is not None:
        return notice
    content = next((found for css in selectors.content if (found := select(tree, css)) is not None), None)
    date = _first_date(tree, selectors.date)
    cut: frozenset[str] = frozenset()
    heading = title or _first_text(tree, ("h1", "title"))
    if content is None and selectors.finds_content and (found := main_content(tree)) is not None:
        content, title, cut = found.element, titled(found.title) or _unless_of_site(title), found.cut
        date = date or _shown_date(found.dates)
    if content is None and selectors.finds_content:
        content = next((x for css in ("article", "main", "body") if (x := select(tree, css)) is not None), None)
    if content is None:
        reason = f"no element matches {', '.join(selectors.content)}"
        return ReadDocument("layout_changed", title=title, is_layout_matched=False, reason=reason)
    body = shown(content).without(cut)
    if not body.lines and selectors.finds_content and heading:
        return ReadDocument("ok", heading, heading, date)  # A page of links to others alone says no more.
    if not body.lines:
        return ReadDocument("empty", title=title, date_text=date, reason="the content element is empty")
    return _document(title, date or _declared_date(tree), body, content)


def _notice(text: str, tree: Any, title: str | None) -> ReadDocument | None:
    """A page that says it was not found, or that holds nothing before its scripts have run."""
    whole = " ".join(tree.itertext())
    words = whole.split() if len(whole) < 20_000 else None
    if (title and _SOFT_404.search(fold(title[:_NOTICE_CHARS]))) or (words is not None and _is_notice(words)):
        return ReadDocument("gone", title=title, reason="the page says that it was not found")
    if (
        words is not None
        and len(words) < _SHELL_WORDS
        and _SCRIPT_FILE.search(text)
        and select(tree, _APP_ROOTS) is not None
    ):
        reason = (
            "the page is built by JavaScript alone; its data may be in JSON (reading.json_content) or at an "
            "endpoint (walk.listings with json_items)"
        )
        return ReadDocument("unreadable", title=title, reason=reason)
    return None


def _is_notice(words: list[str]) -> bool:
    whole = " ".join(words)
    return len(whole) < _NOTICE_CHARS and _SOFT_404.search(fold(whole)) is not None


def _document(title: str | None, date: str | None, body: Shown, content: Any) -> ReadDocument:
    text = TextLines(body.lines, body.tables)
    if title and not fold(" ".join(body.lines[:20])[: 2 * len(title) + 200]).startswith(fold(title)):
        text = text.below(title)
    links = tuple(str(a.get("href")) for a in content.iter("a") if a.get("href") is not None)
    return ReadDocument("ok", text.text, title, date, links=links, tables=text.spans)


def _first_text(tree: Any, selectors: tuple[str, ...]) -> str | None:
    for css in selectors:
        found = select(tree, css)
        if found is not None and (text := words_of(found)):
            return titled(text)
    return None


def _unless_of_site(title: str | None) -> str | None:
    """A <title> where a page has no heading; a site's name is no page's title, nor is what follows one."""
    return None if title is None or is_site_name(title) or title[0] in "-–—|«»·:" else title


def _first_date(tree: Any, selectors: tuple[str, ...]) -> str | None:
    """The first date chip that shows anything."""
    for css in selectors:
        found = select(tree, css)
        if found is not None and (text := _date_of(found)):
            return text
    return None


def _date_of(element: Any) -> str | None:
    """What a date chip says: its words where they name a day, else the machine's date beside them."""
    machine = next((m for x in (element, *element.iter("time")) if (m := machine_date(x)) is not None), None)
    return _told(words_of(element), machine)


def _told(words: str, machine: str | None) -> str | None:
    if machine is None or _is_day(words):
        return words or None
    return machine


def _is_day(words: str) -> bool:
    told = parse_first(words)
    return told is not None and told.precision == "day" and told.value is not None


def _shown_date(stamps: tuple[Stamp, ...]) -> str | None:
    """The first of some dates that names a day, else the first."""
    found = [text for stamp in stamps if (text := _told(stamp.words, stamp.machine_date))]
    return next(filter(_is_day, found), found[0] if found else None)


def _declared_date(tree: Any) -> str | None:
    """The day of publication that the head of a page declares."""
    found = select(tree, _PUBLISHED)
    return None if found is None else machine_date(found, "content")
