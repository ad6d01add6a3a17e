from __future__ import annotations

import pytest

from tests.ingest.read.facts.reading import Facts, collectivity

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
    assert session.start_date == "2026-08-18"


def test_a_training_session_and_a_bureau_meeting_are_no_council_sessions() -> None:
    assert Facts("نظمت جماعة تيزنيت دورة تكوينية عادية.").all("Session") == []
    assert Facts("عقد مكتب المجلس اجتماع المكتب لتحضير الدورة العادية لشهر ماي 2026.").all("Session") == []


def test_a_sitting_has_its_number_and_who_was_there() -> None:
    facts = Facts(
        "محضر الدورة العادية لشهر أكتوبر 2025 لمجلس جماعة تطوان\n"
        "عقد مجلس جماعة تطوان يوم الثلاثاء 07 أكتوبر 2025 الجلسة الثانية من دورته العادية لشهر أكتوبر 2025 بحضور "
        "23 عضوا من أصل 31.\n"
    )
    sitting = facts.one("Sitting")
    assert (sitting.sitting_number, sitting.present_count, sitting.member_count, sitting.status_code) == (
        2,
        23,
        31,
        "held",
    )
    assert sitting.session_key == facts.one("Session").natural_key


def test_a_sitting_without_quorum_is_told() -> None:
    facts = Facts(
        "الدورة العادية لشهر ماي 2024 لمجلس جماعة تطوان\n"
        "لم تنعقد الجلسة الأولى من الدورة العادية لشهر ماي 2024 يوم الخميس 02 ماي 2024 لعدم توفر النصاب "
        "القانوني.\n"
    )
    assert (facts.one("Sitting").sitting_number, facts.one("Sitting").status_code) == (1, "no_quorum")


@pytest.mark.parametrize(
    ("count", "items", "findings"),
    [
        ("ثلاث نقط", 3, 0),
        ("ثلاث نقط", 2, 1),
        ("نقطتين", 2, 0),
        ("نقطة فريدة", 1, 0),
        ("خمسين (50) نقطة", 2, 1),
        ("ست (06) نقط", 6, 0),
    ],
)
def test_a_stated_number_of_points_that_the_list_does_not_hold_is_told(count: str, items: int, findings: int) -> None:
    lines = "".join(f"{i}- تهيئة الساحة رقم {i} بالمدينة\n" for i in range(1, items + 1))
    facts = Facts(
        f"عقد مجلس جماعة تطوان يوم الثلاثاء 07 أكتوبر 2025 دورته العادية لشهر أكتوبر 2025 لدراسة {count} مدرجة "
        f"في جدول الأعمال:\n{lines}"
    )
    assert len(facts.all("AgendaItem")) == items
    assert len(facts.all("Finding", finding_code="item_count_mismatch")) == findings


def test_a_closing_sentence_after_several_points_says_nothing_of_one() -> None:
    """'It was adopted unanimously' below a list: which point is meant is not said, so no vote is made of it."""
    text = (
        "عقد مجلس جماعة تطوان يوم الثلاثاء 07 أكتوبر 2025 دورته العادية لشهر أكتوبر 2025، جدول الأعمال:\n"
        "1- تهيئة الساحة المركزية\n2- اقتناء شاحنة جديدة\n3- تسمية الأزقة\nوتمت المصادقة بالإجماع.\n"
    )
    assert Facts(text).all("Vote") == []
    everything = text.replace("وتمت المصادقة بالإجماع", "وتمت المصادقة على جميع النقط بالإجماع باستثناء النقطة الثانية")
    votes = Facts(everything).all("Vote")
    assert sorted(v.agenda_item_key.rsplit("|", 1)[1] for v in votes) == ["1", "3"]


