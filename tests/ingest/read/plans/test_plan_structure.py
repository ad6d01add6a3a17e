"""Forms whose labels no list knows: they are read by their place, by what repeats and by what their cells can be.

Each kind stands in several wordings and languages; all of it is made up.
"""

from __future__ import annotations

import pytest

from ingest.read.plans.labels import label_in
from tests.accuracy.predict import gazetteer
from tests.ingest.read.facts.reading import Facts

OWN = "ct-a103"
Row = tuple[str, str | None, str | None, str | None, str]
"""Title, start, end, lead, status."""

SHEETS_AR = """برنامج انفتاح جماعة عين الحجل 2024-2026
تسمية العملية | أرشيف القرارات
الدافع إليها | ضعف الاطلاع
من يسهر على تنزيلها | مكتب الضبط
المدى الزمني | من مارس 2024 إلى دجنبر 2024
ما وصلت إليه | انتهى العمل بها
تسمية العملية | خريطة النفايات
الدافع إليها | كثرة النقط السوداء
من يسهر على تنزيلها | المصلحة التقنية
المدى الزمني | من يناير إلى يونيو 2025
ما وصلت إليه | متوقف
"""
SHEETS_FR = """Programme d'ouverture de la commune d'Ain El Hajal 2025-2026
Fiche n° 1
Ce que nous voulons faire : Carnet des travaux
Pourquoi : personne ne sait où s'adresser
Qui s'en charge : Service de la voirie
Premier pas : 03/2025
Dernier pas : 10/2025
Situation : en bonne voie
Fiche n° 2
Ce que nous voulons faire : Séances sous-titrées
Pourquoi : les séances sont longues
Qui s'en charge : Cellule audiovisuelle
Premier pas : janvier 2025
Dernier pas : décembre 2026
Situation : pas encore lancée
"""
BELOW_EN = """Open Government Action Plan 2024-2026 of the commune of Ain El Hajal
Pledge 1
What we pledge
Live register of permits
Owner
Planning Office
Runs from
January 2024
Runs until
June 2025
Where it stands
Well under way
Pledge 2
What we pledge
Hearings on the budget
Owner
Finance Office
Runs from
March 2024
Runs until
December 2025
Where it stands
Done
"""
HEADED_FR = """Programme d'ouverture de la commune d'Ain El Hajal 2025-2026
I. Accès à l'information
1. Affichage des arrêtés dans les douars
Service : Bureau d'ordre ; délai : fin mars 2025 ; état : achevé
II. Redevabilité
1. Déclaration d'intérêts des élus
Service : Secrétariat du conseil ; délai : fin décembre 2025 ; état : non démarré
"""
TABLE_AR = """برنامج عمل جماعة عين الحجل 2022-2027
الترتيب | طبيعة التدخل | الوحدة المنفذة | المساهمون | البرمجة الزمنية | مآل التنفيذ
1 | تهيئة السوق الأسبوعي | المكتب التقني | المجلس الإقليمي | 2023-2024 | اكتملت الأشغال
2 | بناء دار الطالبة | قسم العمل الاجتماعي | التعاون الوطني | 2024-2026 | الأشغال جارية
"""
TABLE_FR = """Programme d'ouverture de la commune d'Ain El Hajal 2024-2025
Axe | Chantier | Entité en charge | À livrer pour le | Réalisation
Axe 1 | Mise en ligne des procès-verbaux | Secrétariat du conseil | 31/12/2024 | Réalisé
Axe 1 | Tableau des marchés | Service des marchés | 30/06/2025 | 70 %
"""
TURNED_EN = """Openness programme 2025-2026 of the commune of Ain El Hajal
Pledge | Open the minutes | Map the springs
Service in charge | Clerk's desk | Water desk
Starts | March 2025 | May 2025
Ends | June 2025 | May 2026
State | Completed | Delayed
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            SHEETS_AR,
            [
                ("أرشيف القرارات", "2024-03", "2024-12", "مكتب الضبط", "completed"),
                ("خريطة النفايات", "2025-01", "2025-06", "المصلحة التقنية", "unstated"),
            ],
        ),
        (
            SHEETS_FR,
            [
                ("Carnet des travaux", "2025-03", "2025-10", "Service de la voirie", "in_progress"),
                ("Séances sous-titrées", "2025-01", "2026-12", "Cellule audiovisuelle", "not_started"),
            ],
        ),
        (
            BELOW_EN,
            [
                ("Live register of permits", "2024-01", "2025-06", "Planning Office", "in_progress"),
                ("Hearings on the budget", "2024-03", "2025-12", "Finance Office", "completed"),
            ],
        ),
        (
            HEADED_FR,
            [
                ("Affichage des arrêtés dans les douars", None, "2025-03", "Bureau d'ordre", "completed"),
                ("Déclaration d'intérêts des élus", None, "2025-12", "Secrétariat du conseil", "not_started"),
            ],
        ),
        (
            TABLE_AR,
            [
                ("تهيئة السوق الأسبوعي", "2023", "2024", "المكتب التقني", "completed"),
                ("بناء دار الطالبة", "2024", "2026", "قسم العمل الاجتماعي", "in_progress"),
            ],
        ),
        (
            TABLE_FR,
            [
                ("Mise en ligne des procès-verbaux", None, "2024-12-31", "Secrétariat du conseil", "completed"),
                ("Tableau des marchés", None, "2025-06-30", "Service des marchés", "in_progress"),
            ],
        ),
        (
            TURNED_EN,
            [
                ("Open the minutes", "2025-03", "2025-06", "Clerk's desk", "completed"),
                ("Map the springs", "2025-05", "2026-05", "Water desk", "unstated"),
            ],
        ),
    ],
    ids=["sheets-ar", "sheets-fr", "below-en", "headed-fr", "table-ar", "table-fr", "turned-en"],
)
def test_forms_are_read_by_their_place(text: str, rows: list[Row]) -> None:
    facts = Facts(text, gazetteer=gazetteer(), own_site_of=OWN)
    found = [(c.title, c.start_date, c.end_date, c.lead_name, c.status_code) for c in facts.all("Commitment")]
    assert found == rows
    plan = facts.one("Plan")
    assert plan.collectivity_id == OWN
    assert all(c.plan_key == plan.natural_key for c in facts.all("Commitment"))


def test_the_labels_of_these_forms_are_in_no_list() -> None:
    for label in ("تسمية العملية", "من يسهر على تنزيلها", "Qui s'en charge", "Premier pas", "What we pledge"):
        assert label_in(label) is None


def test_words_of_a_state_that_stands_still_are_kept() -> None:
    facts = Facts(SHEETS_AR, gazetteer=gazetteer(), own_site_of=OWN)
    assert [c.status_raw for c in facts.all("Commitment")] == ["انتهى العمل بها", "متوقف"]


def test_progress_is_an_assessment_of_the_day_that_the_label_names() -> None:
    text = TABLE_FR.replace("| Réalisation", "| Taux d'exécution au 30 juin 2025").replace("Réalisé", "100 %")
    facts = Facts(text, gazetteer=gazetteer(), own_site_of=OWN)
    found = [(a.scheme_code, str(a.value_pct), a.assessed_date) for a in facts.all("Assessment")]
    assert found == [("self_assessment", "100", "2025-06-30"), ("self_assessment", "70", "2025-06-30")]
    assert [c.status_code for c in facts.all("Commitment")] == ["completed", "in_progress"]


@pytest.mark.parametrize(
    "text",
    [
        """Plan d'action OGP Local de la commune d'Ain El Hajal 2024-2025
