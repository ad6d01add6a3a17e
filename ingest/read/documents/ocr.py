"""Text of pictures, by Tesseract: an optional system package (`infitah doctor` says whether it is there).

What it reads depends on its version and its language data, so both are part of the extractor version of every source
that uses it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import resource
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.read.documents.model import ReadDocument, TextLines, titled
from ingest.read.documents.reader import DocumentReader, ReaderKilled
from ingest.text.fold import clean

LANGUAGES = ("ara", "fra")
MAX_PAGES = 40
_SECONDS_PER_PAGE = 60
_MEMORY_BYTES = 2 * 1024**3
#: Mean confidence of words below which a reading is not kept. Two sound pages gave 90 and 92; the bound itself is a
#: choice, not a measurement.
MIN_CONFIDENCE = 60.0


@dataclass(frozen=True)
class Engine:
    """Tesseract as it is installed."""

    program: str
    version: str
    languages: tuple[str, ...]
    digest: str
    """Of version and language data."""


@lru_cache(maxsize=1)
def engine() -> Engine | None:
    """The installed engine with the languages that we read; None without it or without Arabic."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    shown = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout
    named = re.search(r"tesseract v?(\S+)", shown)
    here = re.search(r'"([^"]+)"', listed)
    languages = tuple(x for x in LANGUAGES if re.search(rf"^{x}$", listed, re.MULTILINE))
    if "ara" not in languages or here is None or named is None:
        return None
    version = named[1]
    digest = hashlib.sha256(version.encode())
    for language in languages:
        digest.update((Path(here[1]) / f"{language}.traineddata").read_bytes())
    return Engine(program, version, languages, digest.hexdigest()[:12])


def read_picture(picture: bytes) -> tuple[str, float, int]:
    """(text, mean confidence of its words, number of words) of a PNG, JPEG or TIFF.

    Raises:
        OcrFailed: no engine, a picture that it cannot open, or one that takes too long.
    """
    found = engine()
    if found is None:
        raise OcrFailed("optical character recognition is not installed (infitah doctor)")
    command = [found.program, "stdin", "stdout", "-l", "+".join(found.languages), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=_SECONDS_PER_PAGE,
            preexec_fn=_limit,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise OcrFailed(f"recognition took longer than {_SECONDS_PER_PAGE} s for a page") from None
    if done.returncode != 0:
        raise OcrFailed("recognition failed: the picture cannot be opened")
    return _lines(done.stdout.decode("utf-8"))


class OcrFailed(Exception):
    """A picture was not read; the message says why."""


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


def _lines(table: str) -> tuple[str, float, int]:
    """Lines in the order of the page, words in reading order, from Tesseract's table of words."""
    lines: dict[tuple[str, str, str, str], list[str]] = {}
    confidences = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        word = clean(row["text"] or "")
        if row["level"] != "5" or not word:
            continue
        lines.setdefault((row["page_num"], row["block_num"], row["par_num"], row["line_num"]), []).append(word)
        confidences.append(float(row["conf"]))
    text = "\n".join(" ".join(words) for words in lines.values())
    return text, sum(confidences) / len(confidences) if confidences else 0.0, len(confidences)


def read_scan(
    payload: bytes, reader: DocumentReader, *, is_pdf: bool, why: str, measures: dict[str, float]
) -> ReadDocument:
    """A scanned document: every page as a picture, then as text; all of it or `unreadable`.

    Args:
        why: why the file's own text does not serve.
        measures: what was measured of it, kept beside what recognition measures.
    """
    if engine() is None:
        return ReadDocument(
            "unreadable", reason=f"{why}; recognition is not installed (infitah doctor)", measures=measures
        )
    texts: list[str] = []
    weights = 0.0
    words = 0
    try:
        for number in range(MAX_PAGES + 1):
            picture = reader.picture(payload, number) if is_pdf else payload if number == 0 else None
            if picture is None:
                break
            if number == MAX_PAGES:
                return ReadDocument(
                    "unreadable", reason=f"{why}; more than {MAX_PAGES} pages to recognise", measures=measures
                )
            reader.allow(_SECONDS_PER_PAGE)
            text, confidence, count = read_picture(picture)
            texts.append(text)
            weights += confidence * count
            words += count
    except (OcrFailed, ReaderKilled) as error:
        return ReadDocument("unreadable", reason=f"{why}; {error}", measures=measures)
    confidence = weights / words if words else 0.0
    measures = {**measures, "ocr_confidence": round(confidence, 1), "ocr_words": float(words)}
    pages = len(texts)
    if words == 0 or confidence < MIN_CONFIDENCE:
        reason = f"{why}; recognition is not certain (confidence {confidence:.0f}, {words} words)"
        return ReadDocument("unreadable", reason=reason, page_count=pages, measures=measures)
    whole = TextLines(tuple(line for t in texts for line in t.split("\n") if line))
    return ReadDocument("ok", whole.text, titled(whole.lines[0]), None, why, pages, True, measures)
