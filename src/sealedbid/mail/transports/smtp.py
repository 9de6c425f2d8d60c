"""Mails to an SMTP server, one connection each."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Final, Literal

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)
from pydantic import SecretStr

from sealedbid.mail.errors import MailNotTakenError, MailRefusedError
from sealedbid.platform.config import Settings
from sealedbid.platform.mailbox import mailbox
from sealedbid.platform.secrets import read_secret, secret_path

REMEDY: Final = "Write the password of SEALEDBID_MAIL_SMTP_USER there, on one line."
ABOUT_US: Final = frozenset({530, 534, 535, 538})
"""Codes (RFC 4954) by which a server refuses us, not the mail: the operator can mend it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpTransport:
    """An SMTP server with its account; certificates are checked against the system's."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    sender: str
    timeout: float
    user: str | None = None
    password: SecretStr | None = None

    async def send(self, message: EmailMessage) -> str:
        """Hand the mail over; return the server. Raises MailRefusedError, MailNotTakenError."""
        with self._told():
            client = SMTP(
                hostname=self.host,
                port=self.port,
                use_tls=self.security == "tls",
                start_tls=self.security == "starttls",
                tls_context=ssl.create_default_context() if self.security != "none" else None,
                timeout=self.timeout,
                username=self.user,
                password=self.password.get_secret_value() if self.password else None,
            )
            async with client:
                await client.send_message(message, sender=self.sender)
        return f"{self.host}:{self.port}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Sort what the server or the network said into our two classes, without its words.

        A server's words may repeat the address; its code says what people need.
        """
        try:
            yield
        except SMTPNotSupported:
            raise MailRefusedError(
                f"{self._name} cannot take this mail: it lacks STARTTLS, a way to sign in, or "
                "addresses beyond ASCII."
            ) from None
        except SMTPRecipientsRefused as error:
            refused: list[SMTPRecipientRefused] = error.recipients
            raise self._refused(max(each.code for each in refused), "the recipient") from None
        except SMTPRecipientRefused as error:
            raise self._refused(error.code, "the recipient") from None
        except SMTPSenderRefused as error:
            raise self._refused(error.code, "the sender") from None
        except SMTPDataError as error:
            raise self._refused(error.code, "the text") from None
        except SMTPAuthenticationError as error:
            raise MailNotTakenError(
                f"{self._name} refused the account (code {error.code}): check "
                "SEALEDBID_MAIL_SMTP_USER and its password."
            ) from None
        except SMTPResponseException as error:
            raise MailNotTakenError(
                f"{self._name} answered with code {error.code}: see its log."
            ) from None
        except ssl.SSLError as error:
            raise MailNotTakenError(
                f"{self._name} could not be spoken to in secret ({error.reason}): check its "
                "certificate and SEALEDBID_MAIL_SMTP_SECURITY."
            ) from None
        except (SMTPException, OSError) as error:
            raise MailNotTakenError(
                f"{self._name} cannot be reached ({type(error).__name__}): check host, port and "
                "network."
            ) from None
        except ValueError:
            raise MailRefusedError("The recipient or the sender is no address.") from None

    def _refused(self, code: int, what: str) -> MailRefusedError | MailNotTakenError:
        said = f"{self._name} refused {what} (code {code})."
        if code >= 500 and code not in ABOUT_US:
            return MailRefusedError(said)
        return MailNotTakenError(said)

    @property
    def _name(self) -> str:
        return f"The mail server {self.host}:{self.port}"


def smtp_of(settings: Settings) -> SmtpTransport:
    """Return the server that the settings name. Raises SecretFileError."""
    assert settings.mail_smtp_host is not None  # the caller has looked
    password = None
    if settings.mail_smtp_user is not None:
        path = settings.mail_smtp_password_file or secret_path(settings.home, "smtp.password")
        password = SecretStr(read_secret(path, remedy=REMEDY))
    return SmtpTransport(
        host=settings.mail_smtp_host,
        port=settings.mail_smtp_port,
        security=settings.mail_smtp_security,
        sender=mailbox(settings.mail_from).addr_spec,
        timeout=settings.mail_timeout,
        user=settings.mail_smtp_user,
        password=password,
    )
