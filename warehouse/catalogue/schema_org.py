"""`schema-org.jsonld`: the release as a schema.org Dataset, for search engines; the page carries the same block."""

from __future__ import annotations

import json

from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.inventory import LICENCES, ReleaseFile, description, title
from warehouse.catalogue.json_ld import JsonLd


def schema_org(draft: Draft, files: dict[str, ReleaseFile], language: str = "en") -> JsonLd:
    """The block in one language; search engines prefer one per page."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{draft.publisher.base_url}#dataset",
        "name": title(draft, language),
        "description": description(draft, language),
        "inLanguage": ["ar", "fr", "en"],
        "url": draft.publisher.base_url,
        "identifier": draft.release_id,
        "version": draft.release_id,
        "license": LICENCES["CC-BY-4.0"]["path"],
        "isAccessibleForFree": True,
        "dateModified": draft.as_of,
        "spatialCoverage": {"@type": "Place", "name": "Morocco"},
        "keywords": ["open government", "local government", "Morocco", "شفافية", "collectivités territoriales"],
        "creator": {"@type": "Organization", "name": draft.publisher.name(language), "url": draft.publisher.base_url},
        "variableMeasured": [t.label[language] for t in draft.tables.values()],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f.name,
                "contentUrl": draft.url(f.name),
                "encodingFormat": f.media_type,
                "contentSize": f"{f.bytes} B",
                "sha256": f.sha256,
                "dateModified": draft.as_of,
            }
            for f in files.values()
            if f.name.endswith((".csv", ".parquet", ".ndjson", ".xlsx", ".duckdb", ".graphml"))
        ],
    }


def write_schema_org(draft: Draft, files: dict[str, ReleaseFile]) -> None:
    text = json.dumps(schema_org(draft, files), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(draft.folder / "schema-org.jsonld", text.encode())
