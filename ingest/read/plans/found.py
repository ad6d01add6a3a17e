"""A plan while its document is read, and the key by which plans match."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.read.context import Sentence
from ingest.text.dates import PartialDate


@dataclass(frozen=True)
class Figures:
    """How many commitments and axes a sentence gives a plan, at its folded [start, end), and the axes that it names."""

    sentence: Sentence
    start: int
    end: int
    commitments: int | None
    axes_stated: int | None
    axes: tuple[tuple[str, int, int], ...]

    @property
    def has_counts(self) -> bool:
        """Whether a number is stated, not only names."""
        return self.commitments is not None or self.axes_stated is not None

    @property
    def axis_count(self) -> int | None:
        """The stated number, else that of the names."""
        return self.axes_stated if self.axes_stated is not None else len(self.axes) or None


@dataclass(frozen=True)
class FoundPlan:
    """A plan as one place of the document speaks of it."""

    sentence: Sentence
    start: int
    end: int
    kind: str
    collectivity_id: str | None
    first: int | None
    last: int | None
    ordinal: int | None = None
    inferred: bool = False
    status: str = "stated"
    submitted: PartialDate | None = None
    adoption: PartialDate | None = None
    figures: Figures | None = None


def plan_key(kind: str, collectivity_id: str | None, first: int | None, last: int | None, url: str) -> str:
    """Kind, holder (Morocco where there is none) and years; a plan without years is its document's own."""
    period = f"{first}-{last}" if first else f"undated|{url}"
    return f"plan|{kind}|{collectivity_id or 'MA'}|{period}"
