"""Words of acts: who was received, what was opened; and whether a page opens by telling that something took place."""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.own_days import RELATIVE, is_history
from ingest.read.rules import Rule, tell

SIGNS = Rule(
    "event.signing",
    "{signs}",
    ("وقع رئيس الجماعة اتفاقية", "تم التوقيع على اتفاقية", "ont signé une convention", "signed an agreement"),
    ("الاتفاقية الموقعة", "la convention signée"),
)
ACTS = (
    ("signing", SIGNS),
    ("reception", Rule("event.reception", "{receives}", ("استقبل الرئيس", "a reçu", "received"), ("يستقبل",))),
    ("visit", Rule("event.visit", "{visits}", ("قام بزيارة", "une visite", "visited"), ("الزائر",))),
    ("ceremony", Rule("event.ceremony", "{celebrates}", ("حفل تكريم", "cérémonie", "inaugurated"), ("حافلة",))),
    ("meeting", Rule("event.meeting", "{comes_together}", ("اجتماعا", "une réunion", "met"), ("مجتمع",))),
    ("activity", Rule("event.activity", "{acts}", ("أشرف على", "a procédé", "took part"), ("إشراف",))),
)
NO_ACT = Rule(
    "event.no_act",
    "{no_act}",
    ("انقطاع الماء", "إشعار للعموم", "coupure d'eau", "closed on"),
    ("وقف السيد العامل",),
)
TOOK_PLACE = Rule(
    "event.is_told",
    "{took_place}",
    ("استقبل الرئيس", "جرى تسليم", "a reçu", "was held"),
    ("سيتم", "aura lieu"),
)
TAKES_PLACE = Rule(
    "event.is_announced",
    "{takes_place}",
    ("تنظم الجماعة", "ستحتضن المدينة", "aura lieu", "will be held"),
    ("نظمت الجماعة", "a eu lieu"),
)
#: So many sentences say what is told.
_FIRST = 2


def is_told(context: DocumentContext) -> bool:
    """Whether the first sentences tell that something took place, be it without a day."""
    for s in context.sentences[:_FIRST]:
        verb = TOOK_PLACE.search(s.text)
        if verb is None or is_history(s) or NO_ACT.search(s.text) or RELATIVE.search(s.text, 0, verb.start()):
            continue
        if (found := next(((r, m) for _, r in ACTS[:-1] if (m := r.search(s.text))), None)) is not None:
            tell(found[0].id, found[1].group(), f"sentence {s.index + 1}")
            return True
    return False
