"""Plan documents of the sixth set: sheets, ledgers and pages in manners that the earlier ones do not have. Written before the readers saw them."""

from __future__ import annotations

from random import Random

from tests.accuracy.plans import EN_MONTHS, ar, commitment, fr, iso, milestone, page, span
from tests.accuracy.world import PLACES, Page, p

NAMES_AR = (
    "نشر جدول أعمال الدورات قبل انعقادها",
    "إنجاز دليل المساطر الإدارية",
    "إحداث لجنة لتتبع شكايات المرتفقين",
    "فتح معطيات النقل المدرسي",
    "تنظيم أيام الأبواب المفتوحة",
    "إعداد تقرير سنوي حول طلبات الحصول على المعلومات",
    "تمكين الأشخاص في وضعية إعاقة من الولوج إلى البوابة",
    "إطلاق تطبيق للتبليغ عن اختلالات الإنارة العمومية",
    "إحداث سجل عمومي للممتلكات الجماعية",
    "تنظيم جلسات استماع للشباب",
    "وضع ميثاق للأخلاقيات",
    "نشر تركيبة اللجان الدائمة",
    "إشراك الأطفال في إعداد برنامج العمل",
    "تحسين استقبال المواطنين",
    "تعميم الأداء الإلكتروني للرسوم",
    "إعداد أطلس جماعي",
)
NAMES_FR = (
    "Mettre en ligne les ordres du jour avant chaque session",
    "Rédiger un guide des démarches",
    "Ouvrir les données du transport scolaire",
    "Rendre le portail accessible aux personnes handicapées",
    "Tenir des journées portes ouvertes",
    "Établir un rapport annuel sur les demandes d'information",
    "Publier la liste des biens communaux",
    "Entendre les jeunes deux fois par an",
    "Adopter une charte d'éthique",
    "Généraliser le paiement électronique",
)
NAMES_EN = (
    "Release agendas ahead of council sittings",
    "Write a plain-language guide to procedures",
    "Open school transport data",
    "Make the website usable for blind visitors",
    "Report yearly on information requests",
    "Keep a public ledger of communal property",
    "Hold hearings with young residents",
    "Adopt a code of ethics",
    "Let residents report broken street lights",
    "Accept electronic payment of local taxes",
)
WHO_AR = ("مصلحة الموارد البشرية", "قسم الشؤون الاجتماعية", "المصلحة التقنية", "وكالة المداخيل", "خلية التواصل")
WHO_FR = ("Service technique", "Régie des recettes", "Division des affaires sociales", "Cellule de communication")
WHO_EN = ("Ministry of Public Works", "Directorate of Local Finance", "Digital Agency", "Council of Youth")
STEPS_FR = (
    "Recenser l'existant",
    "Désigner un comité de suivi",
    "Choisir un prestataire",
    "Mettre en service",
    "Dresser le bilan",
)
STEPS_EN = ("Survey what exists", "Appoint a steering group", "Select a supplier", "Go live", "Take stock of results")
STEPS_AR = ("جرد الوضعية الحالية", "تعيين لجنة للتتبع", "اختيار المتعهد", "الشروع في العمل", "تقييم الحصيلة")
ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع")
AXES = ("الحكامة والشفافية", "القرب من المواطن", "الإدماج الاجتماعي", "التحول الرقمي")
LEVELS_AR = {"commune": "جماعة", "region": "جهة", "province": "إقليم", "prefecture": "عمالة"}


