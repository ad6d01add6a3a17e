"""The extractor version: the digest of everything that can change a record, computed, never listed by hand.

Bronze is a pure function of (capture, extractor version). What the version covers is found by following imports from
the reading room: each module of its closure, the data files beside it, each library that the closure imports (or whose
files it opens) with all that these need, Python with its tables of characters, and, for one source, what the registry
tells the reading room of it (`Hints`) and the recognition engine where it may be used.
"""

from __future__ import annotations

import hashlib
import re
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path

from ingest.closure import PROJECT, closure_of, data_beside, is_data, modules_in
from ingest.read.documents.ocr import engine
from ingest.read.hints import Hints

_ROOM = "ingest.read"
_ROOT_PACKAGE = "ingest"


@cache
def extractor_version(root: Path = PROJECT) -> str:
    """Twelve hexadecimal characters for the code of the reading room, its data files and its libraries.

    Args:
        root: the folder that holds the package `ingest`; tests hand in an altered copy.
    """
    digest = hashlib.sha256()
    modules, libraries = closure(root)
    for file in files_of(modules, root):
        digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
    for library in [f"python=={sys.version_info.major}.{sys.version_info.minor}", *distributions(libraries)]:
        digest.update(f"{library}\0".encode())
    return digest.hexdigest()[:12]


@cache
def reading_version(hints: Hints) -> str:
    """The extractor version for one source. A selector mended in the registry re-reads that source and no other."""
    recognition = engine() if hints.has_ocr else None
    text = f"{extractor_version()}|{hints!r}|{recognition.digest if recognition else ''}"
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@cache
def closure(root: Path = PROJECT) -> tuple[dict[str, Path], frozenset[str]]:
    """(module → file, top-level names of libraries): all that the reading room imports, from wherever in a file."""
    found = closure_of(modules_in(_ROOM, root), (_ROOT_PACKAGE,), root)
    return found.modules, found.libraries


def files_of(modules: dict[str, Path], root: Path = PROJECT) -> list[Path]:
    """The modules, and every file of the room or beside a module that is no code: words, columns, law, ids."""
    inside = {p for p in (root / _ROOM.replace(".", "/")).rglob("*") if is_data(p)}
    return sorted({*modules.values(), *data_beside(modules), *inside})


def distributions(libraries: frozenset[str]) -> list[str]:
    """'name==version' of the distributions that hold these libraries, and of all that they need in turn."""
    owners = packages_distributions()
    todo = [d for library in libraries for d in owners.get(library, [])]
    found: dict[str, str] = {}
    while todo:
        name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue  # Needed on another platform or by an extra that is not installed.
        todo += [re.split(r"[ ;<>=!~\[(]", need)[0] for need in requires(name) or () if "extra ==" not in need]
    return sorted(f"{n}=={v}" for n, v in found.items())
