"""The child process that opens what comes from outside: a malformed or hostile file costs that child, never the run.

Pages, PDF, Word and Excel files are read in it, pages of scans are turned into pictures in it; it has limits of memory
and time, is used again for one file after another, and is started anew after a file killed it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from ingest.read.documents.html import JsonPaths, Selectors, read_html_page, read_json_page
from ingest.read.documents.model import ReadDocument
from ingest.read.documents.pdf import extract_pdf
from ingest.read.documents.pictures import FAILED, PICTURE, page_picture
from ingest.read.documents.spreadsheets import read_sheets, read_xlsx
from ingest.read.documents.word import read_docx

MEMORY_BYTES = 2 * 1024**3
SECONDS = 60.0
#: So often the child's time is looked at: a timer for each page would cost more than most pages do.
_TICK_SECONDS = 0.1
_SERVE = "from ingest.read.documents.reader import serve; serve()"
#: What a process that is gone may have needed.
TOO_MUCH = f"needed more than {MEMORY_BYTES >> 20} MiB or crashed the reader"
#: What the child says once its code is there, and of each file: whether an answer follows, or why there is none.
_READY, _ANSWER, _BROKE_OFF = b"r", b"a", b"b"


class ReaderKilled(Exception):
    """A file stopped its reader: it needed too much time or memory, or our code broke off; the message says which."""


class ReaderAbsent(Exception):
    """A process that reads does not start: its code does not import here. No page is to blame."""


def too_slow(seconds: float) -> str:
    """What a file took that was given so many seconds."""
    return f"took longer than {seconds:.0f} s"


def what_broke(error: Exception) -> str:
    """Kind, module and line of an error; its message may quote the page, and is not told."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(frames[-1].filename).name}:{frames[-1].lineno}"


def say_nothing() -> None:
    """From here on, what libraries say of damaged files goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def why_absent(child: subprocess.Popen[bytes], what: str) -> ReaderAbsent:
    """Why a process ended before it was ready: the last that it said."""
    said = child.communicate()[1].decode("utf-8", "replace").strip().splitlines()
    return ReaderAbsent(
        f"starting {what}: it ended before it was ready, with {said[-1] if said else 'no word'}. "
        "The code that reads does not import with this Python; run `infitah doctor`, or mend the code."
    )


def _document(read: Callable[[bytes], ReadDocument]) -> Callable[[bytes, Any], bytes]:
    return lambda payload, options: json.dumps(vars(read(payload))).encode()


def _html(payload: bytes, options: Any) -> bytes:
    declared, content, title, date, finds_content = options
    selectors = Selectors(tuple(content), tuple(title), tuple(date), finds_content)
    return json.dumps(vars(read_html_page(payload, declared, selectors))).encode()


def _json_page(payload: bytes, options: Any) -> bytes:
    declared, *paths = options
    return json.dumps(vars(read_json_page(payload, declared, JsonPaths(*paths)))).encode()


#: What is asked of the child → the answer, from the bytes and what else is to be known.
_KINDS: dict[str, Callable[[bytes, Any], bytes]] = {
    "pdf": _document(extract_pdf),
    "docx": _document(read_docx),
    "xlsx": _document(read_xlsx),
    "html": _html,
    "json_page": _json_page,
    "picture": page_picture,
    "sheets": lambda payload, options: json.dumps(read_sheets(payload)).encode(),
}


def _answer(kind: str, options: Any, payload: bytes) -> tuple[bytes, bytes]:
    """Whether there is an answer, and the answer or what our code stumbled over: of the one file, not of the child."""
    try:
        return _ANSWER, _KINDS[kind](payload, options)
    except MemoryError:
        return _BROKE_OFF, TOO_MUCH.encode()
    except Exception as error:  # Whatever a file does to a reader, it costs that file alone, and it is told.
        return _BROKE_OFF, what_broke(error).encode()


def serve() -> None:
    """The child's loop: length of a head (4 bytes), the head (kind, options, length), a file in; length, answer out."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    say_nothing()
    sys.stdout.buffer.write(_READY)
    sys.stdout.buffer.flush()
    while len(size := sys.stdin.buffer.read(4)) == 4:
        kind, options, length = json.loads(sys.stdin.buffer.read(int.from_bytes(size, "big")))
        came_of_it, answer = _answer(kind, options, sys.stdin.buffer.read(length))
        sys.stdout.buffer.write(came_of_it + len(answer).to_bytes(8, "big") + answer)
        sys.stdout.buffer.flush()


