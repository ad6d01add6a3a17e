"""The access-to-information portal: bodies and their figures."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.records.dates import PlainDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class InformationBody(Keyed, table="information_bodies", prefix="ifb"):
    kind_code: str
    parent_information_body_key: str | None
    collectivity_id: str | None
    name_ar: str | None
    name_fr: str | None
    has_information_officer: bool
    officer_function_name: str | None
    contact_email: str | None


@dataclass(frozen=True, kw_only=True)
class InformationRequestStatistic(Keyed, table="information_request_statistics", prefix="irs"):
    information_body_key: str | None
    publisher_code: str
    scope_code: str
    institution_kind_code: str | None
    measure_code: str
    value_count: int | None
    value_raw: str | None
    period_date: PlainDate
    """The month that a figure counts; unstated for one that counts from the beginning."""
    is_including_complaints: bool
    rounding_code: str
    as_of_date: PlainDate
