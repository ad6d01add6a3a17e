"""Calls for the views of the public: until when views are taken, and the meetings at which they are heard."""

from __future__ import annotations

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.notices.gatherings import read_gatherings
from ingest.read.notices.last_days import last_days
from ingest.records import Consultation, StatedDate
from ingest.text.dates import PartialDate
from ingest.text.fold import clean, compile_folded
from ingest.text.limits import limited

_ONLINE = compile_folded(r"الموقع|منصة|الكتروني|إلكتروني|رقمي|عبر الأنترنت|en ligne|plateforme|site")
#: Sentences in which a call says its days.
_DAYS = 14


def read_called_consultation(context: DocumentContext, out: Emitter) -> bool:
    """The call of a page whose title or opening says that it is one; whether it states a day."""
    term = _term(context)
    days = frozenset(day.value for day in term[1:] if day is not None) if term is not None else frozenset()
    is_called = read_gatherings(context, out, ("consultation_meeting",), apart_from=days)
    if term is None:
        return is_called
    s, first, last = term
    place = context.publisher_collectivity_id
    end = last.value if last else None
    begin = first.value if first else None
    out.add(
        Consultation(
            natural_key=f"consultation|{place or context.source_url}|{end or begin}",
            collectivity_id=place,
            title=_title(context, out, s),
            kind_code="online" if _ONLINE.search(s.text) else "other",
            status_code="announced",
            start_date=StatedDate.known(first),
            end_date=StatedDate.known(last),
            participant_count=None,
            origin=out.at(s, 0, len(s.text)),
        )
    )
    return True


def _term(context: DocumentContext) -> tuple[Sentence, PartialDate | None, PartialDate | None] | None:
    """(the sentence, first day, last day) of a call; where only its beginning is said, that alone."""
    days = last_days(context.sentences[:_DAYS], context.published, is_call=True)
    if days:
        return days[0].sentence, days[0].first, days[0].date
    for s in context.sentences[:_DAYS]:
        for d in s.dated:
            if d.role == "start" and d.date.precision == "day" and d.date.value is not None:
                return s, d.date, None
    return None


def _title(context: DocumentContext, out: Emitter, s: Sentence) -> str:
    return limited(out.public(context.title or clean(s.folded.original)))
