"""Descriptions in the properties of models that are written by hand.

Such a model describes the columns that it makes. Those that it keeps, or makes for a mart, stand in a sheet already: it
names the tables (`columns_of`, less `without`), and their words are written below the line that says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import yaml

from expectations.sheets.load import SheetError
from warehouse.build.dbt_files.columns import Sheets

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BELOW = "Written by `make sheets`, from the sheets of `columns_of`:"
#: The line, and the entries below it: each in one line, which no entry by hand is.
_WRITTEN = re.compile(rf"^(?P<indent> *)# {re.escape(BELOW)}\n(?:(?P=indent)- \{{name: .*\n)*", re.MULTILINE)


def described_files(project: Path, sheets: Sheets) -> dict[Path, str]:
    """Every properties file of a model that takes words from the sheets, by its path in the project, as it must be.

    Raises:
        SheetError: a table that no sheet describes, a column left out that is not there, no line to write below.
    """
    problems: list[str] = []
    files: dict[Path, str] = {}
    for path in sorted((project / "models" / "intermediate").glob("*/int_*.yml")):
        text = path.read_text("utf-8")
        (by_hand,) = yaml.load(_WRITTEN.sub("", text), Loader=_Loader).get("models", [{}])
        meta = by_hand.get("config", {}).get("meta", {})
        if "columns_of" not in meta:
            continue
        place = path.relative_to(project)
        without = set(meta.get("without", ()))
        offered: dict[str, str] = {}
        for table in meta["columns_of"]:
            if table not in sheets.models:
                problems.append(f"{place}: columns_of: no sheet says what {table} holds")
            offered = {**sheets.models.get(table, {}), **offered}
        problems += [f"{place}: without: no such column {name}" for name in sorted(without - offered.keys())]
        if len(_WRITTEN.findall(text)) != 1:
            problems.append(f"{place}: write one line below the columns that it makes: # {BELOW}")
        taken = {n: d for n, d in offered.items() if n not in without | {c["name"] for c in by_hand["columns"] or ()}}
        files[place] = _WRITTEN.sub(partial(_entries, taken), text)
    if problems:
        raise SheetError("describing models:\n" + "\n".join(problems))
    return files


def _entries(columns: Mapping[str, str], found: re.Match[str]) -> str:
    indent = found["indent"]
    entries = (f"- {{name: {n}, description: {json.dumps(d, ensure_ascii=False)}}}" for n, d in columns.items())
    return "".join(f"{indent}{line}\n" for line in (f"# {BELOW}", *entries))
