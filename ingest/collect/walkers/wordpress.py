"""WordPress: REST where it answers; else sitemaps, feeds, and the links of the home page (facts of 2026-11).

Core sends validators on feeds only, and its sitemaps have no dates, so changes are read from REST `modified_gmt` or
from the `updated` of Atom entries. Feeds can be asked for in order of change: one page tells that nothing changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from ingest.collect.crawl.catalogue import Catalogue
from ingest.collect.crawl.frontier import Answer, Request
from ingest.collect.crawl.robots import Robots
from ingest.collect.family import Evidence, Family, FrontPage
from ingest.collect.links import Entry, file_links, read_feed, read_sitemap, utc_moment
from ingest.collect.soup import soup_of
from ingest.read.documents.decode import decode
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Source
from ingest.web.address import absolute, canonical_address, is_on_site
from ingest.web.files import is_file

_PER_PAGE = 100
_FIELDS = "id,link,modified_gmt,source_url,mime_type"
#: Post types of core that are no public pages.
_INTERNAL = re.compile(r"^(?:wp_|nav_menu|attachment$|elementor|oembed|custom_css|customize|revision$|user_request)")
#: Sitemaps of archives, which are lists of what other sitemaps hold.
_ARCHIVES = re.compile(r"taxonom|categor|[-_]tag|author|user|local|news-sitemap", re.IGNORECASE)
_SITEMAPS = ("wp-sitemap.xml", "sitemap_index.xml", "?sitemap=index", "sitemap.xml")
_NOT_PAGES = re.compile(
    r"/(?:category|tag|author|feed|comments|page|wp-[a-z]+)(?:/|$|\.)|[?&](?:cat|tag|author|feed|paged|s|m|replytocom)="
)


class WordPressWalker:
    """Walks one WordPress site."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._source = source
        self._root = source.root
        self._phases = [self._ask_sitemap, self._ask_feeds, self._ask_documents]
        self._rest: str | None = None
        self._has_rest = False
        self._totals: dict[str, tuple[int, set[int]]] = {}
        self._sitemaps: list[str] = []
        self._has_sitemap = False
        self._feed_base: str | None = None
        self._home_links: list[str] = []
        self._feed_pages: dict[str, int] = {}
        self._last_update: str | None = None
        self._is_ordered = True
        self._feed_entries: set[str] = set()
        self._has_whole_feed = False

    def begin(self, robots: Robots) -> Iterable[Request]:
        """The home page: it names the REST root and the feed."""
        self._sitemaps = [u for u in robots.sitemaps if is_on_site(u, self._source.crawled_hosts)]
        return [Request(self._root, "listing", label="home")]

    def receive(self, answer: Answer) -> Iterable[Request]:
        """What follows: further pages of lists, and files that documents link to."""
        reader = {
            "home": self._read_home,
            "types": self._read_types,
            "rest": self._read_rest,
            "sitemap": self._read_sitemap,
            "sitemap-page": self._read_sitemap,
            "feed": self._read_feed,
        }.get(answer.request.label.split(" ")[0])
        if reader is not None:
            return reader(answer)
        return self._read_document(answer)

    def is_page(self, body: bytes) -> bool:
        """No number is tried here."""
        return True

    def drained(self) -> Iterable[Request]:
        """REST, then (without it) sitemaps and feeds, then what is new or changed, then what left or is due."""
        while self._phases:
            if requests := self._phases.pop(0)():
                return requests
        return self.catalogue.later()

    def _ask_sitemap(self) -> list[Request]:
        if self._has_rest or self.catalogue.problems or (url := self._next_sitemap()) is None:
            return []
        return [Request(url, "probe", label="sitemap")]

    def _ask_feeds(self) -> list[Request]:
        if self._has_rest or self.catalogue.problems:
            return []
        return [Request(url, "listing", label=f"feed {url}") for url in self._feeds()]

    def _ask_documents(self) -> list[Request]:
        self._check_completeness()
        return self.catalogue.fresh()

    # -- home and REST ---------------------------------------------------------------------------------------------

    def _read_home(self, answer: Answer) -> Iterator[Request]:
        if answer.outcome not in ("ok", "not_modified"):
            self.catalogue.problem(answer.outcome, f"{answer.url}: {answer.detail or answer.outcome}")
            return
        text, _ = decode(answer.body, None)
        soup = soup_of(text)
        self._root = answer.url
        self._sitemaps = list(dict.fromkeys([*self._sitemaps, *(urljoin(self._root, name) for name in _SITEMAPS)]))
        api = soup.find("link", rel="https://api.w.org/")
        feed = soup.find("link", rel="alternate", type="application/rss+xml")
        if feed is not None:
            self._feed_base = absolute(answer.url, str(feed.get("href", "")))
        self._home_links = [u for a in soup.find_all("a", href=True) if (u := absolute(answer.url, str(a["href"])))]
        if api is not None and (rest := absolute(answer.url, str(api.get("href", "")))) is not None:
            self._rest = rest
            yield Request(self._route("wp/v2/types"), "probe", label="types")

    def _route(self, route: str, **query: str | int) -> str:
        """Address of a REST route: a path under /wp-json/, or a query with plain permalinks."""
        assert self._rest is not None
        parts = urlsplit(self._rest)
        fields = dict(parse_qsl(parts.query))
        if "rest_route" in fields:
            fields["rest_route"] = "/" + route
            return parts._replace(query=urlencode({**fields, **query}, safe="/,")).geturl()
        return urljoin(self._rest.rstrip("/") + "/", route) + (f"?{urlencode(query, safe=',')}" if query else "")

    def _read_types(self, answer: Answer) -> Iterator[Request]:
        """Public post types; a refusal means that REST is off, which many sites are advised to do."""
        types = _json(answer)
        if answer.outcome != "ok" or not isinstance(types, dict) or "post" not in types:
            return
        self._has_rest = True
        for name, described in types.items():
            base = described.get("rest_base") if isinstance(described, dict) else None
            if base and not _INTERNAL.match(name) and described.get("rest_namespace", "wp/v2") == "wp/v2":
                yield self._rest_page(str(base), 1)
        yield self._rest_page("media", 1)

    def _rest_page(self, base: str, page: int) -> Request:
        query: dict[str, str | int] = {
            "per_page": _PER_PAGE,
            "page": page,
            "orderby": "id",
            "order": "asc",
            "_fields": _FIELDS,
        }
        if base == "media":
            query["media_type"] = "application"
        return Request(self._route(f"wp/v2/{base}", **query), "listing", label=f"rest {base} {page}")

    def _read_rest(self, answer: Answer) -> Iterator[Request]:
        _, base, number = answer.request.label.split(" ")
        page = int(number)
        items = _json(answer)
        if answer.outcome != "ok" or not isinstance(items, list):
            if page == 1 and answer.status in (400, 401, 404) and base not in ("posts", "pages"):
                return  # A type of a plug-in that keeps its list to itself.
            what = answer.detail or ("no list of items" if answer.outcome == "ok" else answer.outcome)
            self.catalogue.problem(
                "listing_incomplete" if answer.outcome == "ok" else answer.outcome,
                f"page {page} of REST {base}: {what}",
            )
            return
        total, pages = int(answer.header("x-wp-total") or 0), int(answer.header("x-wp-totalpages") or 0)
        _, ids = self._totals.get(base, (0, set()))
        for item in items:
            ids.add(int(item["id"]))
            url = item.get("source_url") if base == "media" else item.get("link")
            if not isinstance(url, str) or (base == "media" and not is_file(url)):
                continue
            if canonical_address(url) != canonical_address(self._root):
                self.catalogue.item(url, utc_moment(str(item.get("modified_gmt", ""))), is_watched=True)
        self._totals[base] = (total, ids)
        if page < pages:
            yield self._rest_page(base, page + 1)

    # -- sitemaps --------------------------------------------------------------------------------------------------

    def _next_sitemap(self) -> str | None:
        """The next place to look for a sitemap: robots.txt's, then the usual ones."""
        return self._sitemaps.pop(0) if self._sitemaps else None

    def _read_sitemap(self, answer: Answer) -> Iterator[Request]:
        found = read_sitemap(answer.url, answer.body) if answer.outcome in ("ok", "not_modified") else None
        if found is None:
            if answer.request.label == "sitemap-page":
                self.catalogue.problem("listing_incomplete", f"{answer.url}: {answer.detail or 'no sitemap'}")
            elif not self._has_sitemap and (url := self._next_sitemap()) is not None:
                yield Request(url, "probe", label="sitemap")
            return
        self._has_sitemap = True
        for url in found.sitemaps:
            if not _ARCHIVES.search(urlsplit(url).path + "?" + urlsplit(url).query) and is_on_site(
                url, self._source.crawled_hosts
            ):
                yield Request(url, "listing", label="sitemap-page")
        is_posts = _is_of_posts(answer.url)
        for entry in found.pages:
            if canonical_address(entry.url) != canonical_address(self._root):
                self.catalogue.item(entry.url, entry.version, is_watched=is_posts or entry.is_exact)

    # -- feeds -----------------------------------------------------------------------------------------------------

    def _feeds(self) -> list[str]:
        declared = [u for u in self._source.entry_points[1:] if "feed" in u]
        return [self._feed_url(1), *declared] if self._feed_base else declared

    def _feed_url(self, page: int) -> str:
        """The Atom feed in order of change, at the address form that the site uses."""
        assert self._feed_base is not None
        parts = urlsplit(self._feed_base)
        order = {"orderby": "modified", "order": "DESC", **({"paged": page} if page > 1 else {})}
        if "feed=" in parts.query:
            return parts._replace(query=urlencode({"feed": "atom", **order})).geturl()
        return parts._replace(path=parts.path.rstrip("/") + "/atom/", query=urlencode(order)).geturl()

    def _read_feed(self, answer: Answer) -> Iterator[Request]:
        first = answer.request.label.split(" ")[1]
        page = self._feed_pages[first] = self._feed_pages.get(first, 0) + 1
        if answer.outcome == "gone" and page > 1:
            self._has_whole_feed = True  # WordPress answers 404 past the last page of a feed.
            return
        entries = read_feed(answer.url, answer.body) if answer.outcome in ("ok", "not_modified") else []
        if not entries:
            if page == 1 and answer.outcome in ("gone", "unreadable", "ok"):
                return  # No feed here; what the sitemap shows is re-checked in rotation.
            self.catalogue.problem(
                "listing_incomplete", f"page {page} of the feed {first}: {answer.detail or 'no entries'}"
            )
            return
        before = len(self._feed_entries)
        for entry in entries:
            self._take_entry(entry)
        if len(self._feed_entries) == before:
            return  # A site that ignores `paged` shows its first page for ever.
        if self._has_sitemap and self._is_ordered and all(self._is_known(e) for e in entries):
            return  # In order of change, and this page is old news: so is the rest.
        if page >= self._source.walk.max_listing_pages:
            self.catalogue.problem("over_budget", f"the feed {first} goes on after {page} pages")
        elif first == self._feed_url(1):
            yield Request(self._feed_url(page + 1), "listing", label=f"feed {first}")

    def _take_entry(self, entry: Entry) -> None:
        address = self.catalogue.item(entry.url, entry.version, is_watched=entry.version is not None)
        if address is not None:
            self._feed_entries.add(address)
        if entry.version is None or (self._last_update is not None and entry.version > self._last_update):
            self._is_ordered = False
        self._last_update = entry.version

    def _is_known(self, entry: Entry) -> bool:
        known = self.catalogue.known.get(canonical_address(entry.url))
        return known is not None and entry.version is not None and known.version == entry.version

    # -- the end ---------------------------------------------------------------------------------------------------

    def _check_completeness(self) -> None:
        for base, (total, ids) in self._totals.items():
            if len(ids) < total:
                self.catalogue.problem(
                    "listing_incomplete", f"REST {base} states {total} items, {len(ids)} were listed"
                )
        if self._has_rest:
            return
        if not self._feed_entries:
            self.catalogue.unwatch()  # No feed would show a change.
        if not self._has_sitemap:
            # Pages that no feed holds: what the home page links to.
            for url in self._home_links:
                parts = urlsplit(url)
                if (
                    not _NOT_PAGES.search(f"{parts.path}?{parts.query}")
                    and not is_file(url)
                    and parts.path + parts.query not in ("", "/")
                ):
                    self.catalogue.item(url)
        elif self._has_whole_feed:
            unread = [
                a
                for a, item in self.catalogue.listed.items()
                if item.is_watched and item.version is None and a not in self._feed_entries
            ]
            if unread:
                self.catalogue.problem(
                    "listing_incomplete",
                    f"the feed ends after {len(self._feed_entries)} entries; "
                    f"the sitemap lists {len(unread)} posts more",
                )
        if not self.catalogue.listed and not self.catalogue.problems:
            self.catalogue.problem("empty", "neither REST, nor a sitemap, nor a feed, nor links on the home page")

    def _read_document(self, answer: Answer) -> Iterator[Request]:
        if self._source.walk.files and answer.outcome == "ok" and "html" in answer.content_type:
            yield from filter(None, map(self.catalogue.file, file_links(answer.url, answer.body)))


