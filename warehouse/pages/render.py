"""The three languages of each page, from its template."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
import yaml

from warehouse.build.draft import Publisher, published_columns
from warehouse.build.tables import Table
from warehouse.catalogue.citation import cite
from warehouse.catalogue.inventory import DESCRIPTION, QUOTES, SAMPLE, TITLE

LANGUAGES = (("ar", "العربية"), ("fr", "Français"), ("en", "English"))
_HERE = Path(__file__).parent
_FORMATS = ((".spreadsheet.csv", "CSV (Excel)"), (".csv", "CSV"), (".parquet", "Parquet"), (".ndjson", "NDJSON"))


class _Words(dict[str, str]):
    def __getattr__(self, name: str) -> str:
        return self[name]


@lru_cache(maxsize=3)
def words(language: str) -> _Words:
    """The words of the pages in one language."""
    every = yaml.safe_load((_HERE / "words.yml").read_text("utf-8"))
    return _Words({k: v[language] for k, v in every.items()})


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["size"] = human_size
    return environment


def human_size(n: int) -> str:
    """Bytes in the largest unit that leaves a number of at least one."""
    size = float(n)
    for unit in ("B", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def _page(template: str, language: str, links: dict[str, str], prefix: str, title: str, **values: Any) -> bytes:
    return _environment().get_template(template).render(
        lang=language, languages=LANGUAGES, language_links=links, w=words(language), page_title=title, description=DESCRIPTION[language],
        sample=SAMPLE[language] if prefix else None, licence_line=f"CC BY 4.0. {QUOTES[language]}", **values,
    ).encode()  # fmt: skip


def table_rows(
    tables: dict[str, Table],
    language: str,
    rows: dict[str, int],
    prefix: str = "",
    changes: dict[str, Any] | None = None,
) -> list[dict[str, Any]]:
    """What pages say of each table."""
    return [
        {
            "name": t.name, "label": t.label[language], "definition": t.definition[language], "rows": rows.get(t.name, 0),
            "files": [(f"{prefix}{t.name}{e}", label) for e, label in _FORMATS], "changes": (changes or {}).get(t.name),
            "columns": [
                {"name": c.name, "label": c.label[language], "definition": c.definition[language], "codes": c.codes} for c in published_columns(t)
            ],
        }
        for t in tables.values()
    ]  # fmt: skip


def download_pages(
    index: dict[str, Any],
    status: dict[str, Any],
    tables: dict[str, Table],
    publisher: Publisher,
    prefix: str,
    withdrawals: list[dict[str, Any]],
    json_ld: dict[str, Any],
) -> dict[str, bytes]:
    """`index.html` (Arabic), `fr.html`, `en.html`; nothing before the first release."""
    latest = next((r for r in index["releases"] if r["release_id"] == index["latest"]), None)
    if latest is None:
        return {}
    files = {f["name"]: f for f in latest["files"]}
    links = {"ar": "index.html", "fr": "fr.html", "en": "en.html"}
    found = {}
    for language, _ in LANGUAGES:
        w = words(language)
        whole = [
            (files[name], label)
            for name, label in (
                (f"{prefix}infitah.duckdb", w["database"]), (f"{prefix}infitah.{language}.xlsx", w["workbook"]), (f"{prefix}network.graphml", w["graph"]),
            ) if name in files
        ]  # fmt: skip
        found[links[language]] = _page(
            "index.html", language, links, prefix, TITLE[language], latest=latest, status=status, folder=f"releases/{latest['release_id']}",
            whole=whole, tables=table_rows(tables, language, latest["rows"], prefix, latest.get("changes")), files=list(files.values()),
            releases=[r for r in reversed(index["releases"]) if r["release_id"] != latest["release_id"]], withdrawals=withdrawals,
            contact=publisher.contact_email, json_ld=json.dumps(json_ld, ensure_ascii=False).replace("<", "\\u003c") if json_ld else None,
            cite=cite(publisher, latest["release_id"], latest["as_of"][:10], language),
        )  # fmt: skip
    return found


def quality_pages(report: dict[str, Any], tables: dict[str, Table], prefix: str) -> dict[str, bytes]:
    """`quality.ar.html`, `quality.fr.html`, `quality.en.html`."""
    links = {x: f"quality.{x}.html" for x, _ in LANGUAGES}
    found = {}
    for language, _ in LANGUAGES:
        rows = [
            {
                "label": t.label[language], "rows": report["tables"][t.name]["rows"], "checks": report["tables"][t.name]["checks"],
                "quarantined": report["tables"][t.name]["quarantined"],
            }
            for t in tables.values()
        ]  # fmt: skip
        found[links[language]] = _page(
            "quality.html", language, links, prefix, words(language)["quality"], q=report, tables=rows
        )
    return found
