"""docs/architecture.md, drawn from the imports and the first lines of the packages' docstrings: `make architecture`."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator, Mapping

from tests.structure import PACKAGES, PROJECT, modules, tree_of

FILE = PROJECT / "docs" / "architecture.md"
Arrows = Mapping[str, frozenset[str]]
"""A room → the rooms that it imports from."""

_HEAD = """\
# Architecture

Drawn by `make architecture` from the imports and from the first line of each room's docstring; a test holds it equal. An arrow says "imports
from". One that a longer way implies is left out of the picture and stands in the table. That all of them run one way is a contract
(`pyproject.toml`, `make lint`).
"""
_LEVELS = (
    ("", "The packages", "SQL stands in `dbt_project/`, which `warehouse.build` hands to dbt; it imports nothing."),
    ("ingest", "Inside `ingest`", "From a registry of sources to typed rows, each with the page it came from."),
    ("warehouse", "Inside `warehouse`", "From typed rows to a release, if every check holds."),
)


def arrows(package: str) -> dict[str, frozenset[str]]:
    """The rooms of a package (of the project: the packages) and their arrows; an import inside a function counts too."""
    names = modules()
    found: dict[str, set[str]] = {}
    for module, path in names.items():
        room = _room(module, package)
        if room is None:
            continue
        found.setdefault(room, set())
        for imported in _imports(tree_of(path)):
            other = _room(imported, package) if imported in names else None
            if other is not None and other != room:
                found[room].add(other)
    return {room: frozenset(others) for room, others in sorted(found.items())}


def _room(module: str, package: str) -> str | None:
    """The part of a package that a module belongs to; None for a module elsewhere, or the package's own `__init__`."""
    prefix = f"{package}." if package else ""
    if not module.startswith(prefix):
        return None
    room = module.removeprefix(prefix).split(".")[0]
    return room if package or room in PACKAGES else None


def _imports(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{a.name}" for a in node.names)


def reduced(given: Arrows) -> dict[str, frozenset[str]]:
    """Without the arrows that a longer way implies. A circle leaves nothing to imply, and everything is kept."""
    try:
        order = list(graphlib.TopologicalSorter(given).static_order())
    except graphlib.CycleError:
        return dict(given)
    reach: dict[str, frozenset[str]] = {}
    for room in order:
        others = given.get(room, frozenset())
        reach[room] = others.union(*(reach[o] for o in others))
    return {
        room: frozenset(o for o in others if not any(o in reach[via] for via in others - {o}))
        for room, others in given.items()
    }


def _purpose(name: str) -> str:
    """The first line of a docstring, as a cell of a table."""
    line = (ast.get_docstring(tree_of(modules()[name])) or "").split("\n")[0]
    return line.replace("<", "&lt;").replace("|", "\\|")


def draw() -> str:
    """The whole page."""
    parts = [_HEAD]
    for package, title, text in _LEVELS:
        every = arrows(package)
        picture = reduced(every)
        lines = ["```mermaid", "graph TD"]
        lines += [f"    {room}" for room in every if not any(room in {a, *bs} and bs for a, bs in picture.items())]
        lines += [f"    {room} --> {other}" for room in picture for other in sorted(picture[room])]
        lines += ["```", "", "| Room | What it is | Imports from |", "|---|---|---|"]
        for room, others in every.items():
            name = f"{package}.{room}" if package else room
            lines.append(f"| `{room}` | {_purpose(name)} | {', '.join(sorted(others)) or '–'} |")
        parts.append("\n".join([f"## {title}", "", text, "", *lines]) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(draw(), "utf-8")
    print(f"written: {FILE.relative_to(PROJECT)}")
