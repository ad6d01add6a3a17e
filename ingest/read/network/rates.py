"""A quoted share of requests against the counts it is made of.

'7,275 filed, 6,904 processed, that is 94 %': 6904 / 7275 is 94.9 %.

The share agrees where it is the quotient rounded to as many decimals as it is written with. Otherwise both are told as
a finding: one of the three may be rounded, cut, or of another base, and nothing here says which.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.records import Finding
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.limits import limited
from ingest.text.numbers import NUMBER, number_of

_SHARE = re.compile(
    fold_pattern(
        r"(?<![\d.,])(?P<p>\d{1,3}(?:[.,]\d{1,2})?) ?"
        r"(?:%|(?:في|ب)? ?(?:ال)?مائة|(?:في|ب)? ?(?:ال)?مئة|pour cent|p\.? ?100)"
    )
)
_SHARE_STEMS = ("%", *(fold(w) for w in ("مائة", "مئة")), "pour cent", "100")
_REQUESTS = re.compile(fold_pattern(rf"(?P<n>{NUMBER}) ?(?:طلبا?|طلبات|demandes?|requetes?|requests?)(?!\w)"))
_PROCESSED = re.compile(
    fold_pattern(
        r"(?:معالجة|عولج(?:ت)?|الإجابة عن|الرد على|أجيب عن|منها|dont|traite\w*|repondu a) ?"
        rf"(?:(?:منها|حوالي|نحو|environ|quelque) )?(?P<a>{NUMBER})"
        rf"|(?P<b>{NUMBER})(?: (?:طلبا?|طلبات|منها|demandes?|d'entre elles|ont ete|etaient|en ont ete))* "
        r"(?:معالج(?:ا|ة)?|تمت معالجت(?:ه|ها)|عولج(?:ت)?|traite\w*|processed|answered)"
    )
)
_RATE_WORD = re.compile(fold_pattern(r"معالجة|عولج|معالج|الإجابة|الرد|traite|traitement|repon|processed|answered"))


def read_rates(context: DocumentContext, out: Emitter) -> None:
    """Tell quoted shares of processed requests that their own counts contradict."""
    for before, s in zip([None, *context.sentences], context.sentences, strict=False):
        share = _SHARE.search(s.text) if s.has(_SHARE_STEMS) else None
        if share is None:
            continue
        counts = _counts(s.text) or (_counts(f"{before.text} {s.text}") if before is not None else None)
        if counts is None or _RATE_WORD.search(s.text if before is None else f"{before.text} {s.text}") is None:
            continue
        filed, processed = counts
        quoted = Decimal(share["p"].replace(",", "."))
        real = Decimal(100) * processed / filed
        if real.quantize(quoted, ROUND_HALF_UP) != quoted and processed <= filed:
            _tell(context, out, s, share, f"{share['p']} % / {processed} : {filed} = {real:.2f} %")


def _counts(text: str) -> tuple[int, int] | None:
    """(filed, processed) where a text gives both."""
    filed = _REQUESTS.search(text)
    if filed is None:
        return None
    total = number_of(filed)
    done = next(
        (
            n
            for m in _PROCESSED.finditer(text)
            if (n := number_of(m, which := "a" if m["a"] else "b")) is not None and m.start(which) != filed.start("n")
        ),
        None,
    )
    return (total, done) if total and done else None


def _tell(context: DocumentContext, out: Emitter, s: Sentence, share: re.Match[str], words: str) -> None:
    out.add(
        Finding(
            natural_key=f"finding|{out.source_id}|{context.source_url}|rate_mismatch|{words}",
            finding_code="rate_mismatch",
            record_name=limited(out.public(clean(context.title or context.source_url))),
            field_name="rate",
            value_raw=words,
            origin=out.at(s, share.start(), share.end()),
        )
    )
