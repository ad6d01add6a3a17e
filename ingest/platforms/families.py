"""Where each platform family keeps content, title and date (facts of 2026-11 on addresses and templates)."""

from __future__ import annotations

from ingest.documents.html import Selectors

FAMILIES: dict[str, Selectors] = {
    "wordpress": Selectors(
        content=(".entry-content", ".post-content", "article .content"),
        title=("h1.entry-title", ".entry-header h1", "h1"),
        date=("time.entry-date", ".posted-on time", ".entry-date"),
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
    "inbox": Selectors(content=("article", "main", "body")),
}
