"""Any words of a server are an answer or an error of ours, and they are counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.llm import Meter, Models, Prompt
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.llm.patience import Patience
from sealedbid.platform.config import Settings
from tests.fixtures.model_server import answer, events, model_server, said, streamed
from tests.fixtures.tiers import examples

PROMPT = Prompt(rules="", task="What is a tender?", max_tokens=50)
PLAIN = st.none() | st.booleans() | st.integers(-9, 10**12) | st.text(max_size=20)
JSON: Any = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)
WHOLE = said("A call for bids.", tool_calls=[])


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """A good body with one part replaced, wherever it is."""
    body = json.loads(json.dumps(WHOLE))
    place = body
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inside = place[key]
        if not inside or not isinstance(inside, dict | list) or draw(st.booleans()):
            place[key] = draw(JSON)
            return body
        place = inside


BODIES = spoiled() | JSON | st.text(max_size=200)
STATUSES = st.sampled_from([200] * 6 + [204, 301, 400, 401, 404, 418, 429, 500, 503])


async def asked(script: Any, home: Path, *, streams: bool) -> Meter:
    """Ask once, in whichever way; ModelError alone is expected."""
    meter = Meter()
    async with model_server() as served:
        served.script(script)
        named = Settings(
            home=home, model_writer="small", model_url=f"{served.url}/v1", model_timeout=5
        )
        async with Models(named, Patience(retries=0)) as models:
            model = models.of("writer", meter)
            try:
                if streams:
                    async with model.stream(PROMPT) as stream:
                        pieces = [piece async for piece in stream]
                    assert "".join(pieces) == stream.answer.text
                else:
                    found = await model.generate(PROMPT)
                    assert found.spent == meter.spent
                assert meter.spent.requests == 1
            except ModelError:
                return meter
    return meter


@pytest.mark.full
@settings(max_examples=examples(1))
@given(body=BODIES, status=STATUSES)
async def test_any_body_is_an_answer_or_an_error(body: Any, status: int) -> None:
    meter = await asked(answer(body, status=status), Path("/nonexistent"), streams=False)
    assert meter.spent.tokens_in >= 0
    assert meter.spent.tokens_out >= 0


@pytest.mark.full
@settings(max_examples=examples(1))
@given(
    lines=st.lists(
        st.sampled_from(events(["A ", "call"])) | BODIES.map(lambda body: data(body)), max_size=6
    )
)
async def test_any_events_are_an_answer_or_an_error(lines: list[bytes]) -> None:
    meter = await asked(streamed(lines), Path("/nonexistent"), streams=True)
    assert meter.spent.requests <= 1


def data(body: Any) -> bytes:
    """One event with this body."""
    text = body if isinstance(body, str) else json.dumps(body)
    return f"data: {text}\n\n".encode("utf-8", "replace")
