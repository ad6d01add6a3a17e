"""Characters from bytes, by evidence: a byte-order mark, valid UTF-8, then what was declared, then windows-1256.

Council servers announce one charset and send another; UTF-8 that decodes strictly is never an accident, so it wins.
"""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"<meta[^>]+charset=[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)


def decode(payload: bytes, declared: str | None = None) -> tuple[str, str]:
    """(text, charset used).

    Args:
        declared: charset of the Content-Type header, if any.
    """
    if payload.startswith(codecs.BOM_UTF8):
        return payload[3:].decode("utf-8", "replace"), "utf-8"
    try:
        return payload.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    meta = _META.search(payload[:4096])
    for name in (declared, meta.group(1).decode("ascii") if meta else None, "windows-1256"):
        if not name or name.lower().replace("_", "-") in ("utf-8", "utf8", "iso-8859-1", "latin-1"):
            continue
        try:
            return payload.decode(name), name.lower()
        except (LookupError, UnicodeDecodeError):
            continue
    text = payload.decode("windows-1252", "replace")
    return text, "windows-1252"
