"""Deliveries: one is read and recorded by its own job, and they are listed for admins."""

from __future__ import annotations

from typing import Final

from sealedbid.mail.models import Delivery, MailSecret, SentMail
from sealedbid.platform.postgres import Queries, Transaction

QUERIES: Final = Queries("sealedbid.mail", "deliveries")


async def begin(tx: Transaction) -> Delivery | None:
    """Return the mail of the open job and count the attempt; None if there is nothing to send.

    Raises NotAllowedError in every transaction but one of its job.
    """
    return await tx.one(QUERIES["begin"], Delivery)


async def secret(tx: Transaction) -> MailSecret | None:
    """Return the secret of the link; None if what it opened is used, revoked or expired.

    Raises NotAllowedError in every transaction but one of its job.
    """
    return await tx.one(QUERIES["secret"], MailSecret)


async def sent(tx: Transaction, *, message_id: str) -> None:
    """Record that the mail of the open job was sent."""
    await tx.run(QUERIES["note"], message_id=message_id, error=None)


async def not_sent(tx: Transaction, *, reason: str) -> None:
    """Record why this attempt failed; that it was the last, the end of the job records."""
    await tx.run(QUERIES["note"], message_id=None, error=reason)


async def page(tx: Transaction, *, limit: int = 50) -> list[SentMail]:
    """List the newest mails of the organization, for admins."""
    return await tx.all(QUERIES["page"], SentMail, limit=limit)