def test_a_table_s_numbers_are_decisions_where_its_head_says_so() -> None:
    lead = "عقد مجلس جماعة تطوان يوم الثلاثاء 07 أكتوبر 2025 دورته العادية لشهر أكتوبر 2025.\n"
    rows = (
        "5 | تهيئة الساحة المركزية | المكتب التقني | تمت المصادقة بالإجماع\n"
        "6 | اقتناء شاحنة جديدة | القسم المالي | تم تأجيلها\n"
    )
    points = Facts(lead + "رقم النقطة | موضوع النقطة | المصلحة | نتيجة التصويت\n" + rows)
    assert [(i.item_number, i.title) for i in points.all("AgendaItem")] == [
        (5, "تهيئة الساحة المركزية"),
        (6, "اقتناء شاحنة جديدة"),
    ]
    assert [d.decision_number for d in points.all("Decision")] == [None, None]
    decisions = Facts(lead + "رقم المقرر | موضوع المقرر | المصلحة | نتيجة التصويت\n" + rows)
    assert [(d.decision_number, d.title) for d in decisions.all("Decision")] == [
        (5, "تهيئة الساحة المركزية"),
        (6, "اقتناء شاحنة جديدة"),
    ]
    bare = Facts(lead + "جدول الأعمال:\n" + rows.replace("5 |", "1 |").replace("6 |", "2 |"))
    assert [i.title for i in bare.all("AgendaItem")] == ["تهيئة الساحة المركزية", "اقتناء شاحنة جديدة"]
    assert [v.result_code for v in bare.all("Vote")] == ["adopted", "postponed"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "عقد مجلس مقاطعة سيدي بليوط الدورة العادية لشهر يناير 2025 يوم الاثنين 6 يناير 2025.\nجدول الأعمال:\n"
            "1- مشروع الميزانية\n2- تسمية الشوارع"
        ),
        "عقد مجلس مقاطعة المثال بجماعة طنجة دورته العادية لشهر يناير 2025.",
        "عقد مجلس مجموعة الجماعات الترابية المثال دورته العادية لشهر أكتوبر 2024 يوم الثلاثاء 8 أكتوبر 2024.",
        "عقدت مؤسسة التعاون بين الجماعات دورتها العادية لشهر أكتوبر 2024.",
        "عقدت غرفة التجارة والصناعة والخدمات دورتها العادية لشهر فبراير 2025.",
        "عقد المجلس الإداري للوكالة الحضرية دورته العادية لشهر يونيو 2025.",
        "عقد المجلس العلمي المحلي دورته العادية لشهر مارس 2025.",
        "انعقدت الدورة العادية لمجلس النواب لشهر أبريل 2025.",
        "الدورة العادية لشهر يناير 2025\nعقد مجلس مقاطعة المثال الدورة العادية لشهر يناير 2025.",
        "عقدت الجمعية العامة للنادي دورتها العادية لشهر يونيو 2025.",
        "Le conseil d'arrondissement de l'Exemple a tenu sa session ordinaire de janvier 2025.",
        "Le conseil d'administration de l'agence urbaine a tenu sa session ordinaire de juin 2025.",
        "عقدت هيئة المساواة وتكافؤ الفرص دورتها العادية لشهر مارس 2025.",
    ],
)
def test_a_session_of_another_body_is_not_the_council_s(text: str) -> None:
    """On a council's own site 'the council' is its own.

    An arrondissement, a grouping, a chamber, an agency or an association is somebody else.
    """
    assert Facts(text, own_site_of=collectivity("commune", "Tétouan")).all("Session") == []


def test_the_council_of_a_site_need_not_be_named() -> None:
    own = collectivity("commune", "Tétouan")
    text = (
        "الدورة العادية لشهر أكتوبر 2024\n"
        "عقد المجلس دورته العادية يوم الثلاثاء 8 أكتوبر 2024 بحضور رئيس غرفة التجارة وممثل الوكالة الحضرية."
    )
    assert Facts(text, own_site_of=own).one("Session").collectivity_id == own


@pytest.mark.parametrize(
    "text",
    [
        (
            "Réunion du bureau\n"
            "Le président a présidé, lundi 3 février 2025, une réunion consacrée à la préparation de la session "
            "ordinaire de février 2025."
        ),
        "عقد مكتب المجلس اجتماعا يوم 3 فبراير 2025 للتحضير للدورة العادية لشهر فبراير 2025.",
        "نظمت جماعة تطوان يوم الجمعة 12 يناير 2024 حفلا على هامش الدورة العادية لشهر فبراير.",
        "اجتماع اللجان الدائمة يوم 3 فبراير 2025 في إطار الإعداد للدورة العادية لشهر فبراير 2025.",
    ],
)
def test_a_meeting_that_prepares_a_session_is_none(text: str) -> None:
    assert Facts(text, own_site_of=collectivity("commune", "Tétouan")).all("Session", status_code="held") == []
