"""Bodies of sign-in. Clients send fields that other servers know; those are left out of account."""

from __future__ import annotations

import base64
from typing import Annotated, Any, Literal, Self, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sealedbid.api.inputs import Text
from sealedbid.auth.models import Flow
from sealedbid.auth.tokens import proof_of

Address: TypeAlias = Annotated[Text, Field(max_length=320)]
Password: TypeAlias = Annotated[Text, Field(max_length=4096)]
Secret: TypeAlias = Annotated[Text, Field(max_length=8192)]
Challenge: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")]
"""A sha256 in base64url, without padding."""
Meta: TypeAlias = Annotated[dict[str, Any], Field(max_length=100)]


class Shaped(BaseModel):
    """A body in the shape of Supabase's clients; what is not known is ignored."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False, frozen=True)


class Challenged(Shaped):
    """A body that may begin a flow. ``plain`` is refused: its challenge is the verifier."""

    code_challenge: Challenge | None = None
    code_challenge_method: Literal["s256", "S256"] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.code_challenge is None) is not (self.code_challenge_method is None):
            raise ValueError("code_challenge and code_challenge_method go together")
        return self

    def flow(self, browser: str) -> Flow | None:
        """Return the flow that begins, None without a challenge."""
        if self.code_challenge is None:
            return None
        challenge = base64.urlsafe_b64decode(self.code_challenge + "=")
        return Flow(challenge=challenge, browser=proof_of(browser))


class SignUp(Challenged):
    """A person who wants an account."""

    email: Address
    password: Password
    data: Meta | None = None


class Credentials(Shaped):
    """An address and a password, a refresh token, or a code: the grant type says which."""

    email: Address | None = None
    password: Password | None = None
    refresh_token: Secret | None = None
    auth_code: Secret | None = None
    code_verifier: Secret | None = None


class Recovery(Challenged):
    """A person who has forgotten their password."""

    email: Address


class Otp(Challenged):
    """A person who signs in by a link or a code."""

    email: Address
    create_user: bool = True
    data: Meta | None = None


class Resend(Challenged):
    """A mail that did not come."""

    type: Literal["signup", "email_change"]
    email: Address


class Verification(Shaped):
    """A code with the address that it was mailed to, or the secret of a link."""

    type: Literal["signup", "magiclink", "recovery", "email_change", "email", "invite"]
    email: Address | None = None
    token: Secret | None = None
    token_hash: Secret | None = None


class UserChange(Shaped):
    """Changes of a person's own account."""

    email: Address | None = None
    password: Password | None = None
    current_password: Password | None = None
    nonce: Secret | None = None
    data: Meta | None = None


class NewFactorBody(Shaped):
    """A second factor that a person adds."""

    factor_type: Literal["totp"]
    friendly_name: Annotated[Text, Field(max_length=100)] | None = None
    issuer: Annotated[Text, Field(max_length=100)] | None = None


class FactorCode(Shaped):
    """The code that an authenticator app shows."""

    challenge_id: UUID
    code: Annotated[Text, Field(max_length=20)]


class RecoveryCode(Shaped):
    """A recovery code as it was typed."""

    code: Annotated[Text, Field(max_length=100)]
