"""Whether two wordings name one act: 'the by-laws were adopted' and the point 'study and adoption of the by-laws'."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.read.rules import Rule
from ingest.text.fold import fold

#: Words that say what is done with an act, not which it is.
HANDLING = Rule(
    "act.handling",
    r"(?<!\w)(?:و|ب|ل|وال|بال|لل|ال)*(?:دراسة|مصادقة|تصويت|موافقة|مناقشة|تداول|مشروع|نقطة|متعلق\w*|خاص\w*|تتعلق"
    r"|حول|من|أجل|على|في|بين|هذه|هذا"
    r"|المذكور\w*|مع)(?!\w)"
    r"|\b(?:examen|etude|vote|adoption|approbation|projet|point|relati\w+|concernant|portant|le|la|les|l|de|du"
    r"|des|d|a|au|aux|et|un|une|ce|cette"
    r"|study|approval|draft|the|of|and|an|item|to|for|concerning)\b",
    ("الدراسة والمصادقة", "examen et vote", "study and approval"),
    ("كراء السوق",),
)
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:و|ب|ل|ف|ك)?ال(?=\w{3})|^لل(?=\w{3})")
#: So much of the shorter wording stands in the longer one.
_SHARE = 0.85
#: And so much of the longer one in the shorter, where nothing says that they are about one act.
_SAME = 0.6


@lru_cache(maxsize=5_000)
def content_of(words: str) -> frozenset[str]:
    """The words of a folded title that say which act it is."""
    bare = HANDLING.regex.sub(" ", fold(words))
    return frozenset(_ARTICLE.sub("", w) for w in _WORD.findall(bare) if len(w) > 1)


def are_alike(first: str, second: str) -> bool:
    """Whether one wording holds nearly all words of the other."""
    one, other = content_of(first), content_of(second)
    small = min(len(one), len(other))
    if not small or (small == 1 and len(one) + len(other) > 8):
        return False
    return len(one & other) >= _SHARE * small


def are_same(first: str, second: str) -> bool:
    """Whether two wordings are of one act, told twice: nearly all words of either stand in the other."""
    one, other = content_of(first), content_of(second)
    return bool(one & other) and len(one & other) >= _SAME * max(len(one), len(other))
