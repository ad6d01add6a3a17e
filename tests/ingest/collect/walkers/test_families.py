"""Every platform family through the front door.

Walked whole by its registry file alone, read, and quiet when nothing changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from ingest.bronze import read_bronze
from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.robots import Robots
from ingest.collect.families import families, make_walker, platforms
from ingest.collect.recognise import is_app_shell, recognise
from ingest.home import open_home
from ingest.ledger.store import Run, load_runs
from ingest.registry.loader import REFERENCE, SOURCES, load_registry
from ingest.sample import REGISTRY as SAMPLE
from ingest.sample import TERRITORY
from ingest.territory.reference import load_collectivities, read_fictitious
from tests.ingest.collect.crawl.front_door import night
from tests.ingest.collect.crawl.site import Site, declare
from tests.ingest.collect.walkers.pages import COUNT, FAMILIES, page, title

NAMES = tuple(FAMILIES)


@dataclass
class Walked:
    """Two nights over all families at once, and what the sites were asked for."""

    home: Path
    out: str
    first: Run
    second: Run
    requests: dict[str, tuple[int, int]]
    paths: dict[str, list[str]]
    """What each site was asked for in the first night."""


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    home = tmp_path_factory.mktemp("families")
    with ExitStack() as stack:
        sites = {n: stack.enter_context(Site(host=f"127.0.0.{i}")) for i, n in enumerate(NAMES, start=10)}
        for name, site in sites.items():
            entry = FAMILIES[name](site)
            declare(home, f"test-{name.replace('_', '-')}", site, **{"walk": {}, **entry})
            path = home / "registry" / f"test-{name.replace('_', '-')}.yml"
            registry = yaml.safe_load(path.read_text("utf-8"))
            if "listings" not in entry.get("walk", {}):
                registry["walk"].pop("listings", None)
            path.write_text(yaml.safe_dump(registry, allow_unicode=True, sort_keys=False), "utf-8")
        result = night(home, "2026-11-01")
        asked = {n: len(s.log) for n, s in sites.items()}
        paths = {n: [p for _, p, _ in s.log] for n, s in sites.items()}
        for site in sites.values():
            site.log.clear()
        night(home, "2026-11-02")
        first, second = load_runs(result.home)
        yield Walked(home, result.out, first, second, {n: (asked[n], len(s.log)) for n, s in sites.items()}, paths)


def source(name: str) -> str:
    return f"test-{name.replace('_', '-')}"


@pytest.mark.parametrize("name", NAMES)
def test_a_site_of_each_family_is_walked_whole(walked: Walked, name: str) -> None:
    found = walked.first.sources[source(name)]
    assert found.admission == "admitted", (found.cause, walked.out[-3000:])
    crawl = found.crawl
    assert crawl is not None
    assert (crawl.outcome, crawl.listed, crawl.held_documents) == ("ok", COUNT, COUNT), crawl
    assert crawl.expected == COUNT


@pytest.mark.parametrize("name", NAMES)
def test_its_acts_are_read(walked: Walked, name: str) -> None:
    table = read_bronze(open_home(walked.home, sample=False, test=True), "documents").to_pylist()
    documents = [d for d in table if d["source_id"] == source(name)]
    assert len(documents) == COUNT, [(d["source_url"], d["status_code"], d["status_reason"]) for d in documents]
    assert {d["status_code"] for d in documents} == {"ok"}
    assert {d["title"] for d in documents} == {title(n) for n in range(1, COUNT + 1)}
    sessions = [
        s
        for s in read_bronze(open_home(walked.home, sample=False, test=True), "sessions").to_pylist()
        if s["source_id"] == source(name)
    ]
    assert {(s["year"], s["month"], s["kind_code"]) for s in sessions} == {
        (2014 + n, 10, "ordinary") for n in range(1, COUNT + 1)
    }
    items = [
        i
        for i in read_bronze(open_home(walked.home, sample=False, test=True), "agenda_items").to_pylist()
        if i["source_id"] == source(name)
    ]
    assert len(items) == 2 * COUNT


@pytest.mark.parametrize("name", NAMES)
def test_an_unchanged_night_asks_for_little_and_adds_nothing(walked: Walked, name: str) -> None:
    found = walked.second.sources[source(name)]
    assert found.admission == "admitted", found.cause
    assert (found.new_captures, found.changed_captures, found.gone_captures) == (0, 0, 0)
    first, second = walked.requests[name]
    assert second < first


@pytest.mark.parametrize("name", NAMES)
def test_configuration_alone_and_little_of_it(walked: Walked, name: str) -> None:
    entry = yaml.safe_load((walked.home / "registry" / f"{source(name)}.yml").read_text("utf-8"))
    entry.pop("politeness")  # What a test on loopback adds: a real site has the defaults.
    written = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=150, default_flow_style=None)
    assert len(written.splitlines()) <= 25, written
    assert not list(Path(walked.home / "registry").glob("*.py"))


@pytest.mark.parametrize(
    ("name", "path", "platform"),
    [
        ("drupal", "/ar/actualites", "drupal"),
        ("swct", "/ar/actualites/", "swct"),
        ("aspnet", "/langue-ar/", "aspnet"),
        ("numbered", "/fr/actualites", "numbered"),
        ("json_in_page", "/ar-AR/news", "json_in_page"),
        ("files", "/pv", "files"),
    ],
)
def test_a_family_is_recognised_by_evidence(name: str, path: str, platform: str) -> None:
    with Site() as site:
        FAMILIES[name](site)
        found = recognise(site.root.rstrip("/") + path, site.pages[path][1])
    assert found is not None
    assert found.platform == platform
    assert found.evidence


def test_numbers_end_where_the_site_ends(walked: Walked) -> None:
    """The stop rule looks past the highest number once; pages found among the older ones do not send it up again."""
    numbers = [int(p.rsplit("=", 1)[1]) for p in walked.paths["aspnet"] if "idact=" in p]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) >= set(range(1, 15))
    assert max(numbers) < 14 + 4 + 5 + 1  # the last page, stop_after, one batch


def test_an_application_without_its_data_is_unreadable() -> None:
    with Site() as site:
        FAMILIES["endpoint"](site)
        assert is_app_shell(site.pages["/"][1])
        page(
            site,
            "/server",
            '<div id="root"><main><p>'
            + "نص مبني على الخادم " * 30
            + '</p></main></div><script src="/main.js"></script>',
        )
        assert not is_app_shell(site.pages["/server"][1])


def test_every_registered_source_has_a_family_that_walks_it() -> None:
    """Sources × family: each file loads, its family is walked, and its hosts say whether somebody confirmed them."""
    ids = [t.collectivity_id for t in (*load_collectivities(), *read_fictitious(TERRITORY.read_bytes()))]
    sources = load_registry([SOURCES, REFERENCE, SAMPLE], ids, platforms())
    for one in sources.values():
        if one.kind == "reference":
            continue
        assert one.platform in {*families(), "inbox"} or (one.platform == "unknown" and not one.is_crawlable), one.id
        unaided = one.platform not in ("unknown", "aspnet", "json_in_page")
        if unaided and any(h.status == "unverified" for h in one.hosts):
            by = {"status": "verified", "verified_by": "a test", "verified_on": dt.date(2026, 11, 1)}
            confirmed = one.model_copy(update={"hosts": tuple(h.model_copy(update=by) for h in one.hosts)})
            assert make_walker(confirmed, Catalogue((), {}, dt.date(2026, 11, 1), 45)).begin(Robots(None))
