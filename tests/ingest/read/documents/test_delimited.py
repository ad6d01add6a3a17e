"""CSV files as documents: one table, whatever the delimiter."""

from __future__ import annotations

import pytest

from ingest.read.documents.delimited import delimited_document


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_file_is_one_table(mark: str) -> None:
    rows = [["Programme 2025-2026", "", ""], ["Projet", "Service", "Fin"], ["Un portail", "Service du budget", "2025"]]
    read = delimited_document("\n".join(mark.join(row) for row in rows).encode())
    assert read is not None
    assert read.text.splitlines()[1:] == ["Projet | Service | Fin", "Un portail | Service du budget | 2025"]
    assert read.tables == ((0, len(read.text)),)


def test_a_text_without_columns_is_none() -> None:
    assert delimited_document(b"Only a sentence\nand another one\n") is None
