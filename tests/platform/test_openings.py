"""Openings: in one message only where nobody is shown its text; reading ones write nothing."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from sealedbid.core.repository import clients
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres import Gateway
from sealedbid.platform.postgres.connection import TenantConnection
from sealedbid.platform.postgres.errors import (
    BusyError,
    CredentialRefusedError,
    NotAMemberError,
)
from sealedbid.platform.postgres.literals import literal
from tests.fixtures.people import World, new_proof
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

SETTINGS = ("track_activities", "log_min_error_statement", "log_statement")


async def hides(installation: Installation) -> bool:
    """True if a new connection of sb_api is found to hide its texts."""
    async with (
        installation.gateway("sb_api") as gateway,
        gateway.pool_for(None).connection() as connection,
    ):
        assert isinstance(connection, TenantConnection)
        return connection.hides_texts


async def test_as_the_installer_leaves_it_texts_are_hidden(installation: Installation) -> None:
    assert await hides(installation)


@pytest.mark.parametrize("setting", SETTINGS)
async def test_without_a_setting_of_the_login_the_opening_goes_apart(
    installation: Installation, setting: str
) -> None:
    """The server's own value may be the same: an operator can change it while we are connected."""
    with installation.as_superuser() as behind:
        behind.execute(f"alter role sb_api reset {setting}".encode())
        try:
            assert not await hides(installation)
        finally:
            migrate(installation.owner, str)
    assert await hides(installation)


@pytest.fixture(params=["one message", "two messages"])
async def opening(
    request: pytest.FixtureRequest, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> Gateway:
    """The gateway, whose connections open in this way."""
    is_hidden = request.param == "one message"
    monkeypatch.setattr(
        TenantConnection,
        "hides_texts",
        property(lambda self: is_hidden, lambda self, value: None),
        raising=False,
    )
    return gateway


async def test_both_ways_open_and_refuse_alike(opening: Gateway, world: World) -> None:
    async with opening.sealed("session", world.a.member.proof, world.a.id) as tx:
        assert await tx.value("select seal.user_id()") == world.a.member.id
    async with opening.sealed_person(world.a.member.proof) as tx:
        assert tx.user_id == world.a.member.id
    for proof in (new_proof(), b"", None):
        with pytest.raises(CredentialRefusedError):
            async with opening.sealed("session", proof, world.a.id):  # type: ignore[arg-type] # the point
                pass
    for org in (world.b.id, uuid.uuid4()):
        with pytest.raises(NotAMemberError):
            async with opening.sealed("session", world.a.member.proof, org):
                pass


async def test_a_reading_transaction_writes_nothing(opening: Gateway, own_world: World) -> None:
    proof, org = own_world.a.member.proof, own_world.a.id
    with pytest.raises(Exception, match="read-only") as caught:
        async with opening.sealed("session", proof, org, read_only=True) as tx:
            assert await clients.page(tx) == []
            await clients.add(tx, name="Not written")
    assert getattr(caught.value, "sqlstate", None) == "25006"
    async with opening.sealed("session", proof, org) as tx:
        assert (await clients.add(tx, name="Written")).name == "Written"


async def test_a_request_does_not_wait_for_a_row_without_end(
    tenants: Tenants, own_world: World, gateway: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = Gateway(gateway.pool_for(None), for_requests=True)
    monkeypatch.setattr(requests, "_bounds", "; set local lock_timeout = '50ms'")
    async with tenants.as_role(own_world.a) as tx:
        client = await clients.add(tx, name="Held")
    async with tenants.as_role(own_world.a) as holding:
        await clients.change(holding, client.id, notes="First")
        with pytest.raises(BusyError):
            async with requests.sealed(
                "session", own_world.a.admin.proof, own_world.a.id
            ) as waiting:
                await clients.change(waiting, client.id, notes="Second")


@pytest.mark.parametrize("value", ["'; drop table x; --", 1, "job", ("a",)], ids=repr)
def test_no_other_value_has_a_literal(value: Any) -> None:
    with pytest.raises(TypeError):
        literal(value)


def test_literals_hold_no_quote_and_no_backslash_of_a_caller() -> None:
    assert literal(b"\x00'\\\xff") == "pg_catalog.decode('00275cff', 'hex')"
    assert literal(uuid.UUID(int=1)) == "'00000000-0000-0000-0000-000000000001'"
    assert (literal(None), literal("key")) == ("null", "'key'")
