"""The made-up world of the pages: councils, how they are named, dates, numbers, votes and amounts in the ways in which councils write them.

A writer returns words and what they mean; what they mean is the label.
"""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

AR_MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
MASHRIQI = {5: "مايو", 7: "يوليو", 8: "أغسطس", 9: "سبتمبر", 11: "نوفمبر", 12: "ديسمبر"}
FR_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
AR_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
FR_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
LEGAL_MONTHS = {"commune": (2, 5, 10), "region": (3, 7, 10), "province": (1, 6, 9), "prefecture": (1, 6, 9)}
AR_ORDINALS = (
    "الأولى",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية عشرة",
    "الثانية عشرة",
)
AR_COUNTS = {
    1: "نقطة واحدة",
    2: "نقطتين",
    3: "ثلاث نقط",
    4: "أربع نقط",
    5: "خمس نقط",
    6: "ست نقط",
    7: "سبع نقط",
    8: "ثمان نقط",
    9: "تسع نقط",
    10: "عشر نقط",
}
HIJRI = (
    "الظهير الشريف رقم {n} الصادر في 20 من رمضان 1436 (7 يوليوز 2015) بتنفيذ القانون التنظيمي رقم {law} المتعلق ب{what}"
)
LAWS = {
    "commune": ("1.15.85", "113.14", "الجماعات"),
    "region": ("1.15.83", "111.14", "الجهات"),
    "province": ("1.15.84", "112.14", "العمالات والأقاليم"),
    "prefecture": ("1.15.84", "112.14", "العمالات والأقاليم"),
}


@dataclass(frozen=True)
class Place:
    """A made-up collectivity."""

    id: str
    level: str
    ar: str
    fr: str
    province: str | None
    region: str | None


def places() -> list[Place]:
    """All of them, from `territory.csv`."""
    with Path(__file__).with_name("territory.csv").open(encoding="utf-8", newline="") as handle:
        return [
            Place(
                r["collectivity_id"],
                r["level_code"],
                r["name_ar"],
                r["name_fr"],
                r["province_id"] or None,
                r["region_id"] or None,
            )
            for r in csv.DictReader(handle)
        ]


PLACES = {p.id: p for p in places()}
HOMONYMS = {"ct-a105", "ct-a113"}


def for_(name: str) -> str:
    """An Arabic name after the preposition ل."""
    return "لل" + name[2:] if name.startswith("ال") else "ل" + name


def council_ar(r: Random, p: Place) -> str:
    forms = {
        "commune": ("مجلس جماعة {n}", "المجلس الجماعي {l}", "مجلس جماعة {n}"),
        "province": ("مجلس إقليم {n}", "المجلس الإقليمي {l}"),
        "prefecture": ("مجلس عمالة {n}",),
        "region": ("مجلس جهة {n}", "مجلس جهة {n}"),
    }[p.level]
    return r.choice(forms).format(n=p.ar, l=for_(p.ar))


def council_fr(r: Random, p: Place) -> str:
    forms = {
        "commune": ("conseil communal de {n}", "conseil de la commune de {n}"),
        "province": ("conseil provincial de {n}", "conseil de la province de {n}"),
        "prefecture": ("conseil préfectoral de {n}", "conseil de la préfecture de {n}"),
        "region": ("conseil de la région {n}", "conseil régional de {n}"),
    }[p.level]
    return r.choice(forms).format(n=p.fr)


def some_council(r: Random) -> Place:
    """A council whose name is shared by no other of its level."""
    level = r.choices(("commune", "province", "region"), (6, 2, 2))[0]
    levels = ("province", "prefecture") if level == "province" else (level,)
    return r.choice([p for p in PLACES.values() if p.level in levels and p.id not in HOMONYMS])


def working_day(r: Random, year: int, month: int, last: int = 28) -> dt.date:
    while True:
        day = dt.date(year, month, r.randrange(1, last))
        if day.weekday() < 5:
            return day


ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def day_ar(r: Random, day: dt.date, *, weekday: bool | None = None) -> str:
    """A day in Arabic in one of the forms met on council sites."""
    month = AR_MONTHS[day.month - 1]
    named = AR_DAYS[day.weekday()]
    if day.day == 1 and r.random() < 0.5:
        return f"يوم {named} فاتح {month} {day.year}"
    form = r.randrange(9)
    lead = f"يوم {named} " if weekday or (weekday is None and r.random() < 0.7) else ""
    if form == 0:
        return f"{lead}{day.day:02d}{month} {day.year}"
    if form == 1:
        return f"{lead}{day.day} {month}{day.year}"
    if form == 2:
        return f"{lead}{day:%d/%m/%Y}"
    if form == 3:
        return f"{lead}{day.day} {MASHRIQI.get(day.month, month)} {day.year}"
    if form == 4:
        broken = month[0] + "ـ" + month[1:]
        return f"{lead}{day.day:02d} {broken} {day.year}"
    if form == 5:
        return (
            f"{lead}{day.day} {month} {day.year}".replace("ي", "ی")
            if r.random() < 0.5
            else f"{lead}{day.day} من شهر {month} {day.year}"
        )
    if form == 6 and r.random() < 0.4:
        return f"{lead}{day.day} {month} {day.year}".translate(ARABIC_INDIC)
    return f"{lead}{day.day:02d} {month} {day.year}"


