"""Servers that fail: each way is a class of ours, and none tells the key."""

from __future__ import annotations

import logging
import socket
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sealedbid.intelligence.llm import Meter, errors
from sealedbid.intelligence.llm.errors import ModelError, TransientModelError
from tests.fixtures.model_server import ModelServer, Step, answer, said
from tests.intelligence.llm.conftest import KEY, PROMPT, Asks

GOOD = answer(said("A call for bids."))
HALF = [GOOD[0][:-20] if isinstance(GOOD[0], bytes) else b"", None]


def error(message: str, code: str | None = None) -> dict[str, Any]:
    return {"error": {"message": message, "type": "some_error", "code": code}}


async def test_a_busy_server_is_waited_for_as_long_as_it_says(
    served: ModelServer, model: Asks, waits: list[float]
) -> None:
    busy = answer(error("slow down"), status=429, retry_after="7")
    served.script(busy, busy, GOOD)
    async with model() as writer:
        found = await writer.generate(PROMPT)
    assert found.text == "A call for bids."
    assert waits == [7, 7]
    assert found.spent.requests == 1  # a refused request has taken nothing


async def test_a_server_that_asks_for_an_hour_is_not_waited_for(
    served: ModelServer, model: Asks, waits: list[float]
) -> None:
    served.script(answer(error("slow down"), status=429, retry_after="3600"))
    async with model() as writer:
        with pytest.raises(errors.ModelBusyError, match="3600 s") as caught:
            await writer.generate(PROMPT)
    assert (waits, caught.value.retry_after) == ([], 3600)


@pytest.mark.parametrize("status", [500, 502, 503, 529])
async def test_a_server_that_failed_once_is_asked_again(
    served: ModelServer, model: Asks, waits: list[float], status: int
) -> None:
    served.script(answer(error("oops"), status=status), GOOD)
    async with model() as writer:
        assert (await writer.generate(PROMPT)).text == "A call for bids."
    assert len(waits) == 1


async def test_waits_grow_and_end(served: ModelServer, model: Asks, waits: list[float]) -> None:
    served.script(answer("<html>Bad gateway</html>", status=502))
    async with model(model_retries=4) as writer:
        with pytest.raises(errors.ModelFailedError, match="HTTP 502"):
            await writer.generate(PROMPT)
    assert len(served.asked) == 5
    assert [0.5 * 2**n * 0.5 <= wait <= 0.5 * 2**n for n, wait in enumerate(waits)] == [True] * 4


BROKEN: dict[str, Sequence[Step]] = {
    "no JSON": answer("<html>Welcome to the hotel's network</html>"),
    "half of JSON": answer('{"choices": [{"mess'),
    "another JSON": answer({"detail": "hello"}),
    "no choices": answer({**said("x"), "choices": []}),
    "choices of another kind": answer({**said("x"), "choices": [7]}),
    "a list": answer([1, 2]),
    "a page": answer("<html>hi</html>", content_type="text/html"),
    "a redirect": answer("", status=302, location="http://127.0.0.1:9/v1"),
    "nothing": answer(""),
}


@pytest.mark.parametrize("kind", BROKEN)
async def test_an_answer_that_cannot_be_read_is_asked_for_again(
    served: ModelServer, model: Asks, kind: str
) -> None:
    served.script(BROKEN[kind], GOOD)
    async with model() as writer:
        assert (await writer.generate(PROMPT)).text == "A call for bids."
    served.script(BROKEN[kind])
    async with model(model_retries=0) as writer:
        with pytest.raises(errors.UnreadableAnswerError):
            await writer.generate(PROMPT)


async def test_a_server_that_dies_in_the_middle_is_asked_again_and_its_prompt_counted(
    served: ModelServer, model: Asks
) -> None:
    served.script(HALF, GOOD)
    meter = Meter()
    async with model(meter=meter) as writer:
        found = await writer.generate(PROMPT)
    assert found.spent.requests == 2
    assert found.spent.is_estimated
    served.script(HALF)
    async with model(model_retries=0) as writer:
        with pytest.raises(errors.AnswerBrokenOffError):
            await writer.generate(PROMPT)


