"""Changes that a person has accepted for a while: a drift check of a release, or a source check that holds a source.

`infitah accept CHECK --because … --until …` writes `<home>/decisions/acceptances.json`; the gate record carries what
was used. Only drift and source checks can be accepted, only up to the value that was seen, only until the day given,
and only while the check is the same one.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

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
        if operator == "le":
            return observed <= self.observed
        return operator == "ge" and observed >= self.observed


class Judged(Protocol):
    """The outcome of a check, as far as accepting it goes."""

    @property
    def check_id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def observed(self) -> float | None: ...
    @property
    def operator(self) -> str: ...
    @property
    def threshold(self) -> float: ...
    @property
    def definition_sha256(self) -> str | None: ...


@dataclass(frozen=True)
class Failing:
    """The outcome that a person is about to accept."""

    kind: str
    """drift or source; a check of another kind says that the data are wrong."""
    observed: float | None
    operator: str
    threshold: float
    definition_sha256: str | None = None


def acceptances_file(home: Home) -> Path:
    return home.root / "decisions" / "acceptances.json"


def load_acceptances(home: Home) -> list[Acceptance]:
    path = acceptances_file(home)
    return [Acceptance(**a) for a in json.loads(path.read_text("utf-8"))] if path.exists() else []


def accepted_checks(home: Home, outcomes: Iterable[Judged], day: str) -> dict[str, Acceptance]:
    """Check id → the decision that lets it pass, among the failing drift checks of a release."""
    given = [a for a in load_acceptances(home) if a.source_id is None]
    found = {}
    for o in outcomes:
        if o.kind != "drift" or judge(o.observed, o.operator, o.threshold) == "pass":
            continue
        for a in given:
            is_same = (a.check_id, a.definition_sha256) == (o.check_id, o.definition_sha256)
            if is_same and a.covers(o.observed, o.operator, o.threshold, day):
                found[o.check_id] = a
    return found


def accept(
    home: Home,
    check_id: str,
    *,
    source_id: str | None,
    because: str,
    until: dt.date,
    now: dt.datetime,
    failing: Failing,
) -> Acceptance:
    """Write the decision down.

    Args:
        failing: the outcome that is accepted.

    Raises:
        AcceptanceError: no reason, a day that has passed or is too far, or a check that nobody may accept.
    """
    if failing.kind not in ("drift", "source"):
        raise AcceptanceError(
            f"accepting {check_id}: a {failing.kind} check says that the data are wrong, and nobody may accept that; "
            "mend the data or the model. Drift and source checks can be accepted."
        )
    if failing.observed is None:
        raise AcceptanceError(f"accepting {check_id}: it observed nothing, and nothing cannot be accepted")
    if len(because.strip()) < 10:
        raise AcceptanceError(f"accepting {check_id}: say why in words that somebody else will understand (--because)")
    if not now.date() <= until <= now.date() + dt.timedelta(days=MAX_DAYS):
        raise AcceptanceError(
            f"accepting {check_id}: until {until} is not within the next {MAX_DAYS} days; a decision must come up again"
        )
    made = Acceptance(
        check_id=check_id,
        source_id=source_id,
        because=because.strip(),
        until=until.isoformat(),
        at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        observed=failing.observed,
        operator=failing.operator,
        threshold=failing.threshold,
        definition_sha256=failing.definition_sha256,
    )
    kept = [a for a in load_acceptances(home) if (a.check_id, a.source_id) != (check_id, source_id)]
    write_json(acceptances_file(home), [asdict(a) for a in [*kept, made]])
    return made
