"""Characters from bytes, by evidence: a byte-order mark, valid UTF-8, then what was declared, then windows-1256.

Council servers announce one charset and send another; UTF-8 that decodes strictly is never an accident, so it wins.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from ingest.text.damage import to_letters, undo_double_decoding

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


@dataclass(frozen=True)
class Decoded:
    """Text of a page or text file, and what its bytes had to say against it."""

    text: str
    measures: dict[str, float] = field(default_factory=dict)
    """`double_decoded_runs`: runs of characters that were decoded twice and are undone.

    `presentation_forms`: Arabic letters that stood in the forms of their places.

    `charset_contradicted`: the declared charset is not the one of the bytes.
    """


def decode_text(payload: bytes, declared: str | None = None) -> Decoded:
    """Characters from bytes by evidence, double decoding undone, and what of that deserves to be told."""
    text, charset = decode(payload, declared)
    text, runs = undo_double_decoding(text)
    text, forms = to_letters(text)
    measures: dict[str, float] = {}
    if runs:
        measures["double_decoded_runs"] = runs
    if forms:
        measures["presentation_forms"] = forms
    if declared is not None and not text.isascii() and _codec(declared) != _codec(charset):
        measures["charset_contradicted"] = 1
    return Decoded(text, measures)


def _codec(name: str) -> str:
    """One name for the spellings of a charset; browsers read Latin-1 as windows-1252."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return name.lower()
    return "cp1252" if codec == "iso8859-1" else codec.removesuffix("-sig")
