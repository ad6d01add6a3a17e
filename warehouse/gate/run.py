"""The gate over one build: every check is run, then report → hashes → record, whatever the verdicts.

Order of making (DESIGN.md §2, promise 1): tables → files → checks → report → hashes → record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol

import duckdb

from expectations.dbt_results import read_dbt_results
from expectations.drift import History, check_drift
from expectations.outcome import CheckOutcome
from expectations.release_checks import check_release
from expectations.release_files import ReleaseFiles
from expectations.required import REQUIRED_FILE
from expectations.sheets.load import DBT_PROJECT, load_tables
from expectations.suites import SUITES, run_suites, suite_tables
from ingest.code import CodeVersion
from ingest.home import Home
from ingest.ledger.acceptances import Acceptance, accepted_checks
from ingest.ledger.store import load_runs
from warehouse.build.builds import Build
from warehouse.build.changes import AGED, CHANGES, compared_files, count_changes
from warehouse.build.digests import row_counts, table_digests
from warehouse.build.draft import Draft, make_draft
from warehouse.build.previous import Previous
from warehouse.build.schema_changes import changes_of_schema, load_notices
from warehouse.build.withdrawals import load_withdrawals, withdrawals_digest
from warehouse.catalogue.inventory import file_digest
from warehouse.gate.deciding import deciding_code
from warehouse.gate.record import GateRecord, Recut, TableDigests, recorded, write_record
from warehouse.signing.keys import open_signer
from warehouse.signing.signature import sign_sums
from warehouse.signing.sums import write_sums

Progress = Callable[[str, int, int], None]


class Report(Protocol):
    """Writes what is said of the checks into the draft's folder. It is handed in: what renders does not decide."""

    def __call__(
        self,
        draft: Draft,
        outcomes: tuple[CheckOutcome, ...],
        rows: dict[str, int],
        accepted: dict[str, Acceptance],
        /,
    ) -> None: ...


def run_gate(
    home: Home,
    build: Build,
    previous: Previous,
    code: CodeVersion,
    report: Report,
    progress: Progress | None = None,
    dbt_project: Path = DBT_PROJECT,
    required_file: Path = REQUIRED_FILE,
    suites: Path = SUITES,
) -> GateRecord:
    """Run suites, release and drift checks, read dbt's results, write report, sums and signed record.

    A record is written whatever the verdicts: the publisher judges it.
    """
    say = progress or (lambda what, done, total: None)
    draft = make_draft(home, build, load_tables(dbt_project), previous)
    rows = row_counts(build.database, draft.tables)
    say("dbt tests", 0, 5)
    outcomes = read_dbt_results(build.target, build.database)
    say("suites", 1, 5)
    history = _history(draft, previous)
    outcomes += check_suites(build.database, suites, history=history)
    say("release", 2, 5)
    outcomes += check_release(release_files(home, build, draft, dbt_project))
    say("drift", 3, 5)
    outcomes += check_drift(build.database, _steady_columns(draft), rows, history)
    say("record", 4, 5)
    record = finish_gate(home, draft, build, code, outcomes, rows, required_file.read_bytes(), report)
    say("", 5, 5)
    return record


def finish_gate(
    home: Home,
    draft: Draft,
    build: Build,
    code: CodeVersion,
    outcomes: list[CheckOutcome],
    rows: dict[str, int],
    required: bytes,
    report: Report,
    recut_of: Recut | None = None,
) -> GateRecord:
    """Report → hashes → record, once every check has its outcome.

    Args:
        rows: rows of each published table.
        required: the reviewed list of required checks, which the build carries.
    """
    accepted = accepted_checks(home, outcomes, build.as_of[:10])
    report(draft, tuple(outcomes), dict(rows), dict(accepted))
    artefacts = write_sums(build.files)
    signer = open_signer(home)
    signature = sign_sums(signer, build.files / "SHA256SUMS", build.release_id)
    artefacts[signature.name] = file_digest(signature)
    whole = table_digests(build.database, draft.tables)
    stable = table_digests(build.database, draft.tables, stable_only=True)
    record = GateRecord(
        build_id=build.build_id,
        release_id=build.release_id,
        as_of=build.as_of,
        code_version=code.commit,
        is_dirty=code.is_dirty,
        home_kind=home.kind,
        key_name=signer.name,
        required_sha256=hashlib.sha256(required).hexdigest(),
        deciding_code=deciding_code(),
        checks=recorded(outcomes),
        artefacts=artefacts,
        tables={t: TableDigests(rows=rows[t], sha256=whole[t], stable_sha256=stable[t]) for t in draft.tables},
        previous_id=draft.previous_id,
        changes=count_changes(build.database),
        acceptances=accepted,
        known_on=build.known_on,
        is_local=build.is_local,
        withdrawals_sha256=withdrawals_digest(load_withdrawals(home)),
        recut_of=recut_of,
    )
    write_record(record, build.gate, signer, required)
    return record


def check_suites(
    database: Path, suites: Path = SUITES, only: Collection[str] | None = None, history: History | None = None
) -> list[CheckOutcome]:
    """Great Expectations over every published table of a build, or over some; shares only against a history."""
    tables = [t for t in suite_tables(suites) if only is None or t in only]
    with duckdb.connect(str(database), read_only=True) as con:
        return run_suites(lambda t: con.execute(f'select * from marts."{t}"').df(), tables, suites, history)


def release_files(home: Home, build: Build, draft: Draft, dbt_project: Path = DBT_PROJECT) -> ReleaseFiles:
    """What the release checks look at, for one build."""
    runs = [r for r in load_runs(home) if r.as_of <= build.as_of]
    last_nights = {s: n for r in runs for s, n in r.sources.items()}
    breaking = [c for c in changes_of_schema(draft, load_notices(dbt_project)) if c.is_breaking and not c.is_announced]
    columns = {t: table.published_columns for t, table in draft.tables.items()}
    return ReleaseFiles(
        folder=build.files,
        prefix=draft.prefix,
        tables=draft.tables,
        text_columns={t: [c.name for c in found if c.data_type == "varchar"] for t, found in columns.items()},
        database=build.database,
        source_nights=list(last_nights.values()),
        unannounced=[f"{c.table}.{c.column or '*'}: {c.change}" for c in breaking],
        compared=compared_files(draft),
    )


def _steady_columns(draft: Draft) -> dict[str, list[str]]:
    """Table → its columns that fill and empty with what sources say.

    Those that move with the calendar or a night's fate do so rightly, and changes differ every night.
    """
    return {
        t: [c.name for c in table.published_columns if not c.is_volatile and c.name not in AGED]
        for t, table in draft.tables.items()
        if t != CHANGES
    }


def _history(draft: Draft, previous: Previous) -> History:
    folder = previous.folder
    files = {t: folder / f"{draft.prefix}{t}.parquet" for t in draft.tables} if folder else {}
    return History(previous.rows, files)
