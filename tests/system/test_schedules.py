"""Setting schedules: who may, as whom their jobs run, and the audit log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from psycopg.errors import CheckViolation

from sealedbid.platform.errors import NotAllowedError
from sealedbid.system.jobs.repository import job_schedules
from sealedbid.system.jobs.schedules import CronError
from tests.db.contexts import REFUSED, make_key, opened, refused, scalar
from tests.db.documents import within
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants
from tests.system.schedules import REMOVE, SET, Clock, names

PLATFORM = UUID(int=0)
DAILY: dict[str, Any] = {"cron": "0 9 * * *", "timezone": "Europe/Berlin"}


@pytest.fixture
def api(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_api") as connection:
        yield connection


@pytest.fixture
def clock(installation: Installation) -> Clock:
    return Clock(installation)


def test_nobody_without_a_context_sets_or_removes_a_schedule(
    api: Connection[Any], own_world: World, clock: Clock
) -> None:
    clock.set(own_world.a)
    for statement, arguments in (
        (SET, (own_world.a.id, "mine", "draft")),
        (SET, (PLATFORM, "mine", "draft")),
        (REMOVE, (own_world.a.id, "daily")),
    ):
        with refused(REFUSED):
            api.execute(statement, arguments)
    assert names(api) == []


def test_nobody_sees_sets_or_removes_what_is_anothers(
    api: Connection[Any], own_world: World, clock: Clock
) -> None:
    theirs = clock.set(own_world.b)
    for statement, arguments in (
        (SET, (own_world.b.id, "daily", "draft")),
        (SET, (own_world.b.id, "mine", "draft")),
        (SET, (PLATFORM, "mine", "draft")),
        (REMOVE, (own_world.b.id, "daily")),
    ):
        with opened(api, own_world.a, "owner"), refused(REFUSED):
            api.execute(statement, arguments)
    # an own schedule of the same name does not exist
    with opened(api, own_world.a, "owner"):
        assert scalar(api, REMOVE, own_world.a.id, "daily") is False
        assert names(api) == []
    assert clock.of(theirs)["job_type"] == "test.scheduled"


async def test_both_organizations_have_one_of_the_same_name(
    tenants: Tenants, own_world: World
) -> None:
    for organization, word in ((own_world.b, "theirs"), (own_world.a, "ours")):
        async with tenants.as_role(organization, "admin") as tx:
            await job_schedules.put(tx, "daily", "draft", payload={"of": word}, **DAILY)
    async with tenants.as_role(own_world.a, "admin") as tx:
        (ours,) = await job_schedules.page(tx)
        assert ours == await job_schedules.named(tx, "daily")
        assert (ours.payload, ours.cron, ours.is_active) == ({"of": "ours"}, "0 9 * * *", True)
        assert await job_schedules.remove(tx, "daily") is True
        assert await job_schedules.remove(tx, "daily") is False
    async with tenants.as_role(own_world.b, "admin") as tx:
        assert [found.payload for found in await job_schedules.page(tx)] == [{"of": "theirs"}]


@pytest.mark.parametrize(
    ("role", "may"), [("viewer", False), ("member", False), ("admin", True), ("owner", True)]
)
async def test_admins_schedule_and_others_see_nothing_of_it(
    tenants: Tenants, own_world: World, role: str, may: bool
) -> None:
    for organization in (own_world.a, own_world.b):
        async with tenants.as_role(organization, "owner") as tx:
            await job_schedules.put(tx, "daily", "draft", **DAILY)
    if may:
        async with tenants.as_role(own_world.a, role) as tx:
            await job_schedules.put(tx, "hourly", "draft", cron="0 * * * *", timezone="UTC")
            assert [found.name for found in await job_schedules.page(tx)] == ["daily", "hourly"]
        return
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a, role) as tx:
            await job_schedules.put(tx, "hourly", "draft", cron="0 * * * *", timezone="UTC")
    with pytest.raises(NotAllowedError):
        async with tenants.as_role(own_world.a, role) as tx:
            await job_schedules.remove(tx, "daily")
    async with tenants.as_role(own_world.a, role) as tx:
        assert await job_schedules.page(tx) == []


def test_an_admins_key_of_a_lower_rank_does_not_schedule(
    api: Connection[Any], own_world: World
) -> None:
    for rank, may in ((2, False), (3, True)):
        _, proof = make_key(api, own_world.a, rank)
        with api.transaction(force_rollback=True):
            api.execute("select seal.open('key', %s, %s)", (proof, own_world.a.id))
            if not may:
                with refused(REFUSED):
                    api.execute(SET, (own_world.a.id, "mine", "draft"))
                continue
            api.execute(SET, (own_world.a.id, "mine", "draft"))


def test_who_is_no_admin_any_more_does_not_schedule_in_what_they_opened_before(
    api: Connection[Any], own_world: World, installation: Installation
) -> None:
    with opened(api, own_world.a, "admin"), installation.connect("sb_api") as other:
        with within(other, own_world.a, "owner"):
            other.execute("select core.change_role(%s, 'member')", [own_world.a.admin.id])
        with refused(REFUSED):
            api.execute(SET, (own_world.a.id, "mine", "draft"))


async def test_what_is_set_again_is_set_as_a_whole(
    tenants: Tenants, own_world: World, clock: Clock
) -> None:
    async with tenants.as_role(own_world.a, "admin") as tx:
        first = await job_schedules.put(
            tx, "daily", "draft", payload={"n": 1}, priority=7, catch_up=False, **DAILY
        )
    async with tenants.as_role(own_world.a, "owner") as tx:
        again = await job_schedules.put(tx, "daily", "other", cron="5 * * * *", timezone="UTC")
    assert again == first
    row = clock.of(first)
    assert (row["job_type"], row["payload"], row["priority"]) == ("other", {}, 100)
    assert row["catch_up"] is True
    # the payload is the owner's now, and so are the jobs
    assert (row["requested_by"], row["requested_rank"]) == (str(own_world.a.owner.id), 4)


@pytest.mark.parametrize("job_type", ["system", "system.purge", "billing.sync"])
def test_reserved_types_are_for_the_operator(
    installation: Installation,
    api: Connection[Any],
    own_world: World,
    clock: Clock,
    people: People,
    job_type: str,
) -> None:
    with opened(api, own_world.a, "owner"), refused(REFUSED):
        api.execute(SET, (own_world.a.id, "purge", job_type))
    operator = people.sign_up("operator")
    with installation.as_owner() as installer:
        made = scalar(installer, SET, own_world.a.id, "purge", job_type)
        installer.execute("select core.appoint_operator(%s)", [operator.email])
    assert (clock.of(made)["requested_by"], clock.of(made)["requested_rank"]) == (None, 3)
    with api.transaction():
        api.execute("select seal.open('session', %s, %s)", (operator.proof, PLATFORM))
        assert scalar(api, SET, own_world.a.id, "purge", job_type) == made
        theirs = scalar(api, SET, own_world.b.id, "purge", job_type)
    # an admin of the platform is no member of the organization: the log names the person
    assert clock.of(theirs)["requested_by"] is None
    assert [(each["actor_kind"], each["user_id"]) for each in clock.log(made)] == [
        ("installer", None),
        ("session", str(operator.id)),
    ]


def test_what_the_operator_set_an_organization_neither_changes_nor_removes(
    installation: Installation, api: Connection[Any], own_world: World, clock: Clock
) -> None:
    with installation.as_owner() as installer:
        made = scalar(installer, SET, own_world.a.id, "daily", "draft")
        for statement, arguments in (
            (SET, (own_world.a.id, "daily", "mine")),
            (REMOVE, (own_world.a.id, "daily")),
        ):
            with opened(api, own_world.a, "owner"), refused(REFUSED):
                api.execute(statement, arguments)
        assert clock.of(made)["job_type"] == "draft"
        assert scalar(installer, REMOVE, own_world.a.id, "daily") is True


def test_each_use_stands_in_the_audit_log_with_who(
    api: Connection[Any], own_world: World, clock: Clock
) -> None:
    made = clock.set(own_world.a, "admin")
    with within(api, own_world.a, "owner"):
        assert scalar(api, REMOVE, own_world.a.id, "daily") is True
    log = [(each["org_id"], each["user_id"], each["action"]) for each in clock.log(made)]
    org = str(own_world.a.id)
    assert log == [
        (org, str(own_world.a.admin.id), "schedules.set"),
        (org, str(own_world.a.owner.id), "schedules.removed"),
    ]
    detail = {"name": "daily", "job_type": "test.scheduled", "cron": "* * * * *"}
    assert clock.log(made)[0]["detail"] == detail | {"timezone": "UTC"}  # and not the payload


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"cron": "0 25 * * *"}, "^cron: the hour"),
        ({"cron": "daily"}, "^cron: "),
        ({"timezone": "Europe/Nowhere"}, "^timezone: "),
    ],
)
async def test_what_cannot_be_read_is_refused_when_it_is_set(
    tenants: Tenants, world: World, wrong: dict[str, str], said: str
) -> None:
    with pytest.raises(CronError, match=said):
        async with tenants.as_role(world.a, "admin") as tx:
            await job_schedules.put(tx, "daily", "draft", **(DAILY | wrong))


# A zone has a name: the server also reads abbreviations, offsets and rules.
@pytest.mark.parametrize("timezone", ["Europe/Nowhere", "CEST", "+02", "EST5EDT4,M3,M11", ""])
def test_the_database_refuses_a_zone_that_is_none(
    api: Connection[Any], world: World, timezone: str
) -> None:
    with opened(api, world.a, "admin"), pytest.raises(CheckViolation, match="timezone: ") as caught:
        api.execute(
            "select queue.set_schedule(%s, 'daily', 'draft', '0 9 * * *', %s, now())",
            (world.a.id, timezone),
        )
    assert caught.value.diag.constraint_name == "job_schedules_timezone_known"
    assert caught.value.diag.column_name == "timezone"


@pytest.mark.parametrize(
    ("given", "constraint"),
    [
        ({"next": None}, "job_schedules_on_or_off"),
        ({"payload": "[]"}, "job_schedules_payload_is_object"),
        ({"name": " "}, "job_schedules_name_given"),
        ({"priority": 0}, "job_schedules_priority_known"),
        ({"max_attempts": 26}, "job_schedules_max_attempts_few"),
        ({"est_tokens": -1}, "job_schedules_budget_not_negative"),
    ],
)
def test_a_schedule_is_within_its_bounds(
    clock: Clock, own_world: World, given: dict[str, Any], constraint: str
) -> None:
    with pytest.raises(CheckViolation) as caught:
        clock.set(own_world.a, **given)
    assert caught.value.diag.constraint_name == constraint


@pytest.mark.full
def test_an_organization_has_a_thousand_at_most(
    installation: Installation, clock: Clock, own_world: World
) -> None:
    with installation.as_superuser() as behind:
        behind.execute(
            "insert into public.job_schedules"
            " (org_id, name, job_type, cron, timezone, next_run_at, requested_rank)"
            " select o, 'no ' || n, 'draft', '0 9 * * *', 'UTC', now() + interval '1 day', 3"
            " from unnest(%s::uuid[]) o, generate_series(1, 999) n",
            [[own_world.a.id, own_world.b.id]],
        )
    made = clock.set(own_world.a, name="the last")
    assert clock.set(own_world.a, name="the last") == made
    with pytest.raises(CheckViolation) as caught:
        clock.set(own_world.a, name="one more")
    assert caught.value.diag.constraint_name == "job_schedules_few"
    clock.set(own_world.b, name="theirs")
