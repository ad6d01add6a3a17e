"""What the platform families of council sites have in common: where they keep content, title and date, and how their lists look (facts of 2026-11)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ingest.read.documents.html import JsonPaths, Selectors
from ingest.read.hints import NO_SELECTORS, Hints
from ingest.registry.schema import Listing, Source
from ingest.web.files import FILE_SUFFIXES

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


def hints_of(source: Source) -> Hints:
    """What the reading room needs to know of a source."""
    reading = source.reading
    return Hints(
        source_kind=source.kind,
        publisher_name=source.names.ar,
        collectivity_id=source.collectivity,
        quote_basis=source.licence.quote_basis,
        entry_points=source.entry_points if source.kind == "access_portal" else (),
        selectors=selectors_of(source) if source.platform in FAMILIES else NO_SELECTORS,
        json_paths=JsonPaths(reading.json_content, reading.json_title, reading.json_date)
        if reading.json_content
        else None,
        table_layout=reading.table,
        has_ocr=reading.ocr,
        has_numbered_addresses=source.platform == "numbered",
        is_territory=source.platform == "package_file",
        is_project_file=source.platform == "project_file",
    )
