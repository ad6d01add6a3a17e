"""Notices of councils: tenders, grants, petitions, consultations."""

from __future__ import annotations

import decimal
from dataclasses import dataclass

from ingest.records.dates import FlaggedDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Tender(Keyed, table="tenders", prefix="ten"):
    collectivity_id: str | None
    kind_code: str
    reference_text: str | None
    title: str
    status_code: str
    published_date: FlaggedDate
    closing_date: FlaggedDate
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Grant(Keyed, table="grants", prefix="gra"):
    collectivity_id: str
    session_key: str | None
    decision_key: str | None
    beneficiary_name: str
    purpose: str | None
    year: int | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Petition(Keyed, table="petitions", prefix="pet"):
    collectivity_id: str
    title: str
    status_code: str
    agenda_item_key: str | None
    signature_count: int | None
    submitted_date: FlaggedDate


@dataclass(frozen=True, kw_only=True)
class Consultation(Keyed, table="consultations", prefix="cst"):
    collectivity_id: str | None
    title: str
    kind_code: str
    status_code: str
    start_date: FlaggedDate
    end_date: FlaggedDate
    participant_count: int | None


@dataclass(frozen=True, kw_only=True)
class StatedSum(Keyed, table="stated_sums", prefix="sum"):
    collectivity_id: str | None
    """Whose act or site it is; the sum may be paid by another."""
    session_key: str | None
    amount_mad: decimal.Decimal | None
    """As far as the words say it: with `relation_code` beside it; None where they are not read whole."""
    amount_raw: str
    relation_code: str
    """exactly, more_than, at_least, about, up_to or less_than."""
    purpose: str
    """The words around the sum that say what it is for."""


@dataclass(frozen=True, kw_only=True)
class StatedDeadline(Keyed, table="stated_deadlines", prefix="dln"):
    collectivity_id: str | None
    deadline_date: FlaggedDate
    """The last day on which the public may do what the words say."""
    purpose: str
    """The sentence that says it."""
