"""The automaton finds the stems that stand, whatever was asked before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text import standing
from ingest.text.standing import Choice, Stems

_WORDS = st.text(alphabet="ab ور1", max_size=4)
_TEXTS = st.text(alphabet="ab ور12", max_size=40)


def _made() -> standing._Index:
    """The index with an automaton over all that waits."""
    standing._INDEX._make()
    return standing._INDEX


@settings(deadline=None)
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=4), min_size=1, max_size=5), _TEXTS, st.booleans())
def test_what_stands_is_what_is_found_one_by_one(words: list[list[str]], text: str, is_made: bool) -> None:
    asked = [Stems(w) for w in words]
    choice = Choice(asked, lambda stems: stems)
    expected = [s for s in asked if any(w in text for w in s.all)]
    assert list(choice.standing_in(text)) == expected
    if is_made:
        _made()
    assert list(choice.standing_in(text)) == expected
    assert [s for s in asked if s.stand_in(text)] == expected
    for start in range(0, len(text), 7):
        for s in asked:
            assert s.stand_behind(text, start) == any(w in text[start:] for w in s.all)
            if any(w in text[start : start + 9] for w in s.all):
                assert s.stand_between(text, start, start + 9)


def test_a_long_text_is_gone_through_only_when_it_is_asked_of_often() -> None:
    stems = Stems(("needle", "ابره"))
    stems.stand_in("")
    index, text = _made(), "hay " * standing._LONG_CHARS + "needle"
    assert all(stems.stand_in(text) for _ in range(standing._OFTEN))
    assert text not in index.masks
    assert stems.stand_in(text)
    assert text in index.masks
