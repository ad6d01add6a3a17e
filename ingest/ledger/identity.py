"""Permanent ids, minted once from the first observation and kept in the ledger (ADR 0005).

A natural key matches observations of one thing; it never makes the id, so a better reader that corrects a month or a
title does not rename a row: the anchor (source, address, position) finds the id again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.records import BRONZE

#: Consonants only: an id can never look like a phone number, an identity number or a word.
_ALPHABET = "bcdfghjkmnpqrstvwxz"


@dataclass(frozen=True)
class Observation:
    """What the register needs to know about one bronze record."""

    kind: str
    natural_key: str
    source_id: str
    source_url: str
    position: str

    @property
    def anchor(self) -> str:
        return f"{self.source_id}|{self.source_url}|{self.position}"


@dataclass
class Register:
    """(kind, natural key) → id, and (kind, anchor) → id."""

    by_key: dict[tuple[str, str], str] = field(default_factory=dict)
    by_anchor: dict[tuple[str, str], str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, entries: Iterable[list[str]]) -> Register:
        register = cls()
        for kind, natural_key, identity, anchor in entries:
            register._keep(kind, natural_key, identity, anchor)
        return register

    def _keep(self, kind: str, natural_key: str, identity: str, anchor: str) -> None:
        self.by_key[(kind, natural_key)] = identity
        self.by_anchor.setdefault((kind, anchor), identity)
        self.ids.add(identity)

    def identify(self, observations: Iterable[Observation]) -> list[list[str]]:
        """Match or mint an id for every natural key; returns the new entries, in order.

        An anchor gives its id to a new natural key only when no other key seen in the same pass still holds that id.
        """
        ordered = list(observations)
        claimed = {self.by_key[(o.kind, o.natural_key)] for o in ordered if (o.kind, o.natural_key) in self.by_key}
        fresh: list[list[str]] = []
        for o in ordered:
            if (o.kind, o.natural_key) in self.by_key:
                continue
            identity = self.by_anchor.get((o.kind, o.anchor))
            if identity is None or identity in claimed:
                identity = self._mint(o)
            claimed.add(identity)
            self._keep(o.kind, o.natural_key, identity, o.anchor)
            fresh.append([o.kind, o.natural_key, identity, o.anchor])
        return fresh

    def _mint(self, o: Observation) -> str:
        salt = 0
        while True:
            digest = hashlib.sha256(f"{o.kind}|{o.anchor}|{salt}".encode()).digest()
            number = int.from_bytes(digest[:8], "big")
            letters = []
            for _ in range(12):
                number, rest = divmod(number, len(_ALPHABET))
                letters.append(_ALPHABET[rest])
            identity = f"{BRONZE[o.kind].prefix}-{''.join(letters)}"
            if identity not in self.ids:
                return identity
            salt += 1
