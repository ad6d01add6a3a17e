"""One capture to its bronze records: decode, read, extract. A pure function of the capture and this code."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ingest.archive.captures import Capture
from ingest.crawl.address import canonical_address
from ingest.documents.decode import decode_text
from ingest.documents.files import kind_of, read_file
from ingest.documents.fingerprint import fingerprint
from ingest.documents.html import JsonPaths, read_html, read_json_page
from ingest.documents.model import ReadDocument
from ingest.documents.reader import DocumentReader
from ingest.documents.translations import page_identity, translation_key
from ingest.extract.emit import NO_QUOTE, digest
from ingest.extract.facts import Reading, read_facts
from ingest.extract.portal_records import read_portal
from ingest.law.reference import is_law, read_law
from ingest.platforms.enumeration import ENUMERATED
from ingest.platforms.families import selectors_of
from ingest.platforms.inbox import OPEN_LICENCES
from ingest.records import Collectivity, Document, Keyed, ParsedCapture
from ingest.registry.schema import Source
from ingest.tables.read import ReadTable, read_table
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import Territory, known_ids
from ingest.territory.reference import read_table as read_territory
from ingest.text.damage import text_flag
from ingest.text.dates import PartialDate, parse_first
from ingest.text.fold import clean, fold


def parse_capture(
    capture: Capture,
    payload: bytes,
    source: Source,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> list[Keyed]:
    """Every record of one capture; the last one is its `ParsedCapture`."""
    if source.platform == "package_file" or capture.url.endswith("/territory.csv"):
        records: list[Keyed] = list(_territory(capture, payload, extractor_version))
        outcome = "ok"
    elif is_law(capture.url):
        records, outcome = read_law(capture.url, payload, _line_origin(capture, extractor_version)), "ok"
    elif source.platform == "project_file":
        records, outcome = [], "ok"
    elif source.reading.table is not None:
        records, outcome = _table(capture, payload, source, gazetteer, extractor_version)
    else:
        records, outcome = _document(capture, payload, source, gazetteer, extractor_version, reader)
    origin = _origin(capture, extractor_version, "document", capture.payload_sha256)
    records.append(
        ParsedCapture(natural_key=capture.capture_key, outcome_code=outcome, record_count=len(records), **origin)
    )
    return records


def _origin(capture: Capture, extractor_version: str, position: str, words_sha256: str) -> dict[str, Any]:
    return {
        "source_id": capture.source_id,
        "source_url": capture.url,
        "capture_sha256": capture.payload_sha256,
        "capture_key": capture.capture_key,
        "extractor_version": extractor_version,
        "evidence_position": position,
        "evidence_sha256": words_sha256,
        "evidence_text": None,
        "evidence_basis_code": NO_QUOTE,
    }


def _row_origin(capture: Capture, extractor_version: str) -> Callable[[int, str], dict[str, Any]]:
    return lambda row, words: _origin(capture, extractor_version, f"row:{row}", digest(words))


def _line_origin(capture: Capture, extractor_version: str) -> Callable[[int, str], dict[str, Any]]:
    return lambda line, words: _origin(capture, extractor_version, f"line:{line}", digest(words))


def read_text(capture: Capture, payload: bytes, source: Source, reader: DocumentReader) -> ReadDocument:
    """The document of a capture: what evidence positions point into. `trace` re-reads through the same function."""
    if (problem := _refused(capture)) is not None:
        return problem
    kind = capture.content_type.split(";")[0].strip().lower()
    if (file := kind_of(payload, kind, capture.url)) is not None:
        return read_file(payload, file, reader, has_ocr=source.reading.ocr)
    decoded = decode_text(payload, _charset(capture.content_type))
    read = _read_decoded(capture, payload, source, kind, decoded.text)
    return dataclasses.replace(read, measures={**read.measures, **decoded.measures}) if decoded.measures else read


def _read_decoded(capture: Capture, payload: bytes, source: Source, kind: str, text: str) -> ReadDocument:
    if source.reading.json_content is not None and kind in ("text/html", "application/json"):
        reading = source.reading
        return read_json_page(text, JsonPaths(reading.json_content or "", reading.json_title, reading.json_date))
    if kind in ("text/html", "application/xhtml+xml"):
        return read_html(text, selectors_of(source))
    if (
        not kind.startswith("text/")
        and kind not in _TEXT_TYPES
        and "\0" in text[:10_000] + ("\0" if payload[:2] == b"PK" else "")
    ):
        return ReadDocument("unreadable", reason=f"no reader for {kind or 'a file without a type'}")
    if not text.strip():
        return ReadDocument("empty", reason="the file holds only white space")
    first = next((clean(line) for line in text.split("\n") if line.strip()), None)
    return ReadDocument("ok", text, first)


#: Types that are text without saying so.
_TEXT_TYPES = ("application/json", "application/xml", "application/ld+json")


def _refused(capture: Capture) -> ReadDocument | None:
    """What a capture without a document is; None for one that holds one."""
    is_gone = capture.crawl is not None and capture.crawl.outcome == "gone"
    if is_gone or (capture.http_status is not None and capture.http_status not in (200, 304)):
        status = "gone" if is_gone or capture.http_status in (404, 410) else "parse_error"
        return ReadDocument(status, reason=f"HTTP status {capture.http_status}")
    return None


def _charset(content_type: str) -> str | None:
    for part in content_type.split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ")
    return None


def _document(
    capture: Capture,
    payload: bytes,
    source: Source,
    gazetteer: Gazetteer,
    extractor_version: str,
    reader: DocumentReader,
) -> tuple[list[Keyed], str]:
    read = read_text(capture, payload, source, reader)
    if capture.crawl is not None and capture.crawl.reason == ENUMERATED and read.status != "ok":
        return [], "gone"  # A number without a page is no document that is gone.
    portal: list[Keyed] = []
    portal_page = None
    if source.kind == "access_portal" and _is_page(capture):
        text = decode_text(payload, _charset(capture.content_type)).text
        page = read_portal(
            text, read, source_id=source.id, is_front=_is_front(capture, source),
            is_partial=_has_endpoint(source) and "json" in capture.content_type,
            captured_on=dt.date.fromisoformat(capture.captured_at[:10]), gazetteer=gazetteer,
            origin=lambda: _origin(capture, extractor_version, "document", capture.payload_sha256),
        )  # fmt: skip
        read, portal, portal_page = page.read, page.records, page.page_code
    sidecar: Mapping[str, Any] = capture.sidecar or {}
    published = _published(sidecar, read)
    day = (
        dt.date.fromisoformat(published.value)
        if published and published.value and published.precision == "day"
        else None
    )
    if day and day > dt.date.fromisoformat(capture.captured_at[:10]):
        published, day = _future(published), None
    reading = _no_facts(read)
    if read.status == "ok":
        reading = read_facts(
            text=read.text, title=read.title, source_id=capture.source_id, source_url=capture.url,
            capture_sha256=capture.payload_sha256, capture_key=capture.capture_key, extractor_version=extractor_version,
            published=day, quote_basis=quote_basis(source, sidecar), gazetteer=gazetteer,
            publisher_collectivity_id=_publisher(source, sidecar, gazetteer, capture.url),
            is_own_site=source.kind == "council_site" and source.collectivity is not None,
        )  # fmt: skip
    document = Document(
        natural_key=f"document|{capture.source_id}|{page_identity(source, capture.address)}",
        kind_code=portal_page or reading.kind_code,
        language_code=reading.language_code,
        title=sidecar.get("title") or reading.public_title,
        publisher=sidecar.get("publisher") or source.names.ar,
        status_code=read.status,
        status_reason=read.reason,
        published_date=published.value if published else None,
        published_date_precision_code=published.precision if published else "none",
        published_date_raw=published.raw if published else None,
        published_date_basis_code="sidecar" if sidecar.get("publication_date") else "page" if published else "none",
        published_date_flag_code=published.flag if published else None,
        page_count=read.page_count,
        char_count=len(read.text),
        text_basis_code="recognition" if "ocr_words" in read.measures else "own_text",
        text_flag_code=text_flag(read.text, read.measures),
        text_sha256=fingerprint(read.text, capture.payload_sha256),
        translation_key=translation_key(source, capture.url, _head(payload)) if capture.crawl is not None else None,
        is_layout_matched=read.is_layout_matched,
        measures=json.dumps(read.measures, sort_keys=True) if read.measures else None,
        **_origin(capture, extractor_version, "document", capture.payload_sha256),
    )
    return [document, *portal, *reading.records], read.status


def _head(payload: bytes) -> str:
    """The part of a page that may name its other languages; addresses in it are ASCII, whatever its charset."""
    return payload[:60_000].decode("utf-8", "replace")


def _is_page(capture: Capture) -> bool:
    return capture.content_type.split(";")[0].strip().lower() in (
        "text/html",
        "application/xhtml+xml",
        "application/json",
    )


def _is_front(capture: Capture, source: Source) -> bool:
    """Whether it is where the portal shows its own counters: the first entry point, and any that answers with JSON."""
    address = canonical_address(capture.url)
    places = [canonical_address(u) for u in source.entry_points]
    return address in places[:1] or (address in places and "json" in capture.content_type)


def _has_endpoint(source: Source) -> bool:
    """Whether the portal's counters may be spread: the registry names more than one further entry point."""
    return len(source.entry_points) > 2


