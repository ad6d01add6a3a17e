"""The reference tables of law, and of subjects, as bronze records."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable
from pathlib import Path

from ingest.records import Holiday, Keyed, LegalParameter, Mandate, Origin, Subject

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
    if name not in _READERS:
        raise ValueError(f"reading {url}: no reader for this table; there are {', '.join(_READERS)}")
    record, make = _READERS[name]
    rows = csv.DictReader(io.StringIO(payload.decode("utf-8")))
    if unknown := set(rows.fieldnames or ()) - {f.name for f in dataclasses.fields(record)}:
        raise ValueError(f"reading {url}: {record.__name__} has no field for the columns {', '.join(sorted(unknown))}")
    return [make(row, origin(line, line_words(row))) for line, row in enumerate(rows, start=2)]


def _parameter(row: dict[str, str], origin: Origin) -> LegalParameter:
    return LegalParameter(
        natural_key=f"legal_parameter|{row['legal_parameter_id']}",
        legal_parameter_id=row["legal_parameter_id"],
        parameter_code=row["parameter_code"],
        level_code=row["level_code"] or None,
        value_count=int(row["value_count"]) if row["value_count"] else None,
        unit_code=row["unit_code"],
        label_ar=row["label_ar"],
        label_fr=row["label_fr"],
        label_en=row["label_en"],
        law_code=row["law_code"],
        article_code=row["article_code"] or None,
        valid_from_date=row["valid_from_date"],
        valid_to_date=row["valid_to_date"] or None,
        verification_code=row["verification_code"],
        reference_url=row["reference_url"] or None,
        origin=origin,
    )


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
    return Holiday(
        natural_key=f"holiday|{row['holiday_id']}",
        holiday_id=row["holiday_id"],
        holiday_date=row["holiday_date"],
        name_ar=row["name_ar"],
        name_fr=row["name_fr"],
        is_moving=row["is_moving"] == "true",
        is_estimated=row["is_estimated"] == "true",
        verification_code=row["verification_code"],
        origin=origin,
    )


def _subject(row: dict[str, str], origin: Origin) -> Subject:
    return Subject(natural_key=f"subject|{row['subject_code']}", origin=origin, **row)


#: File → the record of its rows and what makes one.
_READERS: dict[str, tuple[type[Keyed], Callable[[dict[str, str], Origin], Keyed]]] = {
    "legal_parameters.csv": (LegalParameter, _parameter),
    "mandates.csv": (Mandate, _mandate),
    "holidays.csv": (Holiday, _holiday),
    "subjects.csv": (Subject, _subject),
}
