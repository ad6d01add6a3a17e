"""What the files of one release are rendered from, and who publishes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from expectations.sheets.model import Table
from ingest.home import Home
from warehouse.build.builds import Build
from warehouse.build.previous import Previous


@dataclass(frozen=True)
class Publisher:
    """Who publishes a home's releases: `<home>/publisher.yml` (keys as here), else names that say that nobody does."""

    name_ar: str = "انفتاح"
    name_fr: str = "Infitah"
    name_en: str = "Infitah"
    contact_email: str | None = None
    """Where corrections and withdrawals are asked for."""
    base_url: str = "https://infitah.example/"
    """Address under which the public tree is served; ends with a slash. The default cannot exist (RFC 2606)."""

    def release_url(self, release_id: str) -> str:
        """The permanent address of a release."""
        return f"{self.base_url}releases/{release_id}/"

    def name(self, language: str) -> str:
        return {"ar": self.name_ar, "fr": self.name_fr, "en": self.name_en}[language]


class PublisherError(Exception):
    """publisher.yml cannot be used; the message says why."""


def load_publisher(home: Home) -> Publisher:
    """The publisher of a home.

    Raises:
        PublisherError: an unknown key, or a base address that is no http(s) address.
    """
    path = home.root / "publisher.yml"
    data = yaml.safe_load(path.read_text("utf-8")) or {} if path.exists() else {}
    known = Publisher.__dataclass_fields__.keys()
    if unknown := sorted(set(data) - set(known)):
        raise PublisherError(f"reading {path}: unknown key {', '.join(unknown)}; there are {', '.join(known)}")
    publisher = Publisher(**data)
    if not publisher.base_url.startswith(("http://", "https://")):
        raise PublisherError(f"reading {path}: base_url {publisher.base_url!r} is no http(s) address")
    return (
        publisher if publisher.base_url.endswith("/") else Publisher(**{**data, "base_url": publisher.base_url + "/"})
    )


@dataclass(frozen=True)
class Draft:
    """A release in the making: tables in a build's database, and the folder its files go to."""

    folder: Path
    database: Path
    """The build's DuckDB file; published tables are in schema `marts`."""
    prefix: str
    """'sample-' or 'test-' outside real homes, else empty."""
    release_id: str
    as_of: str
    tables: dict[str, Table]
    publisher: Publisher
    previous_id: str | None = None
    """The latest release at the time, which `changes` compares with."""
    previous: Path | None = None
    """Its folder; None when it is not kept any more."""

    def path(self, table: str, ending: str) -> Path:
        return self.folder / f"{self.prefix}{table}{ending}"

    @property
    def date(self) -> str:
        return self.as_of[:10]

    def url(self, name: str = "") -> str:
        """The permanent address of a file of this release."""
        return self.publisher.release_url(self.release_id) + name


def make_draft(home: Home, build: Build, tables: dict[str, Table], previous: Previous) -> Draft:
    """The release in the making, compared with what was published before it."""
    return Draft(
        folder=build.files,
        database=build.database,
        prefix=home.prefix,
        release_id=build.release_id,
        as_of=build.as_of,
        tables=tables,
        publisher=load_publisher(home),
        previous_id=previous.release_id,
        previous=previous.folder,
    )
