"""Commands about the code that runs: its state, and setting a state without git down as a version."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from infitah.homes import reading_home
from infitah.options import HOME, SAMPLE, fail
from ingest.code import VersionError, accept_version, code_version


@click.group(invoke_without_command=True)
@HOME
@SAMPLE
@click.pass_context
def version(context: click.Context, home: Path | None, sample: bool) -> None:
    """Say which code runs: its commit, or without git the digest of its files, and where it differs."""
    if context.invoked_subcommand is not None:
        return
    try:
        opened = reading_home(home, sample=sample)
    except FileNotFoundError:
        opened = None
    code = code_version(home=opened)
    click.echo(code.text)
    click.echo(f"digest of its files: {code.digest}")
    for difference in code.differences:
        click.echo(f"  {difference}")


@version.command("accept")
@HOME
@SAMPLE
@click.option("--because", required=True, help="Why, in words that somebody else will understand.")
@click.option("--by", required=True, help="Who decides.")
def version_accept(home: Path | None, sample: bool, because: str, by: str) -> None:
    """Set the installed code down as a version: builds that it makes from now on may be published from this home.

    For an installation without git. The decision stands in HOME/decisions/versions.json; a changed file is another
    version.
    """
    try:
        made = accept_version(reading_home(home, sample=sample), because=because, by=by, now=dt.datetime.now(dt.UTC))
    except (VersionError, FileNotFoundError) as error:
        fail(error)
        return
    click.echo(f"set down: {made.digest}, by {made.by}, because: {made.because}")
    click.echo("next: infitah run")


COMMANDS = (version,)
