"""What a rule may look at: sentences with offsets, the collectivities named so far, the date and the publisher."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property

from ingest.read.dated import Dated, bind
from ingest.read.near_days import near_day
from ingest.read.organizations import Named, find_known, keys_in
from ingest.read.people import private_words
from ingest.read.rules import Rule
from ingest.territory.gazetteer import Gazetteer, Mention
from ingest.text.dates import PartialDate, find_dates, resolve
from ingest.text.fold import Folded, fold_with_offsets
from ingest.text.language import detect_language
from ingest.text.standing import stems_from
from ingest.text.stems import Stemmed

#: A sentence ends at . ! ? before white space (not after a lone letter or a title such as M. or Mme.) or at a line end.
_END = re.compile(
    r"(?<=[.!?؟])(?<![ (.][A-Z]\.)(?<!\bMme\.)(?<!\bMM\.)(?<!\bDr\.)(?<!\bart\.)(?<!\bno\.)(?<!\.\.)\s+|\n+"
)


@dataclass
class Surroundings:
    """What settles a name that several bear: the host's collectivity, and those that the document names for certain."""

    gazetteer: Gazetteer
    host: str | None
    sentences: list[Sentence] = field(default_factory=list)
    _mentions: dict[int, list[Mention]] = field(default_factory=dict)

    def found(self, sentence: Sentence) -> list[Mention]:
        """Mentions of a sentence as they stand, each sentence looked through once."""
        if sentence.index not in self._mentions:
            self._mentions[sentence.index] = self.gazetteer.find(sentence.text, sentence.folded)
        return self._mentions[sentence.index]

    @cached_property
    def lexicon(self) -> frozenset[str]:
        """Organizations that the document may name."""
        return keys_in("\n".join(s.text for s in self.sentences))

    @cached_property
    def ids(self) -> frozenset[str]:
        named = {m.collectivity_id for s in self.sentences for m in self.found(s)}
        return frozenset(i for i in (self.host, *named) if i is not None)


@dataclass(frozen=True)
class Sentence:
    """One sentence or line: its folded form, its place in the document, its collectivities and organizations."""

    index: int
    folded: Folded
    is_line: bool
    """It ends with the line and has no closing stop: a heading or a list item."""
    gazetteer: Gazetteer
    published: dt.date | None
    surroundings: Surroundings

    @cached_property
    def text(self) -> str:
        return self.folded.text

    @property
    def start(self) -> int:
        return self.folded.base

    @cached_property
    def places(self) -> list[Mention]:
        found = self.surroundings.found(self)
        if all(m.collectivity_id is not None or not m.candidates for m in found):
            return found
        return [
            self.gazetteer.settled(m, self.surroundings.ids, self.text[m.name_start : m.end], self.surroundings.host)
            for m in found
        ]

    @cached_property
    def organizations(self) -> list[Named]:
        return find_known(self.text, self.surroundings.lexicon)

    @cached_property
    def dates(self) -> list[PartialDate]:
        """Date mentions, resolved against the publication date where one is stated."""
        found = (resolve(d, self.published) for d in find_dates(self.folded))
        return [near_day(d, self.text, self.published) for d in found]

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """The same dates, each with what governs it."""
        return bind(self.text, self.dates)

    def has(self, stems: tuple[str, ...]) -> bool:
        """Whether one of some folded stems stands in it: far cheaper than a pattern that begins with many words."""
        return stems_from(stems).stand_in(self.text)

    def names(self, key: str) -> bool:
        return any(n.organization.key == f"organization|{key}" for n in self.organizations)

    def date_in(self, start: int, end: int) -> PartialDate | None:
        """The first date mention that begins inside [start, end)."""
        return next((d for d in self.dates if start <= d.start < end), None)


@dataclass(frozen=True)
class DocumentContext:
    """A document as the rules see it."""

    text: str
    title: str | None
    language: str
    source_url: str
    published: dt.date | None
    gazetteer: Gazetteer
    publisher_collectivity_id: str | None
    sentences: list[Sentence] = field(default_factory=list)
    tables: tuple[tuple[int, int], ...] = ()
    """Offsets at which each table of the text begins and ends, where its file says so."""

    @cached_property
    def folded_at(self) -> dict[int, Folded]:
        """Document offset → the sentence that begins there, folded."""
        return {s.start: s.folded for s in self.sentences}

    @cached_property
    def folded_text(self) -> str:
        """All sentences folded: a quick look whether a word stands in the document at all."""
        return "\n".join(s.text for s in self.sentences)

    def has(self, stems: tuple[str, ...]) -> bool:
        """Whether one of some folded stems stands anywhere in the document."""
        return stems_from(stems).stand_in(self.folded_text)

    def may_speak(self, pattern: Rule | Stemmed) -> bool:
        """Whether a rule or a pattern can match in any sentence."""
        return (pattern.stems if isinstance(pattern, Stemmed) else pattern.looked_for).stand_in(self.folded_text)

    @property
    def names_organizations(self) -> bool:
        """Whether it can name any organization of the lexicon."""
        return bool(self.sentences) and bool(self.sentences[0].surroundings.lexicon)

    @cached_property
    def private_words(self) -> frozenset[str]:
        return private_words(self.text)

    def last_place(
        self, sentence: Sentence, before: int, levels: tuple[str, ...] = (), *, council: bool = False
    ) -> str | None:
        """The collectivity most recently named before a folded offset of `sentence`; else the publisher's own.

        None where the last one named is left open: it is not the one before it, nor the publisher.

        Args:
            levels: only these levels, when given.
            council: only mentions of a council.
        """
        for s in reversed(self.sentences[: sentence.index + 1]):
            for m in reversed(s.places):
                if s is sentence and m.start >= before:
                    continue
                if m.is_city or (council and not m.is_council):
                    continue
                if m.collectivity_id is None:
                    if not levels or set(levels) & set(m.level_codes):
                        return None
                    continue
                if not levels or self.gazetteer[m.collectivity_id].level_code in levels:
                    return m.collectivity_id
        own = self.publisher_collectivity_id
        if own and (not levels or self.gazetteer[own].level_code in levels):
            return own
        return None


def make_context(
    *,
    text: str,
    title: str | None,
    source_url: str,
    published: dt.date | None,
    gazetteer: Gazetteer,
    publisher_collectivity_id: str | None,
    tables: tuple[tuple[int, int], ...] = (),
) -> DocumentContext:
    """Split `text` into sentences and lines, offsets kept."""
    context = DocumentContext(
        text, title, detect_language(text), source_url, published, gazetteer, publisher_collectivity_id, tables=tables
    )
    surroundings = Surroundings(gazetteer, publisher_collectivity_id, context.sentences)
    position = 0
    for m in [*_END.finditer(text), None]:
        end = m.start() if m else len(text)
        piece = text[position:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            body = piece.strip()
            is_line = body[-1] not in ".!?؟" and (m is None or "\n" in m.group())
            folded = fold_with_offsets(body, position + lead)
            context.sentences.append(
                Sentence(len(context.sentences), folded, is_line, gazetteer, published, surroundings)
            )
        position = m.end() if m else len(text)
    return context
