"""Findings: every record that a reader asks for stands under its kind, in the order it was read."""

from __future__ import annotations

from ingest.read.context import make_context
from ingest.read.councils.sessions import read_sessions
from ingest.read.emit import Emitter
from ingest.read.findings import Findings
from ingest.read.origin import Provenance
from ingest.records import BRONZE, AgendaItem, Decision, Mention, Session, Tender
from tests.ingest.read.facts.reading import collectivity, known_places

PROVENANCE = Provenance(
    source_id="test", source_url="inbox:test", capture_sha256="0", capture_key="0", extractor_version="0"
)
TEXT = (
    "انعقدت الدورة العادية لشهر ماي 2025 لمجلس جماعة تطوان\nجدول الأعمال:\n"
    "1- الدراسة والمصادقة على مشروع الميزانية: صودق عليها بالإجماع\n2- تسمية الشوارع والساحات: تم تأجيلها\n"
)


def test_readers_find_by_kind_what_others_have_read() -> None:
    context = make_context(
        text=TEXT,
        title=None,
        source_url="inbox:test",
        published=None,
        gazetteer=known_places(),
        publisher_collectivity_id=collectivity("commune", "Tétouan"),
    )
    out = Emitter(context, PROVENANCE)
    session = read_sessions(context, out)
    assert out.findings.of(Session) == [session]
    assert [i.item_number for i in out.findings.of(AgendaItem)] == [1, 2]
    assert [d.outcome_code for d in out.findings.of(Decision)] == ["approved", "postponed"]
    assert out.findings.of(Tender) == []
    assert out.findings.facts == out.records


def test_a_kind_holds_its_records_and_no_others() -> None:
    for kind in BRONZE.values():
        findings = Findings()
        findings.take(object.__new__(kind))
        assert [k for k in BRONZE.values() if findings.of(k)] == [kind]
        assert len(findings.facts) == (0 if kind is Mention else 1)
