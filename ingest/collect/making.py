"""Which walker walks a source."""

from __future__ import annotations

from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.walker import Walker
from ingest.collect.enumeration import EnumerationWalker
from ingest.collect.listings import ListingWalker
from ingest.collect.walkers.access_portal import PortalWalker
from ingest.collect.walkers.wordpress import WordPressWalker
from ingest.registry.schema import Source


def make_walker(source: Source, catalogue: Catalogue) -> Walker:
    """Numbers that run on where they are declared, then lists, else what feeds, sitemaps and REST tell."""
    if source.kind == "access_portal" and not source.walk.listings:
        return PortalWalker(source, catalogue)
    if source.walk.enumeration is not None:
        return EnumerationWalker(source, source.walk.enumeration, catalogue)
    if source.walk.listings or source.platform not in ("wordpress", "sitemap"):
        return ListingWalker(source, catalogue)
    return WordPressWalker(source, catalogue)
