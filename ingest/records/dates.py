"""A date as a source states it: one value in a record, several columns in its table."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Annotated

from ingest.text.dates import PartialDate


@dataclass(frozen=True)
class StatedDate:
    """ISO 8601 cut at its precision, and what the source says; `value` is None where it says no date."""

    value: str | None
    precision_code: str
    """day, month, year or none."""
    raw: str | None = None
    basis_code: str | None = None
    """How the date was found: stated, or resolved against the publication."""
    flag_code: str | None = None

    @classmethod
    def of(cls, date: PartialDate | None) -> StatedDate:
        """A date as it was read; `UNSTATED` for none."""
        if date is None:
            return UNSTATED
        return cls(date.value, date.precision, date.raw, date.basis if date.value else None, date.flag)

    @classmethod
    def known(cls, date: PartialDate | None) -> StatedDate:
        """As `of`; a date that cannot be resolved to a value has no precision either."""
        stated = cls.of(date)
        return stated if stated.value is not None else dataclasses.replace(stated, precision_code="none")


UNSTATED = StatedDate(None, "none")


#: What the columns beside `<name>` itself are, `<name>_precision_code` and so on, is said by the type of a record's
#: field.
PlainDate = Annotated[StatedDate, ("precision_code", "raw")]
BasedDate = Annotated[StatedDate, ("precision_code", "raw", "basis_code")]
FlaggedDate = Annotated[StatedDate, ("precision_code", "raw", "flag_code")]
FullDate = Annotated[StatedDate, ("precision_code", "raw", "basis_code", "flag_code")]
