"""Every file of a release, rendered in order from a build's tables: data first, then what describes them.

The order of making (DESIGN.md §2, promise 1) begins here: tables → files; checks, report, hashes and record are the
gate's (`warehouse.gate.run`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from expectations.sheets.load import DBT_PROJECT, load_tables
from ingest.home import Home
from warehouse.build.builds import Build
from warehouse.build.changes import write_changes
from warehouse.build.draft import Draft, make_draft
from warehouse.build.previous import Previous
from warehouse.build.schema_changes import load_notices, write_schema_changes
from warehouse.build.withdrawals import Redactor, load_withdrawals
from warehouse.catalogue.citation import write_citation
from warehouse.catalogue.csvw import write_csvw
from warehouse.catalogue.datapackage import write_datapackage
from warehouse.catalogue.dcat import write_dcat
from warehouse.catalogue.inventory import describe_files
from warehouse.catalogue.readme import write_readmes
from warehouse.catalogue.schema_org import write_schema_org
from warehouse.formats.database import write_duckdb
from warehouse.formats.graph import write_graph
from warehouse.formats.tables import write_tables
from warehouse.formats.workbooks import write_workbooks

Progress = Callable[[str, int, int], None]


def render(
    home: Home, build: Build, previous: Previous, progress: Progress | None = None, dbt_project: Path = DBT_PROJECT
) -> None:
    """Tell what changed since the latest release, and render every file of the next one."""
    draft = make_draft(home, build, load_tables(dbt_project), previous)
    write_changes(draft, Redactor(load_withdrawals(home)))
    render_files(draft, dbt_project, progress)


def render_files(draft: Draft, dbt_project: Path = DBT_PROJECT, progress: Progress | None = None) -> None:
    """The files of a draft whose tables are complete, `_changes` included."""
    say = progress or (lambda what, done, total: None)
    say("tables", 0, 6)
    rows = write_tables(draft)
    say("duckdb", 1, 6)
    write_duckdb(draft)
    say("workbooks", 2, 6)
    write_workbooks(draft, rows)
    say("graph", 3, 6)
    write_graph(draft)
    say("changes", 4, 6)
    write_schema_changes(draft, load_notices(dbt_project))
    say("descriptors", 5, 6)
    files = describe_files(draft)
    write_datapackage(draft, files)
    write_csvw(draft)
    write_dcat(draft, files)
    write_schema_org(draft, files)
    write_citation(draft)
    write_readmes(draft, rows)
    say("", 6, 6)
