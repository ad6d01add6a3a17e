"""Time of a crawl: it runs on from the moment the night is run as of."""

from __future__ import annotations

import datetime as dt
import time


class Clock:
    """Wall-clock time, begun at `as_of`."""

    def __init__(self, as_of: dt.datetime) -> None:
        self._as_of = as_of
        self._began = time.monotonic()

    def now(self) -> dt.datetime:
        return self._as_of + dt.timedelta(seconds=time.monotonic() - self._began)
