"""Keys of organizations at vendors: set by admins, read by nobody, given to their own jobs."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection
from pydantic import SecretStr

from sealedbid.intelligence.repository import model_keys
from sealedbid.platform.errors import NotAllowedError, ValueRefusedError
from sealedbid.platform.postgres import Gateway
from sealedbid.system.audit_log.repository import audit_log
from tests.db.contexts import REFUSED, Work, touched
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

pytest_plugins = ["tests.fixtures.contexts"]

KEY = SecretStr("sk-ours-0123456789")
THEIRS = SecretStr("sk-theirs-0123456789")


async def set_keys(tenants: Tenants, world: World) -> None:
    for organization, key in ((world.b, THEIRS), (world.a, KEY)):
        async with tenants.as_role(organization, "admin") as tx:
            await model_keys.set_key(tx, "openai", key)


def given(worker: Connection[Any], work: Work, organization: Organization, vendor: str) -> Any:
    """The key that a job of the organization is given."""
    lease = work.lease(organization)
    with worker.transaction():
        worker.execute(
            "select seal.open_job(%s, %s, %s)", (lease.job_id, lease.token, lease.org_id)
        )
        row = worker.execute("select intelligence.model_key(%s)", (vendor,)).fetchone()
    assert row is not None
    return row[0]


async def test_a_job_is_given_its_own_organizations_key(
    tenants: Tenants, own_world: World, worker: Connection[Any], work: Work
) -> None:
    async with tenants.as_role(own_world.b, "admin") as tx:
        await model_keys.set_key(tx, "openai", THEIRS)
    assert given(worker, work, own_world.a, "openai") is None
    async with tenants.as_role(own_world.a, "admin") as tx:
        await model_keys.set_key(tx, "openai", KEY)
    assert given(worker, work, own_world.a, "openai") == KEY.get_secret_value()
    assert given(worker, work, own_world.b, "openai") == THEIRS.get_secret_value()
    assert given(worker, work, own_world.a, "anthropic") is None


async def test_a_job_gets_its_keys_by_vendor(
    tenants: Tenants, own_world: World, installation: Installation, work: Work
) -> None:
    await set_keys(tenants, own_world)
    lease = work.lease(own_world.a)
    async with (
        installation.gateway("sb_worker") as gateway,
        gateway.sealed_job(lease.job_id, lease.token, lease.org_id) as tx,
    ):
        keys = await model_keys.for_job(tx)
    assert {vendor: key.get_secret_value() for vendor, key in keys.items()} == {
        "openai": KEY.get_secret_value()
    }
    assert KEY.get_secret_value() not in repr(keys)


@pytest.mark.parametrize("role", ["viewer", "member"])
async def test_below_an_admin_nobody_sets_or_removes_one(
    tenants: Tenants, own_world: World, role: str
) -> None:
    await set_keys(tenants, own_world)
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a, role) as tx:
            await model_keys.set_key(tx, "openai", KEY)
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a, role) as tx:
            await model_keys.remove(tx, "openai")
    async with tenants.as_role(own_world.a, role) as tx:
        assert await model_keys.page(tx) == []


async def test_an_admin_sees_that_there_is_one_and_nobody_which(
    tenants: Tenants, own_world: World, api: Connection[Any]
) -> None:
    await set_keys(tenants, own_world)
    async with tenants.as_role(own_world.a, "owner") as tx:
        (listed,) = await model_keys.page(tx)
    assert (listed.vendor, listed.set_by) == ("openai", own_world.a.admin.id)
    with api.transaction(force_rollback=True):
        api.execute(
            "select seal.open('session', %s, %s)", (own_world.a.owner.proof, own_world.a.id)
        )
        for reading in ("select secret from public.model_keys", "table public.model_keys"):
            assert touched(api, reading) == REFUSED
        assert touched(api, "select intelligence.model_key('openai')") == REFUSED
        for writing in (
            "update public.model_keys set secret = ''",
            "delete from public.model_keys",
        ):
            assert touched(api, writing) == REFUSED


async def test_outside_a_job_a_worker_is_given_none(
    tenants: Tenants, own_world: World, installation: Installation
) -> None:
    await set_keys(tenants, own_world)
    async with installation.gateway("sb_worker") as gateway:
        with pytest.raises(NotAllowedError):
            await read_as_person(gateway, own_world.a)


async def read_as_person(gateway: Gateway, organization: Organization) -> None:
    async with gateway.sealed("session", organization.owner.proof, organization.id) as tx:
        await model_keys.for_job(tx)


async def test_setting_and_removing_are_recorded_without_the_key(
    tenants: Tenants, own_world: World, installation: Installation
) -> None:
    await set_keys(tenants, own_world)
    async with tenants.as_role(own_world.a, "admin") as tx:
        await model_keys.set_key(tx, "openai", SecretStr("sk-second-0123456789"))
        assert await model_keys.remove(tx, "openai")
        assert not await model_keys.remove(tx, "openai")
    async with tenants.as_role(own_world.a, "owner") as tx:
        events = await audit_log.latest(tx, limit=20)
    actions = [each.action for each in events if each.action.startswith("model_key.")]
    assert sorted(actions) == ["model_key.removed", "model_key.set", "model_key.set"]
    with installation.as_superuser() as behind:
        row = behind.execute(
            "select count(*) from public.audit_log l where l::text like '%0123456789%'"
        ).fetchone()
    assert row == (0,)


async def test_removing_leaves_the_other_organizations_key(
    tenants: Tenants, own_world: World, worker: Connection[Any], work: Work
) -> None:
    await set_keys(tenants, own_world)
    async with tenants.as_role(own_world.a, "admin") as tx:
        assert await model_keys.remove(tx, "openai")
    assert given(worker, work, own_world.a, "openai") is None
    assert given(worker, work, own_world.b, "openai") == THEIRS.get_secret_value()


@pytest.mark.parametrize(
    "secret", ["", "short", "two words of a key", "line\nof a header: x", "ключ-ключ"]
)
async def test_what_is_no_key_is_refused_without_repeating_it(
    tenants: Tenants, own_world: World, secret: str
) -> None:
    with pytest.raises(ValueRefusedError, match="secret: give the key") as caught:
        async with tenants.as_role(own_world.a, "admin") as tx:
            await model_keys.set_key(tx, "openai", SecretStr(secret))
    assert not secret or secret not in str(caught.value)


async def test_another_vendor_is_refused(tenants: Tenants, own_world: World) -> None:
    with pytest.raises(ValueRefusedError, match="vendor: give openai or anthropic"):
        async with tenants.as_role(own_world.a, "admin") as tx:
            await model_keys.set_key(tx, "another", KEY)
