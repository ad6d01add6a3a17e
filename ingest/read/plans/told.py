"""What was read of a form as records: the plan, its axes, its commitments with their milestones."""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.lines import Line
from ingest.read.plans.found import plan_key
from ingest.read.plans.headings import MOROCCO, Heading
from ingest.read.plans.periods import Span, moment_in
from ingest.read.plans.promises import Form, Promise, Step
from ingest.read.plans.states import status_of
from ingest.read.subjects import subject_codes
from ingest.read.sums import tell_sum
from ingest.records import UNSTATED, Assessment, Commitment, Milestone, Plan, PlanAxis
from ingest.text.limits import limited


def emit_plan(context: DocumentContext, out: Emitter, heading: Heading | None, lines: list[Line]) -> str | None:
    """The plan of a form, and its natural key; None where it is not said whose it is."""
    if heading is None:
        return None
    is_national = heading.kind == "ogp_national_plan"
    if is_national and not heading.is_morocco and not MOROCCO.search(" ".join(x.text for x in lines[:40])):
        return None  # Whose plan it is, is not said.
    holder = None if is_national else heading.collectivity_id
    if not is_national and holder is None:
        return None
    key = plan_key(heading.kind, holder, heading.first, heading.last, context.source_url)
    line = heading.line
    out.add(
        Plan(
            natural_key=key,
            kind_code=heading.kind,
            holder_kind_code="country" if is_national else "collectivity",
            collectivity_id=holder,
            country_code="MA" if is_national else None,
            ordinal_number=None,
            title=limited(out.public(line.raw)),
            period_start_year=heading.first,
            period_end_year=heading.last,
            commitment_count=None,
            axis_count=None,
            is_attribution_inferred=False,
            status_code="stated",
            submitted_date=UNSTATED,
            planned_adoption_date=None,
            planned_adoption_date_raw=None,
            origin=out.origin(line.start, line.start + len(line.raw.rstrip())),
        )
    )
    return key


def emit_axes(out: Emitter, form: Form, plan: str) -> None:
    """The axes that a form names."""
    for number, name, start, end in form.axes:
        out.add(
            PlanAxis(
                natural_key=f"{plan}|axis|{number}",
                plan_key=plan,
                axis_number=number,
                name=limited(out.public(name)),
                is_attribution_inferred=False,
                origin=out.origin(start, end),
            )
        )


def emit_commitment(context: DocumentContext, out: Emitter, promise: Promise, order: int, plan: str | None) -> None:
    title = out.public(promise.title)
    if not title:
        return
    number = promise.number or promise.ogp_id
    key = (
        f"commitment|ogp|{promise.ogp_id}"
        if promise.ogp_id
        else f"commitment|{plan or context.source_url}|{number or order}|{promise.axis or ''}"
    )
    out.add(
        Commitment(
            natural_key=key,
            plan_key=plan,
            plan_axis_key=f"{plan}|axis|{promise.axis}" if plan and promise.axis else None,
            commitment_number=promise.number,
            ogp_id=promise.ogp_id,
            title=limited(title),
            subjects=subject_codes(title),
            lead_name=out.public(promise.lead) if promise.lead else None,
            partner_names=out.public(promise.partners) if promise.partners else None,
            start_date=promise.begins or UNSTATED,
            end_date=promise.ends or UNSTATED,
            status_code=status_of(promise.status_raw, promise.progress),
            status_raw=promise.status_raw,
            amount_mad=promise.amount.mad,
            amount_raw=promise.amount.raw,
            origin=out.origin(promise.start, promise.end),
        )
    )
    tell_sum(out, promise.amount, out.origin(promise.start, promise.end))
    _emit_progress(context, out, key, promise)
    _emit_milestones(out, key, promise.steps)


def _emit_progress(context: DocumentContext, out: Emitter, key: str, promise: Promise) -> None:
    """How far the plan's own holder says that a commitment has come, in percent, once for each day that it names."""
    title = moment_in(context.title or "")
    of_title = title if title is not None and title.precision_code != "year" else UNSTATED  # A year is the plan's own.
    told: set[str] = set()
    for state in promise.states:
        day = state.of or of_title
        if state.percent is None or str(day.value) in told:
            continue
        told.add(str(day.value))
        out.add(
            Assessment(
                natural_key=f"assessment|self_assessment|{key}|{context.source_url}|{day.value or ''}",
                subject_kind_code="commitment",
                subject_key=key,
                scheme_code="self_assessment",
                value_code=None,
                value_pct=state.percent,
                value_raw=state.words,
                assessor_name=None,
                assessed_date=day,
                origin=out.origin(promise.start, promise.end),
            )
        )


def _emit_milestones(out: Emitter, key: str, steps: list[Step]) -> None:
    for n, step in enumerate(steps, 1):
        span = step.span or Span(None, None)
        out.add(
            Milestone(
                natural_key=f"{key}|milestone|{n}",
                commitment_key=key,
                milestone_number=n,
                title=limited(out.public(step.title)),
                start_date=span.start or UNSTATED,
                due_date=span.end or UNSTATED,
                status_code=status_of(step.status_raw),
                status_raw=step.status_raw,
                origin=out.origin(step.start, step.end),
            )
        )
