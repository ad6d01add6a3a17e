"""The inputs of a build: bronze and ledger frozen as sorted Parquet files, from which a build can be made again."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from expectations.personal_data.patterns import find_personal_data
from expectations.sheets.load import DBT_PROJECT
from ingest.archive.capture import Capture
from ingest.archive.captures import load_index
from ingest.bronze import read_bronze
from ingest.code import CodeVersion
from ingest.ledger.admission import Admissions
from ingest.ledger.store import load_runs, run_order
from ingest.opening import Ingest
from ingest.read.version import extractor_version
from ingest.records import BRONZE, REFERENCE_TABLES
from ingest.registry.schema import Source
from warehouse.build.input_rows import (
    BuildRow,
    CaptureRow,
    DictionaryRow,
    IdentityRow,
    InputRow,
    NightRow,
    RegistryRow,
    RejectionRow,
    TopicRow,
    as_table,
    as_time,
    capture_rows,
    dictionary_rows,
    identity_rows,
    night_rows,
    registry_row,
    topic_rows,
)
from warehouse.build.withdrawals import Redactor, load_withdrawals

#: The source that archives the project's own files: registry, declarations of tables.
_PROJECT_SOURCE = "infitah-project"


def write_inputs(
    ingest: Ingest,
    folder: Path,
    as_of: dt.datetime,
    code: CodeVersion,
    dbt_project: Path = DBT_PROJECT,
    known_on: dt.datetime | None = None,
    *,
    is_local: bool = False,
) -> str:
    """Write every input file; returns the build id, a digest of the inputs and the code that will read them.

    Only runs and captures up to `as_of` are taken. What was withdrawn is left out here, so that no later step ever
    holds it; rows with personal data in a text that would be published are rejected (`rejections`: table, row and kind,
    never the value).

    Args:
        known_on: show what was known at this earlier moment (`known_captures` in dbt_project/macros/bronze.sql).
        is_local: take sources too whose publish flag is off; such a build is never published.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sources = {k: s for k, s in ingest.sources.items() if is_local or s.is_published}
    rejections = _write_every_bronze_table(ingest, sources, folder)
    runs = [r for r in load_runs(ingest.home) if as_time(r.as_of) <= as_of.replace(tzinfo=None)]
    order = {r.run_id: i for i, r in enumerate(runs, start=1)}
    placed = _placed(load_index(ingest.home), order, Admissions(runs), sources)
    files = {c.url: c for _, c in sorted(placed, key=lambda p: p[0]) if c.source_id == _PROJECT_SOURCE}
    registered = ingest.sources.values()
    _write(folder, "rejections", RejectionRow, rejections)
    _write(folder, "captures", CaptureRow, capture_rows(placed, sources))
    _write(folder, "source_nights", NightRow, night_rows(runs, order))
    _write(folder, "identities", IdentityRow, identity_rows(runs))
    _write(folder, "registry", RegistryRow, [registry_row(s, files) for s in registered])
    _write(folder, "topics", TopicRow, [t for s in registered for t in topic_rows(s, files)])
    _write(folder, "dictionary", DictionaryRow, dictionary_rows(dbt_project, files))
    build_id = _digest(folder, as_of, code, known_on, is_local=is_local)
    build = BuildRow(
        build_id=build_id,
        as_of_at=as_of.replace(tzinfo=None, microsecond=0),
        home_kind_code=ingest.home.kind,
        code_version=code.text,
        extractor_version=extractor_version(),
        source_count=len(ingest.sources),
        capture_count=len(placed),
        known_on_at=known_on.replace(tzinfo=None, microsecond=0) if known_on else None,
    )
    _write(folder, "build", BuildRow, [build])
    return build_id


def _placed(
    index: Iterable[Capture], order: dict[str, int], admissions: Admissions, sources: dict[str, Source]
) -> list[tuple[int, Capture]]:
    """The captures that a build takes, each with the place of its run."""
    placed = [(_order_of(c, order, admissions), c) for c in index if c.source_id in sources]
    return [(place, c) for place, c in placed if place is not None]


def _order_of(capture: Capture, order: dict[str, int], admissions: Admissions) -> int | None:
    """Place of the run that a capture belongs to.

    That is the run that admitted it: its own, the next one when its own was killed before its ledger entry, or the one
    that carried it. What was not admitted stays where it was captured, in a held night.
    """
    admitted = admissions.admitted_in(capture.source_id, capture.run_id)
    if admitted in order:
        return order[admitted]
    if capture.run_id in order:
        return order[capture.run_id]
    later = [n for r, n in order.items() if run_order(r) > run_order(capture.run_id)]
    return min(later, default=None)


def _write(folder: Path, name: str, kind: type[InputRow], rows: Iterable[InputRow]) -> None:
    _write_table(folder / f"{name}.parquet", as_table(kind, rows))


def _write_table(path: Path, table: pa.Table) -> None:
    keys = [
        (name, "ascending") for name in table.column_names if not pa.types.is_boolean(table.schema.field(name).type)
    ]
    pq.write_table(table.sort_by(keys[:8]) if table.num_rows else table, path, compression="zstd")


def _write_every_bronze_table(ingest: Ingest, sources: dict[str, Source], folder: Path) -> list[RejectionRow]:
    redactor = Redactor(load_withdrawals(ingest.home))
    tables = [t for t in BRONZE if t != "parsed_captures"]
    return [r for t in tables for r in _write_bronze(ingest, sources, folder, t, redactor)]


def _write_bronze(
    ingest: Ingest, sources: dict[str, Source], folder: Path, table: str, redactor: Redactor
) -> list[RejectionRow]:
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


def _personal_rows(table: str, rows: pa.Table) -> list[RejectionRow]:
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
                capture_key, natural_key = (rows.column(k)[i].as_py() for k in ("capture_key", "natural_key"))
                found.append(RejectionRow(table, capture_key, natural_key, f"personal_data_{kind}_{name}"))
    return found


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
