"""What the public index and status say, as types; read and written here alone.

`index.json` names every release with its files, and what became of the nights that made none; `status.json` says in
three languages whether what readers see is last night's. `warehouse.release` decides what they say.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ingest.home import write_json
from warehouse.catalogue.inventory import ReleaseFile


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReleaseEntry(_Entry):
    """One release that is kept."""

    release_id: str
    as_of: str
    build_id: str
    code_version: str
    key_name: str
    previous_id: str | None
    changes: dict[str, dict[str, int]]
    """Table → operation → rows or cells that differ from the previous release."""
    rows: dict[str, int]
    tables: dict[str, str]
    """Table → digest of what makes a new release when it changes."""
    files: tuple[ReleaseFile, ...]


class FailedNight(_Entry):
    """A night that was not published, and why."""

    as_of: str
    build_id: str
    reasons: tuple[str, ...]


class Rollback(_Entry):
    """A move of `latest` to an earlier release."""

    from_id: str | None = Field(alias="from")
    to_id: str = Field(alias="to")
    at: str


class PublicWithdrawal(_Entry):
    """What may be told of a withdrawal."""

    withdrawal_id: str
    at: str
    reason_code: str
    releases: tuple[str, ...]
    """Releases that were cut again."""


class Gone(_Entry):
    """The tombstone of a release: since when and why it is not there, and what replaces it."""

    reason_code: str
    at: str
    replaced_by: str | None


class Index(_Entry):
    """The public index: every release that is kept, oldest first."""

    format: Literal["infitah-index-2"]
    latest: str | None
    checked_at: str | None
    """The last night that was looked at and held, whether or not it cut a release."""
    releases: tuple[ReleaseEntry, ...]
    failed_nights: tuple[FailedNight, ...]
    rollbacks: tuple[Rollback, ...]
    withdrawals: tuple[PublicWithdrawal, ...]
    gone_releases: dict[str, Gone]

    @property
    def latest_entry(self) -> ReleaseEntry | None:
        return self.entry(self.latest)

    def entry(self, release_id: str | None) -> ReleaseEntry | None:
        """The entry of a release, or None where it is not kept."""
        return next((r for r in self.releases if r.release_id == release_id), None)


class Status(_Entry):
    """Last night's state."""

    latest: str | None
    checked_at: str | None
    is_blocked: bool
    is_last_night_published: bool
    message: dict[str, str]


def empty_index() -> Index:
    """The index before the first release."""
    return Index(
        format="infitah-index-2",
        latest=None,
        checked_at=None,
        releases=(),
        failed_nights=(),
        rollbacks=(),
        withdrawals=(),
        gone_releases={},
    )


def parse_index(data: bytes) -> Index:
    """An index from its JSON.

    Raises:
        ValueError: it is not an index.
    """
    return Index.model_validate_json(data)


def write_index(index: Index, folder: Path) -> None:
    """`index.json`, and `status.json`, `latest.json` and `withdrawals.json`, which repeat parts of it."""
    whole = _json(index)
    write_json(folder / "index.json", whole)
    write_json(folder / "status.json", _json(status_of(index)))
    withdrawn = {k: whole[k] for k in ("withdrawals", "gone_releases")}
    write_json(folder / "withdrawals.json", withdrawn)
    if index.latest:
        latest = {"release_id": index.latest, "folder": f"releases/{index.latest}/"}
        write_json(folder / "latest.json", latest)


def write_tombstone(release_id: str, gone: Gone, folder: Path) -> None:
    """`gone.json` in the folder of a release: what is gone, since when and why, without repeating it."""
    write_json(folder / "gone.json", {"release_id": release_id, **_json(gone)})


def read_tombstone(folder: Path) -> bytes | None:
    """`gone.json` in the folder of a release, as it stands; None where the release is kept."""
    path = folder / "gone.json"
    return path.read_bytes() if path.exists() else None


def status_of(index: Index) -> Status:
    """Last night's state in three languages: whether what readers see is last night's, or an earlier night's."""
    failed = index.failed_nights[-1] if index.failed_nights else None
    blocked = failed is not None and (index.checked_at is None or failed.as_of > index.checked_at)
    latest = index.latest
    shown = {"ar": f"المعروض هو {latest}.", "fr": f"Vous voyez {latest}.", "en": f"You are seeing {latest}."}
    earlier = {
        "ar": f"لم تُنشر الليلة الأخيرة لأن فحصا لم ينجح؛ المعروض هو {latest}.",
        "fr": f"La dernière nuit n'a pas été publiée, un contrôle n'a pas tenu ; vous voyez {latest}.",
        "en": f"Last night was not published because a check did not hold; you are seeing {latest}.",
    }
    return Status(
        latest=latest,
        checked_at=index.checked_at,
        is_blocked=blocked,
        is_last_night_published=not blocked,
        message=earlier if blocked else shown,
    )


def _json(entry: _Entry) -> dict[str, object]:
    return entry.model_dump(mode="json", by_alias=True)
