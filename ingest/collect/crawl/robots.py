"""robots.txt after RFC 9309: what an answer to it allows.

Section 2.3.1: 2xx is obeyed; 4xx means that there are no rules; 5xx and no answer mean that everything is disallowed;
at least five redirects are followed; at least 500 KiB are read.
"""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from ingest.collect.crawl.frontier import Answer

PRODUCT = "Infitah"
MAX_BYTES = 512_000
MAX_REDIRECTS = 5
#: A longer Crawl-delay is obeyed as this much; the budget of the night ends it anyway.
MAX_CRAWL_DELAY_SECONDS = 120.0


@dataclass(frozen=True)
class Robots:
    """What one host allows."""

    rules: Protego | None
    denied_because: str | None = None
    """Set when everything is disallowed because robots.txt could not be read."""
    denied_outcome: str = "robots_denied"
    """What that means for the visit: a server that does not answer at all is down, not unwilling."""
    crawl_delay_seconds: float = 0.0
    sitemaps: tuple[str, ...] = ()

    def allows(self, url: str) -> bool:
        if self.denied_because is not None:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, PRODUCT))


def read_robots(answer: Answer) -> Robots:
    """The rules in an answer to /robots.txt."""
    if answer.outcome == "ok":
        rules = Protego.parse(answer.body[:MAX_BYTES].decode("utf-8", "replace"))
        delay = rules.crawl_delay(PRODUCT) or 0.0
        return Robots(
            rules, crawl_delay_seconds=min(float(delay), MAX_CRAWL_DELAY_SECONDS), sitemaps=tuple(rules.sitemaps)
        )
    if answer.outcome == "empty" or (answer.status is not None and 400 <= answer.status < 500 and answer.status != 429):
        return Robots(None)
    if answer.outcome == "redirect_stopped":
        return Robots(None)  # RFC 9309 §2.3.1.2: after five redirects it counts as unavailable, which is 4xx.
    why = f"robots.txt could not be read ({answer.detail or answer.outcome}); RFC 9309 §2.3.1.4 then allows nothing"
    is_error_status = answer.status is not None and answer.outcome == "site_down"
    return Robots(None, why, "robots_denied" if is_error_status else answer.outcome)
