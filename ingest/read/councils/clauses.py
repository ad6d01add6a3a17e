"""Clauses of a sentence: what the council did with which act, found by the verbs that stand before or behind it.

A sentence is divided at its heads ('approved', 'was postponed', 'the first point concerns'): what lies between a head and
the next is the act. What is said of another body's vote, of an earlier session or of an election is no clause of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.read.councils import act_rules as rules
from ingest.read.councils.outcomes import Outcome, find_outcome, outcome_of
from ingest.read.rules import Rule, tell
from ingest.text.dates import MONTHS
from ingest.text.numbers import NUMBER, ORDINALS

#: A sentence ends at a stop before a space, not behind a lone letter.
_END = re.compile(r"(?<![ (.][a-z])(?<!^[a-z])[.!?](?= |$)")
#: What a sentence is about stands so near its beginning.
_OPENING_CHARS = 3
#: Words of a manner right behind a verb: 'by a majority of the members present', 'by 17 votes and 5 abstentions'.
_MANNER = re.compile(
    r"[ ,]*(?=a l'unanimite|a la |par |by |with |avec \d|unanimously|egalement|aussi|ensuite|enfin|also|then)(?:[ ,]*\b(?:a|par|by|with|avec|l'unanimite|unanimously|la|a|majorite|majority|absolue|relative|absolute|des|of|the(?= (?:members"
    r"|votes|council))|members|membres|presents?|suffrages|exprimes|voix|votants|votes?|pour|contre|for|against|et(?= \d)|and(?= \d)|to(?= \d)"
    r"|abstentions?|conseillers|elus|en exercice|egalement|aussi|ensuite|enfin|also|then|\d{1,3})(?!\w))+[ ,]*"
)
_ARABIC_MANNER = re.compile(
    r"[ ,]*(?:(?<!\w)(?:ب(?:ال)?(?:اجماع|اغلبيه)|ب ?\d{1,3} (?:صوتا?|اصوات|عضوا?|اعضاء))(?: (?:ال)?(?:اعضا\w*|حاضر\w*|اصوات|معبر|عنها|مطلقه|نسبيه|مستشار\w*|مصوت\w*"
    r"|صوتا?|مقابل|ضد|\d{1,3})(?!\w))*)"
)
_UNANIMOUS_TAIL = re.compile(
    r"[ ,]*(?:\ba l'unanimite\b|\ba la (?:quasi-)?majorite\b|\bpar \d+ voix\b|\bunanimously\b|\bby (?:a majority|\d+ votes)\b)"
)
_LEADING = re.compile(
    r"^(?:[ ,:-]+|(?:كل من|كذلك|ايضا|كلا من|notamment|including|de|du|des|au|aux|a|d')(?: |(?<='))|الى )+"
)
_TRAILING = re.compile(
    r"(?:[ ,:;-]+|[ ](?:et|and|en|il|elle|ils|it|he|و|كما|فيما|اما|بينما|في حين|ثم|قبل ان|حيث|و?قد|فقد|ف|و?في (?:الاخير|الختام|النهايه)|و?اخيرا|par ailleurs|egalement|de plus|enfin"
    r"|tandis que|alors que|while|whereas|revanche))+$"
)
#: The manner of a vote ahead of who voted: 'by 24 votes to 10, the council …'.
_MANNER_AHEAD = re.compile(
    r"[ ,]*(?:par \d|a l'unanimite|a la majorite|by \d|by a majority|unanimously|ب(?:ال)?(?:اجماع|اغلبيه))"
)
#: Another clause begins.
_NEXT_CLAUSE = re.compile(r"(?:, (?:while|whereas|tandis que|alors que|mais|but)|;) ")
_NUMBER = re.compile(NUMBER)
#: Between points in one line.
_BETWEEN = re.compile(
    r" - | ?[;•] ?(?:و(?=\w)|et |and )?| / |, و(?=(?:ال)?(?:دراسه|مصادقه|موافقه|تصويت|مناقشه|عرض|اعاده)(?!\w))"
)
_LISTED_CHARS = 6
_ARABIC_NOUN = re.compile(r" ?(?P<noun>[ء-ي]{4,})")
#: Ahead of the subject of a sentence: 'during this session, …'.
_ADVERBIAL = re.compile(
    r"^(?:(?:et |puis |enfin |alors qu[e'] ?|tandis qu[e'] ?|par ailleurs,? |de meme,? |en outre,? |while |whereas |and )+"
    r"|(?:au|lors|apres|dans|en|a|durant|pendant|suite|during|after|at|in|on|following|by|finally)\b[^,]{0,160}, (?=\w))+"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Clause:
    """What a sentence says of one act, at folded offsets [start, end) of its line; empty where it names none."""

    kind: str
    """decided, studied, ordinal, only or said (of what was spoken of before)."""
    start: int
    end: int
    outcome: Outcome | None = None
    number: int | None = None
    is_linked: bool = True
    """An ordinal has words that say what its point is about."""
    is_certain: bool = True
    """Words that can only mean this point: 'this point', 'it'."""


@dataclass(frozen=True)
class _Head:
    kind: str
    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    result: str | None = None
    is_before: bool = True

    def is_object_of(self, other: _Head, text: str) -> bool:
        """Whether a study stands among the words of a decision: 'postponed the examination of …'."""
        is_study = self.kind == "decided" and self.is_before and other.kind == "studied"
        return is_study and not re.search(r"[,;]", text[self.end : other.start])


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a folded line."""
    at = 0
    for m in [*_END.finditer(text), None]:
        end = m.start() if m else len(text)
        if text[at:end].strip():
            yield at, end
        at = m.end() if m else end


