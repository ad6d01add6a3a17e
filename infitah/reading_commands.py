"""Commands for readers: ask in SQL, look for words, serve the public tree. None of them imports Dagster or dbt."""

from __future__ import annotations

from pathlib import Path

import click

from infitah.options import HOME, SAMPLE, fail

OUTPUT = click.option(
    "--format", "output", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)


@click.command()
@HOME
@SAMPLE
@click.option("--build", "build", is_flag=True, help="Ask the newest build of this home instead, published or not.")
@click.argument("query")
@OUTPUT
def sql(home: Path | None, sample: bool, build: bool, query: str, output: str) -> None:
    """Ask the latest release a question in SQL, e.g. "select * from sessions limit 5".

    More than twenty-five examples: docs/cookbook.md.
    """
    import duckdb

    from infitah.homes import reading_home
    from infitah.render import render_rows
    from warehouse.build.builds import NoBuild
    from warehouse.release.reader import NothingPublished, connect, connect_build

    try:
        with (connect_build if build else connect)(reading_home(home, sample=sample)) as con:
            cursor = con.execute(query)
            names = [d[0] for d in cursor.description or []]
            click.echo(render_rows(names, cursor.fetchall(), output))
    except (NothingPublished, NoBuild, FileNotFoundError, duckdb.Error) as error:
        fail(error)


@click.command()
@HOME
@SAMPLE
@click.argument("words", nargs=-1, required=True)
@click.option("--table", "tables", multiple=True, help="Look in this table alone (repeatable).")
@click.option("--limit", default=20, show_default=True, help="Rows to show.")
@OUTPUT
def search(
    home: Path | None, sample: bool, words: tuple[str, ...], tables: tuple[str, ...], limit: int, output: str
) -> None:
    """Look for WORDS in the latest release, in Arabic or French.

    Whatever the spelling of hamza, ta marbuta, accents and digits.
    """
    import duckdb

    from infitah.homes import reading_home
    from infitah.render import render_rows
    from warehouse.release.reader import NothingPublished, connect, find_words

    try:
        with connect(reading_home(home, sample=sample)) as con:
            names, rows = find_words(con, tuple(" ".join(words).split()), tables, limit)
    except (NothingPublished, FileNotFoundError, KeyError, duckdb.Error) as error:
        fail(error.args[0] if isinstance(error, KeyError) else error)
        return
    click.echo(render_rows(names, rows, output))


@click.command()
@HOME
@SAMPLE
@click.option("--port", default=8610, show_default=True, help="Port on loopback.")
def serve(home: Path | None, sample: bool, port: int) -> None:
    """Serve the public tree on loopback as a publisher would.

    Ranges, ETag, 304, 410 for what is gone, cache and CORS headers.
    """
    import uvicorn

    from infitah.homes import reading_home
    from warehouse.release.serve import make_app

    try:
        opened = reading_home(home, sample=sample)
    except FileNotFoundError as error:
        fail(error)
        return
    click.echo(f"serving {opened.published / 'current'} at http://127.0.0.1:{port}/ (stop with Ctrl-C)")
    uvicorn.run(make_app(opened), host="127.0.0.1", port=port, log_level="warning", server_header=False)


COMMANDS = (sql, search, serve)
