"""Nights over a declared listing, through the front door: what changed, what left, what broke off, what was cut."""

from __future__ import annotations

import itertools
import resource
import subprocess
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pytest

from ingest.archive.captures import load_index
from ingest.archive.verify import verify_archive
from tests.ingest.collect.crawl.front_door import CONTACT, command, environment, night
from tests.ingest.collect.crawl.site import Site, declare
from warehouse.release.reader import database_of

SOURCE = "test-site"


def items(site: Site) -> Counter[str]:
    return Counter({p: n for p, n in site.asked().items() if p.startswith("/item")})


def names(urls: list[str]) -> list[str]:
    return sorted(u.rpartition("/")[2] for u in urls)


def test_a_week_of_nights(tmp_path: Path) -> None:
    """New, changed, counters, deleted, unchanged, re-checked: each night reports what happened and asks for no more."""
    with Site() as site:
        site.fill(30)
        declare(tmp_path, SOURCE, site, walk={"recheck_nights": 4})
        first = night(tmp_path, "2026-11-01")
        assert first.crawl(SOURCE).expected == first.source(SOURCE).new_captures == 30
        assert set(site.asked().values()) == {1}

        # Two items are new, one is listed and reads otherwise, one is listed otherwise and counts visits; one left.
        for i in (31, 32):
            site.put(f"/item/{i}", f"خبر رقم {i}")
        site.put("/item/7", "خبر رقم 7 من جماعة بني خيال", "تم تأجيل النشاط")
        site.put(
            "/item/8",
            "خبر رقم 8 من جماعة بني خيال",
            "نص الخبر رقم 8 المنشور للتجربة",
            extra="<p>عدد المشاهدات: 154</p>",
        )
        del site.pages["/item/9"]
        listed = ["31", "32", *(str(i) for i in range(1, 31) if i != 9)]
        site.list_items(listed, notes={"7": "محين", "8": "154 مشاهدة"})
        site.log.clear()
        second = night(tmp_path, "2026-11-02")
        changes = second.source(SOURCE).changes
        assert {k: names(v) for k, v in changes.items()} == {"new": ["31", "32"], "changed": ["7"], "gone": ["9"]}
        rechecks = second.crawl(SOURCE).recheck_requests
        assert items(site).total() == 5 + rechecks
        assert set(site.asked().values()) == {1}
        assert "not_modified" not in second.source(SOURCE).outcomes

        # Nothing happens any more, but an item is changed that its listing does not show: found within four nights.
        site.put("/item/12", "خبر رقم 12 من جماعة بني خيال", "صححت الجماعة هذا الخبر")
        found, asked = {}, 0
        for day in range(3, 7):
            site.log.clear()
            result = night(tmp_path, f"2026-11-{day:02d}")
            assert result.source(SOURCE).admission == "admitted"
            asked += items(site).total()
            assert items(site).total() == result.crawl(SOURCE).recheck_requests
            found |= dict.fromkeys(names(result.source(SOURCE).changes["changed"]), day)
        assert list(found) == ["12"]
        assert 30 <= asked <= 2 * 30
        assert verify_archive(result.home).problems == []


