"""What platform a site runs on, from its home page, and the registry file that would walk it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml
from bs4 import BeautifulSoup, Tag

from ingest.read.documents.decode import decode
from ingest.read.documents.html import Selectors, read_html
from ingest.registry.schema import Listing
from ingest.territory.gazetteer import Gazetteer
from ingest.text.fold import clean, fold
from ingest.text.language import detect_language
from ingest.web.address import absolute, is_on_site
from ingest.web.files import is_file

#: Fewer links of one shape than this are a menu, not a list.
_MIN_ITEMS = 4
#: A title of an act has more letters than a menu entry.
_MIN_TITLE_CHARS = 12
_NEXT_WORDS = ("التالي", "الصفحة التالية", "suivant", "page suivante", "next", "next page", "›", "»", "older posts")
#: ASP.NET: detailsact.aspx?idact=119.
_NUMBERED_ASPX = re.compile(r"\.aspx\?id\w*=\d+", re.IGNORECASE)
#: /fr/actualite/1715/slug
_NUMBER_AND_SLUG = re.compile(r"/[a-z-]+/\d{1,7}/[^/]+/?$")
_FRAME = ("nav", "header", "footer", "aside")


@dataclass(frozen=True)
class Recognised:
    """What a page shows of its platform."""

    platform: str
    evidence: str
    listing: Listing | None = None
    item_count: int = 0
    enumeration: str | None = None
    """Address with {id} where pages are numbers."""
    title: str | None = None
    language: str = "ar"


def recognise(url: str, body: bytes) -> Recognised | None:
    """A platform family by its marks; else the largest list of titled links on the page; None when there is neither."""
    text, _ = decode(body, None)
    soup = BeautifulSoup(text, "lxml")
    title = clean(soup.title.get_text(" ")) if soup.title else None
    found = detect_language(soup.get_text(" ")[:5000])
    language = found if found in ("ar", "fr", "en") else "ar"
    if evidence := _wordpress_marks(soup, text):
        return Recognised("wordpress", evidence, title=title, language=language)
    if family := _family_marks(url, soup, text):
        platform, evidence, count = family
        pattern = _numbered_address(url, soup) if platform == "aspnet" else None
        return Recognised(platform, evidence, None, count, pattern, title, language)
    listing, count = _largest_list(url, soup)
    if listing is None:
        return None
    return Recognised("listing", f"{count} links in elements {listing.block!r}", listing, count, None, title, language)


def _wordpress_marks(soup: BeautifulSoup, text: str) -> str | None:
    if soup.find("link", rel="https://api.w.org/"):
        return "the page names its REST root"
    generator = soup.find("meta", attrs={"name": "generator"})
    if generator is not None and "wordpress" in str(generator.get("content", "")).lower():
        return f"generator {generator.get('content')}"
    return "addresses under /wp-content/" if "/wp-content/" in text else None


def _family_marks(url: str, soup: BeautifulSoup, text: str) -> tuple[str, str, int] | None:
    """(platform, what shows it, items seen) of the families that walk themselves from their lists."""
    generator = soup.find("meta", attrs={"name": re.compile("generator", re.IGNORECASE)})
    if generator is not None and "drupal" in str(generator.get("content", "")).lower():
        return "drupal", f"generator {generator.get('content')}", len(soup.select(".views-row"))
    if "/sites/default/files/" in text or "data-drupal-" in text:
        return "drupal", "addresses and attributes of Drupal", len(soup.select(".views-row"))
    if soup.find("script", id="__NEXT_DATA__") is not None:
        return "json_in_page", "the page carries its data as JSON (__NEXT_DATA__)", 0
    here = [
        u
        for a in soup.find_all("a", href=True)
        if (u := absolute(url, str(a["href"]))) and is_on_site(u, (urlsplit(url).netloc,))
    ]
    if soup.find("input", attrs={"name": "__VIEWSTATE"}) is not None:
        numbered = {m[0] for u in here if (m := _NUMBERED_ASPX.search(u))}
        return "aspnet", f"a view state, and {len(numbered)} numbered .aspx addresses", len(numbered)
    sections = {urlsplit(u).path.rstrip("/").rsplit("/", 1)[-1] for u in here}
    if {"actualites", "evenements"} <= sections:
        return "swct", "the sections actualites and evenements of the communal template", 0
    numbers = {m[0] for u in here if (m := _NUMBER_AND_SLUG.search(urlsplit(u).path))}
    if len(numbers) >= _MIN_ITEMS:
        return "numbered", f"{len(numbers)} addresses of a number and a slug", len(numbers)
    files = {u for u in here if is_file(u)}
    if len(files) >= _MIN_ITEMS and len(files) > len(here) / 2:
        return "files", f"{len(files)} links to files", len(files)
    return None


def _numbered_address(url: str, soup: BeautifulSoup) -> str | None:
    """The form of most numbered addresses on the page, with {id} for the number."""
    forms: dict[str, int] = defaultdict(int)
    for link in soup.find_all("a", href=True):
        if (target := absolute(url, str(link["href"]))) and _NUMBERED_ASPX.search(target):
            forms[re.sub(r"=\d+$", "={id}", target)] += 1
    return max(forms, key=lambda f: forms[f], default=None)


def is_app_shell(body: bytes) -> bool:
    """Whether a page is built by JavaScript alone."""
    text, _ = decode(body, None)
    return read_html(text, Selectors(content=("body",))).status == "unreadable"


def _largest_list(url: str, soup: BeautifulSoup) -> tuple[Listing | None, int]:
    """The selector whose elements each hold one titled link into the site, most of them first."""
    site = (urlsplit(url).netloc,)
    groups: dict[str, list[Tag]] = defaultdict(list)
    for link in soup.find_all("a", href=True):
        target = absolute(url, str(link["href"]))
        words = clean(link.get_text(" "))
        if target is None or not is_on_site(target, site) or is_file(target) or len(words) < _MIN_TITLE_CHARS:
            continue
        if link.find_parent(_FRAME) is not None:
            continue
        for block in [link, *link.parents][:4]:
            if (
                isinstance(block, Tag)
                and (css := _selector(block))
                and block.name not in ("body", "html", "main", "ul", "ol")
            ):
                groups[css].append(link)
    best = max(
        ((css, links) for css, links in groups.items() if len(links) >= _MIN_ITEMS and len(soup.select(css)) <= len(links) * 1.2),
        key=lambda pair: (len(pair[1]), "." in pair[0], not pair[0].startswith("a")),
        default=None,
    )  # fmt: skip
    if best is None:
        return None, 0
    css, links = best
    return Listing(url=url, block=css, next=_next_selector(soup)), len(links)


def _selector(block: Tag) -> str | None:
    """An element by its name and its first telling class."""
    classes = [
        c
        for c in block.get_attribute_list("class")
        if isinstance(c, str) and re.fullmatch(r"[A-Za-z][\w-]*", c) and not re.search(r"\d", c)
    ]
    if classes:
        return f"{block.name}.{classes[0]}"
    return block.name if block.name in ("article", "li") else None


def _next_selector(soup: BeautifulSoup) -> str | None:
    if soup.select_one("a[rel~=next]") is not None:
        return "a[rel~=next]"
    for link in soup.find_all("a", href=True):
        words = clean(link.get_text(" ")).lower()
        css = _selector(link)
        if (words in _NEXT_WORDS or (css and "next" in css)) and css:
            return css
    return None


def propose(url: str, found: Recognised, gazetteer: Gazetteer, *, is_test: bool) -> tuple[str, str]:
    """(source id, registry file as YAML) for a recognised site; what nobody can know yet is left to be filled in."""
    parts = urlsplit(url)
    host = parts.netloc.lower()
    name = re.sub(r"[^a-z0-9]+", "-", host.removeprefix("www.").split(":")[0]).strip("-")
    source_id = f"{'test' if is_test else 'ma'}-{name}"
    matches = [m.collectivity_id for m in gazetteer.find(fold(found.title or "")) if m.collectivity_id]
    entry: dict[str, object] = {
        "id": source_id,
        "names": dict.fromkeys(("ar", "fr", "en"), found.title or host),
        "kind": "council_site",
        **({"collectivity": matches[0]} if len(set(matches)) == 1 else {}),
        "hosts": [{"host": host, "status": "test" if is_test else "unverified"}],
        "platform": found.platform,
        "languages": [found.language],
        "entry_points": [url],
        **(
            {"walk": {"listings": [found.listing.model_dump(exclude_none=True, exclude_defaults=True)]}}
            if found.listing
            else {"walk": {"enumeration": {"url": found.enumeration}}}
            if found.enumeration
            else {}
        ),
        "licence": {"code": "law-31-13-art-6", "quote_basis": "law_31_13_art_6", "note": "No licence looked for yet."},
        "expectations": {"min_documents": max(1, found.item_count // 2)},
    }
    lines = [
        f"# Proposed from one look at {url}: {found.evidence}.",
        "# Check the names and the collectivity; a person confirms the host (status: verified) before it is crawled.",
    ]
    if found.platform == "json_in_page":
        lines.append(
            "# Declare walk.listings with json_items and json_link, and reading.json_content (docs/sources.md): the page's JSON differs from site to site."
        )
    if "collectivity" not in entry:
        lines.append(
            '# collectivity: not recognised from the title; infitah sql "select collectivity_id, name_fr from collectivities"'
        )
    return source_id, "\n".join(lines) + "\n" + yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=110)
