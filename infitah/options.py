"""What every command shares: the home it speaks of, and how it ends with an error."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from ingest.home import home_root

HOME = click.option(
    "--home",
    type=click.Path(path_type=Path),
    default=None,
    help="Home folder [default: $INFITAH_HOME, ./data, ./data-sample].",
)
SAMPLE = click.option(
    "--sample", is_flag=True, help="Work in the sample home (fictitious communes, a shipped archive)."
)


def fail(message: object) -> None:
    """Say what went wrong and end with code 1."""
    click.echo(f"infitah: {message}", err=True)
    sys.exit(1)


def moment(text: str, option: str) -> dt.datetime:
    """A UTC moment given on the command line.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is not a UTC moment such as 2026-11-22T02:30:00Z", param_hint=option
        ) from None


def home_folder(home: Path | None, sample: bool) -> Path:
    """The home folder that a command names, or the usual one."""
    return home or home_root(sample=sample)
