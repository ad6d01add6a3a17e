"""Ruled tables of PDF pages: columns kept, one direction, ranges as written, merged cells, pages that a table crosses."""

from __future__ import annotations

import itertools

import pytest

from ingest.read.documents.pdf import extract_pdf
from ingest.read.documents.pdf_order import in_reading_order
from tests.ingest.read.documents.pdf_file import Page, pdf_of

HEADER = ("الجمعية المستفيدة", "المبلغ المطلوب بالدرهم", "عدد المنخرطين", "المدة", "المرجع")
ROWS = (
    ("جمعية النور", "150.000,00", "2.350", "2024-2026", "(رقم 7-2023)"),
    ("Association Amal", "80.000,00", "120", "2025 - 2027", "اتفاقية 12/2024"),
    ("AREP 2", "95.500,00", "48", "2022/2027", "123"),
)
WIDTHS = (110.0, 130.0, 90.0, 90.0, 100.0)


def lines(*pages: Page) -> list[str]:
    read = extract_pdf(pdf_of(pages))
    assert read.status == "ok", read.reason
    return read.text.split("\n")


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::11])
def test_every_row_has_the_direction_of_its_table(order: tuple[int, ...]) -> None:
    page = Page()
    rows = [[row[i] for i in order] for row in (HEADER, *ROWS)]
    page.table(40, 100, [WIDTHS[i] for i in order], rows, rtl=True)
    assert lines(page) == [" | ".join(row) for row in rows]


def test_a_french_table_with_arabic_names_is_read_from_left_to_right() -> None:
    rows = [("Association", "Montant (DH)", "Durée"), ("جمعية النور للتنمية", "150 000", "2024-2026"), ("جمعية الأمل", "80 000", "2025-2027")]  # fmt: skip
    page = Page()
    page.table(40, 100, (140, 100, 100), rows, rtl=False)
    assert lines(page) == [" | ".join(row) for row in rows]


def test_a_table_without_letters_has_the_direction_of_its_document() -> None:
    page = Page()
    page.words(300, 80, "أرقام الميزانية حسب السنوات")
    page.table(40, 100, (80, 80), [("2024", "10.000"), ("2025", "20.000")], rtl=True)
    assert lines(page)[1:] == ["2024 | 10.000", "2025 | 20.000"]


@pytest.mark.parametrize(
    "text",
    [
        "(رقم 7-2023)", "2024-2026", "من 2024-2025 إلى 2026-2027", "2024–2026", "50 %", "المادة 12-3 من القانون 113.14", "برسم 2024 / 2025", "المبلغ 150.000,00 درهم",
        "المقرر 12-2023 بتاريخ 10-12-2023", "الطريق رقم 7 - 2 كلم", "برنامج 2022-2027 للجماعة 4", "Association الأمل 2024-2026", "الهاتف 05-37-00",
    ],
)  # fmt: skip
def test_ranges_and_references_are_never_reversed(text: str) -> None:
    from bidi.algorithm import get_display

    assert in_reading_order(str(get_display(text, base_dir="R")), right_to_left=True) == text


def test_years_that_fall_on_the_page_rise() -> None:
    assert in_reading_order("2026-2024", right_to_left=True) == "2024-2026"
    assert in_reading_order("جمانرب 2026/2024", right_to_left=True) == "2024/2026 برنامج"


PROSE = (
    "الدورة العادية لشهر فبراير 2017 لمجلس جماعة واد المثال",
    "1- كراء السوق الأسبوعي",
    "المادة 12-3 من القانون 113.14 المتعلق بالجماعات",
    "صودق عليها بأغلبية 18 صوتا مقابل 4 أصوات وامتناع 2",
    "بمبلغ 150.000,00 درهم برسم سنة 2024-2026",
    "يوم الخميس 05 أكتوبر 2023 على الساعة 10:30",
    "اتفاقية مع Association Amal رقم 7-2023 بتاريخ 12/05/2023",
    "النقطة رقم 3: المصادقة على (مشروع) الميزانية",
)


