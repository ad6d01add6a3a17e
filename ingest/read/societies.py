"""Organizations that a document names: those of the lexicon, and associations whose name ends surely.

A name ends with its quotation marks, with what it is for ('جمعية النور للتنمية', 'Association Nour pour le
développement'), or, in French and English, with its last capital. Where none of that is seen, nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.read.bodies import (
    IN_CAPITALS,
    IN_ENGLISH,
    OF_A_KIND,
    OF_A_SCOPE,
    OF_A_SCOPE_FR,
    OF_LEARNING,
    OF_THE_STATE,
    OF_WORKS,
)
from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.organizations import Named, Organization, by_capitals, from_phrase, named
from ingest.read.rules import Rule, tell

#: Words of a name before what it is for.
_WORDS = r"(?:[ ](?!(?:من|في|علي|الي|عن|مع|و|التي|الذي|لل|ل)(?![^\W])|لل|{not_in_a_name!}(?!\w))\w{2,20}){1,3}"
_FOR = (
    r"[ ](?:لل\w{3,20}|ل(?!{not_a_cause!}(?!\w))\w{3,20}[ ]ال(?!{not_in_a_name!}(?!\w))\w{3,20}(?:[ ]ال\w{3,20})?)"
    r"(?:[ ]وال(?!{not_in_a_name!}(?!\w))\w{3,20}){0,2}(?!\w)"
)

QUOTED = Rule(
    id="society.quoted",
    pattern=r"""(?<!\w)(?:[وفبلك]|l')?(?P<name>(?:{society!}|{group_of_councils!})[ ]"[ ]?[^\W\d][^",.;:()]{1,60}")""",
    examples=('بشراكة مع جمعية "نور المثال"', "avec l'association « Nour Exemple »"),
    counterexamples=("جمعيات المجتمع المدني", "une association de quartier"),
)
FOR_A_CAUSE = Rule(
    id="society.for_a_cause",
    pattern=rf"(?<!\w)(?:[وفبل])?(?P<name>{{society!}}(?![ ]\w+ية(?!\w)){_WORDS}{_FOR})",
    examples=("اتفاقية مع جمعية نور المثال للتنمية والتعاون", "لفائدة جمعية الواحة للبيئة"),
    counterexamples=("دعم جمعية من الجمعيات للتنمية", "جمعية للتنمية", "مؤسسة تعليمية وملعب للقرب"),
)
WITH_CAPITALS = Rule(
    id="society.with_capitals",
    pattern=r"(?<!\w)(?P<name>(?P<head>{society!}|{group_of_councils!})(?:[ ]|[ ]?')[a-z'][^,.;:()\"/]{1,80})",
    examples=("avec l'Association Nour Exemple de Tiliwin", "the Foundation Example for Youth"),
    counterexamples=("association",),
)
ENDED = Rule(
    id="society.ended",
    pattern=r"""(?<!\w)(?:[وفبل])?(?P<name>(?=[ء-ي])(?:{society_that_ends!}|{group_of_councils!})
        (?![ ](?:\w+ية|{no_name_of_a_society!}|{not_in_a_name!})(?!\w))
        (?:[ ](?!{not_in_a_name!}(?!\w)|{ends_a_society!}(?!\w)|[وب]ال)\w{2,20}){1,5}?)
        (?=(?P<last>[ ]و?{society!}(?!\w)|[ ]{ends_a_society!}(?!\w)|[ ]?(?:[.,;:()]|-[ ]|$))|[ ]ب\w)""",
    examples=(
        "اتفاقية مع جمعية نور المثال من أجل تنظيم المهرجان",
        "مع تعاونية النخلة بشأن السوق",
        "منحة لجمعية النخلة لكرة اليد بمبلغ",
        "لدى مجموعة الجماعات وادي المثال",
    ),
    counterexamples=("جمعية رياضية من أجل", "جمعية من أجل التنمية", "شركة التدبير المفوض"),
)
OF_A_PLACE = Rule(
    id="society.of_a_place",
    pattern=r"""(?<!\w)(?:[وفبك])?(?P<name>(?:ال|لل|l')?{body_of_a_place!}
        [ ](?:ل?(?:جهة|إقليم|عمالة)[ ]|(?:de[ ]la[ ](?:region|province|prefecture)[ ])?(?:de[ ]l'|de[ ]|du[ ]|d')?)?
        )(?=\w)""",
    examples=(
        "الوكالة الحضرية لتطوان",
        "l'Agence urbaine de Tétouan",
        "المركز الجهوي للاستثمار لجهة سوس ماسة",
        "le Centre régional d'investissement de Souss-Massa",
    ),
    counterexamples=("الوكالة الحضرية", "une agence urbaine"),
)
#: A French or English name goes on with these only where a capital follows them.
_JOINING = frozenset(
    ("de", "du", "des", "d", "la", "le", "les", "l", "et", "pour", "of", "for", "and", "the", "en", "al", "el")
)
_CAUSE = re.compile(
    r" (?:pour (?:le |la |l'|les )?|de )"
    r"(?:developpement|protection|promotion|solidarite|culture|environnement|sport)\w*"
    r"(?: (?:durable|local|social|rural|humain|sociale|culturelle))?(?!\w)"
)
_LATIN_WORD = re.compile(r"[^\W_]+")
_NEXT_WORD = re.compile(r"[ -](?P<word>[a-z]{3,})")
#: An adjective between what a society is and its name: 'Association sportive Raja'.
_ADJECTIVE = re.compile(r"[a-z]{3,12}(?:ive|elle|aine|ale|ique|if|el|ain|al)")
#: Words of an English name but those that join.
_HEAD_WORDS = re.compile(r"(?<!\w)(?!(?:of|for|and)(?!\w))[a-z]")
_LEVELS = ("region", "prefecture", "province", "commune")
#: So long is the place that stands beside a name at most.
_PLACE_CHARS = 40
#: The first that speaks names what stands there.
_RULES = (
    QUOTED,
    FOR_A_CAUSE,
    OF_A_PLACE,
    OF_A_SCOPE,
    OF_A_SCOPE_FR,
    OF_LEARNING,
    OF_THE_STATE,
    OF_A_KIND,
    ENDED,
    WITH_CAPITALS,
    IN_ENGLISH,
    IN_CAPITALS,
    OF_WORKS,
)
#: Rules that say themselves that a body is named, whatever its first word.
_OF_BODIES = (
    OF_A_PLACE,
    OF_A_SCOPE,
    OF_A_SCOPE_FR,
    OF_LEARNING,
    OF_THE_STATE,
    OF_A_KIND,
    IN_ENGLISH,
    OF_WORKS,
    QUOTED,
    ENDED,
    FOR_A_CAUSE,
    WITH_CAPITALS,
)


