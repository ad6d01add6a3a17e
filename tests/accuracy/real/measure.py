"""Counts of right, found and expected facts over pages with their gold, by site, clean and in their host's frame.

    python -m tests.accuracy.real.measure [--sealed FOLDER] [--misses N]

Without a folder: the 28 real pages (`INFITAH_SHARED`, or the shared folder beside the project). `--sealed` takes a folder
with `hosts.json` and `pages.jsonl`. A right value is right, a wrong one counts against precision, what gold leaves out is not
scored.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from ingest.archive.capture import Capture
from ingest.collect.families import hints_of
from ingest.read.captures import read_capture
from ingest.read.documents.reader import DocumentReader
from ingest.read.notices.calls import CALL_KINDS
from ingest.records import (
    AgendaItem,
    Agreement,
    Commitment,
    Consultation,
    Document,
    Event,
    Grant,
    Keyed,
    Petition,
    Plan,
    Session,
    StatedDeadline,
    StatedSum,
    Tender,
    Vote,
)
from ingest.registry.schema import Source
from ingest.text.fold import fold
from tests.accuracy.predict import gazetteer

HERE = Path(__file__).parent
#: A found title is the one of gold when so much of it agrees (rapidfuzz, 100 for equal).
_ALIKE = 88
FIELDS = (
    "kind",
    "sessions",
    "sessions with status",
    "session dates",
    "event dates",
    "deadlines",
    "published dates",
    "agenda items",
    "votes",
    "amounts",
    "subjects",
    "plans",
)
#: Our kind of plan, of what holds it where that tells, → the type that gold calls it.
_PLAN_TYPES: dict[str, str] = json.loads((HERE / "plan_kinds.json").read_text("utf-8"))


@dataclass(frozen=True)
class Labelled:
    """One page with what it states."""

    page: str
    host: str
    url: str
    title: str
    clean: str
    framed: str
    gold: dict[str, Any]


@dataclass
class Count:
    right: int = 0
    found: int = 0
    expected: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, page: str, right: int, found: list[str], expected: list[str]) -> None:
        self.right += right
        self.found += len(found)
        self.expected += len(expected)
        if right < len(found) or right < len(expected):
            self.misses.append(f"{page}: found {found} expected {expected}")

    def __str__(self) -> str:
        return f"{self.right}/{self.found} · {self.right}/{self.expected}"


@dataclass
class Counts:
    """Every field over some pages."""

    fields: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    false_facts: list[str] = field(default_factory=list)
    empty_pages: int = 0


def real_pages() -> Iterator[Labelled]:
    """The 28 pages, their texts from the shared folder.

    Raises:
        SystemExit: the folder is not there.
    """
    shared = Path(os.environ.get("INFITAH_SHARED", HERE.parents[3] / "shared"))
    texts = shared / "data" / "pages"
    if not texts.is_dir():
        raise SystemExit(f"reading real pages: no folder {texts}; set INFITAH_SHARED")
    for line in (HERE / "gold.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        text = (texts / f"{entry['page']}.txt").read_text("utf-8")
        gold = entry["gold"]
        for key in ("agenda",):
            if key in gold:
                gold[key] = [text[a:b] for a, b in gold[key]]
        for amount in gold.get("amounts", ()):
            amount["raw"] = text[slice(*amount["at"])]
        body = "\n".join(f"<p>{html.escape(x)}</p>" for x in text.splitlines() if x.strip())
        frame = (HERE / "frames" / f"{entry['host']}.html").read_text("utf-8")
        yield _labelled(entry["page"], entry["host"], entry.get("url") or "", "", body, frame, "", gold)


def sealed_pages(folder: Path) -> Iterator[Labelled]:
    """Pages of a folder that a session wrote which had seen no rule."""
    hosts = json.loads((folder / "hosts.json").read_text("utf-8"))
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        e = json.loads(line)
        yield _labelled(
            e["id"], e["host"], e["url"], e["title"], e["content"], hosts[e["host"]]["frame"], e.get("chip", ""), e["gold"]
        )  # fmt: skip


def _labelled(
    page: str, host: str, url: str, title: str, body: str, frame: str, chip: str, gold: dict[str, Any]
) -> Labelled:
    head = f"<h1>{html.escape(title)}</h1>" if title else ""
    stamp = f"<time class='published'>{html.escape(chip)}</time>" if chip else ""
    clean = f"<!doctype html><html><head><meta charset='utf-8'><title>{html.escape(title)}</title></head><body><article>{head}{stamp}<div class='entry-content'>{body}</div></article></body></html>"
    framed = frame.replace("{{title}}", html.escape(title)).replace("{{chip}}", chip).replace("{{content}}", body)
    return Labelled(page, host, url or f"https://{host}/{page}", title, clean, framed, gold)


def publisher_of(labelled: Labelled) -> str | None:
    """The council whose site it is: the one that acts on most of its pages' sessions, as the registry would say."""
    names = [s["collectivity"] for s in labelled.gold.get("sessions", ()) if s.get("collectivity")]
    return place(names[0]) if names else None


