"""A small council site on loopback for crawl tests, served by a real HTTP server, with a log of what was asked.

What it says is made up (a fictitious commune). Each page can be told to misbehave.
"""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

import yaml

Behaviour = Callable[["Handler"], None]
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title></head><body>
<nav><a href="/">الرئيسية</a></nav><main><article><h1>{title}</h1><p>{text}</p>{extra}</article></main>
<footer>جماعة بني خيال (خيالية)</footer></body></html>"""


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's pages; the connection stays open, as with most servers."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    site: Site

    def do_GET(self) -> None:
        self.site.log.append((time.monotonic(), self.path, self.headers.get("User-Agent", "")))
        behaviour = self.site.behaviours.get(self.path)
        try:
            if behaviour is not None:
                behaviour(self)
            elif self.path in self.site.pages:
                kind, body = self.site.pages[self.path]
                self.answer(200, body, kind)
            else:
                self.answer(404, b"<html><body>not here</body></html>")
            self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """A whole answer with its length."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def cut(self) -> None:
        """Drop the connection without another word."""
        self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:
        """The log is the site's."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left is no news here."""


@dataclass
class Site:
    """A server on an address of its own, with pages that a test may change."""

    host: str = "127.0.0.1"
    pages: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    log: list[tuple[float, str, str]] = field(default_factory=list)
    context: Any = None
    _server: ThreadingHTTPServer | None = None
    _port: int = 0

    def __enter__(self) -> Site:
        handler = type("SiteHandler", (Handler,), {"site": self})
        server = _Server((self.host, 0), handler)
        if self.context is not None:
            server.socket = self.context.wrap_socket(server.socket, server_side=True)
        self._server = server
        self._port = server.server_address[1]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()

    def close_listener(self) -> None:
        """As if the network were cut: no connection comes through any more."""
        assert self._server is not None
        threading.Thread(target=self._server.shutdown).start()
        self._server.socket.close()

    def reopen(self) -> None:
        """The network is back, at the same address."""
        handler = type("SiteHandler", (Handler,), {"site": self})
        self._server = _Server((self.host, self._port), handler)
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def netloc(self) -> str:
        assert self._server is not None
        return f"{self.host}:{self._port}"

    @property
    def root(self) -> str:
        return f"{'https' if self.context else 'http'}://{self.netloc}/"

    def asked(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(path for _, path, _ in self.log)

    def put(self, path: str, title: str, text: str = "", extra: str = "") -> None:
        self.pages[path] = (
            "text/html; charset=utf-8",
            PAGE.format(title=title, text=text or title, extra=extra).encode(),
        )

    def fill(self, count: int, per_page: int = 10) -> None:
        """A listing of `count` items, ten a page, and the items."""
        for i in range(1, count + 1):
            self.put(f"/item/{i}", f"خبر رقم {i} من جماعة بني خيال", f"نص الخبر رقم {i} المنشور للتجربة")
        self.list_items([str(i) for i in range(1, count + 1)], per_page)

    def list_items(self, items: list[str], per_page: int = 10, notes: dict[str, str] | None = None) -> None:
        """Write the listing pages for these items; a note changes how an item is listed."""
        for path in [p for p in self.pages if p.startswith("/list")]:
            del self.pages[path]
        pages = [items[i : i + per_page] for i in range(0, len(items), per_page)]
        for n, page in enumerate(pages, start=1):
            rows = "".join(
                f'<li class="item"><a href="/item/{i}">خبر {i} {(notes or {}).get(i, "")}</a></li>' for i in page
            )
            following = f'<a class="next" href="/list?page={n + 1}">التالي</a>' if n < len(pages) else ""
            body = f'<html><body><p class="total">{len(items)} خبرا</p><ul>{rows}</ul>{following}</body></html>'
            self.pages[f"/list?page={n}"] = ("text/html; charset=utf-8", body.encode())


def declare(home: Path, source_id: str, site: Site | str, **changes: Any) -> None:
    """Write a registry file of a test home for a site that is walked by its listing.

    `changes` replace parts of the file: `walk`, `politeness`, `budget`, `platform` … as in the registry.
    """
    netloc = site if isinstance(site, str) else site.netloc
    root = f"http://{netloc}/" if isinstance(site, str) else site.root
    listing = {"url": f"{root}list?page=1", "block": "li.item", "next": "a.next"}
    entry: dict[str, Any] = {
        "id": source_id,
        "names": {"ar": "موقع للتجربة", "fr": "Site d'essai", "en": "Test site"},
        "kind": "council_site",
        "collectivity": "ct-x006",
        "hosts": [{"host": netloc, "status": "test"}],
        "platform": "listing",
        "languages": ["ar"],
        "entry_points": [root],
        "walk": {"listings": [listing]},
        "topics": ["sessions"],
        "politeness": {
            "delay_seconds": 0.0,
            "timeout_seconds": 30.0,
            "backoff_seconds": 0.05,
            "max_backoff_seconds": 1.0,
        },
        "licence": {"code": "sample", "quote_basis": "sample"},
    }
    for key, value in changes.items():
        entry[key] = {**entry[key], **value} if isinstance(value, dict) and isinstance(entry.get(key), dict) else value
    folder = home / "registry"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{source_id}.yml").write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), "utf-8")
