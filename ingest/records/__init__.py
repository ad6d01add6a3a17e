"""The typed bronze records, a module a family: the contract between ingest and everything else.

One frozen dataclass per kind of observation, which says its table and what its ids begin with; `BRONZE` has them all.
Every record carries an `Origin`. Values are as the source states them: a missing value is None, never a default.
Natural keys match observations of one thing; permanent ids are minted in `ingest.ledger.identity`. How records become
columns stands in `ingest.records.columns`.
"""

from __future__ import annotations

from ingest.records.access import InformationBody, InformationRequestStatistic
from ingest.records.councils import AgendaItem, Decision, PublicationDuty, Session, Sitting, Vote
from ingest.records.dates import UNSTATED, StatedDate
from ingest.records.documents import Document, Finding, Mention, ParsedCapture
from ingest.records.events import Agreement, Event, Participation
from ingest.records.network import Membership, Statement
from ingest.records.notices import Consultation, Grant, Petition, StatedDeadline, StatedSum, Tender
from ingest.records.origin import KINDS, Keyed, Origin
from ingest.records.plans import (
    Assessment,
    Commitment,
    Milestone,
    OpennessProject,
    Plan,
    PlanAxis,
    PlanHolder,
    PlanVersion,
)
from ingest.records.reference import Collectivity, Holiday, LegalParameter, Mandate, Subject

#: Name of the data set → kind of record.
BRONZE: dict[str, type[Keyed]] = {kind.table: kind for kind in KINDS}

#: Kinds whose things receive permanent ids from the identity register (ADR 0005).
IDENTIFIED = tuple(table for table, kind in BRONZE.items() if kind.prefix is not None)

#: Kinds that are read from reviewed files and have keys of their own.
REFERENCE_TABLES = tuple(kind.table for kind in KINDS if kind.__module__ == Collectivity.__module__)

__all__ = [
    "BRONZE",
    "IDENTIFIED",
    "REFERENCE_TABLES",
    "UNSTATED",
    "AgendaItem",
    "Agreement",
    "Assessment",
    "Collectivity",
    "Commitment",
    "Consultation",
    "Decision",
    "Document",
    "Event",
    "Finding",
    "Grant",
    "Holiday",
    "InformationBody",
    "InformationRequestStatistic",
    "Keyed",
    "LegalParameter",
    "Mandate",
    "Membership",
    "Mention",
    "Milestone",
    "OpennessProject",
    "Origin",
    "ParsedCapture",
    "Participation",
    "Petition",
    "Plan",
    "PlanAxis",
    "PlanHolder",
    "PlanVersion",
    "PublicationDuty",
    "Session",
    "Sitting",
    "StatedDate",
    "StatedDeadline",
    "StatedSum",
    "Statement",
    "Subject",
    "Tender",
    "Vote",
]
