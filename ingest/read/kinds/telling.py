"""Whether a dated page tells something that was done or invites to something, in no words that a reader knows better.

A council's site dates what it tells. A dated page that opens with what was done is news; so is one that invites to a
contest or a festival. A cut of water, a closed street are neither: they are notices, and left as they are.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.own_days import is_history
from ingest.read.rules import Rule, tell
from ingest.read.told_acts import NO_ACT, TAKES_PLACE, TOOK_PLACE
from ingest.text.fold import fold

_DONE = Rule(
    "kind.was_done",
    "{was_done}",
    ("صدر المرسوم", "s'est rendu sur le chantier", "a bénéficié", "was inaugurated", "Beni Khyal celebrated"),
    ("a lieu chaque année", "الصدر", "is open"),
)
#: The Arabic perfect by its form: a feminine ending, or a derived stem without the long vowel of its noun of action.
_PERFECT = Rule(
    "kind.perfect",
    r"^ [\W\d]* (?:و)? (?: [ء-ي]{3,6}(?<!ا)ت | است[ء-ي]{2}(?<!ا)[ء-ي](?:ت|وا)? | ان[ء-ي](?!ا)[ء-ي]{2}(?:ت|وا)?"
    r" | ا(?!ل)[ء-ي]ت[ء-ي](?!ا)[ء-ي](?:ت|وا)? ) (?= [ ] )",
    ("استفادت 30 منتخبة من دورة", "انطلق موسم السباحة", "احتضنت القاعة", "توجت الفرقة"),
    ("انقطاع الماء", "استقبال وفد", "المجلس يتداول", "مجالات التعاون"),
)
_NAMED = Rule(
    "kind.gathering_named",
    "{gathering_named}",
    ("مسابقة في الرسم", "la troisième édition du concours", "the Lagoon Festival"),
    ("المدينة", "la commune"),
)
#: Sentences with which a page begins to tell; an Arabic sentence that tells begins with its verb.
_FIRST, _NEAR = 2, 45


def tells_or_invites(context: DocumentContext) -> bool:
    """Whether a dated page opens by telling what was done, or invites to a gathering that it names."""
    if context.published is None or (found := opens_by_telling(context)) is None:
        return False
    rule, words, place = found
    tell(rule.id, words, place)
    return True


def opens_by_telling(context: DocumentContext) -> tuple[Rule, str, str] | None:
    """The rule, its words and their place by which a page, dated or not, opens by telling or inviting; else None."""
    title = fold(context.title or "")
    told = [s for s in context.sentences if s.text != title][:_FIRST]
    if not told or any(is_history(s) for s in told) or any(NO_ACT.search(t) for t in (title, *(s.text for s in told))):
        return None
    for s in told:
        for rule in (_DONE, _PERFECT, TOOK_PLACE):
            if m := rule.search(s.text, 0, _NEAR if context.language == "ar" else len(s.text)):
                return _DONE, m.group(), f"sentence {s.index + 1}"
    for s in told:
        if TAKES_PLACE.search(s.text) and (m := _NAMED.search(f"{title} . {s.text}")):
            return _NAMED, m.group(), f"sentence {s.index + 1}"
    return None
