"""An authenticator app: RFC 6238 by itself, to hold against what the database computes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from sealedbid.auth.pads import FACTORS, pads_of
from sealedbid.platform.secrets import ensure_secret, secret_path
from tests.auth.signing import SignedIn, Signing
from tests.fixtures.people import new_proof
from tests.fixtures.server import Installation


def code_at(secret: bytes, step: int) -> str:
    """The six digits of a step of thirty seconds."""
    mac = hmac.digest(secret, struct.pack("!q", step), hashlib.sha1)
    start = mac[-1] & 15
    number = struct.unpack("!I", mac[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


@dataclass(slots=True)
class Base32App:
    """An app that was given the text of its secret; it shows the code of a step from now."""

    secret: str

    def code(self, steps: int = 0) -> str:
        return code_at(base64.b32decode(self.secret), int(time.time() // 30) + steps)

    def wrong(self) -> str:
        """Six digits that are the code of no step near by."""
        near = {self.code(steps) for steps in range(-3, 4)}
        return next(
            each
            for each in ("000000", "111111", *map(str, range(200000, 200010)))
            if each not in near
        )


def pad_of(installation: Installation, factor: UUID) -> bytes:
    """The pad that the file of an installation makes of a factor."""
    ensure_secret(secret_path(installation.settings.home, FACTORS))
    return pads_of(installation.settings).of(factor)


@dataclass(slots=True)
class App:
    """A factor of a person as the functions of seal_auth know it."""

    signing: Signing
    id: UUID = field(default_factory=uuid4)
    pad: bytes = b""
    secret: bytes = b""

    def __post_init__(self) -> None:
        """Make the pad as the installation does: whoever serves it checks those that are there."""
        self.pad = self.pad or pad_of(self.signing.installation, self.id)

    @classmethod
    def begun(cls, signing: Signing, proof: bytes, name: str = "") -> App:
        app = cls(signing)
        answer = signing.call("enroll_totp", proof, app.id, name, app.pad)
        assert answer["outcome"] == "enrolled"
        app.secret = bytes(answer["secret"])
        return app

    def code(self, steps: int = 0) -> str:
        return Base32App(base64.b32encode(self.secret).decode()).code(steps)

    def wrong(self) -> str:
        return Base32App(base64.b32encode(self.secret).decode()).wrong()

    def challenge(self, proof: bytes) -> UUID | None:
        found: UUID | None = self.signing.call("challenge_factor", proof, self.id)["id"]
        return found

    def attempt(self, proof: bytes, challenge: UUID | None, code: str) -> dict[str, Any]:
        found: dict[str, Any] = self.signing.call(
            "try_factor", proof, self.id, challenge, code, self.pad
        )
        return found

    def show(self, proof: bytes, code: str) -> dict[str, Any]:
        """Both halves; the answer of the second."""
        challenge = self.challenge(proof)
        ticket = self.attempt(proof, challenge, code)["ticket"]
        found: dict[str, Any] = self.signing.call("finish_factor", proof, challenge, ticket)
        return found

    def added_by(self, person: SignedIn) -> SignedIn:
        """Show the first code; the session that has shown it."""
        answer = self.show(person.proof, self.code())
        forget_code(self.signing, self.id)
        assert answer["outcome"] == "signed_in"
        return self.signing.registered(answer)


def waiting(signing: Signing, answer: dict[str, Any]) -> bytes:
    """A proof of a session that waits for the second step."""
    proof = new_proof()
    signing.call("register", answer["session"], answer["counter"], answer["mac"], proof, False)
    return proof


def forget_code(signing: Signing, factor: UUID | str) -> None:
    """Let the code of this step pass again: no test waits for the next one."""
    signing.behind.execute("update auth.factors set last_step = null where id = %s", (factor,))
