"""The public tree and its one link.

published/store/<release>/ holds immutable releases; published/trees/<n>/ is one version of everything public (index, status, pages, feed, withdrawals,
`latest`, links to the releases); published/current is the link that is switched, atomically, last.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.code import CodeVersion
from ingest.home import Home, swap_folder, write_bytes, write_json
from warehouse.build.builds import Build, candidate
from warehouse.build.draft import load_publisher
from warehouse.build.tables import load_tables
from warehouse.catalogue.inventory import media_type
from warehouse.gate.keys import open_signer
from warehouse.gate.record import RECORD, REQUIRED, SIGNATURE, GateRefused, verify_build
from warehouse.gate.signature import verify_sums, write_public_key
from warehouse.pages.feed import write_feed
from warehouse.pages.render import download_pages

KEPT_TREES = 5
#: Daily releases are kept this long; the last one of each month for ever.
KEPT_DAYS = 90


@dataclass(frozen=True)
class Published:
    """What publishing came to."""

    release_id: str
    folder: Path
    is_new: bool
    """False when nothing had changed: no release was cut, the heartbeat was renewed."""
    rows: dict[str, int]


def current(home: Home) -> Path | None:
    """The public tree that readers see, or None before the first release."""
    link = home.published / "current"
    return link.resolve() if link.exists() else None


def read_index(home: Home) -> dict[str, Any]:
    """The index of the public tree; an empty one before the first release."""
    tree = current(home)
    empty: dict[str, Any] = {
        "format": "infitah-index-2", "latest": None, "checked_at": None, "releases": [], "failed_nights": [], "rollbacks": [], "withdrawals": [],
        "gone_releases": {},
    }  # fmt: skip
    if tree is None:
        return empty
    loaded: dict[str, Any] = json.loads((tree / "index.json").read_text("utf-8"))
    return loaded


def latest_folder(home: Home) -> Path | None:
    """Folder of the latest release, or None."""
    tree = current(home)
    return (tree / "latest").resolve() if tree is not None and (tree / "latest").exists() else None


def next_release_id(home: Home, date: str) -> str:
    """`[sample-]YYYY-MM-DD[.n]`, the next one that was never used, whatever became of it."""
    base = ("" if home.kind == "real" else f"{home.kind}-") + date
    store = home.published / "store"
    index = read_index(home)
    known = {p.name for p in store.glob("*")} if store.exists() else set()
    known |= {r["release_id"] for r in index["releases"]} | set(index["gone_releases"])
    taken = {name.partition("+")[0] for name in known}
    if base not in taken:
        return base
    n = 2
    while f"{base}.{n}" in taken:
        n += 1
    return f"{base}.{n}"


def publish(
    home: Home, code: CodeVersion, build_name: str | None = None, required_file: Path | None = None
) -> Published:
    """Verify a build's gate record and make it the latest release, by one switch; the newest build unless one is named.

    Withdrawals that were cut short are finished first. An unchanged night cuts no release: the heartbeat is renewed.

    Raises:
        GateRefused: the record, a check, a file, the code or the order of releases does not hold; `latest` stays, and the index says why.
        NoBuild: there is nothing to publish.
    """
    from warehouse.release.recut import finish_withdrawals

    finish_withdrawals(home, code)
    build = candidate(home, build_name)
    what = f"publishing build {build.name}"
    if not build.gate.exists():
        raise GateRefused(what, ["it has no gate record: run the gate first"])
    extra = {"required_file": required_file} if required_file else {}
    index = read_index(home)
    try:
        record = verify_build(
            home,
            gate_folder=build.gate,
            files_folder=build.files,
            build_id=build.build_id,
            code=code,
            what=what,
            **extra,
        )
        rows = {t: v["rows"] for t, v in record["tables"].items()}
        stable = {t: v["stable_sha256"] for t, v in record["tables"].items()}
        last = next((r for r in index["releases"] if r["release_id"] == index["latest"]), None)
        if last is not None and last["tables"] == stable:
            index["checked_at"] = record["as_of"]
            switch_tree(home, index)
            return Published(last["release_id"], home.published / "store" / last["release_id"], False, rows)
        release_id = record["release_id"]
        final = home.published / "store" / release_id
        is_stored = final.exists() and _is_same(final, build)
        if final.exists() and not is_stored:
            raise GateRefused(
                what,
                [
                    f"release {release_id} already exists with other content; releases are never overwritten: build again"
                ],
            )
        if record["previous_id"] != index["latest"] and index["latest"] != release_id:
            raise GateRefused(
                what,
                [f"changes: they were made against {record['previous_id'] or 'nothing'}, and the latest release is now {index['latest']}; build again"],
            )  # fmt: skip
        if problem := verify_sums(open_signer(home), build.files / "SHA256SUMS", release_id):
            raise GateRefused(what, [problem])
    except GateRefused as refused:
        note_failed_night(home, build, refused.reasons)
        raise
    if not is_stored:
        store_release(home, build, final)
    index["releases"] = [r for r in index["releases"] if r["release_id"] != release_id]
    index["releases"].append(index_entry(record, final))
    index["latest"] = release_id
    index["checked_at"] = record["as_of"]
    dropped = retire(index, record["as_of"][:10])
    switch_tree(home, index)
    for name in dropped:
        remove_release(home, name)
    return Published(release_id, final, True, rows)


def index_entry(record: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What the index says of a release."""
    return {
        "release_id": record["release_id"], "as_of": record["as_of"], "build_id": record["build_id"], "code_version": record["code_version"],
        "key_name": record["key_name"], "previous_id": record["previous_id"], "changes": record["changes"],
        "rows": {t: v["rows"] for t, v in record["tables"].items()}, "tables": {t: v["stable_sha256"] for t, v in record["tables"].items()},
        "files": [
            {"name": n, "bytes": (folder / n).stat().st_size, "sha256": d, "media_type": media_type(n)} for n, d in record["artefacts"].items()
        ],
    }  # fmt: skip