class DocumentReader:
    """One child process; started at the first file, replaced when a file kills it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._deadline: float | None = None
        """Until when the child may take, on the monotonic clock; None while nothing is asked of it."""
        self._is_late = False
        self.kills: list[str] = []
        """What stopped the reading of a file, each time."""

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
        """A file, or `unreadable` with the reason when the child ran out of time or memory."""
        return self._document(kind, payload, None)

    def html(self, payload: bytes, declared: str | None, selectors: Selectors) -> ReadDocument:
        """A page, or `unreadable` as above.

        Args:
            declared: charset of the Content-Type header, if any.
        """
        fields = (declared, selectors.content, selectors.title, selectors.date, selectors.finds_content)
        return self._document("html", payload, fields)

    def json_page(self, payload: bytes, declared: str | None, paths: JsonPaths) -> ReadDocument:
        """The JSON of a page or an answer as a document, or `unreadable` as above."""
        return self._document("json_page", payload, (declared, paths.content, paths.title, paths.date))

    def _document(self, kind: str, payload: bytes, options: object) -> ReadDocument:
        try:
            fields = json.loads(self._ask(kind, options, payload))
        except ReaderKilled as error:
            return ReadDocument("unreadable", reason=str(error))
        fields["links"], fields["tables"] = tuple(fields["links"]), tuple(map(tuple, fields["tables"]))
        return ReadDocument(**fields)

    def sheets(self, payload: bytes) -> list[list[list[str]]] | str:
        """The rows of each sheet of a workbook, cells as text; why it does not open, in a word.

        Raises:
            ReaderKilled: it took too long, or too much memory.
        """
        found: list[list[list[str]]] | str = json.loads(self._ask("sheets", None, payload))
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

    def allow(self, seconds: float) -> None:
        """Say that another program comes next, which has so many seconds of its own.

        Here that is nobody's concern: the child does not wait for it.
        """

    def _start(self) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        child = subprocess.Popen([sys.executable, "-c", _SERVE], stdin=pipe, stdout=pipe, stderr=pipe)
        assert child.stdout is not None and child.stderr is not None
        if child.stdout.read(1) != _READY:
            raise why_absent(child, "the process that opens documents")
        child.stderr.close()
        threading.Thread(target=self._watch, args=(child,), daemon=True).start()
        return child

    def _watch(self, child: subprocess.Popen[bytes]) -> None:
        """Kill the child when it is late; ends with it."""
        while child.returncode is None:
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline and self._child is child:
                self._is_late = True
                child.kill()
                return
            time.sleep(_TICK_SECONDS)

    def _ask(self, kind: str, options: object, payload: bytes) -> bytes:
        if self._child is None:
            self._child = self._start()
        child = self._child
        self._is_late, self._deadline = False, time.monotonic() + self._seconds
        try:
            assert child.stdin is not None and child.stdout is not None
            head = json.dumps([kind, options, len(payload)]).encode()
            child.stdin.write(len(head).to_bytes(4, "big") + head + payload)
            child.stdin.flush()
            came_of_it, size = child.stdout.read(1), child.stdout.read(8)
            if len(size) == 8 and len(answer := child.stdout.read(n := int.from_bytes(size, "big"))) == n:
                return self._told(came_of_it, answer)
        except BrokenPipeError:
            pass
        finally:
            self._deadline = None
        is_late = self._is_late
        self._stop()
        raise self._killed(too_slow(self._seconds) if is_late else TOO_MUCH)

    def _told(self, came_of_it: bytes, answer: bytes) -> bytes:
        if came_of_it == _ANSWER:
            return answer
        raise self._killed(answer.decode())

    def _killed(self, reason: str) -> ReaderKilled:
        self.kills.append(reason)
        return ReaderKilled(reason)


class OwnReader(DocumentReader):
    """Opens documents in this very process: for one that has the limits itself (`ingest.readers`)."""

    def __init__(self, seconds: float, set_alarm: Callable[[float], None]) -> None:
        """
        Args:
            set_alarm: called with the seconds that this process may go on; after them it is to end.
        """
        super().__init__(seconds)
        self._set_alarm = set_alarm

    def allow(self, seconds: float) -> None:
        """Let this process go on for that long, and for its own seconds after."""
        self._set_alarm(seconds + self._seconds)

    def _ask(self, kind: str, options: object, payload: bytes) -> bytes:
        self._set_alarm(self._seconds)
        return self._told(*_answer(kind, options, payload))
