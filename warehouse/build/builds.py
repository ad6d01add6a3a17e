"""Builds on disk: builds/<name>/ with inputs, dbt's target, the private warehouse, files, gate; kept a while."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from ingest.home import Home, write_json

KEPT_BUILDS = 3


class NoBuild(Exception):
    """There is no build to work on; the message says how to make one."""


@dataclass(frozen=True)
class Build:
    """One build folder. `build_id` is the digest of its inputs and code; the name is unique per attempt."""

    folder: Path
    build_id: str
    release_id: str
    as_of: str
    known_on: str | None = None
    """The earlier moment whose knowledge it shows; None for the present."""
    is_local: bool = False
    """It shows sources too whose publish flag is off."""

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def inputs(self) -> Path:
        return self.folder / "inputs"

    @property
    def target(self) -> Path:
        return self.folder / "target"

    @property
    def database(self) -> Path:
        return self.folder / "warehouse.duckdb"

    @property
    def docs(self) -> Path:
        """dbt's documentation of it, one page; never published."""
        return self.folder / "docs"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def gate(self) -> Path:
        return self.folder / "gate"


def new_folder(home: Home, night: str) -> Path:
    """A fresh build folder, named after the night (its date in Morocco) and numbered."""
    endings = [p.name.rsplit(".", 1)[1] for p in home.builds.glob(f"{night}.*")]
    number = max((int(e) for e in endings if e.isdigit()), default=0)
    folder = home.builds / f"{night}.{number + 1}"
    folder.mkdir(parents=True)
    return folder


def save(build: Build) -> Build:
    """Write the build's own label; a folder without one was cut off by a kill and is swept."""
    write_json(
        build.folder / "build.json",
        {
            "build_id": build.build_id,
            "release_id": build.release_id,
            "as_of": build.as_of,
            "known_on": build.known_on,
            "is_local": build.is_local,
        },
    )
    return build


def load(folder: Path) -> Build:
    data = json.loads((folder / "build.json").read_text("utf-8"))
    return Build(
        folder, data["build_id"], data["release_id"], data["as_of"], data["known_on"], data.get("is_local", False)
    )


def candidate(home: Home, name: str | None = None) -> Build:
    """The newest build, or the one named.

    Raises:
        NoBuild: there is none.
    """
    if name is not None:
        if not (home.builds / name / "build.json").exists():
            known = ", ".join(sorted(p.name for p in home.builds.iterdir())) or "none"
            raise NoBuild(f"no build {name} in {home.builds}; there are: {known}")
        return load(home.builds / name)
    found = sorted(home.builds.glob("*/build.json"), key=lambda p: p.stat().st_mtime_ns)
    if not found:
        raise NoBuild(f"no build in {home.builds}; make one with: infitah run --no-publish")
    return load(found[-1].parent)


def copy_for_dbt(build: Build, to: Path) -> None:
    """Make a folder in which dbt may be run by hand, of a build that stays as it is: inputs, models, dbt's parse.

    Raises:
        FileExistsError: there is something at `to`.
    """
    (to / "target").mkdir(parents=True)
    shutil.copytree(build.inputs, to / "inputs")
    shutil.copy(build.database, to)
    shutil.copy(build.target / "partial_parse.msgpack", to / "target")


def clean_up(home: Home) -> None:
    """Keep the newest builds; remove older ones and those without a label."""
    labelled = sorted(home.builds.glob("*/build.json"), key=lambda p: p.stat().st_mtime_ns)
    keep = {p.parent for p in labelled[-KEPT_BUILDS:]}
    for folder in home.builds.iterdir():
        if folder.is_dir() and folder not in keep:
            shutil.rmtree(folder)
