"""Commands about the sheets, for people who change a table."""

from __future__ import annotations

import click

from infitah.options import fail


@click.group()
def sheets() -> None:
    """What the published tables are, declared once in dbt_project/sheets."""


@sheets.command("write")
def sheets_write() -> None:
    """Write what follows from the sheets: dbt's properties, sources and staging, and docs/facts.md."""
    from expectations.sheets.load import DBT_PROJECT, SheetError, load_sheets
    from ingest.home import write_bytes
    from warehouse.build.dbt_files import write_dbt_files
    from warehouse.catalogue.facts import facts_page

    try:
        changed = [f"dbt_project/{path}" for path in write_dbt_files()]
    except SheetError as error:
        fail(error)
        return
    page = DBT_PROJECT.parent / "docs" / "facts.md"
    text = facts_page(load_sheets().values())
    if not page.exists() or page.read_text("utf-8") != text:
        write_bytes(page, text.encode())
        changed.append("docs/facts.md")
    for path in changed:
        click.echo(path)
    click.echo(f"{len(changed)} file(s) changed")


COMMANDS = (sheets,)
