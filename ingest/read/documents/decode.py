"""Characters from bytes, by evidence: a byte-order mark, valid UTF-8, else the charset whose words look like words.

Council servers announce one charset and send another; UTF-8 that decodes strictly is never an accident, so it wins.
Of one-byte charsets any bytes make text: French in Latin-1 and Arabic in windows-1256 are told apart by letters of two
scripts in one word, and by runs of accents that no word has. What was declared decides where the evidence does not.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.text.damage import mended

_META = re.compile(
    rb"<meta[^>]+charset=[\"']?([A-Za-z0-9_-]+)|<\?xml[^>]+encoding=[\"']([A-Za-z0-9_-]+)", re.IGNORECASE
)
#: Marks at the beginning of a file; the longer ones first, for UTF-32 begins as UTF-16 does.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes that are looked at for the charset.
_LOOK_BYTES = 400_000
#: Names that Python has for charsets of one byte a letter.
_ONE_BYTE = ("cp", "iso8859", "mac-", "koi8")
#: So much of the other-than-ASCII characters of a UTF-8 file may be broken: one cut off, or pasted from elsewhere.
_BROKEN_SHARE = 0.02
#: What no text of ours has: two scripts in one word, a letter of Arabic alone among Latin ones, three accented letters
#: in a row, signs inside words, controls.
_UNLIKELY = (
    (re.compile(r"[A-Za-zÀ-ÿ][\u0621-\u06d3]|[\u0621-\u06d3][A-Za-zÀ-ÿ]"), 3),
    (re.compile(r"(?<![\w'’.-])[\u0621-\u0647\u0649-\u06d3](?= [A-Za-z])"), 2),
    (re.compile(r"[À-ÖØ-öø-ÿ]{3,}"), 3),
    (re.compile(r"(?<=[A-Za-zÀ-ÿ\u0621-\u06d3])[¡-©¬-¯±-¹»-¿×÷‚„…†‡ˆ‰‹Œ](?=[A-Za-zÀ-ÿ\u0621-\u06d3])"), 2),
    (re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]"), 3),
)


def decode(payload: bytes, declared: str | None = None) -> tuple[str, str]:
    """(text, charset used).

    Args:
        declared: charset of the Content-Type header, if any.
    """
    for mark, name in _MARKS:
        if payload.startswith(mark):
            return payload[len(mark) :].decode(name, "replace"), name
    if (wide := _wide(payload)) is not None:
        return payload.decode(wide, "replace"), wide
    try:
        return payload.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    text = payload.decode("utf-8", "replace")
    others = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
    if text.count("\ufffd") <= _BROKEN_SHARE * others:
        return text, "utf-8"
    best = min(
        _candidates(payload, declared), key=lambda name: _unlikely(payload[:_LOOK_BYTES].decode(name, "replace"))
    )
    return payload.decode(best, "replace"), best


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin letters, signs and white space is nothing."""
    head = payload[:2_000]
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 5 < pairs or min(even, odd) * 5 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _candidates(payload: bytes, declared: str | None) -> Iterator[str]:
    """Charsets of one byte a letter; what was declared first, for the first of several equal ones is taken."""
    meta = _META.search(payload[:4096])
    named = (declared, (meta[1] or meta[2]).decode("ascii") if meta else None)
    for name in (*named, "windows-1256", "windows-1252"):
        if name and (codec := _codec(name)).startswith(_ONE_BYTE):
            yield "windows-1252" if codec == "cp1252" else name.lower()


def _unlikely(text: str) -> int:
    """How much of a text is unlike any text of ours."""
    return sum(weight * len(pattern.findall(text)) for pattern, weight in _UNLIKELY)


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
    text, measures = mended(text)
    if declared is not None and not text.isascii() and _family(declared) != _family(charset):
        measures["charset_contradicted"] = 1
    return Decoded(text, measures)


def _family(name: str) -> str:
    """One name for the byte orders of UTF-16 too: a declaration names none."""
    codec = _codec(name)
    return codec[:6] if codec.startswith(("utf-16", "utf-32")) else codec


def _codec(name: str) -> str:
    """One name for the spellings of a charset; browsers read Latin-1 as windows-1252."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return name.lower()
    return "cp1252" if codec == "iso8859-1" else codec.removesuffix("-sig")
