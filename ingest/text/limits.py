"""How long the text of a published column may be, and how large the sums of each kind of fact."""

from __future__ import annotations

from decimal import Decimal

#: Longest text of a published column (`max_text_length` in dbt_project/macros/bronze.sql).
MAX_TEXT_CHARS = 600

#: A sum above these is a misprint or was misread: ten times and more what the largest acts of councils come to. An act
#: of a region moves thousands of millions, a tender of theirs hundreds, and an association is given a few.
MAX_ACT_MAD = Decimal(10) ** 11
MAX_TENDER_MAD = Decimal(10) ** 10
MAX_GRANT_MAD = Decimal(10) ** 9


def limited(text: str) -> str:
    """The beginning of a text, as much of it as a published column holds; it ends with a word, not with a space."""
    return text[:MAX_TEXT_CHARS].rstrip()
