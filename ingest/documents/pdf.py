"""Text of PDF pages, and whether the text layer can be trusted.

pypdf keeps the lam-alef ligature and the logical order that pdfium and poppler swap (measured on the sample files:
docs/adr/0011). A wrong ToUnicode map fools every engine alike, so agreement proves nothing; letter statistics tell.
Runs in a child process with memory and time limits: a malformed file never takes the run down.
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
import re
import resource
import subprocess
import sys
import threading
from types import TracebackType

from ingest.documents.model import ReadDocument

MAX_PAGES = 2000
MEMORY_BYTES = 2 * 1024**3
SECONDS = 60.0
_ARABIC = re.compile(r"[\u0621-\u064a]")
_DOUBLED = re.compile(r"([\u0621-\u064a])\1")
#: Gates on the share among Arabic letters, from measured pages: sound text has و below 7 %, doubled letters below 4 %
#: and no tatweel; the corrupt page had 23 %, 13 % and 9.6 %.
_LIMITS = {"waw_share": 0.12, "doubled_share": 0.05, "tatweel_share": 0.05}
_SPACES = re.compile(r"[ \t]+")
_LIST_ITEM = re.compile(r"^\W{0,2}\d{1,2}\s*[-–./)ـ]|^[•▪●o★]\s")


def layer_measures(text: str) -> dict[str, float]:
    """Letter statistics of a text layer, as shares of its Arabic letters."""
    letters = len(_ARABIC.findall(text))
    if letters == 0:
        return {"arabic_letters": 0.0}
    return {
        "arabic_letters": float(letters),
        "waw_share": round(text.count("و") / letters, 4),
        "doubled_share": round(len(_DOUBLED.findall(text)) / letters, 4),
        "tatweel_share": round(text.count("\u0640") / letters, 4),
        "replacement_share": round(text.count("\ufffd") / letters, 4),
    }


def distrust(measures: dict[str, float]) -> str | None:
    """Why a text layer is not to be trusted, or None."""
    if measures["arabic_letters"] < 60:
        return None
    over = [f"{name} {measures[name]:.3f} > {limit}" for name, limit in _LIMITS.items() if measures[name] > limit]
    return "corrupt text layer: " + ", ".join(over) if over else None


def extract_pdf(payload: bytes) -> ReadDocument:
    """Read a PDF in this process; call through `PdfReader` for anything from outside."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(payload))
        if reader.is_encrypted and not reader.decrypt(""):
            return ReadDocument("unreadable", reason="encrypted")
        count = len(reader.pages)
        if count > MAX_PAGES:
            return ReadDocument("unreadable", reason=f"{count} pages, more than {MAX_PAGES}", page_count=count)
        pages = [_tidy(page.extract_text()) for page in reader.pages]
        info = reader.metadata.title if reader.metadata else None
    except Exception as error:  # pypdf raises many kinds on malformed files; the kind is kept in the reason
        return ReadDocument("unreadable", reason=f"malformed: {type(error).__name__}")
    text = "\n".join(p for p in pages if p)
    measures = layer_measures(text)
    if not text.strip():
        return ReadDocument("unreadable", reason="no text layer", page_count=count, measures=measures)
    if reason := distrust(measures):
        return ReadDocument("unreadable", reason=reason, page_count=count, measures=measures)
    first = next((line for line in text.split("\n") if line.strip()), None)
    return ReadDocument("ok", text, (str(info).strip() if info else None) or first, None, None, count, True, measures)


def _tidy(text: str) -> str:
    """Lines of a page, a line that the page's width broke joined to the next one.

    A full line without a closing stop goes on in the next, unless that one opens a list item.
    """
    lines = [line for raw in text.replace("\r", "\n").split("\n") if (line := _SPACES.sub(" ", raw).strip())]
    if not lines:
        return ""
    full = 0.7 * max(len(line) for line in lines)
    out = [lines[0]]
    for before, line in itertools.pairwise(lines):
        goes_on = len(before) >= full and before[-1] not in ".!?؟:;" and not _LIST_ITEM.match(line)
        if goes_on:
            out[-1] += " " + line
        else:
            out.append(line)
    return "\n".join(out)


def serve() -> None:
    """The child's loop: 8 bytes of length and a PDF in, 8 bytes of length and a JSON document out."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    while len(head := sys.stdin.buffer.read(8)) == 8:
        document = extract_pdf(sys.stdin.buffer.read(int.from_bytes(head, "big")))
        answer = json.dumps(dataclasses.asdict(document)).encode()
        sys.stdout.buffer.write(len(answer).to_bytes(8, "big") + answer)
        sys.stdout.buffer.flush()


class PdfReader:
    """One child process that reads PDFs; started at the first file, replaced when a file kills it."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> PdfReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def read(self, payload: bytes) -> ReadDocument:
        """The document, or `unreadable` with the reason when the child ran out of time or memory."""
        if self._child is None:
            command = [sys.executable, "-c", "from ingest.documents.pdf import serve; serve()"]
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        child = self._child
        is_late = threading.Event()

        def cut_off() -> None:
            is_late.set()
            child.kill()

        late = threading.Timer(self._seconds, cut_off)
        late.start()
        try:
            assert child.stdin is not None and child.stdout is not None
            child.stdin.write(len(payload).to_bytes(8, "big") + payload)
            child.stdin.flush()
            size = int.from_bytes(child.stdout.read(8), "big")
            answer = child.stdout.read(size)
        except BrokenPipeError:
            answer = b""
        finally:
            late.cancel()
        if not answer:
            self._stop()
            if is_late.is_set():
                return ReadDocument("unreadable", reason=f"took longer than {self._seconds:.0f} s")
            return ReadDocument("unreadable", reason=f"needed more than {MEMORY_BYTES >> 20} MiB or crashed the reader")
        fields = json.loads(answer)
        fields["links"] = tuple(fields["links"])
        return ReadDocument(**fields)