def read_societies(context: DocumentContext, out: Emitter) -> None:
    """A mention of every organization that the document names."""
    rules = [rule for rule in _RULES if context.may_speak(rule)]
    if not (context.names_organizations or rules):
        return
    for s in context.sentences:
        for n in (*s.organizations, *_named(s, rules)):
            out.mention(n.organization, s, n.start, n.end)


def _named(s: Sentence, rules: Sequence[Rule]) -> Iterator[Named]:
    """Bodies and associations that a sentence names, none of them inside another or inside one that is known."""
    taken = [(n.start, n.end) for n in s.organizations]
    for rule in rules:
        for m in rule.finditer(s.text):
            start, end = _span_of(s, rule, m)
            words = re.sub('["“”«»]', "", s.folded.raw(start, end)) if end > start else ""
            words = re.sub("^لل(?=\\w)", "ال", " ".join(words.split()))
            if not words or any(a < end and start < b for a, b in taken):
                continue
            organization = _organization(words, "fr" if s.text[start].isascii() else "ar", rule)
            if organization is None:
                continue
            tell(rule.id, words, f"line {s.index}")
            taken.append((start, end))
            yield Named(start, end, organization)


def _span_of(s: Sentence, rule: Rule, m: re.Match[str]) -> tuple[int, int]:
    """Where a name stands that a rule has met; an empty span where its letters or its place say that it is none."""
    group = "latin" if "latin" in m.re.groupindex and m["latin"] else "name"
    start, end = m.span(group)
    if rule is WITH_CAPITALS:
        end = _end_of_capitals(s, start, m.end("head"), end)
    elif rule is OF_A_PLACE:
        end = _end_of_place(s, start, end)
    elif rule is IN_CAPITALS:
        end = _end_of_shown(s, end) if _is_capital(s, start, end) else start
    elif rule is IN_ENGLISH:
        end = (
            end
            if all(_is_capital(s, w.start(), w.start() + 1) for w in _HEAD_WORDS.finditer(s.text, start, end))
            else start
        )
    elif rule is OF_WORKS:
        begin = _start_of_place(s, start) if _is_capital(s, start, start + 1) else start
        start, end = begin, end if begin < start else begin
    elif rule is ENDED and m["last"] is None:  # A place ends it, or it goes on.
        end = next((p.end for p in s.places if p.start in (end + 1, end + 2)), start)
    return start, end


