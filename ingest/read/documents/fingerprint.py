"""The content fingerprint: equal for two readings of one document that differ only in what is not content.

Menus, sidebars, forms and footers never reach a document's text; what still moves inside it are counters, share bars,
form labels and lists of related items, line by line.
"""

from __future__ import annotations

import hashlib
import re

from ingest.text.fold import fold, fold_pattern

#: Lines that count visits, comments or shares, or label a form or a share bar.
_VOLATILE = re.compile(
    fold_pattern(
        r"(?:عدد )?(?:المشاهدات|الزيارات|القراءات|التعليقات|المشاركات)\W*\d*\W*|"
        r"\d+\W*(?:مشاهده|مشاهدة|زيارة|قراءة|تعليق|تعليقات|مشاركة|vues?|views?|lectures?|commentaires?|comments?"
        r"|partages?|shares?)|"
        r"(?:vues?|views?|lectures?|visites?|commentaires?|comments?|partages?|hits)\W*\d+|"
        r"(?:شارك|مشاركة|طباعة|ارسال|partager|imprimer|share|print|tweet|facebook|twitter|whatsapp|linkedin)"
        r"(?:\W+(?:على|sur|on)\W+\w+)?|"
        r"(?:اترك تعليقا|laisser un commentaire|leave a (?:reply|comment)|send a message|contactez-nous|اتصل بنا)"
    )
)
#: From here on a page lists other pages.
_RELATED = re.compile(
    fold_pattern(
        r"(?:شاهد ايضا|مقالات ذات صلة|مواضيع ذات صلة|اقرا ايضا|articles? (?:similaires?|liés?)|a lire aussi"
        r"|related posts?)\W*"
    )
)


def fingerprint(text: str, payload_sha256: str) -> str:
    """SHA-256 of a document's text in the normal form for matching, without its volatile lines.

    A document without text (an image, a scan) is its bytes.
    """
    kept = []
    for line in text.split("\n"):
        folded = fold(line)
        if _RELATED.fullmatch(folded):
            break
        if folded and not _VOLATILE.fullmatch(folded):
            kept.append(folded)
    if not kept:
        return hashlib.sha256(f"bytes {payload_sha256}".encode()).hexdigest()
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()
