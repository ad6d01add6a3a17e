"""The end of a night's ingest: each source is checked on what it would show, then admitted or held.

What came of it is written to the ledger, with the ids that it minted.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import dataclass

from ingest.archive.capture import ENUMERATED, Capture
from ingest.archive.captures import load_index
from ingest.bronze import read_bronze
from ingest.home import Home
from ingest.ledger.acceptances import Acceptance, load_acceptances
from ingest.ledger.admission import DROPPED, Admissions
from ingest.ledger.crawls import CrawlReport, read_report
from ingest.ledger.identity import Observation, Register
from ingest.ledger.source_checks import NightCounts, cause_of, check_source
from ingest.ledger.store import CheckResult, Run, SourceNight, load_runs, run_order, write_run
from ingest.nights import Night, Progress, no_progress
from ingest.opening import Ingest
from ingest.read.version import extractor_version
from ingest.records import IDENTIFIED
from ingest.registry.schema import Source

#: Addresses that a night's report names of each kind of change.
_NAMED = 200


@dataclass(frozen=True)
class _Reading:
    """What the current extractor made of a capture."""

    outcome: str
    facts: int
    is_layout_matched: bool
    fingerprint: str


def admit(ingest: Ingest, night: Night, code_version: str, rows_added: int, progress: Progress = no_progress) -> Run:
    """Check each source that was visited, admit or hold it, mint ids for what was admitted, write the ledger."""
    home = ingest.home
    runs = load_runs(home)
    readings = _readings(ingest)
    ledger = _Ledger(runs, Admissions(runs), readings, load_acceptances(home), night.run_id)
    captures = _captures_by_source(home, night.run_id, readings)
    nights: dict[str, SourceNight] = {}
    for i, source in enumerate(ingest.sources.values()):
        progress(source.id, i, len(ingest.sources))
        report = read_report(home, night.run_id, source.id)
        if found := _source_night(source, captures.get(source.id, []), report, ledger):
            nights[source.id] = found
    progress("", len(ingest.sources), len(ingest.sources))
    run = Run(
        run_id=night.run_id,
        as_of=night.as_of.strftime("%Y-%m-%dT%H:%M:%SZ"),
        code_version=code_version,
        extractor_version=extractor_version(),
        sources=nights,
        identities=[],
        rows_added=rows_added,
    )
    after = Admissions([*runs, run])
    admitted = {s for s, n in nights.items() if n.admission == "admitted"}
    shown = [c for s in admitted for c in captures.get(s, []) if after.admitted_in(s, c.run_id) not in (None, DROPPED)]
    register = Register.load(e for r in runs for e in r.identities)
    run = dataclasses.replace(run, identities=register.identify(_observations(ingest, shown)))
    write_run(home, run)
    return run


@dataclass(frozen=True)
class _Ledger:
    """What a source's night is judged against."""

    runs: list[Run]
    admissions: Admissions
    readings: dict[str, _Reading]
    """Capture key → what the current extractor made of it."""
    acceptances: list[Acceptance]
    run_id: str

    def outcome(self, capture: Capture) -> str:
        return self.readings[capture.capture_key].outcome


def _readings(ingest: Ingest) -> dict[str, _Reading]:
    """Capture key → what the current extractor made of it."""
    versions = ingest.versions
    columns = ["capture_key", "source_id", "extractor_version", "is_layout_matched", "text_sha256"]
    documents = {
        r["capture_key"]: (r["is_layout_matched"], r["text_sha256"])
        for r in read_bronze(ingest.home, "documents").select(columns).to_pylist()
        if r["extractor_version"] == versions.get(r["source_id"])
    }
    return {
        r["capture_key"]: _Reading(r["outcome_code"], r["record_count"], *documents.get(r["capture_key"], (True, "")))
        for r in read_bronze(ingest.home, "parsed_captures").to_pylist()
        if r["extractor_version"] == versions.get(r["source_id"])
    }


def _captures_by_source(home: Home, run_id: str, readings: dict[str, _Reading]) -> dict[str, list[Capture]]:
    """Documents captured up to a run, numbers without a page left out."""
    found: dict[str, list[Capture]] = {}
    for capture in load_index(home):
        is_due = capture.is_document and run_order(capture.run_id) <= run_order(run_id)
        if is_due and not _is_mere_number(capture, readings):
            found.setdefault(capture.source_id, []).append(capture)
    return found


def _is_mere_number(capture: Capture, readings: dict[str, _Reading]) -> bool:
    """Whether a number was tried and there is no page behind it (`ingest.collect.enumeration`)."""
    if capture.crawl is None or capture.crawl.reason != ENUMERATED:
        return False
    return capture.capture_key in readings and readings[capture.capture_key].outcome == "gone"


def _source_night(
    source: Source, captures: list[Capture], report: CrawlReport | None, ledger: _Ledger
) -> SourceNight | None:
    """What the night of one source came to; None when it was not visited."""
    tonight, before = _tonight_and_before(source, captures, ledger)
    if not tonight and report is None:
        return None
    known, latest = _latest(before), _latest(tonight)
    new, changed, gone = _changes(known, latest, ledger.readings)
    counts = _counts(source, tonight, known | latest, len(gone), report, ledger)
    checks = _check(source, counts, ledger)
    cause = cause_of([c for c in checks if c.accepted_until is None], counts.crawl_outcome)
    return SourceNight(
        source_id=source.id,
        admission="held" if cause else "admitted",
        cause=cause,
        captures=len(tonight),
        new_captures=len(new),
        changed_captures=len(changed),
        gone_captures=len(gone),
        facts=counts.facts,
        outcomes=_outcomes(tonight, report, ledger),
        checks=checks,
        changes={} if not known else {"new": new[:_NAMED], "changed": changed[:_NAMED], "gone": gone[:_NAMED]},
        crawl=report,
    )


