"""Memberships of networks: who joined or is a member, and since when, if the source says so."""

from __future__ import annotations

import itertools
import re

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.organizations import lexicon
from ingest.records import Membership, StatedDate
from ingest.text.dates import PartialDate
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold_pattern

_JOINED = _p(
    r"(?<!\w)و?(?:انضم(?:ت|وا)?|التحق(?:ت)?|انخرطت|a (?:rejoint|adhere|integre)|ont (?:rejoint|adhere|integre)"
    r"|adherent|est devenue?|sont devenu(?:e)?s membres)(?!\w)"
)
_ADMITTED = _p(
    r"(?:تم )?قبول (?:انخراط|انضمام|عضوية|ترشيح)\w*|قبلت عضوي\w*|accept\w+|admis\w*|admission|retenue?s?(?!\w)"
    r"|selectionn\w+"
)
_IS_MEMBER = _p(r"(?<!\w)(?:عضوا?|عضوة|عضوان|عضوين|أعضاء|عضوية|membres?)(?!\w)")
_STATE = _p(r"(?<!\w)و?(?:تعد|يعد|تعتبر|يعتبر|هي|هو|تنال|نالت|est|sont|fait partie|figure|parmi les)(?!\w)")
_BELONGS = _p(r"fait partie d|font partie d|figure parmi les membres|تنتمي إلى|من بين أعضاء")
_CLAUSE = _p(r"بينما|فيما (?!يخص)|في حين|tandis que|alors que|quant a|pour sa part|de son cote")
_PLAN = _p(r"إيداع|أودعت|قدمت|تقديم|وضعت|خطة عمل|soumi\w*|depos\w*|presente\w*|remis|plan d'action")
_POSSESSIVE = _p(
    r"(?:انخراطها|انضمامها|عضويتها|ترشيحها|ترشيحه|(?:son|sa) (?:adhesion|candidature|admission)|elle a ete|il a ete)"
)
_MOROCCO = _p(
    r"(?<!\w)(?:و|ف)?(?:المغرب|المملكة المغربية|المملكة)(?!\w)|(?<!\w)(?:le |du |au )?(?:maroc|royaume)(?!\w)"
)
_THIS_NETWORK = _p(
    r"هذه (?:الشبكة|المبادرة|الشراكة)|(?:cette|ce) (?:initiative|reseau|partenariat)|l'initiative|مبادرة الشراكة"
)


def read_memberships(context: DocumentContext, out: Emitter) -> None:
    """Memberships stated in one document."""
    for s in context.sentences if context.names_organizations else ():
        network = _network_of(s)
        if network is None:
            continue
        for start, end in _clauses(s):
            _read_clause(context, out, s, network, start, end)


def _network_of(s: Sentence) -> str | None:
    """The network a sentence speaks of; the local programme where it is named beside the partnership."""
    if not s.organizations:
        return None
    for key in ("remacto", "ogp_local", "ogp"):
        if s.names(key):
            return key
    return None


def _clauses(s: Sentence) -> list[tuple[int, int]]:
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(s.text)), len(s.text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def _read_clause(context: DocumentContext, out: Emitter, s: Sentence, network: str, start: int, end: int) -> None:
    text = s.text[start:end]
    joined = _JOINED.search(text)
    admitted = _ADMITTED.search(text)
    member = _IS_MEMBER.search(text)
    state = (
        (member and _STATE.search(text)) or _BELONGS.search(text) or (member if _nominal(s, start, member) else None)
    )
    verb = joined or (admitted if (member or _names_network(s, start, end)) else None) or state
    if verb is None:
        return
    until = len(text)
    if plan := _PLAN.search(text, verb.end()):
        until = plan.start()
    anchor = admitted if admitted and admitted.end() <= until else verb
    date = s.date_in(start + anchor.start(), start + until)
    if date is None and joined is not None:
        date = s.date_in(start, start + verb.start())
    if date is not None and _belongs_to_founding(s.text, date, start):
        date = None
    limit = start + until
    places = [p for p in s.places if start <= p.start < limit and p.collectivity_id and not p.is_city]
    if state and verb is state and member is not None:
        places = [
            p for p in places if p.start < start + member.start() or _listed(s.text, start + member.end(), p.start)
        ]
    if not places and _MOROCCO.search(text[:until]) and network in ("ogp", "ogp_local"):
        m = _MOROCCO.search(text)
        assert m is not None
        _add(context, out, s, "ogp", None, m.start() + start, max(m.end(), verb.end()) + start, date)
        return
    if date is None and places and (later := _admitted_later(context, s)) and len(s.text) - end < 3:
        only = places[-1]
        places = places[:-1]
        key = "remacto" if network == "remacto" else "ogp_local"
        _add(
            context,
            out,
            s,
            key,
            only.collectivity_id,
            min(only.start, start + verb.start()),
            max(only.end, start + verb.end()),
            later,
        )
    for p in places:
        key = "remacto" if network == "remacto" else "ogp_local"
        _add(
            context,
            out,
            s,
            key,
            p.collectivity_id,
            min(p.start, start + verb.start()),
            max(p.end, start + verb.end()),
            date,
        )


def _nominal(s: Sentence, start: int, member: re.Match[str] | None) -> bool:
    """'The region X [is] a member of …': an Arabic nominal sentence, the member right before the word."""
    if member is None:
        return False
    at = start + member.start()
    near = [p.end for p in s.places if not p.is_city] + [m.end() for m in _MOROCCO.finditer(s.text)]
    return any(0 <= at - end <= 2 for end in near)


def _admitted_later(context: DocumentContext, s: Sentence) -> PartialDate | None:
    """'Its membership was accepted in May 2022', said in the next sentence of the member named last."""
    if s.index + 1 >= len(context.sentences):
        return None
    following = context.sentences[s.index + 1]
    m = _ADMITTED.search(following.text[:80])
    if m is None or following.places or not _POSSESSIVE.search(following.text[:40]):
        return None
    plan = _PLAN.search(following.text, m.end())
    return following.date_in(m.start(), plan.start() if plan else len(following.text))


def _names_network(s: Sentence, start: int, end: int) -> bool:
    inside = any(start <= n.start < end and n.organization.kind_code == "network" for n in s.organizations)
    return inside or _THIS_NETWORK.search(s.text[start:end]) is not None


def _listed(text: str, after: int, at: int) -> bool:
    """A collectivity listed after 'members of the network: …'."""
    return at > after and ":" in text[after:at]


def _belongs_to_founding(text: str, date: PartialDate, start: int) -> bool:
    """A date that says when the network was founded, not when a member joined."""
    before = text[max(start, date.start - 40) : date.start]
    return re.search(fold_pattern(r"تأسس|تأسيس|أحدث|cree|fonde|constitue|lance"), before) is not None


def _add(
    context: DocumentContext,
    out: Emitter,
    s: Sentence,
    network: str,
    collectivity_id: str | None,
    start: int,
    end: int,
    date: PartialDate | None,
) -> None:
    organization = lexicon()[network]
    place = next((n for n in s.organizations if n.organization.key == organization.key), None)
    network_key = out.mention(organization, s, *((place.start, place.end) if place else (start, end)))
    member = context.gazetteer[collectivity_id].name_ar if collectivity_id else "المغرب"
    out.add(
        Membership(
            natural_key=f"membership|{network}|{collectivity_id or 'MA'}",
            network_key=network_key,
            member_kind_code="collectivity" if collectivity_id else "country",
            collectivity_id=collectivity_id,
            country_code=None if collectivity_id else "MA",
            member_name=member,
            start_date=StatedDate.of(date),
            origin=out.at(s, start, end),
        )
    )
