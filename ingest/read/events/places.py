"""Where an event takes place: a venue is a place, not a role."""

from __future__ import annotations

import re

from ingest.read.context import DocumentContext, Sentence
from ingest.read.events.found import FoundEvent
from ingest.read.events.patterns import HOLD, HOST_PLACE, IN_CITY, PLACE, STOP
from ingest.text.fold import fold_pattern


def find_place(context: DocumentContext, s: Sentence, e: FoundEvent, left: int, right: int) -> None:
    host = HOST_PLACE.search(s.text, left, right)
    if host and host.start() <= e.start:
        phrase = s.folded.raw(host.start("name"), host.end("name"))
        if not any(host.start("name") <= p.start < host.end("name") and p.is_council for p in s.places):
            e.place = phrase
            e.place_id = _city_in(context, s, host.start("name"), host.end("name"))
            return
    if (
        context.language != "ar"
        and (hold := HOLD.search(s.text, left, right))
        and re.search("abrit|accueil", hold.group())
    ):
        city = [p for p in s.places if left <= p.start < hold.start() and p.is_city]
        at = (
            city[-1].start
            if city
            else max([left, *(m.end() for m in re.finditer(r" que |, ", s.text[: hold.start()]))])
        )
        e.place = re.sub(r"^(?:le |la |l')", "", s.folded.raw(at, hold.start()).strip(" ,"), flags=re.IGNORECASE)
        e.place_id = _city_in(context, s, at, hold.start())
        return
    if m := PLACE.search(s.text, left, right):
        stop = m.end()
        for d in s.dates:
            if m.start() < d.start < stop:
                stop = d.start
        if cut := STOP.search(s.text, m.end("lead"), stop):
            stop = cut.start()
        at = m.start("lead") + (1 if s.text[m.start("lead")] == "ب" else 0)
        words = s.text[at:stop].rstrip(" ,")
        if conj := re.search(fold_pattern(r"\s(?:إضافة|شهر|في شهر|en|ce|et (?:une?|la|le|l'))(?:\s|$)"), words):
            words = words[: conj.start()]
        e.place = re.sub(r"^(?:au |à la |à l'|a la |dans les |à |À )", "", s.folded.raw(at, at + len(words)))
        e.place_id = _city_in(context, s, at, at + len(words))
        return
    for p in s.places:
        if left <= p.start < right and p.is_city and p.collectivity_id:
            e.place, e.place_id = s.folded.raw(p.start, p.end), p.collectivity_id
            return
    for m in IN_CITY.finditer(s.text, left, right):
        hit = context.gazetteer.match_bare(s.text, m.end(), ("commune",), s.folded)
        if hit:
            e.place, e.place_id = s.folded.raw(m.end(), hit[0]), hit[1]
            return


def _city_in(context: DocumentContext, s: Sentence, start: int, end: int) -> str | None:
    """The commune named inside a place phrase (مدينة X, بX, à X); a region or province in it is not a venue."""
    for p in s.places:
        if start <= p.start < end and p.is_city:
            return p.collectivity_id
    for m in IN_CITY.finditer(s.text, start, end):
        if hit := context.gazetteer.match_bare(s.text, m.end(), ("commune",), s.folded):
            return hit[1]
    return None
