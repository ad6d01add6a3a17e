"""The crawler on a real WordPress: a first night that is complete, a second that finds exactly what changed, and a server log
that shows nothing asked without need."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from ingest.archive.captures import load_index
from ingest.web.address import canonical_address
from tests.ingest.collect.crawl.front_door import NightResult, environment, night
from tests.ingest.collect.crawl.site import declare
from tests.real.wordpress.content import FILES, PAGES, POSTS, fill, make_pdfs, post
from tests.real.wordpress.server import WordPress

pytestmark = pytest.mark.real
SOURCE = "test-wordpress"
PRETTY = "/%year%/%monthnum%/%postname%/"
#: How soon an edit that no listing shows is found.
RECHECK_NIGHTS = 3
_LISTINGS = re.compile(
    r"^/(?:$|index\.php\?rest_route=|robots\.txt/?$|wp-json/|feed/|wp-sitemap|sitemap|\?rest_route=|\?feed=|\?sitemap=)"
)


@dataclass(frozen=True)
class Kind:
    theme: str
    permalinks: str
    has_rest: bool


KINDS = {
    "rest": Kind("twentytwentyone", PRETTY, has_rest=True),
    "block-theme": Kind("twentytwentythree", PRETTY, has_rest=True),
    "plain-links": Kind("twentytwentyone", "", has_rest=True),
    "no-rest": Kind("twentytwentyone", PRETTY, has_rest=False),
    "plain-links-no-rest": Kind("twentytwentytwo", "", has_rest=False),
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make_pdfs(tmp_path_factory.mktemp("pdfs"), FILES)


@dataclass
class Living:
    """A filled site, its home, and what its server was asked in the first night."""

    kind: Kind
    site: WordPress
    home: Path
    content: dict[str, list[dict[str, Any]]]
    first: NightResult
    asked: Counter[str]


@pytest.fixture(scope="module", params=sorted(KINDS))
def living(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, pdfs: list[Path]
) -> Iterator[Living]:
    kind = KINDS[request.param]
    folder = tmp_path_factory.mktemp(f"wp-{request.param}")
    with WordPress(folder / "wordpress" if (folder / "wordpress").mkdir() is None else folder) as site:
        site.do({"do": "install", "title": "جماعة بني خيال (خيالية)"})
        site.do({"do": "theme", "name": kind.theme}, {"do": "permalinks", "structure": kind.permalinks})
        if not kind.has_rest:
            site.switch_rest_off()
        content = fill(site, pdfs)
        home = folder / "home"
        declare(
            home, SOURCE, site.netloc, platform="wordpress", walk={"listings": [], "recheck_nights": RECHECK_NIGHTS},
            politeness={"delay_seconds": 0.02, "timeout_seconds": 30.0},
        )  # fmt: skip
        site.asked()
        first = night(home, "2026-12-01")
        yield Living(kind, site, home, content, first, site.asked())


def items(asked: Counter[str]) -> Counter[str]:
    return Counter({path: n for path, n in asked.items() if not _LISTINGS.match(path)})


def path_of(link: str) -> str:
    parts = urlsplit(link)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def same(links: list[str], others: list[str]) -> bool:
    return sorted(map(canonical_address, links)) == sorted(map(canonical_address, others))


def test_first_night_is_complete(living: Living) -> None:
    assert living.first.code == 0, living.first.out
    found = living.first.source(SOURCE)
    crawl = living.first.crawl(SOURCE)
    assert (found.admission, crawl.outcome, crawl.failed) == ("admitted", "ok", 0), living.first.out
    assert found.outcomes == {"ok": POSTS + PAGES + FILES}
    assert found.new_captures == POSTS + PAGES + FILES
    links = [x["link"] for kind in living.content.values() for x in kind]
    captured = {c.address for c in load_index(living.first.home) if c.source_id == SOURCE and c.is_document}
    assert captured == {canonical_address(x) for x in links}
    assert set(living.asked.values()) == {1}


def test_the_site_is_recognised(living: Living) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "infitah", "sources", "new", living.site.root, "--test", "--print"],
        capture_output=True, text=True, env=environment(),
    )  # fmt: skip
    assert shown.returncode == 0, shown.stderr
    assert yaml.safe_load(shown.stdout)["platform"] == "wordpress"
    living.site.asked()


def test_pages_are_read_by_the_theme_s_content(living: Living) -> None:
    checks = {c.check_id: c.observed for c in living.first.source(SOURCE).checks}
    assert checks["source.layout_share"] == 1.0


def test_second_night_reports_exactly_what_changed(living: Living, tmp_path: Path) -> None:
    site, content = living.site, living.content
    edited, deleted = content["posts"][40:43], [content["posts"][4], content["posts"][71]]
    site.do(
        *(
            {"do": "edit", "id": p["id"], "content": f"<p>مضمون جديد للخبر {p['id']}: قرر المجلس التأجيل</p>"}
            for p in edited
        )
    )
    site.do(*({"do": "delete", "id": p["id"]} for p in deleted))
    # Titles that do not take over the shortened address of a deleted post, which would be a changed page (ADR 0012).
    new = site.do(post(POSTS + 2, date="2024-12-20 10:00:00"), post(POSTS + 3, date="2024-12-21 10:00:00"))
    new += site.do(post(POSTS + 4, date="2019-03-05 10:00:00"))  # back-dated
    site.asked()
    second = night(living.home, "2026-12-02")
    asked = site.asked()
    assert second.code == 0, second.out
    changes = second.source(SOURCE).changes
    assert same(changes["changed"], [p["link"] for p in edited]), second.out
    assert same(changes["gone"], [p["link"] for p in deleted]), second.out
    assert same(changes["new"], [p["link"] for p in new]), second.out
    for p in (*edited, *deleted, *new):
        assert any(unquote(p["link"]) in line for line in second.out.splitlines())
    # Nobody's page was asked for whose listing did not change, and nothing twice.
    crawl = second.crawl(SOURCE)
    touched = {path_of(p["link"]).lower() for p in (*edited, *deleted, *new)}
    rechecked = {p for p in items(asked) if p.lower() not in touched}
    assert len(rechecked) == crawl.recheck_requests
    if living.kind.has_rest:
        assert not rechecked
    else:
        files = {path_of(f["link"]).lower() for f in content["files"]}
        pages = {path_of(p["link"]).lower() for p in content["pages"]}
        assert {p.lower() for p in rechecked} <= files | pages
    assert set(asked.values()) == {1}
    assert crawl.outcome == "ok"
    assert crawl.expected == crawl.held_documents


def test_unseen_edits_are_found_within_the_declared_nights(living: Living, tmp_path: Path) -> None:
    """An edited page and a file replaced behind WordPress's back: at once with REST (the page), in rotation without."""
    site, content = living.site, living.content
    page, file = content["pages"][3], content["files"][7]
    [replaced] = make_pdfs(tmp_path / "other", 1, mark=" — version corrigée")
    site.do({"do": "edit", "id": page["id"], "content": "<p>محتوى محدث للصفحة الثابتة</p>"})
    site.do({"do": "replace", "id": file["id"], "path": str(replaced)})
    site.asked()
    found: dict[str, int] = {}
    for offset in range(1, RECHECK_NIGHTS + 1):
        date = (dt.date(2026, 12, 2) + dt.timedelta(days=offset)).isoformat()
        result = night(living.home, date)
        assert result.code == 0, result.out
        asked = site.asked()
        crawl = result.crawl(SOURCE)
        for address in result.source(SOURCE).changes["changed"]:
            found[canonical_address(address)] = offset
        seen = [p for p in items(asked) if p.lower() != path_of(page["link"]).lower() or not living.kind.has_rest]
        assert len(seen) == crawl.recheck_requests
        assert set(asked.values()) == {1}
    wanted = {canonical_address(page["link"])}
    if living.kind.has_rest:
        assert found == {canonical_address(page["link"]): 1}
    else:
        wanted.add(canonical_address(file["link"]))
        assert set(found) == wanted
        assert max(found.values()) <= RECHECK_NIGHTS


