"""Sums and counts through the front door: every fault that was seen, with its relatives, from handed-in documents to tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from expectations.dbt_results import read_dbt_results
from ingest.collect.inbox import Sidecar, add
from ingest.home import open_home
from orchestration.night import NightRun
from tests.ingest.read.documents.printed import page
from tests.ingest.text.sums import SUMS, VOTES
from warehouse.build.builds import candidate

Query = Callable[[str], list[tuple[Any, ...]]]

#: (institution, as printed, dirhams): every glyph of these cells is drawn twice.
GRANTS = [("Association Al Amal", "150000", 150000), ("Club Ennasr", "47 500,00", 47500), ("Association Ennour", "1234", 1234)]  # fmt: skip
#: (for, against, abstained), drawn twice.
PRINTED_VOTES = [(23, 4, 2), (19, 11, 1), (31, 2, 0)]


def session(month: str, day: str, rows: list[tuple[str, str]]) -> str:
    """A report of a session whose points and outcomes stand in a table."""
    cells = "".join(f"<tr><td>{i}</td><td>{t}</td><td>{o}</td></tr>" for i, (t, o) in enumerate(rows, 1))
    lead = f"عقد مجلس جماعة تطوان دورته العادية لشهر {month} 2025 {day}، وتداول في النقط التالية:"
    head = "<tr><th>رقم النقطة</th><th>موضوع النقطة</th><th>نتيجة التصويت</th></tr>"
    return f"<html><head><meta charset='utf-8'></head><body><p>{lead}</p><table>{head}{cells}</table></body></html>"


def titled(text: str) -> str:
    """A point that states a sum."""
    is_arabic = any("\u0600" <= c <= "\u06ff" for c in text)
    return f"المصادقة على اتفاقية شراكة {text}" if is_arabic else f"Approbation d'une convention, {text}"


def documents() -> dict[str, bytes]:
    unanimous = "تمت المصادقة بالإجماع"
    votes = [[str(n), f"Avenant {chr(64 + n)}", "Adopte", *map(str, v)] for n, v in enumerate(PRINTED_VOTES, 1)]
    return {
        "sums.html": session("أكتوبر", "يوم الثلاثاء 07 أكتوبر 2025", [(titled(t), unanimous) for _, t, _ in SUMS]).encode(),
        "votes.html": session("ماي", "يوم الثلاثاء 06 ماي 2025", [(f"تسمية ساحة الحي {'ابجدهو'[i]}", v[1]) for i, v in enumerate(VOTES)]).encode(),
        "grants.pdf": page(
            "Subventions accordées aux associations par la commune de Tétouan au titre de l'année 2023",
            [["Association", "Montant (DH)"], *([n, printed] for n, printed, _ in GRANTS)],
        ),
        "votes.pdf": page(
            "Session ordinaire du mois de février 2024 du conseil communal de Tétouan, tenue le 6 février 2024. Points suivants :",
            [["N°", "Objet", "Décision", "Pour", "Contre", "Abstentions"], *votes],
        ),
    }  # fmt: skip


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> NightRun:
    home = open_home(tmp_path_factory.mktemp("sums") / "home", sample=False)
    folder = tmp_path_factory.mktemp("documents")
    for name, payload in documents().items():
        (folder / name).write_bytes(payload)
        add(home, folder / name, Sidecar(origin=f"test {name}", publisher="press", licence="none-seen"))
    run = NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC))
    with run.locked():
        run.collect()
        run.parse()
        run.admit()
        build = run.assemble()
        run.model()
    assert [c.check_id for c in read_dbt_results(build.target, build.database) if c.blocks] == []
    return run


@pytest.fixture
def ask(night: NightRun) -> Query:
    def asked(sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(candidate(night.home).database), read_only=True) as con:
            return con.execute(sql).fetchall()

    return asked


def test_every_sum_is_whole_or_in_its_words_alone(ask: Query) -> None:
    rows = ask(
        "select i.item_number, i.amount_mad::varchar, i.amount_raw is not null, d.amount_mad is not distinct from i.amount_mad "
        "from marts.agenda_items i join marts.sessions s using (session_id) join marts.decisions d using (agenda_item_id) "
        "where s.year = 2025 and s.month = 10 order by 1"
    )
    found = {n: (None if mad is None else str(int(float(mad))), has_words, same) for n, mad, has_words, same in rows}
    assert found == {n: (value, True, True) for n, (_, _, value) in enumerate(SUMS, 1)}


def test_sums_that_contradict_themselves_are_told(ask: Query) -> None:
    told = dict(ask("select value_raw, finding_code from marts.findings where field_name = 'amount'"))
    codes = {"malformed grouping": "damaged_number", "glyphs drawn twice": "damaged_number", "digits and words differ": "values_differ"}  # fmt: skip
    expected = [codes[fault] for fault, _, _ in SUMS if fault in codes]
    assert sorted(told.values()) == sorted(expected)


def test_every_vote_is_whole_or_in_its_words_alone(ask: Query) -> None:
    votes = "select i.item_number, v.for_count, v.against_count, v.abstention_count from marts.votes v join marts.agenda_items i using (agenda_item_id)"
    assert ask(f"{votes} join marts.sessions s on s.session_id = i.session_id where s.year = 2025 and s.month = 5 order by 1") == [
        (n, yes, no, none) for n, (_, _, yes, no, none) in enumerate(VOTES, 1)
    ]  # fmt: skip


def test_glyphs_that_a_page_draws_twice_are_read_once(ask: Query) -> None:
    assert set(ask("select beneficiary_name, amount_mad::int from marts.grants where year = 2023")) == {
        (name, value) for name, _, value in GRANTS
    }
    votes = "select v.for_count, v.against_count, v.abstention_count from marts.votes v join marts.agenda_items i using (agenda_item_id)"
    assert ask(f"{votes} join marts.sessions s on s.session_id = i.session_id where s.year = 2024 order by i.item_number") == PRINTED_VOTES  # fmt: skip
