"""The access-to-information portal by its labels, in bounds.

On portals whose markup nobody has seen: plain, JavaScript with its data, JavaScript without.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.bronze import read_bronze
from ingest.collect.crawl.bounds import is_out_of_bounds
from ingest.home import open_home
from ingest.ledger.store import Run, load_runs
from ingest.read.access.portal import institution_tree, read_portal_page
from tests.ingest.collect.crawl.front_door import night, night_to_tables
from tests.ingest.collect.crawl.site import Site, declare
from tests.ingest.collect.walkers.portals import FIGURES, FORBIDDEN, LABELS_AR, READ, UNREAD, page, plain
from warehouse.release.reader import connect_build


@dataclass
class Walked:
    home: Path
    run: Run
    asked: dict[str, list[str]]

    def rows(self, table: str, name: str) -> list[dict[str, Any]]:
        found = read_bronze(open_home(self.home, sample=False, test=True), table).to_pylist()
        return [r for r in found if r["source_id"] == f"test-{name}"]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    home = tmp_path_factory.mktemp("portal")
    with ExitStack() as stack:
        builders = {**READ, **{n: b for n, (b, _) in UNREAD.items()}}
        sites = {n: stack.enter_context(Site(host=f"127.0.1.{i}")) for i, n in enumerate(builders, start=10)}
        for name, site in sites.items():
            entry = builders[name](site)
            declare(
                home,
                f"test-{name}",
                site,
                **{
                    "kind": "access_portal",
                    "platform": "php",
                    "national_body": "cdai",
                    "topics": ["information_access"],
                    **entry,
                },
            )
            path = home / "registry" / f"test-{name}.yml"
            registry = yaml.safe_load(path.read_text("utf-8"))
            registry.pop("walk")
            registry.pop("collectivity")
            path.write_text(yaml.safe_dump(registry, allow_unicode=True, sort_keys=False), "utf-8")
        result = night(home, "2026-11-01")
        assert result.code == 0, result.out
        yield Walked(home, load_runs(result.home)[-1], {n: [p for _, p, _ in s.log] for n, s in sites.items()})


@pytest.mark.parametrize("name", READ)
def test_counters_are_read_by_their_labels(walked: Walked, name: str) -> None:
    found = {
        r["measure_code"]: r for r in walked.rows("information_request_statistics", name) if r["scope_code"] == "portal"
    }
    values = {m: r["value_count"] for m, r in found.items()}
    assert values == dict(
        zip(
            ("requests_filed", "requests_processed", "requests_in_progress", "mean_answer_working_days"),
            FIGURES,
            strict=True,
        )
    )
    assert {r["publisher_code"] for r in found.values()} == {"cdai"}
    assert {r["rounding_code"] for r in found.values()} == {"exact"}
    if name == "plain":
        assert {r["as_of_date"] for r in found.values()} == {"2025-09-29"}


@pytest.mark.parametrize("name", UNREAD)
def test_what_is_not_there_is_never_zero(walked: Walked, name: str) -> None:
    assert walked.rows("information_request_statistics", name) == []
    (document,) = walked.rows("documents", name)
    assert document["status_code"] == UNREAD[name][1]
    if name == "new-layout":
        assert LABELS_AR[1] in document["status_reason"]
        assert walked.run.sources[f"test-{name}"].admission == "held"
        assert walked.run.sources[f"test-{name}"].cause == "layout_changed"


def test_institutions_are_a_tree_without_people(walked: Walked) -> None:
    bodies = {r["name_ar"]: r for r in walked.rows("information_bodies", "plain")}
    assert set(bodies) == {"وزارة الأمثلة", "المديرية الجهوية للأمثلة", "جماعة بني خيال"}
    tree = {r["natural_key"]: r for r in walked.rows("information_bodies", "plain") if r["parent_information_body_key"]}
    assert {r["name_ar"] for r in tree.values()} == {"المديرية الجهوية للأمثلة"}
    assert {r["kind_code"] for r in walked.rows("information_bodies", "plain") if r["name_ar"] == "جماعة بني خيال"} >= {
        "collectivity"
    }
    figures = [r for r in walked.rows("information_request_statistics", "plain") if r["scope_code"] == "institution"]
    assert {r["value_count"] for r in figures} == {20, 40, 60, 2, 4, 6}
    assert any(
        r["has_information_officer"] and r["contact_email"] == "contact@exemple.gov.ma"
        for r in walked.rows("information_bodies", "plain")
    )
    for table in ("information_bodies", "information_request_statistics", "documents"):
        for row in walked.rows(table, "plain"):
            assert not any("الفلاني" in str(v) or "0612345678" in str(v) for v in row.values())


@pytest.mark.parametrize("name", [*READ, *UNREAD])
def test_requests_accounts_and_captchas_are_never_fetched(walked: Walked, name: str) -> None:
    assert not [p for p in walked.asked[name] if p in FORBIDDEN or is_out_of_bounds("https://portal.example" + p)]


@pytest.mark.parametrize(
    "path",
    [
        *FORBIDDEN,
        "/checkRequest",
        "/mon-compte",
        "/METLE-2020-11-DEM",
        "/api/v1/demandes/12",
        "/x?request=4",
        "/oauth2/token",
        "/ar/%D8%B7%D9%84%D8%A8%D8%A7%D8%AA%D9%8A",
    ],
)
def test_what_is_out_of_bounds(path: str) -> None:
    assert is_out_of_bounds(f"https://portal.example{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ar/institutions",
        "/institution/12",
        "/statistiques",
        "/faq",
        "/publication-proactive",
        "/ar/%D8%A5%D8%AD%D8%B5%D8%A7%D8%A6%D9%8A%D8%A7%D8%AA",
    ],
)
def test_what_is_in_bounds(path: str) -> None:
    assert not is_out_of_bounds(f"https://portal.example{path}")


def test_a_request_that_is_redirected_to_stays_unfetched(tmp_path: Path) -> None:
    with Site() as site:
        plain(site)
        site.behaviours["/ar/faq"] = lambda h: h.answer(302, b"", Location="/login?next=/ar/faq")
        declare(tmp_path, "test-portal", site, kind="access_portal", platform="php", national_body="cdai")
        path = tmp_path / "registry" / "test-portal.yml"
        registry = yaml.safe_load(path.read_text("utf-8"))
        registry.pop("walk")
        path.write_text(yaml.safe_dump(registry, allow_unicode=True), "utf-8")
        night(tmp_path, "2026-11-01")
        assert not [p for p in site.asked() if p.startswith("/login")]


@pytest.mark.parametrize(
    ("body", "counters"),
    [
        ("<dl><dt>Demandes et réclamations déposées</dt><dd>plus de 22 200</dd></dl>", []),
        (
            "<dl><dt>Demandes déposées et réclamations</dt><dd>plus de 22 200</dd></dl>",
            [("requests_filed", 22200, True, "more_than")],
        ),
        ("<p>عدد الطلبات المقدمة: حوالي 22 ألف</p>", [("requests_filed", 22000, False, "about")]),
        ("<p>عدد الطلبات المقدمة: ٢٢٬٣٤٥</p>", [("requests_filed", 22345, False, "exact")]),
        ("<div><p>متوسط مدة الإجابة</p><b>17,5</b></div>", [("mean_answer_working_days", None, False, "exact")]),
        # Two numbers beside one label: which is its value is not said.
        ("<div><p>عدد الطلبات المقدمة</p><b>12</b><b>40</b></div>", []),
        # A sentence that only speaks of requests is no label.
        ("<p>توصلت الإدارة خلال السنة الماضية بعدد من الطلبات المقدمة من المواطنين بلغ 12 طلبا</p>", []),
    ],
)
def test_labels_and_numbers(body: str, counters: list[tuple[str, int | None, bool, str]]) -> None:
    found = read_portal_page(f"<html><body>{body}</body></html>").counters
    assert [(c.measure_code, c.value_count, c.is_including_complaints, c.rounding_code) for c in found] == counters


MONTHS = ("يناير 2025", "فبراير 2025", "مارس 2025")
SERIES = {
    "table": (
        "<h2>تطور الطلبات</h2><table><tr><th>الشهر</th><th>عدد الطلبات المقدمة</th><th>عدد الطلبات المعالجة</th></tr>"
    )
    + "".join(f"<tr><td>{m}</td><td>{10 + i}</td><td>{5 + i}</td></tr>" for i, m in enumerate(MONTHS))
    + "</table>",
    "months across": "<table><tr><th></th>"
    + "".join(f"<th>{m}</th>" for m in ("Janvier", "Février", "Mars"))
    + (
        "</tr><caption>Année 2025</caption><tr><th>Demandes déposées</th><td>10</td><td>11</td><td>12</td>"
        "</tr><tr><th>Demandes traitées</th><td>5</td><td>6</td><td>7</td></tr></table>"
    ),
    "chart": '<script type="application/json">'
    + json.dumps(
        {
            "labels": ["2025-01", "2025-02", "2025-03"],
            "datasets": [
                {"label": "الطلبات المقدمة", "data": [10, 11, 12]},
                {"label": "الطلبات المعالجة", "data": [5, 6, 7]},
            ],
        },
        ensure_ascii=False,
    )
    + "</script>",
    "objects": '<script type="application/json">'
    + json.dumps(
        {
            "rows": [
                {"id": i, "mois": m, "Demandes déposées": 10 + i, "Demandes traitées": 5 + i}
                for i, m in enumerate(("01/2025", "02/2025", "03/2025"))
            ]
        }
    )
    + "</script>",
}


@pytest.mark.parametrize("form", SERIES)
def test_a_series_by_month_is_read_and_is_no_total(form: str) -> None:
    found = read_portal_page(f"<html><body>{SERIES[form]}</body></html>")
    assert {(p.measure_code, p.month, p.value[0]) for p in found.series} == {
        (m, f"2025-0{i + 1}", v + i) for m, v in (("requests_filed", 10), ("requests_processed", 5)) for i in range(3)
    }
    assert found.counters == ()


def test_figures_by_kind_of_institution_are_read() -> None:
    found = read_portal_page(
        "<html><body><table><tr><th>نوع المؤسسة</th><th>عدد الطلبات المقدمة</th></tr>"
        "<tr><td>الإدارات العمومية</td><td>900</td></tr><tr><td>الجماعات الترابية</td><td>729</td></tr>"
        "</table></body></html>"
    )
    assert [(p.kind_code, p.value[0]) for p in found.series] == [("administration", 900), ("collectivity", 729)]
    assert found.counters == ()


@pytest.mark.parametrize(
    "body",
    [
        # No year anywhere; a chart that a script has yet to fill; figures without a measure.
        (
            "<table><tr><th>الشهر</th><th>عدد الطلبات المقدمة</th></tr><tr><td>يناير</td><td>10</td></tr><tr>"
            "<td>مارس</td><td>12</td></tr></table>"
        ),
        (
            '<script type="application/json">{"labels": ["2025-01", "2025-02"], "datasets": [{"label": "الطلبات '
            'المقدمة", "data": [0, 0]}]}</script>'
        ),
        (
            '<script type="application/json">{"labels": ["2025-01", "2025-02"], "datasets": [{"label": "الزوار", '
            '"data": [7, 8]}]}</script>'
        ),
    ],
)
def test_what_a_series_does_not_say_is_left_out(body: str) -> None:
    found = read_portal_page(f"<html><body>{body}</body></html>")
    assert (found.series, found.counters) == ((), ())


def test_figures_are_a_series_in_time(tmp_path: Path) -> None:
    """A figure that moves keeps its earlier values as rows of their own; a page of statistics is no institution."""
    with Site() as site:
        for date, figures in (("2026-11-01", FIGURES), ("2026-11-02", FIGURES), ("2026-11-03", (1700, 400, 1300, 17))):
            cards = "".join(f"<div><p>{k}</p><b>{v}</b></div>" for k, v in zip(LABELS_AR, figures, strict=True))
            page(
                site,
                "/",
                f'<header><a href="/ar/statistics">إحصائيات</a></header><main>{cards}<p>زائر {date}</p></main>',
            )
            page(site, "/ar/statistics", f"<main><h1>إحصائيات</h1>{SERIES['table']}</main>")
            declare(
                tmp_path,
                "test-portal",
                site,
                kind="access_portal",
                platform="php",
                national_body="cdai",
                topics=["information_access"],
            )
            path = tmp_path / "registry" / "test-portal.yml"
            registry = yaml.safe_load(path.read_text("utf-8"))
            registry.pop("walk")
            registry.pop("collectivity")
            path.write_text(yaml.safe_dump(registry, allow_unicode=True), "utf-8")
            if date.endswith("03"):
                night_to_tables(tmp_path, date)
            else:
                assert night(tmp_path, date).code == 0
    with connect_build(open_home(tmp_path, sample=False, test=True)) as con:
        totals = con.execute(
            "select measure_code, value_count, is_latest, cast(captured_at as date)::varchar from "
            "information_request_statistics where period_date is null order by measure_code, captured_at"
        ).fetchall()
        months = con.execute(
            "select period_date, value_count, is_latest from information_request_statistics where period_date is "
            "not null and measure_code = 'requests_filed' order by 1"
        ).fetchall()
        assert con.execute("select count(*) from information_bodies").fetchall() == [(0,)]
        assert con.execute("select kind_code from documents where source_url like '%statistics'").fetchall() == [
            ("statistics",)
        ]
    filed = [t[1:] for t in totals if t[0] == "requests_filed"]
    assert [f[:2] for f in filed] == [(1629, False), (1700, True)]
    assert filed[0][2] < filed[1][2]
    assert [t[1:3] for t in totals if t[0] == "mean_answer_working_days"] == [(17, True)]
    assert months == [("2025-01", 10, True), ("2025-02", 11, True), ("2025-03", 12, True)]


def test_a_tree_in_a_menu_is_read_too() -> None:
    tree = institution_tree(
        "<ul><li><span>المؤسسات والمقاولات العمومية</span><ul><li>المكتب المثالي<ul><li>الفرع الأول</li></ul>"
        "</li></ul></li></ul>"
    )
    assert [(i.name, i.kind_code, i.parent) for i in tree] == [
        ("المكتب المثالي", "public_enterprise", None),
        ("الفرع الأول", "public_enterprise", "المكتب المثالي"),
    ]


def test_figures_that_do_not_add_up_are_told(tmp_path: Path) -> None:
    with Site() as site:
        cards = "".join(
            f"<div><p>{k}</p><b>{v}</b></div>" for k, v in zip(LABELS_AR, (1629, 341, 1200, 17), strict=True)
        )
        page(site, "/", f"<main>{cards}</main>")
        declare(tmp_path, "test-portal", site, kind="access_portal", platform="php", national_body="cdai")
        path = tmp_path / "registry" / "test-portal.yml"
        registry = yaml.safe_load(path.read_text("utf-8"))
        registry.pop("walk")
        path.write_text(yaml.safe_dump(registry, allow_unicode=True), "utf-8")
        result = night(tmp_path, "2026-11-01")
        (finding,) = read_bronze(result.home, "findings").to_pylist()
    assert (finding["finding_code"], finding["value_raw"]) == ("sum_mismatch", "1629 / 341 + 1200")
