"""What a build may know of the public tree, handed in by whoever runs it (made by `warehouse.release.tree`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Previous:
    """What was published before a build; empty before the first release."""

    release_id: str | None = None
    """The latest release, which changes are told against."""
    folder: Path | None = None
    """Its files."""
    rows: tuple[dict[str, int], ...] = ()
    """Rows per table of each earlier release, oldest first."""
    used_ids: frozenset[str] = frozenset()
    """Every release id that was ever given, whatever became of the release."""

    def next_id(self, prefix: str, night: str) -> str:
        """`[sample-]YYYY-MM-DD[.n]`, the next one that was never used.

        Args:
            prefix: the home's.
            night: its date in Morocco.
        """
        base = prefix + night
        taken = {name.partition("+")[0] for name in self.used_ids}
        if base not in taken:
            return base
        n = 2
        while f"{base}.{n}" in taken:
            n += 1
        return f"{base}.{n}"
