"""Cores of the sixth set, written and labelled in a session that had not looked at the rules, and committed before it was read by them.

Its pages are dealt into two thirds that rules may be mended on and one third that is opened once (`build.deal`). Banks of words are larger than those of the
earlier parts: a page draws its lead, marks, points, outcomes and closing words apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any

from tests.accuracy.world import (
    AR_COUNTS,
    AR_DAYS,
    AR_MONTHS,
    AR_ORDINALS,
    ARABIC_INDIC,
    FR_MONTHS,
    LEGAL_MONTHS,
    PLACES,
    Page,
    Place,
    amount_ar,
    amount_fr,
    council_ar,
    council_fr,
    day_ar,
    day_fr,
    for_,
    law_reference,
    p,
    some_council,
    time_ar,
    working_day,
)

Core = Callable[[Random], Page]
Outcome = tuple[str, dict[str, Any] | None]

# --- words ---------------------------------------------------------------------------------------------------------------------------------------------

PLACES_AR = (
    "حي الأمل",
    "دوار آيت علي",
    "المنطقة الصناعية",
    "شارع الجيش الملكي",
    "تجزئة الوفاق",
    "حي المسيرة 2",
    "مركز الجماعة",
    "طريق المطار",
    "حي السلام",
    "الدواوير المجاورة",
)
PLACES_FR = (
    "quartier Al Amal",
    "douar Aït Ali",
    "zone industrielle",
    "avenue des FAR",
    "lotissement Al Wifaq",
    "quartier Massira 2",
    "centre de la commune",
    "quartier Essalam",
)
OBJECTS_AR = (
    "ملعب القرب",
    "السوق الأسبوعي",
    "المجزرة الجماعية",
    "دار الشباب",
    "الحديقة العمومية",
    "المسبح البلدي",
    "المركب السوسيو ثقافي",
    "سيارة الإسعاف",
    "النقل المدرسي",
    "سوق القرب",
    "شبكة التطهير السائل",
    "المطرح المراقب",
    "دار الطالبة",
    "مركز تصفية الدم",
)
OBJECTS_FR = (
    "terrain de proximité",
    "souk hebdomadaire",
    "centre de santé",
    "maison des jeunes",
    "jardin public",
    "complexe socioculturel",
    "transport scolaire",
    "réseau d'assainissement liquide",
    "marché de gros",
    "foyer de l'étudiante",
)
PARTNERS_AR = (
    "وزارة الصحة والحماية الاجتماعية",
    "الأكاديمية الجهوية للتربية والتكوين",
    "المكتب الوطني للكهرباء والماء الصالح للشرب",
    "وكالة الحوض المائي",
    "مؤسسة التعاون بين الجماعات البيئة",
    "جمعية آباء وأولياء التلاميذ",
    "جمعية دار الطالب",
    "المبادرة الوطنية للتنمية البشرية",
    "الشركة الجهوية متعددة الخدمات",
    "نادي الوداد المحلي لكرة القدم",
)
PARTNERS_FR = (
    "l'Académie régionale de l'éducation et de la formation",
    "le ministère de la Santé",
    "l'Agence urbaine",
    "l'Agence du bassin hydraulique",
    "l'association Dar Attalib",
    "la société régionale multiservices",
    "l'association des parents d'élèves",
    "l'ONEE",
)
SUMS_AR: tuple[tuple[str, str], ...] = (
    ("1.500.000,00 درهم", "1500000"),
    ("250.000,00 درهم", "250000"),
    ("400 ألف درهم", "400000"),
    ("ثلاثة ملايين درهم", "3000000"),
    ("7 ملايين درهم", "7000000"),
    ("12 مليون درهم", "12000000"),
    ("مائتي ألف درهم", "200000"),
    ("96 000 درهم", "96000"),
    ("60.000 درهم", "60000"),
    ("مليون درهم", "1000000"),
    ("180.000.00 درهم", "180000"),
    ("خمسمائة ألف درهم (500.000,00 درهم)", "500000"),
    ("80 مليون سنتيم", "800000"),
    ("1.250.000 DH", "1250000"),
)
SUMS_FR: tuple[tuple[str, str], ...] = (
    ("1.500.000,00 DH", "1500000"),
    ("250 000 dirhams", "250000"),
    ("3 millions de dirhams", "3000000"),
    ("7,2 MDH", "7200000"),
    ("120.000,00 dirhams", "120000"),
    ("60 000,00 MAD", "60000"),
    ("1 million de dirhams", "1000000"),
    ("12 millions de DH", "12000000"),
    ("96.000 Dhs", "96000"),
)

#: Points: {o} work, {a} place, {w} partner, {y} year of the session, {n} next year, {k} a number, {m} a sum.
POINTS_AR = (
    "الدراسة والمصادقة على مشروع ميزانية الجماعة برسم السنة المالية {n}",
    "الدراسة والتصويت على برمجة الفائض الحقيقي لسنة {l}",
    "المصادقة على تحويل بعض الاعتمادات بميزانية التسيير لسنة {y}",
    "دراسة مشروع اتفاقية شراكة مع {w} من أجل تدبير {o}",
    "الدراسة والمصادقة على اتفاقية شراكة وتعاون بين الجماعة و{w} حول {o}",
    "المصادقة على ملحق اتفاقية الشراكة المتعلقة بإنجاز {o} ب{a}",
    "المصادقة على كناش التحملات الخاص بكراء {o}",
    "تحديد السومة الكرائية للمحلات التجارية الكائنة ب{a}",
    "المصادقة على قرار تنظيمي يتعلق بالسير والجولان",
    "الدراسة والمصادقة على تعديل القرار الجبائي المحدد لنسب وأسعار الرسوم",
    "إحداث مرفق عمومي لتدبير {o}",
    "الموافقة على اقتناء قطعة أرضية ذات الرسم العقاري عدد {k}/12 ب{a}",
    "تخصيص بقعة أرضية لبناء {o}",
    "انتخاب رئيس لجنة الميزانية والشؤون المالية والبرمجة ونائبه",
    "انتخاب كاتب المجلس ونائبه",
    "إقالة عضو من المجلس طبقا للمادة 67 من القانون التنظيمي رقم 113.14",
    "عرض حول وضعية قطاع الصحة بتراب الجماعة",
    "عرض المصالح الخارجية حول الموسم الفلاحي {l}/{y}",
    "تقديم تقرير إخباري حول أنشطة رئيس المجلس بين الدورتين",
    "الإجابة عن الأسئلة الكتابية للأعضاء",
    "الدراسة والمصادقة على برنامج عمل الجماعة {y}-{z}",
    "المصادقة على برنامج الانفتاح للفترة {y}-{n}",
    "تسمية الشوارع والأزقة والساحات العمومية ب{a}",
    "طلب قرض من صندوق التجهيز الجماعي لتمويل مشروع {o}",
    "منح رخصة استغلال الملك الجماعي العام مؤقتا ب{a}",
    "تفويت قطعة أرضية لفائدة {w} لبناء {o}",
    "ملتمس حول ربط {a} بشبكة الماء الصالح للشرب",
    "إعادة دراسة النقطة المتعلقة بتسيير {o}",
    "الدراسة والموافقة على نزع ملكية القطع الأرضية اللازمة لتوسيع الطريق الإقليمية رقم {k}",
    "وضع نظام أساسي لموظفي الجماعة",
    "المصادقة على تقرير لجنة التعمير وإعداد التراب",
)
POINTS_SUM_AR = (
    "المصادقة على منح دعم مالي قدره {m} لفائدة {w}",
    "مساهمة الجماعة بمبلغ {m} في مشروع {o} ب{a}",
    "الدراسة والمصادقة على اتفاقية تمويل وإنجاز {o} بكلفة إجمالية تبلغ {m}",
    "تخصيص اعتماد مالي قدره {m} لاقتناء {o}",
    "برمجة مبلغ {m} من فائض الميزانية لتهيئة {o}",
)
POINTS_FR = (
    "Examen et vote du projet de budget de la commune au titre de l'année {n}",
    "Affectation de l'excédent réel de l'exercice {l}",
    "Examen et adoption du projet de convention de partenariat avec {w} pour la gestion du {o}",
    "Modification de l'arrêté fiscal",
    "Examen du cahier des charges relatif à la location du {o}",
    "Fixation de la valeur locative des locaux commerciaux sis au {a}",
    "Acquisition d'un terrain objet du titre foncier n° {k}/28 au {a}",
    "Élection du secrétaire du conseil et de son adjoint",
    "Exposé du délégué de la santé sur l'offre de soins",
    "Réponses aux questions écrites des membres du conseil",
    "Examen et adoption du programme d'action communal {y}-{z}",
    "Dénomination des voies et places du {a}",
    "Recours à un emprunt auprès du Fonds d'équipement communal pour financer le {o}",
    "Avis sur le plan d'aménagement du {a}",
    "Expropriation pour cause d'utilité publique des parcelles nécessaires à l'élargissement de la route provinciale n° {k}",
    "Création d'une société de développement local chargée du {o}",
    "Rapport du président sur les activités du bureau entre les deux sessions",
    "Approbation de l'avenant n° 2 à la convention relative au {o}",
)
POINTS_SUM_FR = (
    "Octroi d'une aide financière de {m} à {w}",
    "Contribution de la commune à hauteur de {m} à la réalisation du {o}",
    "Approbation de la convention de financement du {o} pour un coût global de {m}",
    "Inscription d'un crédit de {m} pour l'équipement du {o}",
)


def vote(
    result: str, unanimous: bool = False, yes: int | None = None, no: int | None = None, abstain: int | None = None
) -> dict[str, Any]:
    made: dict[str, Any] = {"result": result, "unanimous": unanimous}
    for name, value in (("for", yes), ("against", no), ("abstain", abstain)):
        if value is not None:
            made[name] = value
    return made


VOTES_AR: tuple[Outcome, ...] = (
    ("تمت المصادقة عليها بإجماع الأعضاء الحاضرين", vote("adopted", True)),
    ("حظيت هذه النقطة بالموافقة بالإجماع", vote("adopted", True)),
    ("وافق عليها المجلس بإجماع أعضائه", vote("adopted", True)),
    ("نالت إجماع المستشارين الحاضرين", vote("adopted", True)),
    ("المصادقة بالإجماع", vote("adopted", True)),
    ("بالإجماع", vote("adopted", True)),
    ("مصادق عليه بإجماع المصوتين", vote("adopted", True)),
    ("اعتمدها المجلس بالاجماع", vote("adopted", True)),
    ("صوت عليها المجلس إيجابا وبالإجماع", vote("adopted", True)),
    ("تمت الموافقة عليها بالإجماع بعد نقاش مستفيض", vote("adopted", True)),
    ("صوت جميع الحاضرين بنعم", vote("adopted", True)),
    ("المصادقة بالأغلبية", vote("adopted")),
    ("صادق عليها المجلس بأغلبية أعضائه الحاضرين", vote("adopted")),
    ("تمت الموافقة عليها بأغلبية الأصوات المعبر عنها", vote("adopted")),
    ("تمت المصادقة عليها", vote("adopted")),
    ("صادق عليها المجلس بأغلبية 17 صوتا مقابل 6 أصوات", vote("adopted", False, 17, 6)),
    ("تمت المصادقة ب 19 صوتا وامتناع 3 أعضاء", vote("adopted", False, 19, None, 3)),
    ("صوت لصالحها 15 عضوا وعارضها 4 أعضاء وامتنع عضوان", vote("adopted", False, 15, 4, 2)),
    ("الموافقون: 21، المعارضون: 3، الممتنعون: 2", vote("adopted", False, 21, 3, 2)),
    ("وافق عليها 20 عضوا واعترض عضو واحد", vote("adopted", False, 20, 1)),
    ("نعم: 18 / لا: 7 / امتناع: 1", vote("adopted", False, 18, 7, 1)),
    ("تمت المصادقة بالأغلبية (16 صوتا مع و5 أصوات ضد)", vote("adopted", False, 16, 5)),
    ("المصادقة بالأغلبية المطلقة مع امتناع 4 مستشارين", vote("adopted", False, None, None, 4)),
    ("لم تتم المصادقة عليها", vote("rejected")),
    ("رفضها المجلس بعد التصويت", vote("rejected")),
    ("تم رفض هذه النقطة ب 14 صوتا ضد و9 أصوات مع", vote("rejected", False, 9, 14)),
    ("رفض بالأغلبية", vote("rejected")),
    ("تأجلت إلى الدورة المقبلة", vote("postponed")),
    ("تم تأجيل دراستها إلى غاية استكمال الوثائق", vote("postponed")),
    ("تقرر بالإجماع تأجيل البت في هذه النقطة", vote("postponed", True)),
    ("إرجاء البت فيها إلى جلسة لاحقة", vote("postponed")),
    ("التأجيل", vote("postponed")),
    ("تمت مناقشتها", None),
    ("أخذ المجلس علما بها", None),
    ("قدمت بشأنها توضيحات من طرف المصلحة المعنية", None),
)
VOTES_FR: tuple[Outcome, ...] = (
    ("adopté à l'unanimité des membres présents", vote("adopted", True)),
    ("approuvée à l'unanimité", vote("adopted", True)),
    ("le conseil a approuvé ce point à l'unanimité", vote("adopted", True)),
    ("vote : unanimité", vote("adopted", True)),
    ("à l'unanimité", vote("adopted", True)),
    ("validé à l'unanimité des présents", vote("adopted", True)),
    ("adopté à la majorité des voix", vote("adopted")),
    ("approuvé à la majorité des membres présents", vote("adopted")),
    ("adopté", vote("adopted")),
    ("adopté par 17 voix contre 6", vote("adopted", False, 17, 6)),
    ("pour : 21, contre : 3, abstentions : 2", vote("adopted", False, 21, 3, 2)),
    ("approuvé par 15 voix pour et 4 abstentions", vote("adopted", False, 15, None, 4)),
    ("point rejeté à la majorité", vote("rejected")),
    ("le conseil a rejeté ce point", vote("rejected")),
    ("reporté à la prochaine session", vote("postponed")),
    ("le conseil a décidé de reporter l'examen de ce point", vote("postponed")),
    ("ajourné faute de documents", vote("postponed")),
    ("le conseil en a pris acte", None),
    ("ce point a fait l'objet d'un débat", None),
)


#: What a French article does before a word that is drawn.
GRAMMAR = (
    ("à le ", "au "), ("du zone", "de la zone"), ("du avenue", "de l'avenue"), ("au zone", "à la zone"), ("au avenue", "à l'avenue"), ("du maison", "de la maison"),
)  # fmt: skip


def correct(text: str) -> str:
    for wrong, right in GRAMMAR:
        text = text.replace(wrong, right)
    return text


def fill(r: Random, template: str, year: int, *, language: str) -> tuple[str, list[str]]:
    ar = language == "ar"
    words, value = r.choice(SUMS_AR if ar else SUMS_FR)
    if "{m}" in template and r.random() < 0.4:
        words, number = (amount_ar if ar else amount_fr)(r)
        value = str(number)
    text = template.format(
        o=r.choice(OBJECTS_AR if ar else OBJECTS_FR),
        a=r.choice(PLACES_AR if ar else PLACES_FR),
        w=r.choice(PARTNERS_AR if ar else PARTNERS_FR),
        y=year,
        n=year + 1,
        l=year - 1,
        z=year + 5,
        k=r.randrange(1000, 9000),
        m=words,
    )
    return correct(text), [value] if "{m}" in template else []


def points(r: Random, year: int, low: int, high: int, language: str = "ar") -> tuple[list[str], list[str]]:
    plain, summed = (POINTS_AR, POINTS_SUM_AR) if language == "ar" else (POINTS_FR, POINTS_SUM_FR)
    wanted = r.randrange(low, high + 1)
    chosen = r.sample(plain, wanted)
    titles, amounts = [], []
    for template in chosen:
        title, values = fill(r, r.choice(summed) if r.random() < 0.3 else template, year, language=language)
        if title in titles:
            title, values = fill(r, template, year, language=language)
        titles.append(title)
        amounts += values
    return titles, amounts


def outcomes(r: Random, bank: tuple[Outcome, ...], count: int) -> list[Outcome]:
    return [r.choice(bank) for _ in range(count)]


def votes_of(chosen: list[Outcome]) -> list[dict[str, Any]]:
    return [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]


def marks_ar(r: Random, count: int) -> list[str]:
    """Marks before points, one manner for a page."""
    form = r.randrange(11)
    numbers = range(1, count + 1)
    if form == 0:
        return [f"{i}- " for i in numbers]
    if form == 1:
        return [f"{i} – " for i in numbers]
    if form == 2:
        return [f"({i}) " for i in numbers]
    if form == 3:
        return [f"{i}/ " for i in numbers]
    if form == 4:
        return [f"النقطة {AR_ORDINALS[i - 1]}: " for i in numbers]
    if form == 5:
        return [f"النقطة رقم {i:02d} : " for i in numbers]
    if form == 6:
        return [f"{i}. " for i in numbers]
    if form == 7:
        return [f"{i}- ".translate(ARABIC_INDIC) for i in numbers]
    if form == 8:
        return ["★ "] * count
    if form == 9:
        return ["• "] * count
    return [f"{i}ــ " for i in numbers]


def marks_fr(r: Random, count: int) -> list[str]:
    form = r.randrange(6)
    numbers = range(1, count + 1)
    return [
        (f"{i}. ", f"{i}) ", f"Point {i} : ", f"{i}- ", "- ", f"{i}° ")[form]
        for i in numbers
    ]  # fmt: skip


def term(r: Random, place: Place) -> tuple[int, int, dt.date]:
    year, month = r.randrange(2017, 2026), r.choice(LEGAL_MONTHS[place.level])
    return year, month, working_day(r, year, month)


def of_month(month: int) -> str:
    name = FR_MONTHS[month - 1]
    return f"d'{name}" if name[0] in "ao" else f"de {name}"


def about(
    page: Page,
    place: Place,
    year: int,
    month: int | None,
    day: dt.date | None,
    kind: str = "ordinary",
    number: int | None = None,
) -> Page:
    page.sessions.append({"collectivity": place.id, "kind": kind, "year": year, "month": month, "number": number})
    if day is not None:
        page.date("session", day)
    return page


def show_date(r: Random, page: Page, day: dt.date, low: int, high: int) -> Page:
    """Half of the pages show their own date."""
    if r.random() < 0.5:
        page.published = day + dt.timedelta(days=r.randrange(low, high))
        page.date("published", page.published)
    return page


CLOSINGS = {
    "announced": (
        "",
        "والسلام.",
        "ويعتبر هذا الإعلان بمثابة دعوة للعموم لحضور الجلسة.",
        "حرر بمقر الجماعة، توقيع الرئيس.",
    ),
    "held": (
        "",
        "وختمت الجلسة بالدعاء الصالح لأمير المؤمنين.",
        "وفي الأخير رفعت الجلسة على الساعة الرابعة بعد الزوال.",
        "شارك هذا المقال على مواقع التواصل الاجتماعي.",
    ),
    "other": (
        "",
        "",
        "لمزيد من المعلومات يرجى الاتصال بالمصلحة المعنية.",
        "شارك هذا المقال على مواقع التواصل الاجتماعي.",
    ),
    "fr": ("", "La séance est publique.", "Partager cet article."),
    "fr other": ("", "", "Partager cet article."),
}
OPENINGS = {
    "announced": ("", "الحمد لله وحده.", "إعلان إلى العموم", "المملكة المغربية، وزارة الداخلية"),
    "held": ("", "", "بلاغ إخباري"),
}


def wrapped(r: Random, body: list[str], manner: str) -> list[str]:
    first, last = r.choice(OPENINGS.get(manner, ("",))), r.choice(CLOSINGS[manner])
    return ([p(first)] if first else []) + body + ([p(last)] if last else [])


def listed(r: Random, titles: list[str], *, language: str = "ar") -> list[str]:
    """Points of an announcement in one of the layouts."""
    form = r.randrange(6)
    marks = (marks_ar if language == "ar" else marks_fr)(r, len(titles))
    end = r.choice(("", ".", "؛" if language == "ar" else " ;"))
    if form == 0:
        return ["<ol>" + "".join(f"<li>{t}{end}</li>" for t in titles) + "</ol>"]
    if form == 1:
        return ["<ul>" + "".join(f"<li><p>{t}{end}</p></li>" for t in titles) + "</ul>"]
    if form == 2:
        return [p("<br>".join(f"{m}{t}{end}" for m, t in zip(marks, titles, strict=True)))]
    if form == 3:
        heads = (
            ("الرقم", "النقطة المدرجة في جدول الأعمال")
            if language == "ar"
            else ("N°", "Points inscrits à l'ordre du jour")
        )
        rows = "".join(f"<tr><td>{i:02d}</td><td>{t}</td></tr>" for i, t in enumerate(titles, 1))
        return [f"<table><thead><tr><th>{heads[0]}</th><th>{heads[1]}</th></tr></thead><tbody>{rows}</tbody></table>"]
    return [p(f"{m}{t}{end}") for m, t in zip(marks, titles, strict=True)]


# --- announcements -------------------------------------------------------------------------------------------------------------------------------------


def announcement_ar(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 3, 9)
    count = AR_COUNTS.get(len(titles), str(len(titles)))
    lead = r.choice(
        (
            f"ينهي رئيس {council} إلى علم الرأي العام أن المجلس سيعقد دورته العادية لشهر {name} {year}، وذلك {day_ar(r, day, weekday=True)} {time_ar(r)} بقاعة الاجتماعات، للتداول في النقط التالية:",
            f"طبقا للمقتضيات القانونية الجاري بها العمل، ولا سيما {law_reference(place)}، يعقد {council} الدورة العادية برسم شهر {name} {year} في جلسة علنية {day_ar(r, day, weekday=True)} {time_ar(r)}. وفيما يلي جدول الأعمال:",
            f"تنعقد بحول الله {day_ar(r, day, weekday=True)} بمقر الجماعة أشغال الدورة العادية لشهر {name} {year} {for_(council)}، ويتضمن جدول أعمالها {count}، وهي كالآتي:",
            f"جدول أعمال الدورة العادية لشهر {name} {year} المزمع عقدها {day_ar(r, day, weekday=True)} {time_ar(r)}",
            f"يتشرف رئيس {council} بدعوة العموم لحضور أشغال الدورة العادية لشهر {name} من سنة {year} التي ستلتئم {day_ar(r, day, weekday=True)}. النقط المدرجة:",
        )
    )
    title = r.choice(
        (
            f"جدول أعمال الدورة العادية لشهر {name} {year}",
            f"إعلان عن انعقاد دورة {name} {year}",
            f"{council} يستعد لعقد دورته العادية لشهر {name} {year}",
            f"إخبار بانعقاد الدورة العادية لشهر {name} {year}",
        )
    )
    if council not in lead and council not in title:
        title = f"{title} {for_(council)}"
    page = Page(
        title,
        wrapped(r, [p(lead), *listed(r, titles)], "announced"),
        "session_announcement",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        collectivities=[place.id],
    )
    return show_date(r, about(page, place, year, month, day), day, -12, -4)


def announcement_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    titles, amounts = points(r, year, 3, 8, "fr")
    lead = r.choice(
        (
            f"Il est porté à la connaissance du public que le {council} tiendra {day_fr(r, day)} à 10h00 sa session ordinaire du mois {of_month(month)} {year}. Ordre du jour :",
            f"Le président du {council} invite les citoyens à assister à la session ordinaire du mois {of_month(month)} {year}, prévue {day_fr(r, day)}. Les points inscrits sont :",
            f"Ordre du jour de la session ordinaire {of_month(month)} {year} du {council}, qui aura lieu {day_fr(r, day)} :",
        )
    )
    page = Page(
        r.choice(
            (f"Avis de session ordinaire {of_month(month)} {year}", f"Ordre du jour – session {of_month(month)} {year}")
        ),
        wrapped(r, [p(lead), *listed(r, titles, language="fr")], "fr"),
        "session_announcement",
        language="fr",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        collectivities=[place.id],
    )
    return show_date(r, about(page, place, year, month, day), day, -12, -4)


def with_subpoints(r: Random) -> Page:
    """Points with lettered parts, which are no points of their own."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, _ = points(r, year, 3, 5)
    titles = [t for t in titles if "درهم" not in t and "DH" not in t and "سنتيم" not in t] or ["عرض حول الدخول المدرسي"]
    body = []
    for i, t in enumerate(titles, 1):
        body.append(p(f"{i}- {t}"))
        if i == 1:
            body += [p("أ- الجزء الخاص بالمداخيل"), p("ب- الجزء الخاص بالنفقات")]
    lead = f"يعقد {council} {day_ar(r, day, weekday=True)} دورته العادية لشهر {name} {year} وفق جدول الأعمال الآتي:"
    page = Page(
        f"الدورة العادية لشهر {name} {year}: جدول الأعمال",
        [p(lead), *body],
        "session_announcement",
        publisher=place.id,
        agenda=titles,
        collectivities=[place.id],
    )
    return about(page, place, year, month, day)


