"""Main content of a council page, by the selectors of its platform family."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from ingest.documents.model import ReadDocument
from ingest.text.fold import clean, fold, fold_pattern

_BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "tr", "div", "blockquote", "td", "br")
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


def read_html(text: str, selectors: Selectors) -> ReadDocument:
    """Title, date chip and main text, one line per block.

    A page without the platform's content element is `layout_changed`; one that says 'not found' is `gone`.
    """
    soup = BeautifulSoup(text, "lxml")
    for unwanted in soup(["script", "style", "nav", "noscript", "form", "aside", "footer"]):
        unwanted.decompose()
    title = _first_text(soup, selectors.title)
    whole = fold(soup.get_text(" "))
    if _SOFT_404.search(fold(title or "")) or (len(whole) < 600 and _SOFT_404.search(whole)):
        return ReadDocument("gone", title=title, reason="the page says that it was not found")
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
