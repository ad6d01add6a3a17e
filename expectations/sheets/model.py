"""A published table and its columns, as every reader of a sheet sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

LANGUAGES = ("ar", "fr", "en")

ColumnClass = Literal[
    "key",
    "foreign_key",
    "reference",
    "code",
    "codes",
    "date",
    "timestamp",
    "count",
    "amount",
    "text",
    "flag",
    "url",
    "hash",
    "position",
]
"""What a column is; its type, its checks and its place in files follow from it."""
COLUMN_CLASSES: tuple[ColumnClass, ...] = get_args(ColumnClass)

Provenance = Literal["fact", "capture", "none"]
"""How a row leads home: to the words of a capture, to a capture, or not at all (`_build` is about the build)."""

_TYPES = {"timestamp": "timestamp", "count": "bigint", "amount": "decimal(18,2)", "flag": "boolean"}
#: What a value of a class looks like where the sheet says nothing else.
_PATTERNS = {
    "hash": r"^[0-9a-f]{64}$",
    "url": r"^(?:https?://|inbox:|package:|project:|sample:)\S+$",
    "position": r"^(?:document|line:\d+|row:\d+|chars:\d+-\d+)$",
    "date": r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$",
}
#: Longest text of a column, and the shortest: a single letter says nothing.
_TEXT_LENGTH, _TEXT_AT_LEAST = 600, 2


def type_of(kind: ColumnClass) -> str:
    """The DuckDB type of a class of columns where the sheet says nothing else."""
    return _TYPES.get(kind, "varchar")


@dataclass(frozen=True)
class Move:
    """How a document moves a date that others give: put off, extended."""

    when: str
    """SQL that is true of an observation that moves it."""
    to: str | None = None
    """The column with the new date, where it is another; none: what such an observation says itself."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a published table."""

    name: str
    kind: ColumnClass
    data_type: str
    label: dict[str, str]
    definition: dict[str, str]
    is_nullable: bool
    is_volatile: bool
    """A change of it alone is no news (the version of the code that read a row)."""
    is_published: bool
    personal_data: str
    """none, function, redacted, organization or institutional: what about people may stand in it."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    """Closed list: code → label in each language; empty where any value may stand. A value of class `code` is one of
    them, one of class `codes` several, each once, in the order of the list, separated by a space."""
    references: str | None = None
    """`table.column` of the row that it names."""
    lookup: str | None = None
    """The key in the bronze record that names that row; its id is looked up."""
    entity: str | None = None
    """The key in the bronze record that names a body, an organization or a collectivity; a model makes its id."""
    kind_column: str | None = None
    """Of a reference: the column that says which table its row stands in."""
    source_column: str = ""
    """Its name in the bronze record."""
    is_derived: bool = False
    """Made by a model, and not what the record says."""
    words: str | None = None
    """Of a date or an amount: the column with the words that it was read from."""
    low: int | None = None
    high: int | None = None
    own_pattern: str | None = None
    prefix: str | None = None
    """Of a key: what ids of its table begin with."""
    own_max_length: int | None = None
    own_min_length: int | None = None
    declared_in: str = ""
    """The address, as a captured project file, of the file that declares it."""
    is_plain: bool = True
    """A text of one line without marks that nobody sees."""
    states: tuple[tuple[str, ...], ...] = ()
    """Of a code that changes with time: its values from the first state to the last. What follows a state is news of
    it; those of one step exclude each other, and the last of them is shown."""
    moves: Move | None = None
    may_differ: str | None = None
    """Why two documents may give it differently without contradicting each other."""

    @property
    def pattern(self) -> str | None:
        """Regular expression of every value (of a foreign key, that of the key that it names)."""
        if self.own_pattern:
            return self.own_pattern
        return f"^{self.prefix}-[a-z]{{12}}$" if self.prefix else _PATTERNS.get(self.kind)

    @property
    def max_length(self) -> int | None:
        """Longest text; None for what is no text."""
        return self.own_max_length or (_TEXT_LENGTH if self.kind == "text" else None)

    @property
    def min_length(self) -> int | None:
        """Shortest text; None for what is no text."""
        return self.own_min_length or (_TEXT_AT_LEAST if self.kind == "text" else None)


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table: what a row is, what it is made of, and what must hold of it."""

    name: str
    label: dict[str, str]
    definition: dict[str, str]
    licence: str
    columns: tuple[Column, ...]
    notes: str | None = None
    """What a reader should mind, in English."""
    family: str = ""
    """Its folder, in sheets and in marts."""
    place: int = 0
    """Where it stands in lists and workbooks."""
    is_published: bool = True
    is_after_dbt: bool = False
    """Written once the marts stand (`_changes`), and so no model."""
    provenance: Provenance = "none"
    record: str | None = None
    """The kind of bronze record that it is read from."""
    input: str | None = None
    """The input of the ledger that it is read from."""
    read_rows: str | None = None
    """SQL that is true of the rows that are read; the others are derived. Empty: all, or those whose id was minted."""
    keeps_history: bool = False
    """Earlier captures of a page count too: figures that are a series."""
    keeps_copies: bool = False
    """Each of several copies of one text has its row."""
    observed_in: str | None = None
    """The model of its observations where it is another than that of the admitted rows: counts are withheld there."""
    shown_first: tuple[str, ...] = ()
    """SQL by which one of several observations of a row is shown, beside what its columns say; ascending."""
    topic: str | None = None
    """The topic of `coverage` that its rows are counted under."""
    floor: int | None = None
    """Rows that it has at least while no history of releases tells; 0: it may be empty for now."""
    is_never_empty: bool = False
    reject: dict[str, str] = field(default_factory=dict)
    """Code → SQL: a record of which it is true is not shown."""
    rules: dict[str, str] = field(default_factory=dict)
    """Name → SQL that is true of every row."""
    tests: tuple[str, ...] = ()
    """dbt tests of its own beside the common ones."""
    unpublished: dict[str, str] = field(default_factory=dict)
    """Column of the record that is not published → what it is."""

    @cached_property
    def primary_key(self) -> str:
        return next(c.name for c in self.columns if c.kind == "key")

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)

    @cached_property
    def compared_columns(self) -> tuple[Column, ...]:
        """Columns in which documents that tell of one row can contradict each other: dates, numbers, states.

        Empty where no two documents tell of one row: rows that are documents themselves, a series, a reviewed file.
        """
        is_of_one_document = self.keeps_history or self.keeps_copies or not self.column(self.primary_key).prefix
        if self.record != self.name or is_of_one_document:
            return ()
        read = (c for c in self.columns if not c.is_derived and c.may_differ is None)
        return tuple(c for c in read if c.kind in ("date", "count", "amount") or c.states)

    @property
    def tells_of_the_night(self) -> bool:
        """Its rows describe a night or a build (`_build`, `source_nights`, `_changes`): others each night, no news."""
        return self.column(self.primary_key).is_volatile

    @property
    def sort_key(self) -> str:
        """The canonical order of rows.

        What is asked for by region or collectivity lies together, so that ranges of a remote file suffice.
        """
        names = [c.name for c in self.columns]
        places = [n for n in ("region_id", "collectivity_id") if n in names and n != self.primary_key]
        return ", ".join(f'"{n}"' for n in [*places, self.primary_key])

    @property
    def stable_columns(self) -> list[str]:
        """Columns whose change makes a new release."""
        return [c.name for c in self.columns if not c.is_volatile]

    @property
    def published_columns(self) -> list[Column]:
        """The allow-list: columns that leave the house."""
        return [c for c in self.columns if c.is_published]

    @property
    def searched_columns(self) -> list[str]:
        """Columns whose words can be searched: texts of the source, not quotations, raw dates or amounts."""
        if self.name.startswith("_"):
            return []
        return [
            c.name
            for c in self.published_columns
            if c.kind == "text" and c.name != "evidence_text" and not c.name.endswith(("_raw", "_code"))
        ]