def day_fr(r: Random, day: dt.date) -> str:
    named = FR_DAYS[day.weekday()]
    number = "1er" if day.day == 1 else f"{day.day:02d}" if r.random() < 0.4 else str(day.day)
    form = r.randrange(4)
    if form == 0:
        return f"le {day:%d/%m/%Y}"
    if form == 1:
        return f"le {named} {number} {FR_MONTHS[day.month - 1]} {day.year}"
    if form == 2:
        return f"{named} {number} {FR_MONTHS[day.month - 1].capitalize()} {day.year}"
    return f"le {number} {FR_MONTHS[day.month - 1]} {day.year}"


def time_ar(r: Random) -> str:
    return r.choice(
        (
            "على الساعة العاشرة صباحا",
            "على الساعة العاشرة والنصف صباحا",
            "على الساعة الحادية عشرة صباحا",
            "ابتداء من الساعة 10 و 30 دقيقة",
            "على الساعة 15H00",
            "على الساعة الثالثة زوالا",
        )
    )


def law_reference(p: Place) -> str:
    n, law, what = LAWS[p.level]
    return HIJRI.format(n=n, law=law, what=what)


def dots(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def amount_ar(r: Random) -> tuple[str, Decimal]:
    """An amount in Arabic and its value in dirhams."""
    form = r.randrange(12)
    thousands = r.choice((50, 80, 120, 150, 200, 250, 340, 600, 750, 900))
    millions = r.choice((2, 3, 4, 6, 8, 12, 15, 21, 35, 66))
    if form == 0:
        return f"{dots(thousands * 1000)},00 درهم", Decimal(thousands * 1000)
    if form == 1:
        return f"{dots(thousands * 1000)} درهم", Decimal(thousands * 1000)
    if form == 2:
        return f"{thousands * 1000} درهم", Decimal(thousands * 1000)
    if form == 3:
        return f"{thousands} 000,00 درهم", Decimal(thousands * 1000)
    if form == 4:
        return f"{thousands} ألف درهم", Decimal(thousands * 1000)
    if form == 5:
        return (f"{millions} ملايين درهم" if millions <= 10 else f"{millions} مليون درهم"), Decimal(
            millions * 1_000_000
        )
    if form == 6:
        return f"{millions},5 مليون درهم", Decimal(millions * 1_000_000 + 500_000)
    if form == 7:
        return f"{thousands} مليون سنتيم", Decimal(thousands * 10_000)
    if form == 8:
        return f"مليون و{thousands} ألف درهم", Decimal(1_000_000 + thousands * 1000)
    if form == 9:
        return f"{dots(millions * 1_000_000 + 244_000)},54 درهم", Decimal(millions * 1_000_000 + 244_000) + Decimal(
            "0.54"
        )
    if form == 10:
        return "مليوني درهم", Decimal(2_000_000)
    return f"{thousands}.000 DH", Decimal(thousands * 1000)


def amount_fr(r: Random) -> tuple[str, Decimal]:
    thousands = r.choice((50, 80, 120, 150, 200, 250, 340, 600, 750, 900))
    millions = r.choice((2, 3, 4, 6, 8, 12, 15, 21, 35, 66))
    form = r.randrange(7)
    if form == 0:
        return f"{thousands} 000,00 dirhams", Decimal(thousands * 1000)
    if form == 1:
        return f"{thousands}.000,00 DH", Decimal(thousands * 1000)
    if form == 2:
        return f"{millions} millions de dirhams", Decimal(millions * 1_000_000)
    if form == 3:
        return f"{millions},5 MDH", Decimal(millions * 1_000_000 + 500_000)
    if form == 4:
        return f"{thousands} mille dirhams", Decimal(thousands * 1000)
    if form == 5:
        return f"{thousands} 000 DH", Decimal(thousands * 1000)
    return f"{millions} MDH", Decimal(millions * 1_000_000)


@dataclass
class Page:
    """One page and its labels. A field that is None is not scored on it; an empty one holds nothing."""

    title: str
    body: list[str]
    """Blocks of HTML."""
    kind: str
    language: str = "ar"
    publisher: str | None = None
    published: dt.date | None = None
    """What the page shows as its own date."""
    sessions: list[dict[str, Any]] = field(default_factory=list)
    dates: list[dict[str, str]] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    votes: list[dict[str, Any]] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    collectivities: list[str] | None = field(default_factory=list)
    commitments: list[dict[str, Any]] = field(default_factory=list)
    milestones: list[dict[str, Any]] = field(default_factory=list)
    plan: dict[str, Any] | None = None
    is_empty: bool = False
    """It holds no fact at all."""
    is_plan_document: bool = False
    suffix: str = ".html"

    def date(self, role: str, day: dt.date | str) -> None:
        self.dates.append({"role": role, "value": day if isinstance(day, str) else day.isoformat()})

    def labels(self) -> dict[str, Any]:
        """The labels as they stand in a gold file."""
        fields = (
            "kind",
            "sessions",
            "dates",
            "agenda",
            "votes",
            "amounts",
            "collectivities",
            "commitments",
            "milestones",
            "plan",
        )
        return {f: getattr(self, f) for f in fields if getattr(self, f) is not None or f == "plan"} | {
            "is_empty": self.is_empty
        }


def p(text: str) -> str:
    return f"<p>{text}</p>"
