"""What dbt itself says of its project: each model, what it reads, its columns. The source of Dagster's lineage.

dbt writes `manifest.json` when it parses the project. It is parsed once for each state of the project and kept in the
user's cache, with dbt's own parse beside it, which makes the night's `dbt build` that much shorter.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ingest.home import write_bytes
from warehouse.build.dbt import TransformError, dbt_environment

PARSE = "partial_parse.msgpack"
MANIFEST = "manifest.json"
#: Folders of a project that dbt writes itself.
_WRITTEN = ("target", "logs", "dbt_packages")


@dataclass(frozen=True)
class ModelColumn:
    """One column as its model declares it."""

    name: str
    data_type: str
    description: str


@dataclass(frozen=True)
class Model:
    """One dbt model."""

    name: str
    description: str
    parents: frozenset[str]
    """Models that it reads."""
    reads_inputs: bool
    """It reads frozen inputs of the build (sources)."""
    columns: tuple[ModelColumn, ...]


#: States of a project whose parse is kept.
_KEPT = 8

Models = dict[str, Model]
_parsed: dict[str, Models] = {}


def load_models(dbt_project: Path) -> Models:
    """Model name → model, of a project as it stands now.

    Raises:
        TransformError: dbt cannot parse the project.
    """
    digest = project_digest(dbt_project)
    if digest not in _parsed:
        _parsed[digest] = read_models(parsed_project(dbt_project) / MANIFEST)
    return _parsed[digest]


def parsed_project(dbt_project: Path) -> Path:
    """The folder of what dbt parsed of a project as it stands now: its manifest, and its own parse for builds to come.

    It depends on the project alone, so it is kept for all homes in the user's cache (XDG Base Directory Specification).

    Raises:
        TransformError: dbt cannot parse the project.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "infitah"
    folder = cache / f"dbt-{project_digest(dbt_project)}"
    if not (folder / MANIFEST).exists():
        _parse(dbt_project, folder)
        kept = sorted(cache.glob("dbt-*"), key=lambda p: p.stat().st_mtime_ns)
        for old in kept[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    return folder


def read_models(manifest: Path) -> Models:
    """The models of one `manifest.json`."""
    nodes: dict[str, dict[str, Any]] = json.loads(manifest.read_text("utf-8"))["nodes"]
    return {n["name"]: _model(n) for n in nodes.values() if n["resource_type"] == "model"}


def _model(node: dict[str, Any]) -> Model:
    parents = [p.split(".") for p in node["depends_on"]["nodes"]]
    return Model(
        name=node["name"],
        description=node["description"],
        parents=frozenset(p[-1] for p in parents if p[0] == "model"),
        reads_inputs=any(p[0] == "source" for p in parents),
        columns=tuple(ModelColumn(c["name"], c["data_type"] or "", c["description"]) for c in node["columns"].values()),
    )


def project_digest(dbt_project: Path) -> str:
    """Digest of every file that dbt reads of a project, and of dbt's version."""
    digest = hashlib.sha256(version("dbt-core").encode())
    for path in sorted(p for p in dbt_project.rglob("*") if p.is_file()):
        relative = path.relative_to(dbt_project)
        if relative.parts[0] not in _WRITTEN and not path.name.startswith("."):
            digest.update(str(relative).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _parse(dbt_project: Path, into: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="infitah-dbt-") as name:
        folder = Path(name)
        environment = dbt_environment(folder, dbt_project)
        command = [sys.executable, "-m", "dbt.cli.main", "--no-use-colors", "parse"]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)
        if ran.returncode != 0:
            raise TransformError(f"parsing the dbt project {dbt_project}:\n{ran.stdout[-4000:]}{ran.stderr[-2000:]}")
        for name in (PARSE, MANIFEST):  # The manifest last: where it is, the parse is too.
            write_bytes(into / name, (folder / "target" / name).read_bytes())
