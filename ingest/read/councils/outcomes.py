"""What became of a point: adopted, rejected, postponed or merely examined, with the votes that the words state.

Titles of points speak of adoption too ('study and adoption of the budget'). Three things tell an outcome from a title:

* `find_outcome`: in running text it is a verb in the past, a manner (unanimously, by a majority) or a count;
* `read_clause`: words that stand apart (behind a colon, in brackets, in a line or cell of their own) are one when nearly all of them are words of votes;
* `leading_outcome`: at the head of a line it is a verb or a noun of decision with a manner, and what follows is the point.

Counts are bound to the side that stands next to them ('15 voted for it, 4 against', 'yes: 18, no: 7'), whichever comes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

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


# --- words of results ----------------------------------------------------------------------------------------------------------------------------------

_IT = r"(?: (?:عليها|عليه|عليهما|على (?:هذه |هذا )?(?:ال)?(?:نقطة|مقترح|مقرر|طلب)))?"
_REJECTED = _p(
    r"(?<!\w)(?:و?(?:قد )?(?:(?:تم|جرى|قرر المجلس) رفض(?:ها|ه)?(?: النقطة)?|رفض(?:ها|ه|ت|هما)|رفض (?:المجلس|النقطة)|رفض(?= (?:بال|بأغلبية|ب ?\d))|(?:قوبلت?|ووجهت?) بالرفض)|مرفوضة?|(?:تم )?(?:التصويت|صوت|صوتت)(?: المجلس)? (?:ضد(?:ها|ه)?|برفض(?:ها|ه)?)"
    r"|غير (?:مصادق|موافق|مقبولة?)(?: عليها| عليه)?"
    r"|و?لم (?:تحظ|يحظ|تنل|ينل|تحصل|يحصل|يصادق|تصادق|يوافق|توافق|تتم|يتم|تعتمد|تقبل)(?!\w)(?: (?:المجلس|هذه النقطة|النقطة|عليها|عليه|على))*(?: (?:على )?ب?(?:ال)?(?:مصادقة|موافقة|قبول|أغلبية))?"
    r"|عدم (?:المصادقة|الموافقة|القبول|قبولها)(?: عليها)?)(?!\w)"
    r"|\b(?:rejet(?:ee?s?|te|tent)|refus(?:ee?s?|e)|repoussee?s?|non (?:adoptee?s?|approuvee?s?|votee?s?)|n'(?:a|ont) pas (?:ete )?(?:adoptee?|approuvee?|votee?)|votee? contre(?! \d))\b"
)
_POSTPONED = _p(
    r"(?<!\w)و?(?:قد )?(?:(?:تم|تقرر|قرر المجلس|جرى|وقع|صادق(?:ت)?(?: المجلس)?(?: ب\S+){0,2} على|(?:تمت? )?(?:ال)?مصادقة(?: ب\S+){0,2} على|قرر(?: المجلس)?)(?: بالإجماع| بالأغلبية)? (?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?|(?:تم|تقرر|قرر المجلس|جرى|وقع) (?:إرجاؤها|إرجائها|إرجاؤه)"
    r"|(?:أ|ا)رجئت?|أرجأ(?:ها)? المجلس|(?<!من )(?:أجلت|أجلها|أجل(?= (?:البت|النظر|المجلس|النقطة|دراستها)))|تأجلت?|مؤجلة?|(?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?(?= (?:إلى|النقطة|هذه|البت|لتعميق|لمزيد|للدورة))|(?:ال)?(?:تأجيل|إرجاء)$)(?!\w)"
    r"|\b(?:report(?:ee?s?|er(?= (?:l'|ce|cette|le |la |sa )))|ajourn(?:ee?s?|er)|differee?s?|renvoyee?s?|renvoi en commission|mise? en attente|report (?:a (?:la|une) |de (?:ce|cette|ces) (?:points?|questions?)|du point|de la question))\b"
)
_WITHDRAWN = _p(
    r"(?<!\w)و?(?:قد )?(?:(?:تم(?:ت)? |جرى )?سحب(?:ها|ه|ت)|تم سحب (?:هذه )?النقطة)(?: من جدول الأعمال)?(?!\w)|\b(?:retiree?s?(?: de l'ordre du jour)?)\b"
)
_EXAMINED = _p(
    r"(?<!\w)و?(?:قد )?(?:(?:تمت?|جرت?) (?:دراس[ةت]|مناقش[ةت]|تدارس|الاستماع)(?:ها|ه)?|أحاط (?:المجلس )?علما|أحيط المجلس علما|أخذ(?: المجلس)? علما|أخذ العلم|اطلع(?: المجلس)? على|استمع المجلس|تدارس(?:ها)? المجلس|ناقش(?:ها)? المجلس|تم الاطلاع|قدمت (?:بشأنها|حولها|بخصوصها)|قدم(?:ت)? (?:توضيحات|شروحات|إيضاحات))(?!\w)"
    r"|\b(?:le conseil (?:en )?(?:a )?)?(?:pris acte|prend acte|prise d'acte|pris connaissance|examinee?s?|debattue?s?|discutee?s?|fait l'objet d'une? (?:debat|discussion|examen))\b"
)
_ADOPTED = _p(
    r"(?<!\w)و?(?:قد )?(?:صادقت?"
    + _IT
    + r"|صودق"
    + _IT
    + r"|(?<!غير )مصادق عليها?|تمت? (?:ال)?(?:مصادقة|موافقة)"
    + _IT
    + r"|تمت? (?:اعتماد|قبول|إقرار|تبني|تزكية|تزكيت)(?:ها|ه)"
    r"|(?:حظيت?|نالت?|لقيت?|حازت?|حصلت?)(?: هذه)?(?: النقطة)?(?: على)? (?:ب|بال)?(?:ال)?(?:موافقة|مصادقة|قبول|ثقة|تزكية|إجماع(?:ا|هم)?)|وافقت?"
    + _IT
    + r"|أقرها|أقره|أقر المجلس|اعتمدها|اعتمدت|تبناها|مقبولة|قبلها المجلس"
    r"|صوت(?:ت)?(?: المجلس)?(?: بالإجماع)? (?:لصالح(?:ها|ه)?|لفائدتها|بنعم|بالموافقة|بالإيجاب|بالقبول|إيجابا)|صوت(?:ت)? عليها|صوت(?:ت)? (?:جميع|كل|كافة)|تم التصويت (?:عليها|لصالحها|بالإيجاب)"
    r"|(?:ال)?(?:مصادقة|موافقة)(?: عليها)?(?= (?:بال ?إجماع|بالاجماع|بإجماع|بالأغلبية|بأغلبية)))(?!\w)"
    r"|\b(?:le conseil (?:l'|en )?(?:a )?)?(?:adoptee?s?|approuvee?s?|approuvent|validee?s?|acceptee?s?|enterinee?s?|accordee?s?(?= a l'unanimite| a la majorite)|vote(?:e|es|s)?(?= (?:a l'unanimite|a la majorite|par \d))|a adopte|a approuve|ont adopte|ont approuve)\b"
)
#: A manner without a verb says that it was adopted: 'by unanimity' after the title of a point.
_UNANIMOUS = _p(
    r"(?<!\w)(?:(?:و|ف)?(?:بال ?|ب)إجماع(?:هم)?|إجماع (?:الحاضرين|(?:ال)?أعضاء|المستشارين|المصوتين)|(?:نال|حظي|لقي|حاز|حصل)ت?(?: هذه)?(?: النقطة)?(?: على)? ب?(?:ال)?إجماع\w*|(?:بموافقة|موافقة|صوت|صوتت|صادق|وافق|مصادقة)(?: ال\w+)? ?(?:جميع|كافة|كل) (?:ال)?(?:أعضاء|حاضرين|مستشارين|مصوتين)|(?:صوت|صوتت|صادق|وافق) (?:جميع|كافة|كل)|موافقة (?:جميع|كافة|كل)"
    r"|دون معارضة (?:ولا|أو) امتناع)(?!\w)|\b(?:unanim\w*|sans opposition ni abstention|(?:par|de) (?:l'ensemble des|tous les) (?:membres|presents|conseillers))\b"
)
_MAJORITY = _p(r"(?<!\w)(?:[وف]?(?:بالأغلبية|بأغلبية)|أغلبية)(?!\w)|\b(?:(?:a la|par) majorite)\b|^majorite\b")
_RESULTS = (
    ("withdrawn", _WITHDRAWN), ("rejected", _REJECTED), ("postponed", _POSTPONED), ("examined", _EXAMINED), ("adopted", _ADOPTED),
)  # fmt: skip
_BASE = (
    ("cast", _p(r"المعبر عنها|المصوتين|exprimee?s?|suffrages|votants")), ("present", _p(r"الحاضرين|الحاضرون|presents?|presentes?")),
    ("members", _p(r"المزاولين|أعضاء المجلس المزاولين|membres en exercice")),
)  # fmt: skip

# --- words of counts -----------------------------------------------------------------------------------------------------------------------------------

_PREFIX = r"(?P<joined>[وف])?[بل]?(?:ال|ل)?"
_SIDES = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:{_PREFIX}(?:"
        r"(?P<for>نعم|موافق(?:ة|ون|ين|ا|ات)?|مؤيد(?:ة|ون|ين|ا)?|صالح(?:ها|ه)?|فائدتها|وافق(?:ت|وا)?(?: عليها| عليه)?|معها|مع(?= ?[:,;)]| ?$| و)|قبول)"
        r"|(?P<against>ضد(?:ها|ه)?|معارض(?:ة|ون|ين|ا)?|عارض(?:ت|ها|ه|وا)?|اعترض(?:ت|وا)?|اعتراض|رفض(?:ها|ه|ت)?|رافض(?:ة|ون|ين)|لا(?! أحد))"
        r"|(?P<none>امتنع(?:ت|وا)?|امتناع|ممتنع(?:ة|ون|ين|ا)?)"
        r"|(?P<versus>مقابل)"
        r"|(?P<other>حاضر(?:ة|ون|ين)|حضور|مزاول(?:ون|ين)|أصل|غائب(?:ون|ين)?|متغيب(?:ون|ين)))"
        r"|(?P<for_fr>pour|oui|favorables?)|(?P<against_fr>contre|non|defavorables?)|(?P<none_fr>abstentions?|abstenus?)|(?P<other_fr>presents?|votants|exercice|exprimes|absents?))(?!\w)"
    )
)
_UNIT = r"(?:صوتا?|أصوات|عضوا?|أعضاء|مستشارا?|مستشارة|مستشارين|مستشارون|voix|votes?|membres?|conseillers?|elus?)"
_COUNTS = re.compile(
    fold_pattern(
        rf"(?<!\w)[وب]?(?P<one>(?:عضوة?|صوت|مستشارة?) (?:واحدة?|وحيدة?|فريدة?))(?!\w)|(?<!\w)[وب]?(?P<two>(?:عضوان|عضوين|صوتان|صوتين|مستشاران|مستشارتان|مستشارتين)(?: (?:اثنان|اثنين|اثنتين))?|مستشارين اثنين)(?!\w)"
        rf"|(?<!\w)(?P<zero>لا أحد|لا شيء|aucune?|neant)(?!\w)|(?P<n>{NUMBER})(?: (?P<unit>{_UNIT})(?!\w))?"
    )
)
#: Words that may stand between a side and its number.
_BETWEEN = re.compile(fold_pattern(r"[\s]*(?:من|عن|عدد|كل من|عن التصويت|par|de)?[\s]*"))
_COLON = re.compile(r"\s*[:=]\s*")
_BY = _p(r"(?:[وب]|بأغلبية|بموافقة|بمجموع|par|avec|a) ?$")


def _counts(near: str, result: str | None) -> tuple[int | None, int | None, int | None, int]:
    """(for, against, abstained, end of the last of them) in words about one vote."""
    atoms: list[tuple[int, int, str, int | None, re.Match[str]]] = []
    taken: list[tuple[int, int]] = []
    for m in _COUNTS.finditer(near):
        value = 1 if m["one"] else 2 if m["two"] else 0 if m["zero"] else parse_number(m["n"])
        if value is None or value > 500:
            continue
        atoms.append((m.start(), m.end(), "number", value, m))
        taken.append(m.span())
    if not atoms:
        return None, None, None, 0
    for m in _SIDES.finditer(near):
        if any(a < m.end() and m.start() < b for a, b in taken):
            continue
        side = (m.lastgroup or "").removesuffix("_fr")
        atoms.append((m.start(), m.end(), side, None, m))
    atoms.sort(key=lambda a: a[0])
    bound: dict[int, str] = {}
    won: tuple[int, int] | None = None
    is_ahead = False
    """Sides stand before their numbers on this line."""
    for i, (start, end, side, _, m) in enumerate(atoms):
        if side == "number":
            continue
        before = atoms[i - 1] if i else None
        after = atoms[i + 1] if i + 1 < len(atoms) else None
        left = (
            before is not None
            and before[2] == "number"
            and i - 1 not in bound
            and not m["joined"]
            and _BETWEEN.fullmatch(near, before[1], start) is not None
        )
        gap = near[end : after[0]] if after is not None and after[2] == "number" else None
        colon = gap is not None and _COLON.fullmatch(gap) is not None
        right = gap is not None and (colon or _BETWEEN.fullmatch(gap) is not None)
        if i == 0 and right:
            is_ahead = True
        if right and not colon and not is_ahead and i + 2 < len(atoms) and side != "versus" and not left:
            right = _binds_right(near, atoms[i + 1], atoms[i + 2], m)
        if side == "versus" or (side == "against" and left and right and not colon):
            if left and right and (i + 2 >= len(atoms) or not _belongs(near, atoms[i + 1], atoms[i + 2])):
                won = (i - 1, i + 1)
            continue
        if colon:
            bound[i + 1] = side
        elif left:
            bound[i - 1] = side
        elif right:
            bound[i + 1] = side
    if won is not None:
        first, second = ("against", "for") if result == "rejected" else ("for", "against")
        bound.setdefault(won[0], first)
        bound.setdefault(won[1], second)
    found: dict[str, int] = {}
    end = 0
    for i, (start, stop, kind, value, m) in enumerate(atoms):
        if kind != "number":
            continue
        side = bound.get(i, "")
        is_bare = not side and m["unit"] and "for" not in bound.values() and "for" not in found
        if is_bare and (_BY.search(near[:start]) or m["unit"] in _VOTE_UNITS):
            side = "against" if result == "rejected" else "for"  # '22 votes': they carried it, or carried it away.
        if side in ("for", "against", "none") and side not in found and value is not None:
            found[side] = value
            end = max(end, stop)
    return found.get("for"), found.get("against"), found.get("none"), end


_VOTE_UNITS = frozenset(fold_pattern("صوتا صوت أصوات voix").split())


def _belongs(near: str, number: tuple[int, int, str, int | None, re.Match[str]], side: tuple[int, int, str, int | None, re.Match[str]]) -> bool:  # fmt: skip
    """Whether the side behind a number is that number's ('8 abstentions')."""
    return (
        side[2] in ("for", "against", "none")
        and not side[4]["joined"]
        and _BETWEEN.fullmatch(near, number[1], side[0]) is not None
    )


