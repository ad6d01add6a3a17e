"""What a build leaves for a person to settle: each queue, its counts and what to do, and nothing private."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from expectations.sheets.load import load_tables
from infitah.review_command import _KINDS
from warehouse.build.review import KINDS, Queue, Waiting, review_queues

PAGE, OTHER = "https://bni-khayal.example/ar/mai?x=1&y=2", "https://ain-namoudaj.example/ar/mai"


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """A build's database with its published tables, and the private ones that the review asks, all empty."""
    with duckdb.connect() as opened:
        for schema in ("marts", "intermediate", "review"):
            opened.execute(f"create schema {schema}")
        for table in load_tables().values():
            columns = ", ".join(f'"{c.name}" {c.data_type}' for c in table.columns)
            opened.execute(f"create table marts.{table.name} ({columns})")
        for name, columns in (
            ("review.int_names__unresolved", "table_name, name, source_ids, first_source_url"),
            ("review.int_quarantine__rows", "table_name, rejection_code, source_id, source_url"),
            (
                "intermediate.int_participations__admitted",
                "participant_kind_code, participant_key, participant_name, role_code, source_id, source_url",
            ),
            (
                "intermediate.int_documents__admitted",
                "kind_code, kind_reason_code, status_code, status_reason, gone_date, source_id, source_url",
            ),
        ):
            opened.execute(f"create table {name} ({columns.replace(',', ' varchar,')} varchar)")
        opened.execute("alter table review.int_names__unresolved add column occurrence_count bigint")
        yield opened


def insert(con: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    marks = ", ".join(f"${name}" for name in values)
    con.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", values)


def queue(con: duckdb.DuckDBPyConnection, kind: str, source_id: str | None = None) -> Queue:
    (found,) = review_queues(con, kinds=(kind,), source_id=source_id)
    return found


def lines(con: duckdb.DuckDBPyConnection, kind: str, source_id: str | None = None) -> tuple[Waiting, ...]:
    return queue(con, kind, source_id).lines


def test_the_command_knows_every_kind(con: duckdb.DuckDBPyConnection) -> None:
    assert _KINDS == KINDS == tuple(q.kind for q in review_queues(con))


def test_the_name_for_which_most_waits_comes_first(con: duckdb.DuckDBPyConnection) -> None:
    for name, count, sources in (("أولاد عيسى", 3, "a b"), ("سيدي علي", 9, "b")):
        insert(
            con,
            "review.int_names__unresolved",
            table_name="documents",
            name=name,
            source_ids=sources,
            first_source_url=PAGE,
            occurrence_count=count,
        )
    assert [(w.what, w.waits) for w in lines(con, "names")] == [("سيدي علي", 9), ("أولاد عيسى", 3)]
    assert [w.what for w in lines(con, "names", "a")] == ["أولاد عيسى"]
    assert lines(con, "names")[0].settle == "infitah review --explain 'سيدي علي'"
    assert "reviewed_names.csv" in queue(con, "names").settle


def test_organizations_without_an_entry_wait(con: duckdb.DuckDBPyConnection) -> None:
    for key, name in (("organization|name|x", "جمعية الأمل"), (None, "جمعية الأمل"), ("organization|ogp", "OGP")):
        insert(
            con,
            "intermediate.int_participations__admitted",
            participant_kind_code="organization",
            participant_key=key,
            participant_name=name,
            role_code="partner",
            source_id="a",
            source_url=PAGE,
        )
    (found,) = lines(con, "organizations")
    assert (found.what, found.waits) == ("جمعية الأمل", 2)
    assert "ingest/read/organizations.yml" in found.settle and f"'{PAGE}'" in found.settle


def test_a_contradiction_names_both_documents(con: duckdb.DuckDBPyConnection) -> None:
    told = {"record_name": "ses-bcd", "field_name": "start_date", "value_raw": "2026-05-06 / 2026-05-07"}
    insert(con, "marts.findings", finding_code="documents_disagree", source_url=PAGE, other_source_url=OTHER, **told)
    insert(con, "marts.findings", finding_code="sum_mismatch", source_url=PAGE, **told)
    insert(con, "marts.findings", finding_code="row_does_not_fit", source_url=PAGE, **told)
    (found,) = lines(con, "contradictions")
    assert found.what == "ses-bcd start_date: 2026-05-06 / 2026-05-07"
    assert found.settle == f"infitah explain '{PAGE}'; infitah explain {OTHER}"
    assert [w.what for w in lines(con, "findings")] == ["sum_mismatch"]
    assert [(w.what, w.where) for w in lines(con, "set_aside")] == [("row_does_not_fit", "findings: start_date")]


def test_flagged_values_and_words_without_a_value_are_counted(con: duckdb.DuckDBPyConnection) -> None:
    insert(con, "marts.sessions", session_id="ses-b", start_date_flag_code="weekday_mismatch", source_url=PAGE)
    insert(con, "marts.sessions", session_id="ses-c", start_date_flag_code="weekday_mismatch", source_url=OTHER)
    insert(con, "marts.grants", grant_id="gra-b", amount_raw="1.504377.10 درهم", source_url=PAGE)
    insert(con, "marts.grants", grant_id="gra-c", amount_raw="10 درهم", amount_mad=10, source_url=PAGE)
    found = {(w.where, w.what): (w.waits, w.settle) for w in lines(con, "flags")}
    assert found == {
        ("sessions", "start_date_flag_code: weekday_mismatch"): (2, "infitah explain sessions ses-b"),
        ("grants", "amount_mad: words without a value"): (1, "infitah explain grants gra-b"),
    }


def test_documents_set_aside_and_pages_of_no_kind_say_why(con: duckdb.DuckDBPyConnection) -> None:
    table = "intermediate.int_documents__admitted"
    insert(
        con,
        table,
        kind_code="other",
        kind_reason_code="not_read",
        status_code="unreadable",
        status_reason="the file is encrypted",
        source_id="a",
        source_url=PAGE,
    )
    insert(
        con, table, kind_code="other", kind_reason_code="menu_only", status_code="ok", source_id="b", source_url=OTHER
    )
    (unread,) = lines(con, "set_aside")
    assert (unread.what, unread.where) == ("the file is encrypted", "documents: unreadable")
    (other,) = lines(con, "other_pages")
    assert other.where == "menu_only" and other.what.startswith("short lines alone")
    assert lines(con, "other_pages", "a") == ()


def test_nothing_private_is_shown(con: duckdb.DuckDBPyConnection) -> None:
    insert(
        con,
        "review.int_quarantine__rows",
        table_name="tenders",
        rejection_code="personal_data_phone_title",
        source_id="a",
        source_url="https://bni-khayal.example/avis?tel=0661000000",
    )
    insert(
        con,
        "review.int_names__unresolved",
        table_name="documents",
        name="السيد خالد المزياني بجماعة أولاد عيسى",
        source_ids="a",
        first_source_url=PAGE,
        occurrence_count=1,
    )
    told = str(review_queues(con))
    assert "0661" not in told and "المزياني" not in told
    assert "withheld" in lines(con, "held_back")[0].settle
