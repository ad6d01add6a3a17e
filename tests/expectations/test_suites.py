"""Suites: what a file may say, that every kind of entry can fail, and how shares are compared with the release before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
import yaml

from expectations.drift import MIN_ROWS, History
from expectations.outcome import CheckOutcome
from expectations.shares import SHARES
from expectations.sheets.load import load_tables
from expectations.suites import SUITES, SuiteEntry, SuiteError, SuiteRunner, load_suite, run_suites, suite_tables
from ingest.home import Home
from ingest.ledger.acceptances import Failing, accept, accepted_checks

ENTRIES = [(table, entry) for table in suite_tables() for entry in load_suite(table)]
OWN = [(table, entry) for table, entry in ENTRIES if not entry.is_of_shares]
OF_SHARES = [(table, entry) for table, entry in ENTRIES if entry.is_of_shares]


def named(pair: tuple[str, SuiteEntry]) -> str:
    return f"{pair[0]}.{pair[1].id}"


@pytest.fixture(scope="module")
def runner() -> Iterator[SuiteRunner]:
    yield SuiteRunner()


# What the files say.


def test_suites_are_small_enough_to_be_read() -> None:
    lines = {p.name: len(p.read_text("utf-8").splitlines()) for p in SUITES.iterdir()}
    assert all(name.endswith(".yml") for name in lines)
    assert max(lines.values()) <= 130
    assert sum(lines.values()) <= 1_500


def test_every_suite_is_of_a_published_table() -> None:
    assert set(suite_tables()) <= set(load_tables())


@pytest.mark.parametrize("pair", ENTRIES, ids=named)
def test_an_entry_speaks_of_columns_that_there_are(pair: tuple[str, SuiteEntry]) -> None:
    table, entry = pair
    sheet = load_tables()[entry.beside.table if entry.beside else table]
    known = {c.name for c in sheet.columns}
    told = [v for k, v in entry.kwargs.items() if k in ("column", "column_A", "column_B")]
    for listed in ("column_list", "columns"):
        told += list(entry.kwargs.get(listed, []))  # type: ignore[arg-type]
    assert set(told) <= known
    assert entry.why.endswith(".")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"whi": "because"}, "whi: Extra inputs are not permitted"),
        ({"why": None}, "why: Input should be a valid string"),
        ({"why": "so"}, "why: String should have at least 20 characters"),
        ({"id": "Not An Id"}, "id: String should match pattern"),
        ({"severity": "warn"}, "a warning needs an owner"),
        ({"kwargs": {"column": "year", "threshold": 0.1}}, f"said of {SHARES} alone"),
        ({"beside": {"table": "sources", "by": "source_id"}}, f"said of {SHARES} alone"),
        ({"type": "ExpectColumnPairValuesToBeInSet", "where": "year > 1"}, "counts rows that `where` leaves out"),
    ],
)
def test_what_a_suite_may_not_say_is_told(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    entry = {"id": "one", "why": "A sentence that says why.", "type": "ExpectColumnValuesToNotBeNull"}
    write(tmp_path, "sessions", [{**entry, "kwargs": {"column": "year"}, **change}])
    with pytest.raises(SuiteError) as error:
        load_suite("sessions", tmp_path)
    assert told in str(error.value)
    assert "sessions.yml" in str(error.value)


def test_an_id_stands_once(tmp_path: Path) -> None:
    write(tmp_path, "sessions", [dump(load_suite("sessions")[0])] * 2)
    with pytest.raises(SuiteError, match="has_a_year is declared twice"):
        load_suite("sessions", tmp_path)


def test_a_table_without_a_file_has_no_suite(runner: SuiteRunner) -> None:
    assert runner.run("no_such_table", pd.DataFrame({"a": [1]})) == []


def test_a_definition_is_what_is_checked_and_not_why() -> None:
    entry = load_suite("sessions")[0]
    assert entry.model_copy(update={"why": "Another sentence about it."}).definition_sha256 == entry.definition_sha256
    assert entry.model_copy(update={"where": "year > 1"}).definition_sha256 != entry.definition_sha256


# Every kind of entry can fail.


def write(folder: Path, table: str, entries: list[dict[str, Any]]) -> None:
    (folder / f"{table}.yml").write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), "utf-8")


def dump(entry: SuiteEntry) -> dict[str, Any]:
    return entry.model_dump(exclude_unset=True)


def judged(runner: SuiteRunner, folder: Path, name: str, rows: list[dict[str, Any]]) -> CheckOutcome:
    """What one entry of a suite says of some rows."""
    table, _, entry_id = name.partition(".")
    write(folder, table, [dump(e) for e in load_suite(table) if e.id == entry_id])
    return runner.run(table, pd.DataFrame(rows), folder)[0]


#: Entry → rows that it allows, and a row that breaks it when it comes to them.
BREACHES: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "sessions.has_a_year": (
        [{"kind_code": "ordinary", "year": 2023}, {"kind_code": "unstated", "year": None}],
        {"kind_code": "extraordinary", "year": None},
    ),
    "sessions.month_of_its_day": (
        [
            {"start_date": "2023-05-04", "start_date_precision_code": "day", "month": 5},
            {"start_date": None, "start_date_precision_code": "day", "month": None},
        ],
        {"start_date": "2023-05", "start_date_precision_code": "month", "month": None},
    ),
    "sessions.spoken_of_has_no_day": (
        [{"kind_code": "unstated", "start_date_raw": None}, {"kind_code": "ordinary", "start_date_raw": "4 mai 2023"}],
        {"kind_code": "unstated", "start_date_raw": "4 mai 2023"},
    ),
    "sessions.one_ordinary_session_a_month": (
        [
            {"kind_code": "ordinary", "collectivity_id": "ct-0001", "year": 2023, "month": 5},
            {"kind_code": "ordinary", "collectivity_id": "ct-0002", "year": 2023, "month": 5},
            {"kind_code": "ordinary", "collectivity_id": "ct-0001", "year": 2023, "month": None},
            {"kind_code": "ordinary", "collectivity_id": "ct-0001", "year": 2023, "month": None},
            {"kind_code": "extraordinary", "collectivity_id": "ct-0001", "year": 2023, "month": 5},
        ],
        {"kind_code": "ordinary", "collectivity_id": "ct-0001", "year": 2023, "month": 5},
    ),
    "sessions.one_extraordinary_session_a_day": (
        [
            {"kind_code": "extraordinary", "number": None, "collectivity_id": "ct-0001", "year": 2023, "start_date": d}
            for d in ("2023-03-01", "2023-03-02")
        ],
        {
            "kind_code": "extraordinary",
            "number": None,
            "collectivity_id": "ct-0001",
            "year": 2023,
            "start_date": "2023-03-02",
        },
    ),
    "sittings.no_more_present_than_members": (
        [{"present_count": 20, "member_count": 20}, {"present_count": 20, "member_count": None}],
        {"present_count": 21, "member_count": 20},
    ),
    "votes.adopted_by_the_larger_side": (
        [
            {"result_code": "adopted", "for_count": 10, "against_count": 10},
            {"result_code": "rejected", "for_count": 2, "against_count": 10},
            {"result_code": "adopted", "for_count": 12, "against_count": None},
        ],
        {"result_code": "adopted", "for_count": 3, "against_count": 10},
    ),
    "votes.unanimous_without_against": (
        [
            {"is_unanimous": True, "result_code": "adopted", "against_count": 0},
            {"is_unanimous": True, "result_code": "adopted", "against_count": None},
            {"is_unanimous": False, "result_code": "adopted", "against_count": 4},
            {"is_unanimous": True, "result_code": "rejected", "against_count": 30},
        ],
        {"is_unanimous": True, "result_code": "adopted", "against_count": 4},
    ),
    "decisions.affects_another": (
        [{"decision_id": "dec-a", "affected_decision_id": "dec-b"}, {"decision_id": "dec-c", "affected_decision_id": None}],
        {"decision_id": "dec-d", "affected_decision_id": "dec-d"},
    ),
    "commitments.one_commitment_an_ogp_id": (
        [{"ogp_id": "MO0001"}, {"ogp_id": None}, {"ogp_id": None}, {"ogp_id": "MO0002"}],
        {"ogp_id": "MO0002"},
    ),
    "publication_duties.found_where_it_was_read": (
        [{"found_url": "https://a.example/1", "source_url": "https://a.example/1"}, {"found_url": None, "source_url": "project:x"}],
        {"found_url": "https://a.example/2", "source_url": "https://a.example/3"},
    ),
    "publication_duties.rests_on_its_rule": (
        [
            {"duty_code": "contacts", "legal_parameter_id": "lp-publication-missions-and-contacts"},
            {"duty_code": "commissions", "legal_parameter_id": None},
        ],
        {"duty_code": "contacts", "legal_parameter_id": "lp-publication-budgets"},
    ),
    "documents.gone_is_stale": (
        [{"status_code": "gone", "is_stale": True}, {"status_code": "ok", "is_stale": False}],
        {"status_code": "gone", "is_stale": False},
    ),
    "documents.a_language_has_text": (
        [{"language_code": "ar", "char_count": 12}, {"language_code": "und", "char_count": 0}],
        {"language_code": "fr", "char_count": 0},
    ),
    "statements.organizations_do_not_enrol": (
        [{"subject_kind_code": "organization", "measure_code": "member_total_count"}],
        {"subject_kind_code": "organization", "measure_code": "has_own_website"},
    ),
    "statements.a_phase_is_a_number": (
        [{"measure_code": "member_joined_count", "value_text": "2"}, {"measure_code": "launched_at", "value_text": "نيويورك"}],
        {"measure_code": "member_joined_count", "value_text": "الثانية"},
    ),
    "information_bodies.mailbox_of_an_institution": (
        [{"contact_email": "contact@interieur.gov.ma"}, {"contact_email": None}, {"contact_email": "[…]"}],
        {"contact_email": "someone.private@gmail.com"},
    ),
    "information_bodies.french_name_is_not_arabic": (
        [{"name_fr": "Ministère exemple"}, {"name_fr": None}],
        {"name_fr": "وزارة"},
    ),
    "legal_parameters.valid_in_order": (
        [{"valid_from_date": "2015-07-07", "valid_to_date": "2021-12-31"}, {"valid_from_date": "2015-07-07", "valid_to_date": None}],
        {"valid_from_date": "2015-07-07", "valid_to_date": "2014-12-31"},
    ),
    "legal_parameters.ordinary_months_of_communes": (
        [
            {"parameter_code": "ordinary_session_month", "level_code": "commune", "value_count": 2},
            {"parameter_code": "ordinary_session_month", "level_code": "region", "value_count": 3},
            {"parameter_code": "proactive_publication", "level_code": "commune", "value_count": None},
        ],
        {"parameter_code": "ordinary_session_month", "level_code": "commune", "value_count": 3},
    ),
    "grants.one_grant_a_year": (
        [
            {"collectivity_id": "ct-0001", "year": 2023, "beneficiary_name": "جمعية الأمل"},
            {"collectivity_id": "ct-0001", "year": 2023, "beneficiary_name": "جمعية […]"},
            {"collectivity_id": "ct-0001", "year": 2023, "beneficiary_name": "جمعية […]"},
        ],
        {"collectivity_id": "ct-0001", "year": 2023, "beneficiary_name": "جمعية الأمل"},
    ),
    "_changes.new_value_plain": (
        [{"new_value": "نص"}, {"new_value": None}],
        {"new_value": "نص\u200f"},
    ),
    "_dictionary.counts_are_numbers": (
        [{"column_name": "byte_count", "data_type": "bigint"}, {"column_name": "title", "data_type": "varchar"}],
        {"column_name": "vote_count", "data_type": "varchar"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_seen_and_not_repeated(runner: SuiteRunner, tmp_path: Path, name: str) -> None:
    allowed, breach = BREACHES[name]
    held = judged(runner, tmp_path, name, allowed)
    assert (held.verdict, held.detail) == ("pass", None)
    broken = judged(runner, tmp_path, name, [*allowed, breach])
    assert broken.check_id == f"suite.{name}"
    assert (broken.verdict, broken.blocks) == ("fail", broken.severity == "error")
    assert broken.observed in (1.0, 2.0)  # Of two equal rows both are told.
    assert broken.detail is not None
    assert not any(str(v) in broken.detail for v in breach.values() if isinstance(v, str))


def test_the_columns_of_the_changes_stand_in_their_order(runner: SuiteRunner, tmp_path: Path) -> None:
    columns = [c.name for c in load_tables()["_changes"].columns]
    for listed, verdict in ((columns, "pass"), (columns[::-1], "fail"), (columns[1:], "fail")):
        assert judged(runner, tmp_path, "_changes.columns", [dict.fromkeys(listed, "x")]).verdict == verdict


def test_every_kind_of_entry_is_seen_to_fail() -> None:
    shown = {entry.type for table, entry in OWN if f"{table}.{entry.id}" in {*BREACHES, "_changes.columns"}}
    assert {entry.type for _, entry in OWN} == shown


def test_what_cannot_be_judged_is_no_pass(runner: SuiteRunner, tmp_path: Path) -> None:
    outcome = judged(runner, tmp_path, "sessions.has_a_year", [{"kind_code": "ordinary"}])
    assert (outcome.observed, outcome.verdict, outcome.detail) == (None, "no_history", "exception")


@pytest.mark.parametrize("table", suite_tables())
def test_an_empty_table_breaks_nothing(runner: SuiteRunner, table: str) -> None:
    """Most tables are empty until a source fills them."""
    columns = ", ".join(f"null::{c.data_type} as {c.name}" for c in load_tables()[table].columns)
    with duckdb.connect() as con:
        frame = con.execute(f"select {columns} limit 0").df()
    assert [o.check_id for o in runner.run(table, frame) if o.verdict != "pass"] == []


# Shares against the release before.


@pytest.fixture
def before(tmp_path: Path) -> History:
    """A release with sixty documents, half of them of either kind, in Arabic, from one platform."""
    with duckdb.connect() as con:
        con.execute(
            "copy (select case when range < 30 then 'news' else 'minutes' end as kind_code, 'ar' as language_code, "
            f"'s-1' as source_id, range as id from range(60)) to '{tmp_path / 'documents.parquet'}'"
        )
        con.execute(f"copy (select 's-1' as source_id, 'drupal' as platform_code) to '{tmp_path / 'sources.parquet'}'")
    return History([], {t: tmp_path / f"{t}.parquet" for t in ("documents", "sources", "sessions")})


def documents(kinds: dict[str, int], source_id: str = "s-1") -> pd.DataFrame:
    told = [k for k, n in kinds.items() for _ in range(n)]
    return pd.DataFrame({"kind_code": told, "language_code": "ar", "source_id": source_id})


def shares(
    runner: SuiteRunner, folder: Path, name: str, frame: pd.DataFrame, history: History | None
) -> list[CheckOutcome]:
    write(folder, "documents", [dump(e) for e in load_suite("documents") if e.id == name])
    sources = pd.DataFrame({"source_id": ["s-1", "s-2"], "platform_code": ["drupal", "php"]})
    return runner.run("documents", frame, folder, history, lambda table: {"sources": sources}[table])


def test_shares_that_stay_pass(runner: SuiteRunner, tmp_path: Path, before: History) -> None:
    found = shares(runner, tmp_path, "kind", documents({"news": 35, "minutes": 33}), before)[0]
    assert (found.check_id, found.kind, found.operator) == ("drift.shares.documents.kind", "drift", "le")
    assert found.verdict == "pass"
    assert found.detail == "kind_code: 60 rows before, 68 now"


@pytest.mark.parametrize("kinds", [{"news": 60}, {"news": 2, "tender": 58}, {"other": 60}])
def test_shares_that_jump_are_told(runner: SuiteRunner, tmp_path: Path, before: History, kinds: dict[str, int]) -> None:
    found = shares(runner, tmp_path, "kind", documents(kinds), before)[0]
    assert found.observed is not None
    assert found.observed > found.threshold
    assert (found.verdict, found.severity) == ("fail", "warn")
    assert not any(kind in (found.detail or "") for kind in kinds)


def test_a_first_row_of_a_new_kind_is_no_jump(runner: SuiteRunner, tmp_path: Path, before: History) -> None:
    assert (
        shares(runner, tmp_path, "kind", documents({"news": 30, "minutes": 30, "tender": 1}), before)[0].verdict
        == "pass"
    )


def test_shares_may_be_those_of_another_table(runner: SuiteRunner, tmp_path: Path, before: History) -> None:
    stayed = shares(runner, tmp_path, "platform", documents({"news": 60}), before)[0]
    moved = shares(runner, tmp_path, "platform", documents({"news": 60}, "s-2"), before)[0]
    assert (stayed.verdict, moved.verdict) == ("pass", "fail")
    assert moved.severity == "warn"
    assert not moved.blocks


@pytest.mark.parametrize(
    ("kinds", "previous", "told"),
    [
        ({"news": 60}, "nothing", "no earlier release"),
        ({"news": MIN_ROWS - 1}, "documents", "too few rows for shares"),
        ({"news": 60}, "sources", "the earlier release has no such column"),
    ],
)
def test_where_nothing_can_be_said_that_is_said(
    runner: SuiteRunner, tmp_path: Path, before: History, kinds: dict[str, int], previous: str, told: str
) -> None:
    files = {"documents": before.previous[previous]} if previous != "nothing" else {}
    found = shares(runner, tmp_path, "kind", documents(kinds), History([], files))[0]
    assert (found.observed, found.verdict, found.detail) == (0.0, "pass", told)


def test_without_history_shares_are_not_asked(runner: SuiteRunner, tmp_path: Path) -> None:
    """A release that is cut again carries them from its record (`warehouse.release.recut`)."""
    assert shares(runner, tmp_path, "kind", documents({"news": 60}), None) == []


def test_what_is_compared_with_is_no_part_of_the_definition(
    runner: SuiteRunner, tmp_path: Path, before: History
) -> None:
    first = shares(runner, tmp_path, "kind", documents({"news": 60}), before)[0]
    second = shares(runner, tmp_path, "kind", documents({"minutes": 40}), History([], {}))[0]
    assert first.definition_sha256 == second.definition_sha256
    assert (first.operator, first.threshold) == (second.operator, second.threshold)


def test_a_jump_may_be_accepted_for_a_while(runner: SuiteRunner, tmp_path: Path, before: History) -> None:
    found = shares(runner, tmp_path, "kind", documents({"tender": 60}), before)[0]
    home = Home(tmp_path / "home", "test")
    failing = Failing(found.kind, found.observed, found.operator, found.threshold, found.definition_sha256)
    assert accepted_checks(home, [found], "2026-11-24") == {}
    accept(
        home,
        found.check_id,
        source_id=None,
        because="the council published all tenders of ten years",
        until=dt.date(2026, 12, 24),
        now=dt.datetime(2026, 11, 24, tzinfo=dt.UTC),
        failing=failing,
    )
    assert list(accepted_checks(home, [found], "2026-11-24")) == [found.check_id]
    assert accepted_checks(home, [found], "2026-12-25") == {}


@pytest.mark.parametrize("pair", OF_SHARES, ids=named)
def test_every_share_has_its_bound(pair: tuple[str, SuiteEntry]) -> None:
    assert 0 < float(str(pair[1].kwargs["threshold"])) <= 1


def test_every_suite_is_run(tmp_path: Path, before: History) -> None:
    write(tmp_path, "documents", [dump(e) for e in load_suite("documents") if e.id in ("kind", "a_language_has_text")])
    frame = documents({"news": 60}).assign(char_count=3)
    found = run_suites(lambda table: frame, folder=tmp_path, history=before)
    assert [o.check_id for o in found] == ["suite.documents.a_language_has_text", "drift.shares.documents.kind"]
