"""One place knows the words of numbers: elsewhere in `ingest` none are listed."""

from __future__ import annotations

import re

from ingest.text.fold import fold
from ingest.text.numerals.vocabulary import LANGUAGES, words
from tests.structure import PROJECT, place

VOCABULARY = PROJECT / "ingest" / "text" / "numerals"
#: Two in one line may be an idiom of a rule ("les deux points", "deux"); three are a list.
A_LIST = 3


def numbers() -> dict[str, int]:
    """Single folded words of numbers and ordinals; 'second' is a unit of time as well."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        own = words(language)
        for values in (own.cardinals, own.ordinals, own.listed, own.days):
            found |= {
                fold(w): n for n, ws in values.items() if n > 1 for w in ws if " " not in w and not w[0].isdigit()
            }
    return found


def test_no_second_list_of_words_of_numbers() -> None:
    known = numbers()
    found = []
    for path in sorted(p for s in ("*.py", "*.yml") for p in (PROJECT / "ingest").rglob(s)):
        if VOCABULARY in path.parents or "registry/sources" in path.as_posix():
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            code = line.split("#")[0] if path.suffix == ".py" else line
            values = {known[w] for w in re.findall(r"[^\W\d_]+", fold(code)) if w in known}
            if len(values) >= A_LIST:
                found.append(f"{place(path)}:{number}: {line.strip()[:80]}")
    assert not found, "the words of numbers stand in ingest/text/numerals:\n" + "\n".join(found)