def clauses_of(text: str, month: int | None = None, is_ours: bool = True) -> tuple[list[Clause], bool]:
    """Clauses of a folded line, in order, and whether the council is who the line speaks of last.

    Args:
        month: of the page's session: what is told of a session of another month is not this session's.
        is_ours: whether the council was who the line before spoke of.
    """
    found: list[Clause] = []
    for start, end in sentences_of(text):
        of_sentence, is_ours = _of_sentence(text, start, end, is_ours, month)
        found += of_sentence
    return found, is_ours


def _of_sentence(text: str, start: int, end: int, is_ours: bool, month: int | None) -> tuple[list[Clause], bool]:
    """The clauses of one sentence, and whether its last subject is the council."""
    outside = rules.OUTSIDE_MEETING.search(text, start, end)
    if outside is not None:
        tell(rules.OUTSIDE_MEETING.id, outside.group(), text[start : start + 40])
        return [], False
    is_ours = is_ours or rules.NAMED_COUNCIL.search(text, start, end) is not None
    if (listed := list(_listed(text, start, end))) and rules.EARLIER.search(text, start, end) is None:
        return listed, is_ours
    heads = _heads(text, start, end)
    earlier = _earlier(text, start, end, month)
    found: list[Clause] = []
    for i, head in enumerate(heads):
        low = heads[i - 1].end if i else start
        high = heads[i + 1].start if i + 1 < len(heads) else end
        if head.kind != "decided":
            found += _told(text, head, high)
            continue
        is_ours = _is_ours(text, head, low, is_ours)
        if rules.ELECTED.search(text, low, high) is not None:
            tell(head.rule.id, head.match.group(), text[low : low + 40], overruled_by=rules.ELECTED.id)
        elif not is_ours:
            tell(head.rule.id, head.match.group(), text[low : low + 40], overruled_by=rules.OUTSIDE.id)
        elif earlier is not None and earlier < high:
            tell(head.rule.id, head.match.group(), text[low : low + 40], overruled_by=rules.EARLIER.id)
        elif rules.RELATIVE.search(text, low, head.start) is not None:
            found += _described(text, head, high, found)
        else:
            tell(head.rule.id, head.match.group(), text[low : low + 40])
            found += _decided(text, head, low, high, is_first=i == 0)
    if earlier is None and is_ours and rules.ELECTED.search(text, start, end) is None:
        first = min((h.start for h in heads if h.kind == "decided"), default=end)
        regarding = list(_regarding(text, start, first))
        found = [*regarding, *found]
        if not any(c.outcome is not None for c in found):
            found += _said(text, start, end)
    return found, is_ours


