"""The download page in three languages: last night's state, every table and file, what changed, how to cite."""

from __future__ import annotations

import json
from dataclasses import dataclass

from expectations.sheets.model import Table
from warehouse.build.draft import Publisher
from warehouse.catalogue.citation import cite
from warehouse.catalogue.index import Index, ReleaseEntry, status_of
from warehouse.catalogue.inventory import TITLE, ReleaseFile
from warehouse.catalogue.json_ld import JsonLd
from warehouse.pages.render import LANGUAGES, render_page, words

_FORMATS = ((".spreadsheet.csv", "CSV (Excel)"), (".csv", "CSV"), (".parquet", "Parquet"), (".ndjson", "NDJSON"))
_LINKS = {"ar": "index.html", "fr": "fr.html", "en": "en.html"}


@dataclass(frozen=True)
class _Column:
    """What a page says of a column."""

    name: str
    label: str
    definition: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class _Table:
    """What a page says of a table."""

    name: str
    label: str
    definition: str
    rows: int
    files: list[tuple[str, str]]
    """(name of a file, what it is)."""
    changes: dict[str, int] | None
    """Operation → number; None where nothing changed."""
    columns: list[_Column]


def download_pages(
    index: Index, tables: dict[str, Table], publisher: Publisher, prefix: str, json_ld: JsonLd
) -> dict[str, bytes]:
    """`index.html` (Arabic), `fr.html`, `en.html`; nothing before the first release.

    Args:
        json_ld: the latest release's block for search engines; empty for none.
    """
    latest = index.latest_entry
    if latest is None:
        return {}
    # In a script element nothing may look like the end of it.
    block = json.dumps(json_ld, ensure_ascii=False).replace("<", "\\u003c") if json_ld else None
    return {
        _LINKS[language]: render_page(
            "index.html",
            language,
            _LINKS,
            prefix,
            TITLE[language],
            latest=latest,
            status=status_of(index),
            folder=f"releases/{latest.release_id}",
            whole=_whole_files(latest, prefix, language),
            tables=[_table(t, language, latest, prefix) for t in tables.values()],
            files=latest.files,
            releases=[r for r in reversed(index.releases) if r.release_id != latest.release_id],
            withdrawals=index.withdrawals,
            contact=publisher.contact_email,
            json_ld=block,
            cite=cite(publisher, latest.release_id, latest.as_of[:10], language),
        )
        for language, _ in LANGUAGES
    }


def _whole_files(release: ReleaseEntry, prefix: str, language: str) -> list[tuple[ReleaseFile, str]]:
    """The files that hold everything, with what they are."""
    w = words(language)
    files = {f.name: f for f in release.files}
    named = (
        (f"{prefix}infitah.duckdb", w["database"]),
        (f"{prefix}infitah.{language}.xlsx", w["workbook"]),
        (f"{prefix}network.graphml", w["graph"]),
    )
    return [(files[name], label) for name, label in named if name in files]


def _table(table: Table, language: str, release: ReleaseEntry, prefix: str) -> _Table:
    return _Table(
        name=table.name,
        label=table.label[language],
        definition=table.definition[language],
        rows=release.rows.get(table.name, 0),
        files=[(f"{prefix}{table.name}{ending}", label) for ending, label in _FORMATS],
        changes=release.changes.get(table.name),
        columns=[
            _Column(c.name, c.label[language], c.definition[language], tuple(c.codes)) for c in table.published_columns
        ],
    )
