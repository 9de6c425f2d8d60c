"""Rows of the mail domain, and the letter that is made of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, TypeAlias, get_args
from uuid import UUID

from sealedbid.platform.rows import Row

Template: TypeAlias = Literal[
    "signup_confirm",
    "signup_known",
    "recover",
    "magic_link",
    "otp_code",
    "reauthenticate",
    "email_change_old",
    "email_change_new",
    "password_changed",
    "sessions_ended",
    "invitation",
    "sign_in_new_device",
    "factors_changed",
    "recovery_code_used",
    "passkey_added",
    "passkey_removed",
    "passkey_copied",
    "identity_added",
    "identity_removed",
]
TEMPLATES: Final[tuple[Template, ...]] = get_args(Template)
Status: TypeAlias = Literal["queued", "sent", "failed", "void"]


class Delivery(Row, frozen=True, kw_only=True):
    """A mail as its job reads it. ``params`` are texts of one line, without a secret."""

    id: UUID
    template: Template
    recipient: str
    locale: str
    params: Mapping[str, str]
    attempts: int
    """Attempts to send it, this one included."""
    resource_type: str | None
    """``one_time_tokens`` or ``invitations`` if the mail has a link with a secret."""


class SentMail(Row, frozen=True, kw_only=True):
    """A mail as admins see it in the list."""

    id: UUID
    template: Template
    recipient: str | None
    status: Status
    attempts: int
    error: str | None
    created_at: datetime
    sent_at: datetime | None


class MailSecret(Row, frozen=True, kw_only=True):
    """The secret of a mail's link, the six digits beside it if it has such, and their end."""

    token: str
    code: str | None
    until: datetime

    def __repr__(self) -> str:
        """Show when it ends, and no secret: reprs are in logs."""
        return f"MailSecret(until={self.until!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a mail's list: when, on what device, from which address."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Letter:
    """The words of a mail in one language, before they have the form of a mail."""

    language: str
    subject: str
    preview: str
    greeting: str
    paragraphs: list[str]
    button: str = ""
    link: str = ""
    link_words: str = ""
    """The sentence before the link's address, for those whose program shows no button."""
    code: str = ""
    code_words: str = ""
    facts: list[Fact] = field(default_factory=list)
    until: str = ""
    not_you_words: str = ""
    not_you: str = ""
    closing: str = ""
    footer: str = ""
