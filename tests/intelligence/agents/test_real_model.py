"""The agents with a real small model: nothing that it says comes through unchecked."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.agents.second_reading import second_reading
from sealedbid.intelligence.agents.strategy import plan
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.llm import Limit, Meter, Models
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.writer.composer.outline import outline_of
from sealedbid.platform.config import Settings
from tests.fixtures.real_model import RealModel, real_model
from tests.intelligence.agents.briefs import COUNTY, TODAY, read
from tests.intelligence.agents.recalled import RECALL

pytestmark = [pytest.mark.full, pytest.mark.timeout(600)]

LIBRARY = (
    "Dear all,\n\nwe need a new website for our library. The money that we found for it is 20,000 "
    "euros. Please come by in March.\n"
)


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
            model_timeout=300,
        )
    )


@pytest.mark.parametrize("text", [COUNTY, LIBRARY], ids=["county", "library"])
async def test_whatever_it_says_the_brief_has_no_fact_whose_quote_is_not_in_the_text(
    small: RealModel, text: str
) -> None:
    brief = read(text)
    async with models(small) as opened:
        found = await read_more(opened.of("fast", Meter()), text, brief, today=TODAY)
    assert found.value.facts[: len(brief.facts)] == brief.facts
    assert found.value.requirements[: len(brief.requirements)] == brief.requirements
    for fact in found.value.facts:
        assert text[fact.quote.start : fact.quote.end] == fact.quote.text
    for fact in found.value.facts[len(brief.facts) :]:
        assert not fact.sure
    for one in found.value.requirements[len(brief.requirements) :]:
        assert one.doubt
    assert found.usage.tokens_in > 0
    assert found.ending in ("complete", "broken")


async def test_whatever_it_plans_names_only_what_was_given(small: RealModel) -> None:
    brief = read(COUNTY)
    outline = outline_of(brief)
    meter = Meter(Limit(scope="run", tokens=2_300))
    async with models(small) as opened:
        found = await plan(opened.of("strong", meter), brief, RECALL, outline, language="en")
    passages = {match.id for match in RECALL.matches}
    assert {one.passage for one in found.value.used} <= passages
    assert all(set(theme.proofs) <= passages for theme in found.value.themes)
    assert math.isclose(sum(found.value.shares.values()), 1.0)
    assert found.usage.tokens_in > 0


async def test_whatever_it_misses_no_verdict_falls_below_weak(small: RealModel) -> None:
    source = Source(id="K1", of="knowledge", title="Case", text="Ines took part in it in 2024.")
    sentences = [
        JudgedSentence(
            section_id="cases", block=0, number=n, text=text, verdict="supported", notes=(1,)
        )
        for n, text in enumerate(["Ines led it in 2024.", "In 2024 Ines took part."])
    ]
    async with models(small) as opened:
        found = await second_reading(opened.of("fast", Meter()), sentences, [[source], [source]])
    assert {one.verdict for one in found.value} <= {"supported", "weak"}
