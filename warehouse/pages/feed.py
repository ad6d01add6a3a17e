"""`feed.atom` (RFC 4287): an entry per release with what changed, and one per withdrawal; the newest first."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from lxml import etree

from warehouse.build.draft import Publisher
from warehouse.catalogue.inventory import TITLE

_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 60


def write_feed(index: dict[str, Any], withdrawals: list[dict[str, Any]], publisher: Publisher) -> bytes:
    """The feed as bytes. Ids are tag addresses (RFC 4151) that never change."""
    host = publisher.base_url.split("/")[2].split(":")[0]
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    entries = [_release(r, publisher, host) for r in index["releases"]]
    entries += [_withdrawal(w, publisher, host) for w in withdrawals]
    entries.sort(key=lambda e: (e[0], e[1]), reverse=True)
    updated = entries[0][0] if entries else "1970-01-01T00:00:00Z"
    _add(feed, "id", f"tag:{host},2026:feed")
    _add(feed, "title", f"{TITLE['ar']} | {TITLE['fr']} | {TITLE['en']}")
    _add(feed, "updated", updated)
    _add(_add(feed, "author"), "name", publisher.name_en)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{publisher.base_url}feed.atom")
    _add(feed, "link", rel="alternate", type="text/html", href=publisher.base_url)
    for _, _, entry in entries[:_ENTRIES]:
        feed.append(entry)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child


def _release(release: dict[str, Any], publisher: Publisher, host: str) -> tuple[str, str, Any]:
    identity = release["release_id"]
    folder = publisher.release_url(quote(identity))
    entry = etree.Element(f"{{{_ATOM}}}entry")
    _add(entry, "id", f"tag:{host},2026:release/{identity}")
    _add(entry, "title", f"Infitah {identity}")
    _add(entry, "updated", release["as_of"])
    _add(entry, "link", rel="alternate", type="text/markdown", href=f"{folder}README.en.md")
    for file in release["files"]:
        if file["name"].endswith((".duckdb", ".xlsx")):
            _add(
                entry, "link", rel="enclosure", type=file["media_type"], length=str(file["bytes"]), href=folder + quote(file["name"])
            )  # fmt: skip
    changes = release.get("changes") or {}
    counts = {k: sum(c.get(k, 0) for c in changes.values()) for k in ("added", "removed", "changed")}
    if release.get("previous_id"):
        told = (
            f"منذ {release['previous_id']}: {counts['added']} صفوف أضيفت، {counts['removed']} حذفت، {counts['changed']} خانات تغيرت. | "
            f"Depuis {release['previous_id']} : {counts['added']} lignes ajoutées, {counts['removed']} retirées, {counts['changed']} cellules changées. | "
            f"Since {release['previous_id']}: {counts['added']} rows added, {counts['removed']} removed, {counts['changed']} cells changed."
        )
    else:
        told = "أول إصدار. | Première version. | First release."
    _add(entry, "summary", told)
    return release["as_of"], identity, entry


def _withdrawal(withdrawal: dict[str, Any], publisher: Publisher, host: str) -> tuple[str, str, Any]:
    identity = withdrawal["withdrawal_id"]
    entry = etree.Element(f"{{{_ATOM}}}entry")
    _add(entry, "id", f"tag:{host},2026:withdrawal/{identity}")
    _add(entry, "title", f"سحب | Retrait | Withdrawal {identity}")
    _add(entry, "updated", withdrawal["at"])
    _add(entry, "link", rel="alternate", type="application/json", href=f"{publisher.base_url}withdrawals.json")
    _add(entry, "summary", f"{withdrawal['reason_code']}: {', '.join(withdrawal.get('releases', [])) or '-'}")
    return withdrawal["at"], identity, entry
