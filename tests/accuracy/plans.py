"""Plan documents in the manner of the three national forms, of OGP Local pages, of openness programmes and of action programmes. All of it is made up.

Twenty-one documents, in two parts: the last nine use other axes, verbs and date forms. `sixth_plans` holds nineteen more.
"""

from __future__ import annotations

from random import Random

from tests.accuracy.world import AR_MONTHS, FR_MONTHS, PLACES, Page, p

EN_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
Month = tuple[int, int]

TITLES_EN = (
    "Publish the budget in open formats",
    "Open a register of contracts",
    "Create a forum of associations",
    "Train information officers",
    "Put council sessions on line",
    "Open data on waste collection",
    "Launch participatory budgeting in schools",
    "Translate services into Amazigh",
    "Publish the asset register",
    "Set up an integrity hotline",
    "Simplify building permits",
    "Monitor drinking water quality with citizens",
    "Digitise civil registry archives",
    "Publish air quality readings",
    "Open the election results archive",
    "Map public facilities",
)
TITLES_FR = (
    "Publier le budget citoyen chaque année",
    "Créer un portail des données de la commune",
    "Mettre en place un budget participatif",
    "Former les points focaux",
    "Diffuser les sessions en direct",
    "Ouvrir le registre des marchés",
    "Simplifier les démarches d'urbanisme",
    "Installer un conseil des jeunes",
    "Publier les comptes rendus dans les huit jours",
    "Créer un guichet des associations",
    "Cartographier les équipements",
    "Suivre la qualité de l'eau avec les habitants",
)
TITLES_AR = (
    "إعداد ميزانية المواطن ونشرها",
    "إحداث بوابة للمعطيات المفتوحة",
    "البث المباشر لدورات المجلس",
    "تكوين الأشخاص المكلفين بالمعلومات",
    "إحداث مجلس الشباب",
    "رقمنة أرشيف الحالة المدنية",
    "نشر تقارير لجان التتبع",
    "إطلاق الميزانية التشاركية",
    "إحداث منصة لتلقي الاقتراحات",
    "تبسيط مساطر التعمير",
    "إعداد خريطة المرافق العمومية",
    "نشر نتائج الصفقات",
    "دعم جمعيات الأحياء",
    "ترجمة الخدمات إلى الأمازيغية",
    "إحداث فضاء للنساء المقاولات",
    "تتبع جودة الماء مع الساكنة",
)
STEPS_EN = (
    "Draft the terms of reference",
    "Consult civil society",
    "Develop the platform",
    "Train the staff",
    "Publish the first data",
    "Evaluate and report",
)
STEPS_FR = (
    "Élaborer le cahier des charges",
    "Consulter la société civile",
    "Développer la plateforme",
    "Former les agents",
    "Publier les premières données",
    "Évaluer et rendre compte",
)
STEPS_AR = (
    "إعداد دفتر التحملات",
    "استشارة المجتمع المدني",
    "تطوير المنصة",
    "تكوين الموظفين",
    "نشر أولى المعطيات",
    "التقييم وإعداد التقرير",
)
LEADS_EN = (
    "Ministry of Administrative Affairs",
    "Court of Accounts Liaison Unit",
    "Department of Local Data",
    "Agency for Digital Works",
    "National Archive Office",
)
LEADS_FR = (
    "Direction des affaires générales",
    "Service du système d'information",
    "Division de la planification",
    "Bureau de la communication",
)
LEADS_AR = ("قسم التخطيط", "مصلحة التواصل", "مصلحة الأنظمة المعلوماتية", "مديرية المصالح")


def iso(m: Month) -> str:
    return f"{m[0]}-{m[1]:02d}"


def en(m: Month) -> str:
    return f"{EN_MONTHS[m[1] - 1]} {m[0]}"


def en_short(m: Month) -> str:
    return f"{EN_MONTHS[m[1] - 1][:3]} {m[0]}"


