"""Cores that were opened once for a figure (docs/accuracy.md) and may be looked at since: press-like reports, official notices in
the passive, tables with other heads, votes inside sentences, figures in words."""

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

PLACES_BUILT = (
    "المسرح البلدي",
    "الواد الحار",
    "الحزام الأخضر",
    "سوق السمك",
    "مدار الطريق الرابطة",
    "المحجز البلدي",
    "روض الأطفال العمومي",
    "الخزان المائي",
)
SOCIETIES = (
    "جمعية النهضة للفنون",
    "نادي الأمل لكرة السلة",
    "جمعية مستعملي المياه",
    "تعاونية الزيتون",
    "جمعية التضامن مع المسنين",
    "شبكة جمعيات الجبل",
)
AGENCIES = (
    "المجلس الإداري للأكاديمية",
    "الشركة الجهوية متعددة الخدمات",
    "مندوبية الإنعاش الوطني",
    "وكالة التنمية",
    "الغرفة الفلاحية",
)
SUMS: tuple[tuple[str, str], ...] = (
    ("3.250.000,00 درهم", "3250000"),
    ("مليون ونصف المليون درهم", ""),
    ("180 ألف درهم", "180000"),
    ("5 ملايين درهم", "5000000"),
    ("90.000,00 درهم", "90000"),
    ("12 مليون درهم", "12000000"),
    ("400 مليون سنتيم", "4000000"),
    ("7,8 مليون درهم", "7800000"),
    ("ثلاثمائة ألف درهم", "300000"),
    ("2.400.000 درهم", "2400000"),
    ("65 000 درهم", "65000"),
    ("مليون و 80 ألف درهم", "1080000"),
)


def money(r: Random) -> tuple[str, list[str]]:
    words, value = r.choice([s for s in SUMS if s[1]])
    return words, [value]


def point(r: Random, year: int) -> tuple[str, list[str]]:
    form = r.randrange(15)
    place, society, agency = r.choice(PLACES_BUILT), r.choice(SOCIETIES), r.choice(AGENCIES)
    words, values = money(r)
    plain = (
        f"ميزانية السنة المقبلة {year + 1}",
        f"توزيع فائض سنة {year - 1}",
        f"عقد شراكة مع {society} لاستغلال {place}",
        f"الترخيص بالاحتلال المؤقت لجزء من {place}",
        "دراسة طلبات الربط بشبكة الكهرباء",
        f"نزع ملكية القطعة موضوع الرسم العقاري {r.randrange(1000, 9999)}/ط لتوسيع {place}",
        f"تقوية الطريق الإقليمية {r.randrange(4000, 4999)}",
        "إحداث مرفق جماعي لنقل الأموات",
        "استبدال عضو بإحدى اللجان الدائمة",
        "عرض الحصيلة المرحلية لبرنامج العمل",
    )
    if form < len(plain):
        return plain[form], []
    with_money = (
        f"المساهمة في بناء {place} بمبلغ {words}",
        f"دعم {society} بقيمة {words}",
        f"ملحق اتفاقية مع {agency} يرفع الكلفة إلى {words}",
        f"فتح اعتماد إضافي قدره {words}",
        f"كراء {place} بسومة سنوية تبلغ {words}",
    )
    return with_money[form - len(plain)], values


def points(r: Random, year: int, low: int = 2, high: int = 8) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        text, values = point(r, year)
        found[text] = values
    return list(found), [v for values in found.values() for v in values]


VOTES_AR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("صوت عليها المجلس بالإجماع", {"result": "adopted", "unanimous": True}),
    ("الموافقة بالإجماع", {"result": "adopted", "unanimous": True}),
    ("تم اعتمادها بإجماع الأعضاء الحاضرين", {"result": "adopted", "unanimous": True}),
    ("صادق المجلس بأغلبية أعضائه الحاضرين", {"result": "adopted", "unanimous": False}),
    (
        "تمت الموافقة عليها ب 19 صوتا مقابل 7 وامتناع 2",
        {"result": "adopted", "unanimous": False, "for": 19, "against": 7, "abstain": 2},
    ),
    ("أجل البت فيها إلى جلسة لاحقة", {"result": "postponed", "unanimous": False}),
    ("تقرر إرجاؤها", {"result": "postponed", "unanimous": False}),
    ("تم رفض النقطة بالأغلبية", {"result": "rejected", "unanimous": False}),
    ("لم يصادق عليها المجلس", {"result": "rejected", "unanimous": False}),
    ("اطلع المجلس على مضمونها", None),
)


