"""What a page of a council's own site publishes of what the council has to publish, or would do well to (domain terms: law 31-13 art. 10 and 12, organic law 113-14, the list of SMIIG-DATA).

Only what is there is recorded here, as published or partial, with the page as evidence. That something is *not* there can only be said of a whole site: dbt
says it, after a complete crawl (`int_publication_duties__observed`). A page is one of a kind by its own heading; a word in passing makes none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.read.context import DocumentContext
from ingest.read.emit import Emitter
from ingest.read.lines import Line, entry_of, lines_of
from ingest.read.people import has_contact
from ingest.records import (
    AgendaItem,
    Commitment,
    Decision,
    Event,
    Grant,
    Keyed,
    Plan,
    PublicationDuty,
    Session,
    Tender,
)
from ingest.text.amounts import find_amounts
from ingest.text.fold import compile_folded as _p

#: A heading is one of the first lines, and short.
_HEAD_LINES = 4
_HEAD_CHARS = 110
#: What it names stands at its beginning, a short word before it or not ('budget …', 'projet de …').
_HEAD_START = 15
#: Rows below a heading that make a list of it rather than an announcement that there will be one.
_LIST_ROWS = 3


@dataclass(frozen=True)
class _Kind:
    duty: str
    heading: re.Pattern[str]
    needs: str
    """What makes it whole: a contact, a list, figures."""
    is_yearly: bool = False


_KINDS = (
    _Kind("information_officers", _p(r"(?:ال)?(?:شخص|أشخاص|مسؤول|مسؤولون|مكلف|مكلفون|مكلفين)(?: (?:ال)?مكلف(?:ة|ون|ين)?)? (?:ب|عن )(?:تلقي طلبات |طلبات )?(?:ال)?(?:حصول على المعلوم|معلوم|حق في الحصول)|(?:personnes?|charges?|responsables?|points? focal)[^.]{0,30} (?:l'acces a l'information|l'information)|\bdroit d'acces a l'information : contact"), "contact"),
    _Kind("consultative_bodies", _p(r"(?:ال)?هيئ(?:ة|ات) (?:ال)?استشاري|هيئة المساواة|هيأة المساواة|(?:instances?|organes?|bodies) consultati(?:ves?|fs?)|instance de l'(?:equite|egalite)"), "list"),
    _Kind("commissions", _p(r"(?:ال)?لجان (?:ال)?دائمة|لجان المجلس|commissions? permanentes?|commissions? du conseil"), "list"),
    _Kind("council_composition", _p(r"(?:تشكيلة|تركيبة) (?:ال)?(?:مجلس|مكتب)|(?:لائحة )?أعضاء (?:ال)?(?:مجلس|مكتب)|composition du (?:conseil|bureau)|membres du (?:conseil|bureau)|liste des (?:elus|conseillers)"), "list"),
    _Kind("contacts", _p(r"^(?:اتصل بنا|اتصلوا بنا|للاتصال|الاتصال|معلومات الاتصال|contact|contacts|contactez-nous|nous contacter|coordonnees) ?:?$"), "contact"),
    _Kind("closed_budgets", _p(r"(?:ال)?حساب (?:ال)?إداري|بيان تنفيذ (?:ال)?ميزانية|تنفيذ (?:ال)?ميزانية|comptes? administratifs?|execution du budget|etat d'execution"), "figures", is_yearly=True),
    _Kind("current_budget", _p(r"(?<!مشروع )(?<!\w)(?:ال)?ميزانية(?: (?:ال)?(?:مواطن|جماعة|جهة|إقليم|سنوية|مفتوحة))?(?!\w)|\bbudget(?: (?:citoyen|communal|regional|provincial|primitif|de la (?:commune|region)))?\b"), "figures", is_yearly=True),
    _Kind("action_programme", _p(r"^\W*(?:برنامج عمل (?:ال)?(?:جماعة|مجلس)|برنامج التنمية (?:الجهوية|الجهوي)|programme d'action (?:communal|de la commune)|programme de developpement (?:regional|provincial))"), "list"),
    _Kind("services_and_documents", _p(r"(?:ال)?(?:وثائق|أوراق) (?:ال)?مطلوبة|دليل (?:ال)?(?:مساطر|خدمات|إجراءات)|(?:لائحة|قائمة) (?:ال)?خدمات|guide des (?:demarches|services|procedures)|pieces a fournir|liste des services|demarches administratives"), "list"),
)  # fmt: skip
#: A page that says what something is, in general.
_ABOUT = _p(r"(?<!\w)(?:تعريف|ما هي|ما هو|ماهي|كيف|لماذا|شروط|qu'est-ce|comment|definition|mode d'emploi)")
_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)")


def read_duties(context: DocumentContext, out: Emitter) -> None:
    """Record what this page of the council's own site publishes, one row a duty and year. A page about a session is judged by its points and decisions alone."""
    owner = context.publisher_collectivity_id
    if owner is None:
        return
    records = list(out.records)
    told = _of_records(records, owner)
    if not told and not any(isinstance(r, Session) for r in records):
        told = _of_page(context)
    for duty, year, status, place in told:
        origin = out.origin(*place) if isinstance(place, tuple) else place.origin
        out.add(
            PublicationDuty(
                natural_key=f"duty|{owner}|{duty}|{year or ''}|{context.source_url}", duty_code=duty, collectivity_id=owner,
                period_year=year, status_code=status, found_url=context.source_url, origin=origin,
            )
        )  # fmt: skip


