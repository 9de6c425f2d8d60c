"""One attempt of one job: the body, the lease beside it, and every way it can end."""

from __future__ import annotations

import asyncio
import logging
import random

import psycopg
from psycopg_pool import PoolTimeout

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import (
    CredentialRefusedError,
    DatabaseUnreachableError,
    NotAMemberError,
)
from sealedbid.system.running import JobFailedError, RunningJob
from sealedbid.worker.dispatch import Claim, Dispatcher
from sealedbid.worker.handlers import Handler

log = logging.getLogger("sealedbid.worker")

BEATS = 3  # in the time of a lease
SLOWEST = 300.0  # seconds between two attempts, at most


async def attempt(
    claim: Claim, handler: Handler | None, dispatcher: Dispatcher, gateway: Gateway
) -> None:
    """Run the body until it ends or the lease is lost; then say how it ended.

    Raises what says that the database is gone.
    """
    log.info("%s %s: attempt %s", claim.job_type, claim.job_id, claim.attempt)
    if handler is None:
        await dispatcher.fail(claim, {"reason": "no such type of job"}, retry_seconds=None)
        return
    job = RunningJob(gateway=gateway, org_id=claim.org_id, id=claim.job_id, lease=claim.lease_token)
    body = asyncio.ensure_future(handler(job))
    heart = asyncio.ensure_future(_beat(claim, dispatcher, body))
    try:
        await body
    except (psycopg.OperationalError, psycopg.InterfaceError, DatabaseUnreachableError) as error:
        if is_gone(error):
            raise
        log.warning("%s %s: the lease is lost (%s)", claim.job_type, claim.job_id, error)
    except (CredentialRefusedError, asyncio.CancelledError) as error:
        if isinstance(error, asyncio.CancelledError) and not _lost(heart):
            raise  # the worker is being stopped
        log.warning("%s %s: the lease is lost", claim.job_type, claim.job_id)
    except (JobFailedError, NotAMemberError) as error:
        await dispatcher.fail(claim, {"reason": str(error)}, retry_seconds=None)
        log.error("%s %s: %s", claim.job_type, claim.job_id, error)
    except Exception as error:
        # What a stranger's exception says may quote a tenant's rows: its type is what is kept.
        reason = str(error) if isinstance(error, SealedbidError) else type(error).__name__
        delay = random.uniform(0, min(SLOWEST, 2.0**claim.attempt))
        state = await dispatcher.fail(claim, {"reason": reason}, retry_seconds=delay)
        log.exception("%s %s: %s, now %s", claim.job_type, claim.job_id, reason, state)
    else:
        log.info("%s %s: done", claim.job_type, claim.job_id)
    finally:
        heart.cancel()
        # What stopped the heart, if anything did, the body has met as well.
        await asyncio.gather(heart, return_exceptions=True)


def is_gone(error: BaseException | None) -> bool:
    """Whether it says that the database is away, and not that it refused something.

    psycopg calls both operational: 28000 (the context has ended), 40001 (the lease is lost).
    """
    if isinstance(error, (PoolTimeout, DatabaseUnreachableError, psycopg.InterfaceError)):
        return True
    if not isinstance(error, psycopg.OperationalError):
        return False
    return error.sqlstate is None or error.sqlstate.startswith(("08", "57P", "53"))


async def _beat(claim: Claim, dispatcher: Dispatcher, body: asyncio.Future[None]) -> bool:
    """Keep the lease while the body runs; end the body when it is lost."""
    while not body.done():
        await asyncio.sleep(dispatcher.lease / BEATS)
        if not await dispatcher.beat(claim):
            body.cancel()
            return False
    return True


def _lost(heart: asyncio.Future[bool]) -> bool:
    return heart.done() and not heart.cancelled() and not heart.result()
