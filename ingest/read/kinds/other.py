"""Why a page is `other`: which of the few ways of telling nothing for certain it is, for a person to look at."""

from __future__ import annotations

from ingest.read.context import DocumentContext, Sentence
from ingest.read.findings import Findings
from ingest.read.kinds.asked import what_is_asked
from ingest.read.kinds.forms import Form
from ingest.read.kinds.meetings import Meeting
from ingest.read.kinds.plans import is_about_plan
from ingest.read.kinds.telling import opens_by_telling
from ingest.read.kinds.titles import is_static
from ingest.records import Event

#: Reason → what it means, in words for a person; the list is closed.
OTHER_REASONS = {
    "not_read": "no text of it could be read: its status says why",
    "feed": "a feed of other pages",
    "listing": "it leads on to other pages line by line",
    "teasers": "the beginnings of several pages, or one of several pages of a list",
    "menu_only": "short lines alone, none of them a sentence: a menu, labels, links",
    "unknown_language": "its language is none that the rules know",
    "two_kinds": "its title is of a page that stands for good, its text tells or asks for something",
    "standing_page": "its title is of a page that stands for good: a word of welcome, a presentation",
    "session_of_others": "it tells of a session, and names no council that is known",
    "undated": "it tells or asks for something, and bears no day on which that counts",
    "nothing_told": "no rule spoke on what it tells",
}
#: Forms of pages that are no kind of their own.
_BY_FORM: dict[Form, str] = {"feed": "feed", "listing": "listing", "teasers": "teasers"}
_LANGUAGES = ("ar", "fr", "en")
#: A line of so many words, or one that ends in a full stop, is no label.
_LABEL_WORDS = 8


def other_reason(
    context: DocumentContext, form: Form | None, meeting: Meeting | None, findings: Findings, *, is_told: bool
) -> str:
    """One of `OTHER_REASONS` for a page of whose kind its words say nothing for certain.

    Args:
        form: what the page is by its form.
        meeting: the body whose meeting it tells of.
        findings: what was read of it.
        is_told: its first sentences tell that something took place.
    """
    if form in _BY_FORM:
        return _BY_FORM[form]
    if all(_is_label(s) for s in context.sentences):
        return "menu_only"
    if context.language not in _LANGUAGES:
        return "unknown_language"
    asked = what_is_asked(context)
    if is_static(context):
        tells = is_told or asked is not None or is_about_plan(context) or bool(findings.of(Event))
        return "two_kinds" if tells else "standing_page"
    if meeting is not None and meeting.kind == "session":
        return "session_of_others"
    if context.published is None and (asked is not None or opens_by_telling(context) is not None):
        return "undated"
    return "nothing_told"


def _is_label(sentence: Sentence) -> bool:
    return sentence.text.count(" ") < _LABEL_WORDS and not sentence.text.endswith((".", "؟", "?", "!"))
