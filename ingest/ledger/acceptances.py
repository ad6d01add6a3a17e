"""Changes that a person has accepted for a while: a drift check of a release, or a source check that holds a source.

`infitah accept CHECK --because … --until …` writes `<home>/decisions/acceptances.json`; the gate record carries what was used. Only drift and source checks
can be accepted, only up to the value that was seen, only until the day given, and only while the check is the same one.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ingest.home import Home, write_json
from ingest.ledger.store import judge

MAX_DAYS = 92


class AcceptanceError(Exception):
    """It cannot be accepted; the message says why and what can be done."""


@dataclass(frozen=True)
class Acceptance:
    """One decision."""

    check_id: str
    source_id: str | None
    """The source that a source check held; None for a check of the release."""
    because: str
    until: str
    at: str
    observed: float
    """What was seen when it was accepted: something worse is not accepted by it."""
    operator: str
    threshold: float
    definition_sha256: str | None

    def covers(self, observed: float | None, operator: str, threshold: float, day: str) -> bool:
        """Whether this decision lets an outcome pass on a day."""
        if observed is None or day > self.until or (operator, threshold) != (self.operator, self.threshold):
            return False
        return (
            observed <= self.observed if operator == "le" else observed >= self.observed if operator == "ge" else False
        )


def acceptances_file(home: Home) -> Path:
    return home.root / "decisions" / "acceptances.json"


def load_acceptances(home: Home) -> list[Acceptance]:
    path = acceptances_file(home)
    return [Acceptance(**a) for a in json.loads(path.read_text("utf-8"))] if path.exists() else []


def accepted_checks(home: Home, checks: list[dict[str, Any]], day: str) -> dict[str, dict[str, Any]]:
    """Check id → the decision that lets it pass, among the failing drift checks of a record."""
    found = {}
    for c in checks:
        if c["kind"] != "drift" or judge(c["observed"], c["operator"], c["threshold"]) == "pass":
            continue
        for a in load_acceptances(home):
            if (
                a.source_id is None and a.check_id == c["check_id"] and a.definition_sha256 == c["definition_sha256"]
                and a.covers(c["observed"], c["operator"], c["threshold"], day)
            ):  # fmt: skip
                found[c["check_id"]] = asdict(a)
    return found


def accept(
    home: Home, check_id: str, *, source_id: str | None, because: str, until: dt.date, now: dt.datetime, failing: dict[str, Any]
) -> Acceptance:  # fmt: skip
    """Write the decision down.

    Args:
        failing: the outcome that is accepted (observed, operator, threshold, kind, definition_sha256).

    Raises:
        AcceptanceError: no reason, a day that has passed or is too far, or a check that nobody may accept.
    """
    if failing["kind"] not in ("drift", "source"):
        raise AcceptanceError(
            f"accepting {check_id}: a {failing['kind']} check says that the data are wrong, and nobody may accept that; mend the data or the model. "
            "Drift and source checks can be accepted."
        )
    if failing["observed"] is None:
        raise AcceptanceError(f"accepting {check_id}: it observed nothing, and nothing cannot be accepted")
    if len(because.strip()) < 10:
        raise AcceptanceError(f"accepting {check_id}: say why in words that somebody else will understand (--because)")
    if not now.date() <= until <= now.date() + dt.timedelta(days=MAX_DAYS):
        raise AcceptanceError(
            f"accepting {check_id}: until {until} is not within the next {MAX_DAYS} days; a decision must come up again"
        )
    made = Acceptance(
        check_id, source_id, because.strip(), until.isoformat(), now.strftime("%Y-%m-%dT%H:%M:%SZ"), failing["observed"], failing["operator"],
        failing["threshold"], failing.get("definition_sha256"),
    )  # fmt: skip
    kept = [a for a in load_acceptances(home) if (a.check_id, a.source_id) != (check_id, source_id)]
    write_json(acceptances_file(home), [asdict(a) for a in [*kept, made]])
    return made
