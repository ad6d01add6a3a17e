"""The process that readers are born in: it imports what reads, once, and makes a reader whenever it is asked to.

A fork of a process of one thread, so that a new reader is there at once, with the code and the names of all
collectivities in memory that it shares. It is a process of its own because the one that asks has threads.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import socket

from ingest.archive.capture import Capture
from ingest.archive.captures import ArchiveError, Replay
from ingest.read.captures import read_capture, set_aside
from ingest.read.documents.reader import MEMORY_BYTES, OwnReader, say_nothing, what_broke
from ingest.readers.messages import BROKE_OFF, DAMAGED, RECORDS, Task, pack, receive, send
from ingest.territory.gazetteer import Gazetteer

#: A reader that needed more makes room for a new one: the next capture finds the same memory wherever it is read.
_BLOATED_KIB = 700 * 1024


def serve(channel: int) -> None:
    """Make and bury readers until the other side is gone.

    Args:
        channel: descriptor of a socket. A number of 8 bytes comes in: 0 with the descriptor of a reader's own socket
            makes one, and its process id goes back; a process id ends that reader, and how it had ended goes back.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever started this decides what an interruption ends.
    asked = socket.socket(fileno=channel)
    packed = receive(asked)
    if packed is None:
        return  # There was nothing to read.
    task: Task = pickle.loads(packed)
    gazetteer = Gazetteer(task.territories)
    gc.collect()
    gc.freeze()
    say_nothing()
    send(asked, b"")
    alive: set[int] = set()
    while True:
        message, descriptors, _, _ = socket.recv_fds(asked, 8, 1)
        if not message:
            break
        if descriptors:
            answer = _born(task, gazetteer, asked, descriptors[0])
            alive.add(answer)
        else:
            alive.discard(pid := int.from_bytes(message, "big"))
            answer = _buried(pid)
        send(asked, answer.to_bytes(8, "big", signed=True))
    for pid in alive:
        _buried(pid)


def _born(task: Task, gazetteer: Gazetteer, asked: socket.socket, descriptor: int) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            asked.close()
            own = socket.socket(fileno=descriptor)  # Open until the very end, which is when it is buried.
            read_on(task, gazetteer, own)
            code = 0
        finally:
            os._exit(code)
    os.close(descriptor)
    return pid


def _buried(pid: int) -> int:
    """How a reader ended: its exit code, or the negative number of the signal."""
    os.kill(pid, signal.SIGKILL)  # One that is gone already is not counted out before it is waited for.
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def read_on(task: Task, gazetteer: Gazetteer, asked: socket.socket) -> None:
    """The life of a reader: a capture in, with what it did to another reader, and its records out.

    It ends early when it has grown large. Time is kept by the system's alarm, which ends the process wherever it is.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))
    replay = Replay(task.home)
    reader = OwnReader(task.seconds, _set_alarm)
    while (message := receive(asked)) is not None:
        _set_alarm(task.seconds)
        capture, why = pickle.loads(message)
        answer = _read(capture, why, task, gazetteer, replay, reader)
        _set_alarm(0)
        send(asked, answer)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _BLOATED_KIB:
            break


def _set_alarm(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _read(
    capture: Capture, why: str | None, task: Task, gazetteer: Gazetteer, replay: Replay, reader: OwnReader
) -> bytes:
    """The answer for one capture.

    Args:
        why: how it ended the reader that read it, and is not read any more.
    """
    hints, version = task.hints[capture.source_id], task.versions[capture.source_id]
    try:
        payload = replay.read(capture)
        if why is not None:
            return RECORDS + pack(set_aside(capture, payload, hints, version, why))
        return RECORDS + pack(read_capture(capture, payload, hints, gazetteer, version, reader))
    except ArchiveError as error:
        return DAMAGED + str(error).encode()
    except MemoryError:
        os._exit(1)
    except Exception as error:  # Told above, where the run ends with it: of our own files, or of what is no page.
        return BROKE_OFF + f"{what_broke(error)}: {error}".encode("utf-8", "replace")
