"""The communal template that many communes share, with the sections actualites and evenements (facts of 2026-11)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ingest.collect.family import Evidence, Family, FrontPage, needs_entry_points
from ingest.collect.listings import IN_TEXT, NEXT, walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Listing


def _listing(url: str) -> Listing:
    """Items lie one step below their list."""
    path = re.escape(urlsplit(url).path.rstrip("/"))
    return Listing(url=url, block=IN_TEXT, links=rf"^{path}/[^/?#]+/?$", next=NEXT)


def _recognise(page: FrontPage) -> Evidence | None:
    sections = {urlsplit(u).path.rstrip("/").rsplit("/", 1)[-1] for u in page.links}
    if {"actualites", "evenements"} <= sections:
        return Evidence("the sections actualites and evenements of the communal template")
    return None


FAMILY = Family(
    name="swct",
    label={"ar": "منصة SWCT", "fr": "Plateforme SWCT", "en": "SWCT platform"},
    walk=walk_lists(_listing),
    demand=needs_entry_points("swct"),
    recognise=_recognise,
    rank=50,
    selectors=Selectors(
        content=(".swct-content", ".article-body", "article", "main"),
        title=(".swct-title", "main h1", "h1"),
        # dd/mm/yyyy on a line of its own, after the title (evenements) or at the end (actualites).
        date=(".swct-date", ".article-date"),
    ),
)
