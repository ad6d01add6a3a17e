"""The spreadsheet CSV in a real spreadsheet program: Arabic intact, one column per column, nothing run."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from expectations.sheets.load import load_tables
from ingest.home import Home
from warehouse.formats.tables import spreadsheet_cell
from warehouse.release.tree import latest_folder

pytestmark = pytest.mark.real


def convert(path: Path, folder: Path) -> Path:
    # Separator and quote as LibreOffice numbers them: semicolon 59, double quote 34, UTF-8 76.
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/profile",
        "--infilter=CSV:59,34,76",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run([*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=180)
    return folder / path.with_suffix(".xlsx").name


@pytest.mark.parametrize("table", ["sessions", "statements", "collectivities"])
def test_the_spreadsheet_csv_opens_with_arabic_intact(sample_home: Home, tmp_path: Path, table: str) -> None:
    release = latest_folder(sample_home)
    assert release is not None
    source = tmp_path / f"{table}.csv"
    shutil.copy(release / f"sample-{table}.spreadsheet.csv", source)
    sheet = load_workbook(convert(source, tmp_path)).active
    assert sheet is not None
    rows = list(csv.reader(source.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert [c.value for c in sheet[1]] == rows[0]
    assert sheet.max_row == len(rows)
    text = [i for i, c in enumerate(load_tables()[table].columns) if c.kind == "text" and not c.name.startswith("hcp")]
    for number, row in enumerate(rows[1:200], start=2):
        for i in text:
            assert (sheet.cell(number, i + 1).value or "") == row[i]


def test_a_cell_that_a_spreadsheet_would_run_is_text(tmp_path: Path) -> None:
    column = load_tables()["plans"].column("title")
    source = tmp_path / "cells.csv"
    dangerous = ["=1+1", '=HYPERLINK("http://a.example")', "+1", "-1", "@x"]
    with source.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";", lineterminator="\r\n")
        writer.writerow(["title"])
        writer.writerows([spreadsheet_cell(d, column)] for d in dangerous)
    sheet = load_workbook(convert(source, tmp_path)).active
    assert sheet is not None
    for cell in sheet["A"][1:]:
        assert cell.data_type != "f"
