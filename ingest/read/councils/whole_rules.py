"""Rules of what is said of all points of a session at once, of several, and of what is excepted from them."""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.numbers import NUMBER, ORDINALS
from ingest.text.numerals.vocabulary import any_of

_ORDINAL = any_of(ORDINALS)
#: What a sentence says of the points of the session, all of them or all but some.
ALL_POINTS = Rule(
    "act.all_points",
    r"(?<!\w)[وبفل]?(?:جميع|كافة|كل|سائر|مجموع|مجمل|باقي|بقية|كلتا"
    r"|كلا)[ ](?:هذه[ ])?(?:ال)?(?:نقط|نقاط|نقطتين|مقررات|ملفات)"
    r"(?!\w)|(?<!\w)[وف]?النقطتان(?!\w)"
    r"|(?<!\w)هذه[ ](?:ال)?(?:نقط|نقاط)(?!\w)"
    r"|(?<!\w)(?:جميع|كل|مجموع|مجمل)[ ]ما[ ](?:عرض|قدم|أدرج)(?!\w)"
    r"|(?:\d{1,3}[ ])?(?<!\w)(?:نقطة|نقط|نقاط)[^.:;]{0,30}?[ ](?:كلها|جميعها|برمتها)(?!\w)|\beverything\b"
    r"|\bevery[ ](?:subject|item|point|matter)\b"
    r"|\b(?:tous|toutes|les[ ](?:" + NUMBER + r"))(?=[ ](?:ont|sont)[ ])|\ball[ ](?:of[ ])?the[ ]decisions\b"
    r"|(?<!\w)[وبل]?(?:على[ ])?(?:هاتين[ ])?النقطتين(?!\w)"
    r"|(?<!من[ ])(?:ال)نق(?:ط|اط)[ ]ال(?:مدرجة|مبرمجة|مسطرة|واردة)[ ](?:ضمن[ ]|في[ ]|ب)(?:ال)?جدول"
    r"|\bles[ ](?:" + NUMBER + r"[ ])?points[ ](?:(?:inscrits|figurant|portes)[ ])?a[ ]l'ordre[ ]du[ ]jour"
    r"|\bthe[ ](?:" + NUMBER + r"[ ])?(?:items|points)[ ]on[ ](?:the|its)[ ]agenda\b"
    r"|\b(?:tous[ ]les[ ](?:autres[ ])?points|toutes[ ](?:les|ces)[ ](?:autres[ ])?(?:questions|deliberations)"
    r"|l'ensemble[ ]des[ ](?:points"
    r"|questions|dossiers|sujets)|tous[ ]les[ ](?:dossiers|sujets)"
    r"|les[ ](?:autres|deux|trois)[ ](?:points|questions))\b"
    r"|\b(?:all[ ](?:of[ ])?(?:the[ ]"
    r"|these[ ])?(?:other[ ])?(?:(?:" + NUMBER + r")[ ])?(?:points|items|questions)|(?:the[ ])?(?:other"
    r"|remaining)[ ](?:points|items)"
    r"|both[ ](?:points|items))\b",
    (
        "تمت المصادقة على جميع النقط",
        "كافة نقاط",
        "جميع هذه المقررات",
        "كافة الملفات",
        "مجموع ما عرض عليهم",
        "كل ما قدم",
        "جميع ما أدرج",
        "every subject was carried",
        "all of the decisions above",
        "tous les points ont été adoptés",
        "toutes les questions",
        "the other items were approved",
    ),
    ("النقطة الثانية", "le point", "this item"),
    (
        "ما عرض",
        "ما قدم",
        "ما أدرج",
        "نقط",
        "نقاط",
        "مقررات",
        "ملفات",
        "points",
        "questions",
        "items",
        "every",
        "tous",
        "toutes",
        "les ",
        "decisions",
    ),
)
#: Several points by their place: what is said of them is not said of the one before.
SEVERAL_POINTS = Rule(
    "act.several_points",
    r"(?:ال)?(?:نقط|نقاط|نقطتين)[ ](?:" + _ORDINAL + r")(?!\w)|\b(?:points|items)[ ](?:n°s?[ ]?|nos[ ])?\d"
    r"|\b(?:" + _ORDINAL + r")[ ](?:et|and)[ ](?:\w+[ ])?(?:" + _ORDINAL + r")[ ](?:points|items)\b",
    ("النقط الأولى والثانية", "les points 1 et 2", "the first and third items"),
    ("النقطة الأولى", "le premier point"),
)
REST = Rule(
    "act.rest", r"باقي|بقية|autres|other|remaining", ("باقي النقط", "les autres points", "other items"), ("tous",)
)
EXCEPTING = Rule(
    "act.excepting",
    r"(?<!\w)[وف]?(?:باستثناء|ما[ ]عدا|عدا|سوى)(?!\w)|\b(?:a[ ]l'exception[ ](?:de|du|des|d(?='))|sauf|hormis|excepte"
    r"|except(?:[ ]for)?|save(?=[ ](?:the|for)[ ])|apart[ ]from)\b",
    ("باستثناء نقطة واحدة", "à l'exception d'un seul point", "à l'exception du point n° 3", "except for the 2nd point"),
    ("exceptionnel",),
)
#: The one that is excepted, by what it is about: 'except a single one, relative to the car park'.
ONE_ABOUT = Rule(
    "act.one_about",
    r"^[ ,']*(?:(?:d'|de[ ])?une?[ ]seule?|(?:the[ ])?(?:single[ ])?one|(?:ال)?نقطة[ ]{only_one!}|واحدة|(?:du|de[ ]"
    r"la|le|la|the)[ ](?:point"
    r"|question|item|dossier)|(?:ال)?نقطة)[ ,(]+(?:{about!})(?:[ ]|(?<=ب)|(?<='))?",
    ("d'un seul, relatif à la tarification", "نقطة واحدة تتعلق بالسوق", "the item concerning the pool"),
    ("la tarification",),
)
#: The one that is excepted, by its place: 'a single one, the fourth', 'but for the fifth, which …'.
PLACE_ALONE = Rule(
    "act.place_alone",
    r"^[ ,']*(?:(?:d'|de[ ])?une?[ ]seule?[ ,]+)?(?:(?:le|la|du|de[ ]la|the)[ ])?(?P<o>" + _ORDINAL + r")(?=[ ]"
    r"*(?:,|$|[ ](?:التي|الذي|qui|which)))",
    ("d'un seul, le quatrième, ", "الخامسة التي", "la quatrième, "),
    ("la deuxième séance",),
)
#: The decision that is excepted, by its number.
DECISION_NAMED = Rule(
    "act.decision_named",
    r"^[ ,']*(?:(?:ال)?(?:مقرر|قرار)|(?:la[ ]|the[ ])?(?:deliberation|decision))[ ](?:رقم[ ]|عدد[ ]|n°[ ]?|no\.?[ ]"
    r")?(?P<n>\d{1,3})(?!\w)",
    ("المقرر رقم 60 الذي", "la délibération n° 12", "decision no. 105"),
    ("المقررات",),
)
#: The point that was named last.
LAST_NAMED = Rule(
    "act.last_named",
    r"^[ ,]*(?:de[ ])?(?:cette[ ]derniere|ce[ ]dernier|celle-ci|celui-ci|(?:هذه[ ])?الأخيرة|the[ ]latter|the[ ]"
    r"last[ ]one)(?!\w)",
    ("cette dernière", "the latter", "هذه الأخيرة"),
    ("la dernière session",),
)
#: A relative clause about what is excepted.
DESCRIBES = Rule(
    "act.describes",
    r"[ ,]+(?:qui|que|dont|which|that|التي|الذي|اللتين|اللذين)(?!\w)",
    (", which was put off", "المشروع الذي تمت"),
    ("le budget",),
)
#: All of an agenda, said as such.
ALL_OF_IT = Rule(
    "act.all_of_it",
    r"كامل|مجموع|مجمل|برمته|كله|بأكمله|\b(?:tout|whole|entire)\b",
    ("على مجموع جدول الأعمال", "tout l'ordre du jour"),
    ("على جدول الأعمال",),
)
#: What puts all points off, right ahead of them: 'postponement of all points'.
PUTS_OFF = Rule(
    "act.puts_off_all",
    r"(?:(?<!\w)(?:تأجيل|إرجاء|ترحيل)|\b(?:report|ajournement)[ ]de|\bpostponement[ ]of)[ ]$",
    ("إرجاء ", "report de "),
    ("رفض ",),
)
WHOLE_AGENDA = Rule(
    "act.whole_agenda",
    r"(?:مصادقة|موافقة|صادق(?:ت)?(?:[ ]\S+){0,4}?)[ ]على[ ](?:كامل[ ]|مجموع[ ]|نقط[ ])?{its_agenda!}"
    r"|(?:مصادقة|موافقة|تصويت|صوت|صادقت?|وافق)(?:[ ][^\s,;:.]+){0,4}?[ ]على[ ](?:كامل[ ]|مجموع[ ]|مجمل[ ])(?:نقط[ ]"
    r")?جدول[ ](?:ال)?أعمال\w*"
    r"|(?:صادقت?|وافقت?|تصويت|مصادقة)(?:[ ][^\s,;:.]+){0,4}?[ ]على[ ]جدول[ ](?:ال)?أعمال\w*[ ](?:برمته|كاملا|كله"
    r"|بأكمله)"
    r"|(?:approuve|adopte|vote|approving|approved|adopting|adopted)(?:[ ]tout)?[ ]{its_agenda!}",
    ("بالمصادقة على جدول أعمالها", "approving its agenda", "le conseil approuve l'ordre du jour"),
    ("المصادقة على جدول زمني",),
    ("جدول", "ordre du jour", "agenda"),
)
#: A title says in the present what was decided.
PRESENT = Rule(
    "act.present",
    r"(?<!\w)(?:ي|ت)(?:صادق|وافق)(?:ون)?(?!\w)|\b(?:approves|adopts|passes)\b",
    ("المجلس يصادق على جميع النقط", "the council adopts"),
    ("سيصادق", "صادق"),
)
CLOSED = Rule(
    "act.closed",
    r"{closing}|\b(?:clot\w+|conclu\w*|acheve|termin\w+|close[sd]?|ends?|ended)\b",
    ("اختتم المجلس دورته", "le conseil clôture sa session", "concludes its session"),
)
