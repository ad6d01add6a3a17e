"""`infitah explain` says which rules spoke on a page, on which words, which were overruled, and what was made of it: for a file, an address, a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from infitah.cli import main
from ingest.home import Home
from ingest.read import facts
from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.rules import tell
from ingest.records import Finding
from warehouse.release.reader import database_of

PAGE = """<html lang="ar"><head><meta charset="utf-8"></head><body><main><article><h1>الدورة العادية لشهر أكتوبر 2022</h1>
<p>عقد مجلس جماعة تطوان الدورة العادية لشهر أكتوبر 2022 يوم الخميس 06 أكتوبر 2022.</p></article></main></body></html>"""


@pytest.fixture
def a_rule() -> Iterator[None]:
    """A reader whose rule speaks on each page, twice in the same words, and makes a record; another rule is set aside."""

    def read(context: DocumentContext, out: Emitter) -> None:
        first = context.sentences[0]
        for _ in range(2):
            tell("test.followed", first.text[:9], "title")
        tell("test.silenced", first.text[:4], "title", overruled_by="test.followed")
        out.add(
            Finding(
                natural_key=f"finding|test|{context.source_url}",
                finding_code="unknown_label",
                record_name="title",
                field_name="title",
                value_raw=None,
                rule_id="test.followed",
                origin=out.at(first, 0, 9),
            )
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facts, "read_rates", read)
        yield


def explain(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["explain", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text(PAGE, "utf-8")
    return file


def told(home: Path, *arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(explain("--json", "--home", home, *arguments))
    return found


def test_a_file_of_ones_own_needs_no_home(page: Path, tmp_path: Path, a_rule: None) -> None:
    found = told(tmp_path / "none", page)
    assert (found["kind_code"], found["status_code"]) == ("session_report", "ok")
    spoken = [(s["rule_id"], s["place"], s["overruled_by"]) for s in found["rules"] if s["rule_id"].startswith("test.")]
    assert spoken == [("test.followed", "title", None), ("test.silenced", "title", "test.followed")]
    made = {r["table"]: (r["rule_id"], r["words"]) for r in found["records"]}
    assert made["findings"] == ("test.followed", "الدورة ال")
    assert "أكتوبر 2022" in made["sessions"][1]
    assert not (tmp_path / "none").exists()


def test_the_same_for_people(page: Path, tmp_path: Path, a_rule: None) -> None:
    lines = explain("--home", tmp_path / "none", page).splitlines()
    assert any("followed" in x and "test.followed" in x and "title" in x for x in lines)
    assert any("overruled by test.followed" in x and "test.silenced" in x for x in lines)
    assert any(x.split()[:2] == ["findings", "test.followed"] for x in lines)


def test_a_page_on_which_no_rule_spoke_says_so(tmp_path: Path) -> None:
    (file := tmp_path / "page.txt").write_text("صفحة بلا خبر.\n", "utf-8")
    out = explain("--home", tmp_path / "none", file)
    assert "rules that spoke: 0" in out and "what was made of it: 0" in out


def test_a_file_may_speak_for_a_source_and_a_day(sample_home: Home, tmp_path: Path) -> None:
    (file := tmp_path / "page.txt").write_text("عقد المجلس دورته العادية لشهر أكتوبر 2022 يومه الخميس.\n", "utf-8")
    source = "sample-commune-bni-khayal"
    found = told(sample_home.root, file, "--source", source, "--published", "2022-10-06")
    assert found["source_id"] == source
    assert [r["table"] for r in found["records"]].count("sessions") == 1


def test_an_address_in_the_archive(sample_home: Home, a_rule: None) -> None:
    ((url,),) = ask(sample_home, "select source_url from sessions where source_url like 'https:%' order by 1 limit 1")
    found = told(sample_home.root, url + "#top")
    assert found["address"] == url
    assert {"sessions", "findings"} <= {r["table"] for r in found["records"]}
    assert "test.silenced" in {s["rule_id"] for s in found["rules"]}


def test_a_row_and_what_made_it(sample_home: Home) -> None:
    ((key, position),) = ask(sample_home, "select session_id, evidence_position from sessions order by 1 limit 1")
    row = told(sample_home.root, "sessions", key)["row"]
    assert (row["key"], row["evidence_position"]) == (key, position)
    assert row["read"].startswith("made by")
    ((key,),) = ask(sample_home, "select id from network_edges where source_url like 'https:%' order by 1 limit 1")
    assert told(sample_home.root, "network_edges", key)["row"]["read"].startswith("it is derived")


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("https://nowhere.example/",), 1, "no such file"),
        (("sessions", "ses-nothing"), 1, "no such row"),
        (("nothing", "x"), 1, "no such table"),
        (("_build", "x"), 1, "no such row"),
        (("https://nowhere.example/", "--source", "x"), 2, "there is no file"),
    ],
)
def test_what_nothing_knows_is_refused(sample_home: Home, arguments: tuple[str, ...], code: int, why: str) -> None:
    assert why in explain("--home", sample_home.root, *arguments, code=code)


def test_a_wrong_day_and_an_unknown_source_are_refused(page: Path, tmp_path: Path) -> None:
    assert "is not a day" in explain(page, "--published", "yesterday", code=2)
    assert "no source 'x'" in explain("--home", tmp_path / "none", page, "--source", "x", code=1)


def ask(home: Home, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(database_of(home)), read_only=True) as con:
        return con.execute(query).fetchall()
