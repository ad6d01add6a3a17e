"""Days on which, as a sentence says, nothing took place or will: denied, called off, put off, a counted period."""

from __future__ import annotations

import datetime as dt

from ingest.read.context import Sentence
from ingest.read.own_days import last_of
from ingest.read.rules import Rule, tell
from ingest.text.dates import PartialDate

_DID_NOT = Rule(
    "event.did_not",
    "(?:{did_not} | {is_called_off} | {asked_for} [^.;]{0,80} {to_convene})",
    (
        "aucune réunion n'a été organisée",
        "n'aura pas lieu",
        "لم تنظم أي لقاء",
        "غير أنه ألغي",
        "no meeting with developers was held",
        "has been cancelled",
        "ont demandé au président de convoquer",
    ),
    ("une réunion a été organisée", "نظمت لقاء", "a meeting was held"),
)
#: Behind a denial: what took place after all, or will.
_BUT = Rule("event.but", "{but_rather}", ("mais le 22", "بل يوم", "but on"), ("jamais", "قبل"))
_PUT_OFF = Rule(
    "event.put_off",
    "{postponed}",
    ("est reporté à une date ultérieure", "تأجيل الورشة", "is postponed"),
    ("un rapport",),
)
#: What goes on for longer is no event: 'between January and April the library held 31 workshops'.
_LONGEST_DAYS = 45


def is_denied(s: Sentence, day: PartialDate) -> bool:
    """Whether a sentence says that nothing was or will be held on a day."""
    for m in _DID_NOT.finditer(s.text):
        if day.start < m.end() or _BUT.search(s.text, m.end(), day.start) is None:
            tell(_DID_NOT.id, f"{m.group()} · {day.raw}", f"sentence {s.index + 1}", overruled_by=_DID_NOT.id)
            return True
    is_planned = any(d.role == "planned" and d.start == day.start for d in s.dated)
    if is_planned and (put_off := _PUT_OFF.search(s.text)) is not None:
        tell(_PUT_OFF.id, f"{put_off.group()} · {day.raw}", f"sentence {s.index + 1}", overruled_by=_PUT_OFF.id)
        return True
    return False


def is_period(s: Sentence, day: PartialDate) -> bool:
    """Whether a day begins a time of months of which a sentence counts what was done in it."""
    end = last_of(s, day)
    if end is None or end.value is None or day.value is None or len(day.value) != len("2025-01-01"):
        return False
    return (dt.date.fromisoformat(end.value) - dt.date.fromisoformat(day.value)).days > _LONGEST_DAYS
