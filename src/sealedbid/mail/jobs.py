"""The jobs of the mail domain."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from pydantic import BaseModel

from sealedbid.mail.building import brand_of, build, message_id
from sealedbid.mail.errors import MailError, MailRefusedError, UnsendableError
from sealedbid.mail.models import Delivery, MailSecret
from sealedbid.mail.repository import deliveries
from sealedbid.mail.transports import transport_of
from sealedbid.mail.writing import write
from sealedbid.platform.config import Settings
from sealedbid.platform.secrets import SecretFileError
from sealedbid.system.jobs.handler import Retry, job
from sealedbid.system.jobs.running import JobFailedError, RunningJob

log = logging.getLogger("sealedbid.mail")

LONGEST: Final = 300.0
"""Seconds of one attempt."""


class MailPayload(BaseModel):
    """The delivery, for people who look at the job; the database goes by the job itself."""

    delivery: UUID


@job("system.mail", MailPayload, max_attempts=10, deadline=LONGEST, retry=Retry(base=5, cap=900))
async def send(running: RunningJob, payload: MailPayload) -> None:
    """Send the mail of this job, with the same link at every attempt.

    If the worker dies between sending and recording, the mail goes out once more, with the same
    Message-ID.
    """
    del payload
    async with running.sealed() as tx:
        delivery = await deliveries.begin(tx)
        secret = None if delivery is None else await deliveries.secret(tx)
    if delivery is None:
        return  # it was sent, or nobody has the address
    try:
        where = await _send(delivery, secret, running.settings)
    except (MailError, SecretFileError) as error:
        async with running.sealed() as tx:
            await deliveries.not_sent(tx, reason=str(error))
        if isinstance(error, (MailRefusedError, UnsendableError)):
            raise JobFailedError(str(error)) from error
        raise  # the job is tried again
    async with running.sealed() as tx:
        await deliveries.sent(tx, message_id=message_id(running.settings, delivery.id))
        await running.finish(tx)
    log.info("sent %s to %s", delivery.template, where, extra={"delivery": str(delivery.id)})


async def _send(delivery: Delivery, secret: MailSecret | None, settings: Settings) -> str:
    letter = write(
        delivery.template,
        delivery.locale,
        delivery.params,
        recipient=delivery.recipient,
        brand=brand_of(settings),
        public_url=settings.public_url,
        secret=secret,
    )
    message = build(letter, settings, recipient=delivery.recipient, delivery_id=delivery.id)
    return await transport_of(settings).send(message)