def _heads(text: str, start: int, end: int) -> list[_Head]:
    """The heads of a sentence, none inside another."""
    found = [
        _Head("decided", m.start(), m.end(), rule, m, _result(rule, m), is_before)
        for group, is_before in ((rules.HEADS_BEFORE, True), ((rules.WAS_VOTED,), False))
        for rule in group
        for m in rule.finditer(text, start, end)
    ]
    found += [
        _Head("only", m.start(), m.end(), rules.ONLY_POINT, m) for m in rules.ONLY_POINT.finditer(text, start, end)
    ]
    found += [
        _Head("ordinal", m.start(), m.end(), rules.ORDINAL_POINT, m)
        for m in rules.ORDINAL_POINT.finditer(text, start, end)
        if _is_point(text, m, start, end)
    ]
    if not any(h.kind in ("only", "ordinal") for h in found):
        found += [
            _Head("studied", m.start(), m.end(), rules.STUDIED, m)
            for m in rules.STUDIED.finditer(text, start, end)
            if not any(m.start() <= h.start < m.end() for h in found)
        ]
    found.sort(key=lambda h: (h.start, -h.end))
    kept: list[_Head] = []
    for head in found:
        last = kept[-1] if kept else None
        if last is not None and head.start < last.end:
            continue
        if last is not None and last.is_object_of(head, text):
            continue
        kept.append(head)
    return kept


def _result(rule: Rule, m: re.Match[str]) -> str:
    groups = m.groupdict()
    named = next((r for r in ("rejected", "postponed", "withdrawn", "adopted") if groups.get(r)), None)
    return named or rules.RESULT_OF[rule.id]


def _is_point(text: str, m: re.Match[str], start: int, end: int) -> bool:
    """Whether an ordinal names a point: it says so, or stands in a sentence about points with what it is about."""
    groups = m.groupdict()
    if groups["point"] or groups["fpoint"]:
        return True
    has_link = groups["link"] or groups["flink"] or groups["det"]
    return bool(has_link) and rules.POINT_WORD.search(text, 0, end) is not None


def _earlier(text: str, start: int, end: int, month: int | None) -> int | None:
    """Where a sentence begins to speak of another session; None where it does not."""
    found = [m.start() for m in rules.EARLIER.finditer(text, start, end) if not m["of"]]
    if month is not None:
        found += [
            m.start()
            for m in rules.SESSION_OF_MONTH.finditer(text, start, end)
            if MONTHS.get(m["month"], month) != month
        ]
    return min(found, default=None)


def is_of_earlier(text: str, start: int, end: int, month: int | None) -> bool:
    """Whether a sentence speaks of another session than the page's."""
    return _earlier(text, start, end, month) is not None


def _is_ours(text: str, head: _Head, low: int, before: bool) -> bool:
    """Whether the council is who decides: by the subject next to the verb, else by the one before."""
    gap = head.match.groupdict().get("gap") or ""
    if gap:
        return before and rules.OUTSIDE.search(gap) is None
    if not head.is_before or head.rule not in (rules.VOTED, rules.ASSENTED, rules.VOTED_EN):
        return before
    if rules.COUNCIL.search(head.match.group()) is not None:
        return before
    subject = text[low : head.start]
    if not _WORD.search(subject) or re.search(r"(?:\bet|\band|,)\s*$", subject) or head.match.group().startswith("et "):
        return before and low > 0
    ours = [m.start() for m in rules.COUNCIL.finditer(subject)]
    others = [m.start() for m in rules.OUTSIDE.finditer(subject)]
    if ours or others:
        return before and max(ours, default=-1) > max(others, default=-1)
    return before and re.search(r"\b(?:il|elle|ils|elles|it|they|on)\b", subject) is not None


