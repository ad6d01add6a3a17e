"""Language of a text by its letters: enough for ar, fr and Tifinagh, which no statistical detector knows."""

from __future__ import annotations

import re

_ARABIC = re.compile(r"[\u0620-\u064a\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
_TIFINAGH = re.compile(r"[\u2d30-\u2d7f]+")
_ENGLISH = re.compile(r"\b(the|of|and|is|was|has|with|for|by)\b", re.IGNORECASE)
_FRENCH = re.compile(r"\b(le|la|les|des|du|et|est|une|dans|pour|au|aux)\b", re.IGNORECASE)


def detect_language(text: str) -> str:
    """'ar', 'fr', 'en', 'zgh', or 'und' when there are too few letters to say."""
    arabic, latin, tifinagh = (sum(map(len, p.findall(text))) for p in (_ARABIC, _LATIN, _TIFINAGH))
    if arabic + latin + tifinagh < 3:
        return "und"
    if tifinagh > max(arabic, latin):
        return "zgh"
    if arabic >= latin:
        return "ar"
    return "en" if len(_ENGLISH.findall(text)) > len(_FRENCH.findall(text)) else "fr"
