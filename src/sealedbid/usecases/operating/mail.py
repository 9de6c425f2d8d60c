"""A mail to see where mails go, without a database."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sealedbid.mail.building import brand_of, build, message_id
from sealedbid.mail.transports import transport_of
from sealedbid.mail.writing import write
from sealedbid.platform.config import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class TestMail:
    """A mail that was sent: its Message-ID, and the file or server that took it."""

    message_id: str
    where: str
    is_file: bool


async def send_test(settings: Settings, address: str, *, language: str = "en") -> TestMail:
    """Send one mail the way all others go.

    Raises MailRefusedError, MailNotTakenError, UnsendableError if the address is none, and
    SecretFileError.
    """
    id = uuid.uuid4()
    letter = write(
        "test",
        language,
        {},
        recipient=address,
        brand=brand_of(settings),
        public_url=settings.public_url,
    )
    message = build(letter, settings, recipient=address, delivery_id=id)
    where = await transport_of(settings).send(message)
    return TestMail(
        message_id=message_id(settings, id),
        where=where,
        is_file=settings.mail_smtp_host is None,
    )
