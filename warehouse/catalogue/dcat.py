"""`dcat.ttl` and `dcat.jsonld` (DCAT-AP 3): a catalogue with one dataset and one distribution per file of this release."""

from __future__ import annotations

from ingest.home import write_bytes
from warehouse.build.draft import Draft
from warehouse.catalogue.inventory import LICENCES, ReleaseFile, description, title
from warehouse.formats.workbooks import LANGUAGES

_EU = "http://publications.europa.eu/resource/authority/"
_LANGUAGE = {"ar": f"{_EU}language/ARA", "fr": f"{_EU}language/FRA", "en": f"{_EU}language/ENG"}
_FORMAT = {
    ".csv": "CSV", ".parquet": "PARQUET", ".ndjson": "JSON", ".xlsx": "XLSX", ".graphml": "XML", ".duckdb": "BIN", ".json": "JSON",
}  # fmt: skip


def write_dcat(draft: Draft, files: dict[str, ReleaseFile]) -> None:
    """Write the catalogue twice, from one graph."""
    from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
    from rdflib.namespace import DCTERMS, FOAF

    dcat, spdx, vcard, adms = (
        Namespace(u)
        for u in (
            "http://www.w3.org/ns/dcat#", "http://spdx.org/rdf/terms#", "http://www.w3.org/2006/vcard/ns#", "http://www.w3.org/ns/adms#",
        )
    )  # fmt: skip
    graph = Graph()
    for name, space in (
        ("dcat", dcat),
        ("dct", DCTERMS),
        ("foaf", FOAF),
        ("spdx", spdx),
        ("vcard", vcard),
        ("adms", adms),
    ):
        graph.bind(name, space)
    base = draft.publisher.base_url
    catalogue, dataset = URIRef(f"{base}#catalogue"), URIRef(f"{base}#dataset")
    publisher = URIRef(f"{base}#publisher")
    moment = Literal(draft.as_of, datatype=XSD.dateTime)
    licence = URIRef(LICENCES["CC-BY-4.0"]["path"])
    graph.add((publisher, RDF.type, FOAF.Agent))
    for x in LANGUAGES:
        graph.add((publisher, FOAF.name, Literal(draft.publisher.name(x), lang=x)))
    for thing, kind in ((catalogue, dcat.Catalog), (dataset, dcat.Dataset)):
        graph.add((thing, RDF.type, kind))
        for x in LANGUAGES:
            graph.add((thing, DCTERMS.title, Literal(title(draft, x), lang=x)))
            graph.add((thing, DCTERMS.description, Literal(description(draft, x), lang=x)))
            graph.add((thing, DCTERMS.language, URIRef(_LANGUAGE[x])))
        graph.add((thing, DCTERMS.publisher, publisher))
        graph.add((thing, DCTERMS.modified, moment))
        graph.add((thing, DCTERMS.spatial, URIRef(f"{_EU}country/MAR")))
    graph.add((catalogue, FOAF.homepage, URIRef(base)))
    graph.add((catalogue, DCTERMS.license, licence))
    graph.add((catalogue, dcat.themeTaxonomy, URIRef(f"{_EU}data-theme")))
    graph.add((catalogue, dcat.dataset, dataset))
    graph.add((dataset, DCTERMS.identifier, Literal(str(dataset))))
    graph.add((dataset, dcat.version, Literal(draft.release_id)))
    graph.add(
        (
            dataset,
            adms.versionNotes,
            Literal(f"What changed: {draft.url(draft.path('_changes', '.csv').name)}", lang="en"),
        )
    )
    graph.add((dataset, DCTERMS.accrualPeriodicity, URIRef(f"{_EU}frequency/DAILY")))
    graph.add((dataset, DCTERMS.accessRights, URIRef(f"{_EU}access-right/PUBLIC")))
    graph.add((dataset, dcat.theme, URIRef(f"{_EU}data-theme/GOVE")))
    graph.add((dataset, dcat.landingPage, URIRef(base)))
    graph.add((URIRef(base), RDF.type, FOAF.Document))
    for word, x in (
        ("شفافية", "ar"),
        ("collectivités territoriales", "fr"),
        ("open government", "en"),
        ("Morocco", "en"),
    ):
        graph.add((dataset, dcat.keyword, Literal(word, lang=x)))
    if draft.publisher.contact_email:
        contact = BNode("contact")
        graph.add((dataset, dcat.contactPoint, contact))
        graph.add((contact, RDF.type, vcard.Organization))
        graph.add((contact, vcard.fn, Literal(draft.publisher.name_en)))
        graph.add((contact, vcard.hasEmail, URIRef(f"mailto:{draft.publisher.contact_email}")))
    labels = {
        draft.path(t.name, e).name: t
        for t in draft.tables.values()
        for e in (".csv", ".spreadsheet.csv", ".parquet", ".ndjson")
    }
    for file in files.values():
        file_type = next((f for e, f in _FORMAT.items() if file.name.endswith(e)), None)
        if file_type is None or file.name.endswith(("metadata.json", "datapackage.json", "schema-changes.json")):
            continue
        url = URIRef(draft.url(file.name))
        this = URIRef(f"{url}#distribution")
        graph.add((dataset, dcat.distribution, this))
        graph.add((this, RDF.type, dcat.Distribution))
        table = labels.get(file.name)
        for x in LANGUAGES:
            graph.add((this, DCTERMS.title, Literal(table.label[x] if table else file.name, lang=x)))
            graph.add((this, DCTERMS.description, Literal(table.definition[x] if table else title(draft, x), lang=x)))
        graph.add((this, dcat.accessURL, url))
        graph.add((this, dcat.downloadURL, url))
        graph.add((this, dcat.byteSize, Literal(file.bytes, datatype=XSD.nonNegativeInteger)))
        graph.add((this, dcat.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{file.media_type}")))
        graph.add((this, DCTERMS.format, URIRef(f"{_EU}file-type/{file_type}")))
        graph.add((this, DCTERMS.license, licence))
        graph.add((this, DCTERMS.modified, moment))
        graph.add(
            (this, URIRef("http://data.europa.eu/r5r/availability"), URIRef(f"{_EU}planned-availability/AVAILABLE"))
        )
        checksum = URIRef(f"{url}#sha256")
        graph.add((this, spdx.checksum, checksum))
        graph.add((checksum, RDF.type, spdx.Checksum))
        graph.add((checksum, spdx.algorithm, spdx.checksumAlgorithm_sha256))
        graph.add((checksum, spdx.checksumValue, Literal(file.sha256, datatype=XSD.hexBinary)))
    write_bytes(draft.folder / "dcat.ttl", graph.serialize(format="turtle").encode())
    write_bytes(
        draft.folder / "dcat.jsonld", (graph.serialize(format="json-ld", indent=1, sort_keys=True) + "\n").encode()
    )
