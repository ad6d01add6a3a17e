"""What became of a point: adopted, rejected, postponed or merely examined, with the votes that the words state.

Titles of points speak of adoption too ('study and adoption of the budget'): an outcome is a verb in the past, a manner (unanimously, by a majority) or a count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold_pattern
from ingest.text.numbers import NUMBER, parse_number


@dataclass(frozen=True)
class Outcome:
    """An outcome at folded offsets [start, end) of the text it was found in."""

    result: str
    """adopted, rejected, postponed, examined or withdrawn."""
    is_unanimous: bool
    for_count: int | None
    against_count: int | None
    abstention_count: int | None
    base: str
    """present, cast, members or unstated."""
    start: int
    end: int

    @property
    def is_vote(self) -> bool:
        return self.result not in ("examined", "withdrawn")


_REJECTED = _p(
    r"(?<!\w)(?:و?(?:قد )?(?:(?:تم|جرى|قرر المجلس) رفض(?:ها|ه)?(?: النقطة)?|رفض(?:ها|ه|ت|هما)|رفض (?:المجلس|النقطة))|مرفوضة?|تم التصويت ضدها|صوت ضدها"
    r"|و?لم (?:تحظ|يحظ|تنل|ينل|تحصل|يصادق|تصادق|يوافق|توافق|تتم|يتم|تعتمد)(?!\w)(?: (?:المجلس|عليها|عليه))?(?: (?:على )?ب?(?:ال)?(?:مصادقة|موافقة|قبول|أغلبية))?"
    r"|عدم (?:المصادقة|الموافقة)(?: عليها)?)(?!\w)"
    r"|\b(?:rejetee?s?|refusee?s?|repoussee?s?|non (?:adoptee?s?|approuvee?s?)|n'a pas ete (?:adoptee?|approuvee?))\b"
)
_POSTPONED = _p(
    r"(?<!\w)و?(?:قد )?(?:(?:تم|تقرر|قرر المجلس|جرى|وقع) (?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?|(?:تم|تقرر|قرر المجلس|جرى|وقع) (?:إرجاؤها|إرجائها|إرجاؤه)|(?:أ|ا)رجئت?|أرجأ(?:ها)? المجلس"
    r"|(?<!من )(?:أجلت|أجلها|أجل(?= (?:البت|النظر|المجلس|النقطة|دراستها)))|تأجلت?|مؤجلة?|(?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?(?= (?:إلى|النقطة|البت|لتعميق|لمزيد|للدورة))|(?:تأجيل|إرجاء)$)(?!\w)"
    r"|\b(?:reportee?s?|ajournee?s?|differee?s?|renvoyee?s?|mise? en attente|report (?:de (?:ce|cette|ces) (?:points?|questions?)|du point|de la question))\b"
)
_WITHDRAWN = _p(
    r"(?<!\w)و?(?:قد )?(?:(?:تم(?:ت)? |جرى )?سحب(?:ها|ه|ت)|تم سحب النقطة)(?: من جدول الأعمال)?(?!\w)|\b(?:retiree?s?(?: de l'ordre du jour)?)\b"
)
_EXAMINED = _p(
    r"(?<!\w)و?(?:قد )?(?:(?:تمت?|جرت?) (?:دراس[ةت]|مناقش[ةت]|تدارس)(?:ها|ه)?|أحاط (?:المجلس )?علما|أخذ(?: المجلس)? علما|أخذ العلم|اطلع(?: المجلس)? على|استمع المجلس|تدارسها المجلس|ناقشها المجلس|تم الاطلاع)(?!\w)"
    r"|\b(?:le conseil (?:en )?(?:a )?)?(?:pris acte|prend acte|prise d'acte|examinee?s?|debattue?s?|discutee?s?)\b"
)
_ADOPTED = _p(
    r"(?<!\w)و?(?:قد )?(?:صادقت?(?: عليها| عليه)?|صودق(?: عليها| عليه)?|مصادق عليها|تمت? (?:ال)?(?:مصادقة|موافقة)(?: عليها| عليه)?|تمت? (?:اعتماد|قبول|إقرار|تبني)(?:ها|ه)"
    r"|(?:حظيت?|نالت?|لقيت?|حازت?)(?: على)? (?:ب|بال)?(?:ال)?(?:موافقة|مصادقة|قبول|ثقة)|وافقت?(?: عليها| عليه)?|أقرها|أقره|أقر المجلس|اعتمدها|اعتمدت|تبناها|مقبولة|قبلها المجلس"
    r"|صوت(?:ت)? لصالحها|صوت(?:ت)? عليها|تم التصويت (?:عليها|لصالحها|بالإيجاب)|(?:ال)?(?:مصادقة|موافقة)(?: عليها)?(?= (?:بال ?إجماع|بالاجماع|بإجماع|بالأغلبية|بأغلبية)))(?!\w)"
    r"|\b(?:le conseil (?:l'|en )?(?:a )?)?(?:adoptee?s?|approuvee?s?|validee?s?|acceptee?s?|vote(?:e|es|s)?(?= (?:a l'unanimite|a la majorite|par \d))|a adopte|a approuve|ont adopte|ont approuve)\b"
)
#: A manner without a verb says that it was adopted: 'by unanimity' after the title of a point.
_UNANIMOUS = _p(
    r"(?<!\w)(?:بال ?إجماع|بالاجماع|بإجماع|بإجماعهم|إجماع (?:الحاضرين|الأعضاء)|بموافقة (?:جميع|كافة|كل)|موافقة (?:جميع|كافة|كل)|دون معارضة ولا امتناع)(?!\w)|\b(?:a l'unanimite|unanimement|unanimite)\b"
)
_MAJORITY = _p(r"(?<!\w)(?:بالأغلبية|بأغلبية|أغلبية)(?!\w)|\b(?:a la majorite|par majorite)\b")
_FOR_AGAINST = re.compile(
    fold_pattern(
        rf"(?:ب ?|بأغلبية |par )?(?P<a>{NUMBER}) ?(?:صوتا?|أصوات|عضوا|voix|pour)(?: (?:نعم|موافق|مؤيد|pour))? ?(?:,|و)? ?(?:مقابل|ضد|contre) ?(?P<b>{NUMBER})"
    )
)
_FOR = re.compile(
    fold_pattern(
        rf"(?:(?:لصالحها?|لصالحه|لفائدتها) (?P<a>{NUMBER})|(?:ب ?|بأغلبية )(?P<b>{NUMBER}) (?:صوتا?|أصوات)|par (?P<c>{NUMBER}) voix)"
    )
)
_AGAINST = re.compile(
    fold_pattern(
        rf"(?:عارضها|عارضه|معارضة|رفضها|رفض) (?P<a>{NUMBER})(?: (?:أعضاء|عضوا|أصوات|صوتا?|مستشارين))?|(?P<b>{NUMBER}) (?:voix )?contre"
    )
)
#: One and two without a digit; مستشارين may be two or many.
_FEW = r"عضوين|صوتين|عضو واحد|مستشار واحد|مستشار وحيد|عضو وحيد|صوت واحد"
_TWO = _p(r"عضوين|صوتين")
_ABSTAINED = re.compile(fold_pattern(rf"(?:امتناع|امتنع) (?P<a>{NUMBER}|{_FEW})|(?P<b>{NUMBER}) abstentions?"))
_BASE = (
    ("cast", _p(r"المعبر عنها|المصوتين|exprimee?s?|suffrages")), ("present", _p(r"الحاضرين|الحاضرون|presents?|presentes?")),
    ("members", _p(r"المزاولين|أعضاء المجلس المزاولين|membres en exercice")),
)  # fmt: skip
#: '18 نعم، 4 لا، 2 امتناع', '16 pour, 5 contre': the counts alone say what became of a point.
_YES_NO = re.compile(
    fold_pattern(
        rf"(?P<yes>{NUMBER}) (?:نعم|موافقون|موافقا|مع|(?:voix )?pour)(?!\w)[ ,;/]*(?:et |و)?(?P<no>{NUMBER}) (?:لا|معارضون|معارضا|ضد|(?:voix )?contre)(?!\w)(?:[ ,;/]*(?:et |و)?(?P<none>{NUMBER}) (?:امتناع|ممتنعون|ممتنعا|abstentions?))?"
    )
)


#: Stems of every word of an outcome: most lines hold none of them.
_MAY = _p(
    r"صادق|صودق|\d (?:نعم|pour|voix)|مرفوض|مؤجل|ضدها|تبن|مقبول|قبول|قبلها|استمع|ناقش|حاز|لقي|عدم|valid|accept|repouss|discut|وافق|(?:ا|إ)جماع|أغلبي|رفض|تحظ|يحظ|تنل|ينل|نال|حظي|أجيل|أجل|رجئ|رجا|رحيل|سحب|دراست|مناقشت|تدارس|علما|العلم|اطلع|اطلاع|أقر|اعتمد|صوت|adopt|approuv|vot|rejet|refus|report|ajourn|differ|renvoy|retir|acte|examin|debatt|unanim|majorit"
)


def find_outcome(text: str, start: int = 0) -> Outcome | None:
    """The first outcome of a folded text from `start` on; None where it only speaks of points."""
    if _MAY.search(text, start) is None:
        return None
    hits = [
        (m.start(), order, result, m)
        for order, (result, pattern) in enumerate(_RESULTS)
        if (m := pattern.search(text, start))
    ]
    manner = _UNANIMOUS.search(text, start) or _MAJORITY.search(text, start)
    counted = _YES_NO.search(text, start)
    if not hits and manner is None:
        return None if counted is None else _by_counts(counted)
    if hits:
        at, _, result, hit = min(hits, key=lambda h: (h[0], h[1]))
        end = hit.end()
    else:
        assert manner is not None
        at, result, end = manner.start(), "adopted", manner.end()
    if manner is not None and manner.start() < at and at - manner.start() <= 40 and result in ("adopted", "rejected"):
        at = manner.start()
    # A manner belongs to the verb that it stands close to.
    near = text[at : at + 160]
    is_unanimous = (
        result == "adopted" and (m := _UNANIMOUS.search(near)) is not None and not _is_other(near[: m.start()])
    )
    return _counted(Outcome(result, is_unanimous, None, None, None, _base(near), at, end), text)


def _by_counts(m: re.Match[str]) -> Outcome:
    """The outcome that counts of yes and no make."""
    yes, no = parse_number(m["yes"]) or 0, parse_number(m["no"]) or 0
    none = parse_number(m["none"]) if m["none"] else None
    return Outcome("adopted" if yes > no else "rejected", False, yes, no, none, "unstated", m.start(), m.end())


_RESULTS = (
    ("withdrawn", _WITHDRAWN),
    ("rejected", _REJECTED),
    ("postponed", _POSTPONED),
    ("examined", _EXAMINED),
    ("adopted", _ADOPTED),
)


def _is_other(words: str) -> bool:
    """Whether another result stands between a verb and a manner."""
    return any(p.search(words) is not None for r, p in _RESULTS if r != "adopted")


def _base(near: str) -> str:
    return next((code for code, pattern in _BASE if pattern.search(near)), "unstated")


def _counted(outcome: Outcome, text: str) -> Outcome:
    """The outcome with the counts that stand beside it."""
    near = text[outcome.start : outcome.start + 160]
    for_count = against = abstained = None
    if (m := _YES_NO.search(near)) is not None:
        said = _by_counts(m)
        return replace(
            outcome, for_count=said.for_count, against_count=said.against_count, abstention_count=said.abstention_count,
            end=max(outcome.end, outcome.start + m.end()),
        )  # fmt: skip
    if m := _FOR_AGAINST.search(near):
        first, second = parse_number(m["a"]), parse_number(m["b"])
        # 'Rejected by 17 votes to 9': the first number is that of the side that won.
        for_count, against = (second, first) if outcome.result == "rejected" else (first, second)
        end = m.end()
    else:
        end = 0
        if m := _FOR.search(near):
            for_count, end = _first_number(m), m.end()
        if (m := _AGAINST.search(near)) and outcome.result != "rejected":
            against, end = _first_number(m), max(end, m.end())
    if m := _ABSTAINED.search(near):
        abstained, end = _first_number(m), max(end, m.end())
    return replace(
        outcome,
        for_count=for_count,
        against_count=against,
        abstention_count=abstained,
        end=max(outcome.end, outcome.start + end),
    )


def _first_number(m: re.Match[str]) -> int | None:
    words = next((g for g in m.groups() if g), None)
    if words is None:
        return None
    return parse_number(words) or (2 if _TWO.search(words) else 1)
