"""One polite look at a site that is not in the registry yet: robots.txt, then the page."""

from __future__ import annotations

import time
from dataclasses import replace
from urllib.parse import urlsplit

from ingest.collect.crawl.fetch import Exchange, Fetcher
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.guard import Watchdog
from ingest.collect.crawl.robots import read_robots
from ingest.registry.schema import Source
from ingest.web.address import absolute, is_on_site

_MAX_REDIRECTS = 5


class ProbeError(Exception):
    """The site could not be looked at; the message says why."""


def look(url: str, user_agent: str, *, is_test: bool) -> Exchange:
    """The page at an address, after redirects inside its site.

    Raises:
        ProbeError: robots.txt forbids it, or no page came.
    """
    source = _stranger(url, is_test=is_test)
    watchdog = Watchdog()
    fetcher = Fetcher(source, user_agent, watchdog)
    try:
        robots_url = urlsplit(url)._replace(path="/robots.txt", query="", fragment="").geturl()
        found = fetcher.fetch(robots_url)
        for _ in range(_MAX_REDIRECTS):
            target = absolute(found.url, found.header("location") or "") if found.is_redirect else None
            if target is None or not is_on_site(target, source.crawled_hosts):
                break
            # WordPress with plain links sends /robots.txt on to /robots.txt/.
            time.sleep(source.politeness.delay_seconds)
            found = fetcher.fetch(target)
        if found.is_redirect:
            found = replace(found, outcome="redirect_stopped")
        answer = Answer(
            Request(robots_url, "robots"),
            found.outcome,
            found.url,
            found.status,
            found.headers,
            found.body,
            found.detail,
        )
        robots = read_robots(answer)
        for _ in range(_MAX_REDIRECTS):
            if not robots.allows(url):
                raise ProbeError(f"looking at {url}: {robots.denied_because or 'robots.txt forbids it'}")
            time.sleep(source.politeness.delay_seconds)
            page = fetcher.fetch(url)
            if not page.is_redirect:
                break
            target = absolute(url, page.header("location") or "")
            if target is None or not is_on_site(target, source.crawled_hosts):
                raise ProbeError(
                    f"looking at {url}: it redirects to {page.header('location')}; propose that address instead"
                )
            url = target
        if page.outcome != "ok":
            raise ProbeError(f"looking at {url}: {page.outcome}: {page.detail}")
        return page
    finally:
        fetcher.close()
        watchdog.close()


def _stranger(url: str, *, is_test: bool) -> Source:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ProbeError(f"looking at {url!r}: give a whole address, such as https://commune.example/")
    # A person names the address at this moment: that is one look's worth of confirmation, and it is written nowhere.
    confirmed = {"status": "verified", "verified_by": "whoever looks", "verified_on": "1970-01-01"}
    return Source.model_validate(
        {
            "id": "stranger",
            "names": {"ar": "-", "fr": "-", "en": "-"},
            "kind": "council_site",
            "platform": "unknown",
            "hosts": [{"host": parts.netloc.lower(), **({"status": "test"} if is_test else confirmed)}],
            "languages": ["ar"],
            "licence": {"code": "none", "quote_basis": "position_only"},
            "politeness": {"delay_seconds": 0.0 if is_test else 5.0},
        }
    )
