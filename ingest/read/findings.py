"""What readers tell each other of one document: the records made so far, by kind, each kind in the order it was read.

A reader that depends on what another has found asks for its kind; none looks through all records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, cast

from ingest.records import Keyed, Mention

Kind = TypeVar("Kind", bound=Keyed)


@dataclass(frozen=True)
class Findings:
    """Records of one document; filled by the emitter alone."""

    facts: list[Keyed] = field(default_factory=list)
    """Every record but the mentions: a document that only names somebody tells nothing."""
    _by_kind: dict[type[Keyed], list[Keyed]] = field(default_factory=dict)

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The records of one kind so far."""
        return cast(list[Kind], self._by_kind.setdefault(kind, []))

    def take(self, record: Keyed) -> None:
        """Put a record where readers ask for its kind."""
        if not isinstance(record, Mention):
            self.facts.append(record)
        self.of(type(record)).append(record)
