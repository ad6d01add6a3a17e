"""Sums that are kept in their words alone because something in them does not fit: told as findings, never mended."""

from __future__ import annotations

from ingest.read.emit import Emitter
from ingest.records import Finding, Origin
from ingest.text.amounts import StatedAmount
from ingest.text.fold import clean, fold
from ingest.text.limits import limited

#: Why a sum has no value → the finding. One that was merely not read whole, or is a range, is no defect of its source.
_CODES = {
    "disagrees": "values_differ",
    "malformed": "damaged_number",
    "doubled": "damaged_number",
    "over_ceiling": "damaged_number",
}


def tell_sum(out: Emitter, stated: StatedAmount, origin: Origin) -> None:
    """Tell a sum whose digits and words differ, are damaged, or say more than any act comes to."""
    code = None if stated.flag is None else _CODES.get(stated.flag)
    if code is None or stated.raw is None:
        return
    url = out.provenance.source_url
    words = limited(out.public(stated.raw))
    out.add(
        Finding(
            natural_key=f"finding|{out.source_id}|{url}|{code}|{fold(words)}",
            finding_code=code,
            record_name=limited(out.public(clean(out.context.title or url))),
            field_name="amount",
            value_raw=words,
            origin=origin,
        )
    )
