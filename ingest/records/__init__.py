"""The typed bronze records, a module a family: the contract between ingest and everything else.

One frozen dataclass per kind of observation; `BRONZE` maps each to the name of its Parquet data set. Every record
carries an `Origin`. Values are as the source states them: a missing value is None, never a default. Natural keys match
observations of one thing; permanent ids are minted in `ingest.ledger.identity`. How records become columns stands in
`ingest.records.columns`.
"""

from __future__ import annotations

from ingest.records.access import InformationBody, InformationRequestStatistic
from ingest.records.councils import AgendaItem, Decision, PublicationDuty, Session, Sitting, Vote
from ingest.records.dates import UNSTATED, StatedDate
from ingest.records.documents import Document, Finding, Mention, ParsedCapture
from ingest.records.events import Agreement, Event, Participation
from ingest.records.network import Membership, Statement
from ingest.records.notices import Consultation, Grant, Petition, Tender
from ingest.records.origin import Keyed, Origin
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
from ingest.records.reference import Collectivity, Holiday, LegalParameter, Mandate

BRONZE: dict[str, type[Keyed]] = {
    "documents": Document,
    "sessions": Session,
    "agenda_items": AgendaItem,
    "memberships": Membership,
    "statements": Statement,
    "plans": Plan,
    "plan_axes": PlanAxis,
    "agreements": Agreement,
    "events": Event,
    "participations": Participation,
    "mentions": Mention,
    "collectivities": Collectivity,
    "sittings": Sitting,
    "decisions": Decision,
    "votes": Vote,
    "plan_versions": PlanVersion,
    "plan_holders": PlanHolder,
    "commitments": Commitment,
    "milestones": Milestone,
    "assessments": Assessment,
    "openness_projects": OpennessProject,
    "tenders": Tender,
    "grants": Grant,
    "petitions": Petition,
    "consultations": Consultation,
    "information_bodies": InformationBody,
    "information_request_statistics": InformationRequestStatistic,
    "publication_duties": PublicationDuty,
    "findings": Finding,
    "legal_parameters": LegalParameter,
    "mandates": Mandate,
    "holidays": Holiday,
    "parsed_captures": ParsedCapture,
}

#: Kinds that are read from reviewed files and have keys of their own.
REFERENCE_TABLES = ("collectivities", "legal_parameters", "mandates", "holidays")

#: Kinds whose things receive permanent ids from the identity register (ADR 0005).
IDENTIFIED = (
    "documents",
    "sessions",
    "agenda_items",
    "memberships",
    "statements",
    "plans",
    "plan_axes",
    "agreements",
    "events",
    "participations",
    "mentions",
    "sittings",
    "decisions",
    "votes",
    "plan_versions",
    "plan_holders",
    "commitments",
    "milestones",
    "assessments",
    "openness_projects",
    "tenders",
    "grants",
    "petitions",
    "consultations",
    "information_bodies",
    "information_request_statistics",
    "publication_duties",
    "findings",
)

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
    "Statement",
    "Tender",
    "Vote",
]
