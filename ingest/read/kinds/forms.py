"""What a page is by its form: a feed, a listing of other pages, an index of decisions, an agreement's own text."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from ingest.read.context import DocumentContext
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold
from ingest.text.stems import Stemmed

_MORE = Rule(
    "kind.read_more",
    r"^ [\W_]* {read_more} [\W_]* $",
    ("المزيد", "اقرأ المزيد …", "Lire la suite...", "Read more"),
    ("المزيد من الاستثمارات بالمدينة",),
)
_CUT_MORE = Rule(
    "kind.cut_and_more",
    r"[.]{3} [\W_]{0,6} {read_more} [\W_]{0,6} $",
    ("ont été collectées […] Lire la suite", "التقى الرئيس ... اقرأ المزيد"),
    ("Lire la suite", "المزيد من التفاصيل"),
)
#: The numbers of further pages: « Newer 1 2 3 4 Older », 'page 2 of 14'.
_PAGES = Rule(
    "kind.page_numbers",
    r"^ [^\d]{0,20} (?: 1[ ]2[ ]3 | 2[ ]3[ ]4 ) (?![\d]) [\W\d]{0,40} [^\d]{0,20} $ | ^ [\W]* {page_of_pages}",
    ("« Newer 1 2 3 4 5 Older »", "1 2 3 … Suivant", "الصفحة 1 من 14", "Page 2 sur 9"),
    ("05 35 20 30", "3 صفحات", "Recettes 28 000 000"),
)
#: A line that begins with a day, as those of a list of news do.
_DATED_LINE = re.compile(r"^\W*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} [^\W\d]{3,10})(?!\w)")
_DECISIONS_OF = Rule(
    "kind.decisions_of_session",
    r"^ [\W\d_]* {summary_of_decisions} [^.]{0,40} {the_session}",
    (
        "- مقررات الدورة العادية لشهر ماي",
        "Résumé des décisions de la session ordinaire de mai",
        "- Summary of decisions from the extraordinary session",
    ),
    ("صادق المجلس على مقررات الدورة",),
)
_DECISIONS = Rule(
    "kind.decisions_title",
    r"^ \W* (?: {summary_of_decisions} | (?:decisions|deliberations)[ ](?:du|of[ ]the)[ ](?:conseil|council) )",
    ("مقررات المجلس", "Décisions du conseil", "Decisions of the council"),
    ("المجلس يتدارس مقررات",),
)
_SESSION_LINE = Rule(
    "kind.session_line",
    r"^ [\W\d_]* {the_session}",
    ("الدورة العادية لشهر ماي 2022", "Session ordinaire de mai", "- Ordinary session"),
    ("عقد المجلس دورته العادية",),
)
_PARTIES = Rule(
    "kind.between_parties",
    "{between_parties}",
    ("تبرم هذه الاتفاقية بين:", "بين الموقعين أسفله", "Entre les soussignés :", "il a été convenu ce qui suit"),
    ("الاتفاقية المبرمة بين الجهة والجماعة",),
)
#: A moment as feeds write it: Mon, 22 Sep 2025 13:54:48 +0000.
FEED_MOMENT = Stemmed(r"\b[A-Z][a-z]{2}, (\d{1,2} [A-Z][a-z]{2} \d{4}) \d\d:\d\d:\d\d [+-]\d{4}")
_LISTING_PARTS = frozenset(("author", "tag", "category", "page", "archives"))
#: Sections of a site in which it tells its news.
_NEWS_PARTS = frozenset(
    ("actualite", "actualites", "actu", "actus", "news", "akhbar", "nouvelles", "أخبار", "مستجدات", "الأخبار")
)
_LISTING_FIELDS = frozenset(("cat", "paged", "author", "tag", "m"))
#: How the beginning of another page ends.
_CUT = ("...", "…")
#: Of so many short lines a list is made.
_LISTED = 3
_LINE_CHARS = 160
#: Behind so many sentences an agreement has begun.
_PREAMBLE = 30


Form = Literal["feed", "listing", "teasers", "decision_index", "agreement_text"]
#: The kind of a document by its form.
FORM_KINDS: dict[Form, str] = {
    "feed": "other",
    "listing": "other",
    "teasers": "other",
    "decision_index": "decision_list",
    "agreement_text": "agreement",
}


def form_of(context: DocumentContext) -> Form | None:
    """What a page is by its form; None for a page of prose."""
    if is_feed(context.text, context.source_url):
        return "feed"
    if _is_listing(context):
        return "listing"
    if _is_teasers(context):
        return "teasers"
    if _is_index(context):
        return "decision_index"
    for s in context.sentences[:_PREAMBLE]:
        if m := _PARTIES.search(s.text):
            tell(_PARTIES.id, m.group(), f"sentence {s.index + 1}")
            return "agreement_text"
    return None


def is_feed(text: str, url: str) -> bool:
    """Whether a text is a feed: moments as feeds write them, by an address that says so or several times over."""
    count = len(FEED_MOMENT.findall(text[:20_000]))
    return count >= 2 or (
        count == 1 and ("feed" in parse_qs(urlsplit(url).query) or urlsplit(url).path.endswith("feed"))
    )


def is_listing_address(url: str) -> bool:
    """Whether an address is one of those at which publishing programs list pages; no more than a hint."""
    parts = urlsplit(url)
    segments = [x for x in parts.path.lower().split("/") if x]
    return bool(_LISTING_PARTS & set(segments[-3:])) or bool(_LISTING_FIELDS & set(parse_qs(parts.query)))


def is_news_address(url: str) -> bool:
    """Whether a page is kept among a site's news: a hint for a page that says nothing else of itself."""
    segments = [unquote(x) for x in urlsplit(url).path.lower().split("/") if x]
    return bool(_NEWS_PARTS & set(segments[:-1]))


