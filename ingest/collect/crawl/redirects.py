"""Where a redirect may lead: inside the site, to a public address, within bounds and what robots.txt allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from ingest.collect.crawl.bounds import is_out_of_bounds
from ingest.collect.crawl.fetch import Exchange
from ingest.collect.crawl.frontier import Request
from ingest.collect.crawl.guard import RefusedAddress, Unresolved, resolve
from ingest.collect.crawl.robots import Robots
from ingest.registry.schema import Source
from ingest.web.address import absolute, canonical_address, is_on_site, site_of

MAX_REDIRECTS = 5


class Stopped(NamedTuple):
    """Why a redirect is not followed."""

    outcome: str
    detail: str


def judge_redirect(source: Source, robots: Mapping[str, Robots], request: Request, exchange: Exchange) -> str | Stopped:
    """The address to go on at, or why not.

    Args:
        robots: site → its rules, of the sites whose rules were read.
    """
    location = exchange.header("location") or ""
    target = absolute(exchange.url, location)
    if target is None:
        return Stopped("redirect_stopped", f"redirected to {location[:200]!r}, which is no web address")
    try:
        resolve(urlsplit(target).netloc.rpartition("@")[2], allow_loopback=source.is_test)
    except RefusedAddress as error:
        return Stopped("refused_address", f"redirected to {target[:200]}: {error}")
    except Unresolved:
        pass
    if not is_on_site(target, source.crawled_hosts):
        return Stopped("redirect_stopped", f"redirected to another site: {target[:200]}")
    is_home = urlsplit(target).path in ("", "/") and not urlsplit(target).query
    if request.role == "document" and is_home and canonical_address(target) != canonical_address(request.url):
        return Stopped("gone", "the site answers with its home page instead")
    if source.kind == "access_portal" and is_out_of_bounds(target):
        words = "redirected to an address that is out of bounds: a request, an account or a captcha"
        return Stopped("redirect_stopped", words)
    site = site_of(target)
    if request.role != "robots" and site in robots and not robots[site].allows(target):
        return Stopped("robots_denied", f"redirected to {target[:200]}, which robots.txt disallows")
    return target
