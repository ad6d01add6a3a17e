"""Hostile text: reading it takes bounded time and raises nothing. A limit of a minute is a hang, not a measure."""

from __future__ import annotations

import random
import time

import pytest

from ingest.read.councils.outcomes import find_outcome
from ingest.text.amounts import find_amounts
from ingest.text.dates import find_dates
from ingest.text.fold import fold
from tests.ingest.read.facts.reading import Facts

LENGTH = 60_000
HOSTILE = {
    "digits": "1" * LENGTH,
    "grouped digits": "1.000 " * (LENGTH // 6),
    "commas and digits": "1,1." * (LENGTH // 4),
    "spaced digits": "12 345 " * (LENGTH // 7),
    "and": "و " * (LENGTH // 2),
    "and numbers": "مليون و 200 ألف و " * (LENGTH // 18),
    "numbers in words": "خمسة وعشرون مائة " * (LENGTH // 17),
    "dirham": "درهم " * (LENGTH // 5),
    "open brackets": "(" * LENGTH,
    "markers": "1- " * (LENGTH // 3),
    "items": "".join(f"{i % 99}- نقطة رقم {i}\n" for i in range(LENGTH // 16)),
    "bullets": "• " * (LENGTH // 2),
    "points": "النقطة الأولى " * (LENGTH // 14),
    "all points": "صادق المجلس على جميع النقط باستثناء النقطة " * (LENGTH // 44),
    "cells": "أ | " * (LENGTH // 4),
    "session without end": "الدورة العادية لشهر " * (LENGTH // 20),
    "council": "مجلس جماعة " * (LENGTH // 11),
    "functions": "رئيس " * (LENGTH // 5) + ",",
    "months": "أكتوبر " * (LENGTH // 7),
    "days and months": "12 أكتوبر " * (LENGTH // 10),
    "labels": "تاريخ البداية: " * (LENGTH // 15),
    "headings": "المشروع 1: أ\n" * (LENGTH // 13),
    "one word": "ا" * LENGTH,
    "tatweel": "ـ" * LENGTH,
    "bidi marks": "\u202b\u202c" * (LENGTH // 2),
    "quotes": '"' * LENGTH,
    "french capitals": "Mme Ait " * (LENGTH // 8),
    "adopted": "adopté à l'unanimité " * (LENGTH // 21),
    "newlines": "\n" * LENGTH,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_bounded_time(name: str) -> None:
    began = time.monotonic()
    Facts("عقد مجلس جماعة تطوان دورته العادية لشهر أكتوبر 2025، جدول الأعمال:\n" + HOSTILE[name])
    assert time.monotonic() - began < 60


@pytest.mark.parametrize("seed", range(12))
def test_shuffled_pieces_raise_nothing(seed: int) -> None:
    """Pieces of real wording in any order, cut anywhere."""
    r = random.Random(seed)
    pieces = [p[: r.randrange(1, 40)] for p in HOSTILE.values()] + [
        "الدورة العادية لشهر أكتوبر 2025",
        "جدول الأعمال التالي:",
        "1- ",
        "النقطة الثالثة",
        "صودق عليها بأغلبية 32 صوتا مقابل 6",
        "250.000,00 درهم",
        " | ",
        "\n",
        "المقرر عدد 24",
        "مليون سنتيم",
        "يوم الخميس 31 فبراير 2023",
        "Commitment 4: ",
        "Start Date",
        "من يناير 2024 إلى",
        "طلب عروض رقم",
        "لائحة الجمعيات المستفيدة",
        "¼",
        "٣٢/١٣/٢٠٢٥",
        "\u0000",
        "\ud7ff",
        "²",
    ]
    text = "".join(r.choice(pieces) + r.choice((" ", "\n", "")) for _ in range(400))
    Facts(text)
    folded = fold(text)
    find_dates(folded)
    find_amounts(folded)
    find_outcome(folded)
