"""What the platform families of council sites have in common: where they keep content, title and date, and how their lists look (facts of 2026-11)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ingest.crawl.catalogue import FILE_SUFFIXES
from ingest.documents.html import Selectors
from ingest.registry.schema import Listing, Source

#: Links outside menus, headers and footers.
_IN_TEXT = "a[href]:not(nav a, header a, footer a, aside a)"
_NEXT = "a[rel~=next], li.next a, .pagination .next a, a.next, a.next-page"

FAMILIES: dict[str, Selectors] = {
    "wordpress": Selectors(
        content=(".entry-content", ".wp-block-post-content", ".post-content", "article .content"),
        title=("h1.entry-title", ".wp-block-post-title", ".entry-header h1", "h1"),
        date=("time.entry-date", ".wp-block-post-date time", ".posted-on time", ".entry-date"),
    ),
    # Nodes, views, `?page=` from 0 on; a date chip may have no year.
    "drupal": Selectors(
        content=(".field--name-body", ".node__content", ".field-name-body", "article .content"),
        title=("h1.page-title", "h1.page-header", "h1"),
        date=(".field--name-field-date", ".node__submitted", ".submitted", ".date-chip", "article time"),
    ),
    # The communal template that many communes share puts dd/mm/yyyy on a line of its own, after the title (evenements) or at the end (actualites).
    "swct": Selectors(
        content=(".swct-content", ".article-body", "article", "main"),
        title=(".swct-title", "main h1", "h1"),
        date=(".swct-date", ".article-date"),
    ),
    "aspnet": Selectors(
        content=("#ctl00_content", ".detail-actualite", "#ContentPlaceHolder1", "[id$=lblContenu]", "[id$=lblTexte]"),
        title=(".titre-actualite", "[id$=lblTitre]", "h1", "h2"),
    ),
    # /fr/actualite/1715/slug: the date stands in a line under the title.
    "numbered": Selectors(
        content=(".article-content", ".content-body", "article", "main", "#content"),
        title=("article h1", "h1"),
        date=(".article-date", "article .date", "time"),
    ),
    "json_in_page": Selectors(content=("main article", "main")),
    "sitemap": Selectors(
        content=("main article", "article", "main", "#content", ".content"), date=("article time", "time")
    ),
    "php": Selectors(content=("#contenu", "#content", "main", "body")),
    "files": Selectors(content=("main", "body")),
    "listing": Selectors(content=("main article", "article", "main", "#content", ".content")),
    "inbox": Selectors(content=("article", "main", "body")),
}


def selectors_of(source: Source) -> Selectors:
    """Where a source keeps things: what its registry file says, then what its platform does."""
    family = FAMILIES[source.platform]
    return Selectors(
        content=source.reading.content + family.content,
        title=source.reading.title + family.title,
        date=source.reading.date + family.date,
    )


def listings_of(source: Source) -> tuple[Listing, ...]:
    """The lists that a source declares; else those of its family at its entry points."""
    return source.walk.listings or tuple(_family_listing(source.platform, url) for url in source.entry_points)


def _family_listing(platform: str, url: str) -> Listing:
    path = re.escape(urlsplit(url).path.rstrip("/"))
    if platform == "drupal":
        return Listing(
            url=url, block=".views-row, .view-content > ul > li, .view-content > article", total=".view-header, .result-summary",
            next="li.pager__item--next a, li.pager-next a, .pager a[rel~=next], a[rel~=next]",
        )  # fmt: skip
    if platform == "swct":
        return Listing(url=url, block=_IN_TEXT, links=rf"^{path}/[^/?#]+/?$", next=_NEXT)
    if platform == "numbered":
        return Listing(url=url, block=_IN_TEXT, links=r"/\d{1,7}(?:/[^/?#]*)?/?$", next=_NEXT)
    if platform == "files":
        suffixes = "|".join(s.removeprefix(".") for s in (*FILE_SUFFIXES, ".jpg", ".jpeg", ".png", ".tif", ".tiff"))
        return Listing(url=url, links=rf"(?i)\.(?:{suffixes})(?:\?|$)", next=_NEXT)
    # Pages by hand: whatever the menu leads to.
    return Listing(url=url, links=r"(?i)\.(?:php|html?|aspx?)(?:\?|$)", next=_NEXT)
