"""Who takes which part in an event or a programme: only the roles that the source states."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.events.actors import Actor, add_participation, masked, read_actor, read_actors
from ingest.read.events.found import FoundEvent
from ingest.read.events.patterns import (
    NAMELY,
    PROGRAMME,
    PROGRAMME_STEMS,
    ROLE_BENEFICIARY,
    ROLE_FRAME,
    ROLE_ORGANISER,
    ROLE_PARTICIPANTS,
    ROLE_PARTNER,
    ROLE_SUPERVISOR,
    ROLE_SUPPORT,
    STOP,
)
from ingest.text.fold import fold_pattern


def read_roles(context: DocumentContext, s: Sentence, e: FoundEvent, left: int, right: int) -> None:
    for role, pattern in (
        ("organiser", ROLE_ORGANISER),
        ("supporter", ROLE_SUPPORT),
        ("partner", ROLE_PARTNER),
        ("supervisor", ROLE_SUPERVISOR),
    ):
        if m := pattern.search(s.text, left, right):
            listed = read_actors(context, s, m.end(), _phrase_end(s, m.end(), right, lists=True))
            e.roles.extend((role, s, a) for a in listed)
    if m := ROLE_FRAME.search(s.text, left, min(right, e.start + 140) if left <= e.start else right):
        actor = read_actor(context, s, m.end(), _phrase_end(s, m.end(), right, lists=False))
        if actor is not None and actor.kind == "organization":
            e.roles.append(("frame", s, actor))
    if m := ROLE_PARTICIPANTS.search(s.text, left, right):
        e.roles.extend(("participant", s, a) for a in _participants(context, s, m.end(), right))
    if m := ROLE_BENEFICIARY.search(s.text, max(left, e.start), right):
        end = right
        if comma := re.search(r"[,.;]", s.text[m.end() : right]):
            end = m.end() + comma.start()
        actor = read_actor(context, s, m.end(), end, groups=True)
        if actor is not None:
            e.roles.append(("beneficiary", s, actor))
    _subject_organiser(context, s, e, left)


def _subject_organiser(context: DocumentContext, s: Sentence, e: FoundEvent, left: int) -> None:
    """'The council organised a workshop': the subject of an active verb of organising."""
    if any(r == "organiser" for r, _, _ in e.roles):
        return
    if context.language == "ar":
        m = re.search(fold_pattern(r"(?<!\w)و?(?:نظمت?|ينظم|تنظم|عقدت?) "), s.text[left : e.start])
        if m:
            stop = e.start
            if comma := re.search(r",", s.text[left + m.end() : stop]):
                stop = left + m.end() + comma.start()
            actor = read_actor(context, s, left + m.end(), stop)
            if actor is not None:
                e.roles.append(("organiser", s, actor))
        return
    m = re.search(r"\b(?:a|ont) (?:organise|tenu|co-organise)\b|\borganise\b(?! par)", s.text[left : e.start])
    if m:
        places = [p for p in s.places if left <= p.start < left + m.start() and p.collectivity_id]
        known = [n for n in s.organizations if left <= n.start < left + m.start()]
        if known and (not places or known[0].start < places[0].start):
            n = known[0]
            name = s.folded.raw(n.start, n.end)
            actor = Actor("organization", n.organization.key, name, n.start, n.end, n.organization)
        elif places:
            actor = read_actor(context, s, places[0].start, places[0].end)
        else:
            actor = read_actor(context, s, left, left + m.start())
        if actor is not None:
            e.roles.append(("organiser", s, actor))


def _participants(context: DocumentContext, s: Sentence, start: int, right: int) -> list[Actor]:
    """Named participants; after 'namely' the listed bodies stand for the group before it."""
    named = NAMELY.search(s.text, start, right)
    members = (
        re.match(fold_pattern(r"\s*(?:أعضاء|عضوات|(?:de |des |les )*(?:membres))"), s.text[start:right]) is not None
    )
    if named:
        listed = read_actors(context, s, named.end(), right)
        bodies = [a for a in listed if a.kind in ("body", "council", "organization", "collectivity")]
        if bodies:
            return [_as_members(a) if members else a for a in bodies]
    end = _phrase_end(s, start, right, lists=True)
    return [
        _as_members(a) if members and a.kind == "body" else a for a in read_actors(context, s, start, end, groups=True)
    ]


def _as_members(actor: Actor) -> Actor:
    return replace(actor, is_members_of=True)


def _phrase_end(s: Sentence, start: int, right: int, *, lists: bool) -> int:
    """Where the noun phrase after a role word ends."""
    end = right
    if cut := STOP.search(masked(s), start + 1, right):
        end = cut.start()
    if not lists:
        quoted = s.text[start:end].lstrip()
        if quoted.startswith('"'):
            at = s.text.index('"', start)
            close = s.text.find('"', at + 1)
            if 0 < close < end:
                return close + 1
        if comma := re.search(r"[,.;()]", s.text[start:end]):
            end = start + comma.start()
    return end


def read_programme_roles(context: DocumentContext, out: Emitter) -> None:
    """'This programme is carried out under the supervision of …': the programme keeps the source's words."""
    for s in context.sentences:
        m = PROGRAMME.search(s.text) if s.has(PROGRAMME_STEMS) else None
        if m is None:
            continue
        name = s.folded.raw(m.start("name"), m.end("name"))
        for role, pattern in (
            ("supervisor", ROLE_SUPERVISOR),
            ("partner", ROLE_PARTNER),
            ("supporter", ROLE_SUPPORT),
        ):
            if at := pattern.search(s.text, m.end()):
                for actor in read_actors(context, s, at.end(), _phrase_end(s, at.end(), len(s.text), lists=True)):
                    add_participation(
                        out, s, actor, activity_kind="programme", activity_key=None, activity_name=name, role=role
                    )
