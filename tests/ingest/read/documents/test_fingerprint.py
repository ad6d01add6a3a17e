from __future__ import annotations

import pytest

from ingest.read.documents.fingerprint import fingerprint

ACT = "الدورة العادية لشهر أكتوبر\nصادق المجلس بالإجماع على النقطة الأولى"


@pytest.mark.parametrize(
    "noise",
    [
        "\nعدد المشاهدات: 1540",
        "\n1540 مشاهدة",
        "\n12 vues",
        "\nVues : 12",
        "\n3 commentaires",
        "\nاترك تعليقا",
        "\nPartager sur Facebook",
        "\nشاهد أيضا\nخبر آخر لا علاقة له\nخبر ثان",
        "\nArticles similaires\nAutre nouvelle",
        "\n\n",
    ],
)
def test_counters_labels_and_related_items_do_not_change_it(noise: str) -> None:
    assert fingerprint(ACT + noise, "a") == fingerprint(ACT, "b")


@pytest.mark.parametrize(
    "text",
    [
        ACT.replace("بالإجماع", "بالأغلبية"),
        ACT + "\nتأجيل النقطة الثانية",
        ACT + "\n12 نقطة",
        ACT + "\n250.000,00 درهم",
        ACT + "\n1540",
    ],
)
def test_what_an_act_says_does(text: str) -> None:
    assert fingerprint(text, "a") != fingerprint(ACT, "a")


def test_a_scan_without_text_is_its_bytes() -> None:
    assert fingerprint("", "a") != fingerprint("", "b")
    assert fingerprint("عدد المشاهدات: 3", "a") == fingerprint("", "a")
