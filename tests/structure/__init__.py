"""Tests of how the code is laid out, and what they share: the modules of the product and their syntax trees."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = ("expectations", "infitah", "ingest", "orchestration", "warehouse")


@cache
def modules() -> dict[str, Path]:
    """Dotted name → file, of every module of the five packages."""
    files = [p for package in PACKAGES for p in (PROJECT / package).rglob("*.py")]
    return {".".join(p.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): p for p in sorted(files)}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


def place(path: Path, node: ast.AST | None = None) -> str:
    """`file:line`, as an editor opens it."""
    line = f":{node.lineno}" if node is not None and hasattr(node, "lineno") else ""
    return f"{path.relative_to(PROJECT)}{line}"
