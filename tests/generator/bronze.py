"""Rows for every kind of bronze record that no extractor makes yet, so that every published table can be filled and attacked.

What they say is made up, in the sample network's fictitious collectivities. They hang on documents that the home's archive holds, like any
observation, so admission, ids, models and checks treat them like any other.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ingest import records
from ingest.archive.capture import Capture
from ingest.archive.captures import load_index
from ingest.bronze import write_bronze
from ingest.opening import Ingest
from ingest.read.subjects import subject_codes
from ingest.records import Keyed
from ingest.records.dates import StatedDate
from ingest.records.origin import Origin

PLACES = tuple(f"ct-x{i:03d}" for i in range(1, 9))
_SUBJECTS = (
    "تهيئة الساحة المركزية", "اقتناء شاحنة لجمع النفايات", "اتفاقية شراكة لدعم التمدرس", "إصلاح الإنارة العمومية", "برمجة الفائض",
    "Aménagement de la place centrale", "Convention de partenariat pour le transport scolaire", "Entretien de l'éclairage public",
)  # fmt: skip
_BODIES = ("مصلحة الشراكات", "قسم التعاون", "Service de la planification", "Division des projets")
_ASSOCIATIONS = ("جمعية النخيل الخيالية", "جمعية الأمل النموذجية", "Association Exemple pour la lecture")


@dataclass
class Rows:
    """Makes records with seeded values; keeps the keys of what it made, so that records can refer to each other."""

    captures: list[Capture]
    sites: list[Capture]
    """Those of councils' own sites."""
    versions: dict[str, str]
    random: random.Random
    made: dict[str, list[str]] = field(default_factory=dict)
    plan_of_axis: dict[str, str] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    _turn: int = 0

    def number(self) -> int:
        """A number that no other row has."""
        self._turn += 1
        return self._turn

    def origin(self, captures: list[Capture] | None = None) -> dict[str, Any]:
        c = self.random.choice(captures or self.captures)
        origin = Origin(
            source_id=c.source_id,
            source_url=c.url,
            capture_sha256=c.payload_sha256,
            capture_key=c.capture_key,
            extractor_version=self.versions[c.source_id],
            evidence_position="document",
            evidence_sha256=c.payload_sha256,
            evidence_text=None,
            evidence_basis_code="position_only",
        )
        return {"origin": origin}

    def key(self, kind: str) -> str:
        """A new natural key of a kind."""
        made = self.made.setdefault(kind, [])
        made.append(f"generated|{kind}|{self.number()}")
        return made[-1]

    def some(self, kind: str, *, often: float = 1.0) -> str | None:
        """The key of a record made before, or now and then none."""
        made = self.made.get(kind)
        return self.random.choice(made) if made and self.random.random() <= often else None

    def one(self, kind: str) -> str:
        return self.random.choice(self.made[kind])

    def item(self, kind: str, *, often: float) -> tuple[str | None, str | None]:
        """(session, point) of a point that the home's own documents gave and no row of this kind took; or none."""
        taken = self.taken.setdefault(kind, set())
        free = [p for p in self.made["agenda_items"] if p not in taken]
        point = self.random.choice(free) if free and self.random.random() <= often else None
        taken |= {point} if point else set()
        return (point.partition("|item|")[0] if point else None), point

    def date(self, name: str, *, often: float = 0.8, years: tuple[int, int] = (2019, 2025)) -> dict[str, Any]:
        """A date with precision, words and flag, as one field."""
        value = precision = raw = None
        if self.random.random() <= often:
            first, last = dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)
            day = first + dt.timedelta(days=self.random.randrange((last - first).days))
            precision = self.random.choice(("day", "month", "year"))
            cut = {"day": 10, "month": 7, "year": 4}[precision]
            value = day.isoformat()[:cut]
            raw = {"day": f"{day:%d/%m/%Y}", "month": f"{day:%m/%Y}", "year": f"سنة {day:%Y}"}[precision]
        return {name: StatedDate(value, precision or "none", raw)}

    def money(self) -> dict[str, Any]:
        if self.random.random() > 0.7:
            return {"amount_mad": None, "amount_raw": None}
        value = Decimal(self.random.randrange(1_000, 90_000_000)) / 100
        return {"amount_mad": value, "amount_raw": f"{value:,.2f} درهم"}

    def title(self) -> str:
        return f"{self.random.choice(_SUBJECTS)} {self.random.randrange(1, 400)}"


