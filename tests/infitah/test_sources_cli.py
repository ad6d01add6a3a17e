"""`infitah sources new` and `sources check`: a council on a known platform is configuration."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from ingest.collect.families import platforms
from ingest.registry.loader import read_source
from tests.ingest.collect.crawl.front_door import environment, night
from tests.ingest.collect.crawl.site import Site, declare

HOME_PAGE = b"""<html lang="ar"><head><meta charset="utf-8"><title>\xd8\xac\xd9\x85\xd8\xa7\xd8\xb9\xd8\xa9</title>
<link rel="https://api.w.org/" href="/wp-json/"></head><body>x</body></html>"""


def infitah(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "infitah", *arguments], capture_output=True, text=True, env=environment()
    )


def list_page(count: int) -> bytes:
    rows = "".join(
        f'<article class="card"><a href="/item/{i}">الدورة العادية لشهر أكتوبر رقم {i}</a><span>07/10/2026</span></article>'
        for i in range(1, count + 1)
    )
    menu = "".join(f"<li><a href='/menu/{i}'>صفحة من صفحات القائمة {i}</a></li>" for i in range(20))
    return f"<html><body><nav><ul>{menu}</ul></nav><section>{rows}<a class='next-page' href='/list?page=2'>التالي</a></section></body></html>".encode()


@pytest.mark.real
def test_a_list_is_recognised_written_checked_and_walked(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(12)
        site.pages["/list?page=1"] = ("text/html; charset=utf-8", list_page(8))
        site.pages["/list?page=2"] = (
            "text/html; charset=utf-8",
            list_page(12)
            .replace(b"<a class='next-page' href='/list?page=2'>", b"<b>")
            .replace(b"</a></section>", b"</b></section>"),
        )
        made = infitah("sources", "new", f"{site.root}list?page=1", "--test", "--home", str(tmp_path))
        assert made.returncode == 0, made.stderr
        [path] = (tmp_path / "registry").glob("*.yml")
        source = read_source(path, platforms())
        assert source.platform == "listing"
        [listing] = source.walk.listings
        assert (listing.block, listing.next) == ("article.card", "a.next-page")
        assert (
            len(path.read_text("utf-8").splitlines()) <= 25 + 3
        )  # the budget of 25 lines, and what the proposal says of itself
        checked = infitah("sources", "check", str(path), "--limit", "3")
        assert "خبر رقم" in checked.stdout, checked.stdout + checked.stderr
        assert "source.seen_whole: observed 1.0" in checked.stdout
        assert sum(1 for p in site.asked() if p.startswith("/item")) == 3
        assert not (tmp_path / "archive").exists()
        result = night(tmp_path, "2026-11-01")
        assert result.source(source.id).new_captures == 12
        again = infitah("sources", "new", f"{site.root}list?page=1", "--test", "--home", str(tmp_path))
        assert again.returncode == 1
        assert "it exists" in again.stderr


def test_wordpress_is_recognised_by_its_marks(tmp_path: Path) -> None:
    with Site() as site:
        site.pages["/"] = ("text/html", HOME_PAGE)
        shown = infitah("sources", "new", site.root, "--test", "--print")
        assert shown.returncode == 0, shown.stderr
        assert yaml.safe_load(shown.stdout)["platform"] == "wordpress"
        assert "REST root" in shown.stderr


def test_what_cannot_be_proposed_is_said(tmp_path: Path) -> None:
    with Site() as site:
        site.put("/", "صفحة واحدة")
        site.behaviours["/robots.txt"] = lambda h: h.answer(200, b"User-agent: *\nDisallow: /closed\n", "text/plain")
        for path, words in (
            ("", "neither a known platform nor a list"),
            ("closed", "robots.txt forbids it"),
            ("gone", "gone: HTTP status 404"),
        ):
            refused = infitah("sources", "new", site.root + path, "--test", "--print")
            assert refused.returncode == 1
            assert words in refused.stderr
        loopback = infitah("sources", "new", site.root, "--print")
        assert "not a public address" in loopback.stderr
    assert "give a whole address" in infitah("sources", "new", "commune", "--print").stderr


def test_an_unverified_host_is_not_asked() -> None:
    refused = infitah("sources", "check", "ma-commune-sale")
    assert refused.returncode == 1
    assert "Somebody confirms" in refused.stderr


def test_a_robots_txt_that_moved_is_followed(tmp_path: Path) -> None:
    """WordPress with plain links answers /robots.txt with a redirect to /robots.txt/."""
    with Site() as site:
        site.pages["/"] = ("text/html", HOME_PAGE)
        site.behaviours["/robots.txt"] = lambda h: h.answer(301, b"", Location="/robots.txt/")
        site.pages["/robots.txt/"] = ("text/plain", b"User-agent: *\nDisallow: /wp-admin/\n")
        shown = infitah("sources", "new", site.root, "--test", "--print")
        assert shown.returncode == 0, shown.stderr


def test_a_registry_with_errors_names_them_all_and_nothing_is_asked(tmp_path: Path) -> None:
    """DESIGN.md §12: unknown key, duplicate host, unknown code; file, line, key and what is allowed, all at once."""
    with Site() as site:
        declare(tmp_path, "test-one", site)
        declare(tmp_path, "test-two", site, collectivity="ct-9999", platform="gopher", colour="blue")
        result = night(tmp_path, "2026-11-01")
        assert result.code != 0
        for words in ("test-two.yml:", "platform", "gopher", "colour: unknown key (allowed keys:"):
            assert words in result.out, result.out
        declare(tmp_path, "test-two", site, collectivity="ct-9999")
        again = night(tmp_path, "2026-11-01")
        assert again.code != 0
        assert "is also declared in test-one.yml" in again.out
        assert "'ct-9999' is not a collectivity id" in again.out
        assert site.log == []