def _is_same(final: Path, build: Build) -> bool:
    return (final / RECORD).read_bytes() == (build.gate / RECORD).read_bytes()


def store_release(home: Home, build: Build, final: Path) -> None:
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


def retire(index: dict[str, Any], today: str) -> list[str]:
    """Take releases out of the index whose time is over; returns their names. The last of each month, the latest and the one before it stay."""
    oldest = (dt.date.fromisoformat(today) - dt.timedelta(days=KEPT_DAYS)).isoformat()
    last_of_month = {r["as_of"][:7]: r["release_id"] for r in sorted(index["releases"], key=lambda r: r["as_of"])}
    ids = [r["release_id"] for r in index["releases"]]
    keep = {*last_of_month.values(), index["latest"], *ids[-2:]}
    gone = [r for r in index["releases"] if r["as_of"][:10] < oldest and r["release_id"] not in keep]
    for release in gone:
        index["gone_releases"][release["release_id"]] = {"reason_code": "retention", "at": today, "replaced_by": None}
    index["releases"] = [r for r in index["releases"] if r not in gone]
    return [r["release_id"] for r in gone]


def remove_release(home: Home, release_id: str) -> None:
    """Delete a release that no tree names any more, and the trees that did."""
    shutil.rmtree(home.published / "store" / release_id, ignore_errors=True)
    tree = current(home)
    for old in (home.published / "trees").iterdir():
        if tree is not None and old.resolve() != tree:
            shutil.rmtree(old)


def note_failed_night(home: Home, build: Build, reasons: list[str]) -> None:
    """Say in the public index and status that this night was not published, and why; `latest` stays where it was."""
    index = read_index(home)
    failed = {"as_of": build.as_of, "build_id": build.build_id, "reasons": reasons[:20]}
    if failed not in index["failed_nights"]:
        index["failed_nights"].append(failed)
        switch_tree(home, index)


def rollback(home: Home, release_id: str | None, at: str, code: CodeVersion | None = None) -> str:
    """Make an earlier release the latest again: the one named, or the one before the latest.

    Its record is verified against the required checks that it carries; the code may have changed since. A release from before a withdrawal
    does not exist any more: its re-cut does, and is meant when the old name is given.

    Raises:
        GateRefused: no such release, or its record or files do not hold.
    """
    from warehouse.release.recut import finish_withdrawals

    finish_withdrawals(home, code)
    index = read_index(home)
    ids = [r["release_id"] for r in index["releases"]]
    if release_id is None:
        position = ids.index(index["latest"]) if index["latest"] in ids else 0
        if position == 0:
            raise GateRefused("rolling back", ["there is no release before the latest"])
        release_id = ids[position - 1]
    while release_id in index["gone_releases"] and index["gone_releases"][release_id]["replaced_by"]:
        release_id = str(index["gone_releases"][release_id]["replaced_by"])
    folder = home.published / "store" / release_id
    if release_id not in ids:
        raise GateRefused(f"rolling back to {release_id}", [f"no such release; there are: {', '.join(ids) or 'none'}"])
    verify_release(home, folder, release_id)
    index["rollbacks"].append({"from": index["latest"], "to": release_id, "at": at})
    index["latest"] = release_id
    switch_tree(home, index)
    return release_id


