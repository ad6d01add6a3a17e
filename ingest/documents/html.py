"""Main content of a council page, by the selectors of its platform family."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from ingest.documents.model import ReadDocument
from ingest.documents.page_json import dig, page_json
from ingest.text.fold import clean, fold, fold_pattern

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "tr", "div", "blockquote", "td", "br")
#: Where Angular, React, Vue, Next and Nuxt put what they build; a page that was built on the server has its words inside already.
_APP_ROOTS = "app-root, #root, #app, #__next, #__nuxt, [ng-app], [ng-version]"
_SHELL_WORDS = 40
#: Words of a 'not found' page that a server sends with status 200.
_SOFT_404 = re.compile(
    fold_pattern(r"الصفحة (?:المطلوبة )?غير موجودة|لم يتم العثور على الصفحة|page (?:introuvable|non trouvee)|erreur 404|page not found|nothing found")
)  # fmt: skip


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
    soup = BeautifulSoup("\n".join(f"<div>{p}</div>" for p in parts), "lxml")
    body = _text_of(soup)
    if not body:
        return ReadDocument("empty", title=title, date_text=date, reason="the text in the page's JSON is empty")
    lines = [title] if title and not fold(body).startswith(fold(title)) else []
    return ReadDocument("ok", "\n".join([*lines, body]), title, date, links=_links(soup))


def read_html(text: str, selectors: Selectors) -> ReadDocument:
    """Title, date chip and main text, one line per block.

    A page without the platform's content element is `layout_changed`; one that says 'not found' is `gone`; one that is built by
    JavaScript alone is `unreadable`.
    """
    soup = BeautifulSoup(text, "lxml")
    is_shell = _is_app_shell(soup)
    for unwanted in soup(["script", "style", "nav", "noscript", "form", "aside", "footer"]):
        unwanted.decompose()
    title = _first_text(soup, selectors.title)
    whole = fold(soup.get_text(" "))
    if _SOFT_404.search(fold(title or "")) or (len(whole) < 600 and _SOFT_404.search(whole)):
        return ReadDocument("gone", title=title, reason="the page says that it was not found")
    if is_shell and len(whole.split()) < _SHELL_WORDS:
        reason = "the page is built by JavaScript alone; its data may be in JSON (reading.json_content) or at an endpoint (walk.listings with json_items)"
        return ReadDocument("unreadable", title=title, reason=reason)
    content = next((found for css in selectors.content if (found := soup.select_one(css))), None)
    if content is None:
        return ReadDocument(
            "layout_changed",
            title=title,
            is_layout_matched=False,
            reason=f"no element matches {', '.join(selectors.content)}",
        )
    date = _first_text(soup, selectors.date) if selectors.date else None
    body = _text_of(content)
    if not body:
        return ReadDocument("empty", title=title, date_text=date, reason="the content element is empty")
    lines = [title] if title and not fold(body).startswith(fold(title)) else []
    return ReadDocument("ok", "\n".join([*lines, body]), title, date, links=_links(content))


def _is_app_shell(soup: BeautifulSoup) -> bool:
    """Whether a page has an application's root element and its bundles."""
    return soup.select_one(_APP_ROOTS) is not None and soup.select_one("script[src]") is not None


def _first_text(soup: BeautifulSoup, selectors: tuple[str, ...]) -> str | None:
    for css in selectors:
        found = soup.select_one(css)
        if found is not None and (text := clean(found.get_text(" "))):
            return text
    return None


def _text_of(element: Tag) -> str:
    for tag in element.find_all(_BLOCKS):
        tag.append("\n")
        if tag.name in ("p", "li", "h1", "h2", "h3", "h4", "tr"):
            tag.insert_before("\n")
    lines = (clean(line) for line in element.get_text("").split("\n"))
    return "\n".join(line for line in lines if line)


def _links(element: Tag) -> tuple[str, ...]:
    return tuple(str(a["href"]) for a in element.find_all("a", href=True))
