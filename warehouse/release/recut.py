"""Re-cutting kept releases after a withdrawal, so that nothing that was withdrawn can be downloaded, rolled back to or restored.

Every kept release that holds it is rendered again from its own tables without it, as `<id>+redacted.n`, checked, signed and stored; the old one is deleted and
leaves a tombstone. What cannot be checked again without the private warehouse (dbt's tests, drift) is carried from the old record, which named the
very rows; suites, personal data and files are checked anew. Builds made before the withdrawal are deleted. Cut short anywhere, it is
finished by the next publish, rollback or withdraw.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from expectations.outcome import CheckOutcome
from expectations.required import describe
from ingest.code import CodeVersion, code_version
from ingest.home import Home
from warehouse.build.builds import Build
from warehouse.build.changes import CHANGES
from warehouse.build.draft import Draft, load_publisher
from warehouse.build.tables import Column, Table, load_tables
from warehouse.build.withdrawals import Redactor, Withdrawal, load_withdrawals, public_entry, withdrawals_digest
from warehouse.gate.record import RECORD


def finish_withdrawals(home: Home, code: CodeVersion | None = None) -> list[str]:
    """Apply every withdrawal that the public tree does not honour yet; returns the new names of re-cut releases.

    Does nothing, quickly, when there is nothing to do.
    """
    from warehouse.release import publish

    wanted = load_withdrawals(home)
    index = publish.read_index(home)
    done = {w["withdrawal_id"] for w in index["withdrawals"]}
    fresh = [w for w in wanted if w.withdrawal_id not in done]
    if not fresh:
        return []
    _delete_builds(home, wanted)
    if publish.current(home) is None:
        return []
    renamed: dict[str, str] = {}
    touched: dict[str, list[str]] = {w.withdrawal_id: [] for w in fresh}
    entries = []
    for entry in index["releases"]:
        old_id = entry["release_id"]
        redactor = Redactor(fresh)
        made = _recut(home, entry, wanted, redactor, renamed, code or code_version(home=home))
        if made is None:
            entries.append(entry)
            continue
        renamed[old_id] = made["release_id"]
        for identity in redactor.hits:
            touched[identity].append(made["release_id"])
        entries.append(made)
    at = max(w.at for w in fresh)
    index["releases"] = entries
    index["latest"] = renamed.get(index["latest"], index["latest"])
    for old_id, new_id in renamed.items():
        index["gone_releases"][old_id] = {"reason_code": "withdrawal", "at": at, "replaced_by": new_id}
    index["withdrawals"] += [{**public_entry(w), "releases": touched[w.withdrawal_id]} for w in fresh]
    publish.switch_tree(home, index)
    for old_id in renamed:
        publish.remove_release(home, old_id)
    # Stored under a name that the switch did not take up: left by a kill.
    known = {e["release_id"] for e in entries}
    for folder in (home.published / "store").iterdir():
        if folder.name not in known:
            shutil.rmtree(folder)
    return list(renamed.values())


def _delete_builds(home: Home, wanted: list[Withdrawal]) -> None:
    """Builds that do not honour every withdrawal hold what must not be kept."""
    honoured = withdrawals_digest(wanted)
    for folder in home.builds.iterdir():
        record = folder / "gate" / RECORD
        if not record.exists() or json.loads(record.read_text("utf-8"))["withdrawals_sha256"] != honoured:
            shutil.rmtree(folder)


def _next_name(old_id: str) -> str:
    base, _, n = old_id.partition("+redacted.")
    return f"{base}+redacted.{int(n or 0) + 1}"


def _recut(
    home: Home, entry: dict[str, Any], wanted: list[Withdrawal], redactor: Redactor, renamed: dict[str, str], code: CodeVersion
) -> dict[str, Any] | None:  # fmt: skip
    """The index entry of a re-cut release, stored and verified; None when the release holds nothing withdrawn."""
    from warehouse.night import check_suites, finish_gate, prefix_of, release_files, render_files
    from warehouse.release import publish

    old_id, old = entry["release_id"], home.published / "store" / entry["release_id"]
    prefix = prefix_of(home)
    tables = tables_of(old, prefix)
    frames = {t: pq.read_table(old / f"{prefix}{t}.parquet") for t in tables}
    for name, frame in frames.items():
        frames[name] = _redacted(frame, tables[name], redactor)
    if not redactor.hits and entry["previous_id"] not in renamed:
        return None
    new_id = _next_name(old_id)
    previous_id = renamed.get(entry["previous_id"], entry["previous_id"])
    if CHANGES in frames and previous_id != entry["previous_id"]:
        frame = frames[CHANGES]
        ids = pa.array([previous_id] * frame.num_rows, pa.string())
        frames[CHANGES] = frame.set_column(frame.schema.get_field_index("since_release_id"), "since_release_id", ids)
    folder = home.builds / f".{new_id}.part"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build = Build(folder, entry["build_id"], new_id, entry["as_of"])
    _write_database(build.database, tables, frames)
    previous = home.published / "store" / previous_id if previous_id else None
    draft = Draft(
        folder=build.files, database=build.database, prefix=prefix, release_id=new_id, as_of=entry["as_of"], tables=tables,
        publisher=load_publisher(home), previous_id=previous_id, previous=previous if previous and previous.exists() else None,
    )  # fmt: skip
    rows = render_files(draft)
    record = json.loads((old / RECORD).read_text("utf-8"))
    carried = [
        CheckOutcome(**{k: v for k, v in c.items() if k != "verdict"})
        for c in record["checks"]
        if c["kind"] in ("dbt", "drift")
    ]
    same = {
        t
        for t in tables
        if [c.name for c in tables[t].columns] == [c.name for c in load_tables().get(t, tables[t]).columns]
    }
    outcomes = [
        *carried,
        *check_suites(build.database, only=same),
        *_release_outcomes(release_files(home, build, draft)),
    ]
    required = (json.dumps(describe(outcomes), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
    finish_gate(
        home, draft, build, code, outcomes, rows, required,
        recut_of={"release_id": old_id, "withdrawals": sorted(redactor.hits)},
    )  # fmt: skip
    final = home.published / "store" / new_id
    shutil.rmtree(final, ignore_errors=True)
    publish.store_release(home, build, final)
    made = publish.verify_release(home, final, new_id)
    shutil.rmtree(folder)
    return publish.index_entry(made, final)


def _release_outcomes(files: Any) -> list[CheckOutcome]:
    from expectations.release_checks import check_release

    return check_release(files)


def tables_of(folder: Path, prefix: str) -> dict[str, Table]:
    """The tables of a stored release: as the models declare them today, with columns that only its own dictionary still knows."""
    today = load_tables()
    dictionary = pq.read_table(folder / f"{prefix}_dictionary.parquet").to_pylist()
    own: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(dictionary, key=lambda r: (r["table_name"], r["position"])):
        own.setdefault(row["table_name"], []).append(row)
    found: dict[str, Table] = {}
    for name in [*(t for t in today if t in own), *(t for t in own if t not in today)]:
        had = set(pq.read_schema(folder / f"{prefix}{name}.parquet").names)
        now = {c.name: c for c in today[name].columns} if name in today else {}
        columns = tuple(now.get(r["column_name"]) or _column(r) for r in own[name] if r["column_name"] in had)
        if name in today:
            found[name] = replace(today[name], columns=columns)
        else:
            key = next(r["column_name"] for r in own[name] if r["is_key"])
            label = dict.fromkeys(("ar", "fr", "en"), name)
            found[name] = Table(name, key, own[name][0]["licence_code"], label, label, columns)
    return found


def _column(row: dict[str, Any]) -> Column:
    return Column(
        name=row["column_name"], data_type=row["data_type"], kind="key" if row["is_key"] else "text", is_nullable=not row["is_key"],
        is_volatile=row["is_volatile"], is_published=True, personal_data=row["personal_data_code"],
        codes=tuple((row["codes"] or "").split()), references=None, label={x: row[f"label_{x}"] for x in ("ar", "fr", "en")},
        definition={x: row[f"definition_{x}"] for x in ("ar", "fr", "en")},
    )  # fmt: skip


def _redacted(frame: pa.Table, table: Table, redactor: Redactor) -> pa.Table:
    """A table without what was withdrawn: words replaced in texts, rows of a withdrawn address left out."""
    if "source_url" in frame.column_names:
        urls = frame.column("source_url").to_pylist()
        verdict = {u: redactor.drops(u) for u in set(urls)}
        frame = frame.filter(pa.array([not verdict[u] for u in urls], pa.bool_()))
    for column in table.columns:
        if column.kind != "text":
            continue
        words = frame.column(column.name).to_pylist()
        clean = [None if w is None else redactor.text(w) for w in words]
        if clean != words:
            index = frame.schema.get_field_index(column.name)
            frame = frame.set_column(index, frame.schema.field(index), pa.array(clean, pa.string()))
    return frame


def _write_database(path: Path, tables: dict[str, Table], frames: dict[str, pa.Table]) -> None:
    with duckdb.connect(str(path)) as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute("create schema marts")
        for name, table in tables.items():
            frame = frames[name]  # noqa: F841 (DuckDB finds it by name)
            columns = ", ".join(f'"{c.name}" {c.data_type}' for c in table.columns)
            con.execute(f'create table marts."{name}" ({columns})')
            names = ", ".join(f'"{c.name}"' for c in table.columns)
            con.execute(f'insert into marts."{name}" ({names}) select {names} from frame')