async def test_a_slow_drip_ends_with_the_time_of_the_whole_answer(
    served: ModelServer, model: Asks, waits: list[float]
) -> None:
    """Each byte comes in time; the answer does not."""
    whole = b"".join(step for step in GOOD if isinstance(step, bytes))
    served.script([step for place in range(len(whole)) for step in (whole[place:][:1], 0.05)])
    meter = Meter()
    async with model(meter=meter, model_timeout=0.4) as writer:
        with pytest.raises(errors.ModelTimedOutError, match=r"0\.4 s"):
            await writer.generate(PROMPT)
    assert (len(served.asked), waits) == (1, [])
    assert meter.spent.tokens_in > 0


REFUSED: dict[str, tuple[Sequence[Step], type[ModelError], str]] = {
    "wrong key": (answer(error("bad key"), status=401), errors.KeyRefusedError, "model.key"),
    "no right": (answer(error("no"), status=403), errors.KeyRefusedError, "small"),
    "no model": (
        answer(error("no such model", "model_not_found"), status=404),
        errors.UnknownModelError,
        "“small”",
    ),
    "no page": (answer("Not found", status=404), errors.UnknownModelError, "/v1"),
    "no credit": (
        answer(error("pay", "insufficient_quota"), status=429),
        errors.QuotaSpentError,
        "credit",
    ),
    "too long": (
        answer(error("too long", "context_length_exceeded"), status=400),
        errors.PromptTooLongError,
        "longer",
    ),
    "too long for llama.cpp": (
        answer(error("request (9 tokens) exceeds the available context size (8)"), status=400),
        errors.PromptTooLongError,
        "longer",
    ),
    "other": (
        answer(error("temperature is not supported"), status=400),
        errors.RequestRejectedError,
        "temperature is not supported",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
async def test_a_refused_request_is_not_repeated(
    served: ModelServer, model: Asks, kind: str
) -> None:
    script, expected, words = REFUSED[kind]
    served.script(script)
    async with model() as writer:
        with pytest.raises(expected, match=words) as caught:
            await writer.generate(PROMPT)
    assert not isinstance(caught.value, TransientModelError)
    assert len(served.asked) == 1


async def test_a_server_that_wants_a_key_where_none_is_says_where_it_goes(
    served: ModelServer, model: Asks, tmp_path: Path
) -> None:
    (tmp_path / "secrets" / "model.key").unlink()
    served.script(answer(error("who are you"), status=401))
    async with model() as writer:
        with pytest.raises(errors.KeyMissingError, match=r"model\.key.*0600"):
            await writer.generate(PROMPT)


async def test_a_server_that_is_not_there_is_unreachable(model: Asks) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        async with model(model_url=url, model_retries=1) as writer:
            with pytest.raises(errors.ModelUnreachableError, match="refused"):
                await writer.generate(PROMPT)


async def test_a_fallback_answers_for_a_model_that_fails(
    served: ModelServer, model: Asks, waits: list[float]
) -> None:
    served.script(answer(error("bad"), status=400), answer({**said("Yes."), "model": "other"}))
    async with model(model_fallback="other") as writer:
        found = await writer.generate(PROMPT)
    assert (found.text, found.model) == ("Yes.", "other")
    assert [each.body["model"] for each in served.asked] == ["small", "other"]


async def test_the_error_of_the_fallback_is_the_one_that_is_raised(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(error("bad"), status=400), answer(error("x"), status=404))
    async with model(model_fallback="other") as writer:
        with pytest.raises(errors.UnknownModelError, match="“other”"):
            await writer.generate(PROMPT)


LEAKS: dict[str, Sequence[Step]] = {
    "in the message": answer(error(f"Incorrect API key provided: {KEY}."), status=400),
    "as another key": answer(error("Incorrect key sk-proj-abcdefghij"), status=400),
    "in a page": answer(f"<html>{KEY}</html>", status=500),
    "in a header": answer(error("slow"), status=429, x_key=KEY),
    "in the answer": answer({"key": KEY}),
}


@pytest.mark.parametrize("kind", LEAKS)
async def test_no_key_is_in_an_error_a_log_or_a_repr(
    served: ModelServer, model: Asks, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    caplog.set_level(logging.DEBUG)
    served.script(LEAKS[kind])
    async with model(model_retries=1) as writer:
        with pytest.raises(ModelError) as caught:
            await writer.generate(PROMPT)
        shown = repr(vars(writer))
    trace = "".join(traceback.format_exception(caught.value))
    assert caught.value.__suppress_context__
    for text in (trace, shown, caplog.text):
        assert KEY not in text
        assert "abcdefghij" not in text
