"""Sites whose pages are a number and a slug, /fr/actualite/1715/slug (facts of 2026-11)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ingest.collect.family import Evidence, Family, FrontPage, needs_entry_points
from ingest.collect.listings import IN_TEXT, NEXT, walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Listing

#: /fr/actualite/1715/slug
_NUMBER_AND_SLUG = re.compile(r"/[a-z-]+/\d{1,7}/[^/]+/?$")
#: Fewer links of one shape than this are a menu, not a list.
_MIN_ITEMS = 4


def _listing(url: str) -> Listing:
    return Listing(url=url, block=IN_TEXT, links=r"/\d{1,7}(?:/[^/?#]*)?/?$", next=NEXT)


def _recognise(page: FrontPage) -> Evidence | None:
    numbers = {m[0] for u in page.links if (m := _NUMBER_AND_SLUG.search(urlsplit(u).path))}
    if len(numbers) < _MIN_ITEMS:
        return None
    return Evidence(f"{len(numbers)} addresses of a number and a slug", len(numbers))


FAMILY = Family(
    name="numbered",
    label={"ar": "صفحات مرقمة", "fr": "Pages numérotées", "en": "Numbered pages"},
    walk=walk_lists(_listing),
    demand=needs_entry_points("numbered"),
    recognise=_recognise,
    rank=60,
    selectors=Selectors(
        content=(".article-content", ".content-body"),
        title=("article h1", "h1"),
        # The date stands in a line under the title.
        date=(".article-date", "article .date", "article time"),
        finds_content=True,
    ),
    has_numbered_addresses=True,
)
