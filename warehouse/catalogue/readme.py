"""README.ar.md, README.fr.md, README.en.md: what this is, from when, which files and tables, how to check and cite them."""

from __future__ import annotations

from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.citation import cite
from warehouse.catalogue.inventory import QUOTES, description, title
from warehouse.formats.workbooks import LANGUAGES

_WORDS = {
    "ar": {
        "as_of": "حتى {as_of} (توقيت عالمي). الإصدار: {id}.",
        "tables": ("الجدول", "الصفوف", "الاسم", "التعريف"),
        "formats": "لكل جدول: `.csv` (صارم: UTF-8، فاصلة)، `.spreadsheet.csv` (يفتح في الجداول الحسابية: BOM، فاصلة منقوطة)، `.parquet`، `.ndjson`؛ وكلها في "
        "`{db}` (DuckDB 1.2 فما فوق، مع عمود بحث `search_text`) وفي `{xlsx}` من اليمين إلى اليسار. الشبكة: `{graph}`.",
        "changes": "ما تغير منذ {previous}: جدول `_changes` و`schema-changes.json`. معاني الأعمدة: جدول `_dictionary`. حالة المصادر: `sources` و`_sources`.",
        "first": "هذا أول إصدار. معاني الأعمدة: جدول `_dictionary`. حالة المصادر: `sources` و`_sources`.",
        "check": "للتحقق: `sha256sum -c --strict SHA256SUMS` ثم `minisign -Vm SHA256SUMS -p minisign.pub`.",
        "cite": "للاستشهاد: ",
        "licence": "الرخصة: CC BY 4.0. ",
    },
    "fr": {
        "as_of": "Au {as_of} (UTC). Version : {id}.",
        "tables": ("Table", "Lignes", "Nom", "Définition"),
        "formats": "Chaque table : `.csv` (strict : UTF-8, virgule), `.spreadsheet.csv` (pour tableurs : BOM, point-virgule), `.parquet`, `.ndjson` ; toutes dans "
        "`{db}` (DuckDB 1.2 ou plus, colonne de recherche `search_text`) et dans `{xlsx}`. Réseau : `{graph}`.",
        "changes": "Ce qui a changé depuis {previous} : table `_changes` et `schema-changes.json`. Sens des colonnes : `_dictionary`. État des sources : `sources`, `_sources`.",
        "first": "Ceci est la première version. Sens des colonnes : `_dictionary`. État des sources : `sources`, `_sources`.",
        "check": "Vérifier : `sha256sum -c --strict SHA256SUMS`, puis `minisign -Vm SHA256SUMS -p minisign.pub`.",
        "cite": "Citer : ",
        "licence": "Licence : CC BY 4.0. ",
    },
    "en": {
        "as_of": "As of {as_of} (UTC). Release: {id}.",
        "tables": ("Table", "Rows", "Name", "Definition"),
        "formats": "Each table: `.csv` (strict: UTF-8, comma), `.spreadsheet.csv` (for spreadsheets: BOM, semicolon, formula-safe), `.parquet`, `.ndjson`; all of them in "
        "`{db}` (DuckDB 1.2 or newer, search column `search_text`) and in `{xlsx}`. Network: `{graph}`.",
        "changes": "What changed since {previous}: table `_changes` and `schema-changes.json`. Meaning of columns: `_dictionary`. State of the sources: `sources`, `_sources`.",
        "first": "This is the first release. Meaning of columns: `_dictionary`. State of the sources: `sources`, `_sources`.",
        "check": "To verify: `sha256sum -c --strict SHA256SUMS`, then `minisign -Vm SHA256SUMS -p minisign.pub`.",
        "cite": "Cite as: ",
        "licence": "Licence: CC BY 4.0. ",
    },
}


def write_readmes(draft: Draft, rows: dict[str, int]) -> None:
    """One README per language."""
    for x in LANGUAGES:
        words = _WORDS[x]
        names = {
            "db": f"{draft.prefix}infitah.duckdb",
            "xlsx": f"{draft.prefix}infitah.{x}.xlsx",
            "graph": f"{draft.prefix}network.graphml",
        }
        table, count, name, definition = words["tables"]
        lines = [
            f"# {title(draft, x)}", description(draft, x), str(words["as_of"]).format(as_of=draft.as_of, id=draft.release_id),
            "\n".join([
                f"| {table} | {count} | {name} | {definition} |", "|---|---:|---|---|",
                *(f"| `{t.name}` | {rows[t.name]} | {t.label[x]} | {t.definition[x]} |" for t in draft.tables.values()),
            ]),
            str(words["formats"]).format(**names),
            str(words["changes"]).format(previous=draft.previous_id) if draft.previous_id else str(words["first"]),
            str(words["check"]),
            f"{words['licence']}{QUOTES[x]}",
            f"{words['cite']}{cite(draft.publisher, draft.release_id, draft.date, x)}",
        ]  # fmt: skip
        write_bytes(draft.folder / f"README.{x}.md", ("\n\n".join(lines) + "\n").encode())
