"""The inbox: documents handed in with a sidecar that says where they come from.

A file lies as inbox/<name>/<file> beside inbox/<name>/sidecar.json, put there in one rename; collecting archives it
like any fetched page.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import mimetypes
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.archive.capture import NewCapture, SidecarFields
from ingest.collect.collector import Tonight
from ingest.home import Home, swap_folder, write_bytes
from ingest.registry.schema import Source

TYPES = {
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
EXAMPLE = """\
  origin: https://www.example.ma/page   # address, or words that say where it comes from
  publisher: name of who published it
  publication_date: 2026-01-31          # leave out when not known: relative dates then stay open
  licence: none-seen                    # or law-31-13-art-6, CC-BY-4.0, CC0-1.0, ODbL-1.0
  source: inbox-documents               # or inbox-official for documents of public bodies (optional)"""


class InboxError(Exception):
    """The document or its sidecar cannot be taken in; the message says why and what to do."""


class Sidecar(BaseModel):
    """What must be known about a document that did not come from a crawl."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    origin: str
    publisher: str
    publication_date: dt.date | None = None
    licence: str
    source: str = "inbox-documents"
    title: str | None = None


def read_sidecar(path: Path, inbox_sources: tuple[str, ...]) -> Sidecar:
    """The sidecar in a YAML file.

    Raises:
        InboxError: not YAML, unknown or missing keys, or an unknown inbox source; all of it at once.
    """
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InboxError(f"reading the sidecar {path}: {error}. It should look like:\n{EXAMPLE}") from None
    try:
        sidecar = Sidecar.model_validate(data)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}" for e in error.errors())
        raise InboxError(f"reading the sidecar {path}: {wrong}. It should look like:\n{EXAMPLE}") from None
    if sidecar.source not in inbox_sources:
        raise InboxError(
            f"reading the sidecar {path}: source {sidecar.source!r} is not one of {', '.join(inbox_sources)}"
        )
    return sidecar


def add(home: Home, file: Path, sidecar: Sidecar) -> Path:
    """Put a document into the inbox; returns its folder. Adding the same document again changes nothing.

    Raises:
        InboxError: no such file, an empty one, or a kind that cannot be read yet.
    """
    if file.suffix.lower() not in TYPES:
        raise InboxError(
            f"adding {file}: cannot read {file.suffix or 'a file without suffix'}; readable: {', '.join(TYPES)}"
        )
    try:
        payload = file.read_bytes()
    except OSError as error:
        raise InboxError(f"adding {file}: {error.strerror}") from None
    if not payload:
        raise InboxError(f"adding {file}: the file is empty")
    fields = sidecar.model_dump(mode="json")
    name = hashlib.sha256(payload + json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]
    final = home.inbox / name
    if final.exists():
        return final
    staged = home.inbox / f".{name}.part"
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    write_bytes(staged / _safe_name(file.name), payload)
    write_bytes(staged / "sidecar.json", json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1).encode())
    swap_folder(staged, final)
    return final


def _safe_name(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name) or "document"


@dataclass(frozen=True)
class InboxDocuments:
    """What lies in the inbox of a home, for the inbox source that its sidecar names."""

    tonight: Tonight
    name: str = "inbox"

    def takes(self, source: Source) -> bool:
        return source.platform == "inbox"

    def collect(self, sources: Sequence[Source]) -> int:
        return sum(self.tonight.add(source, self._captures(source)) for source in sources)

    def _captures(self, source: Source) -> Iterator[NewCapture]:
        """Captures of the source's inbox documents, in a fixed order."""
        inbox = self.tonight.home.inbox
        for folder in sorted(p for p in inbox.iterdir() if p.is_dir() and not p.name.startswith(".")):
            fields: SidecarFields = json.loads((folder / "sidecar.json").read_text("utf-8"))
            if fields["source"] != source.id:
                continue
            file = next(p for p in sorted(folder.iterdir()) if p.name != "sidecar.json")
            origin = fields["origin"]
            url = origin if re.match(r"https?://\S+$", origin) else f"inbox:{folder.name}/{file.name}"
            yield NewCapture(url, self.tonight.night.as_of, file.read_bytes(), type_of(file), sidecar=fields)


def type_of(file: Path) -> str:
    """The media type of a file, by the end of its name."""
    return TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
