"""Whom a page asks for what where no record was made of it: bids, applications for posts or for money, views.

'Call for applications' says nothing yet: of candidates for a post, associations that ask for money, artists who would
perform. What is sought is told by who is spoken to and what they would get, in the title or the first sentences.
"""

from __future__ import annotations

from ingest.read.context import DocumentContext
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

_POST = Rule(
    "asked.post",
    "{recruits}",
    ("شغل منصب مدير", "مباراة توظيف", "la commune recrute", "le poste de chef", "is looking for a technician"),
    ("مباراة ودية", "la poste", "post office"),
)
_APPLY = Rule(
    "asked.candidates",
    "(?: {seeks_candidates} | {recruits} | {candidates_chosen} )",
    ("باب الترشيحات", "les candidats retenus", "Applications are accepted", "المترشحين المدعوين"),
    ("رشح",),
)
_SUPPORTED = Rule(
    "asked.supported",
    "(?: {associations} | {other_supported} )",
    ("الجمعيات الرياضية", "les jeunes porteurs de projets", "sports clubs", "التعاونيات النسائية"),
    ("الجمعية العامة", "la fédération"),
)
_MONEY = Rule(
    "asked.money",
    "{public_money}",
    ("الدعم العمومي", "دعم مالي", "منح الجماعة", "une subvention", "1 200 000 DH de subventions", "in grants"),
    ("دعم نفسي", "soutien scolaire"),
)
_GOT = Rule(
    "asked.got",
    "(?: {got_money} | {opens_a_call} | {announces} | {deadline} | {no_later} )",
    ("استفادت 14 جمعية", "se partageront 1 200 000 DH", "clubs will share", "avant le 31 mai", "آخر أجل"),
    ("الطريق",),
)
_BIDS = Rule(
    "asked.bids",
    "{asks_for_bids}",
    ("الثمن الافتتاحي", "عن طريق المزايدة العلنية", "sous pli fermé", "Sealed bids are invited"),
    ("عرض فني",),
)
_VIEWS = Rule(
    "asked.views",
    "{asks_for_views}",
    ("إبداء ملاحظاتكم", "recueille vos remarques", "Residents are invited to comment", "تسجيل الملاحظات بالسجل"),
    ("الملاحظة الجوية", "sans commentaire"),
)
#: Sentences in which a page says whom it asks for what.
_HEAD = 4


def asked_kind(context: DocumentContext) -> str | None:
    """What a page asks for or gives, as the kind of its document; None where it does neither for certain.

    A call has a day: one without any, that bears no date either, explains how something is asked for.
    """
    if context.published is None and not any(d.precision == "day" for s in context.sentences[:_HEAD] for d in s.dates):
        return None
    if (asked := what_is_asked(context)) is None:
        return None
    kind, rule, words = asked
    tell(rule.id, words, "opening")
    return kind


def what_is_asked(context: DocumentContext) -> tuple[str, Rule, str] | None:
    """The kind of what a page asks for or gives, on a certain day or on none; the rule that says so, and its words."""
    whole = " . ".join([fold(context.title or ""), *(s.text for s in context.sentences[:_HEAD])])
    for kind, rules in _ASKED:
        found = [m for rule in rules if (m := rule.search(whole))]
        if len(found) == len(rules):
            return kind, rules[0], found[0].group()
    return None


#: What stands together in an opening → what the page is, the surest first.
_ASKED: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("tender", (_BIDS,)),
    ("grants", (_MONEY, _SUPPORTED, _GOT)),
    ("recruitment", (_POST, _APPLY)),
    ("consultation", (_VIEWS,)),
)
