"""The command line. Commands import what they need when they run, so that --help is quick."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from infitah import (
    checks_commands,
    explain_command,
    reading_commands,
    release_commands,
    review_command,
    run_command,
    sheet_commands,
    source_commands,
    version_commands,
)
from infitah.options import HOME, SAMPLE, home_folder
from infitah.options import fail as _fail


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="infitah", prog_name="infitah")
def main() -> None:
    """Infitah: the open-data warehouse of Morocco's open local governments.

    \b
    infitah run --sample                 try it: replay the sample network and publish a release
    infitah inbox add FILE --sidecar S   hand in a document; then: infitah run
    infitah sql "select …"               ask the latest release; infitah search WORDS looks for words
    infitah trace TABLE KEY              follow a row back to its archived source
    infitah review                       what waits for a person, most useful first
    infitah explain FILE                 say which rules read a page as they did, and on which words
    """


@main.group()
def inbox() -> None:
    """Documents handed in by hand."""


@inbox.command("add")
@HOME
@SAMPLE
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--sidecar",
    required=True,
    type=click.Path(path_type=Path),
    help="YAML file: origin, publisher, publication_date, licence.",
)
def inbox_add(home: Path | None, sample: bool, file: Path, sidecar: Path) -> None:
    """Hand in FILE (text, HTML or PDF). Its sidecar is a YAML file:

    \b
      origin: https://www.example.ma/page   # address, or words that say where it comes from
      publisher: name of who published it
      publication_date: 2026-01-31          # leave out when not known
      licence: none-seen                    # or law-31-13-art-6, CC-BY-4.0, CC0-1.0, ODbL-1.0
      source: inbox-documents               # or inbox-official (optional)
    """
    from ingest.collect import inbox as box
    from ingest.home import HomeError, open_home
    from ingest.opening import open_ingest
    from ingest.registry.licences import OPEN_LICENCES

    try:
        opened = open_home(home_folder(home, sample), sample=sample)
        sources = tuple(s.id for s in open_ingest(opened).sources.values() if s.platform == "inbox")
        card = box.read_sidecar(sidecar, sources)
        folder = box.add(opened, file, card)
    except (HomeError, box.InboxError) as error:
        _fail(error)
        return
    if card.licence not in OPEN_LICENCES:
        click.echo(
            f"licence {card.licence!r} is not an open one: "
            "facts, link, position and hash will be published, no quotation"
        )
    if card.publication_date is None:
        click.echo("no publication_date: relative dates ('today Tuesday') stay open")
    click.echo(f"in the inbox: {folder}")


@main.group()
def archive() -> None:
    """The archive of everything that was fetched."""


@archive.command("verify")
@HOME
@SAMPLE
def archive_verify(home: Path | None, sample: bool) -> None:
    """Read every record of the archive: digests, index, revisits."""
    from infitah.homes import reading_home
    from infitah.show import progress_bar
    from ingest.archive.verify import verify_archive

    try:
        opened = reading_home(home, sample=sample)
    except FileNotFoundError as error:
        _fail(error)
        return
    with progress_bar("reading WARC files") as progress:
        found = verify_archive(opened, progress)
    click.echo(
        f"{found.files} WARC files, {found.records} records, {found.captures} captures, {found.bytes / 1e6:.1f} MB: "
        + ("whole" if not found.problems else f"{len(found.problems)} problem(s)")
    )
    for problem in found.problems:
        click.echo(f"  {problem}")
    sys.exit(1 if found.problems else 0)


@main.command()
@HOME
@SAMPLE
@click.argument("table")
@click.argument("key")
def trace(home: Path | None, sample: bool, table: str, key: str) -> None:
    """Follow the row KEY of TABLE back to its archived source, and check every step."""
    from infitah.homes import reading_home
    from warehouse.gate.record import GateRefused
    from warehouse.release.reader import NothingPublished
    from warehouse.release.trace import TraceError
    from warehouse.release.trace import trace as follow

    try:
        for step in follow(reading_home(home, sample=sample), table, key).steps:
            click.echo(step)
    except (TraceError, NothingPublished, FileNotFoundError, GateRefused) as error:
        _fail(error)


@main.command()
@HOME
@SAMPLE
def doctor(home: Path | None, sample: bool) -> None:
    """Say whether this installation and this home can run a night."""
    from infitah.doctor import examine

    healthy = True
    for ok, line in examine(home, sample):
        healthy = healthy and ok
        click.echo(f"{'ok  ' if ok else 'FAIL'} {line}")
    sys.exit(0 if healthy else 1)


@main.command()
@HOME
@SAMPLE
@click.option("--port", default=3000, show_default=True, help="Port of the Dagster UI, on loopback.")
def dev(home: Path | None, sample: bool, port: int) -> None:
    """Open the Dagster UI over a home: assets from source to release, checks, the nightly schedule."""
    import os

    from ingest.home import HomeError, open_home
    from orchestration.instance import prepare_dagster_home

    try:
        opened = open_home(home_folder(home, sample), sample=sample)
    except HomeError as error:
        _fail(error)
    prepare_dagster_home(opened)
    os.environ["INFITAH_HOME"] = str(opened.root)
    os.environ["INFITAH_SAMPLE"] = "1" if sample else ""
    program = Path(sys.executable).with_name("dagster")
    os.execv(program, [str(program), "dev", "-m", "orchestration.definitions", "-h", "127.0.0.1", "-p", str(port)])


@main.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@HOME
@SAMPLE
@click.option("--build", "name", default=None, help="Build to copy [default: the newest].")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def dbt(home: Path | None, sample: bool, name: str | None, folder: Path, arguments: tuple[str, ...]) -> None:
    """Run dbt in FOLDER, a copy of a build that is made when it is not there yet. What follows FOLDER is dbt's.

    \b
      infitah dbt work build -s votes+     models, their tests and unit tests
      infitah dbt work docs generate
    """
    from infitah.homes import reading_home
    from warehouse.build.builds import NoBuild, candidate, copy_for_dbt
    from warehouse.build.dbt import run_by_hand

    try:
        if not folder.exists():
            copy_for_dbt(candidate(reading_home(home, sample=sample), name), folder)
        elif not (folder / "inputs").is_dir():
            raise FileNotFoundError(
                f"{folder} is no copy of a build: it has no inputs/. Name a folder that is not there"
            )
    except (NoBuild, FileNotFoundError) as error:
        _fail(error)
        return
    sys.exit(run_by_hand(folder, arguments))


for command in (
    run_command.run,
    source_commands.sources,
    *checks_commands.COMMANDS,
    *release_commands.COMMANDS,
    review_command.review,
    *reading_commands.COMMANDS,
    explain_command.explain,
    *version_commands.COMMANDS,
    *sheet_commands.COMMANDS,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
