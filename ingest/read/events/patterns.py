"""The words by which events, their places and the roles in them are known."""

from __future__ import annotations

import re

from ingest.text.fold import compile_folded as _p
from ingest.text.fold import fold, fold_pattern
from ingest.text.stems import Stemmed

#: Kinds of event by their nouns, the longer first; family groups the nouns that 'this meeting' may point back to.
KINDS: list[tuple[str, str, str]] = [
    (
        "training",
        "workshop",
        r"(?:ال)?ورشة (?:ال)?تكوينية|(?:ال)?ورشة (?:ال)?تدريبية|(?:ال)?دورة (?:ال)?تكوينية|(?:ال)?دورة (?:ال)?تدريبية"
        r"|atelier de formation|session de formation|formation(?: a distance| en ligne)",
    ),
    ("workshop", "workshop", r"(?:ال)?ورشة|atelier(?! de formation)"),
    (
        "study_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?دراسيا?|(?:ال)?يوما? (?:ال)?دراسيا?|rencontre d'etudes?|journee d'etudes?"
        r"|reunion d'etudes?",
    ),
    (
        "regional_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?جهويا?|(?:ال)?ملتقى (?:ال)?جهويا?|(?:rencontre|reunion|conference|sommet) regionale?",
    ),
    (
        "communication_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?تواصليا?|(?:ال)?لقاء (?:ال)?إخباريا?|rencontre de communication|reunion de communication"
        r"|rencontre d'information|reunion d'information",
    ),
    (
        "consultation_meeting",
        "meeting",
        r"(?:ال)?لقاء (?:ال)?تشاوريا?|rencontre de concertation|reunion de concertation|rencontre consultative",
    ),
    ("seminar", "meeting", r"(?:ال)?ندوة|seminaire"),
    ("forum", "meeting", r"(?:ال)?ملتقى|(?:ال)?منتدى|(?:ال)?مؤتمر|forum(?!\w)|conference"),
    ("meeting", "meeting", r"(?:ال)?لقاء(?!ات)|rencontre(?!s)|reunion(?!s)"),
]
#: The look at the beginning spares most letters nine attempts.
NOUN = Stemmed(
    r"(?<!\w)(?=\w)(?:"
    + "|".join(f"(?P<k{i}>(?:[وبل]|ال)?(?:{fold_pattern(p)})(?!\\w))" for i, (_, _, p) in enumerate(KINDS))
    + ")"
)
HOLD = _p(
    r"(?<!\w)و?(?:احتضنت?|احتضان|نظمت?|نظموا|تنظيم|ينظم|تنظم|انعقدت?|انعقاد|عقدت?|عقد|شهدت?|شاركت?|أطلقت?|اختتمت?"
    r"|افتتحت?|انطلقت?|a (?:organise|tenu|abrite|accueilli|lance|ouvert|co-organise)|ont (?:organise|tenu)"
    r"|(?:a|ont) ete (?:organisee?s?|tenue?s?|lancee?s?)|s'est (?:tenue?|deroulee?)|se sont (?:tenue?s|deroulee?s)"
    r"|organis(?:ation|e|ee)|tenue d|abrite|accueille|organise|s'est ouverte?)(?!\w)"
)
FUTURE = _p(
    r"(?<!\w)(?:س[تين]\w{3,}|من المرتقب|من المنتظر|يرتقب|المزمع|se tiendra|aura lieu|sera|seront|est prevue?"
    r"|organisera|abritera)"
)
THIS = _p(
    r"(?<!\w)و?(?:هذه|هذا|خلال هذا|خلال هذه|cette|cet|ce|ladite|ledit) $|(?<!\w)و?(?:ت|ي)?عرفت? $|(?<!\w)و?شهدت? $"
)
DEFINITE_START = _p(r"^(?:[وبل])?(?:ال|لل)")
PARTICIPLE = _p(r"^(?:organisee?|initiee?|tenue?|prevue?)s? |^و?شاركت? في ")
REMOTE = _p(r"عن بعد|عبر الأنترنت|عبر الإنترنت|عن طريق تقنية|a distance|en ligne|par visioconference|en visio")
ROLE_ORGANISER = _p(
    r"(?:نظمها|نظمه|ينظمها|تنظمها|ينظمه|تنظمه|نظمته|نظمتها|من تنظيم|بمبادرة من|organisee?s? (?:par|a l'initiative de)"
    r"|a l'initiative d[eu]|initiee? par)"
)
ROLE_SUPPORT = _p(
    r"(?:بدعم من|وبدعم من|بدعم|avec (?:l'appui|le soutien|l'aide|le concours) d(?:es |u |e |')|soutenue? par"
    r"|appuyee? par)"
)
ROLE_FRAME = _p(r"(?<!نفس )في إطار(?! هذا| ذلك| نفس)|ضمن فعاليات|dans le cadre d(?:es |u |e |')|s'inscri\w+ dans")
ROLE_PARTICIPANTS = _p(
    r"(?:(?<!\w)بمشاركة|(?<=, )مشاركة|(?<!\w)بحضور|وحضور|avec la participation d(?:es |u |e |')"
    r"|en presence d(?:es |u |e |')|a (?:reuni|rassemble) (?:les |des )?|جمعت|حضرها|حضره"
    r"|شاركت? في (?:هذه|هذا) (?:ال)?(?:ورشة|لقاء|ندوة|اجتماع|يوم الدراسي)|la participation d(?:es |u |e |'))"
)
ROLE_BENEFICIARY = _p(
    r"(?:لفائدة|لصالح|au profit d(?:es |u |e |')|au benefice d(?:es |u |e |')|destinee? (?:aux? |a )"
    r"|a destination d(?:es |u |e |'))"
)
ROLE_PARTNER = _p(
    r"(?:بشراكة مع|وبشراكة مع|بتعاون مع|بتنسيق مع|en partenariat avec|en collaboration avec|en cooperation avec)"
)
ROLE_SUPERVISOR = _p(
    r"(?:تحت إشراف|بإشراف|sous la supervision d(?:es |u |e |')|sous l'egide d(?:es |u |e |')"
    r"|sous la tutelle d(?:es |u |e |')|supervisee? par)"
)
#: A role phrase ends where the next one starts, or at a clause break that no list continues.
STOP = _p(
    r"(?<!\w)و?(?:بدعم|بشراكة|بتعاون|في إطار|لفائدة|تحت إشراف|بهدف|من أجل|قصد|الرامي|الذي|التي|رامت|تروم|يروم|يهدف"
    r"|تهدف|يتوخى|حيث|في شهر|خلال|بمقر|يوم|وتضم|أعضاء الشبكة)(?!\w)|\b(?:avec l|dans le cadre|au profit|sous la"
    r"|afin|en vue|visant|qui |pour objectif|vise|a pour|en partenariat|lors|a laquelle|auquel|dont|se tient|tenue?"
    r"|ce mardi|ce lundi|ce mercredi|ce jeudi|ce vendredi|ce samedi|a ete|a eu|s'inscrit|aura)"
)
NAMELY = _p(r"وهي|وهم|(?<!\w)هي(?!\w)|ويتعلق الأمر ب|:|a savoir|notamment|soit(?= l)|qui sont")
PLACE = _p(
    r"(?P<lead>(?<!\w)(?:بمقر|في مقر|بقاعة|بدار|بفضاء|بمركز|au siege d(?:es |u |e |')|a la salle|au centre|a la maison"
    r"|a la wilaya|dans les locaux d(?:es |u |e |')|au palais|a l'hotel|au dar|a dar)(?:(?<= )|(?<=')|(?!\w)))"
    r"(?P<name>[^,.()\"]{2,80})"
)
HOST_PLACE = _p(
    r"(?<!\w)و?(?:احتضنت?|احتضان|شهدت?|abrite|accueilli|accueille) (?P<name>[^,.]{2,70}?)"
    r"(?=,| خلال| يوم| اليوم| في شهر| (?:ال)?لقاء| (?:ال)?ورشة| (?:ال)?ندوة| (?:ال)?ملتقى)"
)
IN_CITY = re.compile(r"(?<!\w)ب(?=[ء-ي]{3})|(?<!\w)(?:a|au|aux) (?=[a-z])")
PROGRAMME = _p(
    r"(?P<name>(?:هذا|هذه|ce|cette) (?:ال)?(?:برنامج|مشروع|مبادرة|programme|projet|initiative)"
    r"|(?:البرنامج|le programme)(?= (?:يتم تنفيذه|ينفذ|est (?:mis en oeuvre|execute|realise|pilote))))"
)
PROGRAMME_STEMS = tuple(fold(w) for w in ("هذا", "هذه", "البرنامج", "ce ", "cette ", "le programme"))
CONSULT = _p(
    r"(?:ارتقاب|يرتقب|المرتقب|المرتقبة|المزمع|سيتم|ستتم|ستنظم|سيجري|prev\w+|attend\w+|devrai\w+|seront|sera)"
    r"(?:[^.]{0,60}?)(?P<noun>(?:ال)?استشارات|(?:ال)?مشاورات|(?:ال)?استشارة|consultations?|concertations?)"
)
CONSULT_STEMS = tuple(fold(w) for w in ("استشار", "مشاور", "consultation", "concertation"))


def kind_of(m: re.Match[str]) -> tuple[str, str]:
    """(kind, family) of a match of `NOUN`."""
    i = next(int(k[1:]) for k, v in m.groupdict().items() if v)
    return KINDS[i][0], KINDS[i][1]
