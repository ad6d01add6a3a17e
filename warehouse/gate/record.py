"""The gate record: every check and every file of one build, signed. Its types; it is read and written here alone.

`warehouse.gate.run` makes it, `warehouse.gate.verify` judges it before anything is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_serializer, model_validator

from expectations.outcome import CheckOutcome
from expectations.required import Required, describe, require
from ingest.home import write_bytes, write_json
from ingest.ledger.acceptances import Acceptance
from warehouse.signing.keys import Signer

RECORD = "gate.json"
SIGNATURE = "gate.json.sig"
REQUIRED = "required-checks.json"
#: Faults of a damaged record that are named.
_NAMED = 20


class GateRefused(Exception):
    """The build may not be published; `reasons` says why, one line each."""

    def __init__(self, what: str, reasons: list[str]) -> None:
        self.reasons = reasons
        super().__init__(f"{what}: refused\n  " + "\n  ".join(reasons))


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class RecordedCheck(_Part):
    """A check's outcome with the verdict that was recorded, which is not believed (`outcome.verdict` is)."""

    outcome: CheckOutcome
    verdict: str

    @model_validator(mode="before")
    @classmethod
    def _apart(cls, data: object) -> object:
        if not isinstance(data, dict) or "outcome" in data:
            return data
        outcome = {k: v for k, v in data.items() if k != "verdict"}
        return {"outcome": outcome, **{k: v for k, v in data.items() if k == "verdict"}}

    @model_serializer
    def _together(self) -> dict[str, object]:
        return {**asdict(self.outcome), "verdict": self.verdict}


class TableDigests(_Part):
    """One published table of the build."""

    rows: int
    sha256: str
    stable_sha256: str
    """Of the columns whose change makes a new release."""


class Recut(_Part):
    """What a re-cut release was cut from, and for which withdrawals."""

    release_id: str
    withdrawals: tuple[str, ...]


class GateRecord(_Part):
    """Everything that the publisher must know of a build."""

    format: Literal["infitah-gate-1"] = "infitah-gate-1"
    build_id: str
    release_id: str
    as_of: str
    code_version: str
    is_dirty: bool
    home_kind: str
    key_name: str
    required_sha256: str
    """Of the reviewed list of required checks, which the build carries."""
    deciding_code: dict[str, str] | None = Field(default=None, exclude_if=lambda found: found is None)
    """File of the code that decided → SHA-256; records of before 28 Nov 2026 do not say."""
    checks: tuple[RecordedCheck, ...]
    artefacts: dict[str, str]
    """Name of a file → SHA-256."""
    tables: dict[str, TableDigests]
    previous_id: str | None
    """The release that changes were told against."""
    changes: dict[str, dict[str, int]]
    """Table → operation → number."""
    acceptances: dict[str, Acceptance]
    """Check → the decision that lets it pass."""
    known_on: str | None
    is_local: bool = False
    withdrawals_sha256: str
    """Which withdrawals the build honours."""
    recut_of: Recut | None

    @property
    def outcomes(self) -> list[CheckOutcome]:
        """What was observed, by id of the check."""
        return [c.outcome for c in self.checks]

    @property
    def required(self) -> Required:
        """What was run and by which code, as the required list says it."""
        return require(describe(self.outcomes), self.deciding_code)

    @property
    def rows(self) -> dict[str, int]:
        """Rows of each published table."""
        return {t: v.rows for t, v in self.tables.items()}

    @property
    def stable_digests(self) -> dict[str, str]:
        """Table → digest of what makes a new release when it changes."""
        return {t: v.stable_sha256 for t, v in self.tables.items()}


def recorded(outcomes: Iterable[CheckOutcome]) -> tuple[RecordedCheck, ...]:
    """Outcomes as a record keeps them, sorted by id."""
    return tuple(RecordedCheck(outcome=o, verdict=o.verdict) for o in sorted(outcomes, key=lambda o: o.check_id))


def parse_record(data: bytes, what: str) -> GateRecord:
    """A record from its JSON.

    Args:
        what: what is under way, for the message.

    Raises:
        GateRefused: it is no gate record, or a damaged one; each fault by name.
    """
    try:
        return GateRecord.model_validate_json(data)
    except ValidationError as error:
        faults = [f"{'.'.join(str(part) for part in e['loc'])}: {e['msg']}" for e in error.errors()[:_NAMED]]
        raise GateRefused(what, [f"gate record: {f.removeprefix(': ')}" for f in faults]) from None


def read_record(gate_folder: Path) -> GateRecord | None:
    """What a build's record says, unverified; None before the gate has run.

    Raises:
        GateRefused: it is no gate record.
    """
    path = gate_folder / RECORD
    return parse_record(path.read_bytes(), f"reading {path}") if path.exists() else None


def write_record(record: GateRecord, gate_folder: Path, signer: Signer, required: bytes) -> None:
    """Write the required list, the record and its signature."""
    gate_folder.mkdir(parents=True, exist_ok=True)
    write_bytes(gate_folder / REQUIRED, required)
    write_json(gate_folder / RECORD, record.model_dump(mode="json"))
    write_bytes(gate_folder / SIGNATURE, signer.sign((gate_folder / RECORD).read_bytes()).encode())
