"""An agreement's own text: heading, parties, whole cost, day; the session of its preamble is none of its facts."""

from __future__ import annotations

from tests.accuracy.predict import gazetteer
from tests.ingest.read.facts.reading import Facts

ARABIC = """اتفاقية شراكة رقم 14/2022 من أجل بناء وتجهيز دار الطالبة
بناء على مداولات مجلس جماعة عين الحجل خلال دورته العادية المنعقدة بتاريخ 6 أكتوبر 2021؛
تبرم هذه الاتفاقية بين:
- جهة التلال-الساحل، ممثلة في رئيسها؛
- إقليم تل النخيل، ممثلا في عامله؛
- جماعة عين الحجل، ممثلة في رئيسها.
المادة 1: موضوع الاتفاقية
تهدف هذه الاتفاقية إلى تحديد شروط بناء وتجهيز دار الطالبة.
المادة 3: الكلفة الإجمالية
تبلغ الكلفة الإجمالية للمشروع 4.500.000,00 درهم.
المادة 4: مساهمات الأطراف
تساهم الجماعة بمبلغ 500.000,00 درهم.
حرر بعين الحجل في 3 مارس 2022
"""
FRENCH = """Convention de partenariat n° 07/2021 relative à la modernisation de l'éclairage public
Entre les soussignés :
La commune de Beni Mithal, représentée par son président, d'une part,
Et la Province de Tell Ennakhil, représentée par son gouverneur, d'autre part,
Il a été convenu ce qui suit :
Article 4 : le coût global est fixé à 12 000 000,00 DH.
"""


def _parties(facts: Facts) -> list[str]:
    return sorted(p.participant_key or p.participant_name for p in facts.all("Participation", role_code="signatory"))


def test_an_arabic_text() -> None:
    facts = Facts(ARABIC, gazetteer=gazetteer())
    agreement = facts.one("Agreement")
    assert agreement.title == "اتفاقية شراكة رقم 14/2022 من أجل بناء وتجهيز دار الطالبة"
    assert (str(agreement.amount_mad), agreement.signed_date) == ("4500000.00", "2022-03-03")
    assert _parties(facts) == ["ct-a001", "ct-a011", "ct-a103"]
    assert not facts.all("Session") and not facts.all("AgendaItem")


def test_a_french_text() -> None:
    facts = Facts(FRENCH, gazetteer=gazetteer())
    agreement = facts.one("Agreement")
    assert "n° 07/2021" in agreement.title
    assert (str(agreement.amount_mad), agreement.signed_date) == ("12000000.00", None)
    assert _parties(facts) == ["ct-a011", "ct-a117"]


def test_a_share_is_no_total() -> None:
    text = FRENCH.replace("le coût global est fixé à", "la commune verse")
    assert Facts(text, gazetteer=gazetteer()).one("Agreement").amount_mad is None


def test_who_represents_a_party_is_none() -> None:
    text = ARABIC.replace("ممثلة في رئيسها؛", "الممثلة في شخص رئيس مجلسها؛", 1)
    assert _parties(Facts(text, gazetteer=gazetteer())) == ["ct-a001", "ct-a011", "ct-a103"]
