"""A date as far as a source gives it."""

from __future__ import annotations

from dataclasses import dataclass

WEEKDAY_CODES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class PartialDate:
    """A date as far as the source gives it.

    `value` is ISO 8601 cut at its precision ('2023-04-11', '2023-01', '2023'), empty when the year is not known.
    `basis`: 'stated' when the text gives the year, 'publication_date' when it was resolved against the sidecar.
    `flag`: why a reader should look twice (weekday_mismatch, impossible_date, future_date), else None.
    """

    raw: str
    precision: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    basis: str = "stated"
    flag: str | None = None
    relative: str | None = None
    start: int = 0
    """Folded offsets of the mention inside the text it was found in."""
    end: int = 0
    leads_on: bool = False
    """Another day of the same list or range follows it."""

    @property
    def value(self) -> str | None:
        """ISO 8601, cut at the precision; None without a year."""
        if self.year is None:
            return None
        if self.precision == "day" and self.month and self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.precision in ("day", "month") and self.month:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}"

    @property
    def weekday_code(self) -> str | None:
        return None if self.weekday is None else WEEKDAY_CODES[self.weekday]
