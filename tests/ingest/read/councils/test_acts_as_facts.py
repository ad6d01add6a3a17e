"""What a page tells of its points, as the records of a night: the front door of `read_acts`."""

from __future__ import annotations

from tests.ingest.read.facts.reading import Facts

HELD = "مجلس جماعة تيزنيت يعقد الدورة العادية لشهر ماي 2026\nعقد مجلس جماعة تيزنيت الدورة العادية لشهر ماي 2026 يوم الثلاثاء 05 ماي 2026.\n"


def test_a_vote_on_the_session_and_one_on_what_nobody_names() -> None:
    facts = Facts(HELD + "وقد تمت المصادقة على جميع النقط بالإجماع، باستثناء نقطة واحدة تم تأجيلها.\n")
    session = facts.one("Session")
    votes = facts.all("Vote")
    assert [(v.agenda_item_key, v.session_key, v.result_code, v.is_unanimous) for v in votes] == [
        (None, session.natural_key, "adopted", True),
        (None, session.natural_key, "postponed", False),
    ]
    assert len({v.natural_key for v in votes}) == 2
    assert facts.all("AgendaItem") == facts.all("Decision") == []


def test_a_decision_in_prose_has_its_point_its_vote_and_its_words() -> None:
    facts = Facts(
        HELD + "وصادق المجلس بأغلبية 18 صوتا مقابل 5 على مشروع اتفاقية شراكة لتهيئة الملعب بمبلغ 300.000,00 درهم.\n"
    )
    point, decision, vote = facts.one("AgendaItem"), facts.one("Decision"), facts.one("Vote")
    assert point.title == "مشروع اتفاقية شراكة لتهيئة الملعب بمبلغ 300.000,00 درهم"
    assert (point.status_code, str(point.amount_mad)) == ("debated", "300000.00")
    assert (decision.outcome_code, decision.agenda_item_key) == ("approved", point.natural_key)
    assert (vote.result_code, vote.for_count, vote.against_count) == ("adopted", 18, 5)
    assert "صادق المجلس" in vote.vote_raw


def test_a_point_named_by_its_number_keeps_it_beside_points_without() -> None:
    facts = Facts(
        HELD + "وباستثناء النقطة الثانية المتعلقة بكراء المسبح التي تم تأجيلها، تمت المصادقة بالإجماع على باقي النقط:\n"
        "- تسمية الشوارع والساحات\n- اقتناء شاحنة للنظافة\n"
    )
    items = facts.all("AgendaItem")
    assert [(i.item_number, i.title) for i in items] == [
        (2, "كراء المسبح"),
        (3, "تسمية الشوارع والساحات"),
        (4, "اقتناء شاحنة للنظافة"),
    ]
    assert [(v.result_code, v.is_unanimous) for v in facts.all("Vote")] == [
        ("postponed", False),
        ("adopted", True),
        ("adopted", True),
    ]


def test_a_session_to_come_has_no_decisions() -> None:
    facts = Facts(
        "سيعقد مجلس جماعة تيزنيت الدورة العادية لشهر ماي 2026 يوم الثلاثاء 05 ماي 2026 لدراسة نقطة فريدة تتعلق بكراء السوق.\n"
        "وصادقت لجنة المالية على الملف بالإجماع، كما صادق المجلس في دورته السابقة على الميزانية.\n"
    )
    assert [i.title for i in facts.all("AgendaItem")] == ["كراء السوق"]
    assert facts.all("Vote") == facts.all("Decision") == []


def test_a_decision_of_another_month_is_another_session_s() -> None:
    facts = Facts(
        HELD + "وكان مجلس الجماعة خلال دورة فبراير صادق بالإجماع على اقتناء حافلة. وصادق المجلس على تسمية ساحة النصر.\n"
    )
    assert [i.title for i in facts.all("AgendaItem")] == ["تسمية ساحة النصر"]


def test_an_adopted_point_was_decided_on_the_day_of_its_session() -> None:
    facts = Facts(HELD + "وصادق المجلس بالإجماع على كراء السوق، فيما تم تأجيل البت في تسمية الأزقة.\n")
    assert [(d.title, d.decided_date) for d in facts.all("Decision")] == [
        ("كراء السوق", "2026-05-05"),
        ("تسمية الأزقة", None),
    ]


def test_a_point_of_a_session_of_several_sittings_has_no_day() -> None:
    facts = Facts(HELD + "وخلال الجلسة الثانية صادق المجلس بالإجماع على كراء السوق.\n")
    assert [(d.title, d.decided_date) for d in facts.all("Decision")] == [("كراء السوق", None)]
