"""Any other site with a list of titled links, which its registry file declares by CSS selectors."""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from ingest.collect.family import Evidence, Family, FrontPage, needs_listings
from ingest.collect.listings import pages_by_hand, walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Listing
from ingest.text.fold import clean
from ingest.web.address import absolute, is_on_site
from ingest.web.files import is_file

#: Fewer links of one shape than this are a menu, not a list.
_MIN_ITEMS = 4
#: A title of an act has more letters than a menu entry.
_MIN_TITLE_CHARS = 12
_NEXT_WORDS = ("التالي", "الصفحة التالية", "suivant", "page suivante", "next", "next page", "›", "»", "older posts")
_FRAME = ("nav", "header", "footer", "aside")
#: Elements that hold lists rather than items.
_NO_ITEMS = ("body", "html", "main", "ul", "ol")


def _recognise(page: FrontPage) -> Evidence | None:
    """The selector whose elements each hold one titled link into the site, most of them first."""
    groups = _titled_links(page)
    best = max(
        (
            (css, links)
            for css, links in groups.items()
            if len(links) >= _MIN_ITEMS and len(page.soup.select(css)) <= len(links) * 1.2
        ),
        key=lambda pair: (len(pair[1]), "." in pair[0], not pair[0].startswith("a")),
        default=None,
    )
    if best is None:
        return None
    css, links = best
    listing = Listing(url=page.url, block=css, next=_next_selector(page.soup))
    return Evidence(f"{len(links)} links in elements {css!r}", len(links), listing)


def _titled_links(page: FrontPage) -> dict[str, list[Tag]]:
    """Selector → links with a title that stand in such an element, outside the frame of the page."""
    site = (urlsplit(page.url).netloc,)
    groups: dict[str, list[Tag]] = defaultdict(list)
    for link in page.soup.find_all("a", href=True):
        target = absolute(page.url, str(link["href"]))
        words = clean(link.get_text(" "))
        if target is None or not is_on_site(target, site) or is_file(target) or len(words) < _MIN_TITLE_CHARS:
            continue
        if link.find_parent(_FRAME) is not None:
            continue
        for block in [link, *link.parents][:4]:
            if isinstance(block, Tag) and (css := _selector(block)) and block.name not in _NO_ITEMS:
                groups[css].append(link)
    return groups


def _selector(block: Tag) -> str | None:
    """An element by its name and its first telling class."""
    classes = [
        c
        for c in block.get_attribute_list("class")
        if isinstance(c, str) and re.fullmatch(r"[A-Za-z][\w-]*", c) and not re.search(r"\d", c)
    ]
    if classes:
        return f"{block.name}.{classes[0]}"
    return block.name if block.name in ("article", "li") else None


def _next_selector(soup: BeautifulSoup) -> str | None:
    if soup.select_one("a[rel~=next]") is not None:
        return "a[rel~=next]"
    for link in soup.find_all("a", href=True):
        words = clean(link.get_text(" ")).lower()
        css = _selector(link)
        if (words in _NEXT_WORDS or (css and "next" in css)) and css:
            return css
    return None


FAMILY = Family(
    name="listing",
    label={"ar": "صفحات لوائح", "fr": "Pages de listes", "en": "Listing pages"},
    walk=walk_lists(pages_by_hand),
    demand=needs_listings("listing"),
    recognise=_recognise,
    rank=100,
    selectors=Selectors(content=(), finds_content=True),
)
