"""Where an observation was read, and what every record has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


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
    """Any bronze record: its origin, the key that matches observations of one thing across captures and sources, and
    the rule that made it."""

    table: ClassVar[str]
    """Name of its Parquet data set, of its staging view, and mostly of its published table."""
    prefix: ClassVar[str | None]
    """What the permanent ids of its things begin with; None for what carries a key of its own."""

    origin: Origin
    natural_key: str
    rule_id: str | None = None
    """The `ingest.read.rules.Rule` that made it; None where none with a name did. Private: in no published table."""

    def __init_subclass__(cls, *, table: str, prefix: str | None = None) -> None:
        """Every kind of record says where it is kept and what its ids look like."""
        cls.table, cls.prefix = table, prefix
        taken = [k.__name__ for k in KINDS if table == k.table or (prefix is not None and prefix == k.prefix)]
        if taken:
            raise TypeError(f"declaring the record {cls.__name__}: {taken[0]} has the table {table} or prefix {prefix}")
        KINDS.append(cls)


#: Every kind of record, in the order of declaration.
KINDS: list[type[Keyed]] = []
