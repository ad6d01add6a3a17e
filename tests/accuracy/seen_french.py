"""Cores of the fifth part: French first, reports in running text without lists, minutes in the manner of word processors, notices in
administrative French, other orders of words in Arabic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from tests.accuracy.world import (
    AR_MONTHS,
    FR_MONTHS,
    LEGAL_MONTHS,
    PLACES,
    Page,
    Place,
    council_ar,
    council_fr,
    day_ar,
    day_fr,
    for_,
    p,
    some_council,
    working_day,
)

Core = Callable[[Random], Page]

WORKS_FR = (
    "la gare routière",
    "l'abattoir communal",
    "la salle omnisports",
    "la place du Marché",
    "le parc urbain",
    "l'éclairage de l'avenue principale",
    "la bibliothèque de quartier",
)
GROUPS_FR = (
    "Association des jeunes bénévoles",
    "Club de natation du Nord",
    "Coopérative des tisseuses",
    "Ligue de pétanque",
    "Fédération des commerçants",
)
WORKS_AR = (
    "المحطة الطرقية الجديدة",
    "قاعة الرياضات",
    "ساحة السوق القديم",
    "المنتزه الحضري",
    "الإنارة بالشارع الرئيسي",
    "مكتبة الحي",
)
GROUPS_AR = ("جمعية الشباب المتطوع", "نادي السباحة", "تعاونية النسيج", "عصبة الكرة الحديدية", "اتحاد التجار")
SUMS_FR: tuple[tuple[str, str], ...] = (
    ("1.200.000,00 dirhams", "1200000"),
    ("350 000 DH", "350000"),
    ("4,5 millions de dirhams", "4500000"),
    ("600.000,00 DHS", "600000"),
    ("2 MDH", "2000000"),
    ("85 000,00 dirhams", "85000"),
    ("3 millions de DH", "3000000"),
)
SUMS_AR: tuple[tuple[str, str], ...] = (
    ("1.200.000,00 درهم", "1200000"),
    ("350 ألف درهم", "350000"),
    ("4,5 ملايين درهم", "4500000"),
    ("600.000 درهم", "600000"),
    ("مليوني درهم", "2000000"),
    ("85.000,00 درهم", "85000"),
)


def term(r: Random, place: Place) -> tuple[int, int, dt.date]:
    year = r.randrange(2016, 2027)
    month = r.choice(LEGAL_MONTHS[place.level])
    return year, month, working_day(r, year, month)


def made(
    page: Page,
    place: Place,
    year: int,
    month: int | None,
    day: dt.date,
    kind: str = "ordinary",
    number: int | None = None,
) -> Page:
    page.sessions.append({"collectivity": place.id, "kind": kind, "year": year, "month": month, "number": number})
    page.date("session", day)
    return page


def of_month(month: int) -> str:
    name = FR_MONTHS[month - 1]
    return f"d'{name}" if name[0] in "ao" else f"de {name}"


def points_fr(r: Random, year: int, low: int = 2, high: int = 7) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        words, value = r.choice(SUMS_FR)
        work, group = r.choice(WORKS_FR), r.choice(GROUPS_FR)
        bank: tuple[tuple[str, list[str]], ...] = (
            (f"Étude et approbation du projet de budget au titre de l'exercice {year + 1}", []),
            (f"Étude de la programmation de l'excédent {year - 1}", []),
            (f"Approbation d'une convention de partenariat avec {group}", []),
            (f"Étude et vote du cahier des charges relatif à {work}", []),
            (f"Octroi d'une subvention de {words} à {group}", [value]),
            (f"Participation de la commune au financement de {work} à hauteur de {words}", [value]),
            (f"Virement de crédits d'un montant de {words}", [value]),
            ("Désignation d'un membre au sein du groupement de communes", []),
            ("Étude de la situation de la rentrée scolaire", []),
            (f"Acquisition de la propriété dite Bled, titre foncier n° {r.randrange(1000, 9999)}/R", []),
            ("Annulation de la délibération n° 14 du 5 février 2021", []),
            (f"Aménagement de la route nationale n° {r.randrange(1, 20)} à la traversée du centre", []),
            ("Dénomination des rues du nouveau lotissement", []),
        )
        title, values = r.choice(bank)
        found[title] = values
    return list(found), [v for values in found.values() for v in values]


def points_ar(r: Random, year: int, low: int = 2, high: int = 7) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        words, value = r.choice(SUMS_AR)
        work, group = r.choice(WORKS_AR), r.choice(GROUPS_AR)
        bank: tuple[tuple[str, list[str]], ...] = (
            (f"مشروع ميزانية {year + 1}", []),
            (f"إعادة برمجة اعتمادات سنة {year - 1}", []),
            (f"مشروع اتفاقية مع {group} حول تسيير {work}", []),
            (f"دراسة كناش تحملات {work}", []),
            (f"تقديم منحة قدرها {words} إلى {group}", [value]),
            (f"مساهمة المجلس في تهيئة {work} في حدود {words}", [value]),
            ("انتداب عضو بمؤسسة التعاون بين الجماعات", []),
            ("وضعية الدخول المدرسي", []),
            (f"اقتناء العقار المسمى البلاد ذي الرسم العقاري عدد {r.randrange(100, 999)}/ر", []),
            ("تفعيل اختصاصات الشرطة الإدارية", []),
        )
        title, values = r.choice(bank)
        found[title] = values
    return list(found), [v for values in found.values() for v in values]


VOTES_FR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("approuvé à l'unanimité", {"result": "adopted", "unanimous": True}),
    ("adopté à l'unanimité des voix exprimées", {"result": "adopted", "unanimous": True}),
    ("voté à la majorité absolue", {"result": "adopted", "unanimous": False}),
    (
        "adopté avec 16 voix pour, 5 contre et 3 abstentions",
        {"result": "adopted", "unanimous": False, "for": 16, "against": 5, "abstain": 3},
    ),
    ("report de ce point à la prochaine session", {"result": "postponed", "unanimous": False}),
    ("point reporté", {"result": "postponed", "unanimous": False}),
    ("rejeté à l'unanimité", {"result": "rejected", "unanimous": True}),
    ("non adopté", {"result": "rejected", "unanimous": False}),
    ("point examiné sans vote", None),
)
VOTES_AR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("بالإجماع صادق المجلس على هذه النقطة", {"result": "adopted", "unanimous": True}),
    ("القرار: مصادق عليها بالإجماع", {"result": "adopted", "unanimous": True}),
    (
        "نتيجة التصويت: 18 نعم، 4 لا، 2 امتناع",
        {"result": "adopted", "unanimous": False, "for": 18, "against": 4, "abstain": 2},
    ),
    ("بأغلبية الحاضرين تمت المصادقة", {"result": "adopted", "unanimous": False}),
    ("وتم تأجيل النقطة لاستكمال الملف", {"result": "postponed", "unanimous": False}),
    ("ولم تنل النقطة موافقة المجلس", {"result": "rejected", "unanimous": False}),
    ("وبعد الاستماع للعرض انتهى النقاش", None),
)


def agenda_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    items, amounts = points_fr(r, year)
    lead = r.choice(
        (
            f"Le public est informé que le {council} tiendra sa session ordinaire {of_month(month)} {year} {day_fr(r, day)} à 10 heures. L'ordre du jour est le suivant :",
            f"Conformément à la loi organique n° 113-14, le {council} se réunira {day_fr(r, day)} en session ordinaire {of_month(month)} {year} pour délibérer sur les points suivants :",
        )
    )
    form = r.randrange(3)
    body = (
        [p(f"{i}. {t} ;") for i, t in enumerate(items, 1)]
        if form == 0
        else ["<ul>" + "".join(f"<li>{t}</li>" for t in items) + "</ul>"]
        if form == 1
        else [p(f"Point n° {i} : {t}") for i, t in enumerate(items, 1)]
    )
    page = Page(
        f"Ordre du jour de la session ordinaire {of_month(month)} {year}",
        [p(lead), *body],
        "session_announcement",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    return made(page, place, year, month, day)


def report_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    items, amounts = points_fr(r, year)
    chosen = [r.choice(VOTES_FR) for _ in items]
    pairs = list(zip(items, (w for w, _ in chosen), strict=True))
    lead = r.choice(
        (
            f"Le {council} a tenu {day_fr(r, day)} la première séance de sa session ordinaire {of_month(month)} {year}. Les délibérations ont porté sur les points suivants :",
            f"Session ordinaire {of_month(month)} {year} : le {council}, réuni {day_fr(r, day)}, a examiné les points ci-après :",
        )
    )
    form = r.randrange(4)
    if form == 0:
        body = [p(f"{i}- {t} : {w}.") for i, (t, w) in enumerate(pairs, 1)]
    elif form == 1:
        body = [
            x for i, (t, w) in enumerate(pairs, 1) for x in (f"<h4>Point n° {i} : {t}</h4>", p(f"Après débat, {w}."))
        ]
    elif form == 2:
        body = [
            "<table><tr><th>N°</th><th>Objet</th><th>Résultat du vote</th></tr>"
            + "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in enumerate(pairs, 1))
            + "</table>"
        ]
    else:
        body = ["<ol>" + "".join(f"<li>{t} ({w})</li>" for t, w in pairs) + "</ol>"]
    page = Page(
        f"Session ordinaire {of_month(month)} {year} du {council}",
        [p(lead), *body],
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]
    return made(page, place, year, month, day)


def report_ar(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points_ar(r, year)
    chosen = [r.choice(VOTES_AR) for _ in items]
    lead = f"برسم الدورة العادية لشهر {name} {year} عقد {council} جلسته العلنية {day_ar(r, day)}، حيث تداول في النقط الآتية:"
    body = [p(lead)]
    for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True), 1):
        body += [p(f"{i}- {t}"), p(f"{w}.")]
    page = Page(
        f"خلاصة دورة {name} {year}",
        body,
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]
    return made(page, place, year, month, day)


def prose(r: Random) -> Page:
    """No list at all: the session and its date, nothing that can be called a point."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    body = [
        p(f"انعقدت بمقر المجلس {day_ar(r, day)} الدورة العادية لشهر {name} {year} {for_(council)} في ظروف تنظيمية جيدة."), p("وقد تميزت الدورة بنقاش مستفيض حول قضايا تهم الساكنة، وأجاب الرئيس عن تساؤلات الأعضاء."),
        p("وفي ختامها رفعت برقية ولاء إلى السدة العالية بالله."),
    ]  # fmt: skip
    return made(
        Page(
            f"انعقاد الدورة العادية لشهر {name} {year}",
            body,
            "session_report",
            publisher=place.id,
            collectivities=[place.id],
        ),
        place,
        year,
        month,
        day,
    )


