"""Rules of the words of an act: where they begin and end, what joins two, what means an act that was named before."""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.numbers import NUMBER

VAGUE = Rule(
    "act.vague",
    r"^(?:{vague!}|(?:les|the)[ ](?:first[ ])?(?:"
    + NUMBER
    + r")(?:[ ](?:premiere?s|derniere?s))?[ ](?:points|questions|items)|(?:les[ ]|the[ ]|ces[ ]|these[ ])?(?:"
    + NUMBER
    + r")(?:[ ]\(\d+\))?[ ](?:نقط|نقاط|نقطة|points|questions|items))(?!\w)",
    ("جميع النقط", "plusieurs conventions", "trois points", "تسع نقط", "its agenda"),
    ("كراء السوق", "projet de budget"),
)
ACT_NOUN = Rule("act.noun", r"{act_noun}", ("كراء السوق", "le budget", "the lease"), ("الطقس جميل",))
#: A noun alone, of the act before: 'approved the agreement'.
GENERIC_NOUN = Rule(
    "act.generic_noun",
    r"^(?:(?:le|la|l'|ce|cet|cette|the|this)[ ]?)?{generic_noun!}$",
    ("الاتفاقية", "la convention", "the agreement"),
    ("الميزانية", "la convention avec l'université"),
)
THIS_ONE = Rule("act.this_one", r"{this_one}", ("هذه النقطة", "ce point", "this item"), ("نقطة أخرى",))
POINT_WORD = Rule("act.point_word", r"{point_word}", ("النقطتين", "ce point", "item"), ("pointage",))
#: 'the point', and no more.
BARE_POINT = Rule(
    "act.bare_point",
    r"^(?:هذه[ ])?(?:ال)?نقطة$|^(?:le|la|the|this|ce|cette)[ ](?:point|question|item|matter)$",
    ("النقطة", "the item"),
    ("النقطة الثانية",),
)
#: So many matters, by another noun than 'point'.
COUNTED_MATTERS = Rule(
    "act.counted_matters",
    r"(?<!\w)[وبل]?(?P<n>" + NUMBER + r")(?:[ ]\((?P<d>\d{1,3})\))?(?:[ ](?:other|main|new|grands|autres))?"
    r"[ ]{matter!}(?!\w)"
    r"|(?<!\w)(?P<dual>(?:ال|ل|لل|ب)?{two_matters!})(?!\w)",
    ("ثلاث قضايا", "trois affaires", "six matters", "ملفين"),
    ("une affaire", "قضايا"),
)
ITS_AGENDA = Rule(
    "act.its_agenda", r"{its_agenda}", ("جدول أعمال الدورة", "son ordre du jour", "its agenda"), ("جدول زمني",)
)
SESSION_WORD = Rule("act.session_word", r"{session_word}", ("أشغال الدورة", "cette session"), ("الطريق",))
#: It, of the point before: 'approved it', 'it was adopted'.
IT = Rule(
    "act.it",
    r"(?<!\w)(?:عليها|عليه|عليهما|فيها|فيه|إرجاءها|إرجاءه|تأجيلها|تأجيله|رفضها|رفضه|سحبها|إرجاؤها|إرجائها"
    r"|بشأنها|لصالحها|اعتمادها"
    r"|إقرارها)(?!\w)"
    r"|(?:^|,[ ])(?:il|elle|ils|elles|it|celui-ci|celle-ci|ce[ ]dernier|cette[ ]derniere)\b|\b(?:lequel|laquelle"
    r"|which)\b",
    ("تمت المصادقة عليها", "il a été adopté", "it was approved"),
    ("على الميزانية",),
)
CLAUSE_OPENER = Rule(
    "act.clause_opener",
    r"[ ]*(?:,[ ]?|[ ]-[ ]?|[ ])(?=(?:و|ف)?{clause_opener!}(?!\w))|[ ]*,[ ]?(?=(?:تهم|همت|تخص|خصت|تشمل|شملت)[ ])"
    r"|[ ]*,?[ ](?:et|puis)[ ](?=(?:a|ont)[ ]\w)|[ ]*,[ ]?(?=و?س[نيتأ]\w{2})"
    r"|[ ]*,[ ]?(?={apposition!}(?!\w))",
    (
        "كراء السوق وذلك بعد النقاش",
        "le budget, et a chargé le président",
        "برنامج طموح، وسنعمل",
        "le budget, tandis que",
        "the lease, while",
    ),
    ("كراء السوق",),
)
#: An act in quotes ends with them.
QUOTED = Rule(
    "act.quoted",
    r"^[ ,:-]*(?:ب[ ]?)?\"[^\"]{6,160}\"",
    ("ب«كراء القاعة المغطاة» انسحب", "« la cession du lot » a"),
    ("la cession du lot",),
)
#: Words behind a comma that describe the act before it.
APPOSITION = Rule(
    "act.apposition",
    r"[ ]*,[ ]?(?={apposition!}(?!\w))",
    ("la convention, dotée de", "تجديد الحافلات، قدم رئيس المصلحة", "le budget, arrêté à"),
    ("la convention dotée", "كراء السوق، وبيع"),
)
#: What a point costs, behind what it is about, where it is only named: the title of an act keeps its sum.
SUM_OF = Rule(
    "act.sum_of",
    r"[ ]*,?[ ]{sum_of!}(?!\w)",
    ("اقتناء شاحنتين بكلفة", "le contrat-cadre, doté", "the lease, costed"),
    ("le budget",),
)
PUT_OFF = Rule("act.put_off", r"^{put_off!}[ ](?:de[ ]|du[ ])?", ("تأجيل البت في الطلب",), ("البت في الطلب",))
LOOKING_AT = Rule(
    "act.looking_at",
    r"^(?:de[ ])?{looking_at!}[ ]?(?:de[ ]la[ ]|de[ ]l'|du[ ]|des[ ]|de[ ]|d'|sur[ ])?",
    ("البت في الطلب", "l'examen du projet", "the discussion of the lease"),
    ("كراء السوق",),
)
#: What was decided as a number of points is named behind these.
NAMELY = Rule(
    "act.namely",
    r"[ ,]*(?:و?(?:يتعلق[ ]الأمر|يهم[ ]الأمر|هما|هي|هم|همت|تهم|خصت|تخص|شملت|تشمل|تتعلق|تعلقت|يخصان)(?:[ ](?:أساسا"
    r"|بالأساس))?(?:[ ]ب)?|(?:من[ ]بينها|منها|أبرزها|أهمها)|a[ ]savoir|dont|notamment"
    r"|il[ ]s'agit[ ](?:de|du|des)|namely|including|that[ ]is)(?:[ ]|(?<=ب))",
    ("النقطتين، ويتعلق الأمر باتفاقية", "trois conventions, à savoir la convention", "two items, namely the lease"),
    ("كراء السوق",),
)
#: Two acts behind one verb.
JOINED = Rule(
    "act.joined",
    r"[ ]*,?[ ]+(?:وعلى[ ]|وأن[ ]\w{3,9}[ ](?:في|على)[ ]|{joined!}[ ](?:على[ ])?|{joined!})|[ ]*;[ ]*(?:وعلى[ ]"
    r"|et[ ]|and[ ])?"
    r"|[ ]*,[ ]+(?:(?:et|and)[ ])?(?=(?:le[ ]|la[ ]|les[ ]|l'|une?[ ]|des[ ]|the[ ]"
    r"|an?[ ])(?:\w+[ ]){0,2}?{document_noun!}(?!\w))"
    r"|[ ](?:et|and)[ ](?=(?:le[ ]|la[ ]|les[ ]|l'|une?[ ]|des[ ]|the[ ]"
    r"|an?[ ])(?:\w+[ ]){0,2}?{document_noun!}(?!\w))"
    r"|[ ]*,[ ]*[وف][ ]?(?={act_noun!}(?!\w))"
    r"|[ ]*,?[ ](?:then|puis)[ ](?:(?:to|on|sur|a|de|du)[ ])?"
    r"(?=(?:the[ ]|an?[ ]|l'|la[ ]|le[ ]|les[ ]|une?[ ])(?:[a-z]+[ ])?{act_noun!}(?!\w))",
    (
        "البرنامج، وعلى الاتفاقية",
        "كناش التحملات، وأن يحسموا في التسمية",
        "la convention, ainsi que le budget",
        "الميزانية، واتفاقية الشراكة",
    ),
    ("الميزانية والبرنامج",),
)
#: A point that is named by what it is about; what follows is that.
NAMED_POINT = Rule(
    "act.named_point",
    r"^(?:(?:le|la|les|l'|au|du|the|cette|this)?[ ]?)(?:points?|questions?|deliberations?|dossiers?|items?"
    r"|matters?)[ ]"
    r"(?:{about!}|sur|on|du|des|de(?![ ](?:vente|vue|depart)))(?:[ ]|(?<='))"
    r"|^(?:ال|لل)?(?:نقطة|ملف)[ ](?:{about!})[ ]?|^نقطة[ ][^,:]{0,60}?[ ](?:هي|هو)[ ]",
    ("النقطة المتعلقة بكراء السوق", "le point relatif à la piscine", "the item concerning the pool"),
    ("le point de vente", "النقطة الثانية"),
)
#: A sum, of which parts may be named.
OF_SUM = Rule(
    "act.of_sum",
    r"\b(?:montant|cout|enveloppe|budget)[ ](?:global|total|de|d')|\b(?:amount|cost|worth)\b"
    r"|(?<!\w)(?:بغلاف|بمبلغ|بكلفة|بقيمة)(?!\w)",
    ("pour un montant global de", "worth MAD 3 million", "بغلاف مالي"),
    ("trois conventions",),
)
AS_REGARDS = Rule(
    "act.as_regards",
    r"{as_regards}(?![ ](?:lui|elle|eux|elles)\b)[ ]?",
    ("S'agissant du point relatif à la piscine", "وبخصوص النقطة المتعلقة بالسوق", "as for the pool"),
    ("le conseil",),
)
COUNTED_ACTS = Rule(
    "act.counted",
    r"^(?:" + NUMBER + r")(?!\w)",
    ("خمس اتفاقيات شراكة", "12 conventions", "two items"),
    ("كراء السوق", "le budget"),
)
#: The manner of a vote right behind its verb: 'by a majority of the members present', 'by 17 votes and 5
#: abstentions'.
MANNER = Rule(
    "act.manner",
    r"[ ,]*(?=a[ ]l'unanimite|a[ ]la[ ]|par[ ]|by[ ]|with[ ]|avec[ ]\d|sans[ ](?:aucune[ ])?(?:opposition"
    r"|abstention)|comme[ ]un[ ]seul|unanimously|egalement|aussi|ensuite|enfin"
    r"|also|then)"
    r"(?:[ ,]*\b(?:{manner_words!}|et(?=[ ]\d|[ ]une?[ ])|and(?=[ ]\d|[ ]one[ ])|une?(?=[ ]abstention)|one(?=[ ]"
    r"abstention)|to(?=[ ]\d)|the(?=[ ](?:members|votes|council))"
    r"|\d{1,3})(?!\w))+"
    r"[ ,]*",
    ("à la majorité des membres présents le budget", "par 17 voix pour et 5 abstentions le projet", "by 18 votes to 5"),
    ("le budget",),
)
#: The manner of a vote ahead of who voted: 'by 24 votes to 10, the council …'.
MANNER_AHEAD = Rule(
    "act.manner_ahead",
    r"[ ,]*(?:par[ ]\d|a[ ]l'unanimite|a[ ]la[ ]majorite|by[ ]\d|by[ ]a[ ]majority|unanimously|ب(?:ال)?(?:إجماع"
    r"|أغلبية))",
    ("par 24 voix contre 10, le conseil", "بإجماع أعضائه"),
    ("le conseil",),
)
#: The manner of a vote behind the words of the act.
MANNER_BEHIND = Rule(
    "act.manner_behind",
    r"[ ,]*(?:\([ ]?\d{1,3}[ ](?:صوتا?|أصوات|voix|votes|pour)\b|(?<!\w)ب(?:ال)?(?:إجماع|أغلبية)(?!\w)"
    r"|(?<!\w)ب[ ]?\d{1,3}[ ](?:صوتا?|أصوات|عضوا?|أعضاء)(?!\w)"
    r"|\ba[ ]l'unanimite\b|\ba[ ]la[ ](?:quasi-)?majorite\b|\bpar[ ]\d+[ ]voix\b|\bunanimously\b"
    r"|\bby[ ](?:a[ ]majority|\d+[ ]votes)\b)",
    ("كراء السوق بالإجماع", "الميزانية ب 18 صوتا", "le budget à l'unanimité", "the lease by 12 votes"),
    ("le budget de la région",),
)
LEADING = Rule(
    "act.leading",
    r"^(?:[ ,:-]|ب(?={act_noun!}(?!\w))|(?:كل[ ]من|كذلك|أيضا|كلا[ ]من|إلى|notamment|including|de|du|des|au|aux|a"
    r"|d')(?:[ ]|(?<=')))+",
    ("du budget", "كل من الميزانية", "بتعيين ممثل الجماعة"),
    ("le budget",),
)
TRAILING = Rule(
    "act.trailing",
    r"(?:[ ,:;-]|(?:[ ]|^)(?:[وف]?التي|الذي|qui|que|which|that|et|and|en|il|elle|ils|it|he|و|كما|فيما|أما|بينما"
    r"|في[ ]حين|ثم|قبل[ ]أن|حيث|و?قد|فقد|ف"
    r"|و?في[ ](?:الأخير|الختام|النهاية)|و?أخيرا|par[ ]ailleurs|egalement|de[ ]plus|enfin|tandis[ ]que|alors[ ]que"
    r"|while|whereas|بل"
    r"|revanche))$",
    ("le budget,", "the lease and", "كراء السوق كما"),
    ("le budget",),
)
#: Another clause of the same sentence begins behind these.
NEXT_CLAUSE = Rule(
    "act.next_clause",
    r"(?:,[ ](?:while|whereas|tandis[ ]que|alors[ ]que|mais|but)|;)[ ]",
    (", while the lease", "; le budget"),
    (", le budget",),
)
#: Ahead of the subject of a sentence: 'during this session, …'.
ADVERBIAL = Rule(
    "act.adverbial",
    r"^(?:(?:et[ ]|puis[ ]|enfin[ ]|(?:alors|tandis)[ ]qu[e'][ ]?|par[ ]ailleurs,?[ ]|de[ ]meme,?[ ]"
    r"|en[ ]outre,?[ ]|while[ ]"
    r"|whereas[ ]|and[ ])+|(?:au|lors|apres|avec|dans|en|a|durant|pendant|suite|during|after|at|in|on|following|by"
    r"|finally)\b"
    r"[^,]{0,160},[ ](?=\w))+|^\w+ee?s?[ ]par[ ][^,]{0,80},[ ](?=\w)",
    ("Proposée par l'opposition, la gratuité", "au cours de cette session, le budget", "while the lease"),
    ("le budget",),
)
#: Where another part of an Arabic sentence begins.
ARABIC_PART = Rule(
    "act.arabic_part",
    r"[,;][ ]?|[ ](?=و?(?:أما|فيما|بينما|كما|في[ ]حين)(?!\w))",
    ("المجلس، وتعديل", "الملف بينما"),
    ("كراء السوق",),
)
#: What a verdict behind it is about: a noun of acts where a matter may begin, or what a part says that it turns to.
ARABIC_MATTER = Rule(
    "act.arabic_matter",
    r"(?<!\w)(?:[وف]?(?:أما|بخصوص|بالنسبة[ ]ل|فيما[ ]يخص|يتعلق[ ]ب|حول|على|في|إلى|أي|هي|هو|نقطة"
    r"|موضوع|ملف)[ ](?:نقطة[ ]|موضوع[ ]|ملف[ ]|قضية[ ])?"
    r"|(?<=[,;][ ])و?|(?<=[,;])و?|(?<![^\s])و?)(?P<matter>(?!ل)(?:ال)?{act_noun!}(?!\w))",
    ("أما كراء السوق فقد", "ناقش المجلس كراء", "برمجة الفائض"),
    ("المجلس الجماعي",),
)
#: A pronoun right ahead of its verb, behind words that describe it.
PRONOUN_AHEAD = Rule(
    "act.pronoun_ahead",
    r"[ ,]*(?:\w+(?:e|u|i|is|it)e?s?[ ]par|\w+ed[ ]by)[ ][^,]{1,80},[ ](?:il|elle|ils|elles|it|they)[ ]*$",
    ("Défendu par la vice-présidente, il", "Backed by the mayor, it"),
    ("le point relatif à la piscine, il",),
)
#: The subject of two verbs ends before the first.
SUBJECT_ENDS = Rule(
    "act.subject_ends",
    r"[ ]n'(?:a|ont)[ ]",
    ("la gratuité n'a pas trouvé de majorité",),
    ("la gratuité",),
)
#: 'As regards the lease, it …'.
TAKEN_UP = Rule(
    "act.taken_up",
    r",[ ](?:(?:le|la|l'|ce|cette|the|this)[ ]?{generic_noun!}[ ]*$"
    r"|(?:il|elle|ils|elles|celui-ci|celle-ci|it|they|le[ ]conseil)\b|(?:une?|the"
    r"|an?)[ ](?:\w+[ ]){0,2}?{act_noun!}(?!\w))[^,]*$",
    ("la piscine, il a été", "l'eau potable, un projet de convention a été"),
    ("la piscine a été",),
)
#: Between points in one line.
BETWEEN = Rule(
    "act.between",
    r"[ ]-[ ]|[ ]?[;•][ ]?(?:و(?=\w)|et[ ]|and[ ])?|[ ]/[ ]|,[ ]و(?=(?:ال)?(?:دراسة|مصادقة|موافقة|تصويت|مناقشة"
    r"|عرض|إعادة)(?!\w))",
    ("budget ; location", "كراء السوق - تسمية الأزقة"),
    ("budget, location",),
)
#: And another act, with its article: behind a verb of study.
JOINED_AGAIN = Rule(
    "act.joined_again",
    r"[ ](?:et|and)[ ](?=(?:le[ ]|la[ ]|les[ ]|l'|the[ ]){act_noun!}(?!\w))",
    ("l'avenant au contrat de l'eau et la cession de véhicules",),
    ("la création et gestion",),
)
#: And a document: the next act of a series.
DOCUMENT_JOINED = Rule(
    "act.document_joined",
    r"[ ]و(?={document_noun!}(?!\w))",
    ("الطلب ومشروع كناش التحملات",),
    ("الطلب، مشروع",),
)
#: An act begins here, its article aside.
ACT_BEGINS = Rule(
    "act.begins",
    r"^(?:the[ ]|an?[ ]|l'|la[ ]|le[ ]|les[ ]|une?[ ])?(?:[a-z]+[ ])?{act_noun!}(?!\w)",
    ("an agreement on schools", "اتفاقية إطار", "la convention", "a partnership agreement"),
    ("قطاعات الصحة", "the sectors of health"),
)
