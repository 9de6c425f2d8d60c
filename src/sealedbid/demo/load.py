"""Loads an agency into the database, with the product's own code."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from uuid import UUID

from sealedbid.content.repository import content_blocks, services, templates
from sealedbid.core.models import Role
from sealedbid.core.repository import (
    client_contacts,
    clients,
    org_settings,
    organizations,
)
from sealedbid.demo.agency import Agency
from sealedbid.demo.history import load_history
from sealedbid.demo.people import sign_up
from sealedbid.intelligence.repository import client_intelligence, prospect_intelligence
from sealedbid.platform.postgres import Gateway, Transaction
from sealedbid.platform.tokens import Token
from sealedbid.usecases.joining import accept, create_api_key, invite


@dataclass(frozen=True, slots=True)
class LoadedAgency:
    """An agency in the database, the proofs of its people's sessions by role, and its API key."""

    agency: Agency
    org_id: UUID
    proofs: dict[Role, bytes]
    key: Token


async def load_agency(gateway: Gateway, installer: str, agency: Agency) -> LoadedAgency:
    """Found the agency, let its people join, and add its past.

    ``installer`` is the connection string of the database's owner, who signs people up and in.
    """
    by_email = sign_up(installer, agency)
    owner = by_email[agency.people[0].email]
    async with gateway.sealed_person(owner) as tx:
        org_id = await organizations.create(
            tx,
            name=agency.name,
            currency=agency.currency,
            timezone=agency.timezone,
            locale=agency.locale,
        )
    for person in agency.people[1:]:
        async with gateway.sealed("session", owner, org_id) as tx:
            _, token = await invite(tx, email=person.email, role=person.role, is_mailed=False)
        async with gateway.sealed_person(by_email[person.email]) as tx:
            await accept(tx, token)
    proofs = {person.role: by_email[person.email] for person in reversed(agency.people)}

    def as_a(role: Role) -> AbstractAsyncContextManager[Transaction]:
        return gateway.sealed("session", proofs[role], org_id)

    async with as_a("owner") as tx:
        await organizations.update(tx, branding=agency.branding.model_dump())
    async with as_a("admin") as tx:
        key = await _set_up(tx, agency)
    async with as_a("member") as tx:
        ids = await _add_clients(tx, agency)
        await _fill_library(tx, agency)
        await _remember(tx, agency, ids)
        await load_history(tx, agency, ids)
    return LoadedAgency(agency, org_id, proofs, key)


async def _set_up(tx: Transaction, agency: Agency) -> Token:
    """Do an admin's part: services, settings, an invitation, and an API key, which it returns."""
    for service in agency.services:
        await services.add(
            tx, **service.model_dump(), currency=agency.currency, tax_rate=agency.tax_rate
        )
    await org_settings.set_value(tx, "approval.threshold_minor", agency.threshold_minor)
    await invite(tx, email=agency.invited, role="member", is_mailed=False)
    scopes = ["clients:read", "clients:write"]
    _, token = await create_api_key(tx, name="Website form", scopes=scopes)
    return token


async def _add_clients(tx: Transaction, agency: Agency) -> dict[str, UUID]:
    ids: dict[str, UUID] = {}
    for client in agency.clients:
        added = await clients.add(tx, **client.model_dump(exclude={"contacts"}))
        ids[client.name] = added.id
        for contact in client.contacts:
            await client_contacts.add(tx, added.id, **contact.model_dump())
    return ids


async def _fill_library(tx: Transaction, agency: Agency) -> None:
    sections = {"sections": agency.sections}
    await templates.add(tx, name=agency.template, type="proposal", content=sections)
    for block in agency.content_blocks:
        await content_blocks.add(tx, **block.model_dump())


async def _remember(tx: Transaction, agency: Agency, ids: dict[str, UUID]) -> None:
    """Add the lessons of past deals, and research about prospects."""
    for known in agency.client_intelligence:
        await client_intelligence.add(
            tx,
            client_name=known.client,
            client_id=ids[known.client],
            psychographics=known.model_dump(mode="json", exclude={"client", "deal_history"}),
            deal_history=[deal.model_dump(mode="json") for deal in known.deal_history],
        )
    for prospect in agency.prospects:
        await prospect_intelligence.add(
            tx,
            prospect_name=prospect.name,
            website_url=prospect.website_url,
            profile={"summary": prospect.summary},
            sources=[{"url": url} for url in prospect.sources],
        )
