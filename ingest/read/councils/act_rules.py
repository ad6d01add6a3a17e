"""Rules of acts in running text: who decided what, which point is named how, what a sentence says of all of them.

Their words stand in `ingest/read/words/*.yml`. A *head* is what stands before an act or behind it: 'the council
approved …', '… was postponed'; which words are the act itself is found by `act_words` with the rules of `clause_rules`.
"""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.numbers import NUMBER, ORDINALS
from ingest.text.numerals.vocabulary import any_of

_ORDINAL = any_of(ORDINALS)
#: Subject, manner and adverbs between an Arabic verb and its "on": words of the same clause.
_GAP = r"(?P<gap>(?:[ ](?!على[ ]|علي|كما[ ]|حيث[ ]|فيما[ ]|التي[ ]|الذي[ ]|وقد[ ]|ثم[ ])[^\s;:]+){0,16}?)"
_PARTICIPLE = (
    r"(?:(?P<adopted>{adopted_pp!})|(?P<rejected>{rejected_pp!})|(?P<postponed>{postponed_pp!})"
    r"|(?P<withdrawn>{withdrawn_pp!}))(?!\w)"
)
_ADVERBS = r"(?:,?[ ]{adverb!},?){0,3}"
ADOPTED_ON = Rule(
    "act.adopted_on",
    r"{adopted_on}" + _GAP + r"[ ]و?(?P<adopted>على|لفائدة|لصالح)[ ](?=\w)",
    (
        "صادق المجلس بالإجماع على كراء السوق",
        "كما وافق أعضاء المجلس على المشروع",
        "تمت المصادقة بالأغلبية على الميزانية",
        "قرر المجلس بالإجماع المصادقة على الاتفاقية",
        "وصودق على البرنامج",
        "صوت الأعضاء بالإجماع على الطلب",
        "تمت الموافقة على المشروع",
        "جرى التصويت بالإيجاب على الملتمس",
    ),
    ("الدراسة والمصادقة على الميزانية", "صادق عليها المجلس", "وافق المجلس، كما اطلع على التقرير"),
    ("صادق", "وافق", "صودق", "صوت", "مصادقة", "موافقة", "تصويت"),
)
ADOPTED_BY = Rule(
    "act.adopted_by_noun",
    r"(?<!\w)[وفبل]?(?:ال)?(?:مصادقة|موافقة)(?P<gap>[ ]{manner_word!}(?:[ ](?!على[ ])[^\s,;:]+){0,8}?)"
    r"[ ](?P<adopted>على)[ ](?=\w)"
    r"|(?:{closing}|{session_word})(?:[ ](?!على[ ]|\w{0,3}(?:تعلق|خاص|مرتبط|قاضي"
    r"|متخذ))[^\s;:]+){0,14}?[ ]بال(?:مصادقة"
    r"|موافقة)[ ]على[ ](?=\w)"
    r"|\b(?:session|seance|travaux|reunion)\b[^,.;]{0,60}[ ]par[ ](?:l'(?:adoption|approbation)|le[ ]vote)"
    r"(?:,?[ ]a[ ](?:l'unanimite|la[ ]majorite),?)?[ ](?:de[ ]la[ ]|de[ ]l'|du[ ]|des[ ]|de[ ]|d')(?=\w)",
    (
        "la session a été marquée par l'approbation à l'unanimité du projet d'avenant",
        "توجت الدورة بالمصادقة على برنامج العمل",
        "تميزت هذه الدورة بالمصادقة على الاتفاقية",
        "المصادقة بالإجماع على الاتفاقية",
        "الموافقة بالأغلبية على القرض",
    ),
    ("الدراسة والمصادقة على الاتفاقية", "نقطة الدورة المتعلقة بالمصادقة على القرض"),
    ("مصادقة", "موافقة", " par "),
)
ADOPTED_WHAT = Rule(
    "act.adopted_what",
    r"(?<!\w)[وف]?(?:تم|جرى)[ ](?:(?:كذلك|أيضا)[ ])?(?P<adopted>اعتماد|إقرار|تبني)[ ](?=\w)"
    r"|(?<!\w)[وف]?(?:اعتمد|أقر|تبنى|أجاز)ت?(?P<gap>[ ](?:مجلس|المجلس"
    r"|أعضاء)(?:[ ][^\s,;:]+){0,10}?)[ ](?=(?!لل?){act_noun!}(?!\w))",
    (
        "تم اعتماد برنامج التنمية",
        "أقر المجلس بالإجماع مشروع الميزانية",
        "تم إقرار النظام الداخلي",
        "تبنى المجلس الملتمس",
        "أجاز المجلس كراء المحلات",
        "اعتمد مجلس الجماعة تصميم التهيئة",
    ),
    ("اعتمد البرنامج على الشراكة",),
    ("اعتماد", "اعتمد", "إقرار", "أقر", "تبن", "أجاز"),
)
POSTPONED_WHAT = Rule(
    "act.postponed_what",
    r"(?<!\w)[وف]?(?:تمت?|تقرر|جرى|قرر|قررت|ارتأى|فضل|مع)(?P<gap>(?:[ ](?!على[ ])[^\s,;:]+){0,8}?)"
    r"[ ](?P<postponed>{put_off!})[ ](?=\w)"
    r"|(?<!\w)[وف]?(?:أجل|أرجأ)ت?[ ](?:مجلس|المجلس|أعضاء)(?:[ ](?:المجلس|الجماعي|الإقليمي|الجهوي))?"
    r"(?:[ ]{manner_word!})?[ ](?=\w)"
    r"|(?<!\w)[وف]?(?:أجل|أرجأ)ت?[ ](?=(?:البت|النظر|الحسم|التداول|دراسة|مناقشة|المصادقة|التصويت)[ ])"
    r"|,[ ]?و{put_off!}[ ](?=(?:البت|النظر|النقطة|دراسة|مناقشة|التصويت)(?!\w))",
    (
        "تم تأجيل البت في كراء المحلات",
        "قرر المجلس بالإجماع إرجاء دراسة الملف",
        "أجل المجلس النظر في الطلب",
        "أرجأ المجلس الملف",
        "تقرر ترحيل النقطة",
        "تقرر تأخير البت في الطلب",
    ),
    ("تأجيل استحقاق أقساط القرض",),
    ("تأجيل", "إرجاء", "ترحيل", "أجل", "أرجأ", "تأخير"),
)
REJECTED_WHAT = Rule(
    "act.rejected_what",
    r"(?<!\w)[وف]?(?:رفض)ت?(?P<gap>[ ](?:مجلس|المجلس|أعضاء)(?:[ ][^\s,;:]+){0,14}?)[ ]"
    r"(?:(?=(?P<rejected>{act_noun!})(?!\w))|(?:ال)?(?:مصادقة|موافقة)[ ]على[ ])"
    r"|(?<!\w)[وف]?تم[ ]رفض[ ](?=\w)"
    r"|(?<!\w)[وف]?لم[ ](?:يصادق|يوافق|تصادق|توافق|تتم[ ]المصادقة)(?:[ ](?!على[ ])[^\s,;:]+){0,6}?[ ]على[ ](?=\w)",
    ("رفض المجلس بالأغلبية مشروع القرض", "لم يصادق المجلس على الحساب الإداري", "تم رفض طلب الجمعية"),
    ("رفض منح رخصة استغلال مقلع",),
    ("رفض", "لم "),
)
VOTED = Rule(
    "act.voted",
    r"\b(?:a|ont|et|conseil(?:[ ](?:communal|regional|provincial|prefectoral|municipal))?)"
    + _ADVERBS
    + r"[ ]"
    + _PARTICIPLE
    + r"(?![ ](?:pour|contre|en[ ]faveur)(?!\w))"
    + r"|\b(?:s'est|se[ ]sont)(?:[ ]{adverb!})?[ ]prononcee?s?(?:[ ,]+(?:a[ ]l'unanimite|d'une[ ]seule[ ]voix|a[ ]"
    r"la[ ]majorite),?)?[ ]"
    r"(?:(?P<adopted_for>pour|en[ ]faveur[ ]d[eu](?:[ ]la)?)|(?P<rejected_against>contre))(?=[ ](?!\d))"
    + r"|\ba[ ](?:ete[ ])?(?:{adverb!}[ ])?decide[ ](?:{adverb!}[ ])?(?:d'|de[ ])(?P<adopted_later>adopter"
    r"|approuver|valider|voter)(?!\w)"
    r"|\ba[ ](?:ete[ ])?(?:{adverb!}[ ])?decide[ ](?:{adverb!}[ ])?d[e'][ ]?(?:(?:la|le|les|en)[ ])?"
    r"(?P<postponed_later>reporter|ajourner|differer|renvoyer|surseoir[ ]a)(?!\w)"
    r"|\bdecided[ ]to[ ](?P<adopted_next>adopt|approve|pass)\b",
    (
        "il a été également décidé d'approuver la convention",
        "il a été décidé de la reporter",
        "the council decided to approve the lease",
        "le conseil a approuvé à l'unanimité le budget",
        "le conseil communal adopte le plan",
        "il a également rejeté le projet",
        "a, à l'unanimité, adopté la convention",
    ),
    ("le budget a été approuvé", "le conseil avait adopté", "31 élus ont voté pour"),
)
#: A point by what became of it, then what it is about: 'the point that was put off concerns the lease'.
VERDICT_POINT = Rule(
    "act.verdict_point",
    r"(?<!\w)(?:ال|لل)نقطة[ ](?:الوحيدة[ ]|الفريدة[ ])?(?:(?P<adopted>المصادق[ ]عليها)|(?P<postponed>المؤجلة"
    r"|المرجأة)|(?P<rejected>المرفوضة))"
    r"(?P<gap>(?:[ ]{manner_word!})?)(?:[ ,]+(?:فهي[ ]|هي[ ])?{about!}|[ ,]+(?:فهي[ ]|هي[ ])?(?={act_noun!}(?!\w)))"
    r"|\b(?:le|the)[ ](?:seul[ ]|only[ ])?(?:point|dossier|item|matter)[ ](?:that[ ]was[ ]|qui[ ]a[ ]ete[ ]"
    r")?(?:(?P<adopted_one>{adopted_pp!})"
    r"|(?P<rejected_one>{rejected_pp!})|(?P<postponed_one>{postponed_pp!}))(?:[ ]a[ ]la[ ]majorite|[ ]by[ ]a[ ]"
    r"majority)?[ ]{about!}(?!\w)",
    (
        "وأما النقطة المؤجلة فهي المتعلقة بالإنارة",
        "النقطة المصادق عليها بالأغلبية تهيئة الكورنيش",
        "le seul point reporté concerne la location du kiosque",
        "the item that was postponed concerns the lease",
    ),
    ("النقطة المؤجلة إلى الدورة", "le point reporté à mai"),
)
#: A decision with its manner, of an act that begins with a noun: 'decided by a majority to grant …'.
DECIDED_WHAT = Rule(
    "act.decided_what",
    r"(?<!\w)[وف]?(?:قرر|قررت|تقرر)(?P<gap>(?:[ ](?!على[ ])[^\s,;:.]+){0,6}?[ ](?:{manner_word!}|و?بموافقة|و?بتصويت"
    r"|بعد[ ](?:ال)?تصويت)(?:[ ](?:المطلقة"
    r"|أعضائه|الحاضرين"
    r"|أعضاء[ ]المجلس))?)[ ](?=(?:{act_noun!}|قبول|رفع|تقديم|توجيه|الترخيص|الانخراط|الإذن)(?!\w))",
    ("قرر المجلس بالأغلبية رفع ملتمس", "وقرر بالإجماع إحداث مكتبة"),
    ("قرر المجلس بالإجماع تأجيل النقطة", "قرر رفع الجلسة"),
)
ASSENTED = Rule(
    "act.assented",
    r"\b(?:a|ont)"
    + _ADVERBS
    + r"[ ](?P<adopted>{gave_assent!})[ ](?:a|au|aux|pour|sur)[ ](?=\w)|\bgave[ ]its[ ]\w+[ ]to[ ]",
    ("le conseil a donné son aval au projet de convention", "the council gave its consent to the lease"),
    ("a donné son avis",),
    ("donne son", "gave its"),
)
#: An act, then what it was given: 'the lease gathered unanimity', 'the budget gathered 12 votes, 6 against'.
GATHERED = Rule(
    "act.gathered",
    r"\b(?:a|ont)" + _ADVERBS + r"[ ](?:recueilli|obtenu|remporte|reuni|rallie|recu|fait)[ ](?:l'unanimite"
    r"|l'(?:aval|accord|approbation|assentiment)(?![ ](?:de[ ]la[ ]|du[ ]|de[ ]l'|des[ ])(?:\w+[ ])?{outside!})"
    r"|la[ ]majorite|(?P<tally>(?:" + NUMBER + r")[ ](?:voix|votes?)))(?!\w)"
    r"|\b(?:est|sont|fut)[ ]passee?s?(?=[ ,]+(?:a[ ]l[a']|par)[ ]?\w)"
    r"|\b(?:gathered|received|won|obtained)[ ](?:unanimous[ ](?:support|approval)|the[ ](?:unanimous[ ]"
    r")?(?:approval|assent"
    r"|support)[ ]of|(?P<tally_en>(?:" + NUMBER + r")[ ]votes))(?!\w)",
    (
        "la création d'un bureau a recueilli l'unanimité",
        "le budget a recueilli 12 voix pour",
        "elle est passée à la majorité",
        "the lease received unanimous support",
    ),
    ("le maire a recueilli des avis", "il est passé à Fès"),
)
#: An Arabic verb, the act, what it was given: 'the agreement had the consent of the council'.
HAD_CONSENT = Rule(
    "act.had_consent",
    r"(?<!\w)[وف]?(?:قد[ ]|(?P<rejected>لم[ ]))?[تين]?(?:حظي?|نا?ل|لقي?|حاز|حصل)ت?[ ]"
    r"(?P<act>(?:هذه[ ])?(?:ال|لل)?(?:نقطة"
    r"|{act_noun!})(?!\w)[^.:;]{0,160}?)[ ](?:على[ ])?ب?{assent!}(?!\w)(?![ ]{outside!})",
    ("حظيت اتفاقية تهيئة المدخل بموافقة المجلس", "ونال مشروع كناش التحملات إجماع الحاضرين", "لم تحظ الميزانية بالقبول"),
    ("حظيت بإجماع الحاضرين", "نال الفريق البطولة"),
)
VOTED_EN = Rule(
    "act.voted_en",
    r"(?<!the[ ])(?<!an[ ])(?<!\ba[ ])\b(?:unanimously[ ])?(?:(?P<adopted>approved|adopted|passed|ratified|endorsed"
    r"|voted[ ](?:for|in[ ]favou?r[ ]of))|(?P<rejected>rejected|refused)|(?P<postponed>postponed|adjourned|deferred))"
    r"\b(?![ ]by[ ](?!a[ ]|\d))",
    ("the council unanimously approved the budget", "and adopted the programme by a majority"),
    ("the agreement approved by the council", "the approved budget"),
)
WAS_VOTED = Rule(
    "act.was_voted",
    r"\b(?:(?:a|ont)(?:,[ ][^,.;]{1,25},)?(?:[ ]{adverb!})?[ ]ete|est|sont|fut|furent|was|were|has[ ]been"
    r"|have[ ]been|is|are)" + _ADVERBS + r"[ ]" + _PARTICIPLE,
    (
        "le budget a été approuvé",
        "les points ont été, à l'unanimité, adoptés",
        "the items were unanimously approved",
        "le point est reporté",
    ),
    ("le conseil a approuvé",),
)
#: An act and, behind a comma, what became of it: 'the plan of circulation, approved unanimously'.
APPOSED = Rule(
    "act.apposed",
    r"[ ]*,[ ](?:{adverb!}[ ])?" + _PARTICIPLE + r"(?=[ ](?:a[ ]l'unanimite|a[ ]la[ ]majorite|par[ ]\d|unanimously"
    r"|by[ ](?:a[ ]majority|\d)"
    r"|sans[ ]opposition))",
    ("le plan de circulation, validé à l'unanimité", "the lease, approved unanimously"),
    ("le plan, validé en 2020",),
)
#: What became of an act, a colon, the act: 'Repoussé par 18 voix contre 12 : le projet …'.
RESULT_AHEAD = Rule(
    "act.result_ahead",
    r"^[^\w]*" + _PARTICIPLE + r"(?:[ ]\w[^:.;]{0,60})?[ ]?:[ ](?=\w)",
    ("Repoussé par 18 voix contre 12 : le projet", "Postponed: the lease", "Adopté à l'unanimité : le budget"),
    ("le conseil a adopté : le budget", "Approuvés :"),
)
HEADS_BEFORE = (
    RESULT_AHEAD,
    ADOPTED_ON,
    ADOPTED_BY,
    ADOPTED_WHAT,
    POSTPONED_WHAT,
    REJECTED_WHAT,
    VOTED,
    ASSENTED,
    HAD_CONSENT,
    DECIDED_WHAT,
    VERDICT_POINT,
    VOTED_EN,
)
HEADS_BEHIND = (WAS_VOTED, GATHERED, APPOSED)
#: What a rule says where none of its groups does.
RESULT_OF = {
    ADOPTED_ON.id: "adopted",
    ADOPTED_BY.id: "adopted",
    ADOPTED_WHAT.id: "adopted",
    POSTPONED_WHAT.id: "postponed",
    REJECTED_WHAT.id: "rejected",
    ASSENTED.id: "adopted",
    VOTED.id: "adopted",
    HAD_CONSENT.id: "adopted",
    DECIDED_WHAT.id: "adopted",
    GATHERED.id: "adopted",
    APPOSED.id: "adopted",
}
_THE = r"(?:the[ ]|an?[ ]|l'|la[ ]|le[ ]|les[ ]|une?[ ])?"
_OF = r"(?:[ ](?:(?:على|في|حول|بشأن|de[ ]la|de[ ]l'|du|des|de|d'une?|of|sur|on)[ ]?){1,2}|[ ])"
_ACT_FOLLOWS = r"(?=" + _THE + r"{act_noun!}(?!\w))"
#: Words that say: what follows, in this line, are the points.
LISTED = Rule(
    "act.listed",
    r"(?<!\w)(?:[وفبل]|لل)?(?:(?:ال)?(?:نقط|نقاط|نقطتين|نقطتان)|جدول[ ](?:ال)?أعمال\w*)(?!\w)[^:.;]{0,80}:(?=[ ]*\w)"
    r"|\b(?:points|questions|ordre[ ]du[ ]jour|items|agenda)\b[^:.;]{0,80}:(?=[ ]*\w)",
    ("جاءت النقاط على النحو التالي: كراء السوق", "ordre du jour : budget ; location"),
    ("النقط التالية:", "le point : budget"),
)
#: 'Among the points that were adopted, A, B and C': points of the session, not all.
AMONG_POINTS = Rule(
    "act.among_points",
    r"(?<!\w)و?من[ ](?:أهم|أبرز|بين|جملة)[ ](?:ال)?(?:نقط|نقاط)[^,:.]{0,60}?[ ]?[,:][ ]"
    r"|(?<!\w)(?:نقطة|نقط|نقاط)[ ]?,?[ ](?:من[ ](?:أهمها|أبرزها|بينها)|منها|أهمها)[ ](?=\w)"
    r"|\b(?:points|items),?[ ](?:dont|notamment|parmi[ ]lesquels|including)[ ](?:notamment[ ])?"
    + _ACT_FOLLOWS
    + r"|\b(?:parmi[ ](?:les[ ]|ces[ ])?points|among[ ](?:the[ ]|these[ ])?(?:items|points))\b[^,:.]{0,60}[,:][ ]",
    (
        "ومن أهم النقط التي تمت المصادقة عليها، تعديل القرار",
        "Parmi les points adoptés : le budget",
        "12 points, dont la convention",
        "تسع نقط، من بينها كراء",
    ),
    ("من بين الحاضرين، رئيس",),
)
#: Points that are named by their place in the agenda, what they are about behind them.
ORDINAL_POINT = Rule(
    "act.ordinal_point",
    r"(?:^|(?<=[.;][ ]))(?P<lone>(?:" + _ORDINAL + r"))(?P<llink>[ ]{about!}(?!\w)"
    r"|[ ](?:point|question|dossier|item)(?:[ ](?:examine|discute|aborde|traite|inscrit|discussed|examined)e?)?[ ]"
    r"?,(?=[ ]))"
    r"|(?:(?P<verb>(?<!\w)[وف]?(?:ت\w{2,6}|[^\Wا]\w{1,5}ت)[ ])"
    r"|(?<!\w)(?:أما[ ]|في[ ])?[وف]?)(?P<point>(?:ال)?(?:نقطة|قضية)[ ])?(?P<o>(?:"
    + _ORDINAL
    + r"|{first_of!}|{other_of!}))"
    r"(?!\w)(?P<link>[ ,:-]{1,3}(?:فهي[ ]|ف)?{about!}|[ ](?:على|إلى)(?=[ ])|[ ](?=ب\w{3}))?"
    r"|\b(?P<det>(?:le|la|au|du|the)[ ])(?P<of>(?:" + _ORDINAL + r")|{last_of!}|\d{1,2}(?:st|nd|rd|th|e|eme))(?!\w)"
    r"(?P<fpoint>[ ](?:point|question|item|dossier|matter|subject))?(?P<flink>[ ,:-]{1,3}(?:qui[ ]"
    r"|which[ ])?{about!}(?!\w))?",
    (
        "تتعلق النقطة الأولى بدراسة الوضعية",
        "أما النقطة الثالثة فتهم اقتناء شاحنة",
        "le premier point concerne l'eau",
        "the 3rd item - concerning the pool",
    ),
    ("جلسة عمل", "une réunion"),
)
FIRST_OF = Rule("act.first_of", r"^{first_of!}$", ("أولاها", "إحداهما"), ("الأخرى",))
OTHER_OF = Rule("act.other_of", r"^{other_of!}$", ("الأخرى",), ("إحداهما",))
LAST_OF = Rule("act.last_of", r"^{last_of!}$", ("dernier", "last"), ("premier",))
#: A point by what it is about; it is one where the same clause says what became of it.
ABOUT_POINT = Rule(
    "act.about_point",
    r"(?<!\w)(?:ال|لل)نقطة[ ]{about!}|\b(?:le|du|au|the)[ ](?:point|item)[ ]{about!}(?!\w)[ ]?",
    ("النقطة المتعلقة بدعم الجمعيات", "le point relatif à la piscine", "the item concerning the pool"),
    ("النقطة الثانية", "le point de vente"),
)
ONLY_POINT = Rule(
    "act.only_point",
    r"(?<!\w)[وبل]?(?:ال)?نقطة[ ]{only_one!}(?:[ ](?:ال)?(?:مدرجة|مبرمجة)[ ](?:في|ب)[ ]?جدول[ ](?:ال)?أعمال\w*"
    r"|[ ](?:في|ضمن|خلال)[ ](?:هذه[ ])?{session_word!})?"
    r"(?P<link>[ ]?[^:.;,]{3,60}?:(?=[ ]*\w)|(?:[ ][^:.;,]{3,40}?)?[ ,]{1,2}(?:ألا[ ])?و(?:هي|هو)[ ]?:?(?=[ ]\w)"
    r"|[ ,]{1,2}ويتعلق[ ]الأمر[ ](?=ب\w{3})|[ ,]{1,2}و{about!}|[ ]?:(?=[ ]"
    r"*\w)|[ ,]{1,2}{about!}|[ ](?=ب\w{3}))"
    r"|(?:(?:seul|unique)[ ]point|point[ ]unique)(?P<flink>(?:[ ][^:.;]{3,60}?)?(?:[ ]?:"
    r"|[ ]?,[ ]a[ ]savoir)(?=[ ]*\w)"
    r"|[ ,]{1,2}{about!}(?!\w))"
    r"|{only_one!}[ ](?:item|point)(?P<elink>[ ]?:(?=[ ]*\w)|[ ,]{1,2}{about!}(?!\w))",
    (
        "نقطة فريدة تتعلق بالميزانية",
        "النقطة الفريدة في هذه الجلسة: دراسة",
        "un point unique relatif à la société",
        "a single item concerning the land",
    ),
    ("نقطة فريدة في التاريخ", "un seul point reporté"),
    stems=(
        "نقطة",
        "point",
        "item",
    ),
)
