"""Outcomes of asking that both the crawler and the ledger judge by (DESIGN.md §2, promise 6)."""

from __future__ import annotations

#: Crawls that did not see the site whole: the night is held, what was fetched is carried to the next admitted night.
UNSEEN = frozenset(
    {
        "blocked",
        "robots_denied",
        "site_down",
        "timeout",
        "tls_error",
        "refused_address",
        "redirect_stopped",
        "listing_incomplete",
        "truncated",
        "too_large",
        "unreadable",
        "empty",
    }
)
