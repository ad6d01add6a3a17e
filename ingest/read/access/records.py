"""Records of a page of the access-to-information portal: figures with their scope, institutions.

Never a person, never a request.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass

from ingest.read.access.labels import Value, page_of
from ingest.read.access.portal import Counter, PortalPage, institution_tree, read_portal_page
from ingest.read.access.series import Point
from ingest.read.documents.model import ReadDocument
from ingest.read.people import redact
from ingest.records import Finding, InformationBody, InformationRequestStatistic, Keyed, Origin, StatedDate
from ingest.territory.gazetteer import Gazetteer
from ingest.text.dates import parse_first
from ingest.text.fold import clean, fold, fold_with_offsets

#: The portal went from the ministry (MTNRA) to the commission (CDAI) by the convention of 22 January 2025.
_HANDED_OVER = dt.date(2025, 1, 22)
_OFFICIAL_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)*gov\.ma(?![\w.])", re.IGNORECASE)


@dataclass(frozen=True)
class PortalReading:
    """A page of the portal: the document as far as it could be read, and what it says."""

    read: ReadDocument
    records: list[Keyed]
    page_code: str | None = None
    """Which of the portal's own pages it is, where its title says so (`labels.yml`)."""


def read_portal(
    text: str,
    read: ReadDocument,
    *,
    source_id: str,
    is_front: bool,
    is_partial: bool,
    captured_on: dt.date,
    gazetteer: Gazetteer,
    origin: Origin,
) -> PortalReading:
    """The document of a page as far as its labels are known, and its records.

    A front page without one of the counters that it must show is `layout_changed`, with the labels that were not seen,
    and gives no figure; one that JavaScript builds from data that is not there is `unreadable`.

    Args:
        is_front: it is where the portal shows its own counters.
        is_partial: the counters are spread over several endpoints, each of which has some of them.
    """
    if read.status == "gone":
        return PortalReading(read, [])
    page = read_portal_page(text)
    # A portal without any request is a counter that was not filled.
    counters = [c for c in page.counters if c.value_count != 0 or not is_front]
    if (problem := _problem(page, counters, read, is_front=is_front, is_partial=is_partial)) is not None:
        return PortalReading(problem, [])
    if read.status != "ok" and (counters or page.series):
        read = ReadDocument("ok", _words(page, counters), read.title or source_id, read.date_text)
    if read.status != "ok":
        return PortalReading(read, [])
    name = clean(read.title or "")
    page_code = page_of(name)
    is_body = not is_front and page_code is None and bool(name) and bool(counters or page.officer_label)
    body_key = _body_key(source_id, name) if is_body else None
    records: list[Keyed] = []
    if body_key is not None:
        records.append(_body_of_page(body_key, name, page, text, gazetteer, origin))
    statistic = _Statistics(source_id, body_key, page, captured_on, origin)
    if is_front or body_key is not None:
        records += [statistic.of_counter(c) for c in counters]
    records += [statistic.of_point(p) for p in page.series]
    records += _contradictions(counters, source_id, body_key, name, origin)
    if not is_front and body_key is None:
        records += _bodies_of_tree(text, source_id, gazetteer, origin)
    return PortalReading(read, records, page_code)


def _problem(
    page: PortalPage, counters: list[Counter], read: ReadDocument, *, is_front: bool, is_partial: bool
) -> ReadDocument | None:
    """What a page without the data that it should hold is; None for one that has it."""
    if page.is_shell:
        reason = "JavaScript alone builds this page, and its data is not in it"
        return ReadDocument("unreadable", title=read.title, reason=reason)
    unseen = _unseen(page, counters) if is_front else []
    if not unseen or (is_partial and (counters or page.series)):
        return None
    reason = f"labels not seen, or without a number: {', '.join(unseen)}"
    return ReadDocument("layout_changed", title=read.title, is_layout_matched=False, reason=reason)


def _unseen(page: PortalPage, counters: list[Counter]) -> list[str]:
    seen = {c.measure_code for c in counters}
    dropped = [c.measure_code for c in page.counters if c.measure_code not in seen]
    return [*page.unseen, *dropped]


def _words(page: PortalPage, counters: list[Counter]) -> str:
    """The text of a page that has figures and no words of its own."""
    return "\n".join(
        [f"{c.measure_code}: {c.value_raw}" for c in counters]
        + [f"{p.measure_code} {p.kind_code or ''} {p.month or ''}: {p.value[1]}" for p in page.series]
    )


def _body_of_page(
    key: str, name: str, page: PortalPage, text: str, gazetteer: Gazetteer, origin: Origin
) -> InformationBody:
    """The institution whose page it is, with the function and the official address of its officer."""
    mail = _OFFICIAL_MAIL.search(text)
    body = _body(key, name, page.kind_code or "other", None, gazetteer, origin)
    return dataclasses.replace(
        body,
        has_information_officer=page.officer_label is not None,
        officer_function_name=page.officer_label,
        contact_email=mail.group() if mail else None,
    )


