"""Promise 7, measured: recall and false hits of the personal-data scan on a labelled set (`labelled.py`)."""

from __future__ import annotations

import pytest

from expectations.personal_data import find_personal_data
from tests.expectations.labelled import clean, planted


@pytest.mark.parametrize("seed", [20261124, 1, 2])
def test_promise_7_private_values_are_found(seed: int) -> None:
    found = planted(seed)
    assert len(found) >= 500
    missed = [x for x in found if x.kind not in find_personal_data(x.text)]
    assert 1 - len(missed) / len(found) >= 0.99, missed[:10]


@pytest.mark.parametrize("seed", [7, 8])
def test_promise_7_council_prose_is_left_alone(seed: int) -> None:
    texts = clean(seed)
    assert len(texts) >= 20_000
    hits = [x.text for x in texts if find_personal_data(x.text)]
    assert len(hits) <= len(texts) / 10_000, hits[:10]
