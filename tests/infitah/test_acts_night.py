"""Acts of a council through a whole night: decisions, votes at their points, notices, a programme, from pages to checked tables. What they say is made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.home import Home
from tests.crawl.front_door import night
from tests.crawl.site import Site, declare
from warehouse.reader import connect_build

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


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root: Path = tmp_path_factory.mktemp("acts")
    with Site() as site:
        links = "".join(f'<li class="item"><a href="/act/{n}">{n}</a></li>' for n in PAGES)
        site.pages["/list?page=1"] = (
            "text/html; charset=utf-8",
            f"<html><body><ul>{links}</ul></body></html>".encode(),
        )
        for name, (title, body) in PAGES.items():
            site.put(f"/act/{name}", title, " ", body)
        declare(root, "test-acts", site, topics=["sessions", "plans", "tenders", "participation"])
        result = night(root, "2026-02-20", "--no-publish", timeout=600)
    assert result.code == 0, result.out
    return result.home


@pytest.fixture
def ask(home: Home) -> Iterator[Query]:
    with connect_build(home) as con:
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
