from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.read.documents.pdf import extract_pdf
from ingest.read.documents.reader import DocumentReader
from tests.ingest.read.documents.printed import page


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", ["arabic-prose-with-latin", "arabic-vocalised"])
def test_text_equals_the_reference_transcript(shared: Path, name: str) -> None:
    read = extract_pdf((shared / f"data/pdf/{name}.pdf").read_bytes())
    assert read.status == "ok"
    assert _bare(read.text) == _bare((shared / f"data/pdf/{name}.reference.txt").read_text("utf-8"))


def test_a_corrupt_text_layer_is_unreadable_with_its_measures(shared: Path) -> None:
    payload = (shared / "data/pdf/arabic-government-programme-corrupt-text-layer.pdf").read_bytes()
    with DocumentReader() as reader:
        read = reader.read(payload)
    assert read.status == "unreadable"
    assert read.reason is not None
    assert "corrupt text layer" in read.reason
    assert read.measures["waw_share"] > 0.12
    assert read.text == ""


def test_a_malformed_file_is_a_result_and_the_reader_goes_on() -> None:
    with DocumentReader() as reader:
        assert reader.read(b"%PDF-1.7 nothing here").status == "unreadable"
        assert reader.read(b"%PDF-1.4\n%%EOF").status == "unreadable"


GRANTS = [["Association", "Montant (DH)"], ["Association Al Amal", "150000"], ["Association Ennour", "90 000,00"]]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.6])
def test_a_glyph_that_is_drawn_twice_is_one(shift: float) -> None:
    read = extract_pdf(page("Subventions de la commune", GRANTS, shift=shift))
    assert read.text.split("\n") == ["Subventions de la commune", *(" | ".join(row) for row in GRANTS)]
