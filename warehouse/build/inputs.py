"""The inputs of a build: bronze and ledger frozen as sorted Parquet files, so that a build can be made again from them."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from expectations.personal_data import find_personal_data
from ingest.archive.capture import Capture
from ingest.archive.captures import load_index
from ingest.bronze import read_bronze
from ingest.code import CodeVersion
from ingest.ledger.admission import Admissions
from ingest.ledger.crawls import action_code
from ingest.ledger.store import Run, SourceNight, load_runs, run_order
from ingest.opening import Ingest, registry_url
from ingest.read.version import extractor_version
from ingest.records import BRONZE, REFERENCE_TABLES
from ingest.registry.schema import Source
from warehouse.build.tables import DBT_PROJECT, MARTS_URL, load_tables
from warehouse.build.withdrawals import Redactor, load_withdrawals

_TIME = pa.timestamp("us")
_REGISTRY = pa.schema(
    [("source_id", pa.string()), ("kind_code", pa.string()), ("platform_code", pa.string()), ("collectivity_id", pa.string()),
     ("name_ar", pa.string()), ("name_fr", pa.string()), ("name_en", pa.string()), ("host", pa.string()),
     ("host_status_code", pa.string()), ("licence_code", pa.string()), ("quote_basis_code", pa.string()),
     ("delay_seconds", pa.int64()), ("source_url", pa.string()), ("captured_at", _TIME), ("capture_sha256", pa.string())]
)  # fmt: skip
_CAPTURES = pa.schema(
    [("source_id", pa.string()), ("run_order", pa.int64()), ("url", pa.string()), ("address", pa.string()), ("captured_at", _TIME),
     ("payload_sha256", pa.string()), ("capture_key", pa.string()), ("is_standing", pa.bool_())]
)  # fmt: skip
_NIGHTS = pa.schema(
    [("source_id", pa.string()), ("run_id", pa.string()), ("run_order", pa.int64()), ("run_at", _TIME), ("night_date", pa.string()),
     ("admission", pa.string()), ("cause", pa.string()), ("outcome_code", pa.string()), ("next_action_code", pa.string()),
     *[(f"{n}_count", pa.int64()) for n in ("request", "recheck", "byte", "expected", "held", "new", "changed", "gone", "failed")],
     ("waited_seconds", pa.int64())]
)  # fmt: skip
_TOPICS = pa.schema(
    [("source_id", pa.string()), ("topic_code", pa.string()), ("collectivity_id", pa.string()), ("source_url", pa.string()),
     ("captured_at", _TIME), ("capture_sha256", pa.string())]
)  # fmt: skip
_DICTIONARY = pa.schema(
    [("column_id", pa.string()), ("table_name", pa.string()), ("column_name", pa.string()), ("position", pa.int64()),
     ("data_type", pa.string()), ("is_key", pa.bool_()), *[(f"{k}_{x}", pa.string()) for x in ("ar", "fr", "en") for k in ("label", "definition")],
     ("codes", pa.string()), ("personal_data_code", pa.string()), ("is_volatile", pa.bool_()), ("licence_code", pa.string()),
     ("source_url", pa.string()), ("captured_at", _TIME), ("capture_sha256", pa.string())]
)  # fmt: skip
_REJECTIONS = pa.schema([(n, pa.string()) for n in ("table_name", "capture_key", "natural_key", "rejection_code")])
_BUILD = pa.schema(
    [("build_id", pa.string()), ("as_of_at", _TIME), ("home_kind_code", pa.string()), ("code_version", pa.string()),
     ("extractor_version", pa.string()), ("source_count", pa.int64()), ("capture_count", pa.int64()),
     ("known_on_at", _TIME)]
)  # fmt: skip


def write_inputs(
    ingest: Ingest, folder: Path, as_of: dt.datetime, code: CodeVersion, dbt_project: Path = DBT_PROJECT,
    known_on: dt.datetime | None = None, *, is_local: bool = False,
) -> str:  # fmt: skip
    """Write every input file; returns the build id, a digest of the inputs and the code that will read them.

    Only runs and captures up to `as_of` are taken. What was withdrawn is left out here, so that no later step ever holds it; rows with personal data
    in a text that would be published are rejected (`rejections`: table, row and kind, never the value).

    Args:
        known_on: show what was known at this earlier moment (`known_captures` in dbt_project/macros/bronze.sql).
        is_local: take sources too whose publish flag is off; such a build is never published.
    """
    folder.mkdir(parents=True, exist_ok=True)
    runs = [r for r in load_runs(ingest.home) if _time(r.as_of) <= as_of.replace(tzinfo=None)]
    order = {r.run_id: i for i, r in enumerate(runs, start=1)}
    admissions = Admissions(runs)
    index = [c for c in load_index(ingest.home) if _order_of(c, order, admissions) is not None]
    redactor = Redactor(load_withdrawals(ingest.home))
    sources = {k: s for k, s in ingest.sources.items() if is_local or s.is_published}
    index = [c for c in index if c.source_id in sources]
    rejections: list[dict[str, Any]] = []
    for table in BRONZE:
        if table != "parsed_captures":
            rejections += _write_bronze(ingest, sources, folder, table, redactor)
    _write(folder, "rejections", _REJECTIONS, rejections)
    latest = {
        c.url: c
        for c in sorted(index, key=lambda c: _order_of(c, order, admissions) or 0)
        if c.source_id == "infitah-project"
    }
    _write(folder, "captures", _CAPTURES, _captures(index, order, admissions, sources))
    _write(folder, "source_nights", _NIGHTS, _nights(runs, order))
    _write(folder, "identities", _identity_schema(), _identities(runs))
    _write(folder, "registry", _REGISTRY, [_registry_row(s, latest) for s in ingest.sources.values()])
    _write(folder, "topics", _TOPICS, [t for s in ingest.sources.values() for t in _topic_rows(s, latest)])
    _write(folder, "dictionary", _DICTIONARY, _dictionary(dbt_project, latest[MARTS_URL]))
    build_id = _digest(folder, as_of, code, known_on, is_local=is_local)
    row = {
        "build_id": build_id, "as_of_at": as_of.replace(tzinfo=None, microsecond=0), "home_kind_code": ingest.home.kind,
        "code_version": code.text, "extractor_version": extractor_version(), "source_count": len(ingest.sources), "capture_count": len(index),
        "known_on_at": known_on.replace(tzinfo=None, microsecond=0) if known_on else None,
    }  # fmt: skip
    _write(folder, "build", _BUILD, [row])
    return build_id


def _order_of(capture: Capture, order: dict[str, int], admissions: Admissions) -> int | None:
    """Place of the run that a capture belongs to.

    That is the run that admitted it: its own, the next one when its own was killed before its ledger entry, or the one that
    carried it. What was not admitted stays where it was captured, in a held night.
    """
    admitted = admissions.admitted_in(capture.source_id, capture.run_id)
    if admitted in order:
        return order[admitted]
    if capture.run_id in order:
        return order[capture.run_id]
    later = [n for r, n in order.items() if run_order(r) > run_order(capture.run_id)]
    return min(later, default=None)


def _time(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def _write(folder: Path, name: str, schema: pa.Schema, rows: list[dict[str, Any]]) -> None:
    table = pa.table({f.name: [r[f.name] for r in rows] for f in schema}, schema=schema)
    _write_table(folder / f"{name}.parquet", table)


def _write_table(path: Path, table: pa.Table) -> None:
    keys = [
        (name, "ascending") for name in table.column_names if not pa.types.is_boolean(table.schema.field(name).type)
    ]
    pq.write_table(table.sort_by(keys[:8]) if table.num_rows else table, path, compression="zstd")


def _write_bronze(
    ingest: Ingest, sources: dict[str, Source], folder: Path, table: str, redactor: Redactor
) -> list[dict[str, Any]]:
    """Rows of each source's current extractor; the same capture parsed once per batch gives each row once.

    Returns the rows that hold personal data, and of which kind.
    """
    rows = read_bronze(ingest.home, table)
    current = [f"{source} {version}" for source, version in ingest.versions.items() if source in sources]
    read_by = pc.binary_join_element_wise(rows.column("source_id"), rows.column("extractor_version"), " ")
    rows = rows.filter(pc.is_in(read_by, pa.array(current)))
    if not redactor.is_idle:
        rows = _without_withdrawn(rows, redactor)
    keys = [
        ("source_id", "ascending"),
        ("source_url", "ascending"),
        ("capture_key", "ascending"),
        ("natural_key", "ascending"),
    ]
    pq.write_table(rows.sort_by(keys) if rows.num_rows else rows, folder / f"{table}.parquet", compression="zstd")
    return _personal_rows(table, rows)


def _is_text(name: str) -> bool:
    """Columns with words of a source; keys, codes, ids and digests are not."""
    return not name.endswith(("_key", "_code", "_id", "_sha256", "_version", "_position", "_url")) and name not in (
        "measures",
    )


def _text_columns(rows: pa.Table) -> list[str]:
    return [f.name for f in rows.schema if pa.types.is_string(f.type) and _is_text(f.name)]


def _without_withdrawn(rows: pa.Table, redactor: Redactor) -> pa.Table:
    urls = rows.column("source_url").to_pylist()
    rows = rows.filter(pa.array([not redactor.drops(u) for u in urls], pa.bool_()))
    for name in _text_columns(rows):
        clean = [v if v is None else redactor.text(v) for v in rows.column(name).to_pylist()]
        rows = rows.set_column(rows.schema.get_field_index(name), rows.schema.field(name), pa.array(clean, pa.string()))
    return rows


def _personal_rows(table: str, rows: pa.Table) -> list[dict[str, Any]]:
    """Rows with personal data in their words; reference tables are reviewed files and hold none."""
    if table in REFERENCE_TABLES:
        return []
    known: dict[str, str | None] = {}
    found = []
    for name in _text_columns(rows):
        for i, value in enumerate(rows.column(name).to_pylist()):
            if value is None:
                continue
            if value not in known:
                known[value] = min(find_personal_data(value), default=None)
            if (kind := known[value]) is not None:
                found.append(
                    {"table_name": table, "capture_key": rows.column("capture_key")[i].as_py(),
                     "natural_key": rows.column("natural_key")[i].as_py(), "rejection_code": f"personal_data_{kind}_{name}"}
                )  # fmt: skip
    return found


def _captures(
    index: list[Capture], order: dict[str, int], admissions: Admissions, sources: dict[str, Source]
) -> list[dict[str, Any]]:
    return [
        {
            "source_id": c.source_id, "run_order": _order_of(c, order, admissions), "url": c.url, "address": c.address, "captured_at": _time(c.captured_at),
            "payload_sha256": c.payload_sha256, "capture_key": c.capture_key,
            "is_standing": sources[c.source_id].schedule == "on_arrival",
        }
        for c in index if c.source_id in sources and c.is_document
    ]  # fmt: skip


def _nights(runs: list[Run], order: dict[str, int]) -> list[dict[str, Any]]:
    return [_night(r, n, order[r.run_id]) for r in runs for n in r.sources.values()]


def _night(run: Run, night: SourceNight, order: int) -> dict[str, Any]:
    crawl = night.crawl
    return {
        "source_id": night.source_id,
        "run_id": run.run_id,
        "run_order": order,
        "run_at": _time(run.as_of),
        "night_date": run.run_id.rpartition(".")[0],
        "admission": night.admission,
        "cause": night.cause,
        "outcome_code": crawl.outcome if crawl else None,
        "next_action_code": action_code(crawl.outcome) if crawl else None,
        "request_count": crawl.requests if crawl else None,
        "recheck_count": crawl.recheck_requests if crawl else None,
        "byte_count": crawl.bytes if crawl else None,
        "expected_count": crawl.expected if crawl else None,
        "held_count": crawl.held_documents if crawl else None,
        "new_count": night.new_captures,
        "changed_count": night.changed_captures,
        "gone_count": night.gone_captures,
        "failed_count": crawl.failed if crawl else None,
        "waited_seconds": round(crawl.waited_seconds) if crawl else None,
    }


def _identity_schema() -> pa.Schema:
    return pa.schema([("kind", pa.string()), ("natural_key", pa.string()), ("permanent_id", pa.string())])


def _identities(runs: list[Run]) -> list[dict[str, Any]]:
    ids = {
        (kind, key): identity
        for r in sorted(runs, key=lambda r: run_order(r.run_id))
        for kind, key, identity, _ in r.identities
    }
    return [{"kind": kind, "natural_key": key, "permanent_id": identity} for (kind, key), identity in ids.items()]


def _home_of(source_id: str, latest: dict[str, Capture]) -> dict[str, Any]:
    capture = latest[registry_url(source_id)]
    return {
        "source_url": capture.url, "captured_at": _time(capture.captured_at), "capture_sha256": capture.payload_sha256,
    }  # fmt: skip


def _registry_row(s: Source, latest: dict[str, Capture]) -> dict[str, Any]:
    host = s.hosts[0] if s.hosts else None
    return {
        "source_id": s.id, "kind_code": s.kind, "platform_code": s.platform, "collectivity_id": s.collectivity,
        "name_ar": s.names.ar, "name_fr": s.names.fr, "name_en": s.names.en, "host": host.host if host else None,
        "host_status_code": host.status if host else None, "licence_code": s.licence.code,
        "quote_basis_code": s.licence.quote_basis, "delay_seconds": round(s.politeness.delay_seconds), **_home_of(s.id, latest),
    }  # fmt: skip


def _topic_rows(s: Source, latest: dict[str, Capture]) -> list[dict[str, Any]]:
    return [
        {"source_id": s.id, "topic_code": t, "collectivity_id": s.collectivity, **_home_of(s.id, latest)}
        for t in sorted(s.topics)
    ]


def _dictionary(dbt_project: Path, capture: Capture) -> list[dict[str, Any]]:
    return [
        {
            "column_id": f"{t.name}.{c.name}", "table_name": t.name, "column_name": c.name, "position": i, "data_type": c.data_type,
            "is_key": c.name == t.primary_key, "codes": " ".join(c.codes) or None, "personal_data_code": c.personal_data,
            "is_volatile": c.is_volatile, "licence_code": t.licence, "source_url": capture.url,
            "captured_at": _time(capture.captured_at), "capture_sha256": capture.payload_sha256,
            **{f"label_{x}": c.label[x] for x in ("ar", "fr", "en")},
            **{f"definition_{x}": c.definition[x] for x in ("ar", "fr", "en")},
        }
        for t in load_tables(dbt_project).values()
        for i, c in enumerate(t.columns, start=1)
    ]  # fmt: skip


def _digest(
    folder: Path, as_of: dt.datetime, code: CodeVersion, known_on: dt.datetime | None, *, is_local: bool
) -> str:
    digest = hashlib.sha256(
        f"{as_of.strftime('%Y-%m-%dT%H:%M:%SZ')}|{code.text}|{duckdb.__version__}|{known_on}|{is_local}".encode()
    )
    for path in sorted(folder.glob("*.parquet")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    # Letters only, so that no id can look like an identity number.
    return "".join("bcdfghjkmnpqrstv"[int(c, 16)] for c in digest.hexdigest()[:16])
