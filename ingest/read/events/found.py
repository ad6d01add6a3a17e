"""An event while its document is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.read.context import Sentence
from ingest.read.events.actors import Actor
from ingest.text.dates import PartialDate


@dataclass
class FoundEvent:
    """An event as the sentences so far tell of it."""

    kind: str
    family: str
    status: str
    sentence: Sentence
    """Where it is told first, at folded offsets [start, end)."""
    start: int
    end: int
    title: str
    date: PartialDate | None = None
    told_in: Sentence | None = None
    """Where the day stands, if in another sentence."""
    place: str | None = None
    place_id: str | None = None
    is_remote: bool = False
    roles: list[tuple[str, Sentence, Actor]] = field(default_factory=list)
    from_heading: bool = False
    """Named by a heading alone: the sentence that reports it takes its place."""
