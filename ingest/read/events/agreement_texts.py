"""An agreement's own text: its heading, who concludes it, what it costs in all, the day on which it was done.

The parties stand between 'concluded between' and 'have agreed as follows', one a line or in one sentence; who
represents them is no party. A total is taken where the text calls it one: the share of a party is none.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.events.actors import Actor, add_participation, read_actor, read_actors
from ingest.read.rules import Rule, tell
from ingest.read.subjects import subject_codes
from ingest.read.sums import tell_sum
from ingest.records import Agreement, StatedDate
from ingest.text.amounts import NO_AMOUNT, StatedAmount, find_amounts, stated_amount
from ingest.text.dates import PartialDate
from ingest.text.fold import fold
from ingest.text.limits import limited

_HEADING = Rule(
    "agreement.heading",
    r"^ \W* {agreement_noun}",
    ("اتفاقية شراكة رقم 14", "CONVENTION CADRE", "Partnership agreement"),
    ("بناء على الاتفاقية", "la convention"),
)
_BEGIN = Rule(
    "agreement.parties_begin",
    r"(?: {parties_begin} | ^ \W* (?:بين|entre|between) (?= [ ]*: | \W* $) )",
    ("تبرم هذه الاتفاقية بين:", "بين الموقعين أسفله", "Entre les soussignés :", "ENTRE", "Entre : la commune"),
    ("التعاون بين الجماعة والجهة",),
)
_END = Rule(
    "agreement.parties_end",
    r"(?: {parties_end} | ^ \W* (?:المادة|الفصل|البند|article) (?!\w) )",
    ("تم الاتفاق على ما يلي", "Il a été convenu ce qui suit", "المادة 1: موضوع الاتفاقية", "Article 1"),
    ("وجمعية الآباء", "la commune"),
)
_REPRESENTED = Rule(
    "agreement.represented",
    "{represented}",
    ("، ممثلة في رئيسها", ", représentée par son président", "، في شخص رئيسها"),
    ("جماعة عين الحجل",),
)
_TOTAL = Rule(
    "agreement.total",
    "{whole_cost}",
    ("تبلغ الكلفة الإجمالية للمشروع", "le coût global est fixé à"),
    ("تساهم الجماعة بمبلغ", "la contribution de la commune"),
)
_DONE = Rule(
    "agreement.done",
    r"^ \W* (?: (?:حرر|حررت|وقعت|fait[ ](?:en[ ][^,.]{1,40}[ ])?a|done[ ]at|signee?[ ]a)(?!\w) | {signed_on} )",
    (
        "حرر بعين الحجل في 3 مارس 2022",
        "Fait à Fès, le 3 mars 2022",
        "Fait en quatre exemplaires à Fès, le 3 mars 2022",
        "تاريخ التوقيع: 3 مارس 2022",
    ),
    ("تم تحرير", "Fait en mars"),
)
#: A party of a list stands behind its label, or between the words that set one side against the other.
_LABEL = Rule(
    "agreement.party_label",
    r"^ [\W\d]* {party_label} [ ]* [:,-] [ ]*",
    ("الطرف الأول: جماعة عين الحجل", "Première partie : la commune"),
    ("الطرف المعني",),
)
_SIDE = Rule(
    "agreement.other_hand",
    "(?: ; | {other_hand} (?: [ ]*, [ ]* (?:و|et[ ]|and[ ])? )? )",
    ("من جهة، وشركة التنمية", "d'une part, et la société", "of the one part"),
    ("الجهة",),
)
_OF_WHICH = Rule(
    "agreement.of_which",
    "{of_which}",
    ("منها 400.000 درهم", "dont 400 000 DH à la charge", "of which the commune pays"),
    ("من أجل", "donc"),
)
#: Parties are few, their names short.
_MOST_PARTIES, _HEAD, _FOOT = 12, 6, 6


def read_agreement_text(context: DocumentContext, out: Emitter) -> None:
    """The agreement that a document is the text of; nothing where no party is known."""
    begun = next((s for s in context.sentences if _BEGIN.search(s.text)), None)
    if begun is None:
        return
    parties = _parties(context, begun)
    if not parties:
        return
    heading = next((s for s in context.sentences[:_HEAD] if _HEADING.search(s.text)), None)
    title = limited(out.public(heading.folded.original if heading else context.title or begun.folded.original))
    amount = _total(context)
    day = _done(context)
    who = "+".join(sorted(actor.key or fold(actor.name) for _, actor in parties))
    key = f"agreement|{day.value if day else context.source_url}|{who}"
    at = heading or begun
    origin = out.at(at, 0, len(at.text))
    tell(_BEGIN.id, title, f"{len(parties)} parties")
    out.add(
        Agreement(
            natural_key=key,
            title=title,
            subjects=subject_codes(title),
            signed_date=StatedDate.of(day),
            signed_month=day.month if day else None,
            amount_mad=amount.mad,
            amount_raw=amount.raw,
            origin=origin,
        )
    )
    tell_sum(out, amount, origin)
    for s, party in parties:
        add_participation(
            out, s, party, activity_kind="agreement", activity_key=key, activity_name=title, role="signatory"
        )


def _parties(context: DocumentContext, begun: Sentence) -> list[tuple[Sentence, Actor]]:
    """Who stands between the words that begin and end the list of parties."""
    found: list[tuple[Sentence, Actor]] = []
    for s in context.sentences[begun.index : begun.index + _MOST_PARTIES + 1]:
        start = m.end() if s is begun and (m := _BEGIN.search(s.text)) else 0
        end = m.start() if (m := _END.search(s.text, start)) else len(s.text)
        for a, b in _pieces(s, start, end):
            found += [(s, actor) for actor in _named(context, s, a, b)]
        if end < len(s.text):
            break
    return found


def _named(context: DocumentContext, s: Sentence, start: int, end: int) -> list[Actor]:
    """The party that a piece names; those of a list, where it is one line with commas."""
    if "," in s.text[start:end]:
        return read_actors(context, s, start, end)
    actor = read_actor(context, s, start, end)
    return [] if actor is None else [actor]


def _pieces(s: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """Names between represented-by clauses: the first words of a line, and what follows a semicolon."""
    pieces = []
    at = start
    for m in [*_SIDE.finditer(s.text, start, end), None]:
        stop = m.start() if m else end
        if label := _LABEL.match(s.text, at, stop):
            at = label.end()
        name = at + len(s.text[at:stop]) - len(s.text[at:stop].lstrip(" -•:,.0123456789)"))
        if r := _REPRESENTED.search(s.text, name, stop):
            stop = name + len(s.text[name : r.start()].rstrip(" ,("))
        if name < stop:
            pieces.append((name, stop))
        at = m.end() if m else end
    return pieces


def _total(context: DocumentContext) -> StatedAmount:
    """What a sentence calls the whole cost: its one sum, or the first behind those words, before the shares in it."""
    for s in context.sentences:
        if (m := _TOTAL.search(s.text)) is None:
            continue
        amount = stated_amount(s.folded)
        if amount.raw is not None and amount.mad is None:
            behind = [a for a in find_amounts(s.folded) if a.start >= m.end()]
            if len(behind) > 1 and _OF_WHICH.search(s.text, m.end(), behind[0].start) is None:
                shares = _OF_WHICH.search(s.text, behind[0].end, behind[1].start)
                amount = StatedAmount.of(behind[0]) if shares is not None else amount
        if amount.raw is not None:
            return amount
    return NO_AMOUNT


def _done(context: DocumentContext) -> PartialDate | None:
    """The day at the foot of the text, or behind its label."""
    feet = (s for s in (*context.sentences[-_FOOT:], *context.sentences[:_HEAD]) if _DONE.search(s.text))
    return next((d for s in feet for d in s.dates if d.precision == "day"), None)
