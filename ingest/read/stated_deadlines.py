"""Deadlines that a text states and no notice holds: to register, to send views, to pay, to confirm one's presence.

A deadline that a tender or a call already has is none; nor is one in a text about a session or an agreement, where
terms bind the council and its partners, not the public.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.notices.last_days import last_days
from ingest.records import Consultation, StatedDate, StatedDeadline, Tender
from ingest.text.fold import clean, fold
from ingest.text.limits import limited

#: Kinds of documents whose terms are none of the public's.
_WITHOUT_TERMS = frozenset(
    ("session_report", "session_announcement", "minutes", "agreement", "publication_list", "statistics")
)
#: A text with more is a calendar.
_MOST = 20


def read_stated_deadlines(context: DocumentContext, out: Emitter, kind: str) -> None:
    """Every last day of a document that no other record holds."""
    if kind in _WITHOUT_TERMS:
        return
    taken = {r.closing_date.value for r in out.findings.of(Tender)}
    taken |= {r.end_date.value for r in out.findings.of(Consultation)}
    purposes: dict[int, str] = {}
    for day in last_days(context.sentences, context.published)[:_MOST]:
        s = day.sentence
        if day.date.value in taken:
            continue
        if s.index not in purposes:
            purposes[s.index] = limited(out.public(clean(s.folded.original)))
        purpose = purposes[s.index]
        if not purpose:
            continue
        taken.add(day.date.value)
        out.add(
            StatedDeadline(
                natural_key=f"deadline|{context.source_url}|{day.date.value}|{fold(purpose)[:60]}",
                collectivity_id=context.last_place(s, day.date.start),
                deadline_date=StatedDate.known(day.date),
                purpose=purpose,
                origin=out.at(s, 0, len(s.text)),
            )
        )