# --- reports -------------------------------------------------------------------------------------------------------------------------------------------


def report_lead_ar(r: Random, council: str, name: str, year: int, day: dt.date) -> str:
    return r.choice(
        (
            f"عقد {council} {day_ar(r, day, weekday=True)} أشغال دورته العادية لشهر {name} {year}، برئاسة رئيس المجلس وبحضور السلطة المحلية، حيث تداول المجلس في النقط التالية:",
            f"احتضنت قاعة الاجتماعات {day_ar(r, day, weekday=True)} أشغال الدورة العادية لشهر {name} {year} {for_(council)}. وبعد التأكد من توفر النصاب القانوني شرع المجلس في مناقشة جدول الأعمال:",
            f"في إطار دورته العادية برسم شهر {name} {year}، التأم {council} {day_ar(r, day, weekday=True)} في جلسة عمومية خصصت لدراسة ما يلي:",
            f"انعقدت {day_ar(r, day, weekday=True)} الدورة العادية {for_(council)} لشهر {name} {year} بحضور أغلبية أعضاء المجلس، وأسفرت أشغالها عما يلي:",
        )
    )


def report_ar(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 2, 7)
    chosen = outcomes(r, VOTES_AR, len(titles))
    pairs = list(zip(titles, (w for w, _ in chosen), strict=True))
    marks = marks_ar(r, len(titles))
    form = r.randrange(7)
    if form == 0:
        body = [p(f"{m}{t}: {w}.") for m, (t, w) in zip(marks, pairs, strict=True)]
    elif form == 1:
        body = [x for m, (t, w) in zip(marks, pairs, strict=True) for x in (p(f"<strong>{m}{t}</strong>"), p(f"{w}."))]
    elif form == 2:
        body = [
            "<table><tr><th>رقم النقطة</th><th>موضوع النقطة</th><th>مآل النقطة</th></tr>"
            + "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in enumerate(pairs, 1))
            + "</table>"
        ]
    elif form == 3:
        body = ["<ol>" + "".join(f"<li>{t}<br><em>{w}</em></li>" for t, w in pairs) + "</ol>"]
    elif form == 4:
        body = [p(f"{m}{t} ({w})") for m, (t, w) in zip(marks, pairs, strict=True)]
    elif form == 5:
        lead = r.choice(("قرار المجلس", "نتيجة التصويت", "مآل النقطة", "المقرر المتخذ"))
        body = [
            x
            for i, (t, w) in enumerate(pairs, 1)
            for x in (f"<h3>النقطة {AR_ORDINALS[i - 1]}: {t}</h3>", p(f"{lead}: {w}."))
        ]
    else:
        body = [p(f"{m}{t}؛ {w}.") for m, (t, w) in zip(marks, pairs, strict=True)]
    title = r.choice(
        (
            f"{council} يعقد دورته العادية لشهر {name} {year}",
            f"أشغال الدورة العادية لشهر {name} {year}",
            f"نتائج دورة {name} {year}",
            f"الدورة العادية لشهر {name} {year} {for_(council)}",
        )
    )
    page = Page(
        title,
        wrapped(r, [p(report_lead_ar(r, council, name, year, day)), *body], "held"),
        "session_report",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return show_date(r, about(page, place, year, month, day), day, 0, 7)


VERBS_AR: tuple[Outcome, ...] = (
    ("المصادقة بالإجماع على", vote("adopted", True)),
    ("الموافقة بالإجماع على", vote("adopted", True)),
    ("صادق المجلس بالإجماع على", vote("adopted", True)),
    ("تمت المصادقة بالإجماع على", vote("adopted", True)),
    ("المصادقة بالأغلبية على", vote("adopted")),
    ("صادق المجلس بأغلبية أعضائه الحاضرين على", vote("adopted")),
    ("رفض", vote("rejected")),
    ("تأجيل البت في", vote("postponed")),
    ("تأجيل", vote("postponed")),
)
#: What stands after a verb of decision.
NOUNS_AR = (
    "مشروع ميزانية السنة المالية {n}",
    "برمجة الفائض التقديري لسنة {l}",
    "اتفاقية شراكة مع {w} بخصوص {o}",
    "كناش التحملات المتعلق باستغلال {o}",
    "مشروع القرار التنظيمي للبناء ب{a}",
    "إحداث {o} ب{a}",
    "اقتناء عقار لبناء {o}",
    "تسمية ساحات وشوارع {a}",
    "النظام الداخلي للمجلس",
    "مقترح تعديل القرار الجبائي",
    "عقد برنامج لتأهيل {a}",
    "ملحق رقم 1 لاتفاقية تهيئة {a}",
)
NOUNS_SUM_AR = ("تخصيص {m} لدعم {w}", "منحة بقيمة {m} لفائدة {w}", "قرض بمبلغ {m} لتمويل {o}")


def nouns(r: Random, year: int, count: int) -> tuple[list[str], list[str]]:
    titles, amounts = [], []
    for template in r.sample(NOUNS_AR, count):
        title, values = fill(r, r.choice(NOUNS_SUM_AR) if r.random() < 0.25 else template, year, language="ar")
        if title in titles:
            title, values = fill(r, template, year, language="ar")
        titles.append(title)
        amounts += values
    return titles, amounts


def verb_first(r: Random) -> Page:
    """Each line begins with what was decided."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = nouns(r, year, r.randrange(3, 8))
    chosen = outcomes(r, VERBS_AR, len(titles))
    lines = [f"{w} {t}" for t, (w, _) in zip(titles, chosen, strict=True)]
    lead = r.choice(
        (
            f"أسفرت الدورة العادية لشهر {name} {year} التي عقدها {council} {day_ar(r, day, weekday=True)} عن القرارات التالية:",
            f"اختتم {council} {day_ar(r, day, weekday=True)} أشغال الدورة العادية لشهر {name} {year} باتخاذ المقررات الآتية:",
        )
    )
    body = (
        ["<ul>" + "".join(f"<li>{x}</li>" for x in lines) + "</ul>"]
        if r.random() < 0.5
        else [p(f"{m}{x}؛") for m, x in zip(marks_ar(r, len(lines)), lines, strict=True)]
    )
    page = Page(
        f"حصيلة أشغال دورة {name} {year} {for_(council)}",
        wrapped(r, [p(lead), *body], "held"),
        "session_report",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return show_date(r, about(page, place, year, month, day), day, 0, 7)


GROUPS_AR: tuple[tuple[str, dict[str, Any]], ...] = (
    ("صادق المجلس بالإجماع على النقط التالية:", vote("adopted", True)),
    ("وبالأغلبية على النقط التالية:", vote("adopted")),
    ("فيما تم تأجيل النقط التالية:", vote("postponed")),
    ("النقط المصادق عليها بالإجماع:", vote("adopted", True)),
    ("النقط المصادق عليها بالأغلبية:", vote("adopted")),
    ("النقط المؤجلة:", vote("postponed")),
    ("النقط المرفوضة:", vote("rejected")),
)


def grouped(r: Random) -> Page:
    """Points under the outcome that they share."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    heads = GROUPS_AR[:3] if r.random() < 0.5 else GROUPS_AR[3:]
    groups = [heads[0], *r.sample(heads[1:], r.randrange(1, len(heads)))]
    groups.sort(key=heads.index)
    titles, amounts = nouns(r, year, r.randrange(len(groups) + 1, 9))
    cut = sorted(r.sample(range(1, len(titles)), len(groups) - 1))
    body, votes = [], []
    for (head, v), start, end in zip(groups, [0, *cut], [*cut, len(titles)], strict=True):
        body.append(p(f"<strong>{head}</strong>"))
        mark = "<ul>" if r.random() < 0.5 else ""
        lines = [f"<li>{t}</li>" if mark else p(f"- {t}") for t in titles[start:end]]
        body.append("<ul>" + "".join(lines) + "</ul>" if mark else "".join(lines))
        votes += [{"item": i + 1, **v} for i in range(start, end)]
    lead = f"عقد {council} {day_ar(r, day, weekday=True)} الجلسة الأولى من الدورة العادية لشهر {name} {year}، وخلصت أشغالها إلى ما يلي."
    page = Page(
        f"{council}: نتائج الدورة العادية لشهر {name} {year}",
        [p(lead), *body],
        "session_report",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    return about(page, place, year, month, day)


def at_once(r: Random) -> Page:
    """One sentence gives the outcome of all points, with or without an exception."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 3, 7)
    other = r.randrange(2, len(titles) + 1) if r.random() < 0.5 else 0
    every = r.choice(
        (
            "وقد صادق المجلس على جميع النقط المدرجة بجدول الأعمال بالإجماع",
            "وبعد المناقشة تمت المصادقة بالإجماع على كافة نقط جدول الأعمال",
            "وللإشارة فقد تمت الموافقة على كل النقط بالإجماع",
        )
    )
    but = f" باستثناء النقطة {AR_ORDINALS[other - 1]} التي تم تأجيلها إلى دورة لاحقة" if other else ""
    page = Page(
        f"أشغال الدورة العادية لشهر {name} {year}",
        [p(report_lead_ar(r, council, name, year, day)), *listed(r, titles), p(f"{every}{but}.")],
        "session_report",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [
        {"item": i, **(vote("postponed") if i == other else vote("adopted", True))} for i in range(1, len(titles) + 1)
    ]
    return show_date(r, about(page, place, year, month, day), day, 0, 7)


def report_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    titles, amounts = points(r, year, 2, 7, "fr")
    chosen = outcomes(r, VOTES_FR, len(titles))
    pairs = list(zip(titles, (w for w, _ in chosen), strict=True))
    marks = marks_fr(r, len(titles))
    lead = r.choice(
        (
            f"Le {council} s'est réuni {day_fr(r, day)} en session ordinaire du mois {of_month(month)} {year}. Voici les points examinés et le sort qui leur a été réservé :",
            f"Réuni en session ordinaire du mois {of_month(month)} {year}, {day_fr(r, day)}, le {council} a délibéré sur les points ci-après :",
            f"Les travaux de la session ordinaire {of_month(month)} {year} du {council} se sont déroulés {day_fr(r, day)}. Points à l'ordre du jour :",
        )
    )
    form = r.randrange(5)
    if form == 0:
        body = [p(f"{m}{t} : {w}.") for m, (t, w) in zip(marks, pairs, strict=True)]
    elif form == 1:
        body = [
            x for m, (t, w) in zip(marks, pairs, strict=True) for x in (p(f"<b>{m}{t}</b>"), p(f"{w.capitalize()}."))
        ]
    elif form == 2:
        body = [
            "<table><tr><th>N°</th><th>Objet de la délibération</th><th>Vote</th></tr>"
            + "".join(
                f"<tr><td>{i}</td><td>{t}</td><td>{w.capitalize()}</td></tr>" for i, (t, w) in enumerate(pairs, 1)
            )
            + "</table>"
        ]
    elif form == 3:
        body = ["<ul>" + "".join(f"<li>{t} – <em>{w}</em></li>" for t, w in pairs) + "</ul>"]
    else:
        body = [x for i, (t, w) in enumerate(pairs, 1) for x in (f"<h3>{i}. {t}</h3>", p(f"Résultat : {w}."))]
    page = Page(
        r.choice(
            (f"Session ordinaire {of_month(month)} {year} : les points adoptés", f"Le {council} en session ordinaire")
        ),
        wrapped(r, [p(lead), *body], "fr"),
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return show_date(r, about(page, place, year, month, day), day, 0, 7)


VERBS_FR: tuple[Outcome, ...] = (
    ("Approbation à l'unanimité de", vote("adopted", True)),
    ("Adoption à l'unanimité de", vote("adopted", True)),
    ("Adoption à la majorité de", vote("adopted")),
    ("Report de", vote("postponed")),
    ("Rejet de", vote("rejected")),
)
NOUNS_FR = (
    "la convention de partenariat avec {w}",
    "la programmation de l'excédent {l}",
    "la modification du règlement intérieur",
    "la création d'une commission d'enquête sur le {o}",
    "la cession d'une parcelle au {a}",
    "l'arrêté fiscal",
    "l'avenant au contrat de gestion déléguée",
    "la dénomination des rues du {a}",
    "l'octroi d'une subvention de {m} à {w}",
)


def verb_first_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    titles, amounts = [], []
    for template in r.sample(NOUNS_FR, r.randrange(3, 6)):
        title, values = fill(r, template, year, language="fr")
        titles.append(title)
        amounts += values
    chosen = outcomes(r, VERBS_FR, len(titles))
    body = ["<ul>" + "".join(f"<li>{w} {t} ;</li>" for t, (w, _) in zip(titles, chosen, strict=True)) + "</ul>"]
    lead = f"Au cours de sa session ordinaire du mois {of_month(month)} {year}, tenue {day_fr(r, day)}, le {council} a pris les décisions suivantes :"
    page = Page(
        f"Session ordinaire {of_month(month)} {year} : décisions",
        [p(lead), *body],
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return about(page, place, year, month, day)


def extraordinary(r: Random) -> Page:
    place = some_council(r)
    year, month = r.randrange(2017, 2026), r.randrange(1, 13)
    day = working_day(r, year, month)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 1, 3)
    chosen = outcomes(r, VOTES_AR[:12], len(titles))
    count = "نقطة فريدة" if len(titles) == 1 else AR_COUNTS[len(titles)]
    lead = r.choice(
        (
            f"عقد {council} {day_ar(r, day, weekday=True)} دورة استثنائية، تضمن جدول أعمالها {count}:",
            f"التأم {council} في دورة استثنائية {day_ar(r, day, weekday=True)} بطلب من الرئيس، وقد خصصت لدراسة {count}:",
        )
    )
    body = [
        x
        for m, t, (w, _) in zip(marks_ar(r, len(titles)), titles, chosen, strict=True)
        for x in (p(f"{m}{t}"), p(f"{w}."))
    ]
    page = Page(
        r.choice((f"دورة استثنائية {for_(council)}", f"{council} يعقد دورة استثنائية ({name} {year})")),
        wrapped(r, [p(lead), *body], "held"),
        "session_report",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return show_date(r, about(page, place, year, month, day, "extraordinary"), day, 0, 5)


def relative(r: Random) -> Page:
    """The day of the session is said in relation to the page's own date."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    back = r.randrange(2)
    named = AR_DAYS[day.weekday()]
    when = (
        r.choice((f"اليوم {named}", f"يومه {named}")) if back == 0 else r.choice((f"أمس {named}", f"يوم أمس {named}"))
    )
    titles, amounts = points(r, year, 2, 4)
    body = [
        p(f"عقد {council}، {when}، الدورة العادية لشهر {name} {year} بحضور ممثل السلطة المحلية."),
        p("وتضمن جدول الأعمال ما يلي:"),
        *[p(f"{i}- {t}") for i, t in enumerate(titles, 1)],
    ]
    page = Page(
        f"انعقاد دورة {name}",
        body,
        "session_report",
        publisher=place.id,
        published=day + dt.timedelta(days=back),
        agenda=titles,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.date("published", day + dt.timedelta(days=back))
    return about(page, place, year, month, day)


def two_sittings(r: Random) -> Page:
    """Two sittings of one session: the session begins on the first day."""
    place = some_council(r)
    year, month = r.randrange(2018, 2026), r.choice(LEGAL_MONTHS[place.level])
    first = working_day(r, year, month, 14)
    second = first + dt.timedelta(days=7)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 4, 6)
    half = len(titles) // 2
    body = [
        p(f"عقد {council} الدورة العادية لشهر {name} {year} على مدى جلستين."),
        p(f"الجلسة الأولى: {day_ar(r, first, weekday=True)}"),
        *[p(f"{i}- {t}") for i, t in enumerate(titles[:half], 1)],
        p(f"الجلسة الثانية: {day_ar(r, second, weekday=True)}"),
        *[p(f"{i}- {t}") for i, t in enumerate(titles[half:], half + 1)],
    ]
    page = Page(
        f"الدورة العادية لشهر {name} {year} {for_(council)}",
        body,
        "session_report",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        collectivities=[place.id],
    )
    return about(page, place, year, month, first)


def minutes_ar(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 2, 5)
    chosen = [r.choice([v for v in VOTES_AR if v[1] is not None]) for _ in titles]
    body = [
        p(f"في {day_ar(r, day, weekday=True)} {time_ar(r)} اجتمع {council} في إطار الدورة العادية لشهر {name} {year}."),
        p(
            f"عدد الأعضاء المزاولين مهامهم: 27. عدد الأعضاء الحاضرين: {r.randrange(15, 26)}. عدد الأعضاء الغائبين بعذر: 2."
        ),
        p("جدول الأعمال:"),
        *[p(f"{i}- {t}") for i, t in enumerate(titles, 1)],
        p("وبعد افتتاح الجلسة تلا كاتب المجلس جدول الأعمال، ثم انتقل المجلس إلى المناقشة."),
    ]
    for i, (t, (w, _)) in enumerate(zip(titles, chosen, strict=True), 1):
        body += [
            p(f"<u>النقطة {AR_ORDINALS[i - 1]}: {t}</u>"),
            p(
                r.choice(
                    (
                        "تناول الكلمة عدد من الأعضاء للاستفسار عن جوانب الموضوع.",
                        "فتح باب المناقشة ولم يتدخل أحد.",
                        "قدم رئيس اللجنة تقريره.",
                    )
                )
            ),
            p(f"{r.choice(('وعند عرضها على التصويت', 'وبعد التصويت العلني', 'قرر المجلس'))}: {w}."),
        ]
    page = Page(
        r.choice(
            (f"محضر الدورة العادية لشهر {name} {year}", f"محضر اجتماع {council} في دورته العادية لشهر {name} {year}")
        ),
        body,
        "minutes",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return about(page, place, year, month, day)


def minutes_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    titles, amounts = points(r, year, 2, 5, "fr")
    chosen = [r.choice([v for v in VOTES_FR if v[1] is not None]) for _ in titles]
    body = [
        p(
            f"Le {council} a tenu {day_fr(r, day)} sa session ordinaire du mois {of_month(month)} {year}, sous la présidence de son président. Présents : {r.randrange(14, 26)} ; absents excusés : 3."
        ),
    ]
    for i, (t, (w, _)) in enumerate(zip(titles, chosen, strict=True), 1):
        body += [
            p(f"<b>Point n° {i} :</b> {t}"),
            p("Plusieurs membres sont intervenus."),
            p(f"Mis aux voix, {w}." if w[0] != "l" else f"{w.capitalize()}."),
        ]
    page = Page(
        f"Procès-verbal de la session ordinaire du mois {of_month(month)} {year}",
        body,
        "minutes",
        language="fr",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return about(page, place, year, month, day)


def decisions(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    titles, amounts = points(r, year, 2, 6)
    chosen = outcomes(r, VOTES_AR[:27], len(titles))
    first = r.randrange(1, 70)
    form = r.randrange(3)
    pairs = list(enumerate(zip(titles, (w for w, _ in chosen), strict=True)))
    if form == 0:
        body = [p(f"مقرر رقم {first + i}/{year}: {t}. {w}.") for i, (t, w) in pairs]
    elif form == 1:
        body = [
            "<table><tr><th>رقم المقرر</th><th>موضوع المقرر</th><th>التصويت</th></tr>"
            + "".join(f"<tr><td>{first + i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in pairs)
            + "</table>"
        ]
    else:
        body = [x for i, (t, w) in pairs for x in (p(f"المقرر عدد {first + i}: {t}"), p(f"{w}."))]
    lead = r.choice(
        (
            f"مقررات {council} المتخذة خلال الدورة العادية لشهر {name} {year} المنعقدة {day_ar(r, day, weekday=True)}:",
            f"لائحة المقررات الصادرة عن {council} في دورته العادية لشهر {name} {year} ({day_ar(r, day, weekday=True)}):",
        )
    )
    page = Page(
        r.choice((f"مقررات الدورة العادية لشهر {name} {year}", f"ملخص مقررات دورة {name} {year}")),
        [p(lead), *body],
        "decision_list",
        publisher=place.id,
        agenda=titles,
        amounts=amounts,
        votes=votes_of(chosen),
        collectivities=[place.id],
    )
    return about(page, place, year, month, day)


def another_council(r: Random) -> Page:
    """The site of one council reports the session of another."""
    host = PLACES[r.choice(("ct-a104", "ct-a116", "ct-a110"))]
    acting = r.choice([x for x in PLACES.values() if x.level == "region"])
    year, month, day = term(r, acting)
    name = AR_MONTHS[month - 1]
    body = [
        p(
            f"شارك رئيس جماعة {host.ar} {day_ar(r, day, weekday=True)} في أشغال الدورة العادية لشهر {name} {year} التي عقدها مجلس جهة {acting.ar}."
        ),
        p("وقد عبر في كلمته عن تثمينه لمشاريع الجهة."),
    ]
    return about(
        Page(
            "رئيس الجماعة يحضر أشغال دورة مجلس الجهة",
            body,
            "session_report",
            publisher=host.id,
            collectivities=[host.id, acting.id],
        ),
        acting,
        year,
        month,
        day,
    )


# --- other kinds ---------------------------------------------------------------------------------------------------------------------------------------


def one(kind: str, role: str, titles: tuple[str, ...], texts: tuple[str, ...], *, language: str = "ar") -> Core:
    """A page of one date, one sum at most."""

    def core(r: Random) -> Page:
        place = some_council(r)
        day = working_day(r, r.randrange(2018, 2026), r.randrange(1, 13))
        early = day - dt.timedelta(days=r.randrange(10, 25))
        ar = language == "ar"
        text = r.choice(texts)
        words, value = r.choice(SUMS_AR if ar else SUMS_FR)
        number = f"{r.randrange(1, 60):02d}/{day.year}"
        council = (council_ar if ar else council_fr)(r, place)
        write = (lambda d: day_ar(r, d, weekday=True)) if ar else (lambda d: day_fr(r, d))
        bank = {
            "c": council,
            "d": write(day),
            "e": write(early),
            "m": words,
            "n": number,
            "o": r.choice(OBJECTS_AR if ar else OBJECTS_FR),
            "a": r.choice(PLACES_AR if ar else PLACES_FR),
            "w": r.choice(PARTNERS_AR if ar else PARTNERS_FR),
            "k": r.randrange(110, 480),
        }
        page = Page(
            r.choice(titles).format(**bank),
            wrapped(r, [p(x) for x in correct(text.format(**bank)).split("\n")], "other" if ar else "fr other"),
            kind,
            language=language,
            publisher=place.id,
            amounts=[value] if "{m}" in text else [],
            collectivities=[place.id],
        )
        page.date(role, day)
        return page

    return core


bureau = one(
    "bureau_meeting",
    "event",
    ("اجتماع مكتب المجلس", "مكتب المجلس يعقد اجتماعه الدوري", "لقاء عمل لأعضاء المكتب المسير"),
    (
        "انعقد {d} اجتماع مكتب {c} خصص لتدارس جدول أعمال الدورة المقبلة.\nوتطرق الحاضرون إلى وضعية المشاريع الجارية.",
        "ترأس رئيس {c} {d} اجتماعا لمكتب المجلس، تم خلاله التداول في عدد من القضايا التدبيرية.",
        "بمقر {c} عقد المكتب المسير {d} اجتماعه الأسبوعي، وتدارس خلاله ملف {o}.",
    ),
)
committee = one(
    "committee_meeting",
    "event",
    ("اجتماع لجنة الميزانية", "لجنة التعمير تجتمع", "اجتماع اللجان الدائمة"),
    (
        "اجتمعت لجنة الميزانية والشؤون المالية والبرمجة المنبثقة عن {c} {d} لدراسة مشروع الميزانية.",
        "عقدت لجنة التعمير وإعداد التراب والبيئة لدى {c} {d} اجتماعا لدراسة ملفات التعمير ب{a}.",
        "في إطار التحضير للدورة القادمة عقدت اللجنة المكلفة بالمرافق العمومية بمقر {c} {d} اجتماعا تدارست خلاله وضعية {o}.",
    ),
)
tender_ar = one(
    "tender",
    "deadline",
    ("إعلان عن طلب عروض مفتوح رقم {n}", "طلب عروض مفتوح بعروض أثمان عدد {n}"),
    (
        "في {d} على الساعة العاشرة صباحا، سيتم بمكتب رئيس {c} فتح الأظرفة المتعلقة بطلب العروض المفتوح رقم {n} لأجل أشغال تهيئة {o}.\nكلفة تقدير الأعمال محددة في مبلغ: {m}.\nالضمان المؤقت محدد في مبلغ 30.000,00 درهم.\nيمكن سحب ملف طلب العروض من المصلحة التقنية.",
        "يعلن رئيس {c} عن فتح أظرفة طلب العروض رقم {n} المتعلق ببناء {o} ب{a}، وذلك {d} على الساعة 11 صباحا.\nالكلفة التقديرية للأشغال: {m}.\nمبلغ الضمانة المؤقتة: 15.000 درهم.",
    ),
)
tender_fr = one(
    "tender",
    "deadline",
    ("Avis d'appel d'offres ouvert sur offres de prix n° {n}",),
    (
        "{d}, à 10 heures, il sera procédé dans les bureaux du {c} à l'ouverture des plis relatifs à l'appel d'offres n° {n} ayant pour objet la construction du {o}.\nL'estimation des coûts des prestations établie par le maître d'ouvrage est fixée à la somme de {m} TTC.\nLe cautionnement provisoire est fixé à la somme de 25.000,00 dirhams.",
    ),
    language="fr",
)
recruitment = one(
    "recruitment",
    "event",
    ("إعلان عن مباراة توظيف", "مباراة لتوظيف تقنيين", "إعلان عن إجراء مباراة"),
    (
        "ينظم {c} {d} مباراة لتوظيف أربعة تقنيين من الدرجة الثالثة.\nآخر أجل لإيداع ملفات الترشيح هو {e}.",
        "يعلن رئيس {c} أنه ستجرى {d} مباراة توظيف متصرف من الدرجة الثانية (منصب واحد).\nتودع الملفات بمكتب الضبط.",
    ),
)
signed = one(
    "agreement",
    "signed",
    ("توقيع اتفاقية شراكة", "مراسيم التوقيع على اتفاقية", "شراكة جديدة لفائدة الساكنة"),
    (
        "وقع رئيس {c} {d} اتفاقية شراكة مع {w} لإنجاز {o} بكلفة إجمالية قدرها {m}.",
        "جرى {d} بمقر {c} التوقيع على اتفاقية شراكة تجمع المجلس و{w}، تروم تأهيل {a} بغلاف مالي قدره {m}.",
        "تم {d} توقيع اتفاقية تعاون بين {c} و{w} بشأن {o}.",
    ),
)
signed_fr = one(
    "agreement",
    "signed",
    ("Convention de partenariat", "Signature d'une convention avec un partenaire"),
    (
        "Une convention de partenariat a été signée {d} entre le {c} et {w} pour la réalisation du {o}, pour un montant de {m}.",
        "Le président du {c} a procédé {d} à la signature d'une convention avec {w} relative au {o}.",
    ),
    language="fr",
)
petition = one(
    "petition",
    "event",
    ("إيداع عريضة لدى المجلس", "عريضة المواطنين حول المرافق", "تسلم عريضة"),
    (
        "تسلم رئيس {c} {d} عريضة موقعة من طرف {k} مواطنا ومواطنة تطالب بإدراج نقطة حول {o} في جدول الأعمال.",
        "أودع وكيل لائحة العريضة {d} لدى رئيس {c} عريضة تحمل {k} توقيعا حول {o}.",
    ),
)


def consultation(r: Random) -> Page:
    place = some_council(r)
    month = r.randrange(1, 13)
    first = working_day(r, r.randrange(2020, 2026), month, 12)
    last = first + dt.timedelta(days=r.randrange(7, 15))
    council = council_ar(r, place)
    name = AR_MONTHS[month - 1]
    span = r.choice(
        (
            f"من {first.day} إلى {last.day} {name} {first.year}",
            f"ابتداء من {day_ar(r, first, weekday=True)} وإلى غاية {day_ar(r, last, weekday=True)}",
            f"خلال الفترة الممتدة من {first:%d/%m/%Y} إلى {last:%d/%m/%Y}",
        )
    )
    text = r.choice(
        (
            f"يفتح {council} باب الاستشارة العمومية حول مشروع برنامج عمل الجماعة {span}.",
            f"في إطار إعداد برنامج الانفتاح، يطلق {council} استشارة عمومية إلكترونية {span}، ويدعو المواطنين إلى إبداء آرائهم.",
        )
    )
    page = Page(
        r.choice(("استشارة عمومية", "إطلاق استشارة عمومية حول برنامج العمل")),
        [p(text)],
        "consultation",
        publisher=place.id,
        collectivities=[place.id],
    )
    page.date("event", first)
    page.date("deadline", last)
    return page


ASSOCIATIONS = (
    "جمعية النهضة للثقافة والفنون",
    "جمعية الوفاق للتنمية",
    "نادي الشباب لألعاب القوى",
    "تعاونية الأركان النسائية",
    "جمعية ذوي الاحتياجات الخاصة",
    "نادي الأمل للشطرنج",
    "جمعية مهرجان الفروسية",
)


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2026)
    names = r.sample(ASSOCIATIONS, r.randrange(2, 6))
    sums = [r.choice((15, 20, 35, 50, 75, 120)) * 1000 for _ in names]
    council = council_ar(r, place)
    dotted = [f"{s // 1000}.000,00" for s in sums]
    if r.random() < 0.6:
        unit = r.random() < 0.5
        rows = "".join(
            f"<tr><td>{i}</td><td>{n}</td><td>{s}{' درهم' if unit else ''}</td></tr>"
            for i, (n, s) in enumerate(zip(names, dotted, strict=True), 1)
        )
        if r.random() < 0.4:
            rows += f"<tr><td></td><td>المجموع</td><td>{sum(sums) // 1000}.000,00{' درهم' if unit else ''}</td></tr>"
        body = [
            f"<table><tr><th>ر.ت</th><th>اسم الجمعية</th><th>{'مبلغ الدعم' if unit else 'مبلغ الدعم بالدرهم'}</th></tr>{rows}</table>"
        ]
    else:
        body = ["<ul>" + "".join(f"<li>{n}: {s} درهم</li>" for n, s in zip(names, dotted, strict=True)) + "</ul>"]
    return Page(
        r.choice((f"لائحة الجمعيات المستفيدة من الدعم برسم سنة {year}", f"دعم الجمعيات – سنة {year}")),
        [p(f"لائحة الجمعيات المستفيدة من دعم {council} برسم سنة {year}:"), *body],
        "grants",
        publisher=place.id,
        amounts=[str(s) for s in sums],
        collectivities=[place.id],
    )


# --- nothing -------------------------------------------------------------------------------------------------------------------------------------------

EMPTY_AR = (
    (
        "المصادقة على الإمضاءات",
        "تستقبل مصلحة المصادقة على الإمضاءات ومطابقة النسخ للأصل المواطنين من الثامنة والنصف صباحا، ويؤدى رسم قدره درهمان عن كل نسخة.",
    ),
    (
        "كيف تشارك في طلبات العروض",
        "يوضح هذا الدليل للمقاولات كيفية سحب ملفات طلبات العروض وتكوين الملف الإداري والتقني.",
    ),
    (
        "اتفاقية حقوق الطفل",
        "تنص الاتفاقية الدولية لحقوق الطفل، التي صادق عليها المغرب سنة 1993، على حق كل طفل في التعليم.",
    ),
    (
        "دليل العرائض",
        "يمكن للمواطنين تقديم عرائض إلى مجلس الجماعة إذا استوفت 100 توقيع في الجماعات التي يقل عدد سكانها عن 35000 نسمة.",
    ),
    (
        "نبذة تاريخية",
        "أحدثت الجماعة بموجب التقسيم الترابي لسنة 1992، وتمتد على مساحة 340 كيلومترا مربعا ويبلغ عدد سكانها 21450 نسمة.",
    ),
    (
        "مرحبا بكم",
        "مرحبا بكم في البوابة الرسمية، التي نضعها رهن إشارتكم ترسيخا لمبادئ القرب والشفافية والتواصل مع الساكنة.",
    ),
    ("نشرة إنذارية", "يرتقب أن تشهد المنطقة أمطارا رعدية ورياحا قوية، وتدعو المصالح المختصة إلى توخي الحيطة والحذر."),
    (
        "خدمة الحالة المدنية",
        "تسلم نسخ عقود الولادة داخل أجل 24 ساعة مقابل رسم قدره 2 درهم، ويمكن طلبها عبر البوابة الإلكترونية.",
    ),
    ("برنامج النقل الحضري", "تنطلق الحافلة رقم 7 من المحطة كل 20 دقيقة ابتداء من السادسة صباحا، وثمن التذكرة 4 دراهم."),
    ("المهرجان في سطور", "يعتبر المهرجان، الذي بلغ دورته الثامنة عشرة، ملتقى لعشاق الفروسية التقليدية بالمنطقة."),
    (
        "ما الذي يتداول فيه المجلس",
        "يتداول المجلس في الميزانية وبرنامج العمل واتفاقيات التعاون والشراكة، ويصوت على المقررات بالأغلبية المطلقة للأصوات المعبر عنها.",
    ),
    (
        "الشرطة الإدارية الجماعية",
        "تسهر الشرطة الإدارية على تطبيق القرارات التنظيمية في مجالات الوقاية الصحية والنظافة والسكينة العمومية.",
    ),
    ("طلب رخصة بناء", "يودع طلب الرخصة مرفقا بالتصاميم ونسخة من شهادة الملكية، ويتم البت فيه داخل أجل 30 يوما."),
    ("نتائج البطولة المحلية", "فاز فريق حي الأمل على فريق المسيرة بثلاثة أهداف مقابل هدف واحد في نصف النهائي."),
    ("سياسة الخصوصية", "لا يجمع الموقع معطيات شخصية دون موافقة الزائر، وذلك وفقا للقانون رقم 09.08."),
    (
        "حماية المعطيات",
        "صدر القانون 31.13 بتنفيذه الظهير الشريف رقم 1.18.15 بتاريخ 22 فبراير 2018، ويضمن حق الحصول على المعلومات.",
    ),
    (
        "الولوج إلى الأرشيف",
        "يمكن للباحثين الاطلاع على الأرشيف التاريخي للجماعة بعد تقديم طلب كتابي إلى المصلحة المختصة.",
    ),
    (
        "النفايات المنزلية",
        "تمر شاحنات الجمع يوميا ابتداء من الساعة التاسعة ليلا، والمرجو إخراج الأكياس في الوقت المحدد.",
    ),
    ("قريبا", "الصفحة في طور الإنجاز."),
    ("دليل الجمعيات", "يمكن للجمعيات تحميل نموذج طلب الدعم، وتدرس الملفات لجنة مختصة وفق معايير معلنة."),
    ("المكتبة البلدية", "تضم المكتبة 12000 كتاب، وتفتح أبوابها طيلة أيام الأسبوع ما عدا الأحد."),
    ("إرشادات السلامة", "ينصح بعدم السباحة في السدود والوديان حفاظا على سلامتكم."),
    ("تعزية", "ببالغ الحزن تلقينا نبأ وفاة أحد الموظفين المتقاعدين، تغمده الله بواسع رحمته."),
    (
        "نظام الجلسات",
        "تكون جلسات المجلس مفتوحة للعموم، ويتولى الرئيس النظام داخلها، ويحق له أن يأمر بإخراج كل شخص يخل به.",
    ),
)
EMPTY_FR = (
    (
        "Légalisation de signature",
        "Le service de légalisation est ouvert du lundi au vendredi ; un droit de 2 dirhams est perçu par document.",
    ),
    (
        "Soumissionner à un appel d'offres",
        "Ce guide rappelle aux entreprises comment retirer un dossier d'appel d'offres et constituer leur dossier technique.",
    ),
    ("Présentation", "La commune s'étend sur 340 km² et compte 21 450 habitants selon le dernier recensement."),
    (
        "Mentions légales",
        "Les contenus du site sont protégés ; toute reproduction est soumise à autorisation préalable.",
    ),
    (
        "Bienvenue",
        "Bienvenue sur le portail officiel de notre commune, conçu pour rapprocher l'administration des citoyens.",
    ),
    (
        "Demander un permis d'habiter",
        "La demande est déposée au guichet unique accompagnée du certificat de conformité ; la réponse intervient sous quinze jours.",
    ),
    ("Lignes de bus", "La ligne 7 circule toutes les vingt minutes de 6h à 22h ; le ticket coûte 4 dirhams."),
    (
        "La bibliothèque municipale",
        "Le fonds compte 12 000 ouvrages ; l'inscription annuelle est gratuite pour les élèves.",
    ),
    ("Festival", "Le festival, dont la 18e édition a réuni des milliers de spectateurs, met à l'honneur la fantasia."),
    (
        "Attributions du conseil",
        "Le conseil délibère sur le budget, les conventions de coopération et le programme d'action, à la majorité absolue des suffrages exprimés.",
    ),
    (
        "Droit de pétition",
        "Une pétition doit être signée par au moins 100 citoyens dans les communes de moins de 35 000 habitants.",
    ),
    ("Météo", "Des averses orageuses sont attendues ; la prudence est recommandée aux usagers de la route."),
    (
        "Loi 31-13",
        "La loi n° 31-13, promulguée par le dahir n° 1-18-15 du 22 février 2018, garantit le droit d'accès à l'information.",
    ),
    ("En construction", "Cette rubrique sera bientôt disponible."),
    ("Tri des déchets", "Les bacs sont relevés chaque soir à partir de 21 heures."),
    (
        "Convention internationale",
        "La Convention relative aux droits de l'enfant, ratifiée par le Maroc en 1993, protège le droit à l'éducation.",
    ),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.6 else "fr"
    bank = EMPTY_AR if language == "ar" else EMPTY_FR
    chosen = r.sample(bank, r.choices((1, 2, 3), (5, 3, 2))[0])
    return Page(
        chosen[0][0],
        [p(text) for _, text in chosen],
        "other",
        language=language,
        publisher=some_council(r).id,
        is_empty=True,
        collectivities=None,
    )


CORES: tuple[tuple[Core, int], ...] = (
    (announcement_ar, 66), (announcement_fr, 30), (with_subpoints, 15), (report_ar, 120), (verb_first, 36), (grouped, 36), (at_once, 36), (report_fr, 60), (verb_first_fr, 18),
    (extraordinary, 30), (relative, 18), (two_sittings, 15), (minutes_ar, 24), (minutes_fr, 15), (decisions, 36), (another_council, 15), (bureau, 27), (committee, 27), (tender_ar, 27), (tender_fr, 15),
    (recruitment, 27), (signed, 30), (signed_fr, 15), (petition, 27), (consultation, 30), (grants, 30), (empty, 330),
)  # fmt: skip
