"""The database demands a link's password, and a try that is rolled back gains nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from sealedbid.platform.passwords import SALT_BYTES, DerivedPassword, derive, ticket_of
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.errors import PasswordAskedError
from tests.content.shared_link import Shared, share
from tests.db.contexts import FORGED, OPEN, refused, scalar
from tests.db.documents import within
from tests.fixtures.people import World, new_proof
from tests.fixtures.server import Installation

pytest_plugins = ["tests.fixtures.contexts"]

PASSWORD = "correct horse battery staple"
ASKED = "28P01"
TRY = "select seal.try_link(%s, %s, %s)"


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A link of A with a password, and the right password's derived bytes."""

    api: Connection[Any]
    behind: Connection[Any]
    org_id: UUID
    link: UUID
    proof: bytes
    derived: bytes

    @property
    def ticket(self) -> bytes:
        return ticket_of(self.proof, self.derived)

    def attempt(self, derived: bytes | None = None) -> None:
        """Make a try that commits."""
        self.api.execute(TRY, (self.proof, derived or self.derived, self.org_id))

    def versions_seen(self, proof: bytes) -> int:
        """Number of versions that this proof sees; raises if it opens nothing."""
        with self.api.transaction(force_rollback=True):
            scalar(self.api, OPEN, "link", proof, self.org_id)
            seen: int = scalar(self.api, "select count(*) from public.proposal_versions")
            return seen

    def tries(self) -> tuple[Any, ...] | None:
        return self.behind.execute(
            "select failures, extract(epoch from locked_until - clock_timestamp())::int"
            " from seal_private.link_tries where link_id = %s",
            (self.link,),
        ).fetchone()

    def unlock(self) -> None:
        """End the lock, as if its time were over."""
        self.behind.execute(
            "update seal_private.link_tries set locked_until = now() - interval '1 second'"
            " where link_id = %s",
            (self.link,),
        )


@pytest.fixture
def locked(installation: Installation, api: Connection[Any], own_world: World) -> Iterator[Locked]:
    shared: Shared = share(api, own_world)
    password = DerivedPassword.new(PASSWORD)
    with within(api, own_world.a):
        api.execute(
            "update public.share_links set password_salt = %s, password_proof = %s where id = %s",
            (password.salt, password.proof, shared.link),
        )
    salt = scalar(api, "select seal.link_salt(%s, %s)", shared.proof, own_world.a.id)
    assert salt == password.salt
    with installation.as_superuser() as behind:
        derived = derive(PASSWORD, salt)
        yield Locked(api, behind, own_world.a.id, shared.link, shared.proof, derived)


def test_without_the_password_no_version_is_seen(locked: Locked) -> None:
    with refused(ASKED):
        locked.versions_seen(locked.proof)
    for wrong in (locked.ticket, new_proof()):
        with refused(FORGED):
            locked.versions_seen(wrong)


async def test_the_gateway_says_that_a_link_asks_for_its_password(
    locked: Locked, gateway: Gateway
) -> None:
    with pytest.raises(PasswordAskedError):
        async with gateway.sealed("link", locked.proof, locked.org_id):
            pass
    locked.attempt()
    async with gateway.sealed("link", locked.ticket, locked.org_id) as tx:
        assert tx.rank == 0


def test_the_right_password_opens_the_link_for_who_has_both(locked: Locked) -> None:
    locked.attempt()
    assert locked.versions_seen(locked.ticket) == 1
    # the link alone opens nothing, though the password was just tried
    with refused(ASKED):
        locked.versions_seen(locked.proof)
    # and the password alone nothing either
    with refused(FORGED):
        locked.versions_seen(ticket_of(new_proof(), locked.derived))


@pytest.mark.full
def test_a_ticket_is_good_for_a_minute_and_for_its_own_organization(
    locked: Locked, own_world: World
) -> None:
    locked.attempt()
    with refused(FORGED), locked.api.transaction():
        scalar(locked.api, OPEN, "link", locked.ticket, own_world.b.id)
    left = scalar(
        locked.behind,
        "select ticket_until - clock_timestamp() <= interval '1 minute'"
        " from seal_private.link_tries where link_id = %s",
        locked.link,
    )
    assert left is True
    locked.behind.execute(
        "update seal_private.link_tries set ticket_until = now() - interval '1 second'"
        " where link_id = %s",
        (locked.link,),
    )
    with refused(FORGED):
        locked.versions_seen(locked.ticket)


