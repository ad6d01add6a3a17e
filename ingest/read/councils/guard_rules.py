"""Rules of what is no act of the session: other bodies, other sessions, elections, descriptions."""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.dates import MONTHS
from ingest.text.fold import fold

OUTSIDE = Rule("act.outside", r"{outside}", ("صادقت لجنة المالية", "la commission", "the board"), ("المجلس الجماعي",))
COUNCIL = Rule("act.council", r"{council_word}", ("صادق المجلس", "le conseil communal", "the council"), ("la commune",))
#: A council named as such, not 'the council' of whatever body was spoken of.
NAMED_COUNCIL = Rule(
    "act.named_council",
    r"(?<!\w)[وفبل]?(?:ال)?مجلس[ ](?:ال)?(?:جماع|إقليم|جه|بلدي|عمال|حضري|قروي)\w*|\bconseil[ ](?:communal"
    r"|regional|provincial|prefectoral|municipal"
    r"|de[ ]la[ ](?:commune|region|province|prefecture))|\b(?:communal|regional|provincial|municipal|commune|city"
    r"|town)[ ]council\b",
    ("مجلس جماعة بني خيال", "le conseil communal", "the communal council"),
    ("المجلس الإداري", "le conseil d'administration"),
)
OUTSIDE_MEETING = Rule(
    "act.outside_meeting",
    r"{outside_meeting}",
    ("المجلس الإداري للوكالة", "jam' conseil d'administration", "the board meeting", "جمعها العام"),
    ("المجلس الجماعي",),
)
EARLIER = Rule(
    "act.earlier",
    r"(?:{earlier_session}|(?<!\w)[وف]?سبق(?:[ ]\S+){0,3}?[ ]و?أن(?!\w)|(?<!\w)[وف]?كانت?(?:[ ]\S+){1,6}?[ ]قد(?!\w)"
    r"|(?<!\w)(?:بعد|عقب|إثر)[ ](?:ال)?دورة(?!\w)|\b(?:avait|avaient|had)\b"
    r"|(?<!\w)(?:منذ|خلال[ ](?:السنوات|الولاية|السنة))(?!\w)|\b(?:depuis|ces[ ]dernieres[ ]annees|since"
    r"|in[ ]recent[ ]years)\b|\bapres[ ](?:la|une|sa)[ ]session\b)",
    (
        "في دورته السابقة",
        "سبق للمجلس أن صادق",
        "كان المجلس قد صادق",
        "he had",
        "منذ بداية الولاية",
        "depuis 2021",
        "lors de sa session précédente",
    ),
    ("في دورته العادية",),
)
#: Behind a word of another session: what follows is of this one again.
GOES_BACK = Rule(
    "act.goes_back",
    r"[,;][ ](?:ثم|وبعد[ ]ذلك|بعد[ ]ذلك|وبعدها|puis|ensuite|then)[ ]",
    ("دورة شتنبر، ثم انتقل المجلس", "la session de mai, puis le conseil"),
    ("دورة شتنبر التي",),
)
#: What became of a point became of the next.
SAME_AGAIN = Rule(
    "act.same_again",
    r"\bil[ ]en[ ](?:va|est|fut|a[ ]ete)[ ]de[ ]meme\b|\bthe[ ]same[ ](?:goes|went|is[ ]true)\b"
    r"|(?<!\w)و?(?:كذلك|نفس)[ ](?:الشأن|الأمر|الشيء|المآل|المصير)(?!\w)",
    ("Il en va de même du troisième", "the same goes for the third", "ونفس الشيء بالنسبة للثالثة", "وكذلك الشأن"),
    ("de même",),
)
#: What somebody is to do.
TO_COME = Rule(
    "act.to_come",
    r"\b(?:devr(?:a|ont)|aur(?:a|ont)[ ]a|appelee?s?[ ]a|invitee?s?[ ]a|se[ ]reunir(?:a|ont)|will|examiner(?:a|ont)"
    r"|etudier(?:a|ont)"
    r"|se[ ](?:prononcer|pencher)(?:a|ont)|statuer(?:a|ont)|deliberer(?:a|ont)|debattr(?:a|ont))\b",
    ("les élus devront examiner", "il examinera", "the council will meet"),
    ("les élus ont examiné",),
)
#: 'After it had been sent back in the session of May, …': what follows is of the page's session.
AFTER_PUT_OFF = Rule(
    "act.after_put_off",
    r"^[ ]*(?:apres|suite[ ]a|following|after|بعد|عقب|إثر)[ ][^,;.]{0,60}?(?:renvoi|report|ajournement|postponement"
    r"|(?<!\w)(?:ال)?(?:تأجيل|إرجاء)\w*)[^,;.]{0,80},",
    ("Après un premier renvoi lors de la session de mai, le contrat", "بعد تأجيلها خلال دورة ماي، صادق المجلس"),
    ("après la session de mai, le conseil",),
)
#: Right ahead of the session to which something is put off: that one is to come.
PUT_OFF_TO = Rule(
    "act.put_off_to",
    r"(?:(?<!\w)إلى[ ](?:غاية[ ])?|\b(?:remis|report|renvo[iy]|ajourn|differ|defer|postpon|renvoi|adjourn|put[ ]"
    r"off)\w*[^,.;]{0,40}[ ](?:a[ ](?:la[ ]|une[ ])"
    r"|to[ ](?:the[ ])?))$",
    ("تم تأجيلها إلى ", "l'examen est remis à la ", "was postponed to the "),
    ("lors de la ", "خلال "),
)
#: The record of an earlier session is a point of this one.
RECORD_OF = Rule(
    "act.record_of",
    r"(?:محضر|محاضر|تقرير|مقررات|تنفيذ|proces-verb(?:al|aux)|compte[ ]rendu|minutes|report)[^,.;]{0,25}$",
    ("محضر ", "procès-verbal de la "),
    ("دورة",),
)
#: A session by its month: another month than the page's is another session.
SESSION_OF_MONTH = Rule(
    "act.session_of_month",
    r"(?:دورة|دورته|دورتها|session)(?:[ ](?!في[ ]|خلال[ ])[^\s,.;:]+){0,4}?(?:[ ]|[ ]d')(?P<month>"
    + "|".join(sorted((fold(m) for m in MONTHS), key=len, reverse=True))
    + r")(?!\w)(?:[ ](?:من[ ]سنة[ ]|سنة[ ])?(?P<year>20\d\d))?",
    ("خلال دورة فبراير 2022", "la session d'avril", "دورته العادية لشهر ماي"),
    ("دورة تكوينية",),
)
ELECTED = Rule(
    "act.elected", r"{bureau_election}", ("تم انتخاب السيد", "a été élu président", "elected its president"), ("صادق",)
)
#: Relative pronouns: what follows describes.
RELATIVE = Rule(
    "act.relative",
    r"(?:(?<!\w)[وف]?(?:التي|الذي|اللتين|اللذين|ما)(?:[ ](?:قد|سبق|تم|تمت))?|\b(?:qui|que|dont|which|that|lequel"
    r"|laquelle))[ ,]*$",
    ("الاتفاقية التي", "la convention qui", "the plan which"),
    ("الاتفاقية",),
)
#: The subject of the verb before is that of the next: 'and', or nothing, between.
GOES_ON = Rule("act.goes_on", r"(?:\bet|\band|,)[ ]*$", ("la convention et", "the lease, and"), ("le conseil",))
PRONOUN = Rule("act.pronoun", r"\b(?:il|elle|ils|elles|on|it|they)\b", ("il a", "they"), ("le conseil",))
