"""Cores that were opened once for a figure (docs/accuracy.md) and may be looked at since: longer pages with what surrounds an act on real ones (a past session, the next one, a law, a remark with
figures, thanks), votes told in sentences, French and Arabic side by side."""

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
)  # fmt: skip

Core = Callable[[Random], Page]

SITES = (
    "حديقة الأميرات",
    "سوق الأحد",
    "المنطقة الصناعية",
    "ملعب الأحياء",
    "طريق المطار",
    "دار الصانع",
    "كورنيش المدينة",
    "المدرسة الجماعاتية",
)
CIRCLES = (
    "جمعية الرحمة للصم",
    "جمعية هواة المسرح",
    "نادي الطائرة النسوي",
    "تعاونية الأركان",
    "فيدرالية التجار",
    "رابطة مدربي السباحة",
)
FIRMS = ("المكتب الشريف", "الوكالة الوطنية للموانئ", "مؤسسة محمد الخيالي", "شركة النقل الحضري", "المصالح البيطرية")
VALUES: tuple[tuple[str, str], ...] = (
    ("2.750.000,00 درهم", "2750000"),
    ("240 ألف درهم", "240000"),
    ("8 ملايين درهم", "8000000"),
    ("33 مليون درهم", "33000000"),
    ("600 مليون سنتيم", "6000000"),
    ("1,3 مليون درهم", "1300000"),
    ("أربعمائة ألف درهم", "400000"),
    ("75.000,00 درهم", "75000"),
    ("مليون و 450 ألف درهم", "1450000"),
    ("95000 درهم", "95000"),
    ("5.200.000 درهم", "5200000"),
)
REMARKS = (
    "وأشار رئيس المجلس في كلمته إلى أن الأشغال التي همت 12 حيا كلفت في السنوات الماضية أكثر من 66 مليون درهم.",
    "وفي بداية الجلسة تمت قراءة الفاتحة ترحما على أرواح الموظفين الذين وافتهم المنية.",
    "وقد تخللت الجلسة مداخلات قيمة لعدد من المستشارين حول قضايا تهم الساكنة.",
    "يذكر أن الدورة السابقة كانت قد خصصت لمناقشة قطاع النظافة.",
    "وتجدر الإشارة إلى أن الموقع الإلكتروني يضع رهن إشارة المواطنين كل الوثائق.",
)
NEXT = (
    "على أن يتواصل النقاش في الدورة المقبلة.",
    "وستنشر المقررات بالموقع الرسمي بعد التأشير عليها.",
    "ورفعت الجلسة بعد تلاوة برقية الولاء.",
    "",
)


def value(r: Random) -> tuple[str, list[str]]:
    words, number = r.choice(VALUES)
    return words, [number]


def point(r: Random, year: int) -> tuple[str, list[str]]:
    site, circle, firm = r.choice(SITES), r.choice(CIRCLES), r.choice(FIRMS)
    words, values = value(r)
    plain = (
        f"الدراسة والتصويت على مشروع ميزانية {year + 1}",
        f"برمجة الفائض التقديري لسنة {year}",
        f"الدراسة والمصادقة على اتفاقية شراكة بين المجلس و{circle} من أجل تنشيط {site}",
        f"المصادقة على دفتر شروط استغلال {site}",
        "المصادقة على القرار التنظيمي الخاص بالوقاية الصحية",
        f"اقتناء العقار موضوع مطلب التحفيظ عدد {r.randrange(1000, 9999)}/38 لإحداث {site}",
        f"توسيع الطريق الجهوية رقم {r.randrange(300, 799)}",
        "انتخاب رئيس لجنة التعمير ونائبه",
        f"إلغاء المقرر عدد {r.randrange(1, 70)} المتخذ خلال دورة استثنائية سابقة",
        "دراسة وضعية الموارد المائية بالمجال القروي",
        f"تسمية {site} باسم أحد الرواد",
    )
    form = r.randrange(16)
    if form < len(plain):
        return plain[form], []
    rich = (
        f"منح دعم مالي بقيمة {words} {for_(circle)}",
        f"الدراسة والمصادقة على اتفاقية مع {firm} لتأهيل {site} بغلاف مالي إجمالي قدره {words}",
        f"تخصيص اعتماد مالي قدره {words} لصيانة {site}",
        f"رفع حصة المجلس في رأسمال {firm} إلى {words}",
        f"تحيين كلفة مشروع {site} لتبلغ {words}",
    )
    return rich[form - len(plain)], values


