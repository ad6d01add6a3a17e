"""The child that opens documents: our own code breaking off in it costs the file, and code that is not there is told."""

from __future__ import annotations

import pytest

from ingest.read.documents.convert import SECONDS, ConversionFailed
from ingest.read.documents.files import read_file
from ingest.read.documents.html import Selectors
from ingest.read.documents.reader import DocumentReader, OwnReader, ReaderAbsent
from tests.infitah.hostile import PDFS

PAGE = "<html><body><main><p>عقد مجلس جماعة بني خيال دورته العادية.</p></main></body></html>".encode()
BROKEN = """
from ingest.read.documents import reader
def read_html_page(*_):
    undefined_name
reader.read_html_page = read_html_page
reader.serve()
"""


def test_code_that_breaks_off_costs_the_file_and_not_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.documents.reader._SERVE", BROKEN)
    with DocumentReader() as reader:
        first = reader.html(PAGE, None, Selectors(content=()))
        child = reader._child
        second = reader.html(PAGE, None, Selectors(content=()))
        assert reader._child is child
    assert first == second
    assert first.status == "unreadable"
    assert str(first.reason).startswith("NameError in <string>:")
    assert reader.kills == [first.reason] * 2


def test_code_that_does_not_import_is_told_before_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.documents.reader._SERVE", "import no_such_module")
    with DocumentReader() as reader, pytest.raises(ReaderAbsent, match="no_such_module"):
        reader.html(PAGE, None, Selectors(content=()))


def test_a_file_that_takes_too_long_is_cut_off_and_the_next_is_read() -> None:
    with DocumentReader(seconds=1) as reader:
        assert reader.read(PDFS["glyphs.pdf"]()).reason == "took longer than 1 s"
        assert reader.html(PAGE, None, Selectors(content=())).status != "unreadable"


def test_a_program_with_seconds_of_its_own_gets_them_before_the_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(payload: bytes, suffix: str) -> bytes:
        raise ConversionFailed("not here")

    monkeypatch.setattr("ingest.read.documents.files.convert", refuse)
    alarms: list[float] = []
    read_file(b"", ".doc", OwnReader(60, alarms.append), has_ocr=False)
    assert alarms == [60 + SECONDS]