@pytest.mark.real
def test_a_list_cut_in_the_middle_holds_the_source_and_keeps_what_was_shown(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(30)
        site.put(
            "/item/5",
            "الدورة العادية لشهر أكتوبر 2024",
            "عقد مجلس جماعة بني خيال دورته العادية لشهر أكتوبر 2024 يوم الخميس 07 أكتوبر 2024",
        )
        declare(tmp_path, SOURCE, site)
        first = night(tmp_path, "2026-11-01", "--offline", "--dry-run")  # nothing asked, nothing archived
        assert SOURCE not in first.run.sources
        assert not site.log
        assert night(tmp_path, "2026-11-02", "--only", SOURCE).code == 0
        site.put("/item/31", "خبر جديد")
        site.list_items([str(i) for i in (31, *range(1, 31))])
        broken = site.pages.pop("/list?page=3")
        second = night(tmp_path, "2026-11-03", "--only", SOURCE)
        assert second.code == 0, second.out
        found = second.source(SOURCE)
        assert (found.admission, found.cause, found.gone_captures) == ("held", "listing_incomplete", 0)
        assert "page 3 of" in second.out
        with duckdb.connect(str(database_of(second.home)), read_only=True) as con:
            state = con.execute(
                f"select state_code, cause_code, is_stale, stale_since_date from _sources where source_id = '{SOURCE}'"
            ).fetchall()
            assert state == [("held", "listing_incomplete", True, "2026-11-03")]
            rows = con.execute(
                "select count(*), count(*) filter (where is_stale and stale_cause_code = 'listing_incomplete') "
                "from documents"
            ).fetchall()
            assert rows == [(30, 30)]
            night_row = con.execute(
                "select admission_code, outcome_code, next_action_code, expected_count, gone_count from source_nights "
                f"where source_id = '{SOURCE}' and night_date = '2026-11-03'"
            ).fetchall()
            assert night_row[0][:3] == ("held", "listing_incomplete", "check_listing")
        # The list is whole again: the page that the held night fetched is taken up, not asked for once more.
        # A session's page is not found any more: its rows stay, marked with the date.
        site.pages["/list?page=3"] = broken
        site.list_items([str(i) for i in (31, *range(1, 31)) if i != 5])
        del site.pages["/item/5"]
        site.log.clear()
        third = night(tmp_path, "2026-11-04", "--only", SOURCE)
        assert third.code == 0, third.out
        assert third.source(SOURCE).admission == "admitted", third.out
        assert names(third.source(SOURCE).changes["new"]) == ["31"]
        assert "/item/31" not in site.asked()
        with duckdb.connect(str(database_of(third.home)), read_only=True) as con:
            gone = con.execute(
                "select source_url, gone_date, is_stale, stale_cause_code, document_id, title from documents where "
                "status_code = 'gone'"
            ).fetchall()
            assert [(r[0].rpartition("/")[2], *r[1:4]) for r in gone] == [("5", "2026-11-04", True, "gone")]
            assert "أكتوبر" in gone[0][5]
            assert con.execute("select is_stale, stale_cause_code from sessions").fetchall() == [(True, "gone")]
            assert con.execute("select count(*) from documents where is_stale").fetchall() == [(1,)]
            complete = con.execute(f"select is_complete from coverage where source_id = '{SOURCE}'").fetchall()
            assert complete == [(True,)]
        traced = subprocess.run(
            [*command(tmp_path)[:3], "trace", "documents", gone[0][4], "--home", str(tmp_path)],
            capture_output=True,
            text=True,
            env=environment(),
        )
        assert traced.returncode == 0, traced.stdout + traced.stderr


def test_a_network_that_breaks_loses_nothing(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(30)
        declare(tmp_path, SOURCE, site)

        def go_dark(h: object) -> None:
            site.close_listener()
            h.cut()  # type: ignore[attr-defined]

        site.behaviours["/item/12"] = go_dark
        first = night(tmp_path, "2026-11-01")
        assert (first.source(SOURCE).cause, first.crawl(SOURCE).outcome) == ("site_down", "site_down")
        assert "requests in a row failed" in first.out
        assert "Next: tried again next night" in first.out
        had = {urlsplit(c.url).path for c in load_index(first.home) if c.source_id == SOURCE and c.is_document}
        assert len(had) > 5
        site.reopen()
        site.behaviours.clear()
        site.log.clear()
        second = night(tmp_path, "2026-11-02")
        assert second.source(SOURCE).admission == "admitted"
        assert second.source(SOURCE).new_captures == 30
        assert len(had & set(site.asked())) <= second.crawl(SOURCE).recheck_requests <= 1, second.out


def test_a_full_disk_is_a_clear_error_and_nothing_is_lost(tmp_path: Path) -> None:
    """The kernel lets no file grow beyond a limit: what the archive has is kept, and the next run goes on."""
    with Site() as site:
        site.fill(20)
        for i in range(1, 21):
            noise = " ".join(f"{(i * 7919 + k * 104729) % 1000003:x}" for k in range(40_000))
            site.put(f"/item/{i}", f"خبر رقم {i}", noise)
        declare(tmp_path, SOURCE, site)

        def small_files() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000, 1_200_000))

        full = subprocess.run(
            command(tmp_path, "--as-of", "2026-11-01T02:30:00Z", "--dry-run"),
            capture_output=True,
            text=True,
            timeout=200,
            env=environment(),
            preexec_fn=small_files,
        )
        said = full.stdout + full.stderr
        assert full.returncode == 1
        assert "writing the archive" in said
        assert "run again" in said
        had = {p for p in site.asked() if p.startswith("/item")}
        assert 3 < len(had) < 20
        again = night(tmp_path, "2026-11-01")
        assert again.source(SOURCE).new_captures == 20
        twice = [p for p, n in site.asked().items() if n > 1]
        assert len(twice) <= 1  # the one that found no room
        assert verify_archive(again.home).problems == []


def test_two_nights_at_once(tmp_path: Path) -> None:
    """The second says so and leaves; the first is not disturbed."""
    with Site() as site:
        site.fill(40)
        declare(tmp_path, SOURCE, site, politeness={"delay_seconds": 0.1})
        arguments = ("--as-of", "2026-11-01T02:30:00Z", "--dry-run")
        first = subprocess.Popen(command(tmp_path, *arguments), stdout=subprocess.PIPE, text=True, env=environment())
        while not site.log:
            assert first.poll() is None
        second = night(tmp_path, "2026-11-01")
        assert second.code == 1
        assert "another run is under way" in second.out
        out, _ = first.communicate(timeout=100)
        assert first.returncode == 0, out
        assert set(site.asked().values()) == {1}


