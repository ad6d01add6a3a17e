"""Rules of matters that one sentence counts or puts before the council, and names one behind the other."""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.numbers import NUMBER, ORDINALS
from ingest.text.numerals.vocabulary import any_of

_ORDINAL = any_of(ORDINALS)

#: Between the count of matters and the first of them.
NAMES_THEM = Rule(
    "series.names_them",
    r"(?<=\w)[^:.;]{0,90}?(?:[ ]?:[ ]?|[ ]?,?[ ](?:a[ ]savoir|namely|that[ ]is)[ ,:]{1,2}|[ ]?,?[ ]"
    r"(?:و?هي|و?هم|و?هما)(?:[ ]على[ ]التوالي)?[ :]{1,2}"
    r"|[ ](?:تتعلق|تعلقت|تتعلقان|يتعلقان)(?:[ ]على[ ]التوالي)?[ ](?=ب\w)"
    r"|[ ]?[,:.]?[ ](?=(?:أولاها|أولاهما|أولها|أولهما|(?:ال)?أول(?:ى)?[ ](?:هو|هي|ت?هم))[ ])"
    r"|[ ]?,?[ ]وهي[ ](?:" + NUMBER + r")[ ](?:نقط|نقاط)[ ]تتعلق(?:[ ]على[ ]التوالي)?[ ](?=ب\w))",
    (
        "trois mesures étaient soumises aux élus : A",
        "trois dossiers, à savoir A",
        "أربع نقط، هي على التوالي حصيلة",
        "نقطتين فقط، وهما اتفاقية",
        "ثلاث نقط تتعلق بتزويد",
    ),
    (" ont été adoptés.",),
)
#: Verbs and phrases that put matters before a council that names itself as their subject, or is named right behind.
BEFORE_THEM = Rule(
    "series.before_them",
    r"\b(?:ont|a)[ ](?:debattu|delibere|discute)[ ](?=(?:du|de[ ]la|de[ ]l'|des|sur)\b)"
    r"|(?<!\w)(?:و?قد[ ])?(?:عرضت?|تعرض|ستعرض|سيعرض)[ ]على[ ](?:أنظار[ ])?(?:ال)?(?:مجلس"
    r"|أعضاء)(?:[ ]المجلس)?[ ](?=\w)"
    r"|(?<!\w)[وف]?(?:ت)?(?:تدارس|ناقش|درس|استعرض|تداول)(?:ت|وا)?(?:[ ](?:ال)?(?:مجلس|أعضاء|مستشارون"
    r"|حاضرون)\w{0,2}){0,2}"
    r"(?:[ ](?:في|حول))?[ ](?:على[ ]التوالي|كلا?[ ]من|تباعا)[ ](?=\w)"
    r"|\b(?:a|ont)[ ](?:examine|etudie|aborde|passe[ ]en[ ]revue)[ ](?:successivement|tour[ ]a[ ]tour"
    r"|respectivement)[ ](?=l[ae']|une?[ ])"
    r"|(?<!\w)(?:إلى|قصد|أجل|في)[ ](?:ال)?تداول[ ](?:في|بشأن|حول)[ ](?=\w)"
    r"|\b(?:debated|discussed|considered)[ ](?=(?:the|an?)\b)",
    (
        "les délégués ont débattu du règlement",
        "وقد عرض على المجلس اقتراض",
        "مدعوون إلى التداول في المصادقة",
        "the members debated the lease",
    ),
    ("ont débattu longuement", "عرض على الأنظار"),
)
#: Between matters that are divided by marks of their own.
STRONG = Rule(
    "series.strong", r"[ ]?;[ ]?(?:et[ ]|and[ ]|و(?=\w{3}))?", ("; et le budget", "؛ وكراء"), (", le budget",)
)
#: Between matters that are joined like words.
WEAK = Rule(
    "series.weak",
    r"[ ]?[;,][ ]?(?:(?:et|puis|and|then)[ ](?:,[ ]?)?"
    r"|(?:ثم|وكذا|وكذلك|فضلا[ ]عن|وأخيرا|وأيضا)[ ]|و[ ]|[وف](?!يما[ ]|قد[ ])(?=(?:ال|ب|ل)?\w{3}))?"
    r"|[ ](?:et|and),[ ]|[ ](?:et|and)[ ](?=(?:enfin|en[ ]dernier[ ]lieu|finally|lastly)\b"
    r"|(?:la|le|les|une?|du|de[ ]la|des|the|an?)[ ]|(?:de[ ])?l')"
    r"|[ ](?:ثم|وكذا|وأخيرا)[ ]",
    ("bail, le budget", "bail et la convention", "بيع، وكراء", "sale and the lease", "بيع، فاتفاقية"),
    ("le budget",),
)
#: What says which of them a matter is.
ORDER = Rule(
    "series.order",
    r"[ ,]*(?:d'abord|ensuite|enfin|puis|en[ ](?:premier|dernier|second)[ ]lieu|first(?:ly)?|second(?:ly)?|then"
    r"|finally|lastly|أولا|ثانيا|أخيرا|وأخيرا"
    r"|(?:و|فيما[ ]|بينما[ ]|ف)?(?:أما[ ])?(?:همت?[ ]|تهم[ ]|خصت?[ ]|تناولت[ ]|تتعلق[ ]"
    r"|انصبت[ ])?(?:(?:ال)?نقطة[ ])?(?:(?:" + _ORDINAL + r"|(?:ال)?أخيرة?)(?!\w)"
    r"|(?:أول|[ء-ي]ا[ء-ي]{1,2})(?:ى|ي|يت|ت|ا)?(?:ها|هما))(?:[ ](?:هو|هي|في))?)[ ,:]+(?:(?:de[ ]la|du|des|de)[ ]"
    r"|de[ ](?=l'))?"
    r"|[ ,]*(?:(?:de[ ]la|du|des)[ ](?=\w)|de[ ](?=l'|la[ ]))",
    (
        "d'abord l'avenant",
        ", en dernier lieu, la convention",
        "de la grille",
        "أخيرا تسمية",
        "أولاهما رفع ملتمس",
        "وثانيتهما الترخيص",
        "فيما همت الثالثة النظر",
    ),
    ("la convention",),
)
#: A part that begins with what links a point to what it is about.
LINKED = Rule(
    "series.linked",
    r"[ ,]*[وف]?(?:(?:ت|ي)(?:تعلق|هم|خص|رتبط)|همت|خصت|تعلقت|على[ ]|حول[ ]|ب(?:ال)?(?:مصادقة|موافقة|دراسة)(?!\w))",
    ("تتعلق بالمصادقة", "فتهم اقتناء", "همت المصادقة"),
    ("تهيئة الكورنيش",),
)
#: A part that says something of the matter before it.
SAID_OF_IT = Rule(
    "series.said_of_it",
    r"[ ,]*(?:qu(?:i|e|')|dont\b|lequel|laquelle|which|that\b|doted?\w*|soit\b|(?:و?ال)?(?:ذي|تي)(?!\w)"
    r"|و?ذلك|بما[ ]فيه)",
    ("qu'ils n'avaient pas", "which was", "التي تساهم"),
    ("la convention",),
)
#: Where something is said of a matter behind its words.
SAID_BEHIND = Rule(
    "series.said_behind",
    r"[ ,]+(?:qui[ ]|que[ ]|qu'|dont[ ]|which[ ]|(?:إثر|عقب|بعدما)[ ]|pour[ ](?:son|sa|leur)[ ])",
    ("le don qui avait", "انتخاب ممثل إثر استقالة", "l'avance pour son chauffage"),
    ("le budget de la commune",),
)
