"""People of a provider, and a sign-in by one between its two halves."""

from __future__ import annotations

from typing import Literal, TypeAlias
from uuid import UUID

from msgspec import Struct

from sealedbid.auth.models import Attempt

Ended: TypeAlias = Literal[
    "signed_in", "coded", "added", "unverified", "banned", "taken", "too_many", "refused"
]


class Begun(Struct, frozen=True, kw_only=True):
    """The answer to the beginning of a sign-in by a provider; ``wait`` is in seconds."""

    wait: int
    outcome: Literal["begun", "off", "wait"]


class Shown(Struct, frozen=True, kw_only=True):
    """A state that came back. ``is_coded``: a program began, and gets a code."""

    outcome: Literal["shown", "foreign", "unknown"]
    flow: UUID | None
    provider: str | None
    verifier: str | None
    nonce: str | None
    redirect_to: str | None
    is_coded: bool | None


class Found(Struct, frozen=True, kw_only=True):
    """A person at a provider. ``address`` is as it stands there; it counts only if verified."""

    subject: str
    address: str | None
    is_verified: bool
    name: str


class Ending(Struct, frozen=True, kw_only=True):
    """The end of a sign-in by a provider; with a session if it signed in."""

    outcome: Ended
    account: UUID | None
    session: UUID | None
    counter: int | None
    mac: bytes | None
    address: str | None
    level: int | None
    methods: list[dict[str, object]] | None

    def attempt(self) -> Attempt:
        """Return the attempt that signed in."""
        return Attempt(
            outcome="signed_in",
            account=self.account,
            session=self.session,
            counter=self.counter,
            mac=self.mac,
            address=self.address,
            level=self.level,
            methods=self.methods,
        )
