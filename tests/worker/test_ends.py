"""Every way in which a job can end, each with its state and its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias
from uuid import UUID

import pytest

from tests.worker.yard import Yard

Ended: TypeAlias = tuple[str, str | None]
ENDS: list[tuple[str, Any, Ended]] = [
    ("test.echo", {"word": "hello"}, ("done", None)),
    ("test.effect", {"word": "one"}, ("done", None)),
    ("test.unheard_of", {}, ("dead", "no such type of job")),
    ("test.echo", {"words": 1}, ("dead", "the payload is malformed: words")),
    ("test.echo", {"word": {"a": 1}}, ("dead", "the payload is malformed: word")),
    ("test.refuses", {}, ("dead", "it cannot be done")),
    ("test.raises", {"word": "secret"}, ("dead", "ValueError")),
    ("test.explains", {}, ("dead", "The model is away.")),
    ("test.exits", {}, ("dead", "the body tried to end the process")),
    ("test.unstorable", {}, ("dead", "the result cannot be stored")),
    ("test.forks", {}, ("done", None)),
    ("test.tangles", {}, ("done", None)),
    ("test.mumbles", {}, ("dead", ("a null   and a line, " + 1000 * "long")[:500])),
    ("test.late", {}, ("dead", "it took too long")),
]


@pytest.mark.full
async def test_jobs_end_side_by_side_each_in_its_own_way(yard: Yard) -> None:
    theirs = await yard.ask("test.echo", {"word": "of the other"}, by=yard.world.b)
    ours = [await yard.ask(job_type, payload) for job_type, payload, _ in ENDS]
    await _work_until_ended(yard, ours)
    assert [yard.end_of(each) for each in ours] == [end for _, _, end in ENDS]
    assert yard.end_of(theirs) == ("done", None)


@pytest.mark.full
@pytest.mark.parametrize(("job_type", "payload", "end"), ENDS)
async def test_a_job_ends_alone_as_beside_others(
    yard: Yard, job_type: str, payload: Any, end: Ended
) -> None:
    ours = await yard.ask(job_type, payload)
    await _work_until_ended(yard, [ours])
    assert yard.end_of(ours) == end


async def _work_until_ended(yard: Yard, jobs: Sequence[UUID]) -> None:
    for _ in range(8):  # a job that is retried waits for its time, if only for a moment
        await yard.work()
        if all(yard.job(each)["status"] not in ("queued", "scheduled") for each in jobs):
            return


@pytest.mark.full
async def test_what_came_of_it_and_what_it_used_is_kept(yard: Yard) -> None:
    ours = await yard.ask("test.echo", {"word": "hello"})
    await yard.work()
    job = yard.job(ours)
    assert (job["result"], job["actual_tokens"]) == ({"heard": "hello"}, 7)
    tried = await yard.ask("test.raises", {"word": "secret"})
    while yard.job(tried)["status"] != "dead":
        await yard.work()
    job = yard.job(tried)
    assert (job["attempt"], job["actual_tokens"]) == (3, 30)
    assert "secret" not in str(job["error"])
