"""Names of people near a function or an honorific: found so that they can be left out of everything published.

Officials are published by function only (DESIGN.md §2, promise 7). Nothing found here is ever stored.
"""

from __future__ import annotations

import re

from ingest.text.fold import fold_pattern, fold_with_offsets

_FUNCTION_AR = (
    r"(?:(?:ال)?(?:نائب|نائبة|رئيس|رئيسة|مدير|مديرة|كاتب|كاتبة|وزير|وزيرة|عامل|والي|مستشار|مستشارة|عضو|عضوة|منسق|منسقة|"
    r"قائد|باشا|مكلف|مكلفة|مسؤول|مسؤولة|أمين|أمينة|نواب))"
)
_NAME_WORD_AR = r"(?!ال?تي |ال?ذي |في |على |عن |من |إن |أن |بأن |خلال |وهو|وهي|التي|الذي|حيث |الى |مع )[ء-ي]{2,}"
#: What stands in lists of beneficiaries without being a person.
_NOT_A_PERSON_AR = r"(?!(?:ال)?(?:جمعي|تعاوني|سكان|ساكن|مؤسس|نادي |فريق |فدرالي|شرك|مقاول|مدرس|ثانوي|دوار|جماع|مجلس|إقليم|جهة|تلاميذ|طلب|نساء|شباب|أسر|أطفال|موظف|فلاح|حرفي|عمال |فئات|مهن))"
_NOT_A_PERSON_FR = r"(?!Association|Coopérative|Fondation|Société|Commune|Conseil|Province|Région|Les |Le |La |L['’]|Club|École|Lycée|Fédération|Groupement)"
_FUNCTION_FR = (
    r"(?:vice-presidente?|presidente?|directeur|directrice|ministre|gouverneur|wali|secretaire generale?|maire|"
    r"conseillere?|coordinateur|coordinatrice|rapporteure?)"
)
_PATTERNS = [
    # function (up to 80 letters without a comma), NAME, ...
    re.compile(fold_pattern(rf"(?<!\w)و?{_FUNCTION_AR}(?: [^,.\n\"]{{0,80}})?, (?P<name>{_NAME_WORD_AR}(?: {_NAME_WORD_AR}){{1,3}}),")),
    # honorific NAME
    re.compile(fold_pattern(rf"(?<!\w)و?[لب]?(?:السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة|الآنسة) (?!{_FUNCTION_AR}|رئيس|ممثل)(?P<name>{_NAME_WORD_AR}(?: {_NAME_WORD_AR}){{0,2}})")),
    # in a list of beneficiaries, or "the named NAME": people, unless an institution or "the inhabitants" come first
    re.compile(fold_pattern(rf"(?<!\w)(?:المستفيد|المستفيدة|المستفيدين|المستفيدون|المستفيدات|أسماء المعنيين)(?: [^:\n]{{0,40}})?: ?{_NOT_A_PERSON_AR}(?P<name>{_NAME_WORD_AR}(?: {_NAME_WORD_AR}){{1,3}}(?:, ?{_NAME_WORD_AR}(?: {_NAME_WORD_AR}){{1,3}})*)")),
    re.compile(fold_pattern(rf"(?<!\w)(?:المسمى|المسماة|المدعو|المدعوة) (?P<name>{_NAME_WORD_AR}(?: {_NAME_WORD_AR}){{1,2}})")),
]  # fmt: skip
#: French names are capitalised, so they are looked for in the original text.
_NAME_FR = r"[A-ZÉÈÀÎÏÂ][\w'’-]+(?:[ ](?:El|Al|Ben|Ait|Aït|de|d')?[ ]?[A-ZÉÈÀÎÏÂ][\w'’-]+){0,3}"
_FRENCH = [
    re.compile(rf"(?:\bM\.|\bMM\.|\bMme\.?|\bMlle|\bMonsieur|\bMadame|\bDr\.?|\bPr\.?|\bMe)[  ](?!(?:le|la|les)\b)(?P<name>{_NAME_FR})"),
    re.compile(rf"(?i:b[ée]n[ée]ficiaires?[^:\n]{{0,30}}: ?|\b(?:la|le) nomm[ée]e? ){_NOT_A_PERSON_FR}(?P<name>{_NAME_FR}(?:, {_NAME_FR})*)"),
    re.compile(
        rf"(?i:{_FUNCTION_FR.replace('e', '[eé]')})(?:[^,.\n]{{0,80}}), (?:M\. |Mme |Madame |Monsieur )?(?P<name>{_NAME_FR}),"
    ),
]  # fmt: skip
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w])(?:\+|00)?(?:212[ .-]?)?0?[5-8](?:[ .-]?\d){8}(?!\d)|(?<!\w)[A-Za-z]{1,2}[ .-]?\d{5,6}(?!\w)"
)
_REMOVED = "[…]"


def private_words(text: str) -> frozenset[str]:
    """Folded words of people's names in `text` (three letters or more)."""
    words: set[str] = set()
    folded = fold_with_offsets(text)
    for pattern in _PATTERNS:
        for m in pattern.finditer(folded.text):
            words.update(w for w in m.group("name").split() if len(w) >= 3)
    for pattern in _FRENCH:
        for m in pattern.finditer(text):
            words.update(w for w in fold_with_offsets(m.group("name")).text.split() if len(w) >= 3)
    return frozenset(words)


def redact(text: str, names: frozenset[str]) -> str:
    """`text` with those words, and contacts or identity numbers, replaced by […]."""
    text = _CONTACT.sub(_REMOVED, text)
    if not names:
        return text
    pieces = re.split(r"(\W+)", text)
    out = [_REMOVED if fold_with_offsets(p).text in names else p for p in pieces]
    return re.sub(r"(?:\[…\]\s*)+", lambda m: _REMOVED + (" " if m.group().endswith(" ") else ""), "".join(out))
