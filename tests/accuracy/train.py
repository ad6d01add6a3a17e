"""Train the model of points told in prose on labelled pages, or measure it on pages of hosts that it was not trained on.

    python -m tests.accuracy.train                     writes ingest/read/councils/learned/points.crfsuite
    python -m tests.accuracy.train --held-out FOLDER   trains on all others and measures on that folder; writes nothing

A page teaches only where its session was read: of others the model is never asked. The 28 real pages teach nothing.
"""

from __future__ import annotations

import argparse
import html
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pycrfsuite
import yaml

from ingest.read.councils import agenda_records
from ingest.read.councils.acts import Acts, lists_in
from ingest.read.councils.learned import points
from ingest.read.councils.learned.tokens import Token, features_of, tokens_of
from ingest.read.documents.reader import DocumentReader
from ingest.text.fold import Folded
from tests.accuracy.real.measure import Labelled, measure, read, real_pages, sealed_pages

HERE = Path(__file__).parent
#: Sets that are open: each sealed set joins them once its figure is told (docs/accuracy.md).
FOLDERS = tuple(
    HERE / name
    for name in (
        *(f"sealed/{name}" for name in ("first", "second", "third", "fourth")),
        *(f"wordings/{name}" for name in "abcdefgh"),
    )
)
SHORT = HERE.parent / "ingest" / "read" / "councils"
#: L1 and L2 of the training, and its rounds: more of either changed nothing that could be told from chance.
_PARAMETERS = {"c1": 0.05, "c2": 0.01, "max_iterations": 150, "feature.possible_transitions": True}


@dataclass(frozen=True)
class Lesson:
    """What one page teaches: its tokens' features and labels (B, I, O)."""

    features: list[list[str]]
    labels: list[str]


def lessons(folder: Path) -> Iterator[Lesson]:
    """The pages of a folder whose session is read."""
    with DocumentReader() as reader:
        for page in sealed_pages(folder):
            if (lesson := _lesson(page, reader)) is not None:
                yield lesson


def short_lessons() -> Iterator[Lesson]:
    """The short texts that stand beside the tests of the readers of councils' acts."""
    for file in sorted(SHORT.glob("acts*.yml")):
        for page in yaml.safe_load(file.read_text("utf-8")):
            yield _taught(page["text"], {}, (), list(page["points"]))


def _lesson(page: Labelled, reader: DocumentReader) -> Lesson | None:
    asked: list[tuple[str, Mapping[int, Folded], Sequence[tuple[int, int]]]] = []

    def listen(text: str, known: Mapping[int, Folded], tables: Sequence[tuple[int, int]], **_: object) -> Acts:
        asked.append((text, known, tables))
        return Acts()

    with mock.patch.object(agenda_records, "read_acts", listen):
        read(page, page.clean, reader)
    if not asked:
        return None
    return _taught(*asked[0], page.gold.get("agenda", ()))


def _taught(text: str, known: Mapping[int, Folded], tables: Sequence[tuple[int, int]], titles: Sequence[str]) -> Lesson:
    lines, lists = lists_in(text, known, tables)
    tokens = tokens_of(lines)
    return Lesson(features_of(tokens, lists.lines), _labels(text, tokens, titles))


def _labels(text: str, tokens: Sequence[Token], titles: Sequence[str]) -> list[str]:
    """Where each title stands in the body, else in the headline."""
    labels = [points.OUTSIDE] * len(tokens)
    headline = text.find("\n")
    for title in titles:
        words = re.sub(r"\s+", " ", html.unescape(title)).strip()
        places = [m.span() for m in re.finditer(re.escape(words).replace(r"\ ", r"\s+"), text)]
        place = next((p for p in places if p[0] > headline), places[0] if places else None)
        if place is None:
            continue
        inside = [i for i, t in enumerate(tokens) if t.start < t.end and _is_inside(t, *place)]
        for i in inside:
            labels[i] = points.GOES_ON
        if inside:
            labels[inside[0]] = _begin(tokens[inside[0]], place[0])
    return labels


def _is_inside(token: Token, start: int, end: int) -> bool:
    first, last = token.line.folded.span(token.start, token.end)
    return first < end and last > start


def _begin(token: Token, start: int) -> str:
    """The label of a title's first word: how many of its letters stand ahead of the title."""
    offsets, base = token.line.folded.offsets, token.line.folded.base
    joined = sum(1 for i in range(token.start, token.end) if base + offsets[i] < start)
    return next((label for label, count in points.BEGINS.items() if count == joined), "B")


def train(folders: Sequence[Path], model: Path) -> int:
    """Write a model that these folders' pages taught; returns how many pages did."""
    trainer = pycrfsuite.Trainer(verbose=False)
    count = 0
    for lesson in (*short_lessons(), *(lesson for folder in folders for lesson in lessons(folder))):
        trainer.append(lesson.features, lesson.labels)
        count += 1
    trainer.set_params(_PARAMETERS)
    trainer.train(str(model))
    return count


@contextmanager
def reading_with(model: Path) -> Iterator[None]:
    """Read with another model than the one that stands in the reading room."""
    points.tagger_of.cache_clear()
    with mock.patch.object(points, "MODEL", model):
        yield
    points.tagger_of.cache_clear()


def held_out(folder: Path | None) -> None:
    """Counts of points and votes on one folder (None: the real pages), by a model that all others taught."""
    with tempfile.TemporaryDirectory() as room:
        model = Path(room) / "model"
        count = train([f for f in FOLDERS if folder is None or f.resolve() != folder.resolve()], model)
        with reading_with(model):
            pages = list(sealed_pages(folder) if folder is not None else real_pages())
            counts = measure(pages, framed=False)[""]
    print(f"{folder or 'real pages'}: taught by {count} other pages")
    for name in ("agenda items", "votes", "subjects"):
        print(f"  {name:14} {counts.fields[name]}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", type=Path, action="append", metavar="FOLDER", help="measure on this set")
    given = parser.parse_args(arguments)
    for folder in given.held_out or ():
        held_out(folder)
    if not given.held_out:
        print(f"{points.MODEL}: taught by {train(FOLDERS, points.MODEL)} pages, {points.MODEL.stat().st_size} bytes")


if __name__ == "__main__":
    main()
