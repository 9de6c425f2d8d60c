"""One path of each agent through the port and a server over real sockets."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.agents.second_reading import second_reading
from sealedbid.intelligence.agents.strategy import by_rules, plan
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.llm import Limit, Meter, Models
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.writer.composer.outline import outline_of
from sealedbid.platform.config import Settings
from tests.fixtures.model_server import ModelServer, answer, model_server, said
from tests.intelligence.agents.briefs import COUNTY, TODAY, read
from tests.intelligence.agents.recalled import RECALL

BRIEF = read(COUNTY)


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        yield opened


def models(served: ModelServer) -> Models:
    """Models that ask the scripted server."""
    return Models(
        Settings(model_writer="small", model_url=f"{served.url}/v1", model_timeout=20),
    )


def saying(value: Any) -> list[Any]:
    """A chat completion with a value as JSON."""
    return answer(said(value if isinstance(value, str) else json.dumps(value)))


@pytest.mark.full
async def test_a_brief_is_read_after_one_broken_answer(served: ModelServer) -> None:
    quote = "The old contract runs out on 30 June 2027"
    found = {"facts": [{"quote": quote, "kind": "end"}, {"quote": "not there", "kind": "budget"}]}
    served.script(saying("I think that"), saying(found))
    meter = Meter()
    async with models(served) as opened:
        read = await read_more(opened.of("fast", meter), COUNTY, BRIEF, today=TODAY)
    (fact,) = read.value.facts[len(BRIEF.facts) :]
    assert (fact.kind, fact.quote.text, fact.sure) == ("end", quote, False)
    assert read.model == "small"
    assert read.usage == meter.spent.usage
    assert read.usage.tokens_in == 42


@pytest.mark.full
async def test_a_plan_that_comes_broken_twice_is_the_plan_of_the_rules_and_is_paid(
    served: ModelServer,
) -> None:
    served.script(saying("no"), saying({"themes": "many"}))
    meter = Meter()
    outline = outline_of(BRIEF)
    async with models(served) as opened:
        found = await plan(opened.of("strong", meter), BRIEF, RECALL, outline, language="en")
    assert found.value == by_rules(BRIEF, outline)
    assert (found.model, found.ending) == (None, "broken")
    assert found.usage == meter.spent.usage
    assert found.usage.tokens_out == 14


@pytest.mark.full
async def test_a_run_without_tokens_left_is_planned_by_rules_and_asks_nothing(
    served: ModelServer,
) -> None:
    meter = Meter(Limit(scope="run", tokens=50))
    outline = outline_of(BRIEF)
    async with models(served) as opened:
        found = await plan(opened.of("strong", meter), BRIEF, RECALL, outline, language="en")
    assert (found.value, found.ending) == (by_rules(BRIEF, outline), "budget")
    assert served.asked == []


async def test_a_second_reading_that_is_refused_leaves_the_verdicts(served: ModelServer) -> None:
    served.script(answer(said(None, finish="content_filter")))
    sentence = JudgedSentence(
        section_id="cases", block=0, number=0, text="Ines led it.", verdict="supported", notes=(1,)
    )
    source = Source(id="K1", of="knowledge", title="Case", text="Ines took part in it.")
    async with models(served) as opened:
        found = await second_reading(opened.of("fast", Meter()), [sentence], [[source]])
    assert (found.value, found.model, found.ending) == ((sentence,), None, "refused")
    served.script(saying({"missing": [{"words": "led", "sentence": "S1"}]}))
    async with models(served) as opened:
        found = await second_reading(opened.of("fast", Meter()), [sentence], [[source]])
    assert found.value[0].verdict == "weak"
