"""Sites of any make that have a sitemap or a feed: walked as WordPress is where its REST is off."""

from __future__ import annotations

from ingest.collect.family import Family
from ingest.collect.walkers.wordpress import WordPressWalker
from ingest.read.documents.html import Selectors

FAMILY = Family(
    name="sitemap",
    label={"ar": "خريطة الموقع", "fr": "Plan du site", "en": "Site map"},
    walk=WordPressWalker,
    selectors=Selectors(content=(), finds_content=True),
)
