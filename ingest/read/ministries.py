"""How a ministry is named: by what it is 'of', in this and in former names, alone or in 'ministères de … et de …'."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.text.fold import compile_folded, fold, fold_pattern
from ingest.text.standing import Stems

#: One of these stands in every text that names a ministry.
MINISTRIES = Stems(fold(w) for w in ("وزار", "وزرا", "minister", "ministr", "minster"))
_ONE = (
    r"(?:(?:وزارة|وزراة) (?:(?:المنتدبة )?المكلفة ب)?"
    r"|mini?stere (?:delegue )?(?:charge )?(?:de l'|de la |du |des |de |d')|ministry of (?:the )?)"
)
_SEVERAL = r"(?:وزار(?:تي|تا|ات) |ministeres (?:charges )?(?:de l'|de la |du |des |de |d')|ministries of (?:the )?)"
#: What goes on with the name of one ministry.
_AND = r"(?:,? و ?|,? (?:et )?(?:de l'|de la |du |des |de |d')|,? (?:and )?)"
#: One more ministry before this one, behind a plural: at most so many words, so many times.
_OTHER = (
    r"(?:ال\w{2,20}(?: ال\w{2,20}){0,2}(?:,? و ?|, )"
    r"|(?:(?!(?:et|les?|la|par|avec|pour|and)(?!\w))[a-z]{2,20}[ ']){0,4}[a-z]{2,20},?"
    r" (?:et )?(?:de l'|de la |du |des )"
    r"|(?:(?!and )[a-z]{2,20} ){0,3}[a-z]{2,20},? and )"
)
#: Behind the name, and before an English one: it is another country's.
_FOREIGN_BEHIND = compile_folded(
    r" (?:ال(?:فرنسي|إسباني|ألماني|بلجيكي|إيطالي|برتغالي|هولندي|تونسي|جزائري|موريتاني|سنغالي|مالي|مصري|تركي|أمريكي"
    r"|بريطاني|صيني|ياباني|كوري|روسي|كندي|سويسري|قطري|سعودي|إماراتي|كويتي|أردني|فلسطيني)ة?"
    r"|francais|espagnol|allemand|belge|italien|portugais|neerlandais|tunisien|algerien|mauritanien|senegalais|malien"
    r"|egyptien|turc|americain|britannique|chinois|japonais|canadien|suisse|qatari|saoudien"
    r"|(?:de (?:la |l')?|du |of (?:the )?|d'|[بل]?)(?:france|espagne|belgique|tunisie|senegal|mali|spain|germany"
    r"|allemagne|italie|فرنسا|إسبانيا|ألمانيا|تونس|السنغال|مالي|إيطاليا))e?(?!\w)"
)
_FOREIGN_BEFORE = compile_folded(
    r"(?<!\w)(?:french|spanish|german|belgian|italian|portuguese|dutch|tunisian|algerian|senegalese|malian"
    r"|egyptian|turkish|american|british|chinese|japanese|canadian|swiss) $"
)


def ministry_pattern(first: Sequence[str], then: Sequence[str]) -> str:
    """A pattern, in ordinary spelling, of one ministry's names.

    Group `listed` is its place behind a plural, where other ministries stand between.

    Args:
        first: what it may be 'of' first, which says which ministry it is.
        then: what may follow that in its longer names.
    """
    begins, goes_on = "|".join(first), "|".join((*first, *then))
    one = rf"{_ONE}(?:{begins})(?!\w)(?:{_AND}(?:{goes_on})(?!\w)){{0,5}}+"
    return fold_pattern(rf"(?:{one}|{_SEVERAL}(?:{_OTHER}){{0,5}}?(?P<listed>{begins})(?!\w))")


_HEAD_OF_SEVERAL = compile_folded(_SEVERAL)


def is_first_of_several(words: str) -> bool:
    """Whether folded words are nothing but the plural before the first ministry of several."""
    return _HEAD_OF_SEVERAL.fullmatch(words) is not None


def of_another_country(text: str, start: int, end: int) -> bool:
    """Whether the ministry or directorate named in folded text[start:end] is another country's."""
    behind = _FOREIGN_BEHIND.match(text, end) is not None
    return behind or _FOREIGN_BEFORE.search(text, max(0, start - 12), start) is not None
