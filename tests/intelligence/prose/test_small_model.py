"""A real small model writes the proposal: its prose is poor, and what it invents is caught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sealedbid.intelligence.grounding.judging import judge
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.llm import Meter, Model, Models
from sealedbid.intelligence.writer import open_writer
from sealedbid.intelligence.writer.prose.beginning import begin
from sealedbid.intelligence.writer.prose.calling import calls_of
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.platform.config import Settings
from tests.fixtures.real_model import RealModel, real_model
from tests.intelligence.prose.world import assignment, blocks, printed

pytestmark = [pytest.mark.full, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def small() -> Iterator[RealModel]:
    with real_model() as running:
        yield running


async def test_the_whole_writer_runs_and_no_invention_reaches_the_client(small: RealModel) -> None:
    heard: list[str] = []

    async def told(words: str) -> None:
        heard.append(words)

    settings = Settings(
        model_writer="smollm2",
        model_url=f"{small.url}/v1",
        model_retries=0,
        model_timeout=400,
    )
    meter = Meter()
    async with Models(settings) as models:
        writer = open_writer("model", lambda kind: models.of(kind, meter), told)
        done = await writer.write(assignment())
    assert heard[0].startswith("Writing section 1 of")
    assert done.by == "smollm2"
    assert 0 < done.usage.tokens_out <= meter.spent.tokens_out
    assert printed(done.draft)
    notes = {note.number: note for note in done.draft.notes}
    given = assignment()
    for block in blocks(done.draft):
        for sentence in block.sentences:
            quotes = [notes[number] for number in sentence.notes]
            assert quotes or sentence.answers
            sources = [
                Source(
                    id=f"N{note.number}",
                    of="brief" if note.source_kind == "brief" else "knowledge",
                    title=note.source_title,
                    text=note.quote,
                )
                for note in quotes
            ]
            sources += [
                Source(id=key, of="answer", title=key, text=given.answers[key])
                for key in sentence.answers
            ]
            judged = judge(sentence.text, sources, given=sources)
            assert not any(
                reason.fault in ("money", "percentage", "unknown source", "uncited")
                for reason in judged.reasons
            ), (sentence, judged)


async def test_a_prompt_is_short_enough_for_it(small: RealModel) -> None:
    """A call that has no room in 2,048 tokens is made smaller, until it has."""
    begun = begin(assignment())
    settings = Settings(model_writer="smollm2", model_url=f"{small.url}/v1", model_timeout=400)
    async with Models(settings) as models:
        model = models.of("writer", Meter())
        for id, words in begun.budgets.items():
            slot = next(one.slot for one in begun.sections if one.slot.id == id)
            for call in calls_of(
                slot, begun.parts[id], begun.briefing, begun.register, begun.values, words
            ):
                await _fits(model, call)


async def _fits(model: Model, call: Call) -> None:
    prompt = call.prompt()
    answer = await model.generate(replace(prompt, max_tokens=16))
    if answer.spent.tokens_in + prompt.max_tokens < 2048:
        return
    smaller = call.smaller()
    assert smaller
    for each in smaller:
        await _fits(model, each)
