"""An agreement's own text: who concludes it, what it costs in all, when it was done; a share is no total."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.read.documents.reader import DocumentReader
from ingest.records import Agreement, Keyed, Participation, StatedSum
from tests.ingest.read.kinds.pages import Page, read

_TEXTS = {
    # A total before its shares; the foot in words of several copies.
    "shares-fr": (
        "CONVENTION DE PARTENARIAT N° 07/2023",
        "ENTRE LES SOUSSIGNES :\nLa commune de Ain El Hajal, représentée par son président, d'une part,\nET\n"
        "L'Association Nour pour le développement, représentée par sa présidente, d'autre part.\n"
        "IL A ETE CONVENU CE QUI SUIT :\nARTICLE 4 : FINANCEMENT\n"
        "Le montant global est fixé à 600 000,00 DH dont 400 000,00 DH à la charge de la commune.\n"
        "Fait en deux exemplaires à Ain El Hajal, le 15 mai 2023",
        ["commune de Ain El Hajal", "Association Nour pour le développement"],
        ("600000.00", "2023-05-15"),
    ),
    "shares-ar": (
        "اتفاقية شراكة رقم 14/2024",
        "بين الموقعين أسفله:\nمجلس جهة التلال-الساحل، الممثل في شخص رئيسه؛\nجماعة سيدي بوخيال، ممثلة برئيسها.\n"
        "تم الاتفاق على ما يلي:\nالمادة 3: التمويل\n"
        "حددت الكلفة الإجمالية في 18.000.000,00 درهم منها 10.000.000,00 درهم على عاتق الجهة.\n"
        "حرر بتل النخيل في 12 مارس 2024",
        ["مجلس جهة التلال-الساحل", "جماعة سيدي بوخيال"],
        ("18000000.00", "2024-03-12"),
    ),
    "shares-en": (
        "Partnership agreement",
        "This agreement is concluded between:\nthe commune of Ain El Hajal, represented by its president\n"
        "The parties have agreed as follows:\n"
        "Article 3. The total cost is 250,000 dirhams, of which the commune pays 150,000 dirhams.\n"
        "Done at Ain El Hajal on June 3, 2024",
        ["commune of Ain El Hajal"],
        ("250000.00", "2024-06-03"),
    ),
    # Labels, and several parties on one line.
    "labels-ar": (
        "اتفاقية شراكة حول السقي",
        "أطراف الاتفاقية: مجلس جهة التلال-الساحل، وزارة الفلاحة، جمعية النور.\nتاريخ التوقيع: الاثنين 18 شتنبر 2023",
        ["مجلس جهة التلال-الساحل", "وزارة الفلاحة", "جمعية النور"],
        (None, "2023-09-18"),
    ),
    "sides-ar": (
        "عقد برنامج",
        "بين: جهة الواحات-الكثبان من جهة، وشركة التنمية المحلية من جهة ثانية.\nالمادة 5: تساهم الجهة بمبلغ 2.000.000 درهم.",
        ["جهة الواحات-الكثبان", "شركة التنمية المحلية"],
        (None, None),
    ),
    # The share of a party that is named first is no total.
    "share-first-fr": (
        "Convention relative au marché",
        "Entre les soussignés\nLa commune de Ain El Hajal\nIl a été convenu ce qui suit\n"
        "Le coût total, dont 400 000,00 DH à la charge de la commune, s'élève à 900 000,00 DH.",
        ["commune de Ain El Hajal"],
        (None, None),
    ),
}


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as opened:
        yield opened


def _read(name: str, reader: DocumentReader) -> list[Keyed]:
    title, text, *_ = _TEXTS[name]
    return read(Page(name, "agreement", title, f"https://site.invalid/{name}", text, {}), reader)


@pytest.mark.parametrize("name", _TEXTS)
def test_an_agreement_names_its_parties_its_total_and_its_day(name: str, reader: DocumentReader) -> None:
    records = _read(name, reader)
    _, _, parties, (total, day) = _TEXTS[name]
    [agreement] = [r for r in records if isinstance(r, Agreement)]
    assert [r.participant_name for r in records if isinstance(r, Participation)] == parties
    amount = agreement.amount_mad
    assert (None if amount is None else str(amount), agreement.signed_date.value) == (total, day)


def test_a_share_is_of_the_party_that_its_line_names(reader: DocumentReader) -> None:
    text = (
        "بين الموقعين أسفله:\nمجلس جهة التلال-الساحل\nجماعة سيدي بوخيال\nتم الاتفاق على ما يلي:\n"
        "جماعة سيدي بوخيال: 3.000.000,00 درهم\nالشريك الآخر: 5.000.000,00 درهم"
    )
    page = Page("shares", "agreement", "اتفاقية شراكة", "https://site.invalid/shares", text, {})
    sums = {str(r.amount_mad): r.collectivity_id for r in read(page, reader) if isinstance(r, StatedSum)}
    assert sums == {"3000000.00": "ct-a104", "5000000.00": "ct-a103"}
