"""Personal data in published text: national identity numbers, phones, bank identifiers, private e-mail, names.

Formats from docs on the Moroccan ones: CIN one or two letters and five or six digits; phones 0/+212/00212 and nine
digits of which the first 5-8; RIB 24 digits; IBAN MA and 26. Digits may be Arabic-Indic, spaced or dotted. A hit blocks;
reports carry table, column, kind and count, never the value.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.extract.people import private_words

KINDS = ("cin", "phone", "bank", "email", "name")
_SEP = r"[ .\-\u00a0\u202f()]{0,3}"
_PHONE = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?:\+|00){_SEP}212{_SEP}(?:0{_SEP})?|0{_SEP})[5-8](?:{_SEP}[0-9]){{8}}(?![0-9A-Za-z])"
)
_DATE = re.compile(r"^(0[1-9]|[12][0-9]|3[01])[ .\-](0[1-9]|1[0-2])[ .\-](19|20)[0-9]{2}")
_BANK = re.compile(
    rf"(?<![0-9A-Za-z])(?:MA{_SEP}[0-9]{{2}}{_SEP})?[0-9](?:{_SEP}[0-9]){{23}}(?![0-9A-Za-z])", re.IGNORECASE
)
_CIN = re.compile(
    r"(?<![0-9A-Za-z])(?P<letters>[A-Za-z][ .]?[A-Za-z]?)(?P<gap>[ .\-]?)(?P<digits>[0-9]{5,6}|[0-9]{2,3}(?:[ .\-][0-9]{2,3}){1,2}|[0-9](?:[ .\-][0-9]){4,5})(?![0-9A-Za-z])"
)
_EMAIL = re.compile(r"(?P<who>[\w+-]+(?:\s?\.\s?[\w+-]+)*)\s?@\s?(?P<domain>[\w-]+(?:\s?\.\s?[\w-]+)+)")
#: Institutional domains.
_OFFICIAL = re.compile(r"(?:^|\.)gov\.ma$")
#: Free mail is private whatever stands before the sign (small communes use it: a person decides).
_FREE_MAIL = re.compile(
    r"(?:^|\.)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|menara|icloud|aol|gmx|proton(?:mail)?)\.[a-z.]+$"
)
#: The mailbox of an office, not of a person, at a domain of its own.
_ROLE = re.compile(
    r"^(?:contact|info|infos|information|accueil|secretariat|sg|dgs|presidence|commune|communes|region|province|prefecture|conseil|bo|bureau[._-]?d?[._-]?ordre|"
    r"courrier|communication|presse|webmaster|admin|support|marches|rh|reclamations?|participation|open|opendata|transparence)[0-9]{0,2}$"
)
#: Short French words that stand before a number in ordinary prose.
_WORDS = frozenset(
    ["de", "du", "et", "le", "la", "en", "au", "un", "à", "a", "n", "l", "d", "p", "s", "no", "art", "rn", "ct"]
)


#: Words without which nothing is read as a person's name; saves the slow look at most values.
_MAY_NAME = re.compile(
    r"سيد|ستفيد|سمى|سمي|سماة|دعو|ستاذ|دكتور|نسة|نسه|ر[ئي]يس|نا[ئي]ب|مدير|كاتب|وزير|عامل|والي|والى|مستشار|عضو|منسق|قا[ئي]د|باشا|مكلف|مس[ؤئو]ول|مين|نواب|\u064b|\u064e|\u0640"
    r"|M\.|Mm|Ml|Mons|Mad|Dr|Pr|Me |résident|resident|recteur|rectrice|inistre|ouverneur|ali|énéficiaire|eneficiaire|omm[ée]|ecrétaire|ecretaire|aire|onseill"
    r"|oordinat|apporteur"
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
        if any(not _DATE.match(m.group()) for m in _PHONE.finditer(clean)):
            found.add("phone")
        if _BANK.search(clean):
            found.add("bank")
        if any(_is_cin(m) for m in _CIN.finditer(clean)):
            found.add("cin")
    if "@" in clean and any(_is_private_mailbox(m) for m in _EMAIL.finditer(clean)):
        found.add("email")
    if _MAY_NAME.search(text) and private_words(text):
        found.add("name")
    return found


def _is_private_mailbox(m: re.Match[str]) -> bool:
    """A mailbox is institutional at a government domain, or when it is that of an office at a domain that is not free mail."""
    who, domain = (re.sub(r"\s", "", m[part]).lower() for part in ("who", "domain"))
    if _OFFICIAL.search(domain):
        return False
    return bool(_FREE_MAIL.search(domain)) or not _ROLE.match(who)


def _is_cin(m: re.Match[str]) -> bool:
    digits = re.sub(r"[^0-9]", "", m["digits"])
    if not 5 <= len(digits) <= 6:
        return False
    letters = m["letters"].replace(" ", "").replace(".", "")
    if m["gap"] == " " and letters.lower() in _WORDS and letters == letters.lower():
        return False
    return not re.search(r"(?:19|20)[0-9]{2}[ .\-]", m["digits"])