def fr(m: Month) -> str:
    return f"{FR_MONTHS[m[1] - 1].capitalize()} {m[0]}"


def ar(m: Month) -> str:
    return f"{AR_MONTHS[m[1] - 1]} {m[0]}"


def span(r: Random, start: int, end: int) -> tuple[Month, Month]:
    a = (r.randrange(start, end), r.randrange(1, 13))
    b = (min(end, a[0] + r.randrange(1, 3)), r.randrange(1, 13))
    return (a, b) if a <= b else (b, a)


def page(
    title: str, body: list[str], language: str, holder: str | None, years: tuple[int, int], kind: str = "plan"
) -> Page:
    made = Page(title, body, kind, language=language, publisher=holder, is_plan_document=True, collectivities=None)
    made.plan = {"holder": holder, "start_year": years[0], "end_year": years[1]}
    return made


def commitment(made: Page, number: str, title: str, dates: tuple[Month, Month] | None, lead: str | None) -> None:
    made.commitments.append(
        {
            "number": number,
            "title": title,
            "start": iso(dates[0]) if dates else None,
            "end": iso(dates[1]) if dates else None,
            "lead": lead,
        }
    )


def milestone(made: Page, number: str, title: str, start: str | None, due: str | None) -> None:
    made.milestones.append({"commitment": number, "title": title, "start": start, "due": due})


def nap1(r: Random, country: str, years: tuple[int, int], count: int, *, flat: bool) -> Page:
    """The form of 2018: labels in English, a table of milestones, contacts that nobody may keep."""
    made = page(f"{country} National Action Plan for Open Government {years[0]}-{years[1]}", [], "en", None, years)
    for n, title in enumerate(r.sample(TITLES_EN, count), 1):
        dates, lead = span(r, *years), r.choice(LEADS_EN)
        commitment(made, str(n), title, dates, lead)
        body = [
            p(f"Commitment {n}: {title}"),
            p(f"From {en(dates[0])} to {en(dates[1])}"),
            p("Lead implementing agency/actor"),
            p(lead),
            p("Commitment description"),
            p("What is the public problem that the commitment will address?"),
            p("Citizens find it hard to follow what is done with public means."),
            p("What is the commitment?"),
            p("The administration undertakes to publish what it holds and to hear those concerned."),
            p("How will the commitment contribute to solve the public problem?"),
            p("It makes information reachable."),
            p("Why is this commitment relevant to OGP values?"),
            p("It is relevant to access to information and civic participation."),
            p("Additional information"),
            p("None."),
        ]
        rows = []
        for step in r.sample(STEPS_EN, r.randrange(2, 5)):
            a, b = span(r, *years)
            milestone(made, str(n), step, iso(a), iso(b))
            rows.append((step, en(a), en(b)))
        if flat:
            body += [p("Milestone Activity with a verifiable deliverable Start Date End Date")]
            body += [x for step, a, b in rows for x in (p(step), p(f"{a} {b}"))]
        else:
            body += [
                "<table><tr><th>Milestone Activity with a verifiable deliverable</th><th>Start Date</th><th>End Date</th></tr>"
                + "".join(f"<tr><td>{s}</td><td>{a}</td><td>{b}</td></tr>" for s, a, b in rows)
                + "</table>"
            ]
        body += [
            p("Contact point details"),
            p("Name of responsible person from implementing agency: to be named"),
            p("E-mail and telephone: contact@example.org"),
            p("Other actors involved"),
            p("Associations of the sector"),
        ]
        made.body += body
    return made


