"""Handing captures to readers, one for each core, and taking their records in the order of the captures."""

from __future__ import annotations

import os
import pickle
import selectors
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from types import TracebackType

from ingest.archive.capture import Capture
from ingest.archive.captures import ArchiveError
from ingest.read.documents.reader import TOO_MUCH, too_slow, why_absent
from ingest.readers.messages import BROKE_OFF, DAMAGED, RECORDS, Task, receive, send, unpack
from ingest.records import Keyed

#: How many readers there are, where it shall be other than one for each core.
COUNT_VARIABLE = "INFITAH_READERS"
#: Captures that a reader has been given: the next one is there while this process is at something else.
_EACH = 4
#: A longer message is given only to a reader that waits for one: it might not fit what two processes hold between them.
_LONG_BYTES = 16_000
#: Captures that are given before the first of them is taken, and bytes of records that wait for an earlier capture.
_AHEAD, _HELD_BYTES = 512, 64 * 1024**2
_SERVE = "import sys; from ingest.readers.nursery import serve; serve(int(sys.argv[1]))"


class ReadingError(Exception):
    """Reading cannot go on; the message says on which capture, and what was seen."""


def reader_count() -> int:
    """So many readers: one for each core that this process may use, or as the environment says.

    Raises:
        ReadingError: the environment says something else than a number from 1.
    """
    said = os.environ.get(COUNT_VARIABLE, "").strip()
    if not said:
        return len(os.sched_getaffinity(0))
    if not said.isascii() or not said.isdecimal() or int(said) < 1:
        raise ReadingError(f"counting readers: {COUNT_VARIABLE} is {said!r}; a number from 1 is expected")
    return int(said)


@dataclass
class _Reader:
    """A reader, and the numbers of the captures that it was given and has not answered."""

    pid: int
    channel: socket.socket
    given: deque[int] = field(default_factory=deque)


class Readers:
    """Readers for each core; none is made before there is something to read, and no more than captures."""

    def __init__(self, count: int | None = None) -> None:
        self._count = reader_count() if count is None else count
        self._readers: list[_Reader] = []
        self._nursery: subprocess.Popen[bytes] | None = None
        self._asks: socket.socket | None = None

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for reader in self._readers:
            reader.channel.close()
        if self._asks is not None:
            self._asks.close()
        if self._nursery is not None:
            assert self._nursery.stderr is not None
            self._nursery.stderr.close()
            self._nursery.wait()

    def prepare(self) -> None:
        """Start what readers are made in, and go on meanwhile: it imports the code that reads."""
        if self._nursery is not None:
            return
        self._asks, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-c", _SERVE, str(theirs.fileno())]
            nothing, pipe = subprocess.DEVNULL, subprocess.PIPE
            self._nursery = subprocess.Popen(
                command, stdin=nothing, stdout=nothing, stderr=pipe, pass_fds=[theirs.fileno()]
            )

    def read(self, task: Task, captures: Sequence[Capture]) -> Iterator[list[Keyed]]:
        """The records of each capture, in the order of the captures. Once for these readers: they know one task.

        Raises:
            ArchiveError: an archived record is missing or damaged.
            ReaderAbsent: the code that reads does not import.
            ReadingError: our own code broke off where no page is to blame, or the readers' parent ended.
        """
        if captures:
            self._hand_over(task)
        todo = list(range(len(captures)))  # A heap: what comes back from a reader that ended is given before others.
        why: dict[int, str] = {}
        held: dict[int, bytes] = {}
        for taken in range(len(captures)):
            while taken not in held:
                is_ahead = len(held) >= _AHEAD or sum(map(len, held.values())) > _HELD_BYTES
                self._give(captures, todo, why, taken if is_ahead else None)
                for number, code in self._take(todo, held):
                    if number in why:
                        raise ReadingError(f"reading {captures[number].url}: it ended two readers, unread too")
                    why[number] = too_slow(task.seconds) if code == -signal.SIGALRM else TOO_MUCH
                    heappush(todo, number)
            yield _records(captures[taken], held.pop(taken))

    def _hand_over(self, task: Task) -> None:
        self.prepare()
        assert self._nursery is not None and self._asks is not None
        with suppress(ConnectionError):  # It ended; why, is told below.
            send(self._asks, pickle.dumps(task))
        if receive(self._asks) is None:
            raise why_absent(self._nursery, "the process that readers are made in")

    def _give(self, captures: Sequence[Capture], todo: list[int], why: dict[int, str], only: int | None) -> None:
        """Give captures to those who have few.

        Args:
            why: captures that ended their reader, and how: they are set aside, not read.
            only: the one capture that may be given, where too much is held already.
        """
        while todo and (only is None or todo[0] == only):
            message = pickle.dumps((captures[todo[0]], why.get(todo[0])))
            reader = self._idlest(len(todo))
            if len(reader.given) >= (1 if len(message) > _LONG_BYTES else _EACH):
                return
            with suppress(ConnectionError):  # It is gone: that is seen when its answers are taken.
                send(reader.channel, message)
            reader.given.append(heappop(todo))

    def _idlest(self, waiting: int) -> _Reader:
        """The reader that has least to do: a new one while there are fewer than cores and than captures."""
        idlest = min(self._readers, key=lambda r: len(r.given), default=None)
        if idlest is None or (idlest.given and len(self._readers) < self._count):
            idlest = self._new()
            self._readers.append(idlest)
        return idlest

    def _take(self, todo: list[int], held: dict[int, bytes]) -> Iterator[tuple[int, int]]:
        """Wait for an answer, and hold what is there; captures that ended their reader, and how it ended."""
        with selectors.DefaultSelector() as selector:
            for reader in self._readers:
                if reader.given:
                    selector.register(reader.channel, selectors.EVENT_READ, reader)
            ready: list[_Reader] = [key.data for key, _ in selector.select()]
        for reader in ready:
            answer = receive(reader.channel)
            if answer is not None:
                held[reader.given.popleft()] = answer
                continue
            self._readers.remove(reader)
            reader.channel.close()
            if (code := self._ask(reader.pid)) != 0:  # One that had grown large only made room.
                yield reader.given.popleft(), code
            for number in reader.given:  # What it was given besides is read by another.
                heappush(todo, number)

    def _new(self) -> _Reader:
        ours, theirs = socket.socketpair()
        with theirs:
            return _Reader(self._ask(0, theirs), ours)

    def _ask(self, number: int, channel: socket.socket | None = None) -> int:
        """What the nursery answers: the id of a new reader, or how one ended."""
        assert self._asks is not None
        message = number.to_bytes(8, "big")
        try:
            socket.send_fds(self._asks, [message], [channel.fileno()] if channel is not None else [])
            answer = receive(self._asks)
        except ConnectionError:
            answer = None
        if answer is None:
            raise ReadingError("reading: the process that readers are made in ended; somebody, or the system, ended it")
        return int.from_bytes(answer, "big", signed=True)


def _records(capture: Capture, answer: bytes) -> list[Keyed]:
    what, told = answer[:1], answer[1:]
    if what == RECORDS:
        return unpack(told)
    if what == DAMAGED:
        raise ArchiveError(told.decode())
    assert what == BROKE_OFF
    raise ReadingError(
        f"reading {capture.url} of {capture.source_id}: {told.decode()}. It is no page from outside, so the code "
        "or the project's own file is wrong; mend it and run again."
    )
