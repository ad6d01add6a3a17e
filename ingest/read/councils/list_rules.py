"""Rules of lists: what opens an agenda, and what opens another list."""

from __future__ import annotations

from ingest.read.councils.agenda_patterns import REFERENCE
from ingest.read.rules import Rule
from ingest.text.numbers import NUMBER, ORDINALS
from ingest.text.numerals.vocabulary import any_of

#: Words that name points, an agenda or decisions as what follows.
OPENS_AGENDA = Rule(
    "list.agenda",
    r"جدول[ ](?:ال)?أعمال|(?:ال)?(?:قرارات|مقررات)[ ](?:التالية|الآتية|المتخذة)|(?:ال)?مقررات|لائحة[ ]النقط"
    r"|قائمة[ ]النقط"
    r"|(?:ال)?نق(?:ط|اط)[ ](?:التالية|المدرجة|الآتية|المعروضة|الموالية)|للتداول|للبت"
    r"|(?:نقط(?:ة|تين|تان)?|نقاط)(?:[ ,][^:]{0,60})?[ ]?:$|أسفرت|خلصت"
    r"|(?:" + NUMBER + r")(?:[ ]\(\d+\))?[ ](?:نقط|نقاط)"
    r"|ordre[ ]du[ ]jour|points?[ ](?:inscrits?|adoptes?|examines?|suivants?)|points?(?:[ ][^:]{0,60})?[ ]?:$"
    r"|(?:decisions|deliberations|conventions|resolutions|projets)[ ]suivant(?:es|s)"
    r"|a[ ]delibere[ ]sur|a[ ]examine[ ]les"
    r"|\b(?:agenda|following[ ](?:points|items|decisions|agreements)|(?:points|items"
    r"|decisions)(?:[ ]\w+){0,4}?[ ]?:$)"
    r"|(?:points|items)[ ](?:below|discussed|adopted|approved)"
    r"|نتائج[ ]التصويت|\bresultats?[ ](?:du|des)[ ](?:votes?|scrutins?)|\bresults?[ ]of[ ]the[ ]votes?",
    (
        "جدول أعمال الدورة",
        "النقط التالية",
        "points suivants :",
        "the agenda of the session",
        "the following items:",
        "وأسفرت عن:",
        "القرارات المتخذة",
        "لائحة المقررات",
        "ثلاث نقاط",
        "للتداول",
        "للبت",
        "وخلصت إلى",
        "ordre du jour",
        "décisions suivantes",
        "délibérations suivantes",
        "conventions suivantes",
        "résolutions suivantes",
        "projets suivants",
        "le conseil a examiné les",
        "following agreements",
        "نتائج التصويت كما وردت",
        "les résultats des votes",
        "the results of the vote",
    ),
    ("البرنامج التالي", "la liste des membres"),
    stems=(
        "جدول",
        "قرارات",
        "مقررات",
        "نقط",
        "نقاط",
        "للتداول",
        "للبت",
        "أسفر",
        "خلصت",
        "ordre du jour",
        "point",
        "decision",
        "deliber",
        "convention",
        "resolution",
        "projet",
        "a examine",
        "agenda",
        "item",
        "agreement",
        "نتائج",
        "resultat",
        "result",
    ),
)
#: Nouns of other lists: who was there, what was done, how a day goes, who agrees, how an office is built.
OPENS_OTHER = Rule(
    "list.other",
    r"{other_list}|(?:بين|entre|between)[ ]?:$",
    (
        "وفق البرنامج التالي:",
        "بحضور السادة:",
        "موجز الأنشطة",
        "تبرم هذه الاتفاقية بين:",
        "dont le programme est le suivant",
        "in the presence of:",
    ),
    ("النقط التالية", "المصادقة على برنامج العمل"),
)
#: A heading that begins with what was decided and names nothing: the list below is what it takes.
VERB_ALONE = Rule(
    "list.verb_alone",
    r"^(?:(?:ont|sont|a)[ ](?:ete[ ])?)?(?:{adopted_pp!}|{rejected_pp!}|{postponed_pp!})\b[^:]{0,80}[ ]?:$"
    r"|^(?:ال)?(?:مصادق[ ]عليه\w*|مقبولة?|معتمدة?|مرفوضة?|مؤجلة?)(?!\w)[^:]{0,60}[ ]?:$|^(?:و?قد[ ])?(?:تمت"
    r"|جرت)[ ](?:ال)?(?:مصادقة|موافقة)[^:]{0,60}[ ]على[ ]?:$"
    r"|^(?:و|كما[ ])?(?:قرر|قررت|اتخذ)(?:[ ][^\s:]+){0,6}[ ]{manner_word!}[^:]{0,40}[ ]?:$"
    r"|\b(?:a|ont)[ ](?:[^:.]{0,30},?[ ])?decide,?[ ](?:a[ ]l'unanimite|a[ ]la[ ]majorite)[^:]{0,40}[ ]?:$"
    r"|\b(?:unanimously[ ]decided|decided[ ]unanimously)[^:]{0,40}[ ]?:$",
    (
        "Ont été adoptés au cours de cette session :",
        "Rejetés à la majorité :",
        "Carried unanimously:",
        "المصادق عليها بالإجماع:",
        "وقد تمت المصادقة بالإجماع على:",
        "وقرر المجلس بالإجماع:",
        "Le conseil a décidé à l'unanimité :",
    ),
    ("a été adopté le budget",),
)
GENERIC_TAIL = Rule(
    "list.generic_tail",
    r"(?:ما[ ]يلي|ما[ ]يأتي|كالآتي|كالتالي|التالي[ ]?:|الآتي[ ]?:|يضم[ ]?:|كما[ ]يلي)|(?:as[ ]follows"
    r"|the[ ]following[ ]?:)"
    r"|(?:ce[ ]qui[ ]suit|comme[ ]suit)",
    ("كما يلي", "as follows"),
    ("الدورة العادية",),
)
#: The next point behind a mark, by its place alone.
NEXT_POINT = Rule(
    "list.next_point",
    r"[,;][ ]?(?:(?:و|ثم[ ])|(?:et[ ])?(?:le|la)[ ]|(?:and[ ])?the[ ])(?P<o>" + any_of(ORDINALS) + r")(?!\w)",
    ("كراء السوق، والثانية بناء", "le budget ; le deuxième, le bail", "the lease; the second, the sale"),
    ("الجلسة الثانية",),
)
#: The verb between a point's number and what it is about.
IS_ABOUT = Rule("list.is_about", r"^[وف]?(?:هي|أي)[ ]", ("هي كراء السوق", "أي بناء"), ("هيئة المساواة",))
#: A heading over some of the points: the committee that prepared them, the affairs that they are of.
THEME = Rule(
    "list.theme",
    r"^(?:[^\W\d_][ ]?[).-][ ]?)?(?:(?:la[ ]|le[ ])?commissions?[ ](?:de|du|des|charge)|affaires[ ]\w|committee[ ]on"
    r"|\w+(?:[ ]\w+)?[ ](?:committee|affairs)$|(?:ال)?لجنة[ ]|(?:ال)?(?:شؤون|قضايا)[ ]ال|(?:ال)?محور[ ]|axe[ ]\w"
    r"|pole[ ]\w)[^.;:!?]*[ :]*$",
    ("Commission du budget", "Affaires sociales :", "Finance committee", "لجنة المالية والبرمجة", "أ- الشؤون المالية"),
    ("La commission du budget a rendu son avis.", "كراء السوق"),
)
#: What is before the members, a list of it right below: 'Before the members were:', 'Étaient soumis aux élus :'.
BEFORE_MEMBERS = Rule(
    "list.before_members",
    r"(?:\bbefore[ ](?:the[ ])?(?:members|council\w*|house)|\bsoumis\w*[ ](?:aux|au|a[ ]l')[^:]{0,60}"
    r"|\b(?:aux|les)[ ](?:elus|conseillers|membres)[ ]\w+[ ](?:se[ ])?(?:prononce\w*|debattr\w*"
    r"|delibere\w*)[^:]{0,40}"
    r"|(?:عرض|يعرض|تعرض|معروض|معروضا|سيعرض|ستعرض)[ ](?:على|أمام)[^:]{0,60})[^:]{0,40}[ ]?:$",
    ("Before the members were:", "Étaient soumis aux conseillers :", "وفيما يلي ما سيعرض على أنظار السادة الأعضاء:"),
    ("Étaient présents :", "the members were:"),
)
#: What a council meets for, a list of it right below: 'will meet in session in order to:'.
PURPOSE_TAIL = Rule(
    "list.purpose_tail",
    r"\b(?:en[ ]vue[ ]de|afin[ ]de|aux[ ]fins[ ]de|a[ ]l'effet[ ]de|pour|in[ ]order[ ]to)[ ]?:$"
    r"|(?<!\w)(?:لدراسة|لمناقشة|للنظر|للمصادقة|للتداول|للبت|قصد|من[ ]أجل|بغية)[^:.]{0,30}[ ]?:$",
    ("se réunira en session extraordinaire en vue de :", "يعقد دورته العادية لدراسة:", "meets in session in order to:"),
    ("pour : 12",),
)
OF_COUNCIL = Rule("list.of_council", r"{decided_noun}", ("القرارات", "délibérations", "decisions"), ("الأنشطة",))
#: 'among them:' at a heading's end: what follows was decided like the rest.
AMONG_TAIL = Rule(
    "list.among_tail",
    r",?(?:^|[ ])(?:(?:و)?(?:من|ومن)[ ]?(?:بينها|أهمها|أبرزها|ضمنها|جملتها)|منها|نذكر[ ]منها|أهمها"
    r"|dont(?:[ ]notamment)?|parmi[ ](?:lesquel(?:le)?s|eux)"
    r"|notamment|including|among[ ]them|such[ ]as)[ ]?:?$",
    ("من بينها:", "dont notamment :", "parmi lesquels :", "including:"),
    ("dont trois ont été reportés",),
)


def numbers_named(text: str) -> list[str]:
    """The numbers by which a folded line names points, as written."""
    return [next(g for g in m.groups() if g) for m in REFERENCE.finditer(text)]