def _told(text: str, head: _Head, high: int) -> Iterator[Clause]:
    """A point that is named by its place, as the only one, or as what was studied."""
    groups = head.match.groupdict()
    number = None
    is_linked = True
    if head.kind == "ordinal":
        words = groups["o"] or groups["of"]
        digits = re.match(r"\d+", words)
        number = int(digits.group()) if digits else ORDINALS.get(words)
        is_linked = bool(groups["verb"] or groups["link"] or groups["flink"])
    start, stop = _trimmed(text, head.end, _cut(text, head.end, high))
    if head.kind != "studied" and re.match(r"ب\w{3}", text[start:stop]):
        start += 1  # 'concerns' takes "in" before what it is about.
    outcome = None
    if head.kind != "studied":
        outcome = find_outcome(text[:high], start)
        if outcome is not None and outcome.is_vote and outcome.start - start >= 8:
            stop = _trimmed(text, start, min(stop, outcome.start))[1]
        else:
            outcome = None
    elif not any(rule.search(text, 0, high) for rule in (rules.SESSION_WORD, rules.COUNCIL, rules.ITS_AGENDA)):
        return
    if head.kind == "studied" and rules.VAGUE.search(text[start:stop]):
        return
    tell(head.rule.id, head.match.group(), text[start : start + 40])
    yield Clause(head.kind, start, stop, outcome, number, is_linked)


def _listed(text: str, start: int, end: int) -> Iterator[Clause]:
    """'The points are the following: A - B - C': points in one line, divided by marks."""
    opening = rules.LISTED.search(text, start, end)
    if opening is None:
        return
    at = opening.end()
    cuts = [*_BETWEEN.finditer(text, at, end)]
    if not cuts:
        return
    for cut in [*cuts, None]:
        stop = cut.start() if cut else end
        first, last = _trimmed(text, at, stop)
        if last - first >= _LISTED_CHARS:
            tell(rules.LISTED.id, opening.group(), text[first : first + 40])
            yield Clause("listed", first, last)
        at = cut.end() if cut else end


def _described(text: str, head: _Head, high: int, before: list[Clause]) -> Iterator[Clause]:
    """'…, which was postponed', of a point that the same sentence names; of anything else it is a description."""
    if before and before[-1].kind in ("ordinal", "only") and before[-1].outcome is None:
        tell(head.rule.id, head.match.group(), text[before[-1].start : before[-1].start + 40])
        last = before.pop()
        stop = re.search(r"[ ,:-]*\w+[ ]*$", text[last.start : head.start])
        end = min(last.end, last.start + stop.start()) if stop else last.end
        outcome = outcome_of(text, head.start, high, head.result or "adopted")
        yield replace(last, end=_trimmed(text, last.start, end)[1], outcome=outcome)


def _decided(text: str, head: _Head, low: int, high: int, *, is_first: bool) -> Iterator[Clause]:
    """The acts of one head, each with its outcome."""
    assert head.result is not None
    if head.is_before:
        manner = _MANNER.match(text, head.end, high)
        start = manner.end() if manner is not None and manner.group().strip() else head.end
        begin = low if is_first and _MANNER_AHEAD.match(text[low : head.start]) else head.start
        until = _clause_end(text, _named_behind(text, start, high), high)
        pieces = list(_acts(text, _named_behind(text, start, high), until))
    else:
        start, stop = _subject(text, low, head.start)
        begin, until = head.start, stop
        pieces = [(start, stop)]
    if text[until:high].strip().startswith(":") or text[pieces[-1][0] : pieces[-1][1]].rstrip().endswith(":"):
        return  # A list follows: its points are read as such.
    manners = [_manner_at(text, *piece) for piece in pieces] if head.is_before else [None]
    for i, (at, end) in enumerate(pieces):
        # 'A and B unanimously': a manner is that of all acts before it which have none of their own.
        behind = next(((m, pieces[j][1]) for j, m in enumerate(manners) if j >= i and m is not None), (until, high))
        own = manners[i]
        outcome = outcome_of(text, begin, start if head.is_before else high, head.result, behind=behind)
        yield _named(text, at, end if own is None else own, outcome, is_object=head.is_before)


def _named(text: str, at: int, end: int, outcome: Outcome, *, is_object: bool) -> Clause:
    """The clause of one act: what is put off or looked at is what the words behind that name."""
    at, end = _trimmed(text, at, end)
    put_off = rules.PUT_OFF.search(text[at:end])
    if put_off is not None and is_object:
        at += put_off.end()
        outcome = replace(outcome, result="postponed")
    looking = rules.LOOKING_AT.search(text[at:end])
    if looking is not None:
        at += looking.end()
    return Clause("decided", *_trimmed(text, at, end), outcome)