def _tonight_and_before(
    source: Source, captures: list[Capture], ledger: _Ledger
) -> tuple[list[Capture], list[Capture]]:
    """(captures that no run has admitted, captures that one has); what was dropped is in neither.

    Tonight's are this run's, those of a run killed before its ledger entry, and those of nights that did not see the
    site whole. What is handed in stands again every night.
    """
    committed = {r.run_id for r in ledger.runs}
    if source.schedule == "on_arrival":
        return captures, [c for c in captures if c.run_id in committed]
    states = [(c, ledger.admissions.admitted_in(source.id, c.run_id)) for c in captures]
    tonight = [c for c, state in states if state is None]
    return tonight, [c for c, state in states if state is not None and state != DROPPED]


def _counts(
    source: Source,
    tonight: list[Capture],
    shown: dict[str, Capture],
    gone: int,
    report: CrawlReport | None,
    ledger: _Ledger,
) -> NightCounts:
    """What the source checks look at.

    Args:
        shown: address → the capture that the source would show.
        gone: addresses found gone tonight.
    """
    html = [
        ledger.readings[c.capture_key]
        for c in tonight
        if c.content_type.startswith("text/html") and ledger.outcome(c) != "gone" and not c.is_revisit
    ]
    nights = (r.sources[source.id] for r in ledger.runs if source.id in r.sources)
    previous = [n for n in nights if n.admission == "admitted"]
    return NightCounts(
        documents=sum(1 for c in shown.values() if ledger.outcome(c) != "gone"),
        addresses=len(shown),
        html_pages=len(html),
        layout_matched=sum(1 for x in html if x.is_layout_matched),
        gone=gone,
        parse_errors=sum(1 for c in tonight if ledger.outcome(c) == "parse_error"),
        facts=sum(ledger.readings[c.capture_key].facts for c in shown.values()),
        previous_facts=previous[-1].facts if previous else None,
        crawl_outcome=report.outcome if report else None,
    )


def _check(source: Source, counts: NightCounts, ledger: _Ledger) -> list[CheckResult]:
    """The source checks, each with the decision that lets it pass where a person made one."""
    day = ledger.run_id.rpartition(".")[0]
    results = []
    for result in check_source(source.expectations, counts):
        for a in ledger.acceptances if result.verdict == "fail" else ():
            is_same = (a.check_id, a.source_id) == (result.check_id, source.id)
            if is_same and a.covers(result.observed, result.operator, result.threshold, day):
                result = dataclasses.replace(result, accepted_until=a.until, accepted_because=a.because)
        results.append(result)
    return results


def _outcomes(tonight: list[Capture], report: CrawlReport | None, ledger: _Ledger) -> dict[str, int]:
    """Documents by outcome: of reading what came, and of asking for what did not."""
    read = Counter(ledger.outcome(c) for c in tonight)
    asked = report.outcomes if report else {}
    failed = Counter({k: n for k, n in asked.items() if k not in ("ok", "not_modified", "gone", "empty")})
    return dict(sorted((read + failed).items()))


def _latest(captures: list[Capture]) -> dict[str, Capture]:
    """Address → its latest capture; the index is in order of run."""
    found: dict[str, Capture] = {}
    for c in sorted(captures, key=lambda c: (run_order(c.run_id), c.captured_at)):
        found[c.address] = c
    return found


def _changes(
    known: dict[str, Capture], tonight: dict[str, Capture], readings: dict[str, _Reading]
) -> tuple[list[str], list[str], list[str]]:
    """Addresses as fetched that are new, changed in content, or gone since they were last seen."""
    new, changed, gone = [], [], []
    for address, c in sorted(tonight.items()):
        before = known.get(address)
        was_gone = before is not None and readings[before.capture_key].outcome == "gone"
        is_gone = readings[c.capture_key].outcome == "gone"
        if is_gone:
            if not was_gone:
                gone.append(c.url)
        elif before is None:
            new.append(c.url)
        elif was_gone or readings[before.capture_key].fingerprint != readings[c.capture_key].fingerprint:
            changed.append(c.url)
    return new, changed, gone


def _observations(ingest: Ingest, captures: list[Capture]) -> list[Observation]:
    """Observations of admitted captures, in the order in which they were first captured."""
    versions = ingest.versions
    first: dict[str, str] = {}
    for c in captures:
        first[c.capture_key] = min(first.get(c.capture_key, c.captured_at), c.captured_at)
    found: list[tuple[tuple[str, str, str, int], Observation]] = []
    for kind in IDENTIFIED:
        table = read_bronze(ingest.home, kind).select(
            ["natural_key", "source_id", "source_url", "evidence_position", "capture_key", "extractor_version"]
        )
        for i, r in enumerate(table.to_pylist()):
            if r["extractor_version"] == versions.get(r["source_id"]) and r["capture_key"] in first:
                order = (first[r["capture_key"]], r["source_id"], r["source_url"], i)
                seen = Observation(kind, r["natural_key"], r["source_id"], r["source_url"], r["evidence_position"])
                found.append((order, seen))
    return [o for _, o in sorted(found, key=lambda pair: pair[0])]
