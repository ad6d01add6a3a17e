"""Calls for the views of the public: until when views are taken, and the meetings at which they are heard."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.rules import Rule, tell
from ingest.records import Consultation, Event, StatedDate
from ingest.text.dates import PartialDate
from ingest.text.fold import clean, fold
from ingest.text.limits import limited

_MEETING = Rule(
    "consultation.public_meeting",
    "{public_meeting}",
    ("الورشة التشاورية التي ستقام", "deux rencontres publiques", "a public hearing"),
    ("ملتقى", "permanent", "heard"),
)
_TAKES_PLACE = Rule(
    "consultation.takes_place",
    "(?: {takes_place} | {planned} | {will_be} | takes[ ]place | (?:est|sont)[ ]prevue?s? )",
    ("ستقام", "sont prévues", "takes place", "will be held"),
    ("أقيمت", "a eu lieu", "took place"),
)
#: Sentences in which a call says its days; so far behind the name of a meeting stands its day.
_DAYS, _REACH = 14, 160
#: So near stand the two days of a range.
_RANGE = 20
#: What a day may be of that is the day of a meeting.
_MEETING_ROLES = ("held", "unbound", "planned", "session")
_LAST_ROLES = ("deadline", "until")


def read_called_consultation(context: DocumentContext, out: Emitter) -> bool:
    """The call of a page whose title says that it is one; whether it states a day."""
    sentences = context.sentences[:_DAYS]
    meetings = [found for s in sentences for found in _meetings(s)]
    first, last = _term(sentences)
    for s, day in meetings:
        _tell_meeting(context, out, s, day)
    at = last or first
    if at is None:
        return bool(meetings)
    s = at[0]
    place = context.publisher_collectivity_id
    end = last[1].value if last else None
    begin = first[1].value if first else None
    out.add(
        Consultation(
            natural_key=f"consultation|{place or context.source_url}|{end or begin}",
            collectivity_id=place,
            title=_title(context, out, s),
            kind_code="other",
            status_code="announced",
            start_date=StatedDate.known(first[1] if first else None),
            end_date=StatedDate.known(last[1] if last else None),
            participant_count=None,
            origin=out.at(s, 0, len(s.text)),
        )
    )
    return True


def _is_day(date: PartialDate) -> bool:
    return date.precision == "day" and date.value is not None and not date.leads_on


def _term(
    sentences: list[Sentence],
) -> tuple[tuple[Sentence, PartialDate] | None, tuple[Sentence, PartialDate] | None]:
    """(first day, last day) of a call with their sentences: of one range, or each by its own word."""
    first = last = None
    for s in sentences:
        for i, d in enumerate(s.dated):
            before = s.dated[i - 1].date if i else None
            begins = before if before is not None and (before.leads_on or d.start - before.end <= _RANGE) else None
            if not _is_day(d.date) or d.role in ("law", "letter"):
                continue
            if last is None and (d.role in _LAST_ROLES or (begins is not None and d.role == "start")):
                last = s, d.date
                first = first or ((s, begins) if begins is not None and begins.value else None)
            elif first is None and d.role == "start":
                first = s, d.date
    return first, last


def _meetings(s: Sentence) -> Iterator[tuple[Sentence, PartialDate]]:
    """The days to come on which a sentence says that the public is heard."""
    for dated in s.dated:
        if dated.role not in _MEETING_ROLES or dated.date.precision != "day" or dated.date.value is None:
            continue
        low = max(0, dated.start - _REACH)
        meeting = max(_MEETING.finditer(s.text, low, dated.start), key=lambda m: m.start(), default=None)
        if meeting is None or _TAKES_PLACE.search(s.text, max(0, meeting.start() - 40), dated.start) is None:
            continue
        tell(_MEETING.id, f"{meeting.group()} · {dated.date.raw}", f"sentence {s.index + 1}")
        yield s, dated.date


def _title(context: DocumentContext, out: Emitter, s: Sentence) -> str:
    return limited(out.public(context.title or clean(s.folded.original)))


def _tell_meeting(context: DocumentContext, out: Emitter, s: Sentence, day: PartialDate) -> None:
    title = _title(context, out, s)
    place = context.publisher_collectivity_id or context.source_url
    out.add(
        Event(
            natural_key=f"event|consultation_meeting|{day.value}|{place}|{fold(title)[:80]}",
            kind_code="consultation_meeting",
            status_code="announced",
            title=title,
            start_date=StatedDate.known(day),
            start_month=day.month,
            start_weekday_code=day.weekday_code,
            place_name=None,
            place_collectivity_id=None,
            is_remote=False,
            origin=out.at(s, 0, len(s.text)),
        )
    )