def nap2(r: Random, years: tuple[int, int], count: int, *, language: str) -> Page:
    """The form of 2021: capitals, bullets, activities with semesters and years."""
    titles, steps = (TITLES_FR, STEPS_FR) if language == "fr" else (TITLES_EN, STEPS_EN)
    labels = {
        "en": (
            "CHALLENGE",
            "PROPOSED SOLUTION",
            "EXPECTED RESULTS",
            "PERFORMANCE INDICATORS",
            "Key activities with deliverable and measurable results",
            "Start date - End date",
            "Commitment",
        ),
        "fr": (
            "PROBLÉMATIQUE",
            "SOLUTION PROPOSÉE",
            "RÉSULTATS ATTENDUS",
            "INDICATEURS DE PERFORMANCE",
            "Activités clés avec livrable et résultats mesurables",
            "Date de début - Date de fin",
            "Engagement",
        ),
    }[language]
    title = (
        f"Plan d'action national pour le gouvernement ouvert {years[0]}-{years[1]}"
        if language == "fr"
        else f"Open Government Action Plan {years[0]}-{years[1]}"
    )
    made = page(title, [], language, None, years)
    for n, name in enumerate(r.sample(titles, count), 1):
        commitment(made, str(n), name, None, None)
        rows = ""
        for step in r.sample(steps, r.randrange(2, 5)):
            form = r.randrange(3)
            year = r.randrange(years[0], years[1] + 1)
            if form == 0:
                half = r.choice((1, 2))
                words = (
                    (("First" if half == 1 else "Second") + f" semester of {year}")
                    if language == "en"
                    else (("Premier" if half == 1 else "Deuxième") + f" semestre {year}")
                )
                start, due = (f"{year}-01", f"{year}-06") if half == 1 else (f"{year}-07", f"{year}-12")
            elif form == 1:
                words, start, due = f"{years[0]}-{years[1]}", str(years[0]), str(years[1])
            else:
                words, start, due = str(year), str(year), str(year)
            milestone(made, str(n), step, start, due)
            rows += f"<tr><td>• ▪ {step}</td><td>{words}</td></tr>"
        made.body += [
            p(f"{labels[6]} {n} : {name}"),
            p(labels[0]),
            p("• L'information reste dispersée." if language == "fr" else "• Information is scattered."),
            p(labels[1]),
            p("▪ Un point d'accès unique." if language == "fr" else "▪ One place to find it."),
            p(labels[2]),
            p("● Une meilleure information." if language == "fr" else "● Better information."),
            p(labels[3]),
            p("o Nombre de jeux publiés." if language == "fr" else "o Number of published sets."),
            f"<table><tr><th>{labels[4]}</th><th>{labels[5]}</th></tr>{rows}</table>",
        ]
    return made


def nap3(r: Random, years: tuple[int, int], count: int, *, flat: bool) -> Page:
    made = page(f"National Action Plan {years[0]}-{years[1]}", [], "en", None, years)
    for n, name in enumerate(r.sample(TITLES_EN, count), 1):
        commitment(made, str(n), name, None, None)
        made.body += [
            p(f"Commitment {n}. {name}"),
            p("Challenge: information is scattered and late."),
            p("Proposed solution: publish it where people look for it."),
        ]
        rows = []
        for step in r.sample(STEPS_EN, r.randrange(2, 5)):
            a, b = span(r, *years)
            milestone(made, str(n), step, iso(a), iso(b))
            rows.append((step, en(a), en(b)))
        if flat:
            made.body += [
                p("Scheduled Activities (Activities | Start date | End Date)"),
                *(p(f"{s} | {a} | {b}") for s, a, b in rows),
            ]
        else:
            made.body += [
                "<table><tr><th>Scheduled Activities</th><th>Start date</th><th>End Date</th></tr>"
                + "".join(f"<tr><td>{s}</td><td>{a}</td><td>{b}</td></tr>" for s, a, b in rows)
                + "</table>"
            ]
    return made


