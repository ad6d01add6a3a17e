"""The command line. Commands import what they need when they run, so that --help is quick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from infitah import reading_commands, release_commands
from infitah.options import HOME, SAMPLE, moment
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
    """


def _root(home: Path | None, sample: bool) -> Path:
    from ingest.home import home_root

    return home or home_root(sample=sample)


@main.command()
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
    "--known-on", metavar="TIME", default=None,
    help="Build what was known at this earlier UTC moment (today's extractors over captures up to it); never published.",
)  # fmt: skip
@click.option(
    "--local", "local", is_flag=True,
    help="Build with sources too whose publish flag is off (ask it with: infitah sql --build); never published.",
)  # fmt: skip
def run(
    home: Path | None,
    sample: bool,
    only: tuple[str, ...],
    until: str | None,
    as_of: str | None,
    offline: bool,
    limit: int | None,
    test: bool,
    dry_run: bool,
    no_publish: bool,
    known_on: str | None,
    local: bool,
) -> None:
    """Run the night: crawl, archive, parse, check sources, model, render, gate, publish.

    Sites are asked only if INFITAH_CONTACT says who asks (an e-mail address or a web page).
    """
    import datetime as dt
    import time

    from infitah.show import StageProgress, facts_line, own_console
    from ingest.collect.crawl.night import NoContact
    from ingest.home import HomeError, open_home
    from ingest.registry.loader import RegistryError
    from orchestration.night import NightRun
    from warehouse.build.builds import NoBuild, candidate

    began = time.monotonic()
    now = moment(as_of, "--as-of") if as_of else dt.datetime.now(dt.UTC)
    known = moment(known_on, "--known-on") if known_on else None
    console = own_console()
    try:
        opened = open_home(_root(home, sample), sample=sample, test=test)
        with StageProgress(console) as progress:
            night = NightRun(
                opened, now, until=until, only=only, progress=progress, offline=offline or known is not None,
                max_documents=limit, known_on=known, is_local=local,
            )  # fmt: skip
            if as_of and opened.kind == "real" and night.crawling() is not None:
                raise click.BadParameter(
                    "captures carry the time at which they were made: add --offline", param_hint="--as-of"
                )
            from orchestration.nightly import NightFailed, run_night

            try:
                run_night(night, publish=not (no_publish or local or known), dry_run=dry_run)
            except NightFailed as failed:
                _report(night)
                _fail(failed)
    except (HomeError, RegistryError, NoContact, KeyError) as error:
        _fail(error)
        return
    _report(night)
    click.echo(f"bronze rows added: {night.rows_added}")
    if dry_run:
        click.echo("dry run: nothing was built or published")
        return
    try:
        record = _record(candidate(opened))
    except NoBuild:
        record = None
    for line in facts_line(record):
        click.echo(line)
    if local:
        click.echo(
            'the build holds sources whose publish flag is off and is never published; ask it: infitah sql --build "…"'
        )
    elif known:
        click.echo(
            f"what was known on {known_on} is in: {candidate(opened).database} (schema marts); it is never published"
        )
    else:
        _say_published(night, no_publish)
    click.echo(f"time: {time.monotonic() - began:.1f} s")


def _report(night: Any) -> None:
    from infitah.show import crawl_lines, summarise_sources

    for line in summarise_sources(night.runs):
        click.echo(line)
    for run in night.runs:
        for line in crawl_lines(list(run.sources.values())):
            click.echo(line)


def _record(build: Any) -> dict[str, Any] | None:
    import json

    path = build.gate / "gate.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def _say_published(night: Any, no_publish: bool) -> None:
    from warehouse.release.tree import latest_folder

    if no_publish:
        click.echo("not published (--no-publish); publish this build with: infitah publish")
        return
    published = night.published
    if not published.is_new:
        click.echo(f"nothing changed: no release was cut; latest is still {published.release_id}")
    else:
        click.echo(f"release: {published.release_id}")
    click.echo(f"it is in: {latest_folder(night.home)}")


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
        opened = open_home(_root(home, sample), sample=sample)
        sources = tuple(s.id for s in open_ingest(opened).sources.values() if s.platform == "inbox")
        card = box.read_sidecar(sidecar, sources)
        folder = box.add(opened, file, card)
    except (HomeError, box.InboxError) as error:
        _fail(error)
        return
    if card.licence not in OPEN_LICENCES:
        click.echo(
            f"licence {card.licence!r} is not an open one: facts, link, position and hash will be published, no quotation"
        )
    if card.publication_date is None:
        click.echo("no publication_date: relative dates ('today Tuesday') stay open")
    click.echo(f"in the inbox: {folder}")


@main.group()
def sources() -> None:
    """The registry of sources."""


@sources.command("list")
@HOME
@SAMPLE
def sources_list(home: Path | None, sample: bool) -> None:
    """List every source, whether it may be crawled, and what its last night came to."""
    from rich.console import Console
    from rich.table import Table

    from ingest.home import Home, find_home
    from ingest.ledger.store import load_runs
    from ingest.opening import open_ingest
    from ingest.registry.loader import RegistryError

    try:
        # A listing makes no home: without one, the registry of a home of that kind is shown.
        root = _root(home, sample)
        opened = find_home(root) or Home(root.absolute(), "sample" if sample else "real")
        found = open_ingest(opened).sources
    except RegistryError as error:
        _fail(error)
        return
    last = {s: (r.run_id, n.admission, n.cause) for r in load_runs(opened) for s, n in r.sources.items()}
    table = Table("source", "kind", "platform", "host", "host status", "last night", box=None)
    for s in found.values():
        host = s.hosts[0] if s.hosts else None
        run_id, admission, cause = last.get(s.id, ("", "never run", None))
        table.add_row(
            s.id, s.kind, s.platform, host.host if host else "—", host.status if host else "—",
            f"{run_id} {admission}{f' ({cause})' if cause else ''}".strip(),
        )  # fmt: skip
    Console(width=None if sys.stdout.isatty() else 180).print(table)
    click.echo(f"{len(found)} sources. Hosts that are 'unverified' are never crawled.")


