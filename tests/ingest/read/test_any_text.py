"""Any text at all: every reader of the reading room ends without an exception, and twice the text takes at most about twice the time.

Texts are made of words that rules look for, of marks that patterns hang on, and of any characters, repeated. Growth is measured where it would
show: a text four times as long takes sixteen times as long where a pattern is quadratic, and is allowed ten.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.collect.families import families
from ingest.collect.links import file_links, read_feed, read_sitemap
from ingest.read.documents.decode import decode_text
from ingest.read.documents.delimited import TableError
from ingest.read.documents.html import JsonPaths, read_html_page, read_json_page
from ingest.read.documents.page_json import all_json
from ingest.read.documents.pdf import is_unsound, layer_measures
from ingest.read.documents.pdf_order import in_reading_order
from ingest.read.documents.reader import DocumentReader
from ingest.read.people import private_words, redact
from ingest.read.tables.read import read_table
from ingest.read.tables.rows import read_file
from ingest.text.amounts import amount_of_cell, find_amounts
from ingest.text.damage import mended
from ingest.text.dates import find_dates, parse_first
from ingest.text.fold import clean, fold
from ingest.text.numerals.grammar import read_phrase
from ingest.text.numerals.phrases import phrases
from tests.ingest.read.facts.reading import Facts, known_places
from tests.ingest.read.facts.test_bounded import HOSTILE
from tests.ingest.read.tables.test_ogp import origin

_SELECTORS = families()["listing"].selectors
_LEAD = "عقد مجلس جماعة تطوان دورته العادية لشهر أكتوبر 2025، جدول الأعمال:\n"


def _numbers(text: str) -> None:
    for phrase in phrases(fold(text)):
        read_phrase(phrase)
    find_amounts(fold(text))
    amount_of_cell(text[:300], "المبلغ بالدرهم")


def _dates(text: str) -> None:
    find_dates(fold(text))
    parse_first(text)


def _table(text: str) -> None:
    payload = ("Titles;CT1;CT2;Topics\n" + text).encode("utf-8", "replace")
    read_table(payload, "text/csv", "remacto_projects", known_places(), "test", origin, DocumentReader())


def _rows(text: str) -> None:
    with suppress(TableError):
        read_file(text.encode("utf-8", "replace"), "text/csv", DocumentReader())


def _page(text: str) -> None:
    read_html_page(f"<html><body>{text}</body></html>".encode("utf-8", "replace"), None, _SELECTORS)


def _json(text: str) -> None:
    all_json(f"<script>{text}</script><p data-x='{{{text}")
    read_json_page(text.encode("utf-8", "replace"), None, JsonPaths("a.*.b"))


def _walk(text: str) -> None:
    payload = text.encode("utf-8", "replace")
    list(file_links("https://exemple.example/", payload + b" href='a.pdf'"))
    read_feed("https://exemple.example/", b"<feed>" + payload + b"</feed>")
    read_sitemap("https://exemple.example/", b"<urlset>" + payload + b"</urlset>")


def _letters(text: str) -> None:
    mended(text)
    clean(text)
    fold(text)
    layer_measures(text)
    is_unsound(text)
    decode_text(text.encode("utf-16-le", "replace"))
    decode_text(text.encode("cp1256", "replace"), "iso-8859-1")


READERS: dict[str, Callable[[str], Any]] = {
    "facts": lambda text: Facts(_LEAD + text),
    "facts of a page without a session": Facts,
    "page": _page,
    "json": _json,
    "table": _table,
    "rows": _rows,
    "numbers": _numbers,
    "dates": _dates,
    "people": lambda text: redact(text, private_words(text)),
    "letters": _letters,
    "lines of PDF": in_reading_order,
    "walks": _walk,
}
#: What rules and patterns hang on.
PIECES = sorted({piece.strip("\n")[:24] for piece in HOSTILE.values()} | {
    "الدورة العادية لشهر أكتوبر 2025", "جدول الأعمال:", "النقطة الثالثة", "صودق عليها بأغلبية 32 صوتا مقابل 6", "تمت المصادقة بالإجماع", "250.000,00 درهم", "مليون ونصف", "cent quatre-vingt mille dirhams",
    "المقرر عدد 24", "يوم الخميس 31 فبراير 2023", "Commitment 4: ", "Start Date", "من يناير 2024 إلى", "طلب عروض رقم", "لائحة الجمعيات المستفيدة", "السيد محمد ", "Mme ", "0661 23 45", "@", "a.", "x@y.", "AB123456", "007 780 ",
    "انضمت جماعة", "الشبكة المغربية للجماعات الترابية المنفتحة", "اتفاقية شراكة بين", "عريضة", "رئيس ", "نائب ", "le 3 mai", "session ordinaire du mois de", "Objet : ", "Article ", "المحور الأول: ", "المشروع 1: ", " | ", "\n", "\n\n", "- ", ": ", "، ",
    "(", ")", "«", "»", "<td>", "<p>", "</p>", "<table><tr>", "<a href=", "<li>", "<details>", "<blockquote>", "'", '"', "=", ";", ",", ".", "/", "_", "1", "12", "٣", "²", "½", "\u200f", "\u0640", "\u064b", "ﷺ", "É", "ß", "\u0000", "\ufffd", "&amp;", "{", "[", "\\",
})  # fmt: skip
_UNIT = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=5).map("".join).filter(bool)
_CALM = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
SHORT, LONG = 4_000, 16_000
#: Ten for four times the text: linear is four, quadratic sixteen. Below half a second nothing is told from noise.
MOST, UNTOLD_SECONDS = 10.0, 0.5
EXAMPLES = [pytest.param(8, id="few"), pytest.param(150, id="many", marks=pytest.mark.real)]


@cache
def _warm(name: str) -> None:
    READERS[name]("نص")  # Words, gazetteer and patterns are made once.


def seconds(read: Callable[[str], Any], text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


def grows_too_fast(name: str, unit: str) -> str | None:
    """What was measured where a text of `LONG` takes far more than its share; measured again before it is believed."""
    read = READERS[name]
    short, long = (unit * (size // len(unit) + 1) for size in (SHORT, LONG))
    for _ in range(3):
        slow = seconds(read, long)
        if slow < UNTOLD_SECONDS:
            return None
        quick = min(seconds(read, short) for _ in range(2))
        if slow <= MOST * quick:
            return None
    return f"{name}: {slow:.2f} s for {LONG} characters, {quick:.3f} s for {SHORT}: {unit!r}"


@pytest.mark.parametrize("examples", EXAMPLES)
@pytest.mark.parametrize("name", READERS)
def test_a_longer_text_takes_its_share_of_time(name: str, examples: int) -> None:
    _warm(name)

    @settings(_CALM, max_examples=examples)
    @given(_UNIT)
    def check(unit: str) -> None:
        assert grows_too_fast(name, unit) is None

    check()


@pytest.mark.parametrize("examples", EXAMPLES)
@pytest.mark.parametrize("name", READERS)
def test_no_text_is_too_much(name: str, examples: int) -> None:
    _warm(name)

    @settings(_CALM, max_examples=8 * examples)
    @given(st.text(max_size=60) | st.lists(_UNIT, max_size=12).map(" ".join))
    def check(text: str) -> None:
        READERS[name](text)

    check()
