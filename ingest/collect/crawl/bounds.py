"""Addresses of the access-to-information portal that are out of bounds (DESIGN.md §2, promise 7).

Individual requests, accounts, captchas: requesters are never fetched on purpose. What looks like a request, a
follow-up, an account or a check of humanity is not asked for, whatever links to it.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ingest.text.fold import fold

#: Patterns of folded words: requests and their follow-up,
_REQUESTS = (
    *(r"demandes?", r"deposer", r"depot", r"suivi", r"suivre", r"reclamations?", r"recours", r"plaintes?"),
    *(r"checkrequest", r"requests?", r"track(?:ing)?", r"messages?"),
    *("(?:ال)?طلب(?:ات|ي|اتي)?", "ايداع", "تتبع", "شكايه", "شكايات", "الطعن"),
)
#: accounts,
_ACCOUNTS = (
    *(r"login", r"logout", r"signin", r"signup", r"sign-in", r"sign-up", r"connexion", r"inscription", r"register"),
    *(r"compte", r"account", r"profile?", r"espace", r"password", r"auth", r"oauth\d?", r"sso"),
    *("حسابي", "حساب", "تسجيل", "الدخول", "كلمه"),
)
#: checks of humanity.
_CAPTCHAS = (r"captcha",)
_WORDS = (*_REQUESTS, *_ACCOUNTS, *_CAPTCHAS)
_OUT = re.compile(rf"(?<![a-z0-9ء-ي])(?:{'|'.join(_WORDS)})(?![a-z0-9ء-ي])")
#: Codes of requests: ENTITY-YEAR-SEQ-DEM.
_REQUEST_CODE = re.compile(r"(?:19|20)\d\d-\d+-dem(?![a-z])")


def is_out_of_bounds(url: str) -> bool:
    """Whether an address may lead to somebody's request, account or a captcha: judged by the words of path and query.

    Statistics and lists of requests by institution are counters, not requests, but an address cannot tell: what is
    doubtful is out.
    """
    parts = urlsplit(url)
    path = re.sub(r"([a-z])([A-Z])", r"\1-\2", unquote(parts.path))
    words = fold(f"{path} {unquote(parts.query)}").replace("_", "-")
    return bool(_OUT.search(words) or _REQUEST_CODE.search(words))
