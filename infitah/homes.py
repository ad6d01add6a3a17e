"""Which home a command speaks of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ingest.home import Home, find_home, home_root

if TYPE_CHECKING:
    from ingest.registry.schema import Source


def reading_home(root: Path | None = None, *, sample: bool = False) -> Home:
    """The home to read: the one named, $INFITAH_HOME, ./data, else ./data-sample.

    Raises:
        FileNotFoundError: none of them is a home.
    """
    candidates = (
        [root] if root else [home_root(sample=True)] if sample else [home_root(sample=False), home_root(sample=True)]
    )
    for candidate in candidates:
        if home := find_home(candidate):
            return home
    tried = ", ".join(str(c) for c in candidates)
    raise FileNotFoundError(
        f"no Infitah home at {tried}. Make one with: infitah run --sample, or: infitah inbox add … and infitah run"
    )


def registered_source(name: str, root: Path) -> Source:
    """A source by its id in the registry of the home at `root`, or by its registry file.

    Raises:
        RegistryError: the file is wrong.
        KeyError: no such source.
    """
    from ingest.collect.families import platforms
    from ingest.opening import open_ingest
    from ingest.registry.loader import read_source

    if name.endswith((".yml", ".yaml")) or "/" in name:
        return read_source(Path(name), platforms())
    home = find_home(root) or Home(root.absolute(), "real")
    sources = open_ingest(home).sources
    if name not in sources:
        raise KeyError(f"no source {name!r} in the registry; `infitah sources list` names them")
    return sources[name]
