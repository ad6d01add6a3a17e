"""Organizations that a document names: those of the lexicon, and associations whose name ends surely.

A name ends with its quotation marks, with what it is for ('جمعية النور للتنمية', 'Association Nour pour le
développement'), or, in French and English, with its last capital. Where none of that is seen, nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.read.context import DocumentContext, Sentence
from ingest.read.emit import Emitter
from ingest.read.organizations import Named, from_phrase, named
from ingest.read.rules import Rule, tell
from ingest.text.fold import fold

#: Words of a name before what it is for.
_WORDS = r"(?:[ ](?!(?:من|في|علي|الي|عن|مع|و|التي|الذي|لل|ل)(?![^\W])|لل|{not_in_a_name!}(?!\w))\w{2,20}){1,3}"
_FOR = r"[ ]لل\w{3,20}(?:[ ]وال(?!{not_in_a_name!}(?!\w))\w{3,20}){0,2}(?!\w)"

QUOTED = Rule(
    id="society.quoted",
    pattern=r"""(?<!\w)(?:[وفبلك]|l')?(?P<name>{society!}[ ]"[ ]?[^\W\d][^",.;:()]{1,60}")""",
    examples=('بشراكة مع جمعية "نور المثال"', "avec l'association « Nour Exemple »"),
    counterexamples=("جمعيات المجتمع المدني", "une association de quartier"),
)
FOR_A_CAUSE = Rule(
    id="society.for_a_cause",
    pattern=rf"(?<!\w)(?:[وفبل])?(?P<name>{{society!}}{_WORDS}{_FOR})",
    examples=("اتفاقية مع جمعية نور المثال للتنمية والتعاون", "لفائدة جمعية الواحة للبيئة"),
    counterexamples=("دعم جمعية من الجمعيات للتنمية", "جمعية للتنمية"),
)
OF_THE_COUNTRY = Rule(
    id="society.of_the_country",
    pattern=r"""(?<!\w)(?:[وفبك])?(?P<name>(?:ال|لل){society_the!}[ ]ال{of_the_country!}
        [ ]ل\w{3,20}(?:[ ]ال(?!{not_in_a_name!}(?!\w))\w{3,20})?)(?!\w)""",
    examples=("الجامعة الملكية المغربية لألعاب المثال", "مع الجمعية المغربية لحقوق المثال"),
    counterexamples=("الجمعية المغربية", "الجامعة الوطنية"),
)
WITH_CAPITALS = Rule(
    id="society.with_capitals",
    pattern=r"(?<!\w)(?P<name>(?P<head>{society!})(?:[ ]|[ ]?')[a-z'][^,.;:()\"/]{1,80})",
    examples=("avec l'Association Nour Exemple de Tiliwin", "the Foundation Example for Youth"),
    counterexamples=("association",),
)
ENDED = Rule(
    id="society.ended",
    pattern=r"""(?<!\w)(?:[وفبل])?(?P<name>(?:جمعية|تعاونية)(?![ ]\w+ية(?!\w))
        (?:[ ](?!{not_in_a_name!}(?!\w)|(?:من|في|و|التي)(?!\w)|[وب]ال)\w{3,20}){1,3}?)
        (?=[ ](?:من[ ]أجل|بشأن|بخصوص|حول|قصد|في[ ]شأن|المتعلقة|تتعلق)(?!\w))""",
    examples=("اتفاقية مع جمعية نور المثال من أجل تنظيم المهرجان", "مع تعاونية النخلة بشأن السوق"),
    counterexamples=("جمعية رياضية من أجل", "جمعية من أجل التنمية"),
)
OF_A_PLACE = Rule(
    id="society.of_a_place",
    pattern=r"""(?<!\w)(?:[وفبك])?(?P<name>(?:ال|لل|l')?{body_of_a_place!}
        [ ](?:ل?(?:جهة|إقليم|عمالة)[ ]|(?:de[ ]la[ ](?:region|province|prefecture)[ ])?(?:de[ ]l'|de[ ]|du[ ]|d'))?
        )(?=\w)""",
    examples=(
        "الوكالة الحضرية لتطوان",
        "l'Agence urbaine de Tétouan",
        "المركز الجهوي للاستثمار لجهة سوس ماسة",
        "le Centre régional d'investissement de Souss-Massa",
    ),
    counterexamples=("الوكالة الحضرية", "une agence urbaine"),
)
#: Letters one of which stands in every sentence in which a rule of these speaks: most hold none.
_STEMS = tuple(
    fold(
        "جمعي تعاوني فيدرالي رابط مؤسس نادي منظم مرصد شبك ودادي جامع عصب لحضري شركه لجهوي غرفه"
        " associ fondation foundation federation ligue cooperative club union reseau observatoire amicale societe"
        " agence chambre centre academie office sdl"
    ).split()
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


def read_societies(context: DocumentContext, out: Emitter) -> None:
    """A mention of every organization that the document names."""
    if not (context.names_organizations or context.has(_STEMS)):
        return
    for s in context.sentences:
        named = _named(s) if s.has(_STEMS) else ()
        for n in (*s.organizations, *named):
            out.mention(n.organization, s, n.start, n.end)


def _named(s: Sentence) -> Iterator[Named]:
    """Associations and their like that a sentence names, none of them inside another or inside one that is known."""
    taken = [(n.start, n.end) for n in s.organizations]
    for rule in (QUOTED, FOR_A_CAUSE, OF_THE_COUNTRY, ENDED, OF_A_PLACE, WITH_CAPITALS):
        for m in rule.finditer(s.text):
            start, end = m.span("name")
            if rule is WITH_CAPITALS:
                end = _end_of_capitals(s, start, m.end("head"), end)
            if rule is OF_A_PLACE:
                end = _end_of_place(s, start, end)
            words = re.sub('["“”«»]', "", s.folded.raw(start, end)) if end > start else ""
            words = re.sub("^لل(?=\\w)", "ال", " ".join(words.split()))
            if not words or any(a < end and start < b for a, b in taken):
                continue
            language = "fr" if s.text[start].isascii() else "ar"
            organization = from_phrase(words, language)
            if organization is None and rule is OF_A_PLACE:
                organization = named(re.sub("^[lL]['’]", "", words), language, "other")
            if organization is None:
                continue
            tell(rule.id, words, f"line {s.index}")
            taken.append((start, end))
            yield Named(start, end, organization)


def _end_of_place(s: Sentence, start: int, at: int) -> int:
    """Where the place ends that stands at `at`; `start` where none that is known does."""
    levels = ("region", "prefecture", "province", "commune")
    glued = "" if s.text[at].isascii() else "ل"
    hits = (s.gazetteer.match_bare(s.text, at, (x,), s.folded, glued=glued) for x in levels)
    return max((hit[0] for hit in hits if hit is not None), default=start)


def _end_of_capitals(s: Sentence, start: int, head: int, limit: int) -> int:
    """Where the last word with a capital ends, of a name whose head ends at `head`; `start` without any."""
    shown, offsets = s.folded.original, s.folded.offsets
    end = start
    for m in _LATIN_WORD.finditer(s.text, head, limit):
        letter = shown[offsets[m.start()]]
        if letter.isupper():
            end = m.end()
        elif m.group() not in _JOINING:
            break
    if end > start and (cause := _CAUSE.match(s.text, end)):
        end = cause.end()
    return end
