"""Older office formats, by LibreOffice: an optional system package (`infitah doctor` says whether it is there)."""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

SECONDS = 120
_MEMORY_BYTES = 4 * 1024**3
#: Suffix → what it is converted to.
TARGETS = {
    ".doc": "docx",
    ".odt": "docx",
    ".rtf": "docx",
    ".xls": "xlsx",
    ".ods": "xlsx",
    ".ppt": "pdf",
    ".pptx": "pdf",
    ".odp": "pdf",
}


class ConversionFailed(Exception):
    """A file was not converted; the message says why."""


def converter() -> str | None:
    """The installed program, if any."""
    return shutil.which("soffice")


def convert(payload: bytes, suffix: str) -> bytes:
    """The file in a format that is read here.

    Raises:
        ConversionFailed: LibreOffice is not installed, does not open the file, or takes too long.
    """
    program = converter()
    if program is None:
        raise ConversionFailed(f"a {suffix} file needs LibreOffice, which is not installed (infitah doctor)")
    with tempfile.TemporaryDirectory(prefix="infitah-convert-") as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(payload)
        command = [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            TARGETS[suffix],
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, preexec_fn=_limit, check=False)
        except subprocess.TimeoutExpired:
            raise ConversionFailed(f"LibreOffice took longer than {SECONDS} s") from None
        result = source.with_suffix(f".{TARGETS[suffix]}")
        if not result.exists():
            raise ConversionFailed("LibreOffice does not open the file")
        return result.read_bytes()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
