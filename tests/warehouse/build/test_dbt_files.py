"""What dbt must have as files is what the sheets say, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from expectations.sheets.load import DBT_PROJECT, SheetError, load_sheets, load_tables
from warehouse.build.dbt_files import MARK, dbt_files, write_dbt_files
from warehouse.build.dbt_files.intermediate import BELOW
from warehouse.catalogue.facts import facts_page


def _copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DBT_PROJECT, tmp_path / "dbt_project", ignore=shutil.ignore_patterns("target", "logs")))


def test_the_files_are_those_of_the_sheets(tmp_path: Path) -> None:
    assert write_dbt_files(_copy(tmp_path)) == [], "run: make sheets"


def test_the_page_of_facts_is_that_of_the_sheets() -> None:
    page = (DBT_PROJECT.parent / "docs" / "facts.md").read_text("utf-8")
    assert page == facts_page(load_sheets().values()), "run: make sheets"


def test_every_written_file_says_so_in_its_first_line() -> None:
    files = dbt_files()
    by_hand = {p for p, text in files.items() if BELOW in text}
    assert all(MARK in text.partition("\n")[0] for p, text in files.items() if p not in by_hand)
    assert all(p.match("models/intermediate/*/int_*.yml") for p in by_hand)


def test_what_no_sheet_asks_for_is_removed(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    (project / "sheets" / "councils" / "votes.yml").unlink()
    gone = {p.name for p in write_dbt_files(project) if not (project / p).exists()}
    assert {"votes.yml", "stg_bronze__votes.sql", "int_votes__identified.sql", "int_votes__admitted.sql"} <= gone


def test_what_is_written_is_read_again_as_it_was(tmp_path: Path) -> None:
    """A folded line once put a space into a pattern."""
    files = dbt_files()
    for table in load_tables().values():
        if table.is_after_dbt:
            continue
        written = yaml.safe_load(files[Path(f"models/marts/{table.family}/{table.name}.yml")])["models"][0]
        for column, told in zip(table.columns, written["columns"], strict=True):
            assert told["config"]["meta"].get("pattern") == column.pattern
            assert told["config"]["meta"].get("codes", []) == list(column.codes)


def test_a_model_written_by_hand_takes_the_words_of_its_sheet(tmp_path: Path) -> None:
    """Its own column keeps its own words; what the sheet says of the others follows the sheet."""
    project = _copy(tmp_path)
    path = project / "models/intermediate/notices/int_petitions__withheld.yml"
    own = f"- name: signature_count\n        description: Withheld below five\n      # {BELOW}"
    path.write_text(path.read_text("utf-8").replace(f"# {BELOW}", own), "utf-8")
    sheet = project / "sheets/notices/petitions.yml"
    sheet.write_text(sheet.read_text("utf-8").replace('en: "Permanent id"', 'en: "Never changes"'), "utf-8")
    assert path.relative_to(project) in write_dbt_files(project)
    told = yaml.safe_load(path.read_text("utf-8"))
    words = {c["name"]: c["description"] for c in told["models"][0]["columns"]}
    assert (words["signature_count"], words["petition_id"]) == ("Withheld below five", "Never changes")
    assert len(words) == len(told["models"][0]["columns"])
    assert told["unit_tests"], "what stands below is untouched"
    assert write_dbt_files(project) == []


def test_what_cannot_be_described_is_told_with_its_file(tmp_path: Path) -> None:
    project = _copy(tmp_path)
    folder = project / "models/intermediate"
    for name, old, new in (
        ("notices/int_petitions__withheld.yml", "[int_petitions__admitted, petitions]", "[int_nothing, petitions]"),
        ("notices/int_consultations__withheld.yml", f"# {BELOW}\n", "# Written by somebody\n"),
        ("access/int_information_request_statistics__withheld.yml", "[last_captured_at]", "[no_such_column]"),
    ):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(SheetError) as told:
        dbt_files(project)
    assert "int_petitions__withheld.yml: columns_of: no sheet says what int_nothing holds" in str(told.value)
    assert "int_consultations__withheld.yml: write one line below the columns that it makes" in str(told.value)
    assert "statistics__withheld.yml: without: no such column no_such_column" in str(told.value)
