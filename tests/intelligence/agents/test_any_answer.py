"""Properties that hold for whatever a model answers."""

from __future__ import annotations

import asyncio
import json
import math
from typing import Any, get_args
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealedbid.intelligence.agents.chunks import chunks
from sealedbid.intelligence.agents.fencing import fenced
from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.agents.quoting import Folded
from sealedbid.intelligence.agents.second_reading import second_reading
from sealedbid.intelligence.agents.strategy import by_rules, plan
from sealedbid.intelligence.brief.facts.models import FactKind
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.llm.counting import estimated_tokens
from sealedbid.intelligence.models import Verdict
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.writer.composer.outline import outline_of
from tests.fixtures.tiers import examples
from tests.intelligence.agents.briefs import COUNTY, FRENCH, GERMAN, TODAY, read
from tests.intelligence.agents.recalled import RECALL
from tests.intelligence.agents.scripted import saying

pytestmark = pytest.mark.full

TEXTS = {text: read(text) for text in (COUNTY, GERMAN, FRENCH)}
OUTLINE = outline_of(TEXTS[COUNTY])
TEXT = st.text(max_size=60)


def parts_of(text: str) -> st.SearchStrategy[str]:
    """Pieces of a text, from anywhere to anywhere."""
    places = st.integers(0, len(text))
    return st.tuples(places, st.integers(0, 120)).map(lambda at: text[at[0] : at[0] + at[1]])


def readings(text: str) -> st.SearchStrategy[dict[str, Any]]:
    """Answers about a brief: quotes that stand there, and others."""
    quote = st.one_of(st.none(), TEXT, parts_of(text))
    kind = st.sampled_from([*get_args(FactKind), "none", "fine", None])
    level = st.sampled_from(["must", "should", "may", "none", "always", None])
    found = st.fixed_dictionaries({"quote": quote, "kind": kind})
    asked = st.fixed_dictionaries({"quote": quote, "level": level, "kind": st.none() | TEXT})
    return st.fixed_dictionaries(
        {
            "facts": st.none() | st.lists(found, max_size=8),
            "requirements": st.none() | st.lists(asked, max_size=8),
        }
    )


@settings(max_examples=examples(1))
@given(st.data(), st.sampled_from(list(TEXTS)))
def test_facts_of_rules_are_untouched_and_every_added_quote_stands_in_the_text(
    data: st.DataObject, text: str
) -> None:
    brief = TEXTS[text]
    said = data.draw(readings(text))
    found = asyncio.run(read_more(saying(said), text, brief, today=TODAY)).value
    assert found.facts[: len(brief.facts)] == brief.facts
    assert found.requirements[: len(brief.requirements)] == brief.requirements
    assert (found.title, found.issuer, found.goals, found.contents, found.language) == (
        brief.title,
        brief.issuer,
        brief.goals,
        brief.contents,
        brief.language,
    )
    assert (found.deadline, found.budget) == (brief.deadline, brief.budget)
    for fact in found.facts[len(brief.facts) :]:
        assert not fact.sure
        assert text[fact.quote.start : fact.quote.end] == fact.quote.text != ""
    for one in found.requirements[len(brief.requirements) :]:
        assert one.doubt
        assert text[one.span.start : one.span.end] == one.span.text != ""
    assert len({fact.key for fact in found.facts}) == len(found.facts)
    assert len({one.ref for one in found.requirements}) == len(found.requirements)


SECTION = st.sampled_from([*(slot.id for slot in OUTLINE), "summary", "", None])
PERCENT = st.none() | st.floats(allow_nan=True, allow_infinity=True) | st.integers(-5, 100)
PASSAGE = st.sampled_from(["K1", "k2", "K3", "K99", "", "R1"])
PLANS = st.fixed_dictionaries(
    {
        "used": st.none()
        | st.lists(
            st.fixed_dictionaries({"passage": st.none() | PASSAGE, "why": st.none() | TEXT})
        ),
        "themes": st.none()
        | st.lists(
            st.fixed_dictionaries(
                {
                    "proofs": st.none() | st.lists(PASSAGE, max_size=4),
                    "criterion": st.sampled_from(
                        ["C1", "c2", "C9", "none", "Price", "Innovation", None]
                    ),
                    "benefit": st.none() | TEXT | parts_of(COUNTY),
                }
            ),
            max_size=5,
        ),
        "positioning": st.none() | TEXT,
        "risks": st.none() | st.lists(TEXT, max_size=8),
        "shares": st.none()
        | st.lists(st.fixed_dictionaries({"section": SECTION, "percent": PERCENT}), max_size=8),
    }
)