def extraordinary_fr(r: Random) -> Page:
    place = some_council(r)
    year, month = r.randrange(2016, 2027), r.randrange(1, 13)
    day = working_day(r, year, month)
    council = council_fr(r, place)
    items, amounts = points_fr(r, year, 1, 4)
    body = [
        p(
            f"Le {council} a tenu {day_fr(r, day)} une session extraordinaire en séance unique, dont l'ordre du jour comportait :"
        ),
        *[p(f"{i}/ {t}") for i, t in enumerate(items, 1)],
        p("Tous les points ont été adoptés à l'unanimité."),
    ]
    page = Page(
        "Session extraordinaire",
        body,
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    return made(page, place, year, month, day, "extraordinary")


def minutes_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    items, amounts = points_fr(r, year, 2, 5)
    body = [
        p(
            f"L'an {year} et {day_fr(r, day)}, le {council} s'est réuni en session ordinaire {of_month(month)} {year}. Membres en exercice : 31. Membres présents : 24."
        ),
        p("Ordre du jour :"),
        *[p(f"{i}. {t}") for i, t in enumerate(items, 1)],
    ]
    votes = []
    for i, t in enumerate(items, 1):
        words, vote = r.choice([v for v in VOTES_FR if v[1] is not None])
        body += [p(f"Point {i} : {t}"), p(f"Décision : {words}.")]
        votes.append({"item": i, **(vote or {})})
    page = Page(
        f"Procès-verbal de la session ordinaire {of_month(month)} {year}",
        body,
        "minutes",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    return made(page, place, year, month, day)


def decisions_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    items, amounts = points_fr(r, year, 2, 5)
    first = r.randrange(5, 60)
    chosen = [r.choice(VOTES_FR[:4]) for _ in items]
    body = [
        p(f"Délibérations du {council} lors de la session ordinaire {of_month(month)} {year}, tenue {day_fr(r, day)}.")
    ]
    body += [
        p(f"Délibération n° {first + i} : {t} – {w}") for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True))
    ]
    page = Page(
        f"Délibérations de la session {of_month(month)} {year}",
        body,
        "decision_list",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **(v or {})} for i, (_, v) in enumerate(chosen, 1)]
    return made(page, place, year, month, day)


