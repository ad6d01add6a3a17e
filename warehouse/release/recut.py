"""Re-cutting kept releases after a withdrawal: nothing withdrawn can be downloaded, rolled back to or restored.

Every kept release that holds it is rendered again from its own tables without it, as `<id>+redacted.n`, checked, signed
and stored; the old one is deleted and leaves a tombstone. What cannot be checked again without the private warehouse
(dbt's tests, drift) is carried from the old record, which named the very rows; suites, personal data and files are
checked anew. Builds made before the withdrawal are deleted. Cut short anywhere, it is finished by the next publish,
rollback or withdraw.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from expectations.outcome import CheckOutcome
from expectations.release_checks import check_release
from expectations.required import describe, require, required_json
from expectations.sheets.load import load_tables
from ingest.code import CodeVersion, code_version
from ingest.home import Home
from warehouse.build.builds import Build
from warehouse.build.digests import row_counts
from warehouse.build.draft import Draft, make_draft
from warehouse.build.previous import Previous
from warehouse.build.withdrawals import Redactor, Withdrawal, load_withdrawals, withdrawals_digest
from warehouse.catalogue.index import Gone, PublicWithdrawal, ReleaseEntry
from warehouse.files import render_files
from warehouse.gate.deciding import deciding_code
from warehouse.gate.quality import write_quality
from warehouse.gate.record import GateRefused, Recut, read_record
from warehouse.gate.run import check_suites, finish_gate, release_files
from warehouse.release.stored_tables import StoredTables, read_stored
from warehouse.release.tree import (
    current,
    read_index,
    release_entry,
    release_folder,
    remove_release,
    store_release,
    switch_tree,
    verify_release,
)


def finish_withdrawals(home: Home, code: CodeVersion | None = None) -> list[str]:
    """Apply every withdrawal that the public tree does not honour yet; returns the new names of re-cut releases.

    Does nothing, quickly, when there is nothing to do.

    Raises:
        GateRefused: a release that was cut again does not hold.
    """
    wanted = load_withdrawals(home)
    index = read_index(home)
    done = {w.withdrawal_id for w in index.withdrawals}
    fresh = [w for w in wanted if w.withdrawal_id not in done]
    if not fresh:
        return []
    _delete_builds(home, wanted)
    if current(home) is None:
        return []
    renamed: dict[str, str] = {}
    touched: dict[str, list[str]] = {w.withdrawal_id: [] for w in fresh}
    entries: list[ReleaseEntry] = []
    for entry in index.releases:
        redactor = Redactor(fresh)
        made = _recut(home, entry, redactor, renamed, code or code_version())
        entries.append(made or entry)
        if made is not None:
            renamed[entry.release_id] = made.release_id
            for identity in redactor.hits:
                touched[identity].append(made.release_id)
    at = max(w.at for w in fresh)
    gone = {old: Gone(reason_code="withdrawal", at=at, replaced_by=new) for old, new in renamed.items()}
    told = tuple(_told(w, touched[w.withdrawal_id]) for w in fresh)
    now = {
        "releases": tuple(entries),
        "latest": renamed.get(index.latest, index.latest) if index.latest else None,
        "gone_releases": {**index.gone_releases, **gone},
        "withdrawals": (*index.withdrawals, *told),
    }
    switch_tree(home, index.model_copy(update=now))
    for old_id in renamed:
        remove_release(home, old_id)
    _sweep_store(home, {e.release_id for e in entries})
    return list(renamed.values())


def _told(withdrawal: Withdrawal, releases: list[str]) -> PublicWithdrawal:
    """What may be told of a withdrawal."""
    return PublicWithdrawal(
        withdrawal_id=withdrawal.withdrawal_id,
        at=withdrawal.at,
        reason_code=withdrawal.reason_code,
        releases=tuple(releases),
    )


def _delete_builds(home: Home, wanted: list[Withdrawal]) -> None:
    """Builds that do not honour every withdrawal hold what must not be kept."""
    honoured = withdrawals_digest(wanted)
    for folder in home.builds.iterdir():
        if _honoured(folder) != honoured:
            shutil.rmtree(folder)


def _honoured(build_folder: Path) -> str | None:
    """Which withdrawals a build honours, by its record; None when it has none that can be read."""
    try:
        record = read_record(build_folder / "gate")
    except GateRefused:
        return None
    return record.withdrawals_sha256 if record else None


def _sweep_store(home: Home, known: set[str]) -> None:
    """Take away what is stored under a name that the switch did not take up: left by a kill."""
    for folder in (home.published / "store").iterdir():
        if folder.name not in known:
            shutil.rmtree(folder)


def _next_name(old_id: str) -> str:
    base, _, n = old_id.partition("+redacted.")
    return f"{base}+redacted.{int(n or 0) + 1}"


def _recut(
    home: Home, entry: ReleaseEntry, redactor: Redactor, renamed: dict[str, str], code: CodeVersion
) -> ReleaseEntry | None:
    """The index entry of a re-cut release, stored and verified; None when the release holds nothing withdrawn."""
    old = release_folder(home, entry.release_id)
    stored = read_stored(old, home.prefix, redactor)
    if not redactor.hits and entry.previous_id not in renamed:
        return None
    new_id = _next_name(entry.release_id)
    previous = _previous(home, entry, renamed)
    if previous.release_id is not None and previous.release_id != entry.previous_id:
        stored.follow(previous.release_id)
    folder = home.builds / f".{new_id}.part"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build = Build(folder, entry.build_id, new_id, entry.as_of)
    stored.write_database(build.database)
    draft = make_draft(home, build, stored.tables, previous)
    render_files(draft)
    outcomes = [*_carried(old), *_judged_again(home, build, draft, stored)]
    rows = row_counts(build.database, stored.tables)
    required = required_json(require(describe(outcomes), deciding_code()))
    recut_of = Recut(release_id=entry.release_id, withdrawals=tuple(sorted(redactor.hits)))
    finish_gate(home, draft, build, code, outcomes, rows, required, write_quality, recut_of)
    final = release_folder(home, new_id)
    shutil.rmtree(final, ignore_errors=True)
    store_release(build, final)
    made = verify_release(home, final, new_id)
    shutil.rmtree(folder)
    return release_entry(made, final)


def _previous(home: Home, entry: ReleaseEntry, renamed: dict[str, str]) -> Previous:
    """What the release was compared with, by its name of today; its folder where it is still kept."""
    if entry.previous_id is None:
        return Previous()
    release_id = renamed.get(entry.previous_id, entry.previous_id)
    folder = release_folder(home, release_id)
    return Previous(release_id, folder if folder.exists() else None)


def _carried(old: Path) -> list[CheckOutcome]:
    """Outcomes of the old record that need the private warehouse."""
    record = read_record(old)
    if record is None:
        raise GateRefused(f"cutting {old.name} again", ["it has no gate record"])
    return [o for o in record.outcomes if o.kind in ("dbt", "drift")]


def _judged_again(home: Home, build: Build, draft: Draft, stored: StoredTables) -> list[CheckOutcome]:
    """Suites of the tables that are declared as they were, and every check of the files."""
    today = load_tables()
    same = {
        name
        for name, table in stored.tables.items()
        if [c.name for c in table.columns] == [c.name for c in today.get(name, table).columns]
    }
    return [*check_suites(build.database, only=same), *check_release(release_files(home, build, draft))]
