"""The minisign signature over SHA256SUMS, by the same Ed25519 key that signs gate records (`warehouse.signing.keys`).

The trusted comment names the release, so that an old list cannot be passed off as a new one. Readers check with
`minisign -Vm SHA256SUMS -p minisign.pub`; the public key stands in the public tree, and a publisher tells it by other
ways too (docs/operate.md).
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from minisign import PublicKey, SecretKey, Signature

from ingest.home import write_bytes
from warehouse.signing.keys import Signer


def _secret_key(signer: Signer) -> SecretKey:
    """The signer's key in minisign's own form (unencrypted), built in memory and never written."""
    raw = signer.private.private_bytes(
        serialization.Encoding.Raw, serialization.PrivateFormat.Raw, serialization.NoEncryption()
    )
    public = signer.private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    key_id = hashlib.sha256(public).digest()[:8]
    checksum = hashlib.blake2b(b"Ed" + key_id + raw + public, digest_size=32).digest()
    # Algorithm, no key derivation, checksum algorithm, salt and limits of the derivation that there is not, then the
    # key itself.
    data = b"Ed" + b"\0\0" + b"B2" + bytes(32) + bytes(8) + bytes(8) + key_id + raw + public + checksum
    return SecretKey.from_base64(base64.b64encode(data))


def public_key(signer: Signer) -> PublicKey:
    return _secret_key(signer).get_public_key()


def write_public_key(signer: Signer, path: Path) -> None:
    """`minisign.pub`, with the name under which the key is known."""
    key = public_key(signer)
    key.untrusted_comment = f"minisign public key of Infitah ({signer.name})"
    write_bytes(path, bytes(key))


def sign_sums(signer: Signer, sums: Path, release_id: str) -> Path:
    """`SHA256SUMS.minisig` beside the list."""
    signature = _secret_key(signer).sign(
        sums.read_bytes(), trusted_comment=f"infitah release {release_id}", untrusted_comment=f"signed by {signer.name}"
    )
    path = sums.with_name(sums.name + ".minisig")
    write_bytes(path, bytes(signature))
    return path


def verify_sums(signer: Signer, sums: Path, release_id: str) -> str | None:
    """Why the signature over a list is not accepted for this release, or None."""
    path = sums.with_name(sums.name + ".minisig")
    if not path.exists():
        return "SHA256SUMS has no signature"
    try:
        signature = Signature.from_bytes(path.read_bytes())
        public_key(signer).verify(sums.read_bytes(), signature)
    except Exception as error:  # the library has several kinds, all of which mean that it does not hold
        return f"the signature over SHA256SUMS does not hold ({type(error).__name__})"
    if signature.trusted_comment != f"infitah release {release_id}":
        return f"the signature over SHA256SUMS is that of another release ({signature.trusted_comment})"
    return None
