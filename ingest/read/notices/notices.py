"""What councils give notice of: tenders, recruitment, grants, petitions, consultations, meetings of bureau, committees.

A notice is one only with the words of its kind near the top and something that a service page would not have: a
reference, a date, a row with an amount. Beneficiaries are institutions; people in such lists are passed over.
"""

from __future__ import annotations

import re

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.lines import lines_of
from ingest.read.not_held import is_denied
from ingest.read.notices.calls import read_call
from ingest.read.notices.consultations import read_called_consultation
from ingest.read.notices.gatherings import read_gatherings, tell_event
from ingest.read.notices.last_days import OF_AGE, last_days
from ingest.read.notices.no_terms import is_no_term
from ingest.read.own_days import RELATIVE, is_ground, own_dates
from ingest.read.rules import Rule, tell
from ingest.read.sums import tell_sum
from ingest.records import UNSTATED, Consultation, Event, Grant, Petition, StatedDate, Tender
from ingest.text.amounts import Amount, StatedAmount, amount_of_cell, find_amounts
from ingest.text.dates import PartialDate
from ingest.text.fold import clean, fold, fold_pattern
from ingest.text.fold import compile_folded as _p
from ingest.text.limits import MAX_GRANT_MAD, MAX_TENDER_MAD, limited
from ingest.text.numbers import NUMBER, number_of

#: Sentences in which a notice says what it is.
_HEAD = 4
#: Sentences in which it says its days.
_NOTICE = 20
_TENDER = _p(
    r"طلب(?:ات)? (?:ال)?عروض|(?:ال)?سند(?:ات)? (?:ال)?طلب(?!ات)|مباراة معمارية|استشارة معمارية|appels? d'offres?"
    r"|bons? de commande|concours architectural|consultation architecturale"
    r"|سمسرة|(?:ال)?(?:مزاد|مزايدة) (?:ال)?(?:علنية?|عمومية?)|vente aux encheres"
    r"|encheres publiques|adjudication publique|public auction"
    r"|(?:call|invitation|request) (?:for|to) (?:tenders?|bids?|quotations?)"
)
_TENDER_KINDS = (
    ("purchase_order", _p(r"سند(?:ات)? (?:ال)?طلب|bons? de commande")),
    ("architectural_competition", _p(r"معمارية|architectural")),
    ("concession", _p(r"تدبير مفوض|كراء|concession|gestion deleguee|affermage|amodiation")),
    ("call_for_tenders", _TENDER),
)
_REFERENCE = re.compile(fold_pattern(r"(?:رقم|عدد|n°|numero|no) ?:? ?(?P<ref>(?=[^ ]*\d)[\w/.\-]{1,25})"))
_OPENING = _p(
    r"فتح (?:ال)?أ?ظرفة|آخر أجل|أجل أقصاه|قبل (?:يوم|تاريخ)|إيداع العروض|ouverture des plis|date limite|dernier delai"
    r"|au plus tard|avant le|opening of (?:the )?(?:bids|tenders|offers|envelopes)|closing date|deadline|no later than"
    r"|(?:bids|tenders|offers|envelopes) [^.;]{0,80}(?:will|shall) be opened|plis [^.;]{0,80}ser(?:a|ont) ouverts?"
)
_SAME_DAY = Rule(
    "tender.same_day",
    "{hands_in} [^.;]{0,120} {same_day}",
    ("Les offres sont reçues le même jour", "تودع العروض في نفس اليوم", "Bids are handed in on the same day"),
    ("La séance se tient le même jour", "تنعقد الجلسة في نفس اليوم"),
)
_ESTIMATE = _p(r"تقدير|(?:ال)?ثمن التقديري|(?:ال)?كلفة|estimation|cout estime|montant estime|estimatif")
_GUARANTEE = _p(r"الضمان|الكفالة|cautionnement|caution")
_CANCELLED = _p(r"إلغاء طلب|ملغى|annulation|annule")
_AWARDED = _p(r"نتائج طلب|نتيجة طلب|نائل الصفقة|resultats? d(?:e l'|')appel|attributaire")

_RECRUITMENT = _p(
    r"مباراة (?:ال)?توظيف|مباراة ل(?:توظيف|ولوج)|مباراة من أجل توظيف|(?:ال)?كفاءة (?:ال)?مهنية|امتحان مهني"
    r"|امتحانات مهنية|شغل منصب|الترشيح ل(?:شغل )?منصب|concours de recrutement|examens? (?:d'aptitude )?professionnel"
    r"|appel a candidature"
)

