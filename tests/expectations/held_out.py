"""A third labelled set for the personal-data scan: written before the patterns were read, opened only once they were mended after the second (`unseen.py`).

Other sentences, other names, same rules: what a value is was decided by composing it. Once its first figures are written down (docs/adr/0013) it is a
test like the others.
"""

from __future__ import annotations

import random

from tests.expectations.unseen import Sentence, fill

_NAMES = {
    "<AR>": [
        *(
            "سناء الإدريسي",
            "عبد الحق بنجلون",
            "كريم التازي",
            "حورية أولحاج",
            "امحمد بولعيش",
            "الزوهرة بنت علي",
            "عبد المجيد أيت القايد",
            "يونس فاضل",
        ),
        *(
            "رقية المرابط",
            "توفيق بن الطاهر",
            "جميلة الصقلي",
            "ابراهيم أكوزول",
            "نور الدين الهاشمي",
            "سمية العثماني",
            "عبدالله بوزيان",
            "هشام الغازي",
        ),
    ],
    "<FR>": [
        *(
            "Sanae Idrissi",
            "Abdelhak Benjelloun",
            "Karim Tazi",
            "Houria Oulhaj",
            "M'hamed Boulaich",
            "Tawfik Ben Tahar",
            "Jamila Skalli",
            "Brahim Agouzoul",
        ),
        *(
            "Noureddine El Hachimi",
            "Soumaya Otmani",
            "Younès Fadel",
            "Rkia Mrabet",
            "Hicham El Ghazi",
            "Abdellah Bouziane",
            "Kenza Alami",
            "Jean-Pierre Exemple",
        ),
    ],
}


def _compose(r: random.Random, core: str) -> str:
    for mark, names in _NAMES.items():
        while mark in core:
            core = core.replace(mark, r.choice(names), 1)
    return fill(r, core)


def planted(seed: int, count: int = 1_000) -> list[Sentence]:
    """`count` sentences with one private value each."""
    r = random.Random(seed)
    cores = [(kind, core) for kind, some in _PLANTED.items() for core in some]
    return [Sentence(_compose(r, core), kind) for kind, core in (cores[i % len(cores)] for i in range(count))]


def clean(seed: int, count: int = 24_000) -> list[Sentence]:
    """`count` sentences without a private value."""
    r = random.Random(seed)
    return [Sentence(_compose(r, _CLEAN[i % len(_CLEAN)]), None) for i in range(count)]


