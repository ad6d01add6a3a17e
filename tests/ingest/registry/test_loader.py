from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from ingest import sample
from ingest.collect.families import platforms
from ingest.registry.loader import SOURCES, RegistryError, load_registry
from ingest.registry.schema import Host, Source
from ingest.territory.reference import known_ids
from ingest.text.fold import fold

IDS = set(known_ids().values())
REGISTRY = load_registry([SOURCES], IDS, platforms())


@pytest.mark.parametrize("source", REGISTRY.values(), ids=REGISTRY.keys())
def test_every_registered_source_is_complete(source: Source) -> None:
    assert source.names.ar
    assert source.licence.code
    assert source.kind in ("inbox", "reference") or source.hosts or source.notes
    assert source.kind in ("inbox", "reference") or source.collectivity in IDS or source.national_body


def test_every_site_of_the_inventory_is_registered_with_its_status(shared: Path) -> None:
    """Each host of the inventory is registered with a status; each body without one has a source that says so."""
    hosts = {h.host: h.status for s in REGISTRY.values() for h in s.hosts}
    without = {s.names.fr for s in REGISTRY.values() if s.kind == "council_site" and not s.hosts}
    with (shared / "reference/council-sites.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) == 59
    for row in rows:
        if row["url"]:
            assert urlsplit(row["url"]).netloc in hosts, row["url"]
        else:
            words = fold(row["name_fr"].split(" (")[0]).replace("-", " ").split()
            assert any(words[-1] in fold(name).replace("-", " ") for name in without), row["name_fr"]


def test_no_host_is_crawled_that_nobody_verified() -> None:
    """Each says who verified it and when, or that nobody did."""
    real = [s for s in REGISTRY.values() if s.hosts]
    assert len(real) >= 30
    for host in (h for s in real for h in s.hosts):
        assert host.status != "verified" or (host.verified_by and host.verified_on)
    assert not any(s.is_crawlable for s in real)
    with pytest.raises(ValidationError, match="verified_by"):
        Host(host="a.example", status="verified")


def test_the_sample_sources_are_unknown_to_a_real_home() -> None:
    with pytest.raises(RegistryError, match="collectivity"):
        load_registry([SOURCES, sample.REGISTRY], IDS, platforms())


def test_all_errors_are_reported_at_once_with_file_line_and_key(tmp_path: Path) -> None:
    good = (SOURCES / "ma-commune-sale.yml").read_text("utf-8")
    (tmp_path / "ma-commune-sale.yml").write_text(good + "colour: blue\n", "utf-8")
    (tmp_path / "second.yml").write_text(good.replace("platform: wordpress", "platform: gopher"), "utf-8")
    (tmp_path / "third.yml").write_text(
        good.replace("id: ma-commune-sale", "id: third").replace("collectivity: ct-", "collectivity: zz-"), "utf-8"
    )
    (tmp_path / "fourth.yml").write_text("id: [", "utf-8")
    with pytest.raises(RegistryError) as caught:
        load_registry([tmp_path], IDS, platforms())
    message = str(caught.value)
    assert "ma-commune-sale.yml:" in message
    assert "colour: unknown key (allowed keys:" in message
    assert "second.yml:" in message
    assert "gopher" in message
    assert "third.yml:" in message
    assert "not a collectivity id" in message
    assert "fourth.yml:1: not YAML" in message


def test_a_host_declared_twice_is_an_error(tmp_path: Path) -> None:
    good = (SOURCES / "ma-commune-sale.yml").read_text("utf-8")
    (tmp_path / "ma-commune-sale.yml").write_text(good, "utf-8")
    (tmp_path / "other.yml").write_text(good.replace("id: ma-commune-sale", "id: other"), "utf-8")
    with pytest.raises(RegistryError, match=r"host 'www\.villedesale\.ma' is also declared"):
        load_registry([tmp_path], IDS, platforms())
