"""Names of the 1,590 in running text: each is itself or stays open, the longest official one wins, never another."""

from __future__ import annotations

from collections import Counter

import pytest

from ingest.territory.gazetteer import Mention
from ingest.territory.reference import Territory, load_collectivities
from ingest.territory.spelling import spelling
from ingest.text.fold import fold, fold_with_offsets
from tests.ingest.read.facts.reading import Facts, collectivity, known_places

ARABIC = {
    "commune": (
        "جماعة {}",
        "مجلس جماعة {}",
        "بجماعة {}",
        "الجماعة الترابية {}",
        "الجماعة الترابية ل{}",
        "المجلس الجماعي ل{}",
        "المجلس الجماعي لمدينة {}",
        "مجلس الجماعة الترابية ل{}",
        "بلدية {}",
        "رئاسة جماعة {} الترابية",
    ),
    "region": ("جهة {}", "مجلس جهة {}", "المجلس الجهوي ل{}"),
    "province": ("إقليم {}", "مجلس إقليم {}", "المجلس الإقليمي ل{}"),
    "prefecture": ("عمالة {}", "مجلس عمالة {}"),
}
LATIN = {
    "commune": (
        "commune de {}",
        "Commune d'{}",
        "Commune {}",
        "conseil communal de {}",
        "Conseil de la commune urbaine de {}",
        "municipalité de {}",
        "the commune council of {}",
        "the municipality of {}",
        "mairie de {}",
        "la collectivité territoriale de {}",
        "COMMUNE DE {!u}",
    ),
    "region": ("région de {}", "Région {}", "conseil régional de {}", "the regional council of {}"),
    "province": ("province de {}", "Province d'{}", "conseil provincial de {}"),
    "prefecture": ("préfecture de {}", "conseil préfectoral de {}"),
}


def named(text: str) -> list[Mention]:
    folded = fold_with_offsets(text)
    return known_places().find(folded.text, folded)


def phrases(t: Territory) -> list[str]:
    of_arabic = "ل" + t.name_ar[2:] if t.name_ar.startswith("ال") else t.name_ar
    found = [p.format(of_arabic if "ل{}" in p else t.name_ar) for p in ARABIC[t.level_code]]
    return found + [p.replace("{!u}", t.name_fr.upper()).replace("{}", t.name_fr) for p in LATIN[t.level_code]]


@pytest.mark.parametrize("tail", ["", " يوم الخميس 5 أكتوبر", " a tenu sa session"])
def test_every_name_is_itself_or_open(tail: str) -> None:
    wrong, counts = [], Counter[str]()
    for t in load_collectivities():
        for phrase in phrases(t):
            found = named(phrase + tail)
            got = found[0].collectivity_id if found else "nothing"
            counts["itself" if got == t.collectivity_id else "open"] += 1
            if got not in (t.collectivity_id, None) or (got is None and t.collectivity_id not in found[0].candidates):
                wrong.append((phrase + tail, got))
    assert wrong == []
    assert counts["itself"] / counts.total() > 0.97, counts


def test_a_bare_name_is_itself_or_nothing() -> None:
    places = known_places()
    for t in load_collectivities():
        for name in (t.name_ar, t.name_fr):
            folded = fold_with_offsets(name)
            hit = places.match_bare(folded.text, 0, (t.level_code,), folded)
            assert hit is None or hit[1] == t.collectivity_id, name
            assert places.find(folded.text, folded) == []


