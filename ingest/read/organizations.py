"""Organizations named in text: a lexicon of fixed names, and noun phrases that open with an organization's head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ingest.read.ministries import MINISTRIES, is_first_of_several, ministry_pattern, of_another_country
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.standing import Choice
from ingest.text.stems import Stemmed

#: First words of an organization's name, by kind.
_HEADS = {
    "association": (
        "جمعية الجمعية رابطة الرابطة فيدرالية الفيدرالية اتحاد الاتحاد تعاونية"
        " association federation ligue union cooperative"
    ),
    "foundation": "مؤسسة المؤسسة fondation",
    "international_organization": "معهد المعهد منظمة المنظمة institut organisation",
    "ministry_department": "وزارة الوزارة مديرية المديرية الوكالة وكالة ministere direction agence",
    "programme": "برنامج البرنامج مشروع programme projet",
    "initiative": "أسبوع الأسبوع مبادرة المبادرة semaine initiative",
    "network": "شبكة الشبكة reseau",
    "university": "جامعة الجامعة universite",
    "other": (
        "مركز المركز صندوق الصندوق سفارة غرفة الغرفة بنك البنك شركة الشركة"
        " centre fonds ambassade chambre banque societe sdl"
    ),
}
HEADS: dict[str, str] = {fold(w): kind for kind, words in _HEADS.items() for w in words.split()}
HEAD = "|".join(sorted((re.escape(h) for h in HEADS), key=len, reverse=True))


@dataclass(frozen=True)
class Organization:
    """One organization of the lexicon, or one met in text (names then None but for the language it was met in)."""

    key: str
    kind_code: str
    name_ar: str | None
    name_fr: str | None
    name_en: str | None
    acronym: str | None

    @property
    def label(self) -> str:
        return self.name_ar or self.name_fr or self.name_en or self.key


@dataclass(frozen=True)
class Named:
    """An organization named at folded offsets [start, end)."""

    start: int
    end: int
    organization: Organization


#: A street, a quarter or a school bears the name: شارع جامعة الدول العربية.
_NAMED_AFTER = re.compile(
    fold_pattern(r"(?<!\w)(?:شارع|زنقة|ساحة|حي|مدرسة|ثانوية|rue|avenue|av|bd|boulevard|lycee|street) ")
    + r"(?:de l'|de la |du |des |de |l')?$"
)
#: So long is what stands before a name at most.
_BEFORE = 20


@lru_cache(maxsize=1)
def by_capitals() -> dict[str, Organization]:
    """The organizations of the lexicon by acronyms that are words where they are no capitals (ADS, CRI)."""
    return {letters: lexicon()[key] for key, entry in _entries().items() for letters in entry.get("capitals", ())}


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Organization]:
    return {
        key: Organization(f"organization|{key}", e["kind"], e["name_ar"], e["name_fr"], e["name_en"], e["acronym"])
        for key, e in _entries().items()
    }


@lru_cache(maxsize=1)
def _entries() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("organizations.yml").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _lexicon() -> Choice[tuple[str, Stemmed]]:
    patterns = [
        (key, Stemmed(rf"(?:{'|'.join(_aliases(entry))}){_not_before(entry)}")) for key, entry in _entries().items()
    ]
    return Choice(patterns, lambda known: known[1].stems)


def _aliases(entry: dict[str, Any]) -> Iterator[str]:
    """Folded patterns of all ways to name an organization, its longer names first."""
    for alias in entry.get("aliases", ()):
        # Some write the Arabic 'and' apart: الشباب و الثقافة.
        yield fold_pattern(alias).replace(" و", " ?و ?")
    if entry["acronym"]:
        yield rf"(?<!\w){re.escape(fold(entry['acronym']))}(?!\w)"
    if "portfolio" in entry:
        yield ministry_pattern(entry["portfolio"]["first"], entry["portfolio"]["then"])
        return
    for name in (entry["name_ar"], entry["name_fr"], entry["name_en"]):
        folded = (
            re.escape(fold(name)).replace(r"\ ", " ").replace(",", ",?").replace(" و", " و ?").replace("\\-", "[ -]")
        )
        if " " not in folded and not folded.isascii():
            yield rf"(?<!\w)[وفبلك]{{0,2}}{folded}(?!\w)"
        elif folded.isascii():
            yield rf"(?<!\w){folded}(?!\w)"
        else:
            yield re.sub("^ال", "(?:ال|لل)", folded) + r"(?!\w)"


def _not_before(entry: dict[str, Any]) -> str:
    """What would make the words behind a name another organization's: الاتحاد الأوروبي لكرة القدم."""
    return rf"(?!{fold_pattern(entry['not_before'])})" if "not_before" in entry else ""


def keys_in(text: str) -> frozenset[str]:
    """The part of the lexicon that a folded text can name at all: of a document, to look through its sentences with."""
    may_be = MINISTRIES.stand_in(text)
    return frozenset(key for key, _ in _lexicon().standing_in(text) if may_be or not key.startswith("min_"))


def find_known(text: str, among: frozenset[str] | None = None) -> list[Named]:
    """Organizations of the lexicon in folded `text`; an acronym beside the full name belongs to the same mention.

    Args:
        among: the part of the lexicon to look for, where the caller knows it (`keys_in`).
    """
    found: list[Named] = []
    for key, pattern in _lexicon().standing_in(text):
        if among is not None and key not in among:
            continue
        for m in pattern.regex.finditer(text):
            start = m.start()
            if m.re.groups and m["listed"] and not is_first_of_several(text[start : m.start("listed")]):
                start = m.start("listed")  # Ministries stand before it.
            if any(n.start < m.end() and start < n.end for n in found):
                continue
            if _NAMED_AFTER.search(text, max(0, start - _BEFORE), start):
                continue
            organization = lexicon()[key]
            if organization.kind_code == "ministry_department" and of_another_country(text, start, m.end()):
                continue
            found.append(Named(start, m.end(), organization))
    return sorted(found, key=lambda n: n.start)


def from_phrase(phrase: str, language: str) -> Organization | None:
    """The organization that a noun phrase names: a known one, or one whose first word is the head of an organization.

    The name is the phrase as written, quotes and surrounding punctuation removed.
    """
    folded = fold(phrase)
    for known in find_known(folded):
        if known.start <= 12:
            return known.organization
    text = clean(phrase).strip(' ،,.؛;:"“”«»()')
    words = fold(text).replace('"', "").split()
    if not words:
        return None
    head = words[0]
    kind = HEADS.get(head) or HEADS.get(head.removeprefix("l'")) or HEADS.get(head.removeprefix("ل"))
    if kind is None or len(words) < 2:
        return None
    return named(re.sub(r"^[lL]['’]", "", text), language, kind)


def named(text: str, language: str, kind: str) -> Organization:
    """An organization of which no more is known than its name as written, and its kind."""
    ar, fr = (text, None) if language == "ar" else (None, text)
    return Organization(f"organization|name|{fold(text).replace(chr(34), '')}", kind, ar, fr, None, None)
