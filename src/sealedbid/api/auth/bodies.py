"""Bodies of sign-in. Clients send fields that other servers know; those are left out of account."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from sealedbid.api.inputs import Text

Address: TypeAlias = Annotated[Text, Field(max_length=320)]
Password: TypeAlias = Annotated[Text, Field(max_length=4096)]
Secret: TypeAlias = Annotated[Text, Field(max_length=8192)]
Meta: TypeAlias = Annotated[dict[str, Any], Field(max_length=100)]


class Shaped(BaseModel):
    """A body in the shape of Supabase's clients; what is not known is ignored."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False, frozen=True)


class SignUp(Shaped):
    """A person who wants an account."""

    email: Address
    password: Password
    data: Meta | None = None


class Credentials(Shaped):
    """An address and a password, or a refresh token: the grant type says which."""

    email: Address | None = None
    password: Password | None = None
    refresh_token: Secret | None = None


class Recovery(Shaped):
    """A person who has forgotten their password."""

    email: Address


class Otp(Shaped):
    """A person who signs in by a link or a code."""

    email: Address
    create_user: bool = True
    data: Meta | None = None


class Resend(Shaped):
    """A mail that did not come."""

    type: Literal["signup", "email_change", "sms", "phone_change"]
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
