"""Organizations in sentences of councils: each that is named is found with its own words, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy.organizations import is_same, mentions_in

_LINES = Path(__file__).with_name("organization_names.txt").read_text("utf-8").splitlines()
SENTENCES = [line.partition(" |") for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize(("text", "names"), [(text, names) for text, _, names in SENTENCES])
def test_a_sentence_names_these(text: str, names: str) -> None:
    wanted = [name.strip() for name in names.split(";") if name.strip()]
    found = mentions_in(text)
    assert len(found) == len(wanted), [text[a:b] for a, b in found]
    for name in wanted:
        start = text.index(name)
        assert any(is_same(span, (start, start + len(name))) for span in found), name
