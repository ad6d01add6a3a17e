"""Words of outcomes: results and manners in running text, words that stand apart, what begins a line."""

from __future__ import annotations

import re

from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold_pattern
from ingest.text.numbers import NUMBER
from ingest.text.standing import Stems
from ingest.text.stems import without_longer

#: What is counted in a vote.
UNIT = (
    r"(?:صوتا?|أصوات|عضوا?|أعضاء|مستشارا?|مستشارة|مستشارين|مستشارون"
    r"|voix|votes?|membres?|members?|conseillers?|councill?ors?|elus?)"
)

# Results
_IT = r"(?: (?:عليها|عليه|عليهما|على (?:هذه |هذا )?(?:ال)?(?:نقطة|مقترح|مقرر|طلب)))?"
REJECTED = _p(
    r"(?<!\w)(?:[وف]?(?:قد )?(?:(?:تم|جرى|قرر المجلس) رفض(?:ها|ه)?(?: النقطة)?|رفض(?:ها|ه|ت|هما)"
    r"|رفض (?:المجلس|النقطة)|رفض(?= (?:بال|بأغلبية|ب ?\d))|(?:قوبلت?|ووجهت?) بالرفض)|مرفوضة?"
    r"|(?:تم )?(?:التصويت|صوت|صوتت)(?: المجلس)? (?:ضد(?:ها|ه)?|برفض(?:ها|ه)?)"
    r"|غير (?:مصادق|موافق|مقبولة?)(?: عليها| عليه)?"
    r"|و?لم (?:تحظ|يحظ|تنل|ينل|تحصل|يحصل|يصادق|تصادق|يوافق|توافق|تتم|يتم|تعتمد|تقبل)(?!\w)"
    r"(?: (?:المجلس|هذه النقطة|النقطة|عليها|عليه|على))*(?: (?:على )?ب?(?:ال)?(?:مصادقة|موافقة|قبول|أغلبية))?"
    r"|عدم (?:المصادقة|الموافقة|القبول|قبولها)(?: عليها)?)(?!\w)"
    r"|\b(?:rejet(?:ee?s?|te|tent)|refus(?:ee?s?|e)|repoussee?s?|non (?:adoptee?s?|approuvee?s?|votee?s?)"
    r"|n'(?:a|ont) pas (?:ete )?(?:adoptee?|approuvee?|votee?)|votee? contre(?! \d)"
    r"|rejected|defeated|turned down|not (?:approved|adopted|carried))\b"
)
POSTPONED = _p(
    r"(?<!\w)[وف]?(?:قد )?(?:(?:تم|تقرر|قرر المجلس|جرى|وقع|صادق(?:ت)?(?: المجلس)?(?: ب\S+){0,2} على"
    r"|(?:تمت? )?(?:ال)?مصادقة(?: ب\S+){0,2} على|قرر(?: المجلس)?)(?: بالإجماع| بالأغلبية)? (?:تأجيل|إرجاء|ترحيل)"
    r"(?:ها|ه)?|(?:تم|تقرر|قرر المجلس|جرى|وقع) (?:إرجاؤها|إرجائها|إرجاؤه)"
    r"|(?:أ|ا)رجئت?|أرجأ(?:ها)? المجلس|(?<!من )(?:أجلت|أجلها|أجل(?= (?:البت|النظر|المجلس|النقطة|دراستها|الحسم"
    r"|التصويت عليها|مناقشتها)))|تأجلت?"
    r"|مؤجلة?|(?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?(?= (?:إلى|النقطة|هذه|البت|لتعميق|لمزيد|للدورة))"
    r"|(?:ال)?(?:تأجيل|إرجاء)$|^ ?أجل[ .]*$)(?!\w)"
    r"|\b(?:report(?:ee?s?|er(?= (?:l'|ce|cette|le |la |sa )))|ajourn(?:ee?s?|er)|differee?s?|renvoyee?s?"
    r"|renvoi en commission|mise? en attente|surseoir|remise?s? (?:a (?:la|une) (?:prochaine |session|seance|reunion)"
    r"|a plus tard)"
    r"|report (?:a (?:la|une) |de (?:ce|cette|ces) (?:points?|questions?)|du point|de la question)"
    r"|postponed|adjourned|deferred|put off|held over)\b"
)
WITHDRAWN = _p(
    r"(?<!\w)[وف]?(?:قد )?(?:(?:تم(?:ت)? |جرى )?سحب(?:ها|ه|ت)|تم سحب (?:هذه )?النقطة)(?: من جدول الأعمال)?(?!\w)"
    r"|\b(?:retiree?s?(?: de l'ordre du jour)?|withdrawn)\b"
)
EXAMINED = _p(
    r"(?<!\w)[وف]?(?:قد )?(?:(?:تمت?|جرت?) (?:دراس[ةت]|مناقش[ةت]|تدارس|الاستماع)(?:ها|ه)?|أحاط (?:المجلس )?علما"
    r"|أحيط المجلس علما|أخذ(?: المجلس)? علما|أخذ العلم|اطلع(?: المجلس)? على|استمع المجلس|تدارس(?:ها)? المجلس"
    r"|ناقش(?:ها)? المجلس|تم الاطلاع|قدمت (?:بشأنها|حولها|بخصوصها)|قدم(?:ت)? (?:توضيحات|شروحات|إيضاحات))(?!\w)"
    r"|\b(?:le conseil (?:en )?(?:a )?)?(?:pris acte|prend acte|prise d'acte|pris connaissance|examinee?s?"
    r"|debattue?s?|discutee?s?|fait l'objet d'une? (?:debat|discussion|examen)"
    r"|(?:the (?:council|members|assembly) )?(?:took note|taken note|noted|discussed|examined|debated))\b"
)
ADOPTED = _p(
    r"(?<!\w)[وف]?(?:قد )?(?:صادقت?"
    + _IT
    + r"|صودق"
    + _IT
    + r"|(?<!غير )مصادق عليها?|تمت? (?:ال)?(?:مصادقة|موافقة)"
    + _IT
    + r"|تمت? (?:اعتماد|قبول|إقرار|تبني|تزكية|تزكيت)(?:ها|ه)"
    r"|(?:حظيت?|نالت?|لقيت?|حازت?|حصلت?)(?: هذه)?(?: النقطة| كلها| جميعها)?(?: على)? (?:ب|بال)?(?:ال)?"
    r"(?:موافقة|مصادقة|قبول|تأييد|ثقة|تزكية|إجماع(?:ا|هم)?)|وافقت?"
    + _IT
    + r"|أعطى (?:المجلس |الأعضاء )?موافقته\w?|أقرها|أقره|أقر المجلس|اعتمدها|اعتمدت|تبناها|مقبولة|قبلها المجلس"
    r"|صوت(?:ت)?(?: المجلس)?(?: بالإجماع)? (?:لصالح(?:ها|ه)?|لفائدتها|بنعم|بالموافقة|بالإيجاب|بالقبول|إيجابا)"
    r"|صوت(?:ت)? عليها|صوت(?:ت)? (?:جميع|كل|كافة)|تم التصويت (?:عليها|لصالحها|بالإيجاب)"
    r"|(?:ال)?(?:مصادقة|موافقة)(?: عليها)?(?= (?:بال ?إجماع|بالاجماع|بإجماع|بالأغلبية|بأغلبية)))(?!\w)"
    r"|\b(?:le conseil (?:l'|en )?(?:a )?)?(?:adoptee?s?|approuvee?s?|approuvent|validee?s?|acceptee?s?"
    r"|(?:avis favorable|le oui) l'a emporte|enterinee?s?|accordee?s?(?= a l'unanimite| a la majorite)"
    r"|vote(?:e|es|s)?(?= (?:a l'unanimite|a la majorite|par \d))|a adopte|a approuve|ont adopte|ont approuve"
    r"|approved|adopted|carried(?! (?:over|forward|out))|ratified|endorsed)\b"
)
#: A manner without a verb says that it was adopted: 'by unanimity' after the title of a point.
UNANIMOUS = _p(
    r"(?<!\w)(?:(?:و|ف)?(?:بال ?|ب)إجماع(?:هم)?|إجماع (?:الحاضرين|(?:ال)?أعضاء|المستشارين|المصوتين)"
    r"|[وف]?(?:نال|حظي|لقي|حاز|حصل)ت?(?: هذه)?(?: النقطة| بدورها| بدوره| كلها| جميعها)?(?: على)? ب?(?:ال)?إجماع\w*"
    r"|أجمع(?:ت|وا)? (?:كل|جميع|كافة) \w+|ب?(?:موافقة|قبول|تأييد) الجميع"
    r"|(?:بموافقة|موافقة|ب?قبول|صوت|صوتت|صادق|وافق|مصادقة)(?: ال\w+)? ?(?:جميع|كافة|كل) (?:ال)?"
    r"(?:أعضاء|حاضرين|مستشارين|مصوتين)|(?:صوت|صوتت|صادق|وافق) (?:جميع|كافة|كل)|موافقة (?:جميع|كافة|كل)"
    r"|(?:دون|بدون|من غير|بلا) (?:أي |أية )?(?:(?:معارضة|اعتراض) (?:أو|ولا) (?:أي )?امتناع|استثناء)"
    r"|(?:موافقة|مصادقة|موافقتهم|تأييد\w{0,2}|قبول\w{0,2}|ثقة|رضى|رضا) (?:ال)?(?:إجماعية|جماعية|إجماعي|جماعي)"
    r"|[وف]?(?:موافقة|مصادقة|تأييد|قبول|رضى|رضا|ثقة|وافق|صادق|أقر\w{0,3}|قبل\w{0,3}|أيد\w{0,3}|اتفق\w{0,2}|صوت\w{0,2}"
    r"|علي(?:ها|ه)|من طرف|من لدن) (?:كل|جميع|كافة) (?:ال)?"
    r"(?:أعضاء|حاضرين|حاضرون|مستشارين|مستشارون|منتخبين|منتخبون|متدخلين|فرق)"
    r"|(?:الحاضرين|الحاضرون|الأعضاء|المستشارون|المستشارين) (?:جميعا|جميعهم|كلهم|كافة|قاطبة)|(?:اتفقوا|وافقوا|صوتوا"
    r"|صادقوا) (?:كلهم|جميعا|جميعهم)"
    r"|(?:نال|حظي|لقي|حاز)ت? (?:\w+ ){0,3}?(?:الكل|الجميع)|(?:علي(?:ها|ه) |تأييد |رضى |موافقة |قبول )(?:الكل|الجميع)"
    r"|أجمع(?:ت|وا)? (?:ال)?(?:أعضاء|حاضرون|مستشارون|مجلس)(?: \w+){0,2}? على|وقع(?: \w+)? (?:ال)?إجماع)(?!\w)"
    r"|^[ (]*(?:ال)?إجماع[ ).]*$|\b"
    r"(?:unanim\w*|d'une (?:seule|meme) voix|comme un seul homme|par tou(?:s|tes)(?! (?:les|ces))|sans (?:aucune "
    r"|la moindre |une seule )?"
    r"voix (?:discordante|dissidente)"
    r"|(?:l'ensemble|la totalite) des (?:membres|presents|conseillers|elus|suffrages)"
    r"|without (?:a |any )?(?:single )?(?:dissent\w*(?: voices?)?)"
    r"|(?:every|each) (?:member|councill?or)|all (?:the |of the )?(?:members|councill?ors|those) present"
    r"|all (?:those )?present|sans opposition ni abstention"
    r"|(?:par|de) (?:l'ensemble des|tous les) (?:membres|presents|conseillers)|by all (?:the )?members)\b"
)
MAJORITY = _p(
    r"(?<!\w)(?:[وف]?(?:بالأغلبية|بأغلبية)|أغلبية|(?:نا?ل|حاز|حصد)ت? (?:على )?الأغلبية)(?!\w)|\b(?:(?:a la"
    r"|par) majorite"
    r"|by (?:an? )?(?:absolute |large |simple )?majority)\b|^majorite\b"
)
RESULTS = (
    ("withdrawn", WITHDRAWN),
    ("rejected", REJECTED),
    ("postponed", POSTPONED),
    ("examined", EXAMINED),
    ("adopted", ADOPTED),
)
BASE = (
    ("cast", _p(r"المعبر عنها|المصوتين|exprimee?s?|suffrages|votants")),
    ("present", _p(r"الحاضرين|الحاضرون|presents?|presentes?")),
    ("members", _p(r"المزاولين|أعضاء المجلس المزاولين|membres en exercice")),
)

