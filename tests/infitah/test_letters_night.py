"""Letters through the front door: pages of all charsets, printed pages, damaged text layers, tables; one night, the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.bronze import read_bronze
from ingest.collect.inbox import Sidecar, add
from ingest.home import Home, open_home
from ingest.read.documents.pdf import extract_pdf
from tests.infitah.letters import CORRUPT, MENDED, SERVED, Served
from tests.ingest.collect.crawl.front_door import night
from tests.ingest.collect.crawl.site import Site, declare

NAMES = [s.name for s in SERVED] + list(CORRUPT)
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    root: Path = tmp_path_factory.mktemp("letters")
    folder = tmp_path_factory.mktemp("tables")
    with Site(host="127.0.3.9") as site:
        links = "".join(f'<li class="item"><a href="/d/{n}">{n}</a></li>' for n in NAMES)
        site.pages["/list?page=1"] = ("text/html; charset=utf-8", f"<html><body><ul>{links}</ul></body></html>".encode())  # fmt: skip
        for one in SERVED:
            site.pages[f"/d/{one.name}"] = (one.kind, one.payload)
        for name, payload in CORRUPT.items():
            site.pages[f"/d/{name}"] = ("application/pdf", payload)
        declare(root, "test-letters", site, languages=["ar", "fr"], expectations={"max_failed_share": 1.0})
        for name, payload in MENDED.items():
            (folder / name).write_bytes(payload)
            side = Sidecar(origin=f"https://exemple.example/{name}", publisher="press", licence="none-seen", source="inbox-remacto-projects")  # fmt: skip
            add(open_home(root, sample=False, test=True), folder / name, side)
        result = night(root, "2026-02-20")
        assert result.code == 0, result.out
        yield result.home


def rows(home: Home, table: str, name: str) -> Rows:
    return [r for r in read_bronze(home, table).to_pylist() if r["source_url"].endswith(f"/{name}")]


@pytest.mark.parametrize("one", SERVED, ids=lambda s: s.name)
def test_every_letter_is_the_one_that_was_written(home: Home, one: Served) -> None:
    (document,) = rows(home, "documents", one.name)
    assert (document["status_code"], document["title"]) == ("ok", one.title)
    items = sorted(rows(home, "agenda_items", one.name), key=lambda r: r["item_number"])
    assert tuple(r["title"] for r in items) == one.points


@pytest.mark.parametrize("name", CORRUPT)
def test_a_layer_that_says_other_letters_is_not_believed(home: Home, name: str) -> None:
    assert extract_pdf(CORRUPT[name]).reason.startswith("corrupt text layer")
    (document,) = rows(home, "documents", name)
    if document["text_basis_code"] != "recognition":  # Where it is installed, it reads what these pages show.
        assert (document["status_code"], document["char_count"]) == ("unreadable", 0), document["title"]
    assert rows(home, "sessions", name) == []


@pytest.mark.parametrize("name", MENDED)
def test_a_table_gets_what_pages_get(home: Home, name: str) -> None:
    found = [(r["title"], r["collectivity_name"]) for r in rows(home, "openness_projects", name)]
    assert found == [("نشر الميزانية بإقامة Aït Elias", "جماعة تطوان")]
    assert all(r["collectivity_id"] for r in rows(home, "openness_projects", name))