def place(name: str) -> str | None:
    """Our id of a collectivity by its French name, of a commune where others bear it too; None where several do."""
    level = re.match(r"(commune|province|prefecture|region) (?:de l'|de |d'|du )?", fold(name))
    bare = fold(name)[level.end() if level else 0 :]
    territories = gazetteer().territories.values()
    found = [t for t in territories if fold(t.name_fr) == bare and (level is None or t.level_code == level[1])]
    found = [t for t in found if t.level_code == "commune"] if len(found) > 1 else found
    return found[0].collectivity_id if len(found) == 1 else None


def read(labelled: Labelled, body: str, reader: DocumentReader) -> list[Keyed]:
    """The records of a page, read as a night reads a council's site whose family nobody has declared."""
    source = Source.model_validate(
        {
            "id": "measured-site",
            "names": {"ar": "موقع للقياس", "fr": "Site de mesure", "en": "Measured site"},
            "kind": "council_site",
            "platform": "listing",
            "collectivity": publisher_of(labelled),
            "languages": ["ar", "fr"],
            "licence": {"code": "sample", "quote_basis": "sample"},
            "hosts": [{"host": "site.invalid", "status": "unverified"}],
        }
    )
    payload = body.encode()
    digest = hashlib.sha256(payload).hexdigest()
    capture = Capture(
        source_id=source.id,
        run_id="2026-11-26.1",
        url=labelled.url,
        captured_at="2026-11-26T02:30:00Z",
        payload_sha256=digest,
        payload_bytes=len(payload),
        capture_key=digest,
        content_type="text/html; charset=utf-8",
        http_status=200,
        warc_file="",
        offset=0,
    )
    return read_capture(capture, payload, hints_of(source), gazetteer(), "measured", reader)


def count_page(counts: Counts, page: Labelled, records: list[Keyed]) -> None:
    """Compare one page with its gold."""
    gold = page.gold
    by: dict[type[Keyed], list[Any]] = defaultdict(list)
    for r in records:
        by[type(r)].append(r)
    document: Document = by[Document][0]
    if gold.get("kind") is not None:
        counts.fields["kind"].add(page.page, gold["kind"] == document.kind_code, [document.kind_code], [gold["kind"]])
    if "sessions" in gold:
        _sessions(counts, page, by[Session])
    if "dates" in gold:
        _dates(counts, page, by, document)
    if "agenda" in gold:
        found = [i.title for i in by[AgendaItem]]
        pairs = paired(found, gold["agenda"])
        counts.fields["agenda items"].add(page.page, len(pairs), found, gold["agenda"])
        if "subjects" in gold:
            _subjects(counts, page, by[AgendaItem], pairs)
    if "votes" in gold:
        _votes(counts, page, by)
    if "amounts" in gold:
        _amounts(counts, page, by)
    if "plans" in gold:
        _plans(counts, page, by[Plan])
    if gold.get("is_empty"):
        counts.empty_pages += 1
        facts = [r for kind in (Session, AgendaItem, Vote, Event, Tender, Grant, Agreement, Consultation, Petition, Commitment) for r in by[kind]]  # fmt: skip
        counts.false_facts += [f"{page.page}: {type(f).__name__} {f.natural_key}" for f in facts]


