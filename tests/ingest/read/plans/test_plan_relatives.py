"""Plan documents in four formats whose labels and layouts no list has: what they hold is read, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ingest.read.documents.reader import DocumentReader
from ingest.records import Commitment, Keyed, Milestone
from tests.accuracy.plan_documents import read_plan
from tests.ingest.read.plans.relatives import Relative, made, relatives

MADE = [(relative, form) for relative in relatives() for form in relative.formats]


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as opened:
        yield opened


def _row(indent: str, *cells: str | None) -> str:
    return indent + "|".join(cell or "" for cell in cells)


def _told(records: Sequence[Keyed]) -> list[str]:
    """Commitments and their milestones, in the manner of the documents."""
    found = []
    for c in (r for r in records if isinstance(r, Commitment)):
        state = c.status_code if c.status_code != "unstated" else ""
        found.append(_row("", c.title, c.start_date.value, c.end_date.value, c.lead_name, state))
        for m in (r for r in records if isinstance(r, Milestone) and r.commitment_key == c.natural_key):
            state = m.status_code if m.status_code != "unstated" else ""
            found.append(_row("  ", m.title, m.start_date.value, m.due_date.value, state))
    return found


@pytest.mark.parametrize(("relative", "form"), MADE, ids=[f"{r.name}-{form}" for r, form in MADE])
def test_a_plan_document_is_read(relative: Relative, form: str, reader: DocumentReader, tmp_path: Path) -> None:
    path = tmp_path / f"plan.{form}"
    path.write_bytes(made(relative, form))
    assert _told(read_plan(path, relative.holder, reader)) == list(relative.holds)
