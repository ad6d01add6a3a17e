"""The extractor version: the digest of everything that can change a record, computed, never listed by hand.

Bronze is a pure function of (capture, extractor version). What the version covers is found by following imports from
the reading room: each module of its closure, the data files beside it, each library that the closure imports (or whose
files it opens) with all that these need, Python with its tables of characters, and, for one source, what the registry
tells the reading room of it (`Hints`) and the recognition engine where it may be used.
"""

from __future__ import annotations

import ast
import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path

from ingest.read.documents.ocr import engine
from ingest.read.hints import Hints

PROJECT = Path(__file__).resolve().parents[2]
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
    todo = [_name_of(p, root) for p in sorted((root / _ROOM.replace(".", "/")).rglob("*.py"))]
    found: dict[str, Path] = {}
    libraries: set[str] = set()
    while todo:
        name = todo.pop()
        file = _file_of(name, root)
        if name in found or file is None:
            continue
        found[name] = file
        parent = name.rpartition(".")[0]
        todo += [parent] if parent else []
        for imported in _imports(file):
            if imported.split(".")[0] == _ROOT_PACKAGE:
                todo.append(imported)
            else:
                libraries.add(imported.split(".")[0])
    return dict(sorted(found.items())), frozenset(libraries - sys.stdlib_module_names)


def _name_of(file: Path, root: Path) -> str:
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _file_of(name: str, root: Path) -> Path | None:
    """The file of a module or package; None for a name that an import takes out of a module."""
    path = root.joinpath(*name.split("."))
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


#: Functions that take a package by its name: `importlib.resources.files`, `importlib.import_module`.
_BY_NAME = ("files", "import_module")


def _imports(file: Path) -> Iterator[str]:
    """Dotted names that a file imports; `from a import b` names both a and a.b, one of which may be no module.

    Raises:
        ValueError: a relative import, which is not followed here.
    """
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level or node.module is None:
                raise ValueError(f"reading the imports of {file}, line {node.lineno}: relative; write it from the root")
            yield node.module
            yield from (f"{node.module}.{a.name}" for a in node.names)
        elif isinstance(node, ast.Call) and _name_called(node) in _BY_NAME:
            yield from (a.value for a in node.args[:1] if isinstance(a, ast.Constant) and isinstance(a.value, str))


def _name_called(call: ast.Call) -> str | None:
    """The last name of what is called: both `files(…)` and `resources.files(…)` are 'files'."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else None


def files_of(modules: dict[str, Path], root: Path = PROJECT) -> list[Path]:
    """The modules, and every file of the room or beside a module that is no code: words, columns, law, ids."""
    beside = {p for folder in {file.parent for file in modules.values()} for p in folder.iterdir()}
    inside = set((root / _ROOM.replace(".", "/")).rglob("*"))
    return sorted({*modules.values(), *(p for p in beside | inside if _is_data(p))})


def _is_data(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".py", ".pyc") and not path.name.startswith(".")


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
