"""Databases to measure in: so many organisations, and the same rows for every peer."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
from psycopg import sql

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_conninfo, login_password
from sealedbid.platform.secrets import ensure_secret, secret_path

ROWS_OF_MEASURED = 300
ROWS_OF_OTHERS = 20
PEER = "bench_peer"

SEED = """
insert into public.organizations (id, name) select gen_random_uuid(), 'other'
  from generate_series(2, {orgs});
insert into public.clients (org_id, name, email, notes)
select o.id, 'client ' || lpad(n::text, 4, '0'), 'office@example.org', repeat('word ', 20)
  from public.organizations o,
       generate_series(1, case o.name when 'measured' then {measured} else {others} end) n
 where o.name in ('measured', 'other');
"""


@dataclass(frozen=True, slots=True)
class Database:
    """One database, and what it takes to be in the measured organisation."""

    orgs: int
    sealed: str  # where sb_api connects
    peer: str  # where the peers' login connects
    org_id: UUID
    proof: bytes
    client_id: UUID


def make_database(server: EmbeddedServer, orgs: int) -> Database:
    """Migrate, seed and copy; everybody's tables are analysed."""
    home = server.status().home
    name = f"bench_{orgs}"
    with psycopg.connect(server.url("postgres", database="postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("create database {} owner sealedbid").format(sql.Identifier(name)))
        if not admin.execute("select from pg_roles where rolname = %s", [PEER]).rowcount:
            password = ensure_secret(secret_path(home, f"{PEER}.password"))
            admin.execute(sql.SQL("create role bench_peer login password {}").format(password))
    address = (server.address or "").replace("/sealedbid?", f"/{name}?")
    settings = Settings(home=home, database_address=address)
    migrate(server.url(database=name), lambda login: login_password(settings, login))
    with psycopg.connect(server.url("postgres", database=name), autocommit=True) as admin:
        admin.execute(
            sql.SQL("grant connect on database {} to bench_peer").format(sql.Identifier(name))
        )
        org_id, proof = _found(settings)
        admin.execute(SEED.format(orgs=orgs, measured=ROWS_OF_MEASURED, others=ROWS_OF_OTHERS))
        admin.execute((Path(__file__).parent / "peers.sql").read_text(encoding="utf-8"))
        admin.execute("vacuum (analyze)")
        row = admin.execute(
            "select id from public.clients where org_id = %s order by name limit 1", [org_id]
        ).fetchone()
    assert row is not None
    return Database(
        orgs,
        login_conninfo(settings, "sb_api"),
        server.url(PEER, database=name),
        org_id,
        proof,
        row[0],
    )


def _found(settings: Settings) -> tuple[UUID, bytes]:
    """The measured organisation, founded by somebody who is signed in."""
    proof = hashlib.sha256(secrets.token_bytes(32)).digest()
    with psycopg.connect(login_conninfo(settings, "sb_auth"), autocommit=True) as auth:
        user = auth.execute("select seal_auth.create_user('a@example.org', null, 'A')").fetchone()
        assert user is not None
        auth.execute(
            "select seal_auth.start_session(%s, %s, %s, now() + interval '1 day')",
            (proof, user[0], uuid.uuid4()),
        )
    with psycopg.connect(login_conninfo(settings, "sb_api")) as api:
        api.execute("select seal.open_person(%s)", (proof,))
        org = api.execute("select core.create_organization('measured')").fetchone()
    assert org is not None
    return org[0], proof
