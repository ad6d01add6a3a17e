"""DESIGN.md §12 through the front door, the rows about what a document holds (those about how a site behaves: tests/ingest/collect/crawl/test_hostile.py)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from ingest.bronze import read_bronze
from ingest.read.documents.ocr import engine
from tests.ingest.collect.crawl.front_door import NightResult, night
from tests.ingest.collect.crawl.site import Site, declare


def pdf(pages: int, *, password: str | None = None) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(300, 400)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture_pdf() -> bytes:
    out = io.BytesIO()
    Image.new("L", (600, 800), 255).save(out, "PDF")
    return out.getvalue()


def html(body: str, head: str = "") -> bytes:
    return (
        f"<!doctype html><html lang='ar'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()
    )


def act(text: str, date: str = "") -> bytes:
    return html(
        f"<main><article><h1>الدورة العادية لشهر أكتوبر 2021 لمجلس جماعة بني خيال</h1><time>{date}</time><p>{text}</p></article></main>"
    )


SHELL = html('<app-root></app-root><script src="/main.js"></script>')
#: Arabic letters in the forms of their places, as old PDF pastes hold them, with bidi marks and tatweel between.
FORMS = "ﺍﻟﺪﻭﺭﺓ ﺍﻟﻌﺎﺩﻳﺔ\u200f لشهر أكتـــوبر \u202b2022\u202c لمجلس جماعة بني خيال"
SESSION = "عقد مجلس جماعة بني خيال دورته العادية لشهر ماي 2023"


def decoded_twice(text: str, charset: str) -> bytes:
    """UTF-8 that a server took for another charset and wrote as UTF-8 again."""
    return "".join(bytes([b]).decode(charset, "ignore") or chr(b) for b in text.encode()).encode()


DOCUMENTS: dict[str, tuple[str, bytes]] = {
    "encrypted.pdf": ("application/pdf", pdf(2, password="secret")), "malformed.pdf": ("application/pdf", b"%PDF-1.7\n1 0 obj << /Type /Catalog\n%%EOF"),
    "long.pdf": ("application/pdf", pdf(2001)), "blank.pdf": ("application/pdf", pdf(1)), "scan.pdf": ("application/pdf", picture_pdf()),
    "not-a-word.docx": ("application/octet-stream", b"PK\x03\x04 nothing"), "shell": ("text/html; charset=utf-8", SHELL),
    "archive.zip": ("application/octet-stream", b"PK\x03\x04" + bytes(400)), "not-found": ("text/html; charset=utf-8", html("<main><h1>الصفحة غير موجودة</h1></main>")),
    "epoch": ("text/html; charset=utf-8", act("انعقدت الجلسة بتاريخ 01 يناير 1970.", "01/01/1970")),
    "future": ("text/html; charset=utf-8", act("نص.", "01/01/2031")), "impossible": ("text/html; charset=utf-8", act("تقرر يوم 31 فبراير 2021.", "31/02/2021")),
    "weekday": ("text/html; charset=utf-8", act("انعقدت الجلسة يوم الأحد 05 أكتوبر 2021 بمقر الجماعة.")),
    "forms": ("text/html; charset=utf-8", html(f"<main><article><h1>{FORMS}</h1><p>نص الدورة.</p></article></main>")),
    "twice-1252": ("text/html; charset=utf-8", decoded_twice(act(SESSION).decode(), "windows-1252")),
    "twice-1256": ("text/html; charset=utf-8", decoded_twice(act(SESSION).decode(), "windows-1256")),
    "twice-latin2": ("text/html; charset=utf-8", decoded_twice(act(SESSION).decode(), "iso-8859-2")),
    "lost": ("text/html; charset=utf-8", act("قرر المجل\ufffd تأجيل النقطة \ufffdلثانية")), "digits": ("text/html; charset=utf-8", act("٣ نقط و12 عضوا")),
    "charset": ("text/html; charset=iso-8859-6", act("قرر المجلس")),
    "controls": ("text/html; charset=utf-8", act("=cmd|' /C calc'!A0 \u0000\u0007\u001b نص <b>غليظ</b> &lt;script&gt;alert(1)&lt;/script&gt;")),
}  # fmt: skip


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[NightResult, dict[str, dict[str, Any]]]]:
    home: Path = tmp_path_factory.mktemp("bad")
    with Site() as site:
        links = "".join(f'<li class="item"><a href="/d/{n}">وثيقة {n}</a></li>' for n in DOCUMENTS)
        site.pages["/list?page=1"] = ("text/html; charset=utf-8", html(f"<ul>{links}</ul>"))
        for name, document in DOCUMENTS.items():
            site.pages[f"/d/{name}"] = document
        declare(
            home,
            "test-site",
            site,
            expectations={"min_layout_share": 0.0, "max_gone_share": 1.0, "max_failed_share": 1.0},
        )
        result = night(home, "2026-11-01")
        documents = {d["source_url"].rsplit("/", 1)[1]: d for d in read_bronze(result.home, "documents").to_pylist()}
        yield result, documents


@pytest.mark.parametrize(
    ("name", "status", "reason"),
    [
        ("encrypted.pdf", "unreadable", "encrypted"), ("malformed.pdf", "unreadable", "malformed"), ("long.pdf", "unreadable", "2001 pages"),
        ("blank.pdf", "unreadable", "no text layer"), ("scan.pdf", "unreadable", "no text layer"), ("not-a-word.docx", "unreadable", "malformed"), ("archive.zip", "unreadable", "no reader"),
        ("shell", "unreadable", "JavaScript alone"), ("not-found", "gone", "not found"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(
    bad: tuple[NightResult, dict[str, dict[str, Any]]], name: str, status: str, reason: str
) -> None:
    document = bad[1][name]
    assert (document["status_code"], document["char_count"]) == (status, 0)
    assert reason in document["status_reason"]
    if name in ("blank.pdf", "scan.pdf") and engine() is None:
        assert "recognition is not installed" in document["status_reason"]


def test_the_night_stands_and_says_how_many(bad: tuple[NightResult, dict[str, dict[str, Any]]]) -> None:
    result, documents = bad
    assert result.code == 0, result.out
    found = result.source("test-site")
    assert found.admission == "admitted", found.cause
    assert found.outcomes["unreadable"] >= 6
    assert set(documents) == set(DOCUMENTS)


@pytest.mark.parametrize("name", ["epoch", "future", "impossible"])
def test_a_date_that_cannot_be_is_kept_raw_and_left_empty(
    bad: tuple[NightResult, dict[str, dict[str, Any]]], name: str
) -> None:
    document = bad[1][name]
    assert document["status_code"] == "ok"
    value = document["published_date"]
    assert value is None or not value.startswith(("1970", "2031", "2021-02-31")), value
    if value is None and document["published_date_raw"] is not None:
        assert document["published_date_flag_code"] in ("impossible_date", "after_capture")


def test_a_weekday_that_contradicts_its_date_is_flagged(bad: tuple[NightResult, dict[str, dict[str, Any]]]) -> None:
    sessions = [s for s in read_bronze(bad[0].home, "sessions").to_pylist() if s["source_url"].endswith("/weekday")]
    assert [(s["start_date"], s["start_date_flag_code"]) for s in sessions] == [("2021-10-05", "weekday_mismatch")]


def test_presentation_forms_match_and_are_shown_as_letters(bad: tuple[NightResult, dict[str, dict[str, Any]]]) -> None:
    sessions = [s for s in read_bronze(bad[0].home, "sessions").to_pylist() if s["source_url"].endswith("/forms")]
    assert [(s["year"], s["month"], s["kind_code"]) for s in sessions] == [(2022, 10, "ordinary")]
    title = bad[1]["forms"]["title"]
    assert not {"\u200f", "\u202b", "\u202c"} & set(title)


def test_controls_and_formulas_reach_no_table_as_such(bad: tuple[NightResult, dict[str, dict[str, Any]]]) -> None:
    for table in ("documents", "sessions"):
        for row in read_bronze(bad[0].home, table).to_pylist():
            for value in row.values():
                assert not (isinstance(value, str) and any(ord(c) < 32 for c in value)), (table, value)


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("twice-1252", "decoded_twice"), ("twice-1256", "decoded_twice"), ("twice-latin2", "decoded_twice"), ("lost", "characters_lost"),
        ("digits", "mixed_digits"), ("charset", "charset_contradicted"), ("forms", "presentation_forms"), ("weekday", None),
    ],
)  # fmt: skip
def test_what_happened_to_a_text_is_told(
    bad: tuple[NightResult, dict[str, dict[str, Any]]], name: str, flag: str | None
) -> None:
    assert (bad[1][name]["status_code"], bad[1][name]["text_flag_code"]) == ("ok", flag)


@pytest.mark.parametrize("name", ["twice-1252", "twice-1256", "twice-latin2"])
def test_text_that_was_decoded_twice_is_read(bad: tuple[NightResult, dict[str, dict[str, Any]]], name: str) -> None:
    assert bad[1][name]["title"] == bad[1]["weekday"]["title"]
    found = [s for s in read_bronze(bad[0].home, "sessions").to_pylist() if s["source_url"].endswith(f"/{name}")]
    assert [(s["year"], s["month"]) for s in found] == [(2021, 10), (2023, 5)]
