"""Pages written for the tests of kinds and days, in the manner of council sites: what each is, which days it states."""

from __future__ import annotations

import hashlib
import html
from dataclasses import dataclass
from pathlib import Path

from ingest.archive.capture import Capture
from ingest.collect.families import hints_of
from ingest.read.captures import read_capture
from ingest.read.documents.reader import DocumentReader
from ingest.records import Agreement, Consultation, Document, Event, Keyed, StatedDeadline, Tender
from ingest.registry.schema import Source
from tests.accuracy.predict import gazetteer

#: The site that the pages stand on, where they do not say otherwise: a made-up commune's.
PUBLISHER = "ct-a103"
ROLES = ("event", "deadline", "published")


@dataclass(frozen=True)
class Page:
    """One page and what it says."""

    name: str
    kind: str
    title: str
    url: str
    text: str
    days: dict[str, tuple[str, ...]]
    """Role → the days that the page states in it."""
    chip: str = ""
    """The day that the site's template prints."""


def pages_of(path: Path) -> list[Page]:
    """The pages of a file: `== name | kind`, fields, then the text."""
    found = []
    for block in path.read_text("utf-8").split("\n== ")[0:]:
        head, _, body = block.removeprefix("== ").partition("\n")
        name, kind = (x.strip() for x in head.split("|"))
        fields: dict[str, str] = {}
        lines = body.splitlines()
        while lines and lines[0].split(":")[0] in ("title", "url", "chip", *ROLES):
            key, _, value = lines.pop(0).partition(":")
            fields[key] = value.strip()
        days = {role: tuple(fields.get(role, "").split()) for role in ROLES}
        url = fields.get("url") or f"https://site.invalid/{name}"
        found.append(Page(name, kind, fields.get("title", ""), url, "\n".join(lines), days, fields.get("chip", "")))
    return found


def read(page: Page, reader: DocumentReader) -> list[Keyed]:
    """The records of a page, read as a night reads it."""
    paragraphs = "".join(f"<p>{html.escape(x)}</p>" for x in page.text.splitlines() if x.strip())
    title = html.escape(page.title)
    chip = f"<time class='published'>{html.escape(page.chip)}</time>" if page.chip else ""
    markup = (
        "<!doctype html><html><head><meta charset='utf-8'>"
        f"<title>{title}</title></head><body><article><h1>{title}</h1>{chip}<div>{paragraphs}</div></article></body></html>"
    )
    return read_markup(markup, page.url, reader)


def read_markup(markup: str, url: str, reader: DocumentReader) -> list[Keyed]:
    """The records of a page of HTML, read as a night reads it."""
    payload = markup.encode()
    source = Source.model_validate(
        {
            "id": "site-of-kinds",
            "names": {"ar": "موقع", "fr": "Site", "en": "Site"},
            "kind": "council_site",
            "platform": "listing",
            "collectivity": PUBLISHER,
            "languages": ["ar", "fr"],
            "licence": {"code": "sample", "quote_basis": "sample"},
            "hosts": [{"host": "site.invalid", "status": "unverified"}],
        }
    )
    digest = hashlib.sha256(payload).hexdigest()
    capture = Capture(
        source_id=source.id,
        run_id="2026-11-26.1",
        url=url,
        captured_at="2026-11-26T02:30:00Z",
        payload_sha256=digest,
        payload_bytes=len(payload),
        capture_key=digest,
        content_type="text/html; charset=utf-8",
        http_status=200,
        warc_file="",
        offset=0,
    )
    return read_capture(capture, payload, hints_of(source), gazetteer(), "test", reader)


def days_in(records: list[Keyed]) -> dict[str, tuple[str, ...]]:
    """Role → the days that records state in it."""
    found: dict[str, list[str | None]] = {role: [] for role in ROLES}
    for r in records:
        if isinstance(r, Document):
            found["published"].append(r.published_date.value)
        elif isinstance(r, Event):
            found["event"] += [r.start_date.value, r.end_date.value]
        elif isinstance(r, Agreement):
            found["event"].append(r.signed_date.value if r.signed_date.precision_code == "day" else None)
        elif isinstance(r, Consultation):
            found["deadline"].append(r.end_date.value)
        elif isinstance(r, StatedDeadline):
            found["deadline"].append(r.deadline_date.value)
        elif isinstance(r, Tender):
            found["deadline"].append(r.closing_date.value)
    return {role: tuple(sorted(x for x in days if x is not None)) for role, days in found.items()}
