"""What the registry tells the reading room of a source: all that reading depends on besides the bytes and the code.

Made above (`ingest.collect.families.hints_of`), handed in, and part of the extractor version of that source: what
stands here changes readings, and nothing else of a registry file does.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.read.documents.html import JsonPaths, Selectors

NO_SELECTORS = Selectors(content=())


@dataclass(frozen=True)
class Hints:
    """How the captures of one source are read."""

    source_kind: str
    """council_site, access_portal, network_portal, …: whose words its pages are."""
    publisher_name: str
    """Named where a document names none."""
    collectivity_id: str | None
    quote_basis: str
    entry_points: tuple[str, ...] = ()
    """Where an access portal shows its own counters."""
    selectors: Selectors = NO_SELECTORS
    json_paths: JsonPaths | None = None
    table_layout: str | None = None
    """Its files are tables of this layout (`ingest.read.tables`)."""
    has_ocr: bool = True
    has_numbered_addresses: bool = False
    """/actualite/1715/slug: the number is the page."""
    is_territory: bool = False
    """Its files are tables of collectivities."""
    is_project_file: bool = False
    """Its files are the project's own: only those of the law are read."""
