"""What a collector is, and what each of them is handed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from ingest.archive.capture import NewCapture, capture_key
from ingest.archive.captures import load_index
from ingest.archive.writer import write_batch
from ingest.home import Home
from ingest.nights import Night
from ingest.registry.schema import Source


class Collector(Protocol):
    """One way in which captures come into the archive."""

    @property
    def name(self) -> str:
        """What it collects, as progress shows it."""

    def takes(self, source: Source) -> bool:
        """Whether something of this source may come this way tonight."""

    def collect(self, sources: Sequence[Source]) -> int:
        """Bring what is new of the sources that it takes into the archive; returns the number of captures added."""


@dataclass(frozen=True)
class Tonight:
    """The night of a home, and the archive that it is added to."""

    home: Home
    night: Night

    @cached_property
    def _archived(self) -> set[tuple[str, str]]:
        """(source, capture key) of everything that the archive held when the night began."""
        return {(c.source_id, c.capture_key) for c in load_index(self.home)}

    def add(self, source: Source, items: Iterable[NewCapture]) -> int:
        """Archive what the archive lacks, as one batch; returns how many captures that is."""
        missing = [i for i in items if (source.id, _key_of(i)) not in self._archived]
        if missing:
            write_batch(self.home, source.id, self.night.run_id, missing)
        return len(missing)


def _key_of(item: NewCapture) -> str:
    digest = hashlib.sha256(item.payload).hexdigest()
    return capture_key(item.url, digest, item.content_type, item.http_status, item.sidecar)
