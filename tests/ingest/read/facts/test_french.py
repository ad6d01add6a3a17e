"""The same facts said in French, in sentences of our own."""

from __future__ import annotations

import datetime as dt

from tests.ingest.read.facts.reading import Facts, collectivity

NOTE = """Rencontre d'étude et de communication sur la collectivité territoriale ouverte

Note de présentation

Le Partenariat pour un gouvernement ouvert (OGP) a été lancé en septembre 2013 par neuf gouvernements lors de l'Assemblée générale des Nations unies, en tant qu'initiative internationale.

Depuis son lancement, 78 gouvernements nationaux ont rejoint le Partenariat pour un gouvernement ouvert et ont élaboré plus de 300 plans d'action comprenant plus de 3 500 engagements.

Le Partenariat pour un gouvernement ouvert est resté réservé aux gouvernements centraux jusqu'en 2017, date à laquelle a été lancé un programme pilote OGP-Local, qui compte désormais 110 autorités publiques locales et régionales.

Le Royaume du Maroc a rejoint le Partenariat pour un gouvernement ouvert en 2019, et a déposé le premier plan d'action 2019-2021 et le deuxième 2022-2024. Le plan d'action national actuel comprend 24 engagements répartis sur quatre axes (égalité et inclusion, transparence et qualité des services publics, justice ouverte, participation citoyenne).

Au niveau du programme local OGP-Local, la région de Souss-Massa et la région de l'Oriental ont rejoint l'initiative du Partenariat pour un gouvernement ouvert, tandis que la commune d'Agadir est la seule commune marocaine à être membre de ce réseau international ; son adhésion a été acceptée en juin 2023 et elle a déposé son plan d'action 2024-2027 en décembre 2023.

Cette rencontre, organisée dans le cadre de la Semaine internationale du gouvernement ouvert (OGW) et avec le soutien de l'Institut républicain international (IRI), vise à présenter les normes de participation, ainsi que le plan d'action « Agadir, commune ouverte 2024-2027 ».
"""

NEWS = """Agadir .. Atelier sur la co-construction du programme d'ouverture de la région Souss-Massa

Dar Al Mountakhab à Agadir a abrité, ce mercredi, un atelier sur la co-construction du programme d'ouverture de la région Souss-Massa.

Cet atelier, organisé par le conseil de la région Souss-Massa, s'inscrit dans le cadre du Programme d'appui aux collectivités territoriales ouvertes (PACTO). L'atelier a connu la participation des membres des trois instances consultatives créées auprès du conseil régional, à savoir l'instance consultative chargée des politiques publiques régionales intégrées pour la jeunesse, l'instance de l'équité et de l'approche genre et l'instance consultative du développement économique régional. Des consultations sur le projet de programme sont prévues avant son adoption par le conseil régional lors de la session de mars 2024.

La vice-présidente du conseil de la région Souss-Massa, Mme Fatima Zahra Alami, a indiqué que la ville d'Agadir a accueilli en novembre de l'année dernière la rencontre régionale de l'OGP pour l'Afrique et le Moyen-Orient. Elle a souligné l'adhésion du conseil de la région Souss-Massa au portail Chafafiya, et que le conseil a créé son propre site web.

Une rencontre de communication sur le programme d'ouverture a été organisée en janvier dernier au siège de la wilaya de la région Souss-Massa, ainsi qu'un atelier de formation à distance au profit des collectivités territoriales membres du réseau, en février dernier.

Ce programme est mis en œuvre sous la supervision de la Direction générale des collectivités territoriales du ministère de l'Intérieur, en partenariat avec l'Association des régions du Maroc et l'association Impact pour le développement.

La région Souss-Massa est membre du Réseau marocain des collectivités territoriales ouvertes, qui a été créé le 21 octobre 2022 et regroupe 12 régions, 7 conseils provinciaux et 107 communes.

La Direction générale des collectivités territoriales a signé, en juillet 2022, une convention de partenariat avec l'Association des régions du Maroc et l'association Impact pour le développement, afin de déployer le programme national.
"""


def test_figures_of_the_partnership() -> None:
    facts = Facts(NOTE)
    assert facts.figure("launched_on") == ("exactly", "2013-09")
    assert facts.figure("founding_government_count") == ("exactly", 9)
    assert facts.figure("national_member_count") == ("exactly", 78)
    assert facts.figure("action_plan_count") == ("more_than", 300)
    assert facts.figure("commitment_count") == ("more_than", 3500)
    assert facts.figure("local_member_count") == ("exactly", 110)
    assert facts.figure("opened_to_local_on") == ("exactly", "2017")


