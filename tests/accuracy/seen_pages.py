"""Cores that were opened once for a figure (docs/accuracy.md) and may be looked at since: other wording, banks and layouts than `open_pages`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from tests.accuracy.world import (
    AR_MONTHS,
    AR_ORDINALS,
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

PROJECTS = (
    "ملعب القرب بحي السلام",
    "قنطرة على وادي الرمان",
    "مركز تصفية الدم",
    "فضاء الطفل",
    "خزانة بلدية",
    "سوق نموذجي لبائعي الخضر",
    "حديقة عمومية",
)
CLUBS = (
    "جمعية الينابيع للبيئة",
    "تعاونية النساء القرويات",
    "جمعية ملتقى الشباب",
    "عصبة الألعاب المدرسية",
    "جمعية دار الطالبة",
)
BODIES = (
    "المكتب الوطني للسلامة الصحية",
    "وكالة تنفيذ المشاريع",
    "شركة التنمية المحلية",
    "وزارة الصناعة التقليدية",
    "المجلس العلمي المحلي",
)


def item_ar(r: Random, year: int) -> tuple[str, list[str]]:
    form = r.randrange(15)
    if form == 0:
        return f"التداول بشأن مشروع الميزانية برسم السنة المالية {year + 1} والتصويت عليه", []
    if form == 1:
        return f"حصر النتيجة العامة لميزانية {year - 1} وتوزيع الفائض", []
    if form == 2:
        return f"الإذن بإبرام عقد تدبير مع {r.choice(CLUBS)} يهم {r.choice(PROJECTS)}", []
    if form == 3:
        return f"تعديل كناش الشروط والتحملات الخاص باستغلال {r.choice(PROJECTS)}", []
    if form == 4:
        return "مراجعة بعض فصول القرار الجبائي الجماعي", []
    if form == 5:
        return f"فتح اعتمادات جديدة بالجزء الثاني من الميزانية لأجل {r.choice(PROJECTS)}", []
    if form == 6:
        return f"إطلاق أسماء على الساحات العمومية بحي {r.choice(('الأندلس', 'القدس', 'الرياض'))}", []
    if form == 7:
        return (
            f"تفويت بقعة مساحتها {r.randrange(200, 900)} متر مربع من الملك الخاص موضوع المطلب عدد {r.randrange(100, 9999)}/ت",
            [],
        )
    if form == 8:
        return f"إصلاح مقطع من الطريق الجهوية رقم {r.randrange(300, 799)} على مستوى مدخل المدينة", []
    if form in (9, 10):
        words, value = amount_ar(r)
        return f"رصد مبلغ {words} لدعم {r.choice(CLUBS)}", [str(value)]
    if form == 11:
        words, value = amount_ar(r)
        return f"اتفاقية إطار مع {r.choice(BODIES)} تساهم فيها الجماعة بحصة {words}", [str(value)]
    if form == 12:
        return f"إخبار المجلس بسير {r.choice(('مرفق حفظ الصحة', 'مصلحة الحالة المدنية', 'المكتبة المتنقلة'))}", []
    if form == 13:
        words, value = amount_ar(r)
        return f"الرفع من الغلاف المخصص {for_(r.choice(PROJECTS))} ليصل إلى {words}", [str(value)]
    return f"تجديد عضوية ممثل الجماعة لدى {r.choice(BODIES)}", []


def items_ar(r: Random, year: int, low: int = 2, high: int = 9) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        text, amounts = item_ar(r, year)
        found[text] = amounts
    return list(found), [a for amounts in found.values() for a in amounts]


VOTES_AR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("حظيت بموافقة جميع الأعضاء الحاضرين", {"result": "adopted", "unanimous": True}),
    ("المصادقة بإجماع المصوتين", {"result": "adopted", "unanimous": True}),
    ("وافق عليها المجلس بالاجماع", {"result": "adopted", "unanimous": True}),
    ("أقرها المجلس بالأغلبية المطلقة للأصوات المعبر عنها", {"result": "adopted", "unanimous": False}),
    (
        "صوت لصالحها 21 عضوا وعارضها 4 وامتنع 2",
        {"result": "adopted", "unanimous": False, "for": 21, "against": 4, "abstain": 2},
    ),
    ("تمت الموافقة عليها بالأغلبية مع تحفظ مستشار وحيد", {"result": "adopted", "unanimous": False}),
    ("أرجئت إلى دورة لاحقة", {"result": "postponed", "unanimous": False}),
    ("تأجيل النقطة لتعميق الدراسة", {"result": "postponed", "unanimous": False}),
    ("لم تحظ بموافقة المجلس", {"result": "rejected", "unanimous": False}),
    ("تم رفضها ب 17 صوتا مقابل 9", {"result": "rejected", "unanimous": False, "for": 9, "against": 17}),
    ("أحاط المجلس علما بمضمونها", None),
)


def ordinary(r: Random, place: Place) -> tuple[int, int, dt.date]:
    year = r.randrange(2016, 2027)
    month = r.choice(LEGAL_MONTHS[place.level])
    return year, month, working_day(r, year, month)


def session(
    place: Place, kind: str, year: int | None, month: int | None, number: int | None = None
) -> dict[str, object]:
    return {"collectivity": place.id, "kind": kind, "year": year, "month": month, "number": number}


def numbered(r: Random, items: list[str]) -> list[str]:
    form = r.randrange(6)
    if form == 0:
        return [p(f"({i}) {t}") for i, t in enumerate(items, 1)]
    if form == 1:
        return [p(f"{i}-) {t}") for i, t in enumerate(items, 1)]
    if form == 2:
        return [p(f"النقطة {AR_ORDINALS[i - 1]} : {t}") for i, t in enumerate(items, 1)]
    if form == 3:
        return ["<ul>" + "".join(f"<li><p>{i}- {t}.</p></li>" for i, t in enumerate(items, 1)) + "</ul>"]
    if form == 4:
        return ["<div>" + "<br/>".join(f"★ {t}" for t in items) + "</div>"]
    rows = "".join(f"<tr><td>{i:02d}</td><td>{t}</td></tr>" for i, t in enumerate(items, 1))
    return [f"<table><thead><tr><th>رقم النقطة</th><th>موضوعها</th></tr></thead><tbody>{rows}</tbody></table>"]


def announcement(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year)
    name = AR_MONTHS[month - 1]
    title = r.choice(
        (
            f"دعوة لحضور أشغال الدورة العادية {name} {year}",
            f"النقط المدرجة في الدورة العادية لشهر {name} {year}",
            f"الجدولة الزمنية للدورة العادية برسم {name} {year}",
        )
    )
    lead = r.choice(
        (
            f"تبعا {for_(law_reference(place))}، يتشرف رئيس {council} بإخبار الرأي العام أن الدورة العادية لشهر {name} {year} ستنعقد {day_ar(r, day)} {time_ar(r)}، وفق جدول الأعمال الآتي:",
            f"سيلتئم {council} {day_ar(r, day)} في دورة عادية برسم شهر {name} {year} للبت في النقاط الآتية:",
        )
    )
    page = Page(
        title,
        [p(lead), *numbered(r, items), p("والسلام.")],
        "session_announcement",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    if r.random() < 0.4:
        page.published = day - dt.timedelta(days=r.randrange(4, 12))
        page.date("published", page.published)
    return page


def announcement_extra(r: Random) -> Page:
    place = some_council(r)
    year, month = r.randrange(2016, 2027), r.randrange(1, 13)
    day = working_day(r, year, month)
    council = council_ar(r, place)
    number = r.randrange(1, 13)
    items, amounts = items_ar(r, year, 1, 4)
    title = f"استدعاء لدورة استثنائية رقم {number:02d} لسنة {year}"
    lead = f"بناء على طلب من رئيسه، يعقد {council} دورة استثنائية رقم {number:02d} {day_ar(r, day)} {time_ar(r)}. جدول الأعمال:"
    page = Page(
        title,
        [p(lead), *numbered(r, items)],
        "session_announcement",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "extraordinary", year, None, number))
    page.date("session", day)
    return page


def report(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    name = AR_MONTHS[month - 1]
    items, amounts = items_ar(r, year)
    title = r.choice(
        (
            f"حصيلة أشغال الدورة العادية {for_(council)} برسم شهر {name} {year}",
            f"{council} يتدارس {len(items)} نقط خلال دورته العادية لشهر {name} {year}",
        )
    )
    lead = f"ترأس النائب الأول لرئيس {council} {day_ar(r, day)} أشغال الدورة العادية لشهر {name} {year}، التي حضرها 26 عضوا وتغيب عنها 5 بعذر. وقد خلصت المداولات إلى ما يلي:"
    chosen = [r.choice(VOTES_AR) for _ in items]
    form = r.randrange(4)
    if form == 0:
        body = [p(f"{i}-) {t} ← {w}") for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True), 1)]
    elif form == 1:
        body = [
            x
            for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True), 1)
            for x in (f"<h4>النقطة {AR_ORDINALS[i - 1]}: {t}</h4>", p(f"بعد نقاش مستفيض، {w}."))
        ]
    elif form == 2:
        rows = "".join(f"<tr><td>{t}</td><td>{w}</td></tr>" for t, (w, _) in zip(items, chosen, strict=True))
        body = [f"<table><tr><th>موضوع النقطة</th><th>نتيجة التصويت</th></tr>{rows}</table>"]
    else:
        body = ["<ol>" + "".join(f"<li>{t}.<br>{w}.</li>" for t, (w, _) in zip(items, chosen, strict=True)) + "</ol>"]
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
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def report_all(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    name = AR_MONTHS[month - 1]
    items, amounts = items_ar(r, year, 3, 8)
    other = r.randrange(1, len(items) + 1)
    title = f"دورة {name} العادية {year}: نتائج التصويت"
    lead = f"احتضن مقر المجلس {day_ar(r, day)} أشغال الدورة العادية لشهر {name} {year} {for_(council)} في جلسة علنية، وكان جدول أعمالها يضم:"
    form = r.randrange(3)
    if form == 0:
        end = "هذا وقد تمت المصادقة على كافة النقط بإجماع الحاضرين."
        votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    elif form == 1:
        end = f"وصادق المجلس بالأغلبية على سائر النقط ما عدا النقطة رقم {other} التي تقرر تأجيلها."
        votes = [
            {"item": i, "result": "postponed" if i == other else "adopted", "unanimous": False}
            for i in range(1, len(items) + 1)
        ]
    else:
        end = f"وقد صودق بالإجماع على مجموع النقط، باستثناء النقطة {AR_ORDINALS[other - 1]} التي صودق عليها بالأغلبية."
        votes = [{"item": i, "result": "adopted", "unanimous": i != other} for i in range(1, len(items) + 1)]
    numbers = [p(f"{i}/ {t}") for i, t in enumerate(items, 1)]
    page = Page(
        title,
        [p(lead), *numbers, p(end)],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def report_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_fr(r, place)
    bank = (
        f"Vote du budget de l'année {year + 1}",
        f"Affectation de l'excédent budgétaire {year - 1}",
        "Contrat de gestion du terrain de proximité avec l'association Sources",
        "Révision de certains articles de l'arrêté fiscal communal",
        "Cession d'un lot du domaine privé, réquisition n° 412/T",
        "Réfection de la route régionale n° 508",
        "Communication sur l'état civil numérique",
        "Désignation du représentant du conseil auprès de la société de développement local",
    )
    items = r.sample(bank, r.randrange(2, 6))
    words, value = amount_fr(r)
    items.append(f"Convention-cadre avec l'agence d'exécution, part du conseil fixée à {words}")
    of = "d'" if FR_MONTHS[month - 1][0] in "ao" else "de "
    title = r.choice(
        (
            f"Compte rendu de la session ordinaire {of}{FR_MONTHS[month - 1]} {year}",
            f"{council.capitalize()} : les décisions de la session ordinaire {of}{FR_MONTHS[month - 1]} {year}",
        )
    )
    lead = f"Réuni {day_fr(r, day)} en session ordinaire {of}{FR_MONTHS[month - 1]} {year}, le {council} a délibéré sur les points suivants :"
    phrases = (
        ("adopté à l'unanimité des membres présents", {"result": "adopted", "unanimous": True}),
        ("approuvé par 19 voix contre 5", {"result": "adopted", "unanimous": False, "for": 19, "against": 5}),
        ("reporté à une session ultérieure", {"result": "postponed", "unanimous": False}),
        ("rejeté par 14 voix contre 9", {"result": "rejected", "unanimous": False, "for": 9, "against": 14}),
        ("le conseil a pris acte", None),
    )
    chosen = [r.choice(phrases) for _ in items]
    body = ["<ol>" + "".join(f"<li>{t} — {w} ;</li>" for t, (w, _) in zip(items, chosen, strict=True)) + "</ol>"]
    page = Page(
        title,
        [p(lead), *body],
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=[str(value)],
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def minutes(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    name = AR_MONTHS[month - 1]
    items, amounts = items_ar(r, year, 2, 6)
    body = [
        p(
            f"عقد {council} جلسة عمومية {day_ar(r, day)} {time_ar(r)} برسم دورة {name} العادية لسنة {year}، وترأسها السيد رئيس المجلس. الحاضرون: 19. المتغيبون: 8."
        ),
        p("قائمة النقط المعروضة على أنظار المجلس:"),
    ]
    body += [p(f"{i} - {t}") for i, t in enumerate(items, 1)]
    votes = []
    for i, _ in enumerate(items, 1):
        words, vote = r.choice([v for v in VOTES_AR if v[1] is not None])
        body += [p(f"بخصوص النقطة {AR_ORDINALS[i - 1]}: {words}.")]
        votes.append({"item": i, **(vote or {})})
    page = Page(
        f"محضر جلسة الدورة العادية {name} {year}",
        body,
        "minutes",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def decisions(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year, 2, 6)
    first = r.randrange(1, 60)
    body = [
        p(
            f"ملخص المقررات التي اتخذها {council} في دورته العادية المنعقدة {day_ar(r, day)} برسم شهر {AR_MONTHS[month - 1]} {year}"
        )
    ]
    rows, votes = "", []
    for i, text in enumerate(items):
        words, vote = r.choice(VOTES_AR[:6])
        rows += f"<tr><td>{first + i:02d}</td><td>{text}</td><td>{words}</td></tr>"
        votes.append({"item": i + 1, **(vote or {})})
    body.append(f"<table><tr><th>رقم المقرر</th><th>مضمون المقرر</th><th>نتيجة المداولة</th></tr>{rows}</table>")
    page = Page(
        f"ملخص مقررات دورة {AR_MONTHS[month - 1]} {year}",
        body,
        "decision_list",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def bureau(r: Random) -> Page:
    place = some_council(r)
    day = ordinary(r, place)[2]
    body = [
        p(
            f"ترأس رئيس {council_ar(r, place)} {day_ar(r, day)} لقاء أسبوعيا لأعضاء المكتب المسير، تم خلاله الوقوف على تقدم الأشغال وإعداد نقط الدورة القادمة."
        )
    ]
    page = Page(
        "أعضاء المكتب المسير يعقدون اجتماعهم الأسبوعي",
        body,
        "bureau_meeting",
        publisher=place.id,
        collectivities=[place.id],
    )
    page.date("event", day)
    return page


def committee(r: Random) -> Page:
    place = some_council(r)
    day = ordinary(r, place)[2]
    what = r.choice(
        ("اللجنة الدائمة المكلفة بالشؤون الاجتماعية", "لجنة المالية والبرمجة", "اللجنة المكلفة بالتنمية القروية")
    )
    body = [
        p(
            f"التأمت {what} {for_(council_ar(r, place))} {day_ar(r, day)} بقاعة الاجتماعات الصغرى لتدارس مشاريع النقط قبل انعقاد الدورة."
        )
    ]
    page = Page(f"{what} تجتمع", body, "committee_meeting", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def tender(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    words, value = amount_ar(r)
    if r.random() < 0.6:
        body = [
            p(
                f"يعلن {council_ar(r, place)} عن طلب عروض أثمان رقم {r.randrange(1, 30)}/{year}/ج.ت يتعلق بأشغال {r.choice(PROJECTS)}. آخر أجل لإيداع العروض: {day_ar(r, day)} {time_ar(r)}."
            ),
            p(f"الثمن التقديري: {words} (شاملة لكل الرسوم)."),
        ]
        page = Page(
            "طلب عروض أثمان", body, "tender", publisher=place.id, amounts=[str(value)], collectivities=[place.id]
        )
    else:
        fr_words, fr_value = amount_fr(r)
        body = [
            p(
                f"Le {council_fr(r, place)} lance l'appel d'offres ouvert sur offres de prix n° {r.randrange(1, 30):02d}/{year}. L'ouverture des plis aura lieu {day_fr(r, day)} à 11 heures. L'estimation du maître d'ouvrage est fixée à {fr_words}."
            )
        ]
        page = Page(
            "Avis d'appel d'offres ouvert",
            body,
            "tender",
            language="fr",
            publisher=place.id,
            amounts=[str(fr_value)],
            collectivities=[place.id],
        )
    page.date("deadline", day)
    return page


def recruitment(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    body = [
        p(
            f"ينهي {council_ar(r, place)} إلى علم الراغبين أن امتحان الكفاءة المهنية لولوج درجة محرر سيجرى {day_ar(r, day)}. وتودع الطلبات بمصلحة الموارد البشرية داخل أجل عشرة أيام."
        )
    ]
    page = Page("امتحان الكفاءة المهنية", body, "recruitment", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    lines, amounts = "", []
    for name in r.sample(CLUBS, r.randrange(2, 5)):
        value = r.choice((15, 25, 40, 60, 90)) * 1000
        lines += f"<li>{name}: {value // 1000} 000,00 درهم</li>"
        amounts.append(str(value))
    body = [p(f"المنح المخولة من طرف {council_ar(r, place)} للنسيج الجمعوي خلال موسم {year}"), f"<ul>{lines}</ul>"]
    return Page(f"منح الجمعيات {year}", body, "grants", publisher=place.id, amounts=amounts, collectivities=[place.id])


def agreement(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2016, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    words, value = amount_ar(r)
    body = [
        p(
            f"تم {day_ar(r, day)} التوقيع على عقد شراكة يجمع {council_ar(r, place)} و{r.choice(BODIES)}، رصد له اعتماد مالي إجمالي بقيمة {words} على مدى أربع سنوات."
        )
    ]
    page = Page(
        "التوقيع على عقد شراكة", body, "agreement", publisher=place.id, amounts=[str(value)], collectivities=[place.id]
    )
    page.date("signed", day)
    return page


def petition(r: Random) -> Page:
    place = some_council(r)
    day = working_day(r, r.randrange(2017, 2027), r.randrange(1, 13))
    body = [
        p(
            f"أودع وكيل لائحة دعم العريضة لدى {council_ar(r, place)} {day_ar(r, day)} عريضة تحمل {r.randrange(120, 420)} توقيعا حول إحداث {r.choice(PROJECTS)}."
        )
    ]
    page = Page("إيداع عريضة لدى المجلس", body, "petition", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def consultation(r: Random) -> Page:
    place = some_council(r)
    first = working_day(r, r.randrange(2022, 2027), r.randrange(1, 12), 14)
    last = first + dt.timedelta(days=r.randrange(7, 13))
    body = [
        p(
            f"يضع {council_ar(r, place)} رهن إشارة العموم منصة رقمية لإبداء الرأي في مشروع برنامج العمل، وذلك ابتداء من {day_ar(r, first, weekday=False)} وإلى غاية {day_ar(r, last, weekday=False)}."
        )
    ]
    page = Page(
        "منصة لإبداء الرأي في مشروع برنامج العمل", body, "consultation", publisher=place.id, collectivities=[place.id]
    )
    page.date("event", first)
    page.date("deadline", last)
    return page


def other_council(r: Random) -> Page:
    host, acting = PLACES["ct-a118"], r.choice([x for x in PLACES.values() if x.level in ("province", "region")])
    year, month, day = ordinary(r, acting)
    name = AR_MONTHS[month - 1]
    body = [
        p(
            f"شاركت جماعة {host.ar} {day_ar(r, day)} في أشغال الدورة العادية لشهر {name} {year} التي عقدها {council_ar(r, acting)}."
        )
    ]
    page = Page(
        f"أشغال دورة {name} العادية", body, "session_report", publisher=host.id, collectivities=[acting.id, host.id]
    )
    page.sessions.append(session(acting, "ordinary", year, month))
    page.date("session", day)
    return page


EMPTY_AR = (
    (
        "كيف أحصل على عقد الازدياد؟",
        "يسلم عقد الازدياد من مكتب الحالة المدنية بعد الإدلاء بكناش الحالة المدنية، وثمن الطابع 2 درهم.",
    ),
    (
        "ترشيد استهلاك الماء",
        "ندعو الساكنة إلى ترشيد استهلاك الماء، خصوصا خلال شهري يوليوز وغشت، وتفادي غسل السيارات بالماء الصالح للشرب.",
    ),
    (
        "بطولة المدارس",
        "توج فريق مدرسة النخيل بلقب الدورة الثالثة من بطولة المدارس بعد فوزه في النهاية بثلاثة أهداف لواحد.",
    ),
    (
        "القانون 31.13",
        "دخل القانون رقم 31.13 المتعلق بالحق في الحصول على المعلومات حيز التنفيذ في 12 مارس 2019، ويجيب المرفق داخل أجل عشرين يوما من أيام العمل.",
    ),
    (
        "موقع الجماعة جغرافيا",
        "تقع الجماعة على بعد 45 كيلومترا من مركز الإقليم، وتمتد على مساحة 120 كيلومترا مربعا، وعبرها تمر الطريق الوطنية رقم 9.",
    ),
    ("مواعيد العمل", "تفتح المصالح أبوابها من الثامنة والنصف صباحا إلى الرابعة والنصف زوالا من الاثنين إلى الجمعة."),
    (
        "الهيكل التنظيمي",
        "يضم الهيكل التنظيمي مديرية المصالح وستة أقسام واثنتي عشرة مصلحة تسهر على تدبير شؤون المرتفقين.",
    ),
    (
        "أسئلة شائعة حول الدورات",
        "متى تنعقد الدورات العادية؟ تعقد المجالس الإقليمية دوراتها العادية في يناير ويونيو وشتنبر. هل الجلسات مفتوحة؟ نعم، الجلسات عمومية.",
    ),
    ("موروث المنطقة", "تشتهر المنطقة بصناعة الزرابي، ويعود بعضها إلى القرن التاسع عشر، ويعرض في متحف صغير وسط القصبة."),
    ("إشعار بانقطاع التيار", "يعلم المكتب زبناءه الكرام بانقطاع مؤقت للتيار الكهربائي بحي السلام من أجل الصيانة."),
)
EMPTY_FR = (
    (
        "Comment obtenir un acte de naissance",
        "L'acte est délivré sur présentation du livret d'état civil ; le timbre coûte deux dirhams et le retrait se fait sous 48 heures.",
    ),
    (
        "Les commissions permanentes",
        "Le conseil peut créer entre trois et cinq commissions permanentes, selon l'article 25 de la loi organique n° 113-14.",
    ),
    ("Tournoi des écoles", "La troisième session du tournoi des écoles a vu la victoire de l'équipe des Palmiers."),
    (
        "Se rendre à la commune",
        "La commune se trouve à 45 km du chef-lieu, sur la route nationale n° 9, à 1 200 mètres d'altitude.",
    ),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.75 else "fr"
    title, text = r.choice(EMPTY_AR if language == "ar" else EMPTY_FR)
    more = (
        r.choice(("", "رقم الاستقبال متوفر بصفحة الاتصال.", "تجدون النماذج بمكتب الاستقبال."))
        if language == "ar"
        else r.choice(("", "Les formulaires sont disponibles à l'accueil."))
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
    (announcement, 24), (announcement_extra, 14), (report, 36), (report_all, 16), (report_fr, 20), (minutes, 10), (decisions, 10), (bureau, 9), (committee, 9),
    (tender, 10), (recruitment, 9), (grants, 9), (agreement, 9), (petition, 9), (consultation, 9), (other_council, 8), (empty, 104),
)  # fmt: skip
