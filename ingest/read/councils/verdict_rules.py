"""Rules of what a matter met with: verdicts told by any verb of getting, giving, passing or falling, ahead or behind.

A verdict is put together from few classes (what is got, from whom, with or without "not"), so that a wording which
nobody has listed is read where its parts are known.
"""

from __future__ import annotations

from ingest.read.rules import Rule
from ingest.text.numbers import NUMBER

#: Words of the same clause.
_WORDS = r"(?:[ ](?!على[ ])[^\s,;:.]+)"
#: Where an Arabic passive without a complement ends: a manner, a destination, a mark.
_THEN = r"(?=[ ](?:إلى|ل\w{3}|من|ب\w|بعد|في|حتى|قصد|لعدم|نظرا|دون|على[ ](?:ال)?(?:لجنة|دورة|جلسة|حال))|[ ]?[,.;]|[ ]*$)"
_HIM = r"(?:ه|ها|هما|هم)"
_ON_IT = r"علي" + _HIM
_WHAT = r"(?P<act>(?:هذه[ ]|هذا[ ])?(?:(?:ال|لل)?(?:نقطة|ملف|موضوع|مقترح)|{act_noun!})(?!\w)[^.:;,]{0,160}?)"
#: Behind an Arabic matter: what it met with.
MET = Rule(
    "act.met",
    r"(?<!\w)[وف]?(?:قد[ ]|لقد[ ])?(?:"
    r"(?P<rejected>لم[ ]{got_not!}"
    + _WORDS
    + r"{0,4}?[ ](?:على[ ])?(?:ب?{assent!}|أصوات|(?:ال)?عدد|نصاب|(?:"
    + NUMBER
    + r")[ ](?:صوت|أصوات|عضو|أعضاء))"
    r"|لم[ ](?:ت|ي)(?:مر|جتز)(?!\w)|(?:رفض|أسقط)(?:ت|وا)?"
    + _HIM
    + r"(?!\w)(?![ ]"
    + NUMBER
    + r"(?!\w))|(?:أ?سقطت?|رفضت?)"
    + _THEN
    + r"|(?:تم|جرى|وقع|ليتم)[ ](?:رفض|إسقاط)"
    + _HIM
    + r"|قوبلت?[ ]ب(?:ال)?رفض"
    r"|لم[ ](?:ي|ت)(?:وافق|صادق|صوت"
    r"|قبل)(?:وا)?" + _WORDS + r"{0,3}?[ ]" + _ON_IT + r"|صوت(?:ت|وا)?[ ]ضد" + _HIM + r")"
    r"|(?P<postponed>(?:أجل|أرجأ|أخر|رحل|سحب)(?:ت|وا)?"
    + _HIM
    + r"|(?:أجلت?|أرجئت?|أخرت|رحلت?|سحبت?|تأجلت?)"
    + _THEN
    + r"|(?:تمت?|تقرر|جرى|وقع|قرر|قررت|ارتأى|فضل|آثر|اختار)"
    + _WORDS
    + r"{0,4}?[ ](?:تأجيل|إرجاء|ترحيل|تأخير|سحب)"
    + _HIM
    + r"|(?:تأجيل|إرجاء|تأخير)[ ](?:البت|الحسم|النظر|التصويت|التداول|المصادقة)[ ](?:في|على)"
    + _HIM
    + r")"
    r"|(?P<adopted_one>(?:اعتمدت?|أقرت?|قبلت?|أجيزت?)[ ](?:هذا|هذه)[ ]ال\w+)|(?P<rejected_one>رفضت?[ ](?:هذا"
    r"|هذه)[ ]ال\w+)"
    r"|(?P<postponed_one>(?:أجلت?|أرجئت?)[ ](?:هذا|هذه)[ ]ال\w+)"
    r"|(?P<adopted>{got!}" + _WORDS + r"{0,4}?[ ](?:على[ ])?ب?{assent!}(?![ ]{outside!})"
    r"|{got!}[ ](?:على[ ])?(?P<tally>(?:" + NUMBER + r")[ ](?:صوتا?|أصوات))"
    r"|(?:قبل(?:ت|وا|و)|قبل(?=(?:ه|ها)[ ](?:المجلس|الأعضاء|الحاضرون|الجميع|ب(?:ال)?إجماع))|أقر|اعتمد|زكى|أيد|أجاز"
    r"|تبنا|بارك|مرر|ساند)(?:ت|وا|و)?"
    + _HIM
    + r"(?!\w)(?![ ]"
    + NUMBER
    + r"(?!\w))"
    + r"|(?:وافق|صادق|أجمع|اتفق|صوت)(?:ت|وا|و)?"
    + _WORDS
    + r"{0,6}?[ ](?:"
    + _ON_IT
    + r"|ل(?:صالح|فائدت)"
    + _HIM
    + r")"
    r"|(?:صودق|ووفق)"
    + _WORDS
    + r"{0,3}?[ ]"
    + _ON_IT
    + r"|(?:اعتمدت|أقرت|قبلت|زكيت|أجيزت|مررت|مرت?|اجتازت)(?=[ ](?:بال?[ ]?إجماع|ب[ ]?\d|بأغلبية|بالأغلبية|بدون|دون"
    r"|بموافقة|بعد[ ](?:عملية[ ])?تصويت|من[ ](?:طرف|لدن|قبل)[ ](?:ال)?(?:مجلس|أعضاء|حاضرين)))"
    r"|(?:تمت?|جرى|جرت|وقعت?)[ ](?:ال)?(?:مصادقة|موافقة|تصويت|إجماع)"
    + _WORDS
    + r"{0,3}?[ ]"
    + _ON_IT
    + r"|تم[ ](?:اعتماد|قبول|إقرار|تبني|تمرير)"
    + _HIM
    + r")"
    r")(?!\w)",
    (
        "حظي بدوره بموافقتهم الجماعية",
        "فأقره كل الأعضاء",
        "ووافقوا عليه بالإجماع",
        "الذي تقرر تأخيره إلى دورة لاحقة",
        "لم تنل العدد الكافي من الأصوات",
        "سحبت من طرف الرئيس",
        "وقد مرت بأغلبية الحاضرين",
        "نال ثقة المجلس",
        "سقطت بعدما رفع 16 مستشارا",
        "رفضت بعد أن صوت ضدها 17",
        "فصودق عليها بأغلبية 9 أصوات",
        "لم تحظ سوى بتأييد 7 أعضاء",
    ),
    ("حظي بموافقة لجنة المالية", "مرت الجلسة في هدوء", "سقطت أمطار", "رفضت الجماعة الطلب", "صادق على المشروع"),
)
#: A verb of one side of a vote: 'voted against it'.
OF_SIDE = Rule(
    "act.of_side",
    r"صوت\w{0,2}" + _WORDS + r"{0,6}?[ ](?:ضد|لصالح|لفائدت)" + _HIM,
    ("صوت ضدها", "صوتوا لصالحها"),
    ("صوت عليها",),
)
#: How many were on a side, right beside its verb.
COUNTED = Rule(
    "act.counted_side",
    r"(?:" + NUMBER + r")[ ](?:صوتا?|أصوات|عضوا?|أعضاء|مستشارا?|مستشارين)(?!\w)",
    ("13 عضوا", "تسعة أعضاء"),
    ("أعضاء المجلس",),
)
#: What joins a verdict to the matter before it.
JOINT = Rule("act.joint", r"[وف](?:قد|لقد)?|قد[ ]|لقد[ ]", ("وقد", "فأقره", "قد أجلت"), ("نال",))
#: Verb first, then the matter, then what it got: 'the amendment passed by a majority', 'the plan gathered five
#: votes only'.
PASSED = Rule(
    "act.passed",
    r"(?<!\w)[وف]?(?:قد[ ])?(?P<adopted>مرت?|اجتازت?)[ ]"
    + _WHAT
    + r"[ ](?=(?:بال?إجماع|بالأغلبية|بأغلبية|بموافقة|بدون|دون[ ]))"
    r"|(?<!\w)[وف]?(?P<rejected>لم[ ]{got_not!}[ ]" + _WHAT.replace("<act>", "<act_one>") + r"[ ](?:سوى|إلا|غير)[ ])"
    r"|(?<!\w)[وف]?(?P<adopted_one>لم[ ](?:ي|ت)(?:ثر|لق|واجه|عرف|سجل|صادف)[ ]"
    + _WHAT.replace("<act>", "<act_two>")
    + r"[ ](?:أي[ ])?(?:اعتراض|معارضة|تحفظ))(?!\w)",
    ("مر الملحق التعديلي لاتفاقية النقل بأغلبية الحاضرين", "لم تنل إعادة هيكلة السوق سوى خمسة أصوات"),
    ("مر المشروع بمراحل", "لم ينل الطلب"),
)
#: An Arabic verb of deciding right ahead of its matter, whatever stands between: subject, manner, a parenthesis.
TOOK = Rule(
    "act.took",
    r"(?<!\w)[وف]?(?:قد[ ])?(?:(?P<adopted>أقر|اعتمد|تبنى|أجاز|زكى|مرر|بارك|أيد|قبل)|(?P<rejected>رفض|أسقط)"
    r"|(?P<postponed>أرجأ|أجل|أخر))(?:ت|وا)?(?P<gap>[ ](?:مجلس|المجلس|أعضاء|الأعضاء|المستشارون|الحاضرون|المنتخبون)"
    r"(?:[ ](?!{act_noun!}(?!\w))[^\s;:.]+){0,14}?)[ ](?=(?:{looking_at!}[ ](?:نقطة[ ]|ملف[ ]"
    r"|موضوع[ ])?)?(?!لل?){act_noun!}(?!\w))"
    r"|(?<!\w)[وف]?(?P<rejected_one>رفضت?|أسقطت?)[ ](?:ب(?:ال)?(?:إجماع"
    r"|أغلبية)[ ])?(?=(?:(?:ال)?نقطة[ ])?(?!لل?){act_noun!}(?!\w))"
    r"|(?<!\w)[وف]?(?P<adopted_one>(?:اتفق|أجمع|توافق)(?:ت|وا)?(?:[ ][^\s,;:.]+){0,6}?|وقع"
    + _WORDS
    + r"{0,2}?[ ](?:ال)?(?:إجماع|اتفاق|توافق))"
    r"[ ]على[ ](?=(?!لل?){act_noun!}(?!\w))",
    (
        "أجاز المجلس بعد ذلك، من غير أي اعتراض، اتفاقية بناء نواة",
        "ورفضت نقطة إحداث محجز",
        "رفض بالأغلبية منح رخص",
        "بينما اتفقوا كلهم على منح مائتي ألف درهم",
        "ووقع الإجماع على شطر ثان",
    ),
    ("أقر المجلس بأن الحالة صعبة", "أجمعوا على أن الوضع", "رفضت الجماعة"),
)
#: Behind a matter in French or English: passed, went through, met no opposition, fell, waits.
WENT = Rule(
    "act.went",
    r"\b(?P<adopted>(?:n'(?:a|ont)(?:[ ]?,[ ][^,.;]{1,30},)?[ ](?:ete[ ])?(?:rencontre|suscite|souffert|souleve"
    r"|essuye|connu|fait[ ]l'objet)"
    r"[ ](?:d')?(?:aucune?|nulle|la[ ]moindre)[ ](?:\w+[ ]){0,2}?(?:opposition|objection|reserve|contestation"
    r"|resistance|voix))"
    r"|(?:a|ont)(?:[ ]?,[ ][^,.;]{1,30},)?(?:[ ]{adverb!})?[ ](?:fait|trouve|emporte|decroche|recueilli|obtenu|recu"
    r"|eu)[ ](?:l'|le[ ]|la[ ]|un[ ]|une[ ])?"
    r"(?:unanimite|consensus|plein[ ](?:des[ ]voix|d'adhesion)|feu[ ]vert|aval|quitus|assentiment|agrement"
    r"|adhesion)(?![ ](?:de[ ]la[ ]|du[ ]|de[ ]l'|des[ ])(?:\w+[ ])?{outside!})"
    r"|(?:a|ont)[ ](?:ete[ ]l'objet|fait[ ]l'objet|beneficie)[ ]d'un[ ](?:vote|avis|accueil)[ ](?:favorable|unanime"
    r"|positif)"
    r"|(?:est|sont|fut)[ ](?:finalement[ ]|egalement[ ])?passee?s?(?=[ ]?[,.;]|[ ](?:par|a|avec|sans|comme|haut)[ ])"
    r"|(?:went|sailed|got|came)[ ]through|passed(?=[ ](?:by[ ]|with|without|unanimously|unopposed)|[ ]?[,.;])"
    r"|(?:then[ ])?(?:won|got|drew|earned|secured|gained|received)[ ](?:the[ ]|full[ ]|unanimous[ ])*(?:backing"
    r"|support|nod|approval|go-ahead|green[ ]light|blessing|consent|assent)"
    r"|met[ ](?:with[ ])?no[ ](?:opposition|objection|dissent))(?!\w)"
    r"|\b(?P<rejected>n'(?:a|ont)(?:[ ]?,[ ][^,.;]{1,30},)?(?:[ ](?:pas|toutefois|cependant"
    r"|en[ ]revanche))*[ ](?:pas[ ])?(?:ete[ ])?"
    r"(?:convaincu|obtenu|recueilli|reuni|trouve|emporte|rallie|adoptee?s?|approuvee?s?|retenue?s?)"
    r"|(?:a|ont)[ ]echoue|(?:est|sont)[ ]tombee?s?[ ]a[ ]l'eau|(?:fell|failed)(?=[ ](?:by|with|to[ ](?:win|get|pass"
    r"|gain))|[ ]?[,.;]))(?!\w)"
    r"|\b(?P<postponed>attendr(?:a|ont)|(?:reste|restent|demeure)[ ](?:en[ ]suspens|en[ ]attente)|(?:will"
    r"|must)[ ]wait|devra[ ]attendre)(?!\w)",
    (
        "n'a, quant à elle, souffert aucune opposition",
        "a fait l'unanimité",
        "est passé par 26 voix",
        "which went through with 21 votes",
        "won the backing of every member",
        "n'a pas convaincu",
        "attendra une prochaine session",
        "n'a en revanche obtenu que 5 voix",
    ),
    ("a fait l'objet d'un débat", "il est passé chez lui", "he passed the floor", "obtenu l'aval de la commission"),
)
#: A verb of assent or refusal, its manner in between: 'gave its go-ahead, unanimously, to the plan'.
GAVE = Rule(
    "act.gave",
    r"\b(?:a|ont|avait|avaient)(?:[ ]{adverb!})?[ ](?P<adopted>{gave_assent!})(?:[ ]?,[ ][^,.;]{1,40},"
    r"|[ ]a[ ]l'unanimite|[ ]a[ ]la[ ]majorite)?[ ](?:a|au|aux|pour|sur)[ ]?(?=\w)"
    r"|\b(?P<adopted_one>{gave_assent!})(?:[ ]?,[ ][^,.;]{1,40},)?[ ]to[ ](?=\w)"
    r"|\b(?:a|ont)[ ](?P<rejected>dit[ ]non)[ ](?:a|au|aux)[ ]?(?=\w)"
    r"|\b(?:members|councill?ors|council|assembly|they)[ ](?:also[ ]|then[ ]"
    r"|unanimously[ ])?(?:(?P<adopted_two>backed|cleared|accepted|supported|agreed[ ]to|agreed[ ]on|voted[ ]through"
    r"|waved[ ]through)"
    r"|(?P<rejected_one>threw[ ]out|voted[ ]down|turned[ ]down|declined)|(?P<postponed>put[ ](?:off|back)"
    r"|held[ ]over|sent[ ]back|shelved))[ ](?=\w)"
    r"|(?<!\w)[وف]?(?:أعط|منح|أبد|أعلن)(?:ى|ت|وا)?"
    + _WORDS
    + r"{0,4}?[ ](?P<adopted_three>(?:ال)?ضوء[ ](?:ال)?أخضر|(?:موافق|مصادق|ثق)ت(?:ه|ها|هم)|(?:تأييد|قبول|دعم)(?:ه|ها"
    r"|هم))"
    r"(?:[ ]ب(?:ال)?(?:إجماع|أغلبية))?[ ](?:على[ ](?=\w)|(?=ل\w{3}))",
    (
        "a donné son feu vert, à l'unanimité, au plan de formation",
        "avait donné son feu vert, à la majorité, à l'affectation",
        "le conseil a dit oui à la convention",
        "members backed the lease",
        "أعطى المجلس الضوء الأخضر لمشروع",
        "the council threw out the plan",
    ),
    ("a donné son avis", "members of the council"),
)
#: What a session brought: 'the session ended with the adoption of …', 'it allowed the programming of …'.
BROUGHT = Rule(
    "act.brought",
    r"(?<!\w)[وف]?(?:مكن|أسفر|أفض|تمخض|انته|خلص|توج|تكلل|كلل|أثمر)(?:ت|ى)?[ ](?:هذه[ ]|عن[ ]"
    r"|أشغال[ ])*(?:ال)?(?:دورة|جلسة|أشغال|اجتماع|مداولات|نقاش)?\w{0,2}"
    r"(?:[ ](?!من[ ]|عن[ ]|إلى[ ]|ب)[^\s,;:.]+){0,4}?[ ](?:من[ ]|عن[ ]|إلى[ ])?(?P<adopted>ب?(?:ال)?(?:مصادقة"
    r"|موافقة)(?:[ ]ب(?:ال)?(?:إجماع|أغلبية))?[ ]على)[ ](?=\w)"
    r"|(?<!\w)[وف]?مكنت[ ](?:هذه[ ])?(?:ال)?(?:دورة|جلسة)[ ](?P<adopted_one>من)[ ](?=(?!لل?){act_noun!}(?!\w))",
    ("أفضت إلى المصادقة بالإجماع على ملحق اتفاقية", "ومكنت هذه الدورة من برمجة فائض السنة"),
    ("مكنت الدورة من النقاش",),
)
HEADS_BEFORE = (PASSED, TOOK, GAVE, BROUGHT)
HEADS_BEHIND = (MET, WENT)
