"""Until when the public may hand something in, register, pay, take part: the last days that a text states.

A day is one by the word that governs it (`ingest.read.dated`) and by what is done until then, named in its sentence; of
a range it is the last. Where a term is extended, the day that it had before is none any more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.read.context import Sentence
from ingest.read.dated import Dated
from ingest.read.notices.no_terms import CALLED_OFF, is_no_term
from ingest.read.own_days import is_history, with_year
from ingest.read.rules import Rule, tell
from ingest.text.dates import PartialDate

_HANDS_IN = Rule(
    "deadline.hands_in",
    "{hands_in}",
    ("تودع الملفات", "إيداع العروض", "les inscriptions", "remettre leur offre", "Applications", "may be sent"),
    ("انعقاد الدورة", "les travaux", "the works"),
)
_TERM = Rule(
    "deadline.term",
    "{deadline}",
    ("آخر أجل للاستفادة", "date limite", "closing date"),
    ("في أقرب الآجال", "à la date du", "the date of"),
)
_EXTENDED = Rule(
    "deadline.extended",
    r"{extended} [^.;]{0,80} $",
    ("وقد تم تمديده إلى غاية ", "le délai est prolongé jusqu'au ", "has been extended to "),
    ("il s'étend du ", "امتد المشروع إلى "),
)
_WAS_FIRST = Rule(
    "deadline.was_first",
    r"{first_fixed} [^.;]{0,40} $",
    ("الذي كان محددا في ", "initialement fixé au ", "originally set for "),
    ("fixé au ", "المحدد في "),
)
OF_AGE = Rule(
    "deadline.of_age",
    "{of_age}",
    ("البالغين من العمر", "18 سنة", "être âgé de", "aged 18"),
    ("سنة 2025", "agence", "page"),
)
#: A few words between the word and its day: 'إلى غاية يوم الثنين 17 أكتوبر', where a weekday is mistyped.
_BY_WORD = Rule(
    "deadline.by_word",
    r"(?:{until}|{deadline}|{no_later}) (?:[ ]+[^\s\d.,;]+){0,5} [ ,:]* $",
    ("إلى غاية يوم الثنين ", "قبل انصرام يوم ", "آخر أجل لإيداع الملفات في يوم ", "jusqu'au soir du "),
    ("ابتداء من يوم ", "à compter du ", "du "),
)
_RANGE = Rule(
    "deadline.range", r"{range_to}", ("2 إلى 20 يناير", "du 3 au 20 mars", "3 to 20"), ("3 et 4 mars", "3 و4 مارس")
)
_BETWEEN = Rule("deadline.between", r"{between} [ ,]* $", ("بين يومي ", "entre le ", "between "), ("du ", "من يوم "))
#: 'The consultation opens on 2 August and goes on until the 11th.'
_BEGINS = Rule(
    "deadline.begins",
    r"{begins} [^.;]{0,12} $",
    ("تنطلق يوم ", "débute le ", "opens on "),
    ("تنطلق الاستشارة التي يطلقها المجلس ", "jusqu'au "),
)
_BEGIN_REACH = 30
#: So near stand the two days of a range.
_GAP = 30
#: What governs a day that is the first of a term's range, or no day of it at all.
_NEVER = ("law", "letter", "published", "signed", "elected", "moment", "denied")
#: Sentences in which a notice says its days.
_SENTENCES = 20
_BEFORE = 90


@dataclass(frozen=True)
class LastDay:
    """The last day of a term, and the first one where a range says it."""

    sentence: Sentence
    date: PartialDate
    first: PartialDate | None = None


def last_days(sentences: Sequence[Sentence], published: dt.date | None, *, is_call: bool = False) -> list[LastDay]:
    """The last days of terms that sentences state, in order; none lies before the publication.

    Args:
        is_call: the page is a call by its own head: a day until which something lasts ends its term, whatever is done.
    """
    found: list[LastDay] = []
    for s in sentences[:_SENTENCES]:
        for day, is_extension in _of_sentence(s, is_call=is_call):
            if published is not None and (day.date.value or "") < published.isoformat():
                continue
            if is_extension:
                for old in found:
                    tell(_EXTENDED.id, old.date.raw, f"sentence {old.sentence.index + 1}", overruled_by=_EXTENDED.id)
                found.clear()
            found.append(day)
    return found


def _of_sentence(s: Sentence, *, is_call: bool) -> Iterator[tuple[LastDay, bool]]:
    """(a last day, whether it extends the term) of one sentence."""
    if not s.dated or is_history(s):
        return
    is_handing = _HANDS_IN.search(s.text)
    if not is_call and is_handing is None and _TERM.search(s.text) is None:
        return
    if (m := CALLED_OFF.search(s.text)) is not None:
        tell(CALLED_OFF.id, m.group(), f"sentence {s.index + 1}", overruled_by=CALLED_OFF.id)
        return
    for i, d in enumerate(s.dated):
        first = _first_of_range(s, i)
        day = with_year(d.date, s.published)
        if day.precision != "day" or day.value is None or day.leads_on or d.role in _NEVER:
            continue
        before = s.text[max(0, d.start - _BEFORE) : d.start]
        if OF_AGE.search(before):
            continue
        past = s.dated[i - 1].date.end if i else 0
        if m := _WAS_FIRST.search(s.text, max(past, d.start - _BEFORE), d.start):
            tell(_WAS_FIRST.id, m.group() + d.date.raw, f"sentence {s.index + 1}", overruled_by=_WAS_FIRST.id)
            continue
        extended = _EXTENDED.search(before)
        is_by_word = _BY_WORD.search(s.text, max(past, d.start - _BEFORE), d.start) is not None
        if extended is None and not _is_last(d, first, is_by_word, is_call or is_handing is not None):
            continue
        is_until = d.role != "deadline"
        if is_no_term(s, d, past, is_until=is_until, is_extension=extended is not None):
            continue
        rule = _EXTENDED if extended else _HANDS_IN if is_handing else _TERM
        words = is_handing.group() if is_handing else "…"
        tell(rule.id, f"{words} · {d.date.raw}", f"sentence {s.index + 1}")
        yield LastDay(s, day, _began(s, i, first)), extended is not None


def _first_of_range(s: Sentence, i: int) -> PartialDate | None:
    """The day with which the range begins that the i-th date ends; a list of days is none."""
    before = s.dated[i - 1] if i else None
    if before is None or before.date.precision != "day":
        return None
    end = s.dated[i].start
    if before.date.leads_on:
        is_range = _RANGE.search(s.text, before.start, end) is not None
    else:
        gap = s.text[before.date.end : end]
        is_range = len(gap) <= _GAP and _RANGE.search(gap) is not None
    is_between = _BETWEEN.search(s.text, max(0, before.start - _GAP), before.start) is not None
    return with_year(before.date, s.published) if is_range or is_between else None


def _is_last(d: Dated, first: PartialDate | None, is_by_word: bool, is_handing: bool) -> bool:
    """Whether a day ends a term: by its word; 'until' and a range need what is done in them."""
    # A sitting that is put off from one day to another has no term.
    if d.role == "moved_to" and first is not None:
        return False
    return d.role == "deadline" or (is_handing and (d.role == "until" or is_by_word or first is not None))


def _began(s: Sentence, i: int, first: PartialDate | None) -> PartialDate | None:
    """The day on which the term of the i-th date begins: of its range, or by its own word or verb before."""
    if first is not None:
        return first
    before = s.dated[i - 1] if i else None
    if before is None or before.date.precision != "day":
        return None
    is_begun = before.role == "start" or _BEGINS.search(s.text, max(0, before.start - _BEGIN_REACH), before.start)
    return with_year(before.date, s.published) if is_begun else None
