"""The public DuckDB file, assembled from the sorted Parquet files, never the file that dbt wrote.

Storage version v1.2.0, so that older clients open it; labels and definitions as comments; and in each table with words
a column `search_text`, the words of the row in one normal form, with a macro `fold` that brings a question into the
same form.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from expectations.sheets.model import Table
from warehouse.build.draft import Draft

STORAGE_VERSION = "v1.2.0"
SEARCH = "search_text"
#: One normal form for searching Arabic and French: hamza, alef, ya, ta marbuta, Persian letters and digits unified,
#: marks and tatweel dropped, accents dropped, lower case, every other sign a space. In SQL that DuckDB 1.2 knows, so
#: that readers can fold what they ask for.
FOLD = (
    "trim(regexp_replace(lower(strip_accents(regexp_replace(translate(words, "
    "'أإآٱىیکةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااييكهوي01234567890123456789'), "
    "'[\u064b-\u065f\u0670\u0640\u200b-\u200f\u061c\ufeff\u202a-\u202e\u2066-\u2069\u00ad]', '', 'g'))), "
    "'[^\\p{L}\\p{N}]+', ' ', 'g'))"
)
#: A word to look for: folded, and without the article and what is glued before it, so that الميزانية finds ميزانية and
#: بالميزانية.
FOLD_WORD = f"regexp_replace({FOLD}, '(^| )(?:[وبفك]?ال|لل)(\\p{{L}}{{3,}})', '\\1\\2', 'g')"
_SEARCH_COMMENT = (
    "نص البحث: كلمات الصف في صيغة موحدة للبحث، contains(search_text, fold_word('…')) | "
    "Texte de recherche : les mots de la ligne sous une forme unique | "
    "Search text: the words of the row in one form; where contains(search_text, fold_word('…'))"
)


def write_duckdb(draft: Draft) -> Path:
    """The public DuckDB file, from the Parquet files beside it."""
    path = draft.folder / f"{draft.prefix}infitah.duckdb"
    path.unlink(missing_ok=True)
    with duckdb.connect() as con:
        con.execute("set threads = 1")
        con.execute("set TimeZone = 'UTC'")
        con.execute(f"attach '{path}' as out (storage_version '{STORAGE_VERSION}')")
        con.execute(f"create macro out.fold(words) as {FOLD}")
        con.execute(f"create macro out.fold_word(words) as {FOLD_WORD}")
        for table in draft.tables.values():
            _write_table(con, draft, table)
        con.execute("checkpoint out")
        con.execute("detach out")
    return path


def _write_table(con: duckdb.DuckDBPyConnection, draft: Draft, table: Table) -> None:
    words = table.searched_columns
    columns = ", ".join(f'"{c.name}" {c.data_type}' for c in table.published_columns)
    search = f", {SEARCH} varchar" if words else ""
    con.execute(f'create table out."{table.name}" ({columns}{search}, primary key ("{table.primary_key}"))')
    joined = ", ".join(f'"{w}"' for w in words)
    folded = f", out.fold(concat_ws(' ', {joined}))" if words else ""
    parquet = draft.path(table.name, ".parquet")
    con.execute(f"insert into out.\"{table.name}\" select *{folded} from read_parquet('{parquet}')")
    con.execute(f'comment on table out."{table.name}" is {_literal(_comment(table.label, table.definition))}')
    for c in table.published_columns:
        con.execute(f'comment on column out."{table.name}"."{c.name}" is {_literal(_comment(c.label, c.definition))}')
    if words:
        con.execute(f'comment on column out."{table.name}".{SEARCH} is {_literal(_SEARCH_COMMENT)}')


def _comment(label: dict[str, str], definition: dict[str, str]) -> str:
    return " | ".join(f"{label[x]}: {definition[x]}" for x in ("ar", "fr", "en"))


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