def test_nobody_is_asked_without_a_contact(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(3)
        declare(tmp_path, SOURCE, site)
        for contact in ("", "nobody"):
            result = night(tmp_path, "2026-11-01", INFITAH_CONTACT=contact)
            assert result.code == 1
            assert "INFITAH_CONTACT" in result.out
            assert "--offline" in result.out
        assert not site.log


def gaps(*sites: Site) -> list[float]:
    """Seconds between the requests that reached these sites, whichever it was."""
    return [b - a for a, b in itertools.pairwise(sorted(at for site in sites for at, _, _ in site.log))]


def test_delays_are_kept_per_host_address_and_group(tmp_path: Path) -> None:
    """Start to start, redirects and robots.txt included: two sites on one address share a queue, and so do two of a
    group; a Crawl-delay is obeyed; the queues run side by side."""
    hosts = {
        "one": "127.0.3.1",
        "same-address": "127.0.3.1",
        "grouped-a": "127.0.3.2",
        "grouped-b": "127.0.3.3",
        "slow": "127.0.3.4",
    }
    with ExitStack() as stack:
        sites = {name: stack.enter_context(Site(host=host)) for name, host in hosts.items()}
        for name, site in sites.items():
            site.fill(5)
            site.behaviours["/item/2"] = lambda h: h.answer(301, b"", Location="/item/3?again=1")
            site.pages["/item/3?again=1"] = site.pages["/item/3"]
            polite = {
                "delay_seconds": 0.0 if name == "slow" else 0.1,
                **({"group": "shared"} if "grouped" in name else {}),
            }
            declare(tmp_path, f"test-{name}", site, politeness=polite)
        sites["slow"].behaviours["/robots.txt"] = lambda h: h.answer(
            200, b"User-agent: *\nCrawl-delay: 0.3\n", "text/plain"
        )
        result = night(tmp_path, "2026-11-01")
        assert result.code == 0, result.out
        assert all(len(site.log) == 8 for site in sites.values())
        assert min(gaps(sites["one"], sites["same-address"])) >= 0.08
        assert min(gaps(sites["grouped-a"], sites["grouped-b"])) >= 0.08
        assert min(gaps(sites["slow"])) >= 0.28
        assert min(gaps(*sites.values())) < 0.08


def test_the_contact_is_sent(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(1)
        declare(tmp_path, SOURCE, site)
        night(tmp_path, "2026-11-01")
        assert {CONTACT in agent for _, _, agent in site.log} == {True}


def test_one_page_under_many_spellings_is_one_record(tmp_path: Path) -> None:
    """Percent-encoding in both cases, `?p=N` against the slug (by redirect, by rel=canonical), AMP, tracking marks."""
    with Site() as site:
        slug = "/%D8%AF%D9%88%D8%B1%D8%A9"
        lower = slug.lower()
        own = f'<link rel="canonical" href="{site.root}{slug[1:]}">'
        for path in (slug, lower, lower + "/amp/", "/?p=5"):
            site.put(path, "دورة أكتوبر", extra=own)
        site.behaviours["/?p=6"] = lambda h: h.answer(301, b"", Location=slug)
        spellings = (lower, slug, slug + "?utm_source=x", lower + "/amp/", "/?p=5", "/?p=6")
        rows = "".join(f'<li class="item"><a href="{u}">دورة أكتوبر</a></li>' for u in spellings)
        site.pages["/list?page=1"] = ("text/html; charset=utf-8", f"<html><body>{rows}</body></html>".encode())
        declare(tmp_path, SOURCE, site)
        first = night(tmp_path, "2026-11-01")
        assert first.source(SOURCE).new_captures == 1
        assert {c.address for c in load_index(first.home) if c.source_id == SOURCE and c.is_document} == {
            site.netloc + slug
        }
        site.log.clear()
        second = night(tmp_path, "2026-11-02")
        assert second.source(SOURCE).new_captures == 0
        assert second.crawl(SOURCE).document_requests == second.crawl(SOURCE).recheck_requests <= 1


def test_an_item_that_answers_with_the_home_page_is_gone(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(5)
        declare(tmp_path, SOURCE, site)
        night(tmp_path, "2026-11-01")
        site.list_items(["1", "2", "4", "5"])
        site.behaviours["/item/3"] = lambda h: h.answer(302, b"", Location="/")
        second = night(tmp_path, "2026-11-02")
        assert names(second.source(SOURCE).changes["gone"]) == ["3"]
        site.log.clear()
        third = night(tmp_path, "2026-11-03")
        assert third.source(SOURCE).changes["gone"] == []
        assert "/item/3" not in site.asked()


def test_a_budget_ends_a_night_and_the_next_goes_on(tmp_path: Path) -> None:
    with Site() as site:
        site.fill(30)
        declare(tmp_path, SOURCE, site, budget={"requests": 20})
        first = night(tmp_path, "2026-11-01")
        assert (first.source(SOURCE).admission, first.crawl(SOURCE).outcome) == ("admitted", "over_budget")
        assert first.crawl(SOURCE).held_documents == 16
        second = night(tmp_path, "2026-11-02")
        assert second.crawl(SOURCE).held_documents == 30
        assert second.crawl(SOURCE).outcome == "ok"
        assert items(site).total() == 30 + second.crawl(SOURCE).recheck_requests
