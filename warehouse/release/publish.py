"""Publishing a build: its gate record is verified, then it becomes the latest release, by one switch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from expectations.required import REQUIRED_FILE
from expectations.sheets.load import load_tables
from ingest.code import CodeVersion
from ingest.home import Home
from warehouse.build.builds import Build, candidate
from warehouse.catalogue.index import Index, ReleaseEntry
from warehouse.gate.record import RECORD, GateRecord, GateRefused
from warehouse.gate.verify import verify_build
from warehouse.release.recut import finish_withdrawals
from warehouse.release.tree import (
    note_failed_night,
    read_index,
    release_entry,
    release_folder,
    remove_release,
    retire,
    store_release,
    switch_tree,
)
from warehouse.signing.keys import open_signer
from warehouse.signing.signature import verify_sums


@dataclass(frozen=True)
class Published:
    """What publishing came to."""

    release_id: str
    folder: Path
    is_new: bool
    """False when nothing had changed: no release was cut, the heartbeat was renewed."""


def publish(
    home: Home, code: CodeVersion, build_name: str | None = None, required_file: Path = REQUIRED_FILE
) -> Published:
    """Make a build the latest release; the newest build unless one is named.

    Withdrawals that were cut short are finished first. A night without news cuts no release: the heartbeat is renewed.

    Raises:
        GateRefused: the record, a check, a file, the code or the order of releases does not hold; `latest` stays, and
            the index says why.
        NoBuild: there is nothing to publish.
    """
    finish_withdrawals(home, code)
    build = candidate(home, build_name)
    what = f"publishing build {build.name}"
    if not build.gate.exists():
        raise GateRefused(what, ["it has no gate record: run the gate first"])
    index = read_index(home)
    try:
        record = verify_build(
            home,
            gate_folder=build.gate,
            files_folder=build.files,
            build_id=build.build_id,
            code=code,
            required_file=required_file,
            what=what,
        )
        last = index.latest_entry
        if last is not None and not has_news(last, record):
            switch_tree(home, index.model_copy(update={"checked_at": record.as_of}))
            return Published(last.release_id, release_folder(home, last.release_id), False)
        _refuse_out_of_place(home, build, record, index, what)
    except GateRefused as refused:
        note_failed_night(home, build, refused.reasons)
        raise
    return _cut(home, build, record, index)


def has_news(last: ReleaseEntry, record: GateRecord) -> bool:
    """Whether a build says anything that the latest release does not say.

    Tables that tell of the night itself are no news: they are other ones every night.
    """
    of_the_night = {t.name for t in load_tables().values() if t.tells_of_the_night}
    told, before = record.stable_digests, last.tables
    return any(told.get(t) != before.get(t) for t in (told.keys() | before.keys()) - of_the_night)


def _refuse_out_of_place(home: Home, build: Build, record: GateRecord, index: Index, what: str) -> None:
    """Refuse a build whose name is taken by another release, or that follows another release than the latest.

    Raises:
        GateRefused: with the reason; also when its list of sums is not signed for this release.
    """
    release_id = record.release_id
    if release_folder(home, release_id).exists() and not _is_stored(home, build, release_id):
        reason = f"release {release_id} already exists with other content; releases are never overwritten: build again"
        raise GateRefused(what, [reason])
    if record.previous_id != index.latest and index.latest != release_id:
        against = record.previous_id or "nothing"
        reason = f"changes: they were made against {against}, and the latest release is now {index.latest}; build again"
        raise GateRefused(what, [reason])
    if problem := verify_sums(open_signer(home), build.files / "SHA256SUMS", release_id):
        raise GateRefused(what, [problem])


def _is_stored(home: Home, build: Build, release_id: str) -> bool:
    """Whether this very build is in the store: it was, when publishing was cut short."""
    stored = release_folder(home, release_id) / RECORD
    return stored.exists() and stored.read_bytes() == (build.gate / RECORD).read_bytes()


def _cut(home: Home, build: Build, record: GateRecord, index: Index) -> Published:
    """Store the build, name it the latest, take away what is kept no longer."""
    release_id = record.release_id
    final = release_folder(home, release_id)
    if not _is_stored(home, build, release_id):
        store_release(build, final)
    others = (r for r in index.releases if r.release_id != release_id)
    grown = index.model_copy(
        update={
            "releases": (*others, release_entry(record, final)),
            "latest": release_id,
            "checked_at": record.as_of,
        }
    )
    kept, dropped = retire(grown, record.as_of[:10])
    switch_tree(home, kept)
    for name in dropped:
        remove_release(home, name)
    return Published(release_id, final, True)
