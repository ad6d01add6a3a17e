"""Imports stand at the top of a file, where a reader and the import contracts look for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.structure import PROJECT, modules, place, tree_of

#: Libraries that take a tenth of a second or more to import, or that few nights need: a function that needs one imports it.
HEAVY = {
    "bidi", "boto3", "dagster", "docx", "great_expectations", "networkx", "openpyxl", "pdfplumber", "pypdf", "pypdfium2",
    "rdflib",
}  # fmt: skip

#: `infitah --help` answers in 0.2 seconds because a command imports what it needs when it runs.
COMMANDS = {
    "infitah/__init__.py",
    "infitah/checks_commands.py",
    "infitah/explain_command.py",
    "infitah/cli.py",
    "infitah/homes.py",
    "infitah/reading_commands.py",
    "infitah/release_commands.py",
    "infitah/review_command.py",
    "infitah/run_command.py",
    "infitah/sheet_commands.py",
    "infitah/source_commands.py",
}


def late_imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """(statement, name) of every import below the top of a file, heavy libraries aside; one for type checking alone is none."""
    for function in ast.walk(tree_of(path)):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for node in ast.walk(function):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "."]
            for name in names:
                if name.split(".")[0] not in HEAVY and isinstance(node, ast.stmt):
                    yield node, name


def files() -> list[Path]:
    return [p for p in modules().values() if place(p) not in COMMANDS]


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(PROJECT)))
def test_imports_stand_at_the_top(path: Path) -> None:
    found = sorted({(place(path, node), name) for node, name in late_imports(path)})
    assert not found, "\n".join(f"{where}: import {name} at the top of the file" for where, name in found)


def test_the_exceptions_are_of_today() -> None:
    """A file that needs no exception any more is taken from the lists."""
    needed = {place(p) for p in modules().values() if any(late_imports(p))}
    assert COMMANDS - needed == set()
