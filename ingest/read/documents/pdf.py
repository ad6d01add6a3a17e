"""Text of PDF pages, and whether the text layer can be trusted.

pypdf keeps the lam-alef ligature and the logical order that pdfium and poppler swap (measured on the sample files:
docs/adr/0011). A wrong ToUnicode map fools every engine alike, so agreement proves nothing; letter statistics tell. A
page with ruled tables, or whose words are glued, is read by where its glyphs stand (`pdf_tables`), and so are all
Arabic pages of a file whose producer draws its words in the order in which they stand, as browsers do: pypdf gives them
from left to right. To be called through `DocumentReader`, which gives it memory and time limits.
"""

from __future__ import annotations

import io
import itertools
import re
from collections import Counter
from typing import Any

from ingest.read.documents.model import ReadDocument, TextLines, titled
from ingest.read.documents.pdf_order import ARABIC, is_right_to_left
from ingest.read.documents.pdf_tables import RuledPage, goes_on, laid_out, placed_pages
from ingest.text.damage import to_letters
from ingest.text.fold import clean

MAX_PAGES = 2000
_ARABIC = re.compile(r"[\u0621-\u064a]")
_DOUBLED = re.compile(r"([\u0621-\u064a])\1")
#: Gates on the share among Arabic letters, from measured pages: sound text has و below 7 %, doubled letters below 4 %
#: and no tatweel; the corrupt page had 23 %, 13 % and 9.6 %.
_LIMITS = {"waw_share": 0.12, "doubled_share": 0.05, "tatweel_share": 0.05}
#: Letters that make up most of any Arabic text, of which those of the article a good part. Of 600 pieces of 60 letters
#: from council pages, and lists of names of communes, none had less than 0.43 of the first; of 350 pieces of 100
#: letters none less than 0.14 of the second. Other letters in their place: a font whose table of letters is wrong.
_COMMON, _ARTICLE = re.compile(r"[اأإآىليمونرتب]"), re.compile(r"[اأإآل]")
_LEAST_COMMON, _LEAST_ARTICLE = 0.40, 0.10
_SHORT_PAGE, _LONG_PAGE = 60, 100
#: The article at the wrong end of words.
_FORWARDS = re.compile(r"(?<![\u0621-\u064a])ال[\u0621-\u064a]{2}")
_BACKWARDS = re.compile(r"[\u0621-\u064a]{2}لا(?![\u0621-\u064a])")
_MANY_BACKWARDS = 6
#: Operators that draw a box or a line.
_RULES = re.compile(rb"(?<![A-Za-z])(?:re|l)(?=\s)")
_SPACES = re.compile(r"[ \t]+")
#: Words of Arabic with what is written together with them; one in ten letters in longer ones is no text.
_RUN = re.compile(r"[\u0621-\u064a\ufb50-\ufefc]+")
_LONGEST_WORD, _MIN_LETTERS, _GLUED_SHARE = 14, 40, 0.1
#: A number that has lost the space before or behind it; one letter before a number may be a word of one letter.
_GLUED_NUMBER = re.compile(r"(?<=[\u0621-\u064a]{3})(?=\d)|(?<=\d)(?=[\u0621-\u064a]{2})")
#: Arabic pages of which the order of the words is looked at; pages that are read by where their glyphs stand, at most.
_LOOK_PAGES, _MAX_PLACED = 12, 150
#: So many of a page's lines are the same in both readings where the order is that of reading.
_SAME_SHARE = 0.8
_SIGNS = re.compile(r"[\W_\u0640\u064b-\u0655\u0670]+")
_NUMBER_OR_LATIN = re.compile(r"[0-9\u0660-\u0669A-Za-z]")


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


def is_unsound(text: str) -> bool:
    """Whether the Arabic letters of one page are none of Arabic text: others in their place, or in turned words."""
    letters = len(_ARABIC.findall(text))
    if letters < _SHORT_PAGE:
        return False
    if len(_COMMON.findall(text)) < _LEAST_COMMON * letters:
        return True
    if letters >= _LONG_PAGE and len(_ARTICLE.findall(text)) < _LEAST_ARTICLE * letters:
        return True
    backwards = len(_BACKWARDS.findall(text))
    return backwards >= _MANY_BACKWARDS and backwards > len(_FORWARDS.findall(text))


