"""Pages are what they are, and state the days that they state: no day of a law, a letter, an earlier meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.read.documents.reader import DocumentReader
from ingest.records import Document
from tests.ingest.read.kinds.pages import Page, days_in, pages_of, read

PAGES = [page for path in sorted(Path(__file__).parent.glob("*.txt")) for page in pages_of(path)]


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as opened:
        yield opened


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_what_it_is_and_states_its_days(page: Page, reader: DocumentReader) -> None:
    records = read(page, reader)
    kinds = [r.kind_code for r in records if isinstance(r, Document)]
    assert (kinds, days_in(records)) == ([page.kind], {role: tuple(sorted(d)) for role, d in page.days.items()})


def test_every_page_has_a_name_of_its_own() -> None:
    assert len({page.name for page in PAGES}) == len(PAGES)