def _organization(words: str, language: str, rule: Rule) -> Organization | None:
    """The organization of a name that a rule has met: a known one, one by its head, one of which no more is known."""
    if rule is IN_CAPITALS:
        return by_capitals().get(words) or named(words, language, "other")
    organization = from_phrase(words, language)
    if organization is None and rule in _OF_BODIES:
        return named(re.sub("^[lL]['’]", "", words), language, "other")
    return organization


def _is_capital(s: Sentence, start: int, end: int) -> bool:
    """Whether the letters at folded [start, end) are shown as capitals."""
    return s.folded.raw(start, end).isupper()


def _end_of_shown(s: Sentence, at: int) -> int:
    """Where the words with capitals end that stand right behind `at`: 'SRM Fès-Meknès'."""
    while (m := _NEXT_WORD.match(s.text, at)) is not None and _is_capital(s, m.start("word"), m.start("word") + 1):
        at = m.end()
    return at


def _start_of_place(s: Sentence, at: int) -> int:
    """Where the place begins that stands in capitals right before `at`; `at` where none does."""
    before = list(_LATIN_WORD.finditer(s.text, max(0, at - _PLACE_CHARS), at))
    found = at
    for m in reversed(before):
        if not _is_capital(s, m.start(), m.start() + 1) or s.text[m.end() : found].strip(" '-"):
            break
        found = m.start()
    is_place = any(s.gazetteer.match_bare(s.text[:at], found, (x,)) for x in _LEVELS) if found < at else False
    return found if is_place else at


def _end_of_place(s: Sentence, start: int, at: int) -> int:
    """Where the place ends that stands at `at`; `start` where none that is known does."""
    glued = "" if s.text[at].isascii() else "ل"
    hits = (s.gazetteer.match_bare(s.text, at, (x,), s.folded, glued=glued) for x in _LEVELS)
    return max((hit[0] for hit in hits if hit is not None), default=start)


def _end_of_capitals(s: Sentence, start: int, head: int, limit: int) -> int:
    """Where the last word with a capital ends, of a name whose head ends at `head`; `start` without any."""
    shown, offsets = s.folded.original, s.folded.offsets
    end = start
    for m in _LATIN_WORD.finditer(s.text, head, limit):
        letter = shown[offsets[m.start()]]
        if letter.isupper():
            end = m.end()
        elif m.group() not in _JOINING and not (end == start and _ADJECTIVE.fullmatch(m.group())):
            break
    if end > start and (cause := _CAUSE.match(s.text, end)):
        end = cause.end()
    return end
