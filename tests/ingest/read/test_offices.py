"""Pages of members: the offices of a council are counted, whatever the layout, and no person's name comes out."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.ingest.read.facts.reading import Facts, collectivity


class Page(NamedTuple):
    title: str
    text: str
    counts: dict[str, int]
    names: tuple[str, ...]
    """Of persons, who are invented: none may come out."""


BUREAU = {
    "council_president_count": 1,
    "council_vice_president_count": 3,
    "council_secretary_count": 1,
    "council_deputy_secretary_count": 1,
}
PAGES = {
    "table_of_name_and_office": Page(
        "لائحة أعضاء مكتب مجلس جماعة تطوان",
        "الاسم الكامل | الصفة\nإدريس الواعر | رئيس المجلس\nسلوى بنمخلوف | النائبة الأولى للرئيس\n"
        "المهدي الزعفراني | النائب الثاني للرئيس\nرقية الشاطر | النائبة الثالثة للرئيس\n"
        "يونس بلمقدم | كاتب المجلس\nحياة الدرقاوي | نائبة كاتب المجلس",
        BUREAU,
        ("الواعر", "بنمخلوف", "الزعفراني", "الشاطر", "بلمقدم", "الدرقاوي"),
    ),
    "labels_before_names": Page(
        "تشكيلة المكتب",
        "الرئيس: السيد إدريس الواعر\nالنائب الأول: السيدة سلوى بنمخلوف\nالنائب الثاني: المهدي الزعفراني\n"
        "النائب الثالث: رقية الشاطر\nالكاتب: يونس بلمقدم\nنائب الكاتب: حياة الدرقاوي",
        BUREAU,
        ("الواعر", "بنمخلوف", "الزعفراني", "الشاطر", "بلمقدم", "الدرقاوي"),
    ),
    "cards_name_above_office": Page(
        "أعضاء المجلس",
        "إدريس الواعر\nرئيس المجلس الجماعي\nسلوى بنمخلوف\nالنائبة الأولى\nالمهدي الزعفراني\nالنائب الثاني\n"
        "يونس بلمقدم\nكاتب المجلس",
        {"council_president_count": 1, "council_vice_president_count": 2, "council_secretary_count": 1},
        ("الواعر", "بنمخلوف", "الزعفراني", "بلمقدم"),
    ),
    "french_labels": Page(
        "Composition du bureau",
        "Président : M. Driss Elouaer\n1er vice-président : Mme Saloua Benmakhlouf\n"
        "2ème vice-président : M. Mehdi Zaafrani\n3ème vice-présidente : Mme Rkia Chater\n"
        "Secrétaire du conseil : M. Younes Belmokadem\nSecrétaire adjointe : Mme Hayat Derkaoui",
        BUREAU,
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Chater", "Belmokadem", "Derkaoui"),
    ),
    "french_table": Page(
        "Liste des membres du bureau",
        "Nom et prénom | Fonction | Parti\nElouaer Driss | Président du conseil communal | X\n"
        "Benmakhlouf Saloua | Première vice-présidente | Y\nZaafrani Mehdi | Deuxième vice-président | Z\n"
        "Belmokadem Younes | Secrétaire | X",
        {"council_president_count": 1, "council_vice_president_count": 2, "council_secretary_count": 1},
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Belmokadem"),
    ),
    "french_numbered_list": Page(
        "Les membres du bureau",
        "1. Driss Elouaer, président\n2. Saloua Benmakhlouf, première vice-présidente\n"
        "3. Mehdi Zaafrani, deuxième vice-président\n4. Rkia Chater, troisième vice-présidente\n"
        "5. Younes Belmokadem, secrétaire du conseil\n6. Hayat Derkaoui, secrétaire adjointe",
        BUREAU,
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Chater", "Belmokadem", "Derkaoui"),
    ),
    "committees_below_their_names": Page(
        "أعضاء المكتب واللجان",
        "مكتب المجلس\nالرئيس: إدريس الواعر\nالنائب الأول: سلوى بنمخلوف\nلجنة الميزانية والشؤون المالية والبرمجة\n"
        "الرئيس: المهدي الزعفراني\nنائب الرئيس: رقية الشاطر\nلجنة المرافق العمومية والخدمات\n"
        "الرئيس: يونس بلمقدم\nنائب الرئيس: حياة الدرقاوي",
        {
            "council_president_count": 1,
            "council_vice_president_count": 1,
            "committee_chair_count": 2,
            "committee_deputy_chair_count": 2,
        },
        ("الواعر", "بنمخلوف", "الزعفراني", "الشاطر", "بلمقدم", "الدرقاوي"),
    ),
    "committees_in_a_table": Page(
        "Composition des commissions permanentes",
        "Commission | Président | Vice-président\nBudget et finances | Mehdi Zaafrani | Rkia Chater\n"
        "Urbanisme | Younes Belmokadem | Hayat Derkaoui\nSports et culture | Driss Elouaer | Poste vacant",
        {"committee_chair_count": 3, "committee_deputy_chair_count": 2},
        ("Elouaer", "Zaafrani", "Chater", "Belmokadem", "Derkaoui"),
    ),
    "offices_that_name_their_committee": Page(
        "Les membres du conseil",
        "Driss Elouaer – Président du conseil\nSaloua Benmakhlouf – 1ère vice-présidente\n"
        "Mehdi Zaafrani – Président de la commission du budget\nRkia Chater – Présidente de la commission des sports\n"
        "Younes Belmokadem – Conseiller communal",
        {"council_president_count": 1, "council_vice_president_count": 1, "committee_chair_count": 2},
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Chater", "Belmokadem"),
    ),
    "offices_above_the_names_of_a_table": Page(
        "تشكيلة المكتب المسير",
        "الرئيسة | النائب الأول | النائب الثاني | الكاتب\nسلوى بنمخلوف | إدريس الواعر | المهدي الزعفراني | يونس بلمقدم",
        {"council_president_count": 1, "council_vice_president_count": 2, "council_secretary_count": 1},
        ("الواعر", "بنمخلوف", "الزعفراني", "بلمقدم"),
    ),
    "french_cards_office_above_name": Page(
        "Les élus du conseil",
        "Le bureau\nLe président\nM. Driss Elouaer\nLa 1ère vice-présidente\nMme Saloua Benmakhlouf\n"
        "Le 2e vice-président\nM. Mehdi Zaafrani\nLe secrétaire\nM. Younes Belmokadem",
        {"council_president_count": 1, "council_vice_president_count": 2, "council_secretary_count": 1},
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Belmokadem"),
    ),
    "a_committee_column": Page(
        "أعضاء المجلس",
        "الاسم | المهمة | اللجنة\nإدريس الواعر | رئيس المجلس | \nسلوى بنمخلوف | النائبة الأولى | \n"
        "المهدي الزعفراني | رئيس | لجنة التعمير\nرقية الشاطر | رئيسة | لجنة الرياضة",
        {"council_president_count": 1, "council_vice_president_count": 1, "committee_chair_count": 2},
        ("الواعر", "بنمخلوف", "الزعفراني", "الشاطر"),
    ),
    "an_office_in_more_words": Page(
        "لائحة أعضاء المكتب",
        "الرئيس: إدريس الواعر\nالنائب الأول: سلوى بنمخلوف\nالنائب الثاني المكلف بالتعمير: المهدي الزعفراني\n"
        "الكاتب: يونس بلمقدم",
        {"council_president_count": 1, "council_secretary_count": 1},
        ("الواعر", "بنمخلوف", "الزعفراني", "بلمقدم"),
    ),
    "a_number_left_out": Page(
        "Members of the bureau",
        "President: Driss Elouaer\nFirst vice-president: Saloua Benmakhlouf\nThird vice-president: Mehdi Zaafrani\n"
        "Secretary of the council: Younes Belmokadem",
        {"council_president_count": 1, "council_secretary_count": 1},
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Belmokadem"),
    ),
    "offices_in_brackets": Page(
        "Composition du conseil communal",
        "Bureau du conseil\n- Driss Elouaer (Président)\n- Saloua Benmakhlouf (1ère vice-présidente)\n"
        "- Mehdi Zaafrani (2ème vice-président)\n- Younes Belmokadem (Secrétaire)",
        {"council_president_count": 1, "council_vice_president_count": 2, "council_secretary_count": 1},
        ("Elouaer", "Benmakhlouf", "Zaafrani", "Belmokadem"),
    ),
    "labelled_cards": Page(
        "Liste des membres du conseil",
        "Nom : Elouaer Driss\nQualité : Président\nNom : Benmakhlouf Saloua\nQualité : 1er Vice-présidente\n"
        "Nom : Belmokadem Younes\nQualité : Secrétaire du Conseil",
        {"council_president_count": 1, "council_vice_president_count": 1, "council_secretary_count": 1},
        ("Elouaer", "Benmakhlouf", "Belmokadem"),
    ),
    "a_vacant_office": Page(
        "تشكيلة مكتب المجلس",
        "• إدريس الواعر: الرئيس\n• سلوى بنمخلوف: النائبة الأولى\n• شاغر: النائب الثاني\n• يونس بلمقدم: كاتب المجلس",
        {"council_president_count": 1, "council_vice_president_count": 1, "council_secretary_count": 1},
        ("الواعر", "بنمخلوف", "بلمقدم"),
    ),
}
#: Pages of which nothing is counted for the council.
OTHERS = {
    "two_presidents": (
        "أعضاء المجلس",
        "الرئيس: إدريس الواعر\nالنائب الأول: سلوى بنمخلوف\nالرئيس: يونس بلمقدم\nالنائب الأول: حياة الدرقاوي",
    ),
    "a_chair_in_words_that_are_not_read": (
        "اللجان الدائمة للمجلس: لائحة الأعضاء",
        "لجنة المالية: رئيسها إدريس الواعر\nلجنة التعمير\nرئيس اللجنة: سلوى بنمخلوف\nلجنة الثقافة\n"
        "رئيسة اللجنة: رقية الشاطر",
    ),
    "an_association": (
        "لائحة أعضاء مكتب جمعية الأمل",
        "الرئيس: إدريس الواعر\nنائب الرئيس: سلوى بنمخلوف\nالكاتب: يونس بلمقدم",
    ),
    "a_consultative_body": (
        "تشكيلة هيئة المساواة",
        "الرئيسة: سلوى بنمخلوف\nالنائب الأول: إدريس الواعر\nالكاتب: يونس بلمقدم",
    ),
    "a_former_council": (
        "Composition du bureau de l'ancien conseil",
        "Président : Driss Elouaer\n1er vice-président : Mehdi Zaafrani\nSecrétaire : Younes Belmokadem",
    ),
    "a_mandate": (
        "أعضاء مكتب المجلس 2009-2015",
        "الرئيس: إدريس الواعر\nالنائب الأول: سلوى بنمخلوف\nالكاتب: يونس بلمقدم",
    ),
    "news_that_names_offices": (
        "زيارة إلى السوق",
        "قام رئيس المجلس بزيارة إلى السوق يوم 4 مارس 2026.\nالنائب الأول: سلوى بنمخلوف\nالكاتب: يونس بلمقدم",
    ),
}


def facts(title: str, text: str) -> Facts:
    return Facts(f"{title}\n{text}", own_site_of=collectivity("commune", "Tétouan"))


def counts(found: Facts) -> dict[str, int]:
    rows = [r for r in found.all("Statement") if r.measure_code.startswith(("council_", "committee_"))]
    assert all(r.subject_key == collectivity("commune", "Tétouan") for r in rows)
    return {r.measure_code: r.value_count for r in rows}


@pytest.mark.parametrize("name", PAGES)
def test_offices_are_counted_and_nobody_is_named(name: str) -> None:
    page = PAGES[name]
    found = facts(page.title, page.text)
    assert counts(found) == page.counts
    told = str([r for r in found.records if type(r).__name__ == "Statement"])
    assert [n for n in page.names if n in told] == []


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_of_no_present_council_is_not_counted(name: str) -> None:
    assert counts(facts(*OTHERS[name])) == {}


def test_the_words_are_the_offices_own() -> None:
    found = facts(*PAGES["labels_before_names"][:2])
    (row,) = found.all("Statement", measure_code="council_vice_president_count")
    assert row.value_raw == "النائب الأول; النائب الثاني; النائب الثالث"
    assert row.rule_id == "office.vice_president"