# Running text
#: Stems of every word of an outcome: most lines hold none of them.
_STEMS = Stems(
    without_longer(
        fold_pattern(
            "صادق|صودق|نعم|ضد|مرفوض|مؤجل|تبن|مقبول|قبول|قوبل|قبلها|استم|ناقش|حاز|لقي|حصل|عدم|غير |زكي|توضيح|شروح|إيضاح"
            "|وافق|موافق|اجماع|أغلبي|رفض|رافض|عارض|اعتر|امتن|ممتن|مقابل|تحظ|يحظ|تنل|ينل|نال|حظي|أجيل|أجل|رجئ|رجا"
            "|رحيل|سحب|دراست|مناقشت|أعطى|تدارس|علما|العلم|اطلع|اطلاع|أقر|اعتمد|صوت|تصويت|إيجاب"
            "|adopt|approv|carried|ratif|endors|reject|defeat|turned|postpon|put off|held over|adjourn|defer|withdr"
            "|note|by all"
            "|approb|approuv|valid|accept|accord|enterin|vot|voix|pour:|pour :|oui|abst|rejet|refus|repouss|report"
            "|ajourn|differ|renvo|retir|acte|connaiss|examin|debat|discut|unanim|majorit|seule voix|emporte|prononc"
            "|remis|تاجيل"
        ).split("|")
    )
)
#: 'No: 4', 'no 4'.
_NO = _p(r"لا ?[:\d]")


