"""The chain of the audit log: one an organization, growing at its end, under any concurrency."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from psycopg import Connection

from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_log.chain import ZEROS
from sealedbid.system.audit_log.models import ChainedEvent
from sealedbid.system.audit_log.repository import audit_heads, audit_log
from sealedbid.system.audit_log.verifying import BEFORE_ALL
from tests.fixtures.people import People, World
from tests.fixtures.server import Installation
from tests.fixtures.tenants import Tenants
from tests.system.chaining import CHAIN, chain, record, rows, verified


async def test_each_organization_has_a_chain_of_its_own_and_reads_no_other(
    tenants: Tenants, own_world: World, chainer: Connection[Any]
) -> None:
    for organization in (own_world.a, own_world.b):
        await record(tenants, organization, "file.read", "proposal.exported")
    chain(chainer)
    ids = {}
    for organization in (own_world.a, own_world.b):
        async with tenants.as_role(organization, "admin") as tx:
            events = await audit_log.chained(tx, after=BEFORE_ALL)
            head = await audit_heads.get(tx)
        assert {event.org_id for event in events} == {str(organization.id)}
        assert [event.chain_no for event in events] == list(range(1, len(events) + 1))
        assert events[0].prev_hash == ZEROS
        assert head is not None
        assert (head.chain_no, head.hash) == (len(events), events[-1].hash)
        found = await verified(tenants, organization)
        assert (found.faults, found.rows, found.unchained) == ([], len(events), 0)
        ids[organization.id] = {event.id for event in events}
    assert not ids[own_world.a.id] & ids[own_world.b.id]


async def test_a_member_reads_neither_chain_nor_head(
    tenants: Tenants, own_world: World, chainer: Connection[Any]
) -> None:
    chain(chainer)
    async with tenants.as_role(own_world.a, "member") as tx:
        assert await audit_log.chained(tx, after=BEFORE_ALL) == []
        assert await audit_heads.get(tx) is None


async def test_each_organization_has_the_same_share_of_a_run_by_when_events_happened(
    make_database: Callable[..., Installation],
) -> None:
    installation = make_database()
    world = People(installation).world()
    with installation.as_superuser() as behind:
        for age, organization in ((1, world.a), (2, world.b)):
            behind.execute(
                "insert into public.audit_log (org_id, actor_kind, action, created_at)"
                " select %s, 'system', 'a.day_' || n, now() - make_interval(days => 10 * %s - n)"
                " from generate_series(3, 1, -1) n",
                [organization.id, age],
            )
        assert behind.execute(CHAIN, [4]).fetchone() == (4,)
        assert [action for _, action in rows(installation, world.a)][:2] == ["a.day_1", "a.day_2"]
        assert [action for _, action in rows(installation, world.b)][:2] == ["a.day_1", "a.day_2"]
        waiting = "select count(*) from public.audit_log where chain_no is null"
        row = behind.execute(waiting).fetchone()
        assert row is not None
        assert behind.execute(CHAIN, [0]).fetchone() == (0,)
        assert behind.execute(CHAIN, [1000]).fetchone() == row
        assert behind.execute(CHAIN, [1000]).fetchone() == (0,)


async def test_what_commits_late_is_appended_however_early_it_began(
    tenants: Tenants, own_world: World, installation: Installation, chainer: Connection[Any]
) -> None:
    async with tenants.as_role(own_world.a) as late:
        await audit_log.record(late, "proposal.exported")
        await record(tenants, own_world.a, "file.read")
        chain(chainer)
        before = rows(installation, own_world.a)
        assert before[-1][1] == "file.read"
    chain(chainer)
    assert rows(installation, own_world.a) == [*before, (len(before) + 1, "proposal.exported")]
    assert (await verified(tenants, own_world.a)).faults == []


async def test_who_comes_second_leaves_the_organization_to_the_first(
    tenants: Tenants, own_world: World, installation: Installation, chainer: Connection[Any]
) -> None:
    await record(tenants, own_world.a, "file.read")
    chain(chainer)
    await record(tenants, own_world.a, "proposal.exported")
    await record(tenants, own_world.b, "proposal.exported")
    with installation.as_superuser() as other, other.transaction():
        other.execute(
            "select from public.audit_heads where org_id = %s for update", [own_world.a.id]
        )
        chainer.execute("set lock_timeout = '2s'")
        chain(chainer)
        assert rows(installation, own_world.a)[-1][1] == "file.read"
        assert rows(installation, own_world.b)[-1][1] == "proposal.exported"
    chain(chainer)
    assert rows(installation, own_world.a)[-1][1] == "proposal.exported"


@pytest.mark.parametrize("first_time", [True, False])
def test_many_chainers_at_once_make_one_chain(
    make_database: Callable[..., Installation], first_time: bool
) -> None:
    installation = make_database()
    with installation.as_superuser() as behind:
        behind.execute(
            "insert into public.organizations (name)"
            " select 'Org ' || n from generate_series(1, 20) n"
        )
        if not first_time:
            behind.execute("insert into public.audit_heads (org_id) select id from organizations")
        behind.execute(
            "insert into public.audit_log (org_id, actor_kind, action)"
            " select o.id, 'system', 'a.thing' from public.organizations o, generate_series(1, 50)"
        )
    begin, counts = threading.Barrier(4), []

    def run() -> None:
        with installation.as_superuser() as connection:
            begin.wait()
            for _ in range(40):
                row = connection.execute(CHAIN, [40]).fetchone()
                assert row is not None
                counts.append(row[0])

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == 160
    with installation.as_superuser() as behind:
        broken = behind.execute(
            "select count(*) from (select prev_hash, lag(hash, 1, decode(repeat('00', 32), 'hex'))"
            " over (partition by org_id order by chain_no) as hash_before,"
            " chain_no - row_number() over (partition by org_id order by chain_no) as gap"
            " from public.audit_log) c where prev_hash is distinct from hash_before or gap <> 0"
        ).fetchone()
        total = behind.execute("select count(*) from public.audit_log").fetchone()
    assert broken == (0,)
    assert total == (sum(counts),)


@pytest.mark.full
async def test_a_chain_of_many_pages_is_whole_while_it_grows(
    tenants: Tenants,
    own_world: World,
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The chain grows between the reading of a page and of the head, also after the last page."""
    read, pages = audit_log.chained, []

    async def read_and_grow(tx: Transaction, **more: Any) -> list[ChainedEvent]:
        page = await read(tx, **more)
        pages.append(len(page))
        if len(pages) <= 2 or (not page and pages.count(0) == 1):
            grow(300)
        return page

    def grow(count: int) -> None:
        behind.execute(
            "insert into public.audit_log (org_id, actor_kind, action)"
            " select %s, 'system', 'a.thing' from generate_series(1, %s)",
            [own_world.a.id, count],
        )
        behind.execute(CHAIN, [100_000])

    monkeypatch.setattr(audit_log, "chained", read_and_grow)
    with installation.as_superuser() as behind:
        grow(1800)
        found = await verified(tenants, own_world.a)
    assert found.faults == []
    assert found.rows == found.last.chain_no == sum(pages)
    assert found.rows >= 1800 + 3 * 300
    assert pages.count(0) == 2
