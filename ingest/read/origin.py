"""Where a record was read, for whole documents and for rows and lines of tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from ingest.archive.capture import Capture
from ingest.records import Origin

NO_QUOTE = "position_only"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """What all origins of one document share: its capture, the code that read it, and why it may be quoted."""

    source_id: str
    source_url: str
    capture_sha256: str
    """SHA-256 of the archived payload."""
    capture_key: str
    extractor_version: str
    quote_basis: str = NO_QUOTE
    """Why short quotations may be published ('law_31_13_art_6', 'open_licence'), or 'position_only'."""

    @classmethod
    def of(cls, capture: Capture, extractor_version: str, quote_basis: str = NO_QUOTE) -> Provenance:
        """That of whatever is read from a capture."""
        return cls(
            source_id=capture.source_id,
            source_url=capture.url,
            capture_sha256=capture.payload_sha256,
            capture_key=capture.capture_key,
            extractor_version=extractor_version,
            quote_basis=quote_basis,
        )

    def origin(self, position: str, words_sha256: str, quote: str | None = None) -> Origin:
        """The origin at a position, by the digest of the exact words there."""
        return Origin(
            source_id=self.source_id,
            source_url=self.source_url,
            capture_sha256=self.capture_sha256,
            capture_key=self.capture_key,
            extractor_version=self.extractor_version,
            evidence_position=position,
            evidence_sha256=words_sha256,
            evidence_text=quote,
            evidence_basis_code=self.quote_basis,
        )


def document_origin(capture: Capture, extractor_version: str) -> Origin:
    """The whole document as evidence; nothing is quoted."""
    return Provenance.of(capture, extractor_version).origin("document", capture.payload_sha256)


def row_origin(capture: Capture, extractor_version: str) -> Callable[[int, str], Origin]:
    """(row number, its words) → origin, for a table file; nothing is quoted."""
    provenance = Provenance.of(capture, extractor_version)
    return lambda row, words: provenance.origin(f"row:{row}", digest(words))


def line_origin(capture: Capture, extractor_version: str) -> Callable[[int, str], Origin]:
    """(line number, its words) → origin, for a reviewed file; nothing is quoted."""
    provenance = Provenance.of(capture, extractor_version)
    return lambda line, words: provenance.origin(f"line:{line}", digest(words))