def may_say(text: str, start: int = 0) -> bool:
    """Whether a folded text may state an outcome from `start` on."""
    return _STEMS.stand_behind(text, start) or _NO.search(text, start) is not None


STOP = re.compile(r"[.](?:\s|$)|\n")
#: Where counts alone say what became of a point.
TALLY = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:(?:عدد )?(?:ال)?(?:أصوات|أعضاء|مصوتين|عدد)? ?(?:ال)?"
        rf"(?:ب?نعم|موافقون|موافقين|موافقة|مع) ?[: ] ?\d"
        rf"|{NUMBER} {UNIT} عن موافقتهم|{NUMBER} {UNIT}(?: (?:sur|out of|of) (?:les )?\d+)? (?:(?:ont"
        rf"|have) )?(?:vote|votent|voted|dit) (?:pour|oui|for"
        rf"|en faveur"
        rf"|in favou?r)(?!\w)|{NUMBER} (?:{UNIT} )?(?:ب?نعم|موافقون|موافقا|موافقين|مع|pour)(?!\w)"
        rf"|{NUMBER} {UNIT} (?:لصالح|مقابل|مؤيد)"
        rf"|(?:pour|oui) ?: ?\d)"
    )
)

# Words that stand apart
WORD = re.compile(r"[^\W\d_]+")
OF_VOTES = _p(
    r"(?:[وف])?(?:[بلك])?(?:ال|ل)?(?:صادق|صودق|مصادق|وافق|موافق|اعتماد|اعتمد|قبول|مقبول|قبلت|إقرار|أقر|تبن|إيجاب"
    r"|زكي|تزكي|رفض|مرفوض|رافض|تأجيل|أجل|تأجل|مؤجل|إرجاء|أرج|إرجا|ترحيل|سحب|إجماع|أغلبي|صوت|أصوات|تصويت|مصوت|نعم"
    r"|مؤيد|صالح|ضد|معارض|عارض|اعتر|مقابل|امتن|ممتنع|تحفظ|متحفظ|حظي|نال|لقي|حاز|حصل|قوبل|تأييد)\w*"
    r"|adopt\w*|approuv\w*|approb\w*|valid\w*|accept\w*|accord\w*|enterin\w*|rejet\w*|refus\w*|repouss\w*"
    r"|approved|adopted|carried|reject\w*|postpon\w*|deferred|majority|for|against|favou?r|yes|no"
    r"|report\w*|ajourn\w*|differ\w*|renvo\w*|retir\w*|unanim\w*|majorit\w*|vot\w*|voix|suffrages|scrutin|abst\w*"
    r"|pour|contre|oui|non|favorables?|defavorables?"
)
AROUND = _p(
    r"(?:[وف])?(?:[بلك])?(?:ال|ل)?(?:تم|تمت|قد|لقد|جرى|جرت|وقع|تقرر|قرر|قررت|من|طرف|قبل|على|عليها|عليه|عليهما|إلى"
    r"|في|فيها|فيه|بعد|عن|عنها|أن|أي|مع|معها|هذه|هذا|هي|هو|نقطة|نقط|نقطتين|مجلس|جماعي|سادة|سيد|أعضاء|أعضائه"
    r"|أعضاءه|عضو|عضوا|عضوين|عضوان|مستشار|مستشارا|مستشارة|مستشارين|مستشارون|مستشاران|وحيد"
    r"|حاضر|حاضرين|حاضرون|معبر|مزاولين|مهامهم|مطلقة|نسبية|مناقشة|نقاش|مستفيض|مستفيضة|مداولة|تداول|دراسة|دراستها"
    r"|علني|سري|نتيجة|قرار|مقرر|مقترح|مآل|بشأنها|حولها|بخصوصها|لها|بت|نظر|موضوع|دورة|مقبلة|قادمة|لاحقة|لاحق"
    r"|موالية|جلسة|غاية|حين|تعميق|مزيد|وثائق|استكمال|ملف|موعد|آخر|جميع|كل|كافة|لا|لم|تتم|تحظ|تنل|يوافق|يصادق|عدم"
    r"|دون|بدون|ولا|غير|أحد|شيء|تسجيل|عدد|مجموع|مجموعة|معارضة|أصل|تحصل|مطلوبة|مذكورة|نفس|مضمون|حضور|محضر"
    r"|لجنة|مختصة|ذلك|كما|هي|جاءت|إعادة)"
    r"|le|la|les|l|d|n|s|de|du|des|a|au|aux|par|avec|et|ou|en|ce|cet|cette|ces|il|elle|ete|est|sont|ont|pas"
    r"|conseil|communal|regional|provincial|point|points|question|membres?|conseillers?|elus?|presents?"
    r"|presentes?|exercice|prochaine|suivante|ulterieure|date|session|seance|absolue|relative|exprimes?|votants"
    r"|apres|debat|discussion|deliberation|decide|decision|resultat|sa|son|cette"
    r"|the|of|by|item|items|was|were|been|all|members|council|present|in|to|and|with|later|next|meeting|unanimously"
    r"|sans|ni|opposition|l'|ordre|jour|commission|examen|faute|documents?|complement|etude"
    r"|etudes|ensemble|tous|vu|avis|fait|objet|y|en"
)
#: A noun of decision says nothing alone ('study and adoption'): it wants one of these beside it.
DECIDES = _p(
    r"(?<!\w)(?:[وف]?(?:قد )?(?:تمت?|جرت?|جرى|وقع|تقرر|قرر)(?!\w)"
    r"|[وف]?(?:صادق|صودق|وافق|صوت|اعتمد|أقر|رفض|حظي|نال|لقي|حاز|حصل)\w*|مصادق|مقبول|مرفوض)"
    r"|\b(?:adoptee?s?|approuvee?s?|approuve|rejet\w+|validee?s?|acceptee?s?|enterinee?s?|accordee?s?|reporte\w*"
    r"|ajourne\w*|votee?s?|approved|adopted|carried|rejected|postponed)\b"
)
NOUNS = (
    ("rejected", _p(r"^(?:ال)?رفض$|^rejet$")),
    ("postponed", _p(r"(?<!\w)(?:ال)?(?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?(?!\w)|\b(?:report|ajournement|renvoi)\b")),
    ("adopted", _p(r"^(?:ال)?(?:مصادقة|موافقة|قبول)(?: عليها| عليه)?$|^(?:adoption|approbation|oui)$")),
)

