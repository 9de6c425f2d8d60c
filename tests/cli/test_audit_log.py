"""audit-log: a person verifies it, keeps its head, reads it, and erases addresses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests.fixtures.commands import Commands
from tests.fixtures.people import Organization, People, World

pytestmark = pytest.mark.full

BEHIND = "set session_replication_role = replica"  # triggers do not bind a superuser


@pytest.fixture
def world(run: Commands) -> World:
    """Two organizations of the test's own, with at least five chained events each."""
    world = People(run.installation).world()
    for organization in (world.a, world.b):
        record(run, organization, 5)
    run.behind("select system.chain_audit_log(100000)")
    return world


def record(run: Commands, organization: Organization, count: int) -> None:
    with run.installation.connect("sb_api") as api, api.transaction():
        proof = organization.owner.proof
        api.execute("select seal.open('session', %s, %s)", (proof, organization.id))
        for number in range(count):
            api.execute(
                "select system.record_event('file.read', 'files', %s, '{}', '192.0.2.7', 'test')",
                [str(number)],
            )


def tamper(run: Commands, statement: str, *params: object) -> None:
    """Change the log as a superuser of the server."""
    with run.installation.as_superuser() as connection:
        connection.execute(BEHIND)
        connection.execute(statement, params)


def length(run: Commands, organization: Organization) -> int:
    ((number,),) = run.behind(
        "select chain_no from public.audit_heads where org_id = %s", organization.id
    )
    return int(number)


def test_a_whole_log_is_verified_and_what_is_not_chained_yet_counted(
    run: Commands, world: World
) -> None:
    done = run("audit-log", "verify", "--org", str(world.a.id))
    assert done.returncode == 0, done.stderr
    assert f"{world.a.name}: whole and in order, up to event {length(run, world.a)}." in done.stdout
    assert "not chained yet: 1." in done.stdout  # the event of this verification


def test_a_changed_event_is_named_and_the_other_organization_stays_whole(
    run: Commands, world: World
) -> None:
    tamper(
        run,
        "update public.audit_log set action = 'nothing.happened'"
        " where org_id = %s and chain_no = 3",
        world.a.id,
    )
    ((event,),) = run.behind(
        "select id from public.audit_log where org_id = %s and chain_no = 3", world.a.id
    )
    done = run("audit-log", "verify", "--org", str(world.a.id))
    assert done.returncode == 1
    assert f"Event 3 ({event}) was changed" in done.stdout
    assert done.stdout.count("Event ") == 1
    assert run("audit-log", "verify", "--org", str(world.b.id)).returncode == 0
    assert run("audit-log", "verify", "--all").returncode == 1


def test_a_missing_event_is_named(run: Commands, world: World) -> None:
    tamper(run, "delete from public.audit_log where org_id = %s and chain_no = 2", world.a.id)
    done = run("audit-log", "verify", "--org", str(world.a.id))
    assert done.returncode == 1
    assert "Event 2 is missing." in done.stdout


def test_a_cut_tail_is_noticed_by_the_head_in_the_database(run: Commands, world: World) -> None:
    last = length(run, world.a)
    tamper(
        run,
        "delete from public.audit_log where org_id = %s and chain_no > %s",
        *(world.a.id, last - 2),
    )
    done = run("audit-log", "verify", "--org", str(world.a.id))
    assert done.returncode == 1
    assert f"the chain ends at {last - 2}, the database's own head is at {last}" in done.stdout


def test_a_cut_tail_with_a_head_moved_back_is_noticed_by_the_head_that_was_kept(
    run: Commands, world: World
) -> None:
    ours = ("--org", str(world.a.id))
    kept = run("audit-log", "head", *ours).stdout.strip()
    last = length(run, world.a)
    assert kept.startswith(f"{world.a.id}:{last}:")
    tamper(
        run,
        "delete from public.audit_log where org_id = %s and chain_no > %s",
        *(world.a.id, last - 2),
    )
    tamper(
        run,
        "update public.audit_heads h set chain_no = a.chain_no, hash = a.hash"
        " from public.audit_log a where a.org_id = h.org_id and h.org_id = %s and a.chain_no = %s",
        *(world.a.id, last - 2),
    )
    assert run("audit-log", "verify", *ours).returncode == 0
    done = run("audit-log", "verify", *ours, "--head", kept)
    assert done.returncode == 1
    assert f"the chain ends at {last - 2}, the head that you kept is at {last}" in done.stdout


def test_a_kept_head_that_fits_says_nothing_and_one_that_does_not_is_told(
    run: Commands, world: World
) -> None:
    ours = ("--org", str(world.a.id))
    kept = run("audit-log", "head", *ours).stdout.strip()
    record(run, world.a, 3)
    run.behind("select system.chain_audit_log(100000)")
    assert run("audit-log", "verify", *ours, "--head", kept).returncode == 0
    number = kept.split(":")[1]
    done = run("audit-log", "verify", *ours, "--head", f"{world.a.id}:{number}:{'00' * 32}")
    assert done.returncode == 1
    assert f"Event {number} is not the one whose head you kept" in done.stdout
    theirs = run("audit-log", "head", "--org", str(world.b.id)).stdout.strip()
    done = run("audit-log", "verify", *ours, "--head", theirs)
    assert done.returncode == 1
    assert f"A head is of organization {world.b.id}" in done.stderr
    done = run("audit-log", "verify", *ours, "--head", "nonsense")
    assert "“nonsense” is no head" in done.stderr


@pytest.mark.full
def test_the_platforms_log_is_verified_where_it_has_an_owner(run: Commands, world: World) -> None:
    heads = run("audit-log", "head", "--all")
    assert "`sealedbid operator appoint` first" in heads.stderr
    assert {line.split(":")[0] for line in heads.stdout.split()} >= {
        *(str(world.a.id), str(world.b.id))
    }
    assert run("operator", "appoint", world.a.owner.email).returncode == 0
    run.behind("select system.chain_audit_log(100000)")
    platform = str(UUID(int=0))
    assert platform in run("audit-log", "head", "--all").stdout
    done = run("audit-log", "verify", "--org", "Platform")
    assert done.returncode == 0, done.stderr
    assert "Platform: " in done.stdout
    assert "member.appointed" in run("audit-log", "list", "--org", platform).stdout


def test_events_are_listed_and_those_of_others_are_not(run: Commands, world: World) -> None:
    listed = run("audit-log", "list", "--org", str(world.a.id))
    assert listed.returncode == 0, listed.stderr
    assert "organization.founded" in listed.stdout
    assert "192.0.2.7" in listed.stdout
    assert str(world.a.owner.id) in listed.stdout
    assert str(world.b.owner.id) not in listed.stdout


def test_addresses_are_erased_and_the_log_is_still_whole(run: Commands, world: World) -> None:
    ours = ("--org", str(world.a.id))
    tomorrow = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}"
    done = run("audit-log", "erase-addresses", "--before", "2000-01-01", *ours)
    assert done.stdout.strip() == "Events whose address is erased now: 0."
    done = run("audit-log", "erase-addresses", "--before", tomorrow, *ours)
    assert done.stdout.strip() == "Events whose address is erased now: 5.", done.stderr
    assert "192.0.2.7" not in run("audit-log", "list", *ours).stdout
    done = run("audit-log", "verify", *ours)
    assert done.returncode == 0, done.stdout
    assert "Events whose address was erased: 5." in done.stdout
    assert "192.0.2.7" in run("audit-log", "list", "--org", str(world.b.id)).stdout
