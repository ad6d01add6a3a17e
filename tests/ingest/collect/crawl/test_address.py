from __future__ import annotations

import pytest

from ingest.web.address import absolute, canonical_address, is_on_site, page_address

ARABIC = "https://laayoune.ma/2020/05/%D8%AF%D9%88%D8%B1%D8%A9"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://laayoune.ma/2020/05/%d8%af%d9%88%d8%b1%d8%a9/",
        "http://www.laayoune.ma/2020/05/دورة",
        "https://laayoune.ma:443/2020/05/%D8%AF%d9%88%D8%B1%D8%A9?utm_source=fb&fbclid=x#comments",
        "https://laayoune.ma/2020/05/%D8%AF%D9%88%D8%B1%D8%A9/amp/",
        "https://LAAYOUNE.ma/2020/05/%D8%AF%D9%88%D8%B1%D8%A9?amp=1",
    ],
)
def test_spellings_of_one_page_are_one_address(spelling: str) -> None:
    assert canonical_address(spelling) == canonical_address(ARABIC) == "laayoune.ma/2020/05/%D8%AF%D9%88%D8%B1%D8%A9"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.ma/?p=5", "https://a.ma/?p=6"),
        ("https://a.ma/actualite/1715/slug", "https://a.ma/actualite/1715"),
        ("https://a.ma:8080/x", "https://a.ma/x"),
        ("https://a.ma/caf%E9", "https://a.ma/caf%C3%A9"),
        ("https://fr.villedesale.ma/x", "https://villedesale.ma/x"),
    ],
)
def test_different_pages_stay_different(one: str, other: str) -> None:
    assert canonical_address(one) != canonical_address(other)


def test_composed_and_decomposed_letters_are_one() -> None:
    assert canonical_address("https://a.ma/cafe%CC%81") == canonical_address("https://a.ma/caf%C3%A9")


def test_what_is_no_web_address_is_itself() -> None:
    assert canonical_address("inbox:x/y.txt") == "inbox:x/y.txt"


def test_a_short_form_is_the_page_that_it_names_and_no_other_canonical_is_believed() -> None:
    head = b'<html><head><link rel="canonical" href="http://a.ma/2026/slug/"></head>'
    assert page_address("https://a.ma/?p=5", head) == "a.ma/2026/slug"
    assert page_address("https://a.ma/other", head) == "a.ma/other"
    away = b'<link rel="canonical" href="https://elsewhere.example/slug">'
    assert page_address("https://a.ma/?p=5", away) == "a.ma?p=5"


def test_links_that_lead_to_no_page() -> None:
    for link in ("mailto:x@y.z", "javascript:void(0)", "#top", "tel:05", "", "ftp://a.ma/x", "http://[bad"):
        assert absolute("https://a.ma/", link) is None
    assert absolute("https://a.ma/x/", "../y#z") == "https://a.ma/y"


def test_www_and_scheme_do_not_leave_a_site() -> None:
    assert is_on_site("http://www.a.ma/x", ("a.ma",))
    assert is_on_site("https://a.ma/x", ("www.a.ma",))
    assert not is_on_site("https://a.ma.example/x", ("a.ma",))
    assert not is_on_site("https://b.ma/x", ("a.ma",))
