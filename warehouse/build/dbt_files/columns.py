"""What each column is, of what a build reads and of the models that only pass it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import get_type_hints

from expectations.sheets.load import PROVENANCE, load_sheets, load_yaml
from expectations.sheets.model import Table
from ingest.records import BRONZE
from ingest.records.columns import columns_of
from warehouse.build.input_rows import (
    BuildRow,
    CaptureRow,
    DictionaryRow,
    IdentityRow,
    InputRow,
    NightRow,
    RegistryRow,
    RejectionRow,
    TopicRow,
)

#: Name of an input of the ledger → what its rows are.
LEDGER: dict[str, type[InputRow]] = {
    "captures": CaptureRow,
    "source_nights": NightRow,
    "identities": IdentityRow,
    "registry": RegistryRow,
    "topics": TopicRow,
    "dictionary": DictionaryRow,
    "rejections": RejectionRow,
    "build": BuildRow,
}
#: Columns that every record has beside its own.
KEYS = {
    "natural_key": "What observations of one thing have in common",
    "capture_key": "The archived answer that it was read from",
    "rule_id": "The rule of the reading room that made it, where it has a name",
}
_GONE = {
    "gone_date": "Date on which the page was first not found any more",
    "last_captured_at": "When the same bytes were last seen (UTC)",
}
REJECTION = {"rejection_code": "Why it may not be shown: rule and column, never the value"}


class Described(dict[str, str]):
    """Column → what it is, in the order of the table."""


@dataclass(frozen=True)
class LedgerInput:
    """What a row of an input of the ledger is, and its columns."""

    definition: str
    columns: Described
    family: str
    """Whose it is: one of the families of the sheets."""


@dataclass(frozen=True)
class Sheets:
    """Every sheet, and what follows from it for the models between the inputs and the marts."""

    tables: Mapping[str, Table]
    inputs: Mapping[str, LedgerInput]

    @cached_property
    def records(self) -> dict[str, Table]:
        """Kinds of record, in the order of their tables."""
        return {t.name: t for t in self.tables.values() if t.record == t.name}

    @cached_property
    def marts(self) -> list[Table]:
        """Published tables that dbt makes."""
        return [t for t in self.tables.values() if t.is_published and not t.is_after_dbt]

    @cached_property
    def provenance(self) -> Described:
        """The columns that every fact ends with."""
        fact = next(t for t in self.tables.values() if t.provenance == "fact")
        return Described({n: fact.column(n).definition["en"] for n in PROVENANCE["fact"]})

    def staged(self, record: str) -> Described:
        """Every column of a kind of record, under its published name.

        Raises:
            KeyError: no sheet describes a column of the record.
        """
        table = self.records[record]
        named = {c.source_column: c for c in table.columns}
        keys = {c.lookup: c for c in table.columns if c.lookup}
        found = Described()
        for name in (c.name for c in columns_of(BRONZE[record])):
            if name in named:
                found[named[name].name] = named[name].definition["en"]
            elif name in keys:
                found[name] = f"Natural key of the row that {keys[name].name} names"
            else:
                found[name] = KEYS.get(name) or table.unpublished.get(name) or self.provenance[name]
        return found

    def admitted(self, record: str) -> Described:
        """Every column of the rows of a record that may be shown."""
        table, staged = self.records[record], self.staged(record)
        visible = {n: self.provenance[n] for n in ("captured_at", "is_stale", "stale_cause_code")}
        if is_reference(table):
            return Described({n: d for n, d in staged.items() if n not in KEYS} | visible)
        ids = {c.name: c.definition["en"] for c in table.columns if c.kind == "key" or c.lookup}
        gone = {n: d for n, d in _GONE.items() if n == "gone_date" or table.keeps_history}
        return Described(ids | staged | visible | gone)

    @cached_property
    def models(self) -> dict[str, Described]:
        """The columns of every model that is written from the sheets, and of the marts."""
        found = {f"stg_bronze__{n}": self.staged(n) for n in self.records}
        found |= {f"stg_ledger__{n}": i.columns for n, i in self.inputs.items()}
        found |= {f"int_{n}__admitted": self.admitted(n) for n in self.records}
        return found | {t.name: Described({c.name: c.definition["en"] for c in t.columns}) for t in self.marts}


def is_reference(table: Table) -> bool:
    """A record that carries its published id itself: a captured file of a package or of the project."""
    return table.primary_key in {c.name for c in columns_of(BRONZE[table.name])}


def read_sheets(project: Path) -> Sheets:
    """The sheets of a dbt project.

    Raises:
        KeyError: an input of the ledger has a column that `inputs.yml` does not describe.
    """
    told = load_yaml(project / "sheets" / "inputs.yml")
    inputs = {
        name: LedgerInput(
            told[name]["definition"],
            Described({c: told[name]["columns"][c] for c in get_type_hints(row)}),
            told[name]["family"],
        )
        for name, row in LEDGER.items()
    }
    return Sheets(load_sheets(project), inputs)
