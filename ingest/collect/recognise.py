"""What platform a site runs on, from its home page, and the registry file that would walk it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from ingest.collect.families import families
from ingest.collect.family import Evidence, FrontPage
from ingest.read.documents.decode import decode
from ingest.read.documents.html import Selectors, read_html
from ingest.territory.gazetteer import Gazetteer
from ingest.text.fold import clean, fold_with_offsets
from ingest.text.language import detect_language


@dataclass(frozen=True)
class Recognised:
    """What a page shows of its platform."""

    platform: str
    evidence: Evidence
    title: str | None
    language: str


def recognise(url: str, body: bytes) -> Recognised | None:
    """The first family that finds its marks in the page, in order of rank; None when none does."""
    page = FrontPage(url, body)
    for family in sorted(families().values(), key=lambda f: f.rank):
        if family.recognise is not None and (evidence := family.recognise(page)) is not None:
            title = clean(page.soup.title.get_text(" ")) if page.soup.title else None
            found = detect_language(page.soup.get_text(" ")[:5000])
            return Recognised(family.name, evidence, title, found if found in ("ar", "fr", "en") else "ar")
    return None


def is_app_shell(body: bytes) -> bool:
    """Whether a page is built by JavaScript alone."""
    text, _ = decode(body, None)
    return read_html(text, Selectors(content=("body",))).status == "unreadable"


def propose(url: str, found: Recognised, gazetteer: Gazetteer, *, is_test: bool) -> tuple[str, str]:
    """(source id, registry file as YAML) for a recognised site; what nobody can know yet is left to be filled in."""
    host = urlsplit(url).netloc.lower()
    name = re.sub(r"[^a-z0-9]+", "-", host.removeprefix("www.").split(":")[0]).strip("-")
    source_id = f"{'test' if is_test else 'ma'}-{name}"
    folded = fold_with_offsets(found.title or "")
    named = {m.collectivity_id for m in gazetteer.find(folded.text, folded) if m.collectivity_id}
    entry: dict[str, object] = {
        "id": source_id,
        "names": dict.fromkeys(("ar", "fr", "en"), found.title or host),
        "kind": "council_site",
        **({"collectivity": next(iter(named))} if len(named) == 1 else {}),
        "hosts": [{"host": host, "status": "test" if is_test else "unverified"}],
        "platform": found.platform,
        "languages": [found.language],
        "entry_points": [url],
        **_walk_of(found.evidence),
        "licence": {"code": "law-31-13-art-6", "quote_basis": "law_31_13_art_6", "note": "No licence looked for yet."},
        "expectations": {"min_documents": max(1, found.evidence.item_count // 2)},
    }
    lines = [
        f"# Proposed from one look at {url}: {found.evidence.words}.",
        "# Check the names and the collectivity; a person confirms the host (status: verified) before it is crawled.",
    ]
    if note := families()[found.platform].proposal_note:
        lines.append(f"# {note}")
    if "collectivity" not in entry:
        lines.append(
            "# collectivity: not recognised from the title; "
            'infitah sql "select collectivity_id, name_fr from collectivities"'
        )
    return source_id, "\n".join(lines) + "\n" + yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=110)


def _walk_of(evidence: Evidence) -> dict[str, object]:
    """The `walk` of a registry file, as far as one page tells it."""
    if evidence.listing is not None:
        listing = evidence.listing.model_dump(exclude_none=True, exclude_defaults=True)
        return {"walk": {"listings": [listing]}}
    return {"walk": {"enumeration": {"url": evidence.enumeration}}} if evidence.enumeration else {}
