"""Calls of a scripted model about a brief: answers that give nothing, limits, long briefs."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.llm import Spent, errors
from tests.intelligence.agents.briefs import COUNTY, TODAY, read
from tests.intelligence.agents.intake import added, asks, checked, facts, more
from tests.intelligence.agents.scripted import Script, ScriptedModel, saying


@pytest.mark.parametrize(
    ("said", "ending", "told"),
    [
        ("refused", "refused", "scripted refused to answer."),
        ("budget", "budget", "The budget of the run has no room for this question to scripted."),
        (
            errors.BrokenShapeError("scripted", "it is no JSON", Spent(tokens_in=7)),
            "broken",
            "scripted gave no valid answer, twice: it is no JSON.",
        ),
        (
            errors.RequestRejectedError("http://127.0.0.1", "no"),
            "broken",
            "http://127.0.0.1 rejects the request: no.",
        ),
        (
            errors.PromptTooLongError("scripted"),
            "broken",
            "The prompt is longer than scripted can read: set a model with a larger context.",
        ),
    ],
)
async def test_without_an_answer_the_reading_of_the_rules_stands(
    said: Script, ending: str, told: str
) -> None:
    found = await more(COUNTY, said)
    assert found.value == read(COUNTY)
    assert found.model is None
    assert found.ending == ending
    assert told in found.told


async def test_broken_answers_are_counted_too() -> None:
    broken = errors.BrokenShapeError("scripted", "no JSON", Spent(tokens_in=7, tokens_out=2))
    found = await more(COUNTY, broken)
    assert (found.usage.tokens_in, found.usage.tokens_out) == (7, 2)


@pytest.mark.parametrize(
    "error",
    [
        errors.ModelBusyError("http://127.0.0.1", 3),
        errors.ModelTimedOutError("http://127.0.0.1", 9),
        errors.KeyRefusedError("http://127.0.0.1", "small", "model.key"),
    ],
)
async def test_what_may_pass_and_what_a_person_has_to_mend_is_raised(
    error: errors.ModelError,
) -> None:
    with pytest.raises(type(error)):
        await more(COUNTY, error)


def long_brief() -> str:
    """A brief of many parts, with a fact near its end."""
    paragraphs = [f"Paragraph {number} says little of the work. " * 8 for number in range(120)]
    return "\n\n".join([*paragraphs, "The lights go out on 30 June 2027, for good."])


async def test_a_long_brief_is_read_in_parts_and_their_findings_are_merged() -> None:
    text = long_brief()
    brief = read(text)
    late = facts(("end", "The lights go out on 30 June 2027"))
    early = asks(("should", "Paragraph 0 says little of the work."))
    model = saying(early, {**late, **early})
    found = checked(text, brief, await read_more(model, text, brief, today=TODAY))
    assert len(model.asked) > 3
    assert [fact.kind for fact in added(brief, found)] == ["end"]
    assert len(found.value.requirements) == len(brief.requirements) + 1
    assert found.usage.tokens_in == 100 * len(model.asked)


@pytest.mark.full
async def test_a_budget_in_the_middle_keeps_what_was_found_before_and_asks_no_more() -> None:
    text = long_brief()
    brief = read(text)
    early = asks(("should", "Paragraph 0 says little of the work."))
    model = saying(early, "budget")
    found = checked(text, brief, await read_more(model, text, brief, today=TODAY))
    assert len(model.asked) == 2
    assert found.ending == "budget"
    assert len(found.value.requirements) == len(brief.requirements) + 1
    assert any("% of the brief" in told for told in found.told)


async def test_a_model_that_keeps_failing_is_asked_twice() -> None:
    text = long_brief()
    model = saying("refused")
    await read_more(model, text, read(text), today=TODAY)
    assert len(model.asked) == 2


@pytest.mark.full
async def test_a_model_that_reads_less_at_once_gets_smaller_parts() -> None:
    text = long_brief()
    brief = read(text)
    late = facts(("end", "The lights go out on 30 June 2027"))
    too_long = errors.PromptTooLongError("scripted")
    model = saying(too_long, too_long, late)
    found = checked(text, brief, await read_more(model, text, brief, today=TODAY))
    assert [fact.kind for fact in added(brief, found)] == ["end"]
    assert found.ending == "complete"
    sizes = [len(prompt.task) for prompt in model.asked]
    assert sizes[0] > sizes[1] > sizes[2]


async def test_an_answer_of_thousands_of_findings_is_bounded() -> None:
    loop = facts(*[("event", "nothing can be left on the old server")] * 3_000)
    found = await more(COUNTY, loop)
    assert len(added(read(COUNTY), found)) == 1


@pytest.mark.parametrize("text", ["", " \n\n ", "<!-- -->"])
async def test_a_brief_without_words_asks_nothing_or_adds_nothing(text: str) -> None:
    found = await more(text, facts(("budget", "$1"), ("title", "<!-- -->")))
    assert found.value == read(text)
    assert found.model is None


async def test_what_is_known_is_said_and_unsure_facts_are_not() -> None:
    model: ScriptedModel = saying({})
    brief = read(COUNTY)
    await read_more(model, COUNTY, brief, today=TODAY)
    (prompt,) = model.asked
    known = prompt.task.split("</known>")[0]
    assert "deadline: 14 January 2027 at 5 p.m." in known
    assert "requirement: The portal must be accessible." in known
    assert "issuer" not in known