def distrust(measures: dict[str, float]) -> str | None:
    """Why a text layer is not to be trusted, or None."""
    if pages := measures.get("unsound_pages"):
        return f"corrupt text layer: letters of {pages:.0f} pages are those of no Arabic text"
    if measures["arabic_letters"] < _SHORT_PAGE:
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
        read, found = _text_of(reader, payload)
        info = reader.metadata.title if reader.metadata else None
    except TooManyPages as error:
        return ReadDocument("unreadable", reason=str(error), page_count=count)
    except Exception as error:  # pypdf raises many kinds on malformed files; the kind is kept in the reason
        return ReadDocument("unreadable", reason=f"malformed: {type(error).__name__}")
    text = read.text
    measures = layer_measures(text) | found
    if not text.strip():
        return ReadDocument("unreadable", reason="no text layer", page_count=count, measures=measures)
    if reason := distrust(measures):
        return ReadDocument("unreadable", reason=reason, page_count=count, measures=measures)
    title = clean(to_letters(str(info))[0]) if info else ""
    title = title or next(line for line in read.lines if line.strip())
    return ReadDocument("ok", text, titled(title), page_count=count, measures=measures, tables=read.spans)


def _text_of(reader: Any, payload: bytes) -> tuple[TextLines, dict[str, float]]:
    """The lines of a PDF; how many letters of it were in presentation forms, and how many pages hold no Arabic letters.

    Raises:
        TooManyPages: more pages than `_MAX_PLACED` would have to be read by where their glyphs stand.
    """
    texts = [str(page.extract_text()) for page in reader.pages]
    arabic = [i for i, text in enumerate(texts) if ARABIC.search(text)]
    needed = {i for i, page in enumerate(reader.pages) if _is_ruled(page) or _is_glued(texts[i])}
    found = placed_pages(payload, sorted(needed.union(arabic[:_LOOK_PAGES])))
    is_turned = any(_is_turned(texts[i], found[i]) for i in arabic[:_LOOK_PAGES])
    if is_turned:
        if len(arabic) > _MAX_PLACED:
            raise TooManyPages(f"{len(arabic)} pages whose words do not come in reading order, more than {_MAX_PLACED}")
        needed.update(arabic)
        found |= placed_pages(payload, [i for i in arabic if i not in found])
    pages: list[RuledPage | list[str]] = []
    for i, text in enumerate(texts):
        page = found.get(i) if i in needed else None
        is_better = page is not None and (page.tables or _is_glued(text) or (is_turned and page.is_whole))
        pages.append(page if page is not None and is_better else _tidy(to_letters(text)[0]))
    whole = "\n".join(texts)
    unsound = sum(is_unsound(to_letters(texts[i])[0]) for i in arabic)
    told = {"presentation_forms": to_letters(whole)[1], "unsound_pages": unsound}
    measures = {name: float(count) for name, count in told.items() if count}
    return laid_out(pages, right_to_left=is_right_to_left(whole)), measures


class TooManyPages(Exception):
    """More pages than can be read in time; the message says how many."""


def _is_turned(text: str, page: RuledPage) -> bool:
    """Whether the words of a page come in another order than that in which its glyphs are read.

    Lines with a number or a Latin word count by themselves: they alone are turned where words are drawn line by line.
    """
    if not page.is_whole:
        return False
    came = _SIGNS.sub("", to_letters(text)[0])
    lines = [words for _, words in page.lines if ARABIC.search(words) and " " in words.strip()]
    return any(
        group and sum(_SIGNS.sub("", line) in came for line in group) < _SAME_SHARE * len(group)
        for group in (lines, [line for line in lines if _NUMBER_OR_LATIN.search(line)])
    )


def _is_glued(text: str) -> bool:
    """Whether words have lost the spaces between them: some producers draw all spaces of a line before its letters."""
    runs = [len(run) for run in _RUN.findall(text)]
    letters = sum(runs)
    return letters >= _MIN_LETTERS and sum(n for n in runs if n > _LONGEST_WORD) > _GLUED_SHARE * letters


#: A page whose longest line is shorter is not filled by it: a sheet of labels and values.
_WIDE_CHARS = 50
_DIGITS = re.compile(r"\d+")


def _tidy(text: str) -> list[str]:
    """Lines of a page, a line that the page's width broke joined to the next one.

    A full line without a closing stop goes on in the next, unless that one opens a list item or stands on the page
    again, as labels and numbered headings do.
    """
    text = _GLUED_NUMBER.sub(" ", text.replace("\r", "\n"))
    lines = [line for raw in text.split("\n") if (line := _SPACES.sub(" ", raw).strip())]
    if not lines:
        return []
    times = Counter(_DIGITS.sub("#", line) for line in lines)
    full = max(0.7 * max(len(line) for line in lines), _WIDE_CHARS)
    out = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if len(before) >= full and goes_on(before, line) and times[_DIGITS.sub("#", line)] == 1:
            out[-1] += " " + line
        else:
            out.append(line)
    return out


def _is_ruled(page: Any) -> bool:
    """Whether a page draws enough lines or boxes to hold a table; a cheap look at its drawing operators."""
    contents = page.get_contents()
    return contents is not None and len(_RULES.findall(contents.get_data()[:2_000_000])) >= 4
