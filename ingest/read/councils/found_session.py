"""A session while its document is read, and the years that its days may be of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from ingest.read.context import Sentence
from ingest.read.councils.session_mentions import SessionMention
from ingest.read.councils.session_status import Status
from ingest.text.dates import PartialDate

#: A document names the day of its own session in its first sentences.
DAY_LEAD = 12
#: A day of a session that is named in passing stands at most so far behind it.
RIGHT_BEHIND = 70
#: A page is published at most so long before or after its session.
_NEAR_DAYS = 200


@dataclass
class FoundSession:
    """A session, with the mention that names it first and the one that tells most."""

    mention: SessionMention
    collectivity_id: str
    kind: str
    """ordinary, extraordinary or unstated."""
    month: int | None
    year: int | None
    number: int | None
    status: str = "held"
    """announced, held, cancelled or postponed."""
    date: PartialDate | None = None
    """The day on which it was held, or for which it was called."""
    moved_to: PartialDate | None = None
    """The day to which it was put off."""
    is_main: bool = False
    statuses: list[Status] = field(default_factory=list)

    @property
    def sentence(self) -> Sentence:
        return self.mention.sentence


def narrowed(date: PartialDate, published: dt.date | None, year: int | None) -> PartialDate:
    """A day without a year in the year that its session or the page's own date leaves: the nearest of its weekday."""
    if date.year is not None or date.month is None or date.day is None:
        return date
    years = [year] if year is not None else [published.year + k for k in (0, 1, -1)] if published is not None else []
    days: list[dt.date] = []
    for y in years:
        try:
            days.append(dt.date(y, date.month, date.day))
        except ValueError:
            continue
    near = [d for d in days if year is not None or (published and abs((d - published).days) <= _NEAR_DAYS)]
    right = [d for d in near if date.weekday in (None, d.weekday())]
    chosen = min(right or near, key=lambda d: abs((d - published).days) if published else 0, default=None)
    if chosen is None:
        return date
    basis = date.basis if year is not None else "publication_date"
    return replace(
        date, year=chosen.year, basis=basis, relative=None, flag=date.flag if chosen in right else "weekday_mismatch"
    )


def year_near(month: int, published: dt.date) -> int | None:
    """The year that puts a month at most three months from the publication.

    Reports follow a session, announcements precede it.
    """
    years = {published.year + k: abs(k * 12 + month - published.month) for k in (-1, 0, 1)}
    nearest = min(years, key=lambda y: years[y])
    return nearest if years[nearest] <= 3 else None
