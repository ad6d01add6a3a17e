"""The model of points in prose is what its labelled pages teach (`make model`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.read.councils.acts import lists_in
from ingest.read.councils.learned import points
from tests.accuracy import train
from tests.accuracy.real.measure import sealed_pages

pytestmark = pytest.mark.real
#: Another processor may round the last digits of a probability otherwise.
_ROUNDING = 0.001


def test_the_model_is_what_its_pages_teach(tmp_path: Path) -> None:
    """Trained anew from the pages in the project it marks the same words, with the same certainty."""
    model = tmp_path / "model"
    train.train(train.FOLDERS, model)
    texts = [page.title + "\n" + page.clean for page in list(sealed_pages(train.FOLDERS[0]))[:40]]
    ours = [_told(text) for text in texts]
    with train.reading_with(model):
        again = [_told(text) for text in texts]
    assert [[span[:3] for span in found] for found in again] == [[span[:3] for span in found] for found in ours]
    differences = [
        abs(a[3] - b[3]) for one, two in zip(ours, again, strict=True) for a, b in zip(one, two, strict=True)
    ]
    assert sum(map(len, ours)) > 20
    assert max(differences) < _ROUNDING


def _told(text: str) -> list[tuple[int, int, int, float]]:
    lines, lists = lists_in(text)
    return [(s.line.index, s.start, s.end, s.certainty) for s in points.points_told(lines, lists.lines)]
