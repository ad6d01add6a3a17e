"""Commands about the required checks: what the reviewed list demands, what stands behind a line, writing it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infitah.options import HOME, SAMPLE, fail

if TYPE_CHECKING:
    from expectations.required import Definition, Required
    from warehouse.gate.record import GateRecord

_NO_RECORD = "the newest build has no gate record; run: infitah run --sample --no-publish"


@click.group()
def checks() -> None:
    """The reviewed list of required checks."""


@checks.command("show")
@HOME
@SAMPLE
@click.argument("table", required=False)
def checks_show(home: Path | None, sample: bool, table: str | None) -> None:
    """Say what expectations/required.json demands, a line for each table and kind, and where the newest build differs.

    With TABLE (or `all`, for checks of no single table) list each check behind its lines, by the gate record of the
    newest build, and how it differs from the latest release.
    """
    from expectations.required import load_required
    from infitah.homes import reading_home
    from warehouse.build.builds import NoBuild, candidate
    from warehouse.gate.record import GateRefused, read_record
    from warehouse.release.tree import latest_folder

    try:
        opened = reading_home(home, sample=sample)
        record = read_record(candidate(opened).gate)
        latest = latest_folder(opened)
        released = read_record(latest) if latest else None
    except (FileNotFoundError, NoBuild, GateRefused) as error:
        fail(error)
        return
    if record is None:
        fail(_NO_RECORD)
        return
    for line in _lines(load_required(), record.required) if table is None else _checks(table, record, released):
        click.echo(line)


def _lines(required: Required, run: Required) -> Iterator[str]:
    """The whole list, with a word where the newest build differs."""
    from expectations.required import code_differences, differing

    told = differing(required, run)
    for group in sorted(required.checks.keys() | run.checks.keys()):
        line = required.checks.get(group)
        yield f"{group[0]:36} {group[1]:8} {line.checks if line else 0:5}  {told.get(group, '')}".rstrip()
    as_required = f"decided by the code of {len(required.code or ())} files, as required"
    yield from code_differences(required.code, run.code) or [as_required]


def _checks(table: str, record: GateRecord, released: GateRecord | None) -> Iterator[str]:
    """Every check of a table that the newest build or the latest release has."""
    from expectations.required import told_apart

    now, before = _of(table, record), _of(table, released) if released else {}
    if not now and not before:
        fail(f"no check of {table}; there are: {', '.join(sorted({t for t, _ in record.required.checks}))}")
    told = told_apart(before.values(), now.values()) if released else {}
    for check_id in sorted(now.keys() | before.keys()):
        one = now.get(check_id) or before[check_id]
        warned = f" ({one.owner}, until {one.until})" if one.owner or one.until else ""
        bound = f"{one.operator} {one.threshold:g}"
        what = f"{one.severity:6} {bound:8} {one.definition_sha256[:12]}  {check_id}{warned}"
        yield f"{what}  {told.get(check_id, '')}".rstrip()
    yield f"compared with release {released.release_id}" if released else "there is no release to compare with"


def _of(table: str, record: GateRecord) -> dict[str, Definition]:
    from expectations.required import describe

    return {d.check_id: d for d in describe(record.outcomes) if d.group[0] == table}


@checks.command("write")
@HOME
@SAMPLE
@click.option("--code", "only_code", is_flag=True, help="Only the lines of the deciding code; no build is needed.")
def checks_write(home: Path | None, sample: bool, only_code: bool) -> None:
    """Write expectations/required.json from the checks of the newest build's gate record; review the difference."""
    from expectations.required import REQUIRED_FILE, Required, load_required, required_json
    from infitah.homes import reading_home
    from ingest.home import write_bytes
    from warehouse.build.builds import NoBuild, candidate
    from warehouse.gate.deciding import deciding_code
    from warehouse.gate.record import GateRefused, read_record

    if only_code:
        written = Required(load_required().checks, deciding_code())
    else:
        try:
            record = read_record(candidate(reading_home(home, sample=sample)).gate)
        except (FileNotFoundError, NoBuild, GateRefused) as error:
            fail(error)
            return
        if record is None:
            fail(_NO_RECORD)
            return
        written = record.required
    write_bytes(REQUIRED_FILE, required_json(written))
    count = sum(line.checks for line in written.checks.values())
    click.echo(f"{count} checks in {len(written.checks)} lines, {len(written.code or ())} files of deciding code")
    click.echo(f"written to {REQUIRED_FILE}; review the difference before you commit it")


COMMANDS = (checks,)
