"""One night per Casablanca date: the schedule and the release's name over a change to Ramadan time, a year ahead, from any time zone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dagster._utils.schedules import schedule_execution_time_iterator

from ingest.home import open_home
from ingest.ledger.store import Run, write_run
from ingest.nights import CASABLANCA, due_nights, night_of
from orchestration.build import build_defs
from orchestration.night import NightRun
from tests.conftest import NOW
from warehouse.release.tree import published_before

#: Ramadan of 2027 in Morocco: clocks go back an hour before it and forward after it (dates of the time zone database).
_FROM, _TO = dt.datetime(2027, 1, 25, tzinfo=dt.UTC), dt.datetime(2027, 3, 25, tzinfo=dt.UTC)


def ticks(tmp_path: Path) -> list[dt.datetime]:
    home = open_home(tmp_path / "home", sample=True)
    schedule = next(iter(build_defs(open_night=lambda: NightRun(home, NOW)).get_repository_def().schedule_defs))
    assert schedule.execution_timezone == CASABLANCA
    found = []
    for tick in schedule_execution_time_iterator(_FROM.timestamp(), schedule.cron_schedule, CASABLANCA):
        if tick.timestamp() >= _TO.timestamp():
            return found
        found.append(dt.datetime.fromtimestamp(tick.timestamp(), dt.UTC))
    return found


def test_the_time_zone_does_change_in_ramadan() -> None:
    offsets = {(_FROM + dt.timedelta(days=d)).astimezone(ZoneInfo(CASABLANCA)).utcoffset() for d in range(59)}
    assert offsets == {dt.timedelta(0), dt.timedelta(hours=1)}


def test_one_tick_per_casablanca_date(tmp_path: Path) -> None:
    nights = [night_of(t) for t in ticks(tmp_path)]
    wanted = [(dt.date(2027, 1, 25) + dt.timedelta(days=d)).isoformat() for d in range(59)]
    assert nights == wanted


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "UTC"])
def test_the_date_is_morocco_s_whatever_the_machine_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, zone: str
) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        # 23:30 UTC is half past midnight in Morocco, and still the evening before in Ramadan.
        assert night_of(dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC)) == "2026-11-24"
        assert night_of(dt.datetime(2027, 2, 20, 23, 30, tzinfo=dt.UTC)) == "2027-02-20"
        home = open_home(tmp_path / "home", sample=False)
        night = night_of(dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC))
        assert published_before(home).next_id(home.prefix, night) == "2026-11-24"
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_a_second_run_of_a_night_has_its_own_number_and_a_later_clock_its_own_night(tmp_path: Path) -> None:
    home = open_home(tmp_path / "home", sample=False)
    now = dt.datetime(2026, 11, 24, 1, 30, tzinfo=dt.UTC)
    assert [n.run_id for n in due_nights(home, now)] == ["2026-11-24.1"]
    write_run(home, Run("2026-11-24.1", "2026-11-24T01:30:00Z", "c", "e", {}, [], 0))
    assert [n.run_id for n in due_nights(home, now)] == ["2026-11-24.2"]
    assert [n.run_id for n in due_nights(home, now.replace(year=2027))] == ["2027-11-24.1"]
