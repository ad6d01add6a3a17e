"""The end of a night's ingest: each source is checked on what it would show, admitted or held, and the ledger is written."""

from __future__ import annotations

import dataclasses
from collections import Counter
from dataclasses import asdict, dataclass

from ingest.archive.capture import ENUMERATED, Capture
from ingest.archive.captures import load_index
from ingest.bronze import read_bronze
from ingest.collect.crawl.report import CrawlReport, read_report
from ingest.ledger.acceptances import Acceptance, load_acceptances
from ingest.ledger.admission import DROPPED, Admissions
from ingest.ledger.identity import Observation, Register
from ingest.ledger.source_checks import NightCounts, cause_of, check_source
from ingest.ledger.store import Run, SourceNight, load_runs, run_order, write_run
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
    admissions = Admissions(runs)
    readings = _readings(ingest)
    by_source: dict[str, list[Capture]] = {}
    for capture in load_index(home):
        is_due = capture.is_document and run_order(capture.run_id) <= run_order(night.run_id)
        if is_due and not _is_mere_number(capture, readings):
            by_source.setdefault(capture.source_id, []).append(capture)
    nights: dict[str, SourceNight] = {}
    for i, source in enumerate(ingest.sources.values()):
        progress(source.id, i, len(ingest.sources))
        report = read_report(home, night.run_id, source.id)
        captures = by_source.get(source.id, [])
        if found := _source_night(
            source, captures, runs, admissions, readings, report, load_acceptances(home), night.run_id
        ):
            nights[source.id] = found
    progress("", len(ingest.sources), len(ingest.sources))
    register = Register.load(e for r in runs for e in r.identities)
    run = Run(
        run_id=night.run_id, as_of=night.as_of.strftime("%Y-%m-%dT%H:%M:%SZ"), code_version=code_version,
        extractor_version=extractor_version(), sources=nights, identities=[], rows_added=rows_added,
    )  # fmt: skip
    after = Admissions([*runs, run])
    admitted = {s for s, n in nights.items() if n.admission == "admitted"}
    shown = [
        c for s in admitted for c in by_source.get(s, [])
        if after.admitted_in(s, c.run_id) not in (None, DROPPED)
    ]  # fmt: skip
    fresh = register.identify(_observations(ingest, shown))
    run = dataclasses.replace(run, identities=fresh)
    write_run(home, run)
    return run


def _readings(ingest: Ingest) -> dict[str, _Reading]:
    """Capture key → what the current extractor made of it."""
    versions = ingest.versions
    documents = {
        r["capture_key"]: (r["is_layout_matched"], r["text_sha256"])
        for r in read_bronze(ingest.home, "documents").select(
            ["capture_key", "source_id", "extractor_version", "is_layout_matched", "text_sha256"]
        ).to_pylist()
        if r["extractor_version"] == versions.get(r["source_id"])
    }  # fmt: skip
    return {
        r["capture_key"]: _Reading(r["outcome_code"], r["record_count"], *documents.get(r["capture_key"], (True, "")))
        for r in read_bronze(ingest.home, "parsed_captures").to_pylist()
        if r["extractor_version"] == versions.get(r["source_id"])
    }


def _is_mere_number(capture: Capture, readings: dict[str, _Reading]) -> bool:
    """Whether a number was tried and there is no page behind it (`ingest.collect.enumeration`)."""
    if capture.crawl is None or capture.crawl.reason != ENUMERATED:
        return False
    return capture.capture_key in readings and readings[capture.capture_key].outcome == "gone"


def _source_night(
    source: Source, captures: list[Capture], runs: list[Run], admissions: Admissions, readings: dict[str, _Reading],
    report: CrawlReport | None, acceptances: list[Acceptance], run_id: str,
) -> SourceNight | None:  # fmt: skip
    """What the night of one source came to; None when it was not visited.

    Tonight's captures are those that no run has admitted: this run's, those of a run killed before its ledger entry, and
    those of nights that did not see the site whole.
    """
    committed = {r.run_id for r in runs}
    tonight, before = [], []
    for c in captures:
        state = admissions.admitted_in(source.id, c.run_id)
        if source.schedule == "on_arrival":
            tonight.append(c)
            before += [c] if c.run_id in committed else []
        elif state is None:
            tonight.append(c)
        elif state != DROPPED:
            before.append(c)
    if not tonight and report is None:
        return None
    known = _latest(before)
    shown = known | _latest(tonight)
    new, changed, gone = _changes(known, _latest(tonight), readings)
    html = [
        readings[c.capture_key] for c in tonight
        if c.content_type.startswith("text/html") and readings[c.capture_key].outcome != "gone" and not c.is_revisit
    ]  # fmt: skip
    previous = [
        r.sources[source.id] for r in runs if source.id in r.sources and r.sources[source.id].admission == "admitted"
    ]
    facts = sum(readings[c.capture_key].facts for c in shown.values())
    counts = NightCounts(
        documents=sum(1 for c in shown.values() if readings[c.capture_key].outcome != "gone"),
        addresses=len(shown),
        html_pages=len(html),
        layout_matched=sum(1 for x in html if x.is_layout_matched),
        gone=len(gone),
        parse_errors=sum(1 for c in tonight if readings[c.capture_key].outcome == "parse_error"),
        facts=facts,
        previous_facts=previous[-1].facts if previous else None,
        crawl_outcome=report.outcome if report else None,
    )
    results = check_source(source.expectations, counts)
    day = run_id.rpartition(".")[0]
    accepted = {
        r.check_id: a for r in results if r.verdict == "fail"
        for a in acceptances
        if (a.check_id, a.source_id) == (r.check_id, source.id) and a.covers(r.observed, r.operator, r.threshold, day)
    }  # fmt: skip
    cause = cause_of([r for r in results if r.check_id not in accepted], report.outcome if report else None)
    fetched = Counter(readings[c.capture_key].outcome for c in tonight)
    failed = {
        k: n for k, n in (report.outcomes if report else {}).items() if k not in ("ok", "not_modified", "gone", "empty")
    }
    return SourceNight(
        source_id=source.id,
        admission="held" if cause else "admitted",
        cause=cause,
        captures=len(tonight),
        new_captures=len(new),
        changed_captures=len(changed),
        gone_captures=len(gone),
        facts=facts,
        outcomes=dict(sorted((fetched + Counter(failed)).items())),
        checks=[
            {
                **asdict(r),
                "verdict": r.verdict,
                **(
                    {"accepted_until": accepted[r.check_id].until, "accepted_because": accepted[r.check_id].because}
                    if r.check_id in accepted
                    else {}
                ),
            }
            for r in results
        ],
        changes={} if not known else {"new": new[:_NAMED], "changed": changed[:_NAMED], "gone": gone[:_NAMED]},
        crawl=asdict(report) if report else None,
    )


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