@sources.command("new")
@HOME
@click.argument("url")
@click.option("--test", "test", is_flag=True, help="A server on loopback, for a test home (HOME/registry).")
@click.option("--print", "only_print", is_flag=True, help="Show the file, write nothing.")
def sources_new(home: Path | None, url: str, test: bool, only_print: bool) -> None:
    """Look once at URL, recognise its platform, and write the registry file that would walk it.

    URL is the home page of a WordPress site, or the page of another site that lists its news or sessions. Asked politely:
    robots.txt, then the page, five seconds apart. The host stays 'unverified' until a person confirms it.
    """
    from ingest.collect.crawl.night import CrawlSettings, NoContact, configured_contact
    from ingest.collect.crawl.probe import ProbeError, look
    from ingest.collect.recognise import is_app_shell, propose, recognise
    from ingest.registry.loader import SOURCES
    from ingest.territory.gazetteer import Gazetteer
    from ingest.territory.reference import load_collectivities

    try:
        page = look(url, CrawlSettings(configured_contact()).user_agent, is_test=test)
    except (NoContact, ProbeError) as error:
        _fail(error)
        return
    found = recognise(page.url, page.body)
    if found is None and is_app_shell(page.body):
        _fail(
            f"looking at {page.url}: JavaScript alone builds this page. If it gets its data from an address that answers with JSON, declare that as a "
            "listing (platform json_in_page, walk.listings with json_items; docs/sources.md); else it stays unreadable."
        )
        return
    if found is None:
        _fail(
            f"looking at {page.url}: neither a known platform nor a list of titled links. Give the page that lists the site's news or "
            "sessions, or write the file by hand (docs/sources.md)."
        )
        return
    source_id, text = propose(page.url, found, Gazetteer(load_collectivities()), is_test=test)
    click.echo(f"recognised: {found.platform} ({found.evidence})", err=True)
    if only_print:
        click.echo(text, nl=False)
        return
    path = (_root(home, False) / "registry" if test else SOURCES) / f"{source_id}.yml"
    if path.exists():
        _fail(f"writing {path}: it exists. Show the proposal with --print and compare.")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    click.echo(f"written: {path}")
    click.echo(f"next: read it, then try it out with: infitah sources check {path}")


@sources.command("check")
@HOME
@click.argument("source")
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="Documents to ask for.")
def sources_check(home: Path | None, source: str, limit: int) -> None:
    """Crawl a few pages of SOURCE and print what was understood; nothing is kept.

    SOURCE is an id of the registry, or a registry file.
    """
    import datetime as dt

    from infitah.homes import registered_source
    from infitah.show import crawl_lines, understood_table
    from ingest.collect.crawl.night import CrawlSettings, NoContact, configured_contact
    from ingest.registry.loader import RegistryError
    from ingest.trial import TrialError, try_source

    try:
        found = registered_source(source, _root(home, False))
        settings = CrawlSettings(configured_contact(), max_documents=limit)
        night, pages = try_source(found, settings, dt.datetime.now(dt.UTC))
    except (NoContact, RegistryError, TrialError, KeyError) as error:
        _fail(error.args[0] if isinstance(error, KeyError) else error)
        return
    understood_table(pages)
    for line in crawl_lines([night]):
        click.echo(line)
    for check in night.checks:
        click.echo(
            f"{check['check_id']}: observed {check['observed']}, demanded {check['operator']} {check['threshold']}: {check['verdict']}"
        )
    sys.exit(0 if night.admission == "admitted" else 1)


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

    from ingest.home import open_home
    from orchestration.instance import prepare_dagster_home

    opened = open_home(_root(home, sample), sample=sample)
    prepare_dagster_home(opened)
    os.environ["INFITAH_HOME"] = str(opened.root)
    os.environ["INFITAH_SAMPLE"] = "1" if sample else ""
    program = Path(sys.executable).with_name("dagster")
    os.execv(program, [str(program), "dev", "-m", "orchestration.definitions", "-h", "127.0.0.1", "-p", str(port)])


@main.group()
def checks() -> None:
    """The reviewed list of required checks."""


@checks.command("write")
@HOME
@SAMPLE
def checks_write(home: Path | None, sample: bool) -> None:
    """Write expectations/required.json from the checks of the newest build's gate record; review the difference."""
    from expectations.required import REQUIRED_FILE, describe, required_json
    from infitah.homes import reading_home
    from ingest.home import write_bytes
    from warehouse.build.builds import candidate
    from warehouse.gate.record import read_record

    record = read_record(candidate(reading_home(home, sample=sample)).gate)
    if record is None:
        _fail("the newest build has no gate record; run: infitah run --sample --no-publish")
        return
    write_bytes(REQUIRED_FILE, required_json(describe(record.outcomes)))
    click.echo(f"{len(record.checks)} checks written to {REQUIRED_FILE}; review the difference before you commit it")


for command in (*release_commands.COMMANDS, *reading_commands.COMMANDS):
    main.add_command(command)

if __name__ == "__main__":
    main()
