"""HTML as browsers show it: white space, lists, tables, what is struck or hidden, dates for machines."""

from __future__ import annotations

import pytest

from ingest.collect.families import families
from ingest.read.documents.html import Selectors, read_html
from ingest.read.documents.html_tree import MAX_CHARS

BODY = Selectors(content=("body",))
GENERAL = families()["listing"].selectors


def lines(html: str) -> list[str]:
    return read_html(f"<html><body>{html}</body></html>", BODY).text.split("\n")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>adoptée par 20 voix pour,\n3 contre et 1 abstention</p>", ["adoptée par 20 voix pour, 3 contre et 1 abstention"]),
        ("<p>صودق عليها ب 20 صوتا\n  مقابل 3\n</p>", ["صودق عليها ب 20 صوتا مقابل 3"]),
        ("<ul>\n<li>Convention avec\nla Région</li>\n<li>Divers</li></ul>", ["• Convention avec la Région", "• Divers"]),
        ("<ol><li>\n<p>اتفاقية\nشراكة</p>\n</li></ol>", ["1. اتفاقية شراكة"]),
        ("<p>أ<br>ب<br/>ج</p>", ["أ", "ب", "ج"]),
        ("<div>a<div>b</div>c</div><section>d</section>e<dl><dt>f</dt><dd>g</dd></dl>", ["a", "b", "c", "d", "e", "f", "g"]),
        ("<p>ال<span>مج</span><b>لس</b> ينعقد</p>", ["المجلس ينعقد"]),
        ("<p>séan<i>ce</i>&nbsp;du 1<sup>er</sup>&#8239;mars</p>", ["séance du 1er mars"]),
        ("<p>coopé&shy;ration in&#8203;ter&#8205;communale &#8207;تعاون&#8206;</p>", ["coopération intercommunale تعاون"]),
        ("<pre>a\nb  c</pre>", ["a", "b c"]),
    ],
)  # fmt: skip
def test_white_space_blocks_and_inline_elements(html: str, shown: list[str]) -> None:
    assert lines(html) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<ol start="3"><li>أ</li><li>ب</li></ol>', ["3. أ", "4. ب"]),
        ('<ol><li>a</li><li value="7">b</li><li>c</li></ol>', ["1. a", "7. b", "8. c"]),
        ("<ol reversed><li>a</li><li>b</li><li>c</li></ol>", ["3. a", "2. b", "1. c"]),
        ('<ol reversed start="9"><li>a</li><li>b</li></ol>', ["9. a", "8. b"]),
        ('<ol start="x"><li>a</li><li></li><li>b</li></ol><p>c</p>', ["1. a", "3. b", "c"]),
        ("<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>", ["1. a", "1. b", "2. c"]),
        ("<ul><li></li></ul><p>a</p>", ["a"]),
    ],
)
def test_items_have_the_numbers_that_are_shown(html: str, shown: list[str]) -> None:
    assert lines(html) == shown


@pytest.mark.parametrize(
    "html",
    [
        "<p>يوم <del>4</del> <ins>5</ins> أكتوبر</p>",
        "<p>يوم <s>الأربعاء 4</s><strike>6</strike> 5 أكتوبر</p>",
        "<p>يوم <span style='text-decoration: line-through'>4</span> 5 أكتوبر</p>",
        "<p>يوم 5 <span hidden>4</span><span style='color:red; display : none'>6</span>أكتوبر</p><noscript>x</noscript>",
        "<p>يوم 5 أكتوبر<span aria-hidden='true'>#</span></p><template><p>x</p></template><dialog>y</dialog>",
        "<style>p{}</style><script>var a='<p>x</p>'</script><p>يوم 5 <span style='visibility:hidden'>4</span>أكتوبر</p><svg><text>q</text></svg>",
    ],
)
def test_what_is_struck_or_hidden_is_not_current_text(html: str) -> None:
    assert lines(html) == ["يوم 5 أكتوبر"]


COMPACT = "<table><tr><th>رقم</th><th>المشروع</th><th>الكلفة</th></tr><tr><td>1</td><td>الساحة</td><td>80.000,00</td></tr></table>"
ROWS = ["رقم | المشروع | الكلفة", "1 | الساحة | 80.000,00"]


