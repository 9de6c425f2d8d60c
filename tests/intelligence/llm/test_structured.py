"""Values out of what models write."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from sealedbid.intelligence.llm import Answer, Limit, Meter, Spent, errors
from sealedbid.intelligence.llm.shapes import Shape
from tests.fixtures.model_server import ModelServer, answer, said
from tests.intelligence.llm.conftest import PROMPT, Asks

pytestmark = pytest.mark.full


class Deadline(BaseModel):
    """A date, and the words that say it."""

    quote: str
    due: date | None = None


GOOD = '{"quote": "by 1 May 2027", "due": "2027-05-01"}'
VALUE = Deadline(quote="by 1 May 2027", due=date(2027, 5, 1))


async def test_a_value_comes_in_its_shape(served: ModelServer, model: Asks) -> None:
    served.script(answer(said(GOOD)))
    async with model() as fast:
        found = await fast.structured(PROMPT, Deadline)
    assert (found.value, found.ending, found.spent.tokens) == (VALUE, "complete", 28)
    schema = served.asked[0].body["response_format"]["json_schema"]["schema"]
    assert set(schema["properties"]) == {"quote", "due"}


NOISE = {
    "a fence": f"```json\n{GOOD}\n```",
    "words around it": f"Here you are: {GOOD}\nAnything else?",
    "a list in the words before it": f"As asked [see above]: {GOOD}",
    "a call of a tool": f'<tool_call>{{"name": "search"}}</tool_call>\n{GOOD}',
    "thoughts": f'<think>{{"quote": "?"}}</think>{GOOD}',
}


@pytest.mark.parametrize("kind", NOISE)
async def test_noise_around_a_value_is_passed_over(
    served: ModelServer, model: Asks, kind: str
) -> None:
    served.script(answer(said(NOISE[kind])))
    async with model() as fast:
        found = await fast.structured(PROMPT, Deadline)
    assert (found.value, found.spent.requests) == (VALUE, 1)


BROKEN = {
    "another date": (
        '{"quote": "soon", "due": "soon"}',
        "stop",
        "due: Input should be a valid date",
    ),
    "a missing field": ('{"due": "2027-05-01"}', "stop", "quote: Field required"),
    "prose": ("The deadline is 1 May.", "stop", "no JSON"),
    "cut": ('{"quote": "by by by by', "length", "shorter"),
    "half": ('{"quote": "by 1 May"', "stop", "no JSON"),
}


@pytest.mark.parametrize("kind", BROKEN)
async def test_a_broken_answer_is_repaired_once(
    served: ModelServer, model: Asks, kind: str
) -> None:
    text, finish, fault = BROKEN[kind]
    served.script(answer(said(text, finish=finish)), answer(said(GOOD)))
    async with model() as fast:
        found = await fast.structured(PROMPT, Deadline)
    assert (found.value, found.spent.requests) == (VALUE, 2)
    *_, broken, told = served.asked[1].body["messages"]
    assert broken == {"role": "assistant", "content": text}
    assert fault in told["content"]


@pytest.mark.parametrize("kind", BROKEN)
async def test_an_answer_that_stays_broken_is_an_error(
    served: ModelServer, model: Asks, kind: str
) -> None:
    text, finish, fault = BROKEN[kind]
    served.script(answer(said(text, finish=finish)))
    meter = Meter()
    async with model(meter=meter) as fast:
        with pytest.raises(errors.BrokenShapeError, match=fault):
            await fast.structured(PROMPT, Deadline)
    assert (len(served.asked), meter.spent.requests) == (2, 2)


async def test_a_refusal_is_no_value_and_not_repaired(served: ModelServer, model: Asks) -> None:
    served.script(answer(said(None, refusal="I cannot.")))
    async with model() as fast:
        found = await fast.structured(PROMPT, Deadline)
    assert (found.value, found.ending, len(served.asked)) == (None, "refused", 1)


async def test_a_limit_ends_before_the_repair(served: ModelServer, model: Asks) -> None:
    served.script(answer(said("The deadline is 1 May.")))
    async with model() as fast:
        found = await fast.structured(PROMPT, Deadline, Limit(scope="call", tokens=220))
    assert (found.value, found.ending, found.limit) == (None, "budget", "call")
    assert len(served.asked) == 1


async def test_a_server_that_knows_no_schemas_is_told_in_words_from_then_on(
    served: ModelServer, model: Asks
) -> None:
    refused = answer({"error": {"message": "response_format unsupported"}}, status=400)
    served.script(refused, answer(said(GOOD)))
    async with model() as fast:
        for _ in range(2):
            assert (await fast.structured(PROMPT, Deadline)).value == VALUE
    first, *later = served.asked
    assert "response_format" in first.body
    assert len(later) == 2
    for asked in later:
        assert "response_format" not in asked.body
        assert '"quote"' in asked.body["messages"][0]["content"]


async def test_a_list_is_a_shape_too(served: ModelServer, model: Asks) -> None:
    served.script(answer(said('Sure: ["a", "b"]')))
    async with model() as fast:
        assert (await fast.structured(PROMPT, list[str])).value == ["a", "b"]


JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=JSON, cut=st.integers(0, 400), before=st.text(max_size=20))
def test_no_part_of_a_cut_value_is_taken_for_the_value(value: Any, cut: int, before: str) -> None:
    """Any text is a value of the shape, or a fault in words."""
    text = json.dumps({"quote": "q", "more": value})
    spent = Spent()
    whole = Answer(text=before.replace("{", "") + text, ending="complete", model="m", spent=spent)
    if "</tool_call>" not in whole.text:
        assert Shape(Deadline).read(whole).value == Deadline(quote="q")
    part = Answer(text=text[:cut], ending="cut", model="m", spent=spent)
    found = Shape(Deadline).read(part)
    assert (found.value is None) == (cut < len(text))
    assert (found.fault is None) == (cut >= len(text))