def verify_release(home: Home, folder: Path, release_id: str) -> dict[str, Any]:
    """The verified gate record of a stored release, judged by the required list that it carries.

    Raises:
        GateRefused: the record or a file does not hold.
    """
    own = {RECORD, SIGNATURE, REQUIRED}
    view = home.published / f".verify-{release_id}.part"
    shutil.rmtree(view, ignore_errors=True)
    view.mkdir()
    try:
        for path in folder.iterdir():
            if path.name not in own:
                os.link(path, view / path.name)
        record = verify_build(
            home, gate_folder=folder, files_folder=view, build_id=None, code=None, required_file=None,
            what=f"verifying release {release_id}",
        )  # fmt: skip
        if problem := verify_sums(open_signer(home), view / "SHA256SUMS", release_id):
            raise GateRefused(f"verifying release {release_id}", [problem])
        return record
    finally:
        shutil.rmtree(view, ignore_errors=True)


def switch_tree(home: Home, index: dict[str, Any]) -> None:
    """Write a new version of the whole public tree aside and switch the one link to it."""
    trees = home.published / "trees"
    trees.mkdir(parents=True, exist_ok=True)
    number = max((int(p.name) for p in trees.iterdir() if p.name.isdigit()), default=0) + 1
    staged = trees / f".{number}.part"
    shutil.rmtree(staged, ignore_errors=True)
    (staged / "releases").mkdir(parents=True)
    for release in index["releases"]:
        (staged / "releases" / release["release_id"]).symlink_to(f"../../../store/{release['release_id']}")
    for name, gone in index["gone_releases"].items():
        # A tombstone says what is gone, since when and why, without repeating it.
        write_json(staged / "releases" / name / "gone.json", {"release_id": name, **gone})
    if index["latest"]:
        (staged / "latest").symlink_to(f"releases/{index['latest']}")
        write_json(staged / "latest.json", {"release_id": index["latest"], "folder": f"releases/{index['latest']}/"})
    _write_pages(home, index, staged)
    final = trees / str(number)
    swap_folder(staged, final)
    link = home.published / ".current.part"
    link.unlink(missing_ok=True)
    link.symlink_to(f"trees/{number}")
    link.replace(home.published / "current")
    for old in sorted((p for p in trees.iterdir() if p.name.isdigit()), key=lambda p: int(p.name))[:-KEPT_TREES]:
        shutil.rmtree(old)


def _write_pages(home: Home, index: dict[str, Any], staged: Path) -> None:
    publisher = load_publisher(home)
    prefix = "" if home.kind == "real" else f"{home.kind}-"
    status = _status(index)
    block = home.published / "store" / str(index["latest"]) / "schema-org.jsonld"
    json_ld = json.loads(block.read_text("utf-8")) if block.exists() else {}
    write_json(staged / "index.json", index)
    write_json(staged / "status.json", status)
    write_json(
        staged / "withdrawals.json", {"withdrawals": index["withdrawals"], "gone_releases": index["gone_releases"]}
    )
    write_bytes(staged / "feed.atom", write_feed(index, index["withdrawals"], publisher))
    write_public_key(open_signer(home), staged / "minisign.pub")
    pages = download_pages(index, status, load_tables(), publisher, prefix, index["withdrawals"], json_ld)
    for name, data in pages.items():
        write_bytes(staged / name, data)


def _status(index: dict[str, Any]) -> dict[str, Any]:
    """Last night's state in three languages: whether what readers see is last night's, or an earlier night's."""
    failed = index["failed_nights"][-1] if index["failed_nights"] else None
    blocked = failed is not None and (index["checked_at"] is None or failed["as_of"] > index["checked_at"])
    latest = index["latest"]
    return {
        "latest": latest,
        "checked_at": index["checked_at"],
        "is_blocked": blocked,
        "is_last_night_published": not blocked,
        "message": {
            "ar": f"لم تُنشر الليلة الأخيرة لأن فحصا لم ينجح؛ المعروض هو {latest}." if blocked else f"المعروض هو {latest}.",
            "fr": f"La dernière nuit n'a pas été publiée, un contrôle n'a pas tenu ; vous voyez {latest}." if blocked else f"Vous voyez {latest}.",
            "en": f"Last night was not published because a check did not hold; you are seeing {latest}." if blocked else f"You are seeing {latest}.",
        },
    }  # fmt: skip
