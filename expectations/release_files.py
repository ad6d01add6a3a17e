"""What the checks of a release look at: its files, the tables that they must hold, and what is told of its making."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from expectations.explained import Compared
from expectations.sheets.model import Table
from ingest.ledger.store import SourceNight


@dataclass(frozen=True)
class ReleaseFiles:
    """One release in the making."""

    folder: Path
    prefix: str
    """'sample-' in a sample home, else empty."""
    tables: dict[str, Table]
    """Published tables, in the order in which lists and workbooks have them."""
    text_columns: dict[str, list[str]]
    """Table → its columns that are scanned for personal data."""
    database: Path
    """The build's own DuckDB file."""
    source_nights: list[SourceNight]
    """Admission and check verdicts of every source's last night."""
    unannounced: list[str]
    """Removals and type changes of columns that no earlier release announced."""
    compared: list[Compared]
    """Tables that stand in the previous release too, with their files; empty for a first release."""

    @property
    def columns(self) -> dict[str, list[str]]:
        """Published table → its columns that are on the allow-list, in order."""
        return {name: [c.name for c in table.published_columns] for name, table in self.tables.items()}

    def file(self, table: str, ending: str) -> Path:
        return self.folder / f"{self.prefix}{table}{ending}"

    @property
    def public_database(self) -> Path:
        return self.folder / f"{self.prefix}infitah.duckdb"

    def workbook(self, language: str) -> Path:
        return self.folder / f"{self.prefix}infitah.{language}.xlsx"
