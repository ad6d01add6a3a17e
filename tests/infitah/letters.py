"""Documents whose letters are easily read as others: the faults that were seen, each with relatives in other words.

Written before the readers were looked at. All made up; they go through the front door (`test_letters_night`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.infitah.cells import workbook
from tests.ingest.read.documents.pdf_file import Page, pdf_of

HTML = "text/html"


@dataclass(frozen=True)
class Served:
    """A page or file of a council's site, its title, and the titles of its points."""

    name: str
    kind: str
    """The header that comes with it."""
    payload: bytes
    title: str
    points: tuple[str, ...] = ()


def page(title: str, *points: str, meta: str = "") -> str:
    items = "".join(f"<li>{p}</li>" for p in points)
    return f"<!doctype html><html><head>{meta}</head><body><main><article><h1>{title}</h1><p>{title}. Ordre du jour - جدول الأعمال:</p><ol>{items}</ol></article></main></body></html>"


def french(title: str, *points: str, meta: str = "") -> str:
    return page(title, *points, meta=meta).replace(" - جدول الأعمال", "")


def arabic(title: str, *points: str, meta: str = "") -> str:
    return page(title, *points, meta=meta).replace("Ordre du jour - ", "")


PV = "PROCÈS-VERBAL DE LA SESSION ORDINAIRE DE MAI {} DU CONSEIL DE BNI KHAYAL"
SEANCE = "Délibérations de la session ordinaire d’octobre {} du conseil de Bni Khayal"
DAWRA = "الدورة العادية لشهر فبراير {} لمجلس جماعة بني خيال"
EXCEDENT, OEUVRE = (
    "Répartition de l'excédent à l'échelle des quartiers",
    "Dépôt d’une œuvre – « Place de l’Été » : coût 3 000 €",
)
SOUQ, MIXED = "كراء السوق الأسبوعي", "تهيئة ساحة Hôtel de ville وقاعة Aït Idrès"


def latin() -> Iterator[Served]:
    """Pages of one byte a letter, well and badly declared."""
    declared = "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>"
    yield Served("pv-latin1", HTML, french(PV.format(2011), EXCEDENT, meta=declared).encode("latin-1"), PV.format(2011), (EXCEDENT,))  # fmt: skip
    yield Served("pv-undeclared", HTML, french(PV.format(2012), "ÉLECTION À BULLETIN SECRET").encode("latin-1"), PV.format(2012), ("ÉLECTION À BULLETIN SECRET",))  # fmt: skip
    yield Served("pv-said-utf8", f"{HTML}; charset=UTF-8", french(SEANCE.format(2011), OEUVRE).encode("cp1252"), SEANCE.format(2011), (OEUVRE,))  # fmt: skip
    yield Served("pv-said-1256", f"{HTML}; charset=windows-1256", french(SEANCE.format(2012), EXCEDENT, OEUVRE).encode("cp1252"), SEANCE.format(2012), (EXCEDENT, OEUVRE))  # fmt: skip
    yield Served("ar-said-latin1", f"{HTML}; charset=iso-8859-1", arabic(DAWRA.format(2011), SOUQ, MIXED).encode("cp1256"), DAWRA.format(2011), (SOUQ, MIXED))  # fmt: skip
    yield Served("ar-undeclared", HTML, arabic(DAWRA.format(2012), SOUQ).encode("cp1256"), DAWRA.format(2012), (SOUQ,))  # fmt: skip
    yield Served("ar-iso-8859-6", HTML, arabic(DAWRA.format(2013), SOUQ, meta="<meta charset=iso-8859-6>").encode("iso-8859-6"), DAWRA.format(2013), (SOUQ,))  # fmt: skip


def wide() -> Iterator[Served]:
    """Pages of two bytes a letter."""
    yield Served("wide", HTML, arabic(DAWRA.format(2014), SOUQ).encode("utf-16"), DAWRA.format(2014), (SOUQ,))
    yield Served("wide-said-latin1", f"{HTML}; charset=iso-8859-1", ("\ufeff" + french(PV.format(2014), EXCEDENT)).encode("utf-16-be"), PV.format(2014), (EXCEDENT,))  # fmt: skip
    yield Served("wide-unmarked", HTML, arabic(DAWRA.format(2015), SOUQ, MIXED, meta="<meta charset=utf-16>").encode("utf-16-le"), DAWRA.format(2015), (SOUQ, MIXED))  # fmt: skip
    yield Served("wide-text.txt", "text/plain", (DAWRA.format(2016) + "\r\nجدول الأعمال:\r\n1- " + SOUQ).encode("utf-16"), DAWRA.format(2016), (SOUQ,))  # fmt: skip


