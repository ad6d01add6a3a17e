"""The registry of required checks: expectations/required.json, reviewed like code, carried by every build.

A check that disappears, or one replaced by another under the same name, is seen here: the gate demands that ids,
definition digests, severities and thresholds equal this file. `make checks` writes it anew after a change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from expectations.outcome import CheckOutcome

REQUIRED_FILE = Path(__file__).with_name("required.json")
_FIELDS = ("kind", "table", "definition_sha256", "severity", "operator", "threshold", "owner", "until")


def describe(outcomes: Iterable[CheckOutcome]) -> dict[str, dict[str, Any]]:
    """id → definition of each check, as the file keeps it."""
    return {o.check_id: {f: getattr(o, f) for f in _FIELDS} for o in sorted(outcomes, key=lambda o: o.check_id)}


def load_required(path: Path = REQUIRED_FILE) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return loaded


def differences(required: dict[str, dict[str, Any]], found: dict[str, dict[str, Any]]) -> list[str]:
    """What is missing, unexpected or replaced, in words; empty when the sets are equal."""
    problems = [f"check {i} is required and was not run" for i in sorted(required.keys() - found.keys())]
    problems += [f"check {i} was run and is not in the required list" for i in sorted(found.keys() - required.keys())]
    for i in sorted(required.keys() & found.keys()):
        changed = [f for f in _FIELDS if required[i][f] != found[i][f]]
        if changed:
            problems.append(f"check {i} is not the required one: {', '.join(changed)} differ")
    return problems