def _table(
    capture: Capture, payload: bytes, source: Source, gazetteer: Gazetteer, extractor_version: str
) -> tuple[list[Keyed], str]:
    """A table file: its document, then what its rows say."""
    assert source.reading.table is not None
    if problem := _refused(capture):
        read = ReadTable(problem.status, problem.reason)
    else:
        read = read_table(
            payload, capture.content_type, source.reading.table, gazetteer, f"{capture.source_id}|{capture.address}",
            _row_origin(capture, extractor_version),
        )  # fmt: skip
    sidecar: Mapping[str, Any] = capture.sidecar or {}
    published = parse_first(stated) if (stated := sidecar.get("publication_date")) else None
    document = Document(
        natural_key=f"document|{capture.source_id}|{capture.address}",
        kind_code="reference_table",
        language_code="und",
        title=sidecar.get("title") or source.names.ar,
        publisher=sidecar.get("publisher") or source.names.ar,
        status_code=read.status,
        status_reason=read.reason,
        published_date=published.value if published else None,
        published_date_precision_code=published.precision if published else "none",
        published_date_raw=published.raw if published else None,
        published_date_basis_code="sidecar" if published else "none",
        published_date_flag_code=None,
        page_count=None,
        char_count=len(payload) if read.status == "ok" else 0,
        text_basis_code="own_text",
        text_flag_code=None,
        text_sha256=capture.payload_sha256,
        translation_key=None,
        is_layout_matched=read.status != "layout_changed",
        measures=json.dumps({"rows": read.row_count, **read.counts}, sort_keys=True),
        **_origin(capture, extractor_version, "document", capture.payload_sha256),
    )
    return [document, *read.records], read.status


