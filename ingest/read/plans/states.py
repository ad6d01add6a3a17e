"""How far a commitment or milestone has come: states in words, percentages of progress.

A state that stands still (suspended, late, blocked) is none of ours: its words are kept and no code is given.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

#: A longer text tells of a state among other things: which one is meant is not said.
_STATE_CHARS = 70

OPEN = Rule(
    "plan.state_not_started",
    "{state_open}",
    ("Non démarré", "pas encore lancée", "À lancer", "لم ينطلق بعد", "مبرمج", "Not yet started", "To be launched"),
    ("Lancé", "انطلق", "Started"),
)
UNDER_WAY = Rule(
    "plan.state_in_progress",
    "{state_under_way}",
    ("En cours d'exécution", "Partiellement réalisé", "قيد الإنجاز", "الأشغال جارية", "Well under way", "Ongoing"),
    ("Réalisé", "منجز", "Done"),
)
DONE = Rule(
    "plan.state_completed",
    "{state_done}",
    ("Réalisé", "Achevée", "منجز", "تم الإنجاز", "أنجز بالكامل", "Completed", "Done"),
    ("Irréalisable", "إنجازات", "Undone"),
)
GIVEN_UP = Rule(
    "plan.state_withdrawn",
    "{state_given_up}",
    ("Abandonné", "ملغى", "تم التخلي عنه", "Withdrawn"),
    ("Maintenu", "قائم"),
)
STALLED = Rule(
    "plan.state_stalled",
    "{state_stalled}",
    ("Suspendu", "À l'arrêt", "متعثر", "توقف", "On hold", "Delayed"),
    ("En cours", "قيد الإنجاز", "Ongoing"),
)
#: The first that speaks: what is not finished speaks of finishing, what is not begun of beginning.
_UNFINISHED = re.compile(
    r"(?:non|pas)(?: encore)? (?:acheve|termine|fini)|not(?: yet)? (?:complete|finish)|لم [يت](?:كتمل|نته|ستكمل)"
)
_RUNS = re.compile(r"\ben cours\b|قيد|في طور|\bongoing\b|in progress|under ?way")
_BOX = re.compile(r"[☐☑☒□■▢▣◻◼⬜⬛✅❎○●◯◉⚪⚫]|\[[ xX×✓✔]?\]")
_EMPTY_BOXES = frozenset(["☐", "□", "▢", "◻", "⬜", "○", "◯", "⚪", "[ ]", "[]"])
_PERCENT = re.compile(r"[%٪] ?(?P<a>\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,])|(?<![\d.,])(?P<b>\d{1,3}(?:[.,]\d{1,2})?) ?[%٪]")
#: Letters beside a percentage that is a cell's whole value: 'réalisé à 45 %', 'بنسبة 45%'.
_PERCENT_WORDS = 24
_WHOLE = Decimal(100)


@lru_cache(maxsize=4096)
def state_of(words: str) -> str | None:
    """The code of a state in short words; 'unstated' for one that stands still; None for words that are no state."""
    text = fold(_ticked(words)).strip(" .;:|-")
    if not text or len(text) > _STATE_CHARS:
        return None
    for rule, code in _order(text):
        if (m := rule.search(text)) is not None:
            tell(rule.id, m.group(), "state")
            return code
    return None


def _ticked(words: str) -> str:
    """Of several states with a box each, the words beside the one that is ticked; nothing where it is not one."""
    boxes = list(_BOX.finditer(words))
    if len(boxes) < 2:
        return words
    ticked = [i for i, box in enumerate(boxes) if box.group() not in _EMPTY_BOXES]
    if len(ticked) != 1:
        return ""
    i = ticked[0]
    if not words[: boxes[0].start()].strip(" :-"):  # Boxes stand before their words.
        return words[boxes[i].end() : boxes[i + 1].start() if i + 1 < len(boxes) else len(words)]
    return words[boxes[i - 1].end() if i else 0 : boxes[i].start()]


def _order(text: str) -> tuple[tuple[Rule, str], ...]:
    if _UNFINISHED.search(text):
        return ((UNDER_WAY, "in_progress"),)
    first = ((UNDER_WAY, "in_progress"),) if _RUNS.search(text) else ()
    return (
        (GIVEN_UP, "withdrawn"),
        *first,
        (STALLED, "unstated"),
        (OPEN, "not_started"),
        (UNDER_WAY, "in_progress"),
        (DONE, "completed"),
    )


def percent_of(value: str) -> Decimal | None:
    """The percentage that a cell is; None for one that holds more, for several, and for more than a hundred."""
    found = list(_PERCENT.finditer(value))
    if len(found) != 1:
        return None
    m = found[0]
    rest = value[: m.start()] + value[m.end() :]
    pct = Decimal((m["a"] or m["b"]).replace(",", "."))
    return pct if len(rest.strip()) <= _PERCENT_WORDS and pct <= _WHOLE else None


def status_of(words: str | None, progress: Decimal | None = None) -> str:
    """The code of a status in the words or the percentage of a form; 'unstated' for none and for unknown words.

    Args:
        progress: the percentage that stands beside the words, which says what they do not.
    """
    state, pct = (state_of(words), percent_of(words)) if words else (None, None)
    pct = progress if pct is None and state is None else pct
    if pct is None or state == "unstated":
        return state or "unstated"
    return "not_started" if pct == 0 else "completed" if pct == _WHOLE else "in_progress"
