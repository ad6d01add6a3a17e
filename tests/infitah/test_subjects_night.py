"""Subjects through the front door: from handed-in pages and a table to the columns `subjects`, their list, and explain."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from expectations.dbt_results import read_dbt_results
from infitah.cli import main
from ingest.collect.inbox import Sidecar, add
from ingest.home import open_home
from orchestration.night import NightRun
from warehouse.build.builds import candidate

Query = Callable[[str], list[tuple[Any, ...]]]

#: Point of a session → its subjects; each is decided.
POINTS = {
    "اتفاقية شراكة مع وزارة الصحة حول إصلاح الطريق المؤدية إلى المستوصف": "roads health",
    "اقتناء حافلات للنقل المدرسي بمبلغ 900.000,00 درهم": "transport education",
    "تهيئة ساحة بجوار المدرسة": "planning",
    "تسمية شارع النخيل": "planning",
    "نقط مختلفة": None,
}
COMMITMENTS = {"رقمنة المساطر الإدارية": "digital", "Guide des services": None, "جمع النفايات بالأحياء": "waste"}
#: Sentence of an agreement → what it is for.
AGREEMENTS = {
    "وقعت جماعة تطوان يوم 3 مارس 2024 اتفاقية شراكة مع وكالة الحوض المائي اللوكوس من أجل تهيئة حديقة عمومية، على هامش مهرجان المدينة.": "environment",
    "La commune de Tétouan a signé le 4 avril 2024 une convention de partenariat avec l'ADS.": None,
}
PROJECTS = {
    "إحداث بوابة إلكترونية للشكايات": "digital",
    "تفعيل الميزانية التشاركية": "participation",
    "مكتب الاستقبال": None,
}


def html(body: str) -> bytes:
    return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def documents() -> dict[str, tuple[bytes, str]]:
    """Name → bytes and the source that they are handed in for."""
    cells = "".join(f"<tr><td>{i}</td><td>{t}</td><td>تمت المصادقة بالإجماع</td></tr>" for i, t in enumerate(POINTS, 1))
    lead = "عقد مجلس جماعة تطوان دورته العادية لشهر أكتوبر 2025 يوم الثلاثاء 07 أكتوبر 2025، وتداول في النقط التالية:"
    head = "<tr><th>رقم النقطة</th><th>موضوع النقطة</th><th>نتيجة التصويت</th></tr>"
    promised = "".join(
        f"<tr><td>{i}</td><td>{t}</td><td>الكتابة العامة</td><td>2026</td></tr>" for i, t in enumerate(COMMITMENTS, 1)
    )
    plan = "<tr><th>الرقم</th><th>الالتزام</th><th>الجهة المسؤولة</th><th>تاريخ الانتهاء</th></tr>"
    projects = "Titles,CT1,CT2,Topics\n" + "".join(f"{t},جماعة تطوان,Commune de Tétouan,\n" for t in PROJECTS)
    return {
        "session.html": (html(f"<p>{lead}</p><table>{head}{cells}</table>"), "inbox-documents"),
        "plan.html": (
            html(f"<h1>برنامج انفتاح جماعة مرتيل 2025-2026</h1><table>{plan}{promised}</table>"),
            "inbox-documents",
        ),
        "agreements.html": (html("".join(f"<p>{a}</p>" for a in AGREEMENTS)), "inbox-documents"),
        "projects.csv": (projects.encode(), "inbox-remacto-projects"),
    }


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> NightRun:
    home = open_home(tmp_path_factory.mktemp("subjects") / "home", sample=False)
    folder = tmp_path_factory.mktemp("documents")
    for name, (payload, source) in documents().items():
        (folder / name).write_bytes(payload)
        add(home, folder / name, Sidecar(origin=f"test {name}", publisher="press", licence="none-seen", source=source))
    run = NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC), is_local=True)
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


@pytest.mark.parametrize(
    ("table", "titles"),
    [("agenda_items", POINTS), ("decisions", POINTS), ("commitments", COMMITMENTS), ("openness_projects", PROJECTS)],
)
def test_every_kind_of_row_says_what_it_is_about(ask: Query, table: str, titles: dict[str, str | None]) -> None:
    assert dict(ask(f"select title, subjects from marts.{table}")) == titles


def test_an_agreement_is_about_what_it_is_for(ask: Query) -> None:
    found = dict(ask("select signed_date, subjects from marts.agreements"))
    assert found == {"2024-03-03": "environment", "2024-04-04": None}


def test_subjects_lead_to_labels_and_functions(ask: Query) -> None:
    told = ask(
        "select s.label_fr, s.cofog_code, count(*) from marts.decisions d "
        "join marts.subjects s on list_contains(string_split(d.subjects, ' '), s.subject_code) group by all order by 1"
    )
    assert told == [
        ("Enseignement", "09", 1),
        ("Routes et voirie", "04.5", 1),
        ("Santé", "07", 1),
        ("Transport et circulation", "04.5", 1),
        ("Urbanisme", "06.2", 2),
    ]
    ((codes,),) = ask("select codes from marts._dictionary where column_id = 'decisions.subjects'")
    assert set(codes.split()) == {code for (code,) in ask("select subject_code from marts.subjects")}


def test_explain_says_why(night: NightRun) -> None:
    folder = night.home.root / "asked"
    folder.mkdir()
    (folder / "session.html").write_bytes(documents()["session.html"][0])
    arguments = ["explain", "--json", "--home", str(night.home.root), str(folder / "session.html")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    told = {(s["rule_id"], s["overruled_by"]) for s in json.loads(result.output)["rules"]}
    assert {("subject.roads", None), ("subject.education", None), ("subject.planning", None)} <= told
    assert {("subject.health", "the name of an organization"), ("subject.education", "subject.beside")} <= told
    assert ("subject.agriculture", "subject.in_a_name") in told