def local_page(r: Random, place: str, years: tuple[int, int], number: int, *, language: str = "en") -> Page:
    """A commitment's page of a local member."""
    name = r.choice(TITLES_EN if language == "en" else TITLES_FR)
    dates = span(r, *years)
    holder = PLACES[place]
    code = f"MAXXX{number:04d}"
    made = page(name, [], language, place, years, "commitment_page")
    commitment(made, code, name, dates, None)
    start, end = (
        (en_short(dates[0]), en_short(dates[1])) if language == "en" else (fr(dates[0]).lower(), fr(dates[1]).lower())
    )
    label = (
        (
            "Action Plan",
            "Commitment Start",
            "Commitment End",
            "Institutions involved",
            "Primary Policy Area",
            "OGP Value",
            "Description",
            "Commitment ID",
            "Commitment Title",
            "Problem",
            "Status quo",
            "Action",
            "Milestones",
        )
        if language == "en"
        else (
            "Plan d'action",
            "Début de l'engagement",
            "Fin de l'engagement",
            "Institutions impliquées",
            "Domaine d'action principal",
            "Valeur PGO",
            "Description",
            "Identifiant de l'engagement",
            "Titre de l'engagement",
            "Problème",
            "Situation actuelle",
            "Action",
            "Étapes",
        )
    )
    made.body = [
        p(f"{label[0]}: Action plan – {holder.fr}, Morocco, {years[0]} – {years[1]}"),
        p(f"{label[1]}: {start}"),
        p(f"{label[2]}: {end}"),
        p(f"{label[3]}:"),
        "<ul><li>Council of the place</li><li>Association Horizon</li></ul>",
        p(f"{label[4]}: Fiscal Openness"),
        p(f"{label[5]}: Access to Information"),
        f"<h2>{label[6]}</h2>",
        p(label[7]),
        p(code),
        p(label[8]),
        p(name),
        p(label[9]),
        p("People cannot follow the accounts."),
        p(label[10]),
        p("Nothing is published."),
        p(label[11]),
        p("Publish the accounts each quarter."),
        f"<h3>{label[12]}</h3>",
    ]
    for step in r.sample(STEPS_EN if language == "en" else STEPS_FR, r.randrange(2, 5)):
        a, b = span(r, *years)
        milestone(made, code, step, iso(a), iso(b))
        words = (f"{en_short(a)} - {en_short(b)}") if language == "en" else f"{fr(a)} - {fr(b)}"
        made.body.append(p(f"{step} | {words}"))
    return made


