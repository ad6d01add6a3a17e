"""How a written file is known, and how properties are laid out."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

MARK = "Written by `make sheets` from dbt_project/sheets: change that."


def properties(key: str, entries: Sequence[object]) -> str:
    """A properties file of dbt: `models`, `sources` or `exposures`."""
    # Never folded: the writer breaks a pattern in the middle, and what is read again is another one.
    text = yaml.dump(
        {"version": 2, key: list(entries)}, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000
    )
    return f"# {MARK}\n{text}"


class _Plain(yaml.SafeDumper):
    """What stands in two places is written twice: an anchor is hard to read."""

    def ignore_aliases(self, data: object) -> bool:
        return True