def _binds_right(near: str, number: tuple[int, int, str, int | None, re.Match[str]], following: tuple[int, int, str, int | None, re.Match[str]], side: re.Match[str]) -> bool:  # fmt: skip
    """'voted for it 15 members' takes the number behind it; 'yes 4 no' leaves it to the next side."""
    return (
        not _belongs(near, number, following)
        or near[number[1] : following[0]].strip() != ""
        or side["joined"] is not None
    )


# --- running text --------------------------------------------------------------------------------------------------------------------------------------

#: Stems of every word of an outcome: most lines hold none of them.
_MAY = _p(
    r"صادق|صودق|نعم|لا ?[:\d]|ضد|مرفوض|مؤجل|تبن|مقبول|قبول|قوبل|قبلها|استم|ناقش|حاز|لقي|حصل|عدم|غير |زكي|توضيح|شروح|إيضاح|وافق|موافق|(?:ا|إ)جماع|أغلبي|رفض|رافض|عارض|اعتر|امتن|ممتن|مقابل|تحظ|يحظ|تنل|ينل|نال|حظي|أجيل|أجل|رجئ|رجا|رحيل|سحب|دراست|مناقشت|تدارس|علما|العلم|اطلع|اطلاع|أقر|اعتمد|صوت|تصويت"
    r"|adopt|approuv|approb|valid|accept|accord|enterin|vot|voix|pour ?:|oui|abst|rejet|refus|repouss|report|ajourn|differ|renvo|retir|acte|connaiss|examin|debat|discut|unanim|majorit"
)
_STOP = re.compile(r"[.](?:\s|$)|\n")
_NEAR = 200


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
    if not hits and manner is None:
        return None if (tally := _TALLY.search(text, start)) is None else _by_counts(text, tally.start())
    if hits:
        at, _, result, hit = min(hits, key=lambda h: (h[0], h[1]))
        end = hit.end()
    else:
        assert manner is not None
        at, result, end = manner.start(), "adopted", manner.end()
    if manner is not None and manner.start() < at and at - manner.start() <= 40:
        at = manner.start()
    return _finished(result, text, at, end)


