"""A document as the readers hand it on."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Outcomes of reading a capture (DESIGN.md §2, promise 6).
STATUSES = ("ok", "gone", "empty", "unreadable", "layout_changed", "parse_error")


@dataclass(frozen=True)
class ReadDocument:
    """Text with offsets that evidence points into, and how far it can be trusted."""

    status: str
    text: str = ""
    title: str | None = None
    date_text: str | None = None
    """The publication date as the page shows it, unread."""
    reason: str | None = None
    page_count: int | None = None
    is_layout_matched: bool = True
    measures: dict[str, float] = field(default_factory=dict)
    links: tuple[str, ...] = ()
