"""The crawl of a night: all due sources side by side, each inside its limits.

One pool of threads serves every source. A request starts when each of its lanes (host, address, group) is free; while
it waits, other sources go on. What a source answers is archived, then shown to its walker, then forgotten.
"""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ingest.collect.crawl.frontier import Request
from ingest.collect.crawl.guard import Watchdog
from ingest.collect.crawl.visit import Visit

MAX_THREADS = 64
#: A source whose lane is taken by another one looks again after this long.
_LOOK_AGAIN_SECONDS = 0.02


@dataclass
class Lane:
    """One thing that must not be hurried: a host, an address, or a group of hosts."""

    next_at: float = 0.0
    active: int = 0


@dataclass
class _Turn:
    visit: Visit
    lanes: list[Lane]
    in_flight: int = 0
    is_queued: bool = False
    not_before: float = 0.0
    started_at: float = 0.0
    ready_since: float = field(default_factory=time.monotonic)


class Schedule:
    """Runs visits to their end."""

    def __init__(self, visits: Sequence[Visit], watchdog: Watchdog, progress: Callable[[str, int, int], None]) -> None:
        self._condition = threading.Condition()
        self._queue: list[tuple[float, int, _Turn]] = []
        self._order = itertools.count()
        self._lanes: dict[str, Lane] = {}
        self._watchdog = watchdog
        self._progress = progress
        self._error: BaseException | None = None
        self._turns = [_Turn(v, [self._lanes.setdefault(k, Lane()) for k in v.lane_keys]) for v in visits]
        self._unfinished = len(self._turns)

    def run(self) -> None:
        """Ask until every visit is done.

        Raises:
            OSError: the archive could not be written (a full disk); what was archived stands.
        """
        with self._condition:
            for turn in self._turns:
                self._push(turn, turn.not_before)
        wanted = sum(t.visit.source.politeness.concurrency for t in self._turns)
        threads = [
            threading.Thread(target=self._work, name=f"crawl-{i}", daemon=True) for i in range(min(MAX_THREADS, wanted))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self._error is not None:
            raise self._error

    def _work(self) -> None:
        while (taken := self._take()) is not None:
            turn, request, lanes = taken
            try:
                try:
                    pause = turn.visit.perform(request, self._stamp(turn, lanes))
                except OSError:
                    raise  # The archive cannot be written: nothing more can be kept, from no source.
                except Exception as error:  # one site's oddity ends its own visit, nobody else's
                    turn.visit.fail(request.url, error)
                    pause = 0.0
            except BaseException as error:  # carried to `run`, which raises it
                with self._condition:
                    self._error = self._error or error
                    self._condition.notify_all()
                return
            self._give_back(turn, lanes, pause)

    def _stamp(self, turn: _Turn, lanes: list[Lane]) -> Callable[[], float]:
        """Called before each request of a turn: waits for the lanes and marks the start; returns the seconds waited.

        The first request of a turn has its lanes already; robots.txt, redirects and what follows them wait again.
        """
        delay = turn.visit.delay_seconds
        is_paid = bool(lanes)

        def wait() -> float:
            nonlocal is_paid
            if is_paid:
                is_paid = False
                return 0.0
            began = time.monotonic()
            while True:
                with self._condition:
                    at = max(lane.next_at for lane in turn.lanes)
                    now = time.monotonic()
                    if at <= now:
                        for lane in turn.lanes:
                            lane.next_at = now + delay
                        return now - began
                time.sleep(at - now)

        return wait

    def _take(self) -> tuple[_Turn, Request, list[Lane]] | None:
        with self._condition:
            while self._error is None and self._unfinished:
                if not self._queue:
                    self._condition.wait()
                    continue
                at, _, turn = self._queue[0]
                now = time.monotonic()
                if at > now:
                    self._condition.wait(at - now)
                    continue
                heapq.heappop(self._queue)
                turn.is_queued = False
                visit = turn.visit
                if not visit.frontier:
                    if turn.in_flight == 0:
                        visit.refill()
                        if not visit.frontier:
                            self._finish(turn)
                            continue
                    else:
                        continue
                if visit.is_answered_next():
                    lanes: list[Lane] = []
                else:
                    free_at = max(turn.not_before, *(lane.next_at for lane in turn.lanes))
                    if free_at > now:
                        self._push(turn, free_at)
                        continue
                    limit = visit.source.politeness.concurrency
                    if any(lane.active >= limit for lane in turn.lanes):
                        self._push(turn, now + _LOOK_AGAIN_SECONDS)
                        continue
                    lanes = turn.lanes
                if (request := visit.frontier.pop()) is None:
                    self._push(turn, now)  # Ended by another thread; the next look finishes it.
                    continue
                if lanes:
                    for lane in lanes:
                        lane.active += 1
                        lane.next_at = now + visit.delay_seconds
                    turn.started_at = now
                    # Only what politeness asked for: not the time until a thread was free.
                    visit.report.waited_seconds += max(0.0, free_at - turn.ready_since)
                turn.in_flight += 1
                turn.ready_since = time.monotonic()
                if visit.frontier and turn.in_flight < visit.source.politeness.concurrency:
                    self._push(turn, now)
                return turn, request, lanes
            self._condition.notify_all()
            return None

    def _give_back(self, turn: _Turn, lanes: list[Lane], pause_seconds: float) -> None:
        with self._condition:
            for lane in lanes:
                lane.active -= 1
                # robots.txt may have asked for a longer delay than the one that the request began with.
                lane.next_at = max(lane.next_at, turn.started_at + turn.visit.delay_seconds)
            turn.in_flight -= 1
            now = time.monotonic()
            turn.ready_since = now
            turn.not_before = max(turn.not_before, now + pause_seconds) if pause_seconds else turn.not_before
            if turn.visit.frontier:
                self._push(turn, now)
            elif turn.in_flight == 0:
                self._push(turn, now)  # `_take` refills or finishes it
        done, total = turn.visit.progress
        self._progress(turn.visit.source.id, done, total)

    def _push(self, turn: _Turn, at: float) -> None:
        if not turn.is_queued:
            turn.is_queued = True
            heapq.heappush(self._queue, (at, next(self._order), turn))
            self._condition.notify()

    def _finish(self, turn: _Turn) -> None:
        try:
            turn.visit.finish()
        except BaseException as error:
            self._error = self._error or error
        self._unfinished -= 1
        self._progress(turn.visit.source.id, *turn.visit.progress)
        self._condition.notify_all()
