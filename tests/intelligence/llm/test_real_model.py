"""A real server and a real model, SmolLM2-135M-Instruct: its prose is poor, its faults are real."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Literal

import pytest
from pydantic import BaseModel

from sealedbid.intelligence.llm import Limit, Meter, Model, Models, Prompt, errors
from sealedbid.intelligence.llm.counting import estimated_tokens
from sealedbid.platform.config import Settings
from tests.fixtures.real_model import RealModel, real_model

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

FACTS = Prompt(
    rules="You write short, plain sentences.",
    task="Northlight Studio of Rotterdam offers a booking portal for clinics. Describe it.",
    max_tokens=48,
)
LANGUAGES = {
    "English": "The county requires a written answer within 72 hours, at no extra cost, by 1 May.",
    "German": "Die Gemeinde verlangt binnen 72 Stunden eine schriftliche Antwort, kostenfrei.",
    "French": "La commune exige une réponse écrite sous 72 heures, sans frais supplémentaires.",
    "Spanish": "El ayuntamiento exige una respuesta por escrito en 72 horas, sin coste adicional.",
    "Dutch": "De gemeente verlangt binnen 72 uur een schriftelijk antwoord, zonder extra kosten.",
}


@pytest.fixture(scope="module")
def small() -> Iterator[RealModel]:
    with real_model() as running:
        yield running


def models(running: RealModel) -> Models:
    """Models that ask the small one, once."""
    return Models(
        Settings(
            model_writer="smollm2",
            model_url=f"{running.url}/v1",
            model_retries=0,
            model_timeout=200,
        )
    )


async def test_it_answers_within_the_cap_and_reports_its_tokens(small: RealModel) -> None:
    meter = Meter()
    async with models(small) as opened:
        found = await opened.of("writer", meter).generate(FACTS)
    assert found.text.strip()
    assert found.ending in ("complete", "cut")
    assert 0 < found.spent.tokens_out <= FACTS.max_tokens
    assert not found.spent.is_estimated
    assert 0 < found.spent.tokens_in <= estimated_tokens(FACTS.texts())


async def test_a_limit_of_the_run_cuts_it(small: RealModel) -> None:
    limit = Limit(scope="run", tokens=estimated_tokens(FACTS.texts()) + 16)
    async with models(small) as opened:
        model = opened.of("writer", Meter(limit))
        first, second = await model.generate(FACTS), await model.generate(FACTS)
    assert first.spent.tokens_out <= 16
    assert (first.ending, first.limit) == ("budget", "run")
    assert (second.ending, second.text, second.spent.requests) == ("budget", "", 0)
    assert limit.tokens is not None
    assert limit.used_tokens <= limit.tokens


async def test_it_streams_the_same_way(small: RealModel) -> None:
    async with models(small) as opened, opened.of("writer", Meter()).stream(FACTS) as stream:
        pieces = [piece async for piece in stream]
    assert len(pieces) > 5
    assert "".join(pieces) == stream.answer.text
    assert 0 < stream.answer.spent.tokens_out <= FACTS.max_tokens
    assert not stream.answer.spent.is_estimated


class Verdict(BaseModel):
    """A choice, which its grammar can force."""

    answer: Literal["yes", "no"]


class Summary(BaseModel):
    """A text, which a small model does not end in time."""

    summary: str


async def test_a_choice_comes_in_its_shape(small: RealModel) -> None:
    async with models(small) as opened:
        found = await opened.of("fast", Meter()).structured(FACTS, Verdict)
    assert found.value is not None
    assert found.value.answer in ("yes", "no")


async def test_a_value_that_is_cut_is_asked_for_again_and_then_an_error(small: RealModel) -> None:
    short = Prompt(rules=FACTS.rules, task=FACTS.task + " Use 200 words.", max_tokens=16)
    meter = Meter()
    async with models(small) as opened:
        with pytest.raises(errors.BrokenShapeError, match="shorter"):
            await opened.of("fast", meter).structured(short, Summary)
    assert meter.spent.requests == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_estimate_of_a_prompt_is_not_too_low(small: RealModel, language: str) -> None:
    """Measured on a vocabulary of 49,000, mostly English: larger ones need fewer tokens."""
    prompt = Prompt(rules=FACTS.rules, task=" ".join([LANGUAGES[language]] * 5), max_tokens=1)
    async with models(small) as opened:
        found = await opened.of("writer", Meter()).generate(prompt)
    assert found.spent.tokens_in <= estimated_tokens(prompt.texts())


async def test_a_prompt_that_is_too_long_has_its_class(small: RealModel) -> None:
    prompt = Prompt(rules="", task="tender " * 4_000, max_tokens=16)
    async with models(small) as opened:
        with pytest.raises(errors.PromptTooLongError, match="smollm2"):
            await opened.of("writer", Meter()).generate(prompt)


async def test_a_server_that_is_killed_in_the_middle_of_an_answer(small: RealModel) -> None:
    del small  # one at a time
    meter = Meter()
    long = Prompt(rules=FACTS.rules, task="Count from 1 to 1000, in words.", max_tokens=1_500)
    with real_model() as running:
        async with models(running) as opened:
            model = opened.of("writer", meter)
            pieces = await read_until_killed(model, long, running)
            with pytest.raises(errors.ModelUnreachableError, match="refused"):
                await model.generate(FACTS)
    assert pieces
    assert meter.spent.requests == 1
    assert meter.spent.is_estimated
    assert meter.spent.tokens_out > 0


async def read_until_killed(model: Model, prompt: Prompt, running: RealModel) -> list[str]:
    """Kill the server after its third piece, and read on."""
    pieces: list[str] = []
    with pytest.raises(errors.AnswerBrokenOffError):
        async with model.stream(prompt) as stream:
            async for piece in stream:
                pieces.append(piece)
                if len(pieces) == 3:
                    running.process.kill()
                    await asyncio.to_thread(running.process.wait)
    return pieces
