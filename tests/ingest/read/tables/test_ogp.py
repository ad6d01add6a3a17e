"""The commitment sheet of the Open Government Partnership: every row, by its labels, with its defects told."""

from __future__ import annotations

import collections
import csv
import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ingest.read.documents.reader import DocumentReader
from ingest.read.tables import ogp
from ingest.read.tables.read import ReadTable, read_table
from ingest.records import Assessment, Commitment, Finding, Origin, Plan
from ingest.records.columns import flat
from ingest.territory.gazetteer import Gazetteer

ROW = {
    "Commitment Unique Identifier": "MO0099",
    "Country/Locality": "Morocco",
    "Code": "MAR",
    "National Or Local": "National",
    "Action Plan ID": "AP_MAR09",
    "Year Of Submission": "2021",
    "Action Plan End Year": "2023",
    "Commitment Number": "7",
    "Commitment Title": "A made-up commitment",
    "Start Date": "6/1/2021",
    "End Date": "12/31/2023",
    "Lead Institution": "Ministry of Examples",
    "Supporting Institution(s)": "ND",
    "URL": "https://example.org/members/morocco/commitments/mo0099",
    "Completion (End Of Term)": "Limited",
    "_CompletionEndTerm": "3",
    "Report Publication Year (End Of Term)": "2024",
    "Potential Impact": "ND",
    "_Potential Impact": "ND",
}


def origin(number: int, words: str) -> Origin:
    return Origin(
        source_id="test-sheet",
        source_url="inbox:test/sheet.csv",
        capture_sha256="a" * 64,
        capture_key="k",
        extractor_version="v",
        evidence_position=f"row:{number}",
        evidence_sha256="b" * 64,
        evidence_text=None,
        evidence_basis_code="position_only",
    )


def sheet(*rows: dict[str, str], columns: list[str] | None = None) -> bytes:
    names = columns or list(ogp.layout().columns)
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="NA", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read(payload: bytes, gazetteer: Gazetteer) -> ReadTable:
    return read_table(payload, "text/csv", "ogp_commitments", gazetteer, "test", origin, DocumentReader())


def of(table: ReadTable, kind: type[Any]) -> list[Any]:
    return [SimpleNamespace(**flat(r)) for r in table.records if isinstance(r, kind)]


def test_a_row_becomes_a_plan_a_commitment_and_its_assessments(gazetteer: Gazetteer) -> None:
    table = read(sheet(ROW), gazetteer)
    (plan,), (commitment,), (assessment,) = of(table, Plan), of(table, Commitment), of(table, Assessment)
    assert (plan.natural_key, plan.country_code) == ("plan|ogp_national_plan|MA|2021-2023", "MA")
    assert (commitment.start_date, commitment.start_date_raw, commitment.end_date) == (
        "2021-06-01",
        "6/1/2021",
        "2023-12-31",
    )
    assert (commitment.lead_name, commitment.partner_names, commitment.ogp_id) == (
        "Ministry of Examples",
        None,
        "MO0099",
    )
    assert (assessment.scheme_code, assessment.value_code, assessment.assessed_date) == (
        "irm_completion",
        "limited",
        "2024",
    )
    assert of(table, Finding) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"Commitment Number": "4.0999999999999996"}, "damaged_number"),
        ({"Commitment Unique Identifier": "M-9"}, "unexpected_id"),
        ({"Commitment Unique Identifier": ""}, "missing_id"),
        ({"URL": "https://example.org/mo0098"}, "id_contradicts_address"),
        ({"Code": "QQQ"}, "unknown_country"),
        ({"Completion (End Of Term)": "Nearly"}, "unknown_label"),
        ({"_CompletionEndTerm": "4"}, "number_contradicts_label"),
        ({"Completion (End Of Term)": "NR"}, "number_without_label"),
        ({"Start Date": "7/15/1905"}, "unreadable_date"),
        ({"Start Date": "43525"}, "unreadable_date"),
        ({"Start Date": "28/5/2021"}, "day_before_month"),
        ({"End Date": "12/31/2024"}, "ends_after_plan"),
        ({"End Date": "1/31/2021"}, "ends_before_start"),
        ({"Full Text": "Contact: someone@example.org"}, "contact_dropped"),
        ({"Lead Institution": "Mr. Omar Exemple, Ministry of Examples"}, "contact_dropped"),
        ({"Full Text": "\uf0b7 first"}, "private_use_characters"),
        ({"Supporting Institution(s)": "An institution " * 60}, "too_long"),
    ],
)
def test_a_defect_is_told(gazetteer: Gazetteer, changes: dict[str, str], code: str) -> None:
    found = of(read(sheet({**ROW, **changes}), gazetteer), Finding)
    assert code in {f.finding_code for f in found}
    assert not any("@" in (f.value_raw or "") or "Omar" in (f.value_raw or "") for f in found)


