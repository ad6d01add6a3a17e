"""What readers tell each other of one document: the records made so far, by kind, each kind in the order it was read.

A reader that depends on what another has found asks for it here by name; none looks through all records.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.records import (
    AgendaItem,
    Agreement,
    Commitment,
    Consultation,
    Decision,
    Event,
    Grant,
    Keyed,
    Mention,
    Petition,
    Plan,
    Session,
    Tender,
)


@dataclass(frozen=True)
class Findings:
    """Records of one document that another reader asks for; filled by the emitter alone."""

    sessions: list[Session] = field(default_factory=list)
    agenda_items: list[AgendaItem] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    tenders: list[Tender] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    petitions: list[Petition] = field(default_factory=list)
    consultations: list[Consultation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    facts: list[Keyed] = field(default_factory=list)
    """Every record but the mentions: a document that only names somebody tells nothing."""

    def take(self, record: Keyed) -> None:
        """Put a record where readers ask for its kind."""
        if not isinstance(record, Mention):
            self.facts.append(record)
        match record:
            case Session():
                self.sessions.append(record)
            case AgendaItem():
                self.agenda_items.append(record)
            case Decision():
                self.decisions.append(record)
            case Tender():
                self.tenders.append(record)
            case Grant():
                self.grants.append(record)
            case Petition():
                self.petitions.append(record)
            case Consultation():
                self.consultations.append(record)
            case Event():
                self.events.append(record)
            case Plan():
                self.plans.append(record)
            case Commitment():
                self.commitments.append(record)
            case Agreement():
                self.agreements.append(record)
            case _:
                pass  # No reader asks for it.
