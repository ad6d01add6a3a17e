"""Precision, recall and wrong values of each field over a folder of labelled pages, with 95 % intervals (Wilson).

    python -m tests.accuracy.score [FOLDER] [--part open|closed|sixth] [--misses N] [--write]

Without a folder: the open part of the project's own set; `--part` takes another. `--misses` shows what was missed and what
was wrong. `--write` puts the figures into docs/accuracy.md and says what changed since the last ones.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from ingest.read.documents.reader import DocumentReader
from ingest.text.fold import fold
from tests.accuracy.build import write
from tests.accuracy.predict import Reading, our_id, read_page

#: Field → (least precision, least recall) of the issue; kinds count as macro F1.
GOALS: dict[str, tuple[float, float]] = {
    "kind (macro F1)": (0.92, 0.92), "sessions": (0.98, 0.92), "dates": (0.97, 0.90), "agenda items": (0.95, 0.90), "votes": (0.97, 0.85), "amounts": (0.98, 0.90),
    "collectivities": (0.98, 0.92), "commitments, milestones, periods": (0.97, 0.92),
}  # fmt: skip
DOC = Path(__file__).parents[2] / "docs" / "accuracy.md"


@dataclass
class Tally:
    """Of one field: what was found, right and expected, and examples of what went wrong."""

    right: int = 0
    found: int = 0
    expected: int = 0
    wrong: int = 0
    """Found, not right, on a page that holds something of this field: a wrong value rather than an invented one."""
    misses: list[str] = field(default_factory=list)

    def add(self, page: str, found: Iterable[Hashable], expected: Iterable[Hashable]) -> None:
        have, want = Counter(found), Counter(expected)
        both = have & want
        self.right += both.total()
        self.found += have.total()
        self.expected += want.total()
        self.wrong += (have - want).total() if want else 0
        for word, lost in (("missed", want - have), ("wrong", have - want)):
            self.misses += [f"{page}: {word} {x}" for x in lost]

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if of == 0:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass
class Score:
    """All fields over one folder."""

    pages: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: list[tuple[str, str, str]] = field(default_factory=list)
    agenda_pages: int = 0
    agenda_exact: int = 0
    empty_pages: int = 0
    false_facts: int = 0
    false_examples: list[str] = field(default_factory=list)

    def macro_f1(self) -> tuple[float, int]:
        """(macro F1, number of kinds) over kinds of at least eight pages."""
        wanted = Counter(gold for _, gold, _ in self.kinds)
        scores = []
        for kind in (k for k, n in wanted.items() if n >= 8):
            both = sum(1 for _, g, f in self.kinds if g == f == kind)
            found = sum(1 for _, _, f in self.kinds if f == kind)
            scores.append(2 * both / (found + wanted[kind]))
        return (sum(scores) / len(scores) if scores else 1.0), len(scores)


def bare(text: str | None) -> str:
    """A text for comparison: folded, numbering and closing punctuation aside."""
    return re.sub(r"[\s.,;:؛،\"'()\-–]+$", "", re.sub(r"^[\s\-–•▪★.()]+", "", fold(text or "")))


def add_page(score: Score, page: str, gold: dict[str, Any], found: Reading) -> None:
    """Compare one page with its labels; a field that the labels leave out is not scored."""
    score.pages += 1
    t = score.tallies
    if gold.get("is_empty"):
        score.empty_pages += 1
        score.false_facts += found.fact_count
        score.false_examples += [f"{page}: {type(f).__name__} {f.natural_key}" for f in found.facts]
    if "kind" in gold:
        score.kinds.append((page, gold["kind"], found.kind))
        if gold["kind"] != found.kind:
            t["kind (macro F1)"].misses.append(f"{page}: {gold['kind']} taken for {found.kind}")
    if "sessions" in gold:
        want = [_session(s) for s in gold["sessions"]]
        # What a label leaves open (a month, a number) is not held against what was found.
        have = []
        for f in (_session(s) for s in found.sessions):
            close = next((w for w in want if _agrees(w, f)), None)
            have.append(close or f)
        t["sessions"].add(page, have, want)
    if "dates" in gold:
        t["dates"].add(page, set(found.dates), {(d["role"], d["value"]) for d in gold["dates"]})
    if "agenda" in gold:
        want_items = [bare(x) for x in gold["agenda"]]
        have_items = [bare(x) for x in found.agenda]
        t["agenda items"].add(page, have_items, want_items)
        if want_items or have_items:
            score.agenda_pages += 1
            score.agenda_exact += len(want_items) == len(have_items)
    if "votes" in gold:
        t["votes"].add(page, [_vote(v) for v in found.votes], [_vote(v) for v in gold["votes"]])
    if "amounts" in gold:
        t["amounts"].add(page, {_amount(a) for a in found.amounts}, {_amount(a) for a in gold["amounts"]})
    if "collectivities" in gold:
        t["collectivities"].add(page, set(found.collectivities), {our_id(c) for c in gold["collectivities"]})
    if "commitments" in gold and "milestones" in gold:
        names = {c["number"]: bare(c["title"]) for c in gold["commitments"] if "number" in c}
        want_plan = [("commitment", bare(c["title"])) for c in gold["commitments"]]
        want_plan += [
            ("period", bare(c["title"]), c.get("start"), c.get("end"))
            for c in gold["commitments"]
            if c.get("start") or c.get("end")
        ]
        want_plan += [
            (
                "milestone",
                names.get(m["commitment"], bare(m["commitment"])),
                bare(m["title"]),
                m.get("start"),
                m.get("due"),
            )
            for m in gold["milestones"]
        ]
        have_plan = [("commitment", bare(c["title"])) for c in found.commitments]
        have_plan += [
            ("period", bare(c["title"]), c["start"], c["end"]) for c in found.commitments if c["start"] or c["end"]
        ]
        have_plan += [
            ("milestone", bare(m["commitment"]), bare(m["title"]), m["start"], m["due"]) for m in found.milestones
        ]
        t["commitments, milestones, periods"].add(page, have_plan, want_plan)


def _session(s: dict[str, Any]) -> tuple[Any, ...]:
    return our_id(s["collectivity"]), s["kind"], s["year"], s["month"], s["number"]


def _agrees(want: tuple[Any, ...], have: tuple[Any, ...]) -> bool:
    return want[:3] == have[:3] and all(w in (None, h) for w, h in zip(want[3:], have[3:], strict=True))


def _vote(v: dict[str, Any]) -> tuple[Any, ...]:
    return v["item"], v["result"], bool(v["unanimous"]), v.get("for"), v.get("against"), v.get("abstain")


def _amount(text: str) -> str:
    return f"{Decimal(text):.2f}"


def score_folder(folder: Path) -> Score:
    """Read and compare every page that `gold.jsonl` names.

    Raises:
        SystemExit: there is no gold file, or a line of it names no page.
    """
    gold = folder / "gold.jsonl"
    if not gold.exists():
        raise SystemExit(f"no gold.jsonl in {folder}: one JSON object a line, as docs/accuracy.md describes")
    score = Score()
    with DocumentReader() as reader:
        for number, line in enumerate(gold.read_text("utf-8").splitlines(), 1):
            entry = json.loads(line)
            path = folder / entry.get("page", "")
            if not path.is_file():
                raise SystemExit(f"{gold}, line {number}: no page {entry.get('page')!r}")
            found = read_page(path, entry.get("platform", "listing"), entry.get("publisher"), reader)
            add_page(score, entry["page"], entry["gold"], found)
    return score


def table(score: Score) -> list[str]:
    """Lines of a Markdown table."""
    lines = [
        "| Field | Found | Expected | Precision (95 %) | Recall (95 %) | Wrong values | Goal |",
        "|---|---|---|---|---|---|---|",
    ]
    f1, kinds = score.macro_f1()
    lines.append(
        f"| document kind, macro F1 over {kinds} kinds | {len(score.kinds)} | {len(score.kinds)} | {f1:.3f} | | | 0.92 |"
    )
    for name, (least, recall) in GOALS.items():
        if name.startswith("kind"):
            continue
        t = score.tallies[name]
        p, r = interval(t.right, t.found), interval(t.right, t.expected)
        wrong = t.wrong / t.found if t.found else 0.0
        lines.append(
            f"| {name} | {t.found} | {t.expected} | {t.precision:.3f} ({p[0]:.3f}-{p[1]:.3f}) | {t.recall:.3f} ({r[0]:.3f}-{r[1]:.3f}) | {wrong:.3f} | {least} / {recall} |"
        )
    exact = score.agenda_exact / score.agenda_pages if score.agenda_pages else 1.0
    lines.append(f"| agendas with the exact number of items | | {score.agenda_pages} | {exact:.3f} | | | |")
    false = 100 * score.false_facts / score.empty_pages if score.empty_pages else 0.0
    lines.append(
        f"| false facts per 100 pages that hold none | {score.false_facts} | {score.empty_pages} pages | {false:.2f} | | | ≤ 1 |"
    )
    return lines


def is_reached(score: Score) -> bool:
    """Whether every goal holds."""
    fields = all(
        score.tallies[n].precision >= least and score.tallies[n].recall >= recall
        for n, (least, recall) in GOALS.items()
        if not n.startswith("kind")
    )
    return fields and score.macro_f1()[0] >= 0.92 and score.false_facts <= score.empty_pages / 100


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 when a goal is not reached."""
    parser = argparse.ArgumentParser(
        prog="make accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a folder with pages and gold.jsonl; without one, the project's own set"
    )
    parser.add_argument(
        "--part",
        choices=("open", "closed", "sixth"),
        default="open",
        help="of the project's own set: what rules are mended on, the third that is opened once, the open pages of the sixth set alone",
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N misses of each field")
    parser.add_argument("--only", help="misses of this field alone")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/accuracy.md")
    given = parser.parse_args(arguments)
    if given.folder is not None:
        score, title = score_folder(given.folder), str(given.folder.name)
    else:
        title = given.part
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / title
            folder.mkdir()
            write(folder, title)
            score = score_folder(folder)
    print(f"{score.pages} pages ({title})\n" + "\n".join(table(score)))
    if given.misses:
        for name, tally in score.tallies.items():
            if tally.misses and (given.only is None or name.startswith(given.only)):
                print(f"\n{name}:\n  " + "\n  ".join(tally.misses[: given.misses]))
        if score.false_examples:
            print("\nfalse facts:\n  " + "\n  ".join(score.false_examples[: given.misses]))
    if given.write and given.folder is None:
        _write(title, score)
    return 0 if is_reached(score) else 1


def _write(title: str, score: Score) -> None:
    """Replace this part's table in docs/accuracy.md; print what changed."""
    begin, end = f"<!-- {title} -->", f"<!-- end {title} -->"
    text = DOC.read_text("utf-8")
    before = text[text.index(begin) + len(begin) : text.index(end)].strip().splitlines()
    after = table(score)
    for line in after:
        if line not in before:
            print(f"changed: {line}")
    DOC.write_text(
        text[: text.index(begin) + len(begin)] + "\n" + "\n".join(after) + "\n" + text[text.index(end) :], "utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
