from __future__ import annotations

import pytest

from expectations.personal_data.patterns import find_personal_data

PLANTED = [
    ("cin", "AB123456"), ("cin", "K 558899"), ("cin", "AB.123.456"), ("cin", "AB١٢٣٤٥٦"), ("cin", "k558899"),
    ("phone", "0612345678"), ("phone", "06 12 34 56 78"), ("phone", "06.12.34.56.78"), ("phone", "+212 6 12 34 56 78"), ("phone", "00212612345678"),
    ("phone", "٠٦١٢٣٤٥٦٧٨"), ("phone", "٠٦ ١٢ ٣٤ ٥٦ ٧٨"), ("phone", "07-12-34-56-78"),
    ("bank", "011780000012345678901234"), ("bank", "011 780 0000123456789012 34"), ("bank", "٠١١٧٨٠٠٠٠٠١٢٣٤٥٦٧٨٩٠١٢٣٤"),
    ("bank", "MA64 0117 8000 0012 3456 7890 1234"),
    ("email", "someone.private@gmail.com"), ("email", "someone @ gmail . com"), ("email", "karim.sport@exemple.ma"), ("email", "contact.commune@gmail.com"),
    ("name", "قال السيد فلان الفلاني إن"),
]  # fmt: skip
CLEAN = [
    "القانون رقم 31-13", "المقرر عدد 24", "01.511.01.0", "2023-2026", "الدورة العادية لشهر أكتوبر 2023", "contact@commune.gov.ma",
    "plan d'action 2021-2023", "en 2022 10 communes", "ct-0007", "chars:1200-1312", "06/12/2023 على الساعة 10", "5 000 000 درهم",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "https://a.example/2026/06/12/post-12",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), PLANTED)
@pytest.mark.parametrize("around", ["{}", "الملف {} للمراجعة", "({})"])
def test_planted_values_are_found(kind: str, text: str, around: str) -> None:
    assert kind in find_personal_data(around.format(text))


@pytest.mark.parametrize("text", CLEAN)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert find_personal_data(text) == set()
