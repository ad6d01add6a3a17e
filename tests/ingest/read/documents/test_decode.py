"""Characters by evidence: marks, UTF-16, Latin-1 against windows-1256, broken UTF-8; the same for pages, text and tables."""

from __future__ import annotations

import pytest

from ingest.read.documents.decode import decode, decode_text
from ingest.read.documents.reader import DocumentReader
from ingest.read.tables.rows import Row, read_file
from ingest.text.damage import text_flag, to_letters
from ingest.text.fold import fold

ARABIC = "عقد مجلس جماعة واد المثال دورته العادية لشهر ماي 2023 وصادق على الميزانية"
FRENCH = (
    "PROCÈS-VERBAL de la séance : À l'unanimité, le conseil a été réuni à Aït Melloul. Où ? ÉLUS présents : 20, NOËL"
)
SHORT = "PROCÈS-VERBAL"
CAPITALS = "DÉLIBÉRATION N° 7 : PROGRAMMATION DE L'EXCÉDENT, MARCHÉ « ÉCLAIRAGE », CRÉDITS À REPORTER"
MIXED = "جماعة واد المثال Commune de Oued El Mithal: réunion du 5 mai, مكتب المجلس وlocal"


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "iso-8859-1", "windows-1252", "windows-1256", "nonsense", "utf-16"]
)
@pytest.mark.parametrize(
    ("text", "charset"),
    [(ARABIC, "windows-1256"), (FRENCH, "windows-1252"), (SHORT, "windows-1252"), (CAPITALS, "iso-8859-1"), (MIXED, "windows-1256")],
)  # fmt: skip
def test_french_and_arabic_bytes_are_told_apart(text: str, charset: str, declared: str | None) -> None:
    read, _ = decode(text.encode(charset), declared)
    assert read == text


@pytest.mark.parametrize("text", [ARABIC, FRENCH, "a;b\n1;2\n3;4"])
@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_unicode_in_all_its_widths(text: str, charset: str) -> None:
    assert decode(text.encode(charset), "iso-8859-1")[0] == text


def test_a_broken_character_does_not_cost_the_page_its_charset() -> None:
    whole = (ARABIC * 20).encode()
    assert decode(whole[:-1])[1] == "utf-8"
    assert decode(whole[:-1])[0][:200] == (ARABIC * 20)[:200]
    assert decode(whole.replace("ص".encode(), b"\xff", 1))[0].count("\ufffd") == 1


def test_what_a_page_declares_of_itself_decides_between_equals() -> None:
    assert decode(b"<?xml version='1.0' encoding='iso-8859-6'?><p>" + "قرار المجلس".encode("iso-8859-6"))[0].endswith("قرار المجلس")  # fmt: skip
    assert decode_text("séance".encode("latin-1"), "iso-8859-1").measures == {}
    assert decode_text(ARABIC.encode("utf-16"), "utf-16").measures == {}
    assert decode_text(ARABIC.encode("utf-16"), "utf-8").measures == {"charset_contradicted": 1}


def test_presentation_forms_are_letters_in_what_is_shown() -> None:
    text, count = to_letters("ﺟﻤﻌﻴﺔ ﺍﻟﻨﻮﺭ ﻟﻺﻧﻤﺎﺀ ﷲ ﻻ")
    assert (text, count) == ("جمعية النور للإنماء الله لا", 18)
    assert to_letters("جمعية النور") == ("جمعية النور", 0)
    decoded = decode_text("ﺟﻤﻌﻴﺔ".encode())
    assert (decoded.text, text_flag(decoded.text, decoded.measures)) == ("جمعية", "presentation_forms")


@pytest.mark.parametrize(("one", "other"), [("ݣلميم", "كلميم"), ("گرسيف", "كرسيف"), ("أݣادير", "اكادير"), ("ڭلميم", "كلميم"), ("ﮔﻠﻤﻴﻢ", "كلميم")])  # fmt: skip
def test_letters_of_one_sound_are_one_for_matching(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def table(payload: bytes) -> tuple[Row, ...]:
    (sheet,) = read_file(payload, "text/csv", DocumentReader()).sheets
    return sheet


@pytest.mark.parametrize("charset", ["latin-1", "utf-16", "utf-8", "windows-1252"])
def test_a_table_gets_what_pages_get(charset: str) -> None:
    rows = table("Titre;Détail\nPROCÈS-VERBAL;À l'unanimité\n".encode(charset))
    assert [r.cells for r in rows] == [("Titre", "Détail"), ("PROCÈS-VERBAL", "À l'unanimité")]


def test_a_table_that_was_decoded_twice_is_mended() -> None:
    made = "".join(bytes([b]).decode("windows-1256") for b in f"رقم;المشروع\n1;{ARABIC}\n".encode()).encode()
    assert table(made)[1].cells == ("1", ARABIC)
