"""Which reader a file needs, told by its bytes first, its type and name after."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ingest.read.documents.convert import SECONDS, TARGETS, ConversionFailed, convert
from ingest.read.documents.model import ReadDocument
from ingest.read.documents.ocr import read_scan
from ingest.read.documents.reader import DocumentReader

_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0"


def kind_of(payload: bytes, content_type: str, url: str) -> str | None:
    """'pdf', 'docx', 'xlsx', 'picture' or a suffix that LibreOffice converts; None for what is text or unknown."""
    if b"%PDF-" in payload[:1024]:
        return "pdf"
    if payload.startswith(_PICTURES):
        return "picture"
    suffix = "." + unquote(urlsplit(url).path).rsplit(".", 1)[-1].lower()
    if payload.startswith(b"PK\x03\x04"):
        by_name = {".docx": "docx", ".xlsx": "xlsx"}.get(suffix, suffix if suffix in TARGETS else None)
        return _zip_kind(payload) or by_name
    if payload.startswith(_OLE):
        is_sheet = suffix == ".xls" or "excel" in content_type
        return ".xls" if is_sheet else ".ppt" if suffix == ".ppt" or "powerpoint" in content_type else ".doc"
    if payload.startswith(b"{\\rtf"):
        return ".rtf"
    return "pdf" if content_type == "application/pdf" else None


#: Bytes that are looked at for what an archive is: OpenDocument says it first of all, Office files in the list of their
#: parts, which stands at the end. Nothing is unpacked: that is for the limited child.
_HEAD_BYTES, _TAIL_BYTES = 200, 200_000
_OPEN_DOCUMENT = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)")
_PARTS = ((b"word/document.xml", "docx"), (b"xl/workbook.xml", "xlsx"), (b"ppt/presentation.xml", ".pptx"))


def _zip_kind(payload: bytes) -> str | None:
    if (found := _OPEN_DOCUMENT.search(payload[:_HEAD_BYTES])) is not None:
        return {b"text": ".odt", b"spreadsheet": ".ods", b"presentation": ".odp"}[found[1]]
    tail = payload[-_TAIL_BYTES:]
    return next((kind for part, kind in _PARTS if part in tail), None)


def read_file(payload: bytes, kind: str, reader: DocumentReader, *, has_ocr: bool) -> ReadDocument:
    """A file of a `kind_of`; a scan or a PDF with a wrong text layer goes to recognition where its source allows it."""
    if kind in TARGETS:
        reader.allow(SECONDS)
        try:
            payload = convert(payload, kind)
        except ConversionFailed as error:
            return ReadDocument("unreadable", reason=str(error))
        kind = TARGETS[kind]
    if kind == "picture":
        if not has_ocr:
            return ReadDocument("unreadable", reason="a picture")
        return read_scan(payload, reader, is_pdf=False, why="a picture", measures={})
    read = reader.read(payload, kind)
    is_scan = read.reason is not None and read.reason.startswith(("no text layer", "corrupt text layer"))
    if read.status == "unreadable" and is_scan and has_ocr:
        return read_scan(payload, reader, is_pdf=True, why=str(read.reason), measures=read.measures)
    return read
