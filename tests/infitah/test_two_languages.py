"""Two languages of one act, and pages that are renamed: one record, every address kept (DESIGN.md §12), through the front door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ingest.ledger.store import load_runs
from tests.crawl.front_door import night
from tests.crawl.site import Site, declare
from warehouse.reader import connect_build

AR = "الدورة العادية لشهر أكتوبر {} لمجلس جماعة بني خيال"
FR = "Session ordinaire du mois d'octobre {} du conseil de la commune de Bni Khayal"


@dataclass
class Nights:
    """What two nights came to, the second of which renamed the numbered pages."""

    numbered_ids_before: set[str]
    documents: list[dict[str, Any]]
    sessions: list[tuple[int, int]]


def act(title: str, head: str = "") -> tuple[str, bytes]:
    page = f"<html><head><meta charset='utf-8'>{head}</head><body><main><article><h1>{title}</h1><p>{title}.</p></article></main></body></html>"
    return "text/html; charset=utf-8", page.encode()


def listed(*paths: str) -> tuple[str, bytes]:
    links = "".join(f'<li class="item"><a href="{p}">{p}</a></li>' for p in paths)
    return "text/html; charset=utf-8", f"<html><body><main><ul>{links}</ul></main></body></html>".encode()


def alternates(root: str, ar: str, fr: str) -> str:
    return f'<link rel="alternate" hreflang="ar" href="{root}{ar}"><link hreflang="fr-MA" rel="alternate" href="{root}{fr}"/>'


def fill(alternate: Site, parameter: Site, numbered: Site, slug: str) -> None:
    head = alternates(alternate.root, "ar/dawra", "fr/session")
    alternate.pages |= {"/ar/dawra": act(AR.format(2015), head), "/fr/session": act(FR.format(2015), head)}
    # A page whose alternate is merely the other language's home, as translation plug-ins write it.
    alternate.pages["/ar/autre"] = act(AR.format(2016), alternates(alternate.root, "ar/autre", "fr/"))
    alternate.pages["/ar/encore"] = act(AR.format(2017), alternates(alternate.root, "ar/encore", "fr/"))
    alternate.pages["/list?page=1"] = listed("/ar/dawra", "/fr/session", "/ar/autre", "/ar/encore")
    parameter.pages |= {
        "/membre.php?ct=beni-khayal&lang=ar": act(AR.format(2018)),
        "/membre.php?ct=beni-khayal&lang=fr": act(FR.format(2018)),
        "/membre.php?ct=tell-ennakhil&lang=ar": act(AR.format(2019)),
    }
    parameter.pages["/list?page=1"] = listed(*(p for p in parameter.pages if p.startswith("/membre")))
    for path in [p for p in numbered.pages if "actualite" in p]:
        del numbered.pages[path]
    numbered.pages |= {
        f"/ar/actualite/17/{slug}": act(AR.format(2020)),
        f"/fr/actualite/17/session-{slug}": act(FR.format(2020)),
    }
    numbered.pages["/ar/actualites"] = listed(f"/ar/actualite/17/{slug}", f"/fr/actualite/17/session-{slug}")


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    home: Path = tmp_path_factory.mktemp("languages")
    with Site(host="127.0.3.1") as alternate, Site(host="127.0.3.2") as parameter, Site(host="127.0.3.3") as numbered:
        fill(alternate, parameter, numbered, "dawra")
        lenient = {"max_gone_share": 1.0}
        declare(home, "test-alternate", alternate, languages=["ar", "fr"])
        declare(home, "test-parameter", parameter, languages=["ar", "fr"])
        declare(
            home, "test-numbered", numbered, platform="numbered", walk={"listings": [{"url": f"{numbered.root}ar/actualites"}]},
            expectations=lenient, languages=["ar", "fr"],
        )  # fmt: skip
        night(home, "2026-11-01")
        fill(alternate, parameter, numbered, "dawra-octobre")
        result = night(home, "2026-11-02", "--no-publish", timeout=600)
        assert result.code == 0, result.out
        first = load_runs(result.home)[0]
        with connect_build(result.home) as con:
            rows = con.execute(
                "select document_id, source_id, source_url, language_code, gone_date, translation_of_document_id from documents where source_id like 'test-%'"
            )
            names = [c[0] for c in rows.description]
            documents = [dict(zip(names, r, strict=True)) for r in rows.fetchall()]
            sessions = con.execute("select year, count(*) from sessions group by all order by all").fetchall()
        yield Nights(
            {i for kind, key, i, _ in first.identities if kind == "documents" and "test-numbered" in key},
            documents,
            sessions,
        )


def pairs(documents: list[dict[str, Any]], source: str) -> dict[str, str | None]:
    """Path of each document → path of the one that it is another language of."""
    own = {d["document_id"]: d for d in documents if d["source_id"] == source}

    def path(document_id: str | None) -> str | None:
        return None if document_id is None else "/" + own[document_id]["source_url"].split("/", 3)[3]

    return {str(path(i)): path(d["translation_of_document_id"]) for i, d in own.items()}


def test_a_site_that_names_the_other_language_is_believed(nights: Nights) -> None:
    assert pairs(nights.documents, "test-alternate") == {
        "/ar/dawra": None, "/fr/session": "/ar/dawra", "/ar/autre": None, "/ar/encore": None,
    }  # fmt: skip


def test_a_language_parameter_names_the_other_language(nights: Nights) -> None:
    assert pairs(nights.documents, "test-parameter") == {
        "/membre.php?ct=beni-khayal&lang=ar": None, "/membre.php?ct=beni-khayal&lang=fr": "/membre.php?ct=beni-khayal&lang=ar",
        "/membre.php?ct=tell-ennakhil&lang=ar": None,
    }  # fmt: skip


def test_one_number_in_two_languages_is_one_page(nights: Nights) -> None:
    assert pairs(nights.documents, "test-numbered") == {
        "/ar/actualite/17/dawra-octobre": None,
        "/fr/actualite/17/session-dawra-octobre": "/ar/actualite/17/dawra-octobre",
    }


def test_a_page_that_is_renamed_keeps_its_id(nights: Nights) -> None:
    """The number is the page: under its new slug it is the same document, and not gone."""
    after = [d for d in nights.documents if d["source_id"] == "test-numbered"]
    assert {d["document_id"] for d in after} == nights.numbered_ids_before
    assert all("dawra-octobre" in d["source_url"] and d["gone_date"] is None for d in after)


def test_a_session_of_two_languages_is_one_row(nights: Nights) -> None:
    assert len(nights.documents) == 9
    assert nights.sessions == [(year, 1) for year in range(2015, 2021)]