def _sitting(r: Rows) -> Keyed:
    return records.Sitting(
        natural_key=r.key("sittings"), session_key=r.one("sessions"), sitting_number=r.random.randrange(1, 5),
        status_code=r.random.choice(("announced", "held", "adjourned", "no_quorum", "cancelled", "postponed")), place_name="قاعة الاجتماعات",
        present_count=r.random.randrange(9, 30), member_count=r.random.randrange(30, 40), **r.date("start_date"), **r.origin(),
    )  # fmt: skip


def _decision(r: Rows) -> Keyed:
    place = r.random.choice(PLACES)
    affected = r.some("decisions", often=0.3)
    session, point = r.item("decisions", often=0.5)
    year, money = r.random.randrange(2016, 2026), r.money()
    return records.Decision(
        natural_key=r.key("decisions"), body_key=f"body|council|{place}", collectivity_id=place, session_key=session or r.some("sessions", often=0.8),
        agenda_item_key=point, decision_number=r.number(), numbering_scope_code=r.random.choice(("year", "session", "mandate", "unstated")), year=year,
        title=(title := " ".join(x for x in (r.title(), money["amount_raw"]) if x)), subjects=subject_codes(title), outcome_code=r.random.choice(("approved", "rejected", "postponed", "examined")),
        subject_count=r.random.randrange(1, 6), affects_code=r.random.choice(("annuls", "amends")) if affected else None, affected_decision_key=affected,
        affected_decision_raw="المقرر عدد 24" if affected else None, **r.date("decided_date", years=(year, year)), **money, **r.origin(),
    )  # fmt: skip


def _vote(r: Rows) -> Keyed:
    unanimous = r.random.random() < 0.5
    result = r.random.choice(("adopted", "rejected", "postponed"))
    many, few = r.random.randrange(10, 30), 0 if unanimous else r.random.randrange(1, 9)
    session, point = r.item("votes", often=0.7)
    return records.Vote(
        natural_key=r.key("votes"), session_key=session or r.one("sessions"), agenda_item_key=point, decision_key=r.some("decisions", often=0.7),
        result_code=result, is_unanimous=unanimous, for_count=few if result == "rejected" else many,
        against_count=many if result == "rejected" else few, abstention_count=r.random.randrange(0, 4),
        base_code=r.random.choice(("present", "cast", "members")), vote_raw="بإجماع الحاضرين" if unanimous else "بأغلبية الأصوات", **r.origin(),
    )  # fmt: skip


def _plan(r: Rows) -> Keyed:
    start = 2000 + len(r.made.get("plans", []))  # A council has one plan a period.
    return records.Plan(
        natural_key=r.key("plans"), kind_code=r.random.choice(("openness_programme", "development_programme")), holder_kind_code="collectivity",
        collectivity_id=r.random.choice(PLACES), country_code=None, ordinal_number=None, title=r.title(), period_start_year=start,
        period_end_year=start + 2, commitment_count=r.random.randrange(5, 20), axis_count=4, is_attribution_inferred=False, status_code="adopted",
        planned_adoption_date=None, planned_adoption_date_raw=None,
        **{k: v for k, v in r.date("submitted_date").items() if not k.endswith("flag_code")}, **r.origin(),
    )  # fmt: skip


def _plan_axis(r: Rows) -> Keyed:
    plan = r.one("plans")
    key = r.key("plan_axes")
    r.plan_of_axis[key] = plan
    return records.PlanAxis(
        natural_key=key, plan_key=plan, axis_number=r.random.randrange(1, 50), name=r.title(),
        is_attribution_inferred=False, **r.origin(),
    )  # fmt: skip


def _plan_version(r: Rows) -> Keyed:
    start = r.random.randrange(2018, 2024)
    return records.PlanVersion(
        natural_key=r.key("plan_versions"), plan_key=r.one("plans"), version_number=r.random.randrange(1, 4),
        status_code=r.random.choice(("draft", "submitted", "adopted", "amended", "final")), title=r.title(), declared_start_year=start,
        declared_end_year=start + 2, effective_start_year=start, effective_end_year=start + 3, **r.date("version_date"), **r.origin(),
    )  # fmt: skip


def _plan_holder(r: Rows) -> Keyed:
    return records.PlanHolder(
        natural_key=r.key("plan_holders"), plan_key=r.one("plans"), holder_kind_code="collectivity", collectivity_id=r.random.choice(PLACES),
        country_code=None, role_code=r.random.choice(("consortium_member", "lead")), **r.origin(),
    )  # fmt: skip