#: Where counts alone say what became of a point.
_TALLY = re.compile(
    fold_pattern(
        rf"(?<!\w)(?:(?:عدد )?(?:ال)?(?:أصوات|أعضاء|مصوتين|عدد)? ?(?:ال)?(?:ب?نعم|موافقون|موافقين|موافقة|مع) ?[: ] ?\d|{NUMBER} (?:{_UNIT} )?(?:ب?نعم|موافقون|موافقا|موافقين|مع|pour)(?!\w)|{NUMBER} {_UNIT} (?:لصالح|مقابل)|(?:pour|oui) ?: ?\d)"
    )
)


def _by_counts(text: str, at: int) -> Outcome | None:
    """The outcome that counts of yes and no make; None where they do not say which side won."""
    near = _window(text, at)
    yes, no, none, end = _counts(near, None)
    against = no if no is not None else none
    if yes is None or against is None or yes == against:
        return None
    return Outcome("adopted" if yes > against else "rejected", False, yes, no, none, _base(near), at, at + end)


def _window(text: str, at: int) -> str:
    """The words about one outcome: up to the end of the sentence, or so many characters."""
    stop = _STOP.search(text, at)
    return text[at : min(at + _NEAR, stop.start() if stop else len(text))]


def _finished(result: str, text: str, at: int, end: int) -> Outcome:
    """A result with its manner, base and counts."""
    near = _window(text, at)
    said = _UNANIMOUS.search(near)
    # A manner belongs to the verb that it stands close to.
    is_unanimous = (
        said is not None and result not in ("examined", "withdrawn") and not _is_other(near[: said.start()], result)
    )
    yes, no, none, last = _counts(near, result)
    if result in ("examined", "withdrawn", "postponed"):
        yes = no = none = None
        last = 0
    if is_unanimous and result == "adopted" and no:
        is_unanimous = False
    return Outcome(result, is_unanimous, yes, no, none, _base(near), at, max(end, at + last))


