"""A made-up network of any size: sources with an archive of council pages, ready for an offline night in a test home.

Pages are composed from the sample network's manner (sessions with agendas, events, agreements, plain news, Arabic and French) with seeded variety, on hosts
that are loopback addresses, about fictitious collectivities.
"""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from ingest.archive.capture import NewCapture
from ingest.archive.writer import write_batch
from ingest.home import Home, open_home
from tests.ingest.collect.crawl.site import declare

_NAMES = ("واد المثال", "عين النموذج", "سيدي الخيال", "بني خيال", "أيت تجربة", "قصر العينة")
_NAMES_FR = ("Oued Mithal", "Ain Namoudaj", "Sidi Khayal", "Bni Khayal", "Ait Tajriba", "Ksar El Ayna")
_MONTHS = ("فبراير", "ماي", "أكتوبر")
_ITEMS = (
    "المصادقة على اتفاقية شراكة لتهيئة المسالك القروية رقم {n}", "برمجة الفائض الحقيقي للسنة المالية {y}", "الدراسة والمصادقة على ميزانية {y}",
    "تحديد أسعار الخدمات الجماعية بالسوق الأسبوعي رقم {n}", "الموافقة على كناش التحملات الخاص بكراء المحلات رقم {n}", "إصلاح شبكة الإنارة العمومية بالحي رقم {n}",
)  # fmt: skip
_FILLER = (
    "وتندرج هذه العملية في إطار تنزيل برنامج عمل الجماعة وتقريب الخدمات من المواطنات والمواطنين.", "وقد تمت تعبئة الموارد اللازمة لإنجاز الأشغال داخل الآجال المحددة.",
    "ويأتي ذلك استجابة لطلبات الساكنة المعبر عنها خلال اللقاءات التشاورية.", "وسيتم تتبع التنفيذ من طرف اللجان الدائمة للمجلس.",
)  # fmt: skip
_PAGE = """<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8"><title>{title}</title></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/conseil">المجلس</a></li><li><a href="/contact">اتصل بنا</a></li></ul></nav>
<main><article><h1>{title}</h1>{body}</article></main><footer>{place} (خيالية)</footer></body></html>"""


def make_network(root: Path, members: int, documents: int, seed: int = 1, night: str = "2026-11-20.1") -> Home:
    """A test home with `members` sources and `documents` archived pages each, none of them parsed yet."""
    home = open_home(root, sample=False, test=True)
    r = random.Random(seed)
    at = dt.datetime(2026, 11, 20, 1, 0, tzinfo=dt.UTC)
    for m in range(members):
        source, netloc = f"test-member-{m:04d}", f"127.{1 + m // 250}.{m % 250}.1:8000"
        place = m % 6
        declare(home.root, source, netloc, collectivity=f"ct-x{3 + place:03d}", topics=["sessions", "events"])
        pages = [
            NewCapture(
                f"http://{netloc}/item/{d}",
                at + dt.timedelta(seconds=d),
                page(r, place).encode(),
                "text/html; charset=utf-8",
            )
            for d in range(documents)
        ]
        write_batch(home, source, night, pages)
    return home


def page(r: random.Random, place: int) -> str:
    """One page about one of the six fictitious communes."""
    kind = r.random()
    name, year = _NAMES[place], r.randrange(2016, 2027)
    if kind < 0.35:
        month = r.choice(_MONTHS)
        title = f"الدورة العادية لشهر {month} {year} لمجلس جماعة {name}"
        points = (r.choice(_ITEMS).format(n=r.randrange(1, 900), y=year) for _ in range(r.randrange(3, 12)))
        items = "".join(f"<p>{i}- {point}</p>" for i, point in enumerate(points, start=1))
        body = f"<p>عقد مجلس جماعة {name} دورته العادية لشهر {month} {year} بمقر الجماعة، وتضمن جدول الأعمال النقط التالية:</p>{items}"
    elif kind < 0.5:
        title = f"ورشة تشاورية حول برنامج الانفتاح رقم {r.randrange(1, 9999)}"
        day = f"{r.randrange(1, 29)} {r.choice(('مارس', 'أبريل', 'يونيو', 'شتنبر'))} {year}"
        body = f"<p>نظمت جماعة {name} يوم {day} ورشة تشاورية حول إعداد برنامج الانفتاح بمقر الجماعة.</p>"
    elif kind < 0.75:
        title = f"خبر رقم {r.randrange(1, 99999)} من جماعة {name}"
        body = f"<p>تواصل جماعة {name} أشغال الصيانة بالشطر رقم {r.randrange(1, 500)}.</p>"
    else:
        title = f"Actualité n° {r.randrange(1, 99999)} de la commune {_NAMES_FR[place]}"
        body = f"<p>La commune {_NAMES_FR[place]} poursuit les travaux de la tranche n° {r.randrange(1, 500)} de l'exercice {year}.</p>"
    filler = "".join(
        f"<p>{' '.join(r.sample(_FILLER, 3))} ({r.randrange(10**6)})</p>" for _ in range(r.randrange(4, 14))
    )
    french = kind >= 0.75
    return _PAGE.format(
        lang="fr" if french else "ar", dir="ltr" if french else "rtl", title=title, body=body + filler, place=name
    )
