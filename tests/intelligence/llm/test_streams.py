"""Answers that come piece by piece, and end in every way."""

from __future__ import annotations

import asyncio

import pytest

from sealedbid.intelligence.llm import Limit, Meter, errors
from sealedbid.intelligence.llm.counting import estimated_tokens
from tests.fixtures.model_server import ModelServer, answer, events, said, streamed
from tests.intelligence.llm.conftest import PROMPT, Asks

PIECES = ["A ", "call ", "for ", "bids."]


async def test_pieces_come_in_order_and_the_answer_last(served: ModelServer, model: Asks) -> None:
    served.script(streamed(events(PIECES)))
    meter = Meter()
    async with model(meter=meter) as writer, writer.stream(PROMPT) as stream:
        pieces = [piece async for piece in stream]
    assert pieces == PIECES
    assert (stream.answer.text, stream.answer.ending) == ("A call for bids.", "complete")
    assert (stream.answer.spent.tokens, stream.answer.spent.is_estimated) == (28, False)
    assert meter.spent == stream.answer.spent
    assert served.asked[0].body["stream_options"] == {"include_usage": True}


async def test_a_stream_that_reports_no_tokens_is_estimated(
    served: ModelServer, model: Asks
) -> None:
    served.script(streamed(events(PIECES, usage=None)))
    async with model() as writer, writer.stream(PROMPT) as stream:
        assert [piece async for piece in stream] == PIECES
    assert stream.answer.spent.is_estimated
    assert stream.answer.spent.tokens_out == 7


@pytest.mark.parametrize(("finish", "ending"), [("length", "cut"), ("content_filter", "refused")])
async def test_how_a_stream_ended_is_told(
    served: ModelServer, model: Asks, finish: str, ending: str
) -> None:
    served.script(streamed(events(PIECES, finish=finish)))
    async with model() as writer, writer.stream(PROMPT) as stream:
        assert "".join([piece async for piece in stream]) == "A call for bids."
    assert stream.answer.ending == ending


async def test_a_busy_server_is_asked_again_before_the_first_piece(
    served: ModelServer, model: Asks, waits: list[float]
) -> None:
    served.script(answer("busy", status=429, retry_after="3"), streamed(events(PIECES)))
    async with model() as writer, writer.stream(PROMPT) as stream:
        assert [piece async for piece in stream] == PIECES
    assert waits == [3]


DEATHS = {
    "a reset": streamed([*events(PIECES, finish=None, usage=None, done=False), None]),
    "an end without its mark": streamed(events(PIECES, finish=None, usage=None, done=False)),
    "half an event": streamed(
        [*events(PIECES[:2], finish=None, usage=None, done=False), b"data: {"]
    ),
}


@pytest.mark.parametrize("how", DEATHS)
async def test_a_server_that_dies_after_the_first_piece_is_not_asked_again(
    served: ModelServer, model: Asks, how: str
) -> None:
    served.script(DEATHS[how], streamed(events(PIECES)))
    meter = Meter()
    pieces: list[str] = []
    async with model(meter=meter) as writer:
        with pytest.raises((errors.AnswerBrokenOffError, errors.UnreadableAnswerError)):
            async with writer.stream(PROMPT) as stream:
                async for piece in stream:
                    pieces.append(piece)
    assert pieces[:2] == PIECES[:2]
    assert len(served.asked) == 1
    assert (meter.spent.requests, meter.spent.is_estimated) == (1, True)
    assert meter.spent.tokens_out > 0


async def test_a_stream_that_drips_beyond_the_time_ends(served: ModelServer, model: Asks) -> None:
    slow = [step for event in events(PIECES * 20) for step in (event, 0.05)]
    served.script(streamed(slow))
    meter = Meter()
    async with model(meter=meter, model_timeout=0.6) as writer:
        with pytest.raises(errors.ModelTimedOutError):
            async with writer.stream(PROMPT) as stream:
                pieces = [piece async for piece in stream]
                assert pieces == []  # not reached
    assert meter.spent.is_estimated


async def test_a_reader_who_leaves_ends_the_request_and_pays_for_what_came(
    served: ModelServer, model: Asks
) -> None:
    served.script(streamed([step for event in events(PIECES * 99) for step in (event, 0.01)]))
    meter, limit = Meter(), Limit(scope="call", tokens=10_000)
    async with model(meter=meter) as writer:
        async with writer.stream(PROMPT, limit) as stream:
            async for _ in stream:
                break
        async with asyncio.timeout(10):
            while not served.left:  # the connection was closed in the middle
                await asyncio.sleep(0.01)
    assert meter.spent.requests == 1
    assert meter.spent.tokens_in == estimated_tokens(PROMPT.texts())
    assert 0 < meter.spent.tokens_out < 10
    assert (limit.used_tokens, limit.held_tokens) == (meter.spent.tokens, 0)


async def test_a_server_that_ignores_the_cap_is_stopped(served: ModelServer, model: Asks) -> None:
    served.script(streamed(events(["word " * 500] * 10)))
    async with model() as writer, writer.stream(PROMPT) as stream:
        text = "".join([piece async for piece in stream])
    assert stream.answer.ending == "cut"
    assert len(text) == 5_000  # 20 characters a token, and the piece that passed it


async def test_a_stream_without_room_sends_nothing(served: ModelServer, model: Asks) -> None:
    async with model() as writer, writer.stream(PROMPT, Limit(scope="call", tokens=5)) as stream:
        assert [piece async for piece in stream] == []
    assert (stream.answer.ending, stream.answer.limit, served.asked) == ("budget", "call", [])


async def test_a_server_that_does_not_stream_is_read_or_refused(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("A call for bids.")))
    async with model(model_retries=0) as writer:
        with pytest.raises((errors.AnswerBrokenOffError, errors.UnreadableAnswerError)):
            async with writer.stream(PROMPT) as stream:
                assert [piece async for piece in stream] == []