def _is_listing(context: DocumentContext) -> bool:
    """Whether a page leads on to others line by line."""
    leads_on = [s.text for s in context.sentences if _MORE.search(s.text)] if context.may_speak(_MORE) else []
    cut = [s.text for s in context.sentences if s.text.rstrip("] ").endswith(_CUT)]
    few = 1 if is_listing_address(context.source_url) else 2
    for found, least in ((leads_on, few), (cut, few + 1)):
        if len(found) >= least:
            tell(_MORE.id, found[0][-40:], f"{len(found)} lines")
            return True
    return False


def _is_teasers(context: DocumentContext) -> bool:
    """Whether a page begins to tell several things, or is one of several that do."""
    cut = [s.text for s in context.sentences if _CUT_MORE.search(s.text)] if context.may_speak(_CUT_MORE) else []
    dated = [s.text for s in context.sentences if s.is_line and _DATED_LINE.search(s.text)]
    is_led_on = context.may_speak(_MORE) and any(_MORE.search(s.text) for s in context.sentences)
    for found, is_told in ((cut, True), (dated, is_led_on)):
        if is_told and len(found) >= 2:
            tell(_CUT_MORE.id, found[0][-40:], f"{len(found)} lines")
            return True
    for s in (*context.sentences[:1], *context.sentences[-2:]):
        if m := _PAGES.search(s.text):
            tell(_PAGES.id, m.group()[:40], f"sentence {s.index + 1}")
            return True
    return False


def _is_index(context: DocumentContext) -> bool:
    """Whether a page lists sessions with their decisions, and says no more of them."""
    lines = [s for s in context.sentences if len(s.text) <= _LINE_CHARS]
    listed = [s for s in lines if _DECISIONS_OF.search(s.text)] if context.may_speak(_DECISIONS_OF) else []
    if len(listed) < _LISTED:
        title = fold(context.title or "")
        if not (_DECISIONS.search(title) or any(_DECISIONS.search(s.text) for s in lines[:2])):
            return False
        listed = [s for s in lines if _SESSION_LINE.search(s.text)]
    if len(listed) < _LISTED:
        return False
    tell(_DECISIONS_OF.id, listed[0].text[:60], f"{len(listed)} lines")
    return True
