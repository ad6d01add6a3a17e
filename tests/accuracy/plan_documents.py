"""How well plan documents are read: `python -m tests.accuracy.plan_documents [FOLDER] [--misses]`.

FOLDER holds documents and `gold.json` (file → collectivity, period, commitments with their milestones); without one, the
sealed documents. Commitments and milestones are paired by their titles; a period is right when both ends are.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from ingest.archive.capture import Capture
from ingest.collect.families import hints_of
from ingest.read.captures import read_capture
from ingest.read.documents.reader import DocumentReader
from ingest.records import Commitment, Keyed, Milestone
from ingest.registry.schema import Source
from ingest.text.fold import fold
from tests.accuracy.predict import gazetteer
from tests.accuracy.real.measure import place

DOCUMENTS = Path(__file__).parent / "sealed" / "plan_documents"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FIELDS = ("commitments", "periods", "leads", "states", "milestones")
_ALIKE = 88
#: Our codes → those of the labels.
_STATES = {
    "not_started": "not_started",
    "in_progress": "in_progress",
    "completed": "completed",
    "withdrawn": "cancelled",
}


def read_plan(path: Path, collectivity: str | None, reader: DocumentReader) -> list[Keyed]:
    """The records of one document, read as a file of the council that holds it."""
    payload = path.read_bytes()
    digest = hashlib.sha256(payload).hexdigest()
    source = Source.model_validate(
        {
            "id": "measured-site",
            "names": {"ar": "موقع للقياس", "fr": "Site de mesure", "en": "Measured site"},
            "kind": "council_site",
            "platform": "listing",
            "collectivity": place(collectivity) if collectivity else None,
            "languages": ["ar", "fr"],
            "licence": {"code": "sample", "quote_basis": "sample"},
            "hosts": [{"host": "site.invalid", "status": "unverified"}],
        }
    )
    capture = Capture(
        source_id=source.id,
        run_id="2026-11-26.1",
        url=f"https://site.invalid/{path.name}",
        captured_at="2026-11-26T02:30:00Z",
        payload_sha256=digest,
        payload_bytes=len(payload),
        capture_key=digest,
        content_type=_TYPES[path.suffix],
        http_status=200,
        warc_file="",
        offset=0,
    )
    return read_capture(capture, payload, hints_of(source), gazetteer(), "measured", reader)


def _paired(found: list[str], gold: list[str]) -> dict[int, int]:
    """Index of a found title → index of the labelled one that it is."""
    pairs: dict[int, int] = {}
    for i, title in enumerate(found):
        scores = [(fuzz.ratio(fold(title), fold(g)), j) for j, g in enumerate(gold) if j not in pairs.values()]
        best = max(scores, default=(0.0, -1))
        if best[0] >= _ALIKE:
            pairs[i] = best[1]
    return pairs


def count_document(records: list[Keyed], gold: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """Field → right, found, expected."""
    own = [r for r in records if isinstance(r, Commitment)]
    steps = [r for r in records if isinstance(r, Milestone)]
    labelled = gold["commitments"]
    pairs = _paired([c.title for c in own], [c["title"] for c in labelled])
    counts: dict[str, tuple[int, int, int]] = {"commitments": (len(pairs), len(own), len(labelled))}

    def of(values: list[Any], wanted: list[Any], is_same: Any) -> tuple[int, int, int]:
        right = sum(1 for i, j in pairs.items() if values[i] and wanted[j] and is_same(values[i], wanted[j]))
        return right, sum(1 for v in values if v), sum(1 for w in wanted if w)

    periods = [(c.start_date.value, c.end_date.value) for c in own]
    counts["periods"] = of(
        [p if any(p) else None for p in periods],
        [(c["start"], c["end"]) if c["start"] or c["end"] else None for c in labelled],
        lambda a, b: a == b,
    )
    counts["leads"] = of(
        [c.lead_name for c in own],
        [c["lead"] for c in labelled],
        lambda a, b: fuzz.ratio(fold(a), fold(b)) >= _ALIKE,
    )
    counts["states"] = of(
        [_STATES.get(c.status_code) for c in own],
        [c["state"] if c["state"] in _STATES.values() else None for c in labelled],
        lambda a, b: a == b,
    )
    wanted = [m["title"] for c in labelled for m in c["milestones"]]
    counts["milestones"] = (len(_paired([m.title for m in steps], wanted)), len(steps), len(wanted))
    return counts


def main(folder: Path = DOCUMENTS) -> None:
    """Print right/found · right/expected of each field over all documents, and by document."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    with DocumentReader() as reader:
        for name, gold in json.loads((folder / "gold.json").read_text("utf-8")).items():
            counts = count_document(read_plan(folder / name, gold["collectivity"], reader), gold)
            print(name, {f: counts[f] for f in _FIELDS})
            for f in _FIELDS:
                totals[f] = [a + b for a, b in zip(totals[f], counts[f], strict=True)]
    for f in _FIELDS:
        right, found, expected = totals[f]
        print(
            f"{f:12} {right}/{found} · {right}/{expected} ({right / max(found, 1):.3f} / {right / max(expected, 1):.3f})"
        )


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:] if not a.startswith("--")))
