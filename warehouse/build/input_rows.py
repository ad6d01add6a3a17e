"""The rows of a build's inputs that do not come from bronze: runs, captures, registry, dictionary, a class a file.

A class's fields are its file's columns, in this order: the order is part of the bytes that a build's id is made of.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_type_hints

import pyarrow as pa

from expectations.sheets.load import load_tables
from ingest.archive.capture import Capture
from ingest.ledger.crawls import action_code
from ingest.ledger.store import Run, SourceNight, run_order
from ingest.opening import registry_url
from ingest.registry.schema import Source

_ARROW = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), dt.datetime: pa.timestamp("us")}


@dataclass(frozen=True)
class RegistryRow:
    """A source as the registry declares it."""

    source_id: str
    kind_code: str
    platform_code: str
    collectivity_id: str | None
    name_ar: str
    name_fr: str
    name_en: str
    host: str | None
    host_status_code: str | None
    licence_code: str
    quote_basis_code: str
    delay_seconds: int
    source_url: str
    captured_at: dt.datetime
    capture_sha256: str


@dataclass(frozen=True)
class CaptureRow:
    """A captured document and the run that it belongs to."""

    source_id: str
    run_order: int
    url: str
    address: str
    captured_at: dt.datetime
    payload_sha256: str
    capture_key: str
    is_standing: bool
    """It was handed in once and stays, unlike a page that is asked again."""


@dataclass(frozen=True)
class NightRow:
    """A source's night, from the ledger."""

    source_id: str
    run_id: str
    run_order: int
    run_at: dt.datetime
    night_date: str
    admission: str
    cause: str | None
    outcome_code: str | None
    next_action_code: str | None
    request_count: int | None
    recheck_count: int | None
    byte_count: int | None
    expected_count: int | None
    held_count: int | None
    new_count: int
    changed_count: int
    gone_count: int
    failed_count: int | None
    waited_seconds: int | None


@dataclass(frozen=True)
class TopicRow:
    """A topic that a source is registered for."""

    source_id: str
    topic_code: str
    collectivity_id: str | None
    source_url: str
    captured_at: dt.datetime
    capture_sha256: str


@dataclass(frozen=True)
class DictionaryRow:
    """A published column as it is declared beside the dbt models."""

    column_id: str
    table_name: str
    column_name: str
    position: int
    data_type: str
    is_key: bool
    label_ar: str
    definition_ar: str
    label_fr: str
    definition_fr: str
    label_en: str
    definition_en: str
    codes: str | None
    personal_data_code: str
    is_volatile: bool
    licence_code: str
    source_url: str
    captured_at: dt.datetime
    capture_sha256: str


@dataclass(frozen=True)
class RejectionRow:
    """A row of bronze that is held back, and why; never its value."""

    table_name: str
    capture_key: str
    natural_key: str
    rejection_code: str


@dataclass(frozen=True)
class IdentityRow:
    """A natural key and the id that it was given once."""

    kind: str
    natural_key: str
    permanent_id: str


@dataclass(frozen=True)
class BuildRow:
    """The build itself."""

    build_id: str
    as_of_at: dt.datetime
    home_kind_code: str
    code_version: str
    extractor_version: str
    source_count: int
    capture_count: int
    known_on_at: dt.datetime | None


InputRow = RegistryRow | CaptureRow | NightRow | TopicRow | DictionaryRow | RejectionRow | IdentityRow | BuildRow


def as_table(kind: type[InputRow], rows: Iterable[InputRow]) -> pa.Table:
    """Rows of one kind as a table; its columns are the fields of the class."""
    kept = list(rows)
    schema = pa.schema([(name, _arrow_type(hint)) for name, hint in get_type_hints(kind).items()])
    return pa.table({f.name: [getattr(r, f.name) for r in kept] for f in schema}, schema=schema)


def _arrow_type(hint: object) -> pa.DataType:
    """The column type of a field; one that may be None has that of its other half."""
    return next(arrow for python, arrow in _ARROW.items() if hint in (python, python | None))


