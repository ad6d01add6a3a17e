"""Sites that JavaScript builds from JSON, in the page or at an address of its own (facts of 2026-11)."""

from __future__ import annotations

from ingest.collect.family import Evidence, Family, FrontPage, needs_listings
from ingest.collect.listings import pages_by_hand, walk_lists
from ingest.read.documents.html import Selectors


def _recognise(page: FrontPage) -> Evidence | None:
    if page.soup.find("script", id="__NEXT_DATA__") is None:
        return None
    return Evidence("the page carries its data as JSON (__NEXT_DATA__)")


FAMILY = Family(
    name="json_in_page",
    label={"ar": "معطيات مدمجة في الصفحة", "fr": "Données intégrées à la page", "en": "Data embedded in the page"},
    walk=walk_lists(pages_by_hand),
    demand=needs_listings("json_in_page"),
    recognise=_recognise,
    rank=30,
    proposal_note=(
        "Declare walk.listings with json_items and json_link, and reading.json_content (docs/sources.md): "
        "the page's JSON differs from site to site."
    ),
    selectors=Selectors(content=(), finds_content=True),
)