def _is_other(words: str, result: str) -> bool:
    """Whether another result stands between a verb and a manner."""
    return any(p.search(words) is not None for r, p in _RESULTS if r not in (result, "adopted")) and result == "adopted"


def _base(near: str) -> str:
    return next((code for code, pattern in _BASE if pattern.search(near)), "unstated")


# --- words that stand apart ----------------------------------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+")
_OF_VOTES = _p(
    r"(?:[وف])?(?:[بلك])?(?:ال|ل)?(?:صادق|صودق|مصادق|وافق|موافق|اعتماد|اعتمد|قبول|مقبول|قبلت|إقرار|أقر|تبن|إيجاب|زكي|تزكي|رفض|مرفوض|رافض|تأجيل|أجل|تأجل|مؤجل|إرجاء|أرج|إرجا|ترحيل|سحب|إجماع|أغلبي|صوت|أصوات|تصويت|مصوت|نعم|مؤيد|صالح|ضد|معارض|عارض|اعتر|مقابل|امتن|ممتنع|تحفظ|متحفظ|حظي|نال|لقي|حاز|حصل|قوبل)\w*"
    r"|adopt\w*|approuv\w*|approb\w*|valid\w*|accept\w*|accord\w*|enterin\w*|rejet\w*|refus\w*|repouss\w*|report\w*|ajourn\w*|differ\w*|renvo\w*|retir\w*|unanim\w*|majorit\w*|vot\w*|voix|suffrages|scrutin|abst\w*|pour|contre|oui|non|favorables?|defavorables?"
)
_AROUND = _p(
    r"(?:[وف])?(?:[بلك])?(?:ال|ل)?(?:تم|تمت|قد|لقد|جرى|جرت|وقع|تقرر|قرر|قررت|من|طرف|قبل|على|عليها|عليه|عليهما|إلى|في|فيها|فيه|بعد|عن|عنها|أن|أي|مع|معها|هذه|هذا|هي|هو|نقطة|نقط|نقطتين|مجلس|جماعي|سادة|سيد|أعضاء|أعضائه|أعضاءه|عضو|عضوا|عضوين|عضوان|مستشار|مستشارا|مستشارة|مستشارين|مستشارون|مستشاران|اثنين|اثنان|واحد|واحدة|وحيد|حاضر|حاضرين|حاضرون|معبر|مزاولين|مهامهم|مطلقة|نسبية|مناقشة|نقاش|مستفيض|مستفيضة|مداولة|تداول|دراسة|دراستها|علني|سري|نتيجة|قرار|مقرر|مقترح|مآل|بشأنها|حولها|بخصوصها|لها|بت|نظر|موضوع|دورة|مقبلة|قادمة|لاحقة|لاحق|موالية|جلسة|غاية|حين|تعميق|مزيد|وثائق|استكمال|ملف|موعد|آخر|جميع|كل|كافة|لا|لم|تتم|تحظ|تنل|يوافق|يصادق|عدم|دون|بدون|ولا|غير|أحد|شيء|تسجيل|عدد|مجموع|أول|ثاني|مجموعة|معارضة|أصل|تحصل|مطلوبة|مذكورة|نفس|مضمون|حضور|محضر|لجنة|مختصة|ذلك|كما|هي|جاءت|إعادة)"
    r"|le|la|les|l|d|n|s|de|du|des|a|au|aux|par|avec|et|ou|en|ce|cet|cette|ces|il|elle|ete|est|sont|ont|pas|conseil|communal|regional|provincial|point|points|question|membres?|conseillers?|elus?|presents?|presentes?|exercice|prochaine|suivante|ulterieure|date|session|seance|absolue|relative|exprimes?|votants|apres|debat|discussion|deliberation|decide|decision|resultat|sa|son|cette|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|sans|ni|opposition|l'|ordre|jour|commission|examen|faute|documents?|complement|etude|etudes|ensemble|tous|vu|avis|fait|objet|y|en"
)
#: A noun of decision says nothing alone ('study and adoption'): it wants one of these beside it.
_DECIDES = _p(
    r"(?<!\w)(?:[وف]?(?:قد )?(?:تمت?|جرت?|جرى|وقع|تقرر|قرر)(?!\w)|[وف]?(?:صادق|صودق|وافق|صوت|اعتمد|أقر|رفض|حظي|نال|لقي|حاز|حصل)\w*|مصادق|مقبول|مرفوض)|\b(?:adoptee?s?|approuvee?s?|approuve|rejet\w+|validee?s?|acceptee?s?|enterinee?s?|accordee?s?|reporte\w*|ajourne\w*|votee?s?)\b"
)
_NOUNS = (
    ("rejected", _p(r"^(?:ال)?رفض$|^rejet$")),
    ("postponed", _p(r"(?<!\w)(?:ال)?(?:تأجيل|إرجاء|ترحيل)(?:ها|ه)?(?!\w)|\b(?:report|ajournement|renvoi)\b")),
    ("adopted", _p(r"^(?:ال)?(?:مصادقة|موافقة|قبول)(?: عليها| عليه)?$|^(?:adoption|approbation|oui)$")),
)


