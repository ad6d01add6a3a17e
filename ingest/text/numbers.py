"""Numbers in digits and in words, Arabic and French, up to 999."""

from __future__ import annotations

import re

from ingest.text.fold import fold, fold_pattern

_AR_UNITS = {
    "واحد": 1,
    "واحدة": 1,
    "فريدة": 1,
    "وحيدة": 1,
    "اثنان": 2,
    "اثنين": 2,
    "اثنتان": 2,
    "اثنتين": 2,
    "ثلاث": 3,
    "ثلاثة": 3,
    "أربع": 4,
    "أربعة": 4,
    "خمس": 5,
    "خمسة": 5,
    "ست": 6,
    "ستة": 6,
    "سبع": 7,
    "سبعة": 7,
    "ثمان": 8,
    "ثماني": 8,
    "ثمانية": 8,
    "تسع": 9,
    "تسعة": 9,
    "عشر": 10,
    "عشرة": 10,
}
_AR_TENS = {
    "عشرون": 20,
    "عشرين": 20,
    "ثلاثون": 30,
    "ثلاثين": 30,
    "أربعون": 40,
    "أربعين": 40,
    "خمسون": 50,
    "خمسين": 50,
    "ستون": 60,
    "ستين": 60,
    "سبعون": 70,
    "سبعين": 70,
    "ثمانون": 80,
    "ثمانين": 80,
    "تسعون": 90,
    "تسعين": 90,
    "مائة": 100,
    "مئة": 100,
    "مائتان": 200,
    "مائتين": 200,
    "مئتين": 200,
}
_AR_TEEN_UNITS = {"أحد": 1, "إحدى": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2}
_FR = {
    "un": 1,
    "une": 1,
    "unique": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "cent": 100,
    "cents": 100,
}


def _table(words: dict[str, int]) -> dict[str, int]:
    return {fold(w): n for w, n in words.items()}


_AR = _table(_AR_UNITS | _AR_TENS)
_AR_TEEN = _table(_AR_TEEN_UNITS)


def _alternation(words: list[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_AR_WORD = _alternation([*_AR, *_AR_TEEN])
_FR_WORD = _alternation([*_FR])
#: A number in digits: grouped by spaces, dots or commas in threes, or plain. Never part of a longer digit run.
DIGITS = r"(?<![\d.,/-])\d{1,3}(?:[ .,]\d{3})+(?![\d/]|[.,-]\d)|(?<![\d.,/-])\d{1,6}(?![\d/]|[.,-]\d)"
_AR_WORDS = rf"(?<!\w)(?:{_AR_WORD})(?: و?(?:{_AR_WORD})){{0,8}}(?!\w)"
_FR_WORDS = rf"(?<!\w)(?:{_FR_WORD})(?:[ -](?:et[ -])?(?:{_FR_WORD})){{0,8}}(?!\w)"
#: Any number, as it may stand before a counted noun; parse the match with `parse_number`.
NUMBER = rf"(?:{DIGITS}|{_AR_WORDS}|{_FR_WORDS})"
_PAREN = re.compile(r"\((\d{1,6})\)")

#: Ordinals used with plans and sittings, masculine and feminine.
_ORDINALS = {
    1: ["الأولى", "الأول", "أولى", "أول", "premier", "premiere", "1er", "1ere", "1re"],
    2: ["الثانية", "الثاني", "ثانية", "ثاني", "deuxieme", "second", "seconde", "2eme", "2e"],
    3: ["الثالثة", "الثالث", "ثالثة", "ثالث", "troisieme", "3eme", "3e"],
    4: ["الرابعة", "الرابع", "رابعة", "رابع", "quatrieme", "4eme", "4e"],
    5: ["الخامسة", "الخامس", "خامسة", "خامس", "cinquieme", "5eme", "5e"],
}
#: Feminine and masculine from six on: points of an agenda run to forty and more.
_HIGHER = {
    6: ("السادسة", "السادس"),
    7: ("السابعة", "السابع"),
    8: ("الثامنة", "الثامن"),
    9: ("التاسعة", "التاسع"),
    10: ("العاشرة", "العاشر"),
}
_TEENS = {
    1: ("الحادية", "الحادي"),
    2: ("الثانية", "الثاني"),
    3: ("الثالثة", "الثالث"),
    4: ("الرابعة", "الرابع"),
    5: ("الخامسة", "الخامس"),
}
_FR_ORDINALS = {6: "sixieme", 7: "septieme", 8: "huitieme", 9: "neuvieme", 10: "dixieme"}
_AR_TENS_ORDINAL = {20: "العشرون", 30: "الثلاثون", 40: "الأربعون"}
for _n, _words in _HIGHER.items():
    _ORDINALS[_n] = [*_words, _FR_ORDINALS[_n], f"{_n}eme", f"{_n}e"]
for _n, _words in {**_TEENS, **{k: v for k, v in _HIGHER.items() if k < 10}}.items():
    _ORDINALS[10 + _n] = [f"{_words[0]} عشرة", f"{_words[0]} عشر", f"{_words[1]} عشر"]
    for _ten, _name in _AR_TENS_ORDINAL.items():
        _ORDINALS[_ten + _n] = [f"{w} و{_name[:-2]}{e}" for w in _words for e in ("ون", "ين")]
for _ten, _name in _AR_TENS_ORDINAL.items():
    _ORDINALS[_ten] = [_name, f"{_name[:-2]}ين"]
ORDINALS: dict[str, int] = {fold(w): n for n, ws in _ORDINALS.items() for w in ws}
ORDINAL = rf"(?<!\w)(?:{_alternation([*ORDINALS])})(?!\w)"


def parse_number(text: str) -> int | None:
    """The value of a match of `NUMBER`; None when the words do not make a number."""
    folded = fold(text)
    if inside := _PAREN.search(folded):
        return int(inside.group(1))
    digits = re.sub(r"[ .,]", "", folded)
    if digits.isdigit():
        return int(digits)
    return _parse_arabic(folded) or _parse_french(folded)


def _parse_arabic(folded: str) -> int | None:
    total = 0
    words = folded.split()
    ten = fold("عشر")
    for i, word in enumerate(words):
        bare = word if word in _AR or word in _AR_TEEN else word.removeprefix("و")
        following = words[i + 1] if i + 1 < len(words) else ""
        if bare in _AR_TEEN and following.startswith(ten):
            total += _AR_TEEN[bare]
        elif bare in _AR:
            total += _AR[bare]
        else:
            return None
    return total or None


def _parse_french(folded: str) -> int | None:
    total = 0
    for word in re.split(r"[ -]", folded):
        if word == "et":
            continue
        if word not in _FR:
            return None
        value = _FR[word]
        if (value == 20 and total == 4) or (value == 100 and 1 < total < 10):
            total *= value
        else:
            total += value
    return total or None


def number_pattern(pattern: str) -> re.Pattern[str]:
    """Compile `pattern` on folded text, with {N} standing for a number and {O} for an ordinal."""
    return re.compile(fold_pattern(pattern).replace("{N}", NUMBER).replace("{O}", ORDINAL))
