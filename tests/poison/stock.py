"""The database that the battery starts from: two organizations with rows, and every way in."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg import Connection
from psycopg.types.json import Jsonb

from sealedbid.isolation.catalog import Table, read_tables
from sealedbid.isolation.factory import Row, fill
from sealedbid.platform.installer import appoint_operator
from tests.fixtures.people import People, Person, World, new_proof
from tests.fixtures.server import Installation

SPARE_PEOPLE: Final = 120
LEASES: Final = 150
SCHEMAS: Final = ("public", "seal", "seal_private", "queue", "auth", "system")
KINDS: Final = {"job": "test.echo", "billing": "billing.test", "system": "system.test"}
"""Types of the jobs that hold a context each, by its kind."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Content of the stocked database; the same in every clone."""

    tables: Mapping[str, Table]
    bounds: Mapping[tuple[str, str], int | None]
    world: World
    operator: Person
    people: list[Person]
    """Each may write their own profile; the first half are members of A."""
    key: bytes
    link: bytes
    invitations: list[bytes]
    """Invitations of A, for the second half of the people, in their order."""
    leases: Mapping[str, list[tuple[UUID, UUID]]]
    shown: UUID
    """An unused link of A."""
    mine: Mapping[str, Row]
    spare: Mapping[str, Row]
    """Valid rows of A that do not exist."""


def stocked(installation: Installation) -> Stock:
    """Fill the database, with the product's own ways in."""
    people = People(installation)
    with people.staying(), installation.connect("sb_api") as api:
        world = people.world()
        spare_people = people.sign_up_all(*(f"spare{n}" for n in range(SPARE_PEOPLE)))
        (operator,) = people.sign_up_all("operator")
        half = spare_people[: SPARE_PEOPLE // 2]
        for person in half:
            people.join(world.a.id, world.a.owner, person, "member")
        invitations = _invite(api, world, spare_people[SPARE_PEOPLE // 2 :])
        appoint_operator(installation.owner, operator.email)
        leases = _leases(installation, world)
        with psycopg.connect(installation.owner, autocommit=True) as owner:
            tables = read_tables(owner, SCHEMAS)
            mine = fill(owner, world.a.id, marker="canarya")
            fill(owner, world.b.id, marker="canaryb")
            with owner.transaction(force_rollback=True):
                spare = fill(owner, world.a.id, marker="spare")
        with installation.as_superuser() as behind:
            bounds = _bounds(behind)
            _settle(behind)
            shown = _another_link(behind, world)
            _own_links(behind, world)
        rows = {name: made[0] for name, made in spare.items()}
        rows["public.jobs"] |= {"job_type": "test.echo", "payload": {"word": "poison"}}
        key, link = _credentials(api, world, mine["public.share_links"][0])
    return Stock(
        tables=tables,
        bounds=bounds,
        world=world,
        operator=operator,
        people=spare_people,
        key=key,
        link=link,
        invitations=invitations,
        leases=leases,
        shown=shown,
        mine={name: made[0] for name, made in mine.items()},
        spare=rows,
    )


def proof_number(number: int) -> bytes:
    """A made-up proof, the same in every clone."""
    return hashlib.sha256(b"poison %d" % number).digest()


def _bounds(behind: Connection[Any]) -> dict[tuple[str, str], int | None]:
    rows = behind.execute("select relation, column_name, most from seal.bounds").fetchall()
    return {
        (relation if "." in relation else f"public.{relation}", column): most
        for relation, column, most in rows
    }


def _invite(api: Connection[Any], world: World, people: list[Person]) -> list[bytes]:
    proofs = [new_proof() for _ in people]
    with api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.owner.proof, world.a.id))
        for person, proof in zip(people, proofs, strict=True):
            api.execute(
                "select core.invite(%s, 'member', %s, now() + interval '7 days')",
                (person.email, proof),
            )
    return proofs


def _credentials(api: Connection[Any], world: World, shown: Row) -> tuple[bytes, bytes]:
    """A key of A with the highest rank, and a link to the shown row."""
    key, link, key_id = new_proof(), new_proof(), uuid.uuid4()
    with api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.owner.proof, world.a.id))
        api.execute(
            "insert into public.api_keys (org_id, id, name, prefix, expires_at)"
            " values (%s, %s, 'poison', 'sb_poison', now() + interval '1 year')",
            (world.a.id, key_id),
        )
        api.execute("select seal.issue('key', %s, %s, 4, now() + interval '1 day')", (key, key_id))
    with api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.member.proof, world.a.id))
        api.execute(
            "select seal.issue('link', %s, %s, 0, %s)", (link, shown["id"], shown["expires_at"])
        )
    return key, link


def _leases(installation: Installation, world: World) -> dict[str, list[tuple[UUID, UUID]]]:
    """Running jobs of A, of a worker that lives for a day without a heartbeat."""
    found: dict[str, list[tuple[UUID, UUID]]] = {kind: [] for kind in KINDS}
    with installation.as_superuser() as behind, installation.connect("sb_dispatch") as dispatch:
        for job_type in KINDS.values():
            behind.execute(
                "insert into public.jobs (org_id, job_type, payload, requested_by, requested_rank)"
                " select %s, %s, %s, null, 4 from generate_series(1, %s)",
                (world.a.id, job_type, Jsonb({}), LEASES),
            )
        worker = dispatch.execute("select queue.register('poison', 0, interval '1 day')").fetchone()
        assert worker is not None
        claimed = dispatch.execute(
            "select job_type, job_id, lease_token"
            " from queue.claim(%s, 10000, p_deadline => interval '1 day') order by job_id",
            worker,
        ).fetchall()
        # Each of these jobs has a mail to send: functions of mail look for that of the open job.
        behind.execute(
            "insert into public.deliveries (org_id, template, recipient, locale, job_id)"
            " select org_id, 'recover', 'poison@example.org', 'en', id from public.jobs"
            " where org_id = %s and job_type = %s",
            (world.a.id, KINDS["system"]),
        )
    kinds = {job_type: kind for kind, job_type in KINDS.items()}
    for job_type, job_id, lease in claimed:
        found[kinds[job_type]].append((job_id, lease))
    return found


def _settle(behind: Connection[Any]) -> None:
    """Delete the filled rows that the health check would stumble over."""
    behind.execute("delete from queue.stops")
    behind.execute("delete from public.job_lanes")
    behind.execute("delete from public.job_schedules")
    behind.execute("delete from public.jobs where status not in ('running')")


def _own_links(behind: Connection[Any], world: World) -> None:
    """Make A's member the creator of its links, without a password: only creators issue links."""
    behind.execute(
        "update public.share_links set created_by = %s, password_salt = null, password_proof = null"
        " where org_id = %s",
        [world.a.member.id, world.a.id],
    )


def _another_link(behind: Connection[Any], world: World) -> UUID:
    row = behind.execute(
        "insert into public.share_links"
        " (org_id, proposal_id, version, contract_id, contact_id, expires_at)"
        " select org_id, proposal_id, version, contract_id, contact_id, expires_at"
        "   from public.share_links where org_id = %s returning id",
        [world.a.id],
    ).fetchone()
    assert row is not None
    link: UUID = row[0]
    return link
