"""Word files: whatever wraps text is text, what a revision took out is not, cells keep their columns."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml

from ingest.read.documents.word import read_docx

SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def lines(*blocks: str) -> list[str]:
    """The text of a document whose body has these blocks, as XML."""
    document = docx.Document()
    body = document.element.body
    for block in blocks:
        (element,) = parse_xml(f"<w:body {SPACES}>{block}</w:body>")
        body.insert(len(body) - 1, element)
    out = io.BytesIO()
    document.save(out)
    read = read_docx(out.getvalue())
    assert read.status == "ok", read.reason
    return read.text.split("\n")


INSERTED = '<w:ins w:id="1" w:author="a">' + run("250.000,00 درهم") + "</w:ins>"
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>150.000,00 درهم</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (run("منحة بمبلغ ") + DELETED + INSERTED, "منحة بمبلغ 250.000,00 درهم"),
        (run("séance du ") + f"<w:moveFrom>{run('4')}</w:moveFrom><w:moveTo>{run('5')}</w:moveTo>" + run(" mai"), "séance du 5 mai"),
        (run("قرار ") + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('رقم 7')}</w:sdtContent></w:sdt>", "قرار رقم 7"),
        (f'<w:smartTag w:element="d">{run("5 mai 2024")}</w:smartTag><w:customXml w:element="x">{run(", salle A")}</w:customXml>', "5 mai 2024, salle A"),
        (run("انظر ") + f'<w:hyperlink w:anchor="x">{run("الملحق")}</w:hyperlink>' + f"<w:bdo w:val='rtl'>{run(' 2')}</w:bdo>", "انظر الملحق 2"),
        (f'<w:fldSimple w:instr=" DATE ">{run("12/05/2024")}</w:fldSimple>', "12/05/2024"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" نقط"), "3 نقط",
        ),
        (run("caché", "<w:rPr><w:vanish/></w:rPr>") + run("montré", '<w:rPr><w:vanish w:val="0"/></w:rPr>'), "montré"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r>", "a b-cd"),
        (run("المج") + '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/>' + run("لس"), "المجلس"),
    ],
)  # fmt: skip
def test_whatever_wraps_text_is_text(inner: str, shown: str) -> None:
    assert lines(paragraph(inner)) == [shown]


def test_a_break_ends_a_line_and_blocks_are_unwrapped() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph(run('داخل'))}<w:sdt><w:sdtContent>{paragraph(run('أعمق'))}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    assert lines(paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), control) == ["a", "b", "داخل", "أعمق"]


def test_a_text_box_is_read_once() -> None:
    inside = f"<w:txbxContent>{paragraph(run('في الإطار'))}{paragraph(run('سطر ثان'))}</w:txbxContent>"
    box = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert lines(paragraph(run("قبل") + box)) == ["قبل", "في الإطار", "سطر ثان"]
    old = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"
    assert lines(paragraph(old)) == ["في الإطار", "سطر ثان"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text)) if text else paragraph('')}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


START, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_cells_keep_their_columns() -> None:
    made = table(
        row(cell("المحور"), cell("المشروع"), cell("الكلفة")),
        row(cell("الشفافية", START), cell("بوابة"), cell("10.000")),
        row(cell("", GOES_ON), cell("مكتبة"), cell("")),
        row(cell("المحور الثاني : المشاركة", '<w:gridSpan w:val="3"/>')),
        row(cell("لقاء"), cell("20.000"), properties='<w:gridBefore w:val="1"/>'),
        row(cell("شطب"), cell("شطب"), cell("شطب"), properties='<w:del w:id="3" w:author="a"/>'),
    )
    assert lines(made) == [
        "المحور | المشروع | الكلفة",
        "الشفافية | بوابة | 10.000",
        "الشفافية | مكتبة |",
        "المحور الثاني : المشاركة",
        "| لقاء | 20.000",
    ]


def test_rows_and_cells_in_content_controls_and_revisions_in_cells() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row(cell('1'), '<w:sdt><w:sdtContent>' + cell('الساحة') + '</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>"
    revised = f"<w:tr><w:tc>{paragraph(run('2'))}</w:tc><w:tc>{paragraph(DELETED + INSERTED)}</w:tc></w:tr>"
    assert lines(table(row(cell("رقم"), cell("المشروع")), wrapped, revised)) == [
        "رقم | المشروع", "1 | الساحة", "2 | 250.000,00 درهم"
    ]  # fmt: skip


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    long = "نص طويل جدا في عمود من أعمدة الصفحة. " * 30
    inner = table(row(cell("a"), cell("1")))
    assert lines(table(row(cell("يمين"), f"<w:tc>{paragraph(run(long))}{inner}{paragraph('')}</w:tc>")))[0] == "يمين"
    assert lines(table(row(f"<w:tc>{paragraph(run('a'))}{paragraph(run('b'))}</w:tc>"))) == ["a", "b"]


def test_instances_of_a_list_go_on_and_start_anew_where_told() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {SPACES} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'))  # fmt: skip
    for number, change in (("71", ""), ("72", ""), ("73", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')):  # fmt: skip
        numbering.append(parse_xml(f'<w:num {SPACES} w:numId="{number}"><w:abstractNumId w:val="77"/>{change}</w:num>'))
    for number, text in (("71", "a"), ("71", "b"), ("72", "c"), ("73", "d"), ("73", "e")):
        p = document.add_paragraph(text)
        p._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {SPACES}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))  # fmt: skip
    out = io.BytesIO()
    document.save(out)
    assert read_docx(out.getvalue()).text.split("\n") == ["3- a", "4- b", "5- c", "1- d", "2- e"]
