"""Great Expectations suites on the published tables: formats, ranges, lengths, hygiene (expectations/suites/*.json).

Great Expectations has no DuckDB engine and takes seconds to import: it reads pandas batches, is imported inside the
functions, and its results are asked for without values (its own reports print failing values).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from expectations.outcome import CheckOutcome, definition_digest

SUITES = Path(__file__).with_name("suites")


def preload() -> None:
    """Import Great Expectations; meant for a thread that runs while dbt works."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations  # noqa: F401


def suite_tables(folder: Path = SUITES) -> list[str]:
    return sorted(p.stem for p in folder.glob("*.json"))


def load_suite(table: str, folder: Path = SUITES) -> list[dict[str, Any]]:
    """Entries {id, type, kwargs, severity} of one table's suite."""
    loaded: list[dict[str, Any]] = json.loads((folder / f"{table}.json").read_text("utf-8"))
    return loaded


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
        expectations = [getattr(self._gx.expectations, e["type"])(**e["kwargs"]) for e in entries]
        suite = self._gx.ExpectationSuite(name=table, expectations=expectations)
        result = batch.validate(
            suite,
            result_format={"result_format": "BASIC", "partial_unexpected_count": 0, "include_unexpected_rows": False},
        )
        # GX returns results in its own order; entries are matched by their configuration.
        by_config = {_key(r.expectation_config.type, r.expectation_config.kwargs): r for r in result.results}
        return [_outcome(table, e, by_config[_key(_snake(e["type"]), e["kwargs"])]) for e in entries]


def run_suites(
    frame_of: Callable[[str], Any], tables: Iterable[str] | None = None, folder: Path = SUITES
) -> list[CheckOutcome]:
    """Outcomes of every suite; `frame_of` gives a table as a pandas frame."""
    runner = SuiteRunner()
    return [o for table in (tables or suite_tables(folder)) for o in runner.run(table, frame_of(table), folder)]


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _key(kind: str, kwargs: dict[str, Any]) -> str:
    kept = {k: v for k, v in kwargs.items() if k not in ("batch_id",)}
    return json.dumps([kind, kept], ensure_ascii=False, sort_keys=True, default=str)


def _outcome(table: str, entry: dict[str, Any], result: Any) -> CheckOutcome:
    raised = any((info or {}).get("raised_exception") for info in _exceptions(result.exception_info))
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
        check_id=f"suite.{table}.{entry['id']}",
        kind="suite",
        table=table,
        definition_sha256=definition_digest(entry),
        severity=entry.get("severity", "error"),
        observed=observed,
        detail="exception" if raised else None,
        owner=entry.get("owner"),
        until=entry.get("until"),
    )


def _exceptions(info: Any) -> list[dict[str, Any]]:
    if not info:
        return []
    if "raised_exception" in info:
        return [info]
    return [v for v in info.values() if isinstance(v, dict)]
