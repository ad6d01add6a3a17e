"""The public tree and its one link: its index, its releases, switching, storing, verifying, retiring.

published/store/<release>/ holds immutable releases; published/trees/<n>/ is one version of everything public (index,
status, pages, feed, withdrawals, `latest`, links to the releases); published/current is the link that is switched,
atomically, last. What is published, and when, is decided by `publish`, `rollback` and `recut`.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from pathlib import Path

from expectations.sheets.load import load_tables
from ingest.home import Home, swap_folder, write_bytes
from warehouse.build.builds import Build
from warehouse.build.draft import load_publisher
from warehouse.build.previous import Previous
from warehouse.catalogue.index import (
    FailedNight,
    Gone,
    Index,
    ReleaseEntry,
    empty_index,
    parse_index,
    write_index,
    write_tombstone,
)
from warehouse.catalogue.inventory import ReleaseFile, media_type
from warehouse.gate.record import RECORD, REQUIRED, SIGNATURE, GateRecord, GateRefused
from warehouse.gate.verify import verify_build
from warehouse.pages.download import download_pages
from warehouse.pages.feed import write_feed
from warehouse.signing.keys import open_signer
from warehouse.signing.signature import verify_sums, write_public_key

KEPT_TREES = 5
#: Daily releases are kept this long; the last one of each month for ever.
KEPT_DAYS = 90
#: Reasons of a failed night that the index tells.
_TOLD_REASONS = 20


def current(home: Home) -> Path | None:
    """The public tree that readers see, or None before the first release."""
    link = home.published / "current"
    return link.resolve() if link.exists() else None


def read_index(home: Home) -> Index:
    """The index of the public tree; an empty one before the first release.

    Raises:
        GateRefused: what stands there is no index.
    """
    tree = current(home)
    if tree is None:
        return empty_index()
    try:
        return parse_index((tree / "index.json").read_bytes())
    except (OSError, ValueError) as error:
        reasons = [line.strip() for line in str(error).splitlines()[:_TOLD_REASONS]]
        raise GateRefused(f"reading the public index {tree / 'index.json'}", reasons) from None


def release_folder(home: Home, release_id: str) -> Path:
    """Where a release is stored."""
    return home.published / "store" / release_id


def latest_folder(home: Home) -> Path | None:
    """Folder of the latest release, or None."""
    tree = current(home)
    return (tree / "latest").resolve() if tree is not None and (tree / "latest").exists() else None


def published_before(home: Home) -> Previous:
    """What a build may know of the public tree."""
    index, latest, store = read_index(home), latest_folder(home), home.published / "store"
    stored = {p.name for p in store.glob("*")} if store.exists() else set()
    return Previous(
        release_id=latest.name if latest else None,
        folder=latest,
        rows=tuple(r.rows for r in index.releases),
        used_ids=frozenset(stored | {r.release_id for r in index.releases} | set(index.gone_releases)),
    )


def release_entry(record: GateRecord, folder: Path) -> ReleaseEntry:
    """What the index says of a stored release."""
    return ReleaseEntry(
        release_id=record.release_id,
        as_of=record.as_of,
        build_id=record.build_id,
        code_version=record.code_version,
        key_name=record.key_name,
        previous_id=record.previous_id,
        changes=record.changes,
        rows=record.rows,
        tables=record.stable_digests,
        files=tuple(
            ReleaseFile(name, (folder / name).stat().st_size, digest, media_type(name))
            for name, digest in record.artefacts.items()
        ),
    )


def store_release(build: Build, final: Path) -> None:
    """Copy a verified build into the store, read-only, by one rename."""
    staged = final.with_name(f".{final.name}.part")
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    for path in sorted(build.files.iterdir()):
        shutil.copy(path, staged / path.name)
    for name in (RECORD, SIGNATURE, REQUIRED):
        shutil.copy(build.gate / name, staged / name)
    for path in staged.iterdir():
        with path.open("rb") as handle:
            os.fsync(handle.fileno())
        path.chmod(0o444)
    swap_folder(staged, final)


def verify_release(home: Home, folder: Path, release_id: str) -> GateRecord:
    """The verified gate record of a stored release, judged by the required list that it carries.

    Raises:
        GateRefused: the record or a file does not hold.
    """
    what = f"verifying release {release_id}"
    own = {RECORD, SIGNATURE, REQUIRED}
    view = home.published / f".verify-{release_id}.part"
    shutil.rmtree(view, ignore_errors=True)
    view.mkdir()
    try:
        for path in folder.iterdir():
            if path.name not in own:
                os.link(path, view / path.name)
        record = verify_build(
            home, gate_folder=folder, files_folder=view, build_id=None, code=None, required_file=None, what=what
        )
        if problem := verify_sums(open_signer(home), view / "SHA256SUMS", release_id):
            raise GateRefused(what, [problem])
        return record
    finally:
        shutil.rmtree(view, ignore_errors=True)


def retire(index: Index, today: str) -> tuple[Index, list[str]]:
    """Take releases out of the index whose time is over; returns the index and their names.

    The last of each month, the latest and the one before it stay.
    """
    oldest = (dt.date.fromisoformat(today) - dt.timedelta(days=KEPT_DAYS)).isoformat()
    last_of_month = {r.as_of[:7]: r.release_id for r in sorted(index.releases, key=lambda r: r.as_of)}
    ids = [r.release_id for r in index.releases]
    keep = {*last_of_month.values(), index.latest, *ids[-2:]}
    gone = [r.release_id for r in index.releases if r.as_of[:10] < oldest and r.release_id not in keep]
    tombstones = {name: Gone(reason_code="retention", at=today, replaced_by=None) for name in gone}
    kept = tuple(r for r in index.releases if r.release_id not in tombstones)
    told = {"releases": kept, "gone_releases": {**index.gone_releases, **tombstones}}
    return index.model_copy(update=told), gone


def remove_release(home: Home, release_id: str) -> None:
    """Delete a release that no tree names any more, and the trees that did."""
    shutil.rmtree(release_folder(home, release_id), ignore_errors=True)
    tree = current(home)
    for old in (home.published / "trees").iterdir():
        if tree is not None and old.resolve() != tree:
            shutil.rmtree(old)


def note_failed_night(home: Home, build: Build, reasons: list[str]) -> None:
    """Say in the public index and status that this night was not published, and why; `latest` stays where it was."""
    index = read_index(home)
    failed = FailedNight(as_of=build.as_of, build_id=build.build_id, reasons=tuple(reasons[:_TOLD_REASONS]))
    if failed not in index.failed_nights:
        switch_tree(home, index.model_copy(update={"failed_nights": (*index.failed_nights, failed)}))


def switch_tree(home: Home, index: Index) -> None:
    """Write a new version of the whole public tree aside and switch the one link to it."""
    trees = home.published / "trees"
    trees.mkdir(parents=True, exist_ok=True)
    number = max((int(p.name) for p in trees.iterdir() if p.name.isdigit()), default=0) + 1
    staged = trees / f".{number}.part"
    shutil.rmtree(staged, ignore_errors=True)
    (staged / "releases").mkdir(parents=True)
    for release in index.releases:
        (staged / "releases" / release.release_id).symlink_to(f"../../../store/{release.release_id}")
    for name, gone in index.gone_releases.items():
        write_tombstone(name, gone, staged / "releases" / name)
    if index.latest:
        (staged / "latest").symlink_to(f"releases/{index.latest}")
    write_index(index, staged)
    _write_pages(home, index, staged)
    swap_folder(staged, trees / str(number))
    link = home.published / ".current.part"
    link.unlink(missing_ok=True)
    link.symlink_to(f"trees/{number}")
    link.replace(home.published / "current")
    for old in sorted((p for p in trees.iterdir() if p.name.isdigit()), key=lambda p: int(p.name))[:-KEPT_TREES]:
        shutil.rmtree(old)


def _write_pages(home: Home, index: Index, staged: Path) -> None:
    publisher = load_publisher(home)
    block = release_folder(home, str(index.latest)) / "schema-org.jsonld"
    json_ld = json.loads(block.read_text("utf-8")) if block.exists() else {}
    write_bytes(staged / "feed.atom", write_feed(index, publisher))
    write_public_key(open_signer(home), staged / "minisign.pub")
    for name, data in download_pages(index, load_tables(), publisher, home.prefix, json_ld).items():
        write_bytes(staged / name, data)
