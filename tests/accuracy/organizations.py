"""How well organizations are found in sentences of councils: `python -m tests.accuracy.organizations [FOLDER]`.

FOLDER holds `pairs.jsonl` (text, organizations with their words); without one, the sealed pairs. A mention is right when
it overlaps the words of a labelled organization and neither is twice the other; kinds are counted apart.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from ingest.records import Mention
from tests.ingest.read.facts.reading import Facts

PAIRS = Path(__file__).parent / "sealed" / "organizations"
#: Words that overlap are one mention when the shorter is so much of the longer.
_SHARE = 0.5


def mentions_in(text: str) -> list[tuple[int, int]]:
    """Offsets of the organizations that are read from a text, in order."""
    found = (r for r in Facts(text).records if isinstance(r, Mention) and r.entity_kind_code == "organization")
    spans = (re.fullmatch(r"chars:(\d+)-(\d+)", r.origin.evidence_position or "") for r in found)
    return sorted((int(m[1]), int(m[2])) for m in spans if m is not None)


def is_same(found: tuple[int, int], labelled: tuple[int, int]) -> bool:
    """Whether two spans are one mention."""
    shared = min(found[1], labelled[1]) - max(found[0], labelled[0])
    return shared >= _SHARE * max(found[1] - found[0], labelled[1] - labelled[0])


def main(folder: Path = PAIRS) -> None:
    """Print right/found · right/expected over all lines, and each line that differs."""
    right = found = expected = 0
    for line in (folder / "pairs.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        text = entry["text"]
        gold = [(text.index(o["words"]), text.index(o["words"]) + len(o["words"])) for o in entry["organizations"]]
        spans = mentions_in(text)
        matched = [g for g in gold if any(is_same(s, g) for s in spans)]
        right += len(matched)
        found += len(spans)
        expected += len(gold)
        if "--misses" in sys.argv and (len(matched) < len(gold) or len(spans) > len(matched)):
            print(
                entry["id"], text, "| found", [text[a:b] for a, b in spans], "| expected", [text[a:b] for a, b in gold]
            )
    print(f"organizations: {right}/{found} · {right}/{expected} ({right / found:.3f} / {right / expected:.3f})")


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:] if not a.startswith("--")))
