"""Bodies and answers of passkeys: JSON as browsers take and give it (WebAuthn Level 3, 5.1.8)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

import msgspec
from pydantic import Field

from sealedbid.api.auth.bodies import Shaped
from sealedbid.api.inputs import Id, Text
from sealedbid.auth.models import BegunPasskey, PasskeyChallenge
from sealedbid.auth.passkey_parts import (
    KINDS,
    LONGEST,
    Assertion,
    NewPasskey,
    bytes_of,
    read_new,
)
from sealedbid.auth.tokens import to_base64url

TIMEOUT = 300_000
"""Milliseconds; the challenge lasts as long."""

Bytes: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]*={0,2}$", max_length=LONGEST)]
"""Bytes in base64url."""
CredentialId: TypeAlias = Annotated[Bytes, Field(min_length=1, max_length=1400)]
Transport: TypeAlias = Annotated[str, Field(max_length=40)]
PasskeyName: TypeAlias = Annotated[Text, Field(min_length=1, max_length=120)]


class Attestation(Shaped):
    """A device's answer to the challenge of a new passkey."""

    clientDataJSON: Bytes
    attestationObject: Bytes
    transports: Annotated[tuple[Transport, ...], Field(max_length=20)] = ()


class NewCredential(Shaped):
    """A credential that a browser made."""

    id: CredentialId
    type: Literal["public-key"]
    response: Attestation


class NewPasskeyBody(Shaped):
    """A passkey to add: what the browser gave, and a name."""

    challenge_id: Id
    credential: NewCredential
    friendly_name: PasskeyName | None = None

    def made(self) -> NewPasskey:
        """Read the key. Raises PasskeyRefusedError."""
        said = self.credential.response
        return read_new(
            bytes_of(self.credential.id),
            bytes_of(said.attestationObject),
            bytes_of(said.clientDataJSON),
            said.transports,
        )


class Signed(Shaped):
    """A device's answer to the challenge of a sign-in."""

    clientDataJSON: Bytes
    authenticatorData: Bytes
    signature: Bytes
    userHandle: Bytes | None = None


class SignedCredential(Shaped):
    """A credential that a browser used."""

    id: CredentialId
    type: Literal["public-key"]
    response: Signed


class PasskeySignIn(Shaped):
    """A sign-in by passkey: what the browser gave."""

    challenge_id: Id
    credential: SignedCredential

    def shown(self) -> Assertion:
        """Read the bytes. Raises PasskeyRefusedError."""
        said = self.credential.response
        return Assertion(
            credential_id=bytes_of(self.credential.id),
            handle=bytes_of(said.userHandle or ""),
            data=bytes_of(said.authenticatorData),
            client=bytes_of(said.clientDataJSON),
            signature=bytes_of(said.signature),
        )


class PasskeyChange(Shaped):
    """Another name of a passkey."""

    friendly_name: PasskeyName


class RelyingParty(msgspec.Struct, frozen=True, kw_only=True):
    """The site that the key is for."""

    id: str
    name: str = "Sealedbid"


class PasskeyUser(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The person whom the device keeps the key for."""

    id: str
    name: str
    display_name: str


class KeyKind(msgspec.Struct, frozen=True, kw_only=True):
    """An algorithm of COSE."""

    alg: int
    type: str = "public-key"


class KnownCredential(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey that the person has: the same device makes no second one."""

    id: str
    type: str = "public-key"


class Selection(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Devices that keep the person beside the key, and see who they are before they sign."""

    resident_key: str = "required"
    require_resident_key: bool = True
    user_verification: str = "required"


class CreationOptions(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Options for ``navigator.credentials.create``; bytes are in base64url."""

    rp: RelyingParty
    user: PasskeyUser
    challenge: str
    pub_key_cred_params: list[KeyKind]
    timeout: int = TIMEOUT
    exclude_credentials: list[KnownCredential]
    authenticator_selection: Selection = Selection()
    attestation: str = "none"


class RequestOptions(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Options for ``navigator.credentials.get``, the same for everybody."""

    challenge: str
    timeout: int = TIMEOUT
    rp_id: str
    allow_credentials: list[KnownCredential] = []
    user_verification: str = "required"


class BegunRegistration(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey that was begun; ``expires_at`` is in seconds since 1970."""

    challenge_id: str
    options: CreationOptions
    expires_at: int


class BegunAuthentication(msgspec.Struct, frozen=True, kw_only=True):
    """A sign-in that was begun; ``expires_at`` is in seconds since 1970."""

    challenge_id: str
    options: RequestOptions
    expires_at: int


class PasskeyAdded(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey that was added."""

    id: str
    friendly_name: str
    created_at: datetime


def registration_of(begun: BegunPasskey, rp_id: str) -> BegunRegistration:
    """Make the answer of a passkey that was begun."""
    assert begun.challenge is not None  # it was begun
    assert begun.account is not None
    assert begun.address is not None
    assert begun.expires_at is not None
    return BegunRegistration(
        challenge_id=str(begun.id),
        options=CreationOptions(
            rp=RelyingParty(id=rp_id),
            user=PasskeyUser(
                id=to_base64url(begun.account.bytes),
                name=begun.address,
                display_name=begun.address,
            ),
            challenge=to_base64url(begun.challenge),
            pub_key_cred_params=[KeyKind(alg=each) for each in KINDS],
            exclude_credentials=[KnownCredential(id=to_base64url(i)) for i in begun.known or ()],
        ),
        expires_at=int(begun.expires_at.timestamp()),
    )


def authentication_of(begun: PasskeyChallenge, rp_id: str) -> BegunAuthentication:
    """Make the answer of a sign-in that was begun."""
    assert begun.challenge is not None  # nobody has to wait
    assert begun.expires_at is not None
    return BegunAuthentication(
        challenge_id=str(begun.id),
        options=RequestOptions(challenge=to_base64url(begun.challenge), rp_id=rp_id),
        expires_at=int(begun.expires_at.timestamp()),
    )
