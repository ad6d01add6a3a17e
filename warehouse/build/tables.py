"""The published tables as declared beside the dbt models: the one source of every descriptor, dictionary and page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[2]
DBT_PROJECT = PROJECT / "dbt_project"
MARTS_URL = "project:dbt_project/models/marts/_marts.yml"


@dataclass(frozen=True)
class Column:
    """One published column."""

    name: str
    data_type: str
    kind: str
    """key, foreign_key, reference, code, date, timestamp, count, amount, text, flag, url, hash, position."""
    is_nullable: bool
    is_volatile: bool
    is_published: bool
    personal_data: str
    codes: tuple[str, ...]
    references: str | None
    label: dict[str, str]
    definition: dict[str, str]


@dataclass(frozen=True)
class Table:
    """One published table."""

    name: str
    primary_key: str
    licence: str
    label: dict[str, str]
    definition: dict[str, str]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)

    @property
    def tells_of_the_night(self) -> bool:
        """Its rows describe a night or a build (`_build`, `source_nights`, `_changes`): others each night, no news."""
        return self.column(self.primary_key).is_volatile

    @property
    def sort_key(self) -> str:
        """The canonical order of rows.

        What is asked for by region or collectivity lies together, so that ranges of a remote file suffice.
        """
        names = [c.name for c in self.columns]
        places = [n for n in ("region_id", "collectivity_id") if n in names and n != self.primary_key]
        return ", ".join(f'"{n}"' for n in [*places, self.primary_key])

    @property
    def stable_columns(self) -> list[str]:
        """Columns whose change makes a new release."""
        return [c.name for c in self.columns if not c.is_volatile]


def marts_file(dbt_project: Path = DBT_PROJECT) -> Path:
    return dbt_project / "models" / "marts" / "_marts.yml"


class ModelError(Exception):
    """A published table or column is not described as it must be; the message names every gap."""


_TABLE_META = ("primary_key", "licence", "label", "definition")
_COLUMN_META = ("class", "nullable", "personal_data", "label", "definition")


def _gaps(models: list[dict[str, Any]]) -> list[str]:
    """What descriptions lack: a licence, a class, a label in one of the three languages …"""
    found = []
    for m in models:
        parts: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
            (m["name"], m.get("config", {}).get("meta", {}), _TABLE_META)
        ]
        parts += [(f"{m['name']}.{c['name']}", c.get("config", {}).get("meta", {}), _COLUMN_META) for c in m["columns"]]
        for name, meta, wanted in parts:
            found += [f"{name}: no {k}" for k in wanted if k not in meta]
            found += [
                f"{name}: no {k} in {x}"
                for k in ("label", "definition")
                for x in ("ar", "fr", "en")
                if k in meta and not str(meta[k].get(x) or "").strip()
            ]
        names = {c["name"] for c in m["columns"]}
        found += [
            f"{m['name']}: no provenance column {c}"
            for c in ("source_url", "captured_at", "capture_sha256")
            if c not in names and m["name"] != "_build"
        ]
    return found


@lru_cache(maxsize=4)
def load_tables(dbt_project: Path = DBT_PROJECT) -> dict[str, Table]:
    """Every published table, in the order of the files: those that dbt models, then the one that is written after it.

    Raises:
        ModelError: a description, licence, class or provenance column is missing; nothing is built without.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(marts_file(dbt_project).read_text("utf-8"), Loader=loader)
    written = yaml.load((marts_file(dbt_project).parent / "_changes.yml").read_text("utf-8"), Loader=loader)
    models = [*data["models"], *written["sources"][0]["tables"]]
    if gaps := _gaps(models):
        raise ModelError(f"reading {marts_file(dbt_project)}: " + "; ".join(gaps))
    return {m["name"]: _table(m) for m in models}


def _table(model: dict[str, Any]) -> Table:
    meta = model["config"]["meta"]
    return Table(
        name=model["name"],
        primary_key=meta["primary_key"],
        licence=meta["licence"],
        label=meta["label"],
        definition=meta["definition"],
        columns=tuple(_column(c) for c in model["columns"]),
    )


def _column(column: dict[str, Any]) -> Column:
    meta = column["config"]["meta"]
    return Column(
        name=column["name"],
        data_type=column["data_type"],
        kind=meta["class"],
        is_nullable=meta["nullable"],
        is_volatile=meta.get("volatile", False),
        is_published=meta.get("publish", False),
        personal_data=meta["personal_data"],
        codes=tuple(meta.get("codes", ())),
        references=meta.get("references"),
        label=meta["label"],
        definition=meta["definition"],
    )