def term(r: Random, place: Place) -> tuple[int, int, dt.date]:
    year = r.randrange(2016, 2027)
    month = r.choice(LEGAL_MONTHS[place.level])
    return year, month, working_day(r, year, month)


def of(place: Place, kind: str, year: int | None, month: int | None, number: int | None = None) -> dict[str, object]:
    return {"collectivity": place.id, "kind": kind, "year": year, "month": month, "number": number}


def made(
    page: Page,
    place: Place,
    year: int,
    month: int | None,
    day: dt.date,
    kind: str = "ordinary",
    number: int | None = None,
) -> Page:
    page.sessions.append(of(place, kind, year, month, number))
    page.date("session", day)
    return page


def notice(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year)
    lead = r.choice(
        (
            f"لتكن في علم العموم أن {council} سيعقد دورته العادية لشهر {name} {year} {day_ar(r, day)} بقاعة الجلسات للتداول بشأن القضايا التالية:",
            f"المرجو من السيدات والسادة أعضاء {council} الحضور لأشغال الدورة العادية {name} {year} المقرر عقدها {day_ar(r, day)}، والتي يشمل جدول أعمالها:",
        )
    )
    form = r.randrange(4)
    if form == 0:
        body = [p(f"{i}. {t}") for i, t in enumerate(items, 1)]
    elif form == 1:
        body = ["<ol>" + "".join(f"<li>{t}</li>" for t in items) + "</ol>"]
    elif form == 2:
        body = [p("<br>".join(f"▪ {t}" for t in items))]
    else:
        body = [p(f"{i}  -  {t} ؛") for i, t in enumerate(items, 1)]
    title = r.choice(
        (
            f"إشعار بانعقاد دورة {name}",
            f"جدول أعمال الدورة العادية {name} {year}",
            f"دورة {name} {year}: دعوة وجدول أعمال",
        )
    )
    return made(
        Page(
            title,
            [p(lead), *body],
            "session_announcement",
            publisher=place.id,
            agenda=items,
            amounts=amounts,
            collectivities=[place.id],
        ),
        place,
        year,
        month,
        day,
    )


