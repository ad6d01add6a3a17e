"""A second labelled set for the personal-data scan, written without sight of the scan's patterns and committed before it was first run against them.

Sentences in the manner of council pages, minutes, lists and tables in Arabic and French; a value is planted in each sentence of `planted`, none in those of
`clean`, which hold what resembles one: functions after honorifics, streets and schools named after people, land titles, budget lines, fixed lines. People,
numbers and mailboxes are made up at random. A label says how the sentence was composed. Do not edit a sentence because the scan fails on it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

_GIVEN_AR = [
    "عبد القادر",
    "لطيفة",
    "رشيد",
    "سكينة",
    "عمر",
    "حنان",
    "مصطفى",
    "زهرة",
    "عبد اللطيف",
    "بوشعيب",
    "إلهام",
    "المهدي",
    "رحمة",
    "حميد",
    "فاطمة الزهراء",
    "لحسن",
    "نعيمة",
    "أيوب",
    "عائشة",
    "الميلودي",
]
_FAMILY_AR = [
    "بنسالم",
    "الوزاني",
    "العمراني",
    "أيت باها",
    "الزياني",
    "بوعزة",
    "الناصري",
    "بلحاج",
    "الشرقاوي",
    "أوحمو",
    "الكتاني",
    "الرحموني",
    "بن عمر",
    "السوسي",
    "أمزيان",
    "الدكالي",
    "المنصوري",
    "حجي",
]
_GIVEN_FR = [
    "Rachid",
    "Hanane",
    "Abdelkader",
    "Soukaïna",
    "Lahcen",
    "Naïma",
    "Larbi",
    "Ilham",
    "Mustapha",
    "Fatima-Zahra",
    "Omar",
    "Zineb",
    "Bouchaïb",
    "Ayoub",
    "Abdellatif",
    "Rahma",
    "Hamid",
    "Aïcha",
]
_FAMILY_FR = [
    "Bennani",
    "El Fassi",
    "Ouhammou",
    "Benomar",
    "Ait Baha",
    "Chraïbi",
    "El Ouazzani",
    "Belhaj",
    "Ziani",
    "Amezian",
    "Doukkali",
    "Cherkaoui",
    "Hajji",
    "El Mansouri",
    "Naciri",
    "Bouazza",
]
_PLACES_AR = [
    "أولاد تايمة",
    "سيدي قاسم",
    "تيفلت",
    "بوزنيقة",
    "زاكورة",
    "ميدلت",
    "وزان",
    "أزيلال",
    "تاونات",
    "الحاجب",
    "سيدي بنور",
    "مولاي إدريس زرهون",
    "أيت ملول",
    "جرسيف",
]
_PLACES_FR = [
    "Ouled Teïma",
    "Sidi Kacem",
    "Tiflet",
    "Bouznika",
    "Zagora",
    "Midelt",
    "Ouezzane",
    "Azilal",
    "Taounate",
    "El Hajeb",
    "Sidi Bennour",
    "Aït Melloul",
    "Guercif",
]
_MONTHS_AR = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
_MONTHS_FR = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Sentence:
    """A text and what was planted in it: `national_id`, `phone`, `bank`, `email`, `name`; None for a clean one."""

    text: str
    planted: str | None


def planted(seed: int, count: int = 1_000) -> list[Sentence]:
    """`count` sentences with one private value each, every core of every kind in turn."""
    r = random.Random(seed)
    cores = [(kind, core) for kind, some in _PLANTED.items() for core in some]
    return [Sentence(fill(r, core), kind) for kind, core in (cores[i % len(cores)] for i in range(count))]


def clean(seed: int, count: int = 24_000) -> list[Sentence]:
    """`count` sentences without a private value."""
    r = random.Random(seed)
    return [Sentence(fill(r, _CLEAN[i % len(_CLEAN)]), None) for i in range(count)]


def fill(r: random.Random, core: str) -> str:
    """`core` with its marks replaced by made-up values."""
    for mark, make in _MARKS.items():
        while mark in core:
            core = core.replace(mark, make(r), 1)
    return core


def _digits(r: random.Random, n: int) -> str:
    return "".join(str(r.randrange(10)) for _ in range(n))


def _national_id(r: random.Random) -> str:
    letters = r.choice(
        (
            "A",
            "BE",
            "BK",
            "C",
            "D",
            "EE",
            "F",
            "GA",
            "HH",
            "JB",
            "K",
            "LA",
            "M",
            "PB",
            "QA",
            "SH",
            "T",
            "UC",
            "W",
            "Z",
            "JC",
            "AE",
        )
    )
    number = _digits(r, r.choice((5, 6, 6, 6)))
    if r.random() < 0.15:
        number = number.translate(_EASTERN)
    value = letters + r.choice(("", "", "", " ", "-")) + number
    return value.lower() if r.random() < 0.15 else value


def _mobile(r: random.Random) -> str:
    head, rest = r.choice("67"), _digits(r, 8)
    a, b, c, d = rest[:2], rest[2:4], rest[4:6], rest[6:]
    value = r.choice(
        (
            f"0{head}{rest}",
            f"0{head}{rest}",
            f"0{head} {a} {b} {c} {d}",
            f"0{head}.{a}.{b}.{c}.{d}",
            f"0{head}-{a}-{b}-{c}-{d}",
            f"0{head}{a}-{b}{c}{d}",
            f"0{head}{a} {b}{c[:1]} {c[1:]}{d}",
            f"+212{head}{rest}",
            f"+212 {head} {a} {b} {c} {d}",
            f"00212{head}{rest}",
            f"+212 (0){head} {a} {b} {c} {d}",
            f"(+212) {head}{a}-{b}{c}{d}",
            f"0{head}\u00a0{a}\u00a0{b}\u00a0{c}\u00a0{d}",
            f"0{head}/{a}/{b}/{c}/{d}",
            f"\u202a0{head}{rest}\u202c",
        )
    )
    return value.translate(_EASTERN) if r.random() < 0.12 else value


def _bank(r: random.Random) -> str:
    bank, town, account, key = (
        r.choice(("007", "011", "013", "021", "022", "101", "145", "190", "225", "230", "310")),
        _digits(r, 3),
        _digits(r, 16),
        _digits(r, 2),
    )
    whole = bank + town + account + key
    return r.choice(
        (
            whole,
            f"{bank} {town} {account} {key}",
            f"{bank}-{town}-{account}-{key}",
            " ".join(whole[i : i + 4] for i in range(0, 24, 4)),
            f"MA{_digits(r, 2)}{whole}",
            f"MA{_digits(r, 2)} " + " ".join(whole[i : i + 4] for i in range(0, 24, 4)),
            whole.translate(_EASTERN),
        )
    )


def _private_mailbox(r: random.Random) -> str:
    given = r.choice(("rachid", "hanane", "lahcen", "naima", "mustapha", "zineb", "ayoub", "hamid", "ilham", "larbi"))
    family = r.choice(
        ("bennani", "elfassi", "ouhammou", "chraibi", "belhaj", "ziani", "amezian", "doukkali", "hajji", "naciri")
    )
    host = r.choice(
        (
            "gmail.com",
            "gmail.com",
            "hotmail.com",
            "hotmail.fr",
            "yahoo.fr",
            "yahoo.com",
            "outlook.com",
            "outlook.fr",
            "live.fr",
            "menara.ma",
            "icloud.com",
            "protonmail.com",
        )
    )
    local = r.choice(
        (
            f"{given}.{family}",
            f"{given}{family}{r.randrange(60, 99)}",
            f"{given[0]}.{family}",
            f"{family}_{given}",
            f"{given}-{family}",
            f"{given}{r.randrange(1970, 2003)}",
        )
    )
    value = f"{local}@{host}"
    return value.title() if r.random() < 0.1 else value


def _year(r: random.Random) -> str:
    return str(r.randrange(2016, 2027))


_MARKS: dict[str, Callable[[random.Random], str]] = {
    "<CIN>": _national_id,
    "<MOBILE>": _mobile,
    "<BANK>": _bank,
    "<MAIL>": _private_mailbox,
    "<AR>": lambda r: f"{r.choice(_GIVEN_AR)} {r.choice(_FAMILY_AR)}",
    "<FR>": lambda r: f"{r.choice(_GIVEN_FR)} {r.choice(_FAMILY_FR)}",
    "<FR!>": lambda r: f"{r.choice(_GIVEN_FR)} {r.choice(_FAMILY_FR).upper()}",
    "<PLACE>": lambda r: r.choice(_PLACES_AR),
    "<LIEU>": lambda r: r.choice(_PLACES_FR),
    "<SHAHR>": lambda r: r.choice(_MONTHS_AR),
    "<MOIS>": lambda r: r.choice(_MONTHS_FR),
    "<Y>": _year,
    "<D>": lambda r: str(r.randrange(1, 29)),
    "<N>": lambda r: str(r.randrange(1, 140)),
    "<N5>": lambda r: str(r.randrange(10_000, 99_999)),
    "<N6>": lambda r: str(r.randrange(100_000, 999_999)),
    "<N15>": lambda r: "00" + _digits(r, 13),
    "<HEX>": lambda r: f"{r.getrandbits(256):064x}",
    "<MAD>": lambda r: r.choice(
        (
            f"{r.randrange(1, 90)}.{_digits(r, 3)}.{_digits(r, 3)},00",
            f"{r.randrange(10, 900)} {_digits(r, 3)},{_digits(r, 2)}",
            f"{r.randrange(10_000, 9_000_000)}",
            f"{r.randrange(1, 40)} مليون",
        )
    ),
    "<FIXED>": lambda r: r.choice(
        ("05{0}{1}", "05 {0} {1}", "05-{0}-{1}", "+2125{0}{1}", "+212 5 {0} {1}", "00212 5{0} {1}")
    ).format(r.choice(("28", "39", "37", "22", "35", "36", "24", "23")), _digits(r, 6)),
    "<GREEN>": lambda r: r.choice(("080{0}", "0801 {0}", "08 0{0}")).format(_digits(r, 7)),
    "<COORD>": lambda r: f"{r.uniform(27, 35.9):.5f}, -{r.uniform(1, 13):.5f}",
}

_PLANTED: dict[str, list[str]] = {
    "national_id": [
        "الحامل للبطاقة الوطنية للتعريف رقم <CIN> والساكن بجماعة <PLACE>.",
        "رقم البطاقة الوطنية: <CIN>",
        "صاحب الطلب، ب.ت.و رقم <CIN>، يلتمس رخصة احتلال الملك العمومي مؤقتا.",
        "بطاقة التعريف الوطنية الإلكترونية عدد <CIN>، تاريخ الصلاحية <D> <SHAHR> <Y>",
        "titulaire de la CNIE n° <CIN>, demeurant à <LIEU>",
        "CIN : <CIN>",
        "C.I.N n°<CIN> – dossier n° <N>/<Y>",
        "porteur de la carte nationale d'identité n° <CIN> délivrée le <D> <MOIS> <Y>",
        "N° CIN | Douar | Superficie ; <CIN> | <LIEU> | 3 ha",
        "(ب.و رقم <CIN>) استفاد من دعم قدره <MAD> درهم",
        "Carte d'identité nationale <CIN>, dossier déposé à la commune de <LIEU>",
        "رقم ب ت و <CIN> رقم الملف <N>",
    ],
    "phone": [
        "للاستفسار المرجو الاتصال بالرقم <MOBILE> خلال أوقات العمل.",
        "الهاتف: <MOBILE>",
        "الهاتف النقال:<MOBILE>",
        "Tél : <MOBILE>",
        "GSM <MOBILE> – quartier administratif, <LIEU>",
        "Contact M : <MOBILE> ; dossier n° <N>",
        "مشروع تهيئة المسالك بجماعة <PLACE> (صاحب المشروع <MOBILE>)",
        "واتساب <MOBILE>",
        "Personne à joindre au <MOBILE> avant le <D> <MOIS> <Y>.",
        "تليفون المشتكي<MOBILE>",
        "الفاكس <FIXED> والنقال <MOBILE>",
        "<MOBILE>",
    ],
    "bank": [
        "رقم الحساب البنكي: <BANK>",
        "RIB : <BANK>",
        "يحول المبلغ إلى الحساب المفتوح لدى البنك تحت عدد <BANK>",
        "virement au compte n° <BANK> ouvert à <LIEU>",
        "التعريف البنكي <BANK> وكالة <PLACE>",
        "IBAN <BANK>",
        "Le loyer annuel de <MAD> DH est versé sur le compte <BANK>.",
    ],
    "email": [
        "البريد الإلكتروني: <MAIL>",
        "E-mail : <MAIL>",
        "يرسل الطلب إلى العنوان <MAIL> قبل <D> <SHAHR> <Y>.",
        "Les dossiers sont envoyés à <MAIL> ou déposés au bureau d'ordre.",
        "contact:<MAIL>;",
        "mailto:<MAIL>?subject=dossier",
        "المنسق (<MAIL>) هو صلة الوصل مع جماعة <PLACE>",
    ],
    "name": [
        "المصادقة على كراء محل تجاري للسيد <AR> بالسوق الأسبوعي لجماعة <PLACE>.",
        "الدراسة والتصويت على تفويت قطعة أرضية لفائدة السيدة <AR>.",
        "طلب السيد <AR> الرامي إلى تسوية وضعية سكنه",
        "دعوى قضائية رفعها السيد <AR> ضد جماعة <PLACE>",
        "الآنسة <AR> – منحة دراسية برسم سنة <Y>",
        "المسمى <AR>، الساكن بدوار أيت عيسى",
        "المسماة <AR> أرملة، تستفيد من إعانة",
        "نزع ملكية القطعة المملوكة لورثة المرحوم <AR>",
        "ورثة السيد <AR>، الرسم العقاري عدد <N5>/17",
        "لائحة المستفيدين: 1- <AR> 2- <AR> 3- <AR>",
        "أسماء المستفيدين من البقع: <AR>، <AR>، <AR>",
        "قائمة المستفيدات من الدعم: <AR> - <AR>",
        "Approbation de la location d'un local commercial à M. <FR>.",
        "Cession d'une parcelle au profit de Mme <FR>, commune de <LIEU>",
        "Requête de Monsieur <FR> relative à une autorisation de construire",
        "Mlle <FR> : bourse au titre de l'année <Y>",
        "Affaire opposant la commune de <LIEU> à Mr <FR!>",
        "Madame <FR!>, veuve, bénéficiaire d'une aide de <MAD> DH",
        "Héritiers de feu <FR>, titre foncier n° <N5>/M",
        "Liste des bénéficiaires : <FR> ; <FR> ; <FR!>",
        "Bénéficiaires : 1. <FR>, 2. <FR>",
        "Le nommé <FR> occupe le lot n° <N> du lotissement communal.",
        "Recours : Hadj <FR> c/ commune de <LIEU>",
    ],
}

_CLEAN = [
    "ترأس السيد رئيس المجلس الجماعي لجماعة <PLACE> أشغال الجلسة الأولى من الدورة العادية لشهر <SHAHR> <Y>.",
    "حضر أشغال الدورة السيد باشا مدينة <PLACE> والسيد الكاتب العام لعمالة الإقليم.",
    "كلمة السيدة الرئيسة بمناسبة الدورة الاستثنائية",
    "السيدات والسادة أعضاء المجلس الجماعي",
    "تدخل السيد عامل إقليم <PLACE> لتقديم عرض حول برنامج تقليص الفوارق المجالية.",
    "تحت رئاسة السيد والي الجهة وبحضور السادة رؤساء المصالح الخارجية",
    "عرض السيدة مديرة المصالح حول حصيلة سنة <Y>",
    "السيد المدير الإقليمي للتجهيز والنقل واللوجستيك",
    "بطلب من السيد النائب الأول للرئيس، تمت إضافة النقطة <N> إلى جدول الأعمال",
    "وافق السيد وزير الداخلية على اتفاقية الشراكة المبرمة بتاريخ <D> <SHAHR> <Y>.",
    "السيد القائد رئيس الملحقة الإدارية الثانية",
    "السيد الخازن الإقليمي والسيد قابض <PLACE>",
    "السيدة كاتبة المجلس ونائبها",
    "السيد ممثل المكتب الوطني للكهرباء والماء الصالح للشرب",
    "السيد رئيس لجنة الميزانية والشؤون المالية والبرمجة",
    "تهيئة شارع محمد الخامس وشارع الحسن الثاني بمدينة <PLACE> بمبلغ <MAD> درهم",
    "إصلاح زنقة علال بن عبد الله وساحة المسيرة الخضراء",
    "بناء حجرات دراسية بمدرسة عمر بن الخطاب وإعدادية للا مريم",
    "توسعة ثانوية ابن رشد التأهيلية وتجهيز مستشفى محمد السادس",
    "ترميم ضريح مولاي عبد الله وتنظيم موسم سيدي أحمد العروسي",
    "اتفاقية شراكة مع جمعية الوفاء للتنمية بجماعة <PLACE>",
    "منح إعانة قدرها <MAD> درهم لجمعية آباء وأولياء تلاميذ مدرسة الأمل",
    "لائحة المستفيدين: 45 أسرة من دوار أيت حمو بجماعة <PLACE>",
    "نشر لائحة المستفيدين بمقر الجماعة ابتداء من <D> <SHAHR> <Y>",
    "عدد المستفيدين من القافلة الطبية بلغ <N> مستفيدا ومستفيدة",
    "المستفيدون: جمعيات المجتمع المدني والتعاونيات الفلاحية",
    "الفئات المستفيدة: النساء والشباب والأشخاص في وضعية إعاقة",
    "الرسم العقاري عدد <N5>/17 مساحته 320 مترا مربعا",
    "القطعة الأرضية موضوع المطلب رقم <N5>/م بجماعة <PLACE>",
    "القانون التنظيمي رقم 113.14 المتعلق بالجماعات الصادر بتنفيذه الظهير الشريف رقم 1.15.85 بتاريخ 20 رمضان 1436 (7 يوليوز 2015)",
    "المرسوم رقم 2-16-301 الصادر في 23 من رمضان 1437 (29 يونيو 2016)",
    "القرار الجبائي رقم <N>/<Y> المحدد لنسب وأسعار الرسوم",
    "المقرر عدد <N> المتخذ خلال الدورة العادية لشهر <SHAHR> <Y>",
    "تحويل اعتماد من الفصل 10.20.30.34/11 إلى الفصل 30.10.20.10/14 بمبلغ <MAD> درهم",
    "الحساب الخصوصي رقم 32.10.40.21 المداخيل <MAD> المصاريف <MAD>",
    "طلب عروض مفتوح رقم <N>/<Y>/ج ت المتعلق بأشغال الإنارة العمومية",
    "سند الطلب رقم <N>/<Y> لشراء عتاد معلوماتي بمبلغ <MAD> درهم",
    "الهاتف: <FIXED> الفاكس: <FIXED>",
    "الرقم الأخضر <GREEN> رهن إشارة المواطنات والمواطنين",
    "التعريف الموحد للمقاولة <N15> والضريبة المهنية رقم <N6>",
    "السجل التجاري رقم <N5> بالمحكمة الابتدائية ب<PLACE>",
    "البريد الإلكتروني للجماعة: contact@commune-exemple.ma",
    "توجه المراسلات إلى bureau.ordre@province-exemple.gov.ma",
    "تتكون الهيئة من <N> عضوا يمثلون جمعيات جماعة <PLACE>",
    "عدد السكان حسب إحصاء 2024: <N6> نسمة",
    "انعقدت الجلسة على الساعة العاشرة و30 دقيقة صباحا بتاريخ <D>/06/<Y>",
    "تمت المصادقة بالإجماع: الحاضرون 27، الموافقون 27، الرافضون 0، الممتنعون 0",
    "برنامج عمل الجماعة 2022/2027، الصفحة <N>",
    "يوم الثلاثاء <D> <SHAHR> <Y> بقاعة الاجتماعات بمقر جماعة <PLACE>",
    "الطريق الجهوية رقم 401 والطريق الإقليمية رقم 4703 والطريق الوطنية رقم 6",
    "البطاقة الوطنية للتعريف ضرورية لسحب الملف",
    "يدلي المترشح بنسخة من بطاقة التعريف الوطنية ونسخة من عقد الازدياد",
    "بطاقة المشروع رقم <N5>",
    "الحساب البنكي للجماعة مفتوح لدى الخزينة العامة للمملكة",
    "رمز المنشور <N6> بتاريخ <D> <SHAHR> <Y>",
    "السيد محافظ الأملاك العقارية بمدينة <PLACE>",
    "السادة أعضاء المكتب المسير والسيد المدير العام للمصالح",
    "السيد رئيس جمعية الوفاء للتنمية",
    "السيد المندوب الإقليمي لوزارة الصحة والحماية الاجتماعية",
    "السيدة رئيسة قسم الشؤون الاجتماعية بعمالة <PLACE>",
    "السيد رئيس هيئة المساواة وتكافؤ الفرص ومقاربة النوع",
    "الأستاذ المحاضر بكلية الحقوق أطر الدورة التكوينية",
    "ورثة المستغلين السابقين مدعوون إلى الاتصال بمصلحة الممتلكات",
    "المسمى جماعيا بالسوق الأسبوعي لجماعة <PLACE>",
    "دوار المرحوم بجماعة <PLACE>",
    "M. le Président du conseil communal de <LIEU> ouvre la séance à 10h30.",
    "Mme la Présidente de la commission du budget présente son rapport.",
    "MM. les membres du conseil sont convoqués le <D> <MOIS> <Y>.",
    "Monsieur le Gouverneur de la province de <LIEU> a visé le budget <Y>.",
    "Madame la Directrice générale des services de la commune",
    "M. le Wali de la région et M. le Secrétaire général de la préfecture",
    "Monsieur le Ministre de l'Intérieur",
    "Mme l'Adjointe au maire chargée de la culture",
    "Messieurs les présidents des arrondissements",
    "M. le Percepteur de <LIEU> et M. le Receveur communal",
    "Aménagement de l'avenue Mohamed V et de la rue Allal Ben Abdellah à <LIEU>",
    "Construction du lycée Moulay Youssef et du collège Ibn Sina",
    "Réhabilitation du centre de santé Lalla Meryem, montant <MAD> DH",
    "Pose d'une conduite sur 450 m. Les travaux durent 6 mois.",
    "Piste de 12 km et 300 m. Douar Aït Hammou, commune de <LIEU>",
    "Liste des bénéficiaires : associations sportives de la commune de <LIEU>",
    "La liste des bénéficiaires est affichée au siège de la commune.",
    "Bénéficiaires : 120 ménages de <N> douars",
    "Bénéficiaires : Jeunes, Femmes rurales, Coopératives",
    "Titre foncier n° <N5>/19, superficie 1 250 m2",
    "Réquisition n° <N5>/M sise à <LIEU>",
    "Loi organique n° 113-14 promulguée par le dahir n° 1-15-85 du 20 ramadan 1436 (7 juillet 2015)",
    "Décret n° 2-22-431 du 15 chaabane 1444 (8 mars 2023) relatif aux marchés publics",
    "Appel d'offres ouvert n° 30/<Y>/CT, estimation <MAD> DH TTC",
    "Marché n° 05/<Y>/INDH, ordre de service du <D> <MOIS> <Y>",
    "Arrêté n° <N>/<Y> fixant les tarifs des taxes",
    "Tél : <FIXED> / Fax : <FIXED>",
    "Numéro vert : <GREEN>",
    "ICE : <N15> – RC : <N5> – IF : <N6>",
    "CNSS <N6>, patente <N6>",
    "Courriel : commune.exemple@collectivites.gov.ma",
    "Écrire à bureau.communal@exemple.ma ou au siège de la commune",
    "Session ordinaire du mois de <MOIS> <Y>, deuxième et dernière séance",
    "Délibération n° <N> du <D> <MOIS> <Y> annulant la délibération n° <N>",
    "Population légale 2024 : <N6> habitants, code 01.571.01.11",
    "La carte nationale d'identité est exigée pour le retrait du dossier.",
    "Joindre une copie de la CIN et un relevé d'identité bancaire (RIB).",
    "Carte nationale des risques, feuille <N>",
    "CIN, acte de naissance et 2 photos",
    "Coordonnées : <COORD>",
    "Version <Y>.06.12 du règlement intérieur, pages 61 à 78",
    "<HEX>",
    "https://exemple.ma/ar/actualites/%D8%AF%D9%88%D8%B1%D8%A9-%D8%A3%D9%83%D8%AA%D9%88%D8%A8%D8%B1-<Y>?p=<N5>",
    "https://exemple.ma/sites/default/files/<Y>-06/PV%20session%20<N6>.pdf",
    "<Y>-06-12T07:45:31Z",
    "Le montant passe de <MAD> DH à <MAD> DH, soit <N> %.",
    "Horaire : 06 h 15 – 07 h 45, lignes 61, 62 et 63",
    "Monsieur le Président de l'association Al Wafae pour le développement",
    "Feu vert du conseil pour la gare routière de <LIEU>",
    "Le dénommé projet « Oued vert » est reporté à la session de <MOIS>.",
    "Dr. vétérinaire communal : poste ouvert au concours du <D> <MOIS> <Y>",
]
