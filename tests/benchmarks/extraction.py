"""Extraction alone, on one core: pages a second on 5 KB of main text, and time for ten and a hundred times as much.

    python -m tests.benchmarks.extraction

The texts are the project's own labelled pages, filled up to their length with lines of others: acts from
top to bottom, so that every rule has work.
"""

from __future__ import annotations

import re
import time
from random import Random

from ingest.read.facts import read_facts
from ingest.read.origin import Provenance
from tests.accuracy.build import pages
from tests.accuracy.predict import gazetteer

PAGES = 600
PROVENANCE = Provenance(
    source_id="bench", source_url="bench:", capture_sha256="0", capture_key="0", extractor_version="0"
)


def texts(length: int, count: int) -> list[tuple[str, str, str | None]]:
    """(title, text, publisher) of so many pages of so many bytes."""
    r = Random(20261126)
    source = pages("open")
    plain = [p.title + "\n" + re.sub(r"\n+", "\n", re.sub("<[^>]+>", "\n", "".join(p.body))) for p in source]
    made = []
    for i in range(count):
        page = source[i % len(source)]
        text = plain[i % len(source)]
        while len(text.encode()) < length:
            text += "\n" + r.choice(plain)
        made.append((page.title, text.encode()[:length].decode("utf-8", "ignore"), page.publisher))
    return made


def seconds(made: list[tuple[str, str, str | None]]) -> float:
    """Time to read the facts of all of them."""
    places = gazetteer()
    began = time.perf_counter()
    for title, text, publisher in made:
        read_facts(
            text=text,
            title=title,
            provenance=PROVENANCE,
            published=None,
            gazetteer=places,
            publisher_collectivity_id=publisher,
            is_own_site=publisher is not None,
        )
    return time.perf_counter() - began


def main() -> None:
    """Print the figures."""
    seconds(texts(5_000, 50))
    first = seconds(texts(5_000, PAGES))
    print(f"5 KB: {PAGES / first:.0f} pages/s on one core")
    for factor in (10, 100):
        more = seconds(texts(5_000 * factor, max(3, PAGES // factor)))
        pages_made = max(3, PAGES // factor)
        print(
            f"{5 * factor} KB: {more / pages_made / (first / PAGES):.1f} x the time of a page for {factor} x the text"
        )


if __name__ == "__main__":
    main()
