"""Texts that are cut to what a column holds are still texts that a column may hold."""

from __future__ import annotations

from ingest.text.limits import MAX_TEXT_CHARS, limited


def test_a_long_text_is_cut() -> None:
    assert limited("نص " * 300) == ("نص " * 200).rstrip()
    assert limited("قصير") == "قصير"


def test_a_cut_text_does_not_end_with_a_space() -> None:
    """A point of 700 letters with a space at the wrong place once stopped the night (`without_hidden_marks`)."""
    assert limited("a" * (MAX_TEXT_CHARS - 1) + " b") == "a" * (MAX_TEXT_CHARS - 1)