Engagement | Activité | Chargé de l'exécution | Commence en | S'achève en
Observatoire des marchés | Nommer les membres | Direction des marchés | Janvier 2024 | Mars 2024
Observatoire des marchés | Publier le rapport | Direction des marchés | Avril 2024 | Décembre 2024
""",
        """Plan d'action OGP Local de la commune d'Ain El Hajal 2024-2025
ENGAGEMENT N° 1 — Observatoire des marchés
Pilotage : Direction des marchés
Étapes à franchir | Du | Au | Livrable
Nommer les membres | janvier 2024 | mars 2024 | Liste
Publier le rapport | avril 2024 | décembre 2024 | Rapport
""",
        """Plan d'action OGP Local de la commune d'Ain El Hajal 2024-2025
Engagement 1 : Observatoire des marchés
Mené par : Direction des marchés
Tâches à accomplir :
• Nommer les membres (janvier 2024 – mars 2024)
• Publier le rapport : avril 2024 – décembre 2024
Engagement 2 : Registre des dons
Mené par : Service du budget
Tâches à accomplir :
• Ouvrir le registre (2025)
""",
    ],
    ids=["grouped", "table-inside", "list-inside"],
)
def test_activities_belong_to_their_commitment(text: str) -> None:
    facts = Facts(text, gazetteer=gazetteer(), own_site_of=OWN)
    first = facts.all("Commitment")[0]
    assert (first.title, first.lead_name) == ("Observatoire des marchés", "Direction des marchés")
    steps = [m for m in facts.all("Milestone") if m.commitment_key == first.natural_key]
    assert [(m.title, m.start_date, m.due_date) for m in steps] == [
        ("Nommer les membres", "2024-01", "2024-03"),
        ("Publier le rapport", "2024-04", "2024-12"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Réunion | Date | Lieu\nAtelier d'ouverture | 12/03/2025 | Siège\nAtelier de clôture | 28/05/2025 | Maison",
        "Membre | Qualité | Organisme\nPremier représentant | Président | Conseil\nAutre représentant | Membre | Forum",
        "Rubrique | Montant (DH)\nFonctionnement | 120000\nInvestissement | 340000",
        "Document | Publié le | Format\nBudget de l'année | 12/03/2025 | PDF\nBilan de l'année | 28/05/2025 | PDF",
    ],
    ids=["meetings", "members", "sums", "documents"],
)
def test_other_tables_of_a_plan_hold_no_commitments(rows: str) -> None:
    text = f"Programme d'ouverture de la commune d'Ain El Hajal 2025-2026\n{rows}\n"
    assert Facts(text, gazetteer=gazetteer(), own_site_of=OWN).all("Commitment") == []


@pytest.mark.parametrize("title", ["Annuaire des services", "Session ordinaire de mai 2025", "دليل المصالح"])
def test_the_same_sheets_on_a_page_of_another_kind_are_none(title: str) -> None:
    text = title + "\n" + SHEETS_FR.split("\n", 1)[1]
    assert Facts(text, gazetteer=gazetteer(), own_site_of=OWN).all("Commitment") == []