def _commitment(r: Rows) -> Keyed:
    axis = r.some("plan_axes", often=0.8)
    return records.Commitment(
        natural_key=r.key("commitments"), plan_key=r.plan_of_axis[axis] if axis else r.one("plans"), plan_axis_key=axis,
        commitment_number=r.random.choice(("1", "4.1", "B.1.A", "17")),
        ogp_id=r.random.choice((f"MO{r.number():04d}", None)), title=(title := r.title()), subjects=subject_codes(title), lead_name=r.random.choice(_BODIES),
        partner_names="; ".join(r.random.sample(_BODIES, 2)), status_code=r.random.choice(("not_started", "in_progress", "completed")),
        status_raw="في طور الإنجاز", **r.date("start_date"), **r.date("end_date"), **r.money(), **r.origin(),
    )  # fmt: skip


def _milestone(r: Rows) -> Keyed:
    return records.Milestone(
        natural_key=r.key("milestones"), commitment_key=r.one("commitments"), milestone_number=r.random.randrange(1, 90), title=r.title(),
        status_code=r.random.choice(("not_started", "in_progress", "completed")), status_raw="في طور الإنجاز", **r.date("start_date"),
        **r.date("due_date"), **r.origin(),
    )  # fmt: skip


def _assessment(r: Rows) -> Keyed:
    scheme = r.random.choice(("government_percentage", "irm_completion", "local_monitor"))
    is_percentage, is_irm = scheme == "government_percentage", scheme == "irm_completion"
    kind = "commitment" if is_irm else r.random.choice(("plan", "commitment", "milestone"))
    grade = r.random.choice(("Limited", "Substantial", "Not Started"))
    return records.Assessment(
        natural_key=r.key("assessments"), subject_kind_code=kind, subject_key=r.one(f"{kind}s"), scheme_code=scheme,
        value_code=None if is_percentage else grade.lower().replace(" ", "_"),
        value_pct=Decimal(r.random.randrange(0, 10_000)) / 100 if is_percentage else None, value_raw="نسبة التقدم" if is_percentage else grade,
        assessor_name="Independent Reporting Mechanism (OGP)" if is_irm else r.random.choice(_BODIES), **r.date("assessed_date"), **r.origin(),
    )  # fmt: skip


def _project(r: Rows) -> Keyed:
    return records.OpennessProject(
        natural_key=r.key("openness_projects"), collectivity_id=r.random.choice(PLACES), plan_key=r.some("plans", often=0.6),
        collectivity_name="جماعة واد المثال", project_number=r.random.randrange(1, 60), title=(title := r.title()), subjects=subject_codes(title), axis_name="المشاركة المواطنة",
        topic_names="الرقمنة; التواصل", status_code=r.random.choice(("not_started", "in_progress", "completed", "unstated")), status_raw="منجز", **r.origin(),
    )  # fmt: skip


def _finding(r: Rows) -> Keyed:
    return records.Finding(
        natural_key=r.key("findings"), finding_code=r.random.choice(("damaged_number", "unreadable_date", "unknown_label")),
        record_name=f"MO{r.random.randrange(1, 99):04d}", field_name=r.random.choice(("Start Date", "Commitment Number")),
        value_raw=r.random.choice(("4.0999999999999996", "Underway", None)), **r.origin(),
    )  # fmt: skip


def _tender(r: Rows) -> Keyed:
    return records.Tender(
        natural_key=r.key("tenders"), collectivity_id=r.random.choice(PLACES), kind_code=r.random.choice(("call_for_tenders", "purchase_order")),
        reference_text=f"{r.random.randrange(1, 60)}/ع م/{r.random.randrange(2018, 2026)}", title=r.title(),
        status_code=r.random.choice(("announced", "awarded", "cancelled")), **r.date("published_date", years=(2019, 2021)),
        **r.date("closing_date", years=(2022, 2025)), **r.money(), **r.origin(),
    )  # fmt: skip


def _grant(r: Rows) -> Keyed:
    return records.Grant(
        natural_key=r.key("grants"), collectivity_id=r.random.choice(PLACES), session_key=r.some("sessions", often=0.7),
        decision_key=r.some("decisions", often=0.7), beneficiary_name=f"{r.random.choice(_ASSOCIATIONS)} {r.number()}", purpose=r.title(),
        year=r.random.randrange(2016, 2026), **r.money(), **r.origin(),
    )  # fmt: skip


def _petition(r: Rows) -> Keyed:
    return records.Petition(
        natural_key=r.key("petitions"), collectivity_id=r.random.choice(PLACES), title=r.title(), agenda_item_key=r.some("agenda_items", often=0.5),
        status_code=r.random.choice(("submitted", "accepted", "rejected", "on_agenda")), signature_count=r.random.choice((2, 4, 0, 120, 210, 480)),
        **r.date("submitted_date"), **r.origin(),
    )  # fmt: skip


