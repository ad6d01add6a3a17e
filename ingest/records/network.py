"""Memberships of networks, and statements of figures and states of affairs."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.records.dates import BasedDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Membership(Keyed, table="memberships", prefix="mem"):
    network_key: str
    member_kind_code: str
    collectivity_id: str | None
    country_code: str | None
    member_name: str
    start_date: BasedDate


@dataclass(frozen=True, kw_only=True)
class Statement(Keyed, table="statements", prefix="sta"):
    subject_kind_code: str
    subject_key: str
    measure_code: str
    relation_code: str
    value_count: int | None
    value_date: str | None
    value_date_precision_code: str | None
    value_text: str | None
    value_raw: str
    stated_by_code: str
    stated_by_function_code: str | None
    as_of_date: str | None
