"""`infitah review`: what waits for a person, most useful first, and how a name is resolved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infitah.options import HOME, SAMPLE, fail

if TYPE_CHECKING:
    from ingest.territory.gazetteer import Gazetteer
    from warehouse.build.review import Queue, Waiting

#: Kinds of things to settle (`warehouse.build.review`, whose test compares them): --help imports nothing of it.
_KINDS = (
    "names",
    "organizations",
    "contradictions",
    "findings",
    "flags",
    "held_back",
    "set_aside",
    "other_pages",
)
#: Characters of what a source wrote that a line shows.
_SHOWN_CHARS = 70


@click.command()
@HOME
@SAMPLE
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="This kind alone (repeatable).")
@click.option("--source", "source_id", metavar="ID", help="What pages of this source left open.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=1), help="Lines of each kind to show.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
@click.option(
    "--explain", metavar="TEXT", help='Say how the names in a text are resolved, e.g. "مجلس جماعة أولاد عيسى".'
)
@click.option("--on-site-of", metavar="ID", help="With --explain: as on the site of this collectivity, e.g. ct-0815.")
def review(
    home: Path | None,
    sample: bool,
    kinds: tuple[str, ...],
    source_id: str | None,
    limit: int,
    as_json: bool,
    explain: str | None,
    on_site_of: str | None,
) -> None:
    """What waits for a person in the newest build, most useful first.

    Each line says how many facts, rows or documents wait for it, what it is, where, and with which command it is
    looked at or which file settles it. Nothing private is printed: what looks like a person's name, number or address
    is […], and of rows held back the reason alone is told.

    \b
    names           places that several bear, or that go on beyond a known name, with candidates
    organizations   known by the name alone that a page gives them: their spellings are not joined
    contradictions  two documents that give one row another date, number or state
    findings        other defects of a document: labels and columns that no rule knows, sums that do not add up
    flags           values with a flag, and words from which no value was read
    held_back       rows that break a rule, by table and reason
    set_aside       documents that could not be read, rows of tables that did not fit
    other_pages     pages of no certain kind, by reason

    \b
      infitah review --kind names --limit 50
      infitah review --source ma-commune-fes              what the pages of one source left open
      infitah review --kind other_pages --json            for a program
      infitah review --explain "مجلس جماعة أولاد عيسى"     whom a name may mean, and why

    A name is settled by a line of ingest/territory/reviewed_names.csv, which says who decided, when and why; a wording
    by a line of ingest/read/words/. The next night reads everything again with it (infitah run --offline).
    """
    import duckdb

    from infitah.homes import reading_home
    from ingest.opening import open_ingest
    from warehouse.build.builds import NoBuild, candidate
    from warehouse.build.review import review_queues

    if on_site_of and explain is None:
        raise click.UsageError("--on-site-of is said with --explain TEXT")
    try:
        opened = reading_home(home, sample=sample)
        ingest = open_ingest(opened)
        if explain is not None:
            _explain(ingest.gazetteer, explain, on_site_of)
            return
        if source_id is not None and source_id not in ingest.sources:
            raise ValueError(f"no source {source_id!r} in the registry; `infitah sources list` names them")
        with duckdb.connect(str(candidate(opened).database), read_only=True) as con:
            queues = review_queues(con, kinds=kinds, source_id=source_id)
    except (NoBuild, FileNotFoundError, ValueError, duckdb.Error) as error:
        fail(error)
        return
    click.echo((_all_as_json if as_json else _all_as_text)(queues, ingest.gazetteer, limit))


def _all_as_json(queues: list[Queue], gazetteer: Gazetteer, limit: int) -> str:
    return json.dumps([_as_json(q, gazetteer, limit) for q in queues], ensure_ascii=False, indent=1)


def _all_as_text(queues: list[Queue], gazetteer: Gazetteer, limit: int) -> str:
    return "\n\n".join(_as_text(q, gazetteer, limit) for q in queues)


def _as_json(queue: Queue, gazetteer: Gazetteer, limit: int) -> dict[str, Any]:
    return {
        "kind": queue.kind,
        "title": queue.title,
        "settle": queue.settle,
        "line_count": len(queue.lines),
        "waits": queue.waits,
        "lines": [
            {"waits": w.waits, "what": w.what, "where": w.where, "example": w.example, "settle": w.settle}
            | ({"candidates": _candidates(gazetteer, w.what)} if queue.kind == "names" else {})
            for w in queue.lines[:limit]
        ],
    }


def _as_text(queue: Queue, gazetteer: Gazetteer, limit: int) -> str:
    """A heading with its count, how to settle, and a line or two for each thing."""
    if not queue.lines:
        return f"{queue.kind}: none. {_capital(queue.title)}."
    shown = queue.lines[:limit]
    cut = (
        f", {len(shown)} shown (--kind {queue.kind} --limit {len(queue.lines)})"
        if len(shown) < len(queue.lines)
        else ""
    )
    lines = [f"{queue.kind}: {len(queue.lines)} ({queue.waits} wait){cut}. {_capital(queue.title)}."]
    lines.append(f"  to settle: {queue.settle}")
    width = max(len(str(w.waits)) for w in shown)
    for w in shown:
        lines.append(f"  {w.waits:>{width}} x  {_short(w.what)}  ({w.where})")
        lines += [f"  {'':>{width}}    {more}" for more in _below(queue.kind, w, gazetteer)]
    return "\n".join(lines)


def _below(kind: str, waiting: Waiting, gazetteer: Gazetteer) -> list[str]:
    """What stands under a line: whom a name may mean, where it was read, the command."""
    lines = (
        [f"may be: {'; '.join(found)}"] if kind == "names" and (found := _candidates(gazetteer, waiting.what)) else []
    )
    if waiting.example and waiting.example not in waiting.settle:
        lines.append(f"e.g. {waiting.example}")
    return [*lines, f"-> {waiting.settle}"]


def _candidates(gazetteer: Gazetteer, name: str) -> list[str]:
    """Whom a name may mean, with how alike they are."""
    found = gazetteer.candidates(name)
    return [f"{t.name_fr} ({t.level_code}, {t.collectivity_id}, {score:.2f})" for t, score in found]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"


_BECAUSE = {
    "only_one": "the only one of its level with this name",
    "spelled_alike": "the only one of its level that is spelled nearly so",
    "goes_on": "left open: the name is longer than the known one that it begins with",
    "reviewed": "decided in ingest/territory/reviewed_names.csv",
    "own_site": "the collectivity whose site it is",
    "same_province": "the only one of them in a province that the page names or belongs to",
    "same_region": "the only one of them in a region that the page names or belongs to",
    "open": "left open: several bear the name and nothing settles it",
}


def _explain(gazetteer: Gazetteer, text: str, host: str | None) -> None:
    """Print each name of a text, whom it may mean, whom it was taken for and why."""
    from ingest.text.fold import fold_with_offsets

    whole = fold_with_offsets(text)
    folded = whole.text
    found = gazetteer.find(folded, whole)
    sure = frozenset(i for i in (host, *(m.collectivity_id for m in found)) if i is not None)
    if not found:
        click.echo(
            "no collectivity is named: a name counts behind a word for its level (جماعة, إقليم, جهة, commune de …)"
        )
    for m in found:
        words = folded[m.name_start : m.end]
        m = gazetteer.settled(m, sure, words, host)
        click.echo(f"{whole.raw(m.start, m.end)}: {' or '.join(m.level_codes)}")
        for i in m.candidates or ((m.collectivity_id,) if m.collectivity_id else ()):
            t = gazetteer[i]
            chosen = "->" if i == m.collectivity_id else "  "
            click.echo(f"  {chosen} {t.name_ar} / {t.name_fr} ({t.level_code}, {i}, HCP {t.hcp_code_2024})")
        click.echo(f"  {_BECAUSE[m.because]}")
        if m.because in ("open", "goes_on"):
            click.echo(
                f"  to decide: {whole.raw(m.name_start, m.end)},{m.level_codes[0]},{host or ''},"
                "<one of these ids>,<who>,<YYYY-MM-DD>,<why>"
            )
