"""Agreements stated as signed, with the parties that the sentence names."""

from __future__ import annotations

import re

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.events.actors import add_participation, masked, read_actors, subject_before
from ingest.read.subjects import subject_codes
from ingest.read.sums import tell_sum
from ingest.records import Agreement, StatedDate
from ingest.text.amounts import stated_amount
from ingest.text.dates import PartialDate
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold

_SIGNED = _p(
    r"(?<!\w)و?(?:وقعت?|وقعا|وقعوا|أبرمت?|تم توقيع|(?:ال)?توقيع(?: على)?|تم إبرام|a signe|ont signe|a conclu"
    r"|ont conclu|a ete signee?|ont ete signees?|signature d|signee? (?:en|le|par)|signed an?|have signed|signing of)"
)
#: What may govern a day that is the signature's all the same.
_OPEN_ROLES = ("held", "unbound", "stamp")
_SIGNED_STEMS = tuple(fold(w) for w in ("وقع", "توقيع", "أبرم", "إبرام", "sign", "conclu"))
_AGREEMENT = _p(
    r"(?<!\w)(?:اتفاقية|اتفاقيات|اتفاق|مذكرة تفاهم|عقد(?= (?:شراكة|برنامج)))(?: (?:شراكة|تعاون|إطار))?"
    r"|(?:convention|accord)s?(?:[ -]cadre)?(?: (?:de|d') ?(?:partenariat|cooperation))?|memorandum d'entente"
    r"|(?:twinning |partnership |framework |cooperation )?agreements?(?!\w)|memorandum of understanding"
)
_WITH = _p(r"(?<!\w)(?:مع|avec|entre|بين|يجمع|تجمع|يربط|تربط|liant|unissant)(?!\w)")
_CLAUSE_END = re.compile("[,;.]")
_PURPOSE = _p(
    r"(?:,? ?)(?:من أجل|بهدف|قصد|بغية|تهم|تروم|حول|لتنزيل|لتنفيذ|ل?دعم|afin d|en vue d|visant|portant|relative"
    r"|pour (?:la|le|les|l'|mettre|un|une|accompagner|appuyer|soutenir|deployer)|destinee)"
)


def read_agreements(context: DocumentContext, out: Emitter) -> None:
    """Agreements of one document; parties become participations with the role 'partner' or 'signatory'."""
    for s in context.sentences:
        signed = _SIGNED.search(s.text) if s.has(_SIGNED_STEMS) else None
        if signed is None:
            continue
        agreement = _AGREEMENT.search(s.text)
        if agreement is None or agreement.start() - signed.end() > 120:
            continue
        _read(context, out, s, signed, agreement)


def _signed_day(s: Sentence) -> PartialDate | None:
    """The date that a word of signing governs; else the first that nothing else does."""
    found = [d for d in s.dated if d.role == "signed"] or [d for d in s.dated if d.role in _OPEN_ROLES]
    return found[0].date if found else None


def _about(s: Sentence, agreement: re.Match[str], joint: re.Match[str] | None, parties_end: int) -> str:
    """What a sentence says that an agreement is for: its noun up to the parties, and the clause behind them."""
    if joint is None or joint.start() < agreement.end():
        return _CLAUSE_END.split(s.text[agreement.start() :], 1)[0]
    noun, clause = s.text[agreement.start() : joint.start()], s.text[parties_end:].lstrip(" ,")
    return f"{noun} {_CLAUSE_END.split(clause, 1)[0]}"


def _read(context: DocumentContext, out: Emitter, s: Sentence, signed: re.Match[str], agreement: re.Match[str]) -> None:
    joint = _WITH.search(s.text, agreement.end())
    until = len(s.text)
    early = _WITH.search(s.text, signed.end(), agreement.start())
    if joint is None and early:
        # 'signed with A and B an agreement': the parties stand before the noun.
        joint, until = early, agreement.start()
        if article := re.search(r"(?:, )?(?:une?|des|l'|la) $", s.text[: agreement.start()]):
            until = article.start()
    elif joint and (purpose := _PURPOSE.search(masked(s), joint.end())):
        until = purpose.start()
    subject_end = min(agreement.start(), len(s.text))
    first = subject_before(context, s, signed, subject_end)
    others = read_actors(context, s, joint.end(), until) if joint else []
    parties = [*([first] if first else []), *others]
    if not parties:
        return
    date = _signed_day(s)
    amount = stated_amount(s.folded)
    title = out.public(s.folded.raw(agreement.start(), agreement.end()))
    who = "+".join(sorted(p.key or fold(p.name) for p in parties))
    when = (date.value or f"{date.month}|{context.source_url}") if date else context.source_url
    key = f"agreement|{when}|{who}"
    origin = out.at(s, signed.start(), max(agreement.end(), *(p.end for p in parties)))
    out.add(
        Agreement(
            natural_key=key,
            title=title,
            subjects=subject_codes(_about(s, agreement, joint, until)),
            signed_date=StatedDate.of(date),
            signed_month=date.month if date else None,
            amount_mad=amount.mad,
            amount_raw=amount.raw,
            origin=origin,
        )
    )
    tell_sum(out, amount, origin)
    for party in parties:
        add_participation(
            out, s, party, activity_kind="agreement", activity_key=key, activity_name=title, role="signatory"
        )