_PLANTED: dict[str, list[str]] = {
    "national_id": [
        "المزدادة بجماعة <PLACE>، حاملة لبطاقة التعريف رقم <CIN>",
        "ب.و.ت: <CIN>",
        "CNI N° <CIN>",
        "رقم ب.ت.و.إ <CIN>",
        "Le demandeur (CIN <CIN>) sollicite un branchement à <LIEU>.",
        "identifié par sa carte nationale n° <CIN>",
        "وبعد الاطلاع على البطاقة الوطنية عدد <CIN> المسلمة بتاريخ <D>/03/<Y>",
    ],
    "phone": [
        "رقم هاتف الرئيس السابق للجمعية <MOBILE>",
        "اتصلوا بنا: <MOBILE>",
        "Portable : <MOBILE> (après 18 h)",
        "Inscriptions par WhatsApp au <MOBILE>",
        "Gardien du stade de <LIEU>, <MOBILE>",
        "ملف عدد <N>/<Y> – <MOBILE>",
    ],
    "bank": [
        "عبر التحويل إلى الرقم <BANK> باسم صاحب المحل",
        "Relevé d'identité bancaire : <BANK>",
        "compte bancaire <BANK>",
        "أجرة الحارس تؤدى بالحساب رقم <BANK>.",
    ],
    "email": [
        "للتسجيل: <MAIL>",
        "Candidature à adresser à <MAIL> avant le <D> <MOIS> <Y>",
        "<MAIL>",
        "صاحب المشروع <MAIL> – جماعة <PLACE>",
    ],
    "name": [
        "الموافقة على طلب السيد <AR> القاضي بكراء مستودع جماعي",
        "تعويض السيدة <AR> عن نزع ملكية قطعة أرضية بمبلغ <MAD> درهم",
        "الصلح القضائي مع السيد <AR> في الملف عدد <N>/<Y>",
        "إلى السيد <AR>، دوار أيت علي، جماعة <PLACE>",
        "منح بقعة سكنية للمسماة <AR>",
        "المدعو <AR> محتل للمحل رقم <N> بالسوق المركزي",
        "لفائدة ورثة <AR>",
        "ورثة المرحومة <AR>",
        "المستفيدون من الدعم: <AR>، <AR>، <AR>",
        "لائحة المستفيدين من محلات السوق: 1. <AR> 2. <AR>",
        "المستفيدات: <AR> و<AR>",
        "الحاج <AR> واهب القطعة الأرضية لبناء المسجد",
        "مطالبة من الأرملة <AR> بإعفائها من الرسم",
        "Demande de M. <FR>, épicier à <LIEU>, d'occuper le domaine public",
        "Indemnisation de Mme <FR> pour expropriation (<MAD> DH)",
        "Transaction avec Mr. <FR> dans le dossier n° <N>/<Y>",
        "Melle <FR>, étudiante, reçoit une bourse communale.",
        "Bénéficiaire : <FR>, douar Aït Ali",
        "Liste des bénéficiaires des lots : - <FR> - <FR> - <FR>",
        "Les héritiers <FR> cèdent la parcelle <N> à la commune de <LIEU>.",
        "Succession de feue <FR>",
        "Jugement en faveur de Monsieur <FR> contre la commune",
        "Location du local n° <N> au sieur <FR>",
        "La dame <FR> est autorisée à exploiter le kiosque.",
    ],
}