def quote_basis(source: Source, sidecar: Mapping[str, Any]) -> str:
    """Why short quotations of this document may be published; the narrower of source and sidecar."""
    if source.licence.quote_basis == NO_QUOTE or not sidecar:
        if sidecar and sidecar.get("licence") in OPEN_LICENCES:
            return OPEN_LICENCES[sidecar["licence"]]
        return source.licence.quote_basis
    return OPEN_LICENCES.get(sidecar["licence"], NO_QUOTE)


#: Pages of the network's members: membre.php?ct=commune-agadir&lang=ar.
_MEMBER = re.compile(r"(?P<level>region|province|prefecture|commune)-(?P<name>[a-z0-9-]+)")


def _publisher(source: Source, sidecar: Mapping[str, Any], gazetteer: Gazetteer, url: str) -> str | None:
    """Whose words a document holds: its site's council, on the network's platform the member whose page it is, else who the sidecar names."""
    if source.collectivity is not None:
        return source.collectivity
    member = dict(parse_qsl(urlsplit(url).query)).get("ct", "") if source.kind == "network_portal" else ""
    if m := _MEMBER.fullmatch(fold(member).strip()):
        members = {x.collectivity_id for x in gazetteer.find(f"{m['level']} {m['name'].replace('-', ' ')}")}
        return members.pop() if len(members) == 1 else None
    named = [m.collectivity_id for m in gazetteer.find(fold(sidecar.get("publisher", ""))) if m.collectivity_id]
    return named[0] if named else None