def points(r: Random, year: int, low: int = 2, high: int = 8) -> tuple[list[str], list[str]]:
    found: dict[str, list[str]] = {}
    wanted = r.randrange(low, high)
    while len(found) < wanted:
        text, values = point(r, year)
        found[text] = values
    return list(found), [v for values in found.values() for v in values]


VOTES_AR: tuple[tuple[str, dict[str, object] | None], ...] = (
    ("صادق الأعضاء الحاضرون بالإجماع", {"result": "adopted", "unanimous": True}),
    ("تمت المصادقة عليها بإجماع المصوتين", {"result": "adopted", "unanimous": True}),
    ("تمت الموافقة عليها بالإجماع", {"result": "adopted", "unanimous": True}),
    ("حازت على موافقة أغلبية الحاضرين", {"result": "adopted", "unanimous": False}),
    (
        "صودق عليها ب 15 صوتا مقابل 8 أصوات وامتناع عضوين",
        {"result": "adopted", "unanimous": False, "for": 15, "against": 8, "abstain": 2},
    ),
    ("صادق عليها المجلس بأغلبية 20 صوتا", {"result": "adopted", "unanimous": False, "for": 20}),
    ("تقرر تأجيلها إلى دورة قادمة", {"result": "postponed", "unanimous": False}),
    ("أرجأ المجلس البت فيها", {"result": "postponed", "unanimous": False}),
    ("رفضها المجلس بأغلبية الأصوات", {"result": "rejected", "unanimous": False}),
    ("تم الاطلاع عليها", None),
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


def announced(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year)
    before = f"استنادا إلى {law_reference(place)}، وبناء على ما تقرر خلال اجتماع المكتب، "
    lead = before + f"سينعقد {council} في دورته العادية لشهر {name} {year} {day_ar(r, day)} {time_ar(r)} بمقره."
    form = r.randrange(3)
    body = [p(lead), p("ويتضمن جدول أعمال الدورة النقط التالية :")]
    if form == 0:
        body += [p(f"{i} - {t}") for i, t in enumerate(items, 1)]
    elif form == 1:
        body += ["<div><ol>" + "".join(f"<li><p>{t}.</p></li>" for t in items) + "</ol></div>"]
    else:
        body += [p(f"النقطة {AR_ORDINALS[i - 1]} : {t} ؛") for i, t in enumerate(items, 1)]
    body.append(p("والدعوة موجهة إلى العموم لحضور الجلسة."))
    return made(
        Page(
            f"{council}: دورة {name} العادية {year}",
            body,
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


def reported(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year)
    chosen = [r.choice(VOTES_AR) for _ in items]
    pairs = list(zip(items, (w for w, _ in chosen), strict=True))
    lead = f"ترأس رئيس {council}، {day_ar(r, day)}، أشغال الدورة العادية لشهر {name} {year}، بحضور ممثل السلطة المحلية وأطر الإدارة."
    form = r.randrange(4)
    body = [
        p(lead),
        p(r.choice(REMARKS)),
        p("وبعد ذلك انتقل المجلس إلى دراسة نقط جدول الأعمال، وكانت النتائج كما يلي:"),
    ]
    if form == 0:
        body += [p(f"{i}- {t}: {w}؛") for i, (t, w) in enumerate(pairs, 1)]
    elif form == 1:
        body += [
            "<table><thead><tr><th>ر.ت</th><th>موضوع النقطة</th><th>نتيجة التصويت</th></tr></thead><tbody>"
            + "".join(
                f"<tr><td><p>{i}</p></td><td><p>{t}</p></td><td><p>{w}</p></td></tr>"
                for i, (t, w) in enumerate(pairs, 1)
            )
            + "</tbody></table>"
        ]
    elif form == 2:
        body += [
            x
            for i, (t, w) in enumerate(pairs, 1)
            for x in (
                f"<h3>النقطة {AR_ORDINALS[i - 1]}: {t}</h3>",
                p("بعد عرض رئيس اللجنة المختصة لتقريرها وفتح باب النقاش،"),
                p(f"{w}."),
            )
        ]
    else:
        body += ["<ul>" + "".join(f"<li><strong>{t}</strong> : {w}</li>" for t, w in pairs) + "</ul>"]
    body.append(p(r.choice(NEXT[:3])))
    page = Page(
        f"أشغال الدورة العادية لشهر {name} {year} {for_(council)}",
        body,
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        collectivities=[place.id],
    )
    page.votes = [{"item": i, **v} for i, (_, v) in enumerate(chosen, 1) if v is not None]
    if r.random() < 0.4:
        page.published = day + dt.timedelta(days=r.randrange(0, 4))
        page.date("published", page.published)
    return made(page, place, year, month, day)


def told(r: Random) -> Page:
    """A list of points, then what became of them in sentences."""
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 3, 6)
    body = [
        p(f"عقد {council} {day_ar(r, day)} جلسة عمومية في إطار دورته العادية لشهر {name} {year}، وضم جدول أعمالها:")
    ]
    body += [p(f"{i}- {t}") for i, t in enumerate(items, 1)]
    other = r.randrange(2, len(items) + 1)
    ordinal = AR_ORDINALS[other - 1]
    body.append(p(r.choice(REMARKS)))
    if r.random() < 0.5:
        body.append(
            p(f"وفي ختام النقاش، صادق المجلس بالإجماع على جميع النقط، باستثناء النقطة {ordinal} التي تم رفضها.")
        )
        votes = [
            {"item": i, "result": "rejected" if i == other else "adopted", "unanimous": i != other}
            for i in range(1, len(items) + 1)
        ]
    else:
        body.append(p(f"وقد تمت المصادقة على كافة النقط بالإجماع، ما عدا النقطة {ordinal} التي صودق عليها بالأغلبية."))
        votes = [{"item": i, "result": "adopted", "unanimous": i != other} for i in range(1, len(items) + 1)]
    page = Page(
        f"{council} يعقد دورته العادية لشهر {name} {year}",
        body,
        "session_report",
        publisher=place.id,
        agenda=items,
        amounts=amounts,
        votes=votes,
        collectivities=[place.id],
    )
    return made(page, place, year, month, day)


def extraordinary(r: Random) -> Page:
    place = some_council(r)
    year, month = r.randrange(2016, 2027), r.randrange(1, 13)
    day = working_day(r, year, month)
    council, number = council_ar(r, place), r.randrange(1, 12)
    items, amounts = points(r, year, 1, 4)
    body = [
        p(
            f"دعي أعضاء {council} إلى دورة استثنائية (رقم {number:02d}) تنعقد {day_ar(r, day, weekday=True)} {time_ar(r)} للتداول في ما يلي:"
        ),
        *[p(f"{i}- {t}") for i, t in enumerate(items, 1)],
    ]
    return made(
        Page(
            f"دعوة إلى دورة استثنائية رقم {number:02d}",
            body,
            "session_announcement",
            publisher=place.id,
            agenda=items,
            amounts=amounts,
            collectivities=[place.id],
        ),
        place,
        year,
        None,
        day,
        "extraordinary",
        number,
    )


def french(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_fr(r, place), FR_MONTHS[month - 1]
    of_ = "d'" if name[0] in "ao" else "de "
    bank = (
        f"Examen et vote du projet de budget {year + 1}",
        f"Programmation de l'excédent prévisionnel {year}",
        "Cahier des charges de l'exploitation du camping",
        "Arrêté réglementaire relatif à l'hygiène",
        "Acquisition du terrain objet de la réquisition 4411/38",
        "Élargissement de la route régionale n° 415",
        "Élection du président de la commission de l'urbanisme",
        "Situation des ressources en eau en milieu rural",
    )
    items = r.sample(bank, r.randrange(2, 6))
    phrases = (
        ("approuvé à l'unanimité des présents", {"result": "adopted", "unanimous": True}),
        (
            "adopté par 21 voix contre 3 et 2 abstentions",
            {"result": "adopted", "unanimous": False, "for": 21, "against": 3, "abstain": 2},
        ),
        ("ajourné à la session suivante", {"result": "postponed", "unanimous": False}),
        ("refusé à la majorité", {"result": "rejected", "unanimous": False}),
    )
    chosen = [r.choice(phrases) for _ in items]
    body = [
        p(
            f"Le président du {council} a présidé, {day_fr(r, day)}, les travaux de la session ordinaire {of_}{name} {year}."
        ),
        p("Après lecture du rapport d'activité, le conseil a examiné les points suivants :"),
    ]
    form = r.randrange(3)
    pairs = list(zip(items, (w for w, _ in chosen), strict=True))
    if form == 0:
        body += [p(f"{i}. {t} : {w} ;") for i, (t, w) in enumerate(pairs, 1)]
    elif form == 1:
        body += ["<ol>" + "".join(f"<li>{t} <em>({w})</em></li>" for t, w in pairs) + "</ol>"]
    else:
        body += [
            "<table><tr><th>N°</th><th>Points inscrits à l'ordre du jour</th><th>Vote</th></tr>".replace(
                "Points inscrits à l'ordre du jour", "Objet"
            )
            + "".join(f"<tr><td>{i}</td><td>{t}</td><td>{w}</td></tr>" for i, (t, w) in enumerate(pairs, 1))
            + "</table>"
        ]
    body.append(p("La séance a été levée à 14 heures."))
    page = Page(
        f"Travaux de la session ordinaire {of_}{name} {year}",
        body,
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
        p(f"عقد {council} دورته العادية لشهر {name} {year} {day_ar(r, day)} {time_ar(r)} بقاعة الاجتماعات الكبرى، تحت رئاسة السيد الرئيس."), p("عدد الأعضاء المزاولين: 29، عدد الحاضرين: 22، عدد الغائبين بعذر: 7."), p("جدول الأعمال :"),
        *[p(f"{i}- {t}") for i, t in enumerate(items, 1)],
    ]  # fmt: skip
    votes = []
    for i, t in enumerate(items, 1):
        words, vote = r.choice([v for v in VOTES_AR if v[1] is not None])
        body += [
            f"<h4>النقطة {AR_ORDINALS[i - 1]}: {t}</h4>",
            p("قدم الرئيس عرضا مفصلا حول الموضوع."),
            p(f"وبعد التداول، {words}."),
        ]
        votes.append({"item": i, **(vote or {})})
    return made(
        Page(
            f"محضر أشغال دورة {name} {year}",
            body,
            "minutes",
            publisher=place.id,
            agenda=items,
            amounts=amounts,
            votes=votes,
            collectivities=[place.id],
        ),
        place,
        year,
        month,
        day,
    )


def decisions(r: Random) -> Page:
    place = some_council(r)
    year, month, day = term(r, place)
    council, name = council_ar(r, place), AR_MONTHS[month - 1]
    items, amounts = points(r, year, 2, 6)
    first = r.randrange(5, 60)
    chosen = [r.choice(VOTES_AR[:6]) for _ in items]
    body = [p(f"ملخص مقررات {council} المتخذة خلال الدورة العادية لشهر {name} {year} المنعقدة {day_ar(r, day)}.")]
    body += [p(f"مقرر رقم {first + i}: {t} - {w}") for i, (t, (w, _)) in enumerate(zip(items, chosen, strict=True))]
    page = Page(
        f"ملخص مقررات دورة {name} العادية {year}",
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
    """A page of a few sentences: {c} the council, {d} the day."""

    def core(r: Random) -> Page:
        place = some_council(r)
        day = working_day(r, r.randrange(2018, 2027), r.randrange(1, 13))
        words, values = value(r)
        number = f"{r.randrange(1, 40):02d}/{day.year}"
        body = [
            p(x)
            for x in text.format(
                c=council_ar(r, place),
                d=day_ar(r, day),
                m=words,
                n=number,
                w=r.choice(SITES),
                s=r.choice(CIRCLES),
                k=r.randrange(110, 380),
            ).split("\n")
        ]
        page = Page(
            title.format(n=number),
            body,
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
    "اجتماع المكتب",
    "عقد أعضاء مكتب {c} اجتماعهم العادي {d}.\nوتم خلاله التداول في تدبير المرافق والتحضير لأشغال الدورة.",
)
committee = simple(
    "committee_meeting",
    "event",
    "أشغال اللجان",
    "انعقد {d} بمقر {c} اجتماع اللجنة المكلفة بالميزانية.\nوقد رفعت اللجنة توصياتها إلى الرئاسة.",
)
tender = simple(
    "tender",
    "deadline",
    "إعلان عن طلب عروض رقم {n}",
    "يعلن رئيس {c} عن طلب عروض رقم {n} لإنجاز أشغال {w}.\nتقدر كلفة الأشغال بمبلغ {m}.\nيجب إيداع العروض قبل {d}.",
)
recruitment = simple(
    "recruitment",
    "event",
    "مباراة لتوظيف تقنيين",
    "تنظم {c} مباراة لتوظيف تقنيين من الدرجة الرابعة وذلك {d}.\nوتسحب الملفات من مصلحة الموظفين.".replace(
        "تنظم {c}", "ينظم {c}"
    ),
)
signed = simple(
    "agreement",
    "signed",
    "توقيع اتفاقية",
    "جرى {d} توقيع اتفاقية شراكة بين {c} ومؤسسة التعاون الوطني لتجهيز {w}، بكلفة إجمالية تبلغ {m}.\nوحضر حفل التوقيع عدد من الفاعلين.",
)
petition = simple(
    "petition",
    "event",
    "حول عريضة",
    "تقدمت لجنة تمثل الساكنة إلى رئيس {c} {d} بعريضة موقعة من طرف {k} شخصا حول وضعية {w}.",
)


def consultation(r: Random) -> Page:
    place = some_council(r)
    first = working_day(r, r.randrange(2022, 2027), r.randrange(1, 12), 13)
    last = first + dt.timedelta(days=r.randrange(7, 14))
    body = [
        p(
            f"يدعو {council_ar(r, place)} المواطنات والمواطنين إلى تقديم مقترحاتهم حول برنامج الانفتاح عبر المنصة الرقمية، وذلك من {day_ar(r, first, weekday=False)} إلى {day_ar(r, last, weekday=False)}."
        )
    ]
    page = Page("دعوة إلى تقديم المقترحات", body, "consultation", publisher=place.id, collectivities=[place.id])
    page.date("event", first)
    page.date("deadline", last)
    return page


def grants(r: Random) -> Page:
    place = some_council(r)
    year = r.randrange(2018, 2027)
    rows, amounts = "", []
    for name in r.sample(CIRCLES, r.randrange(2, 5)):
        number = r.choice((16, 24, 48, 68, 88)) * 1000
        rows += f"<tr><td>{name}</td><td>{number // 1000}.000,00 درهم</td><td>تنشيط</td></tr>"
        amounts.append(str(number))
    body = [
        p(f"اللائحة النهائية للجمعيات المستفيدة من الدعم المالي المقدم من {council_ar(r, place)} سنة {year}."),
        f"<table><tr><th>اسم الجمعية</th><th>المبلغ الممنوح</th><th>الغرض</th></tr>{rows}</table>",
    ]
    return Page(
        f"لائحة الجمعيات المستفيدة {year}",
        body,
        "grants",
        publisher=place.id,
        amounts=amounts,
        collectivities=[place.id],
    )


def other_council(r: Random) -> Page:
    host, acting = PLACES["ct-a108"], r.choice([x for x in PLACES.values() if x.level in ("province", "region")])
    year, month, day = term(r, acting)
    name = AR_MONTHS[month - 1]
    body = [
        p(
            f"مثل نائب الرئيس جماعة {host.ar} {day_ar(r, day)} في الدورة العادية لشهر {name} {year} {for_(council_ar(r, acting))}، التي عرفت مناقشة قضايا مختلفة."
        )
    ]
    return made(
        Page(
            "تمثيل الجماعة في أشغال الدورة",
            body,
            "session_report",
            publisher=host.id,
            collectivities=[acting.id, host.id],
        ),
        acting,
        year,
        month,
        day,
    )


EMPTY_AR = (
    ("مكتب تلقي الشكايات", "يستقبل المكتب المواطنين طيلة أيام العمل، ويجيب عن الشكايات داخل أجل لا يتعدى ثلاثين يوما."),
    ("سعر الماء", "يحدد سعر المتر المكعب في 7,39 درهم للشطر الثاني، ويؤدى عبر وكالات الاستخلاص."),
    ("معرض الكتاب في دورته الخامسة", "يعود معرض الكتاب في دورته الخامسة بحلة جديدة، ويحتفي هذه السنة بأدب الرحلة."),
    ("اختصاصات المكتب", "يتكون مكتب المجلس من الرئيس ونوابه، ويجتمع وفق ما ينص عليه النظام الداخلي."),
    ("مسطرة البناء", "تودع ملفات رخص البناء عبر منصة رخص، ويبت فيها داخل أجل 15 يوما."),
    ("حكاية اسم", "يرجح المؤرخون أن اسم البلدة مشتق من كلمة أمازيغية تعني العين الجارية."),
    ("إعلان ضياع", "يعلن المعني بالأمر عن ضياع محفظة بمحيط السوق، والمرجو ممن عثر عليها تسليمها لأقرب مركز."),
    ("القانون في سطور", "ينص القانون التنظيمي رقم 112.14 على عقد ثلاث دورات عادية في أشهر يناير ويونيو وشتنبر."),
    ("أوقات القطارات", "تنطلق القطارات كل ساعتين ابتداء من السادسة صباحا، وتستغرق الرحلة 55 دقيقة."),
    ("نتائج البكالوريا", "بلغت نسبة النجاح في الدورة العادية للبكالوريا 71 في المائة على صعيد المديرية."),
    ("زيت الزيتون", "تنتج التعاونيات بالمنطقة زيتا ممتازة، ويباع اللتر بحوالي 90 درهما بالسوق."),
)
EMPTY_FR = (
    (
        "Le bureau d'ordre",
        "Le bureau d'ordre enregistre le courrier de 8h30 à 16h30 ; un accusé de réception est remis.",
    ),
    ("Le baccalauréat", "La session ordinaire du baccalauréat a vu 71 % de réussite dans la province."),
    ("Marché hebdomadaire", "Le marché se tient chaque jeudi ; le droit de place est de 5 dirhams par mètre."),
    (
        "Plan d'accès",
        "Depuis la gare, prendre la rue de la Poste puis la deuxième à droite ; parking gratuit de 60 places.",
    ),
)


def empty(r: Random) -> Page:
    language = "ar" if r.random() < 0.72 else "fr"
    title, text = r.choice(EMPTY_AR if language == "ar" else EMPTY_FR)
    more = (
        r.choice(("", "مع تحيات مصلحة التواصل.", "يمكن تحميل النموذج من هذه الصفحة."))
        if language == "ar"
        else r.choice(("", "Merci de votre visite."))
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
    (announced, 30), (reported, 50), (told, 16), (extraordinary, 12), (french, 24), (minutes, 10), (decisions, 10), (bureau, 9), (committee, 9), (tender, 16), (recruitment, 9), (signed, 14), (petition, 9),
    (consultation, 9), (grants, 9), (other_council, 9), (empty, 108),
)  # fmt: skip
