"""docs/facts.md: for each table its columns and closed lists, written from the sheets by `make sheets`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from expectations.sheets.load import PROVENANCE
from expectations.sheets.model import Column, Table

_HEAD = """<!-- Written by `make sheets` from dbt_project/sheets: change that. -->
# Facts: tables, columns, closed lists

Values are as the source states them; what it does not state is empty. The same stands in every release as the table
`_dictionary`, in Arabic, French and English.

Every fact ends with its provenance: `source_id`, `source_url`, `captured_at`, `capture_sha256`, `extractor_version`,
`evidence_position` (`chars:START-END` in the document's text, `line:N` in a table file, `document`),
`evidence_sha256` (of the words there), `evidence_text` (a short quotation without private names, empty when
`evidence_basis_code` is `position_only`), `is_stale`, `stale_cause_code`.

Dates are text, ISO 8601 cut where the source stops: `2023-04-11`, `2023-04`, `2023`. Beside a date `x_date` stand
`x_date_precision_code`, `x_date_raw` (the source's words), and where a mention can be relative `x_date_basis_code`,
where it can contradict itself `x_date_flag_code`, and for an event whose year is not known `x_month` and
`x_weekday_code`.

An announced adoption ("before its adoption by the council in its October session") gives a session with status
`announced`, a plan with status `draft` and `planned_adoption_date`, never a session held or a plan adopted. A session
or sitting that was called off is `cancelled`, one that was put off is `postponed` (to `postponed_to_date` where the
source names a day); its points are `announced`, never `debated`. A venue is a place, not a role. A speaker is a
function of a body, never a name.

Several documents may tell of one row: one is shown, whole. It is the one that tells of the state furthest along, then
the more precise and more complete one, then the one captured last. Where another gives a different date, number or
state, a finding `documents_disagree` names both with both values. No contradiction: a value that a document leaves out,
a date that is the same but less precise, a state before the one that is shown, the days before and after one that a
document put off. What is compared stands below the columns of each table.

Councils have the id `cou-` and their collectivity's id; collectivities `ct-0001` … `ct-1590` (permanent; HCP codes of
2014 and 2024 beside them).
"""
_FAMILIES = {
    "territory": "Territory",
    "sources": "Sources and what was seen of them",
    "documents": "Documents and their defects",
    "councils": "What councils do",
    "network": "Networks, organizations, figures",
    "plans": "Plans and commitments",
    "events": "Events and agreements",
    "notices": "Notices",
    "access": "Access to information",
    "law": "Law and calendar",
    "release": "The release itself",
}


def facts_page(tables: Iterable[Table]) -> str:
    """The page, a section a family, in the order of the families above."""
    published = [t for t in tables if t.is_published]
    lines = [_HEAD]
    for family, title in _FAMILIES.items():
        lines.append(f"## {title}\n")
        for table in (t for t in published if t.family == family):
            lines += _section(table)
    return "\n".join(lines).rstrip() + "\n"


def _section(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{table.label['ar']} · {table.label['fr']} · {table.label['en']}. {table.definition['en']}.\n"
    if table.notes:
        yield table.notes + "\n"
    yield "| Column | What it is | Values |\n|---|---|---|"
    shared = PROVENANCE[table.provenance] if table.provenance == "fact" else ()
    for column in (c for c in table.published_columns if c.name not in shared):
        yield f"| `{column.name}` | {column.definition['en']} | {_values(column)} |"
    yield ""
    yield from _comparison(table)


def _comparison(table: Table) -> Iterator[str]:
    """What documents that tell of one row are compared in."""
    if not table.compared_columns:
        return
    steps = [
        f"`{c.name}` by its steps (" + ", ".join(" or ".join(f"`{code}`" for code in step) for step in c.states) + ")"
        for c in table.compared_columns
        if c.states
    ]
    plain = [f"`{c.name}`" for c in table.compared_columns if not c.states]
    yield f"Compared between documents: {', '.join(plain + steps)}.\n"
    for column in table.columns:
        if column.may_differ:
            yield f"`{column.name}` may differ: {column.may_differ}.\n"


def _values(column: Column) -> str:
    if column.codes:
        listed = ", ".join(f"`{code}`" for code in column.codes)
        return f"several, separated by a space, of {listed}" if column.kind == "codes" else listed
    if column.references:
        return f"→ `{column.references}`"
    return column.data_type
