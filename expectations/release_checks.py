"""Checks on the files of a release: allow-list, personal data, completeness, agreement of formats and metadata.

The definition of a check is what it looks at: the columns of each table, and which of them are scanned. Its code is
counted in the required list.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb

from expectations import formats, workbooks
from expectations.explained import unexplained
from expectations.outcome import CheckOutcome, definition_digest
from expectations.personal_data.patterns import KINDS, find_personal_data
from expectations.release_files import ReleaseFiles
from ingest.ledger.store import judge

#: A SHA-256 and nothing else.
_DIGEST = "[0-9a-f]{64}"
ENDINGS = (".csv", ".spreadsheet.csv", ".parquet", ".ndjson")


def check_release(files: ReleaseFiles) -> list[CheckOutcome]:
    """Every release check, in a fixed order."""
    # DuckDB and zlib compare the formats while Python scans the texts: on two cores this takes little longer than one.
    with ThreadPoolExecutor(max_workers=1) as beside:
        formats_agree = beside.submit(_formats_agree, files)
        hits = scan_database(files)
    found = {
        "allow_list": _allow_list(files),
        "completeness": _completeness(files),
        "formats_agree": formats_agree.result(),
        "metadata_agrees": _metadata_agrees(files),
        "sources_judged": _sources_judged(files),
        "schema_changes_announced": _names(files.unannounced),
        "changes_explain": _names(unexplained(files.compared, files.file("_changes", ".parquet"))),
    }
    for kind in KINDS:
        where = sorted(f"{table}.{column}: {n}" for (k, table, column), n in hits.items() if k == kind)
        total = sum(n for (k, _, _), n in hits.items() if k == kind)
        found[f"personal_data.{kind}"] = (total, "; ".join(where) or None)
    looks_at = (files.columns, files.text_columns)
    return [_outcome(f"release.{name}", observed, detail, looks_at) for name, (observed, detail) in found.items()]


def _outcome(check_id: str, observed: int, detail: str | None, looks_at: object) -> CheckOutcome:
    definition = definition_digest(check_id, looks_at)
    return CheckOutcome(check_id, "release", None, definition, "error", float(observed), detail=detail)


def _names(problems: list[str]) -> tuple[int, str | None]:
    return len(problems), "; ".join(problems[:20]) or None


def _allow_list(files: ReleaseFiles) -> tuple[int, str | None]:
    """Columns in a file that are not published, and published ones that are missing."""
    problems = []
    with duckdb.connect() as con:
        for table, allowed in files.columns.items():
            for ending, found in (
                (".csv", _header(files.file(table, ".csv"), ",")),
                (".spreadsheet.csv", _header(files.file(table, ".spreadsheet.csv"), ";")),
                (".parquet", _parquet_columns(con, files.file(table, ".parquet"))),
            ):
                problems += [f"{table}{ending}: {c} is not on the allow-list" for c in found if c not in allowed]
                problems += [f"{table}{ending}: {c} is missing" for c in allowed if c not in found]
    return _names(problems)


def _header(path: Path, delimiter: str) -> list[str]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return next(csv.reader(handle, delimiter=delimiter), [])


def _parquet_columns(con: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    if not path.exists():
        return []
    return [r[0] for r in con.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()]


def _completeness(files: ReleaseFiles) -> tuple[int, str | None]:
    expected = [files.file(t, e).name for t in files.columns for e in ENDINGS]
    expected += [
        "datapackage.json",
        "csv-metadata.json",
        "dcat.ttl",
        "dcat.jsonld",
        "schema-org.jsonld",
        "CITATION.cff",
        "schema-changes.json",
        *(f"README.{x}.md" for x in ("ar", "fr", "en")),
        *(files.workbook(x).name for x in ("ar", "fr", "en")),
        files.public_database.name,
        f"{files.prefix}network.graphml",
    ]
    return _names([f"{name} is missing" for name in expected if not (files.folder / name).exists()])


def _formats_agree(files: ReleaseFiles) -> tuple[int, str | None]:
    """Every cell of every format of a table is the one of the build's own table."""
    return _names([*formats.disagreements(files), *workbooks.disagreements(files)])


def _metadata_agrees(files: ReleaseFiles) -> tuple[int, str | None]:
    """Descriptors tell the same tables, columns, sizes and hashes, and those of the files beside them."""
    package = json.loads((files.folder / "datapackage.json").read_text("utf-8"))
    resources = {r["name"]: r for r in package["resources"]}
    problems = [f"datapackage: {t} is missing" for t in files.columns if t not in resources]
    problems += [f"datapackage: {t} is not published" for t in resources if t not in files.columns]
    group = json.loads((files.folder / "csv-metadata.json").read_text("utf-8"))
    described = {t["url"]: [c["name"] for c in t["tableSchema"]["columns"]] for t in group["tables"]}
    for table, resource in resources.items():
        if table not in files.columns:
            continue
        columns = files.columns[table]
        if [f["name"] for f in resource["schema"]["fields"]] != columns:
            problems.append(f"datapackage: columns of {table} differ")
        if described.get(resource["path"]) != columns:
            problems.append(f"csv-metadata: columns of {table} differ")
        path = files.folder / resource["path"]
        if path.exists() and resource["hash"] != "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest():
            problems.append(f"datapackage: hash of {resource['path']} differs")
    for download in json.loads((files.folder / "schema-org.jsonld").read_text("utf-8"))["distribution"]:
        path = files.folder / download["name"]
        if not path.exists():
            problems.append(f"schema-org: {download['name']} is not there")
        elif download["sha256"] != hashlib.sha256(path.read_bytes()).hexdigest():
            problems.append(f"schema-org: hash of {download['name']} differs")
    catalogue = (files.folder / "dcat.ttl").read_text("utf-8")
    for resource in resources.values():
        if resource["hash"].removeprefix("sha256:") not in catalogue:
            problems.append(f"dcat: hash of {resource['path']} is missing")
    return _names(problems)


def _sources_judged(files: ReleaseFiles) -> tuple[int, str | None]:
    """An admitted source night whose checks failed, or a held one without a failing check."""
    problems = []
    for night in files.source_nights:
        failed = [
            c for c in night.checks if judge(c.observed, c.operator, c.threshold) == "fail" and c.accepted_until is None
        ]
        if (night.admission == "admitted") == bool(failed):
            problems.append(f"{night.source_id} is {night.admission} with {len(failed)} failed check(s)")
    return _names(problems)


def scan_database(files: ReleaseFiles) -> Counter[tuple[str, str, str]]:
    """Hits by (kind, table, column) over every text value that is published.

    A value that is a SHA-256 and nothing else is passed over: in one word of 64 letters and digits no kind of personal
    data can stand, each of them ends where a letter or digit does.
    """
    hits: Counter[tuple[str, str, str]] = Counter()
    with duckdb.connect(str(files.database), read_only=True) as con:
        for table, columns in files.text_columns.items():
            for column in columns:
                rows = con.execute(
                    f"""select "{column}", count(*) from marts."{table}"
                    where not regexp_full_match("{column}", '{_DIGEST}') group by all"""
                ).fetchall()
                for value, n in rows:
                    for kind in find_personal_data(value):
                        # Names of places ('السيد …') are reference data, not people.
                        if kind == "name" and table in ("collectivities", "bodies"):
                            continue
                        hits[(kind, table, column)] += n
    return hits
