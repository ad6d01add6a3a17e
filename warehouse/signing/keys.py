"""Signing keys of gate records (Ed25519).

Each home makes its own key at first run: `sample` in a sample home, which no verifier accepts for a real release, and
`home-…` in a real one. A publisher's key is configured with INFITAH_PUBLISHER_KEY (a PEM file) and never made here.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ingest.home import Home, write_bytes

PUBLISHER_KEY = "INFITAH_PUBLISHER_KEY"


class SigningKeyError(Exception):
    """A key is missing or unfit; the message says what to do."""


@dataclass(frozen=True)
class Signer:
    """A private key and the name under which verifiers know it."""

    name: str
    private: Ed25519PrivateKey

    def sign(self, data: bytes) -> str:
        return self.private.sign(data).hex()


def open_signer(home: Home) -> Signer:
    """The configured publisher's key in a real home, else the home's own, made at first use.

    Raises:
        SigningKeyError: INFITAH_PUBLISHER_KEY names no readable Ed25519 key.
    """
    configured = os.environ.get(PUBLISHER_KEY)
    if configured and home.kind == "real":
        private = _read(Path(configured))
        return Signer(f"publisher-{fingerprint(private.public_key())}", private)
    path = home.keys / "signing.pem"
    if not path.exists():
        made = Ed25519PrivateKey.generate()
        pem = made.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        write_bytes(path, pem)
        path.chmod(0o600)
    private = _read(path)
    return Signer(home.kind if home.kind != "real" else f"home-{fingerprint(private.public_key())}", private)


def _read(path: Path) -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as error:
        raise SigningKeyError(
            f"reading the signing key {path}: {error}. Point {PUBLISHER_KEY} to an Ed25519 private key in PEM form."
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningKeyError(f"reading the signing key {path}: it is not an Ed25519 key")
    return key


def fingerprint(public: Ed25519PublicKey) -> str:
    raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()[:12]


def verify(home: Home, key_name: str, data: bytes, signature: str) -> str | None:
    """Why a signature is not accepted in this home, or None.

    A real home never accepts the key named `sample`; a sample home accepts only its own.
    """
    if home.kind == "real" and key_name in ("sample", "test"):
        return f"it is signed with a {key_name} home's key, which no real release accepts"
    signer = open_signer(home)
    if signer.name != key_name:
        return f"it is signed by {key_name!r}; this home trusts {signer.name!r}"
    try:
        signer.private.public_key().verify(bytes.fromhex(signature), data)
    except (InvalidSignature, ValueError):
        return "its signature does not match its content"
    return None
