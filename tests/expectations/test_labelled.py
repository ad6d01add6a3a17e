"""Promise 7, measured: recall and false hits of the personal-data scan on three labelled sets.

`labelled` came with the first patterns; `unseen` and `held_out` were written in a later session, before the patterns were looked at (docs/adr/0018 tells what
they showed on their first run).
"""

from __future__ import annotations

from types import ModuleType

import pytest

from expectations.personal_data.patterns import find_personal_data
from tests.expectations import held_out, labelled, unseen

KINDS = {"national_id": "cin"}
SETS = pytest.mark.parametrize("texts", [labelled, unseen, held_out], ids=lambda m: m.__name__.rsplit(".", 1)[1])


@SETS
@pytest.mark.parametrize("seed", [20261124, 1, 2])
def test_promise_7_private_values_are_found(texts: ModuleType, seed: int) -> None:
    planted = [(x.text, KINDS.get(x.planted or "", x.planted)) for x in texts.planted(seed)]
    assert len(planted) >= 500
    missed = [(text, kind) for text, kind in planted if kind not in find_personal_data(text)]
    assert 1 - len(missed) / len(planted) >= 0.99, missed[:10]


@SETS
@pytest.mark.parametrize("seed", [7, 8])
def test_promise_7_council_prose_is_left_alone(texts: ModuleType, seed: int) -> None:
    clean = [x.text for x in texts.clean(seed)]
    assert len(clean) >= 20_000
    hits = [text for text in clean if find_personal_data(text)]
    assert len(hits) <= len(clean) / 10_000, hits[:10]