@settings(max_examples=examples(1))
@given(PLANS)
def test_a_plan_names_only_what_was_given_and_its_shares_add_up_to_one(said: Any) -> None:
    brief = TEXTS[COUNTY]
    found = asyncio.run(plan(saying(said), brief, RECALL, OUTLINE, language="en")).value
    passages: set[UUID] = {match.id for match in RECALL.matches}
    criteria = {"": {None}} | {
        fact.value.criterion: {fact.value.points}
        for fact in brief.facts
        if fact.value is not None and fact.value.type == "weight"
    }
    assert set(found.shares) == {slot.id for slot in OUTLINE}
    assert math.isclose(sum(found.shares.values()), 1.0, abs_tol=1e-9)
    assert all(share >= 0.0199 for share in found.shares.values())
    assert {one.passage for one in found.used} <= passages
    for theme in found.themes:
        assert theme.benefit
        assert theme.proofs
        assert set(theme.proofs) <= passages
        assert theme.points in criteria[theme.criterion]


@settings(max_examples=examples(1))
@given(st.dictionaries(SECTION.filter(bool), st.floats(0, 100), max_size=5))
def test_more_percent_for_a_section_is_never_a_smaller_share(percents: dict[str, float]) -> None:
    brief = TEXTS[COUNTY]
    id = OUTLINE[0].id

    def share(percent: float) -> float:
        named = {**percents, id: percent}
        said = {"shares": [{"section": one, "percent": many} for one, many in named.items()]}
        found = asyncio.run(plan(saying(said), brief, RECALL, OUTLINE, language="en"))
        return found.value.shares[id]

    assert share(10) <= share(60) + 1e-9


VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SENTENCE = "Anna led the team of 11 from 2024 on, and 3,100 permits were moved."
SOURCES = (Source(id="K1", of="knowledge", title="Case", text="Anna took part; 3,100 permits."),)


@settings(max_examples=examples(1))
@given(
    st.lists(st.sampled_from(VERDICTS), min_size=1, max_size=6),
    st.lists(
        st.fixed_dictionaries(
            {
                "words": st.none() | TEXT | parts_of(SENTENCE),
                "sentence": st.sampled_from(["S1", "s2", "S9", "", None, "P1"]),
            }
        ),
        max_size=8,
    ),
)
def test_no_verdict_rises_and_none_falls_below_weak(verdicts: list[Verdict], said: Any) -> None:
    sentences = [
        JudgedSentence(section_id="cases", block=0, number=place, text=SENTENCE, verdict=verdict)
        for place, verdict in enumerate(verdicts)
    ]
    found = asyncio.run(
        second_reading(saying({"missing": said}), sentences, [SOURCES] * len(sentences))
    ).value
    for before, after in zip(sentences, found, strict=True):
        assert after.text == before.text
        if after != before:
            assert after.verdict == "weak"
            assert before.verdict in ("supported", "weak")
            assert all(each.what in SENTENCE for each in after.reasons)
            assert not any(each.what in SOURCES[0].text for each in after.reasons)


@settings(max_examples=examples(2))
@given(
    st.text(alphabet=st.sampled_from("ab .\n\tçé€“\U0001f600"), max_size=400), st.integers(9, 60)
)
def test_chunks_follow_each_other_and_fit(text: str, tokens: int) -> None:
    found = list(chunks(text, tokens))
    assert "".join("".join(text[one.start : one.end].split()) for one in found) == "".join(
        text.split()
    )
    for one in found:
        part = text[one.start : one.end]
        assert estimated_tokens([part]) <= max(tokens, 10)


@settings(max_examples=examples(2))
@given(TEXT, st.integers(0, 60), st.integers(0, 60))
def test_a_found_quote_is_the_text_between_its_places(text: str, start: int, length: int) -> None:
    place = Folded(text).find(text[start : start + length], least=1)
    if place is not None:
        assert text[place.start : place.end] == place.text
        quote = text[start : start + length]
        assert list(filter(str.isalnum, place.text)) == list(filter(str.isalnum, quote))


@settings(max_examples=examples(2))
@given(st.text(alphabet=st.sampled_from("<>/ brief\n\u200bBRIEF"), max_size=60))
def test_no_text_ends_or_opens_a_fence(text: str) -> None:
    shown = fenced("brief", text)
    inner = shown.removeprefix("<brief>").removesuffix("</brief>").casefold()
    assert "<brief" not in inner.replace(" ", "").replace("\n", "")
    assert "</brief" not in inner.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("text", [COUNTY, GERMAN, FRENCH])
def test_a_plan_of_rules_is_stable_and_whole(text: str) -> None:
    brief = TEXTS[text]
    outline = outline_of(brief)
    one = by_rules(brief, outline)
    assert one == by_rules(brief, outline)
    assert math.isclose(sum(one.shares.values()), 1.0)
    assert json.dumps(one.shares)
