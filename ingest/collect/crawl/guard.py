"""The connection guard: which addresses may be asked, decided on the very address that is connected to.

`requests-hardened` resolves a host, judges the result and connects to it, so DNS cannot answer one thing to the check
and another to the connection. A watch closes the socket of an exchange that takes too long, headers included: a
server that sends a byte now and then never runs into a socket timeout.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import certifi
import requests
from requests_hardened.ip_filter import InvalidIPAddress, get_ip_address
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from ingest.registry.schema import Source

#: The library warns on standard error of each address that it refuses; here a refusal is an outcome with its message.
logging.getLogger("requests_hardened").setLevel(logging.ERROR)


class RefusedAddress(Exception):
    """The host resolves to an address that is never asked."""


class Unresolved(Exception):
    """The host has no address."""


class Watch:
    """The deadline of one exchange."""

    def __init__(self, seconds: float) -> None:
        self.deadline = time.monotonic() + seconds
        self.is_over = False
        self.socket: socket.socket | None = None

    def cut(self) -> None:
        """Close the connection; whoever reads from it wakes up."""
        self.is_over = True
        if self.socket is not None:
            with contextlib.suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)


class Watchdog:
    """One thread that cuts every exchange past its deadline."""

    def __init__(self, tick_seconds: float = 0.1) -> None:
        self._tick = tick_seconds
        self._watches: dict[int, Watch] = {}
        self._local = _CURRENT
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
        self._thread.start()

    @contextlib.contextmanager
    def watching(self, seconds: float) -> Iterator[Watch]:
        """Watch what this thread asks; yields the `Watch`."""
        watch = Watch(seconds)
        key = threading.get_ident()
        self._watches[key] = watch
        self._local.watch = watch
        try:
            yield watch
        finally:
            self._watches.pop(key, None)
            self._local.watch = None

    def close(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.wait(self._tick):
            now = time.monotonic()
            for watch in list(self._watches.values()):
                if now > watch.deadline and not watch.is_over:
                    watch.cut()


_CURRENT = threading.local()


class _Watched:
    """A connection that shows its socket to the watch of the asking thread."""

    sock: Any

    def getresponse(self) -> Any:
        watch: Watch | None = getattr(_CURRENT, "watch", None)
        if watch is not None:
            watch.socket = self.sock
            if watch.is_over:
                watch.cut()
        return super().getresponse()  # type: ignore[misc]


class _WatchedHTTP(_Watched, HTTPConnection):
    pass


class _WatchedHTTPS(_Watched, HTTPSConnection):
    pass


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _WatchedHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedHTTPS


class _Adapter(IPFilterAdapter):  # type: ignore[misc]
    def __init__(self, source: Source, *, is_https: bool) -> None:
        self._context = _tls_context(source.politeness.extra_ca) if is_https else None
        super().__init__(is_https_proto=is_https, allow_loopback=source.is_test)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        if self._context is not None:
            kwargs["ssl_context"] = self._context
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _HTTPPool, "https": _HTTPSPool}


@lru_cache(maxsize=64)
def _tls_context(extra_ca: str | None) -> ssl.SSLContext:
    # Shared by all sources without a certificate of their own: making one takes 30 ms.
    context = ssl.create_default_context(cafile=certifi.where())
    if extra_ca:
        context.load_verify_locations(cadata=extra_ca)
    return context


class _Session(requests.Session):
    """Follows no redirect and does not look at one: requests would read its body to the end, however long."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        return None


def open_session(source: Source) -> requests.Session:
    """A session that connects to public addresses only (and to loopback for a test source).

    Proxies, credentials and other settings of the environment are not read: they would go round the guard.
    """
    session = _Session()
    session.trust_env = False
    for scheme in ("http", "https"):
        session.mount(f"{scheme}://", _Adapter(source, is_https=scheme == "https"))
    return session


def resolve(host: str, *, allow_loopback: bool) -> str:
    """The address that a host (with or without port) would be asked at.

    Raises:
        RefusedAddress: private, loopback, link-local, multicast or otherwise reserved.
        Unresolved: DNS knows no address.
    """
    name, _, port = host.rpartition(":") if host.count(":") == 1 else (host, "", "443")
    try:
        address, _ = get_ip_address(name.strip("[]"), int(port), allow_loopback=allow_loopback)
    except InvalidIPAddress as error:
        raise RefusedAddress(f"{host} resolves to {_shown(error)}, which is not a public address") from None
    except (OSError, UnicodeError) as error:
        raise Unresolved(f"{host} has no address: {error}") from None
    return str(address)


def _shown(error: InvalidIPAddress) -> str:
    found = error.args[0] if error.args else None
    return str(found) if isinstance(found, (ipaddress.IPv4Address, ipaddress.IPv6Address)) else "a reserved address"
