"""The registry of required checks: expectations/required.json, reviewed like code, carried by every build.

A check that disappears, or one replaced by another under the same name, is seen here: the gate demands that ids,
definition digests, severities and thresholds equal this file. `make checks` writes it anew after a change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from expectations.outcome import CheckOutcome

REQUIRED_FILE = Path(__file__).with_name("required.json")


@dataclass(frozen=True)
class RequiredCheck:
    """The definition of one check, as the reviewed file keeps it."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: str
    table: str | None
    definition_sha256: str
    severity: str
    operator: str
    threshold: float
    owner: str | None
    until: str | None


_FIELDS = tuple(f.name for f in fields(RequiredCheck))
_FILE = TypeAdapter(dict[str, RequiredCheck])


def describe(outcomes: Iterable[CheckOutcome]) -> dict[str, RequiredCheck]:
    """id → definition of each check."""
    return {o.check_id: RequiredCheck(**{f: getattr(o, f) for f in _FIELDS}) for o in outcomes}


def parse_required(data: bytes) -> dict[str, RequiredCheck]:
    """A list of required checks from its JSON.

    Raises:
        ValueError: it is not such a list.
    """
    return _FILE.validate_json(data)


def required_json(checks: Mapping[str, RequiredCheck]) -> bytes:
    """The list as it is kept: sorted, indented, one trailing newline."""
    listed = {check_id: asdict(check) for check_id, check in checks.items()}
    return (json.dumps(listed, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def load_required(path: Path = REQUIRED_FILE) -> dict[str, RequiredCheck]:
    """The reviewed list."""
    return parse_required(path.read_bytes())


def differences(required: Mapping[str, RequiredCheck], found: Mapping[str, RequiredCheck]) -> list[str]:
    """What is missing, unexpected or replaced, in words; empty when the sets are equal."""
    problems = [f"check {i} is required and was not run" for i in sorted(required.keys() - found.keys())]
    problems += [f"check {i} was run and is not in the required list" for i in sorted(found.keys() - required.keys())]
    for i in sorted(required.keys() & found.keys()):
        changed = [f for f in _FIELDS if getattr(required[i], f) != getattr(found[i], f)]
        if changed:
            problems.append(f"check {i} is not the required one: {', '.join(changed)} differ")
    return problems
