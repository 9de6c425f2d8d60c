"""Limits of tokens and money: reaching one is an ending, and no set of calls passes one."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.llm import Limit, Meter, Spent, run_limit
from sealedbid.intelligence.llm.counting import LEAST, Hold, estimated_tokens
from sealedbid.intelligence.llm.prices import Price
from sealedbid.platform.config import Settings
from tests.fixtures.model_server import ModelServer, answer, said
from tests.fixtures.tiers import examples
from tests.intelligence.llm.conftest import PROMPT, Asks

PRICES = {"model_prices": {"small": (1_000_000, 2_000_000), "vectors": (1_000_000, 0)}}
IN = estimated_tokens(PROMPT.texts())


@pytest.mark.parametrize("scope", ["run", "month"])
async def test_a_limit_that_is_reached_asks_nothing(
    served: ModelServer, model: Asks, scope: Any
) -> None:
    meter = Meter(Limit(scope=scope, tokens=1_000, used_tokens=1_000 - IN - LEAST + 1))
    async with model(meter=meter) as writer:
        found = await writer.generate(PROMPT)
    assert (found.text, found.ending, found.limit) == ("", "budget", scope)
    assert (served.asked, meter.spent) == ([], Spent())


async def test_a_limit_that_is_near_shortens_the_answer(served: ModelServer, model: Asks) -> None:
    served.script(answer(said("A call", finish="length")), answer(said("Yes.")))
    meter = Meter(Limit(scope="run", tokens=IN + 60))
    async with model(meter=meter) as writer:
        found = await writer.generate(PROMPT)
    assert served.asked[0].body["max_tokens"] == 60
    assert (found.text, found.ending, found.limit) == ("A call", "budget", "run")


async def test_a_short_answer_under_a_near_limit_is_complete(
    served: ModelServer, model: Asks
) -> None:
    served.script(answer(said("Yes.")))
    async with model() as writer:
        found = await writer.generate(PROMPT, Limit(scope="call", tokens=IN + 60))
    assert (found.ending, found.limit) == ("complete", None)


async def test_money_is_a_limit_of_models_with_a_price(served: ModelServer, model: Asks) -> None:
    served.script(answer(said("Yes.")))
    limit = Limit(scope="run", cost_micros=IN + 2 * 40)
    async with model(meter=Meter(limit), **PRICES) as writer:
        await writer.generate(PROMPT)
    async with model(meter=Meter(Limit(scope="run", cost_micros=1))) as writer:
        await writer.generate(PROMPT)
    assert [each.body["max_tokens"] for each in served.asked] == [40, 200]
    assert limit.used_micros == 21 + 2 * 7


async def test_the_nearest_of_several_limits_counts(served: ModelServer, model: Asks) -> None:
    run, month = Limit(scope="run", tokens=500), Limit(scope="month", tokens=IN + 20)
    served.script(answer(said("A", finish="length")))
    async with model(meter=Meter(run, month)) as writer:
        found = await writer.generate(PROMPT, Limit(scope="call", tokens=400))
    assert (served.asked[0].body["max_tokens"], found.limit) == (20, "month")
    assert (run.used_tokens, month.used_tokens) == (28, 28)


async def test_requests_side_by_side_do_not_pass_a_limit_together(
    served: ModelServer, model: Asks
) -> None:
    served.script([0.1, *answer(said("Yes."))])
    meter = Meter(Limit(scope="run", tokens=2 * (IN + PROMPT.max_tokens)))
    async with model(meter=meter) as writer:
        found = await asyncio.gather(*(writer.generate(PROMPT) for _ in range(5)))
    assert sorted(each.ending for each in found) == ["budget"] * 3 + ["complete"] * 2
    assert meter.limits[0].held_tokens == 0


async def test_each_request_is_told_at_once(served: ModelServer, model: Asks) -> None:
    told: list[Spent] = []
    served.script(answer(said("")), answer(said("Yes.")))
    async with model(meter=Meter(told=told.append)) as writer:
        await writer.generate(PROMPT)
    assert [each.tokens for each in told] == [28, 28]


async def test_vectors_without_room_are_none(served: ModelServer, model: Asks) -> None:
    async with model("embed", **PRICES) as embedder:
        for limit in (Limit(scope="run", tokens=9), Limit(scope="run", cost_micros=9)):
            found = await embedder.embed(["A tender"], limit)
            assert (found.vectors, found.ending, found.limit) == ([], "budget", "run")
    assert served.asked == []


def test_a_new_run_has_the_limits_of_the_settings() -> None:
    limit = run_limit(Settings(model_run_tokens=7, model_run_micros=9))
    assert (limit.scope, limit.tokens, limit.cost_micros) == ("run", 7, 9)


AMOUNTS = st.integers(0, 2_000)
PRICED = st.none() | st.builds(Price, st.integers(0, 10**7), st.integers(0, 10**7))


@settings(max_examples=examples(4))
@given(
    limits=st.lists(
        st.tuples(st.none() | st.integers(0, 9_000), st.none() | st.integers(0, 9_000)), max_size=3
    ),
    steps=st.lists(st.tuples(st.integers(0, 3), AMOUNTS, AMOUNTS, st.floats(0, 1), PRICED)),
)
def test_no_order_of_calls_passes_a_limit(limits: Any, steps: Any) -> None:
    """If servers keep to the cap and the estimate of prompts is not too low, whatever overlaps."""
    bound = [Limit(scope="run", tokens=most, cost_micros=micros) for most, micros in limits]
    meter = Meter(*bound)
    under_way: list[tuple[Hold, int, float]] = []
    for ended, tokens_in, wanted, share, price in steps:
        for _ in range(min(ended, len(under_way))):
            end(under_way)
        hold = meter.call().hold(price, tokens_in, wanted).__enter__()
        if hold.max_tokens is None:
            assert hold.narrowed_by == "run"
            hold.__exit__(None, None, None)
        else:
            assert min(wanted, LEAST) <= hold.max_tokens <= wanted
            under_way.append((hold, tokens_in, share))
        for each in bound:
            assert each.tokens is None or each.used_tokens + each.held_tokens <= each.tokens
            micros = each.used_micros + each.held_micros
            assert each.cost_micros is None or micros <= each.cost_micros
    while under_way:
        end(under_way)
    for each in bound:
        assert (each.held_tokens, each.held_micros) == (0, 0)
        assert (each.used_tokens, each.used_micros) == (meter.spent.tokens, meter.spent.cost_micros)


def end(under_way: list[tuple[Hold, int, float]]) -> None:
    hold, tokens_in, share = under_way.pop(0)
    hold.count(tokens_in, int(share * (hold.max_tokens or 0)))
    hold.__exit__(None, None, None)
