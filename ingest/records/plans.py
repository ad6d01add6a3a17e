"""Plans and programmes with what they promise, and how others judge it."""

from __future__ import annotations

import decimal
from dataclasses import dataclass

from ingest.records.dates import FlaggedDate, PlainDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Plan(Keyed, table="plans", prefix="pln"):
    kind_code: str
    holder_kind_code: str
    collectivity_id: str | None
    country_code: str | None
    ordinal_number: int | None
    title: str | None
    period_start_year: int | None
    period_end_year: int | None
    commitment_count: int | None
    axis_count: int | None
    is_attribution_inferred: bool
    status_code: str
    submitted_date: PlainDate
    planned_adoption_date: str | None
    planned_adoption_date_raw: str | None


@dataclass(frozen=True, kw_only=True)
class PlanAxis(Keyed, table="plan_axes", prefix="axi"):
    plan_key: str
    axis_number: int
    name: str
    is_attribution_inferred: bool


@dataclass(frozen=True, kw_only=True)
class PlanVersion(Keyed, table="plan_versions", prefix="plv"):
    plan_key: str
    version_number: int | None
    status_code: str
    title: str | None
    version_date: FlaggedDate
    declared_start_year: int | None
    declared_end_year: int | None
    effective_start_year: int | None
    effective_end_year: int | None


@dataclass(frozen=True, kw_only=True)
class PlanHolder(Keyed, table="plan_holders", prefix="plh"):
    plan_key: str
    holder_kind_code: str
    collectivity_id: str | None
    country_code: str | None
    role_code: str


@dataclass(frozen=True, kw_only=True)
class Commitment(Keyed, table="commitments", prefix="com"):
    plan_key: str | None
    """None where the source does not say of which plan it is."""
    plan_axis_key: str | None
    commitment_number: str | None
    """As text: plans number sub-commitments 4.1, B.1.A."""
    ogp_id: str | None
    title: str
    subjects: str | None
    lead_name: str | None
    partner_names: str | None
    start_date: FlaggedDate
    end_date: FlaggedDate
    status_code: str
    status_raw: str | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Milestone(Keyed, table="milestones", prefix="mil"):
    commitment_key: str
    milestone_number: int | None
    title: str
    start_date: FlaggedDate
    due_date: FlaggedDate
    status_code: str
    status_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Assessment(Keyed, table="assessments", prefix="asm"):
    """A judgement of a plan, commitment or milestone by one scheme."""

    subject_kind_code: str
    subject_key: str
    scheme_code: str
    value_code: str | None
    value_pct: decimal.Decimal | None
    value_raw: str | None
    assessor_name: str | None
    assessed_date: PlainDate


@dataclass(frozen=True, kw_only=True)
class OpennessProject(Keyed, table="openness_projects", prefix="opp"):
    collectivity_id: str | None
    plan_key: str | None
    collectivity_name: str | None
    project_number: int | None
    title: str
    subjects: str | None
    axis_name: str | None
    topic_names: str | None
    status_code: str
    status_raw: str | None
