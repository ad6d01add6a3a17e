"""The reference tables of law as bronze records."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ingest.records import Holiday, Keyed, LegalParameter, Mandate, Origin

_FOLDER = Path(__file__).parent
_PREFIX = "project:law/"


def law_files() -> dict[str, Path]:
    """The address under which each table is archived → its file."""
    return {f"{_PREFIX}{p.name}": p for p in sorted(_FOLDER.glob("*.csv"))}


def is_law(url: str) -> bool:
    return url.startswith(_PREFIX)


def line_words(row: dict[str, str]) -> str:
    """The words that a row's evidence digest is taken of: the whole line."""
    return "|".join(row.values())


def read_law(url: str, payload: bytes, origin: Callable[[int, str], Origin]) -> list[Keyed]:
    """Records of one archived table.

    Args:
        origin: line number and its words → the origin fields of that row.

    Raises:
        ValueError: a table that nobody reads, or a column that the record does not know.
    """
    name = url.removeprefix(_PREFIX)
    make = {"legal_parameters.csv": _parameter, "mandates.csv": _mandate, "holidays.csv": _holiday}.get(name)
    if make is None:
        raise ValueError(f"reading {url}: no reader for this table; there are legal_parameters, mandates and holidays")
    rows = csv.DictReader(io.StringIO(payload.decode("utf-8")))
    return [make(row, origin(line, line_words(row))) for line, row in enumerate(rows, start=2)]


def _parameter(row: dict[str, str], origin: Origin) -> LegalParameter:
    values: dict[str, Any] = {k: v or None for k, v in row.items()}
    values["value_count"] = int(row["value_count"]) if row["value_count"] else None
    return LegalParameter(natural_key=f"legal_parameter|{row['legal_parameter_id']}", **values, origin=origin)


def _mandate(row: dict[str, str], origin: Origin) -> Mandate:
    return Mandate(
        natural_key=f"mandate|{row['mandate_id']}",
        mandate_id=row["mandate_id"],
        start_year=int(row["start_year"]),
        end_year=int(row["end_year"]) if row["end_year"] else None,
        election_date=row["election_date"] or None,
        verification_code=row["verification_code"],
        origin=origin,
    )


def _holiday(row: dict[str, str], origin: Origin) -> Holiday:
    values: dict[str, Any] = dict(row)
    values["is_moving"] = row["is_moving"] == "true"
    values["is_estimated"] = row["is_estimated"] == "true"
    return Holiday(natural_key=f"holiday|{row['holiday_id']}", **values, origin=origin)
