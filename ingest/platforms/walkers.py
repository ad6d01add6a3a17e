"""Which walker walks a source."""

from __future__ import annotations

from ingest.crawl.catalogue import Catalogue
from ingest.crawl.walker import Walker
from ingest.platforms.listing import ListingWalker
from ingest.platforms.wordpress import WordPressWalker
from ingest.registry.schema import Source


def make_walker(source: Source, catalogue: Catalogue) -> Walker:
    """The declared listings where there are some, else what the platform knows."""
    if source.walk.listings:
        return ListingWalker(source, catalogue)
    return WordPressWalker(source, catalogue)
