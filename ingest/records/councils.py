"""What councils do: sessions, sittings, points, decisions, votes, duties fulfilled."""

from __future__ import annotations

import decimal
from dataclasses import dataclass

from ingest.records.dates import UNSTATED, FlaggedDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Session(Keyed, table="sessions", prefix="ses"):
    body_key: str
    collectivity_id: str | None
    kind_code: str
    status_code: str
    """announced, held, cancelled or postponed."""
    year: int | None
    month: int | None
    number: int | None
    start_date: FlaggedDate
    """The day on which it was held; of one that was not, the day for which it was called."""
    postponed_to_date: FlaggedDate = UNSTATED
    """The day to which the source says that it was put off."""
    stated_item_count: int | None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Keyed, table="agenda_items", prefix="itm"):
    session_key: str
    item_number: int
    title: str
    subjects: str | None
    """What the title is about: codes of `the table `subjects``, separated by a space."""
    status_code: str
    amount_mad: decimal.Decimal | None
    """None where the title names several amounts."""
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Sitting(Keyed, table="sittings", prefix="sit"):
    session_key: str
    sitting_number: int | None
    status_code: str
    """announced, held, cancelled, postponed, adjourned (begun and broken off) or no_quorum."""
    start_date: FlaggedDate
    postponed_to_date: FlaggedDate = UNSTATED
    """As of a session."""
    place_name: str | None
    present_count: int | None
    member_count: int | None


@dataclass(frozen=True, kw_only=True)
class Decision(Keyed, table="decisions", prefix="dec"):
    body_key: str
    collectivity_id: str
    session_key: str | None
    agenda_item_key: str | None
    decision_number: int | None
    numbering_scope_code: str
    year: int | None
    title: str
    subjects: str | None
    outcome_code: str
    subject_count: int | None
    decided_date: FlaggedDate
    amount_mad: decimal.Decimal | None
    amount_raw: str | None
    affects_code: str | None
    affected_decision_key: str | None
    affected_decision_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Vote(Keyed, table="votes", prefix="vot"):
    session_key: str | None
    agenda_item_key: str | None
    decision_key: str | None
    result_code: str
    is_unanimous: bool
    for_count: int | None
    against_count: int | None
    abstention_count: int | None
    base_code: str
    vote_raw: str | None


@dataclass(frozen=True, kw_only=True)
class PublicationDuty(Keyed, table="publication_duties", prefix="dut"):
    """Something that a council has to publish, found on a page of its site.

    What is not found is said of whole sites, by dbt.
    """

    duty_code: str
    collectivity_id: str
    period_year: int | None
    """None for what belongs to no year: it counts for the year in which it was seen."""
    status_code: str
    """published or partial."""
    found_url: str