def _bodies_of_tree(text: str, source_id: str, gazetteer: Gazetteer, origin: Origin) -> list[InformationBody]:
    """The institutions that a page lists, each below its parent."""
    return [
        _body(
            _body_key(source_id, one.name),
            one.name,
            one.kind_code,
            _body_key(source_id, one.parent) if one.parent else None,
            gazetteer,
            origin,
        )
        for one in institution_tree(text)
    ]


def _contradictions(
    counters: list[Counter], source_id: str, body_key: str | None, name: str, origin: Origin
) -> list[Finding]:
    """Processed and in progress make filed (they did in June and September 2020); where they do not, it is told."""
    exact = {
        c.measure_code: c.value_count for c in counters if c.rounding_code == "exact" and not c.is_including_complaints
    }
    parts = [exact.get(m) for m in ("requests_filed", "requests_processed", "requests_in_progress")]
    if any(p is None for p in parts) or parts[0] == sum(p or 0 for p in parts[1:]):
        return []
    return [
        Finding(
            natural_key=f"finding|{source_id}|{body_key or 'portal'}|sum_mismatch",
            finding_code="sum_mismatch",
            record_name=name or source_id,
            field_name="requests_filed",
            value_raw=f"{parts[0]} / {parts[1]} + {parts[2]}",
            origin=origin,
        )
    ]


def _body_key(source_id: str, name: str) -> str:
    return f"information_body|{source_id}|{fold(name)}"


def _body(
    key: str,
    name: str,
    kind: str,
    parent: str | None,
    gazetteer: Gazetteer,
    origin: Origin,
) -> InformationBody:
    """An institution of which no more is known than its name and kind."""
    folded = fold_with_offsets(name)
    found = {m.collectivity_id for m in gazetteer.find(folded.text, folded) if m.collectivity_id}
    public = redact(name, frozenset())
    is_arabic = re.search(r"[\u0621-\u064a]", name) is not None
    return InformationBody(
        natural_key=key,
        kind_code=kind,
        parent_information_body_key=parent,
        collectivity_id=found.pop() if len(found) == 1 else None,
        name_ar=public if is_arabic else None,
        name_fr=None if is_arabic else public,
        has_information_officer=False,
        officer_function_name=None,
        contact_email=None,
        origin=origin,
    )


@dataclass(frozen=True)
class _Statistics:
    """Makes the figures of one page.

    One row for each value that was seen of a series (`int_information_request_statistics__observed` tells which is the
    latest): the key holds the value, so that a figure that stays is one row, and one that moves another.
    """

    source_id: str
    body_key: str | None
    page: PortalPage
    captured_on: dt.date
    origin: Origin

    def of_counter(self, counter: Counter) -> InformationRequestStatistic:
        """A figure to date."""
        return self._made(
            counter.measure_code,
            (counter.value_count, counter.value_raw),
            is_including_complaints=counter.is_including_complaints,
            rounding_code=counter.rounding_code,
            kind=None,
            month=None,
            month_raw=None,
        )

    def of_point(self, point: Point) -> InformationRequestStatistic:
        """A figure of one month or one kind of institution."""
        return self._made(
            point.measure_code,
            point.value,
            is_including_complaints=False,
            rounding_code="exact",
            kind=point.kind_code,
            month=point.month,
            month_raw=point.month_raw,
        )

    def _made(
        self,
        measure: str,
        value: Value,
        *,
        is_including_complaints: bool,
        rounding_code: str,
        kind: str | None,
        month: str | None,
        month_raw: str | None,
    ) -> InformationRequestStatistic:
        as_of = parse_first(self.page.as_of_raw) if self.page.as_of_raw else None
        dated = as_of if as_of is not None and as_of.value is not None else None
        series = "|".join([self.body_key or "portal", measure, kind or "", month or ""])
        return InformationRequestStatistic(
            natural_key=f"statistic|{self.source_id}|{series}|{dated.value if dated else ''}|{fold(value[1])}",
            information_body_key=self.body_key,
            publisher_code="cdai" if self.captured_on >= _HANDED_OVER else "mtnra",
            scope_code="institution" if self.body_key else "portal",
            institution_kind_code=kind,
            measure_code=measure,
            value_count=value[0],
            value_raw=value[1],
            is_including_complaints=is_including_complaints,
            rounding_code=rounding_code,
            period_date=StatedDate(month, "month" if month else "none", month_raw),
            as_of_date=StatedDate.of(dated),
            origin=self.origin,
        )
