"""Sessions that a page names in passing: the one that approved what is signed, decided what is now carried out.

Such a page is about the signing or the grants. It names the session behind words that go back to it, with no verb of
meeting in between, and names it in no other way.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.kinds.meetings import OPENING
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

_SESSION = Rule(
    "kind.any_session",
    "(?: {session_noun} | {the_session} )",
    ("دورته العادية", "la session de mai", "the May session"),
    ("التكوين", "la formation"),
)
_GOES_BACK = Rule(
    "kind.session_aside",
    "(?: {had_approved} | {carrying_out_decision} )",
    (
        "وكان المجلس قد صادق على الاتفاقية في دورته",
        "تنفيذا لمقرر المجلس المتخذ في",
        "que le conseil avait approuvée",
        "en application de la délibération",
        "which the council had approved",
    ),
    ("صادق المجلس على الاتفاقية", "le conseil a approuvé"),
)
_MEETS = Rule(
    "kind.session_meets",
    "(?: {has_met} | {meets} | {takes_place} )",
    ("يعقد المجلس", "s'est réuni", "will be held"),
    ("المتخذ",),
)


def is_session_aside(context: DocumentContext) -> bool:
    """Whether every session that the title and the opening name is one to which the page only goes back."""
    is_named = False
    for text in (fold(context.title or ""), *(s.text for s in context.sentences[:OPENING])):
        for m in _SESSION.finditer(text):
            back = next(iter(_GOES_BACK.finditer(text, 0, m.start())), None)
            if back is None or _MEETS.search(text, back.end(), m.start()) is not None:
                return False
            is_named = True
    if is_named:
        tell(_GOES_BACK.id, "a session named in passing", "opening")
    return is_named
