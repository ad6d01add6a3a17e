"""Personal data in published text: national identity numbers, phones, bank identifiers, private e-mail, names.

Formats from docs on the Moroccan ones: CIN one or two letters and five or six digits; phones 0/+212/00212 and nine
digits: 6 and 7 are mobile, hence a person's; 5 (fixed) and 8 (service) are an institution's unless a home is named; RIB
24 digits; IBAN MA and 26. Digits may be Arabic-Indic, spaced or dotted. A hit blocks; reports carry table, column, kind
and count, never the value.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.read.people import private_words

KINDS = ("cin", "phone", "bank", "email", "name")
_SEP = r"[ ./\-\u00a0\u202f()]{0,3}"
#: No letter or digit before, none after: a number on its own.
_ALONE, _ENDS = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_COUNTRY = rf"(?:\+|00){_SEP}212{_SEP}(?:0{_SEP})?"
_PHONE = re.compile(rf"{_ALONE}(?:{_COUNTRY}|0{_SEP})(?P<kind>[5-8])(?:{_SEP}[0-9]){{8}}{_ENDS}")
_DATE = re.compile(r"^(0[1-9]|[12][0-9]|3[01])[ ./\-](0[1-9]|1[0-2])[ ./\-](19|20)[0-9]{2}")
#: A fixed line is somebody's when it is said to be that of a home.
_HOME = re.compile(r"منزل|مسكن|سكنى|domicile|\bdom\b", re.IGNORECASE)
#: Words of an identity card: what looks like its number is one.
_IDENTITY = re.compile(
    r"بطاقة|بطاقته|بطاقتها|ب ?\. ?[تو] ?\.|ب ت و|ب و ت"
    r"|\bC\.? ?N?\.? ?I\b|\bC\.? ?I\.? ?N|\bCNI|carte nationale|identit",
    re.IGNORECASE,
)
_NUMBERED_AR = r"(?:طلبي|صفق|دوري|رسم|مطلب|اتفاقي|سند|ملف|ترقيم|سيار|مركب|فاتور|عقد|قرار|مقرر|طريق|قطع)"
_NUMBERED_FR = (
    r"(?:r[ée]f|march[ée]|bon|titre|v[ée]hicule|dossier|convention|circulaire|route|facture|lot|parcelle"
    r"|r[ée]quisition|d[ée]cision|arr[êe]t[ée]|d[ée]lib[ée]ration)"
)
#: What else is numbered with letters and digits: orders, land titles, contracts, circulars.
_REFERENCE = re.compile(
    rf"(?:{_NUMBERED_AR}\w*(?: \w+){{0,2}} (?:رقم|عدد)|(?:رقم|عدد) (?:ال)?{_NUMBERED_AR}\w*"
    rf"|{_NUMBERED_FR}"
    r"\w*\.?(?: [\w’']+){0,2} ?(?:n[°ºo]|num[ée]ro|:)"
    r"|الرسم|الرسم العقاري|titre foncier|\bT\.?F\.?|\bR[ée]f\S*) ?:? ?$",
    re.IGNORECASE,
)
_BANK = re.compile(rf"{_ALONE}(?:MA{_SEP}[0-9]{{2}}{_SEP})?[0-9](?:{_SEP}[0-9]){{23}}{_ENDS}", re.IGNORECASE)
#: Five or six digits: together, in groups, or each on its own.
_CIN_DIGITS = r"[0-9]{5,6}|[0-9]{2,3}(?:[ .\-][0-9]{2,3}){1,2}|[0-9](?:[ .\-][0-9]){4,5}"
_CIN = re.compile(rf"{_ALONE}(?P<letters>[A-Za-z][ .]?[A-Za-z]?)(?P<gap>[ .\-]?)(?P<digits>{_CIN_DIGITS}){_ENDS}")
_EMAIL = re.compile(r"(?P<who>[\w+-]+(?:\s?\.\s?[\w+-]+)*)\s?@\s?(?P<domain>[\w-]+(?:\s?\.\s?[\w-]+)+)")
#: Institutional domains.
_OFFICIAL = re.compile(r"(?:^|\.)gov\.ma$")
#: Free mail is private whatever stands before the sign (small communes use it: a person decides).
_FREE_MAIL = re.compile(
    r"(?:^|\.)"
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|menara|icloud|aol|gmx|proton(?:mail)?)"
    r"\.[a-z.]+$"
)
#: The mailbox of an office, not of a person, at a domain of its own.
_ROLE = re.compile(
    r"^(?:contact|info|infos|information|accueil|secretariat|sg|dgs|presidence|commune|communes|region|province|"
    r"prefecture|conseil|bo|bureau[._-]?d?[._-]?ordre|"
    r"courrier|communication|presse|webmaster|admin|support|marches|rh|reclamations?|participation|open|opendata|"
    r"transparence|bureau|greffe|standard|archives|"
    r"budget|urbanisme|etatcivil|patrimoine|culture|sport|president|maire|mairie|ville|municipalite|division|"
    r"service|technique)[0-9]{0,2}$"
)
#: Short French words that stand before a number in ordinary prose.
_WORDS = frozenset(
    ["de", "du", "et", "le", "la", "en", "au", "un", "à", "a", "n", "l", "d", "p", "s", "no", "art", "rn", "ct"]
)


def normalise(text: str) -> str:
    """Digits and letters in one form, invisible characters removed: what a reader would read."""
    if text.isascii():
        return text
    out = []
    for char in unicodedata.normalize("NFKC", text):
        if unicodedata.category(char) == "Cf":
            continue
        out.append(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char)
    return "".join(out)


def find_personal_data(text: str) -> set[str]:
    """The kinds of personal data in a text (see `KINDS`)."""
    clean = normalise(text)
    found: set[str] = set()
    if any(c.isdigit() for c in clean):
        if any(_is_private_phone(m) for m in _PHONE.finditer(clean)):
            found.add("phone")
        if _BANK.search(clean):
            found.add("bank")
        if any(_is_cin(m) for m in _CIN.finditer(clean)):
            found.add("cin")
    if "@" in clean and any(_is_private_mailbox(m) for m in _EMAIL.finditer(clean)):
        found.add("email")
    if private_words(text):
        found.add("name")
    return found


def _is_private_phone(m: re.Match[str]) -> bool:
    if _DATE.match(m.group()):
        return False
    return m["kind"] in "67" or bool(_HOME.search(m.string))


def _is_private_mailbox(m: re.Match[str]) -> bool:
    """Whether a mailbox is a person's: not at a government domain, nor that of an office where mail is not free."""
    who, domain = (re.sub(r"\s", "", m[part]).lower() for part in ("who", "domain"))
    if _OFFICIAL.search(domain):
        return False
    return bool(_FREE_MAIL.search(domain)) or not any(_ROLE.match(w) for w in (who, re.split(r"[._-]", who)[0]))


def _is_cin(m: re.Match[str]) -> bool:
    digits = re.sub(r"[^0-9]", "", m["digits"])
    if not 5 <= len(digits) <= 6:
        return False
    letters = m["letters"].replace(" ", "").replace(".", "")
    if m["gap"] == " " and letters.lower() in _WORDS and letters == letters.lower():
        return False
    if re.search(r"(?:19|20)[0-9]{2}[ .\-]", m["digits"]):
        return False
    if _IDENTITY.search(m.string):
        return True
    return m.string[m.end() : m.end() + 1] != "/" and not _REFERENCE.search(
        m.string[max(0, m.start() - 60) : m.start()]
    )
