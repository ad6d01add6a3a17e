"""The archive that ships with the sample network: its WARC files are copied, a night at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import sample
from ingest.collect.collector import Tonight
from ingest.home import write_bytes
from ingest.registry.schema import Source


@dataclass(frozen=True)
class ShippedArchive:
    """Captures of the sample network; they come into a sample home alone."""

    tonight: Tonight
    name: str = "shipped archive"

    def takes(self, source: Source) -> bool:
        return self.tonight.home.kind == "sample" and (sample.ARCHIVE / source.id).is_dir()

    def collect(self, sources: Sequence[Source]) -> int:
        return sum(map(self._import, sources))

    def _import(self, source: Source) -> int:
        """Copy the night's WARC files, index last."""
        added = 0
        for index in sorted((sample.ARCHIVE / source.id).glob(f"{self.tonight.night.run_id}-*.cdxj")):
            target = self.tonight.home.archive / source.id / index.name
            if target.exists():
                continue
            warc = index.with_name(index.name.replace(".cdxj", ".warc.gz"))
            target.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(target.with_name(warc.name), warc.read_bytes())
            write_bytes(target, index.read_bytes())
            added += len(index.read_text("utf-8").splitlines())
        return added
