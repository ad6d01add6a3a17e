"""The child process that opens files from outside: a malformed or hostile one costs that child, never the run.

PDF, Word and Excel files are read in it, pages are turned into pictures in it; it has limits of memory and time, and is
started anew after a file killed it.
"""

from __future__ import annotations

import dataclasses
import json
import resource
import subprocess
import sys
import threading
from types import TracebackType

from ingest.read.documents.model import ReadDocument
from ingest.read.documents.pdf import extract_pdf
from ingest.read.documents.pictures import FAILED, PICTURE, page_picture
from ingest.read.documents.spreadsheets import read_sheets, read_xlsx
from ingest.read.documents.word import read_docx

MEMORY_BYTES = 2 * 1024**3
SECONDS = 60.0
KINDS = ("pdf", "docx", "xlsx", "picture", "sheets")


class ReaderKilled(Exception):
    """The child needed too much time or memory; the message says which."""


def serve() -> None:
    """The child's loop: kind (one byte), page (4 bytes), length (8 bytes) and a file in; length and an answer out."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    while len(head := sys.stdin.buffer.read(13)) == 13:
        payload = sys.stdin.buffer.read(int.from_bytes(head[5:], "big"))
        answer = _answer(KINDS[head[0]], int.from_bytes(head[1:5], "big"), payload)
        sys.stdout.buffer.write(len(answer).to_bytes(8, "big") + answer)
        sys.stdout.buffer.flush()


def _answer(kind: str, page: int, payload: bytes) -> bytes:
    if kind == "picture":
        return page_picture(payload, page)
    if kind == "sheets":
        return json.dumps(read_sheets(payload)).encode()
    read = {"pdf": extract_pdf, "docx": read_docx, "xlsx": read_xlsx}[kind]
    return json.dumps(dataclasses.asdict(read(payload))).encode()


class DocumentReader:
    """One child process; started at the first file, replaced when a file kills it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> DocumentReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def read(self, payload: bytes, kind: str = "pdf") -> ReadDocument:
        """The document, or `unreadable` with the reason when the child ran out of time or memory."""
        try:
            fields = json.loads(self._ask(kind, 0, payload))
        except ReaderKilled as error:
            return ReadDocument("unreadable", reason=str(error))
        fields["links"], fields["tables"] = tuple(fields["links"]), tuple(map(tuple, fields["tables"]))
        return ReadDocument(**fields)

    def sheets(self, payload: bytes) -> list[list[list[str]]] | str:
        """The rows of each sheet of a workbook, cells as text; why it does not open, in a word.

        Raises:
            ReaderKilled: it took too long, or too much memory.
        """
        found: list[list[list[str]]] | str = json.loads(self._ask("sheets", 0, payload))
        return found

    def picture(self, payload: bytes, page: int) -> bytes | None:
        """One page of a PDF as a PNG picture; None past the last page.

        Raises:
            ReaderKilled: the page is too large, cannot be drawn, or took too long. A document without one of its pages
                is not read.
        """
        answer = self._ask("picture", page, payload)
        if answer[:1] == FAILED:
            raise ReaderKilled(answer[1:].decode())
        return answer[1:] if answer[:1] == PICTURE else None

    def _ask(self, kind: str, page: int, payload: bytes) -> bytes:
        if self._child is None:
            command = [sys.executable, "-c", "from ingest.read.documents.reader import serve; serve()"]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        child = self._child
        is_late = threading.Event()

        def cut_off() -> None:
            is_late.set()
            child.kill()

        late = threading.Timer(self._seconds, cut_off)
        late.start()
        try:
            assert child.stdin is not None and child.stdout is not None
            head = bytes([KINDS.index(kind)]) + page.to_bytes(4, "big") + len(payload).to_bytes(8, "big")
            child.stdin.write(head + payload)
            child.stdin.flush()
            size = child.stdout.read(8)
            if len(size) == 8 and len(answer := child.stdout.read(n := int.from_bytes(size, "big"))) == n:
                return answer
        except BrokenPipeError:
            pass
        finally:
            late.cancel()
        self._stop()
        if is_late.is_set():
            raise ReaderKilled(f"took longer than {self._seconds:.0f} s")
        raise ReaderKilled(f"needed more than {MEMORY_BYTES >> 20} MiB or crashed the reader")
