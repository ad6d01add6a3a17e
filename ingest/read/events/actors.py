"""Who takes part: the noun phrases after 'with', 'by', 'supported by', read into bodies, organizations, groups.

Nothing is guessed: a phrase that names neither a collectivity, a body nor an organization gives no actor, except a
described group ('member collectivities of the network'), which keeps its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.organizations import HEAD, Organization, from_phrase
from ingest.records import Participation
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern

_BODY = (
    r"(?:ال)?هي(?:ئة|أة|ئات|آت) (?:ال)?استشاري\w*|هيئة المساواة|هيأة المساواة|لجنة|اللجنة"
    r"|instances? consultatives?|instance de l'e(?:quite|galite)|instance|commission"
)
_CONSULTATIVE = _p(
    r"(?:ال)?هي(?:ئة|أة) (?:ال)?استشارية|هي(?:ئة|أة) المساواة|instances? (?:consultative|de l'e(?:quite|galite)|d[eu])"
    r"|instance consultative"
)
_BODY_START = _p(rf"^(?:و)?(?:{_BODY})")
_COUNCIL_THERE = _p(
    r"^(?:و)?(?:مجلس الجهة|مجلس الجماعة|المجلس الجهوي|المجلس الجماعي|المجلس الإقليمي|مجلس الإقليم|المجلس"
    r"|(?:le |du )?conseil(?: (?:regional|communal|provincial))?)(?:$|[ ,.])"
)
_JOINT = re.compile(
    r"\s*,\s*(?:و(?=\S)|et )?"
    rf"|\s+و(?=_|(?:ال)?(?:{HEAD}|{fold_pattern(_BODY)}|{fold_pattern('مجلس|جماعة|جهة|إقليم|عمالة|المجلس')}))"
    r"|\s+et (?=_|(?:de )?(?:l'|la |le |les |du |des )?"
    rf"(?:_|{HEAD}|{_p(_BODY).pattern}|conseil|commune|region|province|prefecture|impact))"
)
_ARTICLE = re.compile(r"^(?:avec |de |par )?(?:l'|la |le |les |du |des |d')?")
_GROUP = _p(
    r"^(?:و)?(?:(?:ال)?جماعات الترابية|(?:ال)?جماعات|أعضاء|منتخب\w*|جمعيات|فعاليات|ممثل\w*|المجتمع المدني"
    r"|collectivites territoriales|communes|membres|elus|associations|representants|acteurs|societe civile"
    r"|fonctionnaires|cadres|agents)"
)
_MEMBERS_OF = _p(r"^(?:و)?(?:أعضاء|عضوات وأعضاء|(?:les |des |de )?membres)")


@dataclass(frozen=True)
class Actor:
    """One participant of an activity, at folded offsets of a sentence."""

    kind: str
    """organization, council, body, collectivity, country, group, function."""
    key: str | None
    name: str
    start: int
    end: int
    organization: Organization | None = None
    collectivity_id: str | None = None
    body_kind: str | None = None
    is_members_of: bool = False
    function: str | None = None


def masked(s: Sentence) -> str:
    """A sentence with known names blanked, so that no word inside a name is read as a joint, a purpose, an end."""
    text = s.text
    for n in s.organizations:
        text = text[: n.start] + "_" * (n.end - n.start) + text[n.end :]
    return text


def read_actors(context: DocumentContext, s: Sentence, start: int, end: int, *, groups: bool = False) -> list[Actor]:
    """Actors of the list that fills folded [start, end).

    Args:
        groups: described groups count as actors (participants, beneficiaries).
    """
    text = masked(s)
    pieces: list[tuple[int, int]] = []
    at = start
    for joint in _JOINT.finditer(text, start, end):
        pieces.append((at, joint.start()))
        at = joint.end()
    pieces.append((at, end))
    actors: list[Actor] = []
    for first, last in pieces:
        actor = read_actor(context, s, first, last, groups=groups)
        if actor is not None:
            actors.append(actor)
    return actors


def read_actor(context: DocumentContext, s: Sentence, start: int, end: int, *, groups: bool = False) -> Actor | None:
    """The one actor that the noun phrase in folded [start, end) names, or None."""
    text = s.text[start:end]
    lead = len(text) - len(text.lstrip(" ,"))
    start += lead
    text = text[lead:].rstrip(" ,.")
    skip = _ARTICLE.match(text).end()  # type: ignore[union-attr]
    start, text = start + skip, text[skip:]
    end = start + len(text)
    if not text:
        return None
    for n in s.organizations:
        if start - 3 <= n.start <= start + 14 and n.start < end:
            return Actor(
                "organization", n.organization.key, s.folded.raw(n.start, n.end), n.start, n.end, n.organization
            )
    is_members = bool(_MEMBERS_OF.match(text))
    if _BODY_START.match(text):
        return _body(context, s, start, end, is_members)
    for p in s.places:
        if start - 2 <= p.start <= start + 6 and not p.is_city:
            if p.collectivity_id is None:
                return None  # Its name is open: it is not the council spoken of before.
            name = s.folded.raw(p.start, p.end)
            if p.is_council:
                return Actor(
                    "council",
                    f"body|council|{p.collectivity_id}",
                    name,
                    p.start,
                    p.end,
                    None,
                    p.collectivity_id,
                    "council",
                )
            return Actor("collectivity", p.collectivity_id, name, p.start, p.end, None, p.collectivity_id)
    if _COUNCIL_THERE.match(text):
        collectivity_id = context.last_place(s, start)
        if collectivity_id:
            name = s.folded.raw(start, end)
            return Actor(
                "council", f"body|council|{collectivity_id}", name, start, end, None, collectivity_id, "council"
            )
    if groups and _GROUP.match(text):
        return Actor("group", None, s.folded.raw(start, end), start, end, is_members_of=is_members)
    first, last = s.folded.span(start, end)
    organization = from_phrase(context.text[first:last], context.language)
    if organization is not None:
        return Actor("organization", organization.key, organization.label, start, end, organization)
    return None


def _body(context: DocumentContext, s: Sentence, start: int, end: int, is_members: bool) -> Actor:
    if s.text[start] == "و" and not s.text[start : start + 2].startswith("وز"):
        start += 1
    collectivity_id = context.last_place(s, start)
    kind = "consultative_body" if _CONSULTATIVE.match(s.text[start:end]) else "commission"
    name = s.folded.raw(start, end).strip(" .،,")
    key = f"body|{kind}|{collectivity_id or context.source_url}|{fold(name)}"
    return Actor("body", key, name, start, end, None, collectivity_id, kind, is_members)


def subject_before(context: DocumentContext, s: Sentence, verb: re.Match[str], until: int) -> Actor | None:
    """The subject of a verb: right after it (Arabic order), else right before it (French order)."""
    if context.language == "ar":
        commas = [m.start() for m in re.finditer(r",", s.text) if m.start() > verb.end()]
        after = read_actor(context, s, verb.end(), min([*commas, until]))
        if after is not None:
            return after
    before = s.text[: verb.start()]
    masked_start = max(before.rfind(";"), before.rfind(":")) + 1
    candidates = [n for n in s.organizations if masked_start <= n.start < verb.start()]
    places = [p for p in s.places if masked_start <= p.start < verb.start() and p.collectivity_id]
    if candidates and (not places or candidates[-1].start > places[-1].start):
        n = candidates[-1]
        return Actor("organization", n.organization.key, s.folded.raw(n.start, n.end), n.start, n.end, n.organization)
    if places:
        return read_actor(context, s, places[-1].start, places[-1].end)
    return read_actor(context, s, masked_start, verb.start())


def add_participation(
    out: Emitter,
    s: Sentence,
    actor: Actor,
    *,
    activity_kind: str,
    activity_key: str | None,
    activity_name: str,
    role: str,
) -> None:
    """Emit one participation, and the mention of the organization or body that takes part."""
    if actor.organization is not None:
        out.mention(actor.organization, s, actor.start, actor.end)
    if actor.body_kind is not None:
        out.body(actor.body_kind, actor.collectivity_id, actor.name, s, actor.start, actor.end)
    who = actor.key or fold(actor.name)
    out.add(
        Participation(
            natural_key=f"participation|{activity_key or activity_name + '|' + out.context.source_url}|{role}|{who}",
            activity_kind_code=activity_kind,
            activity_key=activity_key,
            activity_name=activity_name,
            role_code=role,
            participant_kind_code="body" if actor.kind == "council" else actor.kind,
            participant_key=actor.key,
            participant_name=out.public(actor.name),
            function_code=actor.function,
            is_members_of=actor.is_members_of,
            origin=out.at(s, actor.start, actor.end),
        )
    )
