"""What the extractors say of a page, in the shape of its labels: through `read_capture`, as a night reads it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest.archive.capture import Capture
from ingest.collect.families import hints_of
from ingest.read.captures import read_capture
from ingest.read.context import make_context
from ingest.read.decoding import read_text
from ingest.read.documents.reader import DocumentReader
from ingest.read.notices.calls import CALL_KINDS
from ingest.records import (
    UNSTATED,
    AgendaItem,
    Agreement,
    Commitment,
    Consultation,
    Document,
    Event,
    Grant,
    Keyed,
    Milestone,
    OpennessProject,
    ParsedCapture,
    Petition,
    Plan,
    PublicationDuty,
    Session,
    Tender,
    Vote,
)
from ingest.records import Mention as NamedEntity
from ingest.registry.schema import Source
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import load_collectivities, read_fictitious

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass
class Reading:
    """Facts of one page."""

    kind: str
    sessions: list[dict[str, Any]] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    votes: list[dict[str, Any]] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    collectivities: list[str] = field(default_factory=list)
    commitments: list[dict[str, Any]] = field(default_factory=list)
    milestones: list[dict[str, Any]] = field(default_factory=list)
    fact_count: int = 0
    facts: list[Keyed] = field(default_factory=list)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The real territory and the made-up one."""
    return Gazetteer((*load_collectivities(), *read_fictitious((Path(__file__).parent / "territory.csv").read_bytes())))


@lru_cache(maxsize=1)
def _ids() -> dict[str, str]:
    return {t.hcp_code_2024: t.collectivity_id for t in gazetteer().territories.values()}


def our_id(code: str | None) -> str | None:
    """Our id of a collectivity that is named by it or by its HCP code of 2024."""
    return None if code is None else _ids().get(code, code)


def read_page(path: Path, platform: str, publisher: str | None, reader: DocumentReader) -> Reading:
    """Read one page as a capture of a council's site."""
    source = Source.model_validate(
        {
            "id": "accuracy-site", "names": {"ar": "موقع للقياس", "fr": "Site de mesure", "en": "Measured site"}, "kind": "council_site", "platform": platform,
            "collectivity": our_id(publisher), "languages": ["ar", "fr"], "licence": {"code": "sample", "quote_basis": "sample"}, "hosts": [{"host": "site.invalid", "status": "unverified"}],
        }
    )  # fmt: skip
    hints = hints_of(source)
    payload = path.read_bytes()
    digest = hashlib.sha256(payload).hexdigest()
    capture = Capture(
        source_id=source.id, run_id="2026-11-26.1", url=f"https://site.invalid/{path.name}", captured_at="2026-11-26T02:30:00Z", payload_sha256=digest,
        payload_bytes=len(payload), capture_key=digest, content_type=_TYPES[path.suffix], http_status=200, warc_file="", offset=0,
    )  # fmt: skip
    found = shape(read_capture(capture, payload, hints, gazetteer(), "measured", reader))
    read = read_text(capture, payload, hints, reader)
    context = make_context(
        text=read.text,
        title=read.title,
        source_url=capture.url,
        published=None,
        gazetteer=gazetteer(),
        publisher_collectivity_id=source.collectivity,
    )
    found.collectivities = sorted({m.collectivity_id for s in context.sentences for m in s.places if m.collectivity_id})
    return found


def shape(records: list[Keyed]) -> Reading:
    """Records of one page as facts that labels can be compared with."""
    document = next(r for r in records if isinstance(r, Document))
    found = Reading(document.kind_code)
    by_type: dict[type[Keyed], list[Any]] = defaultdict(list)
    for r in records:
        by_type[type(r)].append(r)
    if document.published_date.value:
        found.dates.append(("published", document.published_date.value))
    for s in by_type[Session]:
        found.sessions.append(
            {
                "collectivity": s.collectivity_id,
                "kind": s.kind_code,
                "year": s.year,
                "month": s.month,
                "number": s.number,
            }
        )
        found.dates += [("session", s.start_date.value)] if s.start_date.value else []
    places = {}
    for i, item in enumerate(by_type[AgendaItem], 1):
        places[item.natural_key] = i
        found.agenda.append(item.title)
    for vote in by_type[Vote]:
        found.votes.append(
            {
                "item": places.get(vote.agenda_item_key or ""), "result": vote.result_code, "unanimous": vote.is_unanimous,
                "for": vote.for_count, "against": vote.against_count, "abstain": vote.abstention_count,
            }
        )  # fmt: skip
    for kind, role, name in (
        (Tender, "deadline", "closing_date"), (Consultation, "event", "start_date"), (Consultation, "deadline", "end_date"), (Event, "event", "start_date"),
        (Agreement, "signed", "signed_date"), (Petition, "event", "submitted_date"),
    ):  # fmt: skip
        # The sets label no day by which papers for a post are handed in, and none on which a call opens.
        told = [r for r in by_type[kind] if getattr(r, "kind_code", "") not in CALL_KINDS]
        found.dates += [(role, value) for r in told if (value := getattr(r, name).value)]
    for kind in (AgendaItem, Tender, Grant, Agreement, Commitment):
        found.amounts += [str(r.amount_mad) for r in by_type[kind] if getattr(r, "amount_mad", None) is not None]
    titles = {}
    for c in (*by_type[Commitment], *by_type[OpennessProject]):
        titles[c.natural_key] = c.title
        found.commitments.append(
            {
                "title": c.title,
                "start": getattr(c, "start_date", UNSTATED).value,
                "end": getattr(c, "end_date", UNSTATED).value,
                "lead": getattr(c, "lead_name", None),
            }
        )
    for m in by_type[Milestone]:
        found.milestones.append(
            {
                "commitment": titles.get(m.commitment_key),
                "title": m.title,
                "start": m.start_date.value,
                "due": m.due_date.value,
            }
        )
    # What a page publishes of its council's duties is said of the page as such, whatever facts it holds (tests/ingest/read/councils/test_duties.py).
    found.facts = [
        r for r in records if not isinstance(r, Document | ParsedCapture | NamedEntity | Plan | PublicationDuty)
    ]
    found.fact_count = len(found.facts) + len(by_type[Plan])
    return found
