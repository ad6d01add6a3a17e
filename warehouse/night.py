"""The warehouse's part of a night, step by step: assemble inputs, model, render files, run the gate."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb

from expectations.dbt_results import read_dbt_results
from expectations.outcome import CheckOutcome
from expectations.release_checks import ReleaseFiles, check_release
from expectations.required import REQUIRED_FILE
from expectations.suites import SUITES, preload, run_suites, suite_tables
from ingest.home import Home
from ingest.ledger.store import load_runs
from ingest.night import Ingest
from ingest.version import CodeVersion
from warehouse import builds, files
from warehouse.builds import Build
from warehouse.gate import write_record
from warehouse.inputs import write_inputs
from warehouse.model import DBT_PROJECT, load_tables
from warehouse.publish import next_release_id
from warehouse.transform import run_dbt

Progress = Callable[[str, int, int], None]


def start_build(ingest: Ingest, as_of: dt.datetime, code: CodeVersion, dbt_project: Path = DBT_PROJECT) -> Build:
    """A new build folder with its inputs frozen."""
    home = ingest.home
    builds.clean_up(home)
    folder = builds.new_folder(home, as_of)
    build_id = write_inputs(ingest, folder / "inputs", as_of, code, dbt_project)
    release_id = next_release_id(home, as_of.strftime("%Y-%m-%d"))
    return builds.save(Build(folder, build_id, release_id, as_of.strftime("%Y-%m-%dT%H:%M:%SZ")))


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


def render(
    home: Home, build: Build, progress: Progress | None = None, dbt_project: Path = DBT_PROJECT
) -> dict[str, int]:
    """Render every file of the release; returns rows per table."""
    say = progress or (lambda what, done, total: None)
    tables = load_tables(dbt_project)
    prefix = prefix_of(home)
    say("tables", 0, 4)
    files.write_tables(build.database, build.files, prefix, tables)
    say("duckdb", 1, 4)
    files.write_duckdb(build.files, prefix, tables)
    say("descriptor", 2, 4)
    rows = files.row_counts(build.database, tables)
    files.write_descriptor(build.files, prefix, build.release_id, build.as_of, tables)
    files.write_readme(build.files, prefix, build.release_id, build.as_of, rows, tables)
    say("sums", 3, 4)
    files.write_sums(build.files)
    say("", 4, 4)
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
    """Run suites and release checks, read dbt's results, write the signed record; returns every outcome.

    A record is written whatever the verdicts: the publisher judges it.
    """
    say = progress or (lambda what, done, total: None)
    tables = load_tables(dbt_project)
    say("dbt tests", 0, 4)
    outcomes = read_dbt_results(build.target)
    say("suites", 1, 4)
    outcomes += check_suites(build.database, suites)
    say("release", 2, 4)
    outcomes += check_release(release_files(home, build, dbt_project))
    say("record", 3, 4)
    artefacts = files.write_sums(build.files)
    rows = files.row_counts(build.database, tables)
    whole = files.table_digests(build.database, tables)
    stable = files.table_digests(build.database, tables, stable_only=True)
    write_record(
        home, build.gate, build_id=build.build_id, release_id=build.release_id, as_of=build.as_of, code=code, outcomes=outcomes,
        artefacts=artefacts, required_file=required_file,
        tables={t: {"rows": rows[t], "sha256": whole[t], "stable_sha256": stable[t]} for t in tables},
    )  # fmt: skip
    say("", 4, 4)
    return outcomes


def check_suites(database: Path, suites: Path = SUITES) -> list[CheckOutcome]:
    """Great Expectations over every published table of a build."""
    with duckdb.connect(str(database), read_only=True) as con:
        return run_suites(lambda t: con.execute(f'select * from marts."{t}"').df(), suite_tables(suites), suites)


def release_files(home: Home, build: Build, dbt_project: Path = DBT_PROJECT) -> ReleaseFiles:
    """What the release checks look at, for one build."""
    tables = load_tables(dbt_project)
    runs = [r for r in load_runs(home) if r.as_of <= build.as_of]
    last = {s: n for r in runs for s, n in r.sources.items()}
    return ReleaseFiles(
        folder=build.files,
        prefix=prefix_of(home),
        columns={t: [c.name for c in files.published_columns(table)] for t, table in tables.items()},
        text_columns={
            t: [c.name for c in files.published_columns(table) if c.data_type == "varchar"]
            for t, table in tables.items()
        },
        database=build.database,
        source_nights=[asdict(n) for n in last.values()],
    )