def _json(answer: Answer) -> Any:
    try:
        return json.loads(answer.body) if answer.outcome in ("ok", "not_modified") else None
    except (ValueError, RecursionError):  # Broken, or lists deeper in each other than any that is meant.
        return None


def _is_of_posts(url: str) -> bool:
    """Whether a sitemap lists posts, which feeds hold too, rather than pages."""
    parts = urlsplit(url)
    fields = dict(parse_qsl(parts.query))
    if fields.get("sitemap") == "posts":
        return fields.get("sitemap-subtype") == "post"
    return bool(re.search(r"posts-post-\d|(?:^|/)post-sitemap", parts.path))


def _recognise(page: FrontPage) -> Evidence | None:
    if page.soup.find("link", rel="https://api.w.org/"):
        return Evidence("the page names its REST root")
    generator = page.soup.find("meta", attrs={"name": "generator"})
    if generator is not None and "wordpress" in str(generator.get("content", "")).lower():
        return Evidence(f"generator {generator.get('content')}")
    return Evidence("addresses under /wp-content/") if "/wp-content/" in page.text else None


FAMILY = Family(
    name="wordpress",
    label={"ar": "موقع ووردبريس", "fr": "Site WordPress", "en": "WordPress site"},
    walk=WordPressWalker,
    recognise=_recognise,
    rank=10,
    selectors=Selectors(
        content=(".entry-content", ".wp-block-post-content", ".post-content", "article .content"),
        title=("h1.entry-title", ".wp-block-post-title", ".entry-header h1", "h1"),
        date=("time.entry-date", ".wp-block-post-date time", ".posted-on time", ".entry-date"),
    ),
)
