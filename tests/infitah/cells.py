"""Documents whose cells, lines and items have to stay where they stand: the faults that were seen, each with relatives in other words.

Written before the readers were looked at. All made up; each goes through the front door (`test_cells_night`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml

from tests.ingest.read.documents.pdf_file import Page, pdf_of

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Handed:
    """A document that is handed in, and the rows that one question about it must give."""

    fault: str
    name: str
    payload: bytes
    ask: str
    expected: Sequence[tuple[Any, ...]]
    source: str = "inbox-documents"


#: What is asked of the tables about one document, or about its row and those of the others that speak of the same thing.
QUESTIONS = {
    "grants": "select beneficiary_name, amount_mad::int from marts.grants where source_url = $1 order by 2",
    "commitments": "select title, lead_name, end_date from marts.commitments where source_url = $1 order by 1",
    "items": "select item_number, title from marts.agenda_items where source_url = $1 order by 1",
    "votes": "select i.item_number, v.for_count, v.against_count, v.abstention_count from marts.votes v join marts.agenda_items i using (agenda_item_id) where v.source_url = $1 order by 1",
    "sums": "select item_number, amount_mad::int from marts.agenda_items where source_url = $1 order by 1",
    "pair": "select finding_code, field_name, value_raw from marts.findings where starts_with(source_url, $1) and finding_code = 'documents_disagree'",
    "days": "select start_date from marts.sessions where source_url = $1 order by 1",
}


def html(body: str) -> bytes:
    return f"<!doctype html><html><head><meta charset='utf-8'></head>\n<body>{body}</body></html>".encode()


def held(month: str, day: str) -> str:
    return f"<p>عقد مجلس جماعة تطوان دورته العادية لشهر {month} يوم {day}، وتداول في النقط التالية:</p>"


def tenue(month: str, day: str) -> str:
    return f"<p>Le conseil communal de Tétouan a tenu sa session ordinaire du mois de {month} le {day}. Points à l'ordre du jour :</p>"


# Right-to-left tables of PDF pages


def printed(lead: str, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> bytes:
    page = Page()
    page.words(100, 60, lead)
    page.table(30, 100, widths, rows, rtl=True)
    return pdf_of([page])


def right_to_left() -> Iterator[Handed]:
    fault = "right-to-left PDF"
    yield Handed(
        fault, "rtl-asked.pdf",
        printed("لائحة الجمعيات المستفيدة من دعم مجلس جماعة تطوان برسم سنة 2011", (150, 170, 120),
            [("المبلغ المطلوب بالدرهم", "الجمعية المستفيدة", "عدد المنخرطين"), ("150.000,00", "جمعية النور", "2.350"), ("80.000,00", "جمعية الأمل للتنمية", "1.120"), ("45.500,00", "نادي الفتح", "310")]),
        "grants", [("نادي الفتح", 45500), ("جمعية الأمل للتنمية", 80000), ("جمعية النور", 150000)],
    )  # fmt: skip
    yield Handed(
        fault, "rtl-members-first.pdf",
        printed("الجمعيات المستفيدة من منح جماعة تطوان برسم سنة 2012", (90, 150, 130, 110),
            [("عدد المستفيدين", "اسم الجمعية", "مبلغ المنحة (درهم)", "مدة الاتفاقية"), ("640", "جمعية الواحة", "35.000,00", "2024-2026"), ("12.000", "Association Tadamoun", "60.000,00", "2025-2027"), ("75", "جمعية الربيع", "7.500,00", "2022/2027")]),
        "grants", [("جمعية الربيع", 7500), ("جمعية الواحة", 35000), ("Association Tadamoun", 60000)],
    )  # fmt: skip
    yield Handed(
        fault, "rtl-numbered.pdf",
        printed("توزيع الدعم العمومي على الجمعيات من طرف مجلس جماعة تطوان سنة 2013", (40, 100, 110, 150, 110),
            [("ر.ت", "عدد الأعضاء", "مبلغ الدعم (درهم)", "الجمعية", "المرجع"), ("1", "1.500", "20.000", "جمعية السلام", "(رقم 7-2023)"), ("2", "30", "9.000", "تعاونية الزيتون", "اتفاقية 12/2024"), ("3", "4.000", "14.500", "Club AREP 2", "123")]),
        "grants", [("تعاونية الزيتون", 9000), ("Club AREP 2", 14500), ("جمعية السلام", 20000)],
    )  # fmt: skip
    plan = [("الكلفة", "المشروع", "المسؤول", "تاريخ النهاية", "الرقم"), ("120.000", "بوابة الجماعة (رقم 7-2023)", "مصلحة الإعلاميات", "دجنبر 2026", "1"), ("", "نشر الميزانية 2024-2026", "قسم المالية", "يونيو 2025", "2"), ("45.000", "منصة الشكايات", "مكتب الضبط", "مارس 2027", "3")]  # fmt: skip
    yield Handed(
        fault, "rtl-plan.pdf", printed("برنامج انفتاح جماعة تطوان 2025-2027", (80, 160, 120, 90, 50), plan), "commitments",
        [("بوابة الجماعة (رقم 7-2023)", "مصلحة الإعلاميات", "2026-12"), ("منصة الشكايات", "مكتب الضبط", "2027-03"), ("نشر الميزانية 2024-2026", "قسم المالية", "2025-06")],
    )  # fmt: skip


# Merged and blank cells of plans


def table(rows: str) -> str:
    return f"<table>{rows}</table>"


def merged() -> Iterator[Handed]:
    fault = "merged first cells"
    head = "<tr><th>المحور</th><th>المشروع</th><th>الجهة المسؤولة</th><th>تاريخ النهاية</th></tr>"
    yield Handed(
        fault, "rowspan-axis.html",
        html("<h1>برنامج انفتاح جماعة شفشاون 2025-2026</h1>" + table(head + "<tr><td rowspan=2>الشفافية</td><td>نشر المقررات</td><td>كتابة المجلس</td><td>دجنبر 2025</td></tr><tr><td>دليل المساطر</td><td>مصلحة الشؤون الإدارية</td><td>مارس 2026</td></tr><tr><td>المشاركة</td><td>لقاءات الأحياء</td><td>مكتب التواصل</td><td>يونيو 2026</td></tr>")),
        "commitments", [("دليل المساطر", "مصلحة الشؤون الإدارية", "2026-03"), ("لقاءات الأحياء", "مكتب التواصل", "2026-06"), ("نشر المقررات", "كتابة المجلس", "2025-12")],
    )  # fmt: skip
    yield Handed(
        fault, "rowspan-lead.html",
        html("<h1>Programme d'ouverture de la commune de Larache 2025-2026</h1>" + table("<tr><th>N°</th><th>Projet</th><th>Responsable</th><th>Date de fin</th></tr><tr><td>1</td><td>Budget citoyen</td><td rowspan='3'>Service des finances</td><td>juin 2025</td></tr>\n<tr><td>2</td><td>Portail des données</td>\n<td>décembre 2025</td></tr><tr><td>3</td><td>Guide des services</td><td>mars 2026</td></tr>")),
        "commitments", [("Budget citoyen", "Service des finances", "2025-06"), ("Guide des services", "Service des finances", "2026-03"), ("Portail des données", "Service des finances", "2025-12")],
    )  # fmt: skip
    yield Handed(
        fault, "blank-and-title-rows.html",
        html("<h1>برنامج انفتاح جماعة المضيق 2025-2026</h1>" + table("<tr><th>المحور</th><th>المشروع</th><th>المسؤول</th><th>أجل الإنجاز</th></tr><tr><td colspan=4>المحور الأول: الشفافية</td></tr><tr><td>الشفافية</td><td>موقع الجماعة</td><td>مصلحة الإعلاميات</td><td>2025</td></tr><tr><td></td><td>نشرة الجماعة</td><td></td><td>2026</td></tr><tr><td></td><td>خريطة المرافق</td><td>مصلحة التعمير</td><td></td></tr>")),
        "commitments", [("خريطة المرافق", "مصلحة التعمير", None), ("موقع الجماعة", "مصلحة الإعلاميات", "2025"), ("نشرة الجماعة", None, "2026")],
    )  # fmt: skip


# New lines in the source of a page


def new_lines() -> Iterator[Handed]:
    fault = "new lines are spaces"
    yield Handed(
        fault, "lines-votes.html",
        html(tenue("février 2011", "3 février 2011") + "<p>1. Location du marché</p>\n<p>Délibération adoptée par 20 voix pour,\n3 contre et 1 abstention</p>"),
        "votes", [(1, 20, 3, 1)],
    )  # fmt: skip
    yield Handed(
        fault, "lines-votes-ar.html",
        html(held("ماي 2011", "5 ماي 2011") + "<p>1- كراء\r\n\tالسوق الأسبوعي</p><p>صودق عليها بأغلبية 18 صوتا\r\n\tمقابل 4 أصوات\nوامتناع\n2</p>"),
        "votes", [(1, 18, 4, 2)],
    )  # fmt: skip
    yield Handed(
        fault, "lines-items.html",
        html(tenue("février 2012", "2 février 2012") + "<ul>\n<li>Convention avec\nla Région</li>\n<li><span>Dénomination</span>\ndes <b>places\npubliques</b></li>\n</ul>"),
        "items", [(1, "Convention avec la Région"), (2, "Dénomination des places publiques")],
    )  # fmt: skip
    head = "<tr>\n<th>الرقم</th>\n<th>المشروع</th>\n<th>المسؤول</th>\n<th>تاريخ النهاية</th>\n</tr>\n"
    rows = "<tr>\n<td>1</td>\n<td>بوابة\nالجماعة</td>\n<td>مصلحة المالية</td>\n<td>2025</td></tr>\n<tr><td>\n<p>2</p>\n</td>\n<td>\n<p>خلية\nالاستقبال</p></td><td><div>كتابة</div>\n<div>المجلس</div></td><td>2026</td></tr><tr><td>3</td>\r\n<td>مركز النداء</td>\r\n<td><br>مكتب الضبط</td>\r\n<td>2026<br></td></tr>"
    yield Handed(
        fault, "lines-cells.html", html("<h1>برنامج انفتاح جماعة مرتيل 2025-2026</h1>" + table(head + rows)), "commitments",
        [("بوابة الجماعة", "مصلحة المالية", "2025"), ("خلية الاستقبال", "كتابة المجلس", "2026"), ("مركز النداء", "مكتب الضبط", "2026")],
    )  # fmt: skip


# Numbers of lists, what is struck out


def numbered() -> Iterator[Handed]:
    fault = "numbers of lists"
    yield Handed(
        fault, "list-start.html",
        html(held("فبراير 2013", "7 فبراير 2013") + "<ol><li>كراء السوق</li><li>تسمية الشوارع</li></ol><p>وبعد الاستراحة:</p><ol start=\"3\"><li>اقتناء سيارة إسعاف</li><li>صيانة الإنارة</li></ol>"),
        "items", [(1, "كراء السوق"), (2, "تسمية الشوارع"), (3, "اقتناء سيارة إسعاف"), (4, "صيانة الإنارة")],
    )  # fmt: skip
    yield Handed(
        fault, "list-value.html",
        html(tenue("mai 2013", "2 mai 2013") + "<ol>\n<li>Vente de ferraille</li>\n<li value='5'>Achat d'une ambulance</li><li>Entretien des fontaines</li></ol>"),
        "items", [(1, "Vente de ferraille"), (5, "Achat d'une ambulance"), (6, "Entretien des fontaines")],
    )  # fmt: skip
    yield Handed(
        fault, "list-roman.html",
        html(held("أكتوبر 2013", "3 أكتوبر 2013") + "<OL TYPE=I START='7'><LI><P>برمجة الفائض</P><LI>قرار السير والجولان</OL>"),
        "items", [(7, "برمجة الفائض"), (8, "قرار السير والجولان")],
    )  # fmt: skip


def struck() -> Iterator[Handed]:
    fault = "struck out"
    yield Handed(
        fault, "struck-del.html",
        html("<p>يعقد مجلس جماعة تطوان دورته العادية لشهر ماي 2014 يوم <del>الثلاثاء 6 ماي 2014</del> <ins>الأربعاء 7 ماي 2014</ins> بمقر الجماعة.</p>"),
        "days", [("2014-05-07",)],
    )  # fmt: skip
    yield Handed(
        fault, "struck-s.html",
        html("<p>Le conseil communal de Tétouan tiendra sa session ordinaire du mois d'octobre 2014 le <s>jeudi 2 octobre 2014</s> vendredi 3 octobre 2014.</p>"),
        "days", [("2014-10-03",)],
    )  # fmt: skip
    yield Handed(
        fault, "struck-style.html",
        html("<p>يعقد مجلس جماعة تطوان دورته العادية لشهر فبراير 2015 يوم <span style=\"color: red; text-decoration:line-through\">4 فبراير 2015</span> <b>6 فبراير 2015</b>.</p>"),
        "days", [("2015-02-06",)],
    )  # fmt: skip


# Word's revision mode


def word(*blocks: str) -> bytes:
    document = docx.Document()
    body = document.element.body
    for block in blocks:
        (element,) = parse_xml(f"<w:body {_WORD}>{block}</w:body>")
        body.insert(len(body) - 1, element)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def _p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{_p(c)}</w:tc>' for c in cells)}</w:tr>"


def _ins(text: str) -> str:
    return f'<w:ins w:id="1" w:author="a">{_run(text)}</w:ins>'


def _del(text: str) -> str:
    return f'<w:del w:id="2" w:author="a">{_run(text, "delText")}</w:del>'


def revised() -> Iterator[Handed]:
    fault = "revisions of Word"
    yield Handed(
        fault, "revised-amount.docx",
        word(_p(_run("عقد مجلس جماعة تطوان دورته العادية لشهر أكتوبر 2015 يوم 6 أكتوبر 2015، وتداول في النقط التالية:")), _p(_run("1- المصادقة على اتفاقية شراكة بمبلغ "), _del("150.000,00 درهم"), _ins("250.000,00 درهم")), _p(_run("2- كراء السوق"))),
        "sums", [(1, 250000), (2, None)],
    )  # fmt: skip
    yield Handed(
        fault, "revised-move.docx",
        word(_p(_run("Le conseil communal de Tétouan a tenu sa session ordinaire du mois de mai 2016 le "), f"<w:moveFrom>{_run('3 mai 2016')}</w:moveFrom><w:moveTo>{_run('4 mai 2016')}</w:moveTo>", _run("."))),
        "days", [("2016-05-04",)],
    )  # fmt: skip
    yield Handed(
        fault, "revised-cells.docx",
        word(_p(_run("لائحة الجمعيات المستفيدة من دعم مجلس جماعة تطوان برسم سنة 2016")), f"<w:tbl>{_row(_run('الجمعية'), _run('المبلغ بالدرهم'))}{_row(_run('جمعية المنار'), _del('10.000,00') + _ins('12.500,00'))}{_row(_ins('جمعية الوفاق'), _ins('8.000,00'))}</w:tbl>"),
        "grants", [("جمعية الوفاق", 8000), ("جمعية المنار", 12500)],
    )  # fmt: skip


# Tables that publishers hand out


def workbook(sheets: dict[str, list[list[Any]]], hidden: str = "") -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


PROJECTS = [
    ["Titles", "CT1", "CT2", "Topics"],
    ["نشر الميزانية; {0}", "جماعة تطوان", "Commune Tétouan", "شفافية"],
    ["مكتبة رقمية {0}", "جماعة تطوان", "Commune Tétouan", ""],
]


def projects(mark: str) -> list[list[str]]:
    return [[c.format(mark) for c in row] for row in PROJECTS]


def separated(mark: str, by: str) -> str:
    return "".join(by.join(f'"{c}"' if by in c else c for c in row) + "\r\n" for row in projects(mark))


def handed_out() -> Iterator[Handed]:
    files = {
        "sep.csv": ("sep=;\r\n" + separated("sep", ";")).encode("utf-8-sig"),
        "sep-tab.csv": ("SEP=\t\n" + separated("sep-tab", "\t")).encode(),
        "title-row.csv": ("مشاريع الشبكة 2024;;;\r\n" + separated("title-row", ";")).encode(),
        "title-rows.csv": ("Projets d'ouverture\r\n\r\nÉtat au 1er mars 2024,,,\r\n" + separated("title-rows", ",")).encode("utf-8-sig"),
        "unicode-text.csv": separated("unicode-text", "\t").encode("utf-16"),
        "big-endian.csv": ("\ufeff" + separated("big-endian", ";")).encode("utf-16-be"),
        "cover.xlsx": workbook({"Couverture": [["الشبكة المغربية"], [None], ["2024"]], "Projets": projects("cover")}),
        "notes.xlsx": workbook({"ملاحظات": [["تم التحيين", "مارس"], ["مصدر", "الشبكة"]], "لائحة": [["لائحة المشاريع"], [], [None, "سنة 2024"], *projects("notes")]}),
        "hidden.xlsx": workbook({"listes": [["oui"], ["non"]], "Projets": projects("hidden"), "Codes": [["a", "b"]]}, hidden="listes"),
    }  # fmt: skip
    for name, payload in files.items():
        mark = name.partition(".")[0]
        titles = [(f"مكتبة رقمية {mark}",), (f"نشر الميزانية; {mark}",)]
        yield Handed("tables handed out", name, payload, "projects", titles, "inbox-remacto-projects")


# One thing of two documents


def between_documents() -> Iterator[Handed]:
    fault = "documents that differ"

    def pair(name: str, one: str, other: str, told: Sequence[tuple[Any, ...]]) -> Iterator[Handed]:
        yield Handed(fault, f"{name}-a.html", html(f"<p>{one}</p>"), "pair", told)
        yield Handed(fault, f"{name}-b.html", html(f"<p>{other}</p>"), "pair", told)

    yield from pair(
        "member",
        "انضمت جماعة وزان إلى الشبكة المغربية للجماعات الترابية المنفتحة سنة 2019.",
        "انضمت جماعة وزان إلى الشبكة المغربية للجماعات الترابية المنفتحة في مارس 2021.",
        [("documents_disagree", "start_date", {"2019", "2021-03"})],
    )
    yield from pair(
        "membre-fr",
        "La commune de Martil a rejoint le Partenariat pour un gouvernement ouvert en 2020.",
        "La commune de Martil a rejoint le Partenariat pour un gouvernement ouvert en 2022.",
        [("documents_disagree", "start_date", {"2020", "2022"})],
    )
    yield from pair(
        "same",
        "انضمت جماعة الفنيدق إلى الشبكة المغربية للجماعات الترابية المنفتحة سنة 2021.",
        "انضمت جماعة الفنيدق إلى الشبكة المغربية للجماعات الترابية المنفتحة في ماي 2021.",
        [],
    )
    yield from pair(
        "engagements",
        "تتضمن خطة العمل لجماعة القصر الكبير 2025-2027 تسعة التزامات تتوزع على أربعة محاور.",
        "تتضمن خطة العمل لجماعة القصر الكبير 2025-2027 سبعة التزامات تتوزع على أربعة محاور.",
        [("documents_disagree", "commitment_count", {"9", "7"})],
    )
    yield from pair(
        "axes-fr",
        "Le plan d'action de la commune d'Assilah 2024-2026 comprend 11 engagements répartis sur cinq axes.",
        "Le plan d'action de la commune d'Assilah 2024-2026 comprend 11 engagements répartis sur quatre axes.",
        [("documents_disagree", "axis_count", {"5", "4"})],
    )
    grants = "<h1>الجمعيات المستفيدة من دعم مجلس جماعة أصيلة برسم سنة 2018</h1><table><tr><th>الجمعية</th><th>المبلغ بالدرهم</th></tr><tr><td>جمعية القلعة</td><td>{}</td></tr></table>"
    yield from pair(
        "grant", grants.format("30.000,00"), grants.format("13.000,00"),
        [("documents_disagree", "amount_mad", {"30000.00", "13000.00"})],
    )  # fmt: skip


HANDED = [
    *right_to_left(), *merged(), *new_lines(), *numbered(), *struck(), *revised(), *handed_out(), *between_documents(),
]  # fmt: skip
