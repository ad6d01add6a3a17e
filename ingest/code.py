"""Which code runs: its state, as builds and releases carry it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class CodeVersion:
    """Which code runs: the commit, and whether the tree differs from it."""

    commit: str
    is_dirty: bool

    @property
    def text(self) -> str:
        return f"{self.commit}+dirty" if self.is_dirty else self.commit


def code_version(root: Path | None = None) -> CodeVersion:
    """Commit of the project's tree; a tree without git, or one that differs from its commit, is dirty.

    A dirty tree publishes only in a sample home (DESIGN.md §2, promise 1).
    """
    root = root or Path(__file__).resolve().parent.parent
    git = ["git", "-C", str(root), "-c", "safe.directory=*"]
    try:
        commit = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
        top = subprocess.run(
            [*git, "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True
        ).stdout.strip()
        status = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return CodeVersion("unversioned", is_dirty=True)
    if Path(top).resolve() != root:
        return CodeVersion("unversioned", is_dirty=True)
    return CodeVersion(commit, is_dirty=bool(status.strip()))
