"""Where an observation was read, and what every record has."""

from __future__ import annotations

from dataclasses import dataclass


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
class Keyed:
    """Any bronze record: its origin, and the key that matches observations of one thing across captures and sources."""

    origin: Origin
    natural_key: str
