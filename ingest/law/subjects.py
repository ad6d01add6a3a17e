"""The closed list of what points, decisions, agreements, projects and commitments are about (`subjects.csv`)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("subjects.csv")


@dataclass(frozen=True)
class ListedSubject:
    """One entry of the closed list."""

    code: str
    labels: dict[str, str]
    """Language → label."""
    cofog_code: str
    """Code of the Classification of the Functions of Government (United Nations, 1999) that spending on it belongs to:
    division, or division and group."""


def vocabulary() -> dict[str, ListedSubject]:
    """Code → subject, in the order of the file."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {
            row["subject_code"]: ListedSubject(
                row["subject_code"], {x: row[f"label_{x}"] for x in ("ar", "fr", "en")}, row["cofog_code"]
            )
            for row in csv.DictReader(lines)
        }
