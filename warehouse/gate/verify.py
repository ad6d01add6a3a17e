"""Whether a build may be published: its gate record judged anew, with every reason against it.

Nothing in the record is believed: verdicts are recomputed from observed and threshold, files are hashed again, the
checks and the code that decided them are compared with the required list, and the signature and the code version must
be right (DESIGN.md §2, promise 1). Age does not spoil a record; another build or other code does.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from expectations.outcome import CheckOutcome
from expectations.required import REQUIRED_FILE, differences, load_required, parse_required
from ingest.code import CodeVersion
from ingest.home import Home
from warehouse.build.withdrawals import load_withdrawals, withdrawals_digest
from warehouse.catalogue.inventory import file_digest
from warehouse.gate.deciding import deciding_code
from warehouse.gate.record import RECORD, REQUIRED, SIGNATURE, GateRecord, GateRefused, RecordedCheck, parse_record
from warehouse.signing.keys import verify


def verify_build(
    home: Home,
    *,
    gate_folder: Path,
    files_folder: Path,
    build_id: str | None,
    code: CodeVersion | None,
    required_file: Path | None = REQUIRED_FILE,
    what: str,
) -> GateRecord:
    """The record of a build that may be published.

    Args:
        build_id: the build that is asked for; None when the record names it (rollback of a release).
        code: the running code, which must be the record's; None in a rollback, where the past build's own holds.
        required_file: the project's reviewed list; None verifies against the list that the build carries (rollback).

    Raises:
        GateRefused: with every reason found.
    """
    try:
        data = (gate_folder / RECORD).read_bytes()
        signature = (gate_folder / SIGNATURE).read_text("utf-8").strip()
        carried = (gate_folder / REQUIRED).read_bytes()
    except (OSError, ValueError) as error:
        raise GateRefused(what, [f"there is no readable gate record: {type(error).__name__}"]) from None
    record = parse_record(data, what)
    reasons: list[str] = []
    if problem := verify(home, record.key_name, data, signature):
        reasons.append(f"gate record: {problem}")
    if build_id is not None and record.build_id != build_id:
        reasons.append(f"gate record: it is of build {record.build_id}, not of {build_id}")
    if record.home_kind != home.kind:
        reasons.append(f"gate record: it was made in a {record.home_kind} home")
    reasons += _code_reasons(home, record, code)
    reasons += _required_reasons(record, carried, required_file)
    reasons += [r for check in record.checks for r in _verdict_reasons(record, check)]
    reasons += _build_reasons(home, record)
    reasons += _artefact_reasons(record, files_folder)
    if reasons:
        raise GateRefused(what, reasons)
    return record


def _code_reasons(home: Home, record: GateRecord, code: CodeVersion | None) -> list[str]:
    reasons = []
    if record.is_dirty and home.kind == "real":
        reasons.append(
            "code: built from a tree that differs from its commit, or that has none and that nobody set down; "
            "only a sample home publishes that. Commit first; without git: infitah version accept"
        )
    if code is not None and (record.code_version, record.is_dirty) != (code.commit, code.is_dirty):
        reasons.append(f"code: built by {record.code_version[:12]}, this is {code.commit[:12]}; build again")
    elif code is not None and record.deciding_code != deciding_code():
        reasons.append("code: the build was checked by other deciding code than this; check it again")
    return reasons


def _required_reasons(record: GateRecord, carried: bytes, required_file: Path | None) -> list[str]:
    reasons = []
    if hashlib.sha256(carried).hexdigest() != record.required_sha256:
        reasons.append("required checks: the list that the build carries is not the one of its record")
    try:
        required = load_required(required_file) if required_file else parse_required(carried)
    except ValueError:
        return [*reasons, "required checks: the list that the build carries is no list of checks"]
    if required_file is not None and required.code is None:
        reasons.append("required checks: the reviewed list does not say which code decides; write it anew: make checks")
    return reasons + differences(required, record.required)


def _verdict_reasons(record: GateRecord, check: RecordedCheck) -> list[str]:
    """Why one check does not let the build pass; nothing when it does."""
    found, day = check.outcome, record.as_of[:10]
    name, seen = f"check {found.check_id}", f"{found.observed} {found.operator} {found.threshold}"
    if found.verdict != check.verdict:
        return [f"{name}: recorded as {check.verdict}, but {seen} is {found.verdict}"]
    if found.severity == "warn":
        if not found.owner or not found.until:
            return [f"{name}: a warning without owner and expiry; give it both, or make it an error"]
        if found.verdict != "pass" and day > found.until:
            return [
                f"{name}: this warning might stand until {found.until}, which has passed; {found.owner} must mend it"
            ]
    elif found.verdict != "pass" and not _is_accepted(record, found):
        was = "nothing was observed" if found.observed is None else f"observed {found.observed:g}"
        where = f" ({found.detail})" if found.detail else ""
        return [f"{name}: {was}, demanded {found.operator} {found.threshold:g}{where}"]
    return []


def _is_accepted(record: GateRecord, check: CheckOutcome) -> bool:
    """Whether a decision that the record carries lets this drift check pass; recomputed, like every verdict."""
    found = record.acceptances.get(check.check_id)
    if found is None or check.kind != "drift" or found.definition_sha256 != check.definition_sha256:
        return False
    return found.covers(check.observed, check.operator, check.threshold, record.as_of[:10])


def _build_reasons(home: Home, record: GateRecord) -> list[str]:
    """What the build shows that may not be shown."""
    reasons = []
    if record.known_on is not None:
        reasons.append(f"build: it shows what was known on {record.known_on}; only the present is published")
    if record.is_local:
        reasons.append("build: it holds sources whose publish flag is off; run without --local to publish")
    if record.withdrawals_sha256 != withdrawals_digest(load_withdrawals(home)):
        reasons.append(
            "withdrawals: something was withdrawn since this was built; "
            "build again (releases are re-cut by `infitah withdraw`)"
        )
    return reasons


def _artefact_reasons(record: GateRecord, folder: Path) -> list[str]:
    present = {p.name: p for p in folder.iterdir() if p.is_file()} if folder.exists() else {}
    recorded = record.artefacts
    reasons = [f"file {name}: recorded and not there" for name in sorted(recorded.keys() - present.keys())]
    reasons += [f"file {name}: there and not recorded" for name in sorted(present.keys() - recorded.keys())]
    for name in sorted(recorded.keys() & present.keys()):
        if file_digest(present[name]) != recorded[name]:
            reasons.append(f"file {name}: its bytes are not the recorded ones")
    return reasons