@lru_cache(maxsize=20_000)
def _weight(word: str) -> int:
    """2 for a word of votes, 1 for one that stands around them, 0 for any other."""
    return 2 if _OF_VOTES.fullmatch(word) else 1 if _AROUND.fullmatch(word) else 0


def read_clause(text: str, *, is_cell: bool = False) -> Outcome | None:
    """The outcome that is all a folded text says; None where it says anything else.

    Args:
        is_cell: the text fills a cell that is there for outcomes, so that a bare noun ('adoption') is one.
    """
    if _MAY.search(text) is None or len(text) > 240:
        return None
    weights = [_weight(w) for w in _WORD.findall(text)]
    if not weights or not weights[0] or 2 not in weights or sum(1 for w in weights if w) < 0.8 * len(weights):
        return None
    found = find_outcome(text)
    if found is not None and (
        found.result != "adopted"
        or found.start > 0
        or _DECIDES.search(text)
        or _UNANIMOUS.search(text)
        or _MAJORITY.search(text)
        or found.for_count is not None
    ):
        return replace(found, start=0, end=len(text))
    bare = text.strip(" .;:,()")
    for result, pattern in _NOUNS:
        if (is_cell or result != "adopted") and pattern.search(bare) and len(weights) <= 8:
            return replace(_finished(result, bare, 0, len(bare)), end=len(text))
    tally = _by_counts(text, 0)
    return replace(tally, end=len(text)) if tally is not None else None


