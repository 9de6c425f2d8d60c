"""Databases to measure in, with the same organizations and rows for every peer."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_conninfo, login_password

ROWS_OF_MEASURED = 200
ROWS_OF_OTHERS = 20
MANY = 100  # organizations; from here on the others have fewer rows

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
class Server:
    """A server for databases, and the folder with the passwords of this run."""

    admin: str
    owner: str
    home: Path
    local: bool  # its backends are processes of this machine, ours to place


@dataclass(frozen=True, slots=True)
class Database:
    """One database, with the proof of a person of the measured organization."""

    orgs: int
    local: bool
    admin: str
    settings: Settings
    login: str  # connection string of sb_api
    org_id: UUID
    proof: bytes
    client_id: UUID


@contextmanager
def open_server(url: str | None, *, durable: bool = False) -> Iterator[Server]:
    """Use the server of an administrator's ``url``, or a temporary one of the run's own.

    With ``durable`` it writes to the disk as an operator's does.
    """
    folder = Path(tempfile.mkdtemp(prefix="sealedbid-bench-"))
    folder.chmod(0o711)  # for root: the server's account has to pass
    home = folder / "home"
    try:
        if url is not None:
            yield Server(url, url, home, local=False)
            return
        server = EmbeddedServer(home, durable=durable)
        try:
            server.start()
            admin = server.url("postgres", database="postgres")
            yield Server(admin, server.url(), home, local=True)
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


@contextmanager
def make_database(server: Server, orgs: int) -> Iterator[Database]:
    """Migrate, seed, copy and analyse; dropped when the block ends."""
    with empty_database(server, f"bench_{orgs}") as name:
        yield _fill(server, name, orgs)


@contextmanager
def empty_database(server: Server, prefix: str) -> Iterator[str]:
    """Create a database of the owner; returns its name, dropped when the block ends."""
    name = f"{prefix}_{uuid.uuid4().hex[:8]}"
    database = sql.Identifier(name)
    with psycopg.connect(server.owner) as connection:
        owner = sql.Identifier(connection.info.user)
    with psycopg.connect(server.admin, autocommit=True) as admin:
        admin.execute(sql.SQL("create database {} owner {}").format(database, owner))
        try:
            yield name
        finally:
            admin.execute(sql.SQL("drop database {} with (force)").format(database))


def install(server: Server, name: str) -> Settings:
    """Migrate a database; returns the settings of the product on it."""
    settings = _settings(server, name)
    migrate(make_conninfo(server.owner, dbname=name), lambda login: login_password(settings, login))
    return settings


def _fill(server: Server, name: str, orgs: int) -> Database:
    settings = install(server, name)
    others = ROWS_OF_MEASURED if orgs < MANY else ROWS_OF_OTHERS
    at = make_conninfo(server.admin, dbname=name)
    with psycopg.connect(at, autocommit=True) as admin:
        [(org_id, proof)] = found(settings, ["measured"])
        admin.execute(SEED.format(orgs=orgs, measured=ROWS_OF_MEASURED, others=others))
        admin.execute((Path(__file__).parent / "peers.sql").read_text(encoding="utf-8"))
        admin.execute("vacuum (analyze)")
        row = admin.execute(
            "select id from public.clients where org_id = %s order by name limit 1", [org_id]
        ).fetchone()
    assert row is not None
    login = login_conninfo(settings, "sb_api")
    return Database(orgs, server.local, at, settings, login, org_id, proof, row[0])


def _settings(server: Server, name: str) -> Settings:
    """Settings that ignore the environment, so that it never decides where a benchmark writes."""
    unset = dict.fromkeys(
        f"{trade}_{what}"
        for trade in ("api", "auth", "dispatch", "worker")
        for what in ("url", "password_file")
    )
    return Settings.model_validate(
        {
            **unset,
            "home": server.home,
            "database_address": make_conninfo(server.owner, dbname=name),
            "pool_min_size": 1,
            "pool_max_size": 1,
            "prepare_threshold": 5,
        }
    )


def found(settings: Settings, names: Sequence[str]) -> list[tuple[UUID, bytes]]:
    """Found organizations as a signed-in person; returns each id with the person's proof."""
    proof = hashlib.sha256(secrets.token_bytes(32)).digest()
    with psycopg.connect(str(settings.database_address), autocommit=True) as owner:
        user = owner.execute("select core.create_account('a@example.org', 'A')").fetchone()
        assert user is not None
        owner.execute(
            "select core.start_session(%s, %s, %s, now() + interval '1 day')",
            (proof, user[0], uuid.uuid4()),
        )
    founded = []
    for name in names:
        with psycopg.connect(login_conninfo(settings, "sb_api")) as api:
            api.execute("select seal.open_person(%s)", (proof,))
            org = api.execute("select core.create_organization(%s)", (name,)).fetchone()
        assert org is not None
        founded.append((org[0], proof))
    return founded
