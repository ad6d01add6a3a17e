"""`feed.atom` (RFC 4287): an entry per release with what changed, and one per withdrawal; the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from lxml import etree

from warehouse.build.draft import Publisher
from warehouse.catalogue.index import Index, PublicWithdrawal, ReleaseEntry
from warehouse.catalogue.inventory import TITLE

_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 60
_FIRST = "أول إصدار. | Première version. | First release."
_SINCE = (
    "منذ {id}: {added} صفوف أضيفت، {removed} حذفت، {changed} خانات تغيرت. | "
    "Depuis {id} : {added} lignes ajoutées, {removed} retirées, {changed} cellules changées. | "
    "Since {id}: {added} rows added, {removed} removed, {changed} cells changed."
)


@dataclass(frozen=True)
class _Entry:
    """One entry, and by what it is sorted."""

    updated: str
    identity: str
    element: Any
    """lxml's, which has no types."""


def write_feed(index: Index, publisher: Publisher) -> bytes:
    """The feed as bytes. Ids are tag addresses (RFC 4151) that never change."""
    host = publisher.base_url.split("/")[2].split(":")[0]
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    entries = [_release(r, publisher, host) for r in index.releases]
    entries += [_withdrawal(w, publisher, host) for w in index.withdrawals]
    entries.sort(key=lambda e: (e.updated, e.identity), reverse=True)
    updated = entries[0].updated if entries else "1970-01-01T00:00:00Z"
    _add(feed, "id", f"tag:{host},2026:feed")
    _add(feed, "title", f"{TITLE['ar']} | {TITLE['fr']} | {TITLE['en']}")
    _add(feed, "updated", updated)
    _add(_add(feed, "author"), "name", publisher.name_en)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{publisher.base_url}feed.atom")
    _add(feed, "link", rel="alternate", type="text/html", href=publisher.base_url)
    for entry in entries[:_ENTRIES]:
        feed.append(entry.element)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child


def _release(release: ReleaseEntry, publisher: Publisher, host: str) -> _Entry:
    folder = publisher.release_url(quote(release.release_id))
    entry = etree.Element(f"{{{_ATOM}}}entry")
    _add(entry, "id", f"tag:{host},2026:release/{release.release_id}")
    _add(entry, "title", f"Infitah {release.release_id}")
    _add(entry, "updated", release.as_of)
    _add(entry, "link", rel="alternate", type="text/markdown", href=f"{folder}README.en.md")
    for file in release.files:
        if file.name.endswith((".duckdb", ".xlsx")):
            kind, size, address = file.media_type, str(file.bytes), folder + quote(file.name)
            _add(entry, "link", rel="enclosure", type=kind, length=size, href=address)
    _add(entry, "summary", _what_changed(release))
    return _Entry(release.as_of, release.release_id, entry)


def _what_changed(release: ReleaseEntry) -> str:
    if not release.previous_id:
        return _FIRST
    operations = ("added", "removed", "changed")
    counts = {o: sum(c.get(o, 0) for c in release.changes.values()) for o in operations}
    return _SINCE.format(id=release.previous_id, **counts)


def _withdrawal(withdrawal: PublicWithdrawal, publisher: Publisher, host: str) -> _Entry:
    identity = withdrawal.withdrawal_id
    entry = etree.Element(f"{{{_ATOM}}}entry")
    _add(entry, "id", f"tag:{host},2026:withdrawal/{identity}")
    _add(entry, "title", f"سحب | Retrait | Withdrawal {identity}")
    _add(entry, "updated", withdrawal.at)
    _add(entry, "link", rel="alternate", type="application/json", href=f"{publisher.base_url}withdrawals.json")
    _add(entry, "summary", f"{withdrawal.reason_code}: {', '.join(withdrawal.releases) or '-'}")
    return _Entry(withdrawal.at, identity, entry)
