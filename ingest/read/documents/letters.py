"""How large an element's letters are, as its markup tells: what a page without headings has for a title.

Font sizes of hand-made pages, declared styles, and the names that widely used style sheets have for letters.
"""

from __future__ import annotations

import re
from typing import Any

#: Of `<font size="1">` to 7, in pixels; 3 is a page's ordinary size.
_FONT_SIZES = (10, 13, 16, 18, 24, 32, 48)
_ORDINARY = 16.0
#: Letters of the ordinary size that are bold or coloured stand out all the same, hardly.
BOLD = 16.5
_FONT_SIZE = re.compile(r"([+-]?)([1-7])")
_STYLE_SIZE = re.compile(
    r"font-size\s{0,9}:\s{0,9}(\d{1,3}(?:\.\d{1,3})?|x+-large|larger|large)(px|pt|r?em|%)?", re.IGNORECASE
)
_STYLE_BOLD = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)", re.IGNORECASE)
_WORD_SIZES = {"large": 18.0, "larger": 19.0, "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0}
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
#: Names of letters: `.h1`, `.fs-2`, `.display-4` of one style sheet, `.text-3xl` of another.
_NAMED_SIZE = re.compile(r"(?:^|\s)(?:(?:\w{2}:)?text-([2-9]?)xl|(?:fs-|h)([1-5])|display-([1-6]))(?=\s|$)")
_NAMED_BOLD = re.compile(r"(?:^|\s)(?:fw-(?:semi)?bold(?:er)?|font-(?:semi|extra)?bold|fw-[6-9]00|bold)(?=\s|$)")
_LEVEL_SIZES = {"1": 40.0, "2": 32.0, "3": 28.0, "4": 24.0, "5": 20.0}
_BOLD_TAGS = frozenset(["b", "strong", "u", "center"])


def letter_size(node: Any) -> float | None:
    """The size in pixels of an element's letters where it sets them off from ordinary ones, else None."""
    size = _tag_size(node) or _style_size(node.get("style") or "") or _named_size(node.get("class") or "")
    if size is not None and size > _ORDINARY:
        return size
    is_bold = (
        node.tag in _BOLD_TAGS
        or (node.tag == "font" and size is None)
        or _STYLE_BOLD.search(node.get("style") or "") is not None
        or _NAMED_BOLD.search(node.get("class") or "") is not None
    )
    return BOLD if is_bold else None


def _tag_size(node: Any) -> float | None:
    if node.tag == "big":
        return 19.0
    if node.tag != "font" or (m := _FONT_SIZE.fullmatch((node.get("size") or "").strip())) is None:
        return None
    step = int(m[2]) if not m[1] else 3 + (int(m[2]) if m[1] == "+" else -int(m[2]))
    return float(_FONT_SIZES[min(max(step, 1), 7) - 1])


def _style_size(style: str) -> float | None:
    m = _STYLE_SIZE.search(style[:1_000])
    if m is None:
        return None
    word = m[1].lower()
    if word in _WORD_SIZES:
        return _WORD_SIZES[word]
    return float(word) * _PIXELS.get((m[2] or "").lower(), 0.0) if word[0].isdigit() else None


def _named_size(names: str) -> float | None:
    m = _NAMED_SIZE.search(names)
    if m is None:
        return None
    if m[1] is not None:
        return {"": 20.0, "2": 24.0, "3": 30.0, "4": 36.0}.get(m[1], 48.0)
    return _LEVEL_SIZES[m[2]] if m[2] else 48.0
