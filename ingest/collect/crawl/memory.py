"""What is known of a source's site from earlier nights: read from the capture index, kept nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.archive.capture import Capture
from ingest.web.address import canonical_address


@dataclass(frozen=True)
class Known:
    """One page or file as it was last seen."""

    url: str
    address: str
    aliases: frozenset[str]
    """Every address it was asked for under, its own included."""
    is_gone: bool
    version: str | None
    found_by: str | None
    checked_on: dt.date
    """Night of the last usable answer."""
    payload_sha256: str
    content_type: str
    etag: str | None
    last_modified: str | None


def remember(captures: Iterable[Capture]) -> dict[str, Known]:
    """Address, or any alias of it → how it was last seen, from captures that were admitted or are carried."""
    known: dict[str, Known] = {}
    for c in sorted(captures, key=lambda c: (c.night, c.captured_at)):
        if c.crawl is None or not c.is_document:
            continue
        facts = c.crawl
        before = known.get(c.address)
        aliases = {c.address, *(canonical_address(u) for u in {c.url, facts.requested_url})}
        found = Known(
            url=c.url,
            address=c.address,
            aliases=frozenset(aliases | (before.aliases if before else set())),
            is_gone=facts.outcome == "gone",
            version=facts.version,
            found_by=facts.found_by,
            checked_on=dt.date.fromisoformat(c.night),
            payload_sha256=c.payload_sha256,
            content_type=c.content_type,
            etag=facts.etag or (before.etag if before and c.is_revisit else None),
            last_modified=facts.last_modified or (before.last_modified if before and c.is_revisit else None),
        )
        known.update(dict.fromkeys(found.aliases, found))
    return known


def due(items: Iterable[Known], night: dt.date, every_nights: int) -> list[Known]:
    """Those of the items that are re-checked tonight.

    An even share each night, the ones checked longest ago first, so that each has its turn within `every_nights`
    nights; after nights without a crawl also every one that is overdue.
    """
    waiting = sorted((k for k in items if k.checked_on < night), key=lambda k: (k.checked_on, k.address))
    share = -(-len(waiting) // every_nights)
    overdue = sum(1 for k in waiting if (night - k.checked_on).days >= every_nights)
    return waiting[: max(share, overdue)]