def simple(kind: str, role: str, title: str, text: str) -> Core:
    def core(r: Random) -> Page:
        place = some_council(r)
        day = working_day(r, r.randrange(2018, 2027), r.randrange(1, 13))
        words, value = r.choice(SUMS_FR)
        number = f"{r.randrange(1, 40):02d}/{day.year}"
        body = [
            p(x)
            for x in text.format(
                c=council_fr(r, place),
                d=day_fr(r, day),
                m=words,
                n=number,
                w=r.choice(WORKS_FR),
                g=r.choice(GROUPS_FR),
                k=r.randrange(110, 380),
            ).split("\n")
        ]
        page = Page(
            title.format(n=number),
            body,
            kind,
            language="fr",
            publisher=place.id,
            amounts=[value] if "{m}" in text else [],
            collectivities=[place.id],
        )
        page.date(role, day)
        return page

    return core


bureau = simple(
    "bureau_meeting",
    "event",
    "Réunion du bureau",
    "Le bureau du {c} s'est réuni {d} pour préparer les dossiers de la prochaine session.",
)
committee = simple(
    "committee_meeting",
    "event",
    "Réunion de commission",
    "Une réunion de la commission du budget du {c} s'est tenue {d}.\nElle a examiné les comptes.",
)
tender = simple(
    "tender",
    "deadline",
    "Avis d'appel d'offres ouvert n° {n}",
    "Il sera procédé {d} à 11 heures, au siège du {c}, à l'ouverture des plis relatifs à l'appel d'offres n° {n} pour l'aménagement de {w}.\nL'estimation des coûts est fixée à {m}.\nLe cautionnement provisoire est fixé à 20.000,00 DH.",
)
recruitment = simple(
    "recruitment",
    "event",
    "Concours de recrutement",
    "Le {c} organise {d} un concours de recrutement de techniciens de 3ème grade.",
)
signed = simple(
    "agreement",
    "signed",
    "Signature d'une convention",
    "Le {c} a signé {d} avec l'Agence de développement une convention de partenariat d'un montant de {m} pour l'équipement de {w}.",
)
petition = simple(
    "petition",
    "event",
    "Dépôt d'une pétition",
    "Le président du {c} a reçu {d} une pétition portant {k} signatures au sujet de {w}.",
)


