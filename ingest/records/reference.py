"""Rows of reviewed files: territory, law, mandates, holidays, subjects."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Collectivity(Keyed, table="collectivities"):
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
class Mandate(Keyed, table="mandates"):
    """A term of the councils (reference)."""

    mandate_id: str
    start_year: int
    end_year: int | None
    election_date: str | None
    verification_code: str


@dataclass(frozen=True, kw_only=True)
class LegalParameter(Keyed, table="legal_parameters"):
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
class Holiday(Keyed, table="holidays"):
    """One public holiday (reference)."""

    holiday_id: str
    holiday_date: str
    name_ar: str
    name_fr: str
    is_moving: bool
    is_estimated: bool
    verification_code: str


@dataclass(frozen=True, kw_only=True)
class Subject(Keyed, table="subjects"):
    """One entry of the closed list of subjects (reference)."""

    subject_code: str
    label_ar: str
    label_fr: str
    label_en: str
    cofog_code: str
