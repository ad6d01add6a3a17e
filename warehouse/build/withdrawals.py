"""Withdrawals: what must never be published again (DESIGN.md §2, promise 7).

Applied in every build, re-cut, rollback and restore. The list is private (`<home>/decisions/withdrawals.json`), since
it holds what was withdrawn. What the public learns is a number, a date, a reason and the releases concerned. A value is
found however it is spelled: letters folded, digits of any script, separators between words and inside numbers ignored.
A withdrawn address takes every row that was read there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import unquote

from ingest.home import Home, write_json
from ingest.text.fold import fold, fold_with_offsets

REASONS = ("personal_data", "error", "licence", "legal_order")
#: What stands where a value stood.
REMOVED = "[…]"
_WORD_GAP = r"[\s\-_+.,/]*"
#: A value shorter than this would take innocent words with it.
_MIN_LENGTH = 4


class WithdrawalError(Exception):
    """A withdrawal cannot be made as asked; the message says what to do."""


@dataclass(frozen=True)
class Withdrawal:
    """One withdrawal: a value, or an address with everything read there."""

    withdrawal_id: str
    at: str
    reason_code: str
    value: str | None
    address: str | None


def withdrawals_file(home: Home) -> Path:
    return home.root / "decisions" / "withdrawals.json"


def load_withdrawals(home: Home) -> list[Withdrawal]:
    """Every withdrawal of this home, oldest first."""
    path = withdrawals_file(home)
    return [Withdrawal(**w) for w in json.loads(path.read_text("utf-8"))] if path.exists() else []


def withdrawals_digest(withdrawals: list[Withdrawal]) -> str:
    """Digest of the ids alone: which withdrawals a build honoured, without saying anything of them."""
    return hashlib.sha256("\n".join(sorted(w.withdrawal_id for w in withdrawals)).encode()).hexdigest()


def add_withdrawal(
    home: Home, at: dt.datetime, *, reason_code: str, value: str | None, address: str | None
) -> Withdrawal:
    """Put a withdrawal on the list, before anything else is done, so that a kill forgets none.

    The same value or address asked for again is the withdrawal that already stands.

    Raises:
        WithdrawalError: neither or both given, an unknown reason, or a value too short to be told from others.
    """
    if (value is None) == (address is None):
        raise WithdrawalError("withdrawing: give either a value (--value) or an address (--address)")
    if reason_code not in REASONS:
        raise WithdrawalError(f"withdrawing: {reason_code!r} is no reason; one of {', '.join(REASONS)}")
    if value is not None and len(re.sub(r"\W", "", fold(value))) < _MIN_LENGTH:
        raise WithdrawalError(
            f"withdrawing: the value has fewer than {_MIN_LENGTH} letters or digits and would take innocent words with "
            "it; give more of it, or the address of the page"
        )
    known = load_withdrawals(home)
    for w in known:
        if (w.value, w.address) == (value, address):
            return w
    day = at.strftime("%Y-%m-%d")
    number = sum(1 for w in known if w.withdrawal_id.startswith(f"wd-{day}-")) + 1
    made = Withdrawal(f"wd-{day}-{number}", at.strftime("%Y-%m-%dT%H:%M:%SZ"), reason_code, value, address)
    write_json(withdrawals_file(home), [asdict(w) for w in [*known, made]])
    withdrawals_file(home).chmod(0o600)
    return made


class Redactor:
    """Finds and removes what was withdrawn."""

    def __init__(self, withdrawals: list[Withdrawal]) -> None:
        self._values = [(w.withdrawal_id, _pattern(w.value)) for w in withdrawals if w.value is not None]
        self._addresses = [(w.withdrawal_id, w.address) for w in withdrawals if w.address is not None]
        self._seen: dict[str, str] = {}
        self.hits: set[str] = set()
        """Ids of the withdrawals that removed something."""

    @property
    def is_idle(self) -> bool:
        """Nothing was ever withdrawn."""
        return not (self._values or self._addresses)

    def text(self, value: str) -> str:
        """The text without what was withdrawn."""
        if not self._values:
            return value
        if value not in self._seen:
            self._seen[value] = self._redact(value)
        return self._seen[value]

    def _redact(self, value: str) -> str:
        for identity, pattern in self._values:
            folded = fold_with_offsets(value)
            spans = [folded.span(m.start(), m.end()) for m in pattern.finditer(folded.text)]
            for start, end in reversed(spans):
                value = value[:start] + REMOVED + value[end:]
                self.hits.add(identity)
        return value

    def drops(self, url: str) -> bool:
        """Whether rows read at this address are withdrawn: the address itself, or one that spells a withdrawn value."""
        for identity, address in self._addresses:
            if url == address:
                self.hits.add(identity)
                return True
        decoded = fold(unquote(url))
        for identity, pattern in self._values:
            if pattern.search(decoded):
                self.hits.add(identity)
                return True
        return False


def _pattern(value: str) -> re.Pattern[str]:
    folded = fold(value)
    if sum(c.isdigit() for c in folded) >= 5:
        # An identity, phone or account number: written with any separators.
        return re.compile(_WORD_GAP.join(re.escape(c) for c in re.sub(r"[\s\-_+.,/()]", "", folded)))
    words = [re.escape(w) for w in re.split(r"[\s\-_+.,/]+", folded) if w]
    return re.compile(r"(?<!\w)" + _WORD_GAP.replace("*", "+").join(words) + r"(?!\w)")