def consultation(r: Random) -> Page:
    place = some_council(r)
    first = working_day(r, r.randrange(2022, 2027), r.randrange(1, 12), 13)
    last = first + dt.timedelta(days=r.randrange(7, 14))
    body = [
        p(
            f"Le {council_fr(r, place)} ouvre une consultation publique en ligne sur son programme d'ouverture, du {first:%d/%m/%Y} au {last:%d/%m/%Y}."
        )
    ]
    page = Page(
        "Consultation publique", body, "consultation", language="fr", publisher=place.id, collectivities=[place.id]
    )
    page.date("event", first)
    page.date("deadline", last)
    return page


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    rows, amounts = "", []
    for i, name in enumerate(r.sample(GROUPS_FR, r.randrange(2, 5)), 1):
        number = r.choice((16, 24, 48, 68, 88)) * 1000
        rows += f"<tr><td>{i}</td><td>{name}</td><td>{number // 1000} 000,00 DH</td></tr>"
        amounts.append(str(number))
    body = [
        p(f"Subventions accordées aux associations par le {council_fr(r, place)} au titre de l'année {year}"),
        f"<table><tr><th>N°</th><th>Bénéficiaire</th><th>Montant</th></tr>{rows}</table>",
    ]
    return Page(
        f"Subventions aux associations {year}",
        body,
        "grants",
        language="fr",
        publisher=place.id,
        amounts=amounts,
        collectivities=[place.id],
    )


