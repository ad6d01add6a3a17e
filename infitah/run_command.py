"""`infitah run`: a night, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infitah.options import HOME, SAMPLE, fail, home_folder, moment

if TYPE_CHECKING:
    from orchestration.night import NightRun


@dataclass(frozen=True)
class Asked:
    """What the command line asks of a night."""

    home: Path | None
    sample: bool
    only: tuple[str, ...]
    until: str | None
    as_of: str | None
    offline: bool
    limit: int | None
    test: bool
    dry_run: bool
    no_publish: bool
    known_on: str | None
    local: bool


@click.command()
@HOME
@SAMPLE
@click.option("--only", "only", multiple=True, metavar="SOURCE", help="Take only this source (repeatable).")
@click.option("--until", metavar="NIGHT", default=None, help="Sample home: replay up to this night (YYYY-MM-DD).")
@click.option(
    "--as-of",
    metavar="TIME",
    default=None,
    help="Real home: run as of this UTC moment (YYYY-MM-DDTHH:MM:SSZ) [default: now].",
)
@click.option("--offline", is_flag=True, help="Ask no site: work from the archive and the inbox alone.")
@click.option(
    "--limit", type=click.IntRange(1), default=None, metavar="N", help="Ask each site for N documents at most."
)
@click.option("--test", "test", is_flag=True, help="Work in a test home: its own registry/*.yml, servers on loopback.")
@click.option("--dry-run", is_flag=True, help="Collect, parse and check sources; build and publish nothing.")
@click.option("--no-publish", is_flag=True, help="Everything but the last step: build, check, write the gate record.")
@click.option(
    "--known-on",
    metavar="TIME",
    default=None,
    help="Build what was known at this earlier UTC moment (today's extractors over captures up to it); "
    "never published.",
)
@click.option(
    "--local",
    "local",
    is_flag=True,
    help="Build with sources too whose publish flag is off (ask it with: infitah sql --build); never published.",
)
def run(**options: Any) -> None:
    """Run the night: crawl, archive, parse, check sources, model, render, gate, publish.

    Sites are asked only if INFITAH_CONTACT says who asks (an e-mail address or a web page).
    """
    import time

    from ingest.collect.crawl.night import NoContact
    from ingest.home import HomeError
    from ingest.registry.loader import RegistryError
    from orchestration.nightly import NightFailed

    asked = Asked(**options)
    began = time.monotonic()
    try:
        night = _run(asked)
    except (HomeError, RegistryError, NoContact, KeyError, NightFailed) as error:
        fail(error)
        return
    _say_what_came(asked, night)
    if not asked.dry_run:
        click.echo(f"time: {time.monotonic() - began:.1f} s")


def _run(asked: Asked) -> NightRun:
    """The night, run to its end; what its sources came to is printed, also where it failed.

    Raises:
        NightFailed: a step failed.
    """
    import datetime as dt

    from infitah.show import StageProgress, own_console
    from ingest.home import open_home
    from orchestration.night import NightRun
    from orchestration.nightly import run_night

    now = moment(asked.as_of, "--as-of") if asked.as_of else dt.datetime.now(dt.UTC)
    known = moment(asked.known_on, "--known-on") if asked.known_on else None
    home = open_home(home_folder(asked.home, asked.sample), sample=asked.sample, test=asked.test)
    with StageProgress(own_console()) as progress:
        night = NightRun(
            home,
            now,
            until=asked.until,
            only=asked.only,
            progress=progress,
            offline=asked.offline or known is not None,
            max_documents=asked.limit,
            known_on=known,
            is_local=asked.local,
        )
        if asked.as_of and home.kind == "real" and night.crawling() is not None:
            raise click.BadParameter(
                "captures carry the time at which they were made: add --offline", param_hint="--as-of"
            )
        try:
            run_night(night, publish=not (asked.no_publish or asked.local or known), dry_run=asked.dry_run)
        finally:
            _report(night)
    return night


def _report(night: NightRun) -> None:
    from infitah.show import crawl_lines, summarise_sources

    for line in summarise_sources(night.runs):
        click.echo(line)
    for run in night.runs:
        for line in crawl_lines(list(run.sources.values())):
            click.echo(line)


def _say_what_came(asked: Asked, night: NightRun) -> None:
    from infitah.show import facts_line
    from warehouse.gate.record import read_record

    click.echo(f"bronze rows added: {night.rows_added}")
    if asked.dry_run:
        click.echo("dry run: nothing was built or published")
        return
    for line in facts_line(read_record(night.build.gate)):
        click.echo(line)
    if asked.local:
        click.echo(
            'the build holds sources whose publish flag is off and is never published; ask it: infitah sql --build "…"'
        )
    elif asked.known_on:
        database = night.build.database
        click.echo(f"what was known on {asked.known_on} is in: {database} (schema marts); it is never published")
    elif asked.no_publish:
        click.echo("not published (--no-publish); publish this build with: infitah publish")
    else:
        _say_published(night)


def _say_published(night: NightRun) -> None:
    from warehouse.release.tree import latest_folder

    published = night.published
    assert published is not None
    if not published.is_new:
        click.echo(f"nothing changed: no release was cut; latest is still {published.release_id}")
    else:
        click.echo(f"release: {published.release_id}")
    click.echo(f"it is in: {latest_folder(night.home)}")
