"""The public tree and its one link.

published/store/<release>/ holds immutable releases; published/trees/<n>/ is one version of everything public (index,
status, `latest`, links to the releases); published/current is the link that is switched, atomically, last.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.home import Home, swap_folder, write_json
from ingest.version import CodeVersion
from warehouse.builds import Build, candidate
from warehouse.gate import RECORD, REQUIRED, SIGNATURE, GateRefused, verify_build

KEPT_TREES = 5


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
    tree = current(home)
    if tree is None:
        return {
            "format": "infitah-index-1",
            "latest": None,
            "checked_at": None,
            "releases": [],
            "failed_nights": [],
            "rollbacks": [],
        }
    loaded: dict[str, Any] = json.loads((tree / "index.json").read_text("utf-8"))
    return loaded


def latest_folder(home: Home) -> Path | None:
    """Folder of the latest release, or None."""
    tree = current(home)
    return (tree / "latest").resolve() if tree is not None and (tree / "latest").exists() else None


def next_release_id(home: Home, as_of_date: str) -> str:
    """`[sample-]YYYY-MM-DD[.n]`, the next one that the store does not hold."""
    base = ("" if home.kind == "real" else f"{home.kind}-") + as_of_date
    taken = {p.name for p in (home.published / "store").glob("*")} if (home.published / "store").exists() else set()
    if base not in taken:
        return base
    n = 2
    while f"{base}.{n}" in taken:
        n += 1
    return f"{base}.{n}"


def publish(
    home: Home, code: CodeVersion, build_name: str | None = None, required_file: Path | None = None
) -> Published:
    """Verify the candidate build's gate record and make it the latest release; every path to publication ends here.

    Args:
        build_name: a build to publish instead of the candidate.
        required_file: the reviewed list of required checks; the project's own when None.

    Raises:
        GateRefused: the record does not hold; the public tree then only gains the failed night.
    """
    build = candidate(home, build_name)
    what = f"publishing build {build.name}"
    if not build.gate.exists():
        raise GateRefused(what, ["it has no gate record: run the gate first"])
    extra = {"required_file": required_file} if required_file else {}
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
    except GateRefused as refused:
        note_failed_night(home, build, refused.reasons)
        raise
    index = read_index(home)
    rows = {t: v["rows"] for t, v in record["tables"].items()}
    stable = {t: v["stable_sha256"] for t, v in record["tables"].items()}
    last = next((r for r in index["releases"] if r["release_id"] == index["latest"]), None)
    if last is not None and last["tables"] == stable:
        index["checked_at"] = record["as_of"]
        _switch(home, index)
        return Published(last["release_id"], home.published / "store" / last["release_id"], False, rows)
    release_id = record["release_id"]
    final = home.published / "store" / release_id
    if final.exists() and not _is_same(final, build):
        raise GateRefused(
            what,
            [f"release {release_id} already exists with other content; releases are never overwritten: build again"],
        )
    if not final.exists():
        _store(home, build, final)
    index["releases"] = [r for r in index["releases"] if r["release_id"] != release_id]
    index["releases"].append(
        {"release_id": release_id, "as_of": record["as_of"], "build_id": record["build_id"], "code_version": record["code_version"],
         "key_name": record["key_name"], "rows": rows, "tables": stable, "files": record["artefacts"]}
    )  # fmt: skip
    index["latest"] = release_id
    index["checked_at"] = record["as_of"]
    _switch(home, index)
    return Published(release_id, final, True, rows)


def _is_same(final: Path, build: Build) -> bool:
    return (final / RECORD).read_bytes() == (build.gate / RECORD).read_bytes()


def _store(home: Home, build: Build, final: Path) -> None:
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


def note_failed_night(home: Home, build: Build, reasons: list[str]) -> None:
    """Say in the public index and status that this night was not published, and why; `latest` stays where it was."""
    index = read_index(home)
    failed = {"as_of": build.as_of, "build_id": build.build_id, "reasons": reasons[:20]}
    if failed not in index["failed_nights"]:
        index["failed_nights"].append(failed)
        _switch(home, index)


def rollback(home: Home, release_id: str | None, at: str) -> str:
    """Make an earlier release the latest again: the one named, or the one before the latest.

    Its record is verified against the required checks that it carries; the code may have changed since.

    Raises:
        GateRefused: no such release, or its record or files do not hold.
    """
    index = read_index(home)
    ids = [r["release_id"] for r in index["releases"]]
    if release_id is None:
        position = ids.index(index["latest"]) if index["latest"] in ids else 0
        if position == 0:
            raise GateRefused("rolling back", ["there is no release before the latest"])
        release_id = ids[position - 1]
    folder = home.published / "store" / release_id
    if release_id not in ids:
        raise GateRefused(f"rolling back to {release_id}", [f"no such release; there are: {', '.join(ids) or 'none'}"])
    verify_release(home, folder, release_id)
    index["rollbacks"].append({"from": index["latest"], "to": release_id, "at": at})
    index["latest"] = release_id
    _switch(home, index)
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
        return verify_build(
            home, gate_folder=folder, files_folder=view, build_id=None, code=None, required_file=None,
            what=f"rolling back to {release_id}",
        )  # fmt: skip
    finally:
        shutil.rmtree(view, ignore_errors=True)


def _switch(home: Home, index: dict[str, Any]) -> None:
    """Write a new version of the whole public tree aside and switch the one link to it."""
    trees = home.published / "trees"
    trees.mkdir(parents=True, exist_ok=True)
    number = max((int(p.name) for p in trees.iterdir() if p.name.isdigit()), default=0) + 1
    staged = trees / f".{number}.part"
    shutil.rmtree(staged, ignore_errors=True)
    (staged / "releases").mkdir(parents=True)
    for release in index["releases"]:
        (staged / "releases" / release["release_id"]).symlink_to(f"../../../store/{release['release_id']}")
    if index["latest"]:
        (staged / "latest").symlink_to(f"releases/{index['latest']}")
    write_json(staged / "index.json", index)
    write_json(staged / "status.json", _status(index))
    final = trees / str(number)
    swap_folder(staged, final)
    link = home.published / ".current.part"
    link.unlink(missing_ok=True)
    link.symlink_to(f"trees/{number}")
    link.replace(home.published / "current")
    for old in sorted((p for p in trees.iterdir() if p.name.isdigit()), key=lambda p: int(p.name))[:-KEPT_TREES]:
        shutil.rmtree(old)


def _status(index: dict[str, Any]) -> dict[str, Any]:
    """Last night's state in three languages: whether what readers see is last night's, or an earlier night's."""
    failed = index["failed_nights"][-1] if index["failed_nights"] else None
    blocked = failed is not None and (index["checked_at"] is None or failed["as_of"] > index["checked_at"])
    latest = index["latest"]
    return {
        "latest": latest,
        "checked_at": index["checked_at"],
        "is_last_night_published": not blocked,
        "message": {
            "ar": f"لم تُنشر الليلة الأخيرة لأن فحصا لم ينجح؛ المعروض هو {latest}." if blocked else f"المعروض هو {latest}.",
            "fr": f"La dernière nuit n'a pas été publiée, un contrôle n'a pas réussi ; vous voyez {latest}." if blocked else f"Vous voyez {latest}.",
            "en": f"Last night was not published because a check did not hold; you are seeing {latest}." if blocked else f"You are seeing {latest}.",
        },
    }  # fmt: skip
