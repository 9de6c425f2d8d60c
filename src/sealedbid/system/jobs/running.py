"""A job while its body runs."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from pydantic import BaseModel

from sealedbid.platform.config import Settings
from sealedbid.platform.errors import SealedbidError, ValueRefusedError
from sealedbid.platform.postgres import Gateway, Transaction
from sealedbid.system.jobs.repository import jobs

MOST_TOKENS: Final = 10**12
"""More than a job can use; the database refuses more."""


class JobFailedError(SealedbidError):
    """The job cannot succeed however often it is tried; its text is what people are told."""


@dataclass(slots=True, kw_only=True)
class RunningJob:
    """A claimed job; its body sees the tenant through ``sealed`` alone."""

    gateway: Gateway
    settings: Settings
    """The worker's own."""
    org_id: UUID
    id: UUID
    lease: UUID
    tokens: int = 0
    """Tokens of models that this attempt has used; bodies add to it, the heartbeat reports it."""
    is_finished: bool = False

    @property
    def spent(self) -> int:
        """Tokens as they can be reported: whatever a body has made of them, a number in range."""
        counted: object = self.tokens  # a body can have put anything there
        return min(max(counted, 0), MOST_TOKENS) if isinstance(counted, int) else 0

    def sealed(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction in the job's organization, as long as the lease holds.

        A body opens one for each step, and none across slow work.
        """
        return self.gateway.sealed_job(self.id, self.lease, self.org_id)

    async def report(self, tx: Transaction, progress: dict[str, Any]) -> None:
        """Say how far it is; people see it when ``tx`` commits. Raises LeaseLostError."""
        await jobs.report(tx, lease=self.lease, progress=progress)

    async def finish(self, tx: Transaction, result: BaseModel | None = None) -> None:
        """End the job together with the effects in ``tx``: both commit, or neither.

        Raises LeaseLostError, NotAllowedError when the person who asked has left, JobFailedError
        when the result cannot be stored.
        """
        stored = None if result is None else result.model_dump(mode="json")
        try:
            await jobs.finish(tx, lease=self.lease, result=stored, tokens=self.spent)
        except ValueRefusedError as error:
            raise JobFailedError("the result cannot be stored") from error
        self.is_finished = True
