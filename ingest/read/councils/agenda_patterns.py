"""Words of agendas: what their lines and columns are, what names points again, where a title ends.

Patterns match folded text, but those of titles' ends, which look at slices whose length is kept.
"""

from __future__ import annotations

import re

from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import NUMBER, ORDINAL, ORDINALS, number_pattern
from ingest.text.numerals.vocabulary import any_of

SESSION_WORD = _p(r"(?<!\w)[وبلف]?(?:ال)?دور(?:ة|ته|تها)(?!\w)|\bsession\b")
COLUMNS = {
    "outcome": re.compile(
        fold_pattern(
            r"(?:ال)?(?:قرار|مقرر) المتخذ|نتيجة(?: [ء-ي]+)?|(?:نتائج )?(?:ال)?تصويت|مآل النقطة"
            r"|decision(?: prise)?|vote|resultat(?: du vote)?|suite reservee|result|outcome"
        )
    ),
    "for": re.compile(
        fold_pattern(
            r"(?:عدد )?(?:(?:ال)?(?:مصوتين|مصوتون|أصوات) )?(?:ب?نعم|(?:ال)?موافق(?:ة|ون|ين)|لصالح)"
            r"|(?:nombre de |voix )?(?:pour|oui)|(?:votes )?for|yes|in favou?r"
        )
    ),
    "against": re.compile(
        fold_pattern(
            r"(?:عدد )?(?:(?:ال)?(?:مصوتين|مصوتون|أصوات) )?(?:ب?لا|(?:ال)?(?:معارض|رافض)(?:ة|ون|ين)?|ضد)"
            r"|(?:nombre de |voix )?(?:contre|non)|(?:votes )?against|no"
        )
    ),
    "abstained": re.compile(
        fold_pattern(
            r"(?:عدد )?(?:(?:ال)?(?:مصوتين|أصوات) )?(?:ال)?(?:ممتنع(?:ة|ون|ين)?|امتناع)(?: عن التصويت)?"
            r"|(?:nombre d')?abstentions?|abstained"
        )
    ),
    "number": re.compile(
        fold_pattern(r"(?:ال)?رقم(?: (?:ال)?(?:نقطة|مقرر|ترتيبي))?|ر\.? ?ت\.?|عدد|n°?|numero|ordre|n° d'ordre")
    ),
    "title": re.compile(
        fold_pattern(
            r"(?:ال)?(?:نقطة|نقط|موضوع|مضمون|نص|عنوان)(?:ها)?(?: (?:ال)?(?:نقطة|نقط|مقرر|موضوع))?(?: المدرجة)?"
            r"|موضوعها|موضوعه|objet|points?|items?|subject|intitule|point(?:s)? (?:inscrits?|a l'ordre du jour)"
            r"|libelle"
        )
    ),
}
#: In the head of a table: its rows are decisions.
DECISION_WORD = _p(
    r"(?:رقم|عدد|موضوع|مضمون|نص) (?:ال)?مقرر|n° (?:de )?(?:la )?(?:deliberation|decision)|deliberations?(?: n°)?"
)
REFERENCE = re.compile(
    fold_pattern(
        rf"(?:ل|ب)?(?:ال|لل)?نقطة (?:رقم |عدد )?(?P<o>{ORDINAL}|\d{{1,2}})(?!\w)"
        rf"|(?:point|item) (?:n°? ?)?(?P<p>\d{{1,2}})(?!\w)|(?P<q>{ORDINAL}) (?:point|item)|(?P<r>\d{{1,2}})(?:st"
        rf"|nd|rd|th|e|eme) (?:point|item)"
    )
)
#: Several points by their numbers.
SEVERAL = re.compile(
    fold_pattern(
        r"(?:points|items|(?:ال)?(?:نقط|نقاط|نقطتين)(?: (?:رقم|عدد|ذات الأرقام))?) (?:n°s? ?|nos? )?(?:من )?\d{1,2}"
        r"(?:(?:, ?| et | and | و ?|,? a | to | إلى | - ?)(?:n° ?)?\d{1,2}){1,20}(?!\w)"
    )
)
_ORDINAL = f"(?:{any_of(ORDINALS)})"
#: Several points by their places: 'the first and third', 'the first three'.
PLACES = re.compile(
    fold_pattern(
        rf"(?:ال)?(?:نقط|نقاط|نقطتين|نقطتان) (?P<row>{ORDINAL}(?:(?:, ?و?| و ?){_ORDINAL}(?!\w)){{1,12}})"
        rf"|(?:ال)?(?:نقط|نقاط) ال(?P<n>\w{{2,6}}) الأولى(?! و)|(?P<two>(?:ال)?نقطت(?:ين|ان) الأول(?:يين|يان|تين"
        rf"|تان))"
        rf"|les (?P<n_fr>{NUMBER}) premiere?s (?:points|questions|dossiers|(?=ont|sont|etaient))"
        rf"|the first (?P<n_en>{NUMBER}) (?:points"
        rf"|items)"
        rf"|(?P<row_fr>{ORDINAL}(?:(?:,| et| and)(?: le| la| the)? {ORDINAL}){{1,12}}) (?:points|questions|items)"
    )
)
#: Between a verb of decision and the point that it takes.
RIGHT_AHEAD = _p(
    r"[ ,]*(?:(?:a l'unanimite|a la majorite|unanimously|by a majority|ب(?:ال)?(?:إجماع|أغلبية))[ ,]*)?"
    r"(?:(?:le|les|du|the|على) ?)?"
)
RANGE = re.compile(fold_pattern(r" (?:a|to|إلى) |-"))
#: Where a title ends before its outcome.
JOINT = re.compile(r"[\s:؛;،,(\[←→—–\-|.…]+$")
GLUE = re.compile(
    fold_pattern(
        r"(?:\s*(?:و?قد|حيث|والتي|التي|الذي|هذا و|بعد (?:ال)?(?:مناقشة|نقاش|التداول)(?: مستفيض(?:ة)?)?،?"
        r"|(?<![^\W\d_])(?:(?:[Ll]e |[Cc]e )?[Pp]oint(?: a| est| a ete)?|[Ll]a question|[Aa]pr[eè]s d[eé]bats?,?"
        r"|[Dd][eé]cision ?:)))+\s*$"
    )
)
#: 'تم اعتمادها بإجماع …': a verb that no list knows, after a mark, before the manner of a vote.
UNKNOWN_VERB = re.compile(fold_pattern(r"\s*[:،,|(.\-]\s*(?:و?قد )?(?:تمت?|تقرر|جرى|قرر المجلس|وقع)(?: \S+){0,2}\s*$"))
#: The day of a decision between its number and its title; letters as in a slice whose length is kept.
DATED = re.compile(
    fold_pattern(r"\s*(?:بتاريخ|المؤرخة? (?:في|ب)|الصادرة? بتاريخ|du|en date du)\s[^:]{4,40}:\s*(?:[يت]قضي\s+ب)?")
)
AFFECTED = re.compile(
    fold_pattern(
        r"(?P<how>إلغاء|إلغاؤه|الغاء|تعديل|تتميم|مراجعة|annulation|modification|annule|modifie) "
        r"(?:ال|لل|du |de la |la |le )?(?:مقرر|deliberation|decision)[^.]{0,30}?"
        r"(?:عدد|رقم|n°) ?(?P<n>\d{1,3})(?P<rest>[^.؛;]{0,120})"
    )
)
ANNULS = _p(r"إلغاء|إلغاؤه|الغاء|annul")
YEAR = re.compile(r"(?:19|20)\d\d")
#: A line that speaks of points has one of these words.
POINT_WORDS = (fold("نقط"), fold("نقاط"), "point", "question")
ARTICLE = re.compile(
    fold_pattern(
        rf"(?:ال)?(?:فصل|مادة|بند) (?:{ORDINAL}|\d{{1,3}}|فريد(?:ة)?)(?!\w)"
        rf"|article (?:{ORDINAL}|\d{{1,3}}|unique)(?!\w)"
    )
)
#: A sitting or another session in a list: no point.
SITTING_LINE = re.compile(
    fold_pattern(
        rf"(?:ال)?جلسة (?:{ORDINAL}|\d)(?!\w)|(?:{ORDINAL}|seconde|derniere|\d+e?re?) seance(?!\w)|seance (?:n° ?)?\d"
        rf"|(?:ال)?دورة (?:ال)?(?:عادية|استثنائية)(?!\w)|session (?:extra)?ordinaire"
    )
)
#: What a heading over several points names.
MANY = _p(
    r"(?:ال)?(?:نقط|نقاط|مقررات|قرارات|نقطتين|اتفاقيات|مشاريع)(?!\w)"
    r"|\b(?:points|deliberations|decisions|questions|conventions|projets|items|agreements|projects)\b"
)
#: How it ends.
TAILS = (
    ":",
    *(fold(w) for w in ("التالية", "الآتية", "الموالية", "التاليتين", "التالي", "الآتي", "ما يلي")),
    "suivant",
    "suivants",
    "suivante",
    "suivantes",
    "ci-apres",
    "including",
    "among them",
)
#: Some of the points, not all that follow.
PARTLY = _p(
    r"(?<!\w)(?:منها|باستثناء|ما عدا|أغلبها|معظمها|جلها|أغلب|معظم|جل)(?!\w)|\b(?:dont|sauf|a l'exception"
    r"|la plupart)\b"
)
#: A number of points and, in the same sentence, what became of them.
NUMBERED = number_pattern(
    r"(?:(?P<n>{N})(?: \((?P<d>\d{1,3})\))? (?:نقط|نقطة|نقاط|points?)|(?P<dual>نقطتين|نقطتان))(?P<rest>[^.]{0,80})"
)
THEM = _p(r"(?<!\w)(?:عليها|عليهما|جميعها|كلها)(?!\w)|\b(?:les a|tous|toutes|ont ete)\b")
#: 'adopted by a majority:' with nothing named.
ON = tuple(fold(w) for w in ("على:", "على :", "على ما يلي:", "في:", "في :", "بشأن:", "النقط:"))
#: A sentence about the point above it, not about all of them.
ONE = _p(r"(?<!\w)(?:هذه )?النقطة(?!\w)|\b(?:ce|le) point\b")
#: 'The point about …' names the point that it means.
OF_ANOTHER = _p(
    r"(?:ال)?نقطة (?:ال)?(?:متعلقة|خاصة|مرتبطة|المدرجة تحت|التي تهم)|\bpoint (?:relatif|concernant|portant|relative)"
)
#: Marks behind which an outcome may stand apart from the title before it; none inside a number.
APART = re.compile(r"\s*(?:[:;(\[|←→]|[.,](?!\d)|(?<=\s)-(?=\s))\s*")
#: A sentence about a point rather than the rest of its title.
ABOUT = _p(
    r"^(?:(?:ال)?جلسة |seance |و?قد |و?تمت? |و?لم |و?بعد |حيث |(?:ال)?قرار ?:|نتيجة |apres |decision ?:|le conseil )"
)
