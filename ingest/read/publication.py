"""Who published a document, when, and on what ground it may be quoted: its side-car, its page, its source."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import parse_qsl, urlsplit

from ingest.archive.capture import SidecarFields
from ingest.read.documents.model import ReadDocument
from ingest.read.hints import Hints
from ingest.read.kinds.forms import FEED_MOMENT, is_feed
from ingest.read.origin import NO_QUOTE
from ingest.read.rules import Rule, tell
from ingest.registry.licences import OPEN_LICENCES
from ingest.territory.gazetteer import Gazetteer
from ingest.text.dates import PartialDate, find_dates, parse_first
from ingest.text.fold import fold, fold_with_offsets


def quote_basis(hints: Hints, sidecar: SidecarFields) -> str:
    """Why short quotations of this document may be published; the narrower of source and sidecar."""
    if hints.quote_basis == NO_QUOTE or not sidecar:
        if sidecar and sidecar.get("licence") in OPEN_LICENCES:
            return OPEN_LICENCES[sidecar["licence"]]
        return hints.quote_basis
    return OPEN_LICENCES.get(sidecar["licence"], NO_QUOTE)


#: Pages of the network's members: membre.php?ct=commune-agadir&lang=ar.
_MEMBER = re.compile(r"(?P<level>region|province|prefecture|commune)-(?P<name>[a-z0-9-]+)")


def publisher_of(hints: Hints, sidecar: SidecarFields, gazetteer: Gazetteer, url: str) -> str | None:
    """Whose words a document holds: its site's council, the member whose page it is, else who the sidecar names."""
    if hints.collectivity_id is not None:
        return hints.collectivity_id
    member = dict(parse_qsl(urlsplit(url).query)).get("ct", "") if hints.source_kind == "network_portal" else ""
    if m := _MEMBER.fullmatch(fold(member).strip()):
        members = {x.collectivity_id for x in gazetteer.find(f"{m['level']} {m['name'].replace('-', ' ')}")}
        return members.pop() if len(members) == 1 else None
    folded = fold_with_offsets(sidecar.get("publisher", ""))
    named = [m.collectivity_id for m in gazetteer.find(folded.text, folded) if m.collectivity_id]
    return named[0] if named else None


@dataclasses.dataclass(frozen=True)
class Publication:
    """When a document was published, and what says so."""

    date: PartialDate | None
    basis: str
    """sidecar, page, address or none."""


#: /2023/08/10/a-slug: the day under which a publishing program keeps a page; a day alone is a list of pages.
_DATED_ADDRESS = re.compile(r"/(20[0-4]\d)/(\d{1,2})/(\d{1,2})/[^/]")
_PUBLISHED = Rule(
    "publication.says_so",
    r"{published_here} (?:[ ](?!{official_journal})[^\W\d]+){0,5} [ :,()-]* $",
    (
        "نشر بالموقع يوم ",
        "الإعلان صادر بالموقع بتاريخ ",
        "Avis publié le ",
        "Dernière mise à jour de la page : ",
        "Posted on ",
    ),
    ("publié au Bulletin officiel du ", "منشور بالجريدة الرسمية بتاريخ ", "صادر بتاريخ "),
)
#: Whose day it is where such a line names it: a decree's, a law's, a census's, not the page's.
_OF_OTHERS = Rule(
    "publication.of_others",
    "(?:{law} | {came_out})",
    ("Arrêté ", "Résultats du recensement ", "قانون ", "The law was "),
    ("Avis ", "Cet article a été ", "الإعلان ", "This page was last "),
)
#: Lines above the prose of a page, and at its end, that may be its date.
_TOP, _BOTTOM = 8, 2
_PROSE_CHARS = 80


def publication_of(sidecar: SidecarFields, read: ReadDocument, url: str) -> Publication:
    """The day of publication by the record kept with a document, by its page, by its address, by a line of its text."""
    if stated := sidecar.get("publication_date"):
        return Publication(parse_first(stated), "sidecar")
    if read.date_text and (shown := parse_first(read.date_text)) is not None:
        return Publication(shown, "page")
    if is_feed(read.text, url) and (moment := FEED_MOMENT.search(read.text)) is not None:
        return Publication(parse_first(moment[1]), "page")
    if (kept := _day_of_address(url)) is not None:
        return Publication(kept, "address")
    line = _date_line(read.text)
    return Publication(line, "page" if line is not None else "none")


def _day_of_address(url: str) -> PartialDate | None:
    m = _DATED_ADDRESS.search(urlsplit(url).path)
    if m is None:
        return None
    day = parse_first(f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}")
    return dataclasses.replace(day, raw=m.group()[1:-2]) if day is not None and day.precision == "day" else None


def _date_line(text: str) -> PartialDate | None:
    """A line that is nothing but a day, or says that it is that of publication, above the prose or at the end.

    A weekday before a bare day makes it an event's.
    """
    lines = [x for x in text.splitlines() if x.strip()]
    top = []
    for line in lines[:_TOP]:
        if len(line) > _PROSE_CHARS:
            break
        top.append(line)
    for line in (*top, *reversed(lines[-_BOTTOM:])):
        dates = find_dates(line) if len(line) <= _PROSE_CHARS else []
        if len(dates) == 1 and dates[0].value and dates[0].precision == "day":
            day = dates[0]
            folded = fold(line)
            if said := _PUBLISHED.search(folded, 0, day.start):
                if _OF_OTHERS.search(folded, 0, said.start()):
                    tell(_PUBLISHED.id, said.group() + day.raw, line[:40], overruled_by=_OF_OTHERS.id)
                    continue
                tell(_PUBLISHED.id, said.group() + day.raw, line[:40])
                return day
            if day.weekday is None and not any(c.isalnum() for c in folded[: day.start] + folded[day.end :]):
                return day
    return None


def without_day(date: PartialDate | None) -> PartialDate | None:
    return (
        None
        if date is None
        else dataclasses.replace(date, year=None, month=None, day=None, precision="none", flag="after_capture")
    )
