"""Who published a document, when, and on what ground it may be quoted: its side-car, its page, its source."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import parse_qsl, urlsplit

from ingest.archive.capture import SidecarFields
from ingest.read.documents.model import ReadDocument
from ingest.read.hints import Hints
from ingest.read.origin import NO_QUOTE
from ingest.registry.licences import OPEN_LICENCES
from ingest.territory.gazetteer import Gazetteer
from ingest.text.dates import PartialDate, parse_first
from ingest.text.fold import fold, fold_with_offsets


def quote_basis(hints: Hints, sidecar: SidecarFields) -> str:
    """Why short quotations of this document may be published; the narrower of source and sidecar."""
    if hints.quote_basis == NO_QUOTE or not sidecar:
        if sidecar and sidecar.get("licence") in OPEN_LICENCES:
            return OPEN_LICENCES[sidecar["licence"]]
        return hints.quote_basis
    return OPEN_LICENCES.get(sidecar["licence"], NO_QUOTE)


#: Pages of the network's members: membre.php?ct=commune-agadir&lang=ar.
_MEMBER = re.compile(r"(?P<level>region|province|prefecture|commune)-(?P<name>[a-z0-9-]+)")


def publisher_of(hints: Hints, sidecar: SidecarFields, gazetteer: Gazetteer, url: str) -> str | None:
    """Whose words a document holds: its site's council, the member whose page it is, else who the sidecar names."""
    if hints.collectivity_id is not None:
        return hints.collectivity_id
    member = dict(parse_qsl(urlsplit(url).query)).get("ct", "") if hints.source_kind == "network_portal" else ""
    if m := _MEMBER.fullmatch(fold(member).strip()):
        members = {x.collectivity_id for x in gazetteer.find(f"{m['level']} {m['name'].replace('-', ' ')}")}
        return members.pop() if len(members) == 1 else None
    folded = fold_with_offsets(sidecar.get("publisher", ""))
    named = [m.collectivity_id for m in gazetteer.find(folded.text, folded) if m.collectivity_id]
    return named[0] if named else None


def published_date(sidecar: SidecarFields, read: ReadDocument) -> PartialDate | None:
    if stated := sidecar.get("publication_date"):
        return parse_first(stated)
    return parse_first(read.date_text) if read.date_text else None


def without_day(date: PartialDate | None) -> PartialDate | None:
    return (
        None
        if date is None
        else dataclasses.replace(date, year=None, month=None, day=None, precision="none", flag="after_capture")
    )
