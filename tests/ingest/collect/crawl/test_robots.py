"""RFC 9309, section by section."""

from __future__ import annotations

import pytest

from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.robots import read_robots

URL = "https://a.ma/robots.txt"


def answer(outcome: str, status: int | None = 200, body: bytes = b"") -> Answer:
    return Answer(Request(URL, "robots"), outcome, URL, status, (), body, f"HTTP status {status}")


def test_wildcards_and_the_longest_match() -> None:
    """§2.2.2, §2.2.3."""
    robots = read_robots(
        answer("ok", 200, b"User-agent: *\nDisallow: /*.pdf$\nDisallow: /private\nAllow: /private/open\n")
    )
    assert not robots.allows("https://a.ma/x/file.pdf")
    assert robots.allows("https://a.ma/x/file.pdf?x=1")
    assert not robots.allows("https://a.ma/private/x")
    assert robots.allows("https://a.ma/private/open/x")


def test_the_group_of_the_crawler_wins_over_the_general_one() -> None:
    """§2.2.1."""
    robots = read_robots(
        answer("ok", 200, b"User-agent: *\nDisallow: /\n\nUser-agent: infitah\nDisallow: /no\nCrawl-delay: 7\n")
    )
    assert robots.allows("https://a.ma/yes")
    assert not robots.allows("https://a.ma/no")
    assert robots.crawl_delay_seconds == 7


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_robots_txt_that_is_not_there_allows_everything(status: int) -> None:
    """§2.3.1.3."""
    assert read_robots(answer("gone" if status in (404, 410) else "blocked", status)).allows("https://a.ma/x")


@pytest.mark.parametrize(
    ("outcome", "status"), [("site_down", 503), ("timeout", None), ("tls_error", None), ("blocked", 429)]
)
def test_a_robots_txt_that_cannot_be_read_allows_nothing(outcome: str, status: int | None) -> None:
    """§2.3.1.4."""
    robots = read_robots(answer(outcome, status))
    assert not robots.allows("https://a.ma/x")
    assert robots.denied_because is not None
    assert robots.denied_outcome == ("robots_denied" if status == 503 else outcome)


def test_too_many_redirects_are_as_if_it_were_not_there() -> None:
    """§2.3.1.2."""
    assert read_robots(answer("redirect_stopped", 302)).allows("https://a.ma/x")


def test_more_than_500_kib_are_not_read() -> None:
    """§2.5: a rule beyond the limit may be ignored, one before it not."""
    body = b"User-agent: *\nDisallow: /early\n" + b"# padding\n" * 60_000 + b"Disallow: /late\n"
    robots = read_robots(answer("ok", 200, body))
    assert not robots.allows("https://a.ma/early")
    assert robots.allows("https://a.ma/late")