# --- at the head of a line -----------------------------------------------------------------------------------------------------------------------------

_MANNER = r"(?: (?:ب(?:ال)? ?(?:إجماع|أغلبية|اجماع)|بإجماع|بأغلبية)(?: (?:ال\w+|أعضائه|أعضاء\w*|أصوات\w*|المعبر|عنها|مطلقة|\d+|صوتا|أصوات|مقابل|ضد)){0,7}?)"
_SUBJECT = r"(?: (?:المجلس(?: (?:الجماعي|الإقليمي|الجهوي|البلدي|الحضري|القروي))?|أعضاء المجلس|الأعضاء|المستشارون|مجلس (?:الجماعة|الجهة|الإقليم|العمالة|(?:جماعة|جهة|إقليم|عمالة)(?: \S+){1,3}?)))?"
_LEADS = (
    ("postponed", _p(rf"(?:و|كما |فيما )?(?:تم |تقرر |قرر المجلس |جرى )?(?:بالإجماع )?(?:تأجيل|إرجاء|ترحيل)(?: (?:البت|النظر|المصادقة|التصويت|دراسة|مناقشة|التداول))?{_MANNER}?(?: في| على| بشأن)? (?=\S)")),
    ("rejected", _p(rf"(?:و|كما |فيما )?(?:(?:تم |قرر |تقرر )?رفض{_SUBJECT}|عدم (?:المصادقة|الموافقة))(?: (?:المصادقة|الموافقة))?{_MANNER}?(?: على)? (?=\S)")),
    ("adopted", _p(rf"(?:و|كما |فيما )?(?:(?:صادق|وافق|صوت)ت?{_SUBJECT}{_MANNER}?|(?:تمت? )?(?:ال)?(?:مصادقة|موافقة|تصويت){_MANNER}|تمت? (?:ال)?(?:مصادقة|موافقة)) (?:على|لفائدة) (?=\S)")),
    ("adopted", _p(rf"(?:و|كما )?(?:اعتماد|إقرار|قبول){_MANNER}(?: ل)? ?(?=\S)")),
    ("adopted", _p(r"(?:le conseil (?:a )?)?(?:adoption|approbation|validation|vote|adopte|approuve|adoptee|approuvee),? (?:a l'unanimite|a la majorite)(?: (?:des|absolue|relative|membres|presents|voix|suffrages|exprimes))*,? ?(?:de |du |des |d')?(?=\S)")),
    ("postponed", _p(r"(?:report|ajournement)(?: (?:de l'examen|a l'unanimite))? (?:de |du |des |d')(?!credits?\b)(?=\S)")),
    ("rejected", _p(r"rejet(?: (?:a l'unanimite|a la majorite))? (?:de |du |des |d')(?=\S)")),
)  # fmt: skip


