"""Sessions that one page tells of together: two of a kind with a day each, those of several councils under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.councils.session_mentions import OWN_ROLES, SessionMention, of_words
from ingest.read.councils.session_patterns import MONTH
from ingest.read.dated import Dated
from ingest.read.rules import Rule
from ingest.text.dates import MONTHS
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import ORDINALS

_TWO = Rule(
    "session.two_of_a_kind",
    r"(?:(?<!\w)[ولبفك]?(?:ال)?دورت(?:ين|ان|ا|ي)[ ](?:ال)?(?:(?P<ordinary>عاديت)|(?P<extra>استثنائيت))(?:ين|ان)"
    r"|(?:deux|two)[ ](?:(?P<en_ordinary>ordinary)|(?P<en_extra>extraordinary))?[ ]?sessions"
    r"(?:[ ](?:(?P<fr_ordinary>ordinaires)|(?P<fr_extra>extraordinaires)))?)",
    ("انعقاد دورتين استثنائيتين", "deux sessions extraordinaires", "two extraordinary sessions"),
    ("دورتي فبراير", "la session extraordinaire"),
    ("دور", "sessions"),
)
_ONE_OF_THEM = re.compile(
    rf"(?<!\w){fold('و')}?(?:{'|'.join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))})(?!\w)"
)
#: So near behind 'the first' stands its day.
_NEAR = 30
ROUND = "session.round"
_ROUND = Rule(
    ROUND,
    rf"(?:(?<!\w)[ولبفك]?(?:ال)?دورات[ ](?:شهر[ ])?(?P<month>{MONTH})(?:[ ](?P<year>20\d\d))?"
    r"(?:[ ](?P<ordinary>{ordinary!}))?"
    rf"|sessions[ ](?P<fr_ordinary>ordinaires)[ ](?:de[ ]|d')(?P<fr_month>{MONTH})(?:[ ](?P<fr_year>20\d\d))?"
    rf"|(?P<en_month>{MONTH})[ ](?:(?P<en_year>20\d\d)[ ])?(?P<en_ordinary>ordinary[ ])?sessions)",
    ("دورات فبراير 2024 العادية", "sessions ordinaires de février 2024", "February 2024 ordinary sessions"),
    ("دورة فبراير", "session ordinaire de février"),
    ("دور", "sessions"),
)
#: The session of the council whose heading stands above.
_THE_SESSION = re.compile(fold_pattern(r"(?<!\w)[وف]?(?:ال)?دورة(?!\w)|(?<!\w)(?:la|sa|the|its) session(?!\w)"))
_OPENING = 4
#: A heading that names a council says little besides.
_HEADING_CHARS = 40


def sessions_together(context: DocumentContext, mentions: list[SessionMention]) -> list[SessionMention]:
    """Mentions of two sessions of a kind, and of one session a council; `mentions` are those of single names."""
    return [*_of_two(context), *_of_round(context, mentions)]


def _of_two(context: DocumentContext) -> Iterator[SessionMention]:
    for s in context.sentences:
        m = _TWO.search(s.text) if s.has((fold("دور"), "sessions")) else None
        if m is None:
            continue
        g = m.groupdict()
        is_extra = any(g[k] for k in ("extra", "en_extra", "fr_extra"))
        is_ordinary = any(g[k] for k in ("ordinary", "en_ordinary", "fr_ordinary"))
        kind = "extraordinary" if is_extra else "ordinary" if is_ordinary else "unstated"
        found = [(o, d) for o in _ONE_OF_THEM.finditer(s.text, m.end()) if (d := _day_behind(s, o.end())) is not None]
        for o, d in found if len(found) > 1 else ():
            named = of_words(context, s, m, kind, _TWO.id)
            yield replace(
                named, start=o.start(), end=o.end(), month=d.date.month, year=d.date.year, days=(d,), low=o.start()
            )


def _day_behind(s: Sentence, at: int) -> Dated | None:
    near = (d for d in s.dated if 0 <= d.start - at <= _NEAR and d.date.precision == "day")
    return next((d for d in near if d.role in OWN_ROLES), None)


def _of_round(context: DocumentContext, mentions: list[SessionMention]) -> Iterator[SessionMention]:
    """One session of a month for each council that a heading names, where the page opens with the round of them."""
    opening = [(s, m) for s in context.sentences[:_OPENING] if (m := _ROUND.search(s.text)) is not None]
    if not opening:
        return
    # The title may leave out what the sentence below it says.
    s, m = max(opening, key=lambda found: sum(1 for value in found[1].groupdict().values() if value))
    g = m.groupdict()
    month = MONTHS[next(g[k] for k in ("month", "fr_month", "en_month") if g[k])]
    year = next((g[k] for k in ("year", "fr_year", "en_year") if g[k]), None)
    kind = "ordinary" if any(g[k] for k in ("ordinary", "fr_ordinary", "en_ordinary")) else "unstated"
    own: str | None = None
    named = {x.sentence.index for x in mentions}
    for below in context.sentences[s.index + 1 :]:
        if (heading := _council_of_heading(context, below)) is not None:
            own = heading
        elif own is not None and below.index not in named and (the := _THE_SESSION.search(below.text)) is not None:
            days = tuple(d for d in below.dated if d.role in OWN_ROLES and d.date.precision == "day")
            yield replace(
                of_words(context, below, the, kind, _ROUND.id),
                month=month,
                year=int(year) if year else None,
                collectivity_id=own,
                days=days,
            )


def _council_of_heading(context: DocumentContext, s: Sentence) -> str | None:
    """The commune that a heading is the name of, with or without its kind; None where several bear it."""
    if not s.is_line or len(s.text) > _HEADING_CHARS:
        return None
    if len(s.places) == 1:
        place = s.places[0]
        rest = s.text[: place.start] + s.text[place.end :]
        return place.collectivity_id if not any(c.isalnum() for c in rest) else None
    begin = len(s.text) - len(s.text.lstrip(" -•*:"))
    named = context.gazetteer.match_bare(s.text, begin, ("commune",), s.folded)
    return named[1] if named is not None and not any(c.isalnum() for c in s.text[named[0] :]) else None
