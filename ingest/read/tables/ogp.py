"""The Open Government Partnership's commitment sheet: 171 columns, one row per commitment (codes and defects: 2024-07).

Numbers in `_columns` contradict their labels now and then, and shift between columns: labels are read. `ND`, `NR` and
`NA` stand for no data, not reviewed and not applicable in columns of every kind. Dates are month first. The full text
and contact blocks are not kept: they name people.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pycountry

from ingest.read.people import has_contact, private_words
from ingest.read.plans.found import plan_key
from ingest.read.subjects import subject_codes
from ingest.read.tables.layout import Layout, TableReader
from ingest.read.tables.rows import Row
from ingest.records import UNSTATED, Assessment, Commitment, Plan, StatedDate
from ingest.text.dates import PartialDate, parse_first
from ingest.text.fold import clean
from ingest.text.limits import MAX_TEXT_CHARS, limited

_ID, _NUMBER, _TITLE, _LEAD, _SUPPORT = (
    "Commitment Unique Identifier",
    "Commitment Number",
    "Commitment Title",
    "Lead Institution",
    "Supporting Institution(s)",
)
_CODE, _PLAN, _SCOPE, _FROM, _TO = (
    "Code",
    "Action Plan ID",
    "National Or Local",
    "Year Of Submission",
    "Action Plan End Year",
)
_START, _END, _URL, _TEXT = "Start Date", "End Date", "URL", "Full Text"


@cache
def layout() -> Layout:
    """The sheet's columns, in a text file beside this one."""
    names = (Path(__file__).with_name("ogp_columns.txt")).read_text("utf-8").splitlines()
    required = (_ID, _NUMBER, _TITLE, _CODE, _PLAN, _SCOPE, _FROM, _TO, _START, _END)
    return Layout(tuple(n for n in names if n), required)


