"""How many commitments and axes a plan has, and which axes, as sentences of the document give them."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.read.context import DocumentContext, Sentence
from ingest.read.plans.found import Figures, FoundPlan
from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold
from ingest.text.numbers import number_of, number_pattern

_CURRENT = _p(
    r"(?P<phrase>(?:خطة العمل|خطة عمل المغرب|الخطة)(?: الوطنية)?(?: الحكومة المنفتحة)? (?:الحالية|الجارية|الراهنة)"
    r"|(?:l'actuel )?plan(?: d'action)?(?: national)? (?:actuel|en cours|courant|en vigueur)"
    r"|actuel plan(?: d'action)?(?: national)?|plan d'action actuel)"
)
_COMMITMENTS = number_pattern(r"(?P<n>{N}) (?:التزاما|التزامات|التزام|engagements?)(?!\w)")
_AXES = number_pattern(r"(?P<n>{N}) (?:محاور|محورا|محور|axes?)(?!\w)")
#: Without one of these a sentence holds neither: saves the slow look at most of them.
_FIGURE_WORDS = tuple(fold(w) for w in ("التزام", "محاور", "محور", "خطة", "engagement", "axe", "plan"))
_LIST = re.compile(r"(?:\((?P<parens>[^()]{5,400})\)|:\s*(?P<colon>[^.:()]{5,400}))")


def attach_figures(context: DocumentContext, plans: list[FoundPlan]) -> list[FoundPlan]:
    """Commitments and axes: to the plan named beside, to 'the current plan' (latest: inferred), or not at all."""
    plans = list(plans)
    for s in context.sentences if context.has(_FIGURE_WORDS) else ():
        if not s.has(_FIGURE_WORDS):
            continue
        commitments = _COMMITMENTS.search(s.text)
        axes = _AXES.search(s.text)
        current = _CURRENT.search(s.text)
        names = _axis_names(s, axes)
        if current is None and not (commitments or (axes and names)):
            continue
        named_here = [p for p in plans if p.sentence is s]
        if current is None and not named_here and (s.names("ogp") or s.names("ogp_local") or s.names("remacto")):
            continue  # a figure of the partnership, not of a plan
        start = (current or commitments or axes).start()  # type: ignore[union-attr]
        end = max(x.end() for x in (current, commitments, axes) if x)
        figures = Figures(
            s,
            start,
            end,
            commitments=number_of(commitments) if commitments else None,
            axes_stated=number_of(axes) if axes else None,
            axes=names,
        )
        if current:
            national = [p for p in plans if p.kind == "ogp_national_plan" and p.first]
            if national:
                latest = max(national, key=lambda p: (p.ordinal or 0, p.first or 0))
                plans[plans.index(latest)] = replace(latest, inferred=True, figures=figures)
            else:
                plans.append(
                    FoundPlan(s, start, end, "ogp_national_plan", None, None, None, status="current", figures=figures)
                )
            continue
        # Beside the plan, or in the sentence right after it; or the document knows one plan alone.
        here = [p for p in named_here if p.start <= start] or named_here
        here = here or [p for p in plans if p.sentence.index == s.index - 1]
        if not here and len(plans) == 1:
            here = plans
        if here and (commitments or names):
            near = here[-1]
            if near.figures is None or not near.figures.has_counts:
                plans[plans.index(near)] = replace(near, figures=figures)
    return plans


def _axis_names(s: Sentence, axes: re.Match[str] | None) -> tuple[tuple[str, int, int], ...]:
    """The axes listed after their number, in brackets or after a colon: (name, folded start, folded end)."""
    if axes is None:
        return ()
    listed = _LIST.search(s.text, axes.end())
    if listed is None or listed.start() - axes.end() > 40:
        return ()
    group = "parens" if listed.group("parens") else "colon"
    offset = listed.start(group)
    pieces: list[tuple[int, int]] = []
    at = offset
    for part in re.split(r"([,;])", listed.group(group)):
        if part not in (",", ";") and part.strip():
            lead = len(part) - len(part.lstrip())
            pieces.append((at + lead, at + len(part.rstrip())))
        at += len(part)
    stated = number_of(axes)
    if stated and len(pieces) == stated - 1:
        first, last = pieces[-1]
        joints = list(re.finditer(r" et | ou ", s.text[first:last])) or list(re.finditer(r" و", s.text[first:last]))
        if len(joints) == 1:
            j = joints[0]
            pieces[-1:] = [(first, first + j.start()), (first + j.end(), last)]
    cleaned = []
    for first, last in pieces:
        if s.text[first:last].startswith("et "):
            first += 3
        cleaned.append((s.folded.raw(first, last).strip(' ."“”«»'), first, last))
    return tuple(cleaned)
