"""Which code runs: its state, told from the files themselves, as builds and releases carry it.

The state is a digest over every file of the project's packages and of the dbt project, code and data. With git it is
named by its commit, if each of these files is byte for byte the one of that commit: `git status` alone would overlook
what it was told to (`update-index --assume-unchanged`, `skip-worktree`, `.git/info/exclude`, an ignored file that is
imported all the same). Without git (an installed wheel, an unpacked archive) it is named by the digest, and counts as
settled once a person has set that digest down in the home (`<home>/decisions/versions.json`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.machinery
import importlib.util
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ingest.home import Home, write_json

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("expectations", "infitah", "ingest", "orchestration", "warehouse")
FOLDERS = (*PACKAGES, "dbt_project")
#: What dbt leaves behind when it is run by hand. It is never read: builds name a target folder of their own.
_LEFT_BY_DBT = ("dbt_project/target", "dbt_project/logs", "dbt_project/.user.yml")
_IMPORTED = tuple(importlib.machinery.all_suffixes())


class VersionError(Exception):
    """This state of the code cannot be set down as a version; the message says why and what can be done."""


@dataclass(frozen=True)
class CodeVersion:
    """Which code runs: its name, and whether it differs from what the name stands for."""

    commit: str
    """The commit; without git `files-` and the first 40 digits of the digest."""
    is_dirty: bool
    """The files differ from the commit; without git: nobody has set their digest down. Only a sample home publishes."""
    digest: str = field(default="", compare=False)
    """SHA-256 over every file of the code, 64 hexadecimal digits."""
    differences: tuple[str, ...] = field(default=(), compare=False)
    """Why it is dirty, a file or reason each."""

    @property
    def text(self) -> str:
        return f"{self.commit}+dirty" if self.is_dirty else self.commit

    @property
    def has_commit(self) -> bool:
        return not self.commit.startswith("files-")


@dataclass(frozen=True)
class AcceptedVersion:
    """A person's decision that a state of the code without git may publish from this home."""

    digest: str
    because: str
    by: str
    at: str


@dataclass(frozen=True)
class _Tree:
    """The files of the code: path below the root → where it is, and what is there that is no file of the tree."""

    files: dict[str, Path]
    strangers: tuple[str, ...]


def code_version(root: Path | None = None, *, home: Home | None = None) -> CodeVersion:
    """The state of the code at `root`; the running code when it is left out.

    A dirty state publishes only in a sample home (DESIGN.md §2, promise 1).

    Args:
        home: whose decisions say which states without git are settled; without it none is.
    """
    found = _files(root or ROOT)
    digest = _digest(found.files)
    elsewhere = tuple(_loaded_from_elsewhere()) if root is None else ()
    commit = _commit(root or ROOT)
    if commit is not None:
        differences = (*found.strangers, *elsewhere, *_differences(root or ROOT, found.files))
        return CodeVersion(commit, bool(differences), digest, differences)
    differences = (*found.strangers, *elsewhere)
    if not differences and digest not in {v.digest for v in (load_versions(home) if home else ())}:
        differences = ("there is no git here, and nobody has set this digest down: infitah version accept",)
    return CodeVersion(f"files-{digest[:40]}", bool(differences), digest, differences)


def versions_file(home: Home) -> Path:
    return home.root / "decisions" / "versions.json"


def load_versions(home: Home) -> list[AcceptedVersion]:
    path = versions_file(home)
    return [AcceptedVersion(**v) for v in json.loads(path.read_text("utf-8"))] if path.exists() else []


