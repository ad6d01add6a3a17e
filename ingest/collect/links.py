"""Links in pages and feeds: what leads to items, files and further pages."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.collect.soup import soup_of
from ingest.read.documents.decode import decode
from ingest.web.address import absolute
from ingest.web.files import FILE_SUFFIXES, is_file

_SUFFIX = re.compile(rb"\.(?:" + "|".join(s.removeprefix(".") for s in FILE_SUFFIXES).encode() + rb")", re.IGNORECASE)
#: Attributes that hold addresses of files. A pattern, since a parser takes 15 ms for a page of 50 kB and this 2 ms.
_HREF = re.compile(rb"""(?:href|src|data)\s*=\s*["']([^"']{1,2000})["']""", re.IGNORECASE)


def file_links(base: str, body: bytes) -> Iterator[str]:
    """Addresses of document files that a page links to, each once."""
    if _SUFFIX.search(body) is None:
        return  # Most pages: 0.1 ms instead of 2 for the addresses.
    seen: set[str] = set()
    for match in _HREF.finditer(body):
        url = absolute(base, html.unescape(match.group(1).decode("utf-8", "replace")))
        if url is not None and url not in seen and is_file(url):
            seen.add(url)
            yield url


@dataclass(frozen=True)
class Entry:
    """An item of a feed or sitemap."""

    url: str
    version: str | None
    """Moment of the last change, UTC, without zone (YYYY-MM-DDTHH:MM:SS); its day alone where that is all there is."""

    @property
    def is_exact(self) -> bool:
        """Whether any change shows: a second one on the same day does not where only the day is told."""
        return self.version is not None and "T" in self.version


def read_feed(base: str, body: bytes) -> list[Entry]:
    """Entries of an Atom or RSS feed; none of one that breaks off.

    RSS tells no change of an item, so its entries have no version.
    """
    if not body.rstrip()[-12:].lower().endswith((b"</feed>", b"</rss>", b"</rdf:rdf>")):
        return []
    soup = soup_of(decode(body)[0], "xml")
    found = []
    for entry in soup.find_all(["entry", "item"]):
        link = entry.find("link", attrs={"rel": "alternate"}) or entry.find("link")
        href = (link.get("href") or link.get_text()) if link is not None else None
        url = absolute(base, str(href)) if href else None
        updated = entry.find("updated") if entry.name == "entry" else None
        if url is not None:
            found.append(Entry(url, utc_moment(updated.get_text()) if updated is not None else None))
    return found


@dataclass(frozen=True)
class Sitemap:
    """A sitemap file (sitemaps.org protocol 0.9): either other sitemaps or pages."""

    sitemaps: tuple[str, ...]
    pages: tuple[Entry, ...]


def read_sitemap(base: str, body: bytes) -> Sitemap | None:
    """A sitemap or index; None when the bytes are neither, or break off.

    Entities are not resolved, the network is not asked.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or etree.QName(root).localname not in ("urlset", "sitemapindex"):
        return None
    entries = []
    for element in root:
        if not isinstance(element.tag, str):
            continue
        fields = {etree.QName(c).localname: (c.text or "").strip() for c in element if isinstance(c.tag, str)}
        if url := absolute(base, fields.get("loc", "")):
            stated = fields.get("lastmod", "")
            day = stated if re.fullmatch(r"\d{4}-\d\d-\d\d", stated) else None
            entries.append(Entry(url, utc_moment(stated) or day))
    if etree.QName(root).localname == "sitemapindex":
        return Sitemap(tuple(e.url for e in entries), ())
    return Sitemap((), tuple(entries))


def utc_moment(text: str) -> str | None:
    """A moment of the W3C date format in UTC, without its zone; None for a date alone, which is too coarse."""
    try:
        moment = dt.datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    if "T" not in text:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="seconds")