@pytest.mark.full
def test_the_answer_does_not_hold_in_the_transaction_of_the_try(locked: Locked) -> None:
    with locked.api.transaction():
        locked.attempt()
        with refused(FORGED):
            locked.versions_seen(locked.ticket)
    assert locked.versions_seen(locked.ticket) == 1


@pytest.mark.full
@pytest.mark.parametrize("how", ["rolled back", "to a savepoint"])
def test_a_try_that_is_rolled_back_gains_nothing(locked: Locked, how: str) -> None:
    if how == "rolled back":
        with locked.api.transaction(force_rollback=True):
            locked.attempt()
    else:
        with locked.api.transaction():
            with locked.api.transaction(force_rollback=True):
                locked.attempt()
            with refused(FORGED):
                locked.versions_seen(locked.ticket)
    assert locked.tries() is None
    with refused(FORGED):
        locked.versions_seen(locked.ticket)


@pytest.mark.full
def test_what_a_try_wrote_tells_nothing_to_who_rolls_it_back(locked: Locked) -> None:
    """The right password and a wrong one write the same rows in the same way."""
    written = (
        "select n_tup_ins, n_tup_upd, n_tup_hot_upd, n_tup_del, seq_scan, idx_scan"
        " from pg_catalog.pg_stat_xact_all_tables where relname = 'link_tries'"
    )

    def counted() -> list[int]:
        row = locked.api.execute(written).fetchone()
        assert row is not None
        return list(row)

    for _ in range(2):  # the first time, and once there is a row
        seen = []
        for shown in (locked.derived, new_proof()):
            with locked.api.transaction(force_rollback=True):
                before = counted()
                locked.attempt(shown)
                seen.append([now - then for now, then in zip(counted(), before, strict=True)])
        assert sum(seen[0]) > 0
        assert seen[0] == seen[1]
        locked.attempt(new_proof())


@pytest.mark.full
def test_ten_wrong_passwords_lock_the_link_and_ten_more_for_longer(locked: Locked) -> None:
    wrong = new_proof()
    for minutes in (15, 30, 60):
        for _ in range(10):
            locked.attempt(wrong)
        state = locked.tries()
        assert state is not None
        assert minutes - 1 <= state[1] / 60 <= minutes
        failures = state[0]
        locked.attempt()  # not even the right one, and a wrong one does not count
        locked.attempt(wrong)
        with refused(FORGED):
            locked.versions_seen(locked.ticket)
        state = locked.tries()
        assert state is not None
        assert state[0] == failures
        locked.unlock()
    locked.attempt()
    assert locked.versions_seen(locked.ticket) == 1
    state = locked.tries()
    assert state is not None
    assert state[0] == 0


@pytest.mark.full
def test_a_ticket_ends_with_its_link(locked: Locked, own_world: World) -> None:
    locked.attempt()
    with within(locked.api, own_world.a):
        locked.api.execute("select seal.revoke(%s)", (locked.link,))
    with refused(FORGED):
        locked.versions_seen(locked.ticket)


@pytest.mark.full
def test_every_proof_has_a_salt_and_a_try_at_none_says_nothing(
    api: Connection[Any], own_world: World, locked: Locked
) -> None:
    unknown = new_proof()
    salts = [scalar(api, "select seal.link_salt(%s, %s)", unknown, own_world.a.id) for _ in "12"]
    assert salts[0] == salts[1]
    assert len(salts[0]) == SALT_BYTES
    assert scalar(api, "select seal.link_salt(%s, %s)", unknown, own_world.b.id) != salts[0]
    for proof, org in (
        (unknown, own_world.a.id),
        (locked.proof, own_world.b.id),
        (b"", UUID(int=0)),
    ):
        assert scalar(api, TRY, proof, locked.derived, org) in (None, "")
    assert locked.tries() is None
