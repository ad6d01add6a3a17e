"""The typed bronze records: the contract between ingest and everything else.

One frozen dataclass per kind of observation; `BRONZE` maps each to the name of its Parquet data set. Every record
carries an `Origin`. Values are as the source states them: a missing value is None, never a default.
Natural keys match observations of one thing; permanent ids are minted in `ingest.ledger.identity`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import types
import typing
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where an observation was read: enough to re-open the archived record and find the words again."""

    source_id: str
    source_url: str
    capture_sha256: str
    """SHA-256 of the archived payload."""
    capture_key: str
    """Digest of address, payload and what else parsing depends on (status, charset, sidecar): never published."""
    extractor_version: str
    evidence_position: str
    """'chars:S-E' in the document's text, 'line:N' in a table file, 'document' for the whole."""
    evidence_sha256: str
    """SHA-256 of the exact words at that position."""
    evidence_text: str | None
    """A short quotation, private names and contacts removed; None where quoting has no legal basis."""
    evidence_basis_code: str


@dataclass(frozen=True, kw_only=True)
class Keyed(Origin):
    natural_key: str
    """Matches observations of the same thing across captures and sources."""


@dataclass(frozen=True, kw_only=True)
class Document(Keyed):
    kind_code: str
    language_code: str
    title: str | None
    publisher: str | None
    status_code: str
    status_reason: str | None
    published_date: str | None
    published_date_precision_code: str
    published_date_raw: str | None
    published_date_basis_code: str
    published_date_flag_code: str | None
    page_count: int | None
    char_count: int
    text_basis_code: str
    """own_text, or recognition: read from pictures, letters and digits may be wrong."""
    text_flag_code: str | None
    """What happened to the text on its way (`ingest.text.damage`)."""
    text_sha256: str
    translation_key: str | None
    """Equal for the versions of one document in several languages."""
    is_layout_matched: bool
    measures: str | None


@dataclass(frozen=True, kw_only=True)
class Session(Keyed):
    body_key: str
    collectivity_id: str | None
    kind_code: str
    status_code: str
    year: int | None
    month: int | None
    number: int | None
    start_date: str | None
    start_date_precision_code: str
    start_date_raw: str | None
    start_date_flag_code: str | None
    stated_item_count: int | None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Keyed):
    session_key: str
    item_number: int
    title: str
    status_code: str
    amount_mad: decimal.Decimal | None
    """None where the title names several amounts."""
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Membership(Keyed):
    network_key: str
    member_kind_code: str
    collectivity_id: str | None
    country_code: str | None
    member_name: str
    start_date: str | None
    start_date_precision_code: str
    start_date_raw: str | None
    start_date_basis_code: str | None


@dataclass(frozen=True, kw_only=True)
class Statement(Keyed):
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


@dataclass(frozen=True, kw_only=True)
class Plan(Keyed):
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
    submitted_date: str | None
    submitted_date_precision_code: str
    submitted_date_raw: str | None
    planned_adoption_date: str | None
    planned_adoption_date_raw: str | None


@dataclass(frozen=True, kw_only=True)
class PlanAxis(Keyed):
    plan_key: str
    axis_number: int
    name: str
    is_attribution_inferred: bool


@dataclass(frozen=True, kw_only=True)
class Agreement(Keyed):
    title: str
    signed_date: str | None
    signed_date_precision_code: str
    signed_month: int | None
    signed_date_raw: str | None
    signed_date_basis_code: str | None
    signed_date_flag_code: str | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Event(Keyed):
    kind_code: str
    status_code: str
    title: str
    start_date: str | None
    start_date_precision_code: str
    start_month: int | None
    start_weekday_code: str | None
    start_date_raw: str | None
    start_date_basis_code: str | None
    start_date_flag_code: str | None
    place_name: str | None
    place_collectivity_id: str | None
    is_remote: bool


@dataclass(frozen=True, kw_only=True)
class Participation(Keyed):
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
class Mention(Keyed):
    """A body or organization that a fact names."""

    entity_kind_code: str
    """'body' or 'organization'."""
    kind_code: str
    collectivity_id: str | None
    name: str
    language_code: str
    name_ar: str | None
    name_fr: str | None
    name_en: str | None
    acronym: str | None