def sheets_ar(r: Random, place: str, years: tuple[int, int], count: int) -> Page:
    """One sheet a project: label and value side by side."""
    holder = PLACES[place]
    made = page(
        f"برنامج عمل الانفتاح ل{LEVELS_AR[holder.level]} {holder.ar} {years[0]}-{years[1]}", [], "ar", place, years
    )
    for n, name in enumerate(r.sample(NAMES_AR, count), 1):
        dates, lead = span(r, *years), r.choice(WHO_AR)
        commitment(made, str(n), name, dates, lead)
        cells = (
            ("رقم المشروع", str(n)),
            ("عنوان المشروع", name),
            ("المحور", r.choice(AXES)),
            ("الأهداف", "تقريب الخدمات من المواطنين"),
            ("المصلحة المسؤولة", lead),
            ("تاريخ بداية التنفيذ", ar(dates[0])),
            ("تاريخ نهاية التنفيذ", ar(dates[1])),
            ("الشركاء", "جمعيات المجتمع المدني"),
        )
        made.body.append("<table>" + "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in cells) + "</table>")
    return made


def ledger_ar(r: Random, place: str, years: tuple[int, int], count: int) -> Page:
    """One table for all projects, the axis in a row of its own."""
    holder = PLACES[place]
    made = page(
        f"برنامج الانفتاح {years[0]}-{years[1]} - {LEVELS_AR[holder.level]} {holder.ar}", [], "ar", place, years
    )
    names = r.sample(NAMES_AR, count)
    rows, number = "", 0
    for a, axis in enumerate(AXES):
        rows += f"<tr><td colspan='5'>المحور {ORDINALS[a]}: {axis}</td></tr>"
        for name in names[a::4]:
            number += 1
            dates, lead = span(r, *years), r.choice(WHO_AR)
            commitment(made, str(number), name, dates, lead)
            rows += f"<tr><td>{number}</td><td>{name}</td><td>{lead}</td><td>من {ar(dates[0])} إلى {ar(dates[1])}</td><td>{r.choice(('منجز', 'قيد الإنجاز', 'مبرمج'))}</td></tr>"
    made.body = [
        f"<table><tr><th>ر.ت</th><th>المشروع</th><th>الجهة المسؤولة</th><th>مدة الإنجاز</th><th>الوضعية</th></tr>{rows}</table>"
    ]
    return made


def sheets_fr(r: Random, place: str, years: tuple[int, int], count: int) -> Page:
    """Programme d'ouverture in French: a sheet a project in running lines."""
    holder = PLACES[place]
    made = page(f"Programme d'ouverture de la commune de {holder.fr} {years[0]}-{years[1]}", [], "fr", place, years)
    for n, name in enumerate(r.sample(NAMES_FR, count), 1):
        dates, lead = span(r, *years), r.choice(WHO_FR)
        commitment(made, str(n), name, dates, lead)
        made.body += [
            f"<h3>Projet {n} : {name}</h3>",
            p(f"Responsable : {lead}"),
            p(f"Date de début : {fr(dates[0])}"),
            p(f"Date de fin : {fr(dates[1])}"),
            p("Objectif : rapprocher la commune de ses habitants."),
        ]
    return made


def table_en(r: Random, years: tuple[int, int], count: int) -> Page:
    """A national plan: numbered commitments, activities in a table with day-precise dates."""
    made = page(f"Open Government National Action Plan {years[0]} - {years[1]}", [], "en", None, years)
    for n, name in enumerate(r.sample(NAMES_EN, count), 1):
        lead = r.choice(WHO_EN)
        commitment(made, str(n), name, None, lead)
        rows = ""
        for step in r.sample(STEPS_EN, r.randrange(2, 5)):
            a, b = span(r, *years)
            milestone(made, str(n), step, iso(a), iso(b))
            rows += (
                f"<tr><td>{step}</td><td>{EN_MONTHS[a[1] - 1]} {a[0]}</td><td>{EN_MONTHS[b[1] - 1]} {b[0]}</td></tr>"
            )
        made.body += [
            f"<h2>Commitment {n}: {name}</h2>",
            p(f"Lead institution: {lead}"),
            p("Challenge: residents learn too late what is decided."),
            p("Proposed solution: tell them in time and in the open."),
            f"<table><tr><th>Activities</th><th>Start date</th><th>End date</th></tr>{rows}</table>",
        ]
    return made


def national_ar(r: Random, years: tuple[int, int], count: int) -> Page:
    """A national plan in Arabic: challenge, solution, activities."""
    made = page(f"خطة العمل الوطنية للحكومة المنفتحة {years[0]}-{years[1]}", [], "ar", None, years)
    for n, name in enumerate(r.sample(NAMES_AR, count), 1):
        commitment(made, str(n), name, None, None)
        rows = ""
        for step in r.sample(STEPS_AR, r.randrange(2, 5)):
            a, b = span(r, *years)
            milestone(made, str(n), step, iso(a), iso(b))
            rows += f"<tr><td>{step}</td><td>{ar(a)}</td><td>{ar(b)}</td></tr>"
        made.body += [
            f"<h3>الالتزام رقم {n}: {name}</h3>",
            p("الإشكالية: صعوبة الوصول إلى المعلومة."),
            p("الحل المقترح: نشر المعلومة في وقتها."),
            f"<table><tr><th>الأنشطة</th><th>تاريخ البداية</th><th>تاريخ النهاية</th></tr>{rows}</table>",
        ]
    return made


def local_fr(r: Random, place: str, years: tuple[int, int], number: int) -> Page:
    """A commitment's page of a local member, label and value in two columns."""
    holder, name = PLACES[place], r.choice(NAMES_FR)
    dates, code = span(r, *years), f"MAYYY{number:04d}"
    made = page(name, [], "fr", place, years, "commitment_page")
    commitment(made, code, name, dates, None)
    rows = (
        ("Plan d'action", f"Plan d'action – {holder.fr}, Maroc, {years[0]} – {years[1]}"),
        ("Début de l'engagement", fr(dates[0])),
        ("Fin de l'engagement", fr(dates[1])),
        ("Identifiant de l'engagement", code),
        ("Titre de l'engagement", name),
        ("Problème", "Les habitants ne savent pas où s'adresser."),
        ("Action", "Publier et expliquer."),
    )
    made.body = [
        "<table>" + "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in rows) + "</table>",
        "<h3>Étapes</h3>",
    ]
    steps = ""
    for step in r.sample(STEPS_FR, r.randrange(2, 5)):
        a, b = span(r, *years)
        milestone(made, code, step, iso(a), iso(b))
        steps += f"<tr><td>{step}</td><td>{fr(a)}</td><td>{fr(b)}</td></tr>"
    made.body.append(f"<table><tr><th>Étape</th><th>Date de début</th><th>Date de fin</th></tr>{steps}</table>")
    return made


def documents(seed: int) -> tuple[list[Page], list[Page]]:
    """(eight to mend on, eight for the end): the manners are the same, the holders, years and projects are not."""
    r = Random(f"{seed}-sixth")
    open_ones = [
        sheets_ar(r, "ct-a109", (2024, 2025), 8), ledger_ar(r, "ct-a014", (2025, 2026), 9), sheets_fr(r, "ct-a118", (2025, 2026), 6), table_en(r, (2022, 2024), 6), national_ar(r, (2021, 2023), 6),
        local_fr(r, "ct-a103", (2023, 2026), 4), local_fr(r, "ct-a116", (2022, 2025), 8), sheets_ar(r, "ct-a001", (2024, 2025), 5),
    ]  # fmt: skip
    last = [
        sheets_ar(r, "ct-a119", (2025, 2026), 16), ledger_ar(r, "ct-a015", (2024, 2025), 16), sheets_fr(r, "ct-a114", (2024, 2025), 10), table_en(r, (2025, 2028), 10), national_ar(r, (2024, 2027), 16),
        local_fr(r, "ct-a107", (2024, 2027), 6), local_fr(r, "ct-a002", (2023, 2026), 5), ledger_ar(r, "ct-a106", (2025, 2026), 15), sheets_ar(r, "ct-a013", (2026, 2027), 15),
        sheets_fr(r, "ct-a105", (2026, 2027), 9), table_en(r, (2023, 2026), 10),
    ]  # fmt: skip
    return open_ones, last
