"""A letter as a mail, built by EmailMessage alone: it refuses line breaks in headers."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from uuid import UUID

from sealedbid.mail.errors import UnsendableError
from sealedbid.mail.html import to_html
from sealedbid.mail.models import Letter
from sealedbid.mail.plain import to_plain
from sealedbid.platform.config import Settings
from sealedbid.platform.mailbox import mailbox


def brand_of(settings: Settings) -> str:
    """The name by which mails call this installation."""
    return mailbox(settings.mail_from).display_name or "Sealedbid"


def message_id(settings: Settings, delivery_id: UUID) -> str:
    """The Message-ID of a delivery: the same for every copy of it."""
    return f"<{delivery_id}@{mailbox(settings.mail_from).domain}>"


def build(letter: Letter, settings: Settings, *, recipient: str, delivery_id: UUID) -> EmailMessage:
    """Build the mail: plain text, and the same as a page.

    Raises UnsendableError if the recipient is no address or a header has a line break.
    """
    message = EmailMessage()
    try:
        to = mailbox(recipient)
        if to.addr_spec != recipient:
            raise ValueError("a name beside the address")
        message["From"] = mailbox(settings.mail_from)
        message["To"] = to
        message["Subject"] = letter.subject
        if settings.mail_reply_to is not None:
            message["Reply-To"] = mailbox(settings.mail_reply_to)
    except ValueError:
        raise UnsendableError(
            "The recipient is no address, or a name in the mail has a line break."
        ) from None
    message["Date"] = datetime.now(UTC)
    message["Message-ID"] = message_id(settings, delivery_id)
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: absence notes are not sent to it
    message["X-Auto-Response-Suppress"] = "All"  # the same for Exchange
    message.set_content(to_plain(letter))
    message.add_alternative(to_html(letter), subtype="html")
    message["Content-Language"] = letter.language  # before that it would be moved into a part
    return message