_COMPETITION = _p(r"مباراة|(?:ال)?كفاءة (?:ال)?مهنية|امتحان|concours|examens?")

_GRANT = _p(
    r"(?:ال)?(?:جمعيات|جمعية) (?:ال)?مستفيد|(?:ال)?من(?:ح|حة)(?! (?:الرخص|رخص|ترخيص))(?: [ء-ي]+){0,6} "
    r"(?:ل?ل?جمعيات|ل?لنسيج|الجمعوي)|منح (?:ال|لل)جمعيات|دعم (?:ال|لل)?جمعيات"
    r"|(?:ال)?دعم (?:ال)?(?:مالي|جماعة|سنوي|عمومي)"
    r"|subventions? (?:accordees?|octroyees?|allouees?)?|associations? beneficiaires?"
)
_INSTITUTION = _p(
    r"^(?:ال)?(?:جمعية|تعاونية|نادي|عصبة|فيدرالية|رابطة|اتحاد|فرع|مؤسسة|ودادية|شبكة|تنسيقية|منتدى|association|club"
    r"|cooperative|ligue|federation|union|fondation|amicale|reseau)(?!\w)"
)

_PETITION = _p(r"(?<!\w)[وب]?(?:ال)?عريضة(?!\w)|\bpetition\b")
_PETITION_ACT = _p(r"توصل|أودع|تسلم|قدمت?|تقدم|إيداع|رفعت?|depos|recu|presente|remis")
_PETITION_STATUS = (
    ("accepted", _p(r"قبول العريضة|تم قبول|recevable|acceptee")),
    ("rejected", _p(r"رفض العريضة|عدم قبول|irrecevable|rejetee")),
)
_SIGNED_BY = re.compile(
    fold_pattern(
        rf"(?:موقعة من (?:طرف|قبل)|تحمل|وقعها|signee par|portant|reuni) ?(?P<a>{NUMBER})"
        rf"|(?P<b>{NUMBER}) (?:توقيعا?|توقيعات|signatures?)"
    )
)

_CONSULTATION = _p(
    r"(?:ال)?استشار(?:ة|ات) (?:ال)?عمومية|استشارة (?:عبر|الكترونية|إلكترونية|رقمية)|(?:ال)?مشاور(?:ة|ات) (?:ال)?عمومية"
    r"|إبداء (?:ال)?(?:رأي|آرا)\w*|باب المشاركة|تقديم (?:ال)?(?:مقترحات|اقتراحات)"
    r"|consultations? publiques?|consultation en ligne"
    r"|appel a (?:idees|contributions?)|donner (?:son|leur|votre|leurs) avis|public consultation"
)

_MAX_ROWS = 400


def read_notices(context: DocumentContext, out: Emitter, titled: str | None, *, is_meeting: bool) -> None:
    """Notices of one document. One about a session or another meeting is none: what it speaks of are points.

    Args:
        titled: the kind that its title says.
    """
    if is_meeting:
        return
    if titled == "consultation" and read_called_consultation(context, out):
        return
    head = context.sentences[:_HEAD]
    if _tender(context, out, head):
        return
    is_competition = _recruitment(context, out, head)
    is_call = read_call(context, out)
    if is_competition or is_call:
        days = frozenset(r.end_date.value for r in out.findings.of(Consultation))
        days |= frozenset(e.start_date.value for e in out.findings.of(Event))
        read_gatherings(context, out, ("competition", "communication_meeting"), apart_from=days)
    else:
        _grants(context, out, head)
        _petition(context, out, head)
        if any(_CONSULTATION.search(s.text) for s in head):
            read_called_consultation(context, out)


def _place(context: DocumentContext, s: Sentence) -> str | None:
    named = next((p for p in s.places if not p.is_city), None)
    return named.collectivity_id if named else context.publisher_collectivity_id


def _title(context: DocumentContext, out: Emitter, s: Sentence) -> str:
    """What a notice is called: its document's title, else the sentence that gives it."""
    return limited(out.public(context.title or clean(s.folded.original)))


def _dates(s: Sentence) -> list[PartialDate]:
    """Days of a sentence, those of laws passed over."""
    return [d for d in s.dates if d.precision == "day" and not _LAW.search(s.text[max(0, d.start - 90) : d.start])]


_LAW = _p(r"ظهير|(?:ال)?قانون|مرسوم|dahir|loi |decret|hijri")


