"""What persons decided of names that several bear, or that are spelled like none: `reviewed_names.csv`."""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.text.fold import fold

REVIEWED = Path(__file__).with_name("reviewed_names.csv")


@dataclass(frozen=True)
class Decision:
    """One decision of a person."""

    tokens: tuple[str, ...]
    level_code: str
    on_site_of: str | None
    """Only on pages of this collectivity's site; None for everywhere."""
    collectivity_id: str


def tokens_of(name: str) -> tuple[str, ...]:
    """The folded words of a name: spaces, hyphens and apostrophes part them."""
    return tuple(t for t in re.split(r"[ '-]+", fold(name)) if t)


@lru_cache(maxsize=4)
def load_decisions(file: Path = REVIEWED) -> tuple[Decision, ...]:
    """Decisions of the reviewed file.

    Raises:
        ValueError: a line lacks who decided, when or why, or names no level.
    """
    found = []
    with file.open(encoding="utf-8", newline="") as handle:
        for line, row in enumerate(csv.DictReader(handle), start=2):
            missing = [
                k for k in ("name", "level_code", "collectivity_id", "decided_by", "decided_on", "reason") if not row[k]
            ]
            if missing:
                raise ValueError(
                    f"{file.name}, line {line}: {', '.join(missing)} missing; each decision says who made it, when "
                    "and why"
                )
            if row["level_code"] not in ("region", "province", "prefecture", "commune"):
                raise ValueError(
                    f"{file.name}, line {line}: level_code {row['level_code']!r} is none of region, province, "
                    "prefecture, commune"
                )
            dt.date.fromisoformat(row["decided_on"])
            found.append(
                Decision(tokens_of(row["name"]), row["level_code"], row["on_site_of"] or None, row["collectivity_id"])
            )
    return tuple(found)
