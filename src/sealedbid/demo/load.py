"""Writing an agency into the database, by the ways that people have."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg

from sealedbid.content.repository import services, templates
from sealedbid.core.models import Role
from sealedbid.core.repository import (
    client_contacts,
    clients,
    org_members,
    org_settings,
    organizations,
)
from sealedbid.core.service import create_api_key, invite
from sealedbid.demo.agencies import Agency
from sealedbid.platform.postgres import Gateway
from sealedbid.system.repository import jobs

SESSION_HOURS = 12


@dataclass(frozen=True, slots=True)
class LoadedAgency:
    """An agency that is in the database, and the proofs of its people's sessions, by role."""

    agency: Agency
    org_id: UUID
    proofs: dict[Role, bytes]


def new_proof() -> bytes:
    """The sha256 of a secret that nobody keeps."""
    return hashlib.sha256(secrets.token_bytes(32)).digest()


async def load_agency(gateway: Gateway, sign_in: str, agency: Agency) -> LoadedAgency:
    """Found the agency, let its people join, and do a first day's work.

    ``sign_in`` is where sb_auth connects: people are signed up and in as the sign-in code does it.
    """
    proofs = await _sign_up(sign_in, agency)
    async with gateway.sealed_person(proofs["owner"]) as tx:
        org_id = await organizations.create(
            tx, name=agency.name, currency=agency.currency, timezone=agency.timezone
        )
    for person in agency.people[1:]:
        async with gateway.sealed("session", proofs["owner"], org_id) as tx:
            _, token = await invite(tx, email=person.email, role=person.role)
        async with gateway.sealed_person(proofs[person.role]) as tx:
            await org_members.accept(tx, proof=token.proof, org_id=org_id)
    loaded = LoadedAgency(agency, org_id, proofs)
    await _set_up(gateway, loaded)
    await _work(gateway, loaded)
    return loaded


async def _sign_up(sign_in: str, agency: Agency) -> dict[Role, bytes]:
    proofs: dict[Role, bytes] = {}
    async with await psycopg.AsyncConnection.connect(sign_in, autocommit=True) as auth:
        for person in agency.people:
            cursor = await auth.execute(
                "select seal_auth.create_user(%s, null, %s)", (person.email, person.name)
            )
            row = await cursor.fetchone()
            assert row is not None  # a select without from has one row
            proofs[person.role] = new_proof()
            await auth.execute(
                "select seal_auth.start_session(%s, %s, %s, %s)",
                (
                    proofs[person.role],
                    row[0],
                    uuid.uuid4(),
                    datetime.now(UTC) + timedelta(hours=SESSION_HOURS),
                ),
            )
    return proofs


async def _set_up(gateway: Gateway, loaded: LoadedAgency) -> None:
    """What an admin does: prices, settings, a key, a colleague asked in."""
    agency = loaded.agency
    async with gateway.sealed("session", loaded.proofs["admin"], loaded.org_id) as tx:
        for service in agency.services:
            await services.add(
                tx,
                name=service.name,
                description=service.description,
                unit=service.unit,
                unit_price_minor=service.price,
                currency=agency.currency,
                billing_period=service.period,
                tax_rate=agency.tax_rate,
            )
        await org_settings.set_value(tx, "approval.threshold_minor", agency.threshold_minor)
        await create_api_key(tx, name="Website form", scopes=["clients:write"])
        await invite(tx, email=agency.invited, role="member")


async def _work(gateway: Gateway, loaded: LoadedAgency) -> None:
    """What a member does: clients, their people, a template, work for the worker."""
    agency = loaded.agency
    async with gateway.sealed("session", loaded.proofs["member"], loaded.org_id) as tx:
        for client in agency.clients:
            added = await clients.add(
                tx,
                name=client.name,
                status=client.status,
                industry=client.industry,
                notes=client.notes,
            )
            await client_contacts.add(
                tx, added.id, name=client.signer, email=client.signer_email, is_signer=True
            )
        await templates.add(
            tx, name=agency.template, type="proposal", content={"sections": list(agency.sections)}
        )
        for client in agency.clients[:2]:
            await jobs.enqueue(tx, "research_client", {"client": client.name})