def _tender(context: DocumentContext, out: Emitter, head: list[Sentence]) -> bool:
    trigger = next((s for s in head if _TENDER.search(s.text)), None)
    if trigger is None and head and _TENDER.search(fold(context.title or "")):
        trigger = head[0]
    if trigger is None:
        return False
    closing = _closing(context)
    reference = next(
        (
            m
            for s in head
            if (t := _TENDER.search(s.text)) and (m := _REFERENCE.search(s.text, t.end())) and m.start() - t.end() < 40
        ),
        None,
    )
    if closing is None and reference is None:
        return False  # A page on how tenders work.
    estimate = StatedAmount.of(next((a for s in context.sentences[:40] if (a := _estimate(s)) is not None), None))
    place = next((p for s in head if (p := _place(context, s))), None)
    text = " ".join(s.text for s in head)
    ref = reference["ref"].strip(".-/") if reference else None
    kind = next(code for code, pattern in _TENDER_KINDS if pattern.search(trigger.text) or code == "call_for_tenders")
    at = closing[0] if closing else trigger
    origin = out.at(at, 0, len(at.text))
    status = "cancelled" if _CANCELLED.search(text) else "awarded" if _AWARDED.search(text) else "announced"
    year = closing[1].year if closing else None
    out.add(
        Tender(
            natural_key=f"tender|{place or context.source_url}|{ref or context.source_url}|{year or ''}",
            collectivity_id=place,
            kind_code=kind,
            reference_text=ref.upper() if ref else None,
            title=_title(context, out, trigger),
            status_code=status,
            published_date=UNSTATED,
            closing_date=StatedDate.known(closing[1] if closing else None),
            amount_mad=estimate.mad,
            amount_raw=estimate.raw,
            origin=origin,
        )
    )
    tell_sum(out, estimate, origin)
    days = frozenset((closing[1].value,)) if closing else frozenset()
    read_gatherings(context, out, ("visit", "activity", "communication_meeting"), apart_from=days)
    return True


def _closing(context: DocumentContext) -> tuple[Sentence, PartialDate] | None:
    """Until when bids are taken: the day that says so, else the one on which they are opened, or to which that was put
    off."""
    days = last_days(context.sentences, context.published, is_call=True)
    if days:
        return days[0].sentence, days[0].date
    if (same := _same_day(context)) is not None:
        return same
    opened = [s for s in context.sentences[:_NOTICE] if _OPENING.search(s.text)]
    told = [(s, d) for s in opened for i, d in enumerate(s.dated) if not _ends_nothing(s, i)]
    moved = next(((s, d.date) for s, d in told if d.role == "moved_to" and d.date.precision == "day"), None)
    kept = {(s.index, d.start) for s, d in told}
    return moved or next(((s, day) for s in opened for day in _dates(s) if (s.index, day.start) in kept), None)


def _same_day(context: DocumentContext) -> tuple[Sentence, PartialDate] | None:
    """The day of an auction until whose beginning offers are taken, where a sentence points back to it."""
    told: tuple[Sentence, PartialDate] | None = None
    for s in context.sentences[:_NOTICE]:
        m = _SAME_DAY.search(s.text)
        days = [d.date for d in s.dated if d.role in ("held", "unbound", "planned") and d.date.precision == "day"]
        own = [day for day in days if m is None or day.start < m.start()]
        told = (s, own[-1]) if own else told
        if m is not None and told is not None and told[1].value is not None:
            tell(_SAME_DAY.id, f"{m.group()} · {told[1].raw}", f"sentence {s.index + 1}")
            return told
    return None


def _ends_nothing(s: Sentence, i: int) -> bool:
    """Whether the i-th date of a sentence ends no term, or is one that the sentence denies."""
    d = s.dated[i]
    past = s.dated[i - 1].date.end if i else 0
    return d.role == "denied" or is_no_term(s, d, past, is_until=False, is_extension=False)


def _estimate(s: Sentence) -> Amount | None:
    """The estimated cost that a sentence states; that of a guarantee is none."""
    m = _ESTIMATE.search(s.text)
    if m is None:
        return None
    amounts = [
        a
        for a in find_amounts(s.folded, most=MAX_TENDER_MAD)
        if a.start > m.start() and not _GUARANTEE.search(s.text[max(0, a.start - 60) : a.start])
    ]
    return amounts[0] if amounts else None


