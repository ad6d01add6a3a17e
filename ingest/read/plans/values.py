"""What a cell of a plan can be, whatever its label says: a date, a term, a state, a percentage, an office, a sum."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.read.plans.periods import dates_taken_out, parse_span
from ingest.read.plans.states import percent_of, state_of
from ingest.read.rules import Rule
from ingest.text.amounts import find_amounts
from ingest.text.fold import clean, fold, fold_pattern

OFFICE = Rule(
    "plan.office",
    "{own_office}",
    ("Service technique", "قسم التخطيط", "Urban Planning Office", "the water desk"),
    ("Serviabilité", "أقسمت", "Officially"),
)
BODY = Rule(
    "plan.other_body",
    "{other_body}",
    ("Conseil provincial", "Agence du bassin", "وزارة التجهيز", "جمعية الأمل", "Ministry of Justice"),
    ("Conseiller", "جمع", "Administer"),
)
#: An office is named at the beginning in Arabic and French; English has its word at the end too.
_OFFICE_AT_HEAD = re.compile(r"(?:(?:le|la|les|the) |l')?")
_ENGLISH_WORDS = 7
_NUMBER = re.compile(r"\W{0,2}[a-zا-ي]{0,3}[.\-]?\d{1,3}(?:[.\-]\d{1,3}){0,2}\W{0,2}")
_FIGURE = re.compile(r"[\d .,\u00a0\u202f]{4,20}")
_LENGTH = re.compile(
    fold_pattern(
        r"(?:\D{0,12} )?\d{1,3} ?(?:mois|ans?|annees?|jours?|semaines?|months?|years?|days?|weeks?"
        r"|شهر\w*|أشهر|سنة|سنوات|يوم\w*|أيام|أسابيع|أسبوع\w*)(?: \D{0,12})?"
    )
)
#: Letters beside the dates of a cell that is one: 'fin mars 2025', 'avant le 3 mai 2025', 'قبل متم 2025'.
_DATE_WORDS = 22
_LONG_CHARS, _LONG_WORDS = 200, 12


@lru_cache(maxsize=8192)
def kind_of(value: str) -> str:
    """empty, number, percent, span, moment, length, state, amount, office, body, long or words."""
    text = clean(value)
    if not re.search(r"\w", text):
        return "empty"
    if percent_of(text) is not None:
        return "percent"
    if (rest := dates_taken_out(text)) is not None and len(rest) <= _DATE_WORDS:
        span = parse_span(text)
        both = span is not None and span.start is not None and span.end is not None and span.start != span.end
        return "span" if both else "moment"
    if _LENGTH.fullmatch(fold(text)):
        return "length"
    if _NUMBER.fullmatch(fold(text)):
        return "number"
    if _FIGURE.fullmatch(text) or find_amounts(text):
        return "amount"
    if state_of(text) is not None:
        return "state"
    if len(text) > _LONG_CHARS or (text.endswith((".", "؛")) and len(text.split()) > _LONG_WORDS):
        return "long"
    return "office" if _names(OFFICE, text) else "body" if _names(BODY, text) else "words"


def _names(rule: Rule, value: str) -> bool:
    """Whether short words name an office or a body of the rule's words."""
    text = fold(value)
    m = rule.search(text)
    if m is None:
        return False
    at_head = _OFFICE_AT_HEAD.match(text)
    return m.start() <= (at_head.end() if at_head else 0) or (text.isascii() and len(text.split()) <= _ENGLISH_WORDS)
