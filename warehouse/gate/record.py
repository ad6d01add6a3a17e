"""The gate record: every check and every file of one build, signed; and its verification before anything is published.

Nothing in the record is believed: verdicts are recomputed from observed and threshold, files are hashed again, the set
of checks is compared with the required list, and the signature and the code version must be right (DESIGN.md §2,
promise 1). Age does not spoil a record; another build or other code does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from expectations.outcome import CheckOutcome
from expectations.required import REQUIRED_FILE, describe, differences, load_required
from ingest.code import CodeVersion
from ingest.home import Home, write_bytes, write_json
from ingest.ledger.acceptances import Acceptance
from ingest.ledger.store import judge
from warehouse.build.withdrawals import load_withdrawals, withdrawals_digest
from warehouse.gate.keys import open_signer, verify

RECORD = "gate.json"
SIGNATURE = "gate.json.sig"
REQUIRED = "required-checks.json"


def file_digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


class GateRefused(Exception):
    """The build may not be published; `reasons` says why, one line each."""

    def __init__(self, what: str, reasons: list[str]) -> None:
        self.reasons = reasons
        super().__init__(f"{what}: refused\n  " + "\n  ".join(reasons))


def write_record(
    home: Home,
    gate_folder: Path,
    *,
    build_id: str,
    release_id: str,
    as_of: str,
    code: CodeVersion,
    outcomes: Iterable[CheckOutcome],
    artefacts: dict[str, str],
    tables: dict[str, dict[str, Any]],
    extra: dict[str, Any],
    required: bytes,
) -> dict[str, Any]:
    """Write required list, record and signature; returns the record.

    Args:
        extra: what else the publisher must know: previous release, changes, acceptances, withdrawals honoured, what was known on.
        required: the reviewed list of required checks, which the build carries.
    """
    gate_folder.mkdir(parents=True, exist_ok=True)
    write_bytes(gate_folder / REQUIRED, required)
    signer = open_signer(home)
    record = {
        "format": "infitah-gate-1",
        "build_id": build_id,
        "release_id": release_id,
        "as_of": as_of,
        "code_version": code.commit,
        "is_dirty": code.is_dirty,
        "home_kind": home.kind,
        "key_name": signer.name,
        "required_sha256": hashlib.sha256(required).hexdigest(),
        "checks": [o.as_record() for o in sorted(outcomes, key=lambda o: o.check_id)],
        "artefacts": dict(sorted(artefacts.items())),
        "tables": tables,
        **extra,
    }
    write_json(gate_folder / RECORD, record)
    write_bytes(gate_folder / SIGNATURE, signer.sign((gate_folder / RECORD).read_bytes()).encode())
    return record


def verify_build(
    home: Home,
    *,
    gate_folder: Path,
    files_folder: Path,
    build_id: str | None,
    code: CodeVersion | None,
    required_file: Path | None = REQUIRED_FILE,
    what: str,
) -> dict[str, Any]:
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
        record: dict[str, Any] = json.loads(data)
    except (OSError, ValueError) as error:
        raise GateRefused(what, [f"there is no readable gate record: {type(error).__name__}"]) from None
    reasons: list[str] = []
    if problem := verify(home, str(record.get("key_name")), data, signature):
        reasons.append(f"gate record: {problem}")
    if build_id is not None and record["build_id"] != build_id:
        reasons.append(f"gate record: it is of build {record['build_id']}, not of {build_id}")
    if record["home_kind"] != home.kind:
        reasons.append(f"gate record: it was made in a {record['home_kind']} home")
    reasons += _code_reasons(home, record, code)
    reasons += _required_reasons(record, carried, required_file)
    reasons += _verdict_reasons(record)
    if record["known_on"] is not None:
        reasons.append(f"build: it shows what was known on {record['known_on']}; only the present is published")
    if record.get("is_local"):
        reasons.append("build: it holds sources whose publish flag is off; run without --local to publish")
    honoured = withdrawals_digest(load_withdrawals(home))
    if record["withdrawals_sha256"] != honoured:
        reasons.append(
            "withdrawals: something was withdrawn since this was built; build again (releases are re-cut by `infitah withdraw`)"
        )
    reasons += _artefact_reasons(record, files_folder)
    if reasons:
        raise GateRefused(what, reasons)
    return record


def _code_reasons(home: Home, record: dict[str, Any], code: CodeVersion | None) -> list[str]:
    reasons = []
    if record["is_dirty"] and home.kind == "real":
        reasons.append(
            "code: built from a tree that differs from its commit, or that has none and that nobody set down; only a sample home "
            "publishes that. Commit first; without git: infitah version accept"
        )
    if code is not None and (record["code_version"], record["is_dirty"]) != (code.commit, code.is_dirty):
        reasons.append(f"code: built by {record['code_version'][:12]}, this is {code.commit[:12]}; build again")
    return reasons


def _required_reasons(record: dict[str, Any], carried: bytes, required_file: Path | None) -> list[str]:
    reasons = []
    if hashlib.sha256(carried).hexdigest() != record["required_sha256"]:
        reasons.append("required checks: the list that the build carries is not the one of its record")
    required = load_required(required_file) if required_file else json.loads(carried)
    found = describe(CheckOutcome(**{k: v for k, v in c.items() if k != "verdict"}) for c in record["checks"])
    return reasons + differences(required, found)


def _verdict_reasons(record: dict[str, Any]) -> list[str]:
    reasons = []
    for c in record["checks"]:
        verdict = judge(c["observed"], c["operator"], c["threshold"])
        if verdict != c["verdict"]:
            reasons.append(
                f"check {c['check_id']}: recorded as {c['verdict']}, but {c['observed']} {c['operator']} {c['threshold']} is {verdict}"
            )
        elif c["severity"] == "warn":
            day = record["as_of"][:10]
            if not c["owner"] or not c["until"]:
                reasons.append(
                    f"check {c['check_id']}: a warning without owner and expiry; give it both, or make it an error"
                )
            elif verdict != "pass" and day > c["until"]:
                reasons.append(
                    f"check {c['check_id']}: this warning might stand until {c['until']}, which has passed; {c['owner']} must mend it"
                )
        elif verdict != "pass" and not _is_accepted(record, c):
            seen = "nothing was observed" if c["observed"] is None else f"observed {c['observed']:g}"
            where = f" ({c['detail']})" if c["detail"] else ""
            reasons.append(f"check {c['check_id']}: {seen}, demanded {c['operator']} {c['threshold']:g}{where}")
    return reasons


def _is_accepted(record: dict[str, Any], check: dict[str, Any]) -> bool:
    """Whether a decision that the record carries lets this drift check pass; recomputed, like every verdict."""
    found = record["acceptances"].get(check["check_id"])
    if found is None or check["kind"] != "drift" or found["definition_sha256"] != check["definition_sha256"]:
        return False
    return Acceptance(**found).covers(check["observed"], check["operator"], check["threshold"], record["as_of"][:10])


def _artefact_reasons(record: dict[str, Any], folder: Path) -> list[str]:
    present = {p.name: p for p in folder.iterdir() if p.is_file()} if folder.exists() else {}
    reasons = [f"file {name}: recorded and not there" for name in sorted(record["artefacts"].keys() - present.keys())]
    reasons += [f"file {name}: there and not recorded" for name in sorted(present.keys() - record["artefacts"].keys())]
    for name in sorted(record["artefacts"].keys() & present.keys()):
        if file_digest(present[name]) != record["artefacts"][name]:
            reasons.append(f"file {name}: its bytes are not the recorded ones")
    return reasons
