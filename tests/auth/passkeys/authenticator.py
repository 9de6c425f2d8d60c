"""A device with passkeys, and the browser before it, by `cryptography` alone."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

ORIGIN = "http://localhost:8000"
RP_ID = "localhost"
UP, UV, CAN_SYNC, IS_SYNCED, MADE = 1, 4, 8, 16, 64


def text_of(content: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def client_data(type: str, challenge: bytes, origin: str = ORIGIN, **more: Any) -> bytes:
    """The word of the browser."""
    said = {"type": type, "challenge": text_of(challenge), "origin": origin, "crossOrigin": False}
    return json.dumps(said | more).encode()


@dataclass(slots=True)
class Key:
    """A passkey on a device: for one host and one person."""

    private: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    rp_id: str = RP_ID
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    handle: bytes = b""
    counter: int = 0
    flags: int = UP | UV

    @classmethod
    def rsa(cls, bits: int = 2048, exponent: int = 65537) -> Key:
        return cls(rsa.generate_private_key(exponent, bits))

    @property
    def algorithm(self) -> int:
        if isinstance(self.private, rsa.RSAPrivateKey):
            return -257
        return -7 if isinstance(self.private, ec.EllipticCurvePrivateKey) else -8

    @property
    def public(self) -> tuple[bytes, int | None]:
        """The key and the exponent as the database keeps them."""
        if isinstance(self.private, rsa.RSAPrivateKey):
            numbers = self.private.public_key().public_numbers()
            return numbers.n.to_bytes((numbers.n.bit_length() + 7) // 8), numbers.e
        assert isinstance(self.private, ec.EllipticCurvePrivateKey)
        point = self.private.public_key().public_numbers()
        return point.x.to_bytes(32) + point.y.to_bytes(32), None

    @property
    def cose(self) -> bytes:
        """The key as devices say it."""
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            x = self.private.public_key().public_bytes_raw()
            return cbor2.dumps({1: 1, 3: -8, -1: 6, -2: x})
        key, exponent = self.public
        if exponent is not None:
            return cbor2.dumps({1: 3, 3: -257, -1: key, -2: exponent.to_bytes(3)})
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: key[:32], -3: key[32:]})

    def sign(self, message: bytes) -> bytes:
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(message, padding.PKCS1v15(), hashes.SHA256())
        if isinstance(self.private, ec.EllipticCurvePrivateKey):
            return self.private.sign(message, ec.ECDSA(hashes.SHA256()))
        return self.private.sign(message)

    def data(self, *, made: bool = False, flags: int | None = None) -> bytes:
        """The word of the device, for a new key with the key."""
        flags = (self.flags if flags is None else flags) | (MADE if made else 0)
        said = hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags])
        said += self.counter.to_bytes(4)
        if made:
            said += bytes(16) + len(self.id).to_bytes(2) + self.id + self.cose
        return said

    @property
    def attestation(self) -> bytes:
        """The word of the device about a new key, as browsers hand it over."""
        made = {"fmt": "none", "attStmt": {}, "authData": self.data(made=True)}
        return cbor2.dumps(made)

    def created(self, options: dict[str, Any], origin: str = ORIGIN) -> dict[str, Any]:
        """The answer of navigator.credentials.create, in JSON."""
        self.handle = bytes_of(options["user"]["id"])
        client = client_data("webauthn.create", bytes_of(options["challenge"]), origin)
        return {
            "id": text_of(self.id),
            "rawId": text_of(self.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": text_of(client),
                "attestationObject": text_of(self.attestation),
                "transports": ["internal", "hybrid", "carrier-pigeon"],
            },
        }

    def used(self, options: dict[str, Any], origin: str = ORIGIN) -> dict[str, Any]:
        """The answer of navigator.credentials.get, in JSON."""
        client = client_data("webauthn.get", bytes_of(options["challenge"]), origin)
        data = self.data()
        signature = self.sign(data + hashlib.sha256(client).digest())
        return {
            "id": text_of(self.id),
            "rawId": text_of(self.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": text_of(client),
                "authenticatorData": text_of(data),
                "signature": text_of(signature),
                "userHandle": text_of(self.handle),
            },
        }


def handle_of(person: UUID) -> bytes:
    """The id of a person as a device keeps it."""
    return person.bytes