@dataclass(frozen=True, kw_only=True)
class Collectivity(Keyed):
    collectivity_id: str
    level_code: str
    name_ar: str
    name_fr: str
    region_id: str | None
    province_id: str | None
    hcp_code_2024: str
    hcp_code_2014: str | None
    population_2024_count: int | None
    population_2014_count: int | None
    is_fictitious: bool


@dataclass(frozen=True, kw_only=True)
class Mandate(Keyed):
    """A term of the councils (reference)."""

    mandate_id: str
    start_year: int
    end_year: int | None
    election_date: str | None
    verification_code: str


@dataclass(frozen=True, kw_only=True)
class LegalParameter(Keyed):
    """One dated rule of law (reference)."""

    legal_parameter_id: str
    parameter_code: str
    level_code: str | None
    value_count: int | None
    unit_code: str
    label_ar: str
    label_fr: str
    label_en: str
    law_code: str
    article_code: str | None
    valid_from_date: str
    valid_to_date: str | None
    verification_code: str
    reference_url: str | None
    """Where the rule was read; None while nobody has."""


@dataclass(frozen=True, kw_only=True)
class Holiday(Keyed):
    """One public holiday (reference)."""

    holiday_id: str
    holiday_date: str
    name_ar: str
    name_fr: str
    is_moving: bool
    is_estimated: bool
    verification_code: str


@dataclass(frozen=True, kw_only=True)
class Sitting(Keyed):
    session_key: str
    sitting_number: int | None
    status_code: str
    start_date: str | None
    start_date_precision_code: str
    start_date_raw: str | None
    start_date_flag_code: str | None
    place_name: str | None
    present_count: int | None
    member_count: int | None


@dataclass(frozen=True, kw_only=True)
class Decision(Keyed):
    body_key: str
    collectivity_id: str
    session_key: str | None
    agenda_item_key: str | None
    decision_number: int | None
    numbering_scope_code: str
    year: int | None
    title: str
    outcome_code: str
    subject_count: int | None
    decided_date: str | None
    decided_date_precision_code: str
    decided_date_raw: str | None
    decided_date_flag_code: str | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None
    affects_code: str | None
    affected_decision_key: str | None
    affected_decision_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Vote(Keyed):
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
class PlanVersion(Keyed):
    plan_key: str
    version_number: int | None
    status_code: str
    title: str | None
    version_date: str | None
    version_date_precision_code: str
    version_date_raw: str | None
    version_date_flag_code: str | None
    declared_start_year: int | None
    declared_end_year: int | None
    effective_start_year: int | None
    effective_end_year: int | None


@dataclass(frozen=True, kw_only=True)
class PlanHolder(Keyed):
    plan_key: str
    holder_kind_code: str
    collectivity_id: str | None
    country_code: str | None
    role_code: str


@dataclass(frozen=True, kw_only=True)
class Commitment(Keyed):
    plan_key: str | None
    """None where the source does not say of which plan it is."""
    plan_axis_key: str | None
    commitment_number: str | None
    """As text: plans number sub-commitments 4.1, B.1.A."""
    ogp_id: str | None
    title: str
    lead_name: str | None
    partner_names: str | None
    start_date: str | None
    start_date_precision_code: str
    start_date_raw: str | None
    start_date_flag_code: str | None
    end_date: str | None
    end_date_precision_code: str
    end_date_raw: str | None
    end_date_flag_code: str | None
    status_code: str
    status_raw: str | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Milestone(Keyed):
    commitment_key: str
    milestone_number: int | None
    title: str
    start_date: str | None
    start_date_precision_code: str
    start_date_raw: str | None
    start_date_flag_code: str | None
    due_date: str | None
    due_date_precision_code: str
    due_date_raw: str | None
    due_date_flag_code: str | None
    status_code: str
    status_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Assessment(Keyed):
    """A judgement of a plan, commitment or milestone by one scheme."""

    subject_kind_code: str
    subject_key: str
    scheme_code: str
    value_code: str | None
    value_pct: decimal.Decimal | None
    value_raw: str | None
    assessor_name: str | None
    assessed_date: str | None
    assessed_date_precision_code: str
    assessed_date_raw: str | None


