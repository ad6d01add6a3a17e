"""Which home a command speaks of."""

from __future__ import annotations

from pathlib import Path

from ingest.home import Home, find_home, home_root


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
