"""What pages of a council's own site publish of what it has to publish."""

from __future__ import annotations

import pytest

from tests.ingest.read.facts.reading import Facts, collectivity

OWN = collectivity("commune", "Tétouan")


def duties(text: str, own: str | None = OWN) -> list[tuple[str, int | None, str]]:
    return [(d.duty_code, d.period_year, d.status_code) for d in Facts(text, own_site_of=own).all("PublicationDuty")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الشخص المكلف بالمعلومات\nقسم الشؤون الإدارية\nالبريد: information@commune.example",
            ("information_officers", None, "published"),
        ),
        (
            "الأشخاص المكلفون بالحصول على المعلومات\nتم تعيين الأشخاص المكلفين.",
            ("information_officers", None, "partial"),
        ),
        (
            "تشكيلة المجلس\n1- رئيس المجلس\n2- النائب الأول\n3- النائب الثاني\n4- كاتب المجلس",
            ("council_composition", None, "published"),
        ),
        (
            "اللجان الدائمة\n- لجنة الميزانية\n- لجنة المرافق العمومية\n- لجنة التعمير",
            ("commissions", None, "published"),
        ),
        ("هيئة المساواة وتكافؤ الفرص ومقاربة النوع\nأحدثت الهيئة بقرار.", ("consultative_bodies", None, "partial")),
        ("اتصل بنا\nالهاتف: 0539 00 00 00", ("contacts", None, "published")),
        (
            "ميزانية الجماعة لسنة 2025\nالمداخيل | 12.500.000,00\nالنفقات | 11.000.000,00\nالفائض | 1.500.000,00",
            ("current_budget", 2025, "published"),
        ),
        ("Budget citoyen 2024\nLe document est à télécharger.", ("current_budget", 2024, "partial")),
        (
            "الحساب الإداري لسنة 2023\nالمداخيل | 12.500.000,00\nالنفقات | 11.000.000,00\nالباقي | 1.500.000,00",
            ("closed_budgets", 2023, "published"),
        ),
        (
            "Guide des démarches\n- Extrait d'acte\n- Permis\n- Certificat",
            ("services_and_documents", None, "published"),
        ),
    ],
)
def test_a_page_fulfils_the_duty_that_its_heading_names(text: str, expected: tuple[str, int | None, str]) -> None:
    assert duties(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "تعريف باللجان الدائمة\nاللجان الدائمة هيئات تدرس النقط قبل عرضها.",
        "ميزانية الجماعة\nتعد الميزانية كل سنة.",
        "أخبار\nحضر رئيس لجنة الميزانية اللقاء.",
        "Qu'est-ce qu'un budget communal ?\nLe budget 2025 prévoit.",
        "أمسية ثقافية\nاتصل بنا على 0539 00 00 00",
        "ورشة\nوعرفت الورشة مشاركة أعضاء هيئة المساواة وتكافؤ الفرص.",
        "أخبار\nلقاء نظم بمقر الجماعة مع أعضاء هيئة المساواة",
        "نظم مجلس جماعة تطوان ورشة حول برنامج الانفتاح 2026-2027 قبل المصادقة عليه.",
    ],
)
def test_a_page_about_something_else_fulfils_none(text: str) -> None:
    assert duties(text) == []


def test_the_words_of_others_fulfil_nothing() -> None:
    text = "اللجان الدائمة\n- لجنة الميزانية\n- لجنة المرافق العمومية\n- لجنة التعمير"
    assert duties(text, own=None) == []


def test_agenda_and_decisions_are_one_duty() -> None:
    lead = "عقد مجلس جماعة تطوان الدورة العادية لشهر ماي 2025 يوم الثلاثاء 6 ماي 2025، جدول الأعمال:\n"
    assert duties(lead + "1- مشروع الميزانية\n2- تسمية الشوارع") == [("agenda_and_decisions", 2025, "partial")]
    whole = lead + "1- مشروع الميزانية: تمت المصادقة عليها بالإجماع\n2- تسمية الشوارع: تم تأجيلها"
    assert duties(whole) == [("agenda_and_decisions", 2025, "published")]
    other = whole.replace("جماعة تطوان", "جماعة طنجة")
    assert duties(other) == []


def test_the_evidence_is_the_heading() -> None:
    text = "اتصل بنا\nالهاتف: 0539 00 00 00"
    duty = Facts(text, own_site_of=OWN).one("PublicationDuty")
    assert duty.evidence_position == "chars:0-8"
    assert duty.found_url == duty.source_url
