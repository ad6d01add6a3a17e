"""Canonical addresses: which of several spellings are one page (facts on council sites, §6).

Councils' pages are met over http and https, with and without `www.`, with percent-encoded Arabic in upper and lower
case, with and without a trailing slash, as AMP copies, and with the marks that social networks add.
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

_TRACKING = {"fbclid", "gclid", "mc_cid", "mc_eid", "phpsessid", "sid", "jsessionid", "replytocom", "share", "_ga"}
_DEFAULT_PORTS = {"http": 80, "https": 443}
#: What RFC 3986 lets stand in a path without encoding.
_PATH_SAFE = "/:@!$&'()*+,;=-._~"


def canonical_address(url: str) -> str:
    """The identity of a page: host and path without scheme, `www.`, trailing slash, AMP form, fragment, tracking.

    Addresses that are not http(s) are their own identity.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https"):
        return url
    # Bytes that are no UTF-8 travel through as surrogates and come out encoded as they were.
    decoded = unicodedata.normalize("NFC", unquote(parts.path, errors="surrogateescape"))
    path = quote(decoded, safe=_PATH_SAFE, errors="surrogateescape")
    path = path.split(";jsessionid=")[0].rstrip("/")
    for suffix in ("/amp", ".amp.html", ".amp"):
        if path.endswith(suffix):
            path = path.removesuffix(suffix) + (".html" if suffix == ".amp.html" else "")
    query = [
        (unicodedata.normalize("NFC", k), unicodedata.normalize("NFC", v))
        for k, v in parse_qsl(parts.query, keep_blank_values=True)
        if not (k.lower() in _TRACKING or k.lower().startswith("utm_") or k.lower() == "amp")
    ]
    return site_of(url) + path + (f"?{urlencode(sorted(query))}" if query else "")


def site_of(url: str) -> str:
    """Host of an address in one spelling: lower case, without `www.`, with a port only where it is unusual."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = _port(parts)
    return host if port is None or port == _DEFAULT_PORTS.get(parts.scheme) else f"{host}:{port}"


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        return None


def absolute(base: str, link: str) -> str | None:
    """A link of a page as an address to fetch, without fragment; None when it leads to no web page."""
    link = link.strip()
    if not link or link.startswith(("#", "mailto:", "tel:", "javascript:", "data:", "whatsapp:")):
        return None
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return parts._replace(fragment="").geturl()


def is_on_site(url: str, hosts: tuple[str, ...]) -> bool:
    """Whether an address is on one of a source's declared hosts (`www.` or not, http or https)."""
    allowed = {h.removeprefix("www.").lower() for h in hosts}
    return site_of(url) in allowed


_CANONICAL = re.compile(rb"<link\b[^>]*\brel=[\"']?canonical[\"']?[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"href=[\"']([^\"'>]+)[\"']", re.IGNORECASE)


def page_address(url: str, body: bytes) -> str:
    """Canonical address of a fetched page; what the page says of itself counts only for a short form of it.

    `?p=N` and its like name the page they stand for. Any other `rel=canonical` is not believed: themes point it at
    the home page.
    """
    own = canonical_address(url)
    keys = {k for k, _ in parse_qsl(urlsplit(url).query)}
    if not keys & {"p", "page_id", "attachment_id", "amp"}:
        return own
    tag = _CANONICAL.search(body[:100_000])
    link = _HREF.search(tag.group()) if tag else None
    stated = absolute(url, html.unescape(link.group(1).decode("utf-8", "replace"))) if link else None
    if stated is None or site_of(stated) != site_of(url):
        return own
    return canonical_address(stated)
