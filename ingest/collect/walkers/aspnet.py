"""ASP.NET: pages by number (detailsact.aspx?idact=119), lists that no link opens (facts of 2026-11)."""

from __future__ import annotations

import re
from collections import Counter

from ingest.collect.family import Evidence, Family, FrontPage
from ingest.collect.listings import pages_by_hand, walk_lists
from ingest.read.documents.html import Selectors
from ingest.registry.schema import Source
from ingest.web.address import absolute

#: detailsact.aspx?idact=119
_NUMBERED = re.compile(r"\.aspx\?id\w*=\d+", re.IGNORECASE)


def _missing(source: Source) -> str | None:
    if source.walk.enumeration is not None:
        return None
    return "platform 'aspnet' has lists that no link opens: declare walk.enumeration, or walk.listings"


def _recognise(page: FrontPage) -> Evidence | None:
    if page.soup.find("input", attrs={"name": "__VIEWSTATE"}) is None:
        return None
    numbered = {m[0] for u in page.links if (m := _NUMBERED.search(u))}
    words = f"a view state, and {len(numbered)} numbered .aspx addresses"
    return Evidence(words, len(numbered), enumeration=_numbered_address(page))


def _numbered_address(page: FrontPage) -> str | None:
    """The form of most numbered addresses on the page, with {id} for the number."""
    targets = (absolute(page.url, str(a["href"])) for a in page.soup.find_all("a", href=True))
    forms = Counter(re.sub(r"=\d+$", "={id}", t) for t in targets if t and _NUMBERED.search(t))
    return max(forms, key=lambda f: forms[f], default=None)


FAMILY = Family(
    name="aspnet",
    label={"ar": "موقع ASP.NET", "fr": "Site ASP.NET", "en": "ASP.NET site"},
    walk=walk_lists(pages_by_hand),
    demand=_missing,
    recognise=_recognise,
    rank=40,
    selectors=Selectors(
        content=("#ctl00_content", ".detail-actualite", "#ContentPlaceHolder1", "[id$=lblContenu]", "[id$=lblTexte]"),
        title=(".titre-actualite", "[id$=lblTitre]", "h1", "h2"),
    ),
)
