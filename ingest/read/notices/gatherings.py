"""Days to come on which those whom a notice addresses come together: a site is shown, stands are auctioned, candidates
are heard, the public is informed or asked.

The notice's own last day is none, nor is one before its publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.read.context import DocumentContext, Sentence
from ingest.read.dated import Dated
from ingest.read.emit import Emitter
from ingest.read.not_held import is_denied
from ingest.read.notices.last_days import OF_AGE
from ingest.read.own_days import is_ground, last_of, with_year
from ingest.read.rules import Rule, tell
from ingest.records import Event, StatedDate
from ingest.text.dates import PartialDate
from ingest.text.fold import clean, fold
from ingest.text.limits import limited

_SITE_VISIT = Rule(
    "notice.site_visit",
    "{site_visit}",
    ("تنظم زيارة للموقع", "une visite des lieux", "a site visit"),
    ("زيارة الوفد", "visite officielle"),
)
_AUCTION = Rule("notice.auction", "{auction}", ("سمسرة عمومية", "vente aux enchères", "public auction"), ("سمسار",))
_SELECTION = Rule(
    "notice.selection",
    "{selection}",
    ("المقابلات الانتقائية", "اختبار كتابي", "entretiens de sélection", "Tests physiques", "Interviews"),
    ("بالمقابل", "attestation", "interviewed"),
)
_INFORMATION = Rule(
    "notice.information_meeting",
    "{information_meeting}",
    ("لقاء إخباري", "une séance d'information", "an information session"),
    ("لمزيد من المعلومات", "pour toute information"),
)
_MEETING = Rule(
    "consultation.public_meeting",
    "{public_meeting}",
    ("الورشة التشاورية التي ستقام", "deux rencontres publiques", "a public hearing"),
    ("ملتقى", "permanent", "heard"),
)
#: Kind of event → the noun that names such a day.
KINDS = {
    "visit": _SITE_VISIT,
    "activity": _AUCTION,
    "competition": _SELECTION,
    "communication_meeting": _INFORMATION,
    "consultation_meeting": _MEETING,
}
_TAKES_PLACE = Rule(
    "notice.takes_place",
    "(?: {takes_place} | {planned} | {will_be} | {notice_held} | takes[ ]place | (?:est|sont)[ ]prevue?s? )",
    ("ستقام", "sont prévues", "takes place", "will be held", "سيجرى", "il sera procédé", "procédera"),
    ("أقيمت", "a eu lieu", "took place", "جرت"),
)
#: So far behind its noun stands a day, and so near before it.
_REACH, _AHEAD = 160, 70
_AGE_REACH = 40
_SENTENCES = 20
_ROLES = ("held", "unbound", "planned", "session", "moved_to")
#: 'Entretiens : 14 mai' needs no verb.
_COLON = re.compile(r"^[^:.;]{0,40}: ?$")


def read_gatherings(
    context: DocumentContext, out: Emitter, kinds: Sequence[str], *, apart_from: frozenset[str | None]
) -> bool:
    """Events of some kinds that a notice calls to; whether there is one.

    Args:
        kinds: keys of `KINDS`.
        apart_from: days that the notice has for something else (its last day).
    """
    told: set[str | None] = set(apart_from)
    # An auction is named once, by the title or the first words; the sentence of its day only says that it is held.
    opening = f"{fold(context.title or '')} . {context.sentences[0].text if context.sentences else ''}"
    is_auction = "activity" in kinds and _AUCTION.search(opening) is not None
    for s in context.sentences[:_SENTENCES]:
        for kind, rule, words, day in _called(s, kinds, is_auction=is_auction):
            is_past = context.published is not None and (day.value or "") < context.published.isoformat()
            if day.value in told or is_past:
                continue
            told.add(day.value)
            tell(rule.id, f"{words} · {day.raw}", f"sentence {s.index + 1}")
            tell_event(context, out, s, kind, day)
    return len(told) > len(apart_from)


def _called(s: Sentence, kinds: Sequence[str], *, is_auction: bool) -> Iterator[tuple[str, Rule, str, PartialDate]]:
    """(kind, rule, words, day) of a sentence."""
    past = 0
    for i, dated in enumerate(s.dated):
        day = with_year(dated.date, s.published)
        follows = i > 0 and s.dated[i - 1].date.leads_on
        is_of_age = OF_AGE.search(s.text, max(0, dated.start - _AGE_REACH), dated.start) is not None
        is_open = dated.role in _ROLES and not (is_of_age or is_denied(s, dated.date) or is_ground(s, dated.date))
        if is_open and day.precision == "day" and day.value is not None and not follows:
            for kind in kinds:
                m = _noun(s, KINDS[kind], dated, past)
                is_named = m is not None and _is_called(s, m, dated)
                held = _TAKES_PLACE.search(s.text, max(0, dated.start - _REACH), dated.date.end)
                if kind == "activity" and is_auction and not is_named and held:
                    yield kind, _AUCTION, held.group(), day
                    break
                if m is not None and is_named:
                    yield kind, KINDS[kind], m.group(), day
                    break
        past = dated.date.end


def _noun(s: Sentence, rule: Rule, dated: Dated, past: int) -> re.Match[str] | None:
    """The noun of a day: the nearest before it, else the first right behind it."""
    before = max(
        rule.finditer(s.text, max(0, dated.start - _REACH), dated.start), key=lambda m: m.start(), default=None
    )
    end = min(len(s.text), dated.date.end + _AHEAD)
    behind = rule.search(s.text, dated.date.end, end)
    return before if before is not None and (before.start() >= past or behind is None) else behind


def _is_called(s: Sentence, m: re.Match[str], dated: Dated) -> bool:
    """Whether a sentence says that what its noun names is to come on a day."""
    low, high = min(m.start(), dated.start), max(m.end(), dated.date.end)
    between = s.text[m.end() : dated.start] if m.end() <= dated.start else ""
    is_named = bool(between) and _COLON.match(between) is not None
    return is_named or _TAKES_PLACE.search(s.text, max(0, low - 60), high) is not None


def tell_event(context: DocumentContext, out: Emitter, s: Sentence, kind: str, day: PartialDate) -> None:
    """An announced event of a notice, called as the notice is."""
    title = limited(out.public(context.title or clean(s.folded.original)))
    place = context.publisher_collectivity_id or context.source_url
    out.add(
        Event(
            natural_key=f"event|{kind}|{day.value or ''}|{place}|{fold(title)[:80]}",
            kind_code=kind,
            status_code="announced",
            title=title,
            start_date=StatedDate.known(day),
            start_month=day.month,
            start_weekday_code=day.weekday_code,
            end_date=StatedDate.known(last_of(s, day)),
            place_name=None,
            place_collectivity_id=None,
            is_remote=False,
            origin=out.at(s, 0, len(s.text)),
        )
    )