# The head of a line
_MANNER = (
    r"(?: (?:ب(?:ال)? ?(?:إجماع|أغلبية|اجماع)|بإجماع|بأغلبية)"
    r"(?: (?:ال\w+|أعضائه|أعضاء\w*|أصوات\w*|المعبر|عنها|مطلقة|\d+|صوتا|أصوات|مقابل|ضد)){0,7}?)"
)
_SUBJECT = (
    r"(?: (?:المجلس(?: (?:الجماعي|الإقليمي|الجهوي|البلدي|الحضري|القروي))?|أعضاء المجلس|الأعضاء|المستشارون"
    r"|مجلس (?:الجماعة|الجهة|الإقليم|العمالة|(?:جماعة|جهة|إقليم|عمالة)(?: \S+){1,3}?)))?"
)
LEADS = (
    (
        "postponed",
        _p(
            rf"(?:و|كما |فيما )?(?:تم |تقرر |قرر المجلس |جرى )?(?:بالإجماع )?(?:تأجيل|إرجاء|ترحيل)"
            rf"(?: (?:البت|النظر|المصادقة|التصويت|دراسة|مناقشة|التداول))?{_MANNER}?(?: في| على| بشأن)? (?=\S)"
        ),
    ),
    (
        "rejected",
        _p(
            rf"(?:و|كما |فيما )?(?:(?:تم |قرر |تقرر )?رفض{_SUBJECT}|عدم (?:المصادقة|الموافقة))"
            rf"(?: (?:المصادقة|الموافقة))?{_MANNER}?(?: على)? (?=\S)"
        ),
    ),
    (
        "adopted",
        _p(
            rf"(?:و|كما |فيما )?(?:[يت]?(?:صادق|وافق|صوت)ت?{_SUBJECT}{_MANNER}?"
            rf"|(?:تمت? )?(?:ال)?(?:مصادقة|موافقة|تصويت){_MANNER}|تمت? (?:ال)?(?:مصادقة|موافقة)) "
            rf"(?:على|لفائدة) (?=\S)"
        ),
    ),
    ("adopted", _p(rf"(?:و|كما )?(?:اعتماد|إقرار|قبول){_MANNER}(?: ل)? ?(?=\S)")),
    (
        "adopted",
        _p(
            r"(?:le conseil (?:a )?)?(?:adoption|approbation|validation|vote|adopte|approuve|adoptee"
            r"|approuvee),? (?:a l'unanimite|a la majorite)"
            r"(?: (?:des|absolue|relative|membres|presents|voix|suffrages|exprimes))*,? ?"
            r"(?:de |du |des |d')?(?=\S)"
        ),
    ),
    (
        "postponed",
        _p(r"(?:report|ajournement)(?: (?:de l'examen|a l'unanimite))? (?:de |du |des |d')(?!credits?\b)(?=\S)"),
    ),
    ("rejected", _p(r"rejet(?: (?:a l'unanimite|a la majorite))? (?:de |du |des |d')(?=\S)")),
)
#: Nouns that a title may begin with as well ('discharge of waste water' and 'rejection of' are one word in French).
WEAK = _p(
    r"(?:و)?(?:تأجيل|إرجاء|ترحيل|رفض|report|ajournement|rejet)"
    r"(?: (?!البت|النظر|المصادقة|بالإجماع|بالأغلبية|a l'unanimite|a la majorite|de l'examen)|$)"
)
HEADINGS = (
    ("postponed", _p(r"(?<!\w)(?:ال)?(?:مؤجلة|مرجأة)(?!\w)")),
    ("rejected", _p(r"(?<!\w)(?:ال)?(?:مرفوضة|غير المصادق عليها)(?!\w)")),
    ("adopted", _p(r"(?<!\w)(?:ال)?(?:مصادق عليها|مقبولة|معتمدة)(?!\w)")),
)
