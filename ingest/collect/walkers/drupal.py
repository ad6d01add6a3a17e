"""Drupal: nodes in views, `?page=` from 0 on (facts of 2026-11)."""

from __future__ import annotations

import re

from ingest.collect.family import Evidence, Family, FrontPage, needs_entry_points
from ingest.collect.listings import walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Listing

_NEXT = "li.pager__item--next a, li.pager-next a, .pager a[rel~=next], a[rel~=next]"


def _listing(url: str) -> Listing:
    return Listing(
        url=url,
        block=".views-row, .view-content > ul > li, .view-content > article",
        total=".view-header, .result-summary",
        next=_NEXT,
    )


def _recognise(page: FrontPage) -> Evidence | None:
    rows = len(page.soup.select(".views-row"))
    generator = page.soup.find("meta", attrs={"name": re.compile("generator", re.IGNORECASE)})
    if generator is not None and "drupal" in str(generator.get("content", "")).lower():
        return Evidence(f"generator {generator.get('content')}", rows)
    if "/sites/default/files/" in page.text or "data-drupal-" in page.text:
        return Evidence("addresses and attributes of Drupal", rows)
    return None


FAMILY = Family(
    name="drupal",
    label={"ar": "موقع دروبال", "fr": "Site Drupal", "en": "Drupal site"},
    walk=walk_lists(_listing),
    demand=needs_entry_points("drupal"),
    recognise=_recognise,
    rank=20,
    selectors=Selectors(
        content=(".field--name-body", ".node__content", ".field-name-body", "article .content"),
        title=("h1.page-title", "h1.page-header", "h1"),
        # A date chip may have no year.
        date=(".field--name-field-date", ".node__submitted", ".submitted", ".date-chip", "article time"),
    ),
)
