"""Points, decisions and votes of a session as records: the vote at its point, never at the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.read.context import DocumentContext
from ingest.read.councils.acts import read_acts
from ingest.read.councils.agenda_items import Item, Said
from ingest.read.councils.agenda_patterns import AFFECTED, ANNULS, YEAR
from ingest.read.councils.session_patterns import SITTING
from ingest.read.emit import Emitter
from ingest.read.subjects import subject_codes
from ingest.read.sums import tell_sum
from ingest.records import UNSTATED, AgendaItem, Decision, Origin, Session, Vote
from ingest.text.amounts import stated_amount
from ingest.text.fold import fold
from ingest.text.limits import limited
from ingest.text.numbers import ORDINALS

#: Result of a vote → outcome of its decision.
_OUTCOMES = {
    "withdrawn": "unstated",
    "adopted": "approved",
    "rejected": "rejected",
    "postponed": "postponed",
    "examined": "examined",
}
#: Folded words of every sentence that speaks of a sitting, and of several.
_SITTING_WORDS, _SITTINGS = (fold("جلس"), "seance"), (fold("جلستين"), fold("جلسات"), "seances")
#: Outcomes that decide a point for good.
_DECIDED = ("approved", "rejected")
#: A vote is quoted with so many characters behind its words.
_QUOTED_CHARS = 60


def read_agenda(context: DocumentContext, out: Emitter, session: Session, collectivity_id: str) -> int:
    """Points, votes and decisions of the session that a document is about; returns how many points it lists."""
    is_announced = session.status_code != "held"
    acts = read_acts(context.text, context.folded_at, context.tables, is_announced=is_announced, month=session.month)
    status = "announced" if is_announced else "debated"
    day = UNSTATED if _has_sittings(context) else session.start_date
    for number, item in zip(_numbers(acts.items), acts.items, strict=True):
        raw = item.title(context.text)
        title = out.public(raw)
        if not title:
            continue
        amount = stated_amount(raw)
        point = AgendaItem(
            natural_key=f"{session.natural_key}|item|{status}|{number}",
            session_key=session.natural_key,
            item_number=number,
            title=limited(title),
            subjects=subject_codes(title),
            status_code=status,
            amount_mad=amount.mad,
            amount_raw=amount.raw,
            origin=out.origin(item.start, item.end),
        )
        out.add(point)
        tell_sum(out, amount, point.origin)
        if status == "debated" and (item.said is not None or item.decision_number is not None):
            decision = _decision(out, item, session, collectivity_id, point, title)
            if decision.outcome_code in _DECIDED:
                decision = replace(decision, decided_date=day)
            out.add(decision)
            if item.said is not None and item.said.outcome.is_vote:
                out.add(_vote(out, item.said, decision, point))
    for said in acts.whole:
        out.add(_vote_on_session(out, said, session))
    return acts.listed_count


def _has_sittings(context: DocumentContext) -> bool:
    """Whether a document speaks of another sitting than the first: on which day a point was decided it need not say."""
    texts = [s.text for s in context.sentences if any(w in s.text for w in _SITTING_WORDS)]
    if any(w in text for text in texts for w in _SITTINGS):
        return True
    found = (m for text in texts for m in SITTING.finditer(text))
    return any(not (m["one"] or m["fone"]) and ORDINALS.get(m["o"] or m["fo"]) != 1 for m in found)


def _numbers(items: Sequence[Item]) -> list[int]:
    """A number for each point: its own, else its place in the order, else the next that is free; none twice."""
    stated = {i.number for i in items if i.number is not None}
    used: set[int] = set()
    found: list[int] = []
    for item in items:
        number = item.number if item.number is not None and item.number not in used else item.order
        while number in used or (number != item.number and number in stated):
            number += 1
        used.add(number)
        found.append(number)
    return found


def _decision(
    out: Emitter, item: Item, session: Session, collectivity_id: str, point: AgendaItem, title: str
) -> Decision:
    """The decision on a point: its number where it has one, and the older decision that its title annuls or amends."""
    number = item.decision_number
    affected = AFFECTED.search(fold(title))
    affected_year = YEAR.search(affected["rest"]) if affected else None
    return Decision(
        natural_key=(
            f"decision|{collectivity_id}|{session.year}|{number}"
            if number is not None and session.year is not None
            else f"decision|{point.natural_key}"
        ),
        body_key=session.body_key,
        collectivity_id=collectivity_id,
        session_key=session.natural_key,
        agenda_item_key=point.natural_key,
        decision_number=number,
        numbering_scope_code="unstated",
        year=session.year,
        title=point.title,
        subjects=point.subjects,
        outcome_code=_OUTCOMES[item.said.outcome.result] if item.said else "unstated",
        subject_count=None,
        decided_date=UNSTATED,
        amount_mad=point.amount_mad,
        amount_raw=point.amount_raw,
        affects_code=None if affected is None else "annuls" if ANNULS.search(affected["how"]) else "amends",
        affected_decision_key=(
            f"decision|{collectivity_id}|{affected_year.group()}|{int(affected['n'])}"
            if affected and affected_year
            else None
        ),
        affected_decision_raw=limited(affected.group().strip()) if affected else None,
        origin=_origin_of(out, item.said) if item.said else point.origin,
    )


def _vote_on_session(out: Emitter, said: Said, session: Session) -> Vote:
    """A vote on all points at once, or on one that nobody names."""
    outcome = said.outcome
    return Vote(
        natural_key=f"vote|{session.natural_key}|{outcome.result}",
        session_key=session.natural_key,
        agenda_item_key=None,
        decision_key=None,
        result_code=outcome.result,
        is_unanimous=outcome.is_unanimous,
        for_count=outcome.for_count,
        against_count=outcome.against_count,
        abstention_count=outcome.abstention_count,
        base_code=outcome.base,
        vote_raw=limited(out.public(_words(said))),
        origin=_origin_of(out, said),
    )


def _vote(out: Emitter, said: Said, decision: Decision, point: AgendaItem) -> Vote:
    outcome = said.outcome
    return Vote(
        natural_key=f"vote|{point.natural_key}",
        session_key=point.session_key,
        agenda_item_key=point.natural_key,
        decision_key=decision.natural_key,
        result_code=outcome.result,
        is_unanimous=outcome.is_unanimous,
        for_count=outcome.for_count,
        against_count=outcome.against_count,
        abstention_count=outcome.abstention_count,
        base_code=outcome.base,
        vote_raw=limited(out.public(_words(said))),
        origin=decision.origin,
    )


def _origin_of(out: Emitter, said: Said) -> Origin:
    """The whole line that states an outcome."""
    return out.origin(said.line.start, said.line.start + len(said.line.raw.rstrip()))


def _words(said: Said) -> str:
    """The words of an outcome; those of a table's cell were found apart from their line."""
    outcome, line = said.outcome, said.line
    if outcome.end > len(line.text):
        return line.raw
    return line.folded.raw(outcome.start, min(len(line.text), outcome.end + _QUOTED_CHARS))
