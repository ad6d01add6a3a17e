"""Cores that were opened once for a figure (docs/accuracy.md) and may be looked at since, nearer to the traps that real pages hold: late points, points that keep their first numbers, points broken
across lines, sub-points, votes said in passing, a year that only the page's date gives, sessions of others, words for sessions that are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.accuracy.world import (
    AR_MONTHS,
    FR_DAYS,
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
    law_reference,
    p,
    some_council,
    working_day,
)

Core = Callable[[Random], Page]

WORKS = (
    "الملعب البلدي",
    "شارع الجيش الملكي",
    "مدخل المدينة",
    "المقبرة الجديدة",
    "سوق الجملة",
    "قاعة متعددة الوسائط",
    "مستوصف القرب",
    "ساحة المسيرة",
)
GROUPS = (
    "جمعية السقاية للتراث",
    "الجمعية الرياضية للكرة الحديدية",
    "ودادية الموظفين",
    "فيدرالية جمعيات الأحياء",
    "تعاونية العسل الجبلي",
    "منتدى الشباب المبادر",
)
PARTIES = ("مجلس العمالة", "وزارة الشباب", "صندوق التنمية القروية", "العمران", "مؤسسة التعاون", "الوكالة الحضرية")
MONEY: tuple[tuple[str, str], ...] = (
    ("406 مليون و 362 ألف درهم", "406362000"),
    ("2.006.244,54 درهم", "2006244.54"),
    ("11.5 مليار سنتيم", "115000000"),
    ("250 مليون سنتيم", "2500000"),
    ("1.500.000,00 درهم", "1500000"),
    ("سبعمائة ألف درهم", "700000"),
    ("ثلاثة ملايين درهم", "3000000"),
    ("85.000 درهم", "85000"),
    ("4,2 مليون درهم", "4200000"),
    ("120.000,00DH", "120000"),
    ("9 ملايين و 500 ألف درهم", "9500000"),
    ("1 250 000 درهم", "1250000"),
    ("خمسين ألف درهم", "50000"),
    ("640 الف درهم", "640000"),
)


def money(r: Random) -> tuple[str, list[str]]:
    words, value = r.choice(MONEY)
    return words, [str(Decimal(value))]


def point(r: Random, year: int) -> tuple[str, list[str]]:
    form = r.randrange(17)
    if form == 0:
        return f"مناقشة مشروع ميزانية {year + 1} والمصادقة عليه", []
    if form == 1:
        return f"المصادقة على برمجة فائض ميزانية {year - 1}", []
    if form == 2:
        return f"إبرام اتفاقية تعاون وشراكة مع {r.choice(GROUPS)} حول تنشيط {r.choice(WORKS)}", []
    if form == 3:
        return f"المصادقة على كناش تحملات كراء {r.choice(WORKS)} عن طريق المزاد", []
    if form == 4:
        return "تحديد سعر الرسم المفروض على الأراضي الحضرية غير المبنية", []
    if form == 5:
        return "الموافقة على تصميم التهيئة في صيغته المعدلة", []
    if form == 6:
        return (
            f"تغيير تخصيص العقار ذي الرسم عدد {r.randrange(100, 9999)}/{r.randrange(10, 80)} من مساحة خضراء إلى مرفق عمومي",
            [],
        )
    if form == 7:
        return f"صيانة الطريق الوطنية رقم {r.randrange(1, 30)} داخل المدار الحضري", []
    if form == 8:
        words, values = money(r)
        return f"منحة سنوية قدرها {words} لفائدة {r.choice(GROUPS)}", values
    if form == 9:
        words, values = money(r)
        return (
            f"الدراسة والمصادقة على اتفاقية شراكة مع {r.choice(PARTIES)} لتأهيل {r.choice(WORKS)} بتكلفة {words}",
            values,
        )
    if form == 10:
        words, values = money(r)
        return f"تحويل مبلغ {words} من فصل إلى فصل بميزانية التجهيز", values
    if form == 11:
        return f"انتداب من يمثل الجماعة في {r.choice(('مجموعة الجماعات', 'شركة التنمية', 'لجنة القيادة'))}", []
    if form == 12:
        return f"تعديل المقرر عدد {r.randrange(1, 90)} الصادر في الدورة السابقة بشأن {r.choice(WORKS)}", []
    if form == 13:
        return "تقديم تقرير عن نشاط الرئيس بين الدورتين", []
    if form == 14:
        return "مداولة حول الدخول المدرسي والنقل المدرسي", []
    if form == 15:
        return f"إعادة هيكلة حي {r.choice(('الربيع', 'الأمل', 'الوفاق'))} وربطه بشبكة التطهير السائل", []
    return "ملتمس يرفع إلى القطاعات الحكومية المعنية بشأن الجفاف", []


def points(r: Random, year: int, low: int = 2, high: int = 8) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        text, values = point(r, year)
        found[text] = values
    return list(found), [v for values in found.values() for v in values]


VOTES_AR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("تمت المصادقة عليها بإجماع الأعضاء", {"result": "adopted", "unanimous": True}),
    ("مصادقة بالإجماع", {"result": "adopted", "unanimous": True}),
    ("تم التصويت عليها بالإجماع", {"result": "adopted", "unanimous": True}),
    ("صادق عليها الحاضرون بالأغلبية مع امتناع مستشارين", {"result": "adopted", "unanimous": False}),
    ("تمت المصادقة عليها ب22 صوتا", {"result": "adopted", "unanimous": False, "for": 22}),
    ("صودق عليها بأغلبية 32 صوتا مقابل 6 أصوات", {"result": "adopted", "unanimous": False, "for": 32, "against": 6}),
    ("نالت موافقة أغلبية الأعضاء", {"result": "adopted", "unanimous": False}),
    ("قرر المجلس تأجيلها", {"result": "postponed", "unanimous": False}),
    ("تم ترحيلها إلى الدورة المقبلة", {"result": "postponed", "unanimous": False}),
    ("تم سحبها من جدول الأعمال", None),
    ("رفضت بالإجماع", {"result": "rejected", "unanimous": True}),
    ("تمت مناقشتها دون تصويت", None),
)


def term(r: Random, place: Place) -> tuple[int, int, dt.date]:
    year = r.randrange(2016, 2027)
    month = r.choice(LEGAL_MONTHS[place.level])
    return year, month, working_day(r, year, month)


def of(place: Place, kind: str, year: int | None, month: int | None, number: int | None = None) -> dict[str, object]:
    return {"collectivity": place.id, "kind": kind, "year": year, "month": month, "number": number}


def listing(r: Random, items: list[str]) -> list[str]:
    form = r.randrange(7)
    if form == 0:
        return [p(f"🔹 {t}") for t in items]
    if form == 1:
        return [p("<br>".join(f"{i}.{t}" for i, t in enumerate(items, 1)))]
    if form == 2:
        # A long point is broken over two lines.
        return [
            p(
                "<br>".join(
                    f"{i}- {t}"
                    if len(t) < 60
                    else f"{i}- {t[: t.rindex(' ', 0, 50)]}<br>{t[t.rindex(' ', 0, 50) + 1 :]}"
                    for i, t in enumerate(items, 1)
                )
            )
        ]
    if form == 3:
        return ["<ol>" + "".join(f"<li><strong>{t}</strong> ؛</li>" for t in items) + "</ol>"]
    if form == 4:
        return [p(f"{i} ـ {t} .") for i, t in enumerate(items, 1)]
    if form == 5:
        return [p(f"النقطة رقم {i}: {t}") for i, t in enumerate(items, 1)]
    return ["<ul>" + "".join(f"<li>{i}) {t}</li>" for i, t in enumerate(items, 1)) + "</ul>"]


def announcement(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year)
    title = r.choice(
        (f"الدورة العادية {name} {year}", f"إخبار: دورة {name} {year}", f"{council}: جدول أعمال دورة {name} {year}")
    )
    lead = r.choice(
        (
            f"في إطار أشغال الدورة العادية لشهر {name} {year}، يعقد {council} جلسته الأولى {day_ar(r, day)}، وذلك من أجل التداول في النقط الآتية:",
            f"عملا بأحكام {law_reference(place)}، تقرر عقد الدورة العادية {for_(council)} برسم شهر {name} {year} {day_ar(r, day)}. وفيما يلي جدول الأعمال:",
            f"ينهي رئيس {council} إلى علم كافة المواطنات والمواطنين أن الدورة العادية لشهر {name} {year} ستفتتح {day_ar(r, day)} بجدول أعمال يتضمن النقط التالية:",
        )
    )
    page = Page(
        title,
        [p(lead), *listing(r, items)],
        "session_announcement",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def late_point(r: Random) -> Page:
    """A point added late, after the others."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 3, 6)
    body = [p(f"يجتمع {council} {day_ar(r, day)} في دورته العادية لشهر {name} {year} للتداول في النقط التالية:")]
    body += [p(f"{i}- {t}") for i, t in enumerate(items, 1)]
    page = Page(
        f"جدول أعمال دورة {name} {year} ونقطة استدراكية",
        body,
        "session_announcement",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def extraordinary(r: Random) -> Page:
    place = some_council(r)
    year, month = r.randrange(2016, 2027), r.randrange(1, 13)
    day = working_day(r, year, month)
    council = council_ar(r, place)
    items, amounts = points(r, year, 1, 3)
    words = "نقطة فريدة" if len(items) == 1 else "نقطتين"
    lead = f"انعقدت {day_ar(r, day, weekday=True)} الدورة الاستثنائية {for_(council)} لتدارس {words} في جدول الأعمال:"
    outcome = "وقد صادق المجلس عليها بالإجماع." if len(items) == 1 else "وتمت المصادقة على النقطتين بالإجماع."
    page = Page(
        f"دورة استثنائية {for_(council)}",
        [p(lead), *[p(f"{i}- {t}") for i, t in enumerate(items, 1)], p(outcome)],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    page.sessions.append(of(place, "extraordinary", year, month))
    page.date("session", day)
    return page


def report(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year)
    chosen = [r.choice(VOTES_AR) for _ in items]
    title = r.choice(
        (
            f"ملخص أشغال الدورة العادية لشهر {name} {year}",
            f"{council} في دورته العادية لشهر {name} {year}: المصادقة على عدد من النقط",
            f"قرارات دورة {name} {year}",
        )
    )
    lead = r.choice(
        (
            f"انعقدت أشغال الدورة العادية لشهر {name} {year} {for_(council)} {day_ar(r, day)} بحضور الأغلبية المطلقة للأعضاء، وأسفرت عن ما يلي:",
            f"{council} يواصل انفتاحه: ففي {day_ar(r, day, weekday=True)} التأم أعضاؤه في الدورة العادية لشهر {name} {year}، وكانت نتائج التصويت كالآتي:",
        )
    )
    form = r.randrange(5)
    pairs = list(zip(items, (w for w, _ in chosen), strict=True))
    if form == 0:
        body = [p(f"{i}- {t}، {w} ؛") for i, (t, w) in enumerate(pairs, 1)]
    elif form == 1:
        body = [x for i, (t, w) in enumerate(pairs, 1) for x in (p(f"{i}- {t}"), p(f"• {w}"))]
    elif form == 2:
        rows = "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in enumerate(pairs, 1))
        body = [f"<table>{rows}</table>"]
    elif form == 3:
        rows = "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in enumerate(pairs, 1))
        body = [f"<table><tr><td>ر.ت</td><td>نص النقطة</td><td>نتيجة التصويت</td></tr>{rows}</table>"]
    else:
        body = [p("<br>".join(f"★ {t} : {w}" for t, w in pairs))]
    page = Page(
        title,
        [p(lead), *body],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def kept_numbers(r: Random) -> Page:
    """A list of approved points that keep the numbers they had on the agenda: it begins at two and skips."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 3, 6)
    numbers = sorted(r.sample(range(2, 9), len(items)))
    body = [
        p(f"صادق {council} خلال دورته العادية لشهر {name} {year} المنعقدة {day_ar(r, day)} بالإجماع على النقط التالية:")
    ]
    body += [p(f"{n}- {t}") for n, t in zip(numbers, items, strict=True)]
    page = Page(
        f"النقط المصادق عليها في دورة {name} {year}",
        body,
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def sub_points(r: Random) -> Page:
    """Points with parts: the parts are no points."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 5)
    body = [p(f"تضمن جدول أعمال الدورة العادية لشهر {name} {year} التي عقدها {council} {day_ar(r, day)} ما يلي:")]
    for i, t in enumerate(items, 1):
        body.append(p(f"{i}- {t}:"))
        body += [p("أ- من حيث المبدأ"), p("ب- من حيث التمويل")]
    body.append(p("ووافق المجلس بالإجماع على جميع هذه النقط."))
    page = Page(
        f"دورة {name} {year}",
        body,
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def second_sitting(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 5)
    lead = f"واصل {council} {day_ar(r, day)} أشغال دورته العادية لشهر {name} {year} في جلستها الثانية، حيث تمت دراسة النقط التالية:"
    page = Page(
        f"الجلسة الثانية من الدورة العادية لشهر {name} {year}",
        [p(lead), *[p(f"{i}/ {t}") for i, t in enumerate(items, 1)]],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def year_of_the_page(r: Random) -> Page:
    """The year stands in the page's own date alone."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 5)
    lead = f"عقد {council} دورته العادية لشهر {name} بقاعة الاجتماعات، وتداول في النقط التالية:"
    page = Page(
        f"{council} يعقد دورته العادية لشهر {name}",
        [p(lead), *[p(f"{i}- {t}") for i, t in enumerate(items, 1)]],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.published = day + dt.timedelta(days=1)
    page.date("published", page.published)
    return page


def report_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council = council_fr(r, place)
    bank = (
        f"Discussion et adoption du projet de budget {year + 1}",
        f"Emploi de l'excédent de l'exercice {year - 1}",
        "Cahier des charges de la location du souk par adjudication",
        "Tarif de la taxe sur les terrains urbains non bâtis",
        "Projet de plan d'aménagement dans sa version modifiée",
        "Entretien de la route nationale n° 9 dans le périmètre urbain",
        "Rapport du président entre les deux sessions",
        "Situation du transport scolaire",
    )
    items = r.sample(bank, r.randrange(2, 6))
    of_ = "d'" if FR_MONTHS[month - 1][0] in "ao" else "de "
    name = FR_MONTHS[month - 1]
    lead = r.choice(
        (
            f"Le {council} s'est réuni en session ordinaire {day_fr(r, day)}, au titre du mois {of_}{name} {year}. L'ordre du jour comportait {len(items)} points :",
            f"C'est {FR_DAYS[day.weekday()]} {day.day} {name} {year} que le {council} a tenu sa session ordinaire {of_}{name} {year}. Points examinés :",
        )
    )
    form = r.randrange(3)
    other = r.randrange(1, len(items) + 1)
    if form == 0:
        body = [p(f"{i}- {t}") for i, t in enumerate(items, 1)] + [
            p("Tous les points ont été approuvés à l'unanimité.")
        ]
        votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    elif form == 1:
        body = [p(f"{i}- {t}") for i, t in enumerate(items, 1)] + [
            p(f"Tous les points ont été adoptés à la majorité, à l'exception du point n° {other}, reporté.")
        ]
        votes = [
            {"item": i, "result": "postponed" if i == other else "adopted", "unanimous": False}
            for i in range(1, len(items) + 1)
        ]
    else:
        phrases = (
            ("voté à l'unanimité", {"result": "adopted", "unanimous": True}),
            ("approuvé à la majorité des voix exprimées", {"result": "adopted", "unanimous": False}),
            ("ajourné", {"result": "postponed", "unanimous": False}),
        )
        chosen = [r.choice(phrases) for _ in items]
        body = ["<ul>" + "".join(f"<li>{t} ({w})</li>" for t, (w, _) in zip(items, chosen, strict=True)) + "</ul>"]
        votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1)]
    page = Page(
        f"Session ordinaire {of_}{name} {year}",
        [p(lead), *body],
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=items,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def minutes(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 5)
    body = [
        p(
            f"بتاريخ {day:%d/%m/%Y} انعقدت الدورة العادية لشهر {name} {year} {for_(council)} تحت رئاسة رئيسه وبحضور 23 عضوا من أصل 31."
        )
    ]
    votes = []
    for i, t in enumerate(items, 1):
        words, vote = r.choice([v for v in VOTES_AR if v[1] is not None])
        body += [
            f"<h3>النقطة {('الأولى', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة')[i - 1]} : {t}</h3>",
            p("تدخل عدد من الأعضاء لتوضيح وجهات نظرهم."),
            p(f"نتيجة التصويت: {words}"),
        ]
        votes.append({"item": i, **(vote or {})})
    page = Page(
        f"محضر دورة {name} {year}",
        body,
        "minutes",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def decisions(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 6)
    first = r.randrange(1, 70)
    body = [p(f"لائحة المقررات الصادرة عن {council} في دورة {name} العادية لسنة {year} ({day:%d/%m/%Y})")]
    votes = []
    for i, t in enumerate(items):
        words, vote = r.choice(VOTES_AR[:6])
        body.append(p(f"المقرر رقم {first + i}/{year}: {t} ({words})"))
        votes.append({"item": i + 1, **(vote or {})})
    page = Page(
        f"لائحة مقررات دورة {name} {year}",
        body,
        "decision_list",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(of(place, "ordinary", year, month))
    page.date("session", day)
    return page


def bureau(r: Random) -> Page:
    place = some_council(r)
    day = term(r, place)[2]
    body = [
        p(
            f"عقد مكتب {council_ar(r, place)} {day_ar(r, day)} اجتماعه الدوري لتتبع الملفات الجارية، على أن تعرض خلاصاته في دورة قادمة."
        )
    ]
    page = Page("الاجتماع الدوري للمكتب", body, "bureau_meeting", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def committee(r: Random) -> Page:
    place = some_council(r)
    day = term(r, place)[2]
    what = r.choice(("لجنة الشؤون الثقافية والرياضية", "لجنة إعداد التراب والبيئة", "لجنة الميزانية"))
    body = [
        p(
            f"احتضن مقر {council_ar(r, place)} {day_ar(r, day)} اجتماع {what}، خصص لتهييء النقط التي ستعرض على أنظار الأعضاء."
        )
    ]
    page = Page(f"اجتماع {what}", body, "committee_meeting", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def tender(r: Random) -> Page:
    place = some_council(r)
    day = working_day(r, r.randrange(2018, 2027), r.randrange(1, 13))
    words, values = money(r)
    number = f"{r.randrange(1, 60):02d}/{day.year}/{r.choice(('BC', 'CT', 'INDH'))}"
    body = [
        p(
            f"طلب عروض مفتوح رقم {number}، صاحب المشروع: {council_ar(r, place)}، الموضوع: أشغال تأهيل {r.choice(WORKS)}."
        ),
        p(f"تاريخ وساعة فتح الأظرفة: {day_ar(r, day)} على الساعة 11 صباحا."),
        p(f"تقدير كلفة الأشغال: {words}."),
        p("الضمان المؤقت: 15.000,00 درهم."),
    ]
    page = Page(f"طلب عروض رقم {number}", body, "tender", publisher=place.id, amounts=values, collectivities=[place.id])
    page.date("deadline", day)
    return page


def recruitment(r: Random) -> Page:
    place = some_council(r)
    day = working_day(r, r.randrange(2018, 2027), r.randrange(1, 13))
    body = [
        p(
            f"سيجري {council_ar(r, place)} {day_ar(r, day)} مباراة توظيف متصرفين من الدرجة الثانية، وعلى الراغبين إيداع ملفاتهم بمكتب الضبط."
        )
    ]
    page = Page("مباراة توظيف متصرفين", body, "recruitment", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    rows, amounts = "", []
    for name in r.sample(GROUPS, r.randrange(2, 5)):
        value = r.choice((12, 18, 35, 55, 70)) * 1000
        rows += (
            f"<tr><td>{name}</td><td>{r.choice(('تنشيط', 'تجهيز', 'تسيير'))}</td><td>{value:,}.00 DH</td></tr>".replace(
                ",", " "
            )
        )
        amounts.append(str(value))
    body = [
        p(f"توزيع الدعم السنوي للجمعيات من طرف {council_ar(r, place)} ({year})"),
        f"<table><tr><th>الجمعية</th><th>المجال</th><th>المبلغ</th></tr>{rows}</table>",
    ]
    return Page(
        f"دعم الجمعيات لسنة {year}", body, "grants", publisher=place.id, amounts=amounts, collectivities=[place.id]
    )


def agreement(r: Random) -> Page:
    place = some_council(r)
    day = working_day(r, r.randrange(2016, 2027), r.randrange(1, 13))
    words, values = money(r)
    body = [
        p(
            f"{day_ar(r, day, weekday=True)}، وقع {council_ar(r, place)} اتفاقية إطار مع {r.choice(('وزارة الشباب', 'مؤسسة التعاون', 'الوكالة الحضرية'))} تهم تأهيل {r.choice(WORKS)} بميزانية {words}."
        )
    ]
    page = Page("اتفاقية إطار جديدة", body, "agreement", publisher=place.id, amounts=values, collectivities=[place.id])
    page.date("signed", day)
    return page


def petition(r: Random) -> Page:
    place = some_council(r)
    day = working_day(r, r.randrange(2017, 2027), r.randrange(1, 13))
    body = [
        p(
            f"تسلمت رئاسة {council_ar(r, place)} {day_ar(r, day)} عريضة وقعها {r.randrange(110, 390)} من سكان الأحياء المجاورة بخصوص {r.choice(WORKS)}."
        )
    ]
    page = Page("تسلم عريضة مواطنين", body, "petition", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def consultation(r: Random) -> Page:
    place = some_council(r)
    first = working_day(r, r.randrange(2022, 2027), r.randrange(1, 12), 13)
    last = first + dt.timedelta(days=r.randrange(7, 14))
    body = [
        p(
            f"تنطلق {day_ar(r, first, weekday=False)} الاستشارة العمومية التي يطلقها {council_ar(r, place)} حول مشاريع الانفتاح، وتستمر إلى {day_ar(r, last, weekday=False)}."
        )
    ]
    page = Page("انطلاق استشارة عمومية", body, "consultation", publisher=place.id, collectivities=[place.id])
    page.date("event", first)
    page.date("deadline", last)
    return page


def other_council(r: Random) -> Page:
    """A commune's site on the province's session, which its own president attends."""
    host, acting = PLACES["ct-a119"], r.choice([x for x in PLACES.values() if x.level in ("province", "region")])
    year, month, day = term(r, acting)
    name = AR_MONTHS[month - 1]
    body = [
        p(
            f"حضر رئيس مجلس جماعة {host.ar} {day_ar(r, day)} الدورة العادية لشهر {name} {year} التي عقدها {council_ar(r, acting)} بمقره."
        )
    ]
    page = Page(
        f"حضور أشغال دورة {name}", body, "session_report", publisher=host.id, collectivities=[acting.id, host.id]
    )
    page.sessions.append(of(acting, "ordinary", year, month))
    page.date("session", day)
    return page


EMPTY_AR = (
    (
        "المجلس الإداري للوكالة في دورته الثامنة عشرة",
        "تناول المجلس الإداري للوكالة في دورته الثامنة عشرة حصيلة العمل وآفاقه، ولم تصدر عنه قرارات تهم الجماعة.",
    ),
    (
        "مهرجان الفروسية في دورته الرابعة",
        "تستعد المدينة لاحتضان مهرجان الفروسية في دورته الرابعة، ودعت اللجنة المنظمة الساكنة إلى الحضور بكثافة.",
    ),
    (
        "شرح القرار الجبائي",
        "يحدد القرار الجبائي أسعار الرسوم: 15 درهما للمتر المربع بالنسبة للبناء، و50 درهما عن كل نسخة من التصاميم.",
    ),
    (
        "كيف تعد الميزانية؟",
        "تعد الميزانية على أساس برمجة تمتد لثلاث سنوات، وتعرض على المجلس للتصويت عليها في أجل أقصاه 15 نونبر من كل سنة.",
    ),
    ("الوداد الرياضي", "فاز الفريق المحلي على ضيفه بهدفين لصفر في مباراة حضرها جمهور غفير بالملعب."),
    ("دليل الخدمات", "يمكن أداء الرسوم عبر الأنترنت أو بالشباك، وتسلم الوصولات في الحين مقابل 2 درهم للطابع."),
    (
        "ظهير الجماعات",
        "صدر الظهير الشريف رقم 1.15.85 في 20 من رمضان 1436 (7 يوليوز 2015) بتنفيذ القانون التنظيمي رقم 113.14 المتعلق بالجماعات.",
    ),
    (
        "نصائح لمواجهة الحرارة",
        "ينصح بتفادي التعرض لأشعة الشمس بين الساعة 11 صباحا والساعة 4 زوالا، وبشرب كميات كافية من الماء.",
    ),
    (
        "المدينة في أرقام",
        "يبلغ عدد السكان 70000 نسمة موزعين على 12 حيا، وتتوفر المدينة على 6 مدارس و3 مستوصفات ومسبح واحد.",
    ),
    ("الأرشيف", "صور WhatsApp Image 2023 05 26 at 12.14.33 من الأنشطة المدرسية بالمركز."),
    (
        "تعريف باللجان الدائمة",
        "يحدث المجلس ثلاث لجان دائمة على الأقل وخمسا على الأكثر، تكلف بدراسة القضايا المعروضة عليه.",
    ),
)
EMPTY_FR = (
    (
        "Tarifs des services",
        "La légalisation coûte 2 dirhams par copie et l'attestation administrative 20 dirhams ; le paiement se fait au guichet.",
    ),
    (
        "La session d'été de l'école de musique",
        "La session d'été de l'école de musique accueille les enfants de 6 à 12 ans pour des ateliers de chant.",
    ),
    (
        "Histoire de la commune",
        "Le village est né autour d'une source ; le premier pont date de 1932 et la gare de 1947.",
    ),
    (
        "Comment se prépare le budget",
        "Le budget est préparé selon une programmation de trois ans et soumis au vote avant le 15 novembre de chaque année.",
    ),
    ("Numéros utiles", "Le standard est ouvert de 8h30 à 16h30. Pour les urgences, composez le 15 ou le 19."),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.7 else "fr"
    title, text = r.choice(EMPTY_AR if language == "ar" else EMPTY_FR)
    more = (
        r.choice(("", "تحيين الصفحة يتم بانتظام.", "لمزيد من التوضيح يمكنكم زيارة المصلحة المعنية."))
        if language == "ar"
        else r.choice(("", "Renseignements à l'accueil."))
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
    (announcement, 26), (late_point, 8), (extraordinary, 14), (report, 36), (kept_numbers, 8), (sub_points, 8), (second_sitting, 8), (year_of_the_page, 8), (report_fr, 18), (minutes, 10),
    (decisions, 10), (bureau, 9), (committee, 9), (tender, 14), (recruitment, 9), (grants, 9), (agreement, 12), (petition, 9), (consultation, 9), (other_council, 9), (empty, 104),
)  # fmt: skip
