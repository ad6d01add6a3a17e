"""Commands about the registry: list, new, check and their like."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from infitah.options import HOME, SAMPLE, fail, home_folder


@click.group()
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
        root = home_folder(home, sample)
        opened = find_home(root) or Home(root.absolute(), "sample" if sample else "real")
        found = open_ingest(opened).sources
    except RegistryError as error:
        fail(error)
        return
    last = {s: (r.run_id, n.admission, n.cause) for r in load_runs(opened) for s, n in r.sources.items()}
    table = Table("source", "kind", "platform", "host", "host status", "last night", box=None)
    for s in found.values():
        host = s.hosts[0] if s.hosts else None
        run_id, admission, cause = last.get(s.id, ("", "never run", None))
        table.add_row(
            s.id,
            s.kind,
            s.platform,
            host.host if host else "—",
            host.status if host else "—",
            f"{run_id} {admission}{f' ({cause})' if cause else ''}".strip(),
        )
    Console(width=None if sys.stdout.isatty() else 180).print(table)
    click.echo(f"{len(found)} sources. Hosts that are 'unverified' are never crawled.")


@sources.command("new")
@HOME
@click.argument("url")
@click.option("--test", "test", is_flag=True, help="A server on loopback, for a test home (HOME/registry).")
@click.option("--print", "only_print", is_flag=True, help="Show the file, write nothing.")
def sources_new(home: Path | None, url: str, test: bool, only_print: bool) -> None:
    """Look once at URL, recognise its platform, and write the registry file that would walk it.

    URL is the home page of a WordPress site, or the page of another site that lists its news or sessions.
    Asked politely:
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
        fail(error)
        return
    found = recognise(page.url, page.body)
    if found is None and is_app_shell(page.body):
        fail(
            f"looking at {page.url}: JavaScript alone builds this page. If it gets its data from an "
            "address that answers with JSON, declare that as a "
            "listing (platform json_in_page, walk.listings with json_items; docs/sources.md); else it stays unreadable."
        )
        return
    if found is None:
        fail(
            f"looking at {page.url}: neither a known platform nor a list of titled links. "
            "Give the page that lists the site's news or "
            "sessions, or write the file by hand (docs/sources.md)."
        )
        return
    source_id, text = propose(page.url, found, Gazetteer(load_collectivities()), is_test=test)
    click.echo(f"recognised: {found.platform} ({found.evidence.words})", err=True)
    if only_print:
        click.echo(text, nl=False)
        return
    path = (home_folder(home, False) / "registry" if test else SOURCES) / f"{source_id}.yml"
    if path.exists():
        fail(f"writing {path}: it exists. Show the proposal with --print and compare.")
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
        found = registered_source(source, home_folder(home, False))
        settings = CrawlSettings(configured_contact(), max_documents=limit)
        night, pages = try_source(found, settings, dt.datetime.now(dt.UTC))
    except (NoContact, RegistryError, TrialError, KeyError) as error:
        fail(error.args[0] if isinstance(error, KeyError) else error)
        return
    understood_table(pages)
    for line in crawl_lines([night]):
        click.echo(line)
    for check in night.checks:
        click.echo(
            f"{check.check_id}: observed {check.observed}, demanded {check.operator} {check.threshold}: {check.verdict}"
        )
    sys.exit(0 if night.admission == "admitted" else 1)