def press(r: Random) -> Page:
    """A report as a communication service writes it: points with what became of them, in a table or a list."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year)
    chosen = [r.choice(VOTES_AR) for _ in items]
    lead = r.choice(
        (
            f"أنهى {council} أشغال دورته العادية لشهر {name} {year}، المنعقدة {day_ar(r, day)}، بالمصادقة على عدد من النقط، وهذه تفاصيلها:",
            f"شهدت قاعة الاجتماعات {day_ar(r, day)} انعقاد الدورة العادية لشهر {name} {year} {for_(council)}، وقد أفضت إلى ما يلي:",
            f"التأم {council} {day_ar(r, day)} في إطار الدورة العادية لشهر {name} {year}، وجاءت القرارات على الشكل التالي:",
        )
    )
    form = r.randrange(4)
    pairs = list(zip(items, (w for w, _ in chosen), strict=True))
    if form == 0:
        rows = "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in enumerate(pairs, 1))
        body = [f"<table><tr><th>رقم</th><th>موضوع النقطة</th><th>التصويت</th></tr>{rows}</table>"]
    elif form == 1:
        body = [p(f"{i}- {t} – {w}.") for i, (t, w) in enumerate(pairs, 1)]
    elif form == 2:
        body = ["<ul>" + "".join(f"<li>{t}: {w}</li>" for t, w in pairs) + "</ul>"]
    else:
        body = [x for i, (t, w) in enumerate(pairs, 1) for x in (p(f"{i}) {t}"), p(f"القرار: {w}"))]
    page = Page(
        f"{council}: نتائج الدورة العادية لشهر {name} {year}",
        [p(lead), *body],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]
    return made(page, place, year, month, day)


def all_adopted(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 3, 7)
    other = r.randrange(1, len(items) + 1)
    lead = f"اختتمت {day_ar(r, day)} أشغال الدورة العادية لشهر {name} {year} {for_(council)} التي تضمن جدول أعمالها النقط الآتية:"
    ordinal = ("الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة")[other - 1]
    if r.random() < 0.5:
        end, votes = (
            "وقد حظيت كل النقط بموافقة المجلس بالإجماع.",
            [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)],
        )
    else:
        end = f"وتمت المصادقة على جميع النقط بالأغلبية، عدا النقطة {ordinal} التي أجلت إلى دورة لاحقة."
        votes = [
            {"item": i, "result": "postponed" if i == other else "adopted", "unanimous": False}
            for i in range(1, len(items) + 1)
        ]
    page = Page(
        f"اختتام دورة {name} {year}",
        [p(lead), *[p(f"{i}- {t}.") for i, t in enumerate(items, 1)], p(end)],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    return made(page, place, year, month, day)


def opened_by_a_vote(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 6)
    lead = (
        f"خلال الدورة العادية لشهر {name} {year} المنعقدة {day_ar(r, day)}، وافق {council} بالإجماع على النقاط التالية:"
    )
    page = Page(
        f"نقاط مصادق عليها، دورة {name} {year}",
        [p(lead), *[p(f"{i}/ {t}") for i, t in enumerate(items, 1)]],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    return made(page, place, year, month, day)


def extraordinary(r: Random) -> Page:
    place = some_council(r)
    year, month = r.randrange(2016, 2027), r.randrange(1, 13)
    day = working_day(r, year, month)
    council, number = council_ar(r, place), r.randrange(1, 12)
    items, amounts = points(r, year, 1, 4)
    lead = f"عقد {council} {day_ar(r, day, weekday=True)} الدورة الاستثنائية رقم {number} لدراسة النقط التالية:"
    page = Page(
        f"الدورة الاستثنائية رقم {number} لسنة {year}",
        [p(lead), *[p(f"{i}- {t}") for i, t in enumerate(items, 1)]],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    return made(page, place, year, None, day, "extraordinary", number)


def french(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_fr(r, place), FR_MONTHS[month - 1]
    of_ = "d'" if name[0] in "ao" else "de "
    bank = (
        f"Budget de l'exercice {year + 1}",
        f"Répartition de l'excédent {year - 1}",
        "Occupation temporaire du domaine public place de la Gare",
        "Expropriation de la parcelle TF 4512/T",
        "Renforcement de la route provinciale 4507",
        "Remplacement d'un membre d'une commission permanente",
        "Bilan d'étape du programme d'action",
        "Création d'un service de transport mortuaire",
    )
    items = r.sample(bank, r.randrange(2, 6))
    phrases = (
        ("adopté à l'unanimité", {"result": "adopted", "unanimous": True}),
        ("adopté par 17 voix contre 4", {"result": "adopted", "unanimous": False, "for": 17, "against": 4}),
        ("renvoyé à la prochaine session", {"result": "postponed", "unanimous": False}),
        ("rejeté", {"result": "rejected", "unanimous": False}),
    )
    chosen = [r.choice(phrases) for _ in items]
    lead = r.choice(
        (
            f"Les membres du {council} se sont réunis {day_fr(r, day)} dans le cadre de la session ordinaire {of_}{name} {year}. Ont été examinés les points suivants :",
            f"La session ordinaire {of_}{name} {year} du {council} s'est tenue {day_fr(r, day)}. Ordre du jour et résultats :",
        )
    )
    form = r.randrange(2)
    if form == 0:
        rows = "".join(
            f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>"
            for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True), 1)
        )
        body = [f"<table><tr><th>N°</th><th>Objet</th><th>Décision</th></tr>{rows}</table>"]
    else:
        body = [p(f"{i}) {t} - {w}") for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True), 1)]
    page = Page(
        f"Session {of_}{name} {year} : résultats",
        [p(lead), *body],
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=items,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1)]
    return made(page, place, year, month, day)


def minutes(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 5)
    body = [
        p(
            f"انعقد {council} في جلسة علنية {day_ar(r, day)} في إطار الدورة العادية لشهر {name} {year}. النقط المدرجة في جدول الأعمال:"
        )
    ]
    body += [p(f"{i} – {t}") for i, t in enumerate(items, 1)]
    votes = []
    for i, _ in enumerate(items, 1):
        words, vote = r.choice([v for v in VOTES_AR if v[1] is not None])
        body.append(p(f"فيما يخص النقطة رقم {i}: {words}."))
        votes.append({"item": i, **(vote or {})})
    page = Page(
        f"محضر الدورة العادية، {name} {year}",
        body,
        "minutes",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    return made(page, place, year, month, day)


def decisions(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 6)
    first = r.randrange(5, 60)
    chosen = [r.choice(VOTES_AR[:4]) for _ in items]
    rows = "".join(
        f"<tr><td>{first + i}</td><td>{t}</td><td>{w}</td></tr>"
        for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True))
    )
    body = [
        p(f"المقررات المتخذة في الدورة العادية لشهر {name} {year} {for_(council)} بتاريخ {day:%d/%m/%Y}"),
        f"<table><tr><th>رقم المقرر</th><th>موضوع المقرر</th><th>نتيجة التصويت</th></tr>{rows}</table>",
    ]
    page = Page(
        f"مقررات دورة {name} {year}",
        body,
        "decision_list",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **(v or {})} for i, (_, v) in enumerate(chosen, 1)]
    return made(page, place, year, month, day)


def simple(kind: str, role: str, title: str, text: str) -> Core:
    """A page of one sentence: {c} the council, {d} the day."""

    def core(r: Random) -> Page:
        place = some_council(r)
        day = working_day(r, r.randrange(2018, 2027), r.randrange(1, 13))
        words, values = money(r)
        body = text.format(
            c=council_ar(r, place),
            d=day_ar(r, day),
            m=words,
            n=f"{r.randrange(1, 40):02d}/{day.year}",
            w=r.choice(PLACES_BUILT),
            s=r.choice(SOCIETIES),
            k=r.randrange(110, 380),
        )
        page = Page(
            title.format(n=f"{r.randrange(1, 40):02d}/{day.year}"),
            [p(body)],
            kind,
            publisher=place.id,
            amounts=values if "{m}" in text else [],
            collectivities=[place.id],
        )
        page.date(role, day)
        return page

    return core


bureau = simple(
    "bureau_meeting",
    "event",
    "اجتماع مكتب المجلس",
    "ترأس رئيس {c} {d} اجتماع المكتب المخصص لتقييم سير المرافق وضبط برنامج الأسابيع المقبلة.",
)
committee = simple(
    "committee_meeting",
    "event",
    "لجنة المرافق تجتمع",
    "اجتمعت لجنة المرافق والخدمات التابعة {c} {d} لدراسة ملف {w} ورفع توصياتها.",
)
tender = simple(
    "tender",
    "deadline",
    "إعلان طلب عروض",
    "يطلق {c} طلب عروض مفتوحا رقم {n} يتعلق بإصلاح {w}، وحددت كلفة التقدير في {m}، ويحدد آخر أجل لإيداع العروض في {d}.",
)
recruitment = simple(
    "recruitment", "event", "مباراة توظيف مساعدين إداريين", "يعلن {c} عن تنظيم مباراة توظيف مساعدين إداريين {d} بمقره."
)
signed = simple(
    "agreement",
    "signed",
    "شراكة لتأهيل {n}",
    "أبرم {c} {d} اتفاقية شراكة مع وزارة التجهيز لتأهيل {w} بغلاف مالي يبلغ {m}.",
)
petition = simple(
    "petition", "event", "عريضة حول مرفق عمومي", "قدم مواطنون إلى رئاسة {c} {d} عريضة تحمل {k} توقيعا تطالب بإصلاح {w}."
)


def consultation(r: Random) -> Page:
    place = some_council(r)
    first = working_day(r, r.randrange(2022, 2027), r.randrange(1, 12), 13)
    last = first + dt.timedelta(days=r.randrange(7, 14))
    body = [
        p(
            f"ينظم {council_ar(r, place)} استشارة عمومية عبر موقعه الإلكتروني، تمتد من {day_ar(r, first, weekday=False)} إلى غاية {day_ar(r, last, weekday=False)}."
        )
    ]
    page = Page("استشارة عمومية", body, "consultation", publisher=place.id, collectivities=[place.id])
    page.date("event", first)
    page.date("deadline", last)
    return page


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    rows, amounts = "", []
    for i, name in enumerate(r.sample(SOCIETIES, r.randrange(2, 5)), 1):
        value = r.choice((14, 22, 45, 65, 85)) * 1000
        rows += f"<li>{i}- {name} : {value:,}".replace(",", ".") + " درهم</li>"
        amounts.append(str(value))
    body = [p(f"نتائج توزيع منح الجمعيات برسم سنة {year} من طرف {council_ar(r, place)}:"), f"<ul>{rows}</ul>"]
    return Page(
        f"الجمعيات المستفيدة من منحة {year}",
        body,
        "grants",
        publisher=place.id,
        amounts=amounts,
        collectivities=[place.id],
    )


def other_council(r: Random) -> Page:
    host, acting = PLACES["ct-a117"], r.choice([x for x in PLACES.values() if x.level in ("province", "region")])
    year, month, day = term(r, acting)
    name = AR_MONTHS[month - 1]
    body = [
        p(
            f"احتضنت جماعة {host.ar} {day_ar(r, day)} أشغال الدورة العادية لشهر {name} {year} التي نظمها {council_ar(r, acting)} خارج مقره."
        )
    ]
    page = Page(
        f"جماعة {host.ar} تحتضن دورة {name}",
        body,
        "session_report",
        publisher=host.id,
        collectivities=[acting.id, host.id],
    )
    return made(page, acting, year, month, day)


EMPTY_AR = (
    ("مواقيت المكتبة", "تفتح المكتبة البلدية أبوابها يوميا من التاسعة صباحا إلى السادسة مساء، وتغلق يوم الأحد."),
    (
        "رخص استغلال الملك العمومي",
        "يخضع استغلال الملك العمومي لرسم قدره 30 درهما للمتر المربع عن كل ربع سنة، وتودع الطلبات بالشباك الوحيد.",
    ),
    ("الدورة التدريبية في الإسعافات", "تروم الدورة التدريبية في الإسعافات الأولية تعريف المشاركين بقواعد السلامة."),
    (
        "ماذا يقول القانون عن العرائض؟",
        "يشترط القانون التنظيمي 113.14 أن تحمل العريضة توقيع 100 مواطن على الأقل في الجماعات الصغيرة.",
    ),
    ("من معالم المدينة", "يعود بناء السور إلى القرن السابع عشر، ويبلغ طوله ثلاثة كيلومترات وتتخلله سبعة أبواب."),
    ("حملة تلقيح القطط والكلاب", "تدعو المصلحة البيطرية مالكي الحيوانات إلى تلقيحها مجانا طيلة أيام الأسبوع."),
    ("بطاقة تقنية", "المساحة: 96 كيلومترا مربعا. عدد الدواوير: 24. عدد الأسر: 3200."),
    (
        "متى تجتمع المجالس؟",
        "تجتمع مجالس الجهات في دورات عادية خلال أشهر مارس ويوليوز وأكتوبر طبقا للقانون التنظيمي 111.14.",
    ),
    ("كأس العرش", "أوقعت القرعة الفريق المحلي في مواجهة صعبة ضمن الدور الأول."),
    ("حالة الطقس", "تتوقع الأرصاد زخات رعدية محليا قوية بمرتفعات المنطقة."),
    ("السجل الاجتماعي", "التسجيل في السجل الاجتماعي الموحد مجاني ويتم عبر البوابة أو بمراكز القرب."),
)
EMPTY_FR = (
    ("Bibliothèque", "La bibliothèque est ouverte du lundi au samedi ; l'abonnement annuel est de 50 dirhams par an."),
    (
        "Le saviez-vous ?",
        "Les conseils provinciaux tiennent trois sessions ordinaires par an, en janvier, juin et septembre.",
    ),
    ("Stage de théâtre", "La session de printemps du stage de théâtre s'adresse aux collégiens."),
    ("Fiche technique", "Superficie : 96 km². Altitude : 740 m. Distance du chef-lieu : 31 km."),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.72 else "fr"
    title, text = r.choice(EMPTY_AR if language == "ar" else EMPTY_FR)
    more = (
        r.choice(("", "شكرا لزيارتكم.", "للاستفسار المرجو مراسلة المصلحة."))
        if language == "ar"
        else r.choice(("", "Bonne visite."))
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
    (notice, 30), (press, 44), (all_adopted, 14), (opened_by_a_vote, 10), (extraordinary, 14), (french, 22), (minutes, 10), (decisions, 10), (bureau, 9), (committee, 9), (tender, 14),
    (recruitment, 9), (signed, 12), (petition, 9), (consultation, 9), (grants, 9), (other_council, 9), (empty, 106),
)  # fmt: skip
