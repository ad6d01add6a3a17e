"""Opening a home's ingest: its registry, its territory, the versions that read its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ingest import sample
from ingest.collect.families import hints_of, platforms
from ingest.home import Home
from ingest.law.reference import law_files
from ingest.read.hints import Hints
from ingest.read.version import reading_version
from ingest.registry.loader import REFERENCE, SOURCES, load_registry
from ingest.registry.schema import Source
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import Territory, load_collectivities, read_fictitious


@dataclass(frozen=True)
class Ingest:
    """The ingest of one home: its registry, territory and archive."""

    home: Home
    sources: dict[str, Source]
    territories: tuple[Territory, ...]
    project_files: dict[str, Path]
    """Reviewed files that published rows lead to, by the address they are archived under."""

    @cached_property
    def versions(self) -> dict[str, str]:
        """Source → the extractor version that reads it."""
        return {source_id: reading_version(hints) for source_id, hints in self.hints.items()}

    @cached_property
    def hints(self) -> dict[str, Hints]:
        """Source → what the reading room needs to know of it."""
        return {s.id: hints_of(s) for s in self.sources.values()}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer(self.territories)


def open_ingest(home: Home, *, only: Iterable[str] = (), project_files: dict[str, Path] | None = None) -> Ingest:
    """Load registry and territory of a home; the sample home adds its fictitious sources and collectivities.

    Args:
        only: ids of sources to keep (reference sources always stay).

    Raises:
        RegistryError: see `load_registry`.
    """
    territories = load_collectivities()
    if home.kind != "real":
        territories = (*territories, *read_fictitious(sample.TERRITORY.read_bytes()))
    ids = (t.collectivity_id for t in territories)
    sources = load_registry(registry_folders(home), ids, platforms(), allow_test=home.kind == "test")
    wanted = set(only)
    if unknown := wanted - set(sources):
        raise KeyError(f"no source {', '.join(sorted(unknown))} in the registry; `infitah sources list` names them")
    if wanted:
        sources = {k: s for k, s in sources.items() if k in wanted or s.kind == "reference"}
    return Ingest(home, sources, territories, {**registry_files(home), **law_files(), **(project_files or {})})


def registry_folders(home: Home) -> list[Path]:
    """Where a home's sources are declared. A test home brings its own and has the reference sources of the project."""
    if home.kind == "test":
        return [home.root / "registry", REFERENCE]
    return [SOURCES, REFERENCE, *([sample.REGISTRY] if home.kind == "sample" else [])]


def registry_files(home: Home) -> dict[str, Path]:
    """The registry's own YAML files, archived so that rows about sources lead home too."""
    return {registry_url(p.stem): p for folder in registry_folders(home) for p in sorted(folder.glob("*.yml"))}


def registry_url(source_id: str) -> str:
    return f"project:registry/{source_id}.yml"
