"""How large an office file becomes when it is unpacked, by what its own list of parts says.

Told before anything is unpacked, so that most bombs cost nothing; one that lies about its parts meets the limits of the
child process.
"""

from __future__ import annotations

import io
import zipfile

#: More than this is no document: the largest workbook of ours unpacks to 20 MB.
MAX_BYTES = 300_000_000


class TooLargeUnpacked(Exception):
    """A file that holds more than is unpacked; the message says how much."""


def check_unpacked(payload: bytes) -> None:
    """Look at the list of parts of an archive.

    Raises:
        TooLargeUnpacked: all parts together have more than `MAX_BYTES`.
        zipfile.BadZipFile: it is no archive.
    """
    with zipfile.ZipFile(io.BytesIO(payload)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > MAX_BYTES:
        raise TooLargeUnpacked(f"{size:,} bytes when unpacked, more than {MAX_BYTES:,}")
