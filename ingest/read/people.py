"""Names of people near a function, an honorific or in a list of beneficiaries, to be left out of all that is published.

Officials are published by function only (DESIGN.md §2, promise 7). Nothing found here is ever stored. A mark (an
honorific, "heirs of", "beneficiaries:") says that a name may follow; `people.yml` holds the words that are none.
Measured in tests/expectations on sentences labelled before the rules were seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from ingest.text.fold import Folded, fold, fold_pattern, fold_with_offsets
from ingest.text.numerals.vocabulary import words as words_of_numbers
from ingest.text.stems import Stemmed


def _folded(pattern: str) -> re.Pattern[str]:
    return re.compile(fold_pattern(pattern))


_FUNCTION_AR = (
    r"(?:(?:ال)?(?:نائب|نائبة|رئيس|رئيسة|مدير|مديرة|كاتب|كاتبة|وزير|وزيرة|عامل|والي|مستشار|مستشارة|عضو|عضوة|منسق|منسقة|"
    r"قائد|باشا|مكلف|مكلفة|مسؤول|مسؤولة|أمين|أمينة|نواب))"
)
_WORD_AR = re.compile(r"[ء-ي]{2,}")
#: function (up to 80 letters without a comma), NAME,
_AFTER_FUNCTION_AR = _folded(rf"(?<!\w)(?=[وانرمكعق])و?{_FUNCTION_AR}(?: [^,.\n\"]{{0,80}})?, ")
_TITLE_AR = r"(?:سيد|سيدة|أستاذ|أستاذة|دكتور|دكتورة|آنسة|مرحوم|مرحومة|هالك|هالكة|فقيد|فقيدة|أرملة)"
_HONORIFIC_AR = _folded(rf"(?<!\w)[وف]?(?:لل|[لبك]?ال){_TITLE_AR} (?:(?:ال)(?:{_TITLE_AR}|حاج|حاجة) )*")
#: "the named": of land, markets and projects too.
_NAMED_AR = _folded(r"(?<!\w)[وف]?(?:لل|[لبك]?ال)(?:مسمى|مسماة|مدعو|مدعوة) (?:الحاج )?")
_HEIRS_AR = _folded(r"(?<!\w)[وفلبك]?ورثة ")
_PILGRIM_AR = _folded(r"(?<!\w)[وفلبك]?الحاجة? ")
_BENEFICIARIES_AR = _folded(
    r"(?<!\w)[وف]?(?:لل|[لبك]?ال)(?:مستفيد(?:ة|ين|ون|ات)?|معنيين بالأمر|معنيين)(?: [^:,.\n]{0,60})? ?: ?"
)
_ITEM_AR = re.compile(r"[,;|•/]|\d{1,3} ?[-.)]| - |(?<= )- ?|\s و(?=[ء-ي])")

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
#: French names are capitalised, so they are looked for in the original text.
_NAME_FR = rf"{_CAPITAL}(?:[ \u00a0](?:(?:el|al|ben|bent|ait|aït|ould|de)[ \u00a0])?{_CAPITAL}){{0,3}}"
_TITLE_FR = (
    r"M\.|MM\.|Mr\.?|Mrs\.?|Mme\.?|Mmes|Mlles?|Melle|Monsieur|Messieurs|Madame|Mesdames|Mademoiselle|Dr\.?|Pr\.?|Me"
)
_HONORIFIC_FR = re.compile(
    rf"(?=[MDPSsVvFfdHhLl])(?<![\w.])(?<!\d )"
    rf"(?:{_TITLE_FR}|[Ss]ieur|[Vv]euve|Vve|[Ff]eue?|[Dd]éfunte?|[Dd]ame|(?:[Ll]es )?[Hh]éritiers|[Ss]uccession"
    rf"|[Ll][ea] (?:dé)?nommée?)"
    rf"[ \u00a0](?:de (?=[A-Z]|feu|la dame|M))?"
    rf"(?:(?:feue?|[Ss]ieur|[Vv]euve|[Hh]adj|[Hh]aj|{_TITLE_FR})[ \u00a0])*(?P<name>{_NAME_FR})"
)
_PILGRIM_FR = re.compile(rf"(?=[EH])(?<!\w)(?:El )?(?:Hadja?|Hajja?|Haj) (?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,3}})")
_BENEFICIARIES_FR = re.compile(r"(?=[bB])(?i:b[ée]n[ée]ficiaires?)[^:\n]{0,50}: ?(?P<items>[^\n]{3,2000})")
_ITEM_FR = re.compile(r"[,;|•/]|\d{1,3} ?[-.)]| [-–] | et (?=[A-Z])|^[-–] ?")
_FUNCTION_FR = (
    r"(?:vice-pr[eé]sidente?|pr[eé]sidente?|directeur|directrice|ministre|gouverneur|wali"
    r"|secr[eé]taire g[eé]n[eé]rale?|maire|"
    r"conseill[eè]re?|coordinateur|coordinatrice|rapporteure?)"
)
_AFTER_FUNCTION_FR = re.compile(
    rf"(?=[vpdmgwscrVPDMGWSCR])(?i:{_FUNCTION_FR})(?:[^,.\n]{{0,80}}), "
    rf"(?:M\. |Mme |Madame |Monsieur )?(?P<name>{_NAME_FR}),"
)
#: Without one of these no mark is there: saves the slow look at most texts. Harakat, tatweel or Persian letters: look.
_MAY_AR = Stemmed(
    r"سيد|ستفيد|سم|دعو|ستاذ|دكتور|نسة|نسه|رحوم|رث|حاج|رمل|هالك|فقيد|معني|ر[ئي]يس|نا[ئي]ب|مدير|كاتب|وزير|عامل|والي"
    r"|والى|مستشار|عضو|منسق|قا[ئي]د|باشا|مكلف|"
    r"مس[ؤئو]ول|مين|نواب"
)
_ODD_AR = re.compile("[\u064b-\u0652\u0640\u06a9\u06cc\ufb50-\ufeff]")
_MAY_FR = Stemmed(
    r"M\.|M[mlre]|Mons|Mad|Mess|Mes|Dr|Pr|[Ss]ieur|euve|Vve|[Ff]eu|éfunt|[Dd]ame|éritier|uccession|omm[ée]|Ha[dj]"
    r"|résident|resident|recteur|rectrice|inistre|"
    r"ouverneur|ali|énéficiaire|eneficiaire|ENEFICIAIRE|ÉNÉFICIAIRE|ecrétaire|ecretaire|aire|onseill|oordinat|apporteur"
)
#: Every repetition has a bound (RFC 5321 §4.5.3.1 for addresses): a text of one long word costs no more than another.
_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<![\w])(?:\+|00)?(?:212[ ./-]?)?0?[5-8](?:[ ./-]?\d){8}(?!\d)"
    r"|(?<!\w)[A-Za-z]{1,2}[ .-]?\d{5,6}(?!\w)"
)
_REMOVED = "[…]"
WORDS_FILE = Path(__file__).parent / "people.yml"


@cache
def _words(key: str) -> frozenset[str]:
    """The folded words of one list in `people.yml`."""
    lists = yaml.safe_load(WORDS_FILE.read_text("utf-8"))
    return frozenset(fold(word) for word in lists[key].split())


@cache
def _numbers_ar() -> frozenset[str]:
    """Numbers from three on: of the words for one, some are names (فريدة)."""
    arabic = words_of_numbers("ar")
    counted = [w for n, written in arabic.cardinals.items() if n >= 3 for w in written]
    return frozenset(fold(w) for w in (*counted, *arabic.scales[1_000].one))


@cache
def _functions_ar() -> frozenset[str]:
    """Functions with and without the article, masculine and feminine."""
    return frozenset(
        f"{article}{w}{end}" for w in _words("functions_ar") for article in ("", "ال") for end in ("", "ه")
    )


def private_words(text: str) -> frozenset[str]:
    """Folded words of people's names in `text` (three letters or more)."""
    words: set[str] = set()
    if _MAY_AR.search(text) or _ODD_AR.search(text):
        for name in _arabic_names(fold_with_offsets(text)):
            words.update(name)
    if _MAY_FR.search(text):
        for found in _french_names(text):
            words.update(fold_with_offsets(found).text.split())
    return frozenset(w for w in words if len(w) >= 3 and w not in _words("joined_ar"))


