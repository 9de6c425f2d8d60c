"""Nothing that only a model reads changes what a client is told by the composer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.writer.composer import compose
from sealedbid.intelligence.writer.composer.outline import is_by_labor
from tests.intelligence.agents.briefs import COUNTY
from tests.intelligence.agents.scripted import saying
from tests.intelligence.composer.making import TODAY, assign, printed, service

IDEA = "In the old days there were 12 training days in every year"
TEXT = f"""{COUNTY}
## History

{IDEA}. Somebody spoke of 70,000 euros, and the house
closes on 24 December 2027. Hourly rates by labor category were shown to us by another firm.
"""
SAID = {
    "facts": [
        {"quote": "the house closes on 24 December 2027", "kind": "start"},
        {"quote": "another firm", "kind": "contact"},
    ],
    "requirements": [
        {"quote": IDEA, "kind": "delivery"},
        {"quote": "Hourly rates by labor category were shown to us", "kind": "price"},
    ],
}
OFFERS = (
    service("Website", 900_000),
    service("Training day", 80_000, "day"),
    service("Training days", 80_000, "day"),
)


async def test_prices_and_words_for_the_client_are_those_of_the_rules() -> None:
    alone = assign(TEXT, offers=OFFERS)
    found = await read_more(saying(SAID), TEXT, alone.brief, today=TODAY)
    assert len(found.value.facts) == len(alone.brief.facts) + 2
    assert len(found.value.requirements) == len(alone.brief.requirements) + 2
    more = replace(alone, brief=found.value)
    assert not is_by_labor(more.brief)
    one, two = compose(alone), compose(more)
    assert two.lines == one.lines
    assert printed(two) == printed(one)
    assert (two.title, two.document.cover) == (one.title, one.document.cover)
    for words in ("12 training days", "December", "another firm"):
        assert words not in printed(two)


@pytest.mark.parametrize("level", ["must", "should"])
async def test_a_requirement_of_a_model_is_open_until_a_person_confirms_it(level: str) -> None:
    alone = assign(TEXT, offers=OFFERS)
    said = {"requirements": [{"quote": IDEA, "level": level}]}
    found = await read_more(saying(said), TEXT, alone.brief, today=TODAY)
    draft = compose(replace(alone, brief=found.value))
    (state,) = [one.state for one in draft.answers if one.ref.startswith("M")]
    assert state == "open"