def _published(sidecar: Mapping[str, Any], read: ReadDocument) -> PartialDate | None:
    if stated := sidecar.get("publication_date"):
        return parse_first(stated)
    return parse_first(read.date_text) if read.date_text else None


def _future(date: PartialDate | None) -> PartialDate | None:
    return None if date is None else dataclasses.replace(
        date, year=None, month=None, day=None, precision="none", flag="after_capture"
    )  # fmt: skip


def _no_facts(read: ReadDocument) -> Reading:
    return Reading("other", "und", clean(read.title) if read.title and read.status == "gone" else None, [])


def _territory(capture: Capture, payload: bytes, extractor_version: str) -> list[Collectivity]:
    """Collectivities of one captured table: a package table, or the sample home's fictitious ones."""
    name = capture.url.rsplit("/", 1)[-1]
    if name == "territory.csv":
        rows = read_fictitious(payload)
    elif "crosswalk" in capture.url:
        return []
    else:
        rows = read_territory(name.removesuffix(".csv.gz"), payload)
    ids = {(level, code): i for (level, code), i in known_ids().items()}
    found = []
    for t in rows:
        region = ids.get(("region", t.region_code or "")) if not t.is_fictitious else t.region_code
        province = t.province_code if t.is_fictitious else (
            ids.get(("province", t.province_code or "")) or ids.get(("prefecture", t.province_code or ""))
        )  # fmt: skip
        found.append(
            Collectivity(
                natural_key=f"collectivity|{t.collectivity_id}",
                collectivity_id=t.collectivity_id,
                level_code=t.level_code,
                name_ar=clean(t.name_ar),
                name_fr=clean(t.name_fr),
                region_id=region,
                province_id=province if t.level_code == "commune" else None,
                hcp_code_2024=t.hcp_code_2024,
                hcp_code_2014=t.hcp_code_2014,
                population_2024_count=t.population_2024_count,
                population_2014_count=t.population_2014_count,
                is_fictitious=t.is_fictitious,
                **_origin(
                    capture, extractor_version, f"line:{t.line}", digest(f"{t.hcp_code_2024}|{t.name_fr}|{t.name_ar}")
                ),
            )
        )
    return found


def read_fictitious(payload: bytes) -> list[Territory]:
    """The sample home's made-up collectivities; their codes begin with 99, which HCP does not use.

    Raises:
        ValueError: a code outside the reserved space.
    """
    rows = []
    for line, row in enumerate(csv.DictReader(io.StringIO(payload.decode("utf-8"))), start=2):
        if not row["hcp_code_2024"].startswith("99"):
            raise ValueError(
                f"reading the sample territory, line {line}: code {row['hcp_code_2024']} is not in the reserved space 99"
            )
        rows.append(
            Territory(
                row["collectivity_id"], row["level_code"], row["name_ar"], row["name_fr"], row["hcp_code_2024"], None,
                row["region_id"] or None, row["province_id"] or None,
                int(row["population_2024_count"]), None, True, "territory", line,
            )
        )  # fmt: skip
    return rows
