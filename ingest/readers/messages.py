"""What the processes say to one another: messages of a length and that many bytes, over a pair of sockets."""

from __future__ import annotations

import io
import pickle
import socket
from dataclasses import dataclass
from typing import Any

from ingest.home import Home
from ingest.read.hints import Hints
from ingest.records import Keyed
from ingest.territory.reference import Territory

_LENGTH_BYTES = 8
#: What a message of a reader begins with: records follow; the archive's record is damaged; our own code broke off.
RECORDS, DAMAGED, BROKE_OFF = b"r", b"d", b"b"


@dataclass(frozen=True)
class Task:
    """What reading depends on besides the capture: sent once."""

    home: Home
    territories: tuple[Territory, ...]
    hints: dict[str, Hints]
    versions: dict[str, str]
    """Source → the extractor version that reads it."""
    seconds: float
    """So long a capture may take."""


def send(to: socket.socket, message: bytes) -> None:
    """Send a whole message."""
    to.sendall(len(message).to_bytes(_LENGTH_BYTES, "big") + message)


def receive(source: socket.socket) -> bytes | None:
    """The next message; None where the other side is gone, in the middle of one too."""
    head = _exactly(source, _LENGTH_BYTES)
    return None if head is None else _exactly(source, int.from_bytes(head, "big"))


def _exactly(source: socket.socket, count: int) -> bytes | None:
    parts = bytearray(count)
    view, at = memoryview(parts), 0
    while at < count:
        try:
            got = source.recv_into(view[at:])
        except ConnectionError:
            return None
        if got == 0:
            return None
        at += got
    return bytes(parts)


def pack(records: list[Keyed]) -> bytes:
    """Records as bytes."""
    return pickle.dumps(records, protocol=5)


def unpack(packed: bytes) -> list[Keyed]:
    """Records from bytes.

    Raises:
        pickle.UnpicklingError: something else than a record is in them. A reader opens what comes from outside, so it
            is believed no more than its messages need.
    """
    records: list[Keyed] = _Records(io.BytesIO(packed)).load()
    return records


class _Records(pickle.Unpickler):
    """Makes bronze records, and what stands in their columns, of a pickle; nothing else."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        found = super().find_class(module_name, global_name)
        if isinstance(found, type) and (module_name.startswith("ingest.records.") or module_name in _COLUMNS):
            return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of a record")


#: Modules of what columns hold besides text and numbers.
_COLUMNS = ("datetime", "decimal")