def _consultation(r: Rows) -> Keyed:
    return records.Consultation(
        natural_key=r.key("consultations"), collectivity_id=r.random.choice(PLACES), title=r.title(), kind_code=r.random.choice(("online", "workshop", "survey")),
        status_code=r.random.choice(("announced", "open", "closed")), participant_count=r.random.choice((3, 40, 60, 95)),
        **r.date("start_date", often=1, years=(2019, 2021)), **r.date("end_date", years=(2022, 2025)), **r.origin(),
    )  # fmt: skip


def _information_body(r: Rows) -> Keyed:
    has_officer = r.random.random() < 0.6
    return records.InformationBody(
        parent_information_body_key=r.some("information_bodies", often=0.5), natural_key=r.key("information_bodies"),
        kind_code=r.random.choice(("administration", "public_enterprise", "collectivity")), collectivity_id=r.random.choice((*PLACES, None)),
        name_ar=f"مؤسسة نموذجية رقم {r.random.randrange(1000)}", name_fr=f"Institution exemple {r.random.randrange(1000)}",
        has_information_officer=has_officer, officer_function_name="رئيس مصلحة" if has_officer else None, contact_email="contact@exemple.gov.ma", **r.origin(),
    )  # fmt: skip


def _statistic(r: Rows) -> Keyed:
    scope = r.random.choice(("portal", "institution", "sector"))
    value = r.random.choice((2, 3, 17, 350, 1629))
    month = f"2025-{r.random.randrange(1, 13):02d}" if scope == "portal" and r.random.random() < 0.5 else None
    return records.InformationRequestStatistic(
        natural_key=r.key("information_request_statistics"), information_body_key=r.one("information_bodies") if scope == "institution" else None,
        publisher_code=r.random.choice(("mtnra", "cdai")), scope_code=scope,
        institution_kind_code=r.random.choice((None, None, "collectivity")) if scope == "portal" else None,
        period_date=StatedDate(month, "month" if month else "none", month),
        measure_code=r.random.choice(("requests_filed", "requests_processed", "requests_in_progress", "mean_answer_working_days")), value_count=value,
        value_raw=f"{value}", is_including_complaints=False, rounding_code=r.random.choice(("exact", "about")), **r.date("as_of_date"), **r.origin(),
    )  # fmt: skip


_DUTIES = ("agenda_and_decisions", "current_budget", "information_officers", "contacts", "recruitment")


def _duty(r: Rows) -> Keyed:
    duty = r.random.choice(_DUTIES)
    origin = r.origin(r.sites)
    return records.PublicationDuty(
        natural_key=r.key("publication_duties"), duty_code=duty, collectivity_id=r.random.choice(PLACES),
        period_year=r.random.choice((None, 2023, 2024, 2025)), status_code=r.random.choice(("published", "published", "partial")),
        found_url=origin["origin"].source_url, **origin,
    )  # fmt: skip


MAKERS: dict[str, Callable[[Rows], Keyed]] = {
    "plans": _plan, "plan_axes": _plan_axis, "sittings": _sitting, "decisions": _decision, "votes": _vote, "plan_versions": _plan_version,
    "plan_holders": _plan_holder, "commitments": _commitment, "milestones": _milestone, "assessments": _assessment, "openness_projects": _project,
    "findings": _finding,
    "tenders": _tender, "grants": _grant, "petitions": _petition, "consultations": _consultation, "information_bodies": _information_body,
    "information_request_statistics": _statistic, "publication_duties": _duty,
}  # fmt: skip


def fill_bronze(ingest: Ingest, run_id: str, seed: int, rows_per_table: int = 30) -> int:
    """Write a batch of made-up rows of every kind in MAKERS; returns how many. To be called between parsing and admission.

    Sessions and agenda items are those that the home's own documents gave.
    """
    from ingest.bronze import read_bronze

    captures = [
        c for c in load_index(ingest.home)
        if c.is_document and not c.is_revisit and c.source_id in ingest.sources and ingest.sources[c.source_id].kind != "reference"
        and c.http_status in (None, 200)
    ]  # fmt: skip
    sites = [
        c
        for c in captures
        if ingest.sources[c.source_id].kind == "council_site" and ingest.sources[c.source_id].collectivity
    ]
    rows = Rows(captures, sites, ingest.versions, random.Random(seed))
    for kind in ("sessions", "agenda_items"):
        rows.made[kind] = sorted(set(read_bronze(ingest.home, kind).column("natural_key").to_pylist()))
    found = [make(rows) for make in MAKERS.values() for _ in range(rows_per_table)]
    return write_bronze(ingest.home, run_id, found)
