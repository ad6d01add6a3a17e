"""README.ar.md, README.fr.md, README.en.md: what this is, from when, which files and tables, how to check and cite."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.citation import cite
from warehouse.catalogue.inventory import QUOTES, description, title
from warehouse.formats.workbooks import LANGUAGES


@dataclass(frozen=True)
class _Words:
    """What a README says, in one language."""

    as_of: str
    columns: tuple[str, str, str, str]
    """Headings of the list of tables: table, rows, name, definition."""
    formats: str
    changes: str
    first: str
    check: str
    cite: str
    licence: str


_WORDS = {
    "ar": _Words(
        as_of="حتى {as_of} (توقيت عالمي). الإصدار: {id}.",
        columns=("الجدول", "الصفوف", "الاسم", "التعريف"),
        formats="لكل جدول: `.csv` (صارم: UTF-8، فاصلة)، `.spreadsheet.csv` (يفتح في الجداول الحسابية: BOM، فاصلة "
        "منقوطة)، `.parquet`، `.ndjson`؛ وكلها في `{db}` (DuckDB 1.2 فما فوق، مع عمود بحث `search_text`) "
        "وفي `{xlsx}` من اليمين إلى اليسار. الشبكة: `{graph}`.",
        changes="ما تغير منذ {previous}: جدول `_changes` و`schema-changes.json`. معاني الأعمدة: جدول "
        "`_dictionary`. حالة المصادر: `sources` و`_sources`.",
        first="هذا أول إصدار. معاني الأعمدة: جدول `_dictionary`. حالة المصادر: `sources` و`_sources`.",
        check="للتحقق: `sha256sum -c --strict SHA256SUMS` ثم `minisign -Vm SHA256SUMS -p minisign.pub`.",
        cite="للاستشهاد: ",
        licence="الرخصة: CC BY 4.0. ",
    ),
    "fr": _Words(
        as_of="Au {as_of} (UTC). Version : {id}.",
        columns=("Table", "Lignes", "Nom", "Définition"),
        formats="Chaque table : `.csv` (strict : UTF-8, virgule), `.spreadsheet.csv` (pour tableurs : BOM, "
        "point-virgule), `.parquet`, `.ndjson` ; toutes dans `{db}` (DuckDB 1.2 ou plus, colonne de "
        "recherche `search_text`) et dans `{xlsx}`. Réseau : `{graph}`.",
        changes="Ce qui a changé depuis {previous} : table `_changes` et `schema-changes.json`. Sens des "
        "colonnes : `_dictionary`. État des sources : `sources`, `_sources`.",
        first="Ceci est la première version. Sens des colonnes : `_dictionary`. État des sources : `sources`, "
        "`_sources`.",
        check="Vérifier : `sha256sum -c --strict SHA256SUMS`, puis `minisign -Vm SHA256SUMS -p minisign.pub`.",
        cite="Citer : ",
        licence="Licence : CC BY 4.0. ",
    ),
    "en": _Words(
        as_of="As of {as_of} (UTC). Release: {id}.",
        columns=("Table", "Rows", "Name", "Definition"),
        formats="Each table: `.csv` (strict: UTF-8, comma), `.spreadsheet.csv` (for spreadsheets: BOM, "
        "semicolon, formula-safe), `.parquet`, `.ndjson`; all of them in `{db}` (DuckDB 1.2 or newer, "
        "search column `search_text`) and in `{xlsx}`. Network: `{graph}`.",
        changes="What changed since {previous}: table `_changes` and `schema-changes.json`. Meaning of columns: "
        "`_dictionary`. State of the sources: `sources`, `_sources`.",
        first="This is the first release. Meaning of columns: `_dictionary`. State of the sources: `sources`, "
        "`_sources`.",
        check="To verify: `sha256sum -c --strict SHA256SUMS`, then `minisign -Vm SHA256SUMS -p minisign.pub`.",
        cite="Cite as: ",
        licence="Licence: CC BY 4.0. ",
    ),
}


def write_readmes(draft: Draft, rows: dict[str, int]) -> None:
    """One README per language.

    Args:
        rows: rows of each table.
    """
    for x in LANGUAGES:
        write_bytes(draft.folder / f"README.{x}.md", _readme(draft, x, rows).encode())


def _readme(draft: Draft, language: str, rows: dict[str, int]) -> str:
    words = _WORDS[language]
    paragraphs = [
        f"# {title(draft, language)}",
        description(draft, language),
        words.as_of.format(as_of=draft.as_of, id=draft.release_id),
        _list_of_tables(draft, language, rows),
        words.formats.format(
            db=f"{draft.prefix}infitah.duckdb",
            xlsx=f"{draft.prefix}infitah.{language}.xlsx",
            graph=f"{draft.prefix}network.graphml",
        ),
        words.changes.format(previous=draft.previous_id) if draft.previous_id else words.first,
        words.check,
        f"{words.licence}{QUOTES[language]}",
        f"{words.cite}{cite(draft.publisher, draft.release_id, draft.date, language)}",
    ]
    return "\n\n".join(paragraphs) + "\n"


def _list_of_tables(draft: Draft, language: str, rows: dict[str, int]) -> str:
    table, count, name, definition = _WORDS[language].columns
    lines = [f"| {table} | {count} | {name} | {definition} |", "|---|---:|---|---|"]
    for t in draft.tables.values():
        lines.append(f"| `{t.name}` | {rows[t.name]} | {t.label[language]} | {t.definition[language]} |")
    return "\n".join(lines)