#: Nouns that a title may begin with as well ('discharge of waste water' and 'rejection of' are one word in French).
_WEAK = _p(
    r"(?:و)?(?:تأجيل|إرجاء|ترحيل|رفض|report|ajournement|rejet)(?: (?!البت|النظر|المصادقة|بالإجماع|بالأغلبية|a l'unanimite|a la majorite|de l'examen)|$)"
)


def leading_outcome(text: str, start: int = 0) -> tuple[Outcome, int, bool] | None:
    """(outcome, folded offset at which the point's own words begin, whether the words can only be an outcome) of a text that begins with what was decided."""
    if _MAY.search(text, start) is None:
        return None
    for result, pattern in _LEADS:
        if (m := pattern.match(text, start)) is not None:
            head = m.group()
            found = _finished(result, head, 0, len(head))
            return replace(found, start=start, end=m.end()), m.end(), _WEAK.match(head) is None
    return None


_HEADINGS = (
    ("postponed", _p(r"(?<!\w)(?:ال)?(?:مؤجلة|مرجأة)(?!\w)")), ("rejected", _p(r"(?<!\w)(?:ال)?(?:مرفوضة|غير المصادق عليها)(?!\w)")),
    ("adopted", _p(r"(?<!\w)(?:ال)?(?:مصادق عليها|مقبولة|معتمدة)(?!\w)")),
)  # fmt: skip


def heading_outcome(text: str) -> Outcome | None:
    """What a heading over several points says of them: 'postponed points', 'adopted by a majority'."""
    found = find_outcome(text)
    if found is not None and found.is_vote and not (found.result == "adopted" and _HEADINGS[1][1].search(text)):
        return found
    return next((_finished(r, text, m.start(), m.end()) for r, p in _HEADINGS if (m := p.search(text))), None)


def results_in(text: str) -> set[str]:
    """Every result that a folded text speaks of."""
    return {result for result, pattern in _RESULTS if pattern.search(text)}


def outcome_of_counts(stated: Outcome | None, yes: int | None, no: int | None, none: int | None) -> Outcome | None:
    """An outcome with the counts of a table's own columns; without words the larger side is what was decided, of equal sides nothing is."""
    if yes is None or no is None:
        return stated
    if stated is not None:
        return replace(stated, for_count=yes, against_count=no, abstention_count=none) if stated.is_vote else stated
    if yes == no:
        return None
    return Outcome("adopted" if yes > no else "rejected", False, yes, no, none, "unstated", 0, 0)