def test_an_unchanged_night_asks_listings_alone(living: Living) -> None:
    result = night(living.home, "2026-12-20")
    asked = living.site.asked()
    crawl = result.crawl(SOURCE)
    assert result.source(SOURCE).changes == {"new": [], "changed": [], "gone": []}
    assert len(items(asked)) == crawl.recheck_requests
    if living.kind.has_rest:
        assert not items(asked)
        assert asked.total() <= 0.05 * living.asked.total()


def test_a_list_that_breaks_off_holds_the_source(living: Living) -> None:
    """The server cuts REST at its second page, or the feed and sitemap: held, and old data stays."""
    if not living.kind.has_rest:
        return
    plugins = living.site.folder / "site" / "wp-content" / "mu-plugins"
    plugins.mkdir(exist_ok=True)
    broken = plugins / "broken.php"
    broken.write_text(
        "<?php add_filter('rest_post_dispatch', function ($r, $s, $q) { if ((int) $q['page'] > 1) { $r->set_data([]); } return $r; }, 10, 3);",
        "utf-8",
    )
    try:
        result = night(living.home, "2026-12-21")
    finally:
        broken.unlink()
    found = result.source(SOURCE)
    assert (found.admission, found.cause) == ("held", "listing_incomplete")
    assert found.gone_captures == 0
    assert "states" in result.out
    again = night(living.home, "2026-12-22")
    assert again.source(SOURCE).admission == "admitted"
