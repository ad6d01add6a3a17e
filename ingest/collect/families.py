"""Every family of sites, found in `ingest.collect.walkers`, and what follows from a source's family.

A new family is a new module there and nothing here: its `FAMILY` is found by looking through the package.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ingest.collect import walkers
from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.walker import Walker
from ingest.collect.enumeration import EnumerationWalker
from ingest.collect.family import Family
from ingest.collect.listings import ListingWalker, pages_by_hand
from ingest.read.documents.html import JsonPaths, Selectors
from ingest.read.hints import NO_SELECTORS, Hints
from ingest.registry.schema import Demand, Source


def families() -> dict[str, Family]:
    """Name → family, in order of name.

    Raises:
        ValueError: two modules register one name.
        AttributeError: a module of the package has no `FAMILY`.
    """
    return _families_in(tuple(walkers.__path__))


@cache
def _families_in(folders: tuple[str, ...]) -> dict[str, Family]:
    found: dict[str, Family] = {}
    for module in pkgutil.iter_modules(folders):
        family: Family = importlib.import_module(f"{walkers.__name__}.{module.name}").FAMILY
        if family.name in found:
            raise ValueError(f"finding families: {family.name!r} is registered twice, once by walkers/{module.name}.py")
        found[family.name] = family
    return dict(sorted(found.items()))


def platforms() -> dict[str, Demand]:
    """What a registry file may give as its `platform`, and what each then demands of the file."""
    walked = {f.name: f.demand for f in families().values() if f.source_kind is None}
    return {**walked, "inbox": _nothing, "package_file": _nothing, "project_file": _nothing, "unknown": _a_platform}


#: Platforms that nobody walks, with what the public reads beside them.
_NOT_WALKED = {
    "inbox": {"ar": "ملفات مودعة", "fr": "Fichiers déposés", "en": "Deposited files"},
    "package_file": {
        "ar": "ملف من حزمة برمجية",
        "fr": "Fichier d’un paquet logiciel",
        "en": "File of a software package",
    },
    "project_file": {"ar": "ملف من المشروع", "fr": "Fichier du projet", "en": "Project file"},
    "unknown": {"ar": "منصة غير معروفة", "fr": "Plateforme non connue", "en": "Platform not known"},
}


def platform_labels() -> dict[str, dict[str, str]]:
    """Platform → what the public reads beside it, in each language: those that are walked, by name, then the others.

    Raises:
        ValueError: a family that is a platform says no label.
    """
    walked = {f.name: f.label for f in families().values() if f.source_kind is None}
    if silent := [name for name, label in walked.items() if set(label) != {"ar", "fr", "en"}]:
        raise ValueError(f"naming platforms: {', '.join(silent)} has no label in ar, fr and en (walkers/)")
    return walked | _NOT_WALKED


def _nothing(source: Source) -> None:
    """Nobody walks it."""


def _a_platform(source: Source) -> str:
    return "platform 'unknown' is not walked: say which it is (infitah sources new URL recognises it)"


def make_walker(source: Source, catalogue: Catalogue) -> Walker:
    """As its kind is walked; else numbers and lists where they are declared; else as its family is walked."""
    walk, found = source.walk, families()
    by_kind = next((f for f in found.values() if f.source_kind == source.kind), None)
    if by_kind is not None and not walk.listings:
        return by_kind.walk(source, catalogue)
    if walk.enumeration is not None:
        return EnumerationWalker(source, walk.enumeration, selectors_of(source), catalogue)
    if walk.listings:
        return ListingWalker(source, walk.listings, catalogue)
    if source.platform not in found:
        # A test source alone: the registry refuses every other.
        return ListingWalker(source, tuple(map(pages_by_hand, source.entry_points)), catalogue)
    return found[source.platform].walk(source, catalogue)


#: Documents of the inbox are of no family.
_INBOX = Selectors(content=(), finds_content=True)


def selectors_of(source: Source) -> Selectors:
    """Where a source keeps things: what its registry file says, then what its family does.

    Nothing of a platform without pages.
    """
    family = families().get(source.platform)
    own = family.selectors if family else _INBOX if source.platform == "inbox" else None
    if own is None:
        return NO_SELECTORS
    return Selectors(
        content=source.reading.content + own.content,
        title=source.reading.title + own.title,
        date=source.reading.date + own.date,
        finds_content=own.finds_content and not source.reading.content,
    )


def hints_of(source: Source) -> Hints:
    """What the reading room needs to know of a source."""
    reading = source.reading
    family = families().get(source.platform)
    return Hints(
        source_kind=source.kind,
        publisher_name=source.names.ar,
        collectivity_id=source.collectivity,
        quote_basis=source.licence.quote_basis,
        entry_points=source.entry_points if source.kind == "access_portal" else (),
        selectors=selectors_of(source),
        json_paths=JsonPaths(reading.json_content, reading.json_title, reading.json_date)
        if reading.json_content
        else None,
        table_layout=reading.table,
        has_ocr=reading.ocr,
        has_numbered_addresses=family is not None and family.has_numbered_addresses,
        is_territory=source.platform == "package_file",
        is_project_file=source.platform == "project_file",
    )