def test_members_and_plans() -> None:
    facts = Facts(NOTE)
    agadir = collectivity("commune", "Agadir")
    assert facts.one("Membership", collectivity_id=agadir).start_date == "2023-06"
    assert facts.one("Membership", member_kind_code="country").start_date == "2019"
    assert facts.count()["Membership"] == 4
    current = facts.one("Plan", ordinal_number=2)
    assert (current.commitment_count, current.axis_count, current.is_attribution_inferred) == (24, 4, True)
    assert [a.name for a in facts.all("PlanAxis")][2] == "justice ouverte"
    local = facts.one("Plan", collectivity_id=agadir)
    assert (local.period_start_year, local.submitted_date) == (2024, "2023-12")
    assert facts.count()["Plan"] == 3


def test_a_study_meeting_with_its_stated_roles() -> None:
    facts = Facts(NOTE)
    assert facts.one("Event").kind_code == "study_meeting"
    assert {p.role_code for p in facts.all("Participation")} == {"frame", "supporter"}


def test_news_of_a_workshop() -> None:
    facts = Facts(NEWS, dt.date(2024, 4, 24))
    region = collectivity("region", "Souss-Massa")
    workshop = facts.one("Event", kind_code="workshop")
    assert (workshop.start_date, workshop.place_collectivity_id) == ("2024-04-24", collectivity("commune", "Agadir"))
    mine = facts.all("Participation", activity_key=workshop.natural_key)
    assert [p.participant_key for p in mine if p.role_code == "organiser"] == [f"body|council|{region}"]
    assert sum(p.role_code == "participant" for p in mine) == 3
    assert next(p for p in mine if p.role_code == "speaker").function_code == "vice_president"
    assert facts.one("Event", kind_code="regional_meeting").start_date == "2023-11"
    assert facts.one("Event", kind_code="communication_meeting").start_date == "2024-01"
    assert facts.one("Event", kind_code="training").is_remote
    assert facts.one("Session").status_code == "announced"
    assert facts.one("Agreement").signed_date == "2022-07"
    assert facts.figure("member_commune_count") == ("exactly", 107)
    assert not any("alami" in str(v).lower() for r in facts.records for v in vars(r).values())


NOTE_SAID_OTHERWISE = """Note conceptuelle : journée d'étude sur la commune ouverte

Lancée en septembre 2011 par huit gouvernements en marge de l'Assemblée générale des Nations Unies, l'initiative du Partenariat pour un gouvernement ouvert (PGO) est une initiative internationale.
Le PGO réunit aujourd'hui 75 gouvernements nationaux, qui ont élaboré plus de 200 plans d'action et pris plus de 2500 engagements.
Depuis 2016, le PGO est ouvert aux collectivités locales : son programme OGP Local rassemble 106 autorités régionales ou locales.
Le Maroc est membre du PGO depuis 2018. Il a présenté un premier plan d'action 2018-2020 puis un deuxième plan 2021-2023.
Le plan d'action en cours compte 22 engagements répartis en cinq axes : égalité et inclusion, transparence et qualité des services publics, justice ouverte, participation citoyenne, collectivités territoriales ouvertes.
Les régions de Tanger-Tétouan-Al Hoceïma et de Béni Mellal-Khénifra sont membres d'OGP Local. La commune de Tétouan, seule commune marocaine membre d'OGP Local, a été admise en mai 2022. Elle a déposé en novembre 2022 son plan d'action 2023-2026, intitulé « Tétouan, commune ouverte 2023-2026 ».
La journée d'étude est organisée dans le cadre de la Semaine internationale du gouvernement ouvert, avec l'appui de l'Institut républicain international.
"""

