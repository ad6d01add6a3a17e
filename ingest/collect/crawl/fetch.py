"""One exchange with a server: bounded in time and bytes, judged, and never believed beyond what was seen."""

from __future__ import annotations

import re
import ssl
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import requests
import urllib3.exceptions as transport
from requests_hardened.ip_filter import InvalidIPAddress

from ingest.collect.crawl.guard import Watch, Watchdog, open_session
from ingest.registry.schema import Source

#: Outcomes after which another attempt may bring more.
TRANSIENT = frozenset({"timeout", "site_down", "truncated"})
_CHUNK = 1 << 16
#: In the title of a page that asks whether one is a robot, lower case.
_CHALLENGE_TITLE = re.compile(
    rb"just a moment|attention required|checking your browser|ddos-guard|captcha|are you a robot|security check|"
    rb"v\xc3\xa9rification de s\xc3\xa9curit\xc3\xa9"
)
#: Anywhere in its beginning.
_CHALLENGE_MARKS = (b"cf-chl-", b"/cdn-cgi/challenge-platform", b'id="challenge-form"', b'id="captcha-form"')


@dataclass(frozen=True)
class Exchange:
    """What one request brought."""

    url: str
    outcome: str
    detail: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    """Decoded; cut where `truncated` says so."""
    wire: bytes | None = None
    """As it came, when it was compressed and could be decompressed whole."""
    wire_bytes: int = 0
    truncated: str | None = None
    request_headers: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    def header(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name), None)

    @property
    def content_type(self) -> str:
        return self.header("content-type") or ""

    @property
    def is_redirect(self) -> bool:
        return self.status in (301, 302, 303, 307, 308) and self.header("location") is not None


class Fetcher:
    """Asks the servers of one source."""

    def __init__(self, source: Source, user_agent: str, watchdog: Watchdog) -> None:
        self._source = source
        self._session = open_session(source)
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"})
        self._watchdog = watchdog
        self._limit = int(source.budget.document_megabytes * 1_000_000)

    def close(self) -> None:
        self._session.close()

    def fetch(self, url: str, validators: dict[str, str] | None = None) -> Exchange:
        """One request, redirects not followed. Never raises for what a server does."""
        began = time.monotonic()
        seconds = self._source.politeness.timeout_seconds
        with self._watchdog.watching(seconds) as watch:
            try:
                found = self._exchange(url, validators or {}, watch)
            except InvalidIPAddress as error:
                found = Exchange(url, "refused_address", f"it leads to {error}, which is not a public address")
            except requests.exceptions.SSLError as error:
                found = Exchange(url, "tls_error", _tls_words(error))
            except (requests.exceptions.Timeout, transport.TimeoutError):
                found = Exchange(url, "timeout", f"no answer within {seconds:g} s")
            except (
                requests.exceptions.InvalidURL,
                requests.exceptions.InvalidSchema,
                transport.LocationParseError,
            ) as error:
                found = Exchange(url, "redirect_stopped", f"not an address that can be asked: {error}")
            except (requests.exceptions.RequestException, transport.HTTPError, OSError) as error:
                if watch.is_over:
                    found = Exchange(url, "timeout", f"no answer within {seconds:g} s")
                else:
                    found = Exchange(url, "site_down", _connection_words(error))
        return replace(found, seconds=time.monotonic() - began)

    def _exchange(self, url: str, validators: dict[str, str], watch: Watch) -> Exchange:
        response = self._session.get(
            url, headers=validators, stream=True, allow_redirects=False, timeout=self._source.politeness.timeout_seconds
        )
        body = _Body(self._limit, response.headers.get("Content-Encoding", ""))
        problem: tuple[str, str, str] | None = None
        try:
            for chunk in response.raw.stream(_CHUNK, decode_content=False):
                if problem := body.feed(chunk):
                    break
                if time.monotonic() > watch.deadline:
                    watch.is_over = True
                    break
        except (transport.HTTPError, OSError) as error:
            if not watch.is_over:
                declared = response.headers.get("Content-Length")
                said = f", {declared} were announced" if declared else ""
                problem = (
                    "truncated",
                    f"the connection ended after {body.wire_bytes} bytes{said} ({type(error).__name__})",
                    "disconnect",
                )
        if watch.is_over:
            seconds = self._source.politeness.timeout_seconds
            problem = ("timeout", f"{body.wire_bytes} bytes in {seconds:g} s, then the exchange was cut", "time")
        if problem:
            response.close()
        else:
            problem = body.finish() or _cut_silently(response, body)
        headers = tuple((k, v) for k, v in response.raw.headers.items())
        asked = tuple((k, v if isinstance(v, str) else v.decode()) for k, v in response.request.headers.items())
        outcome, detail, truncated = problem or (*judge(response.status_code, response.headers, body.decoded), None)
        return Exchange(
            url=url,
            outcome=outcome,
            detail=detail,
            status=response.status_code,
            headers=headers,
            body=bytes(body.decoded),
            wire=bytes(body.wire) if body.is_compressed and problem is None else None,
            wire_bytes=body.wire_bytes,
            truncated=truncated,
            request_headers=asked,
        )