#: No data, not reviewed, not applicable: none of them is a value.
MISSING = frozenset(["", "ND", "NR", "NA", "N/A"])
#: National: Morocco's `MO`, others two or three letters; local: country and place, or three letters (pilots).
_ID_FORM = re.compile(r"^(?:[A-Z]{2,3}|[A-Z]{5})\d{4}$")
_FLOAT_DAMAGE = re.compile(r"^\d+\.\d{9,}$")
_US_DATE = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$")
_SERIAL = re.compile(r"^[34]\d{4}$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
#: A year typed into a date cell becomes a day of 1905.
_YEAR_AS_DAY = 1905
_BULLETS = re.compile(r"[•▪●\uf000-\uf8ff]|^\s*[-o–]\s", re.MULTILINE)

#: Column → scheme, the year column of the report that says so, and its codes in the number column beside it.
_DIOG = {
    "Worsens": 0,
    "Did Not Change": 1,
    "Marginal": 2,
    "Major": 3,
    "Outstanding": 4,
    "No early results to report yet": None,
}
_DIOG_PART: dict[str, int | None] = {
    "Not Applicable": 0,
    "Worsens": 1,
    "Did Not Change": 2,
    "Marginal": 3,
    "Major": 4,
    "Outstanding": 5,
}
_COMPLETION: dict[str, int | None] = {
    "Withdrawn": 0,
    "Unclear": 1,
    "Not Started": 2,
    "Limited": 3,
    "Substantial": 4,
    "Complete": 5,
}
_PROGRESS_YEAR, _END_YEAR = "Report Publication Year (Progress Report)", "Report Publication Year (End Of Term)"
_ASSESSED: tuple[tuple[str, str, str, str, dict[str, int | None]], ...] = (
    ("Completion (Progress Report)", "_CompletionProgress", "irm_completion", _PROGRESS_YEAR, _COMPLETION),
    ("Completion (End Of Term)", "_CompletionEndTerm", "irm_completion", _END_YEAR, _COMPLETION),
    ("Specificity", "_Specificity", "irm_specificity", _PROGRESS_YEAR, {"None": 0, "Low": 1, "Medium": 2, "High": 3}),
    ("Verifiable", "", "irm_verifiability", _PROGRESS_YEAR, {"Yes": None, "No": None}),
    (
        "Potential Impact",
        "_Potential Impact",
        "irm_potential_impact",
        _PROGRESS_YEAR,
        {"None": 0, "Minor": 1, "Moderate": 2, "Transformative": 3},
    ),
    (
        "Potential for Results",
        "_Potential for Results",
        "irm_potential_for_results",
        _PROGRESS_YEAR,
        {"Unclear": 0, "Modest": 1, "Substantial": 2},
    ),
    (
        "Change In Completion",
        "_ChangeCompletion",
        "irm_change_in_completion",
        _END_YEAR,
        {"Decrease": -1, "No Change": 0, "Increase": 1},
    ),
    (
        "Early Results",
        "_Early Results",
        "irm_early_results",
        _END_YEAR,
        {"No notable results": 0, "Moderate": 1, "Significant": 2},
    ),
    ("Did It Open Government (Overall)", "_OpenGovernment", "irm_did_it_open_government", _END_YEAR, _DIOG),
    (
        "Did It Open Government (Access To Information)",
        "_DIOGATI",
        "irm_opened_access_to_information",
        _END_YEAR,
        _DIOG_PART,
    ),
    (
        "Did It Open Government (Civic Participation)",
        "_DIOGCP",
        "irm_opened_civic_participation",
        _END_YEAR,
        _DIOG_PART,
    ),
    (
        "Did It Open Government: Public Accountability",
        "_DIOGPA",
        "irm_opened_public_accountability",
        _END_YEAR,
        _DIOG_PART,
    ),
)


def read(reader: TableReader, rows: list[Row]) -> None:
    """Plans, commitments and assessments of every row; defects as findings."""
    ids: set[str] = set()
    plans: set[str] = set()
    for row in rows:
        ogp_id = clean(reader.cell(row, _ID)).upper()
        if not _ID_FORM.match(ogp_id):
            reader.find(row, "unexpected_id", ogp_id or f"row {row.number}", _ID, ogp_id)
        if not ogp_id or ogp_id in ids:
            reader.find(row, "duplicate_id" if ogp_id else "missing_id", ogp_id or f"row {row.number}", _ID)
            continue
        ids.add(ogp_id)
        url = reader.cell(row, _URL)
        if url and url.rstrip("/").rsplit("/", 1)[-1].upper() != ogp_id:
            reader.find(row, "id_contradicts_address", ogp_id, _URL, url)
        key = _plan(reader, row, ogp_id, plans)
        _commitment(reader, row, ogp_id, key)
        _assessments(reader, row, ogp_id)


def _plan(reader: TableReader, row: Row, ogp_id: str, seen: set[str]) -> str:
    """The plan of a row, once per plan; returns its natural key.

    Morocco's national plans are those that documents speak of.
    """
    code, scope = reader.cell(row, _CODE), reader.cell(row, _SCOPE)
    years = [int(y) if re.fullmatch(r"(?:19|20)\d\d", y := reader.cell(row, c)) else None for c in (_FROM, _TO)]
    country = pycountry.countries.get(alpha_3=code)
    local = pycountry.countries.get(alpha_2=code[:2]) if country is None and len(code) == 4 else None
    holder = country or local
    if holder is None:
        reader.find(row, "unknown_country", ogp_id, _CODE, code)
    plan_id = clean(reader.cell(row, _PLAN))
    kind = "ogp_national_plan" if scope == "National" else "ogp_local_plan"
    key = (
        plan_key(kind, None, years[0], years[1], "")
        if code == "MAR" and scope == "National"
        else f"plan|ogp|{plan_id or ogp_id}"
    )
    if key not in seen:
        seen.add(key)
        reader.records.append(
            Plan(
                natural_key=key,
                kind_code=kind,
                holder_kind_code="country",
                collectivity_id=None,
                country_code=holder.alpha_2 if holder else None,
                ordinal_number=None,
                title=plan_id or None,
                period_start_year=years[0],
                period_end_year=years[1],
                commitment_count=None,
                axis_count=None,
                is_attribution_inferred=False,
                status_code="submitted",
                submitted_date=_year(str(years[0]) if years[0] else None),
                planned_adoption_date=None,
                planned_adoption_date_raw=None,
                origin=reader.source(row),
            )
        )
    return key


def _commitment(reader: TableReader, row: Row, ogp_id: str, plan: str) -> None:
    start, end = _dates(reader, row, ogp_id)
    last = reader.cell(row, _TO)
    if end is not None and end.year is not None and last.isdigit() and end.year > int(last):
        reader.find(row, "ends_after_plan", ogp_id, _END, reader.cell(row, _END))
    title = clean(_BULLETS.sub(" ", reader.cell(row, _TITLE)))
    if len(title) > MAX_TEXT_CHARS:
        reader.find(row, "too_long", ogp_id, _TITLE)
        title = title[: MAX_TEXT_CHARS - 1].rsplit(" ", 1)[0] + "…"
    if re.search(r"[\uf000-\uf8ff]", "".join(row.cells)):
        reader.find(row, "private_use_characters", ogp_id, _TEXT)
    if has_contact(reader.cell(row, _TEXT)):
        reader.find(row, "contact_dropped", ogp_id, _TEXT)
    reader.records.append(
        Commitment(
            natural_key=f"commitment|ogp|{ogp_id}",
            plan_key=plan,
            plan_axis_key=None,
            commitment_number=_number(reader, row, ogp_id),
            ogp_id=ogp_id,
            title=title,
            subjects=subject_codes(title),
            lead_name=_institutions(reader, row, ogp_id, _LEAD),
            partner_names=_institutions(reader, row, ogp_id, _SUPPORT),
            start_date=_stated(start, reader.cell(row, _START)),
            end_date=_stated(end, reader.cell(row, _END)),
            status_code="unstated",
            status_raw=None,
            amount_mad=None,
            amount_raw=None,
            origin=reader.source(row),
        )
    )


def _number(reader: TableReader, row: Row, ogp_id: str) -> str | None:
    """The number as text; binary fractions of a spreadsheet made short again (4.0999999999999996 → 4.1)."""
    raw = clean(reader.cell(row, _NUMBER))
    if raw in MISSING:
        return None
    if _FLOAT_DAMAGE.match(raw):
        reader.find(row, "damaged_number", ogp_id, _NUMBER, raw)
        return f"{Decimal(raw).quantize(Decimal('0.000001')).normalize():f}"
    return raw


def _institutions(reader: TableReader, row: Row, ogp_id: str, column: str) -> str | None:
    """Institutions, separated by semicolons; nothing where a person or a contact is among them, or it is a text."""
    raw = reader.cell(row, column)
    if clean(raw) in MISSING:
        return None
    if has_contact(raw) or private_words(raw):
        reader.find(row, "contact_dropped", ogp_id, column)
        return None
    parts = [clean(p).strip(" ;,.-–") for p in re.split(r"[\n;]|[•▪●\uf000-\uf8ff]", raw)]
    text = "; ".join(dict.fromkeys(p for p in parts if p))
    if len(text) > MAX_TEXT_CHARS:
        reader.find(row, "too_long", ogp_id, column)
        return None
    return text or None


def _dates(reader: TableReader, row: Row, ogp_id: str) -> tuple[PartialDate | None, PartialDate | None]:
    """Start and end.

    Month first, as the sheet writes; a row with a day above twelve in front is day first, and what stays open in it is
    left empty.
    """
    raws = {c: clean(reader.cell(row, c)) for c in (_START, _END)}
    day_first = any((m := _US_DATE.match(r)) and int(m[1]) > 12 for r in raws.values())
    found: dict[str, PartialDate | None] = {}
    for column, raw in raws.items():
        date = None if raw in MISSING else _date(raw, day_first=day_first)
        found[column] = date
        if date is None and raw not in MISSING:
            reader.find(row, "unreadable_date", ogp_id, column, raw)
        if date is not None and (m := _US_DATE.match(raw)) and int(m[1]) > 12:
            reader.find(row, "day_before_month", ogp_id, column, raw)
    start, end = found[_START], found[_END]
    if start and end and start.value and end.value and end.value < start.value[: len(end.value)]:
        reader.find(row, "ends_before_start", ogp_id, _END, raws[_END])
    return start, end


def _date(raw: str, *, day_first: bool) -> PartialDate | None:
    if m := _US_DATE.match(raw):
        first, second, year = int(m[1]), int(m[2]), int(m[3])
        year += 2000 if year < 100 else 0
        month, day = (second, first) if day_first else (first, second)
        if day_first and first <= 12 and first != second:
            return None  # Either way round is a date.
        try:
            real = dt.date(year, month, day)
        except ValueError:
            return None
        return None if real.year <= _YEAR_AS_DAY else PartialDate(raw, "day", real.year, real.month, real.day)
    if _SERIAL.match(raw):
        return None  # A day number of a spreadsheet: which calendar it counts in is not said.
    if (date := parse_first(raw)) is not None and date.value is not None:
        return date
    years = set(_YEAR.findall(raw))
    return PartialDate(raw, "year", int(years.pop())) if len(years) == 1 else None


def _stated(date: PartialDate | None, raw: str) -> StatedDate:
    """A date with the words of its cell; what is wrong with it is told by findings."""
    words = clean(raw)
    kept = None if words in MISSING else limited(words)
    return replace(StatedDate.known(date), raw=kept, flag_code=None)


def _year(year: str | None) -> StatedDate:
    return StatedDate(year, "year", year) if year else UNSTATED


def _assessments(reader: TableReader, row: Row, ogp_id: str) -> None:
    for column, number_column, scheme, year_column, labels in _ASSESSED:
        label = clean(reader.cell(row, column))
        number = clean(reader.cell(row, number_column)) if number_column else ""
        if label in MISSING:
            if number not in MISSING and number_column:
                reader.find(row, "number_without_label", ogp_id, number_column, number)
            continue
        if label not in labels:
            reader.find(row, "unknown_label", ogp_id, column, label)
            continue
        expected = labels[label]
        if number_column and expected is not None and number != str(expected):
            reader.find(row, "number_contradicts_label", ogp_id, number_column, f"{label}: {number}")
        year = clean(reader.cell(row, year_column))
        has_year = re.fullmatch(r"(?:19|20)\d\d", year) is not None
        reader.records.append(
            Assessment(
                natural_key=f"assessment|ogp|{ogp_id}|{column}",
                subject_kind_code="commitment",
                subject_key=f"commitment|ogp|{ogp_id}",
                scheme_code=scheme,
                value_code=re.sub(r"\W+", "_", label.lower()),
                value_pct=None,
                value_raw=label,
                assessor_name="Independent Reporting Mechanism (OGP)",
                assessed_date=_year(year if has_year else None),
                origin=reader.source(row),
            )
        )
