"""What a document is, from its own words: address and section are weak evidence on council sites."""

from __future__ import annotations

import re

from ingest.extract.context import DocumentContext
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold

DOCUMENT_KINDS = (
    "news", "concept_note", "session_announcement", "session_report", "minutes", "plan", "members_list", "figures_note",
    "reference_table", "statistics", "faq", "publication_list", "guide", "institution_list", "other",
)  # fmt: skip
_RULES: list[tuple[str, re.Pattern[str]]] = [
    (
        "concept_note",
        _p(r"ورقة (?:تقديمية|تأطيرية|مفاهيمية)|note (?:conceptuelle|de cadrage|de presentation)|concept note"),
    ),
    ("minutes", _p(r"^\W*محضر|proces-verbal")),
    (
        "plan",
        _p(
            r"^\W*(?:خطة (?:ال)?عمل|برنامج (?:عمل )?(?:ال)?انفتاح|برنامج العمل|plan d'action|programme d'ouverture|plan local)"
        ),
    ),
    ("members_list", _p(r"^\W*(?:لائحة|قائمة) (?:ال)?أعضاء|^\W*liste des membres|أعضاء الشبكة وتواريخ")),
    ("figures_note", _p(r"^\W*(?:أرقام|معطيات رقمية|chiffres|donnees chiffrees)")),
]
_NEWS = _p(
    r"(?<!\w)و?(?:احتضنت?|نظمت?|انعقدت?|عقدت?|شهدت?|قالت?|أكدت?|a organise|s'est tenue?|a abrite|a declare|a indique|a signe|وقعت?)(?!\w)"
)


def document_kind(context: DocumentContext, session_status: str | None) -> str:
    """One of `DOCUMENT_KINDS`; 'other' when its own words do not say."""
    head = [s.text for s in context.sentences[:4]]
    title = context.title or ""
    for code, pattern in _RULES:
        if any(pattern.search(x) for x in (*head, fold(title))):
            return code
    if session_status == "announced":
        return "session_announcement"
    if session_status == "held":
        return "session_report"
    if any(_NEWS.search(s.text) for s in context.sentences[:8]):
        return "news"
    return "other"
