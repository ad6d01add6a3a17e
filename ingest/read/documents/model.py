"""A document as the readers hand it on."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ReadDocument:
    """Text with offsets that evidence points into, and how far it can be trusted."""

    status: str
    """ok, gone, empty, unreadable, layout_changed or parse_error (DESIGN.md §2, promise 6)."""
    text: str = ""
    title: str | None = None
    date_text: str | None = None
    """The publication date as the page shows it, unread."""
    reason: str | None = None
    page_count: int | None = None
    is_layout_matched: bool = True
    measures: dict[str, float] = field(default_factory=dict)
    links: tuple[str, ...] = ()
