"""Plans: holder, period, commitments and axes, as one source states them; a plan named twice is one plan."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.plans.figures import attach_figures
from ingest.read.plans.found import FoundPlan, plan_key
from ingest.read.plans.kinds import kind_of_action_plan, named_kind
from ingest.read.rules import alternatives
from ingest.records import Plan, PlanAxis, StatedDate
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.numbers import ORDINALS

_PERIOD = rf"(?P<from>20\d\d)(?: ?[-/] ?| (?:a|au|{fold('إلى')}|to) )(?P<to>20\d\d)"
_PLAN_WORD = (
    r"(?:ال)?خطة (?:ال)?وطنية|(?:خطة|خطط|مخطط) (?:ال)?عمل(?:ها|ه|نا)?|خطتها|plans? d'actions?|plan local|plan national"
)
_PLAN_WORD += r"|(?:national |local )?action plans?"
_NAMES = "|".join(alternatives(name) for name in ("openness_programme", "action_programme", "development_programme"))
_KINDS = rf"(?:{_NAMES.replace('[ ]', ' ')}|{fold_pattern(_PLAN_WORD)})"
_MENTION = re.compile(rf"(?<!\w)(?:و|ل|ب)?(?P<kind>{_KINDS})(?!\w)(?P<inner>[^.;]{{0,90}}?)(?:{_PERIOD})")
_PLAN = _p(r"plan|(?:local )?action plan|خطة|خطط|مخطط")
_MORE_PERIODS = _p(rf"^(?P<inner>[^.;0-9]{{0,40}}){_PERIOD}")
_NATIONAL = _p(r"وطني|المغرب|المملكة|national|maroc|royaume")
_POSSESSIVE = _p(r"^(?:خطة|خطط|مخطط) عمل(?:ها|ه)|^خطتها")
_SON = _p(r"(?:son|sa|leur) $")
_PRONOUN = _p(r"^(?:il|elle|le pays|le royaume) |^و?(?:قد )?(?:قدم|وضع|أودع|اعتمد)")
_SUBMITTED = _p(r"إيداع|أودع\w*|تقديم|قدمت|قدم|soumi\w*|depos\w*|a presente|remi(?:s|se)(?!\w)|submitted")
_ADOPTED = _p(r"صادق\w*|تمت المصادقة|اعتمد\w*|adopt(?:e|ee|ait)(?!\w)|approuv\w+|vot(?:e|ee)(?!\w)")
_DRAFT = _p(r"مسودة|مشروع برنامج|projet de (?:programme|plan)|avant-projet")
_ANNOUNCED_ADOPTION = _p(
    r"(?:قبل|في أفق|في انتظار|على أن تتم|ستتم|سيتم|avant (?:son|leur|l')? ?|en vue de |sera |devrait etre )"
    r"(?:[^.]{0,40}?)"
    r"(?:المصادقة علي\w*|مصادقة|يصادق علي\w*|تتم المصادقة|عرضها? على|adoption|adopte|approbation|vote)"
    r"(?P<by>[^.]{0,140}?)"
    r"(?P<session>دورة|دورته|دورتها|session)(?P<when>[^.]{0,60})"
)


def read_plans(context: DocumentContext, out: Emitter) -> None:
    """Plans and their axes stated in one document."""
    found: list[FoundPlan] = []
    for s in context.sentences:
        if "20" in s.text:  # A period of years.
            found.extend(_with_period(context, s))
    merged = _merge(found)
    merged = attach_figures(context, merged)
    merged.extend(_drafts(context))
    for f in merged:
        _emit(context, out, f)


def _with_period(context: DocumentContext, s: Sentence) -> list[FoundPlan]:
    found: list[FoundPlan] = []
    for m in _MENTION.finditer(s.text):
        inner = m.group("inner")
        collectivity_id, is_national = _holder(context, s, m)
        if collectivity_id is None and not is_national:
            continue
        kind = _kind(context, s, m, collectivity_id)
        if kind is None:
            continue
        first = _period_of(context, s, m, kind, collectivity_id, inner)
        found.append(first)
        position = m.end()
        while more := _MORE_PERIODS.match(s.text[position:]):
            if first.ordinal is None and not _ordinal(more.group("inner")):
                break
            if re.search(r"[,.;]", more.group("inner").strip(" ,")):
                break
            start, end = position + len(more.group("inner")) - len(more.group("inner").lstrip()), position + more.end()
            found.append(
                FoundPlan(
                    s,
                    start,
                    end,
                    kind,
                    collectivity_id,
                    int(more["from"]),
                    int(more["to"]),
                    _ordinal(more["inner"]),
                    status=first.status,
                )
            )
            position = end
    return found


def _period_of(
    context: DocumentContext, s: Sentence, m: re.Match[str], kind: str, collectivity_id: str | None, inner: str
) -> FoundPlan:
    years = sorted((int(m["from"]), int(m["to"])))
    around = s.text[max(0, m.start() - 60) : m.start()]
    tail_end = len(s.text)
    if nxt := _MENTION.search(s.text, m.end()):
        tail_end = nxt.start()
    submitted = adopted = None
    status = "stated"
    verb = _SUBMITTED.search(around) or _SUBMITTED.search(s.text, m.end(), min(tail_end, m.end() + 60))
    if verb:
        submitted = s.date_in(m.end(), tail_end) or s.date_in(max(0, m.start() - 60), m.start())
        status = "submitted"
    elif _ADOPTED.search(around) and not re.search(fold_pattern("قبل|avant|en vue"), around[-40:]):
        status, adopted = "adopted", None
    ordinal = _ordinal(inner) or _ordinal(s.text[max(0, m.start() - 14) : m.start()])
    return FoundPlan(
        s,
        m.start("kind"),
        m.end(),
        kind,
        collectivity_id,
        years[0],
        years[1],
        ordinal,
        status=status,
        submitted=submitted,
        adoption=adopted,
    )


def _ordinal(text: str) -> int | None:
    for word in re.findall(r"[^\W_]+", text):
        bare = word if word in ORDINALS else word.removeprefix("و")
        if bare in ORDINALS:
            return ORDINALS[bare]
    return None


def _kind(context: DocumentContext, s: Sentence, m: re.Match[str], collectivity_id: str | None) -> str | None:
    """The kind of a plan that a sentence names with its years; None where nothing says which."""
    words = m["kind"]
    named = named_kind(words)
    if named is not None and (named != "action_programme" or not _PLAN.match(words)):
        return named
    if collectivity_id is None:
        return "ogp_national_plan"
    first, last = sorted((int(m["from"]), int(m["to"])))
    near = f"{fold(context.title or '')} {s.text}"
    return kind_of_action_plan(near, context.folded_text, first, last)


def _holder(context: DocumentContext, s: Sentence, m: re.Match[str]) -> tuple[str | None, bool]:
    """(collectivity id, is national) of the holder of a plan mention; (None, False) when the text does not say."""
    inner_at = m.start("inner")
    inside = [p for p in s.places if m.start("kind") <= p.start < m.start("from") and p.collectivity_id]
    if inside:
        return inside[0].collectivity_id, False
    if any(inner_at <= p.start < m.start("from") and not p.is_city for p in s.places):
        return None, False  # A holder is named, and the name is open.
    lead = len(m.group("inner")) - len(m.group("inner").lstrip(' "(:-')) + inner_at
    bare = context.gazetteer.match_bare(s.text, lead, ("commune", "region"), s.folded)
    if bare:
        return bare[1], False
    if _NATIONAL.search(m.group("kind") + m.group("inner")):
        return None, True
    before = s.text[: m.start("kind")]
    if _POSSESSIVE.match(m.group("kind")) or _SON.search(before):
        subject = [p for p in s.places if p.start < m.start() and p.collectivity_id and not p.is_city]
        if subject:
            return subject[-1].collectivity_id, False
        own = context.last_place(s, m.start())
        if own and not _NATIONAL.search(before):
            return own, False
    if _NATIONAL.search(before):
        return None, True
    after = [p for p in s.places if m.end() <= p.start < m.end() + 12 and p.collectivity_id]
    if after:
        return after[0].collectivity_id, False
    subject = [p for p in s.places if p.start < m.start() and p.collectivity_id and not p.is_city]
    if subject:
        return subject[-1].collectivity_id, False
    if s.index and _PRONOUN.search(s.text):
        previous = context.sentences[s.index - 1]
        if not previous.places and _NATIONAL.search(previous.text):
            return None, True
    return context.publisher_collectivity_id, False


def _key(f: FoundPlan) -> tuple[str, str | None, int | None, int | None]:
    return (f.kind, f.collectivity_id, f.first, f.last)


def _merge(found: list[FoundPlan]) -> list[FoundPlan]:
    merged: dict[tuple[str, str | None, int | None, int | None], FoundPlan] = {}
    for f in found:
        old = merged.get(_key(f))
        if old is None:
            merged[_key(f)] = f
            continue
        better = f if old.status == "stated" and f.status != "stated" else old
        merged[_key(f)] = replace(better, ordinal=old.ordinal or f.ordinal, submitted=old.submitted or f.submitted)
    return list(merged.values())


def _drafts(context: DocumentContext) -> list[FoundPlan]:
    """A draft programme whose adoption is announced: never an adopted plan."""
    for s in context.sentences if context.may_speak(_ANNOUNCED_ADOPTION) else ():
        m = _ANNOUNCED_ADOPTION.search(s.text)
        if m is None:
            continue
        when = s.date_in(m.start("session"), m.end())
        holder = next((p.collectivity_id for p in s.places if m.start("by") <= p.start < m.end("by")), None)
        holder = holder or context.last_place(s, m.start("session"))
        subject = _subject_of(context, s)
        if holder is None or subject is None or when is None:
            continue
        kind, at, start, end = subject
        named = [p for p in at.places if p.start >= end - 1 and p.start < end + 30 and p.collectivity_id]
        return [
            FoundPlan(
                at,
                start,
                max([end, *(p.end for p in named[:1])]),
                kind,
                named[0].collectivity_id if named else holder,
                None,
                None,
                status="draft",
                adoption=when,
            )
        ]
    return []


def _subject_of(context: DocumentContext, s: Sentence) -> tuple[str, Sentence, int, int] | None:
    """The draft that a sentence on adoption speaks of: named in it, or most recently before."""
    words = re.compile(rf"(?<!\w)(?:و|ل|ب)?(?P<kind>{_KINDS})(?!\w)")
    for at in reversed(context.sentences[: s.index + 1]):
        for m in words.finditer(at.text):
            if _DRAFT.search(at.text[max(0, m.start() - 30) : m.start()]):
                return named_kind(m["kind"]) or "ogp_local_plan", at, m.start(), m.end()
    for at in reversed(context.sentences[: s.index + 1]):
        if named := words.search(at.text):
            return named_kind(named["kind"]) or "ogp_local_plan", at, named.start(), named.end()
    return None


def _title(out: Emitter, f: FoundPlan) -> str:
    """The words that name the plan, a joining 'and' before them left out."""
    start = f.start
    if f.sentence.text[start] == "و" and not f.sentence.text.startswith("وثيق", start):
        start += 1
    elif f.sentence.text.startswith("et ", start):
        start += 3
    return out.public(f.sentence.folded.raw(start, f.end))


def _emit(context: DocumentContext, out: Emitter, f: FoundPlan) -> None:
    key = plan_key(f.kind, f.collectivity_id, f.first, f.last, context.source_url)
    out.add(
        Plan(
            natural_key=key,
            kind_code=f.kind,
            holder_kind_code="collectivity" if f.collectivity_id else "country",
            collectivity_id=f.collectivity_id,
            country_code=None if f.collectivity_id else "MA",
            ordinal_number=f.ordinal,
            title=_title(out, f),
            period_start_year=f.first,
            period_end_year=f.last,
            commitment_count=f.figures.commitments if f.figures else None,
            axis_count=f.figures.axis_count if f.figures else None,
            is_attribution_inferred=f.inferred,
            status_code=f.status,
            submitted_date=StatedDate.of(f.submitted),
            planned_adoption_date=f.adoption.value if f.adoption else None,
            planned_adoption_date_raw=f.adoption.raw if f.adoption else None,
            origin=out.at(f.sentence, f.start, f.end),
        )
    )
    if f.figures is None:
        return
    for number, (name, start, end) in enumerate(f.figures.axes, start=1):
        out.add(
            PlanAxis(
                natural_key=f"{key}|axis|{number}",
                plan_key=key,
                axis_number=number,
                name=out.public(name),
                is_attribution_inferred=f.inferred,
                origin=out.at(f.figures.sentence, start, end),
            )
        )
