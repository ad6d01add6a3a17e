"""The set as a folder: pages, `gold.jsonl` (one JSON object a page; format in docs/accuracy.md). The same seed gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from tests.accuracy import final_pages, open_pages, plans, seen_long, seen_pages, seen_press, seen_traps
from tests.accuracy.frames import PLATFORMS, frame
from tests.accuracy.world import Page

SEED = 20261126


def pages(part: str, seed: int = SEED) -> list[Page]:
    """Pages of a part ('open' or 'final') in a fixed order."""
    r = Random(f"{seed}-{part}")
    cores = (
        (*open_pages.CORES, *seen_pages.CORES, *seen_traps.CORES, *seen_press.CORES, *seen_long.CORES)
        if part == "open"
        else final_pages.CORES
    )
    made = [core(r) for core, count in cores for _ in range(count)]
    return made + plans.documents(seed)[part == "final"]


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