def _arabic_names(folded: Folded) -> Iterator[list[str]]:
    text = folded.text
    for m in _AFTER_FUNCTION_AR.finditer(text):
        name, end = _read_name(folded, m.end())
        if len(name) >= 2 and text[end : end + 1] == ",":
            yield name
    if _has(text, _TITLE_STEMS):
        for m in _HONORIFIC_AR.finditer(text):
            if _before(text, m.start()) not in _words("places_ar"):
                name, _ = _read_name(folded, m.end())
                if name and not _is_function(name):
                    yield name
    for pattern, stems, skipped in _MARKED_AR:
        for m in pattern.finditer(text) if _has(text, stems) else ():
            if _before(text, m.start()) not in _words(skipped):
                name, _ = _read_name(folded, m.end())
                if _is_person(name):
                    yield name
    if _has(text, _BENEFICIARY_STEMS):
        for m in _BENEFICIARIES_AR.finditer(text):
            if _before(text, m.start()) not in _words("things_before_ar"):
                yield from _listed(folded, m.end())


def _has(text: str, stems: tuple[str, ...]) -> bool:
    """Whether a folded text holds a mark at all: looking for a stem is far cheaper than matching."""
    return any(s in text for s in stems)


#: Stems of the marks above, folded.
_TITLE_STEMS = tuple(fold(w) for w in ("سيد", "أستاذ", "دكتور", "آنسة", "مرحوم", "هالك", "فقيد", "أرمل"))
_BENEFICIARY_STEMS = tuple(fold(w) for w in ("مستفيد", "معنيين"))
_MARKED_AR = (
    (_NAMED_AR, tuple(fold(w) for w in ("مسم", "مدعو")), "things_before_ar"),
    (_HEIRS_AR, (fold("ورثة"),), "places_ar"),
    (_PILGRIM_AR, (fold("الحاج"),), "places_ar"),
)