@dataclass(frozen=True, kw_only=True)
class OpennessProject(Keyed):
    collectivity_id: str | None
    plan_key: str | None
    collectivity_name: str | None
    project_number: int | None
    title: str
    axis_name: str | None
    topic_names: str | None
    status_code: str
    status_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Tender(Keyed):
    collectivity_id: str | None
    kind_code: str
    reference_text: str | None
    title: str
    status_code: str
    published_date: str | None
    published_date_precision_code: str
    published_date_raw: str | None
    published_date_flag_code: str | None
    closing_date: str | None
    closing_date_precision_code: str
    closing_date_raw: str | None
    closing_date_flag_code: str | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Grant(Keyed):
    collectivity_id: str
    session_key: str | None
    decision_key: str | None
    beneficiary_name: str
    purpose: str | None
    year: int | None
    amount_mad: decimal.Decimal | None
    amount_raw: str | None


@dataclass(frozen=True, kw_only=True)
class Petition(Keyed):
    collectivity_id: str
    title: str
    status_code: str
    agenda_item_key: str | None
    signature_count: int | None
    submitted_date: str | None
    submitted_date_precision_code: str
    submitted_date_raw: str | None
    submitted_date_flag_code: str | None


@dataclass(frozen=True, kw_only=True)
class Consultation(Keyed):
    collectivity_id: str | None
    title: str
    kind_code: str
    status_code: str
    start_date: str | None
    start_date_precision_code: str
    start_date_raw: str | None
    start_date_flag_code: str | None
    end_date: str | None
    end_date_precision_code: str
    end_date_raw: str | None
    end_date_flag_code: str | None
    participant_count: int | None


@dataclass(frozen=True, kw_only=True)
class InformationBody(Keyed):
    kind_code: str
    parent_information_body_key: str | None
    collectivity_id: str | None
    name_ar: str | None
    name_fr: str | None
    has_information_officer: bool
    officer_function_name: str | None
    contact_email: str | None


@dataclass(frozen=True, kw_only=True)
class InformationRequestStatistic(Keyed):
    information_body_key: str | None
    publisher_code: str
    scope_code: str
    institution_kind_code: str | None
    measure_code: str
    value_count: int | None
    value_raw: str | None
    period_date: str | None
    """The month that a figure counts; None for one that counts from the beginning."""
    period_date_precision_code: str
    period_date_raw: str | None
    is_including_complaints: bool
    rounding_code: str
    as_of_date: str | None
    as_of_date_precision_code: str
    as_of_date_raw: str | None


@dataclass(frozen=True, kw_only=True)
class PublicationDuty(Keyed):
    """Something that a council has to publish, found on a page of its site. What is not found is said of whole sites, by dbt."""

    duty_code: str
    collectivity_id: str
    period_year: int | None
    """None for what belongs to no year: it counts for the year in which it was seen."""
    status_code: str
    """published or partial."""
    found_url: str


@dataclass(frozen=True, kw_only=True)
class Finding(Keyed):
    """A defect of a source, told rather than mended."""

    finding_code: str
    record_name: str
    """The source's own name of the record: an id, a row."""
    field_name: str
    value_raw: str | None


@dataclass(frozen=True, kw_only=True)
class ParsedCapture(Keyed):
    """One line per capture that was parsed by one extractor version: what was read, and how much came of it."""

    outcome_code: str
    record_count: int


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
    "documents", "sessions", "agenda_items", "memberships", "statements", "plans", "plan_axes", "agreements", "events",
    "participations", "mentions", "sittings", "decisions", "votes", "plan_versions", "plan_holders", "commitments", "milestones",
    "assessments", "openness_projects", "tenders", "grants", "petitions", "consultations", "information_bodies",
    "information_request_statistics", "publication_duties", "findings",
)  # fmt: skip

_ARROW = {
    str: pa.string(), int: pa.int64(), bool: pa.bool_(), float: pa.float64(), dt.datetime: pa.timestamp("us"),
    decimal.Decimal: pa.decimal128(18, 2),
}  # fmt: skip


def arrow_schema(record: type[Keyed]) -> pa.Schema:
    """The Parquet schema of a record type: one column per field, nullable only where the field may be None."""
    hints = typing.get_type_hints(record)
    fields = []
    for field in dataclasses.fields(record):
        hint = hints[field.name]
        nullable = False
        if isinstance(hint, types.UnionType):
            nullable = True
            hint = next(a for a in typing.get_args(hint) if a is not type(None))
        fields.append(pa.field(field.name, _ARROW[hint], nullable=nullable))
    return pa.schema(fields)
