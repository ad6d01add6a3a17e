"""Text of PDF pages, and whether the text layer can be trusted.

pypdf keeps the lam-alef ligature and the logical order that pdfium and poppler swap (measured on the sample files:
docs/adr/0011). A wrong ToUnicode map fools every engine alike, so agreement proves nothing; letter statistics tell. A
page with ruled tables is read by pdfplumber, cell by cell, right to left where it is Arabic. To be called through
`DocumentReader`, which gives it memory and time limits.
"""

from __future__ import annotations

import io
import itertools
import re
from typing import Any

from ingest.read.documents.model import ReadDocument

MAX_PAGES = 2000
_ARABIC = re.compile(r"[\u0621-\u064a]")
_DOUBLED = re.compile(r"([\u0621-\u064a])\1")
#: Gates on the share among Arabic letters, from measured pages: sound text has و below 7 %, doubled letters below 4 %
#: and no tatweel; the corrupt page had 23 %, 13 % and 9.6 %.
_LIMITS = {"waw_share": 0.12, "doubled_share": 0.05, "tatweel_share": 0.05}
#: Operators that draw a box or a line.
_RULES = re.compile(rb"(?<![A-Za-z])(?:re|l)(?=\s)")
_TURNED_BRACKETS = str.maketrans("()", ")(")
_SPACES = re.compile(r"[ \t]+")
#: A glyph is drawn a second time at most so much of its width away (seen: 0.3 pt of 6).
_SHIFT = 0.35
#: So many glyphs of one letter at one place are looked at: more are no print.
_MOST_NEAR = 8
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
    """Read a PDF in this process; call through `DocumentReader` for anything from outside."""
    import pypdf  # heavy: only the child process needs it

    try:
        reader = pypdf.PdfReader(io.BytesIO(payload))
        if reader.is_encrypted and not reader.decrypt(""):
            return ReadDocument("unreadable", reason="encrypted")
        count = len(reader.pages)
        if count > MAX_PAGES:
            return ReadDocument("unreadable", reason=f"{count} pages, more than {MAX_PAGES}", page_count=count)
        tables: dict[int, str] = _table_pages(payload, [i for i, page in enumerate(reader.pages) if _is_ruled(page)])
        pages = [tables.get(i) or _tidy(page.extract_text()) for i, page in enumerate(reader.pages)]
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


def _is_ruled(page: Any) -> bool:
    """Whether a page draws enough lines or boxes to hold a table; a cheap look at its drawing operators."""
    contents = page.get_contents()
    return contents is not None and len(_RULES.findall(contents.get_data()[:2_000_000])) >= 4


def _table_pages(payload: bytes, numbers: list[int]) -> dict[int, str]:
    """Text of those pages that hold a table: lines outside it, and one line per row, its cells separated by bars."""
    if not numbers:
        return {}
    import pdfplumber  # heavy: only the child process needs it

    found = {}
    with pdfplumber.open(io.BytesIO(payload)) as pdf:
        for number in numbers:
            page = pdf.pages[number]
            _drop_second_glyphs(page)
            _mend_ligatures(page)
            tables = [t for t in page.find_tables() if len(t.rows) >= 2 and len(t.columns) >= 2]
            if tables:
                found[number] = _page_with_tables(page, tables)
            page.close()
    return found


def _drop_second_glyphs(page: Any) -> None:
    """Each glyph once: a printer's bold draws it again a hair's breadth beside itself, and 150000 came as 115500000000.

    The same letter less than a third of its width away can only be that; two letters in a row stand a width apart.
    """
    chars = page.objects.get("char", [])
    drawn: dict[tuple[str, int, int], list[Any]] = {}
    kept = []
    for char in chars:
        x, y = round(char["x0"]), round(char["top"])
        width = char["x1"] - char["x0"]
        near = (
            other
            for dx, dy in itertools.product((-1, 0, 1), repeat=2)
            for other in drawn.get((char["text"], x + dx, y + dy), ())[:_MOST_NEAR]
        )
        limit = min(1.0, width * _SHIFT)
        if any(abs(o["x0"] - char["x0"]) < limit and abs(o["top"] - char["top"]) < limit for o in near):
            continue
        drawn.setdefault((char["text"], x, y), []).append(char)
        kept.append(char)
    chars[:] = kept


def _mend_ligatures(page: Any) -> None:
    """Lam-alef, so that turning the whole line later sets it right.

    It comes as one glyph of two letters, which are turned here, or as two of which the second has no width: that one is
    put left of the first.
    """
    chars = page.chars
    for i, char in enumerate(chars):
        text = char["text"]
        if len(text) > 1 and all("\u0600" <= c <= "\u06ff" for c in text):
            char["text"] = text[::-1]
        elif text in "اأإآ" and char["x1"] - char["x0"] < 0.1:
            for other in chars[max(0, i - 1) : i + 2]:
                if other["text"] == "ل" and abs(other["x0"] - char["x0"]) < 0.5:
                    char["x0"] = char["x1"] = other["x0"] - 0.01


def _page_with_tables(page: Any, tables: list[Any]) -> str:
    def outside(thing: Any) -> bool:
        middle = (thing["top"] + thing["bottom"]) / 2
        return not any(t.bbox[1] <= middle <= t.bbox[3] and t.bbox[0] <= thing["x0"] <= t.bbox[2] for t in tables)

    blocks = [
        (line["top"], _logical(line["text"]))
        for line in page.filter(lambda x: x["object_type"] != "char" or outside(x)).extract_text_lines()
    ]
    for table in tables:
        for row, cells in zip(table.rows, table.extract(), strict=True):
            texts = [" ".join(_logical(line) for line in (cell or "").split("\n")).strip() for cell in cells]
            if sum(len(_ARABIC.findall(t)) for t in texts) * 2 > sum(len(t.replace(" ", "")) for t in texts):
                texts.reverse()
            if any(texts):
                blocks.append((row.bbox[1], " | ".join(texts)))
    return "\n".join(text for _, text in sorted(blocks, key=lambda b: b[0]) if text)


def _logical(line: str) -> str:
    """A line in reading order, from the order in which its glyphs stand."""
    from bidi.algorithm import get_display  # heavy: only the child process needs it

    if not _ARABIC.search(line):
        return line.strip()
    text = _SPACES.sub(" ", str(get_display(line, base_dir="R"))).strip()
    # Producers disagree on whether a bracket's text is its shape or its sense: a closing one first is the wrong sense.
    closed, opened = text.find(")"), text.find("(")
    return text.translate(_TURNED_BRACKETS) if -1 < closed < opened else text
