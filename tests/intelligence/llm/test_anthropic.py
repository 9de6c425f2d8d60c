"""Anthropic's messages, over real sockets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sealedbid.intelligence.llm import Prompt, errors
from tests.fixtures.model_server import ModelServer, answer, streamed
from tests.intelligence.llm.conftest import KEY, PROMPT, Asks

CLAUDE = {"model_writer": "anthropic:claude"}
USED = {"input_tokens": 21, "output_tokens": 7}


def message(text: str, stop: str = "end_turn") -> dict[str, Any]:
    content = [{"type": "text", "text": text}] if text else []
    return {
        "id": "m1",
        "type": "message",
        "role": "assistant",
        "model": "claude",
        "content": content,
        "stop_reason": stop,
        "usage": USED,
    }


def events(pieces: list[str], *, ended: bool = True) -> list[bytes]:
    sent: list[Any] = [
        {"type": "message_start", "message": {**message(""), "stop_reason": None}},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        *(
            {
                "type": "content_block_delta",
                "index": 0,
                "delta": {"type": "text_delta", "text": piece},
            }
            for piece in pieces
        ),
    ]
    if ended:
        sent.append({"type": "content_block_stop", "index": 0})
        sent.append({"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": USED})
        sent.append({"type": "message_stop"})
    return [f"event: {each['type']}\ndata: {json.dumps(each)}\n\n".encode() for each in sent]


@pytest.mark.parametrize(
    ("stop", "ending"),
    [("end_turn", "complete"), ("max_tokens", "cut"), ("refusal", "refused")],
)
async def test_an_answer_comes_with_what_it_took(
    served: ModelServer, model: Asks, stop: str, ending: str
) -> None:
    served.script(answer(message("A call for bids.", stop)))
    async with model(**CLAUDE) as writer:
        found = await writer.generate(PROMPT)
    assert (found.text, found.ending) == ("A call for bids.", ending)
    assert (found.spent.tokens_in, found.spent.tokens_out) == (21, 7)


async def test_what_is_written_into_the_cache_costs_a_quarter_more(
    served: ModelServer, model: Asks
) -> None:
    written = {"cache_creation_input_tokens": 1_000, "cache_read_input_tokens": 400}
    served.script(answer({**message("Yes."), "usage": USED | written}))
    async with model(**CLAUDE, model_prices={"claude": (2_000_000, 10_000_000)}) as writer:
        found = await writer.generate(PROMPT)
    assert (found.spent.tokens_in, found.spent.tokens_out) == (1_421, 7)
    assert found.spent.cost_micros == (1_421 + 250) * 2 + 7 * 10


async def test_the_shared_part_is_marked_for_the_cache_and_the_key_is_ours(
    served: ModelServer, model: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "from-the-environment")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "from-the-environment")
    served.script(answer(message("Yes.")))
    prompt = Prompt(rules="Rules.", shared="Facts.", task="Task.", max_tokens=50)
    async with model(**CLAUDE) as writer:
        await writer.generate(prompt)
    (asked,) = served.asked
    assert asked.path.startswith("/v1/messages")
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert "from-the-environment" not in "".join(asked.headers.values())
    assert asked.body["max_tokens"] == 50
    shared, task = asked.body["messages"][0]["content"]
    assert shared["text"] == "Facts."
    assert "cache_control" in shared
    assert "cache_control" not in task


async def test_pieces_come_in_order(served: ModelServer, model: Asks) -> None:
    served.script(streamed(events(["A call ", "for bids."])))
    async with model(**CLAUDE) as writer, writer.stream(PROMPT) as stream:
        assert [piece async for piece in stream] == ["A call ", "for bids."]
    assert (stream.answer.ending, stream.answer.spent.tokens) == ("complete", 28)


async def test_a_stream_that_ends_without_its_reason_was_broken_off(
    served: ModelServer, model: Asks
) -> None:
    served.script(streamed(events(["A call "], ended=False)))
    async with model(**CLAUDE) as writer:
        with pytest.raises(errors.AnswerBrokenOffError):
            async with writer.stream(PROMPT) as stream:
                assert [piece async for piece in stream] == []


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        (401, "authentication_error", errors.KeyRefusedError),
        (404, "not_found_error", errors.UnknownModelError),
        (429, "rate_limit_error", errors.ModelBusyError),
        (529, "overloaded_error", errors.ModelFailedError),
        (400, "invalid_request_error", errors.RequestRejectedError),
    ],
)
async def test_a_fault_has_its_class(
    served: ModelServer, model: Asks, status: int, kind: str, expected: type[Exception]
) -> None:
    body = {"type": "error", "error": {"type": kind, "message": f"no {KEY}"}}
    served.script(answer(body, status=status))
    async with model(model_retries=0, **CLAUDE) as writer:
        with pytest.raises(expected) as caught:
            await writer.generate(PROMPT)
    assert KEY not in str(caught.value)


async def test_it_has_no_vectors(model: Asks) -> None:
    async with model("embed", model_embed="anthropic:claude") as embedder:
        with pytest.raises(errors.NoEmbeddingsError):
            await embedder.embed(["A tender"])
