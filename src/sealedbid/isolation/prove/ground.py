"""The ground of the attacks: two organizations with rows in every table, and their proofs."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from psycopg import Connection

from sealedbid.isolation.catalog import ORG, Table, read_tables
from sealedbid.isolation.factory import Row, fill, root_of, unforced
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

RANKS: Final = ("viewer", "member", "admin", "owner")

_STATEMENTS = Queries("sealedbid.isolation", "ground")


@dataclass(frozen=True, slots=True)
class Lease:
    """A running job, and the token that opens it."""

    job_id: UUID
    token: UUID


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two organizations."""

    org_id: UUID
    marker: str
    people: Mapping[str, UUID]
    proofs: Mapping[str, bytes] = field(repr=False)
    rows: Mapping[str, Row]
    """A row of every table of public."""
    link: bytes = field(repr=False)
    lease: Lease = field(repr=False)
    key: bytes = field(repr=False, default=b"")
    """The proof of an API key of the owner."""
    invitation: bytes = field(repr=False, default=b"")
    """The proof of an invitation sent to an outsider."""

    @property
    def persons(self) -> list[UUID]:
        """Everybody of the organization, including the person that was made with the rows."""
        made = [row["user_id"] for row in self.rows.values() if row.get("user_id")]
        return [*self.people.values(), *made]


@dataclass(frozen=True, slots=True)
class Ended:
    """Ways into ``a`` that have ended."""

    signed_out: bytes = field(repr=False)
    removed: bytes = field(repr=False)
    """The session of a removed admin."""
    demoted: bytes = field(repr=False)
    """The session of a former admin, now a viewer."""
    expired: bytes = field(repr=False)
    rescued: Lease = field(repr=False)
    """A job whose worker stopped answering."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Two organizations that must never meet; ``a`` attacks ``b``."""

    tables: Mapping[str, Table]
    a: Side
    b: Side
    spare: Mapping[str, Row]
    """Valid rows of ``a`` that do not exist."""
    ended: Ended
    root: str | None
    """The table of the organizations themselves."""
    persons: frozenset[str]
    """Tables whose rows are people, who belong to several organizations."""
    elsewhere: UUID | None = None
    """An organization that the viewer of ``a`` owns: inside ``a`` nothing tells of it."""

    def is_tenants(self, table: Table) -> bool:
        """True if its rows have a tenant: by org_id, as an organization, or as people."""
        return table.has_org or table.name == self.root or table.name in self.persons

    def is_secret(self, table: Table) -> bool:
        """True if any of its rows is hidden from a tenant."""
        return self.is_tenants(table) or not table.may("sb_tenant", "SELECT")

    def tokens(self) -> frozenset[str]:
        """Values that are in rows of ``b`` and nowhere else."""
        ids = {str(v) for row in self.b.rows.values() for v in row.values() if isinstance(v, UUID)}
        ours = {str(v) for row in self.a.rows.values() for v in row.values() if isinstance(v, UUID)}
        people = {str(person) for person in self.b.persons}
        elsewhere = {str(self.elsewhere)} if self.elsewhere else set()
        return frozenset({self.b.marker, str(self.b.org_id)} | ids - ours | people | elsewhere)


def persons_of(tables: Mapping[str, Table]) -> frozenset[str]:
    """Find the tables whose rows are people, who belong to several organizations."""
    root = root_of(tables)
    return frozenset(
        key.parent
        for table in tables.values()
        for key in table.foreign_keys
        if ORG not in key.columns
        and key.parent != root
        and not tables[key.parent].has_org
        and tables[key.parent].schema == "public"
    )


def new_proof() -> bytes:
    """The proof of a random secret: its sha256."""
    return hashlib.sha256(secrets.token_bytes(32)).digest()


