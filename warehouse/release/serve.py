"""The public tree over HTTP, on loopback: what a publisher's server must do, and a place to try it.

Starlette answers ranges and conditional requests; here stand the rules of the tree: releases never change (cached for a
year), everything else is asked again each time (ETag), a release that is gone answers 410 with its tombstone, and any
page of the world may read (CORS).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from ingest.home import Home
from warehouse.catalogue.index import read_tombstone
from warehouse.catalogue.inventory import media_type
from warehouse.release.tree import current, read_index

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, max-age=0, must-revalidate"
_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Range, If-None-Match",
    "Access-Control-Expose-Headers": "Content-Range, Content-Length, Accept-Ranges, ETag",
}
_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def make_app(home: Home) -> Starlette:
    """The application over one home's public tree; each request sees the tree of its moment."""

    def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=_CORS)
        tree = current(home)
        if tree is None:
            return _told(404, "nothing is published yet")
        parts = [p for p in request.path_params["path"].split("/") if p not in ("", ".")]
        if ".." in parts:
            return _told(404, "no such file")
        if parts[:1] == ["latest"]:
            # A moving name: it redirects, so that a reader who began with one release ends with it.
            name = read_index(home).latest
            if name is None:
                return _told(404, "nothing is published yet")
            address = "/".join(["/releases", name, *parts[1:]])
            return RedirectResponse(address, 307, {"Cache-Control": _ASK_AGAIN, **_CORS})
        if parts[:1] == ["releases"] and len(parts) > 1:
            gone = read_tombstone(tree / "releases" / parts[1])
            if gone is not None:
                return Response(gone, 410, {"Cache-Control": _ASK_AGAIN, **_CORS}, "application/json")
            if len(parts) == 2:
                parts.append("README.en.md")
        path = tree.joinpath(*parts) if parts else tree / "index.html"
        root = (home.published).resolve()
        if not path.is_file() or root not in path.resolve().parents:
            return _told(404, "no such file")
        return _file(request, path.resolve(), is_immutable=parts[:1] == ["releases"])

    return Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "HEAD", "OPTIONS"])])


def _file(request: Request, path: Path, *, is_immutable: bool) -> Response:
    stat = path.stat()
    etag = f'"{hashlib.sha256(f"{path}|{stat.st_mtime_ns}|{stat.st_size}".encode()).hexdigest()[:32]}"'
    headers = {
        "ETag": etag,
        "Cache-Control": _FOR_EVER if is_immutable else _ASK_AGAIN,
        "Accept-Ranges": "bytes",
        **_CORS,
        **_SAFE,
    }
    asked = [t.strip().removeprefix("W/") for t in request.headers.get("if-none-match", "").split(",")]
    if etag in asked or "*" in asked:
        return Response(status_code=304, headers=headers)
    kind = media_type(path.name)
    if kind.startswith("text/") or kind.endswith(("json", "xml")):
        kind += "; charset=utf-8" if kind.startswith("text/") else ""
    return FileResponse(path, headers=headers, media_type=kind)


def _told(status: int, words: str) -> Response:
    return JSONResponse({"status": status, "message": words}, status, {"Cache-Control": "no-store", **_CORS})
