"""Records of a page of the access-to-information portal: figures with their scope, institutions; never a person, never a request."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from ingest.documents.model import ReadDocument
from ingest.extract.people import redact
from ingest.extract.portal import Counter, PortalPage, institution_tree, read_portal_page
from ingest.records import InformationBody, InformationRequestStatistic, Keyed
from ingest.territory.gazetteer import Gazetteer
from ingest.text.dates import parse_first
from ingest.text.fold import clean, fold

#: The portal went from the ministry (MTNRA) to the commission (CDAI) by the convention of 22 January 2025.
_HANDED_OVER = dt.date(2025, 1, 22)
_OFFICIAL_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)*gov\.ma(?![\w.])", re.IGNORECASE)
Origin = Callable[[], dict[str, Any]]


def read_portal(
    text: str,
    read: ReadDocument,
    *,
    source_id: str,
    is_front: bool,
    captured_on: dt.date,
    gazetteer: Gazetteer,
    origin: Origin,
) -> tuple[ReadDocument, list[Keyed]]:
    """The document of a page as far as its labels are known, and its records.

    A front page without one of the counters that it must show is `layout_changed`, with the labels that were not seen, and gives no figure;
    one that JavaScript builds from data that is not there is `unreadable`.
    """
    if read.status == "gone":
        return read, []
    page = read_portal_page(text)
    counters = [
        c for c in page.counters if c.value_count != 0 or not is_front
    ]  # A portal without any request is a counter that was not filled.
    if page.is_shell:
        return ReadDocument(
            "unreadable", title=read.title, reason="JavaScript alone builds this page, and its data is not in it"
        ), []
    if is_front and (unseen := _unseen(page, counters)):
        reason = f"labels not seen, or without a number: {', '.join(unseen)}"
        return ReadDocument("layout_changed", title=read.title, is_layout_matched=False, reason=reason), []
    if read.status != "ok" and counters:
        words = "\n".join(f"{c.measure_code}: {c.value_raw}" for c in counters)
        read = ReadDocument("ok", words, read.title or source_id, read.date_text)
    if read.status != "ok":
        return read, []
    records: list[Keyed] = []
    body_key = None
    name = clean(read.title or "")
    if not is_front and name and (counters or page.has_officer):
        body_key = _body_key(source_id, name)
        mail = _OFFICIAL_MAIL.search(text)
        records.append(
            _body(
                body_key,
                name,
                page.kind_code or "other",
                None,
                gazetteer,
                page.has_officer,
                mail.group() if mail else None,
                origin,
            )
        )
    if is_front or body_key is not None:
        records += [_statistic(c, page, source_id, body_key, captured_on, origin) for c in counters]
    else:
        for one in institution_tree(text):
            parent = _body_key(source_id, one.parent) if one.parent else None
            records.append(
                _body(_body_key(source_id, one.name), one.name, one.kind_code, parent, gazetteer, False, None, origin)
            )
    return read, records


def _unseen(page: PortalPage, counters: list[Counter]) -> list[str]:
    seen = {c.measure_code for c in counters}
    dropped = [c.measure_code for c in page.counters if c.measure_code not in seen]
    return [*page.unseen, *dropped]


def _body_key(source_id: str, name: str) -> str:
    return f"information_body|{source_id}|{fold(name)}"


def _body(
    key: str,
    name: str,
    kind: str,
    parent: str | None,
    gazetteer: Gazetteer,
    has_officer: bool,
    mail: str | None,
    origin: Origin,
) -> InformationBody:
    found = {m.collectivity_id for m in gazetteer.find(fold(name)) if m.collectivity_id}
    public = redact(name, frozenset())
    is_arabic = re.search(r"[\u0621-\u064a]", name) is not None
    return InformationBody(
        natural_key=key, kind_code=kind, parent_information_body_key=parent, collectivity_id=found.pop() if len(found) == 1 else None,
        name_ar=public if is_arabic else None, name_fr=None if is_arabic else public, has_information_officer=has_officer,
        officer_function_name=None, contact_email=mail, **origin(),
    )  # fmt: skip


def _statistic(
    counter: Counter,
    page: PortalPage,
    source_id: str,
    body_key: str | None,
    captured_on: dt.date,
    origin: Origin,
) -> InformationRequestStatistic:
    as_of = parse_first(page.as_of_raw) if page.as_of_raw else None
    has_date = as_of is not None and as_of.value is not None
    return InformationRequestStatistic(
        natural_key=f"statistic|{source_id}|{body_key or 'portal'}|{counter.measure_code}", information_body_key=body_key,
        publisher_code="cdai" if captured_on >= _HANDED_OVER else "mtnra", scope_code="institution" if body_key else "portal",
        measure_code=counter.measure_code, value_count=counter.value_count, value_raw=counter.value_raw,
        is_including_complaints=counter.is_including_complaints, rounding_code=counter.rounding_code,
        as_of_date=as_of.value if has_date and as_of else None, as_of_date_precision_code=as_of.precision if has_date and as_of else "none",
        as_of_date_raw=as_of.raw if has_date and as_of else None, **origin(),
    )  # fmt: skip
