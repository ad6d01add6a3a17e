"""A family of sites is one module: every one is complete, and a new one needs no other edit."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ingest.collect import walkers
from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.robots import Robots
from ingest.collect.families import families, hints_of, make_walker, platforms
from ingest.collect.family import Family
from ingest.collect.recognise import propose, recognise
from ingest.read.hints import NO_SELECTORS
from ingest.registry.loader import RegistryError, load_registry
from ingest.registry.schema import Source
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import load_collectivities

NIGHT = dt.date(2026, 11, 1)
MADE_UP = '''
"""Sites of a make that nobody has met."""

from ingest.collect.family import Evidence, Family
from ingest.collect.listings import walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Listing

FAMILY = Family(
    name="gopher",
    walk=walk_lists(lambda url: Listing(url=url + "?menu", block="li.burrow")),
    demand=lambda source: None if source.entry_points else "gopher begins at its menus: declare entry_points",
    recognise=lambda page: Evidence("a burrow", 3) if page.soup.select_one("li.burrow") else None,
    rank=5,
    proposal_note="Ask it on port 70.",
    selectors=Selectors(content=(".burrow",)),
    has_numbered_addresses=True,
)
'''


def declared(**changed: object) -> dict[str, object]:
    return {
        "id": "ma-commune-gopher",
        "names": {"ar": "-", "fr": "-", "en": "-"},
        "kind": "council_site",
        "hosts": [
            {"host": "www.example.ma", "status": "verified", "verified_by": "a test", "verified_on": "2026-11-01"}
        ],
        "platform": "gopher",
        "languages": ["ar"],
        "entry_points": ["https://www.example.ma/menu"],
        "licence": {"code": "none", "quote_basis": "position_only"},
        **changed,
    }


@pytest.fixture
def gopher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A made-up family whose module lies in the package, and nothing else of it anywhere."""
    (tmp_path / "walkers").mkdir()
    (tmp_path / "walkers" / "gopher.py").write_text(MADE_UP, "utf-8")
    monkeypatch.setattr(walkers, "__path__", [*walkers.__path__, str(tmp_path / "walkers")])
    yield "gopher"
    sys.modules.pop("ingest.collect.walkers.gopher", None)
    if hasattr(walkers, "gopher"):
        del walkers.gopher


def loaded(folder: Path, entry: dict[str, object]) -> Source:
    folder.mkdir(exist_ok=True)
    (folder / f"{entry['id']}.yml").write_text(yaml.safe_dump(entry), "utf-8")
    return load_registry([folder], [], platforms())[str(entry["id"])]


def test_a_new_family_is_one_new_file(gopher: str, tmp_path: Path) -> None:
    source = loaded(tmp_path / "registry", declared())
    first = list(make_walker(source, Catalogue((), {}, NIGHT, 45)).begin(Robots(None)))
    assert [r.url for r in first] == ["https://www.example.ma/menu?menu"]
    hints = hints_of(source)
    assert hints.selectors.content == (".burrow",)
    assert hints.has_numbered_addresses
    page = "<html><body><ul><li class='burrow'>محضر</li></ul></body></html>".encode()
    found = recognise("https://www.example.ma/", page)
    assert found is not None
    assert (found.platform, found.evidence.words) == (gopher, "a burrow")
    _, proposed = propose("https://www.example.ma/", found, Gazetteer(load_collectivities()), is_test=False)
    assert "# Ask it on port 70.\n" in proposed
    assert yaml.safe_load(proposed)["platform"] == gopher


def test_what_a_new_family_demands_is_demanded(gopher: str, tmp_path: Path) -> None:
    entry = declared(entry_points=[], colour="blue")
    with pytest.raises(RegistryError, match="unknown key"):
        loaded(tmp_path / "registry", entry)
    del entry["colour"]
    line = list(yaml.safe_dump(entry).split("\n")).index("platform: gopher") + 1
    with pytest.raises(RegistryError, match=rf"ma-commune-gopher.yml:{line}: platform: .* declare entry_points"):
        loaded(tmp_path / "registry", entry)


def test_without_its_file_a_family_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"platform: should be one of aspnet, .*wordpress \(found 'gopher'\)"):
        loaded(tmp_path / "registry", declared())


def test_a_name_is_registered_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "again.py").write_text("from ingest.collect.walkers.php import FAMILY", "utf-8")
    monkeypatch.setattr(walkers, "__path__", [*walkers.__path__, str(tmp_path)])
    with pytest.raises(ValueError, match="'php' is registered twice"):
        families()


@pytest.mark.parametrize("family", families().values(), ids=families().keys())
def test_every_family_is_complete(family: Family) -> None:
    """It is what its module is called, says how it is read, and a source that meets its demands is walked by it."""
    module = sys.modules[f"{walkers.__name__}.{family.name}"]
    assert module.FAMILY is family
    assert module.__doc__
    listing = {"url": "https://www.example.ma/list"}
    enumeration = {"url": "https://www.example.ma/detail.aspx?id={id}"}
    platform = "php" if family.source_kind else family.name
    kind = family.source_kind or "council_site"
    bare = declared(platform=platform, kind=kind)
    if family.demand(Source.model_validate(bare)) is not None:
        walk = {"enumeration": enumeration} if family.name == "aspnet" else {"listings": [listing]}
        bare["walk"] = walk
    source = Source.model_validate(bare)
    assert source.walk.listings or family.demand(source) is None
    assert list(make_walker(source, Catalogue(source.crawled_hosts, {}, NIGHT, 45)).begin(Robots(None)))
    if family.source_kind is None:
        assert family.name in platforms()
        assert family.selectors != NO_SELECTORS
        assert hints_of(source).selectors == family.selectors
    else:
        assert family.name not in platforms()


def test_recognition_asks_in_one_order() -> None:
    """What a page says of itself comes first, the form of its lists last; no two families share a rank."""
    asked = sorted((f for f in families().values() if f.recognise is not None), key=lambda f: f.rank)
    assert [f.name for f in asked] == [
        "wordpress",
        "drupal",
        "json_in_page",
        "aspnet",
        "swct",
        "numbered",
        "files",
        "listing",
    ]
    assert len({f.rank for f in asked}) == len(asked)
