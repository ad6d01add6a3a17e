"""Which addresses are one document in several languages, by what the site itself says: never by likeness of words."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlencode

from ingest.web.address import absolute, canonical_address

_LINK = re.compile(r"<link\b[^<>]{0,1000}\bhreflang\b[^<>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(hreflang|href)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:ar|fr|en|es|amz|zgh|tfng|ber)(?:[-_][A-Za-z]{2,4})?", re.IGNORECASE)
_LANGUAGE_KEYS = {"lang", "langue", "language", "locale", "lng"}
#: /actualite/1715/slug: the number is the page, the slug may change (facts on council sites, §3).
_NUMBERED = re.compile(r"^(?P<page>.*/\d{1,7})/[^/?]*$")
#: Alternates of one page; a longer list is a menu.
_MAX_ALTERNATES = 8


def page_identity(address: str, *, has_numbers: bool) -> str:
    """What stays of an address when an editor renames the page: on sites of number and slug, all but the slug."""
    m = _NUMBERED.match(address) if has_numbers else None
    return m["page"] if m else address


def translation_key(url: str, page: str, *, has_numbers: bool) -> str | None:
    """Equal for the versions of one document in several languages; None where the site names no other version.

    Evidence, in this order: `rel=alternate hreflang` (the set of all versions; a page whose alternate is merely the
    other language's home has a set of its own), a parameter that names the language, a language before a numbered
    address.
    """
    address = canonical_address(url)
    if alternates := _alternates(url, page):
        versions = {address, *alternates}
        return "alternate|" + "|".join(sorted(versions)) if len(versions) > 1 else None
    host_path, _, query = address.partition("?")
    fields = parse_qsl(query, keep_blank_values=True)
    kept = [(k, v) for k, v in fields if not (k.lower() in _LANGUAGE_KEYS and _LANGUAGE.fullmatch(v))]
    if len(kept) < len(fields):
        return f"parameter|{host_path}?{urlencode(kept)}"
    if has_numbers:
        host, _, path = page_identity(host_path, has_numbers=True).partition("/")
        language, _, rest = path.partition("/")
        if _LANGUAGE.fullmatch(language) and rest:
            return f"number|{host}/{rest}"
    return None


def _alternates(url: str, page: str) -> set[str]:
    end = page.find("</head")
    found = set()
    for tag in _LINK.findall(page[: end if end > 0 else 50_000]):
        fields = {k.lower(): html.unescape(v) for k, v in _ATTRIBUTE.findall(tag)}
        target = absolute(url, fields.get("href", ""))
        if target is not None and _LANGUAGE.fullmatch(fields.get("hreflang", "")):
            found.add(canonical_address(target))
    return found if len(found) <= _MAX_ALTERNATES else set()