def make_ground(conninfos: Mapping[str, str], schemas: Sequence[str]) -> Ground:
    """Found two organizations and fill every table for both.

    ``conninfos`` are those of the four logins and of the owner. People sign up, found, invite and
    join through the functions of the product; the owner inserts rows by the catalog. Where another
    auth server keeps the accounts, the key by which it is vouched for is replaced.
    """
    markers = [f"canary{letter}{secrets.token_hex(4)}" for letter in "ab"]
    with (
        connect(conninfos["sb_auth"], name="prove") as auth,
        connect(conninfos["sb_api"], name="prove") as api,
        connect(conninfos["owner"], name="prove") as owner,
    ):
        key = None if _value(auth, "keeps_accounts") else secrets.token_bytes(32)
        if key is not None:
            _value(owner, "keep_vouching_key", key=key)
        people = _People(auth, owner, key)
        found = [_found(people, api, marker) for marker in markers]
        tables = read_tables(owner, schemas)
        rows = [
            {name: made[0] for name, made in fill(owner, org_id, marker=marker).items()}
            for (org_id, _, _), marker in zip(found, markers, strict=True)
        ]
        with owner.transaction(), unforced(owner, tables):
            for (org_id, persons, _), made in zip(found, rows, strict=True):
                _own_link(owner, org_id, persons["member"], made["public.share_links"])
        with owner.transaction(force_rollback=True):
            spare = fill(owner, found[0][0], marker="spare")
        ended = _end(conninfos, people, api, found[0])
        leases = _leases(conninfos, api, found)
        for org_id, _, proofs in found:
            _leave_work(api, org_id, proofs["admin"])
            _value(api, "take_permits", bucket=new_proof())
        with api.transaction():
            _value(api, "open_person", proof=found[0][2]["viewer"])
            elsewhere = _value(api, "create_organization", name="Elsewhere")
        sides = [
            Side(
                org_id,
                marker,
                people,
                proofs,
                made,
                _link(api, org_id, proofs, made),
                leases[org_id],
                _key(api, org_id, proofs["owner"]),
                _invitation(api, org_id, proofs["owner"], marker),
            )
            for (org_id, people, proofs), marker, made in zip(found, markers, rows, strict=True)
        ]
    root = root_of(tables)
    return Ground(
        tables=tables,
        a=sides[0],
        b=sides[1],
        spare={name: made[0] for name, made in spare.items()},
        ended=ended,
        root=root,
        persons=persons_of(tables),
        elsewhere=elsewhere,
    )


Found = tuple[UUID, dict[str, UUID], dict[str, bytes]]


@dataclass(frozen=True, slots=True)
class _People:
    """Signs people up: as the installer, or as the platform's own auth server would."""

    auth: Connection[Any]
    owner: Connection[Any]
    key: bytes | None
    """By which people of the other auth server are vouched for; None where they are ours."""

    def sign_up(self, email: str, lasts: str = "1 hour") -> tuple[UUID, bytes]:
        """Sign a person up; returns their id and the proof of their session."""
        if self.key is None:
            person = _value(self.owner, "create_account", email=email, name=email)
        else:
            person, now = uuid4(), datetime.now(UTC)
            said = {"user": person, "email": email, "at": now}
            mac = hmac.digest(self.key, _value(self.owner, "vouched_bytes", **said), "sha256")
            _value(self.auth, "ensure_profile", **said, mac=mac)
        proof = new_proof()
        _start(self.owner, proof, person, uuid4(), lasts)
        return person, proof


def _start(owner: Connection[Any], proof: bytes, person: UUID, session: UUID, lasts: str) -> None:
    _value(owner, "start_session", proof=proof, user=person, session=session, lasts=lasts)


def _found(signing: _People, api: Connection[Any], marker: str) -> Found:
    """Found an organization with a person of each rank."""
    people: dict[str, UUID] = {}
    proofs: dict[str, bytes] = {}
    for rank in reversed(RANKS):
        people[rank], proofs[rank] = signing.sign_up(f"{rank}.{marker}@example.org")
    with api.transaction():
        _value(api, "open_person", proof=proofs["owner"])
        org_id: UUID = _value(api, "create_organization", name=f"Organization {marker}")
    for rank in RANKS[:-1]:
        email = f"{rank}.{marker}@example.org"
        _join(api, org_id, proofs["owner"], email, rank, proofs[rank])
    return org_id, people, proofs


def _join(
    api: Connection[Any], org_id: UUID, by: bytes, email: str, rank: str, proof: bytes
) -> None:
    secret = new_proof()
    with api.transaction():
        _value(api, "open", kind="session", proof=by, org=org_id)
        _value(api, "invite", email=email, rank=rank, proof=secret)
    with api.transaction():
        _value(api, "open_person", proof=proof)
        _value(api, "accept", proof=secret, org=org_id)


