"""A job while its body runs."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from uuid import UUID

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Gateway, Transaction


class JobFailedError(SealedbidError):
    """The job cannot succeed however often it is tried; its text is what people are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningJob:
    """A claimed job; its body sees the tenant through ``sealed`` alone."""

    gateway: Gateway
    org_id: UUID
    id: UUID
    lease: UUID

    def sealed(self) -> AbstractAsyncContextManager[Transaction]:
        """A transaction in the job's organisation, as long as the lease holds.

        A body opens one for each step, and none across slow work.
        """
        return self.gateway.sealed_job(self.id, self.lease, self.org_id)
