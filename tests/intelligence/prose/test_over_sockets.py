"""The writer with models behind real sockets: streams, a cut, a death, limits, and who leaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from sealedbid.intelligence.llm import Limit, Meter, Models, run_limit
from sealedbid.intelligence.writer import Written
from sealedbid.intelligence.writer.prose import ModelWriter
from sealedbid.platform.config import Settings
from tests.fixtures.model_server import (
    Asked,
    ModelServer,
    Script,
    answer,
    events,
    model_server,
    said,
    streamed,
)
from tests.intelligence.composer.making import author
from tests.intelligence.prose.scripted import prompt_of
from tests.intelligence.prose.world import assignment, printed, prose
from tests.intelligence.prose.writers import faithful

pytestmark = pytest.mark.full  # the clients of vendors take seconds to import


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        yield opened


async def written(served: ModelServer, *limits: Limit) -> Written:
    """Write the proposal with the model behind the server."""
    settings = Settings(model_writer="small", model_url=f"{served.url}/v1", model_retries=0)
    meter = Meter(*limits)
    async with Models(settings) as models:
        writer = ModelWriter(lambda kind: models.of(kind, meter), quiet)
        return await writer.write(assignment())


async def quiet(words: str) -> None:
    """Tell nobody."""


def pieces(asked: Asked, *, end: int | None = None) -> list[str]:
    """The faithful answer to a request, in pieces of a few words."""
    words = faithful(prompt_of(asked.body["messages"])).split(" ")[:end]
    return [f"{word} " for word in words]


def reply(asked: Asked) -> Script:
    """Stream the faithful answer; a repair is none."""
    return streamed(events(pieces(asked))) if asked.body.get("stream") else answer(said("DROP"))


async def test_a_proposal_is_written_over_streams_and_its_tokens_are_counted(
    served: ModelServer,
) -> None:
    served.reply = reply
    done = await written(served)
    assert done.draft.document.composed_by == "model:small"
    assert done.by == "small"
    assert len(prose(done.draft)) > 8
    bodies = [asked.body for asked in served.asked if asked.body.get("stream")]
    assert len(bodies) == 4
    assert done.usage.tokens_in == 21 * len(served.asked)
    caps = [body.get("max_tokens") or body.get("max_completion_tokens") for body in bodies]
    assert all(50 < cap < 2_000 for cap in caps), caps


async def test_an_answer_cut_at_its_cap_keeps_its_whole_lines(served: ModelServer) -> None:
    def cut(asked: Asked) -> Script:
        if not asked.body.get("stream"):
            return answer("the server is confused", status=400)
        return streamed(events(pieces(asked, end=30), finish="length"))

    served.reply = cut
    done = await written(served)
    assert prose(done.draft)
    assert any("is short" in check for check in author(done.draft).checks)


async def test_a_server_that_dies_in_a_later_answer_leaves_the_rest_to_the_composer(
    served: ModelServer,
) -> None:
    def dying(asked: Asked) -> Script:
        if "(approach)" in str(asked.body) or not asked.body.get("stream"):
            return reply(asked)
        return streamed([*events(pieces(asked, end=40), finish=None, usage=None, done=False), None])

    served.reply = dying
    done = await written(served)
    assert done.draft.document.composed_by == "model:small"
    assert any("broke off" in check for check in author(done.draft).checks)


async def test_a_limit_of_the_run_ends_it_with_a_word_and_no_error(served: ModelServer) -> None:
    usage = {"prompt_tokens": 2_000, "completion_tokens": 200, "total_tokens": 2_200}
    served.reply = lambda asked: streamed(events(pieces(asked), usage=usage))
    done = await written(served, run_limit(Settings(model_run_tokens=4_500)))
    assert prose(done.draft)
    assert len(served.asked) < 4
    assert any("limit on tokens" in check for check in author(done.draft).checks)


async def test_a_writer_that_is_cancelled_in_a_stream_hangs_up(served: ModelServer) -> None:
    def slow(asked: Asked) -> Script:
        steps: list[bytes | float | None] = []
        for event in events(pieces(asked)):
            steps += [event, 0.2]
        return streamed(steps)

    served.reply = slow
    task = asyncio.create_task(written(served))
    while not served.asked:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for _ in range(100):
        if served.left:
            break
        await asyncio.sleep(0.05)
    assert served.left == 1
    assert len(served.asked) == 1


async def test_refusals_leave_everything_to_the_composer(served: ModelServer) -> None:
    served.reply = lambda asked: streamed(events(["I cannot."], finish="content_filter"))
    done = await written(served)
    assert done.draft.document.composed_by == "composer"
    assert "I cannot" not in printed(done.draft)
