"""Who is quoted: a person by function only, never by name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext, Sentence
from ingest.read.events.actors import Actor
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern

_SAID = _p(r"(?<!\w)و?(?:قالت?|أكدت?|أوضحت?|صرحت?|أبرزت?|أشارت?|كشفت?|شددت?|اعتبرت?|ذكرت?)(?: (?:أن|ب))? ?")
_SAID_FR = _p(
    r"\b(?:a (?:declare|indique|souligne|precise|affirme|explique|ajoute|rappele|releve|dit)|indique|declare|souligne"
    r"|selon)\b"
)
_SAID_STEMS = tuple(
    fold(w)
    for w in (
        *("قال", "أكد", "أوضح", "صرح", "أبرز", "أشار", "كشف", "شدد", "اعتبر", "ذكر"),
        *("declar", "indiqu", "soulign", "precis", "affirm", "expliq", "ajout", "rappel", "relev", "a dit", "selon"),
    )
)
_FUNCTIONS: list[tuple[str, str]] = [
    ("vice_president", r"(?:ال)?نائب(?:ة)?(?: أول| الأول| الأولى)? (?:ل)?(?:ال)?رئيسة?|vice-presidente?"),
    ("president", r"(?:ال)?رئيسة?|presidente?"),
    ("secretary_general", r"(?:ال)?كاتبة? (?:ال)?عامة?|secretaire generale?"),
    (
        "director_general",
        r"(?:ال)?مديرة? (?:ال)?عامة?(?! للجماعات)(?: للمصالح)?|direct(?:eur|rice) general(?:e)?(?: des services)?",
    ),
    ("wali", r"(?:ال)?والي|wali"),
    ("governor", r"(?:ال)?عامل(?= |ة)|gouverneure?"),
    ("minister", r"(?:ال)?وزيرة?|ministre"),
    ("member", r"(?:ال)?مستشارة?|(?:ال)?عضوة?|conseillere?"),
    ("coordinator", r"(?:ال)?منسقة?|coordina(?:teur|trice)"),
    ("director", r"(?:ال)?مديرة?|direct(?:eur|rice)"),
]
_FUNCTION = re.compile(
    "|".join(f"(?P<f{i}>(?<!\\w)(?:{fold_pattern(p)})(?!\\w))" for i, (_, p) in enumerate(_FUNCTIONS))
)


@dataclass(frozen=True)
class Speaker:
    """Who is quoted, by function only."""

    sentence: Sentence
    start: int
    end: int
    function: str
    collectivity_id: str | None
    words: str


def find_speaker(context: DocumentContext) -> Speaker | None:
    """The first person whose speech the document reports, as a function; a name is never read."""
    for s in context.sentences if context.has(_SAID_STEMS) else ():
        starts = [m.end() for m in _SAID.finditer(s.text)] if context.language == "ar" else []
        french = _SAID_FR.search(s.text) if context.language != "ar" else None
        if not starts and french is None:
            continue
        for f in _FUNCTION.finditer(s.text):
            spoken = any(0 <= f.start() - e <= 30 for e in starts) or (french is not None)
            if not spoken:
                continue
            place = next((p for p in s.places if f.end() - 2 <= p.start <= f.end() + 25), None)
            end = place.end if place else f.end()
            code = next(_FUNCTIONS[int(k[1:])][0] for k, v in f.groupdict().items() if v)
            collectivity_id = place.collectivity_id if place else None
            return Speaker(s, f.start(), end, code, collectivity_id, s.folded.raw(f.start(), end))
    return None


def speaker_actor(speaker: Speaker) -> Actor:
    """Who is quoted as one who takes part: a function of a council, where it is said of which."""
    key = f"body|council|{speaker.collectivity_id}" if speaker.collectivity_id else None
    return Actor(
        "function",
        key,
        speaker.words,
        speaker.start,
        speaker.end,
        collectivity_id=speaker.collectivity_id,
        body_kind="council" if key else None,
        function=speaker.function,
    )
