"""Commands about releases: publish, rollback, withdraw, accept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from infitah.options import HOME, SAMPLE, fail


@click.command()
@HOME
@SAMPLE
@click.argument("build", required=False)
@click.option(
    "--to",
    "target",
    metavar="TARGET",
    default=None,
    help="Copy what is public to a folder or to s3://bucket/prefix (AWS_ENDPOINT_URL for other S3 servers), "
    "verified, index last.",
)
def publish(home: Path | None, sample: bool, build: str | None, target: str | None) -> None:
    """Publish the newest build, or BUILD, if its gate record holds.

    With --to, bring the public tree to where it is served.
    """
    from infitah.homes import reading_home
    from infitah.show import progress_bar
    from ingest.code import code_version
    from ingest.home import run_lock
    from warehouse.build.builds import NoBuild
    from warehouse.gate.record import GateRefused
    from warehouse.release.deploy import DeployError, deploy
    from warehouse.release.publish import publish as publish_build
    from warehouse.release.tree import current

    try:
        opened = reading_home(home, sample=sample)
        with run_lock(opened):
            if target is None or build is not None or current(opened) is None:
                published = publish_build(opened, code_version(home=opened), build)
                click.echo(
                    f"{'release' if published.is_new else 'nothing changed; latest is still'}: {published.release_id}"
                )
                click.echo(f"it is in: {published.folder}")
            if target is not None:
                with progress_bar("copying") as progress:
                    done = deploy(opened, target, lambda _, n, total: progress(n, total))
                click.echo(
                    f"{target}: {done.uploaded} files copied and verified, {done.kept} were there, "
                    f"{done.removed} removed; latest is {done.latest}"
                )
    except (GateRefused, NoBuild, FileNotFoundError, DeployError) as error:
        fail(error)


@click.command()
@HOME
@SAMPLE
@click.argument("release", required=False)
def rollback(home: Path | None, sample: bool, release: str | None) -> None:
    """Make RELEASE, or the one before the latest, the latest again (its gate record is verified first)."""
    import datetime as dt

    from infitah.homes import reading_home
    from ingest.code import code_version
    from ingest.home import run_lock
    from warehouse.gate.record import GateRefused
    from warehouse.release.rollback import rollback as roll_back

    try:
        opened = reading_home(home, sample=sample)
        with run_lock(opened):
            name = roll_back(
                opened, release, dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), code_version(home=opened)
            )
    except (GateRefused, FileNotFoundError) as error:
        fail(error)
        return
    click.echo(f"latest is now {name}")


@click.command()
@HOME
@SAMPLE
@click.option(
    "--value",
    default=None,
    help="Words or number to remove wherever they are published, however they are spelled. "
    "'-' reads them from standard input, so that no shell history keeps them.",
)
@click.option("--address", default=None, help="Address of a page: every row read there is removed.")
@click.option("--reason", type=click.Choice(["personal_data", "error", "licence", "legal_order"]), required=True)
def withdraw(home: Path | None, sample: bool, value: str | None, address: str | None, reason: str) -> None:
    """Take something out of every release that is kept, and out of every one to come.

    The list is private. Releases that hold it are cut again under a new name; the old ones are deleted and leave a
    tombstone; the feed and withdrawals.json say that something was withdrawn, when and why, never what.
    """
    import datetime as dt
    import sys

    from infitah.homes import reading_home
    from ingest.code import code_version
    from ingest.home import run_lock
    from warehouse.build.withdrawals import WithdrawalError, add_withdrawal
    from warehouse.gate.record import GateRefused
    from warehouse.release.recut import finish_withdrawals

    if value == "-":
        value = sys.stdin.read().strip()
    try:
        opened = reading_home(home, sample=sample)
        with run_lock(opened):
            made = add_withdrawal(opened, dt.datetime.now(dt.UTC), reason_code=reason, value=value, address=address)
            click.echo(f"{made.withdrawal_id}: on the list; cutting releases again …")
            recut = finish_withdrawals(opened, code_version(home=opened))
    except (WithdrawalError, GateRefused, FileNotFoundError) as error:
        fail(error)
        return
    for name in recut:
        click.echo(f"cut again: {name}")
    if not recut:
        click.echo("no kept release holds it")
    click.echo("next: infitah publish --to … wherever releases are served, and write to who asked")


@click.command()
@HOME
@SAMPLE
@click.argument("check")
@click.option(
    "--source", default=None, help="The source that a source check holds; left out for a check of the release."
)
@click.option("--because", required=True, help="Why, in words that somebody else will understand.")
@click.option(
    "--until",
    required=True,
    metavar="DATE",
    help="The last day on which it counts (YYYY-MM-DD), at most three months ahead.",
)
def accept(home: Path | None, sample: bool, check: str, source: str | None, because: str, until: str) -> None:
    """Accept what CHECK saw last night, for a while.

    A drift check of the release, or a source check that holds --source.

    Only what was seen is accepted, nothing worse; the decision stands in the gate record and the quality report. No
    other check can be accepted.
    """
    import datetime as dt
    import json

    from infitah.homes import reading_home
    from ingest.ledger.acceptances import AcceptanceError, Failing
    from ingest.ledger.acceptances import accept as write_down
    from ingest.ledger.store import load_runs
    from warehouse.build.builds import NoBuild, candidate

    try:
        last_day = dt.date.fromisoformat(until)
    except ValueError:
        raise click.BadParameter(f"{until!r} is not a date such as 2027-01-31", param_hint="--until") from None
    try:
        opened = reading_home(home, sample=sample)
        if source is not None:
            nights = [r.sources[source] for r in load_runs(opened) if source in r.sources]
            checks: list[dict[str, Any]] = (
                [{**c.as_json(), "kind": "source"} for c in nights[-1].checks] if nights else []
            )
        else:
            path = candidate(opened).gate / "gate.json"
            checks = json.loads(path.read_text("utf-8"))["checks"] if path.exists() else []
        found = next((c for c in checks if c["check_id"] == check), None)
        failing = [c["check_id"] for c in checks if c["verdict"] != "pass"]
        if found is None or found["verdict"] == "pass":
            seen = "held" if found else "is not among the checks of the last night"
            fail(f"accepting {check}: it {seen}. Checks that did not hold: {', '.join(failing) or 'none'}")
            return
        failed = Failing(
            found["kind"], found["observed"], found["operator"], found["threshold"], found.get("definition_sha256")
        )
        now = dt.datetime.now(dt.UTC)
        made = write_down(opened, check, source_id=source, because=because, until=last_day, now=now, failing=failed)
    except (AcceptanceError, NoBuild, FileNotFoundError) as error:
        fail(error)
        return
    click.echo(
        f"accepted: {check} may be {made.operator} {made.observed:g} until {made.until}, because: {made.because}"
    )
    click.echo("next: " + ("infitah run" if source else "infitah run, or infitah publish after a new gate"))


COMMANDS = (publish, rollback, withdraw, accept)
