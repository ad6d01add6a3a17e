from __future__ import annotations

import pytest

from ingest.collect.families import families
from ingest.read.documents.decode import decode
from ingest.read.documents.html import read_html

PAGE = (
    "<html><body><nav>قائمة</nav><h1 class='swct-title'>عنوان</h1><div class='swct-date'>05/05/2026</div>"
    "<div class='swct-content'>{}</div></body></html>"
)


def test_content_title_and_date_by_platform() -> None:
    read = read_html(PAGE.format("<p>فقرة أولى</p><p>فقرة ثانية</p>"), families()["swct"].selectors)
    assert (read.status, read.title, read.date_text) == ("ok", "عنوان", "05/05/2026")
    assert read.text.split("\n") == ["عنوان", "فقرة أولى", "فقرة ثانية"]


@pytest.mark.parametrize(
    ("html", "status"),
    [
        (PAGE.format("<p>الصفحة المطلوبة غير موجودة</p>"), "gone"),
        ("<html><body><h1>Page introuvable</h1></body></html>", "gone"),
        ("<html><body><section>نص</section></body></html>", "layout_changed"),
        (PAGE.format("").replace("عنوان", "x"), "empty"),
    ],
)
def test_what_is_not_content_has_its_own_outcome(html: str, status: str) -> None:
    assert read_html(html, families()["swct"].selectors).status == status


def test_bytes_are_decoded_by_evidence_not_by_what_the_server_says() -> None:
    assert decode("جماعة".encode("windows-1256"), "utf-8") == ("جماعة", "windows-1256")
    assert decode("جماعة".encode(), "iso-8859-1") == ("جماعة", "utf-8")
