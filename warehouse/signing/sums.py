"""SHA256SUMS of a folder."""

from __future__ import annotations

from pathlib import Path

from ingest.home import write_bytes
from warehouse.catalogue.inventory import file_digest

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.minisig"


def write_sums(folder: Path) -> dict[str, str]:
    """SHA256SUMS over every other file (its own signature aside, which is made of it).

    Returns name → SHA-256 of all, itself included.
    """
    sums = {p.name: file_digest(p) for p in sorted(folder.iterdir()) if p.name not in (SUMS, SIGNATURE)}
    write_bytes(folder / SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode())
    return {**sums, SUMS: file_digest(folder / SUMS)}