@dataclass
class _Body:
    """A body as it arrives: decompressed on the way, never beyond the limit."""

    limit: int
    encoding: str
    wire: bytearray = field(default_factory=bytearray)
    decoded: bytearray = field(default_factory=bytearray)
    wire_bytes: int = 0
    _inflater: Any = None

    def __post_init__(self) -> None:
        name = self.encoding.strip().lower()
        if name in ("gzip", "x-gzip", "deflate"):
            self._inflater = zlib.decompressobj(zlib.MAX_WBITS | (32 if name != "deflate" else 0))

    @property
    def is_compressed(self) -> bool:
        return self._inflater is not None

    def feed(self, chunk: bytes) -> tuple[str, str, str] | None:
        """Take a chunk; (outcome, detail, WARC-Truncated) once it goes too far."""
        self.wire_bytes += len(chunk)
        if self._inflater is None:
            self.decoded += chunk
        else:
            self.wire += chunk
            try:
                self.decoded += self._inflater.decompress(chunk, self.limit + 1 - len(self.decoded))
            except zlib.error as error:
                return ("unreadable", f"announced as {self.encoding}, but {error}", "unspecified")
        if len(self.decoded) > self.limit:
            del self.decoded[self.limit :]
            packed = f", from {self.wire_bytes} compressed ones" if self.is_compressed else ""
            return ("too_large", f"more than {self.limit} bytes{packed}", "length")
        return None

    def finish(self) -> tuple[str, str, str] | None:
        if self._inflater is not None and self.wire_bytes and not self._inflater.eof:
            return ("truncated", f"the {self.encoding} stream breaks off after {self.wire_bytes} bytes", "disconnect")
        return None


def _cut_silently(response: requests.Response, body: _Body) -> tuple[str, str, str] | None:
    """A page that begins and does not end, or a PDF without its end mark, where the transfer itself proves nothing.

    A chunked or compressed body is known to be whole. One closed by its length or by the connection is as long as the
    server said, which servers get wrong.
    """
    chunked = "chunked" in response.headers.get("Transfer-Encoding", "").lower()
    if response.status_code != 200 or chunked or body.is_compressed or not body.decoded:
        return None
    kind = response.headers.get("Content-Type", "").lower()
    data = bytes(body.decoded)
    if "html" in kind and b"<html" in data[:2000].lower() and b"</html" not in data[-4000:].lower():
        return ("truncated", f"the page has no end after {len(data)} bytes (a wrong Content-Length?)", "unspecified")
    if data[:5] == b"%PDF-" and b"%%EOF" not in data[-2048:]:
        return ("truncated", f"the PDF has no end mark after {len(data)} bytes", "unspecified")
    return None


def judge(status: int, headers: Mapping[str, str], body: bytes | bytearray) -> tuple[str, str | None]:
    """(outcome, detail) of a whole answer, by its status and by what it plainly is."""
    if headers.get("cf-mitigated") == "challenge" or (status in (200, 403, 429, 503) and _is_challenge(body)):
        return "blocked", f"the server answered {status} with a captcha or browser check"
    if status == 200:
        return ("ok", None) if body else ("empty", "an answer without content")
    if status == 304:
        return "not_modified", None
    if status in (404, 410):
        return "gone", f"HTTP status {status}"
    if status in (401, 403, 429):
        return "blocked", f"HTTP status {status}"
    if status >= 500:
        return "site_down", f"HTTP status {status}"
    return "unreadable", f"HTTP status {status}"


def _is_challenge(body: bytes | bytearray) -> bool:
    head = bytes(body[:20_000]).lower()
    if any(mark in head for mark in _CHALLENGE_MARKS):
        return True
    start = head.find(b"<title")
    end = head.find(b"</title", start)
    return start >= 0 and bool(_CHALLENGE_TITLE.search(head[start : end if end > 0 else start + 200]))


def _tls_words(error: BaseException) -> str:
    """What OpenSSL says, from wherever in the chain of wrapped errors it is."""
    todo: list[BaseException] = [error]
    seen: set[int] = set()
    while todo:
        found = todo.pop(0)
        if isinstance(found, ssl.SSLCertVerificationError):
            return f"certificate not accepted: {found.verify_message}"
        if id(found) in seen:
            continue
        seen.add(id(found))
        inner = (*found.args, getattr(found, "reason", None), found.__cause__, found.__context__)
        todo += [e for e in inner if isinstance(e, BaseException)]
    return f"TLS failed: {error}"[:200]


#: What the message of a failed connection holds, lower case → what it means; the first that is there counts.
_CONNECTION_SIGNS = (
    ("failed to resolve", "the host has no address"),
    ("refused", "connection refused"),
    ("reset", "connection reset"),
    ("remote end closed", "the server closed the connection without an answer"),
    ("unreachable", "network unreachable"),
)


def _connection_words(error: BaseException) -> str:
    text = str(error).lower()
    for sign, words in _CONNECTION_SIGNS:
        if sign in text:
            return words
    return f"no connection ({type(error).__name__})"
