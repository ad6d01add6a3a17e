"""What every description needs to know of a release's files: names, sizes, hashes, media types."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from warehouse.build.draft import Draft

#: Ending → media type.
MEDIA_TYPES = {
    ".spreadsheet.csv": "text/csv",
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".ndjson": "application/x-ndjson",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".duckdb": "application/vnd.duckdb",
    ".graphml": "application/graphml+xml",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle",
    ".md": "text/markdown",
    ".html": "text/html",
    ".cff": "text/yaml",
    ".atom": "application/atom+xml",
    ".minisig": "text/plain",
    ".pub": "text/plain",
    ".sig": "text/plain",
}
LICENCES = {
    "CC-BY-4.0": {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
}
TITLE = {
    "ar": "انفتاح: معطيات مفتوحة عن الجماعات الترابية المنفتحة بالمغرب",
    "fr": "Infitah : données ouvertes sur les collectivités territoriales ouvertes du Maroc",
    "en": "Infitah: open data on Morocco's open local governments",
}
DESCRIPTION = {
    "ar": "ما تنشره مجالس الجهات والعمالات والأقاليم والجماعات وما تلتزم به في خطط الانفتاح، كما تذكره المصادر، "
    "ولكل صف مصدره وتاريخ التقاطه وموضعه.",
    "fr": "Ce que publient les conseils des régions, provinces, préfectures et communes et ce qu'ils promettent dans "
    "leurs plans d'ouverture, tel que les "
    "sources l'énoncent ; chaque ligne porte sa source, sa date de capture et sa position.",
    "en": "What regional, provincial and communal councils publish and promise in their open-government plans, as "
    "sources state it; every row "
    "carries its source, capture time and position.",
}
SAMPLE = {
    "ar": "عينة: جماعات خيالية ومعطيات للتجربة، لا يُستشهد بها.",
    "fr": "ÉCHANTILLON : collectivités fictives et données d'essai, à ne pas citer.",
    "en": "SAMPLE: fictitious collectivities and data for trying out; not to be cited.",
}
QUOTES = {
    "ar": "المقتطفات من الهيئات العمومية تستند إلى المادة 6 من القانون 31.13 مع ذكر المصدر والتاريخ.",
    "fr": "Les citations des organismes publics reposent sur l'article 6 de la loi 31-13, avec mention de la source et "
    "de la date.",
    "en": "Quotations of public bodies rest on article 6 of law 31-13, with source and date.",
}


@dataclass(frozen=True)
class ReleaseFile:
    """One file of a release."""

    name: str
    bytes: int
    sha256: str
    media_type: str


def media_type(name: str) -> str:
    """Media type of a file by its ending; plain text where nothing better is known."""
    return next((t for ending, t in MEDIA_TYPES.items() if name.endswith(ending)), "text/plain")


def file_digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def describe_files(draft: Draft) -> dict[str, ReleaseFile]:
    """Every file in the draft's folder, by name."""
    return {
        path.name: ReleaseFile(path.name, path.stat().st_size, file_digest(path), media_type(path.name))
        for path in sorted(draft.folder.iterdir())
    }


def title(draft: Draft, language: str) -> str:
    return TITLE[language] + (f" ({draft.prefix.strip('-').upper()})" if draft.prefix else "")


def description(draft: Draft, language: str) -> str:
    return (SAMPLE[language] + " " if draft.prefix else "") + DESCRIPTION[language]
