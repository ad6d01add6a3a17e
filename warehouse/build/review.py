"""What a build leaves for a person to settle, most useful first: `infitah review` shows it.

A queue is one question to the build's private database. Nothing is decided here: each line names where it was read,
how many rows wait for it, and the command or the file with which a person settles it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from shlex import quote
from urllib.parse import unquote

import duckdb

from expectations.personal_data.patterns import find_personal_data
from expectations.sheets.load import load_tables
from expectations.sheets.model import Table
from ingest.read.kinds.other import OTHER_REASONS
from ingest.read.people import private_words, redact

#: What is not shown: words that may be of a private person.
_WITHHELD = "[…]"
_NAMES, _ORGANIZATIONS = "ingest/territory/reviewed_names.csv", "ingest/read/organizations.yml"


@dataclass(frozen=True)
class Waiting:
    """One thing to settle."""

    what: str
    """A name, a row and its field, a reason: what a source wrote, without private names."""
    where: str
    waits: int
    """Facts, rows or documents that wait for it."""
    example: str
    """An address at which it was read."""
    settle: str
    """The command that shows it, or the file to edit."""


@dataclass(frozen=True)
class Queue:
    """Things to settle of one kind, those for which most waits first."""

    kind: str
    title: str
    settle: str
    """How such things are settled, in one sentence."""
    query: str = field(repr=False)
    """SQL with $source (a source's id or null): what, where, waits, an example's address, and a template's words."""
    next_step: str = field(repr=False)
    """The command for one line; {what}, {example} and {row} stand for its own."""
    lines: tuple[Waiting, ...] = ()

    @property
    def waits(self) -> int:
        return sum(line.waits for line in self.lines)


_OF_SOURCE = "($source is null or source_id = $source)"
#: Defects that other queues show.
_SHOWN_ELSEWHERE = "'ambiguous_name', 'unresolved_name', 'row_does_not_fit', 'reader_stopped'"
_QUEUES = (
    Queue(
        "names",
        "names of places that nothing settled",
        f"a line of {_NAMES} says whom a name means, who decided it and why; then infitah run --offline",
        "select name, table_name, occurrence_count, first_source_url, null from review.int_names__unresolved "
        "where $source is null or list_contains(string_split(source_ids, ' '), $source)",
        "infitah review --explain {what}",
    ),
    Queue(
        "organizations",
        "organizations known by the name alone that a page gives them",
        f"an entry of {_ORGANIZATIONS} joins the spellings and languages of one organization under one key; one that "
        "is met once may stay as it is",
        "select participant_name, string_agg(distinct role_code, ', ' order by role_code), count(*), min(source_url), "
        "null from intermediate.int_participations__admitted where participant_kind_code = 'organization' "
        f"and coalesce(participant_key, 'organization|name|') like 'organization|name|%' and {_OF_SOURCE} group by 1",
        f"{_ORGANIZATIONS}; its page: infitah explain {{example}}",
    ),
    Queue(
        "contradictions",
        "documents that contradict each other",
        "look at both documents: what was read wrongly is mended in ingest/read/words/, what a council wrote twice "
        "differently stays, with its finding",
        "select record_name || ' ' || field_name || coalesce(': ' || value_raw, ''), finding_code, 1, source_url, "
        f"other_source_url from marts.findings where other_source_url is not null and {_OF_SOURCE}",
        "infitah explain {example}; infitah explain {row}",
    ),
    Queue(
        "findings",
        "defects of one document",
        "look at the page: a label or column that the rules do not know is a line of ingest/read/words/; what the "
        "source itself has wrong stays, with its finding",
        "select finding_code, field_name, count(*), min(source_url), null from marts.findings "
        f"where other_source_url is null and finding_code not in ({_SHOWN_ELSEWHERE}) and {_OF_SOURCE} group by 1, 2",
        "infitah explain {example}",
    ),
    Queue(
        "flags",
        "values that are uncertain: flagged, or in the source's words alone",
        "look at the row: a wording that was not understood is a line of ingest/read/words/; what the source has "
        "wrong keeps its flag",
        "",  # One question a table: `_flags`.
        "infitah explain {row}",
    ),
    Queue(
        "held_back",
        "rows that break a rule and were held back",
        "the reason names rule and column, never the value; infitah explain shows the page's rules",
        "select rejection_code, table_name, count(*), min(source_url), null from review.int_quarantine__rows "
        f"where {_OF_SOURCE} group by 1, 2",
        "infitah explain {example}",
    ),
    Queue(
        "set_aside",
        "documents set aside, and rows of tables that did not fit",
        "a file that cannot be read may be handed in anew: infitah inbox add FILE; a changed layout is mended in the "
        "source's registry file",
        "select coalesce(status_reason, status_code) as what, 'documents: ' || status_code, count(*), min(source_url), "
        "null from intermediate.int_documents__admitted where status_code not in ('ok', 'gone') and gone_date is null "
        f"and {_OF_SOURCE} group by 1, 2 union all select finding_code, 'findings: ' || field_name, count(*), "
        "min(source_url), null from marts.findings where finding_code in ('row_does_not_fit', 'reader_stopped') "
        f"and {_OF_SOURCE} group by 1, 2",
        "infitah explain {example}",
    ),
    Queue(
        "other_pages",
        "pages of no certain kind (other)",
        "a wording that no rule knows is a line of ingest/read/words/; a menu, a feed, a word of welcome may stay "
        "what they are",
        "select kind_reason_code, kind_reason_code, count(*), min(source_url), null "
        "from intermediate.int_documents__admitted where kind_code = 'other' and gone_date is null "
        f"and kind_reason_code <> 'not_read' and {_OF_SOURCE} group by 1",
        "infitah explain {example}",
    ),
)
#: Kinds that a person may ask for, in the order in which they are shown.
KINDS = tuple(q.kind for q in _QUEUES)


def review_queues(
    con: duckdb.DuckDBPyConnection, *, kinds: Sequence[str] = (), source_id: str | None = None
) -> list[Queue]:
    """The queues of a build, most useful first, each with all its lines; those of one source where it is named.

    Args:
        con: a connection to the build's private database.
        kinds: of `KINDS`; none means all.
    """
    found = []
    for queue in _QUEUES:
        if kinds and queue.kind not in kinds:
            continue
        if queue.kind == "flags":
            rows = [r for t in load_tables().values() if t.is_published for r in _flags(con, t, source_id)]
        else:
            rows = con.execute(queue.query, {"source": source_id}).fetchall()
        rows.sort(key=lambda r: (-r[2], r[0], r[1]))
        lines = tuple(_line(queue, *r) for r in rows)
        found.append(Queue(queue.kind, queue.title, queue.settle, queue.query, queue.next_step, lines))
    return found


def _flags(con: duckdb.DuckDBPyConnection, table: Table, source_id: str | None) -> list[tuple[str, str, int, str, str]]:
    """Values of a table that bear a flag, and words from which no value was read, counted by column."""
    names = {c.name for c in table.columns}
    if table.provenance == "none" or not {"source_id", "source_url"} <= names:
        return []
    key = table.columns[0].name
    cases = [(f"'{c.name}: ' || {c.name}", f"{c.name} is not null") for c in table.columns if "_flag_code" in c.name]
    cases += [
        (f"'{c.name}: words without a value'", f"{c.name} is null and {c.words} is not null")
        for c in table.columns
        # Words of several columns (a statement's) say no more of one of them.
        if c.words == f"{c.name.removesuffix('_mad')}_raw"
    ]
    found: list[tuple[str, str, int, str, str]] = []
    for what, where in cases:
        found += con.execute(
            f"select {what}, '{table.name}', count(*), arg_min(source_url, {key}), '{table.name} ' || min({key}) "
            f"from marts.{table.name} where {where} and {_OF_SOURCE} group by 1",
            {"source": source_id},
        ).fetchall()
    return found


def _line(queue: Queue, what: str, where: str, waits: int, example: str | None, row: str | None) -> Waiting:
    what, example, row = shown(what), shown(example or ""), shown(row or "")
    # A row is a table and a key, or an address.
    row = row if _is_row(row) else quote(row)
    settle = queue.next_step.format(what=quote(what), example=quote(example), row=row)
    if _WITHHELD in settle and _WITHHELD not in what:
        settle = "its address is withheld: look in the build's private database"
    if queue.kind == "other_pages":
        what = OTHER_REASONS.get(what, what)
    return Waiting(what, where, waits, unquote(example), settle)


def _is_row(text: str) -> bool:
    return text.partition(" ")[0] in load_tables()


def shown(text: str) -> str:
    """A text of a source as a screen may show it: no private names, numbers or addresses of people."""
    if find_personal_data(unquote(text)):
        return _WITHHELD
    return redact(text, private_words(text))
