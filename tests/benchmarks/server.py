"""A fast server for crawl benchmarks: `python -m tests.benchmarks.server PORT HOSTS ITEMS PAGE_BYTES`.

HOSTS sites on 127.0.1.1 …, each with a list (50 items a page) and ITEMS pages of PAGE_BYTES. `/count` tells the number of requests.
"""

from __future__ import annotations

import asyncio
import sys

_PER_PAGE = 50
_SENTENCES = (
    "عقد مجلس جماعة بني خيال دورته العادية وتدارس النقط المدرجة في جدول الأعمال",
    "La commune (fictive) de Bni Khayal a examiné les points inscrits à l'ordre du jour",
    "صادق المجلس على اتفاقية شراكة تتعلق بتأهيل المرافق الجماعية",
)


class Pages:
    """What the sites say; every page is of its own words, so that it compresses as pages do."""

    def __init__(self, items: int, page_bytes: int) -> None:
        self._items = items
        self._page_bytes = page_bytes
        self._cache: dict[str, bytes] = {}

    def get(self, path: str) -> tuple[bytes, bytes]:
        """(status line, body)."""
        body = self._cache.get(path)
        if body is None:
            body = self._cache[path] = self._make(path)
        return (b"200 OK", body) if body else (b"404 Not Found", b"<html><body>no</body></html>")

    def _make(self, path: str) -> bytes:
        if path.startswith("/item/"):
            return self._item(int(path.rpartition("/")[2]))
        if path.startswith("/list"):
            return self._list(int(path.rpartition("=")[2]))
        return b""

    def _list(self, page: int) -> bytes:
        first, last = (page - 1) * _PER_PAGE, min(page * _PER_PAGE, self._items)
        rows = "".join(
            f'<li class="item"><a href="/item/{i}">خبر رقم {i} من الجماعة</a></li>' for i in range(first, last)
        )
        following = f'<a class="next" href="/list?page={page + 1}">التالي</a>' if last < self._items else ""
        return f'<html><body><p class="total">{self._items}</p><ul>{rows}</ul>{following}</body></html>'.encode()

    def _item(self, number: int) -> bytes:
        parts = [
            f"<!doctype html><html lang='ar'><head><meta charset='utf-8'><title>خبر رقم {number}</title></head><body><nav>"
        ]
        parts += [f"<a href='/list?page={k}'>القائمة {k}</a>" for k in range(1, 6)]
        parts.append(f"</nav><main><article><h1>خبر رقم {number}</h1>")
        size = sum(len(p.encode()) for p in parts)
        k = number
        while size < self._page_bytes:
            paragraph = f"<p class='c{k % 17}'>{_SENTENCES[k % 3]} {k * 7919 % 100003} — {number}.{k}</p>"
            parts.append(paragraph)
            size += len(paragraph.encode())
            k += 1
        return "".join([*parts, "</article></main></body></html>"]).encode()


class Protocol(asyncio.Protocol):
    """HTTP/1.1 with kept connections, GET only."""

    pages: Pages
    requests = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]
        self._buffer = b""

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode()
            if path == "/count":
                status, body = b"200 OK", str(Protocol.requests).encode()
            else:
                Protocol.requests += 1
                status, body = self.pages.get(path)
            self._transport.write(
                b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
                % (status, len(body), body)
            )


async def serve(port: int, hosts: int, items: int, page_bytes: int) -> None:
    Protocol.pages = Pages(items, page_bytes)
    loop = asyncio.get_running_loop()
    for i in range(1, hosts + 1):
        await loop.create_server(Protocol, f"127.0.1.{i}", port)
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(*(int(a) for a in sys.argv[1:5])))
