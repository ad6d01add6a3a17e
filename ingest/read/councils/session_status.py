"""What became of a session, by the words of its own clause: announced, held, put off, called off.

The nearest word that can say so decides, a relative clause behind the session ("which will be held") before the verb
ahead of it. The present ("holds its session") says either: the document around it decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.read.councils.session_mentions import SessionMention
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold_pattern

Standing = Literal["cancelled", "postponed", "held", "will_be", "is_now", "holding", "notice"]

_CALLED_OFF = Rule(
    "session.cancelled",
    "{cancelled}",
    ("إلغاء الدورة", "la session est annulée", "cancelled"),
    ("الغائب", "annuel"),
)
_PUT_OFF = Rule(
    "session.postponed",
    "{postponed}",
    ("تأجيل الدورة", "تأجلت الدورة", "la session est reportée", "postponed"),
    ("rapport", "le reporter"),
)
_NOT_HELD = Rule(
    "session.not_held",
    "{not_held}",
    ("لم تنعقد الدورة", "تعذر عقدها", "n'a pas pu se tenir", "was not held"),
    ("انعقدت", "s'est tenue"),
)
WILL_BE = Rule("session.will_be", "{will_be}", ("ستنعقد", "se tiendra", "will hold"), ("انعقدت", "le programme"))
_WORDS: tuple[tuple[Standing, Rule], ...] = (
    ("will_be", WILL_BE),
    ("held", Rule("session.held", "{held}", ("انعقدت", "a tenu", "held"), ("ستنعقد", "tiendra"))),
    ("is_now", Rule("session.is_now", "{is_now}", ("يعقد", "tient", "holds"))),
    ("holding", Rule("session.holding", "{holding}", ("انعقاد", "la tenue"))),
    ("notice", Rule("session.notice", "{notice}", ("إعلان", "convocation", "notice"))),
)
#: Of what is put off or called off when it is no session: its points, a vote, a study.
_OF_POINTS = Rule(
    "session.points_put_off",
    r"(?:(?:ال|لل)?نقط(?:ة|تين|تان)?|(?:ال)?نقاط|(?:ال)?بت|دراسة|(?:ال)?مناقشة|(?:ال)?تصويت|مقرر|اتفاقية|صفقة|اعتماد"
    r"|(?:ال)?(?:موضوع|ملف|مشروع)|points?|examen|votes?|question|etude|convention|credits?|marche"
    r"|dossier|item|review|discussion)",
    ("النقطة الثالثة", "l'examen d'un point"),
)
#: Of the putting or calling off itself: 'is not cancelled', 'denies that it is put off'.
_NOT_CALLED_OFF = Rule(
    "session.not_called_off",
    r"(?:{not_at_all} | {denies} (?:[^.;,]{0,60} | [ ](?:que|that|أن)[ ][^.;]{0,130})) [ ]* $",
    ("n'est pas ", "لم يتم ", "has not been ", "dément le report ou ", "نفى الرئيس خبر "),
    ("elle est ", "تم ", "has been "),
)
#: "Its" of something masculine, which no session is in Arabic.
_OF_MASCULINE = re.compile(fold_pattern(r"(?:تأجيل|تأخير|إرجاء|إرجاي|إلغاء|إلغاي|إلغاو)ه$"))
_TO_SESSION = Rule(
    "session.put_off_to",
    r"(?:(?<!\w)(?:إلى|لل?)[ ]?|(?<!\w)(?:a|au|aux|vers|to|until)[ ](?:la[ ]|une[ ]|the[ ]|a[ ])?)"
    r"(?:prochaine[ ]|next[ ])?$",
    ("تأجيل النقطة إلى ", "reporté à la ", "postponed to the next "),
)
_TO_ANOTHER = Rule(
    "session.put_off_to_another",
    r"[ ]?(?:إلى[ ](?:غاية[ ])?(?:ال)?دور|لل?دور|a[ ](?:la|une|sa)[ ](?:prochaine[ ])?session"
    r"|(?:to|until)[ ](?:the|its|a)[ ](?:\w+[ ]){0,4}session)",
    (" à la session ordinaire d'octobre", " إلى دورة أكتوبر", " to its October 2025 session"),
    (" au 12 mai", " إلى يوم الاثنين"),
)
_PREPARES = Rule(
    "session.prepared",
    r"{prepares}[ ]?(?:ل|لل|الخاصة[ ]ب|de[ ]|a[ ]|d'|of[ ]|for[ ])?[ ]?"
    r"(?:عقد[ ]|انعقاد[ ]|أشغال[ ]|جدول[ ]أعمال[ ]|أعمال[ ]"
    r"|la[ ]|les[ ]|sa[ ]|the[ ]|travaux[ ]de[ ]la[ ]|l'ordre[ ]du[ ]jour[ ]de[ ]la[ ]|نقط[ ])*(?:ال|لل|ل)?$",
    ("التحضير ل", "تحضيرا لأشغال ", "préparation de la ", "en vue de la ", "في إطار الإعداد ل", "ahead of the "),
    ("أعد المجلس ",),
)
_EARLIER = Rule(
    "session.earlier",
    r"{earlier}[ ](?:[^,.;]{0,30}[ ])?(?:ال|لل|ل|la[ ]|les[ ]|sa[ ]|the[ ]|une[ ]|an?[ ])?$",
    ("بعد ", "الفترة الفاصلة بين ", "depuis la ", "following the "),
    ("بعد زوال يوم الخميس ",),
)
_BESIDE = Rule(
    "session.beside_it",
    r"{beside_it}[ ](?:ال|لل|of[ ](?:the|its)[ ]|de[ ](?:la[ ]|sa[ ])?)?$",
    ("على هامش ", "en marge de la ", "on the sidelines of the "),
    ("في إطار ",),
)
_TO_ADOPT = Rule(
    "session.to_adopt_something",
    r"(?:(?<!\w)(?:قبل|في[ ]أفق|في[ ]انتظار|(?:في[ ])?ارتقاب|avant|en[ ]vue|en[ ]attendant|before|pending)(?!\w)"
    r"[^.;]{0,60}"
    r"(?:مصادقة|يصادق|تصادق|عرض|اعتماد|adoption|approbation|vote|soumis|presente|approval)"
    r"|(?:ستتم|سيتم|ستعرض|سيعرض|sera|seront|devra|will[ ]be)[ ]"
    r"(?:المصادقة|عرض|علي|soumise?s?|presentee?s?|adoptee?s?|submitted))"
    r"[^.;]{0,110}$",
    (
        "وذلك قبل المصادقة عليه من طرف المجلس في ",
        "avant son adoption par le conseil lors de sa ",
        "il sera soumis au conseil lors de la ",
    ),
    ("صادق المجلس في ", "le conseil a adopté lors de sa "),
)
_ACT_OF = Rule(
    "session.act_of_it",
    r"(?:(?:ال)?(?:مصادق|موافق)[ ]علي(?:ها|ه|هما)|(?:ال)?معتمد(?:ة)?|صادق[ ]عليها?[ ]\w+"
    r"|(?<!ete[ ])(?<!est[ ])(?<!sont[ ])(?<!,[ ])(?:approuvee?s?|adoptee?s?|votee?s?)"
    r"|(?<!was[ ])(?<!were[ ])(?:approved|adopted))"
    r"[ ](?:[^,.;]{0,60}[ ])?(?:في|خلال|أثناء|برسم|lors[ ]de|au[ ]cours[ ]de|pendant|at|during|in)[ ](?:إطار[ ])?"
    r"(?:ال|la[ ]|sa[ ]|its[ ]|the[ ])?$",
    ("الاتفاقية المصادق عليها في ", "la convention approuvée lors de la ", "the plan adopted during the "),
    ("صادق المجلس في ", "le budget a été adopté lors de la ", "صودق عليها في "),
)
#: What is put off in the course of a session is not the session.
_WITHIN = Rule(
    "session.put_off_within",
    r"(?<!\w)(?:خلال|أثناء|في|lors[ ]de|au[ ]cours[ ]de|pendant|during|at)(?!\w)",
    ("أجلت خلال ", "reporté lors de la ", "postponed during the "),
)
_SINCE = Rule("session.since", "{earlier}", ("depuis la", "بعد", "since"))
#: "Une session de rattrapage après le report de …": what was put off is what it comes after.
_RIGHT_AFTER = Rule(
    "session.right_after",
    r"{earlier} [ ](?:le[ ]|the[ ])?$",
    ("après le ", "بعد ", "after the "),
    ("après la pause, ",),
)
_MINUTES = Rule(
    "session.minutes_adopted",
    r"(?:مصادقة|تصويت|صادق\w*|موافقة|وافق\w*|تلاوة|adoption|approbation|approuve|adopte|lecture|approv\w+|adopt\w+)"
    r"[ ][^.;]{0,30}"
    r"(?:محضر|محاضر|proces-verb\w+|pv|minutes)[^.;]{0,40}$",
    ("المصادقة على محضر ", "approbation du procès-verbal de la "),
    ("محضر ",),
)
#: The session by its pronoun, in a sentence that does not name it.
_PUT_OFF_IT = Rule(
    "session.postponed_it",
    r"(?:تأجيل|إرجاء)(?:ها|[ ](?:انعقادها|عقدها|أشغالها))(?!\w)|(?:فإنها|فهي|وهي|فقد)[ ](?:مؤجلة|تأجلت|أجلت)"
    r"|(?:elle|celle-ci)[ ](?:est|a[ ]ete|sera|se[ ]trouve)[ ](?:donc[ ])?{postponed}"
    r"|(?:it|which)[ ](?:was|has[ ]been|is|will[ ]be)[ ]{postponed}",
    ("تقرر تأجيل انعقادها إلى غاية يوم الاثنين", "فإنها مؤجلة", "elle est reportée", "it has been postponed"),
    ("تأجيل النقطة", "le point est reporté"),
)
_CALLED_OFF_IT = Rule(
    "session.cancelled_it",
    r"إلغا(?:ؤ|ء|ئ)ها(?!\w)|(?:فإنها|فهي|وهي|فقد)[ ](?:ملغاة|ألغيت)"
    r"|(?:elle|celle-ci)[ ](?:est|a[ ]ete|sera)[ ](?:donc[ ])?{cancelled}"
    r"|(?:it|which)[ ](?:was|has[ ]been|is|will[ ]be)[ ]{cancelled}",
    ("تم إلغاؤها بصفة نهائية", "elle est annulée", "it has been cancelled"),
    ("إلغاء اعتمادات",),
)
#: Relative clauses: what stands in them is of the session itself.
_RELATIVE = re.compile(fold_pattern(r" ?(?:[ ,]*(?:و?التي|qui|laquelle|which|that) (?:\w+ ){0,3})?"))
#: The council that holds a session may stand between its name and a relative clause.
_OWNER_REACH = 30
_AHEAD = 150


@dataclass(frozen=True)
class Status:
    """What a mention says of its session."""

    standing: Standing | None
    is_aside: bool
    """The document speaks of it in passing: it prepares the session, or comes after it."""


def status_of(mention: SessionMention, before: Status | None) -> Status:
    """The status that a mention's own clause gives.

    Args:
        before: of the mention before it, when the two are named together.
    """
    if mention.is_coordinated and before is not None and before.is_aside:
        return before
    text = mention.sentence.text
    low = max(mention.low, mention.start - _AHEAD, _clause_start(text, mention.start))
    aside = _aside(text, low, mention.start)
    told = _called_off(mention, low)
    if told is not None:
        return Status(told, aside is not None)
    if aside in (_PREPARES.id, _TO_ADOPT.id):
        return Status("will_be", is_aside=True)
    if aside == _BESIDE.id:
        # The verb ahead is of what was done beside it.
        return Status(_nearest(mention, mention.start), is_aside=True)
    standing = _nearest(mention, low)
    if aside is not None:
        return Status(standing if standing in ("held", "will_be") else "held", is_aside=True)
    return Status(standing, is_aside=False)


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(";", 0, at), text.rfind("؛", 0, at)) + 1


def _aside(text: str, low: int, at: int) -> str | None:
    for rule in (_MINUTES, _TO_ADOPT, _ACT_OF, _PREPARES, _BESIDE, _EARLIER):
        if (m := rule.search(text, low, at)) is not None:
            tell(rule.id, m.group(), "clause")
            return rule.id
    return None


def _called_off(mention: SessionMention, low: int) -> Standing | None:
    """Whether the session itself is put off or called off: right before its name, or behind it in its clause."""
    text = mention.sentence.text
    found: list[tuple[int, Standing]] = []
    standings: tuple[tuple[Standing, Rule], ...] = (
        ("cancelled", _CALLED_OFF),
        ("postponed", _PUT_OFF),
        ("postponed", _NOT_HELD),
    )
    for standing, rule in standings:
        for m in rule.finditer(text, low, min(len(text), mention.high)):
            place = f"{mention.words}"
            if _is_of_session(mention, m):
                tell(rule.id, m.group(), place)
                found.append((abs(m.start() - mention.start), standing))
            else:
                tell(rule.id, m.group(), place, overruled_by=_OF_POINTS.id)
    return min(found)[1] if found else None


def _is_of_session(mention: SessionMention, m: re.Match[str]) -> bool:
    text = mention.sentence.text
    if _NOT_CALLED_OFF.search(text, max(0, m.start() - _AHEAD), m.start()):
        return False
    if m.end() <= mention.start:
        between = text[m.end() : mention.start]
        # "le premier report depuis la session de mai": what was put off is another one.
        is_other = any(rule.search(between) for rule in (_OF_POINTS, _TO_SESSION, _SINCE, _WITHIN))
        return len(between) <= 40 and not is_other
    if _OF_MASCULINE.search(m.group() + text[m.end() : m.end() + 1]):
        return False
    between = text[mention.end : m.start()]
    behind = text[m.end() : m.end() + 25]
    if _TO_ANOTHER.match(text, m.end()) or _RIGHT_AFTER.search(text, mention.end, m.start()):
        return False  # "a reporté à la session d'octobre l'examen …"
    if _OF_POINTS.search(between) or _OF_POINTS.match(behind.lstrip()) or len(between) > 130:
        return False
    return not any(standing == "held" for _, _, standing in _spoken(between, 0, len(between)))


def _nearest(mention: SessionMention, low: int) -> Standing | None:
    """The word of status nearest to a mention, a relative clause right behind it first."""
    text = mention.sentence.text
    high = min(mention.high, mention.end + _AHEAD)
    spoken = _spoken(text, low, mention.start)
    # "شهدت القاعة انعقاد الدورة": a noun says no time; the verb ahead of it does.
    spoken = [w for w in spoken if w[2] != "holding"] or spoken
    behind = [w for w in _spoken(text, mention.end, high) if w[2] in ("held", "will_be")]
    owners = [p.end for p in mention.sentence.places if 0 <= p.start - mention.end <= _OWNER_REACH]
    heads = (mention.end, *owners[:1])
    near = [w for w in behind if any(h <= w[0] and _RELATIVE.fullmatch(text, h, w[0]) for h in heads)]
    chosen = near[0] if near else spoken[-1] if spoken else behind[0] if behind else None
    if chosen is None:
        return None
    tell(f"session.{chosen[2]}", text[chosen[0] : chosen[1]], mention.words)
    return chosen[2]


def _spoken(text: str, low: int, high: int) -> list[tuple[int, int, Standing]]:
    """Words of status in folded text[low:high] in order; inside a longer one a shorter is none."""
    found: list[tuple[int, int, Standing]] = []
    for standing, rule in _WORDS:
        for m in rule.finditer(text, low, high):
            if not any(m.start() < end and start < m.end() for start, end, _ in found):
                found.append((m.start(), m.end(), standing))
    return sorted(found)


def of_pronoun(text: str) -> tuple[Standing, str] | None:
    """What a sentence says of the session that it calls "it", and in which words; None where it speaks of points."""
    standings: tuple[tuple[Standing, Rule], ...] = (("postponed", _PUT_OFF_IT), ("cancelled", _CALLED_OFF_IT))
    for standing, rule in standings:
        if (m := rule.search(text)) is not None:
            is_of_points = _OF_POINTS.search(text) is not None
            tell(rule.id, m.group(), "opening", overruled_by=_OF_POINTS.id if is_of_points else None)
            return None if is_of_points else (standing, m.group())
    return None


def settled(standings: Iterable[Standing | None]) -> Standing | None:
    """The one standing that several mentions of a session give: what is certain before what is open."""
    given = set(standings)
    order: tuple[Standing, ...] = ("cancelled", "postponed", "held", "will_be", "is_now", "holding", "notice")
    return next((s for s in order if s in given), None)
