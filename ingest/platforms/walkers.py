"""Which walker walks a source."""

from __future__ import annotations

from ingest.crawl.catalogue import Catalogue
from ingest.crawl.walker import Walker
from ingest.platforms.enumeration import EnumerationWalker
from ingest.platforms.listing import ListingWalker
from ingest.platforms.portal import PortalWalker
from ingest.platforms.wordpress import WordPressWalker
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
