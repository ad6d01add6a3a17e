"""`dcat.ttl`, `dcat.jsonld` (DCAT-AP 3): a catalogue with one dataset and one distribution per file of this release."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from expectations.sheets.model import Table
from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.inventory import LICENCES, ReleaseFile, description, title
from warehouse.formats.tables import TABLE_ENDINGS
from warehouse.formats.workbooks import LANGUAGES

if TYPE_CHECKING:
    from rdflib import Literal, URIRef
    from rdflib.term import Node

_EU = "http://publications.europa.eu/resource/authority/"
_LANGUAGE = {"ar": f"{_EU}language/ARA", "fr": f"{_EU}language/FRA", "en": f"{_EU}language/ENG"}
_FORMAT = {
    ".csv": "CSV",
    ".parquet": "PARQUET",
    ".ndjson": "JSON",
    ".xlsx": "XLSX",
    ".graphml": "XML",
    ".duckdb": "BIN",
    ".json": "JSON",
}
#: Files that describe the release: they are no distributions of its data.
_DESCRIPTORS = ("metadata.json", "datapackage.json", "schema-changes.json")
_KEYWORDS = (
    ("شفافية", "ar"),
    ("collectivités territoriales", "fr"),
    ("open government", "en"),
    ("Morocco", "en"),
)
_AVAILABILITY = "http://data.europa.eu/r5r/availability"


def write_dcat(draft: Draft, files: dict[str, ReleaseFile]) -> None:
    """Write the catalogue twice, from one graph."""
    catalogue = _Catalogue(draft)
    catalogue.add_publisher()
    catalogue.add_catalogue()
    catalogue.add_dataset()
    catalogue.add_contact()
    for file in files.values():
        catalogue.add_distribution(file)
    catalogue.write()


class _Catalogue:
    """One graph: a publisher, its catalogue, one dataset, a distribution a file."""

    def __init__(self, draft: Draft) -> None:
        # Heavy: a reading command has no need of it.
        import rdflib
        from rdflib.namespace import DCTERMS, FOAF

        self._rdf = rdflib
        self._draft = draft
        self._dct, self._foaf = DCTERMS, FOAF
        self._dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
        self._spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
        self._vcard = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
        self._adms = rdflib.Namespace("http://www.w3.org/ns/adms#")
        self._graph = rdflib.Graph()
        for name, space in (
            ("dcat", self._dcat),
            ("dct", self._dct),
            ("foaf", self._foaf),
            ("spdx", self._spdx),
            ("vcard", self._vcard),
            ("adms", self._adms),
        ):
            self._graph.bind(name, space)
        base = draft.publisher.base_url
        self._home = self._uri(base)
        self._catalogue, self._dataset, self._publisher = (
            self._uri(f"{base}#{part}") for part in ("catalogue", "dataset", "publisher")
        )
        self._moment = rdflib.Literal(draft.as_of, datatype=rdflib.XSD.dateTime)
        self._licence = self._uri(LICENCES["CC-BY-4.0"]["path"])

    def _uri(self, address: str) -> URIRef:
        return self._rdf.URIRef(address)

    def _words(self, text: str, language: str | None = None) -> Literal:
        return self._rdf.Literal(text, lang=language)

    def _add(self, thing: Node, *facts: tuple[Node, Node]) -> None:
        for name, value in facts:
            self._graph.add((thing, name, value))

    def add_publisher(self) -> None:
        self._add(self._publisher, (self._rdf.RDF.type, self._foaf.Agent))
        for x in LANGUAGES:
            self._add(self._publisher, (self._foaf.name, self._words(self._draft.publisher.name(x), x)))

    def add_catalogue(self) -> None:
        self._describe(self._catalogue, self._dcat.Catalog)
        self._add(
            self._catalogue,
            (self._foaf.homepage, self._home),
            (self._dct.license, self._licence),
            (self._dcat.themeTaxonomy, self._uri(f"{_EU}data-theme")),
            (self._dcat.dataset, self._dataset),
        )

    def add_dataset(self) -> None:
        changes = self._draft.url(self._draft.path("_changes", ".csv").name)
        self._describe(self._dataset, self._dcat.Dataset)
        self._add(
            self._dataset,
            (self._dct.identifier, self._words(str(self._dataset))),
            (self._dcat.version, self._words(self._draft.release_id)),
            (self._adms.versionNotes, self._words(f"What changed: {changes}", "en")),
            (self._dct.accrualPeriodicity, self._uri(f"{_EU}frequency/DAILY")),
            (self._dct.accessRights, self._uri(f"{_EU}access-right/PUBLIC")),
            (self._dcat.theme, self._uri(f"{_EU}data-theme/GOVE")),
            (self._dcat.landingPage, self._home),
        )
        self._add(self._home, (self._rdf.RDF.type, self._foaf.Document))
        for word, language in _KEYWORDS:
            self._add(self._dataset, (self._dcat.keyword, self._words(word, language)))

    def _describe(self, thing: URIRef, kind: URIRef) -> None:
        """What is said of the catalogue and of the dataset alike."""
        self._add(thing, (self._rdf.RDF.type, kind))
        for x in LANGUAGES:
            self._add(
                thing,
                (self._dct.title, self._words(title(self._draft, x), x)),
                (self._dct.description, self._words(description(self._draft, x), x)),
                (self._dct.language, self._uri(_LANGUAGE[x])),
            )
        self._add(
            thing,
            (self._dct.publisher, self._publisher),
            (self._dct.modified, self._moment),
            (self._dct.spatial, self._uri(f"{_EU}country/MAR")),
        )

    def add_contact(self) -> None:
        """Whom to write to; nothing where nobody is named."""
        address = self._draft.publisher.contact_email
        if not address:
            return
        contact = self._rdf.BNode("contact")
        self._add(self._dataset, (self._dcat.contactPoint, contact))
        self._add(
            contact,
            (self._rdf.RDF.type, self._vcard.Organization),
            (self._vcard.fn, self._words(self._draft.publisher.name_en)),
            (self._vcard.hasEmail, self._uri(f"mailto:{address}")),
        )

    def add_distribution(self, file: ReleaseFile) -> None:
        """One file, unless it describes the release."""
        file_type = next((f for e, f in _FORMAT.items() if file.name.endswith(e)), None)
        if file_type is None or file.name.endswith(_DESCRIPTORS):
            return
        url = self._uri(self._draft.url(file.name))
        this, checksum = self._uri(f"{url}#distribution"), self._uri(f"{url}#sha256")
        self._add(self._dataset, (self._dcat.distribution, this))
        table = self._table_of(file)
        for x in LANGUAGES:
            self._add(
                this,
                (self._dct.title, self._words(table.label[x] if table else file.name, x)),
                (self._dct.description, self._words(table.definition[x] if table else title(self._draft, x), x)),
            )
        xsd, media = self._rdf.XSD, f"https://www.iana.org/assignments/media-types/{file.media_type}"
        self._add(
            this,
            (self._rdf.RDF.type, self._dcat.Distribution),
            (self._dcat.accessURL, url),
            (self._dcat.downloadURL, url),
            (self._dcat.byteSize, self._rdf.Literal(file.bytes, datatype=xsd.nonNegativeInteger)),
            (self._dcat.mediaType, self._uri(media)),
            (self._dct["format"], self._uri(f"{_EU}file-type/{file_type}")),
            (self._dct.license, self._licence),
            (self._dct.modified, self._moment),
            (self._uri(_AVAILABILITY), self._uri(f"{_EU}planned-availability/AVAILABLE")),
            (self._spdx.checksum, checksum),
        )
        self._add(
            checksum,
            (self._rdf.RDF.type, self._spdx.Checksum),
            (self._spdx.algorithm, self._spdx.checksumAlgorithm_sha256),
            (self._spdx.checksumValue, self._rdf.Literal(file.sha256, datatype=xsd.hexBinary)),
        )

    def _table_of(self, file: ReleaseFile) -> Table | None:
        names = {self._draft.path(t.name, e).name: t for t in self._draft.tables.values() for e in TABLE_ENDINGS}
        return names.get(file.name)

    def write(self) -> None:
        """Turtle, which rdflib sorts, and JSON-LD, whose things it takes in any order."""
        turtle = self._graph.serialize(format="turtle")
        things = sorted(json.loads(self._graph.serialize(format="json-ld")), key=lambda thing: str(thing["@id"]))
        linked = json.dumps(things, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write_bytes(self._draft.folder / "dcat.ttl", turtle.encode())
        write_bytes(self._draft.folder / "dcat.jsonld", linked.encode())
