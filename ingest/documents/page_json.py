"""JSON that pages carry (Next.js and its like) or that an endpoint answers with, and values in it by dotted paths."""

from __future__ import annotations

import json
import re
from typing import Any

_SCRIPT = re.compile(
    r"<script\b[^>]*(?:id=[\"']__NEXT_DATA__[\"']|type=[\"']application/json[\"'])[^>]*>(?P<data>.*?)</script>",
    re.DOTALL | re.IGNORECASE,
)
_BODY_CHARS = 20_000_000


def page_json(text: str) -> Any:
    """The JSON of an answer: the whole of it, or the largest JSON script in the page; None when there is neither."""
    head = text.lstrip()[:1]
    candidates = [text] if head in ("{", "[") else [m["data"] for m in _SCRIPT.finditer(text[:_BODY_CHARS])]
    for candidate in sorted(candidates, key=len, reverse=True):
        try:
            return json.loads(candidate)
        except ValueError:
            continue
    return None


def dig(data: Any, path: str) -> Any:
    """The value at a dotted path ('props.pageProps.posts.*.title'); `*` is every element; None where the path ends early."""
    here = [data]
    is_many = False
    for part in path.split("."):
        found = []
        for one in here:
            if part == "*":
                found += list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
                is_many = True
            elif isinstance(one, dict) and part in one:
                found.append(one[part])
            elif isinstance(one, list) and part.isdigit() and int(part) < len(one):
                found.append(one[int(part)])
        here = found
    return here if is_many else here[0] if here else None
