"""Sessions through the front door: what did not happen, several on a page, days behind laws and letters, open years.

One night over handed-in pages, each fault that was seen with relatives in other words and languages.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import duckdb
import pytest

from expectations.dbt_results import read_dbt_results
from ingest.collect.inbox import Sidecar, add
from ingest.home import open_home
from orchestration.night import NightRun
from warehouse.build.builds import candidate

Row = tuple[str, int | None, int | None, str, str | None, str | None]


@dataclass(frozen=True)
class Handed:
    """A page, its day of publication, and its sessions: kind, year, month, status, day called for or held, new day."""

    name: str
    text: str
    sessions: list[Row]
    published: str | None = None


HANDED = [
    Handed(
        "cancelled-ar",
        "إلغاء الدورة الاستثنائية لمجلس جماعة تطوان المقررة يوم 20 دجنبر 2023",
        [("extraordinary", 2023, 12, "cancelled", "2023-12-20", None)],
    ),
    Handed(
        "cancelled-fr",
        "La session ordinaire du conseil communal de Sefrou prévue le 5 octobre 2023 est annulée.",
        [("ordinary", 2023, 10, "cancelled", "2023-10-05", None)],
    ),
    Handed(
        "cancelled-en",
        "The extraordinary session of the communal council of Azilal scheduled for June 3, 2024 has been cancelled.",
        [("extraordinary", 2024, 6, "cancelled", "2024-06-03", None)],
    ),
    Handed(
        "postponed-ar",
        "تقرر تأجيل الدورة العادية لشهر أكتوبر 2023 لمجلس جماعة وزان المقررة يوم الخميس 5 أكتوبر 2023 إلى يوم الخميس 12 أكتوبر 2023.",
        [("ordinary", 2023, 10, "postponed", "2023-10-05", "2023-10-12")],
    ),
    Handed(
        "postponed-fr",
        "La session ordinaire de mai 2024 du conseil communal de Martil, prévue le jeudi 2 mai 2024, est reportée au jeudi 9 mai 2024.",
        [("ordinary", 2024, 5, "postponed", "2024-05-02", "2024-05-09")],
    ),
    Handed(
        "no-quorum",
        "لم تنعقد الدورة الاستثنائية لمجلس جماعة الفنيدق يوم 4 مارس 2024 لعدم اكتمال النصاب، وتقرر عقدها يوم 8 مارس 2024.",
        [("extraordinary", 2024, 3, "postponed", "2024-03-04", "2024-03-08")],
    ),
    Handed(
        "points-put-off",
        "Lors de sa session ordinaire de février 2024, tenue le mercredi 7 février 2024, le conseil communal de Midelt a reporté l'examen de trois points à la prochaine session.",
        [("ordinary", 2024, 2, "held", "2024-02-07", None)],
    ),
    Handed(
        "law-ar",
        "طبقا لمقتضيات القانون التنظيمي رقم 113.14 المتعلق بالجماعات، يعقد مجلس جماعة شفشاون دورة عادية يوم الخميس 6 فبراير 2020 لدراسة نقطتين.",
        [("ordinary", 2020, 2, "announced", "2020-02-06", None)],
    ),
    Handed(
        "law-fr",
        "En application de la loi organique n° 113-14 du 7 juillet 2015, le conseil communal de Larache tiendra sa session ordinaire de mai le jeudi 4 mai 2023.",
        [("ordinary", 2023, 5, "announced", "2023-05-04", None)],
    ),
    Handed(
        "letter",
        "بناءً على رسالة السيد العامل عدد 812 بتاريخ 24 نونبر 2023، انعقدت الدورة الاستثنائية لمجلس جماعة أصيلة يوم الأربعاء 29 نونبر 2023.",
        [("extraordinary", 2023, 11, "held", "2023-11-29", None)],
    ),
    Handed(
        "two-sessions",
        "يعقد مجلس جهة سوس ماسة دورته العادية لشهر أكتوبر 2019 يوم الاثنين 7 أكتوبر 2019. وتأتي هذه الدورة بعد دورة استثنائية عقدها المجلس يوم 16 شتنبر 2019 صودق خلالها على اتفاقيتين.",
        [
            ("extraordinary", 2019, 9, "held", "2019-09-16", None),
            ("ordinary", 2019, 10, "announced", "2019-10-07", None),
        ],
    ),
    Handed(
        "bureau",
        "عقد مكتب مجلس جماعة تيفلت اجتماعا يوم الثلاثاء 3 شتنبر 2024 خصص للتحضير للدورة العادية لشهر أكتوبر 2024.",
        [("ordinary", 2024, 10, "announced", None, None)],
    ),
    Handed(
        "open-year",
        "عقد مجلس جماعة الحاجب يوم الثلاثاء 14 نونبر الجاري دورة استثنائية خصصت لنقطة فريدة.",
        [("extraordinary", 2023, 11, "held", "2023-11-14", None)],
        published="2023-11-16",
    ),
    Handed(
        "two-days",
        "Le conseil communal de Boulemane a tenu les 4 et 5 octobre 2023 sa session ordinaire d'octobre 2023.",
        [("ordinary", 2023, 10, "held", "2023-10-04", None)],
    ),
    Handed(
        "days-ar",
        "يعقد مجلس جماعة ميسور دورته العادية لشهر أكتوبر 2023 يومي الجمعة 6 والخميس 19 أكتوبر 2023.",
        [("ordinary", 2023, 10, "announced", "2023-10-06", None)],
        published="2023-09-29",
    ),
    Handed(
        "in-words",
        "Procès-verbal. L'an deux mille vingt-cinq, le lundi dix-sept mars, le conseil communal d'Ifrane s'est réuni en session extraordinaire.",
        [("extraordinary", 2025, 3, "held", "2025-03-17", None)],
    ),
]


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> NightRun:
    home = open_home(tmp_path_factory.mktemp("sessions") / "home", sample=False)
    folder = tmp_path_factory.mktemp("pages")
    for one in HANDED:
        page = f"<!doctype html><html><head><meta charset='utf-8'></head><body><p>{one.text}</p></body></html>"
        (folder / f"{one.name}.html").write_text(page, "utf-8")
        sidecar = Sidecar(
            origin=f"test {one.name}", publisher="press", licence="none-seen", publication_date=one.published
        )
        add(home, folder / f"{one.name}.html", sidecar)
    run = NightRun(home, dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC))
    with run.locked():
        run.collect()
        run.parse()
        run.admit()
        build = run.assemble()
        run.model()
    assert [c.check_id for c in read_dbt_results(build.target, build.database) if c.blocks] == []
    return run


@pytest.mark.parametrize("one", HANDED, ids=lambda h: h.name)
def test_each_session_stands_in_the_tables_as_it_was(night: NightRun, one: Handed) -> None:
    with duckdb.connect(str(candidate(night.home).database), read_only=True) as con:
        found = con.execute(
            "select kind_code, year, month, status_code, start_date, postponed_to_date from marts.sessions "
            "where source_url like ? order by 1",
            [f"%{one.name}.html"],
        ).fetchall()
    assert found == one.sessions
