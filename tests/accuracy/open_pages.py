"""Cores of the pages that may be looked at while rules are written: council news, agendas, minutes, decisions, notices, and pages that hold nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from tests.accuracy.world import (
    AR_COUNTS,
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

FACILITIES = (
    "المركب السوسيو رياضي",
    "السوق الأسبوعي",
    "دار الثقافة",
    "المسبح الجماعي",
    "المجزرة الجماعية",
    "دار الشباب",
    "المحطة الطرقية",
)
TOPICS = ("قطاع النظافة", "النقل المدرسي", "الإنارة العمومية", "الماء الصالح للشرب", "المساحات الخضراء")
ASSOCIATIONS = (
    "جمعية الأفق الأخضر",
    "جمعية تجار السوق المركزي",
    "جمعية الأمل للتنمية",
    "جمعية آباء وأولياء التلاميذ",
    "نادي الواحة الرياضي",
)
PARTNERS = (
    "المديرية الإقليمية للتجهيز",
    "وكالة الحوض المائي",
    "المكتب الوطني للكهرباء",
    "الأكاديمية الجهوية للتربية والتكوين",
    "مندوبية الصحة",
)


def item_ar(r: Random, year: int) -> tuple[str, list[str]]:
    """An agenda item and the amounts in it. Numbers of land titles, roads and laws are no amounts."""
    form = r.randrange(16)
    if form == 0:
        return f"الدراسة والمصادقة على مشروع ميزانية سنة {year + 1}", []
    if form == 1:
        return f"برمجة الفائض الحقيقي للسنة المالية {year - 1}", []
    if form == 2:
        return f"المصادقة على اتفاقية شراكة مع {r.choice(ASSOCIATIONS)} لتدبير {r.choice(FACILITIES)}", []
    if form == 3:
        return f"الدراسة والموافقة على دفتر التحملات المتعلق بكراء {r.choice(FACILITIES)}", []
    if form == 4:
        return "تحيين القرار الجبائي المحدد لنسب وأسعار الرسوم والحقوق والإتاوات", []
    if form == 5:
        return "الموافقة على تحويل بعض الاعتمادات بميزانية التسيير", []
    if form == 6:
        return f"تسمية شوارع وأزقة حي {r.choice(('النسيم', 'الفتح', 'المسيرة', 'الزهور'))}", []
    if form == 7:
        return (
            f"الموافقة على اقتناء القطعة الأرضية ذات الرسم العقاري عدد {r.randrange(1000, 99999)}/{r.randrange(10, 60)} لبناء {r.choice(FACILITIES)}",
            [],
        )
    if form == 8:
        return (
            f"تهيئة المسلك الرابط بين الطريق الإقليمية رقم {r.randrange(1000, 7999)} ودوار {r.choice(('العين', 'الخربة', 'الساقية'))}",
            [],
        )
    if form in (9, 10):
        words, value = amount_ar(r)
        return f"تخصيص دعم مالي لفائدة {r.choice(ASSOCIATIONS)} بمبلغ {words}", [str(value)]
    if form == 11:
        words, value = amount_ar(r)
        return f"المصادقة على اتفاقية شراكة مع {r.choice(PARTNERS)} بكلفة إجمالية تقدر ب {words}", [str(value)]
    if form == 12:
        return f"عرض حول وضعية {r.choice(TOPICS)}", []
    if form == 13:
        return f"إحداث لجنة لتتبع {r.choice(TOPICS)}", []
    if form == 14:
        words, value = amount_ar(r)
        return f"طلب قرض من صندوق التجهيز الجماعي قدره {words} لإنجاز {r.choice(FACILITIES)}", [str(value)]
    return (
        f"الموافقة على القرار التنظيمي الجماعي المتعلق ب{r.choice(('السير والجولان', 'حفظ الصحة', 'استغلال الملك العام'))}",
        [],
    )


def items_ar(r: Random, year: int, low: int = 2, high: int = 8) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        text, amounts = item_ar(r, year)
        found[text] = amounts
    return list(found), [a for amounts in found.values() for a in amounts]


VOTES_AR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("صادق عليها المجلس بالإجماع", {"result": "adopted", "unanimous": True}),
    ("تمت المصادقة عليها بالإجماع", {"result": "adopted", "unanimous": True}),
    ("مصادق عليها بإجماع الأعضاء الحاضرين", {"result": "adopted", "unanimous": True}),
    ("تمت المصادقة بالأغلبية", {"result": "adopted", "unanimous": False}),
    ("صودق عليها بأغلبية 22 صوتا مقابل 6", {"result": "adopted", "unanimous": False, "for": 22, "against": 6}),
    (
        "تمت المصادقة عليها ب 18 صوتا وامتناع 3 أعضاء عن التصويت",
        {"result": "adopted", "unanimous": False, "for": 18, "abstain": 3},
    ),
    ("تم تأجيلها إلى دورة مقبلة", {"result": "postponed", "unanimous": False}),
    ("تقرر تأجيل البت فيها", {"result": "postponed", "unanimous": False}),
    ("رفضها المجلس بالأغلبية", {"result": "rejected", "unanimous": False}),
    ("تمت دراستها", None),
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
    """Items as blocks, numbered in one of the ways that occur."""
    form = r.randrange(7)
    if form == 0:
        return [p(f"{i}- {t}") for i, t in enumerate(items, 1)]
    if form == 1:
        return [p(f"{i} – {t} ؛") for i, t in enumerate(items, 1)]
    if form == 2:
        return [p(f"{i}ــ {t}.") for i, t in enumerate(items, 1)]
    if form == 3:
        return [p(f"{i}/ {t}") for i, t in enumerate(items, 1)]
    if form == 4:
        return ["<ol>" + "".join(f"<li>{t}</li>" for t in items) + "</ol>"]
    if form == 5:
        return ["<ul>" + "".join(f"<li>{t}؛</li>" for t in items) + "</ul>"]
    return [p("<br>".join(f"{i}. {t}" for i, t in enumerate(items, 1)))]


def announcement(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year)
    title = r.choice(
        (
            f"{council} يعقد دورته العادية لشهر {AR_MONTHS[month - 1]} {year}",
            f"جدول أعمال الدورة العادية لشهر {AR_MONTHS[month - 1]} {year} {for_(council)}",
            f"إعلان عن انعقاد الدورة العادية لشهر {AR_MONTHS[month - 1]} {year}",
        )
    )
    count = AR_COUNTS.get(len(items), f"{len(items)} نقطة")
    lead = r.choice(
        (
            f"طبقا لمقتضيات {law_reference(place)}، ينعقد {council} في إطار دورته العادية لشهر {AR_MONTHS[month - 1]} {year} {day_ar(r, day)} {time_ar(r)} بقاعة الاجتماعات، وذلك للتداول في جدول الأعمال التالي:",
            f"يعلن رئيس {council} إلى علم العموم أن المجلس سيعقد دورته العادية برسم شهر {AR_MONTHS[month - 1]} {year} {day_ar(r, day)} {time_ar(r)}، وسيتضمن جدول أعمالها {count}:",
        )
    )
    page = Page(
        title,
        [p(lead), *numbered(r, items)],
        "session_announcement",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def announcement_extra(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2016, 2027)
    month = r.randrange(1, 13)
    day = working_day(r, year, month)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year, 1, 4)
    title = f"دورة استثنائية {for_(council)} {day_ar(r, day, weekday=True)}"
    count = AR_COUNTS.get(len(items), f"{len(items)} نقطة")
    lead = f"يعقد {council} دورة استثنائية {day_ar(r, day, weekday=True)} {time_ar(r)} بمقر {r.choice(('الجماعة', 'المجلس', 'العمالة'))}، في جلسة فريدة، لدراسة {count}:"
    page = Page(
        title,
        [p(lead), *numbered(r, items)],
        "session_announcement",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "extraordinary", year, month))
    page.date("session", day)
    return page


def report(r: Random) -> Page:
    """A report with an outcome at each item."""
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year)
    title = r.choice(
        (
            f"{council} يصادق على نقط جدول أعمال دورته العادية لشهر {AR_MONTHS[month - 1]} {year}",
            f"أشغال الدورة العادية لشهر {AR_MONTHS[month - 1]} {year} {for_(council)}",
        )
    )
    lead = f"عقد {council} {day_ar(r, day)} الجلسة الأولى من دورته العادية لشهر {AR_MONTHS[month - 1]} {year}، برئاسة رئيس المجلس وبحضور ممثل السلطة المحلية، وبعد التأكد من توفر النصاب القانوني تم التداول في النقط التالية:"
    blocks = []
    for i, text in enumerate(items, 1):
        words, vote = r.choice(VOTES_AR)
        if vote is not None:
            blocks.append((text, words, {"item": i, **vote}))
        else:
            blocks.append((text, words, None))
    form = r.randrange(4)
    if form == 0:
        body = [p(f"{i}- {t}: {w}.") for i, (t, w, _) in enumerate(blocks, 1)]
    elif form == 1:
        body = [
            x for i, (t, w, _) in enumerate(blocks, 1) for x in (p(f"النقطة {AR_ORDINALS[i - 1]}: {t}"), p(f"{w}."))
        ]
    elif form == 2:
        rows = "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w, _) in enumerate(blocks, 1))
        body = [f"<table><tr><th>الرقم</th><th>النقطة</th><th>القرار المتخذ</th></tr>{rows}</table>"]
    else:
        body = ["<ul>" + "".join(f"<li>{t} ({w})</li>" for t, w, _ in blocks) + "</ul>"]
    page = Page(
        title,
        [p(lead), *body, p("واختتمت أشغال الدورة ببرقية ولاء.")],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [v for _, _, v in blocks if v is not None]
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    if r.random() < 0.5:
        page.published = day + dt.timedelta(days=r.randrange(0, 5))
        page.date("published", page.published)
    return page


def report_all_but(r: Random) -> Page:
    """All items adopted at once, one of them postponed or not."""
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year, 3, 8)
    title = f"اختتام أشغال الدورة العادية لشهر {AR_MONTHS[month - 1]} {year}"
    lead = f"انعقدت {day_ar(r, day)} بمقر الجماعة الدورة العادية لشهر {AR_MONTHS[month - 1]} {year} {for_(council)}، وذلك طبقا {for_(law_reference(place))}. وتضمن جدول الأعمال ما يلي:"
    exception = r.randrange(1, len(items) + 1)
    if r.random() < 0.5:
        end = "وقد صادق المجلس على جميع النقط المدرجة بالإجماع."
        page_votes = [{"item": i, "result": "adopted", "unanimous": True} for i in range(1, len(items) + 1)]
    else:
        end = f"وبعد المناقشة صادق المجلس بالإجماع على جميع النقط باستثناء النقطة {AR_ORDINALS[exception - 1]} التي تم تأجيلها."
        page_votes = [
            {"item": i, "result": "postponed" if i == exception else "adopted", "unanimous": i != exception}
            for i in range(1, len(items) + 1)
        ]
    numbers = [p(f"{i}- {t}") for i, t in enumerate(items, 1)]
    page = Page(
        title,
        [p(lead), *numbers, p(end)],
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
        votes=page_votes,
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def report_fr(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_fr(r, place)
    bank = (
        "Examen et vote du projet de budget de l'exercice {y}",
        "Programmation de l'excédent de l'exercice {z}",
        "Approbation du cahier des charges relatif à la location du marché hebdomadaire",
        "Convention de partenariat avec l'association Horizon pour la gestion du centre culturel",
        "Dénomination des rues du quartier Al Fath",
        "Modification de l'arrêté fiscal",
        "Exposé sur la situation du transport scolaire",
    )
    items, amounts = [], []
    for text in r.sample(bank, r.randrange(2, 6)):
        items.append(text.format(y=year + 1, z=year - 1))
    words, value = amount_fr(r)
    items.append(f"Octroi d'une subvention de {words} au club sportif de l'Oasis")
    amounts.append(str(value))
    of = "d'" if FR_MONTHS[month - 1][0] in "ao" else "de "
    title = r.choice(
        (
            f"Session ordinaire {of}{FR_MONTHS[month - 1]} {year} du {council}",
            f"Le {council} tient sa session ordinaire du mois {of}{FR_MONTHS[month - 1]} {year}",
        )
    )
    lead = f"Le {council} a tenu {day_fr(r, day)} sa session ordinaire au titre du mois {of}{FR_MONTHS[month - 1]} {year}, sous la présidence du président du conseil. Les points suivants étaient inscrits à l'ordre du jour :"
    phrases = (
        ("adopté à l'unanimité", {"result": "adopted", "unanimous": True}),
        ("approuvé à la majorité", {"result": "adopted", "unanimous": False}),
        ("reporté", {"result": "postponed", "unanimous": False}),
        ("rejeté à la majorité", {"result": "rejected", "unanimous": False}),
    )
    body, votes = [], []
    for i, text in enumerate(items, 1):
        phrase, vote = r.choice(phrases)
        body.append(p(f"{i}. {text} : {phrase}"))
        votes.append({"item": i, **vote})
    page = Page(
        title,
        [p(lead), *body],
        "session_report",
        language="fr",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def minutes(r: Random) -> Page:
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year, 2, 5)
    title = f"محضر الدورة العادية لشهر {AR_MONTHS[month - 1]} {year} {for_(council)}"
    body = [
        p(
            f"في {day_ar(r, day)} اجتمع {council} في دورته العادية لشهر {AR_MONTHS[month - 1]} {year} بدعوة من رئيسه. عدد الأعضاء المزاولين مهامهم: 31. عدد الحاضرين: 24."
        ),
        p("جدول الأعمال:"),
    ]
    body += [p(f"{i}- {t}") for i, t in enumerate(items, 1)]
    votes = []
    for i, text in enumerate(items, 1):
        words, vote = r.choice([v for v in VOTES_AR if v[1] is not None])
        body += [p(f"النقطة {AR_ORDINALS[i - 1]}: {text}"), p(f"بعد المناقشة {words}.")]
        votes.append({"item": i, **(vote or {})})
    page = Page(
        title,
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
    """A list of decisions with numbers."""
    place = some_council(r)
    year, month, day = ordinary(r, place)
    council = council_ar(r, place)
    items, amounts = items_ar(r, year, 2, 6)
    first = r.randrange(1, 60)
    title = f"مقررات الدورة العادية لشهر {AR_MONTHS[month - 1]} {year}"
    body = [
        p(
            f"المقررات المتخذة من طرف {council} خلال دورته العادية لشهر {AR_MONTHS[month - 1]} {year} المنعقدة {day_ar(r, day)}:"
        )
    ]
    votes = []
    for i, text in enumerate(items):
        words, vote = r.choice(VOTES_AR[:6])
        body.append(p(f"مقرر عدد {first + i}: {text}، {words}."))
        votes.append({"item": i + 1, **(vote or {})})
    page = Page(
        title,
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
    """A meeting of the bureau that prepares a session is no session."""
    place = some_council(r)
    day = ordinary(r, place)[2]
    council = council_ar(r, place)
    title = f"اجتماع مكتب {council}"
    body = [p(f"انعقد {day_ar(r, day)} اجتماع مكتب {council} خصص للتحضير للدورة المقبلة وتدارس سير المصالح الجماعية.")]
    page = Page(title, body, "bureau_meeting", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def committee(r: Random) -> Page:
    place = some_council(r)
    day = ordinary(r, place)[2]
    council = council_ar(r, place)
    what = r.choice(
        ("لجنة الميزانية والشؤون المالية والبرمجة", "لجنة المرافق العمومية والخدمات", "لجنة التعمير وإعداد التراب")
    )
    body = [
        p(
            f"عقدت {what} المنبثقة عن {council} اجتماعا {day_ar(r, day)} لدراسة النقط المحالة عليها قبل عرضها على المجلس."
        )
    ]
    page = Page(f"اجتماع {what}", body, "committee_meeting", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def tender(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    words, value = amount_ar(r)
    reference = f"{r.randrange(1, 40):02d}/{year}"
    title = f"إعلان عن طلب عروض مفتوح رقم {reference}"
    guarantee = dt_amount(r)
    body = [
        p(
            f"في {day_ar(r, day)} على الساعة العاشرة صباحا، سيتم بمكتب رئيس {council_ar(r, place)} فتح الأظرفة المتعلقة بطلب العروض المفتوح رقم {reference} لأجل {r.choice(('تهيئة', 'بناء', 'تجهيز'))} {r.choice(FACILITIES)}."
        ),
        p(f"كلفة تقدير الأشغال من طرف صاحب المشروع محددة في مبلغ: {words} مع احتساب الرسوم."),
        p(f"مبلغ الضمان المؤقت محدد في {guarantee[0]}."),
    ]
    page = Page(title, body, "tender", publisher=place.id, amounts=[str(value)], collectivities=[place.id])
    page.date("deadline", day)
    return page


def dt_amount(r: Random) -> tuple[str, str]:
    value = r.choice((5, 8, 10, 15, 20, 30)) * 1000
    return f"{value:,}".replace(",", ".") + ",00 درهم", str(value)


def recruitment(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    last = day - dt.timedelta(days=15)
    posts = r.randrange(2, 9)
    title = f"إعلان عن مباراة توظيف {posts} تقنيين من الدرجة الثالثة"
    body = [
        p(
            f"ينظم {council_ar(r, place)} {day_ar(r, day)} مباراة لتوظيف {posts} تقنيين من الدرجة الثالثة (السلم 9). توضع ملفات الترشيح قبل {day_ar(r, last, weekday=False)}."
        )
    ]
    page = Page(title, body, "recruitment", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    chosen = r.sample(ASSOCIATIONS, r.randrange(2, 5))
    rows, amounts = "", []
    for i, name in enumerate(chosen, 1):
        value = r.choice((10, 20, 30, 50, 80)) * 1000
        rows += f"<tr><td>{i}</td><td>{name}</td><td>{value:,}".replace(",", ".") + ",00 درهم</td></tr>"
        amounts.append(str(value))
    title = f"لائحة الجمعيات المستفيدة من دعم الجماعة برسم سنة {year}"
    body = [
        p(f"ينشر {council_ar(r, place)} لائحة الجمعيات المستفيدة من الدعم المالي برسم سنة {year}:"),
        f"<table><tr><th>ر.ت</th><th>اسم الجمعية</th><th>مبلغ الدعم</th></tr>{rows}</table>",
    ]
    return Page(title, body, "grants", publisher=place.id, amounts=amounts, collectivities=[place.id])


def agreement(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2016, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    words, value = amount_ar(r)
    partner = r.choice(PARTNERS)
    title = f"توقيع اتفاقية شراكة بين {council_ar(r, place)} و{partner}"
    body = [
        p(
            f"وقع رئيس {council_ar(r, place)} {day_ar(r, day)} مع {partner} اتفاقية شراكة لإنجاز {r.choice(FACILITIES)} بغلاف مالي قدره {words}، وتمتد مدتها ثلاث سنوات."
        )
    ]
    page = Page(title, body, "agreement", publisher=place.id, amounts=[str(value)], collectivities=[place.id])
    page.date("signed", day)
    return page


def petition(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2017, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    title = "عريضة لإدراج نقطة في جدول أعمال المجلس"
    body = [
        p(
            f"توصل رئيس {council_ar(r, place)} {day_ar(r, day)} بعريضة موقعة من طرف {r.randrange(100, 400)} مواطنا ومواطنة تطالب بإدراج نقطة تتعلق بإحداث {r.choice(FACILITIES)} ضمن جدول أعمال الدورة المقبلة."
        )
    ]
    page = Page(title, body, "petition", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


def consultation(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2022, 2027)
    first = working_day(r, year, r.randrange(1, 12), 15)
    last = first + dt.timedelta(days=r.randrange(6, 13))
    title = "استشارة عمومية حول مشاريع برنامج الانفتاح"
    body = [
        p(
            f"يفتح {council_ar(r, place)} باب المشاركة في الاستشارة العمومية عبر الموقع الإلكتروني من {day_ar(r, first, weekday=False)} إلى {day_ar(r, last, weekday=False)}، ويدعو المواطنات والمواطنين إلى تقديم مقترحاتهم."
        )
    ]
    page = Page(title, body, "consultation", publisher=place.id, collectivities=[place.id])
    page.date("event", first)
    page.date("deadline", last)
    return page


def other_council(r: Random) -> Page:
    """A commune's site tells of another council's session: the host is not the body."""
    host, acting = PLACES["ct-a103"], r.choice([x for x in PLACES.values() if x.level in ("province", "region")])
    year, month, day = ordinary(r, acting)
    council = council_ar(r, acting)
    title = f"{council} يعقد دورته العادية"
    body = [
        p(
            f"عقد {council} {day_ar(r, day)} دورته العادية لشهر {AR_MONTHS[month - 1]} {year}، وحضرها رئيس جماعة {host.ar} بصفته عضوا."
        )
    ]
    page = Page(title, body, "session_report", publisher=host.id, collectivities=[acting.id, host.id])
    page.sessions.append(session(acting, "ordinary", year, month))
    page.date("session", day)
    return page


def homonym(r: Random) -> Page:
    """A name that two communes share: the site decides, a page elsewhere leaves it open."""
    place = PLACES[r.choice(("ct-a105", "ct-a113"))]
    year, month, day = ordinary(r, place)
    title = f"الدورة العادية لشهر {AR_MONTHS[month - 1]} {year} لمجلس جماعة {place.ar}"
    body = [p(f"عقد مجلس جماعة {place.ar} {day_ar(r, day)} دورته العادية لشهر {AR_MONTHS[month - 1]} {year}.")]
    page = Page(title, body, "session_report", publisher=place.id, collectivities=[place.id])
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


def contradiction(r: Random) -> Page:
    """The weekday is not that of the date: the date stays as written, flagged."""
    place = some_council(r)
    year, month, day = ordinary(r, place)
    wrong = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")[(day.weekday() + 2) % 5]
    council = council_ar(r, place)
    title = f"انعقاد الدورة العادية لشهر {AR_MONTHS[month - 1]} {year}"
    body = [
        p(
            f"انعقدت يوم {wrong} {day.day:02d} {AR_MONTHS[day.month - 1]} {year} الدورة العادية لشهر {AR_MONTHS[month - 1]} {for_(council)}."
        )
    ]
    page = Page(title, body, "session_report", publisher=place.id, collectivities=[place.id])
    page.sessions.append(session(place, "ordinary", year, month))
    page.date("session", day)
    return page


EMPTY_AR = (
    (
        "رخص البناء",
        "تسلم رخصة البناء بعد إيداع ملف يتكون من تصميم معماري وشهادة الملكية. ويؤدى رسم قدره 20 درهما عن كل متر مربع حسب القرار الجبائي.",
    ),
    (
        "الدوري الرمضاني في نسخته السابعة",
        "تتواصل مباريات الدوري الرمضاني لكرة القدم المصغرة في دورته السابعة، وقد تأهل فريقان إلى نصف النهاية.",
    ),
    (
        "دورة تكوينية لفائدة الموظفين",
        "يستفيد موظفو المصالح من دورة تكوينية في مجال الأرشيف، وتهم الدورة تقنيات الحفظ والترتيب.",
    ),
    (
        "تاريخ المدينة",
        "تأسست المدينة القديمة حول عين ماء، واشتهرت بأسوارها وأبوابها الخمسة وبسوقها الذي كان يقصده التجار من كل الجهات.",
    ),
    (
        "شروط تقديم العرائض",
        "يحدد القانون التنظيمي رقم 113.14 شروط تقديم العرائض: ألا يقل عدد التوقيعات عن 100 في الجماعات التي يقل سكانها عن 35000 نسمة.",
    ),
    (
        "تنبيه",
        "ينهى إلى علم الساكنة أن التزود بالماء الصالح للشرب سيعرف اضطرابا بسبب أشغال الصيانة بالطريق الوطنية رقم 2.",
    ),
    (
        "اختصاصات المجلس",
        "يعقد المجلس وجوبا جلساته في دورة عادية ثلاث مرات في السنة خلال أشهر فبراير وماي وأكتوبر، وتكون الجلسات عمومية.",
    ),
    (
        "كلمة الرئيس",
        "أرحب بكم في الموقع الرسمي للجماعة، وهو فضاء للتواصل والقرب من المواطن، وندعوكم إلى التفاعل مع مضامينه.",
    ),
    (
        "وثائق تصحيح الإمضاء",
        "الوثائق المطلوبة: البطاقة الوطنية، والوثيقة المراد تصحيح إمضائها، وتنبر بدرهمين لكل نسخة.",
    ),
    (
        "المؤهلات السياحية",
        "تزخر المنطقة بمؤهلات طبيعية، من بينها غابة الأرز على علو 1600 متر، ومغارات يزيد عمرها عن ألف سنة.",
    ),
)
EMPTY_FR = (
    (
        "Permis d'habiter",
        "Le dossier comprend une demande, un plan et une attestation. Le délai de traitement est de 15 jours et le droit de 100 dirhams.",
    ),
    (
        "Le festival des cerises fête sa dixième édition",
        "La dixième session du festival propose concerts et expositions autour du patrimoine de la ville.",
    ),
    (
        "Mot du président",
        "Bienvenue sur le portail de la commune. Vous y trouverez les services, les démarches et l'actualité de votre ville.",
    ),
    (
        "Que dit la loi ?",
        "La loi organique n° 113-14 prévoit trois sessions ordinaires par an, en février, mai et octobre ; la loi n° 31-13 consacre le droit d'accès à l'information.",
    ),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.75 else "fr"
    title, text = r.choice(EMPTY_AR if language == "ar" else EMPTY_FR)
    more = (
        r.choice(("", "للمزيد من المعلومات يرجى الاتصال بمصالح الجماعة.", "نتمنى لكم زيارة طيبة."))
        if language == "ar"
        else ""
    )
    place = some_council(r)
    return Page(
        title,
        [p(text)] + ([p(more)] if more else []),
        "other",
        language=language,
        publisher=place.id,
        is_empty=True,
        collectivities=None,
    )


def visit(r: Random) -> Page:
    """News of a visit: an event, no act of the council."""
    place = some_council(r)
    year = r.randrange(2018, 2027)
    day = working_day(r, year, r.randrange(1, 13))
    title = (
        f"زيارة ميدانية لأوراش التهيئة بجماعة {place.ar}"
        if place.level == "commune"
        else "زيارة ميدانية لأوراش التهيئة"
    )
    body = [
        p(f"قام رئيس {council_ar(r, place)} {day_ar(r, day)} بزيارة ميدانية لتفقد سير الأشغال ب{r.choice(FACILITIES)}.")
    ]
    page = Page(title, body, "news", publisher=place.id, collectivities=[place.id])
    page.date("event", day)
    return page


#: Core and its share of the pages.
CORES: tuple[tuple[Core, int], ...] = (
    (announcement, 45), (announcement_extra, 25), (report, 60), (report_all_but, 25), (report_fr, 35), (minutes, 16), (decisions, 16), (bureau, 12), (committee, 12),
    (tender, 16), (recruitment, 12), (grants, 12), (agreement, 12), (petition, 10), (consultation, 10), (other_council, 10), (homonym, 8), (contradiction, 10),
    (visit, 12), (empty, 62),
)  # fmt: skip
