"""One check's outcome: what was observed against which threshold, and a digest of what was checked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Literal

from pydantic import ConfigDict

from ingest.ledger.store import judge


@dataclass(frozen=True)
class CheckOutcome:
    """Observed against threshold; the verdict follows from the two and is never stored alone."""

    __pydantic_config__ = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    check_id: str
    kind: str
    """source, dbt, suite, release, or drift."""
    table: str | None
    definition_sha256: str
    severity: str
    """error blocks the release; warn is reported, and blocks once `until` has passed."""
    observed: float | None
    operator: Literal["eq", "le", "ge"] = "eq"
    threshold: float = 0.0
    detail: str | None = None
    """Columns and counts, never a value."""
    owner: str | None = None
    """Who looks after a warning."""
    until: str | None = None
    """The last day on which a warning may stand (YYYY-MM-DD)."""

    @property
    def verdict(self) -> str:
        return judge(self.observed, self.operator, self.threshold)

    @property
    def blocks(self) -> bool:
        return self.severity == "error" and self.verdict != "pass"

    def as_record(self) -> dict[str, object]:
        """The outcome with its verdict, as records keep it."""
        return {**asdict(self), "verdict": self.verdict}


def definition_digest(*parts: object) -> str:
    """Digest of a check's definition: SQL, suite entry or code, with its thresholds."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
