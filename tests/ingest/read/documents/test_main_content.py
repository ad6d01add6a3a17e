"""The content of a page in frames that nothing was told of: ten of real hosts' manner, the others our own, all invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.collect.families import families
from ingest.read.documents.frame import (
    is_box_heading,
    is_byline,
    is_date,
    is_label,
    is_publication,
    is_site_name,
    pieces_of,
)
from ingest.read.documents.html import read_html

HERE = Path(__file__).parent
FRAMES = sorted([*(HERE / "frames").glob("*.html"), *(HERE.parents[2] / "accuracy/real/frames").glob("*.html")])
GENERAL = families()["listing"].selectors
TITLE = "انعقاد الدورة العادية لشهر فبراير 2024 لمجلس جماعة واد المثال"
LONG = (
    "<p>عقد مجلس جماعة واد المثال يوم الخميس 8 فبراير 2024 الجلسة الأولى من دورته العادية، برئاسة رئيسة المجلس.</p>"
    "<p>وصادق المجلس على النقط التالية:</p><ol><li>برمجة الفائض</li><li>اتفاقية شراكة مع الجهة</li><li>مختلفات</li></ol>"
    "<p>ورفعت الجلسة.</p>"
)
SHORT = "<p>يعقد المجلس دورته يوم الخميس 8 فبراير 2024.</p>"
TABLE = (
    "<p>لائحة المشاريع:</p><table><tr><th>رقم</th><th>المشروع</th><th>الكلفة</th></tr>"
    "<tr><td>1</td><td>الساحة</td><td>80.000,00</td></tr><tr><td>2</td><td>السوق</td><td></td></tr></table>"
)
FRENCH = (
    "<h2>Ordre du jour</h2><ul><li>Programmation de l’excédent</li><li>Divers</li></ul><p>La séance est publique.</p>"
)
FILES = "<p>محاضر الدورة للتحميل.</p><ul><li><a href='/u/1.pdf'>محضر الجلسة الأولى</a></li><li><a href='/u/2.pdf'>محضر الجلسة الثانية</a></li></ul>"
LINKED = "<p>وقد تداول المجلس في النقط الآتية وصادق عليها:</p><ul><li><a href='/p/1'>النقطة المتعلقة بالميزانية</a></li><li><a href='/p/2'>النقطة المتعلقة بالسوق</a></li></ul>"
CONTENTS = {"long": LONG, "short": SHORT, "table": TABLE, "french": FRENCH, "files": FILES, "linked": LINKED}


def in_frame(frame: Path, content: str, chip: str = "") -> str:
    page = frame.read_text("utf-8").replace("{{title}}", TITLE).replace("{{machine}}", "2024-02-09T10:00:00+01:00")
    return page.replace("{{chip}}", chip).replace("{{content}}", content)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.stem)
@pytest.mark.parametrize("content", CONTENTS)
def test_the_frame_costs_nothing(frame: Path, content: str) -> None:
    clean = read_html(f"<html><body><div class=c>{CONTENTS[content]}</div></body></html>", GENERAL)
    read = read_html(in_frame(frame, CONTENTS[content], "9 فبراير 2024"), GENERAL)
    assert (read.status, read.title) == ("ok", TITLE)
    assert read.text.split("\n") == [TITLE, *clean.text.split("\n")]
    if "{{chip}}" in frame.read_text("utf-8"):
        assert read.date_text is not None
        assert "9 فبراير 2024" in read.date_text


@pytest.mark.parametrize(
    "chip", ["09/02/2024", "نشر بتاريخ : الجمعة 9 فبراير 2024", "Publié le 9 février 2024 à 10h30"]
)
@pytest.mark.parametrize("frame", [f for f in FRAMES if "{{chip}}" in f.read_text("utf-8")], ids=lambda f: f.stem)
def test_a_stamp_is_the_pages_date_and_no_line_of_its_text(frame: Path, chip: str) -> None:
    read = read_html(in_frame(frame, LONG, chip), GENERAL)
    assert read.date_text is not None
    assert chip in read.date_text
    assert chip not in read.text


def test_a_page_without_frame_or_heading_is_its_content() -> None:
    assert read_html(f"<html><body>{LONG}</body></html>", GENERAL).text.count("\n") == 5
    assert read_html("<html><body></body></html>", GENERAL).status == "empty"
    assert read_html("<html><body><nav>x</nav></body></html>", GENERAL).status == "empty"


def test_a_day_that_an_author_wrote_stays_in_the_text() -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><div><p>الخميس 8 فبراير 2024</p>{LONG}</div></div></body></html>"
    read = read_html(page, GENERAL)
    assert "الخميس 8 فبراير 2024" in read.text.split("\n")
    assert read.date_text is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مقالات ذات صلة", "heading"), ("Dans la même rubrique", "heading"), ("You may also like", "heading"), ("آخر الأخبار :", "heading"), ("Météo", "heading"),
        ("أنت هنا : الرئيسية » الأخبار", "label"), ("© 2026 Commune", "label"), ("بواسطة الإدارة", "label"), ("214 مشاهدة", "label"), ("Par la rédaction", "label"),
        ("السابق: بلاغ حول الماء | التالي: دورة ماي", "label"), ("← Travaux au marché", "label"), ("Affichages : 412", "label"), ("Council of the Oases, P.O. box 12", "label"),
        ("Dernières délibérations", "heading"), ("مواضيع مختارة", "heading"), ("News in brief", "heading"), ("Agenda", "heading"),
        ("12 يناير 2024", "date"), ("Publié le 12/01/2024 à 10h30", "date"), ("يناير 13, 2026", "date"), ("16 سبتمبر", "date"), ("الجمعة , نوفمبر 27 2026", "date"),
        ("النقط المدرجة في جدول الأعمال", ""), ("Ordre du jour", ""), ("حضر الجلسة 20 عضوا", ""), ("برسم سنة 2024", ""), ("الدورة العادية لشهر ماي 2024", ""),
        ("Le 5 octobre 2023, le conseil s'est réuni", ""), ("اتفاقية 12 يناير 2024", ""), ("المصادقة على محضر الدورة السابقة", ""),
        ("Aménagement de l’avenue Hassan II, 250000 dirhams", ""), ("Adopté le 12 mai 2024 par le conseil", ""), ("الجلسة السابقة يوم 3 ماي 2024", ""),
    ],
)  # fmt: skip
def test_words_of_the_frame(text: str, kind: str) -> None:
    said = "date" if is_date(text) else "label" if is_label(text) else "heading" if is_box_heading(text) else ""
    assert said == kind


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Publié 9 février 2024 par webmaster", True), ("9 فبراير، 2024 admin 0 تعليق", True), ("Posted on February 9, 2024 in Council", True), ("Soumis par le secrétariat le 9 février 2024", True),
        ("9 février 2024", True), ("آخر تحديث للموقع : 9/02/2024", False), ("9 February 2024 in Rabat", False), ("Adopté le 9 février 2024 par le conseil", False), ("دورة 9 فبراير 2024 بالإجماع", False),
    ],
)  # fmt: skip
def test_a_date_is_told_apart_from_what_systems_write_around_it(text: str, is_told: bool) -> None:
    assert any(is_publication(x) for x in pieces_of(text)) is is_told


@pytest.mark.parametrize(
    ("text", "is_below"),
    [
        ("Le Journal du littoral – 12 mai 2024", True), ("12 ماي 2024 | تحرير: مكتب الاتصال", True), ("تاريخ النشر: - عدد القراءات: 120", True), ("صوت الجماعة -", True), ("312", True),
        ("2024", False), ("لائحة المشاريع:", False), ("الخميس 9 فبراير 2024 - قاعة الاجتماعات", False), ("Travaux – tranche 2", False), ("المصادقة على الميزانية", False),
    ],
)  # fmt: skip
def test_what_stands_below_a_title(text: str, is_below: bool) -> None:
    assert is_byline(text) is is_below


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("جماعة بني خيال", True), ("الموقع الرسمي للجماعة الحضرية واد النخلة", True), ("مجلس جهة الواحات", True), ("Commune d’Aïn Zitoun", True), ("Town of Oued Nakhla", True),
        ("المجلس الجماعي", False), ("مجلس الجماعة", False), ("جماعة بني خيال تكرم متقاعديها", False), ("مجلس بني خيال في دورة استثنائية", False), ("Conseil communal", False),
        ("Le conseil communal adopte le budget", False), ("جدول أعمال دورة ماي", False),
    ],
)  # fmt: skip
def test_a_sites_name_is_told_from_a_title(text: str, is_name: bool) -> None:
    assert is_site_name(text) is is_name


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("12 يناير 2024", True), ("اليوم : الجمعة 27 نونبر 2026", False), ("آخر تحديث : 24/11/2026", False), ("نشر في 2 ماي 2024 من طرف الإدارة", True), ("Mis à jour le 3 mai 2024", False)],
)  # fmt: skip
def test_which_dates_may_be_the_day_of_publication(text: str, is_told: bool) -> None:
    assert is_publication(text) is is_told
