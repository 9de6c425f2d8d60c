"""The ways in which a mail leaves: to an SMTP server, or into a folder of the installation."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Protocol

from sealedbid.mail.transports.folder import FolderTransport
from sealedbid.platform.config import Settings

__all__ = ["FolderTransport", "Transport", "transport_of"]


class Transport(Protocol):
    """Takes mails, each for one recipient."""

    async def send(self, message: EmailMessage) -> str:
        """Send a mail; return where it went, for a log: no address and no secret.

        Raises MailRefusedError if it was refused for good, MailNotTakenError if a later attempt
        may succeed.
        """


def transport_of(settings: Settings) -> Transport:
    """Return the SMTP server that the settings name, or else the folder.

    Raises SecretFileError.
    """
    if settings.mail_smtp_host is None:
        return FolderTransport(settings.home / "mail")
    from sealedbid.mail.transports.smtp import smtp_of

    return smtp_of(settings)
