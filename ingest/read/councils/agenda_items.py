"""A point of an agenda as it is read, and what a line says became of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.read.councils.outcome_patterns import MAJORITY
from ingest.read.councils.outcomes import Outcome
from ingest.read.lines import Line


@dataclass(frozen=True)
class Said:
    """An outcome and the line that states it."""

    outcome: Outcome
    line: Line


@dataclass(frozen=True)
class Lead:
    """Words at the head of a title that may say its outcome, and the document offset behind them."""

    said: Said
    start: int


@dataclass
class Item:
    """A point: where its title stands in the document, its number, what became of it."""

    number: int | None
    order: int
    """Its place in the agenda, from 1."""
    start: int
    end: int
    said: Said | None = None
    decision_number: int | None = None
    lead: Lead | None = None
    """What its head may say: that is its outcome where another point begins with one."""
    heading: Said | None = None
    """What the heading that it stands under says of all points below."""

    @property
    def outcome(self) -> Outcome | None:
        return self.said.outcome if self.said else None

    @property
    def outcome_line(self) -> Line | None:
        return self.said.line if self.said else None

    def title(self, text: str) -> str:
        return text[self.start : self.end]

    def decide(self, outcome: Outcome | None, line: Line) -> None:
        """Keep what a line says became of the point; where that is known, the manner and counts that it lacks."""
        if outcome is None:
            return
        if self.said is None:
            self.said = Said(outcome, line)
        elif self.said.outcome.result == outcome.result:
            self.said = Said(completed(self.said.outcome, outcome, self.said.line), self.said.line)


def completed(known: Outcome, other: Outcome, line: Line) -> Outcome:
    """An outcome with the manner and counts of another telling of the same, where it has none itself.

    Two tellings that contradict each other are of two points: the known one stays as it is.
    """
    is_majority = MAJORITY.search(line.text) is not None
    if (known.is_unanimous and other.against_count) or (is_majority and other.is_unanimous):
        return known
    is_unanimous = known.is_unanimous or (other.is_unanimous and not known.against_count)
    if (known.for_count, known.against_count, known.abstention_count) != (None, None, None):
        return replace(known, is_unanimous=is_unanimous)
    return replace(
        known,
        is_unanimous=is_unanimous and not other.against_count,
        for_count=other.for_count,
        against_count=other.against_count,
        abstention_count=other.abstention_count,
    )


@dataclass
class Agenda:
    """Points in the order in which they stand."""

    items: list[Item] = field(default_factory=list)

    @property
    def next_order(self) -> int:
        return len(self.items) + 1

    def by_number(self, number: int | None) -> Item | None:
        """The point of a stated number; the n-th where points have none."""
        if number is None:
            return None
        stated = next((i for i in self.items if i.number == number), None)
        if stated is not None or any(i.number is not None for i in self.items):
            return stated
        return self.items[number - 1] if 0 < number <= len(self.items) else None
