"""How long the text of a published column may be."""

from __future__ import annotations

#: Longest text of a published column (`max_text_length` in dbt_project/macros/bronze.sql).
MAX_TEXT_CHARS = 600


def limited(text: str) -> str:
    """The beginning of a text, as much of it as a published column holds; it ends with a word, not with a space."""
    return text[:MAX_TEXT_CHARS].rstrip()
