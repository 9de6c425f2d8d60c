"""The question for a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sealedbid.intelligence.agents.fencing import DATA, fenced
from sealedbid.intelligence.agents.strategy.given import Given, shown
from sealedbid.intelligence.brief.language import name_of
from sealedbid.intelligence.llm import Prompt

RULES: Final = f"""\
You plan a proposal: the answer of our organization to a client's request. You get facts of the \
request, the criteria by which the client scores answers, the sections, and passages from our own \
pages.
{DATA}
Give, in this order:
- used: the passages that the plan stands on, by id, each with a short reason.
- themes: two or three. Each has proofs (ids of passages), a criterion (an id of <criteria>, or \
"none"), and one benefit for this client in one sentence.
- positioning: one or two sentences: the reason why this client should choose us.
- risks: at most five short sentences: what may go wrong, or what the answer must not miss.
- shares: percent of the text for each section, by its id, in all 100. More where more points are.
State no number, name or promise that the passages do not have. State no price. Where you have \
nothing to say, give null or an empty list."""

MOST_ANSWERED: Final = 900  # tokens


def prompt_of(given: Given, language: str) -> Prompt:
    """Ask for a plan, in a language by its ISO 639-1 code, with or without a country."""
    spoken = name_of(language[:2].lower()) or "English"
    return Prompt(
        rules=RULES,
        shared="\n".join(_request(given)),
        task="\n".join(
            [
                *_passages(given),
                f"Write benefits, positioning and risks in {spoken}.",
            ]
        ),
        max_tokens=MOST_ANSWERED,
    )


def _request(given: Given) -> Iterator[str]:
    yield fenced("brief", "\n".join([*given.facts, *(f"wanted: {goal}" for goal in given.goals)]))
    criteria = [
        f"{id}: {one.criterion}" + (f" ({one.points:g} points)" if one.points else "")
        for id, one in given.criteria.items()
    ]
    yield fenced("criteria", "\n".join(criteria) or "none")
    yield fenced("sections", "\n".join(f"{one.id}: {one.heading}" for one in given.sections))


def _passages(given: Given) -> Iterator[str]:
    for id, match in given.passages.items():
        yield fenced("passage", shown(match), id=id, page=match.source_title)
    if not given.passages:
        yield "There are no passages: give no themes."