def _end(
    conninfos: Mapping[str, str], people: _People, api: Connection[Any], found: Found
) -> Ended:
    """Let people join and end their rights; let a job lose its lease."""
    org_id, _, proofs = found
    made: dict[str, tuple[UUID, bytes]] = {}
    for how in ("signed_out", "removed", "demoted"):
        email = f"{how}.{secrets.token_hex(4)}@example.org"
        made[how] = people.sign_up(email)
        _join(api, org_id, proofs["owner"], email, "admin", made[how][1])
    session, expired = uuid4(), new_proof()
    user = made["signed_out"][0]
    _start(people.owner, expired, user, uuid4(), "1 millisecond")
    gone = new_proof()
    _start(people.owner, gone, user, session, "1 hour")
    _value(people.owner, "end_session", session=session)
    for how, statement in (("removed", "remove"), ("demoted", "demote")):
        with api.transaction():
            _value(api, "open", kind="session", proof=proofs["owner"], org=org_id)
            _value(api, statement, user=made[how][0])
    lease = _leases(conninfos, api, [found])[org_id]
    with connect(conninfos["sb_dispatch"], name="prove") as dispatch:
        _value(dispatch, "fail", org=org_id, job=lease.job_id, lease=lease.token)
    return Ended(gone, made["removed"][1], made["demoted"][1], expired, lease)


def _own_link(owner: Connection[Any], org_id: UUID, member: UUID, row: Row) -> None:
    """Make the member the creator of the row of share_links, without a password."""
    row["created_by"] = _value(owner, "own_link", org=org_id, user=member, subject=row["id"])
    row["password_salt"] = row["password_proof"] = None


def _link(
    api: Connection[Any], org_id: UUID, proofs: Mapping[str, bytes], rows: Mapping[str, Row]
) -> bytes:
    """A link to the subject of the row of share_links, which ends a second before the row does."""
    shown, proof = rows["public.share_links"], new_proof()
    with api.transaction():
        _value(api, "open", kind="session", proof=proofs["member"], org=org_id)
        _value(
            api,
            "issue_link",
            proof=proof,
            subject=shown["id"],
            expires=shown["expires_at"] - timedelta(seconds=1),
        )
    return proof


def _key(api: Connection[Any], org_id: UUID, proof: bytes) -> bytes:
    """Create an API key as the owner does."""
    secret = new_proof()
    with api.transaction():
        _value(api, "open", kind="session", proof=proof, org=org_id)
        _value(api, "issue_key", proof=secret, subject=_value(api, "add_key", org=org_id))
    return secret


def _invitation(api: Connection[Any], org_id: UUID, proof: bytes, marker: str) -> bytes:
    """Invite an address that no account has."""
    secret = new_proof()
    with api.transaction():
        _value(api, "open", kind="session", proof=proof, org=org_id)
        _value(api, "invite", email=f"guest.{marker}@example.org", rank="admin", proof=secret)
    return secret


def _leave_work(api: Connection[Any], org_id: UUID, proof: bytes) -> None:
    """Leave a waiting job, a cancelled one, and a stop of other jobs."""
    with api.transaction():
        _value(api, "open", kind="session", proof=proof, org=org_id)
        _value(api, "enqueue", org=org_id)
        _value(api, "cancel", org=org_id, job=_value(api, "enqueue", org=org_id))
        _value(api, "stop", org=org_id)


def _leases(
    conninfos: Mapping[str, str], api: Connection[Any], found: Sequence[Found]
) -> dict[UUID, Lease]:
    """A running job of each organization."""
    jobs = {}
    for org_id, _, proofs in found:
        with api.transaction():
            _value(api, "open", kind="session", proof=proofs["member"], org=org_id)
            jobs[_value(api, "enqueue", org=org_id)] = org_id
    with connect(conninfos["sb_dispatch"], name="prove") as dispatch:
        claimed = dispatch.execute(_STATEMENTS["claim"]).fetchall()
    return {jobs[job]: Lease(job, token) for job, token in claimed if job in jobs}


def _value(connection: Connection[Any], statement: str, /, **params: Any) -> Any:
    row = connection.execute(_STATEMENTS[statement], params).fetchone()
    return None if row is None else row[0]
