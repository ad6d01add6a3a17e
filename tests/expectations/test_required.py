"""Promise 1: the required checks are reviewed by eye, a line for each table and kind; every weakening of one is seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace

import pytest

from expectations.outcome import CheckOutcome
from expectations.required import (
    ALL,
    REQUIRED_FILE,
    Required,
    code_differences,
    describe,
    differences,
    load_required,
    parse_required,
    require,
    required_json,
    told_apart,
)

CODE = {"expectations/drift.py": "a" * 64, "warehouse/gate/run.py": "b" * 64}
OUTCOMES = [
    CheckOutcome("dbt.sessions__well_formed", "dbt", "sessions", "1", "error", 0.0),
    CheckOutcome("suite.sessions.title", "suite", "sessions", "2", "error", 0.0),
    CheckOutcome("suite.sessions.date", "suite", "sessions", "3", "error", 0.0),
    CheckOutcome("drift.rows.sessions", "drift", "sessions", "4", "error", 1.0, "le", 20.0),
    CheckOutcome(
        "drift.growth", "drift", None, "5", "warn", 0.0, "le", 0.0, owner="data engineers", until="2027-11-30"
    ),
    CheckOutcome("release.allow_list", "release", None, "6", "error", 0.0),
]
Change = Callable[[list[CheckOutcome]], list[CheckOutcome]]


def required_of(outcomes: list[CheckOutcome]) -> Required:
    return require(describe(outcomes), CODE)


def another(place: int, **changed: object) -> Change:
    return lambda found: [replace(o, **changed) if i == place else o for i, o in enumerate(found)]  # type: ignore[arg-type]


def test_the_reviewed_file_is_short_sorted_and_a_line_each() -> None:
    data = REQUIRED_FILE.read_bytes()
    required = parse_required(data)
    assert required_json(required) == data
    lines = data.decode().splitlines()
    assert len(lines) <= 700
    told = [json.loads(line.rstrip(",")) for line in lines if line.lstrip().startswith('{"')]
    assert [(t["table"], t["kind"]) for t in told] == sorted(required.checks)
    assert set(json.loads(data)) == {"checks", "code"}
    kinds = {kind for table, kind in required.checks if table == ALL}
    assert kinds == {"drift", "release"}
    assert sum(line.checks for line in required.checks.values()) > 300


@pytest.mark.parametrize(
    ("weaken", "told"),
    [
        (lambda found: found[1:], "sessions, dbt: 1 required, none was run"),
        (lambda found: [o for o in found if o.check_id != "suite.sessions.date"], "sessions, suite: 2 required, 1 run"),
        (lambda found: [o for o in found if o.table], "all, release: 1 required, none was run"),
        (another(1, check_id="suite.sessions.other"), "sessions, suite: 2 run as required, not the required ones"),
        (another(0, definition_sha256="0"), "sessions, dbt: 1 run as required, not the required ones"),
        (another(0, severity="warn"), "sessions, dbt: 1 run as required, not the required ones"),
        (another(3, threshold=99.0), "sessions, drift: 1 run as required, not the required ones"),
        (another(5, operator="ge"), "all, release: 1 run as required, not the required ones"),
        (another(4, until="2099-12-31"), "all, drift: 1 run as required, not the required ones"),
        (another(4, owner="nobody"), "all, drift: 1 run as required, not the required ones"),
        (another(3, table="votes"), "sessions, drift: 1 required, none was run"),
        (lambda found: [*found, found[0]], "sessions, dbt: 1 required, 2 run"),
        (lambda found: [*found, replace(found[0], table="votes")], "votes, dbt: none required, 1 run"),
    ],
)
def test_promise_1_every_weakening_names_table_kind_and_counts(weaken: Change, told: str) -> None:
    problems = differences(required_of(OUTCOMES), required_of(weaken(OUTCOMES)))
    assert [p for p in problems if told in p], problems
    assert all("see: infitah checks show" in p for p in problems)


def test_the_same_checks_in_another_order_are_the_same() -> None:
    assert required_of(OUTCOMES[::-1]) == required_of(OUTCOMES)
    observed = [replace(o, observed=7.0, detail="votes: 7") for o in OUTCOMES]
    assert differences(required_of(OUTCOMES), required_of(observed)) == []


def test_the_code_that_decides_is_named_file_by_file() -> None:
    assert code_differences(CODE, dict(reversed(CODE.items()))) == []
    changed = {**CODE, "warehouse/gate/run.py": "c" * 64, "ingest/new.py": "d" * 64}
    (told,) = code_differences(CODE, changed)
    assert "ingest/new.py, warehouse/gate/run.py" in told
    assert "drift.py" not in told
    assert "make checks" in told
    for one in ((CODE, None), (None, CODE)):
        assert "does not say which code" in code_differences(*one)[0]


def test_a_list_of_before_is_read_as_the_lines_that_it_comes_to() -> None:
    """Releases of before carry a list with an entry per check: rollback compares with it."""
    parts = ("kind", "table", "definition_sha256", "severity", "operator", "threshold", "owner", "until")
    old = {o.check_id: {p: asdict(o)[p] for p in parts} for o in OUTCOMES}
    assert parse_required(json.dumps(old).encode()) == require(describe(OUTCOMES), None)


@pytest.mark.parametrize(
    "data",
    [
        b"[]", b"no", b"\xff", b'{"checks": {}}', b'{"checks": [], "more": 1}', b'{"a": {"kind": "dbt"}}',
        required_json(required_of(OUTCOMES)).replace(b'"checks": 1', b'"checks": "1"'),
        required_json(required_of(OUTCOMES[:1])).replace(b"\n]", b",\n" + required_json(required_of(OUTCOMES[:1])).splitlines()[2] + b"\n]"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        parse_required(data)


def test_two_runs_are_told_apart_check_by_check() -> None:
    now = [*another(3, threshold=99.0, severity="warn")(OUTCOMES)[1:], replace(OUTCOMES[0], check_id="dbt.new")]
    assert told_apart(describe(OUTCOMES), describe(now)) == {
        "dbt.sessions__well_formed": "gone",
        "dbt.new": "new",
        "drift.rows.sessions": "changed: severity, threshold",
    }


def test_the_reviewed_file_says_which_code_decides() -> None:
    code = load_required().code or {}
    assert {"expectations/release_checks.py", "warehouse/gate/run.py", "ingest/read/people.yml"} <= code.keys()
