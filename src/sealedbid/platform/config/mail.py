"""Settings of mail."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from sealedbid.platform.config import checks


class MailSettings(BaseModel):
    """The sender of mails, and the server that takes them."""

    mail_from: str = Field(
        default="Sealedbid <sealedbid@localhost>",
        description="Sender of mails, with or without a name: `Name <address>`. The name is what "
        "the texts call this installation.",
    )
    mail_reply_to: str | None = Field(
        default=None, description="Address that answers to mails go to. Unset means the sender."
    )
    mail_smtp_host: str | None = Field(
        default=None,
        description="SMTP server that takes the mails. Unset means that none leaves this machine: "
        "each is written to a file in `mail` under SEALEDBID_HOME.",
    )
    mail_smtp_port: int = Field(
        default=587, ge=1, le=65535, description="Port of the SMTP server; 465 for `tls`."
    )
    mail_smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description="Encryption: `starttls` begins it on the open connection and sends nothing "
        "without it, `tls` from the first byte, `none` is for a server on this machine.",
    )
    mail_smtp_user: str | None = Field(
        default=None, description="Account at the SMTP server. Unset means that it asks for none."
    )
    mail_smtp_password_file: Path | None = Field(
        default=None,
        description="File of mode 0600 with the password of that account. Unset means "
        "`secrets/smtp.password` under SEALEDBID_HOME.",
    )
    mail_timeout: float = Field(
        default=30.0, gt=0, description="Seconds that the SMTP server may take for one answer."
    )

    @field_validator("mail_smtp_password_file")
    @classmethod
    def _is_password_absolute(cls, value: Path | None) -> Path | None:
        return checks.absolute(value)

    @field_validator("mail_smtp_user")
    @classmethod
    def _is_kept_from_listeners(cls, value: str | None, known: ValidationInfo) -> str | None:
        """Refuse to sign in over a network without encryption: the password could be read."""
        host, security = (known.data.get(f"mail_smtp_{name}") for name in ("host", "security"))
        if value is not None and security == "none" and host not in checks.LOOPBACK:
            raise ValueError("needs SEALEDBID_MAIL_SMTP_SECURITY=starttls or tls")
        return value

    @field_validator("mail_from", "mail_reply_to")
    @classmethod
    def _is_mailbox(cls, value: str | None) -> str | None:
        """Refuse what is no single address with an optional name, in one line."""
        from sealedbid.platform.mailbox import mailbox

        if value is not None:
            mailbox(value)
        return value