#: Letters as a browser prints them: in the form of their place.
FORMS = "ﺍﻟﺪﻭﺭﺓ ﺍﻟﻌﺎﺩﻳﺔ ﻟﺸﻬﺮ ﻓﺒﺮﺍﻳﺮ {} ﻟﻤﺠﻠﺲ ﺟﻤﺎﻋﺔ ﺑﻨﻲ ﺧﻴﺎﻝ"


def printed() -> Iterator[Served]:
    """Pages that a browser printed, and pages in letters of their places."""
    made = Page()
    made.words(60, 60, FORMS.format(2017))
    made.words(400, 80, "ﺟﺪﻭﻝ ﺍﻷﻋﻤﺎﻝ:")
    made.words(300, 100, "1- ﻛﺮﺍﺀ ﺍﻟﺴﻮﻕ ﺍﻷﺳﺒﻮﻋﻲ")
    made.words(300, 120, "2- ﺍﺗﻔﺎﻗﻴﺔ ﻟﻺﻧﺎﺭﺓ ﻭﺍﻟﺴﻼﻣﺔ")
    yield Served("printed.pdf", "application/pdf", pdf_of([made]), DAWRA.format(2017), (SOUQ, "اتفاقية للإنارة والسلامة"))  # fmt: skip
    yield Served("forms", HTML, arabic(FORMS.format(2018), "ﻛﺮﺍﺀ ﺍﻟﺴﻮﻕ ﺍﻷﺳﺒﻮﻋﻲ").encode(), DAWRA.format(2018), (SOUQ,))  # fmt: skip
    yield Served("forms.txt", "text/plain; charset=utf-8", (FORMS.format(2019) + "\nﺟﺪﻭﻝ ﺍﻷﻋﻤﺎﻝ:\n1- ﻛﺮﺍﺀ ﺍﻟﺴــﻮﻕ ﺍﻷﺳﺒﻮﻋﻲ\u200f").encode(), DAWRA.format(2019), ("كراء الســوق الأسبوعي",))  # fmt: skip


_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
#: A font whose table of letters is wrong: each letter is said to be another one.
WRONG = str.maketrans(_LETTERS, _LETTERS[11:] + _LETTERS[:11])
SENTENCES = (
    "عقد مجلس جماعة بني خيال دورته العادية لشهر أكتوبر بمقر الجماعة برئاسة رئيس المجلس",
    "وصادق المجلس على اتفاقية الشراكة مع الجمعيات الثقافية والرياضية بالجماعة",
    "كما تمت المصادقة على مشروع الميزانية وعلى برمجة الفائض الحقيقي",
)


def corrupt() -> Iterator[tuple[str, bytes]]:
    """PDF whose text layer says other letters than the page shows."""
    short = Page()
    short.words(20, 60, SENTENCES[0].translate(WRONG))
    yield "wrong-short.pdf", pdf_of([short])
    cover, body = Page(), Page()
    for i in range(12):
        cover.words(
            60, 60 + 20 * i, "Procès-verbal de la session ordinaire du conseil, exemplaire des archives", base="L"
        )
        body.words(20, 60 + 20 * i, SENTENCES[i % 3].translate(WRONG))
    yield "wrong-behind-a-cover.pdf", pdf_of([cover, body, body])
    half = Page()
    for i in range(6):
        half.words(20, 60 + 20 * i, SENTENCES[i % 3])
    yield "wrong-behind-a-right-page.pdf", pdf_of([half, body, body, body])


def mended() -> Iterator[tuple[str, bytes]]:
    """Tables of the network's projects whose letters need what those of pages need."""
    rows = [
        ["Titles", "CT1", "CT2", "Topics"],
        ["نشر الميزانية بإقامة Aït Elias", "جماعة تطوان", "Commune Tétouan", ""],
    ]
    text = "".join(";".join(r) + "\n" for r in rows)
    forms = [rows[0], ["ﻧﺸﺮ ﺍﻟﻤﻴﺰﺍﻧﻴﺔ ﺑﺈﻗﺎﻣﺔ Aït Elias", "ﺟﻤﺎﻋﺔ ﺗﻄﻮﺍﻥ", "Commune Tétouan", ""]]
    yield "forms.csv", "".join(";".join(r) + "\n" for r in forms).encode()
    yield "forms.xlsx", workbook({"Projets": forms})
    yield "twice.csv", text.encode().decode("cp1256").encode()
    yield "twice-1252.csv", "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode()).encode()
    yield "one-byte.csv", text.encode("cp1256")
    yield "wide.csv", text.encode("utf-16")
    yield "marks.csv", text.replace("نشر", "\u202bنشر\u202c\u200f").encode("utf-8-sig")


SERVED = [*latin(), *wide(), *printed()]
CORRUPT = dict(corrupt())
MENDED = dict(mended())