def as_time(text: str) -> dt.datetime:
    """An ISO moment in UTC, as tables hold it: without a zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def capture_rows(placed: Iterable[tuple[int, Capture]], sources: dict[str, Source]) -> list[CaptureRow]:
    """Every captured document.

    Args:
        placed: captures with the place of their run.
    """
    return [
        CaptureRow(
            source_id=c.source_id,
            run_order=place,
            url=c.url,
            address=c.address,
            captured_at=as_time(c.captured_at),
            payload_sha256=c.payload_sha256,
            capture_key=c.capture_key,
            is_standing=sources[c.source_id].schedule == "on_arrival",
        )
        for place, c in placed
        if c.is_document
    ]


def night_rows(runs: list[Run], order: dict[str, int]) -> list[NightRow]:
    """Every source's part in every run."""
    return [_night(r, n, order[r.run_id]) for r in runs for n in r.sources.values()]


def _night(run: Run, night: SourceNight, order: int) -> NightRow:
    crawl = night.crawl
    return NightRow(
        source_id=night.source_id,
        run_id=run.run_id,
        run_order=order,
        run_at=as_time(run.as_of),
        night_date=run.run_id.rpartition(".")[0],
        admission=night.admission,
        cause=night.cause,
        outcome_code=crawl.outcome if crawl else None,
        next_action_code=action_code(crawl.outcome) if crawl else None,
        request_count=crawl.requests if crawl else None,
        recheck_count=crawl.recheck_requests if crawl else None,
        byte_count=crawl.bytes if crawl else None,
        expected_count=crawl.expected if crawl else None,
        held_count=crawl.held_documents if crawl else None,
        new_count=night.new_captures,
        changed_count=night.changed_captures,
        gone_count=night.gone_captures,
        failed_count=crawl.failed if crawl else None,
        waited_seconds=round(crawl.waited_seconds) if crawl else None,
    )


def identity_rows(runs: list[Run]) -> list[IdentityRow]:
    """Each natural key with the last id that a run gave it."""
    ids = {
        (kind, key): identity
        for r in sorted(runs, key=lambda r: run_order(r.run_id))
        for kind, key, identity, _ in r.identities
    }
    return [IdentityRow(kind, key, identity) for (kind, key), identity in ids.items()]


def registry_row(source: Source, files: dict[str, Capture]) -> RegistryRow:
    """A source, with the archived registry file that says so."""
    host = source.hosts[0] if source.hosts else None
    file = files[registry_url(source.id)]
    return RegistryRow(
        source_id=source.id,
        kind_code=source.kind,
        platform_code=source.platform,
        collectivity_id=source.collectivity,
        name_ar=source.names.ar,
        name_fr=source.names.fr,
        name_en=source.names.en,
        host=host.host if host else None,
        host_status_code=host.status if host else None,
        licence_code=source.licence.code,
        quote_basis_code=source.licence.quote_basis,
        delay_seconds=round(source.politeness.delay_seconds),
        source_url=file.url,
        captured_at=as_time(file.captured_at),
        capture_sha256=file.payload_sha256,
    )


def topic_rows(source: Source, files: dict[str, Capture]) -> list[TopicRow]:
    """The topics of a source, with the archived registry file that names them."""
    file = files[registry_url(source.id)]
    return [
        TopicRow(source.id, topic, source.collectivity, file.url, as_time(file.captured_at), file.payload_sha256)
        for topic in sorted(source.topics)
    ]


def dictionary_rows(dbt_project: Path, files: Mapping[str, Capture]) -> list[DictionaryRow]:
    """Every published column, with the archived file of declarations."""
    return [
        DictionaryRow(
            column_id=f"{t.name}.{c.name}",
            table_name=t.name,
            column_name=c.name,
            position=position,
            data_type=c.data_type,
            is_key=c.name == t.primary_key,
            label_ar=c.label["ar"],
            definition_ar=c.definition["ar"],
            label_fr=c.label["fr"],
            definition_fr=c.definition["fr"],
            label_en=c.label["en"],
            definition_en=c.definition["en"],
            codes=" ".join(c.codes) or None,
            personal_data_code=c.personal_data,
            is_volatile=c.is_volatile,
            licence_code=t.licence,
            source_url=c.declared_in,
            captured_at=as_time(files[c.declared_in].captured_at),
            capture_sha256=files[c.declared_in].payload_sha256,
        )
        for t in load_tables(dbt_project).values()
        for position, c in enumerate(t.columns, start=1)
    ]