@pytest.mark.parametrize(
    "html",
    [
        COMPACT,
        COMPACT.replace("</t", "\n</t").replace("<t", "\n  <t"),
        COMPACT.replace("<td>", "<td><p>").replace("</td>", "</p></td>"),
        COMPACT.replace("<td>", "<td><div>\n<span>").replace("</td>", "</span><br>\n</div></td>"),
        COMPACT.replace("<tr><th", "<thead><tr><th").replace("</th></tr>", "</th></tr></thead>"),
    ],
)
def test_a_row_is_one_line_however_the_source_is_laid_out(html: str) -> None:
    assert lines(html) == ROWS


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        # A merged label is said in each of its rows, a merged figure in none of them.
        (
            "<table><tr><th>محور</th><th>مشروع</th><th>سنة</th></tr><tr><td rowspan=2>الشفافية</td><td>بوابة</td><td>2024</td></tr><tr><td>مكتبة</td><td>2025</td></tr></table>",
            ["محور | مشروع | سنة", "الشفافية | بوابة | 2024", "الشفافية | مكتبة | 2025"],
        ),
        (
            "<table><tr><th>Projet</th><th>Coût</th></tr><tr><td>Portail</td><td rowspan='2'>1 200 000,00 DH</td></tr><tr><td>Salle</td></tr></table>",
            ["Projet | Coût", "1 200 000,00 DH", "Portail |", "Salle |"],
        ),
        (
            "<table><tr><th rowspan=2>النقطة</th><th colspan=2>التصويت</th></tr><tr><th>نعم</th><th>لا</th></tr><tr><td>الميزانية</td><td>20</td><td></td></tr></table>",
            ["النقطة | التصويت |", "النقطة | نعم | لا", "الميزانية | 20 |"],
        ),
        ("<table><tr><td></td><td>a</td><td></td><td>b</td></tr><tr><td>c</td><td></td><td></td><td>d</td></tr></table>", ["| a | | b", "c | | | d"]),
        ("<table><caption>Plan</caption><tfoot><tr><td>T</td><td>9</td></tr></tfoot><tr><td>a</td><td>1</td></tr></table>", ["Plan", "a | 1", "T | 9"]),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>Axe 1 : x</td></tr><tr><td>1</td><td>2|3</td></tr></table>", ["a | b", "Axe 1 : x", "1 | 2¦3"]),
        ("<table><tr><td><table><tr><td>a</td><td>1</td></tr></table></td><td><p>b</p><p>c</p></td></tr></table>", ["a | 1", "b", "c"]),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><table><tr><td>2</td><td>3</td></tr></table></td></tr></table>", ["a | b", "1 | 2 3"]),
    ],
)  # fmt: skip
def test_merged_blank_and_nested_cells(html: str, shown: list[str]) -> None:
    assert lines(html) == shown


def test_tables_are_told_by_their_offsets() -> None:
    read = read_html(f"<html><body><h1>عنوان</h1><p>قبل</p>{COMPACT}<p>بعد</p></body></html>", Selectors(("body",)))
    assert [read.text[a:b].split("\n") for a, b in read.tables] == [ROWS]


@pytest.mark.parametrize(
    ("chip", "date"),
    [
        ('<time datetime="2026-04-10">avril 2026</time>', "2026-04-10"),
        ('<time datetime="2026-04-10">avril 10, 2026</time>', "avril 10, 2026"),
        ('<time datetime="2026-04-10T08:00:00+01:00">il y a 2 jours</time>', "2026-04-10"),
        ('<time datetime="2026-04-10">10 avril 2026</time>', "10 avril 2026"),
        ("<time>10 avril 2026</time>", "10 avril 2026"),
    ],
)
def test_a_machines_date_stands_in_for_words_that_name_no_day(chip: str, date: str) -> None:
    selectors = Selectors(content=(".c",), date=("time",))
    page = f"<html><body><h1>t</h1>{chip}<div class=c>Un texte qui est assez long pour en être un.</div></body></html>"
    assert read_html(page, selectors).date_text == date
    assert read_html(page, GENERAL).date_text == date


def test_a_form_that_holds_the_page_is_the_page_and_another_is_not() -> None:
    body = "<h1>الدورة العادية</h1><div id=c><p>" + "نص طويل يقرر فيه المجلس أمورا عدة. " * 20 + "</p></div>"
    asp = f"<html><body><form action=./x.aspx><input type=hidden value=y>{body}<input type=text></form></body></html>"
    assert "يقرر فيه المجلس" in read_html(asp, Selectors(("#c",))).text
    assert "بحث" not in read_html(f"<html><body><form>بحث <input></form>{body}</body></html>", BODY).text


@pytest.mark.parametrize(
    "page",
    ["<div>" * 3_000 + "x", "<table><tr><td>" * 1_500 + "x", "x" * (MAX_CHARS + 1)],
)
def test_a_page_larger_or_deeper_than_pages_are_is_unreadable(page: str) -> None:
    read = read_html(page, GENERAL)
    assert (read.status, read.text) == ("unreadable", "")
    assert read.reason
