"""A date on the line of the title, in letters of its own: it gets a line of its own, as the page's look says."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from ingest.read.documents.frame import LABEL_CHARS, is_publication, is_stamp
from ingest.read.documents.html_text import words_of
from ingest.read.documents.letters import BOLD, letter_size

_INLINE = ("small", "span", "time", "font", "i", "em", "abbr", "sub", "sup")
_HEADINGS = frozenset(["h1", "h2", "h3"])
_DIGIT = re.compile(r"\d")


def set_stamps_apart(body: Any) -> None:
    """End the line between a title in large letters, or in a heading, and a date that follows it in another element.

    A label in bold before a date ('Deadline: 12 May 2024') is no title: it ends with a colon, or is no larger.
    """
    for node in [x for x in body.iter(*_INLINE) if _is_stamp(x)]:
        parent, before = node.getparent(), node.getprevious()
        if parent is None:
            continue
        is_in_heading = parent.tag in _HEADINGS and bool(_before_in(parent, node))
        is_behind_title = before is not None and _is_title(before) and not (before.tail or "").strip(" -–—|·\xa0\t\r\n")
        if is_in_heading or is_behind_title:
            node.addprevious(etree.Element("br"))


def _is_stamp(node: Any) -> bool:
    words = "".join(node.itertext())
    if len(words) > LABEL_CHARS or _DIGIT.search(words) is None:
        return False
    words = words_of(node)
    return is_publication(words) or is_stamp([words])


def _is_title(node: Any) -> bool:
    sizes = [size for x in node.iter() if (size := letter_size(x)) is not None]
    return max(sizes, default=0.0) > BOLD and not words_of(node).rstrip().endswith((":", "："))


def _before_in(heading: Any, node: Any) -> str:
    """The words of a heading before an element of it."""
    words = heading.text or ""
    for sibling in heading.iterchildren():
        if sibling is node:
            break
        words += words_of(sibling) + (sibling.tail or "")
    return words.strip()
