"""What a part of the code depends on: its import closure and the data files beside it, computed, never listed by hand.

Whoever must know which code made a thing (the extractor version, the gate's deciding code) starts from some modules and
gets every module of the project that they import, from wherever in a file and however far, with its packages.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Closure:
    """What some modules import, themselves included."""

    modules: dict[str, Path]
    """Dotted name → file, sorted."""
    libraries: frozenset[str]
    """Top-level names of what is neither the project's nor Python's own."""


def modules_in(room: str, root: Path = PROJECT) -> list[str]:
    """The dotted names of every module of a package."""
    return [_name_of(p, root) for p in sorted((root / room.replace(".", "/")).rglob("*.py"))]


def closure_of(starts: Iterable[str], packages: Iterable[str], root: Path = PROJECT) -> Closure:
    """All that the modules `starts` import within the project's `packages`.

    Args:
        packages: top-level names whose modules are followed; every other name is a library's.
        root: the folder that holds the packages; tests hand in an altered copy.

    Raises:
        ValueError: a start that is no module, or a relative import.
    """
    todo, followed = list(starts), frozenset(packages)
    if unknown := [name for name in todo if _file_of(name, root) is None]:
        raise ValueError(f"following the imports of {', '.join(unknown)}: there is no such module in {root}")
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
            if imported.split(".")[0] in followed:
                todo.append(imported)
            else:
                libraries.add(imported.split(".")[0])
    return Closure(dict(sorted(found.items())), frozenset(libraries - sys.stdlib_module_names))


def data_beside(modules: Mapping[str, Path]) -> set[Path]:
    """Every file beside a module that is no code: words, columns, law, ids. One too many does no harm."""
    folders = {file.parent for file in modules.values()}
    return {p for folder in folders for p in folder.iterdir() if is_data(p)}


def is_data(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".py", ".pyc") and not path.name.startswith(".")


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
