"""Words of sessions: their kinds and numbers, what announces or reports them, who holds others than councils do."""

from __future__ import annotations

import re

from ingest.text.dates import MONTHS
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import NUMBER, ORDINAL

MONTH = "|".join(sorted((re.escape(m) for m in MONTHS), key=len, reverse=True))
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
FIRST_SITTING = re.compile(
    fold_pattern(
        r"(?<!\w)(?:[بفل]|خلال )?(?:(?:ال)?جلس(?:ة|تها|ته) (?:ال)?أولى|أولى (?:ال)?جلسات(?:ها|ه)?)|premiere seance"
        r"|first sitting|the first, (?=held|on)|la premiere, (?=tenue|le)"
    )
)
LATER_SITTING = re.compile(
    fold_pattern(
        rf"(?<!\w)[بفل]?(?:ال)?جلس(?:ة|تها|ته) (?!(?:ال)?أولى){ORDINAL}|(?!premiere|first){ORDINAL} (?:seance"
        rf"|sitting)"
        r"|(?<!\w)[وفل]?س?(?:ت|ي)(?:تواصل|ستمر|ستكمل)|se poursui\w+|continu\w+"
        # A day on which a session was closed is its first only where no other is named.
        r"|(?<!\w)[وف]?اختتمت?|(?:في|عند) (?:ختام|اختتام)|(?:a|avoir|ont) (?:clos|cloture)|wrapped up|concluded"
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
TRAINING = _p(r"دورة (?:تكوينية|تدريبية)|session de formation|training session")
#: Meetings that are no sessions: of the bureau, of committees, of the heads of councils.
MEETING = _p(
    r"(?:اجتماع(?:ا|ها|ه)?|يجتمع|اجتمع(?:ت)?|لقاء(?:ا)?)(?: \w+){0,3} (?:لل|ال|ل)?(?:مكتب|لجن(?:ة|تي|ها)|لجان)"
    r"|(?:عقد(?:ت)?|ي?عقد|تعقد) (?:ال|لل)?(?:مكتب|لجنة)|ندوة (?:ال)?رؤساء"
    r"|reunion (?:\w+ ){0,3}(?:du bureau|de la commission|des commissions)|bureau meeting|committee meeting"
    r"|meeting of the (?:bureau|\w* ?committee)"
)
NO_QUORUM = _p(r"(?:عدم|لعدم) (?:توفر|اكتمال|بلوغ) (?:ال)?نصاب|defaut de quorum|quorum non atteint|faute de quorum")
#: What the law says of sessions in general, a question about them.
GENERAL = _p(
    r"ثلاث مرات|خلال أشهر|تعقد المجالس|(?:ال)?دورات (?:ال)?عادية|يعقد المجلس وجوبا|trois sessions"
    r"|sessions ordinaires par an|chaque annee|par an(?!\w)"
)
#: Bodies that hold sessions and are no council of a region, province or commune. Councils of arrondissements are none
#: either: they are no collectivities (ADR 0024).
_OTHERS_AR = (
    r"(?:مجلس |مجالس |رئيس مجلس )?(?:ال)?مقاطع(?:ة|ات)|(?:مجلس )?مجموعة (?:ال)?جماعات|مجلس (?:ال)?مجموعة"
    r"|مؤسسة (?:ال)?تعاون|(?:ال)?غرفة|(?:ال)?مجلس (?:الإداري|العلمي|الوطني|الأعلى|الاقتصادي|التداولي)"
    r"|مجلس (?:النواب|المستشارين|الجامعة|الإدارة|الحكومة|الوزراء)|(?:ال)?برلمان|(?:ال)?جمعية|(?:ال)?نادي"
    r"|(?:ال)?هيئة|(?:ال)?جامعة|(?:ال)?أكاديمية|(?:ال)?وكالة|(?:ال)?شركة|(?:ال)?تعاونية|(?:ال)?نقابة"
    r"|(?:ال)?حزب"
)
_OTHERS_FR = (
    r"conseil (?:d'|de l')arrondissement|groupement|etablissement de cooperation|chambre"
    r"|conseil (?:d'administration|scientifique|national|superieur|economique)|parlement|association"
    r"|assemblee generale|club|agence|societe|federation|syndicat|parti |universite"
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
        rf"^[ ,]*(?:ل|لل|الخاصة ب|لدى )(?:{_OTHERS_AR}|(?:ال)?لجنة)(?!\w)"
        rf"|^[ ,]*(?:de l'|de la |du |des |de |d')(?:{_OTHERS_FR})"
    )
)
#: Before the council that holds a session: 'the session of …', 'which … held'.
OWNED = _p(r"(?: ل|(?:عقد|يعقد|ستعقد|نظم|ينظم|تعقد)(?:ها|ه) |tenue par le |du )$")
#: Levels of collectivities, by the name of their council.
LEVELS = (
    (("region",), _p(r"مجلس الجهة|المجلس الجهوي|conseil regional|conseil de la region")),
    (("commune",), _p(r"مجلس الجماعة|المجلس الجماعي|conseil communal|conseil de la commune")),
    (("province", "prefecture"), _p(r"المجلس الإقليمي|مجلس الإقليم|conseil provincial|conseil prefectoral")),
)
