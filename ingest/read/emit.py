"""Collects the observations of one document, each with its origin and a short, clean quotation."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.read.context import DocumentContext, Sentence
from ingest.read.findings import Findings
from ingest.read.organizations import Organization
from ingest.read.origin import NO_QUOTE, Provenance, digest
from ingest.read.people import redact
from ingest.records import Keyed, Mention, Origin
from ingest.text.fold import clean, fold

#: A quotation is a help to find the place, not a copy: law 31-13 art. 6 asks for source and date, not for the page.
MAX_QUOTE = 200


@dataclass
class Emitter:
    """Observations of one document, in the order they were added; the first observation of a natural key wins."""

    context: DocumentContext
    provenance: Provenance
    records: list[Keyed] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)
    """The same records by kind, for readers that depend on what others found."""
    _seen: set[tuple[type[Keyed], str]] = field(default_factory=set)

    @property
    def source_id(self) -> str:
        return self.provenance.source_id

    def origin(self, start: int, end: int) -> Origin:
        """The origin of the document characters [start, end)."""
        exact = self.context.text[start:end]
        return self.provenance.origin(f"chars:{start}-{end}", digest(exact), self._quote(exact))

    def _quote(self, exact: str) -> str | None:
        if self.provenance.quote_basis == NO_QUOTE:
            return None
        text = redact(clean(exact), self.context.private_words)
        return text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1].rsplit(" ", 1)[0] + "…"

    def at(self, sentence: Sentence, start: int, end: int) -> Origin:
        """The origin of the folded slice [start, end) of a sentence."""
        return self.origin(*sentence.folded.span(start, end))

    def public(self, text: str) -> str:
        """A name or title fit to be published: bidi marks and private names removed."""
        return redact(clean(text), self.context.private_words).strip(' ،,؛;:."“”«»-–')

    def add(self, record: Keyed) -> bool:
        """Keep the record unless its natural key was already seen in this document."""
        key = (type(record), record.natural_key)
        if key in self._seen:
            return False
        self._seen.add(key)
        self.records.append(record)
        self.findings.take(record)
        return True

    def mention(self, organization: Organization, sentence: Sentence, start: int, end: int) -> str:
        """Record that an organization is named here; returns its natural key."""
        self.add(
            Mention(
                natural_key=organization.key,
                entity_kind_code="organization",
                kind_code=organization.kind_code,
                collectivity_id=None,
                name=self.public(organization.label),
                language_code=self.context.language,
                name_ar=organization.name_ar,
                name_fr=organization.name_fr,
                name_en=organization.name_en,
                acronym=organization.acronym,
                origin=self.at(sentence, start, end),
            )
        )
        return organization.key

    def body(
        self, kind: str, collectivity_id: str | None, name: str | None, sentence: Sentence, start: int, end: int
    ) -> str:
        """Record that a body is named here; returns its natural key. A council's key needs no name."""
        key = f"body|{kind}|{collectivity_id or self.context.source_url}"
        if kind != "council":
            key += f"|{fold(name or '')}"
        if kind != "council" or collectivity_id is None:
            self.add(
                Mention(
                    natural_key=key,
                    entity_kind_code="body",
                    kind_code=kind,
                    collectivity_id=collectivity_id,
                    name=self.public(name or ""),
                    language_code=self.context.language,
                    name_ar=self.public(name or "") if self.context.language == "ar" else None,
                    name_fr=self.public(name or "") if self.context.language != "ar" else None,
                    name_en=None,
                    acronym=None,
                    origin=self.at(sentence, start, end),
                )
            )
        return key
