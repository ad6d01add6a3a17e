"""A table or column that is not described is not published: nothing is built, and every gap is named at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from expectations.sheets.load import DBT_PROJECT, PROVENANCE, SheetError, load_sheets, load_tables
from ingest.records import BRONZE
from ingest.records.columns import columns_of
from warehouse.build.dbt_files.columns import KEYS

TABLES = load_tables()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(DBT_PROJECT / "sheets", tmp_path / "dbt_project" / "sheets")
    return tmp_path / "dbt_project"


@pytest.mark.parametrize(
    ("sheet", "old", "new", "told"),
    [
        ("territory/collectivities.yml", "licence: CC-BY-4.0\n", "", "no licence"),
        ("councils/votes.yml", "licence: CC-BY-4.0", "licence: []", "licence: Input should be a valid string"),
        ("councils/sessions.yml", "[cancelled, held]]", "[held]]", "status_code: states: not each of its codes once"),
        ("councils/sessions.yml", "to: postponed_to_date}", "to: then}", "start_date: there is no column then"),
        ("councils/votes.yml", "floor: 0", "flor: 0", "flor: Extra inputs are not permitted"),
        ("councils/votes.yml", "floor: 0\n", "", "no floor"),
        ("councils/votes.yml", "    class: key\n", "", "vote_id.class: Field required"),
        ("councils/votes.yml", "    class: flag", "    class: truth", "is_unanimous.class: Input should be 'key'"),
        ("councils/votes.yml", 'fr: "Contre", ', "", "against_count.label.fr: Field required (a text in each of ar, fr, en)"),
        ("councils/votes.yml", 'fr: "Contre"', 'fr: ""', "against_count.label.fr: String should have at least 1"),
        ("councils/votes.yml", "provenance: fact\n", "", "provenance: Field required"),
        ("fields/provenance.yml", "capture_sha256:", "capture_sha512:", "capture_sha256.class: Field required"),
        ("councils/votes.yml", "  session_id: {lookup", "  meeting_id: {lookup", "meeting_id.class: Field required"),
        ("fields/dates.yml", "codes: date_flag", "codes: flags", "no list of codes is called flags"),
        ("fields/things.yml", "references: sessions.session_id", "references: sessions.id", "there is no column sessions.id"),
        ("documents/documents.yml", "words: published_date_raw", "words: published_raw", "there is no column published_raw"),
        ("councils/votes.yml", "place: 120", "place: 110", "place 110 is declared twice"),
    ],
)  # fmt: skip
def test_what_is_not_described_is_not_published(project: Path, sheet: str, old: str, new: str, told: str) -> None:
    path = project / "sheets" / sheet
    text = path.read_text("utf-8")
    if old not in text:  # A date's words are said in the sheet or in the shared columns.
        path = project / "sheets" / "fields" / "dates.yml"
        text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(SheetError, match=re.escape(told)):
        load_tables(project)


def test_every_gap_is_told_at_once(project: Path) -> None:
    for sheet in ("councils/votes.yml", "plans/plans.yml"):
        path = project / "sheets" / sheet
        path.write_text(path.read_text("utf-8").replace("floor: 0\n", ""), "utf-8")
    with pytest.raises(SheetError) as error:
        load_tables(project)
    assert str(error.value).count("no floor") == 2


def test_every_kind_of_record_has_a_sheet() -> None:
    assert {t.record for t in load_sheets().values() if t.record} == set(BRONZE) - {"parsed_captures"}


@pytest.mark.parametrize("name", [n for n, t in load_sheets().items() if t.record == n])
def test_every_column_of_a_record_is_described(name: str) -> None:
    table = load_sheets()[name]
    told = {c.source_column for c in table.columns} | {c.lookup for c in table.columns} | set(table.unpublished)
    own = {c.name for c in columns_of(BRONZE[name])} - {*KEYS, *PROVENANCE["fact"]}
    assert own <= told


@pytest.mark.parametrize("name", TABLES)
def test_what_every_record_has_beside_its_own_is_private(name: str) -> None:
    """The rule that made a record tells how the house works, and nothing about the source."""
    assert not {c.name for c in TABLES[name].columns} & {"natural_key", "capture_key", "rule_id"}


@pytest.mark.parametrize("name", [n for n, t in TABLES.items() if t.compared_columns])
def test_documents_are_compared_in_all_that_people_compute_with(name: str) -> None:
    """No date, number or state of a row that several documents tell of may vanish in silence."""
    compared = {c.name for c in TABLES[name].compared_columns}
    for column in TABLES[name].columns:
        is_computed_with = column.kind in ("date", "count", "amount") or column.name == "status_code"
        assert column.name in compared or column.may_differ or column.is_derived or not is_computed_with, column.name


@pytest.mark.parametrize("name", TABLES)
def test_patterns_can_be_read(name: str) -> None:
    """By Python and, without escapes that only one of them knows, by DuckDB."""
    for column in TABLES[name].columns:
        if column.pattern:
            re.compile(column.pattern)
            assert "\\u" not in column.pattern and "'" not in column.pattern


@pytest.mark.parametrize("name", TABLES)
def test_codes_say_what_they_mean_in_three_languages(name: str) -> None:
    for column in TABLES[name].columns:
        assert (column.kind in ("code", "codes")) == bool(column.codes), column.name
        for code, label in column.codes.items():
            assert re.fullmatch(r"[a-z][a-z0-9_]*(?:\(\d+,\d+\))?", code)
            assert re.search(r"[ء-ي]", label["ar"]) and not re.search(r"[ء-ي،]", label["fr"] + label["en"])
