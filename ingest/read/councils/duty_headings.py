"""Headings by which a page of a council's site is one of a kind: which duty it fulfils, and what makes it whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.text.fold import compile_folded as _p
from ingest.text.stems import Stemmed

#: A heading is one of the first lines, and short.
HEAD_LINES = 4
HEAD_CHARS = 110
#: What it names stands at its beginning, a short word before it or not ('budget …', 'projet de …').
HEAD_START = 15
#: Rows below a heading that make a list of it rather than an announcement that there will be one.
LIST_ROWS = 3


@dataclass(frozen=True)
class DutyHeading:
    duty: str
    heading: Stemmed
    needs: str
    """What makes it whole: a contact, a list, figures."""
    is_yearly: bool = False


HEADINGS = (
    DutyHeading(
        "information_officers",
        _p(
            r"(?:ال)?(?:شخص|أشخاص|مسؤول|مسؤولون|مكلف|مكلفون|مكلفين)(?: (?:ال)?مكلف(?:ة|ون|ين)?)? (?:ب"
            r"|عن )(?:تلقي طلبات |طلبات )?(?:ال)?(?:حصول على المعلوم|معلوم|حق في الحصول)"
            r"|(?:personnes?|charges?|responsables?|points? focal)[^.]{0,30} (?:l'acces a l'information"
            r"|l'information)|\bdroit d'acces a l'information : contact"
        ),
        "contact",
    ),
    DutyHeading(
        "consultative_bodies",
        _p(
            r"(?:ال)?هيئ(?:ة|ات) (?:ال)?استشاري|هيئة المساواة|هيأة المساواة"
            r"|(?:instances?|organes?|bodies) consultati(?:ves?|fs?)|instance de l'(?:equite|egalite)"
        ),
        "list",
    ),
    DutyHeading(
        "commissions",
        _p(r"(?:ال)?لجان (?:ال)?دائمة|لجان المجلس|commissions? permanentes?|commissions? du conseil"),
        "list",
    ),
    DutyHeading(
        "council_composition",
        _p(
            r"(?:تشكيلة|تركيبة) (?:ال)?(?:مجلس|مكتب)|(?:لائحة )?أعضاء (?:ال)?(?:مجلس|مكتب)"
            r"|composition du (?:conseil|bureau)|membres du (?:conseil|bureau)|liste des (?:elus|conseillers)"
        ),
        "list",
    ),
    DutyHeading(
        "contacts",
        _p(
            r"^(?:اتصل بنا|اتصلوا بنا|للاتصال|الاتصال|معلومات الاتصال|contact|contacts|contactez-nous"
            r"|nous contacter|coordonnees) ?:?$"
        ),
        "contact",
    ),
    DutyHeading(
        "closed_budgets",
        _p(
            r"(?:ال)?حساب (?:ال)?إداري|بيان تنفيذ (?:ال)?ميزانية|تنفيذ (?:ال)?ميزانية|comptes? administratifs?"
            r"|execution du budget|etat d'execution"
        ),
        "figures",
        is_yearly=True,
    ),
    DutyHeading(
        "current_budget",
        _p(
            r"(?<!مشروع )(?<!\w)(?:ال)?ميزانية(?: (?:ال)?(?:مواطن|جماعة|جهة|إقليم|سنوية|مفتوحة))?(?!\w)"
            r"|\bbudget(?: (?:citoyen|communal|regional|provincial|primitif|de la (?:commune|region)))?\b"
        ),
        "figures",
        is_yearly=True,
    ),
    DutyHeading(
        "action_programme",
        _p(
            r"^\W*(?:برنامج عمل (?:ال)?(?:جماعة|مجلس)|برنامج التنمية (?:الجهوية|الجهوي)"
            r"|programme d'action (?:communal|de la commune)|programme de developpement (?:regional|provincial))"
        ),
        "list",
    ),
    DutyHeading(
        "services_and_documents",
        _p(
            r"(?:ال)?(?:وثائق|أوراق) (?:ال)?مطلوبة|دليل (?:ال)?(?:مساطر|خدمات|إجراءات)"
            r"|(?:لائحة|قائمة) (?:ال)?خدمات|guide des (?:demarches|services|procedures)|pieces a fournir"
            r"|liste des services|demarches administratives"
        ),
        "list",
    ),
)
#: A page that says what something is, in general.
ABOUT = _p(r"(?<!\w)(?:تعريف|ما هي|ما هو|ماهي|كيف|لماذا|شروط|qu'est-ce|comment|definition|mode d'emploi)")
YEAR = re.compile(r"(?<!\d)(20[0-3]\d)(?!\d)")
