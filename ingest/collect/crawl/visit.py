"""One source in one night: what is asked, what came, what it means, and when to stop."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from ingest.archive.capture import ENUMERATED, Capture
from ingest.collect.crawl.bounds import is_out_of_bounds
from ingest.collect.crawl.clock import Clock
from ingest.collect.crawl.fetch import TRANSIENT, Exchange, Fetcher
from ingest.collect.crawl.frontier import Answer, Frontier, Request
from ingest.collect.crawl.guard import RefusedAddress, Unresolved, resolve
from ingest.collect.crawl.keeping import Keeping, Past
from ingest.collect.crawl.redirects import MAX_REDIRECTS, Stopped, judge_redirect
from ingest.collect.crawl.robots import Robots, read_robots
from ingest.collect.crawl.walker import Walker
from ingest.home import Home
from ingest.ledger.crawls import CrawlReport
from ingest.registry.schema import Source
from ingest.web.address import canonical_address, site_of

#: After so many failures in a row the site is left alone for the night.
MAX_FAILURES_IN_ROW = 5
_USABLE = ("ok", "not_modified", "gone")
Wait = Callable[[], float]


class Visit:
    """The crawl of one source. `perform` may run on several threads; everything shared is under one lock."""

    def __init__(
        self,
        home: Home,
        source: Source,
        walker: Walker,
        fetcher: Fetcher,
        past: Past,
        run_id: str,
        clock: Clock,
        *,
        on_done: Callable[[CrawlReport], None],
        max_documents: int | None = None,
    ) -> None:
        self.source = source
        self.frontier = Frontier()
        self.report = CrawlReport(source.id)
        self._walker = walker
        self._fetcher = fetcher
        self._keeping = Keeping(home, source.id, run_id, past, clock)
        self._clock = clock
        self._max_documents = max_documents
        self._on_done = on_done
        self.captures_added = 0
        self._robots: dict[str, Robots] = {}
        self._lock = threading.RLock()
        self._robots_lock = threading.Lock()
        self._began = time.monotonic()
        self._attempts: Counter[str] = Counter()
        self._failures_in_row = 0
        self._done: set[str] = set()
        self._answered = 0
        self._stopped: tuple[str, str] | None = None
        self._dead: tuple[str, str] | None = None
        self.lane_keys = self._find_lanes()
        self.frontier.add(Request(self._robots_url(source.root), "robots", label="begin"))

    def _find_lanes(self) -> list[str]:
        keys = [f"group:{self.source.politeness.group}"] if self.source.politeness.group else []
        for host in self.source.crawled_hosts:
            keys.append(f"host:{host}")
            try:
                keys.append(f"address:{resolve(host, allow_loopback=self.source.is_test)}")
            except RefusedAddress as error:
                self._dead = ("refused_address", str(error))
            except Unresolved as error:
                self._dead = self._dead or ("site_down", str(error))
        return sorted(set(keys))

    @property
    def delay_seconds(self) -> float:
        asked = max((r.crawl_delay_seconds for r in self._robots.values()), default=0.0)
        return max(self.source.politeness.delay_seconds, asked)

    @property
    def progress(self) -> tuple[int, int]:
        """(requests answered, requests known of)."""
        return self._answered, self._answered + len(self.frontier)

    def is_answered_next(self) -> bool:
        """Whether the next request needs no network: the journal has it, or it only opens the visit."""
        request = self.frontier.peek()
        if request is None:
            return False
        if request.label == "begin":
            return self._keeping.journalled(request.url) is not None or self._dead is not None
        return self._keeping.journalled(request.url) is not None

    def refill(self) -> None:
        """Ask the walker what comes now that everything was answered."""
        if self._stopped is None:
            with self._lock:
                try:
                    self._take_in(self._walker.drained())
                except Exception as error:  # one site's oddity ends its own visit, nobody else's
                    self.fail(self.source.root, error)

    def perform(self, request: Request, wait: Wait) -> float:
        """Do one request; returns seconds for which the source must be left alone (0 for the usual delay)."""
        if self._dead is not None:
            self._stop(*self._dead)
            return 0.0
        if request.label == "begin":
            robots = self._robots_of(request.url, wait)
            with self._lock:
                if robots.denied_because is not None:
                    self._stop(robots.denied_outcome, robots.denied_because)
                else:
                    self._take_in(self._walker.begin(robots))
            return 0.0
        if (capture := self._keeping.journalled(request.url)) is not None:
            self._receive(self._from_archive(request, capture))
            return 0.0
        if problem := self._over_budget():
            self._stop("over_budget", problem)
            return 0.0
        if not self._robots_of(request.url, wait).allows(request.url):
            self._receive(Answer(request, "robots_denied", request.url, detail="disallowed by robots.txt"))
            return 0.0
        return self._settle(request, self._follow(request, wait))

    def finish(self) -> None:
        """Close the archive and fill in the report."""
        report = self.report
        self.abandon()
        catalogue = self._walker.catalogue
        report.seconds = round(time.monotonic() - self._began, 2)
        report.waited_seconds = round(report.waited_seconds, 2)
        report.listed = len(catalogue.listed)
        report.expected = catalogue.expected
        report.held_documents = sum(1 for a in catalogue.listed if a in self._done or catalogue.has_current(a))
        if self._stopped is not None:
            report.outcome, report.detail = self._stopped
        elif catalogue.problems:
            outcome, report.detail = catalogue.problems[0]
            report.outcome = "listing_incomplete" if catalogue.listed else outcome
        else:
            # What robots.txt forbids was not asked for: it is missing, and it is no failure of the site.
            failing = Counter({k: n for k, n in report.outcomes.items() if k not in (*_USABLE, "robots_denied")})
            if failing.total() > self.source.expectations.max_failed_share * report.document_requests:
                report.outcome = failing.most_common(1)[0][0]
                report.detail = f"{failing.total()} of {report.document_requests} documents brought no usable answer"
        self._on_done(report)

    def fail(self, url: str, error: Exception) -> None:
        """End the visit because something here did not expect what the site sent."""
        self._stop("unreadable", f"reading {url} failed with {type(error).__name__}: {error}"[:300])

    def abandon(self) -> None:
        """Close what is open; the archive keeps what it has. Closing twice is closing once."""
        self.captures_added = self._keeping.close()
        self._fetcher.close()

    # -- one request -----------------------------------------------------------------------------------------------

    def _robots_url(self, url: str) -> str:
        return urlsplit(url)._replace(path="/robots.txt", query="", fragment="").geturl()

    def _robots_of(self, url: str, wait: Wait) -> Robots:
        """Rules of the host of an address; asked for once a night."""
        with self._robots_lock:
            site = site_of(url)
            if site not in self._robots:
                request = Request(self._robots_url(url), "robots")
                if (capture := self._keeping.journalled(request.url)) is not None:
                    answer = self._from_archive(request, capture)
                else:
                    answer = self._follow(request, wait)
                    for attempt in range(1, self.source.politeness.max_attempts):
                        if answer.outcome not in TRANSIENT:
                            break
                        time.sleep(min(self._backoff(attempt), 60.0))
                        answer = self._follow(request, wait)
                self._robots[site] = read_robots(answer)
            return self._robots[site]

    def _follow(self, request: Request, wait: Wait) -> Answer:
        """Ask, and go along redirects inside the site; every exchange is archived."""
        url = request.url
        for hop in range(MAX_REDIRECTS + 1):
            waited = wait()
            validators, before = self._keeping.validators(request, url) if hop == 0 else ({}, None)
            exchange = self._fetcher.fetch(url, validators)
            self._count(request, exchange, waited, is_first=hop == 0)
            if not exchange.is_redirect:
                return self._keeping.keep(request, self._as_page(request, exchange), before)
            target = judge_redirect(self.source, self._robots, request, exchange)
            if isinstance(target, Stopped):
                stopped = replace(exchange, outcome=target.outcome, detail=target.detail)
                return self._keeping.keep(request, stopped, None)
            self._keeping.keep(request, replace(exchange, outcome="redirected", detail=f"to {target}"), None)
            url = target
        detail = f"still redirected after {MAX_REDIRECTS} hops, to {url}"
        return Answer(request, "redirect_stopped", exchange.url, exchange.status, exchange.headers, b"", detail)

    def _count(self, request: Request, exchange: Exchange, waited: float, *, is_first: bool) -> None:
        """One exchange in the report; a document counts once, however often it is tried."""
        with self._lock:
            is_new = is_first and not self._attempts[request.url]
            self.report.requests += 1
            self.report.document_requests += request.role == "document" and is_new
            self.report.recheck_requests += request.reason == "recheck" and is_first
            self.report.bytes += exchange.wire_bytes
            self.report.waited_seconds += waited

    def _as_page(self, request: Request, exchange: Exchange) -> Exchange:
        """A number that was tried and has no page is gone, whatever the server's status says."""
        is_tried = request.reason == ENUMERATED and exchange.outcome == "ok"
        if not is_tried or self._walker.is_page(exchange.body):
            return exchange
        return replace(exchange, outcome="gone", detail="the number has no page")

    def _from_archive(self, request: Request, capture: Capture) -> Answer:
        answer = self._keeping.answer_of(request, capture)
        with self._lock:
            self.report.document_requests += request.role == "document"
            self.report.recheck_requests += request.reason == "recheck"
            self.report.requests += 1
            self.report.bytes += capture.payload_bytes
        return answer

    # -- what an answer means --------------------------------------------------------------------------------------

    def _settle(self, request: Request, answer: Answer) -> float:
        """Another attempt, the end of the visit, or the walker's turn; returns a pause in seconds."""
        is_throttled = answer.status == 429 and answer.outcome == "blocked"
        if answer.outcome in TRANSIENT or is_throttled:
            with self._lock:
                self._attempts[request.url] += 1
                attempt = self._attempts[request.url]
            pause = self._backoff(attempt)
            if (asked := _retry_after(answer, self._clock.now())) is not None:
                if asked > self.source.politeness.max_backoff_seconds:
                    self._stop(
                        answer.outcome,
                        f"{answer.detail} at {answer.url}; Retry-After {asked:.0f} s is beyond this night",
                    )
                    return 0.0
                pause = max(asked, self.source.politeness.delay_seconds)
            if attempt < self.source.politeness.max_attempts and self._stopped is None and request.role != "probe":
                self.frontier.put_back(request)
                return pause
        self._receive(answer)
        return 0.0

    def _backoff(self, attempt: int) -> float:
        polite = self.source.politeness
        return float(min(polite.backoff_seconds * 2 ** (attempt - 1), polite.max_backoff_seconds))

    def _receive(self, answer: Answer) -> None:
        request = answer.request
        is_usable = answer.outcome in _USABLE
        with self._lock:
            self._answered += 1
            if request.role == "probe":
                self._take_in(self._walker.receive(answer))
                return
            if not is_usable:
                self.report.note(answer.outcome, answer.url, answer.detail)
            if request.role == "document":
                self.report.outcomes[answer.outcome] = self.report.outcomes.get(answer.outcome, 0) + 1
                self.report.failed += not is_usable
                if is_usable:
                    self._done.add(canonical_address(request.url))
            is_refused = answer.outcome == "blocked" and answer.status != 401
            self._failures_in_row = (
                self._failures_in_row + 1 if answer.outcome in ("site_down", "timeout", "tls_error") else 0
            )
            if is_refused:
                self._stop("blocked", f"{answer.detail} at {answer.url}")
            elif self._failures_in_row >= MAX_FAILURES_IN_ROW:
                self._stop(
                    answer.outcome, f"{self._failures_in_row} requests in a row failed, the last with: {answer.detail}"
                )
            if request.reason == "confirm" and is_usable:
                self._walker.catalogue.confirmed(is_gone=answer.outcome == "gone")
            self._take_in(self._walker.receive(answer))

    def _take_in(self, requests: Iterable[Request]) -> None:
        for request in requests:
            if self._stopped is not None:
                return
            if self.source.kind == "access_portal" and is_out_of_bounds(request.url):
                continue  # Whatever a walker or a registry file asks for.
            if (
                request.role == "document"
                and self._max_documents is not None
                and self.frontier.documents >= self._max_documents
            ):
                continue
            self.frontier.add(request)

    def _stop(self, outcome: str, detail: str) -> None:
        with self._lock:
            if self._stopped is None:
                self._stopped = (outcome, detail)
                self.report.note(outcome, self.source.root, detail)
            self.frontier.clear()

    def _over_budget(self) -> str | None:
        budget = self.source.budget
        minutes = (time.monotonic() - self._began) / 60
        if self.report.requests >= budget.requests:
            return f"{self.report.requests} requests made, {len(self.frontier) + 1} or more left"
        if self.report.bytes >= budget.megabytes * 1_000_000:
            return f"{self.report.bytes / 1e6:.1f} MB fetched, {len(self.frontier) + 1} requests or more left"
        if minutes >= budget.minutes:
            return f"{minutes:.1f} minutes gone, {len(self.frontier) + 1} requests or more left"
        return None


def _retry_after(answer: Answer, now: dt.datetime) -> float | None:
    """Seconds that the server asks for (RFC 9110 §10.2.3: seconds, or a date)."""
    value = (answer.header("retry-after") or "").strip()
    if not value:
        return None
    if value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())
