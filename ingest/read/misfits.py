"""Rows of a table that do not fit under its header: told, never read, and not the end of the table."""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.councils.agenda_patterns import COLUMNS
from ingest.read.emit import Emitter
from ingest.read.lines import columns_of, lines_of, misfits_below
from ingest.read.plans.labels import columns_of as columns_of_projects
from ingest.records import Finding
from ingest.text.fold import fold
from ingest.text.limits import limited

#: Of one document; more is no table of ours.
_MAX_FINDINGS = 50
_NAME_CHARS = 120


def read_misfits(context: DocumentContext, out: Emitter) -> None:
    """A finding for each row of a table of points or projects with more or fewer cells than its header."""
    if " | " not in context.text or not out.findings.facts:
        return
    lines = lines_of(context.text, context.folded_at, context.tables)
    found = 0
    for header in lines:
        columns = columns_of_projects(header) or columns_of(header, COLUMNS)
        if columns is None or "title" not in columns.places:
            continue
        for row in misfits_below(lines, header, columns):
            found += 1
            if found > _MAX_FINDINGS:
                return
            name = out.public(row.raw)[:_NAME_CHARS]
            out.add(
                Finding(
                    natural_key=f"finding|{out.source_id}|{context.source_url}|row_does_not_fit|{fold(name)}",
                    finding_code="row_does_not_fit",
                    record_name=limited(name),
                    field_name="row",
                    value_raw=f"{len(row.cells)} / {columns.width}",
                    origin=out.origin(row.start, row.start + len(row.raw.rstrip())),
                )
            )
