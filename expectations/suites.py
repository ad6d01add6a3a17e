"""Great Expectations suites on the published tables (expectations/suites/<table>.yml): what ties columns and rows.

Formats, lengths, closed lists, ranges and references are the sheets' (dbt's `well_formed`). Here stands what needs a
sentence of its own: presence under a condition, order and sums across columns, keys of several columns, and shares that
must look like those of the release before (`expectations.shares`).

Great Expectations has no DuckDB engine and takes seconds to import: it reads pandas batches, is imported inside the
functions, and its results are asked for without values (its own reports print failing values).
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError, model_validator

from expectations.drift import History
from expectations.outcome import CheckOutcome, definition_digest
from expectations.shares import SHARES, Beside, compared_shares
from expectations.sheets.load import load_yaml

SUITES = Path(__file__).with_name("suites")
#: An expectation across columns speaks of the rows that have all of them, unless it says otherwise.
_ACROSS = {"ExpectColumnPair": "either_value_is_missing", "ExpectCompound": "any_value_is_missing"}


class SuiteError(Exception):
    """A suite cannot be used; the message names every gap with its file."""


class SuiteEntry(BaseModel):
    """One expectation of a table's suite."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    why: str = Field(min_length=20)
    """Why it must hold, in a sentence."""
    type: str = Field(pattern=r"^Expect[A-Za-z]+$")
    """Name of the expectation's class."""
    where: str | None = None
    """The rows that it speaks of, as pandas reads it; empty: all."""
    kwargs: dict[str, JsonValue]
    beside: Beside | None = None
    """Of shares: the table that holds the column."""
    severity: Literal["error", "warn"] = "error"
    owner: str | None = None
    until: str | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> SuiteEntry:
        if self.severity == "warn" and not (self.owner and self.until):
            raise ValueError("a warning needs an owner and the last day on which it may stand (until)")
        if self.where and self.type == "ExpectColumnPairValuesToBeInSet":
            raise ValueError(f"{self.type} counts rows that `where` leaves out (Great Expectations 1.24)")
        if not self.is_of_shares and (self.beside or "threshold" in self.kwargs):
            raise ValueError(f"beside and threshold are said of {SHARES} alone")
        return self

    @property
    def is_of_shares(self) -> bool:
        """It compares with the release before, and may be accepted like other drift."""
        return self.type == SHARES

    @property
    def definition_sha256(self) -> str:
        """Digest of the entry as the file says it and of the code that judges it; why it holds may be reworded."""
        told = self.model_dump(exclude={"why"}, exclude_unset=True)
        return definition_digest(told, _code())

    @property
    def arguments(self) -> dict[str, JsonValue]:
        """What the expectation's class is made with."""
        missing = next((v for k, v in _ACROSS.items() if self.type.startswith(k)), None)
        across = {"ignore_row_if": missing} if missing else {}
        where = {"row_condition": self.where, "condition_parser": "pandas"} if self.where else {}
        return {**across, **self.kwargs, **where, "meta": {"id": self.id}}


@cache
def _code() -> str:
    return "".join(inspect.getsource(sys.modules[m]) for m in (__name__, Beside.__module__))


_SUITE = TypeAdapter(list[SuiteEntry])


def preload() -> None:
    """Import Great Expectations; meant for a thread that runs while dbt works."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations  # noqa: F401


def suite_tables(folder: Path = SUITES) -> list[str]:
    """Tables that have a suite."""
    return sorted(p.stem for p in folder.glob("*.yml"))


def load_suite(table: str, folder: Path = SUITES) -> list[SuiteEntry]:
    """The entries of one table's suite; none where it has no file.

    Raises:
        SuiteError: unknown keys, no reason, an id twice; all of them at once.
    """
    path = folder / f"{table}.yml"
    if not path.exists():
        return []
    try:
        entries = _SUITE.validate_python(load_yaml(path) or [])
    except ValidationError as error:
        told = [f"{path}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
        raise SuiteError("\n".join(told)) from None
    ids = [e.id for e in entries]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise SuiteError("\n".join(f"{path}: id {i} is declared twice" for i in twice))
    return entries


FrameOf = Callable[[str], Any]
"""A table's name → its rows as a pandas frame."""


