"""The month of an organization is its own, and a member's run reads it."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import Connection

from sealedbid.intelligence.spending import month_limit
from sealedbid.platform.errors import NotAllowedError
from sealedbid.system.usage.models import MonthUse
from sealedbid.system.usage.repository import usage_events
from tests.db.contexts import Work
from tests.fixtures.people import Organization, World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants

pytest_plugins = ["tests.fixtures.contexts"]

NOTHING = MonthUse(tokens=0, token_limit=None)
USED = (
    "insert into public.usage_events (org_id, kind, tokens, period)"
    " values (%s, 'draft', %s,"
    " (date_trunc('month', queue.now() at time zone 'UTC') - %s * interval '1 month')::date)"
)


@pytest.fixture
def behind(installation: Installation, own_world: World) -> Any:
    """Usage of the other organization, this month, and of ours, two months ago."""
    with installation.as_superuser() as connection:
        connection.execute(USED, (own_world.b.id, 5_000, 0))
        connection.execute(USED, (own_world.a.id, 900, 2))
        yield connection


def use(behind: Connection[Any], organization: Organization, *tokens: int) -> None:
    for each in tokens:
        behind.execute(USED, (organization.id, each, 0))


async def test_another_organizations_month_is_not_ours(
    behind: Connection[Any], tenants: Tenants, own_world: World
) -> None:
    async with tenants.as_role(own_world.a, "owner") as tx:
        assert await usage_events.month(tx) == NOTHING
    async with tenants.as_role(own_world.b, "owner") as tx:
        assert (await usage_events.month(tx)).tokens == 5_000


async def test_a_viewer_does_not_see_it(tenants: Tenants, own_world: World) -> None:
    with pytest.raises(NotAllowedError, match="members alone"):
        async with tenants.as_role(own_world.a, "viewer") as tx:
            await usage_events.month(tx)


async def test_a_member_sees_the_sum_and_the_limit_of_the_lane(
    behind: Connection[Any], tenants: Tenants, own_world: World
) -> None:
    use(behind, own_world.a, 300, 1_200)
    behind.execute(
        "insert into public.job_lanes (org_id, token_limit) values (%s, 10000)", (own_world.a.id,)
    )
    async with tenants.as_role(own_world.a, "member") as tx:
        found = await usage_events.month(tx)
        limit = await month_limit(tx)
    assert found == MonthUse(tokens=1_500, token_limit=10_000)
    assert (limit.scope, limit.room(500, None)) == ("month", 8_000)


async def test_without_a_limit_there_is_always_room(
    behind: Connection[Any], tenants: Tenants, own_world: World
) -> None:
    use(behind, own_world.a, 10**9)
    async with tenants.as_role(own_world.a, "member") as tx:
        assert (await month_limit(tx)).room(500, None) is None


def test_a_job_of_a_member_sees_the_same(
    behind: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    use(behind, own_world.a, 40)
    lease = work.lease(own_world.a)
    with worker.transaction():
        worker.execute(
            "select seal.open_job(%s, %s, %s)", (lease.job_id, lease.token, lease.org_id)
        )
        row = worker.execute("select tokens, token_limit from system.month_use()").fetchone()
    assert row == (40, None)


def test_without_a_context_nobody_sees_anything(
    behind: Connection[Any], installation: Installation
) -> None:
    for login in ("sb_api", "sb_worker"):
        with installation.connect(login) as connection:
            with pytest.raises(Exception, match=r"members alone|no organi") as caught:
                connection.execute("select * from system.month_use()")
            assert getattr(caught.value, "sqlstate", None) in ("42501", "28000")
