"""Words of sessions: their kinds and numbers, what announces or reports them, who holds others than councils do."""

from __future__ import annotations

import re

from ingest.text.dates import MONTHS
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import NUMBER, ORDINAL

MONTH = "|".join(sorted((re.escape(m) for m in MONTHS), key=len, reverse=True))
_ORDINARY = r"(?:ال)?عادية|ordinaires?|normale"
_EXTRA = r"(?:ال)?استثنائية|extraordinaires?"
SESSION = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:[ولبف])?(?:(?:ال|لل)?دورت?(?:ها|ه|ة)?|sessions?)"
        rf"(?: {ORDINAL})? (?:(?P<ordinary>{_ORDINARY})|(?P<extra>{_EXTRA}))"
        rf"(?P<tail>(?: (?:رقم|عدد|n°|no|numero) ?\d{{1,2}})?"
        rf"(?:,? ?(?:لشهر|شهر|برسم شهر|برسم|du mois d[e']|de|d'|au titre du mois d[e']|du) ?(?:{MONTH})"
        rf"(?: (?:من سنة |سنة |لسنة |de l'annee )?20\d\d)?)?)"
    )
)
SESSION_STEMS = (fold("دور"), "session")
#: 'In the ordinary October session of 2025': the month stands before the kind.
MONTH_FIRST = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:[ولبف])?(?:ال|لل)?دورت?(?:ها|ه|ة)?(?: شهر)? (?P<month>{MONTH}) "
        rf"(?:(?P<ordinary>{_ORDINARY})|(?P<extra>{_EXTRA}))"
        rf"(?P<tail>(?: (?:لسنة|سنة|من سنة|برسم سنة|لعام))? ?(?P<year>20\d\d)?)"
    )
)
MONTH_SESSION = re.compile(
    fold_pattern(rf"(?<!\w)(?:خلال |في |ب)?(?:دورة|دورته|session d[e'u] ?)(?: شهر)? ?(?P<month>{MONTH})(?!\w)")
)
SESSION_NUMBER = re.compile(fold_pattern(r"(?:رقم|عدد|n°|no|numero) ?(?P<n>\d{1,2})"))
ANNOUNCED = _p(
    r"(?<!\w)(?:تقرر عقد|تقرر انعقاد|ستفتتح|سيفتتح|ستعقد|سيعقد|يعقد|تعقد|ينعقد|تنعقد|سينعقد|ستنعقد|يعلن|تعلن"
    r"|إعلان|دعوة|استدعاء|se tiendra|tiendra|est convoque|sont convoques|avis|convocation|annonce|aura lieu"
    r"|prochaine?)(?!\w)"
)
#: Of the session itself: what will be is no report, whatever its points speak of.
FUTURE = _p(
    r"(?<!\w)(?:ستعقد|سيعقد|ستنعقد|سينعقد|سيلتئم|ستلتئم|سيجتمع|يتشرف|يخبر|بإخبار|دعوة|استدعاء|يعلن|se tiendra"
    r"|tiendra|aura lieu|est convoque|sont convoques)(?!\w)"
)
HELD = _p(
    r"(?<!\w)(?<!تقرر )و?(?:عقد|عقدت|انعقدت?|اختتمت?|اختتم|صادق|صادقت|تدارس|ترأس|محضر|أنهى|أنهت|تقرير|احتضنت?"
    r"|شهدت?|جرت|واصلت?|تابعت?|استأنفت?|تمت دراسة|التأمت?|اجتمعت?|خلصت|تمت المصادقة|صودق|اتخذها|المتخذة"
    r"|s'est (?:tenue?|reunie?)|reunie? |a delibere|les decisions|a tenu|a adopte|a approuve|proces-verbal"
    r"|compte rendu|compte-rendu|ont adopte)(?!\w)"
)
AGENDA = _p(r"جدول (?:ال)?أعمال|(?:ال)?نقط (?:التالية|المدرجة|الآتية)|النقط التالية|ordre du jour|points suivants")
COUNT = re.compile(
    fold_pattern(
        rf"(?P<n>{NUMBER})(?: \((?P<d>\d{{1,3}})\))? (?:نقط|نقطة|نقاط|points?)(?!\w)"
        rf"|(?<!\w)[بل]?(?P<dual>نقطتين|نقطتان)(?!\w)"
        rf"|(?P<one>نقطة (?:فريدة|وحيدة|واحدة)|(?:un )?point unique|un seul point)"
    )
)
#: The page says that it lists some of the points.
SOME = _p(
    r"(?<!\w)و?(?:من بين|من بينها|نذكر منها|نذكر من بينها|أبرزها|أهمها|من أهم|ومنها)(?!\w)"
    r"|\b(?:notamment|parmi|entre autres|dont)\b"
)
COUNTED = (fold("نقط"), fold("نقاط"), "point")
SITTING = re.compile(
    fold_pattern(
        rf"(?<!\w)[بف]?(?:ال)?جلس(?:ة|تها|ته) (?:(?P<o>{ORDINAL})|(?P<one>(?:ال)?فريدة|(?:ال)?وحيدة))"
        rf"|(?P<fo>{ORDINAL}) seance|seance (?P<fone>unique)"
    )
)
PRESENT = re.compile(
    fold_pattern(
        rf"(?:بحضور|حضرها|حضره|(?:عدد )?(?:ال|الأعضاء ال)حاضر(?:ين|ون) ?:?|en presence de"
        rf"|membres presents ?:) ?(?P<n>{NUMBER})(?: عضوا?| أعضاء| عضوة| membres)?(?![\w/])"
    )
)
MEMBERS = re.compile(
    fold_pattern(
        rf"(?:من أصل|المزاولين مهامهم ?:?|عدد أعضاء المجلس ?:?|membres en exercice ?:?) ?(?P<n>{NUMBER})(?![\w/])"
    )
)
NO_QUORUM = _p(r"(?:عدم|لعدم) (?:توفر|اكتمال|بلوغ) (?:ال)?نصاب|defaut de quorum|quorum non atteint|faute de quorum")
BUREAU = _p(r"اجتماع المكتب|مكتب المجلس|ندوة الرؤساء|reunion du bureau|دورة تكوينية|session de formation")
#: A meeting that prepares a session is none, nor is what happens on its margins.
PREPARED = _p(
    r"(?:هامش|قبيل|عشية|en marge|a la veille|تحضير(?:ا|ية)?|التحضيري|إعداد|استعداد(?:ا|ات)?|تهييء|preparation"
    r"|preparer|preparatoire|en vue) ?(?:ل|لل|الخاصة ب|de |a |d')?"
    r"(?:أشغال |جدول أعمال |أعمال |la |les travaux de la |l'ordre du jour de la )?(?:ال|لل|ل)?$"
)
#: What the law says of sessions in general, a question about them.
GENERAL = _p(
    r"ثلاث مرات|خلال أشهر|تعقد المجالس|(?:ال)?دورات (?:ال)?عادية|يعقد المجلس وجوبا|trois sessions"
    r"|sessions ordinaires par an|chaque annee|par an(?!\w)"
)
ADOPTION = _p(r"المصادقة علي|يصادق علي|مصادقة|adoption|approbation|vote")
#: Bodies that hold sessions and are no council of a region, province or commune. Councils of arrondissements are none
#: either: they are no collectivities (ADR 0024).
_OTHERS_AR = (
    r"(?:مجلس |مجالس |رئيس مجلس )?(?:ال)?مقاطع(?:ة|ات)|(?:مجلس )?مجموعة (?:ال)?جماعات|مجلس (?:ال)?مجموعة"
    r"|مؤسسة (?:ال)?تعاون|(?:ال)?غرفة|(?:ال)?مجلس (?:الإداري|العلمي|الوطني|الأعلى|الاقتصادي|التداولي)"
    r"|مجلس (?:النواب|المستشارين|الجامعة|الإدارة|الحكومة|الوزراء)|(?:ال)?برلمان|(?:ال)?جمعية|(?:ال)?نادي"
    r"|(?:ال)?هيئة|(?:ال)?لجنة|(?:ال)?جامعة|(?:ال)?أكاديمية|(?:ال)?وكالة|(?:ال)?شركة|(?:ال)?تعاونية|(?:ال)?نقابة"
    r"|(?:ال)?حزب"
)
_OTHERS_FR = (
    r"conseil (?:d'|de l')arrondissement|groupement|etablissement de cooperation|chambre"
    r"|conseil (?:d'administration|scientifique|national|superieur|economique)|parlement|association"
    r"|assemblee generale|club|agence|societe|commission|federation|syndicat|parti |universite"
)
_HOLDS = r"(?:و?(?:عقدت?|يعقد|تعقد|ستعقد|سيعقد|انعقدت?|تنعقد|ينعقد|اجتمعت?|التأمت?|نظمت?|افتتحت?|اختتمت?|احتضنت?))"
OTHER_BODY = re.compile(
    fold_pattern(
        rf"^\W*(?:le |la |l'|les )?(?:{_OTHERS_AR}|{_OTHERS_FR})|{_HOLDS} (?:{_OTHERS_AR})(?!\w)"
        rf"|(?:tenue par|organisee par) (?:le |la |l')?(?:{_OTHERS_FR})"
    )
)
#: 'the session of the chamber of …'.
OTHER_OWNER = re.compile(
    fold_pattern(
        rf"^[ ,]*(?:ل|لل|الخاصة ب|لدى )(?:{_OTHERS_AR})(?!\w)|^[ ,]*(?:de l'|de la |du |des |de |d')(?:{_OTHERS_FR})"
    )
)
#: Before the council that holds a session: 'the session of …', 'which … held'.
OWNED = _p(r"(?: ل|(?:عقد|يعقد|ستعقد|نظم|ينظم|تعقد)(?:ها|ه) |tenue par le |du )$")
#: A day behind one of these is that of a law.
LAW = _p(r"ظهير|القانون|قانون|dahir|loi n|decret|مرسوم")
#: An adoption that is still to come.
TO_COME = _p(r"قبل|ارتقاب|في أفق|ستتم|سيتم|انتظار|avant|en vue|prev|devra|sera")
#: Levels of collectivities, by the name of their council.
LEVELS = (
    (("region",), _p(r"مجلس الجهة|المجلس الجهوي|conseil regional|conseil de la region")),
    (("commune",), _p(r"مجلس الجماعة|المجلس الجماعي|conseil communal|conseil de la commune")),
    (("province", "prefecture"), _p(r"المجلس الإقليمي|مجلس الإقليم|conseil provincial|conseil prefectoral")),
)