#: A name, the French name of the one commune that it means; None where it must stay open, '' where nothing is named.
SPELLINGS = [
    ("Le conseil communal d'Imouzzer Kandar a tenu sa session", "Immouzzer-Kandar"),
    ("Commune d'Imouzer Kandar", "Immouzzer-Kandar"),
    ("commune de Sidi Slimane Echcharraa", "Sidi Slimane Echcharaa"),
    ("la commune de Ghafsaï organise", "Rhafsai"),
    ("commune d'Oulad M'Barek", "Ouled M'barek"),
    ("Commune de Mdiq", "M'diq"),
    ("commune de Bni Mellal", "Béni Mellal"),
    ("مجلس جماعة ݣلميم", "Guelmim"),
    ("جماعة ݣرسيف", "Guercif"),
    ("جماعة ڭرسيف", "Guercif"),
    ("جماعة گرسيف", "Guercif"),
    ("جماعة فݣيݣ", "Figuig"),
    ("جماعة أڭادير", "Agadir"),
    ("جماعة بوزنيڨة", "Bouznika"),
    ("جماعة سيدي رحال شاطئ", "Sidi Rahal Chatai"),
    ("جماعة الناظور", "Nador"),
    ("جماعة إموزار مرموشة", "Imouzzer Marmoucha"),
    ("Commune de Moqrisset", "Moqrissat"),
    ("commune de Sidi Abdallah Ghiat", "Sidi Abdellah Ghiat"),
    ("la commune d'Oualidia organise", "Loualidia"),
    ("commune d'El Oualidia", "Loualidia"),
    ("Commune d'Elkbab", "El Kbab"),
    ("Commune d'El Kelaâ des Sraghna", "Kelâat Sraghna"),
    ("Commune de Kelaat-M'Gouna", "Kalâat M'gouna"),
    ("commune de Skhour Rehamna", "Skhour Rhamna"),
    ("جماعة زاكورا تنظم", "Zagora"),
    ("جماعة لريصاني", "Er-Rissani"),
    # It goes on beyond a known name.
    ("عقد مجلس جماعة سيدي قاسم الزيتون دورته العادية", None),
    ("تنظم جماعة أزيلال إغرم يوم الخميس لقاء", None),
    ("عقد مجلس جماعة تاكونيت نعطى دورته", None),
    ("ساهمت جماعة أزلا بوكدرة بمبلغ", None),
    ("مجلس جماعة وزان الكبار يعقد", None),
    ("عقد مجلس جماعة سلا الجديدة دورته", None),
    ("جماعة فاس المدينة", None),
    ("جماعة أكادير أوفلا", None),
    ("جماعة سيدي حجاج أولاد امراح", None),
    ("commune de Fès Médina", None),
    ("commune de Jorf Lasfar", None),
    ("commune de Taourirt ait Zaghar", None),
    ("Commune de Salé-Tabriquet", None),
    ("la commune d'Agadir Oufella tient sa session", None),
    # It does not go on: words of every day, a person, its province, the other language.
    ("Commune de Tétouan Session Ordinaire", "Tétouan"),
    ("le président de la commune de Tétouan Untel Alaoui", "Tétouan"),
    ("Commune de Bouskoura Nouaceur", "Bouskoura"),
    ("The Commune of Salé Concludes The Work Of Its Extraordinary Session", "Salé"),
    ("Le Conseil Communal de Tétouan Approuve Ses Comptes Annuels", "Tétouan"),
    ("la commune de Tétouan organise", "Tétouan"),
    ("Commune de Tétouan جماعة", "Tétouan"),
    ("la commune d'Aghbal a tenu", "Aghbal"),
    ("رئيس مجلس جماعة تطوان محمد الفلاني", "Tétouan"),
    ("تنظم جماعة تطوان المنفتحة لقاء", "Tétouan"),
    ("صادق مجلس جماعة تطوان الدورة العادية", "Tétouan"),
    ("عقد مجلس جماعة تطوان التابعة للإقليم دورة", "Tétouan"),
    ("مجلس جماعة تطوان خارطة طريق", "Tétouan"),
    ("خصصت جماعة تطوان ثلاث حافلات", "Tétouan"),
    ("جماعة تطوان وجماعة مرتيل عضوان في الشبكة", "Tétouan"),
    ("عقدت جماعة تطوان جلستان", "Tétouan"),
    ("جماعة تطوان صبيحة يوم الخميس", "Tétouan"),
    ("وقعت جماعة تطوان التوقيع الأول", "Tétouan"),
    ("مدينة جماعة مرتيل عضوا بالشبكة", "Martil"),
    # No commune: a new town, a town that only sounds like one.
    ("مدينة جديدة", ""),
    ("commune de Stehat", ""),
    ("جماعة تبنت", ""),
    ("commune de Sarghine", ""),
    ("commune de Tighza", ""),
    ("جماعات إقليم كذا", ""),
    ("mairie de Paris", ""),
    ("conseil d'arrondissement de Sidi Moumen", ""),
    ("المجلس الجهوي للسياحة بأكادير", ""),
]


@pytest.mark.parametrize(("text", "name_fr"), SPELLINGS)
def test_spellings_and_names_that_go_on(text: str, name_fr: str | None) -> None:
    found = named(text)
    if name_fr == "":
        assert found == []
    elif name_fr is None:
        assert found[0].collectivity_id is None
        assert found[0].because == "goes_on"
    else:
        assert found[0].collectivity_id == collectivity("commune", name_fr), found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("بين جماعتي أزلا وتطوان", ["Azla", "Tétouan"]),
        ("جماعات مرتيل والمضيق وتطوان", ["Martil", "M'diq", "Tétouan"]),
        ("الجماعات الترابية أزلا، مرتيل وتطوان", ["Azla", "Martil", "Tétouan"]),
        ("جماعة مرتيل وتطوان الجميلة", ["Martil"]),
    ],
)
def test_names_behind_an_arabic_plural(text: str, names: list[str]) -> None:
    assert [m.collectivity_id for m in named(text)] == [collectivity("commune", n) for n in names]


def test_regions_and_provinces_with_a_hard_g() -> None:
    assert named("جهة ݣلميم واد نون")[0].collectivity_id == collectivity("region", "Guelmim-Oued Noun")
    assert named("إقليم ڭرسيف")[0].collectivity_id == collectivity("province", "Guercif")
    assert named("المجلس الإقليمي لݣرسيف")[0].collectivity_id == collectivity("province", "Guercif")


def test_a_key_says_enough() -> None:
    assert spelling(("fes",)) is None
    assert spelling(("sidi", "el", "abed")) == spelling(("sidi", "l", "abed"))
    assert spelling(("tahla",)) != spelling(("tala",))


@pytest.mark.parametrize("host", [None, "Sefrou", "Salé"])
def test_a_longer_name_gives_nobody_elses_session_and_is_told(host: str | None) -> None:
    own = collectivity("commune", host) if host else None
    facts = Facts("عقد مجلس جماعة سلا الجديدة الدورة العادية لشهر ماي 2025 يوم الثلاثاء 6 ماي 2025.", own_site_of=own)
    assert facts.all("Session") == []
    told = facts.one("Finding", finding_code="unresolved_name")
    assert (told.record_name, told.value_raw) == ("سلا الجديدة", collectivity("commune", "Salé"))


def test_a_longer_name_has_the_sessions_of_its_own_commune() -> None:
    facts = Facts(
        "Le conseil communal d'Imouzzer Kandar a tenu sa session ordinaire du mois de mai 2025 le 6 mai 2025.",
        own_site_of=collectivity("commune", "Imouzzer"),
    )
    assert facts.one("Session").collectivity_id == collectivity("commune", "Immouzzer-Kandar")


def test_ordinary_words_stand_folded_once() -> None:
    from ingest.territory.beyond import words

    assert fold("الدورة") in words("arabic")
    assert not words("latin") & words("going_on") - {"centre", "ville"}
