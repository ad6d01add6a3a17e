"""Reading the sheets: shared columns and lists filled in, every gap told at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from expectations.sheets.model import LANGUAGES, Column, ColumnClass, Move, Provenance, Table, type_of

DBT_PROJECT = Path(__file__).resolve().parents[2] / "dbt_project"
#: Folders of what several sheets share.
_SHARED = ("fields", "codes")
#: Where the columns of provenance are declared.
_PROVENANCE = "fields/provenance"
#: The table that `warehouse.build.changes` writes once the marts stand.
_AFTER_DBT = "_changes"
#: Columns that rows of each kind of provenance end with; they are declared in `fields/provenance.yml`.
PROVENANCE: dict[Provenance, tuple[str, ...]] = {
    "fact": (
        *("source_id", "source_url", "captured_at", "capture_sha256", "extractor_version", "evidence_position"),
        *("evidence_sha256", "evidence_text", "evidence_basis_code", "is_stale", "stale_cause_code"),
    ),
    "capture": ("source_url", "captured_at", "capture_sha256"),
    "none": (),
}


class SheetError(Exception):
    """A sheet cannot be used; the message names every gap with its file."""


class _Words(BaseModel):
    """One text in the three languages."""

    model_config = ConfigDict(extra="forbid")

    ar: str = Field(min_length=1)
    fr: str = Field(min_length=1)
    en: str = Field(min_length=1)


class _MoveEntry(BaseModel):
    """How a date is moved by a later document."""

    model_config = ConfigDict(extra="forbid")

    when: str
    to: str | None = None


class _ColumnEntry(BaseModel):
    """A column as a sheet says it, shared parts filled in."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind_of_column: ColumnClass = Field(alias="class")
    label: _Words
    definition: _Words
    prefix: str | None = None
    pattern: str | None = None
    data_type: str | None = None
    references: str | None = None
    lookup: str | None = None
    entity: str | None = None
    kind: str | None = None
    source_column: str | None = None
    derived: bool = False
    words: str | None = None
    nullable: bool = False
    volatile: bool = False
    publish: bool = True
    personal_data: str = "none"
    range: tuple[int, int] | None = None
    max_length: int | None = None
    min_length: int | None = None
    plain: bool = True
    codes: dict[str, _Words] | None = None
    states: tuple[tuple[str, ...], ...] = ()
    moves: _MoveEntry | None = None
    may_differ: str | None = None


class _SheetEntry(BaseModel):
    """A sheet as its file says it, the columns apart."""

    model_config = ConfigDict(extra="forbid")

    place: int
    label: _Words | None = None
    definition: _Words
    licence: str | None = None
    notes: str | None = None
    is_published: bool = True
    record: str | None = None
    input: str | None = None
    read_rows: str | None = None
    keeps_history: bool = False
    keeps_copies: bool = False
    observed_in: str | None = None
    shown_first: tuple[str, ...] = ()
    topic: str | None = None
    floor: int | None = Field(default=None, ge=0)
    is_volatile: bool = False
    is_never_empty: bool = False
    reject: dict[str, str] = {}
    rules: dict[str, str] = {}
    tests: tuple[str, ...] = ()
    provenance: Provenance
    unpublished: dict[str, str] = {}
    columns: dict[str, dict[str, Any] | None]


@lru_cache(maxsize=4)
def load_sheets(dbt_project: Path = DBT_PROJECT) -> dict[str, Table]:
    """Every sheet by the name of its table, in the order of their places; records without a table of their own too.

    Raises:
        SheetError: an unknown key, a text that lacks a language, a column or list that nothing declares, a reference
            to no column; all of them at once.
    """
    folder = dbt_project / "sheets"
    problems: list[str] = []
    lists = _shared(folder / "codes", problems)
    fields = _shared(folder / "fields", problems)
    tables = []
    for path in sorted(folder.glob("*/*.yml")):
        if path.parent.name not in _SHARED:
            found = _sheet(path, fields, lists, problems)
            tables += [found] if found else []
    problems += _twice((t.name for t in tables), "table") + _twice((t.place for t in tables), "place")
    named = {t.name: t for t in sorted(tables, key=lambda t: t.place)}
    resolved = {n: _with_patterns(t, named, problems) for n, t in named.items()}
    if problems:
        raise SheetError(f"reading {folder}:\n" + "\n".join(problems))
    return resolved


def load_tables(dbt_project: Path = DBT_PROJECT) -> dict[str, Table]:
    """The published tables, in the order of their places."""
    return {n: t for n, t in load_sheets(dbt_project).items() if t.is_published}


def sheet_files(dbt_project: Path = DBT_PROJECT) -> dict[str, Path]:
    """The files that declare published columns, by their address as captured project files."""
    told = {c.declared_in for t in load_tables(dbt_project).values() for c in t.columns}
    return {url: dbt_project.parent / url.removeprefix("project:") for url in sorted(told)}


def load_yaml(path: Path) -> Any:
    """One YAML file, by the fast parser where there is one."""
    return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _shared(folder: Path, problems: list[str]) -> dict[str, dict[str, Any]]:
    """What the files of a folder declare together."""
    declared: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.yml")):
        for name, entry in load_yaml(path).items():
            if name in declared:
                problems.append(f"{path}: {name} is declared twice")
            declared[name] = entry
    return declared


