"""Pages that list files: minutes as PDF, Office or scans."""

from __future__ import annotations

from ingest.collect.family import Evidence, Family, FrontPage, needs_entry_points
from ingest.collect.listings import NEXT, walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Listing
from ingest.web.files import FILE_SUFFIXES, is_file

_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
_SUFFIXES = "|".join(s.removeprefix(".") for s in (*FILE_SUFFIXES, *_PICTURES))
#: Fewer files than this hang on a page that is something else.
_MIN_ITEMS = 4


def _listing(url: str) -> Listing:
    return Listing(url=url, links=rf"(?i)\.(?:{_SUFFIXES})(?:\?|$)", next=NEXT)


def _recognise(page: FrontPage) -> Evidence | None:
    files = {u for u in page.links if is_file(u)}
    if len(files) < _MIN_ITEMS or len(files) <= len(page.links) / 2:
        return None
    return Evidence(f"{len(files)} links to files", len(files))


FAMILY = Family(
    name="files",
    label={"ar": "ملفات", "fr": "Fichiers", "en": "Files"},
    walk=walk_lists(_listing),
    demand=needs_entry_points("files"),
    recognise=_recognise,
    rank=70,
    selectors=Selectors(content=(), finds_content=True),
)
