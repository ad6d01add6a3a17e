"""Sums that a text states in running words: facts of their own, with what makes them inexact and what they are for.

A sum that another record already holds with its value (of a point, a tender, a grant) is none. Fees and the price of a
file are no sums of an act.
"""

from __future__ import annotations

import re
from collections import Counter

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.rules import Rule, tell
from ingest.read.sums import tell_sum
from ingest.records import Session, StatedSum
from ingest.text.amounts import Amount, StatedAmount, find_amounts
from ingest.text.fold import clean, fold
from ingest.text.limits import limited

#: Kinds of documents whose sums are of no act: what a guide or a listing says of prices is none.
_WITHOUT_ACTS = frozenset(("faq", "guide", "institution_list", "publication_list", "statistics"))
#: Kinds of documents that may tell of no act: there the sentence must say what the sum is for.
_MAY_BE_NO_ACT = frozenset(("other", "recruitment"))
_OF_ACT = Rule(
    "sum.of_act",
    "{spent_on}",
    ("une enveloppe de", "صادق على الاتفاقية بمبلغ", "the budget is about"),
    ("l'habitant paie", "يؤدي المواطن", "the visitor pays"),
)
_NO_ACT = Rule(
    "sum.no_act",
    r"{fee}[^.;]{0,60}$",
    (
        "ثمن اقتناء دفتر التحملات هو ",
        "frais de dossier : ",
    ),
    ("بكلفة إجمالية تبلغ ", "pour un montant de "),
)
_NEVER = Rule(
    "sum.never",
    "{never_did} [^.;]{0,80}$",
    ("n'a jamais approuvé une subvention de ", "لم يصادق على أي منحة بمبلغ ", "never granted "),
    ("a approuvé une subvention de ", "لم يصادق على منحة "),
)
_POSITION = re.compile(r"chars:(\d+)-(\d+)")
#: So much of the clause around a sum says what it is for.
_PURPOSE_CHARS = 160
_CLAUSE_END = re.compile(r"[;.!?](?!\d)")


def read_stated_sums(context: DocumentContext, out: Emitter, kind: str, session: Session | None) -> None:
    """Every sum of a document about acts that no other record holds."""
    if kind in _WITHOUT_ACTS:
        return
    taken = _taken(out)
    seen: Counter[str] = Counter()
    for s in context.sentences:
        for amount in find_amounts(s.folded):
            start, end = s.folded.span(amount.start, amount.end)
            if any(a < end and start < b for a, b in taken):
                continue
            if _is_no_act(s, amount):
                continue
            if kind in _MAY_BE_NO_ACT and _OF_ACT.search(s.text) is None:
                continue
            words = fold(amount.raw)
            seen[words] += 1
            _add(context, out, s, amount, session, kind, f"{words}|{seen[words]}" if seen[words] > 1 else words)


def _is_no_act(s: Sentence, amount: Amount) -> bool:
    """Whether a sum is a fee, a wage, a price, or one that was never decided."""
    for rule in (_NO_ACT, _NEVER):
        if (m := rule.search(s.text, max(0, amount.start - 120), amount.start)) is not None:
            tell(rule.id, f"{m.group()} {amount.raw}", f"sentence {s.index + 1}", overruled_by=rule.id)
            return True
    return False


def _add(
    context: DocumentContext, out: Emitter, s: Sentence, amount: Amount, session: Session | None, kind: str, name: str
) -> None:
    origin = out.at(s, amount.start, amount.end)
    collectivity = session.collectivity_id if session else _place(context, s, amount, kind)
    raw = limited(out.public(amount.raw))
    purpose = limited(out.public(_purpose(s, amount)))
    if not raw or not purpose:
        return
    out.add(
        StatedSum(
            natural_key=f"sum|{context.source_url}|{name}",
            collectivity_id=collectivity,
            session_key=session.natural_key if session else None,
            amount_mad=amount.value_mad,
            amount_raw=raw,
            relation_code=amount.relation,
            purpose=purpose,
            origin=origin,
        )
    )
    tell_sum(out, StatedAmount.of(amount), origin)


def _place(context: DocumentContext, s: Sentence, amount: Amount, kind: str) -> str | None:
    """Whose act a sum is of: the last place named. An agreement names all its parties before the share of each."""
    if kind != "agreement":
        return context.last_place(s, amount.start)
    named = [p for p in s.places if p.start < amount.start and not p.is_city]
    return named[-1].collectivity_id if named else context.publisher_collectivity_id


def _purpose(s: Sentence, amount: Amount) -> str:
    """The clause that a sum stands in, near it."""
    text = s.text
    ends = [m.end() for m in _CLAUSE_END.finditer(text, 0, amount.start)]
    low = max(ends[-1] if ends else 0, text.rfind(" ", 0, max(0, amount.start - _PURPOSE_CHARS)) + 1)
    behind = _CLAUSE_END.search(text, amount.end)
    high = min(behind.start() if behind else len(text), amount.end + _PURPOSE_CHARS)
    if high < len(text) and text[high].isalnum():
        high = max(amount.end, text.rfind(" ", 0, high))
    return clean(s.folded.raw(low, high))


def _taken(out: Emitter) -> list[tuple[int, int]]:
    """Offsets of the records that hold a sum already."""
    found = []
    for record in out.records:
        if getattr(record, "amount_mad", None) is None:
            continue
        if (m := _POSITION.fullmatch(record.origin.evidence_position)) is not None:
            found.append((int(m[1]), int(m[2])))
    return found
