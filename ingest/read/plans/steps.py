"""An activity on one line: its name, and behind it its dates and how far it has come.

'Activité 1.1 — Rédaction du règlement [mars 2025 à juin 2025] – fait', '• النشر: يونيو 2025 (لم يبدأ)'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.lines import BULLET
from ingest.read.plans.labels import classes_in
from ingest.read.plans.periods import Span, is_only_dates, parse_span
from ingest.read.plans.states import state_of

#: '1- ', '2.1) ', 'Step 3 — ', 'M4: ', 'النشاط 2 : '; a word before the number is one for activities or one letter.
_COUNTED = re.compile(
    r"(?:(?P<word>[^\W\d_]{1,14})\s?(?:n°\s?|no\.?\s|رقم\s)?)?\d{1,2}(?:\.\d{1,2}){0,2}\s*[-–—:.)/]{1,2}\s*(?=[^\W\d_])"
)
_BRACKETED = re.compile(r"\s*[(\[](?P<in>[^()\[\]]{2,60})[)\]]\W*$")
_SEPARATOR = re.compile(r"\s*(?:[:،,;؛|]|(?<=[\s)\]])[-–—→]+(?=\s))\s*")
#: A comma before words that may be a state is one between parts of a name.
_COMMA = re.compile(r"[،,]")
_BEHIND_CHARS = 60


@dataclass(frozen=True)
class StepLine:
    """The name of an activity, where it begins in its line, its dates and the words of its state."""

    title: str
    at: int
    span: Span | None
    status_raw: str | None

    @property
    def is_told(self) -> bool:
        """Whether more than a name is known of it."""
        return self.span is not None or self.status_raw is not None


def step_of(text: str) -> StepLine:
    """A line of a list of activities, taken apart from its end."""
    at = _begin(text)
    title = text[at:].rstrip()
    span: Span | None = None
    status: str | None = None
    for _ in range(2):
        if span is None and (cut := _behind(title, dates=True)) is not None:
            title, span = cut[0], parse_span(cut[1])
        if status is None and (cut := _behind(title, dates=False)) is not None:
            title, status = cut
    return StepLine(title, at, span, status)


def counted_step(text: str) -> tuple[str, int] | None:
    """The word for an activity and where its name begins, of a line that counts one: 'Étape 2 : …'.

    Any word may count them where dates stand behind what it counts.
    """
    m = _COUNTED.match(text, len(text) - len(text.lstrip()))
    if m is None or m["word"] is None:
        return None
    is_step = "milestones" in classes_in(m["word"]) or step_of(text[m.end() :]).span is not None
    return (m["word"], m.end()) if is_step else None


def _begin(text: str) -> int:
    """Where the name begins behind bullets and numbers."""
    at = 0
    for _ in range(2):
        if (bullet := BULLET.match(text[at:])) is not None:
            at += bullet.end()
    m = _COUNTED.match(text, at)
    if m is not None and (m["word"] is None or len(m["word"]) == 1 or "milestones" in classes_in(m["word"])):
        at = m.end()
    return at + len(text[at:]) - len(text[at:].lstrip())


def _behind(title: str, *, dates: bool) -> tuple[str, str] | None:
    """A name and the dates, or the state, behind it in brackets or behind a mark; None where it has none."""

    def fits(words: str) -> bool:
        return is_only_dates(words) if dates else state_of(words) is not None

    m = _BRACKETED.search(title)
    if m is not None:
        return (title[: m.start()].rstrip(), m["in"].strip()) if fits(m["in"]) and m.start() else None
    marks = list(_SEPARATOR.finditer(title))
    for mark in marks if dates else reversed(marks):  # Dates may have marks among them, states are what stands last.
        behind = title[mark.end() :].strip(" .;؛")
        if not 0 < len(behind) <= _BEHIND_CHARS or (not dates and _COMMA.search(mark.group())):
            continue
        if fits(behind) and mark.start():
            return title[: mark.start()].rstrip(), behind
    return None
