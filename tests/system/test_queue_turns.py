"""The next job by turns between organizations, weights, limits and budgets, as numbers."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

import pytest

from tests.fixtures.queue import Queue


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use none of the product's statements."""


def test_a_turn_goes_round_the_organizations(queue: Queue) -> None:
    big, *small = queue.organizations(10)
    queue.fill(big, 1_000)
    for org in small:
        queue.fill(org, 2)
    turn = Counter(org for org, *_ in queue.claim(20))
    assert turn == dict.fromkeys([big, *small], 2)


def test_an_organization_gets_as_many_as_its_weight_says(queue: Queue) -> None:
    orgs = queue.organizations(3)
    queue.lane(orgs[0], weight=4)
    for org in orgs:
        queue.fill(org, 100)
    got = Counter(org for org, *_ in queue.claim(60))
    assert got == {orgs[0]: 40, orgs[1]: 10, orgs[2]: 10}


def test_inside_an_organization_the_lowest_priority_number_goes_first(queue: Queue) -> None:
    (org,) = queue.organizations(1)
    queue.fill(org, 3, priority=100)
    queue.fill(org, 2, priority=1)
    queue.fill(org, 1, priority=50)
    claimed = [job for _, job, _ in queue.claim(3)]
    rows = queue.behind.execute(
        "select priority from public.jobs where id = any(%s) order by 1", [claimed]
    ).fetchall()
    assert [row[0] for row in rows] == [1, 1, 50]


def test_where_a_lane_goes_on_is_a_hint_that_steps_over_what_was_claimed(queue: Queue) -> None:
    (org,) = queue.organizations(1)
    queue.fill(org, 4)
    first, second, *_ = queue.behind.execute("select id from public.jobs order by id").fetchall()
    after: dict[str, Any] = {"orgs": [org], "after_priority": [100], "after": [second[0]]}
    assert first[0] not in {job for _, job, _ in queue.claim(4, **after)}
    assert {job for _, job, _ in queue.claim(4)} == {first[0], second[0]}


def test_a_limit_is_exact_under_many_claims_at_once(queue: Queue) -> None:
    limited, free = queue.organizations(2)
    queue.lane(limited, max_running=7)
    for org in (limited, free):
        queue.fill(org, 400)
    begin = threading.Barrier(4)
    most = []

    def claim_and_give_back() -> None:
        with queue.installation.connect("sb_dispatch") as own:
            begin.wait()
            for _ in range(25):
                claimed = queue.claim(5, own)
                most.append(queue_running())
                for org, job, lease in claimed:
                    own.execute("select queue.fail(%s, %s, %s, null, null)", (org, job, lease))

    def queue_running() -> int:
        with queue.installation.as_superuser() as behind:
            row = behind.execute(
                "select count(*) from public.jobs where org_id = %s and status = 'running'",
                [limited],
            ).fetchone()
        assert row is not None
        return int(row[0])

    threads = [threading.Thread(target=claim_and_give_back) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 100
    assert 0 < max(most) <= 7


def test_a_limit_is_reached_and_not_passed(queue: Queue) -> None:
    limited, free = queue.organizations(2)
    queue.lane(limited, max_running=3)
    for org in (limited, free):
        queue.fill(org, 50)
    got = Counter(org for org, *_ in queue.claim(40))
    assert got[limited] == 3
    assert queue.claim(5, orgs=[limited]) == []
    queue.lane(limited, max_running=0)
    queue.lane(free, max_running=None)
    assert {org for org, *_ in queue.claim(5)} == {free}


def test_a_budget_holds_estimates_back_and_counts_what_was_used(queue: Queue) -> None:
    (org,) = queue.organizations(1)
    queue.lane(org, token_limit=1_000)
    queue.fill(org, 20, est_tokens=300)
    first = queue.claim(20)
    assert len(first) == 3  # 900 of 1,000: a fourth could go over
    assert queue.claim(20) == []
    queue.fail(first[0], tokens=500)  # more than its estimate
    assert queue.claim(20) == []  # 500 used, 600 held
    queue.fail(first[1], tokens=100)
    assert len(queue.claim(20)) == 0  # 600 used, 300 held: 100 are left
    queue.fail(first[2], tokens=0)
    assert len(queue.claim(20)) == 1  # 600 used: 400 are left
    used = queue.behind.execute("select tokens_used from public.job_lanes").fetchall()
    assert used == [(600,)]


def test_a_new_month_is_a_new_budget(queue: Queue) -> None:
    (org,) = queue.organizations(1)
    queue.lane(org, token_limit=100)
    queue.fill(org, 3)
    queue.fail(queue.claim(1)[0], tokens=100)
    assert queue.claim(1) == []
    queue.behind.execute("update public.job_lanes set period = period - interval '1 month'")
    claimed = queue.claim(1)
    assert len(claimed) == 1
    queue.fail(claimed[0], tokens=30)
    used = queue.behind.execute("select tokens_used from public.job_lanes").fetchall()
    assert used == [(30,)]


def test_what_is_asked_for_later_is_claimed_later(queue: Queue) -> None:
    (org,) = queue.organizations(1)
    queue.fill(org, 2, run_at="2199-12-31")
    queue.fill(org, 1)
    assert len(queue.claim(10)) == 1
    queue.behind.execute(
        "update public.jobs set run_at = now() - interval '1 second' where status = 'scheduled'"
    )
    assert queue.claim(10) == []
    queue.dispatch.execute("select * from queue.tick()")
    assert len(queue.claim(10)) == 2


@pytest.mark.parametrize(
    ("stop", "left"),
    [
        ({}, set()),
        ({"org": 0}, {(1, "test.job"), (1, "test.other")}),
        ({"type": "test.job"}, {(0, "test.other"), (1, "test.other")}),
        (
            {"org": 0, "type": "test.job"},
            {(0, "test.other"), (1, "test.job"), (1, "test.other")},
        ),
    ],
)
def test_what_is_stopped_is_not_claimed(
    queue: Queue, stop: dict[str, Any], left: set[tuple[int, str]]
) -> None:
    orgs = queue.organizations(2)
    for org in orgs:
        queue.fill(org, 1)
        queue.behind.execute(
            "insert into public.jobs (org_id, job_type) values (%s, 'test.other')", [org]
        )
    arguments = {"reason": "a test"} | stop
    if "org" in stop:
        arguments["org"] = orgs[stop["org"]]
    named = ", ".join(f"p_{name} => %({name})s" for name in arguments)
    with queue.installation.as_owner() as owner:
        owner.execute(f"select queue.stop_jobs({named})", arguments)
        claimed = {(orgs.index(org), job) for org, job in _types(queue, queue.claim(10))}
        assert claimed == left
        owner.execute(f"select queue.resume_jobs({named})", arguments)
    assert len(claimed) + len(queue.claim(10)) == 4


def _types(queue: Queue, claimed: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return queue.behind.execute(
        "select org_id, job_type from public.jobs where id = any(%s)",
        [[job for _, job, _ in claimed]],
    ).fetchall()


def test_the_lanes_are_found_from_anywhere_and_round(queue: Queue) -> None:
    orgs = queue.organizations(5)
    for org in orgs:
        queue.fill(org, 2)
    for place, after in enumerate(orgs):
        row = queue.dispatch.execute("select queue.lanes(%s, 10)", [after]).fetchone()
        assert row is not None
        assert row[0] == orgs[place + 1 :] + orgs[: place + 1]
        row = queue.dispatch.execute("select queue.lanes(%s, 3)", [after]).fetchone()
        assert row is not None
        assert row[0] == (orgs[place + 1 :] + orgs[: place + 1])[:3]