class SuiteRunner:
    """One Great Expectations context for many tables."""

    def __init__(self) -> None:
        preload()
        import great_expectations as gx

        self._gx = gx
        self._context = gx.get_context(mode="ephemeral")
        self._context.variables.progress_bars = {"globally": False}
        self._source = self._context.data_sources.add_pandas("published")

    def run(
        self,
        table: str,
        frame: Any,
        folder: Path = SUITES,
        history: History | None = None,
        frame_of: FrameOf | None = None,
    ) -> list[CheckOutcome]:
        """Validate one table's frame against its suite; observed is the number of unexpected values, or the divergence.

        Args:
            history: what shares are compared with; without it they are not asked.
            frame_of: gives the tables that shares are looked up in.
        """
        entries = load_suite(table, folder)
        own = [e for e in entries if not e.is_of_shares]
        results = self._validate(table, frame, {e.id: (e.type, e.arguments) for e in own})
        outcomes = [_outcome(table, e, results[e.id]) for e in own]
        if history is not None:
            outcomes += [self._of_shares(table, e, frame, history, frame_of) for e in entries if e.is_of_shares]
        return outcomes

    def _validate(self, table: str, frame: Any, asked: dict[str, tuple[str, dict[str, Any]]]) -> dict[str, Any]:
        """Id → result of each expectation, asked for without values."""
        if not asked:
            return {}
        names = {a.name for a in self._source.assets}
        asset = self._source.get_asset(table) if table in names else self._source.add_dataframe_asset(table)
        batch = asset.add_batch_definition_whole_dataframe(f"{table}-{len(asset.batch_definitions)}").get_batch(
            {"dataframe": frame}
        )
        expectations = [getattr(self._gx.expectations, kind)(**kwargs) for kind, kwargs in asked.values()]
        result = batch.validate(
            self._gx.ExpectationSuite(name=table, expectations=expectations),
            result_format={"result_format": "BASIC", "partial_unexpected_count": 0, "include_unexpected_rows": False},
        )
        # Results come in an order of their own.
        return {r.expectation_config.meta["id"]: r for r in result.results}

    def _of_shares(
        self, table: str, entry: SuiteEntry, frame: Any, history: History, frame_of: FrameOf | None
    ) -> CheckOutcome:
        """How far the shares of a column are from those of the release before; 0 where nothing can be said."""
        compared = compared_shares(table, str(entry.kwargs["column"]), entry.beside, frame, history, frame_of)
        observed: float | None = 0.0
        if compared.partition is not None:
            kwargs = {**entry.arguments, **compared.arguments}
            result = self._validate(table, compared.frame, {entry.id: (entry.type, kwargs)})[entry.id]
            found = None if _has_raised(result.exception_info) else result.result.get("observed_value")
            observed = None if found is None else round(float(found), 3)
        return CheckOutcome(
            check_id=f"drift.shares.{table}.{entry.id}",
            kind="drift",
            table=table,
            definition_sha256=entry.definition_sha256,
            severity=entry.severity,
            observed=observed,
            operator="le",
            threshold=float(str(entry.kwargs["threshold"])),
            detail=compared.detail,
            owner=entry.owner,
            until=entry.until,
        )


def run_suites(
    frame_of: FrameOf,
    tables: Iterable[str] | None = None,
    folder: Path = SUITES,
    history: History | None = None,
) -> list[CheckOutcome]:
    """Outcomes of every suite; `frame_of` gives a table as a pandas frame."""
    runner = SuiteRunner()
    named = suite_tables(folder) if tables is None else tables
    return [o for t in named for o in runner.run(t, frame_of(t), folder, history, frame_of)]


def _outcome(table: str, entry: SuiteEntry, result: Any) -> CheckOutcome:
    raised = _has_raised(result.exception_info)
    told = result.result or {}
    count = told.get("unexpected_count")
    observed = None if raised else float(count) if count else float(not result.success)
    return CheckOutcome(
        check_id=f"suite.{table}.{entry.id}",
        kind="suite",
        table=table,
        definition_sha256=entry.definition_sha256,
        severity=entry.severity,
        observed=observed,
        detail="exception"
        if raised
        else f"{observed:g} of {told.get('element_count', '?')} rows"
        if observed
        else None,
        owner=entry.owner,
        until=entry.until,
    )


def _has_raised(info: Any) -> bool:
    """Whether an expectation ended with an exception: told once, or once per metric."""
    if not info:
        return False
    told = [info] if "raised_exception" in info else [v for v in info.values() if isinstance(v, dict)]
    return any(one.get("raised_exception") for one in told)
