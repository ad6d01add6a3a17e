from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import infitah
from infitah.cli import main
from ingest.home import Home


def invoke(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; sys.argv=['infitah','--help']\ntry:\n import infitah.cli as c; c.main()\nexcept SystemExit: pass\nprint([m for m in ('dagster','duckdb','pandas','great_expectations','rich') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]")


def test_reading_commands_do_not_import_dagster(sample_home: Home) -> None:
    code = f"import sys; from infitah.cli import main; main(['sql','--home',{str(sample_home.root)!r},'select 1'], standalone_mode=False); print('dagster' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("False")


@pytest.mark.parametrize("output", ["table", "csv", "json"])
def test_sql_in_three_formats(sample_home: Home, output: str) -> None:
    code, out = invoke(
        "sql",
        "--home",
        str(sample_home.root),
        "--format",
        output,
        "select count(*) as n from collectivities where not is_fictitious",
    )
    assert code == 0
    assert "1590" in out
    if output == "json":
        assert json.loads(out) == [{"n": 1590}]


def test_sql_errors_are_told_plainly(sample_home: Home) -> None:
    code, out = invoke("sql", "--home", str(sample_home.root), "select nothing from nowhere")
    assert code == 1
    assert out.startswith("infitah: ")


def test_connect_opens_the_latest_release(sample_home: Home) -> None:
    with infitah.connect(sample_home.root) as con:
        assert con.execute("select home_kind_code from _build").fetchall() == [("sample",)]


def test_sources_list_says_what_is_never_crawled() -> None:
    with CliRunner().isolated_filesystem():
        code, out = invoke("sources", "list", "--home", "h")
        assert not Path("h").exists(), "a listing makes no home"
    assert code == 0
    assert "ma-commune-tetouan-ogp" in out
    assert "never crawled" in out


def test_trace_prints_the_way_home(sample_home: Home) -> None:
    _, out = invoke(
        "sql", "--home", str(sample_home.root), "--format", "json", "select session_id from sessions limit 1"
    )
    key = json.loads(out)[0]["session_id"]
    code, out = invoke("trace", "--home", str(sample_home.root), "sessions", key)
    assert code == 0
    assert "re-hashed" in out


def test_dev_says_in_a_sentence_that_a_home_is_of_another_kind(sample_home: Home) -> None:
    code, out = invoke("dev", "--home", str(sample_home.root))
    assert code == 1
    assert "it is a sample home" in out
    assert "Traceback" not in out


def test_doctor_examines_a_home(sample_home: Home) -> None:
    code, out = invoke("doctor", "--home", str(sample_home.root))
    assert code == 0, out
    assert "captures re-opened and re-hashed" in out


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        ("origin: x\npublisher: y\nlicence: z\ncolour: blue\n", "colour"),
        ("origin: x\n", "publisher"),
        ("[", "reading the sidecar"),
        ("origin: x\npublisher: y\nlicence: z\nsource: nowhere\n", "inbox-documents"),
        ("origin: x\npublisher: y\nlicence: z\npublication_date: yesterday\n", "publication_date"),
    ],
)
def test_a_wrong_sidecar_is_refused_with_an_example(tmp_path: Path, sidecar: str, problem: str) -> None:
    (tmp_path / "d.txt").write_text("نص", "utf-8")
    (tmp_path / "s.yml").write_text(sidecar, "utf-8")
    code, out = invoke(
        "inbox", "add", "--home", str(tmp_path / "h"), str(tmp_path / "d.txt"), "--sidecar", str(tmp_path / "s.yml")
    )
    assert code == 1
    assert problem in out


def test_a_document_handed_in_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("نص", "utf-8")
    (tmp_path / "s.yml").write_text("origin: notes\npublisher: y\nlicence: none-seen\n", "utf-8")
    for _ in range(2):
        code, out = invoke(
            "inbox", "add", "--home", str(tmp_path / "h"), str(tmp_path / "d.txt"), "--sidecar", str(tmp_path / "s.yml")
        )
        assert code == 0
        assert "no quotation" in out
    assert len(list((tmp_path / "h" / "inbox").iterdir())) == 1


@pytest.mark.parametrize("name", ["empty.txt", "film.mp4", "nothing.txt"])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    if name != "nothing.txt":
        (tmp_path / name).write_bytes(b"" if name == "empty.txt" else b"x")
    (tmp_path / "s.yml").write_text("origin: notes\npublisher: y\nlicence: none-seen\n", "utf-8")
    code, out = invoke(
        "inbox", "add", "--home", str(tmp_path / "h"), str(tmp_path / name), "--sidecar", str(tmp_path / "s.yml")
    )
    assert code == 1
    assert "adding" in out
