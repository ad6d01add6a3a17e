"""Rules of what a council studies, turns to or meets for: an act is named; what became of it is said elsewhere."""

from __future__ import annotations

from ingest.read.rules import Rule

_THE = r"(?:the[ ]|an?[ ]|l'|la[ ]|le[ ]|les[ ]|une?[ ])?"
_OF = r"(?:[ ](?:(?:على|في|حول|بشأن|de[ ]la|de[ ]l'|du|des|de|d'une?|of|sur|on)[ ]?){1,2}|[ ])"
_ACT_FOLLOWS = r"(?=" + _THE + r"{act_noun!}(?!\w))"
#: An act that is studied; what it was decided is said elsewhere, if at all.
STUDIED = Rule(
    "act.studied",
    r"{studied}(?:[ ](?!{act_noun!}(?!\w))[^\s,;:.]+){0,4}?" + _OF + _ACT_FOLLOWS,
    ("تدارس المجلس مشروع اتفاقية", "le conseil a examiné le budget", "the council discussed the lease of the pool"),
    ("ناقش الحاضرون مشاكل الماء والإنارة",),
)
#: The same by a noun: 'study and adoption of …', 'the session was given to the examination of …'; no study as such.
#: The next matter that a report tells of: 'members moved on to the lease', 'the sitting opened on the budget'.
TURNED_TO = Rule(
    "act.turned_to",
    r"(?<!\w)[وف]?(?:(?:البداية[ ]كانت|كانت[ ]البداية)[ ]مع|جاء[ ]الدور[ ]على"
    r"|(?:انتقل|انتقلوا|مر|مروا|انتقلت)(?:[ ](?!إلى[ ])[^\s,;:.]+){0,5}?[ ]إلى(?:[ ](?:فحص|دراسة|مناقشة|بحث)|(?![ ]"
    r"(?:ال)?مش(?:روع|اريع)))"
    r"|انصبت?(?:[ ][^\s,;:.]+){0,3}?[ ]على|(?:و)?تلا[ ]ذلك(?:[ ]تقديم)?)[ ]" + _ACT_FOLLOWS + r"|\b(?:s'est|se[ ]"
    r"sont)(?:[ ]{adverb!})?[ ](?:ouverte?s?|pench\w+|arretee?s?)[ ](?:sur|par)[ ]"
    + _ACT_FOLLOWS
    + r"|\b(?:a|ont|est|sont)(?:[ ]{adverb!})?(?:[ ]d'abord)?[ ](?:enchaine[ ]avec|entame[ ]\w{0,12}[ ]?par"
    r"|passee?s?[ ]a|ete[ ]saisie?s?[ ]d[eu])[ ]"
    r"(?:la[ ])?" + _ACT_FOLLOWS + r"|\b(?:opened[ ](?:with|on)|(?:then[ ])?moved[ ]on[ ]to|turned[ ]to|took[ ]"
    r"up)[ ]" + _ACT_FOLLOWS,
    (
        "البداية كانت مع برمجة الفائض",
        "ثم جاء الدور على تعديل القرار الجبائي",
        "La séance s'est ouverte sur le projet de budget",
        "Les conseillers se sont ensuite penchés sur le plan",
        "They moved on to the renewal of the contract",
    ),
    ("انتقل الوفد إلى المقر", "la séance s'est ouverte sur une prière", "they moved on to lunch"),
)
#: What members are to do with an act, by an infinitive or in the future.
TO_HANDLE = Rule(
    "act.to_handle",
    r"\b(?:trancher|examiner|etudier|examinera|examineront|etudiera|etudieront|(?:se[ ]prononcer|statuer|deliberer"
    r"|se[ ]pencher"
    r"|debattre|se[ ]prononcera|se[ ]prononceront|se[ ]penchera|se[ ]pencheront|statuera|deliberera|debattra"
    r"|debattront)[ ]"
    r"(?:sur|de(?=[ ](?:la|l'))|du))[ ]" + _ACT_FOLLOWS + r"|\bwill[ ](?:examine|discuss|consider|debate|vote[ ]"
    r"on)[ ]" + _ACT_FOLLOWS,
    (
        "les élus devront examiner le programme",
        "et se prononcer sur la dénomination de trois places",
        "il examinera l'avenant",
        "the council will discuss the lease",
    ),
    ("examiner la situation", "se prononcer sur le fond"),
)
SESSION_FOR = Rule(
    "act.session_for",
    r"(?:\b(?:session|seance)\b[^.;:]{0,60}?|(?:^|(?<=[.;][ ]))(?:elle|it)[ ](?:sera|est|was|is|will[ ]be))[ ,]+"
    r"(?:consacree|dediee|devoted|dedicated|given[ ]over)[ ](?:a[ ]|au[ ]|aux[ ]|to[ ])"
    + _ACT_FOLLOWS
    + r"|\b(?:afin[ ]d[e']|pour|en[ ]vue[ ]d[e'])[ ]?(?:emettre[ ]son[ ]avis|se[ ]prononcer|statuer|deliberer"
    r"|debattre"
    r"|examiner|etudier|adopter|approuver|voter)[ ](?:sur[ ]|de[ ](?=la[ ]|l')|du[ ])?"
    + _ACT_FOLLOWS
    + r"|(?<!\w)(?:ال)?(?:دورة|جلسة)\w{0,2}[ ][^.;:]{0,60}?(?:خصصت?|مخصصة|ستخصص)[ ]لل(?:مصادقة|موافقة|تصويت|بت)[ ]"
    r"(?:على|في)[ ]"
    + _ACT_FOLLOWS
    + r"|(?<!\w)(?:للتداول|للبت|للنظر)[ ](?:في|بشأن|حول)[ ](?=(?:المصادقة|الموافقة)[ ]على[ ])",
    (
        "La session sera consacrée à la convention",
        "réuni en session afin d'émettre son avis sur le projet de plan",
        "دورة استثنائية خصصت للمصادقة على اتفاقية",
        "في دورة استثنائية للتداول بشأن المصادقة على كناش",
    ),
    ("une journée consacrée à la convention", "la session consacrée à la sécheresse"),
)
#: What a session, its agenda or its members are to deal with, in the future, the present or by a noun.
HANDLES = Rule(
    "act.handles",
    r"(?<!\w)[وفل]?س?(?:ت|ي)(?:تدارس|تناول|نظر|ناقش|بت|نكب|تداول|درس|بحث|ستعرض|نصب|تطرق|حسم)(?:ون|وا|ان)?"
    r"(?:[ ](?!على[ ]|في[ ]|إلى[ ]|{act_noun!}(?!\w))[^\s,;:.]+){0,5}?(?:[ ](?:على|في|إلى|حول|بشأن))?(?:[ ](?:نقطتين"
    r"|نقطة|موضوع|ملف|نقط)(?:[ ]اثنتين)?)?[ ](?=(?!لل?){act_noun!}(?!\w))"
    r"|(?:دورة|جلسة|جدول[ ](?:ال)?أعمال\w*|أشغال\w*)[^.;:]{0,60}?[ ](?:ت|ي)(?:شمل|تضمن|ضم|حتوي[ ]على)(?:[ ](?:نقطتين"
    r"|نقطة|موضوع|ملف)(?:[ ](?:وحيدة?|فريدة?)[ ](?:هي|هو))?)?[ ](?=(?!لل?){act_noun!}(?!\w))"
    r"|(?<!\w)(?:لل|(?:أجل|قصد|بغرض|بهدف|بغية|إلى)[ ](?:ال)?)(?:تداول|بت|نظر|حسم|دراسة|تدارس|مناقشة|مصادقة|موافقة"
    r"|تصويت)[ ](?:في|على|بشأن|حول)[ ](?:نقطة[ ]|موضوع[ ]|ملف[ ])?(?=(?!لل?){act_noun!}(?!\w))"
    r"|(?<!\w)[وف]?(?:خصص|أفرد|كرس|م?خصص)(?:ت"
    r"|ة)?(?:[ ](?!ل)[^\s,;:.]+){0,4}?[ ](?=ل)(?:ل[ ])?(?=(?:لل?)?{act_noun!}(?!\w))"
    r"|(?<!\w)(?:تم|تمت|جرى|جرت)(?:[ ]\w+){0,2}?[ ](?:ال)?(?:تداول|نقاش|دراسة|مناقشة|تدارس|انتقال|تطرق"
    r"|استماع)(?:[ ](?!على[ ]|في[ ]|إلى[ ])\w+){0,2}?"
    r"[ ](?:في|حول|بشأن|إلى)[ ](?:موضوع[ ]|ملف[ ])?(?=(?!لل?){act_noun!}(?!\w))"
    r"|(?<!\w)[وف]?(?:تلا|تبع|أعقب|ثم)(?:ه|ها|ته|تها|[ ]ذلك)[ ](?:موضوع|ملف|قضية|نقطة)[ ](?=\w)"
    r"|(?<!\w)(?:[وف]|ثم[ ])?(?:عرض|قدم|طرح)(?:ت)?[ ]على[ ](?:أنظار[ ])?(?:ال)?(?:أعضاء|مجلس|مستشارين"
    r"|تصويت)[ ](?=(?!لل?){act_noun!}(?!\w))"
    r"|(?<!\w)[وف]?(?:انصب|تمحور|تركز|انحصر)(?:ت)?(?:[ ][^\s,;:.]+){0,3}?[ ](?:على|حول"
    r"|في)[ ](?:موضوع[ ](?:واحد|وحيد|فريد)[ ](?:هو[ ]|يهم[ ]|:[ ])(?=\w)|(?:موضوع[ ])?(?=(?!لل?){act_noun!}(?!\w)))"
    r"|\b(?:port(?:e|ent|era|eront|ait|aient)|statuer(?:a|ont)?|se[ ]prononcer|pencher(?:a|ont)?|deliberer(?:a"
    r"|ont)?)(?:[ ](?:entre[ ]autres|notamment|essentiellement|exclusivement|uniquement))?[ ]sur[ ]"
    r"(?:une?[ ](?:seule|unique)[ ](?:affaire|question|point)[ ]?:[ ])?"
    + _ACT_FOLLOWS
    + r"|\b(?:session|seance|reunion)\b[^.;:]{0,120}?\b(?:dediee?|consacree?)[ ](?:a|au|aux)[ ]?"
    + _ACT_FOLLOWS
    + r"|\b(?:au[ ](?:programme|menu)|a[ ]l'ordre[ ]du[ ]jour|ordre[ ]du[ ]jour|programme|on[ ]the[ ](?:table"
    r"|agenda)|(?:sole|only)[ ](?:business|item|matter)|une?[ ](?:unique|seule)[ ]question|l'unique[ ](?:objet"
    r"|point)|le[ ]seul[ ](?:objet|point|sujet))\b"
    r"(?:[^:.;]{0,80}?[ ]?:|[^:.;,]{0,60}?,[ ]a[ ]savoir|[^:.;,]{0,60}?[ ](?:est|reste|demeure|sera|is|was))[ ]"
    + _ACT_FOLLOWS
    + r"|\b(?:they|these|which)[ ]include[ ]"
    + _ACT_FOLLOWS
    + r"|\b(?:sujets|points|dossiers|questions|affaires)\b[^:.;]{0,60}?,[ ]a[ ]savoir[ ,:]{1,2}"
    + _ACT_FOLLOWS
    + r"|(?:^[^\w]*|[.;][ ])(?:citons|figurent[ ]notamment)[ ,:]{1,2}"
    + _ACT_FOLLOWS
    + r"|\bto[ ](?:look[ ]at|decide[ ]on|vote[ ]on|settle)[ ]"
    + _ACT_FOLLOWS
    + r"|\bla[ ]question[ ]d(?:u[ ]|e[ ]|es[ ])"
    + _ACT_FOLLOWS,
    (
        "وستتناول مشروع ميزانية 2025",
        "وسينظر المجلس هذه المرة في نقطة إحداث سوق",
        "دورة استثنائية من أجل الحسم في ملف تدبير النظافة",
        "أفردت الجلسة الثانية كاملة لمشروع ميزانية الجماعة",
        "la session portera entre autres sur l'entretien des pistes",
        "statuer sur une seule affaire : le transfert du patrimoine",
        "Etaient au programme : la répartition de l'excédent",
        "le seul point à l'ordre du jour, à savoir la gestion déléguée",
        "They include the lease of the campsite",
    ),
    ("تتناول العشاء", "la session portera sur le fond", "on the table: bread"),
)
STUDY_OF = Rule(
    "act.study_of",
    r"(?:(?<!\w)[وف]?[بل]?{study_noun!}|\b(?:l')?{study_noun!})"
    r"(?:[ ]و(?:ال)?(?:دراسة|مصادقة|تصويت|موافقة|مناقشة)|[ ](?:et|and)(?:[ ](?:a[ ])?(?:l'|le[ ])?(?:adoption"
    r"|approbation|vote"
    r"|approval))?){1,3}"
    + _OF
    + _ACT_FOLLOWS
    + r"|(?:(?<!\w)[وف]?(?:[بل]|(?:إلى|تمت?|جرت|في|قصد|أجل|خصصت?)[ ])|\b(?:a|pour|par|sur|for|to|the)[ ](?:l')?)"
    r"{study_noun!}" + _OF + _ACT_FOLLOWS + r"|(?<!\w)[وف]?(?=ال){study_noun!}[ ](?:في|حول|بشأن)[ ]" + _ACT_FOLLOWS,
    (
        "انتقل المجلس إلى مناقشة مشروع التوأمة",
        "بمناقشة والمصادقة على اتفاقية شراكة",
        "الدراسة والتصويت على الميزانية",
        "والتداول في البروتوكول",
        "consacrée à l'examen du projet de convention",
        "study and approval of the budget",
    ),
    ("إنجاز دراسة تهيئة المدينة", "une étude de projet"),
)
#: An act that is put before the council; what became of it stands behind.
PUT_BEFORE = Rule(
    "act.put_before",
    r"(?<!\w)[وف]?(?:قد[ ])?(?:عرض|عرضت|أحيل|أحيلت|قدم)[ ](?P<act>(?:هذه[ ]"
    r")?(?:ال)?{act_noun!}(?!\w)[^.:;,]{0,160}?)[ ](?:على|أمام)[ ]"
    r"(?:أنظار[ ])?(?:ال)?(?:مجلس|أعضاء|مستشارين)(?!\w)",
    ("عرض مشروع برنامج العمل على أنظار المجلس", "أحيلت اتفاقية الشراكة على أنظار أعضاء المجلس"),
    ("عرض على أنظار المجلس",),
)
