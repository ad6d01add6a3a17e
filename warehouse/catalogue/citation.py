"""`CITATION.cff` of the release, and the sentences that readers copy."""

from __future__ import annotations

import yaml

from ingest.home import write_bytes
from warehouse.build.draft import Draft, Publisher
from warehouse.catalogue.inventory import description, title


def write_citation(draft: Draft) -> None:
    """Citation File Format 1.2.0, type dataset."""
    data = {
        "cff-version": "1.2.0",
        "message": "Cite the release that you used.",
        "type": "dataset",
        "title": title(draft, "en"),
        "abstract": description(draft, "en"),
        "version": draft.release_id,
        "date-released": draft.date,
        "license": "CC-BY-4.0",
        "url": draft.url(),
        "authors": [{"name": draft.publisher.name_en}],
        "identifiers": [{"type": "url", "value": draft.url(), "description": "This release"}],
    }
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    write_bytes(draft.folder / "CITATION.cff", text.encode())


def cite(publisher: Publisher, release_id: str, date: str, language: str) -> str:
    """The citation to copy, in the reader's language."""
    who, url = publisher.name(language), publisher.release_url(release_id)
    return {
        "ar": f"{who}، الإصدار {release_id} ({date})، {url}، الرخصة CC BY 4.0.",
        "fr": f"{who}, version {release_id} ({date}), {url}, licence CC BY 4.0.",
        "en": f"{who}, release {release_id} ({date}), {url}, licence CC BY 4.0.",
    }[language]