def _recruitment(context: DocumentContext, out: Emitter, head: list[Sentence]) -> bool:
    if not any(_RECRUITMENT.search(s.text) for s in head):
        return False
    for s in context.sentences[:8]:
        if (m := _COMPETITION.search(s.text)) is None:
            continue
        days = [d for d in own_dates(s) if d.precision == "day" and not is_ground(s, d) and not is_denied(s, d)]
        # The day of the competition stands by its name; a day by which papers are handed in is another.
        own = [d for d in days if not _is_other_day(s.text[max(0, d.start - 40) : d.start])]
        near = sorted(own, key=lambda d: abs(d.start - m.start()))
        if near:
            tell_event(context, out, s, "competition", near[0])
            return True
    return False


def _is_other_day(before: str) -> bool:
    return _OPENING.search(before) is not None or OF_AGE.search(before) is not None


def _grants(context: DocumentContext, out: Emitter, head: list[Sentence]) -> None:
    trigger = next((s for s in head if _GRANT.search(s.text)), None)
    if trigger is None:
        return
    place = next((p for s in head if (p := _place(context, s))), None)
    if place is None:
        return
    years = {d.year for s in head for d in s.dates if d.year}
    year = years.pop() if len(years) == 1 else None
    headers: list[str] = []
    """Cells of the last header that names a unit: the numbers below it have none of their own."""
    for line in lines_of(context.text, context.folded_at)[:_MAX_ROWS]:
        if len(line.text) > 250:
            continue
        cells = [c for _, c in line.cells]
        found = find_amounts(line.folded, most=MAX_GRANT_MAD)
        if not found and len(cells) == len(headers) and len(cells) > 1:
            read = (amount_of_cell(c, h, most=MAX_GRANT_MAD) for c, h in zip(cells, headers, strict=True))
            found = [a for a in read if a is not None]
        if not found and len(cells) > 1 and not any(c.strip().isdigit() for c in cells):
            headers = cells
        if len(found) != 1:
            continue
        name = _beneficiary(line.raw, line.start)
        if name is None:
            continue
        start, words = name
        title = out.public(words)
        if not title:
            continue
        amount = StatedAmount.of(found[0])
        origin = out.origin(start, start + len(words))
        out.add(
            Grant(
                natural_key=f"grant|{place}|{year or context.source_url}|{fold(title)}",
                collectivity_id=place,
                session_key=None,
                decision_key=None,
                beneficiary_name=limited(title),
                purpose=None,
                year=year,
                amount_mad=amount.mad,
                amount_raw=amount.raw,
                origin=origin,
            )
        )
        tell_sum(out, amount, origin)


def _beneficiary(raw: str, base: int) -> tuple[int, str] | None:
    """(document offset, words) of an institution in a row or list item: a cell, or what precedes a colon or dash."""
    at = 0
    for part in re.split(r"( \| |\s*[:：]\s*| [-–—] |^\s*(?:•\s*)?(?:\d{1,3}\s*[-.)]\s*)?)", raw):
        words = part.strip()
        if words and _INSTITUTION.search(fold(words)) and not find_amounts(words):
            return base + at + part.index(words), words
        at += len(part)
    return None


def _is_submission(text: str, day: PartialDate) -> bool:
    """Whether a day is that on which a petition was handed in: by the verb before it, or by that right behind it."""
    before = text[max(0, day.start - 90) : day.start]
    if _PETITION_ACT.search(before):
        return True
    behind = text[day.end : day.end + 60]
    act = _PETITION_ACT.search(behind)
    return act is not None and RELATIVE.search(behind[: act.start()]) is None


def _petition(context: DocumentContext, out: Emitter, head: list[Sentence]) -> None:
    for s in head:
        if not (_PETITION.search(s.text) and _PETITION_ACT.search(s.text)):
            continue
        days = [d for d in _dates(s) if _is_submission(s.text, d)]
        signed = _SIGNED_BY.search(s.text)
        place = _place(context, s)
        if (not days and signed is None) or place is None:
            continue
        count = number_of(signed, "a" if signed["a"] else "b") if signed else None
        status = next(
            (code for code, pattern in _PETITION_STATUS if any(pattern.search(x.text) for x in context.sentences)),
            "submitted",
        )
        when = days[0].value if days else None
        out.add(
            Petition(
                natural_key=f"petition|{place}|{when or context.source_url}",
                collectivity_id=place,
                title=_title(context, out, s),
                status_code=status,
                agenda_item_key=None,
                signature_count=count,
                submitted_date=StatedDate.known(days[0] if days else None),
                origin=out.at(s, 0, len(s.text)),
            )
        )
        return
