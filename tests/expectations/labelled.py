"""A labelled set for the personal-data scan: sentences that hold a private value, and sentences that look as if they did.

Composed from what is known of Moroccan formats (docs/adr/0013) and of council prose, by seeded variety around hand-written cores; every person in it is made
up. Labels come from how a sentence was composed, never from the patterns that are judged with it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

_FIRST_AR = (
    "محمد",
    "فاطمة",
    "يوسف",
    "خديجة",
    "عبد الرحيم",
    "سعيد",
    "نادية",
    "إدريس",
    "حسناء",
    "عبد العزيز",
    "مريم",
    "الحسين",
)
_LAST_AR = (
    "التجريبي",
    "الخيالي",
    "المثالي",
    "بنمثال",
    "النموذجي",
    "أيت تجربة",
    "العلوي الخيالي",
    "بنخيال",
    "الإدريسي المثالي",
)
_FIRST_FR = ("Mohamed", "Fatima", "Youssef", "Khadija", "Abderrahim", "Saïd", "Nadia", "Driss", "Hasna", "Myriam")
_LAST_FR = ("Tajribi", "El Khayali", "Benmithal", "Namoudaji", "Ait Tajriba", "Exemple", "El Idrissi Mithali")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Labelled:
    """One text, and the kind of personal data that it was composed to hold (None: none)."""

    text: str
    planted: str | None


def planted(seed: int = 20261124, count: int = 600) -> list[Labelled]:
    """`count` texts that each hold one private value."""
    r = random.Random(seed)
    makers = (_cin, _cin, _phone, _phone, _phone, _bank, _email, _email, _name_ar, _name_ar, _name_fr, _beneficiary)
    return [makers[i % len(makers)](r) for i in range(count)]


def _digits(r: random.Random, n: int) -> str:
    return "".join(str(r.randrange(10)) for _ in range(n))


def _script(r: random.Random, text: str) -> str:
    return text.translate(_EASTERN) if r.random() < 0.25 else text


def _cin(r: random.Random) -> Labelled:
    letters = "".join(r.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(r.choice((1, 2))))
    letters = letters.lower() if r.random() < 0.15 else letters
    value = letters + r.choice(("", " ", "-", ".")) + _script(r, _digits(r, r.choice((5, 6))))
    text = r.choice((
        "الحامل للبطاقة الوطنية للتعريف رقم {v}", "بطاقة التعريف الوطنية عدد {v} الصادرة بالرباط", "ب.ت.و {v}", "صاحب ب ت و رقم: {v}",
        "titulaire de la CIN n° {v}", "CNIE : {v}", "porteur de la carte nationale {v}, demeurant à l'adresse", "(CIN {v})",
    ))  # fmt: skip
    return Labelled(text.format(v=value), "cin")


def _phone(r: random.Random) -> Labelled:
    number = r.choice("67") + _digits(r, 8)
    groups = [number[0], *(number[i : i + 2] for i in range(1, 9, 2))]
    gap = r.choice(("", " ", ".", "-", " - "))
    start = r.choice(("0", "+212 ", "00212", "+212-", "(+212) ", "0"))
    value = _script(r, start + gap.join(groups) if gap else start + number)
    text = r.choice(
        (
            "الهاتف: {v}",
            "للاتصال {v}",
            "رقم الهاتف المحمول {v} مع المعني بالأمر",
            "Tél : {v}",
            "GSM {v}",
            "joindre au {v} le matin",
            "{v}",
            "WhatsApp {v}.",
        )
    )
    return Labelled(text.format(v=value), "phone")


def _bank(r: random.Random) -> Labelled:
    number = _digits(r, 24)
    value = r.choice((
        number, " ".join((number[:3], number[3:6], number[6:22], number[22:])), "MA64" + number,
        "MA64 " + " ".join(number[i : i + 4] for i in range(0, 24, 4)), ".".join((number[:3], number[3:6], number[6:22], number[22:])),
    ))  # fmt: skip
    text = r.choice(
        (
            "الحساب البنكي رقم {v}",
            "RIB : {v}",
            "compte n° {v} ouvert à l'agence",
            "IBAN {v}",
            "رقم الحساب {v} باسم المستفيد",
        )
    )
    return Labelled(text.format(v=_script(r, value)), "bank")


def _email(r: random.Random) -> Labelled:
    who = (
        r.choice(_FIRST_FR).lower().replace("ï", "i")
        + r.choice((".", "_", ""))
        + r.choice(_LAST_FR).lower().replace(" ", "")
        + r.choice(("", "12", "1985"))
    )
    host = r.choice(
        ("gmail.com", "hotmail.com", "yahoo.fr", "outlook.com", "menara.ma", "live.fr", "commune-exemple.ma")
    )
    if r.random() < 0.1:
        who, host = r.choice(("commune.exemple", "contact")), "gmail.com"
    at = r.choice(("@", " @ ", "@"))
    text = r.choice(
        ("البريد الإلكتروني: {v}", "courriel {v}", "راسلوا {v} قبل نهاية الأسبوع", "{v}", "<{v}>", "e-mail : {v};")
    )
    return Labelled(text.format(v=who + at + host), "email")


def _person_ar(r: random.Random) -> str:
    return f"{r.choice(_FIRST_AR)} {r.choice(_LAST_AR)}"


def _name_ar(r: random.Random) -> Labelled:
    text = r.choice((
        "طلب السيد {v} الترخيص باستغلال الملك العمومي", "استقبلت السيدة {v} بمقر الجماعة", "بحضور الدكتور {v} والوفد المرافق", "شكاية الأستاذة {v} حول الإنارة",
        "أكد رئيس الجماعة، {v}، أن المشروع سيكتمل", "وقال نائب الرئيس، {v}، في كلمة بالمناسبة", "تعويض لفائدة السيد {v} عن نزع الملكية",
        "باسم الآنسة {v} من أجل ربط منزلها بالماء", "ضد السيد {v} أمام المحكمة الإدارية", "المسمى {v} القاطن بالحي", "السيدة {v}",
    ))  # fmt: skip
    return Labelled(text.format(v=_person_ar(r)), "name")


def _name_fr(r: random.Random) -> Labelled:
    value = f"{r.choice(_FIRST_FR)} {r.choice(_LAST_FR)}"
    text = r.choice((
        "Demande de M. {v} pour l'occupation du domaine public", "Mme {v} a été reçue à la commune", "au profit de Monsieur {v}, propriétaire",
        "le président du conseil, {v}, a souligné", "contre Madame {v} devant le tribunal", "Dr {v} a présenté l'étude", "indemnité due à Mlle {v}",
        "Le nommé {v}, demeurant au quartier", "M. {v}",
    ))  # fmt: skip
    return Labelled(text.format(v=value), "name")


def _beneficiary(r: random.Random) -> Labelled:
    amount = r.randrange(500, 9000)
    text = r.choice((
        f"المستفيد: {_person_ar(r)}؛ المبلغ {amount} درهم", f"لائحة المستفيدين: {_person_ar(r)}، {_person_ar(r)}", f"المستفيدة: {_person_ar(r)}",
        f"Bénéficiaire : {r.choice(_FIRST_FR)} {r.choice(_LAST_FR)} ({amount} DH)",
        f"Liste des bénéficiaires : {r.choice(_FIRST_FR)} {r.choice(_LAST_FR)}, {r.choice(_FIRST_FR)} {r.choice(_LAST_FR)}",
    ))  # fmt: skip
    return Labelled(text, "name")


_PLACES_AR = (
    "سيدي سليمان",
    "مولاي بوسلهام",
    "سيدي قاسم",
    "سيدي إفني",
    "بني ملال",
    "خريبكة",
    "تطوان",
    "عين عتيق",
    "سيدي يحيى الغرب",
    "مولاي عبد الله",
    "لالة تكركوست",
)
_PLACES_FR = (
    "Sidi Slimane",
    "Moulay Bousselham",
    "Sidi Ifni",
    "Béni Mellal",
    "Tétouan",
    "Aïn Atiq",
    "Lalla Takerkoust",
    "Had Soualem",
)
_SUBJECTS_AR = (
    "المصادقة على اتفاقية شراكة لتهيئة الطريق رقم {n}", "برمجة الفائض الحقيقي لسنة {y}", "الدراسة والتصويت على ميزانية {y}", "إصلاح الإنارة العمومية بحي {p}",
    "اقتناء {n} حاوية للنفايات", "تحديد كناش التحملات رقم {n}/{y}", "القانون التنظيمي رقم 113.14 المتعلق بالجماعات", "المقرر عدد {n} بتاريخ {d}",
    "الرسم العقاري عدد {t}/{n}", "طلب العروض رقم {n}/{y}/ج", "مساحة {t} متر مربع بجماعة {p}", "بمبلغ {a} درهم", "رخصة رقم {n}/{y} بجماعة {p}",
    "الدورة العادية لشهر أكتوبر {y} المنعقدة يوم {d}", "هيئة المساواة وتكافؤ الفرص ومقاربة النوع", "السيد رئيس المجلس الجماعي", "السيدة نائبة رئيس الجهة",
    "السيد عامل إقليم {p}", "السيد والي جهة {p}", "السيدات والسادة أعضاء المجلس", "السيد المدير العام للمصالح", "السادة ممثلو المصالح الخارجية",
    "جمعية التنمية بجماعة {p}", "ضريح سيدي علي بجماعة {p}", "ثانوية محمد الخامس بجماعة {p}", "شارع الحسن الثاني", "مدرسة ابن خلدون", "قاعة مولاي رشيد",
    "المستفيدون من البرنامج هم سكان الدواوير", "المستفيدة: جمعية الأمل للتنمية", "لائحة المستفيدين من الدعم العمومي للجمعيات", "عدد المستفيدين: {n}",
    "دستور 2011 الفصل 139", "الجريدة الرسمية عدد {n}", "الساعة العاشرة صباحا بمقر الجماعة", "من الفصل {n} إلى الفصل {n}", "ICE 00{t}{t}000{n}",
)  # fmt: skip
_SUBJECTS_FR = (
    "Approbation de la convention n° {n}/{y} relative à la route provinciale {n}", "Programmation de l'excédent {y}", "Étude et vote du budget {y}",
    "Titre foncier n° {t}/{n}", "Appel d'offres n° {n}/{y}/CT", "Superficie de {t} m² à {p}", "Montant de {a} DH TTC", "Route nationale RN {n} à {p}",
    "Loi organique n° 113-14 relative aux communes", "Décret n° 2-16-301 du 29 juin 2016", "Session ordinaire d'octobre {y} du {d}", "Arrêté n° {n} du {d}",
    "M. le président du conseil communal", "Mme la vice-présidente de la région", "M. le gouverneur de la province de {p}", "Messieurs les membres du bureau",
    "Le directeur général des services", "Association Exemple pour le développement de {p}", "Avenue Mohammed V, {p}", "École Ibn Khaldoun", "Lycée Hassan II",
    "Bénéficiaires : les habitants des douars", "Bénéficiaire : Association Amal", "Nombre de bénéficiaires : {n}", "Lot A {n}", "Parcelle B {n} du plan",
    "contact@commune-exemple.gov.ma", "secretariat@commune-exemple.ma", "Courriel : info@region-exemple.ma", "bureau-ordre@commune-exemple.ma", "Norme NM ISO {n}", "Référence AB/{n}/{y}", "Article {n} alinéa 2", "Code HCP 01.511.01.0{n}", "Heure : 10h00 à la salle",
)  # fmt: skip


def clean(seed: int = 7, count: int = 20_000) -> list[Labelled]:
    """`count` texts that hold nobody's data: council prose, references, functions, places, associations."""
    r = random.Random(seed)
    found = []
    for i in range(count):
        arabic = i % 2 == 0
        core = r.choice(_SUBJECTS_AR if arabic else _SUBJECTS_FR)
        text = core.format(
            n=r.randrange(1, 999), y=r.randrange(2015, 2027), p=r.choice(_PLACES_AR if arabic else _PLACES_FR), t=r.randrange(1000, 99999),
            a=f"{r.randrange(1, 90)} {r.randrange(100, 999)} {r.randrange(100, 999)},00",
            d=f"{r.randrange(1, 29):02d}/{r.randrange(1, 13):02d}/{r.randrange(2015, 2027)}",
        )  # fmt: skip
        found.append(Labelled(_script(r, text) if arabic else text, None))
    return found
