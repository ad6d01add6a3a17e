"""Pages and feeds that are walked while they come, parsed within bounds: a walk runs in the process of the night.

What is larger than pages are is not parsed at all. (What is read for its facts is read in a child process:
`ingest.read.documents.reader`.)
"""

from __future__ import annotations

from typing import Literal

from bs4 import BeautifulSoup

#: A list of 50,000 links has 5 million characters and 200,000 tags, and takes some seconds.
_MAX_CHARS, _MAX_TAGS = 6_000_000, 300_000


def too_large(text: str) -> str | None:
    """Why a page is not walked, in words; None for one of a usual size."""
    if len(text) > _MAX_CHARS:
        return f"a page of {len(text):,} characters, more than {_MAX_CHARS:,}"
    tags = text.count("<")
    return f"a page of {tags:,} tags, more than {_MAX_TAGS:,}" if tags > _MAX_TAGS else None


def soup_of(text: str, kind: Literal["lxml", "xml"] = "lxml") -> BeautifulSoup:
    """A page or feed as a tree; an empty one for what is `too_large`."""
    return BeautifulSoup("" if too_large(text) else text, kind)
