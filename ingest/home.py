"""The home of one warehouse on disk: its folders, its kind, its lock, and writes that survive a kill.

A home is `real`, `sample` or `test`; the kind is written at first use and never changes (ADR 0010). A test home brings
its own registry (`registry/*.yml`), may crawl loopback, and publishes nothing that another home accepts.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

HomeKind = Literal["real", "sample", "test"]


class HomeError(Exception):
    """The home cannot be used as asked; the message says what to do."""


@dataclass(frozen=True)
class Home:
    """Folders of one home. `open_home` makes it."""

    root: Path
    kind: HomeKind

    @property
    def prefix(self) -> str:
        """What names of its releases and files begin with: 'sample-' or 'test-', nothing in a real home."""
        return "" if self.kind == "real" else f"{self.kind}-"

    @property
    def inbox(self) -> Path:
        return self.root / "inbox"

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger"

    @property
    def bronze(self) -> Path:
        return self.root / "bronze"

    @property
    def builds(self) -> Path:
        return self.root / "builds"

    @property
    def published(self) -> Path:
        return self.root / "published"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def dagster(self) -> Path:
        return self.root / "dagster"


def home_root(*, sample: bool) -> Path:
    """`$INFITAH_HOME`, or ./data-sample for the sample network and ./data otherwise."""
    configured = os.environ.get("INFITAH_HOME")
    return Path(configured) if configured else Path("data-sample" if sample else "data")


def open_home(root: Path, *, sample: bool, test: bool = False) -> Home:
    """Open or make the home at `root`. An existing test home stays one without being told.

    Raises:
        HomeError: the home exists and is of the other kind.
    """
    kind: HomeKind = "sample" if sample else "test" if test else "real"
    root = root.absolute()
    marker = root / "home.json"
    if marker.exists():
        found = json.loads(marker.read_text("utf-8"))["kind"]
        if found == "test" and not sample:
            kind = "test"
        if found != kind:
            raise HomeError(
                f"opening {root} as a {kind} home: it is a {found} home. "
                "Sample, test and real data never share a home: "
                + (f"drop --{kind}, or " if kind != "real" else f"add --{found}, or ")
                + "set INFITAH_HOME to another folder."
            )
    home = Home(root, kind)
    for folder in (
        home.inbox,
        home.archive,
        home.ledger,
        home.bronze,
        home.builds,
        home.published,
        home.keys,
        home.dagster,
    ):
        folder.mkdir(parents=True, exist_ok=True)
    if kind == "test":
        (root / "registry").mkdir(exist_ok=True)
    if not marker.exists():
        write_json(marker, {"kind": kind})
    return home


def find_home(root: Path) -> Home | None:
    """The home at `root` whatever its kind, or None."""
    marker = root.absolute() / "home.json"
    if not marker.exists():
        return None
    return Home(root.absolute(), json.loads(marker.read_text("utf-8"))["kind"])


@contextmanager
def run_lock(home: Home) -> Iterator[None]:
    """Hold the home's only run lock; the kernel frees it when the process dies.

    Raises:
        HomeError: another run holds it.
    """
    with (home.root / "run.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise HomeError(
                f"starting a run in {home.root}: another run is under way there. "
                "Wait for it to end; two nights never overlap."
            ) from None
        yield


def write_bytes(path: Path, data: bytes) -> None:
    """Write to a temporary name, flush to disk, rename: after a kill the file is the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    with temporary.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


def write_json(path: Path, value: Any) -> None:
    """Canonical JSON (sorted keys, UTF-8, one trailing newline), written atomically."""
    write_bytes(path, (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode())


def swap_folder(staged: Path, final: Path) -> None:
    """Rename a finished folder into place; a half-made one keeps its dot name and is swept at the next start."""
    if final.exists():
        shutil.rmtree(final)
    staged.replace(final)
