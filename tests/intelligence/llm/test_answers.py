"""Answers of an OpenAI-compatible server, over real sockets."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import SecretStr

from sealedbid.intelligence.llm import Meter, Models, Prompt
from sealedbid.intelligence.llm.errors import KeyRefusedError, UnreadableAnswerError
from sealedbid.platform.config import Settings
from tests.fixtures.model_server import ModelServer, answer, said
from tests.intelligence.llm.conftest import KEY, PROMPT, Asks

TOOL = {
    "id": "t1",
    "type": "function",
    "function": {"name": "search", "arguments": '{"query": "tender"}'},
}


async def test_an_answer_comes_with_what_it_took(served: ModelServer, model: Asks) -> None:
    served.script(answer(said("A call for bids.")))
    meter = Meter()
    async with model(meter=meter, model_prices={"small": (2_500_000, 10_000_000)}) as writer:
        found = await writer.generate(PROMPT)
    assert (found.text, found.ending, found.model) == ("A call for bids.", "complete", "small")
    assert (found.spent.tokens_in, found.spent.tokens_out, found.spent.requests) == (21, 7, 1)
    assert found.spent.cost_micros == 123  # 21 * 2.5 + 7 * 10, rounded up
    assert (found.spent.is_estimated, found.spent.is_priced) == (False, True)
    assert meter.spent == found.spent


async def test_the_request_holds_the_cap_the_key_and_the_prompt_in_order(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("Yes.")))
    prompt = Prompt(rules="Rules.", shared="Facts.", task="Task.", max_tokens=50, temperature=0.1)
    async with model() as writer:
        await writer.generate(prompt.replied("No.", "Again."))
    (asked,) = served.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert (asked.body["max_tokens"], asked.body["temperature"]) == (50, 0.1)
    assert "max_completion_tokens" not in asked.body
    assert [(each["role"], each["content"]) for each in asked.body["messages"]] == [
        ("system", "Rules."),
        ("user", "Facts.\n\nTask."),
        ("assistant", "No."),
        ("user", "Again."),
    ]


async def test_the_organizations_own_key_is_sent_in_place_of_the_installations(
    served: ModelServer, model_settings: Settings
) -> None:
    served.script(answer(said("Yes.")), answer({"error": {"message": "no"}}, status=401))
    async with Models(model_settings, keys={"openai": SecretStr("sk-its-own-key")}) as models:
        writer = models.of("writer", Meter())
        await writer.generate(PROMPT)
        with pytest.raises(KeyRefusedError, match="models set-key"):
            await writer.generate(PROMPT)
    assert {each.headers["authorization"] for each in served.asked} == {"Bearer sk-its-own-key"}


async def test_a_server_that_reports_no_tokens_is_estimated(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("A call for bids.", usage=None)))
    async with model() as writer:
        found = await writer.generate(PROMPT)
    assert found.spent.is_estimated
    assert found.spent.tokens_in >= 10
    assert found.spent.tokens_out == 7  # 16 bytes


async def test_a_model_without_a_price_costs_nothing_and_says_so(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("Yes.")))
    async with model(model_prices={"another": (1, 1)}) as writer:
        found = await writer.generate(PROMPT)
    assert (found.spent.cost_micros, found.spent.is_priced) == (0, False)


@pytest.mark.parametrize(
    ("finish", "message", "ending"),
    [
        ("length", {}, "cut"),
        ("content_filter", {}, "refused"),
        ("stop", {"refusal": "I cannot help with that."}, "refused"),
    ],
)
async def test_an_answer_that_is_cut_or_refused_is_an_ending(
    served: ModelServer, model: Asks, finish: str, message: dict[str, str], ending: str
) -> None:
    text = None if message else "A call"
    served.script(answer(said(text, finish=finish, **message)))
    async with model() as writer:
        found = await writer.generate(PROMPT)
    assert (found.ending, found.limit, found.spent.tokens) == (ending, None, 28)


async def test_calls_of_tools_beside_a_text_are_passed_over(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("A call for bids.", finish="tool_calls", tool_calls=[TOOL])))
    async with model() as writer:
        found = await writer.generate(PROMPT)
    assert (found.text, found.ending) == ("A call for bids.", "complete")


@pytest.mark.parametrize("text", [None, "", " \n"])
async def test_an_answer_without_a_text_is_asked_for_again(
    served: ModelServer, model: Asks, text: str | None
) -> None:
    nothing = answer(said(text, finish="tool_calls", tool_calls=[TOOL]))
    served.script(nothing, answer(said("A call for bids.")))
    meter = Meter()
    async with model(meter=meter) as writer:
        found = await writer.generate(PROMPT)
    assert found.text == "A call for bids."
    assert (found.spent.requests, found.spent.tokens) == (2, 56)
    assert meter.spent == found.spent


async def test_a_server_that_never_says_anything_is_given_up(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("")))
    async with model(model_retries=1) as writer:
        with pytest.raises(UnreadableAnswerError, match="no text"):
            await writer.generate(PROMPT)
    assert len(served.asked) == 2


async def test_texts_become_vectors_in_their_order(served: ModelServer, model: Asks) -> None:
    vectors = [{"object": "embedding", "index": 0, "embedding": [0.6, 0.8]}]
    body = {"object": "list", "model": "vectors", "data": vectors, "usage": {"prompt_tokens": 4}}
    served.script(answer(body))
    async with model("embed", model_prices={"vectors": (1_000_000, 0)}) as embedder:
        found = await embedder.embed(["A tender"])
    assert (found.vectors, found.ending) == ([[0.6, 0.8]], "complete")
    assert (found.spent.tokens_in, found.spent.cost_micros) == (4, 4)
    assert served.asked[0].path == "/v1/embeddings"


@pytest.mark.parametrize(
    "vectors",
    [[], [[]], [[0.1], [0.2]], [["a"]], [[None]], [None], ["AAAA"], [[float("nan")]]],
    ids=repr,
)
async def test_what_is_no_vector_is_no_answer(
    served: ModelServer, model: Asks, vectors: list[Any]
) -> None:
    rows = [{"object": "embedding", "index": 0, "embedding": each} for each in vectors]
    served.script(answer({"object": "list", "model": "vectors", "data": rows}))
    async with model("embed", model_retries=0) as embedder:
        with pytest.raises(UnreadableAnswerError):
            await embedder.embed(["A tender"])


async def test_many_texts_go_in_batches(served: ModelServer, model: Asks) -> None:
    def body(count: int) -> dict[str, Any]:
        rows = [
            {"object": "embedding", "index": place, "embedding": [place, 1]}
            for place in range(count)
        ]
        return {"object": "list", "model": "vectors", "data": rows, "usage": {"prompt_tokens": 9}}

    served.script(answer(body(96)), answer(body(4)))
    async with model("embed") as embedder:
        found = await embedder.embed(["A tender"] * 100)
    assert [len(each.body["input"]) for each in served.asked] == [96, 4]
    assert (len(found.vectors), found.spent.tokens_in) == (100, 18)
