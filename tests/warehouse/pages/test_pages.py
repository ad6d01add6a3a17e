"""Words in three languages, none missing, none a copy; pages that read right to left, call nothing outside, and tell every file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from expectations.sheets.load import load_tables
from ingest.code import ROOT as PROJECT
from ingest.home import Home
from warehouse.build.builds import candidate
from warehouse.release.tree import current, latest_folder, note_failed_night

TABLES = load_tables()


@pytest.mark.parametrize("table", TABLES)
def test_labels_in_three_languages(table: str) -> None:
    for thing in (TABLES[table], *TABLES[table].columns):
        for words in (thing.label, thing.definition):
            assert all(words[x].strip() for x in ("ar", "fr", "en"))
            assert re.search(r"[\u0600-\u06ff]", words["ar"])
            assert not re.search(r"[\u0600-\u06ff]", words["fr"] + words["en"])
            # A single word may be the same in both ("Relation"); a sentence is then a copy.
            assert words["fr"] != words["en"] or len(re.findall(r"[^\W\d]+", words["fr"])) == 1, words


def test_words_of_the_pages_in_three_languages() -> None:
    every = yaml.safe_load((PROJECT / "warehouse/pages/words.yml").read_text("utf-8"))
    for word in every.values():
        assert set(word) == {"ar", "fr", "en"}
        assert re.search(r"[\u0600-\u06ff]", word["ar"])


@pytest.fixture(scope="module")
def tree(sample_home: Home) -> Path:
    found = current(sample_home)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "language", "direction"), [("index.html", "ar", "rtl"), ("fr.html", "fr", "ltr"), ("en.html", "en", "ltr")]
)
def test_the_download_page(tree: Path, name: str, language: str, direction: str) -> None:
    page = BeautifulSoup((tree / name).read_text("utf-8"), "lxml")
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == (language, direction)
    assert [s.get("type") for s in page.find_all("script")] == ["application/ld+json"]
    for tag in page.find_all(["link", "img", "script", "iframe"]):
        assert not str(tag.get("href") or tag.get("src") or "").startswith(("http", "//"))
    text = page.get_text()
    index = json.loads((tree / "index.json").read_text("utf-8"))
    for file in index["releases"][-1]["files"]:
        assert file["sha256"] in text
    for link in page.find_all("a"):
        target = str(link["href"])
        if not target.startswith(("#", "mailto:")):
            assert (tree / target).exists(), target
    ids = [t["id"] for t in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert all(str(a["href"])[1:] in ids for a in page.find_all("a") if str(a["href"]).startswith("#"))


def test_a_blocked_night_is_said_on_the_page(home_copy: Home) -> None:
    from dataclasses import replace

    note_failed_night(
        home_copy, replace(candidate(home_copy), as_of="2026-11-25T02:30:00Z"), ["check x: observed 1, demanded eq 0"]
    )
    tree = current(home_copy)
    assert tree is not None
    assert "لم تُنشر الليلة الأخيرة" in (tree / "index.html").read_text("utf-8")
    assert "was not published" in (tree / "en.html").read_text("utf-8")
    assert json.loads((tree / "status.json").read_text("utf-8"))["is_blocked"]


def test_the_release_describes_itself_in_three_languages(sample_home: Home) -> None:
    folder = latest_folder(sample_home)
    assert folder is not None
    for language in ("ar", "fr", "en"):
        assert f'lang="{language}"' in (folder / f"quality.{language}.html").read_text("utf-8")
        assert folder.name in (folder / f"README.{language}.md").read_text("utf-8")