@pytest.mark.parametrize(
    ("raw", "value", "precision"),
    [
        ("6/1/2018", "2018-06-01", "day"),
        ("7/1/18", "2018-07-01", "day"),
        ("2014", "2014", "year"),
        ("July 2014", "2014-07", "month"),
        ("IV quarter of 2014", "2014", "year"),
        ("Spring 2015", "2015", "year"),
        ("Underway", None, "none"),
        ("NA", None, "none"),
        ("7/16/1905", None, "none"),
        ("43525", None, "none"),
        ("2/30/2018", None, "none"),
    ],
)
def test_dates_are_month_first_and_never_guessed(
    gazetteer: Gazetteer, raw: str, value: str | None, precision: str
) -> None:
    (commitment,) = of(read(sheet({**ROW, "Start Date": raw}), gazetteer), Commitment)
    assert (commitment.start_date, commitment.start_date_precision_code) == (value, precision)
    assert commitment.start_date_raw == (None if raw == "NA" else raw)


def test_beside_a_day_first_date_an_open_one_stays_empty(gazetteer: Gazetteer) -> None:
    (commitment,) = of(read(sheet({**ROW, "Start Date": "1/12/2014", "End Date": "31/12/2014"}), gazetteer), Commitment)
    assert (commitment.start_date, commitment.start_date_raw, commitment.end_date) == (None, "1/12/2014", "2014-12-31")


def test_numbers_stay_text(gazetteer: Gazetteer) -> None:
    numbers = {"4.0999999999999996": "4.1", "8.1999999999999993": "8.2", "B.1.A": "B.1.A", "10.1": "10.1", "ND": None}
    for raw, number in numbers.items():
        (commitment,) = of(read(sheet({**ROW, "Commitment Number": raw}), gazetteer), Commitment)
        assert commitment.commitment_number == number


def test_a_missing_column_stops_the_reading_and_an_unknown_one_is_told(gazetteer: Gazetteer) -> None:
    columns = list(ogp.layout().columns)
    gone = read(sheet(ROW, columns=[c for c in columns if c != "Action Plan ID"]), gazetteer)
    assert (gone.status, gone.records) == ("layout_changed", [])
    assert gone.reason is not None
    assert "Action Plan ID" in gone.reason
    more = read(sheet({**ROW, "Mood": "good"}, columns=[*columns, "Mood"]), gazetteer)
    assert [(f.finding_code, f.field_name) for f in of(more, Finding)] == [("unknown_column", "Mood")]
    assert len(of(more, Commitment)) == 1


def test_every_row_of_the_real_sheet(gazetteer: Gazetteer, shared: Path) -> None:
    payload = (shared / "data/tables/ogp-commitments-open-parliament.csv").read_bytes()
    table = read(payload, gazetteer)
    rows = list(csv.DictReader(io.StringIO(payload.decode("utf-8-sig"))))
    commitments = of(table, Commitment)
    assert [c.ogp_id for c in commitments] == [r["Commitment Unique Identifier"] for r in rows]
    holders = {p.natural_key: p.country_code for p in of(table, Plan)}
    counted = collections.Counter(holders[c.plan_key] for c in commitments)
    stated = collections.Counter(r["Code"] for r in rows)
    assert counted["MA"] == stated["MAR"] == 16
    assert counted["MK"] == stated["MKD"]
    assert counted["GB"] == stated["GBR"] + stated["GBSC"]
    assert None not in counted
    # No contact and nobody's name in anything that a row became.
    words = [
        v
        for r in table.records
        for k, v in vars(r).items()
        if isinstance(v, str) and k.endswith(("_name", "_names", "_raw", "title"))
    ]
    assert not any("@" in w or "+212" in w for w in words)
    codes = collections.Counter(f.finding_code for f in of(table, Finding))
    assert codes["damaged_number"] == 3
    assert codes["contact_dropped"] >= 20
    assert {
        "number_contradicts_label",
        "ends_after_plan",
        "unreadable_date",
        "day_before_month",
        "private_use_characters",
    } <= set(codes)
    # A label never comes out as a missing code.
    assert not {"nd", "nr", "na"} & {a.value_code for a in of(table, Assessment)}
