"""`infitah explain`: which rules spoke on a page, on which words, which were overruled, and what was made of it."""

from __future__ import annotations

import datetime as dt
import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infitah.options import HOME, SAMPLE, fail, home_folder

if TYPE_CHECKING:
    from ingest.explain import Explanation
    from ingest.home import Home
    from ingest.opening import Ingest
    from ingest.records import Keyed

#: Characters of words and quotations that a line shows.
_SHOWN_CHARS = 70


@click.command()
@HOME
@SAMPLE
@click.argument("what", metavar="FILE|ADDRESS|TABLE")
@click.argument("key", required=False)
@click.option("--source", "source_id", metavar="ID", help="Read FILE as a page of this source: its site, its layout.")
@click.option("--published", metavar="YYYY-MM-DD", help="FILE was published on this day: 'today' means it.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
def explain(
    home: Path | None,
    sample: bool,
    what: str,
    key: str | None,
    source_id: str | None,
    published: str | None,
    as_json: bool,
) -> None:
    """Say why a page was read as it was, or why something on it was not.

    A page is read again by today's code, and nothing is written. Printed are the rules that spoke, in order, each with
    the words that it spoke on, whether it was followed, and by what it was set aside; then what was made of the page,
    each record with its rule. A rule that is not there did not speak: its words stand in ingest/read/words/.

    \b
      infitah explain page.html                                 a file of your own, needs no home
      infitah explain page.html --source ma-commune-fes         as if it stood on that site
      infitah explain https://www.example.ma/session-mai        the last capture of an address
      infitah explain sessions ses-bcdfghjkmnpq                 the page of a row, and the rule that made the row

    Names of places: infitah review --explain TEXT. The way of a row to its archived bytes: infitah trace TABLE KEY.
    """
    from ingest.archive.captures import ArchiveError
    from ingest.explain import ExplainError, explain_address, explain_file
    from ingest.registry.loader import RegistryError
    from warehouse.release.reader import NothingPublished
    from warehouse.release.trace import TraceError

    day = _day(published)
    is_file = key is None and Path(what).is_file()
    if not is_file and (source_id or published):
        raise click.UsageError(f"--source and --published are said of a file; there is no file {what}")
    try:
        row: dict[str, str] | None = None
        if is_file:
            ingest = _opened(home, sample)
            found = explain_file(ingest, Path(what), now=dt.datetime.now(dt.UTC), source_id=source_id, published=day)
        elif key is None:
            found = explain_address(_read_home(home, sample), what)
        else:
            found, row = _explain_row(_read_home(home, sample), what, key)
    except (ExplainError, ArchiveError, RegistryError, TraceError, NothingPublished, FileNotFoundError) as error:
        fail(error)
        return
    click.echo(json.dumps(_as_json(found, row), ensure_ascii=False, indent=1) if as_json else _as_text(found, row))


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day such as 2026-01-31", param_hint="--published") from None


def _opened(root: Path | None, sample: bool) -> Ingest:
    """The registry and the names to read a file with: those of a home where there is one, else the project's own."""
    from infitah.homes import reading_home
    from ingest.home import Home
    from ingest.opening import open_ingest

    home: Home
    try:
        home = reading_home(root, sample=sample)
    except FileNotFoundError:
        home = Home(home_folder(root, sample).absolute(), "sample" if sample else "real")
    return open_ingest(home)


def _read_home(root: Path | None, sample: bool) -> Ingest:
    from infitah.homes import reading_home
    from ingest.opening import open_ingest

    return open_ingest(reading_home(root, sample=sample))


def _explain_row(ingest: Ingest, table: str, key: str) -> tuple[Explanation, dict[str, str]]:
    """The page of a row of the latest release, and what is said of the row itself."""
    from expectations.sheets.load import load_tables
    from ingest.explain import explain_archived
    from warehouse.release.trace import TraceError, capture_of, published_row

    published = published_row(ingest.home, table, key)
    if "source_url" not in published:
        raise TraceError(f"explaining {table} {key}: it was read from no page")
    found = explain_archived(ingest, capture_of(ingest.home, published))
    record = load_tables()[table].record
    place, sha256 = str(published.get("evidence_position")), str(published.get("evidence_sha256"))
    made = found.at(record, place, sha256) if record else ()
    told = {"table": table, "key": key, "evidence_position": place}
    return found, told | {"read": _read_again(made, record is not None)}


def _read_again(made: tuple[Keyed, ...], is_read: bool) -> str:
    """What today's code says of the words of a row."""
    if not is_read:
        return "it is derived; what it rests on was read from this page"
    if not made:
        return "today's code reads no such row from these words: another version of the code did"
    rules = ", ".join(dict.fromkeys(r.rule_id for r in made if r.rule_id))
    return f"made by {rules}" if rules else "made by a reader whose rules have no names yet"


def _as_json(found: Explanation, row: dict[str, str] | None) -> dict[str, Any]:
    document = found.document
    return {
        "address": found.capture.url,
        "captured_at": found.capture.captured_at,
        "source_id": found.capture.source_id,
        "kind_code": document.kind_code if document else None,
        "kind_reason_code": document.kind_reason_code if document else None,
        "status_code": document.status_code if document else None,
        "status_reason": document.status_reason if document else None,
        **({"row": row} if row else {}),
        "rules": [
            {"rule_id": s.rule_id, "words": s.words, "place": s.place, "overruled_by": s.overruled_by}
            for s in found.rules
        ],
        "records": [
            {
                "table": r.table,
                "rule_id": r.rule_id,
                "evidence_position": r.origin.evidence_position,
                "words": found.words(r),
            }
            for r in found.records
        ],
    }


def _as_text(found: Explanation, row: dict[str, str] | None) -> str:
    from ingest.read.kinds.other import OTHER_REASONS

    capture, document = found.capture, found.document
    lines = [f"page      {capture.url}", f"source    {capture.source_id}, captured {capture.captured_at}"]
    if document:
        reason = f" ({document.status_reason})" if document.status_reason else ""
        lines.append(
            f"read as   {document.kind_code}, {document.language_code}, {document.char_count:,} characters, "
            f"{document.status_code}{reason}"
        )
        if document.kind_reason_code:
            lines.append(f"why other {document.kind_reason_code}: {OTHER_REASONS[document.kind_reason_code]}")
    if row:
        lines.append(f"row       {row['table']} {row['key']} at {row['evidence_position']}: {row['read']}")
    lines += ["", f"rules that spoke: {len(found.rules)}"]
    lines += _columns([(_fate(s.overruled_by), s.rule_id, _short(s.words), _short(s.place)) for s in found.rules])
    if not found.rules:
        lines.append("  none of those that have names")
    records = [r for r in found.records if r is not document]
    lines += ["", f"what was made of it: {len(records)}"]
    lines += _columns(
        [(r.table, r.rule_id or "-", r.origin.evidence_position, _short(found.words(r))) for r in records]
    )
    return "\n".join(lines)


def _fate(overruled_by: str | None) -> str:
    return f"overruled by {overruled_by}" if overruled_by else "followed"


def _short(words: str) -> str:
    return textwrap.shorten(words, _SHOWN_CHARS, placeholder=" …")


def _columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Aligned cells, as wide as the widest."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return ["  " + "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows]
