"""The registry of required checks: expectations/required.json, reviewed like code, carried by every build.

One line for each table and kind of check: how many there are, and one digest over what each of them is. One line for
each file of the code that decides them. A check that disappears, one replaced by another under the same name, weakened
or new is seen there, and so is an edit of the code: the gate demands that what was run equals this file. `make checks`
writes it anew after a change; `infitah checks show TABLE` lists the checks behind a line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from expectations.outcome import CheckOutcome

REQUIRED_FILE = Path(__file__).with_name("required.json")
#: The name under which checks stand that belong to no single table.
ALL = "all"
#: Files of deciding code that a message names.
_NAMED = 12


@dataclass(frozen=True)
class Definition:
    """What a check is, whatever it observed."""

    check_id: str
    kind: str
    table: str | None
    definition_sha256: str
    severity: str
    operator: str
    threshold: float
    owner: str | None
    until: str | None

    @property
    def group(self) -> tuple[str, str]:
        """The line that it is counted in: table and kind."""
        return self.table or ALL, self.kind


@dataclass(frozen=True)
class Line:
    """The checks of one table and kind."""

    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)

    table: str
    """A published table, or `all` for checks that belong to none."""
    kind: str
    checks: int
    sha256: str
    """Over the definition of each of them: id, definition, severity, operator, threshold, owner, expiry."""


@dataclass(frozen=True)
class Required:
    """What must have been run, and by which code."""

    checks: dict[tuple[str, str], Line]
    """(table, kind) → its line."""
    code: dict[str, str] | None
    """File of the code that decides → SHA-256; None in lists from before the code was counted."""


@dataclass(frozen=True)
class _File:
    """The list as it is kept."""

    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)

    checks: list[Line]
    code: dict[str, str] | None = None


@dataclass(frozen=True)
class _SingleCheck:
    """One entry of a list of before 28 Nov 2026, which named each check by its id. Stored releases carry such lists."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    kind: str
    table: str | None
    definition_sha256: str
    severity: str
    operator: str
    threshold: float
    owner: str | None
    until: str | None


_FILE, _SINGLE_CHECKS = TypeAdapter(_File), TypeAdapter(dict[str, _SingleCheck])


def describe(outcomes: Iterable[CheckOutcome]) -> list[Definition]:
    """The definition of each check that was run, sorted by id."""
    found = [
        Definition(
            check_id=o.check_id,
            kind=o.kind,
            table=o.table,
            definition_sha256=o.definition_sha256,
            severity=o.severity,
            operator=o.operator,
            threshold=o.threshold,
            owner=o.owner,
            until=o.until,
        )
        for o in outcomes
    ]
    return sorted(found, key=lambda d: d.check_id)


def require(checks: Iterable[Definition], code: Mapping[str, str] | None) -> Required:
    """The list that demands exactly these checks, decided by exactly this code."""
    groups: dict[tuple[str, str], list[Definition]] = {}
    for check in checks:
        groups.setdefault(check.group, []).append(check)
    lines = {g: Line(*g, checks=len(found), sha256=_digest(found)) for g, found in sorted(groups.items())}
    return Required(lines, dict(sorted(code.items())) if code is not None else None)


def _digest(checks: Iterable[Definition]) -> str:
    parts = (
        [c.check_id, c.definition_sha256, c.severity, c.operator, float(c.threshold), c.owner, c.until] for c in checks
    )
    told = sorted(json.dumps(part, ensure_ascii=False) for part in parts)
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def parse_required(data: bytes) -> Required:
    """A list of required checks from its JSON; one of before, with an entry per check, as the lines that it comes to.

    Raises:
        ValueError: it is not such a list, or says something twice.
    """
    if not isinstance(loaded := json.loads(data), dict):
        raise ValueError("a list of required checks is an object")
    if "checks" not in loaded:
        single = _SINGLE_CHECKS.validate_python(loaded)
        return require((Definition(check_id=i, **asdict(check)) for i, check in single.items()), None)
    found = _FILE.validate_json(data)
    lines = {(line.table, line.kind): line for line in found.checks}
    if len(lines) != len(found.checks):
        raise ValueError("a table and kind of check stand in the list twice")
    return Required(lines, found.code)


def required_json(required: Required) -> bytes:
    """The list as it is kept: sorted, a line for each table and kind and for each file, one trailing newline."""
    lines = [json.dumps(asdict(line), ensure_ascii=False) for _, line in sorted(required.checks.items())]
    told = '{\n"checks": [\n' + ",\n".join(lines) + "\n]"
    if required.code is not None:
        files = [f"{json.dumps(f, ensure_ascii=False)}: {json.dumps(s)}" for f, s in sorted(required.code.items())]
        told += ',\n"code": {\n' + ",\n".join(files) + "\n}"
    return (told + "\n}\n").encode()


def load_required(path: Path = REQUIRED_FILE) -> Required:
    """The reviewed list.

    Raises:
        ValueError: it is no such list.
    """
    return parse_required(path.read_bytes())


def differences(required: Required, found: Required) -> list[str]:
    """What is missing, unexpected or another one, in words; empty when all is as required."""
    told = differing(required, found)
    problems = [f"required checks: {t}, {kind}: {told[t, kind]}; see: infitah checks show {t}" for t, kind in told]
    return problems + code_differences(required.code, found.code)


def differing(required: Required, found: Required) -> dict[tuple[str, str], str]:
    """(table, kind) → how its checks are not the required ones."""
    groups = sorted(required.checks.keys() | found.checks.keys())
    told = {g: _difference(required.checks.get(g), found.checks.get(g)) for g in groups}
    return {g: problem for g, problem in told.items() if problem}


def _difference(required: Line | None, found: Line | None) -> str | None:
    if found is None:
        return f"{required.checks if required else 0} required, none was run"
    if required is None:
        return f"none required, {found.checks} run"
    if required.checks != found.checks:
        return f"{required.checks} required, {found.checks} run"
    if required.sha256 != found.sha256:
        return f"{found.checks} run as required, not the required ones: another check or definition, severity or bound"
    return None


def code_differences(required: Mapping[str, str] | None, found: Mapping[str, str] | None) -> list[str]:
    """Where the code that decided is not the reviewed one, in one line; empty when it is."""
    if required == found:
        return []
    if required is None or found is None:
        told = "record" if found is None else "required list"
        return [f"deciding code: the {told} does not say which code it is; build and check again"]
    changed = sorted(f for f in required.keys() | found.keys() if required.get(f) != found.get(f))
    more = f" and {len(changed) - _NAMED} more" if len(changed) > _NAMED else ""
    return [
        f"deciding code: {', '.join(changed[:_NAMED])}{more}: not as in the required list; "
        "review the edit, then: make checks"
    ]


def told_apart(before: Iterable[Definition], now: Iterable[Definition]) -> dict[str, str]:
    """Id of a check that is not in both lists as it is → how: `new`, `gone`, or what of it changed."""
    old, new = {d.check_id: d for d in before}, {d.check_id: d for d in now}
    found = dict.fromkeys(old.keys() - new.keys(), "gone") | dict.fromkeys(new.keys() - old.keys(), "new")
    for i in old.keys() & new.keys():
        was, is_now = asdict(old[i]), asdict(new[i])
        if changed := [_WORDS.get(name, name) for name in was if was[name] != is_now[name]]:
            found[i] = f"changed: {', '.join(changed)}"
    return found


_WORDS = {"definition_sha256": "definition", "until": "expiry"}
