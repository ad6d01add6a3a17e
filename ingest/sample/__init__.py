"""The sample network: an archive of two nights that ships with the project and is replayed in a sample home.

What is said of real bodies comes from public facts, in our own words; everything made up belongs to fictitious
collectivities in the reserved code space 99, which no real home admits. `tests/sample/build_archive.py` makes it.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
ARCHIVE = FOLDER / "archive"
REGISTRY = FOLDER / "registry"
TERRITORY = FOLDER / "territory.csv"


def nights() -> list[str]:
    """The nights of the shipped archive, oldest first."""
    return sorted({p.name.split(".")[0] for p in ARCHIVE.glob("*/*.cdxj")})