def test_words_that_are_drawn_as_they_stand_come_in_reading_order() -> None:
    """As browsers print pages: each line from left to right."""
    page = Page()
    for i, text in enumerate(PROSE):
        page.words(60, 60 + 25 * i, text)
    assert lines(page) == list(PROSE)


def test_a_long_file_of_such_pages_is_not_read_wrong() -> None:
    page = Page()
    page.words(60, 60, PROSE[0])
    read = extract_pdf(pdf_of([page] * 151))
    assert (read.status, read.text) == ("unreadable", "")
    assert read.reason == "151 pages whose words do not come in reading order, more than 150"


def test_a_printers_bold_is_one_letter() -> None:
    rows = [("المشروع", "المبلغ"), ("الساحة", "150000"), ("الأصوات", "23/4/2")]
    page = Page()
    page.table(40, 100, (120, 120), rows, rtl=True, bold=2)
    assert lines(page) == [" | ".join(row) for row in rows]


def test_merged_cells_keep_the_columns() -> None:
    rows = [
        ("المحور", "المشروع", "الكلفة", "المدة"),
        ("الشفافية", "بوابة", "10.000", "2024-2025"),
        ("^", "مكتبة", "20.000", "2025-2026"),
        ("المحور الثاني", "<", "<", "<"),
        ("المشاركة", "لقاءات", "", "2024"),
    ]
    page = Page()
    page.table(40, 100, (90, 110, 90, 90), rows, rtl=True)
    assert lines(page) == [
        "المحور | المشروع | الكلفة | المدة",
        "الشفافية | بوابة | 10.000 | 2024-2025",
        "الشفافية | مكتبة | 20.000 | 2025-2026",
        "المحور الثاني",
        "المشاركة | لقاءات | | 2024",
    ]


def test_a_figure_of_several_rows_is_none_of_theirs() -> None:
    rows = [("المشروع", "الكلفة", "المدة"), ("بوابة", "1.250.000,00", "2024"), ("مكتبة", "^", "2025")]
    page = Page()
    page.table(40, 100, (120, 100, 90), rows, rtl=True)
    assert lines(page) == ["المشروع | الكلفة | المدة", "1.250.000,00", "بوابة | | 2024", "مكتبة | | 2025"]


def test_a_table_that_crosses_a_page_is_one_table() -> None:
    first, second = Page(), Page()
    first.words(200, 60, "لائحة المشاريع المبرمجة")
    first.table(40, 100, WIDTHS, [HEADER, ROWS[0]], rtl=True)
    first.words(290, 780, "1/2")
    second.table(40, 100, WIDTHS, [HEADER, *ROWS[1:]], rtl=True)
    second.words(200, 300, "حرر في 12/01/2024")
    read = extract_pdf(pdf_of([first, second]))
    (span,) = read.tables
    assert read.text[slice(*span)].split("\n") == [
        " | ".join(HEADER), " | ".join(ROWS[0]), "1/2", " | ".join(HEADER), " | ".join(ROWS[1]), " | ".join(ROWS[2])
    ]  # fmt: skip


def test_presentation_forms_become_letters() -> None:
    page = Page()
    page.words(200, 60, "ﺟﻤﻌﻴﺔ ﺍﻟﻨﻮﺭ ﻟﻺﻧﻤﺎﺀ")
    page.table(40, 100, (120, 100), [("ﺍﻟﺠﻤﻌﻴﺔ", "ﺍﻟﻤﺒﻠﻎ"), ("ﺟﻤﻌﻴﺔ ﺍﻷﻣﻞ", "2.350")], rtl=True)
    read = extract_pdf(pdf_of([page]))
    assert read.text.split("\n") == ["جمعية النور للإنماء", "الجمعية | المبلغ", "جمعية الأمل | 2.350"]
    assert read.measures["presentation_forms"] > 10
