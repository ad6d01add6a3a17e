"""From pages to checked tables, through the front door: acts of a council with their votes; two languages of one act and renamed pages as one record (DESIGN.md §12). All made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.home import Home
from ingest.ledger.store import load_runs
from tests.ingest.collect.crawl.front_door import night, night_to_tables
from tests.ingest.collect.crawl.site import Site, declare
from warehouse.release.reader import connect_build

AR = "الدورة العادية لشهر أكتوبر {} لمجلس جماعة بني خيال"
#: A member's own page need not name it.
OWN_AR = "الدورة العادية لشهر أكتوبر {} للمجلس"
OWN_FR = "Session ordinaire du mois d'octobre {} du conseil"
FR = "Session ordinaire du mois d'octobre {} du conseil de la commune de Bni Khayal"


PAGES: dict[str, tuple[str, str]] = {
    "report": (
        "أشغال الدورة العادية لشهر أكتوبر 2025 لمجلس جماعة بني خيال",
        "<p>عقد مجلس جماعة بني خيال يوم الثلاثاء 07 أكتوبر 2025 دورته العادية لشهر أكتوبر 2025، وتداول في النقط التالية:</p>"
        "<table><tr><th>رقم النقطة</th><th>موضوع النقطة</th><th>نتيجة التصويت</th></tr>"
        "<tr><td>1</td><td>المصادقة على ميزانية سنة 2026</td><td>صودق عليها بأغلبية 18 صوتا مقابل 4</td></tr>"
        "<tr><td>2</td><td>دعم جمعية النخيل الخيالية بمبلغ 120.000,00 درهم</td><td>تمت المصادقة بالإجماع</td></tr>"
        "<tr><td>3</td><td>إلغاء المقرر عدد 24 المتخذ في دورة 4 مارس 2021</td><td>تم تأجيلها إلى دورة مقبلة</td></tr></table>",
    ),
    "announcement": (
        "الدورة العادية لشهر فبراير 2026",
        "<p>يعقد مجلس جماعة بني خيال دورته العادية لشهر فبراير 2026 يوم الخميس 05 فبراير 2026 وفق جدول الأعمال التالي:</p><ol><li>برمجة فائض سنة 2025</li><li>عرض حول النقل المدرسي</li></ol>",
    ),
    "tender": (
        "طلب عروض مفتوح رقم 07/2026",
        "<p>يعلن مجلس جماعة بني خيال عن طلب عروض مفتوح رقم 07/2026. فتح الأظرفة يوم الاثنين 16 فبراير 2026. كلفة تقدير الأشغال 2.500.000,00 درهم. مبلغ الضمان المؤقت 30.000,00 درهم.</p>",
    ),
    "grants": (
        "الجمعيات المستفيدة من دعم سنة 2025",
        "<p>لائحة الجمعيات المستفيدة من دعم مجلس جماعة بني خيال برسم سنة 2025</p><table><tr><th>الجمعية</th><th>المبلغ</th></tr><tr><td>جمعية الأمل النموذجية</td><td>40.000,00 درهم</td></tr>"
        "<tr><td>السيد فلان الفلاني</td><td>9.000,00 درهم</td></tr></table>",
    ),
    "petition": ("عريضة", "<p>توصل رئيس مجلس جماعة بني خيال يوم الاثنين 02 فبراير 2026 بعريضة موقعة من طرف 3 مواطنين حول إحداث مكتبة.</p>"),
    "consultation": ("استشارة", "<p>يفتح مجلس جماعة بني خيال باب المشاركة في استشارة عمومية من 02 مارس 2026 إلى 12 مارس 2026.</p>"),
    "programme": (
        "برنامج انفتاح جماعة بني خيال 2025-2026",
        "<h3>المحور الأول: الشفافية</h3><p>المشروع 1: نشر ميزانية المواطن</p><p>الجهة المسؤولة: مصلحة المالية</p><p>تاريخ البداية: يناير 2025</p><p>تاريخ النهاية: دجنبر 2025</p><p>وضعية المشروع: منجز</p>"
        "<h3>المحور الثاني: المشاركة</h3><p>المشروع 2: إحداث مجلس الشباب</p><p>الجهة المسؤولة: قسم التخطيط</p><p>مدة الإنجاز: من مارس 2025 إلى يونيو 2026</p><p>وضعية المشروع: في طور الإنجاز</p>"
        "<p>الأنشطة المبرمجة</p><p>استشارة الجمعيات | مارس 2025 | ماي 2025</p><p>انتخاب الأعضاء | شتنبر 2025</p><p>معلومات الاتصال</p><p>contact@exemple.example</p>",
    ),
}  # fmt: skip
Query = Callable[[str], list[tuple[Any, ...]]]


@dataclass
class Nights:
    """What two nights came to, the second of which renamed the numbered pages."""

    home: Home
    numbered_ids_before: set[str]
    documents: list[dict[str, Any]]
    sessions: list[tuple[int, int]]


def act(title: str, head: str = "") -> tuple[str, bytes]:
    page = f"<html><head><meta charset='utf-8'>{head}</head><body><main><article><h1>{title}</h1><p>{title}.</p></article></main></body></html>"
    return "text/html; charset=utf-8", page.encode()


def listed(*paths: str) -> tuple[str, bytes]:
    links = "".join(f'<li class="item"><a href="{p}">{p}</a></li>' for p in paths)
    return "text/html; charset=utf-8", f"<html><body><main><ul>{links}</ul></main></body></html>".encode()


def alternates(root: str, ar: str, fr: str) -> str:
    return f'<link rel="alternate" hreflang="ar" href="{root}{ar}"><link hreflang="fr-MA" rel="alternate" href="{root}{fr}"/>'


def without_body(path: Path) -> None:
    """The network's platform speaks for no collectivity: each page is its member's."""
    entry = yaml.safe_load(path.read_text("utf-8"))
    entry.pop("collectivity")
    path.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), "utf-8")


def fill(alternate: Site, parameter: Site, numbered: Site, slug: str) -> None:
    head = alternates(alternate.root, "ar/dawra", "fr/session")
    alternate.pages |= {"/ar/dawra": act(AR.format(2015), head), "/fr/session": act(FR.format(2015), head)}
    # A page whose alternate is merely the other language's home, as translation plug-ins write it.
    alternate.pages["/ar/autre"] = act(AR.format(2016), alternates(alternate.root, "ar/autre", "fr/"))
    alternate.pages["/ar/encore"] = act(AR.format(2017), alternates(alternate.root, "ar/encore", "fr/"))
    alternate.pages["/list?page=1"] = listed("/ar/dawra", "/fr/session", "/ar/autre", "/ar/encore")
    parameter.pages |= {
        "/membre.php?ct=commune-bni-khayal&lang=ar": act(OWN_AR.format(2018)),
        "/membre.php?ct=commune-bni-khayal&lang=fr": act(OWN_FR.format(2018)),
        "/membre.php?ct=commune-oued-mithal&lang=ar": act(OWN_AR.format(2019)),
    }
    parameter.pages["/list?page=1"] = listed(*(p for p in parameter.pages if p.startswith("/membre")))
    for path in [p for p in numbered.pages if "actualite" in p]:
        del numbered.pages[path]
    numbered.pages |= {
        f"/ar/actualite/17/{slug}": act(AR.format(2020)),
        f"/fr/actualite/17/session-{slug}": act(FR.format(2020)),
    }
    numbered.pages["/ar/actualites"] = listed(f"/ar/actualite/17/{slug}", f"/fr/actualite/17/session-{slug}")


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    home: Path = tmp_path_factory.mktemp("languages")
    with (
        Site(host="127.0.3.1") as alternate,
        Site(host="127.0.3.2") as parameter,
        Site(host="127.0.3.3") as numbered,
        Site(host="127.0.3.4") as acts,
    ):
        fill(alternate, parameter, numbered, "dawra")
        links = "".join(f'<li class="item"><a href="/act/{n}">{n}</a></li>' for n in PAGES)
        acts.pages["/list?page=1"] = (
            "text/html; charset=utf-8",
            f"<html><body><ul>{links}</ul></body></html>".encode(),
        )
        for name, (title, body) in PAGES.items():
            acts.put(f"/act/{name}", title, " ", body)
        declare(home, "test-acts", acts, topics=["sessions", "plans", "tenders", "participation"])
        lenient = {"max_gone_share": 1.0}
        declare(home, "test-alternate", alternate, languages=["ar", "fr"])
        declare(
            home, "test-parameter", parameter, languages=["ar", "fr"], kind="network_portal", national_body="remacto"
        )
        without_body(home / "registry" / "test-parameter.yml")
        declare(
            home, "test-numbered", numbered, platform="numbered", walk={"listings": [{"url": f"{numbered.root}ar/actualites"}]},
            expectations=lenient, languages=["ar", "fr"],
        )  # fmt: skip
        night(home, "2026-02-19")
        fill(alternate, parameter, numbered, "dawra-octobre")
        result = night_to_tables(home, "2026-02-20")
        first = load_runs(result.home)[0]
        with connect_build(result.home) as con:
            rows = con.execute(
                "select document_id, source_id, source_url, language_code, gone_date, translation_of_document_id from documents where source_id <> 'test-acts' and source_id like 'test-%'"
            )
            names = [c[0] for c in rows.description]
            documents = [dict(zip(names, r, strict=True)) for r in rows.fetchall()]
            sessions = con.execute(
                "select year, count(*) from sessions where source_id <> 'test-acts' group by all order by all"
            ).fetchall()
        yield Nights(
            result.home,
            {i for kind, key, i, _ in first.identities if kind == "documents" and "test-numbered" in key},
            documents,
            sessions,
        )


def pairs(documents: list[dict[str, Any]], source: str) -> dict[str, str | None]:
    """Path of each document → path of the one that it is another language of."""
    own = {d["document_id"]: d for d in documents if d["source_id"] == source}

    def path(document_id: str | None) -> str | None:
        return None if document_id is None else "/" + own[document_id]["source_url"].split("/", 3)[3]

    return {str(path(i)): path(d["translation_of_document_id"]) for i, d in own.items()}


def test_a_site_that_names_the_other_language_is_believed(nights: Nights) -> None:
    assert pairs(nights.documents, "test-alternate") == {
        "/ar/dawra": None, "/fr/session": "/ar/dawra", "/ar/autre": None, "/ar/encore": None,
    }  # fmt: skip


def test_a_language_parameter_names_the_other_language(nights: Nights) -> None:
    assert pairs(nights.documents, "test-parameter") == {
        "/membre.php?ct=commune-bni-khayal&lang=ar": None, "/membre.php?ct=commune-bni-khayal&lang=fr": "/membre.php?ct=commune-bni-khayal&lang=ar",
        "/membre.php?ct=commune-oued-mithal&lang=ar": None,
    }  # fmt: skip


def test_one_number_in_two_languages_is_one_page(nights: Nights) -> None:
    assert pairs(nights.documents, "test-numbered") == {
        "/ar/actualite/17/dawra-octobre": None,
        "/fr/actualite/17/session-dawra-octobre": "/ar/actualite/17/dawra-octobre",
    }


def test_a_page_that_is_renamed_keeps_its_id(nights: Nights) -> None:
    """The number is the page: under its new slug it is the same document, and not gone."""
    after = [d for d in nights.documents if d["source_id"] == "test-numbered"]
    assert {d["document_id"] for d in after} == nights.numbered_ids_before
    assert all("dawra-octobre" in d["source_url"] and d["gone_date"] is None for d in after)


def test_a_session_of_two_languages_is_one_row(nights: Nights) -> None:
    assert len(nights.documents) == 9
    assert nights.sessions == [(year, 1) for year in range(2015, 2021)]


def test_a_page_of_the_network_is_its_member_s(ask: Query) -> None:
    assert ask("select year, collectivity_id from sessions where source_id = 'test-parameter' order by 1") == [
        (2018, "ct-x006"),
        (2019, "ct-x003"),
    ]


@pytest.fixture
def ask(nights: Nights) -> Iterator[Query]:
    with connect_build(nights.home) as con:
        yield lambda text: con.execute(text).fetchall()


def test_each_vote_stands_at_its_point(ask: Query) -> None:
    assert ask(
        "select i.item_number, v.result_code, v.is_unanimous, v.for_count, v.against_count from votes v join agenda_items i using (agenda_item_id) order by 1"
    ) == [(1, "adopted", False, 18, 4), (2, "adopted", True, None, None), (3, "postponed", False, None, None)]


def test_decisions_have_outcome_amount_and_what_they_annul(ask: Query) -> None:
    found = ask(
        "select d.title, d.outcome_code, d.amount_mad, d.affects_code, d.affected_decision_raw is not null from decisions d join agenda_items i using (agenda_item_id) order by i.item_number"
    )
    assert [(o, float(a) if a else None, k, w) for _, o, a, k, w in found] == [
        ("approved", None, None, False), ("approved", 120000.0, None, False), ("postponed", None, "annuls", True),
    ]  # fmt: skip


def test_an_announced_agenda_has_no_outcome(ask: Query) -> None:
    items = "select i.item_number, i.title, i.status_code from agenda_items i join sessions s using (session_id) where s.year = 2026 order by 1"
    assert ask(items) == [(1, "برمجة فائض سنة 2025", "announced"), (2, "عرض حول النقل المدرسي", "announced")]
    assert ask("select count(*) from decisions d join sessions s using (session_id) where s.year = 2026") == [(0,)]


def test_notices_stand_in_their_tables(ask: Query) -> None:
    assert ask("select reference_text, closing_date, amount_mad::int from tenders") == [
        ("07/2026", "2026-02-16", 2500000)
    ]
    assert ask("select beneficiary_name, amount_mad::int, year from grants") == [("جمعية الأمل النموذجية", 40000, 2025)]
    assert ask("select submitted_date, signature_count, is_suppressed from petitions") == [("2026-02-02", None, True)]
    assert ask("select start_date, end_date from consultations") == [("2026-03-02", "2026-03-12")]


def test_a_programme_has_projects_steps_and_no_contact(ask: Query) -> None:
    assert ask("select kind_code, period_start_year, period_end_year from plans") == [
        ("openness_programme", 2025, 2026)
    ]
    assert ask("select commitment_number, title, start_date, end_date, status_code, a.name from commitments left join plan_axes a using (plan_axis_id) order by 1") == [
        ("1", "نشر ميزانية المواطن", "2025-01", "2025-12", "completed", "الشفافية"), ("2", "إحداث مجلس الشباب", "2025-03", "2026-06", "in_progress", "المشاركة"),
    ]  # fmt: skip
    assert ask("select title, start_date, due_date from milestones order by milestone_number") == [
        ("استشارة الجمعيات", "2025-03", "2025-05"),
        ("انتخاب الأعضاء", None, "2025-09"),
    ]
    assert ask("select finding_code from findings where source_id = 'test-acts'") == [("contact_dropped",)]


def test_people_reach_no_table(ask: Query) -> None:
    for (table,) in ask("select table_name from information_schema.tables where table_schema = 'marts'"):
        for row in ask(f'select * from "{table}"'):
            assert not any(isinstance(v, str) and ("الفلاني" in v or "contact@exemple" in v) for v in row), table


def test_nothing_was_held_back(ask: Query) -> None:
    assert ask("select * from review.int_quarantine__rows where source_id = 'test-acts'") == []
