"""Pages made by hand, one file each (facts of 2026-11)."""

from __future__ import annotations

from ingest.collect.family import Family, needs_entry_points
from ingest.collect.listings import pages_by_hand, walk_lists
from ingest.read.documents.html import Selectors

FAMILY = Family(
    name="php",
    label={"ar": "موقع PHP", "fr": "Site PHP", "en": "PHP site"},
    walk=walk_lists(pages_by_hand),
    demand=needs_entry_points("php"),
    selectors=Selectors(content=("#contenu",), finds_content=True),
)
