"""Reads a text as the pipeline does; helpers to look at what came out."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ingest.read.facts import read_facts
from ingest.read.origin import Provenance
from ingest.records import Keyed
from ingest.records.columns import flat
from ingest.territory.gazetteer import Gazetteer
from ingest.territory.reference import load_collectivities


@lru_cache(maxsize=1)
def known_places() -> Gazetteer:
    return Gazetteer(load_collectivities())


def collectivity(level: str, name_fr: str) -> str:
    return next(t.collectivity_id for t in load_collectivities() if t.level_code == level and t.name_fr == name_fr)


def document(name: str) -> str:
    """A text of `documents/`, written for these tests."""
    return Path(__file__).with_name("documents").joinpath(f"{name}.txt").read_text("utf-8")


class Facts:
    """Records of one text, asked for by kind and field values."""

    def __init__(
        self,
        text: str,
        published: dt.date | None = None,
        quote_basis: str = "law_31_13_art_6",
        gazetteer: Gazetteer | None = None,
        own_site_of: str | None = None,
    ) -> None:
        provenance = Provenance(
            source_id="test",
            source_url="inbox:test",
            capture_sha256="0",
            capture_key="0",
            extractor_version="0",
            quote_basis=quote_basis,
        )
        reading = read_facts(
            text=text,
            title=None,
            provenance=provenance,
            published=published,
            gazetteer=gazetteer or known_places(),
            publisher_collectivity_id=own_site_of,
            is_own_site=own_site_of is not None,
        )
        self.records: list[Keyed] = reading.records

    def all(self, kind: str, **values: Any) -> list[Any]:
        """Records of a kind as their tables show them, one attribute a column."""
        rows = [SimpleNamespace(**flat(r)) for r in self.records if type(r).__name__ == kind]
        return [r for r in rows if all(getattr(r, k) == v for k, v in values.items())]

    def one(self, kind: str, **values: Any) -> Any:
        found = self.all(kind, **values)
        assert len(found) == 1, f"{kind} {values}: {len(found)} found"
        return found[0]

    def figure(self, measure: str) -> tuple[str, Any]:
        s = self.one("Statement", measure_code=measure)
        return s.relation_code, s.value_count or s.value_date or s.value_text

    def count(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for r in self.records:
            counts[type(r).__name__] = counts.get(type(r).__name__, 0) + 1
        return counts
