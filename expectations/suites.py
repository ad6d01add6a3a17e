"""Great Expectations suites on the published tables: formats, ranges, lengths, hygiene (expectations/suites/*.json).

Great Expectations has no DuckDB engine and takes seconds to import: it reads pandas batches, is imported inside the
functions, and its results are asked for without values (its own reports print failing values).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter

from expectations.outcome import CheckOutcome, definition_digest

SUITES = Path(__file__).with_name("suites")


def preload() -> None:
    """Import Great Expectations; meant for a thread that runs while dbt works."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations  # noqa: F401


def suite_tables(folder: Path = SUITES) -> list[str]:
    return sorted(p.stem for p in folder.glob("*.json"))


class SuiteEntry(BaseModel):
    """One expectation of a table's suite."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    type: str
    """Name of the expectation's class."""
    kwargs: dict[str, JsonValue]
    severity: str = "error"
    owner: str | None = None
    until: str | None = None

    @property
    def definition_sha256(self) -> str:
        """Digest of the entry as the file says it: what is left out there does not count."""
        return definition_digest(self.model_dump(exclude_unset=True))


_SUITE = TypeAdapter(list[SuiteEntry])


def load_suite(table: str, folder: Path = SUITES) -> list[SuiteEntry]:
    """The entries of one table's suite."""
    return _SUITE.validate_json((folder / f"{table}.json").read_bytes())


class SuiteRunner:
    """One Great Expectations context for many tables."""

    def __init__(self) -> None:
        preload()
        import great_expectations as gx

        self._gx = gx
        self._context = gx.get_context(mode="ephemeral")
        self._context.variables.progress_bars = {"globally": False}
        self._source = self._context.data_sources.add_pandas("published")

    def run(self, table: str, frame: Any, folder: Path = SUITES) -> list[CheckOutcome]:
        """Validate one table's frame against its suite; observed is the number of unexpected values."""
        entries = load_suite(table, folder)
        names = {a.name for a in self._source.assets}
        asset = self._source.get_asset(table) if table in names else self._source.add_dataframe_asset(table)
        batch = asset.add_batch_definition_whole_dataframe(f"{table}-{len(asset.batch_definitions)}").get_batch(
            {"dataframe": frame}
        )
        expectations = [getattr(self._gx.expectations, e.type)(**e.kwargs) for e in entries]
        suite = self._gx.ExpectationSuite(name=table, expectations=expectations)
        result = batch.validate(
            suite,
            result_format={"result_format": "BASIC", "partial_unexpected_count": 0, "include_unexpected_rows": False},
        )
        # GX returns results in its own order; entries are matched by their configuration.
        by_config = {_key(r.expectation_config.type, r.expectation_config.kwargs): r for r in result.results}
        return [_outcome(table, e, by_config[_key(_snake(e.type), e.kwargs)]) for e in entries]


def run_suites(
    frame_of: Callable[[str], Any], tables: Iterable[str] | None = None, folder: Path = SUITES
) -> list[CheckOutcome]:
    """Outcomes of every suite; `frame_of` gives a table as a pandas frame."""
    runner = SuiteRunner()
    return [o for table in (tables or suite_tables(folder)) for o in runner.run(table, frame_of(table), folder)]


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _key(kind: str, kwargs: Mapping[str, object]) -> str:
    kept = {k: v for k, v in kwargs.items() if k not in ("batch_id",)}
    return json.dumps([kind, kept], ensure_ascii=False, sort_keys=True, default=str)


def _outcome(table: str, entry: SuiteEntry, result: Any) -> CheckOutcome:
    raised = _has_raised(result.exception_info)
    count = result.result.get("unexpected_count") if result.result else None
    if raised:
        observed = None
    elif count is not None:
        observed = float(count)
    else:
        observed = 0.0 if result.success else 1.0
    if observed == 0.0 and not result.success:
        observed = 1.0
    return CheckOutcome(
        check_id=f"suite.{table}.{entry.id}",
        kind="suite",
        table=table,
        definition_sha256=entry.definition_sha256,
        severity=entry.severity,
        observed=observed,
        detail="exception" if raised else None,
        owner=entry.owner,
        until=entry.until,
    )


def _has_raised(info: Any) -> bool:
    """Whether an expectation ended with an exception: told once, or once per metric."""
    if not info:
        return False
    told = [info] if "raised_exception" in info else [v for v in info.values() if isinstance(v, dict)]
    return any(one.get("raised_exception") for one in told)
