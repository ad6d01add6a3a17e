"""Calls that a council addresses to the public: for projects that it supports, for candidates; with their days.

A call opens something to somebody: a page that only explains how support is asked for, or tells who got it, is none.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.notices.last_days import last_days
from ingest.read.rules import Rule, tell
from ingest.records import Consultation, StatedDate
from ingest.text.fold import clean, fold
from ingest.text.limits import limited

#: What a call is among consultations → what its document is.
CALL_KINDS = {"call_for_projects": "grants", "call_for_candidates": "recruitment"}
_ASSOCIATIONS = Rule(
    "call.associations", "{associations}", ("دعم الجمعيات", "projets associatifs"), ("الجمعية العامة",)
)
_SUPPORTS = Rule("call.supports", "{supports}", ("دعم مشاريع", "une subvention"), ("طلبات",))
_OPENS = Rule(
    "call.opens",
    "{opens_a_call}",
    ("فتح باب إيداع", "عملية تلقي طلبات", "appel à projets", "déposer leur dossier"),
    ("تسليم المنح", "remise des chèques"),
)
_POSTS = Rule("call.posts", "{posts}", ("مناصب المسؤولية", "un poste de chef"), ("نصب",))
_CANDIDATES = Rule(
    "call.candidates",
    "{seeks_candidates}",
    ("باب الترشيحات", "منصب شاغر", "appel à candidatures"),
    ("رشح",),
)
_ANNOUNCES = Rule("call.announces", "{announces}", ("تعلن الجماعة", "lance un appel"), ("معلنة",))
#: Sentences in which a call says what it is.
_HEAD = 3


def read_call(context: DocumentContext, out: Emitter) -> bool:
    """The call of a document, kept as a consultation of the kind of calls; whether there is one."""
    head = context.sentences[:_HEAD]
    if not head:
        return False
    texts = [f"{fold(context.title or '')} . {head[0].text}", *(s.text for s in head[1:])]
    term = next(iter(last_days(context.sentences, context.published, is_call=True)), None)
    first, last = (term.first, term.date) if term is not None else (None, None)
    code = _code([" . ".join(texts)] if last is not None else texts, is_dated=last is not None)
    if code is None or (last is None and not any(_ANNOUNCES.search(text) for text in texts)):
        return False
    place = next((p.collectivity_id for s in head for p in s.places if p.collectivity_id and not p.is_city), None)
    place = place or context.publisher_collectivity_id
    s = term.sentence if term is not None else head[0]
    days = f"{first.value if first else ''}|{last.value if last else ''}"
    out.add(
        Consultation(
            natural_key=f"consultation|{place or context.source_url}|{code}|{days.strip('|') or context.source_url}",
            collectivity_id=place,
            title=limited(out.public(context.title or clean(head[0].folded.original))),
            kind_code=code,
            status_code="announced",
            start_date=StatedDate.known(first),
            end_date=StatedDate.known(last),
            participant_count=None,
            origin=out.at(s, 0, len(s.text)),
        )
    )
    tell(_OPENS.id if code == "call_for_projects" else _CANDIDATES.id, s.text[:60], f"sentence {s.index + 1}")
    return True


def _code(texts: list[str], *, is_dated: bool) -> str | None:
    """The kind of call of which the parts stand together in one text; a last day says that something is open."""
    for text in texts:
        if _ASSOCIATIONS.search(text) and _SUPPORTS.search(text) and (is_dated or _OPENS.search(text)):
            return "call_for_projects"
        if _POSTS.search(text) and _CANDIDATES.search(text):
            return "call_for_candidates"
    return None
