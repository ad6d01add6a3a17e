from __future__ import annotations

from tests.extract.reading import Facts, collectivity

REPORT = """مجلس جماعة تيزنيت يعقد الدورة العادية لشهر ماي 2026
عقد مجلس جماعة تيزنيت الدورة العادية لشهر ماي 2026 يوم الثلاثاء 05 ماي 2026.
طبقا للقانون التنظيمي الصادر بتنفيذه الظهير الشريف بتاريخ 20 رمضان 1436 (7 يوليوز 2015).
تدارس المجلس نقطتين (02) نقط:
جدول الأعمال:
1- الدراسة والمصادقة على اتفاقية شراكة
2- عرض حول النقل
"""


def test_a_session_report_with_its_agenda() -> None:
    facts = Facts(REPORT)
    session = facts.one("Session")
    assert session.collectivity_id == collectivity("commune", "Tiznit")
    assert (session.kind_code, session.status_code, session.year, session.month) == ("ordinary", "held", 2026, 5)
    assert (session.start_date, session.start_date_flag_code, session.stated_item_count) == ("2026-05-05", None, 2)
    assert [(i.item_number, i.status_code) for i in facts.all("AgendaItem")] == [(1, "debated"), (2, "debated")]
    assert facts.all("Event") == []


def test_an_announced_extraordinary_session_keeps_its_number() -> None:
    facts = Facts("سيعقد مجلس جماعة تيزنيت الدورة الاستثنائية رقم 03 لشهر غشت 2026 يوم الثلاثاء 18 غشت 2026.")
    session = facts.one("Session")
    assert (session.kind_code, session.status_code, session.number) == ("extraordinary", "announced", 3)


def test_a_training_session_and_a_bureau_meeting_are_no_council_sessions() -> None:
    assert Facts("نظمت جماعة تيزنيت دورة تكوينية عادية.").all("Session") == []
    assert Facts("عقد مكتب المجلس اجتماع المكتب لتحضير الدورة العادية لشهر ماي 2026.").all("Session") == []