def _sheet(
    path: Path, fields: Mapping[str, dict[str, Any]], lists: Mapping[str, dict[str, Any]], problems: list[str]
) -> Table | None:
    def say(place: str, what: str) -> None:
        problems.append(f"{path}: {place}{': ' if place else ''}{what}")

    data = load_yaml(path)
    try:
        entry = _SheetEntry.model_validate(data)
    except ValidationError as error:
        _tell(error, "", say)
        return None
    declared = entry.columns | {n: {} for n in PROVENANCE[entry.provenance]}
    nightly = entry.columns if entry.is_volatile else {}
    columns = [
        found
        for name, own in declared.items()
        if (found := _column(name, own or {}, fields, lists, is_volatile=name in nightly, say=say))
    ]
    sheet, shared = (f"project:dbt_project/sheets/{f}.yml" for f in (f"{path.parent.name}/{path.stem}", _PROVENANCE))
    columns = [dataclasses.replace(c, declared_in=sheet if c.name in entry.columns else shared) for c in columns]
    names = {c.name for c in columns}
    if not any(c.kind == "key" for c in columns):
        say("", "no column of class key")
    for column in columns:
        _tell_of_column(column, names, say)
    is_after_dbt = path.stem == _AFTER_DBT
    if entry.is_published:
        needed = {"label": entry.label, "licence": entry.licence} | ({} if is_after_dbt else {"floor": entry.floor})
        for key in (k for k, v in needed.items() if v is None):
            say("", f"no {key}")
    return Table(
        name=path.stem,
        family=path.parent.name,
        place=entry.place,
        label=(entry.label or entry.definition).model_dump(),
        definition=entry.definition.model_dump(),
        licence=entry.licence or "",
        notes=entry.notes,
        is_published=entry.is_published,
        is_after_dbt=is_after_dbt,
        provenance=entry.provenance,
        record=entry.record,
        input=entry.input,
        read_rows=entry.read_rows,
        keeps_history=entry.keeps_history,
        keeps_copies=entry.keeps_copies,
        observed_in=entry.observed_in,
        shown_first=entry.shown_first,
        topic=entry.topic,
        floor=entry.floor,
        is_never_empty=entry.is_never_empty,
        reject=entry.reject,
        rules=entry.rules,
        tests=entry.tests,
        unpublished=entry.unpublished,
        columns=tuple(columns),
    )


def _column(
    name: str,
    own: Mapping[str, Any],
    fields: Mapping[str, dict[str, Any]],
    lists: Mapping[str, dict[str, Any]],
    *,
    is_volatile: bool,
    say: Callable[[str, str], None],
) -> Column | None:
    """One column: whole as the sheet says it, or the shared one of its name with what the sheet says otherwise."""
    told = dict(own) if "class" in own else {**fields.get(name, {}), **own}
    if isinstance(told.get("codes"), str):
        if told["codes"] not in lists:
            say(name, f"no list of codes is called {told['codes']}; there are {', '.join(sorted(lists))}")
            return None
        told["codes"] = lists[told["codes"]]
    try:
        entry = _ColumnEntry.model_validate(told)
    except ValidationError as error:
        _tell(error, name, say)
        return None
    low, high = entry.range or (None, None)
    return Column(
        name=name,
        kind=entry.kind_of_column,
        data_type=entry.data_type or type_of(entry.kind_of_column),
        label=entry.label.model_dump(),
        definition=entry.definition.model_dump(),
        is_nullable=entry.nullable,
        is_volatile=entry.volatile or is_volatile,
        is_published=entry.publish,
        personal_data=entry.personal_data,
        codes={code: words.model_dump() for code, words in (entry.codes or {}).items()},
        references=entry.references,
        lookup=entry.lookup,
        entity=entry.entity,
        kind_column=entry.kind,
        source_column=entry.source_column or name,
        is_derived=entry.derived or entry.entity is not None,
        words=entry.words,
        low=low,
        high=high,
        own_pattern=entry.pattern,
        prefix=entry.prefix,
        own_max_length=entry.max_length,
        own_min_length=entry.min_length,
        is_plain=entry.plain,
        states=entry.states,
        moves=Move(entry.moves.when, entry.moves.to) if entry.moves else None,
        may_differ=entry.may_differ,
    )


def _tell_of_column(column: Column, names: Collection[str], say: Callable[[str, str], None]) -> None:
    """Gaps between a column and the others of its table, between its codes and its states."""
    for other in (column.words, column.kind_column, column.moves.to if column.moves else None):
        if other and other not in names:
            say(column.name, f"there is no column {other}")
    if column.states and sorted(code for step in column.states for code in step) != sorted(column.codes):
        say(column.name, "states: not each of its codes once")


def _tell(error: ValidationError, place: str, say: Callable[[str, str], None]) -> None:
    for one in error.errors():
        where = ".".join(str(p) for p in (place, *one["loc"]) if p != "")
        expected = f" (a text in each of {', '.join(LANGUAGES)})" if one["type"] == "missing" else ""
        say(where, one["msg"] + expected)


def _twice(found: Iterable[str | int], what: str) -> list[str]:
    listed = list(found)
    return [f"{what} {one} is declared twice" for one in sorted({x for x in listed if listed.count(x) > 1}, key=str)]


def _with_patterns(table: Table, tables: Mapping[str, Table], problems: list[str]) -> Table:
    """The table whose foreign keys look like the keys that they name."""
    columns = []
    for column in table.columns:
        if column.references:
            target, _, name = column.references.partition(".")
            there = {c.name: c for c in tables[target].columns} if target in tables else {}
            if name not in there:
                problems.append(f"{table.name}: {column.name}: there is no column {column.references}")
            elif column.own_pattern is None:
                column = dataclasses.replace(column, own_pattern=there[name].pattern)
        columns.append(column)
    return dataclasses.replace(table, columns=tuple(columns))
