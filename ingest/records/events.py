"""Events, who took part in what, and agreements."""

from __future__ import annotations

import decimal
from dataclasses import dataclass

from ingest.records.dates import UNSTATED, FlaggedDate, FullDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Event(Keyed, table="events", prefix="evt"):
    kind_code: str
    status_code: str
    title: str
    start_date: FullDate
    start_month: int | None
    start_weekday_code: str | None
    end_date: FlaggedDate = UNSTATED
    """The last day of one that lasts several, as the source says."""
    place_name: str | None
    place_collectivity_id: str | None
    is_remote: bool


@dataclass(frozen=True, kw_only=True)
class Participation(Keyed, table="participations", prefix="par"):
    activity_kind_code: str
    activity_key: str | None
    activity_name: str
    role_code: str
    participant_kind_code: str
    participant_key: str | None
    participant_name: str
    function_code: str | None
    is_members_of: bool


@dataclass(frozen=True, kw_only=True)
class Agreement(Keyed, table="agreements", prefix="agr"):
    title: str
    subjects: str | None
    signed_date: FullDate
    signed_month: int | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None