def paired(found: list[str], wanted: list[str]) -> dict[int, int]:
    """Index in gold → index in what was found, each used once: the most alike first."""
    scored = sorted(
        ((fuzz.ratio(_bare(w), _bare(f)), j, i) for j, w in enumerate(wanted) for i, f in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, j, i in scored:
        if score >= _ALIKE and j not in pairs and i not in pairs.values():
            pairs[j] = i
    return pairs


def _bare(text: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(text)).strip()


def _sessions(counts: Counts, page: Labelled, found: list[Session]) -> None:
    wanted = page.gold["sessions"]
    have = [(s.kind_code, s.year, s.month) for s in found]
    want = [(s["kind"], s["year"], s["month"]) for s in wanted]
    right = (Counter(have) & Counter(want)).total()
    counts.fields["sessions"].add(page.page, right, _texts(have), _texts(want))
    told = [s for s in wanted if s.get("status")]
    have_status = [(*h, s.status_code) for h, s in zip(have, found, strict=True)]
    for key in ((s["kind"], s["year"], s["month"]) for s in wanted if not s.get("status")):
        unscored = next((h for h in have_status if h[:3] == key), None)
        if unscored is not None:
            have_status.remove(unscored)
    want_status = [(s["kind"], s["year"], s["month"], s["status"]) for s in told]
    right = (Counter(have_status) & Counter(want_status)).total()
    counts.fields["sessions with status"].add(page.page, right, _texts(have_status), _texts(want_status))
    days = [d for s in found if (d := s.postponed_to_date.value or s.start_date.value)]
    # A session that was called off keeps the day for which it was called.
    want_days = [d for s in wanted for d in (s["dates"] or ([s["called_for"]] if s.get("called_for") else []))[:1]]
    right = (Counter(days) & Counter(want_days)).total()
    counts.fields["session dates"].add(page.page, right, days, want_days)


def _texts(values: Iterable[tuple[object, ...]]) -> list[str]:
    return [" ".join(map(str, v)) for v in values]


def _dates(counts: Counts, page: Labelled, by: dict[type[Keyed], list[Any]], document: Document) -> None:
    found: dict[str, list[str]] = {"published": [], "event": [], "deadline": []}
    if document.published_date.value and document.published_date.basis_code != "none":
        found["published"].append(document.published_date.value)
    for kind, role, name in (
        (Tender, "deadline", "closing_date"),
        (Consultation, "event", "start_date"),
        (Consultation, "deadline", "end_date"),
        (StatedDeadline, "deadline", "deadline_date"),
        (Event, "event", "start_date"),
        (Event, "event", "end_date"),
        (Agreement, "event", "signed_date"),
    ):
        # The day on which a call opens is no event, nor is the year of an agreement.
        told = [r for r in by[kind] if role == "deadline" or getattr(r, "kind_code", "") not in CALL_KINDS]
        found[role] += [v for r in told if (v := getattr(r, name).value) and (kind is not Agreement or len(v) == 10)]
    for role, name in (("published", "published dates"), ("event", "event dates"), ("deadline", "deadlines")):
        want = [d["value"] for d in page.gold["dates"] if d["role"] == role]
        right = (Counter(found[role]) & Counter(want)).total()
        counts.fields[name].add(page.page, right, found[role], want)


def _votes(counts: Counts, page: Labelled, by: dict[type[Keyed], list[Any]]) -> None:
    items = by[AgendaItem]
    place_of = {item.natural_key: i for i, item in enumerate(items)}
    pairs = {i: j for j, i in paired([i.title for i in items], page.gold.get("agenda", [])).items()}
    have = []
    for v in by[Vote]:
        i = place_of.get(v.agenda_item_key or "")
        item = None if v.agenda_item_key is None else pairs.get(i, -1) + 1 if i is not None else 0
        have.append((item, v.result_code, v.is_unanimous, v.for_count, v.against_count, v.abstention_count))
    want = [
        (v["item"], v["result"], bool(v.get("unanimous")), v.get("for"), v.get("against"), v.get("abstain"))
        for v in page.gold["votes"]
    ]
    right = (Counter(have) & Counter(want)).total()
    counts.fields["votes"].add(page.page, right, _texts(have), _texts(want))


def _subjects(counts: Counts, page: Labelled, found: list[AgendaItem], pairs: dict[int, int]) -> None:
    """(point, code) of the points that were found; `pairs` is place in gold → place in what was found."""
    have = [f"{j} {code}" for j, i in sorted(pairs.items()) for code in (found[i].subjects or "").split()]
    want = [f"{j} {code}" for j in sorted(pairs) for code in page.gold["subjects"][j] or ()]
    counts.fields["subjects"].add(page.page, len(set(have) & set(want)), have, want)


def _plans(counts: Counts, page: Labelled, found: list[Plan]) -> None:
    """Plans whose type, holder and both years are right."""
    have = [(_plan_type(p), p.collectivity_id, p.period_start_year, p.period_end_year) for p in found]
    want = [
        # A place that we do not know by this name is right with none of ours.
        (p["type"], p["collectivity"] and (place(p["collectivity"]) or p["collectivity"]), p["start"], p["end"])
        for p in page.gold["plans"]
    ]
    right = (Counter(have) & Counter(want)).total()
    counts.fields["plans"].add(page.page, right, _texts(have), _texts(want))


def _plan_type(plan: Plan) -> str:
    territory = gazetteer().territories.get(plan.collectivity_id or "")
    held = f"{plan.kind_code} of a {territory.level_code}" if territory else plan.kind_code
    return _PLAN_TYPES.get(held) or _PLAN_TYPES.get(plan.kind_code) or held


def _amounts(counts: Counts, page: Labelled, by: dict[type[Keyed], list[Any]]) -> None:
    have = {
        Decimal(r.amount_mad)
        for kind in (AgendaItem, Tender, Grant, Agreement, Commitment, StatedSum)
        for r in by[kind]
        if getattr(r, "amount_mad", None) is not None
    }
    want = {Decimal(str(a["value"])) for a in page.gold["amounts"] if a["value"] is not None}
    counts.fields["amounts"].add(page.page, len(have & want), [str(x) for x in have], [str(x) for x in want])


def measure(pages: Iterable[Labelled], *, framed: bool) -> dict[str, Counts]:
    """Counts by site, and of all under ''."""
    by_host: dict[str, Counts] = defaultdict(Counts)
    with DocumentReader() as reader:
        for page in pages:
            records = read(page, page.framed if framed else page.clean, reader)
            for host in (page.host, ""):
                count_page(by_host[host], page, records)
    return by_host


def main(arguments: list[str] | None = None) -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sealed", type=Path, help="a folder of hosts.json and pages.jsonl")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N misses of each field")
    given = parser.parse_args(arguments)
    pages = list(sealed_pages(given.sealed) if given.sealed else real_pages())
    clean, framed = measure(pages, framed=False), measure(pages, framed=True)
    print(f"{len(pages)} pages; right/found · right/expected, clean | in the frame\n")
    for host in sorted(clean):
        print(host or "all")
        for name in FIELDS:
            if (c := clean[host].fields[name]).expected or c.found or framed[host].fields[name].found:
                print(f"  {name:22} {c!s:18} | {framed[host].fields[name]}")
        for what, counts in (("clean", clean[host]), ("framed", framed[host])):
            if counts.empty_pages:
                print(f"  false facts on {counts.empty_pages} pages without any, {what}: {len(counts.false_facts)}")
    for name in FIELDS if given.misses else ():
        print(f"\n{name}:\n  " + "\n  ".join(clean[""].fields[name].misses[: given.misses]))


if __name__ == "__main__":
    main()
