"""Public bodies by the grammar of their names: what they are, how far they reach, what they are for, and where.

'المديرية الإقليمية للفلاحة', 'Inspection générale des finances', 'Faculté des sciences de Tétouan': a head for a kind
of body, a word for its reach or its learning, and its object. An own office of a council (its services, its bureau of
hygiene) is none. A body that every region or province has stands for its kind where no place is told.
"""

from __future__ import annotations

from ingest.read.rules import Rule

#: Not a body's object: a council's own services.
_OWN = r"(?!ل?لمصالح|services(?!\w)|ressources|affaires[ ]generales)"
#: What a French name joins its object with.
_OF = r"(?:de[ ]l'|de[ ]la[ ]|du[ ]|des[ ]|d'|de[ ]|pour[ ](?:la[ ]|le[ ]|l')?)"
#: Words of an object that go on with it.
_ON_AR = r"(?:[ ](?!{not_in_a_name!}(?!\w)|{ends_a_name!}(?!\w)|وال{body_head!}(?!\w))و?ال\w{3,20}){0,4}"
_ON_FR = (
    r"(?:,?[ ](?:et[ ])?(?:de[ ]l'|de[ ]la[ ]|du[ ]|des[ ]|d')[a-z]{3,20}){0,2}"
    r"(?:[ ][a-z]{3,14}(?:al|el|iqu|air|ienn|eurs?)e?s?)?"
)

OF_A_SCOPE = Rule(
    id="body.of_a_scope",
    pattern=rf"""(?<!\w)(?:[وفبك])?(?P<name>(?:ال|لل){{body_head!}}[ ]ال{{body_scope!}}[ ]
        {_OWN}ل\w{{3,20}}{_ON_AR})(?!\w)""",
    examples=(
        "طلب المديرية الإقليمية للفلاحة",
        "زيارة المفتشية العامة للمالية",
        "المدرسة الوطنية للعلوم التطبيقية",
        "الجامعة الملكية المغربية لألعاب المثال",
        "مع الجمعية المغربية لحقوق المثال",
    ),
    counterexamples=("المديرية العامة للمصالح", "المكتب الجماعي لحفظ الصحة", "الجمعية المغربية", "مديرية إقليمية"),
)
OF_A_SCOPE_FR = Rule(
    id="body.of_a_scope_fr",
    pattern=rf"""(?<!\w)(?<!une[ ])(?<!un[ ])(?P<name>{{body_head!}}[ ]{{body_scope!}}[ ]
        {_OF}{_OWN}[a-z]{{3,20}}{_ON_FR})(?!\w)""",
    examples=(
        "la Direction régionale de l'Agriculture pour",
        "l'Inspection générale des finances",
        "l'École nationale d'architecture de Tétouan",
    ),
    counterexamples=("la direction générale des services", "une école nationale de musique", "le centre de santé"),
)
OF_LEARNING = Rule(
    id="body.of_learning",
    pattern=rf"""(?<!\w)(?:[وفبل])?(?P<name>كلية[ ]ال{{learning!}}(?:[ ]و?ال\w{{3,20}}){{0,4}}
        |faculte[ ]{_OF}{{learning!}}(?:[ ](?:et[ ](?:des?[ ])?)?[a-z]{{4,14}}(?:es|s)(?!\w)){{0,3}})(?!\w)""",
    examples=("شراكة مع كلية العلوم والتقنيات", "la faculté des sciences de Tétouan"),
    counterexamples=("أشغال كلية", "une faculté"),
)
OF_A_KIND = Rule(
    id="body.of_a_kind",
    pattern=r"""(?<!\w)(?:[وفبكل]?(?P<name>(?=[ء-ي])(?:ال|لل)?{body_of_a_place!})
        |(?:l'|la[ ]|le[ ]|du[ ]|au[ ]|les[ ]|des[ ]|the[ ])(?P<latin>{body_of_a_place!}))(?!\w)""",
    examples=(
        "مع المركز الجهوي للاستثمار",
        "رأي الوكالة الحضرية",
        "avec l'Académie régionale d'éducation et de formation",
    ),
    counterexamples=("une agence urbaine", "وكالة المداخيل"),
)
OF_THE_STATE = Rule(
    id="body.of_the_state",
    pattern=rf"""(?<!\w)(?:[وفبل])?(?P<name>كتابة[ ]الدولة[ ]المكلفة[ ]بال\w{{3,20}}{_ON_AR}
        |secretariat[ ]d'etat[ ](?:charge[ ])?(?:a[ ]l'|a[ ]la[ ]|{_OF})[a-z]{{3,20}}{_ON_FR})(?!\w)""",
    examples=("كتابة الدولة المكلفة بالصناعة التقليدية", "le Secrétariat d'État chargé de l'Artisanat"),
    counterexamples=("كتابة المجلس", "le secrétariat du conseil"),
)
#: In English both the kind and its reach begin with a capital, which the reader looks at.
IN_ENGLISH = Rule(
    id="body.in_english",
    pattern=r"""(?<!\w)(?P<name>{english_scope!}[ ](?:[a-z]{4,14}[ ]){0,2}?{english_body!}
        (?:[ ](?:of|for)[ ][a-z]{3,20}(?:,?[ ]and[ ](?!the[ ])[a-z]{3,20})?)?)(?!\w)""",
    examples=(
        "the Urban Agency of Fes",
        "the Regional Investment Centre",
        "Regional Academy of Education and Training",
    ),
    counterexamples=("the agency", "a school"),
)
#: Letters that name a body where they are capitals; many are words otherwise.
IN_CAPITALS = Rule(
    id="body.in_capitals",
    pattern=r"""(?<!\w)(?P<name>{body_in_capitals!})(?!\w)""",
    examples=("la CCIS", "l'AREP Souss-Massa", "le CRI"),
    counterexamples=("la commune", "écrit"),
)
#: A company of a place, by what it does there; the reader looks for the place before it.
OF_WORKS = Rule(
    id="body.company_of_a_place",
    pattern=r"""(?<!\w)(?P<name>{company_of_works!})(?!\w)""",
    examples=("Agadir Souss-Massa Aménagement", "Taza Mobilité"),
    counterexamples=("les aménagements",),
)
