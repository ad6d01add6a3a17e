"""Where each platform family keeps content, title and date (facts of 2026-11 on addresses and templates)."""

from __future__ import annotations

from ingest.documents.html import Selectors
from ingest.registry.schema import Source

FAMILIES: dict[str, Selectors] = {
    "wordpress": Selectors(
        content=(".entry-content", ".wp-block-post-content", ".post-content", "article .content"),
        title=("h1.entry-title", ".wp-block-post-title", ".entry-header h1", "h1"),
        date=("time.entry-date", ".wp-block-post-date time", ".posted-on time", ".entry-date"),
    ),
    "drupal": Selectors(
        content=(".field--name-body", ".node__content", "article .content"),
        title=("h1.page-title", "h1"),
        date=(".field--name-field-date", ".node__submitted", ".date-chip"),
    ),
    # The shared communal template puts dd/mm/yyyy on a line of its own after the title.
    "swct": Selectors(
        content=(".swct-content", ".article-body"), title=(".swct-title", "h1"), date=(".swct-date", ".article-date")
    ),
    "aspnet": Selectors(content=("#ctl00_content", ".detail-actualite"), title=(".titre-actualite", "h1")),
    "json_in_page": Selectors(content=("main article", "main")),
    "php": Selectors(content=("#contenu", "#content", "body")),
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
