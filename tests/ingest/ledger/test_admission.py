"""What becomes of a night's captures: admitted, carried, dropped, or waiting."""

from __future__ import annotations

from ingest.ledger.admission import DROPPED, Admissions
from ingest.ledger.store import Run, SourceNight


def run(run_id: str, admission: str, cause: str | None = None) -> Run:
    night = SourceNight("s", admission, cause, 0, 0, 0, 0, 0, {})
    return Run(run_id, "2026-11-01T00:00:00Z", "c", "e", {"s": night}, [], 0)


def test_a_night_held_because_the_site_was_not_seen_whole_is_carried() -> None:
    found = Admissions([run("2026-11-01.1", "held", "blocked"), run("2026-11-02.1", "admitted")])
    assert found.admitted_in("s", "2026-11-01.1") == "2026-11-02.1"


def test_a_night_held_for_what_its_pages_held_is_dropped() -> None:
    found = Admissions([run("2026-11-01.1", "held", "layout_changed"), run("2026-11-02.1", "admitted")])
    assert found.admitted_in("s", "2026-11-01.1") == DROPPED
    assert found.admitted_in("s", "2026-11-02.1") == "2026-11-02.1"


def test_a_killed_night_belongs_to_the_next_one() -> None:
    found = Admissions([run("2026-11-03.1", "admitted")])
    assert found.admitted_in("s", "2026-11-01.1") == "2026-11-03.1"
    assert found.admitted_in("s", "2026-11-04.1") is None
    assert found.admitted_in("other", "2026-11-01.1") is None