Told = tuple[str, int | None, str, tuple[int, int] | Keyed]


def _of_records(records: list[Keyed], owner: str) -> list[Told]:
    """Duties that facts of this page fulfil; facts of another body fulfil nothing here."""
    told: list[Told] = []
    items = {r.session_key for r in records if isinstance(r, AgendaItem)}
    decided = {r.session_key for r in records if isinstance(r, Decision)}
    # A page that mentions a programme does not publish it: its projects do.
    filled = {r.plan_key for r in records if isinstance(r, Commitment)}
    for r in records:
        if isinstance(r, Session) and r.collectivity_id == owner and r.year is not None:
            if r.natural_key in items:
                # Agenda and decisions are one duty: a page with one of the two is a part of it.
                told.append(("agenda_and_decisions", r.year, "published" if r.natural_key in decided else "partial", r))
        elif isinstance(r, Tender) and r.collectivity_id in (owner, None):
            year = int(r.closing_date.value[:4]) if r.closing_date.value else None
            if year is not None:
                told.append(("public_contracts", year, "published" if r.status_code == "awarded" else "partial", r))
        elif isinstance(r, Grant) and r.collectivity_id == owner and r.year is not None:
            told.append(("grants_to_associations", r.year, "published" if r.amount_mad is not None else "partial", r))
        elif isinstance(r, Event) and r.kind_code == "competition" and r.start_date.value:
            told.append(("recruitment", int(r.start_date.value[:4]), "published", r))
        elif isinstance(r, Plan) and r.collectivity_id == owner and r.kind_code in _PLANS and r.natural_key in filled:
            told.append((_PLANS[r.kind_code], None, "published", r))
    return told


_PLANS = {"openness_programme": "openness_programme", "development_programme": "action_programme"}


def _of_page(context: DocumentContext) -> list[Told]:
    """The one duty that the heading of a page without facts names."""
    lines = lines_of(context.text, context.folded_at)
    for line in lines[:_HEAD_LINES]:
        if len(line.text) > _HEAD_CHARS or line.raw.rstrip().endswith((".", "،", "؛", "!")):
            continue  # A sentence names many things; a heading stands alone.
        if _ABOUT.search(line.text):
            return []
        for kind in _KINDS:
            heading = kind.heading.search(line.text)
            if heading is None or heading.start() > _HEAD_START:
                continue
            years = {int(y) for y in _YEAR.findall(line.text)}
            if kind.is_yearly and len(years) != 1:
                continue  # Whose year it is, is not said.
            status = "published" if _is_whole(lines[line.index + 1 :], kind.needs) else "partial"
            place = (line.start, line.start + len(line.raw.rstrip()))
            return [(kind.duty, years.pop() if kind.is_yearly else None, status, place)]
    return []


def _is_whole(below: list[Line], needs: str) -> bool:
    if needs == "contact":
        return any(has_contact(x.raw) for x in below)
    if needs == "figures":
        return sum(1 for x in below if find_amounts(x.folded) or re.search(r"\d[\d .,]{4,}", x.text)) >= _LIST_ROWS
    return sum(1 for x in below if len(x.cells) > 1 or entry_of(x) is not None) >= _LIST_ROWS
