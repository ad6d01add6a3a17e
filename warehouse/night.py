"""The warehouse's part of a night, step by step: assemble inputs, model, render files, run the gate.

Order of making (DESIGN.md §2, promise 1): tables → files → checks → report → hashes → record.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb

from expectations.dbt_results import read_dbt_results
from expectations.drift import History, check_drift
from expectations.outcome import CheckOutcome
from expectations.release_checks import ReleaseFiles, check_release
from expectations.required import REQUIRED_FILE
from expectations.suites import SUITES, preload, run_suites, suite_tables
from ingest.code import CodeVersion
from ingest.home import Home
from ingest.ledger.acceptances import accepted_checks
from ingest.ledger.store import load_runs
from ingest.nights import night_of
from ingest.opening import Ingest
from warehouse.build import builds
from warehouse.build.builds import Build
from warehouse.build.changes import (
    AGED,
    CHANGES,
    compared_files,
    load_notices,
    schema_changes,
    schema_of,
    write_changes,
    write_schema_changes,
)
from warehouse.build.dbt import run_dbt
from warehouse.build.digests import row_counts, table_digests
from warehouse.build.draft import Draft, load_publisher, published_columns
from warehouse.build.inputs import write_inputs
from warehouse.build.tables import DBT_PROJECT, Table, load_tables
from warehouse.build.withdrawals import Redactor, load_withdrawals, withdrawals_digest
from warehouse.catalogue.citation import write_citation
from warehouse.catalogue.csvw import write_csvw
from warehouse.catalogue.datapackage import write_datapackage
from warehouse.catalogue.dcat import write_dcat
from warehouse.catalogue.inventory import describe_files
from warehouse.catalogue.readme import write_readmes
from warehouse.catalogue.schema_org import write_schema_org
from warehouse.formats.database import write_duckdb
from warehouse.formats.graph import write_graph
from warehouse.formats.tables import write_tables
from warehouse.formats.workbooks import write_workbooks
from warehouse.gate.keys import open_signer
from warehouse.gate.quality import write_quality
from warehouse.gate.record import file_digest, write_record
from warehouse.gate.signature import sign_sums
from warehouse.gate.sums import write_sums
from warehouse.release.publish import latest_folder, next_release_id, read_index

Progress = Callable[[str, int, int], None]


def start_build(
    ingest: Ingest,
    as_of: dt.datetime,
    code: CodeVersion,
    dbt_project: Path = DBT_PROJECT,
    known_on: dt.datetime | None = None,
    *,
    is_local: bool = False,
) -> Build:
    """A new build folder with its inputs frozen. A release bears the date that it is in Morocco."""
    home = ingest.home
    builds.clean_up(home)
    night = night_of(as_of)
    folder = builds.new_folder(home, night)
    build_id = write_inputs(ingest, folder / "inputs", as_of, code, dbt_project, known_on, is_local=is_local)
    return builds.save(
        Build(
            folder, build_id, next_release_id(home, night), as_of.strftime("%Y-%m-%dT%H:%M:%SZ"),
            known_on.strftime("%Y-%m-%dT%H:%M:%SZ") if known_on else None, is_local,
        )
    )  # fmt: skip


def model(
    home: Home, build: Build, progress: Progress | None = None, dbt_project: Path = DBT_PROJECT
) -> dict[str, Any]:
    """Run dbt; Great Expectations is imported meanwhile, since dbt has a process of its own.

    Raises:
        TransformError: a model failed.
    """
    threading.Thread(target=preload, daemon=True).start()
    return run_dbt(build.folder, dbt_project=dbt_project, cache=home.root, progress=progress)


def prefix_of(home: Home) -> str:
    return "" if home.kind == "real" else f"{home.kind}-"


def make_draft(home: Home, build: Build, tables: dict[str, Table]) -> Draft:
    """The release in the making, compared with the latest one."""
    previous = latest_folder(home)
    return Draft(
        folder=build.files, database=build.database, prefix=prefix_of(home), release_id=build.release_id, as_of=build.as_of, tables=tables,
        publisher=load_publisher(home), previous_id=previous.name if previous else None, previous=previous,
    )  # fmt: skip


def render(
    home: Home, build: Build, progress: Progress | None = None, dbt_project: Path = DBT_PROJECT
) -> dict[str, int]:
    """Render every file of the release; returns rows per table."""
    draft = make_draft(home, build, load_tables(dbt_project))
    write_changes(draft, Redactor(load_withdrawals(home)))
    return render_files(draft, dbt_project, progress)


def render_files(draft: Draft, dbt_project: Path = DBT_PROJECT, progress: Progress | None = None) -> dict[str, int]:
    """The files of a draft whose tables are complete, `_changes` included; returns rows per table."""
    say = progress or (lambda what, done, total: None)
    say("tables", 0, 6)
    write_tables(draft)
    say("duckdb", 1, 6)
    write_duckdb(draft)
    say("workbooks", 2, 6)
    write_workbooks(draft)
    say("graph", 3, 6)
    write_graph(draft)
    say("changes", 4, 6)
    write_schema_changes(draft, load_notices(dbt_project))
    say("descriptors", 5, 6)
    rows = row_counts(draft.database, draft.tables)
    files = describe_files(draft)
    write_datapackage(draft, files)
    write_csvw(draft)
    write_dcat(draft, files)
    write_schema_org(draft, files)
    write_citation(draft)
    write_readmes(draft, rows)
    say("", 6, 6)
    return rows


def run_gate(
    home: Home,
    build: Build,
    code: CodeVersion,
    progress: Progress | None = None,
    dbt_project: Path = DBT_PROJECT,
    required_file: Path = REQUIRED_FILE,
    suites: Path = SUITES,
) -> list[CheckOutcome]:
    """Run suites, release and drift checks, read dbt's results, write report, sums and signed record; returns every outcome.

    A record is written whatever the verdicts: the publisher judges it.
    """
    say = progress or (lambda what, done, total: None)
    draft = make_draft(home, build, load_tables(dbt_project))
    rows = row_counts(build.database, draft.tables)
    say("dbt tests", 0, 5)
    outcomes = read_dbt_results(build.target, build.database)
    say("suites", 1, 5)
    outcomes += check_suites(build.database, suites)
    say("release", 2, 5)
    outcomes += check_release(release_files(home, build, draft, dbt_project))
    say("drift", 3, 5)
    # Columns that move with the calendar or a night's fate fill and empty rightly, and changes differ every night.
    columns = {
        t: [c.name for c in published_columns(x) if not c.is_volatile and c.name not in AGED]
        for t, x in draft.tables.items()
        if t != CHANGES
    }
    outcomes += check_drift(build.database, columns, rows, _history(home, draft))
    say("record", 4, 5)
    finish_gate(home, draft, build, code, outcomes, rows, required_file.read_bytes())
    say("", 5, 5)
    return outcomes


def finish_gate(
    home: Home, draft: Draft, build: Build, code: CodeVersion, outcomes: list[CheckOutcome], rows: dict[str, int], required: bytes,
    recut_of: dict[str, Any] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Report → hashes → record, once every check has its outcome; returns the record."""
    accepted = {k: asdict(a) for k, a in accepted_checks(home, outcomes, build.as_of[:10]).items()}
    write_quality(draft, outcomes, rows, accepted)
    artefacts = write_sums(build.files)
    signature = sign_sums(open_signer(home), build.files / "SHA256SUMS", build.release_id)
    artefacts[signature.name] = file_digest(signature)
    whole = table_digests(build.database, draft.tables)
    stable = table_digests(build.database, draft.tables, stable_only=True)
    return write_record(
        home, build.gate, build_id=build.build_id, release_id=build.release_id, as_of=build.as_of, code=code, outcomes=outcomes,
        artefacts=artefacts, required=required,
        tables={t: {"rows": rows[t], "sha256": whole[t], "stable_sha256": stable[t]} for t in draft.tables},
        extra={
            "previous_id": draft.previous_id, "changes": changes_summary(build.database), "acceptances": accepted, "known_on": build.known_on,
            "is_local": build.is_local,
            "withdrawals_sha256": withdrawals_digest(load_withdrawals(home)), "recut_of": recut_of,
        },
    )  # fmt: skip


