"""Statements injected into a body schedule nothing, and see their own organization alone."""

from __future__ import annotations

import pytest

from tests.worker.yard import Yard

INJECTIONS = [
    "' || (select count(*) from queue.claim(gen_random_uuid(), 10))::text || '",
    "' || queue.fail(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), null, null) || '",
    "' || (select string_agg(verdict, ',') from queue.beat(gen_random_uuid())) || '",
    "' || queue.release(array[null]::uuid[], array[null]::uuid[], array[null]::uuid[], '{0}') || '",
    "' || (select count(*) from queue.tick())::text || '",
    "' || (select string_agg(lease_token::text, ',') from public.jobs) || '",
    "' || (select count(*) from queue.workers)::text || '",
    "' || (select count(*) from queue.stops)::text || '",
    "' || queue.stop_jobs('mine')::text || '",
    "' || queue.set_lane(seal.org(), 100)::text || '",
    "' || queue.register('x', 1, '1 hour')::text || '",
]

pytestmark = pytest.mark.full


@pytest.mark.parametrize("said", INJECTIONS)
async def test_a_statement_injected_into_a_body_schedules_nothing(yard: Yard, said: str) -> None:
    ours = await yard.ask("test.injects", {"word": said})
    await yard.work()
    heard = yard.job(ours)["result"]["heard"]
    assert "permission denied" in heard


async def test_a_statement_injected_into_a_body_sees_its_own_organizations_jobs(
    yard: Yard,
) -> None:
    theirs = await yard.ask("test.echo", {"word": "a canary"}, by=yard.world.b)
    word = "' || (select string_agg(id::text || payload::text, ',') from public.jobs) || '"
    ours = await yard.ask("test.injects", {"word": word})
    await yard.work()
    heard = yard.job(ours)["result"]["heard"]
    assert str(ours) in heard
    assert str(theirs) not in heard
    assert "canary" not in heard