def openness(r: Random, place: str, years: tuple[int, int], count: int, *, form: str) -> Page:
    """An openness programme: axes, projects, states."""
    holder = PLACES[place]
    what = {"commune": "جماعة", "region": "جهة", "province": "إقليم", "prefecture": "عمالة"}[holder.level]
    made = page(f"برنامج انفتاح {what} {holder.ar} {years[0]}-{years[1]}", [], "ar", place, years)
    axes = ("الشفافية والمساءلة", "الولوج إلى المعلومة", "المشاركة المواطنة", "الرقمنة")
    names = r.sample(TITLES_AR, count)
    number = 0
    for a, axis in enumerate(axes, 1):
        chosen = names[number : number + max(1, count // 4)] if a < 4 else names[number:]
        rows = ""
        if form != "table":
            made.body.append(f"<h3>المحور {('الأول', 'الثاني', 'الثالث', 'الرابع')[a - 1]}: {axis}</h3>")
        for name in chosen:
            number += 1
            dates, lead = span(r, *years), r.choice(LEADS_AR)
            state = r.choice(("منجز", "في طور الإنجاز", "لم ينطلق بعد"))
            commitment(made, str(number), name, dates, lead)
            if form == "table":
                rows += f"<tr><td>{number}</td><td>{name}</td><td>{lead}</td><td>{ar(dates[0])}</td><td>{ar(dates[1])}</td><td>{state}</td></tr>"
            elif form == "cards":
                made.body += [
                    p(f"المشروع {number}: {name}"),
                    p(f"الجهة المسؤولة: {lead}"),
                    p(f"تاريخ البداية: {ar(dates[0])}"),
                    p(f"تاريخ النهاية: {ar(dates[1])}"),
                    p(f"وضعية المشروع: {state}"),
                ]
            else:
                made.body += [
                    p(f"مشروع رقم {number} - {name}"),
                    p(f"المسؤول عن التنفيذ : {lead}"),
                    p(f"مدة الإنجاز: من {ar(dates[0])} إلى {ar(dates[1])}"),
                    p(f"الحالة: {state}"),
                ]
        if form == "table":
            made.body += [
                p(f"المحور {a}: {axis}"),
                f"<table><tr><th>الرقم</th><th>المشروع</th><th>المسؤول</th><th>البداية</th><th>النهاية</th><th>الحالة</th></tr>{rows}</table>",
            ]
    return made


def action_programme(r: Random, place: str, years: tuple[int, int], count: int, *, language: str) -> Page:
    """A commune's action programme: projects with costs and years."""
    holder = PLACES[place]
    title = (
        f"برنامج عمل جماعة {holder.ar} {years[0]}-{years[1]}"
        if language == "ar"
        else f"Programme d'action de la commune de {holder.fr} {years[0]}-{years[1]}"
    )
    made = page(title, [], language, place, years)
    rows = ""
    for n, name in enumerate(r.sample(TITLES_AR if language == "ar" else TITLES_FR, count), 1):
        a = r.randrange(years[0], years[1])
        b = r.randrange(a, years[1] + 1)
        value = r.choice((2, 3, 5, 8)) * 1_000_000
        lead = r.choice(LEADS_AR if language == "ar" else LEADS_FR)
        made.commitments.append({"number": str(n), "title": name, "start": str(a), "end": str(b), "lead": lead})
        made.amounts.append(str(value))
        cost = f"{value:,}".replace(",", ".") + (",00 درهم" if language == "ar" else ",00 DH")
        rows += f"<tr><td>{n}</td><td>{name}</td><td>{lead}</td><td>{cost}</td><td>{a}-{b}</td></tr>"
    head = (
        ("الرقم", "المشروع", "صاحب المشروع", "الكلفة", "مدة الإنجاز")
        if language == "ar"
        else ("N°", "Projet", "Responsable", "Coût", "Période")
    )
    made.body = ["<table><tr>" + "".join(f"<th>{h}</th>" for h in head) + f"</tr>{rows}</table>"]
    return made


def documents(seed: int) -> tuple[list[Page], list[Page]]:
    """(twelve to be looked at, nine for the end)."""
    r = Random(seed)
    open_ones = [
        nap1(r, "Examplia", (2018, 2020), 5, flat=False), nap1(r, "Examplia", (2018, 2020), 4, flat=True), nap2(r, (2021, 2023), 6, language="en"), nap2(r, (2021, 2023), 5, language="fr"),
        nap3(r, (2024, 2027), 5, flat=True), local_page(r, "ct-a101", (2023, 2026), 1), local_page(r, "ct-a001", (2025, 2027), 12), local_page(r, "ct-a106", (2023, 2026), 3, language="fr"),
        openness(r, "ct-a110", (2024, 2025), 8, form="cards"), openness(r, "ct-a011", (2024, 2025), 9, form="table"), action_programme(r, "ct-a116", (2022, 2027), 7, language="ar"),
        action_programme(r, "ct-a117", (2022, 2027), 6, language="fr"),
    ]  # fmt: skip
    last = [
        nap1(r, "Samplestan", (2019, 2021), 16, flat=True), nap2(r, (2022, 2024), 12, language="fr"), nap3(r, (2025, 2028), 16, flat=False), local_page(r, "ct-a002", (2024, 2027), 7),
        local_page(r, "ct-a112", (2025, 2027), 2, language="fr"), openness(r, "ct-a012", (2025, 2026), 16, form="lines"), openness(r, "ct-a003", (2026, 2027), 16, form="table"),
        action_programme(r, "ct-a114", (2023, 2028), 16, language="ar"), openness(r, "ct-a013", (2024, 2025), 12, form="cards"),
    ]  # fmt: skip
    return open_ones, last
