"""The set as a folder: pages, `gold.jsonl` (one JSON object a page; format in docs/accuracy.md). The same seed gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from tests.accuracy import (
    open_pages,
    plans,
    seen_french,
    seen_long,
    seen_pages,
    seen_press,
    seen_traps,
    sixth_pages,
    sixth_plans,
)
from tests.accuracy.frames import PLATFORMS, frame
from tests.accuracy.world import Page

SEED = 20261126
#: What rules may be mended on: the open part of the first set, the five parts that were closed once, two thirds of the sixth set.
BANKS = (open_pages, seen_pages, seen_traps, seen_press, seen_long, seen_french)


def deal(seed: int = SEED) -> tuple[list[Page], list[Page]]:
    """The sixth set: (two thirds to mend on, the third that is opened once). Every third page of each core, taken by lot, is closed."""
    r = Random(f"{seed}-sixth")
    open_ones: list[Page] = []
    last: list[Page] = []
    for core, count in sixth_pages.CORES:
        made = [core(r) for _ in range(count)]
        closed = set(r.sample(range(count), count // 3))
        open_ones += [page for i, page in enumerate(made) if i not in closed]
        last += [page for i, page in enumerate(made) if i in closed]
    new_open, new_last = sixth_plans.documents(seed)
    return open_ones + new_open, last + new_last


def pages(part: str, seed: int = SEED) -> list[Page]:
    """Pages of a part in a fixed order: 'open', 'closed' (the third that is opened once), 'sixth' (the open pages of the sixth set alone)."""
    sixth, last = deal(seed)
    if part != "open":
        return last if part == "closed" else sixth
    r = Random(f"{seed}-open")
    made = [core(r) for bank in BANKS for core, count in bank.CORES for _ in range(count)]
    return [*made, *(page for document in plans.documents(seed) for page in document), *sixth]


def write(folder: Path, part: str, seed: int = SEED) -> None:
    """Write a part of the set into an empty folder."""
    r = Random(f"{seed}-{part}-frames")
    (folder / "pages").mkdir(parents=True)
    lines = []
    for i, page in enumerate(pages(part, seed), 1):
        platform = r.choice(PLATFORMS)
        if platform in ("aspnet", "php") and page.published is not None:
            platform = "wordpress"  # These two show no date of their own.
        name = f"{part}-{i:04d}.html"
        (folder / "pages" / name).write_text(frame(r, page, platform), "utf-8")
        lines.append(
            json.dumps(
                {"page": f"pages/{name}", "platform": platform, "publisher": page.publisher, "gold": page.labels()},
                ensure_ascii=False,
                sort_keys=True,
            )
        )
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
