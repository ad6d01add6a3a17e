"""Bringing the public tree to where it is served: a folder, or a bucket of an S3-compatible store.

Releases go first, each file verified after it was written; then pages, feed and status; the index last, so that a
reader who follows it finds what it names. Releases that are gone are removed and leave their tombstone. Cut short
anywhere, the target shows what it showed before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ingest.home import Home, write_bytes
from warehouse.catalogue.inventory import file_digest, media_type
from warehouse.release.tree import current, read_index

Progress = Callable[[str, int, int], None]
#: Written after everything else, in this order.
_LAST = ("latest.json", "index.json")


class DeployError(Exception):
    """The target does not hold what was sent, or cannot be written; the message says what to do."""


@dataclass(frozen=True)
class Deployed:
    """What was done."""

    uploaded: int
    kept: int
    removed: int
    latest: str


class Target(Protocol):
    """Where files go: names are paths below the public root."""

    def sizes(self) -> dict[str, int]:
        """Name → size of what is there."""

    def put(self, name: str, path: Path, *, is_immutable: bool) -> None:
        """Write one file."""

    def digest(self, name: str) -> str:
        """SHA-256 of what is there, read back."""

    def remove(self, name: str) -> None:
        """Delete one file."""


class FolderTarget:
    """A folder, local or mounted."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def sizes(self) -> dict[str, int]:
        return {str(p.relative_to(self._root)): p.stat().st_size for p in self._root.rglob("*") if p.is_file()}

    def put(self, name: str, path: Path, *, is_immutable: bool) -> None:
        target = self._root / name
        if target.parent.is_file():
            target.parent.unlink()
        write_bytes(target, path.read_bytes())

    def digest(self, name: str) -> str:
        return file_digest(self._root / name)

    def remove(self, name: str) -> None:
        (self._root / name).unlink()


class S3Target:
    """A bucket and prefix; credentials, region and AWS_ENDPOINT_URL as boto3 finds them."""

    def __init__(self, address: str) -> None:
        try:
            import boto3
        except ImportError:
            raise DeployError(
                f"publishing to {address}: boto3 is not installed. Install it with: pip install 'infitah[s3]'"
            ) from None
        self._bucket, _, prefix = address.removeprefix("s3://").partition("/")
        self._prefix = prefix.strip("/") + "/" if prefix.strip("/") else ""
        self._client: Any = boto3.client("s3")

    def sizes(self) -> dict[str, int]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        return {o["Key"].removeprefix(self._prefix): o["Size"] for page in pages for o in page.get("Contents", [])}

    def put(self, name: str, path: Path, *, is_immutable: bool) -> None:
        cache = "public, max-age=31536000, immutable" if is_immutable else "public, max-age=0, must-revalidate"
        extra = {"ContentType": media_type(name), "CacheControl": cache}
        self._client.upload_file(str(path), self._bucket, self._prefix + name, ExtraArgs=extra)

    def digest(self, name: str) -> str:
        body = self._client.get_object(Bucket=self._bucket, Key=self._prefix + name)["Body"]
        digest = hashlib.sha256()
        for piece in iter(lambda: body.read(1 << 20), b""):
            digest.update(piece)
        return digest.hexdigest()

    def remove(self, name: str) -> None:
        self._client.delete_object(Bucket=self._bucket, Key=self._prefix + name)


def open_target(address: str) -> Target:
    """The target of an address: `s3://bucket/prefix`, or a folder."""
    return S3Target(address) if address.startswith("s3://") else FolderTarget(Path(address))


def deploy(home: Home, address: str, progress: Progress | None = None, target: Target | None = None) -> Deployed:
    """Copy the public tree of a home to a target; what is there already is not sent again.

    Raises:
        DeployError: nothing is published, or a file read back is not the one that was sent.
    """
    say = progress or (lambda what, done, total: None)
    tree = current(home)
    index = read_index(home)
    if tree is None or index.latest is None:
        raise DeployError(
            f"publishing to {address}: nothing is published in {home.root} yet; make a release with: infitah run"
        )
    where = target or open_target(address)
    try:
        there = where.sizes()
        wanted = dict(_files(tree))
        releases = {n: p for n, p in wanted.items() if n.startswith("releases/")}
        rest = {n: p for n, p in wanted.items() if n not in releases}
        uploaded = kept = 0
        for i, (name, path) in enumerate(sorted(releases.items())):
            say(name, i, len(wanted))
            if there.get(name) == path.stat().st_size:
                kept += 1
                continue
            _send(where, name, path, is_immutable=not name.endswith("/gone.json"))
            uploaded += 1
        ordered = sorted(rest, key=lambda n: (_LAST.index(n) if n in _LAST else -1, n))
        for i, name in enumerate(ordered, start=len(releases)):
            say(name, i, len(wanted))
            _send(where, name, rest[name], is_immutable=False)
            uploaded += 1
        gone = [n for n in there if n not in wanted and n.startswith("releases/")]
        for name in gone:
            where.remove(name)
        say("", len(wanted), len(wanted))
    except OSError as error:
        raise DeployError(f"publishing to {address}: {error}") from error
    return Deployed(uploaded, kept, len(gone), index.latest)


def _files(tree: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(tree.iterdir()):
        if path.is_file():
            yield path.name, path
    for release in sorted((tree / "releases").iterdir()):
        for path in sorted(release.resolve().iterdir()):
            yield f"releases/{release.name}/{path.name}", path


def _send(where: Target, name: str, path: Path, *, is_immutable: bool) -> None:
    where.put(name, path, is_immutable=is_immutable)
    sent, found = file_digest(path), where.digest(name)
    if sent != found:
        raise DeployError(
            f"publishing {name}: it was written and read back with another digest ({found[:12]}, sent {sent[:12]}). "
            "Nothing was switched; run it again."
        )
