"""Stops: who may set and remove them; the audit log has each with the person and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, LiteralString
from uuid import UUID

import pytest
from psycopg import Connection

from tests.db.contexts import REFUSED, opened, refused, scalar
from tests.db.documents import within
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation

STOP = "select queue.stop_jobs('a test', %s, %s, %s)"
RESUME = "select queue.resume_jobs('a test', %s, %s)"
LANE = "select queue.set_lane(%s, 3, 2, 1000)"
PLATFORM = UUID(int=0)


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


@pytest.fixture
def api(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.connect("sb_api") as connection:
        yield connection


@pytest.fixture
def fresh(people: People) -> World:
    return people.world()


def ask(api: Connection[Any], organization: Organization) -> UUID:
    with within(api, organization):
        asked: UUID = scalar(
            api,
            "insert into public.jobs (org_id, job_type, run_at)"
            " values (%s, 'test.stops', '2199-12-31') returning id",
            organization.id,
        )
    return asked


@pytest.mark.parametrize(
    ("statement", "arguments"),
    [
        (STOP, (None, None, None)),
        (RESUME, (None, None)),
        ("select queue.retry_job(%s, %s)", (PLATFORM, PLATFORM)),
        (LANE, (PLATFORM,)),
    ],
)
def test_nobody_without_a_context_stops_anything(
    api: Connection[Any], statement: LiteralString, arguments: tuple[Any, ...]
) -> None:
    with refused(REFUSED):
        api.execute(statement, arguments)


def test_nobody_stops_or_retries_what_is_anothers(api: Connection[Any], fresh: World) -> None:
    theirs = ask(api, fresh.b)
    for statement, arguments in (
        (STOP, (fresh.b.id, None, None)),
        (STOP, (fresh.b.id, "test.stops", None)),
        (STOP, (fresh.b.id, None, theirs)),
        (STOP, (None, None, None)),
        (STOP, (None, "test.stops", None)),
        (RESUME, (fresh.b.id, None)),
        (RESUME, (None, None)),
        ("select queue.retry_job(%s, %s)", (theirs, fresh.b.id)),
        (LANE, (fresh.b.id,)),
        (LANE, (fresh.a.id,)),
    ):
        with opened(api, fresh.a, "owner"), refused(REFUSED):
            api.execute(statement, arguments)
    # the other's job under our own organization does not exist
    with opened(api, fresh.a, "owner"):
        assert scalar(api, STOP, fresh.a.id, None, theirs) == 0


@pytest.mark.parametrize(("role", "may"), [("viewer", False), ("member", True), ("admin", True)])
def test_members_end_single_jobs(api: Connection[Any], fresh: World, role: str, may: bool) -> None:
    ours = ask(api, fresh.a)
    if not may:
        with opened(api, fresh.a, role), refused(REFUSED):
            api.execute(STOP, (fresh.a.id, None, ours))
        return
    with opened(api, fresh.a, role):
        assert scalar(api, STOP, fresh.a.id, None, ours) == 1
        assert scalar(api, STOP, fresh.a.id, None, ours) == 0
        state = api.execute("select status, finished_at is not null from public.jobs").fetchone()
        assert state == ("cancelled", True)
        assert scalar(api, "select queue.retry_job(%s, %s)", ours, fresh.a.id) is True
        assert scalar(api, "select status from public.jobs") == "queued"
        assert scalar(api, "select queue.retry_job(%s, %s)", ours, fresh.a.id) is False


@pytest.mark.parametrize(("role", "may"), [("member", False), ("admin", True), ("owner", True)])
def test_admins_stop_their_organization(
    api: Connection[Any], fresh: World, role: str, may: bool
) -> None:
    for arguments in ((fresh.a.id, None, None), (fresh.a.id, "test.stops", None)):
        if not may:
            with opened(api, fresh.a, role), refused(REFUSED):
                api.execute(STOP, arguments)
            continue
        with within(api, fresh.a, role):
            assert scalar(api, STOP, *arguments) == 1
            assert scalar(api, STOP, *arguments) == 0
            assert scalar(api, RESUME, *arguments[:2]) == 1
            assert scalar(api, RESUME, *arguments[:2]) == 0
    if may:
        with opened(api, fresh.a, "owner"):
            log = api.execute(
                "select user_id, actor_kind, action, detail from public.audit_log"
                " where action like 'jobs.%' order by id"
            ).fetchall()
        who = fresh.a.person(role).id
        assert log == [
            (who, "session", "jobs.stopped", {"reason": "a test"}),
            (who, "session", "jobs.resumed", {"reason": "a test"}),
            (who, "session", "jobs.stopped", {"reason": "a test", "job_type": "test.stops"}),
            (who, "session", "jobs.resumed", {"reason": "a test", "job_type": "test.stops"}),
        ]


def test_what_the_operator_stopped_an_organization_does_not_start(
    installation: Installation, api: Connection[Any], fresh: World
) -> None:
    with installation.as_owner() as installer:
        assert scalar(installer, STOP, fresh.a.id, None, None) == 1
        with opened(api, fresh.a, "owner"), refused(REFUSED):
            api.execute(RESUME, (fresh.a.id, None))
        assert scalar(installer, RESUME, fresh.a.id, None) == 1


def test_two_stops_of_the_same_are_taken_back_one_by_one(
    installation: Installation, api: Connection[Any], fresh: World
) -> None:
    a = fresh.a.id
    stops = "select is_operator from queue.stops where org_id = %s order by 1"
    with installation.as_owner() as installer, installation.as_superuser() as behind:
        with within(api, fresh.a, "owner"):
            assert scalar(api, STOP, a, None, None) == 1
        assert scalar(installer, STOP, a, None, None) == 1  # though there is one already
        assert behind.execute(stops, (a,)).fetchall() == [(False,), (True,)]
        with within(api, fresh.a, "admin"):
            assert scalar(api, RESUME, a, None) == 1
        assert behind.execute(stops, (a,)).fetchall() == [(True,)]
        with opened(api, fresh.a, "owner"), refused(REFUSED):
            api.execute(RESUME, (a, None))
        with within(api, fresh.a, "owner"):
            assert scalar(api, STOP, a, None, None) == 1
        assert scalar(installer, RESUME, a, None) == 1
        assert behind.execute(stops, (a,)).fetchall() == [(False,)]
        with refused(REFUSED):
            installer.execute(RESUME, (a, None))
        assert behind.execute(stops, (a,)).fetchall() == [(False,)]


def test_what_somebody_stopped_who_has_left_the_admins_start_again(
    api: Connection[Any], fresh: World
) -> None:
    with within(api, fresh.a, "admin"):
        assert scalar(api, STOP, fresh.a.id, None, None) == 1
    with within(api, fresh.a, "owner"):
        scalar(api, "select core.remove_member(%s)", fresh.a.admin.id)
    with within(api, fresh.a, "owner"):
        assert scalar(api, RESUME, fresh.a.id, None) == 1


@pytest.mark.parametrize("job_type", ["system.clean", "billing.charge"])
@pytest.mark.parametrize("role", ["member", "admin", "owner"])
def test_the_operator_alone_ends_and_retries_jobs_of_the_reserved_types(
    installation: Installation, api: Connection[Any], fresh: World, role: str, job_type: str
) -> None:
    retry = "select queue.retry_job(%s, %s)"
    add = (
        "insert into public.jobs (org_id, job_type, status, finished_at) values (%s, %s, %s,"
        " case %s when 'dead' then now() end) returning id"
    )
    with installation.as_superuser() as behind:
        waiting, dead = (
            scalar(behind, add, fresh.a.id, job_type, status, status)
            for status in ("scheduled", "dead")
        )
    for statement, arguments in (
        (STOP, (fresh.a.id, None, waiting)),
        (STOP, (fresh.a.id, job_type, None)),
        (retry, (dead, fresh.a.id)),
    ):
        with opened(api, fresh.a, role), refused(REFUSED):
            api.execute(statement, arguments)
    with installation.as_owner() as installer:
        assert scalar(installer, STOP, fresh.a.id, None, waiting) == 1
        assert scalar(installer, retry, dead, fresh.a.id) is True


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_reason_has_to_be_given(api: Connection[Any], fresh: World, reason: str | None) -> None:
    with opened(api, fresh.a, "owner"), refused("22023"):
        api.execute("select queue.stop_jobs(%s, %s)", (reason, fresh.a.id))


def test_a_lane_is_set_by_the_operator_and_seen_by_admins(
    installation: Installation, api: Connection[Any], fresh: World
) -> None:
    with installation.as_owner() as installer:
        installer.execute(LANE, (fresh.b.id,))
        installer.execute(LANE, (fresh.a.id,))
    seen = "select org_id, weight, max_running, token_limit from public.job_lanes"
    with opened(api, fresh.a, "member"):
        assert api.execute(seen).fetchall() == []
    with opened(api, fresh.a, "admin"):
        assert api.execute(seen).fetchall() == [(fresh.a.id, 3, 2, 1000)]
        changed = api.execute(
            "select action, detail from public.audit_log where action = 'system.lane_changed'"
        ).fetchall()
    detail = {"weight": 3, "max_running": 2, "token_limit": 1000}
    assert changed == [("system.lane_changed", detail)]
