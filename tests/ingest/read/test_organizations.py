"""National institutions are one organization in both languages, by their full names, shorter ones and acronyms."""

from __future__ import annotations

import pytest

from ingest.read.organizations import find_known, lexicon
from ingest.text.fold import fold
from tests.ingest.read.facts.reading import Facts

SAID = [
    ("بشراكة مع وزارة الداخلية وعمالة تل النخيل", "min_interior"),
    ("une convention avec le ministère de l'Intérieur et la commune", "min_interior"),
    ("ممثل للمكتب الوطني للكهرباء والماء الصالح للشرب", "onee"),
    ("l'ONEE s'engage à réaliser les études", "onee"),
    ("l'Office national de l'eau potable", "onee"),
    ("في إطار المبادرة الوطنية للتنمية البشرية", "indh"),
    ("un centre financé par l'INDH", "indh"),
    ("قرض من صندوق التجهيز الجماعي", "fec"),
    ("un prêt du Fonds d'équipement communal", "fec"),
    ("وزارة الصحة والحماية الاجتماعية تساهم", "min_health"),
    ("le ministère de la Santé contribue", "min_health"),
    ("مع وكالة الإنعاش والتنمية الاقتصادية والاجتماعية لعمالات وأقاليم شمال المملكة", "apdn"),
]


@pytest.mark.parametrize(("text", "key"), SAID)
def test_it_is_the_same_organization_in_both_languages(text: str, key: str) -> None:
    assert [n.organization.key for n in find_known(fold(text))] == [f"organization|{key}"]


@pytest.mark.parametrize(
    "text",
    [
        "في إطار التعاون الوطني والدولي بين الجماعات",
        "وزارات معنية بالقطاع",
        "les ministères concernés",
        "un office national",
        "المبادرة الوطنية",
        "le fonds d'aide",
    ],
)
def test_words_that_name_none(text: str) -> None:
    assert find_known(fold(text)) == []


def test_every_name_and_acronym_of_the_lexicon_finds_its_entry() -> None:
    old = {"ogp_local", "chafafiya"}  # Named by other words than their full titles.
    for key, entry in lexicon().items():
        for name in (entry.name_ar, entry.name_fr, entry.acronym):
            if name and key.removeprefix("organization|") not in old:
                found = [n.organization.key for n in find_known(f" {fold(name)} ")]
                assert found == [entry.key], (key, name)


NAMED = [
    ('دعم جمعيات المجتمع المدني وجمعية "نور المثال" بالمدينة', ["جمعية نور المثال"]),
    ("اتفاقية مع جمعية نور المثال للتنمية والتعاون والجماعة", ["جمعية نور المثال للتنمية والتعاون"]),
    ("اتفاقية مع جمعية تطوان المثال من أجل تنظيم المهرجان", ["جمعية تطوان المثال"]),
    ("الجمعية المغربية لحقوق المثال بتطوان", ["الجمعية المغربية لحقوق المثال"]),
    ("اجتماع مجلس إدارة الوكالة الحضرية لفاس خلال سنة 2022", ["الوكالة الحضرية لفاس"]),
    ("avec l'Association Nour Exemple de Tiliwin et la commune", ["Association Nour Exemple de Tiliwin"]),
    (
        "l'association Al Amal pour le développement durable relative à",
        ["association Al Amal pour le développement durable"],
    ),
    ("l'Agence urbaine de Béni Mellal a présenté", ["Agence urbaine de Béni Mellal"]),
    ("la Société Tilal Région Aménagement pour la réalisation", ["Société Tilal Région Aménagement"]),
    ("وزارة الشباب و الثقافة والتواصل قطاع الثقافة", ["وزارة الشباب والثقافة والتواصل"]),
    ("للوكالة الحضرية للعرائش", ["الوكالة الحضرية للعرائش"]),
    ("مدير المركز الجهوي للاستثمار لجهة فاس مكناس", ["المركز الجهوي للاستثمار لجهة فاس مكناس"]),
    ("le Centre régional d'investissement de Fès-Meknès", ["Centre régional d'investissement de Fès-Meknès"]),
    ("غرفة الصناعة التقليدية لجهة الشرق", ["غرفة الصناعة التقليدية لجهة الشرق"]),
    ("la Société régionale multiservices Souss-Massa", ["Société régionale multiservices Souss-Massa"]),
    ('شركة التنمية المحلية "مثال للتهيئة"', ["شركة التنمية المحلية مثال للتهيئة"]),
    ("Société de développement local Exemple Parking", ["Société de développement local Exemple Parking"]),
    # One of those that each region has: which one is not told.
    ("المركز الجهوي للاستثمار", ["المركز الجهوي للاستثمار"]),
    # No name, or one whose end is not seen.
    ("une société de développement local", []),
    ("دعم جمعية محلية بالدوار", []),
    ("une association de quartier et un club de football", []),
    ("دعم جمعيات المجتمع المدني للتنمية", []),
    ("تسيير المؤسسة من طرف الجماعة", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_organizations_that_a_document_names(text: str, names: list[str]) -> None:
    assert [m.name for m in Facts(text).all("Mention", entity_kind_code="organization")] == names