def changes_summary(database: Path) -> dict[str, dict[str, int]]:
    """Table → operation → number of changes."""
    found: dict[str, dict[str, int]] = {}
    with duckdb.connect(str(database), read_only=True) as con:
        for table, operation, n in con.execute(
            f'select table_name, operation_code, count(*) from marts."{CHANGES}" group by all order by all'
        ).fetchall():
            found.setdefault(table, {})[operation] = n
    return found


def check_suites(database: Path, suites: Path = SUITES, only: set[str] | None = None) -> list[CheckOutcome]:
    """Great Expectations over every published table of a build, or over some."""
    tables = [t for t in suite_tables(suites) if only is None or t in only]
    with duckdb.connect(str(database), read_only=True) as con:
        return run_suites(lambda t: con.execute(f'select * from marts."{t}"').df(), tables, suites)


def _history(home: Home, draft: Draft) -> History:
    rows = [r["rows"] for r in read_index(home)["releases"]]
    previous = {t: draft.previous / f"{draft.prefix}{t}.parquet" for t in draft.tables} if draft.previous else {}
    return History(rows, previous)


def release_files(home: Home, build: Build, draft: Draft, dbt_project: Path = DBT_PROJECT) -> ReleaseFiles:
    """What the release checks look at, for one build."""
    runs = [r for r in load_runs(home) if r.as_of <= build.as_of]
    last = {s: n for r in runs for s, n in r.sources.items()}
    unannounced = []
    if draft.previous is not None and draft.previous_id is not None:
        found = schema_changes(
            schema_of(draft.previous, draft.prefix), schema_of(draft.folder, draft.prefix), load_notices(dbt_project),
            draft.previous_id.removeprefix(draft.prefix)[:10], draft.date,
        )  # fmt: skip
        unannounced = [
            f"{c.table}.{c.column or '*'}: {c.change}" for c in found if c.is_breaking and not c.is_announced
        ]
    return ReleaseFiles(
        folder=build.files,
        prefix=draft.prefix,
        columns={t: [c.name for c in published_columns(table)] for t, table in draft.tables.items()},
        text_columns={
            t: [c.name for c in published_columns(table) if c.data_type == "varchar"]
            for t, table in draft.tables.items()
        },
        database=build.database,
        source_nights=[n.as_json() for n in last.values()],
        unannounced=unannounced,
        compared=compared_files(draft),
    )
