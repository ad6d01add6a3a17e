"""Where the words of a matter begin and end inside what a clause gives to it."""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.dates import MONTHS
from ingest.text.fold import fold

_MONTH = "(?:" + "|".join(sorted((fold(m) for m in MONTHS if m.isascii()), key=len, reverse=True)) + ")"
#: Ahead of a matter: a manner, a ground, a day, up to its comma.
LEAD_IN = Rule(
    "title.lead_in",
    r"^[ ]*(?:(?:faute|moins|malgre|avec|par|contre|sans|apres|en|a|with|by|despite|for[ ]want[ ]of)\b[^,;:.]{1,80}"
    r"|\d[^,;:.]{1,60}|[^,;:.]{0,40}\b(?:voix|votes?|abstentions?)\b[^,;:.]{0,40})[,-][ ](?:de[ ](?!la[ ]|l')"
    r"|d'(?!un))?(?=\w)",
    (
        "faute de rapport, l'examen du dossier",
        "avec deux abstentions, le recrutement",
        "vingt voix contre neuf, l'idée",
    ),
    ("le plan, avec deux ans de retard",),
)
#: Ahead of a matter: the day of the session.
DAY_AHEAD = Rule(
    "title.day_ahead",
    r"^[ ]*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|on[ ]\w+day),?[ ])?(?:le[ ])?\d{1,2}(?:er)?[ ]"
    + _MONTH
    + r"(?:[ ]20\d\d)?[ ,]+(?=l[ae']|les[ ]|une?[ ]|the[ ]|an?[ ])",
    ("lundi 6 octobre 2025 le projet de budget",),
    ("le projet de budget du 6 octobre",),
)
#: Behind a matter: another verb, a ground, what was counted.
ENDS = Rule(
    "title.ends",
    r"[ ,:]*(?:"
    r"(?<=[ ,:])(?:ف(?:لم|لن|كان|قد|تم|أجل|سقط|رفض|قرر|حظي|نال|لقي|صوت|وافق|صادق|أقر|جاء|ارتأ|بقي)\w*|ليقرر|ليتم"
    r"|بسبب|لعدم|لغياب|نظرا[ ]ل)(?!\w)"
    r"|(?<=,[ ])و?(?:ي|ت)(?:صوت|بت|ناقش|تدارس|نظر|ستمع)(?!\w)|(?<=,[ ])و(?:رفض|وافق|صادق|أجل|أرجأ|أقر|صوت|تم"
    r"|تمت)(?!\w)"
    r"|(?<=,[ ])(?:لم|اعترض|عارض|امتنع|بحصة|بعد)(?!\w)"
    r"|\b(?:pour|sur|dans|avec)[ ]l(?:aquelle|equel|esquels|esquelles)\b|(?<=,[ ])(?:fruit|objet|sujet)[ ]d"
    r"|\b(?:found[ ]no|got[ ]no|won[ ]no|after[ ]discussion|after[ ]debate)\b|(?<=: )aucune?[ ])",
    (
        "تغيير مقر المجلس فلم يجد",
        "كراء المسبح لشركة، ليقرر",
        "mise à niveau, pour laquelle",
        "the garage found no majority",
    ),
    ("كراء المسبح", "la mise à niveau"),
)
#: A sentence of its own behind a matter in the line of a list.
SENTENCE = Rule(
    "title.sentence",
    r"[.*][ ]*[*:]*[ ]*(?=after[ ]|it[ ]|the[ ]item|\d{1,3}[ ](?:in[ ]favou?r|voix|pour|for)|apres[ ]|لم[ ]|بعد[ ]"
    r"|اعترض|عرض|تمت?[ ])",
    ("the surplus. After discussion", "the fees. 28 in favour"),
    ("the surplus of the U.S. fund",),
)