def _named_behind(text: str, start: int, high: int) -> int:
    """Where acts begin that are first counted, then named: 'both points, namely …'."""
    if rules.VAGUE.search(text[start:high].lstrip()) is None and not re.match(_NUMBER, text[start:high].lstrip()):
        return start
    named = (
        m.end() for m in rules.NAMELY.finditer(text, start, high) if rules.ACT_NOUN.regex.match(text[m.end() : high])
    )
    return next(named, start)


def _subject(text: str, low: int, stop: int) -> tuple[int, int]:
    """The act ahead of 'was approved': behind the words that open its sentence, or behind 'as regards'."""
    regards = rules.AS_REGARDS.search(text, low, stop)
    if regards is not None:
        begin = regards.end()
        comma = re.search(r",[ ](?:il|elle|ils|elles|celui-ci|celle-ci|it|they|le conseil)\b[^,]*$", text[begin:stop])
        return begin, begin + comma.start() if comma else stop
    if (manner := _MANNER.match(text, low, stop)) is not None:
        low = manner.end()
    for m in _NEXT_CLAUSE.finditer(text, low, stop):
        low = m.end()
    opening = _ADVERBIAL.match(text[low:stop].lstrip(" ,"))
    lead = len(text[low:stop]) - len(text[low:stop].lstrip(" ,"))
    return low + lead + (opening.end() if opening else 0), stop


def _acts(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The acts that are joined in [start, stop); those that begin with the same noun are joined by a bare 'and'."""
    at = start
    noun = _ARABIC_NOUN.match(text, start, stop)
    joints = [*rules.JOINED.finditer(text, start, stop)]
    if noun is not None:
        joints += re.finditer(rf" و(?={re.escape(noun['noun'])}(?!\w))", text[:stop])
    for m in sorted(joints, key=lambda j: j.start()):
        if m.start() < at:
            continue
        if m.start() - at >= 8:
            yield at, m.start()
            at = m.end()
    yield at, stop


def _cut(text: str, start: int, high: int) -> int:
    """Where the words of an act end: before a manner or another clause."""
    end = _clause_end(text, start, high)
    manner = _manner_at(text, start, end)
    return end if manner is None else manner


def _clause_end(text: str, start: int, high: int) -> int:
    """Where another clause begins."""
    return next((m.start() for m in rules.CLAUSE_OPENER.finditer(text, start, high) if m.start() - start >= 8), high)


def _manner_at(text: str, start: int, end: int) -> int | None:
    """Where the words of an act go over into the manner of its vote; None where they do not."""
    found = (m.start() for p in (_ARABIC_MANNER, _UNANIMOUS_TAIL) if (m := p.search(text, start + 3, end)) is not None)
    return min(found, default=None)


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """[start, stop) without joints and marks at its ends."""
    if (m := _LEADING.match(text[start:stop])) is not None:
        start += m.end()
    end = start + len(_TRAILING.sub("", text[start:stop]))
    return start, max(end, start)


def _regarding(text: str, start: int, end: int) -> Iterator[Clause]:
    """'As regards the lease, it was put off': the act ahead of its outcome, where no verb takes it as its object."""
    regards = rules.AS_REGARDS.search(text, start, end)
    if regards is None or regards.start() - start > _OPENING_CHARS:
        return
    outcome = find_outcome(text[:end], regards.end())
    if outcome is not None and outcome.is_vote:
        yield Clause("decided", *_trimmed(text, regards.end(), outcome.start), outcome)


def _said(text: str, start: int, end: int) -> Iterator[Clause]:
    """'It was adopted': a vote on what was spoken of before; nothing where the sentence speaks of all points."""
    if rules.ALL_POINTS.search(text, start, end) is not None or rules.WHOLE_AGENDA.search(text, start, end) is not None:
        return
    outcome = find_outcome(text[:end], start)
    if outcome is None or not outcome.is_vote:
        return
    certain = rules.IT.search(text, start, end) or (
        rules.THIS_ONE.search(text, start, end) and rules.POINT_WORD.search(text, start, end)
    )
    yield Clause("said", start, end, outcome, is_certain=certain is not None)