NEWS_SAID_OTHERWISE = """Marrakech : atelier de co-construction du programme d'ouverture de la région Marrakech-Safi

Un atelier consacré à la co-construction du programme d'ouverture de la région Marrakech-Safi s'est tenu, mardi, à Dar Al Mountakhab à Marrakech.
Organisé par le Conseil de la région Marrakech-Safi dans le cadre du programme d'appui aux collectivités territoriales ouvertes, cet atelier a réuni les membres des trois instances consultatives du conseil régional : l'instance consultative de la jeunesse, l'instance consultative de l'équité et de l'approche genre et l'instance consultative du développement économique.
Des consultations sont prévues sur le projet de programme, avant son adoption par le Conseil de la région au cours de la session d'octobre 2023.
Dans une allocution, la vice-présidente du conseil de la région Marrakech-Safi, Zoubida Exemple, a souligné que Marrakech avait abrité, en novembre de l'année écoulée, la réunion régionale de l'OGP pour l'Afrique et le Moyen-Orient. Elle a ajouté que le conseil de la région Marrakech-Safi a adhéré au portail « Chafafiya » et créé un site internet dédié à ses activités.
Une réunion de communication a été tenue en janvier dernier au siège de la wilaya de la région Marrakech-Safi et une formation à distance a été organisée en février dernier au profit des collectivités territoriales membres du réseau dans la région.
Le programme est exécuté sous la supervision de la Direction générale des collectivités territoriales, en partenariat avec l'Association des régions du Maroc et l'association Impact pour le développement.
La région Marrakech-Safi fait partie du Réseau marocain des collectivités territoriales ouvertes, fondé le 21 octobre 2022, qui compte 12 régions, 4 conseils provinciaux et 50 communes.
En juillet 2022, la Direction générale des collectivités territoriales a signé avec l'Association des régions du Maroc et l'association Impact pour le développement une convention de partenariat pour déployer le programme national.
"""


def test_the_same_note_in_other_words() -> None:
    facts = Facts(NOTE_SAID_OTHERWISE)
    assert facts.figure("launched_on") == ("exactly", "2011-09")
    assert facts.figure("founding_government_count") == ("exactly", 8)
    assert facts.figure("national_member_count") == ("exactly", 75)
    assert facts.figure("action_plan_count") == ("more_than", 200)
    assert facts.figure("commitment_count") == ("more_than", 2500)
    assert facts.figure("opened_to_local_on") == ("exactly", "2016")
    assert facts.figure("local_member_count") == ("exactly", 106)
    tetouan = collectivity("commune", "Tétouan")
    assert facts.one("Membership", collectivity_id=tetouan).start_date == "2022-05"
    assert facts.one("Membership", member_kind_code="country").start_date == "2018"
    assert facts.count()["Membership"] == 4
    plan = facts.one("Plan", ordinal_number=2)
    assert (plan.period_start_year, plan.commitment_count, plan.is_attribution_inferred) == (2021, 22, True)
    assert facts.one("Plan", collectivity_id=tetouan).submitted_date == "2022-11"
    assert facts.count()["Plan"] == 3
    assert facts.count()["PlanAxis"] == 5
    assert {p.role_code for p in facts.all("Participation")} == {"frame", "supporter"}


def test_the_same_news_in_other_words() -> None:
    facts = Facts(NEWS_SAID_OTHERWISE, dt.date(2023, 4, 11))
    region = collectivity("region", "Marrakech-Safi")
    workshop = facts.one("Event", kind_code="workshop")
    assert (workshop.start_date, workshop.place_collectivity_id) == ("2023-04-11", collectivity("commune", "Marrakech"))
    mine = facts.all("Participation", activity_key=workshop.natural_key)
    assert sorted(p.role_code for p in mine) == [
        "frame",
        "organiser",
        "participant",
        "participant",
        "participant",
        "speaker",
    ]
    assert facts.one("Participation", role_code="organiser").participant_key == f"body|council|{region}"
    dates = {e.kind_code: e.start_date for e in facts.all("Event") if e.kind_code not in ("workshop", "consultation")}
    assert dates == {"regional_meeting": "2022-11", "communication_meeting": "2023-01", "training": "2023-02"}
    assert facts.one("Membership").collectivity_id == region
    assert {p.role_code for p in facts.all("Participation", activity_kind_code="programme")} == {
        "supervisor",
        "partner",
    }
    assert len(facts.all("Participation", role_code="signatory")) == 3
    assert facts.one("Session").status_code == "announced"
    for measure in ("enrolled_in_chafafiya", "has_own_website"):
        assert facts.one("Statement", measure_code=measure).stated_by_function_code == "vice_president"
    assert not any("zoubida" in str(v).lower() or "Exemple" in str(v) for r in facts.records for v in vars(r).values())
