"""Documents as they were read, and what is told of them beside facts: names, findings, parsed captures."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.records.dates import FlaggedDate
from ingest.records.origin import Keyed


@dataclass(frozen=True, kw_only=True)
class Document(Keyed, table="documents", prefix="doc"):
    kind_code: str
    kind_reason_code: str | None
    """Why the kind is 'other', from a closed list (`ingest.read.kinds.other`); None for any other kind."""
    language_code: str
    title: str | None
    publisher: str | None
    status_code: str
    status_reason: str | None
    published_date: FlaggedDate
    published_date_basis_code: str
    """sidecar, page or none."""
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
class Mention(Keyed, table="mentions", prefix="ent"):
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
class Finding(Keyed, table="findings", prefix="fnd"):
    """A defect of a source, told rather than mended."""

    finding_code: str
    record_name: str
    """The source's own name of the record: an id, a row."""
    field_name: str
    value_raw: str | None


@dataclass(frozen=True, kw_only=True)
class ParsedCapture(Keyed, table="parsed_captures"):
    """One line per capture that was parsed by one extractor version: what was read, and how much came of it."""

    outcome_code: str
    record_count: int