def _listed(folded: Folded, start: int) -> Iterator[list[str]]:
    """People in a list that begins at `start`; it ends at a full stop that is no enumeration."""
    text = folded.text
    bounds = [start, *(m.end() for m in _ITEM_AR.finditer(text, start, start + 2000))]
    for at in bounds[:200]:
        at = at + 1 if text[at : at + 1] == " " else at
        name, _ = _read_name(folded, at)
        if _is_person(name) and name[0] not in _words("place_starts_ar"):
            yield name


def _read_name(folded: Folded, at: int) -> tuple[list[str], int]:
    """The words that read as a name from `at`, and where they end: two parts, a third only when it begins with ال."""
    words: list[str] = []
    parts = 0
    joined = False
    end = at
    while m := _WORD_AR.match(folded.text, at):
        word = m.group()
        if folded.text[m.end() : m.end() + 1] not in ("", " ", ",", ".", ";", ":", ")", "-", "/", '"', "|"):
            break
        preposition = word == "علي" and folded.original[folded.offsets[m.end() - 1]] in "ىی" and words
        if not joined and (word in _words("stops_ar") or preposition or _is_attached(word, words)):
            break
        if not joined:
            if parts == 3 or (parts == 2 and not word.startswith("ال")):
                break
            parts += 1
        joined = word in _words("joined_ar")
        words.append(word)
        end = m.end()
        if folded.text[end : end + 1] != " ":
            break
        at = end + 1
    return words, end


def _is_attached(word: str, before: list[str]) -> bool:
    """Whether the word is a phrase of its own: "in the market", "of commune …", "and the …"."""
    return bool(before) and (
        word.startswith(("بال", "لل", "وال", "فال", "كال"))
        or re.match(r"[بلو](?:جماع|اقليم|دوار|حي|مدين|شارع|مقر|صفت|مبلغ|تاريخ|رقم)", word) is not None
    )


def _is_function(name: list[str]) -> bool:
    first = name[0]
    if first in _words("names_too_ar"):
        return len(name) > 1 and name[1] in _words("office_words_ar")
    return first in _functions_ar()


def _is_person(name: list[str]) -> bool:
    """Outside honorifics: two parts, no function, no group or thing, no ordinary word with the article in front."""
    if len(name) < 2:
        return False
    first = name[0]
    bare = first.removeprefix("ال")
    if first.startswith("ال") and first not in _words("given_with_article_ar"):
        return False
    groups = {first, bare} & _words("group_words_ar") or bare.startswith(tuple(_words("group_stems_ar")))
    return not groups and bare not in _numbers_ar() and not _is_function(name)


def _before(text: str, at: int) -> str:
    """The word that ends before `at`."""
    words = text[max(0, at - 40) : at].split()
    return words[-1] if words else ""


def _french_names(text: str) -> Iterator[str]:
    for m in _HONORIFIC_FR.finditer(text):
        first = fold(m["name"].split()[0])
        if first not in _words("functions_fr") and not first.startswith(("l'", "d'")):
            yield m["name"]
    for m in _PILGRIM_FR.finditer(text):
        if fold(_before(text, m.start())) not in _words("places_fr"):
            yield m["name"]
    for m in _AFTER_FUNCTION_FR.finditer(text):
        yield m["name"]
    for m in _BENEFICIARIES_FR.finditer(text):
        for item in _ITEM_FR.split(m["items"])[:200]:
            name = re.match(_NAME_FR, item.strip())
            if name and len(parts := fold(name.group()).split()) >= 2 and not _words("groups_fr") & set(parts[:1]):
                yield name.group()


def has_contact(text: str) -> bool:
    """Whether an e-mail address, a telephone or an identity number stands in a text."""
    return _CONTACT.search(text) is not None


def redact(text: str, names: frozenset[str]) -> str:
    """`text` with those words, and contacts or identity numbers, replaced by […]."""
    text = _CONTACT.sub(_REMOVED, text)
    if not names:
        return text
    pieces = re.split(r"(\W+)", text)
    out = [_REMOVED if fold_with_offsets(p).text in names else p for p in pieces]
    return re.sub(r"(?:\[…\]\s*)+", lambda m: _REMOVED + (" " if m.group().endswith(" ") else ""), "".join(out))