def other_council(r: Random) -> Page:
    host, acting = PLACES["ct-a104"], r.choice([x for x in PLACES.values() if x.level in ("province", "region")])
    year, month, day = term(r, acting)
    body = [
        p(
            f"Le président de la commune de {host.fr} a pris part {day_fr(r, day)} à la session ordinaire {of_month(month)} {year} du {council_fr(r, acting)}."
        )
    ]
    return made(
        Page(
            "Participation à une session",
            body,
            "session_report",
            language="fr",
            publisher=host.id,
            collectivities=[acting.id, host.id],
        ),
        acting,
        year,
        month,
        day,
    )


EMPTY_FR = (
    (
        "Horaires",
        "Les guichets sont ouverts de 8h30 à 16h30, du lundi au vendredi ; le vendredi, une pause est observée de 12h à 14h.",
    ),
    (
        "Taxe d'édilité",
        "Le taux est fixé à 10,5 % de la valeur locative ; le paiement se fait avant le 1er mars sous peine de majoration.",
    ),
    ("Adoption d'un animal", "Le refuge propose des animaux à l'adoption ; les visites se font sur rendez-vous."),
    (
        "Le vote des Marocains du monde",
        "Le guide explique comment s'inscrire sur les listes électorales et voter par procuration.",
    ),
    (
        "Report des inscriptions",
        "Les inscriptions à l'école de musique sont reportées d'une semaine en raison de travaux.",
    ),
    ("Session de formation", "Une session de formation à la bureautique est proposée aux agents chaque trimestre."),
    ("Patrimoine", "La kasbah, bâtie en 1680, a été restaurée à plusieurs reprises et abrite un musée."),
    (
        "Eau potable",
        "Le mètre cube coûte 7,20 dirhams pour la deuxième tranche ; les relevés ont lieu tous les deux mois.",
    ),
    ("Règlement du cimetière", "L'accès est libre de 8h à 18h ; les véhicules ne sont pas admis."),
    (
        "Le conseil, mode d'emploi",
        "Le conseil communal se réunit en session ordinaire trois fois par an et peut tenir des sessions extraordinaires à la demande de son président.",
    ),
)
EMPTY_AR = (
    ("تنظيم السير", "يمنع الوقوف بجنبات المدرسة من السابعة والنصف إلى التاسعة صباحا."),
    ("تصويت المغاربة بالخارج", "يشرح الدليل كيفية التسجيل في اللوائح الانتخابية والتصويت بالوكالة."),
    ("تأجيل التسجيل", "تم تأجيل التسجيل بمعهد الموسيقى أسبوعا واحدا بسبب أشغال الصيانة."),
    ("القصبة", "بنيت القصبة سنة 1680 ورممت مرات عدة، وهي اليوم متحف."),
    ("المجلس: كيف يعمل؟", "يعقد المجلس ثلاث دورات عادية في السنة، ويمكنه عقد دورات استثنائية كلما دعت الضرورة."),
    ("رسم النظافة", "يؤدى رسم الخدمات الجماعية قبل فاتح مارس من كل سنة."),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.4 else "fr"
    title, text = r.choice(EMPTY_AR if language == "ar" else EMPTY_FR)
    more = (
        r.choice(("", "Pour en savoir plus, adressez-vous à l'accueil."))
        if language == "fr"
        else r.choice(("", "ولكم جزيل الشكر."))
    )
    return Page(
        title,
        [p(text)] + ([p(more)] if more else []),
        "other",
        language=language,
        publisher=some_council(r).id,
        is_empty=True,
        collectivities=None,
    )


CORES: tuple[tuple[Core, int], ...] = (
    (agenda_fr, 24), (report_fr, 40), (report_ar, 20), (prose, 14), (extraordinary_fr, 14), (minutes_fr, 10), (decisions_fr, 10), (bureau, 9), (committee, 9), (tender, 16), (recruitment, 9), (signed, 14),
    (petition, 9), (consultation, 9), (grants, 9), (other_council, 9), (empty, 108),
)  # fmt: skip
