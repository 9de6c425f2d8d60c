"""A database with two organizations, whose mails go to the post of a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from psycopg.types.json import Jsonb

from sealedbid.mail.jobs import send
from sealedbid.platform.postgres import Gateway
from sealedbid.usecases.joining import invite
from sealedbid.worker import heart
from sealedbid.worker.run import run_worker
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation
from tests.mail.post import Post

PLATFORM = UUID(int=0)
LEASE = 30.0
BEATS = 90


@dataclass(frozen=True, slots=True)
class Office:
    """Sends mails of the two organizations, and of the platform."""

    installation: Installation
    gateway: Gateway
    people: People
    world: World

    async def invite(self, email: str, *, by: Organization | None = None) -> UUID:
        """Invite an address as an admin; returns the delivery's id."""
        organization = by or self.world.a
        async with self.gateway.sealed("session", organization.admin.proof, organization.id) as tx:
            invitation, _ = await invite(tx, email=email, role="member")
        ((delivery,),) = self.behind(
            "select id from public.deliveries where resource_id = %s", invitation
        )
        return UUID(str(delivery))

    def send(
        self,
        template: str,
        recipient: str | None,
        params: dict[str, Any] | None = None,
        *,
        locale: str | None = None,
        token: UUID | None = None,
        org: UUID = PLATFORM,
    ) -> UUID:
        """Write a mail as a function of sign-in does; returns the delivery's id."""
        with self.installation.as_superuser() as behind, behind.transaction():
            behind.execute("set local role sb_gate")
            row = behind.execute(
                "select seal_private.send_mail(%s, %s, %s, %s, %s, %s)",
                (org, template, recipient, locale, Jsonb(params or {}), token),
            ).fetchone()
        assert row is not None
        return UUID(str(row[0]))

    async def work(self, post: Post | None = None, **settings: Any) -> None:
        """Run workers until nothing is ready; ``post`` is their mail server."""
        if post is not None:
            settings = {
                "mail_smtp_host": "127.0.0.1",
                "mail_smtp_port": post.port,
                "mail_smtp_security": "none",
                "mail_timeout": 10.0,
            } | settings
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(heart, "BEATS", BEATS)
            await run_worker(
                self.installation.settings.model_copy(update=settings),
                until_idle=True,
                handlers={send.name: send},
                lease=LEASE,
                poll=0.05,
            )

    def make_due(self) -> None:
        """Let what waits for its next attempt be ready."""
        self.behind(
            "update public.jobs set status = 'queued', run_at = now() where status = 'scheduled'"
        )

    def delivery(self, id: UUID) -> dict[str, Any]:
        """All columns of a delivery, as a superuser."""
        ((found,),) = self.behind("select to_jsonb(d) from public.deliveries d where d.id = %s", id)
        return dict(found)

    def job(self, delivery: UUID) -> dict[str, Any]:
        """All columns of a delivery's job, as a superuser."""
        ((found,),) = self.behind(
            "select to_jsonb(j) from public.jobs j join public.deliveries d"
            " on d.org_id = j.org_id and d.job_id = j.id where d.id = %s",
            delivery,
        )
        return dict(found)

    def lease(self, delivery: UUID) -> tuple[UUID, UUID, UUID]:
        """Claim the job of a delivery as a dispatcher; returns job, lease and organization."""
        job = UUID(self.job(delivery)["id"])
        with self.installation.connect("sb_dispatch") as dispatch:
            dispatch.execute(
                "select queue.claim(queue.register('a test', 0, interval '1 hour'), 1000)"
            )
        ((lease, org),) = self.behind(
            "select lease_token, org_id from public.jobs where id = %s", job
        )
        return job, lease, org

    def behind(self, statement: Any, *params: Any) -> list[Any]:
        with self.installation.as_superuser() as behind:
            cursor = behind.execute(statement, params)
            return cursor.fetchall() if cursor.description else []