def accept_version(home: Home, *, because: str, by: str, now: dt.datetime, root: Path | None = None) -> AcceptedVersion:
    """Set the state of the code down as a version that may publish from this home.

    Raises:
        VersionError: no name, no reason, a tree with git, or one with something in it that no digest covers.
    """
    code = code_version(root, home=home)
    if code.has_commit:
        raise VersionError(
            "setting this code down as a version: it is a git tree, whose version is its commit. Commit."
        )
    if len(because.strip()) < 10 or not by.strip():
        raise VersionError("setting this code down as a version: say who decides (--by) and why (--because), in words.")
    if not code.is_dirty:
        raise VersionError(f"setting this code down as a version: {code.digest} was set down already.")
    strangers = (*_files(root or ROOT).strangers, *(_loaded_from_elsewhere() if root is None else ()))
    if strangers:
        raise VersionError(f"setting this code down as a version: no digest covers it all. {'; '.join(strangers)}")
    made = AcceptedVersion(code.digest, because.strip(), by.strip(), now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    write_json(versions_file(home), [asdict(v) for v in (*load_versions(home), made)])
    return made


def _files(root: Path) -> _Tree:
    """Everything in the folders of the code, bytecode that Python keeps beside its source aside."""
    files: dict[str, Path] = {}
    strangers = [f"{name} is a link to another folder" for name in FOLDERS if (root / name).is_symlink()]
    for top in FOLDERS:
        for folder, names, entries in os.walk(root / top):
            place = Path(folder)
            for name in sorted([*names, *entries]):
                path = place / name
                relative = path.relative_to(root).as_posix()
                if relative in _LEFT_BY_DBT or (place.name == "__pycache__" and path.suffix == ".pyc"):
                    continue
                if name in entries and path.is_file():
                    files[relative] = path
                elif path.is_symlink() or name in entries:
                    strangers.append(f"{relative} is a link or no plain file")
            names[:] = [n for n in names if (place / n).relative_to(root).as_posix() not in _LEFT_BY_DBT]
    return _Tree(dict(sorted(files.items())), tuple(strangers))


def _digest(files: dict[str, Path]) -> str:
    digest = hashlib.sha256()
    for relative, path in files.items():
        data = path.read_bytes()
        digest.update(f"{relative}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _loaded_from_elsewhere() -> Iterator[str]:
    """Packages that an import would take from another place than the one whose files are looked at."""
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None or Path(spec.origin).resolve() != ROOT / package / "__init__.py":
            yield f"{package} is imported from {spec.origin if spec else 'nowhere'}, not from {ROOT}"


def _commit(root: Path) -> str | None:
    """The commit that is checked out at `root`; None where it is not the top of a git tree."""
    try:
        top = _git(root, "rev-parse", "--show-toplevel").decode().removesuffix("\n")
        if Path(top).resolve() != root.resolve():
            return None
        return _git(root, "rev-parse", "--verify", "HEAD^{commit}").decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def _differences(root: Path, files: dict[str, Path]) -> Iterator[str]:
    """Where the working files differ from the commit: each file of the code by its bytes, the rest as git sees it."""
    committed = dict(_blobs(root))
    code = {p: blob for p, blob in committed.items() if p.split("/")[0] in FOLDERS}
    yield from (f"{p} is not in the commit" for p in files.keys() - code.keys())
    yield from (f"{p} is in the commit and not here" for p in code.keys() - files.keys())
    for relative in sorted(files.keys() & code.keys()):
        path, blob = files[relative], code[relative]
        if path.is_symlink() or _blob(path.read_bytes(), len(blob)) != blob:
            yield f"{relative} differs from the commit"
    yield from _shadows(root, committed)
    status = _git(root, "status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=none", "-z")
    yield from (f"git status: {line}" for line in status.decode(errors="replace").split("\0") if line)


def _shadows(root: Path, committed: dict[str, str]) -> Iterator[str]:
    """Modules at the root that no commit has: started there, Python would take them before a library of that name."""
    for path in sorted(root.iterdir()):
        is_module = path.is_file() and path.name.endswith(_IMPORTED)
        is_package = path.is_dir() and path.name.isidentifier() and any(path.glob("__init__.*"))
        if is_module and path.name not in committed:
            yield f"{path.name} is not in the commit"
        elif is_package and not any(p.startswith(f"{path.name}/") for p in committed):
            yield f"{path.name}/ is not in the commit"


def _blobs(root: Path) -> Iterator[tuple[str, str]]:
    """(path, hash) of every file of the commit."""
    for entry in _git(root, "ls-tree", "-r", "-z", "--full-tree", "HEAD").split(b"\0"):
        if entry:
            about, path = entry.split(b"\t", 1)
            yield path.decode(errors="surrogateescape"), about.split()[2].decode()


def _blob(data: bytes, digits: int) -> str:
    """The hash that git gives a file: SHA-1, or SHA-256 where the repository was made so."""
    algorithm = hashlib.sha256 if digits == 64 else hashlib.sha1
    return algorithm(f"blob {len(data)}\0".encode() + data).hexdigest()


def _git(root: Path, *arguments: str) -> bytes:
    """A question to git, deaf to what the environment or replaced objects would have it answer."""
    given = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "-C", str(root), "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "--no-replace-objects"]
    command += ["--no-optional-locks", *arguments]
    return subprocess.run(command, env=given, capture_output=True, check=True).stdout