_CLEAN = [
    "افتتح السيد رئيس المجلس الإقليمي الجلسة مرحبا بالسيد العامل",
    "بحضور السيد رئيس الدائرة والسادة رؤساء المصالح اللاممركزة",
    "السيد القائم بأعمال رئيس المصلحة",
    "السيدة نائبة كاتب المجلس تلت محضر الجلسة السابقة",
    "السيد الوالي المدير العام للجماعات الترابية",
    "أجاب السيد ممثل السلطة المحلية عن أسئلة الأعضاء",
    "السيد مدير الأكاديمية الجهوية للتربية والتكوين",
    "عرض السيد المدير الجهوي للفلاحة حول الموسم الفلاحي <Y>",
    "السيد رئيس مجلس جهة الدار البيضاء سطات",
    "السيد عميد كلية الآداب والعلوم الإنسانية",
    "السيد مفوض الحكومة الملكي",
    "السيد الأمين العام للحكومة",
    "السيدة المنسقة الوطنية للبرنامج",
    "السيد رئيس مؤسسة التعاون بين الجماعات الأطلس",
    "السادة المقاولون المتعاقدون مع الجماعة",
    "السيد الناظر والسيد المندوب الجهوي للسياحة",
    "السيد مهندس البلدية قدم الدراسة التقنية",
    "السيد رئيس المجلس العلمي المحلي لإقليم <PLACE>",
    "السيد رئيس الغرفة الفلاحية",
    "السيدة رئيسة مصلحة تنمية الموارد المالية",
    "عدد المستفيدات من محو الأمية: <N>",
    "المستفيدون: ساكنة دواوير جماعة <PLACE>",
    "لائحة المستفيدين من برنامج أوراش ستعلن يوم <D> <SHAHR>",
    "المستفيدات والمستفيدون من التكوين: أطر الجماعة وأعضاء الهيئة الاستشارية",
    "الجهة المستفيدة: التعاونية النسوية تافوكت",
    "معايير اختيار المستفيدين: الدخل، السن، الوضعية الاجتماعية",
    "ورثة الأراضي السلالية معنيون بعملية التحفيظ",
    "دار الطالبة بجماعة <PLACE> ودار الأمومة",
    "المركب الرياضي مولاي عبد الله وملعب العربي بن مبارك",
    "حي الحاج قدور وحي مولاي رشيد بمدينة <PLACE>",
    "ساقية الحاج صالح، دوار أولاد سي عيسى",
    "مدرسة السيدة خديجة الابتدائية",
    "مسجد للا عبوش وزاوية سيدي بلعباس",
    "قنطرة على وادي سبو بكلفة <MAD> درهم",
    "الملف القضائي عدد 1305/7110/<Y> أمام المحكمة الإدارية",
    "الفصول 88 و89 من الدستور والمادة 92 من القانون التنظيمي 113.14",
    "دورية وزارة الداخلية عدد F/2185 بتاريخ <D> <SHAHR> <Y>",
    "اتفاقية رقم C<N5>/<Y> مع المكتب الوطني للماء",
    "مساحة القطعة <N6> متر مربع ذات الرسم T<N5>",
    "هاتف الجماعة <FIXED>",
    "يمكن الاتصال بالرقم الأخضر <GREEN> لتقديم الشكايات",
    "موقع الجماعة www.commune-exemple.ma والبريد info@commune-exemple.ma",
    "greffe@province-exemple.ma",
    "courrier@region-exemple.ma et standard au <FIXED>",
    "الرقم الضريبي <N6> ورقم الانخراط في الصندوق الوطني للضمان الاجتماعي <N6>",
    "رقم الطلبية BC<N6> لسنة <Y>",
    "من 06 إلى 10 <SHAHR> <Y>، من الساعة 08:30 إلى 16:30",
    "المداخيل: <MAD> درهم؛ المصاريف: <MAD> درهم؛ الفائض: <MAD> درهم",
    "النقطة رقم <N>: الدراسة والمصادقة على برمجة الفائض الحقيقي لسنة <Y>",
    "نسبة الإنجاز 61,75 في المائة إلى غاية <D>/07/<Y>",
    "M. le Chef du cercle et M. le Caïd de <LIEU>",
    "Mme la Cheffe de division des affaires rurales",
    "Monsieur le Trésorier provincial",
    "M. le Vice-président chargé de l'urbanisme",
    "Madame la Rapporteure du budget et son adjointe",
    "M. l'Inspecteur général de l'administration territoriale",
    "Monsieur le Doyen de la faculté des sciences juridiques",
    "MM. les Conseillers communaux",
    "Mesdames et Messieurs les membres du conseil",
    "M. le Délégué provincial de la santé",
    "Mlle ou Mme : rayer la mention inutile",
    "Bénéficiaire : Association des parents d'élèves",
    "Bénéficiaires du programme : Commune de <LIEU>, Province, Région",
    "Bénéficiaires directs : 1 200 habitants du douar Aït Ali",
    "Liste des bénéficiaires : voir annexe <N>",
    "Maître d'ouvrage : Commune de <LIEU> ; maître d'œuvre : bureau d'études",
    "Dame de nage et canoë : tournoi du <D> <MOIS> <Y>",
    "Extension du cimetière Sidi Mhamed Ben Aïssa",
    "École primaire Sayeda Khadija, salle n° <N>",
    "Quartier Hadj Kaddour, boulevard Mohammed VI",
    "Les héritiers des terres collectives sont convoqués.",
    "Feu de forêt à <LIEU> : bilan du <D> <MOIS> <Y>",
    "Fête du trône : feux d'artifice",
    "Réf. du dossier : CN<N6>/<Y>",
    "CIN obligatoire à l'entrée de la salle",
    "Véhicule de service n° M<N6>",
    "Relevé bancaire et RIB à fournir",
    "Hauteur 12 m. Le Conseil approuve.",
    "Longueur : 850 m. Commune de <LIEU>.",
    "sha256:<HEX>",
    "chars:<N5>-<N6>",
    "https://exemple.ma/index.php?option=com_content&id=<N6>&date=<Y>0612",
    "WARC-Record-ID urn:uuid:0b6c1f1e-67a4-4f5a-9f06-6617<N6>ab",
]
