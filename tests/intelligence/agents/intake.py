"""Briefs read by rules and then with scripted models, and the promises that hold for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sealedbid.intelligence.agents.intake import read_more
from sealedbid.intelligence.agents.models import Answered
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.models import Fact
from tests.intelligence.agents.briefs import TODAY, read
from tests.intelligence.agents.scripted import Script, saying


def facts(*found: tuple[str, str]) -> dict[str, Any]:
    """An answer with facts as (kind, quote)."""
    return {"facts": [{"quote": quote, "kind": kind} for kind, quote in found]}


def asks(*found: tuple[str, str]) -> dict[str, Any]:
    """An answer with requirements as (level, quote)."""
    return {"requirements": [{"quote": quote, "level": level} for level, quote in found]}


async def more(text: str, *script: Script) -> Answered[Brief]:
    """The brief with what a model of this script adds; everything of the rules is as it was."""
    brief = read(text)
    found = await read_more(saying(*script), text, brief, today=TODAY)
    return checked(text, brief, found)


def checked(text: str, brief: Brief, found: Answered[Brief]) -> Answered[Brief]:
    """The answer, in which everything that was added is unsure and stands in the text."""
    value = found.value
    assert value.facts[: len(brief.facts)] == brief.facts
    assert value.requirements[: len(brief.requirements)] == brief.requirements
    for fact in value.facts[len(brief.facts) :]:
        assert not fact.sure
        assert fact.reason.startswith("only a model reads this")
        assert text[fact.quote.start : fact.quote.end] == fact.quote.text != ""
    for one in value.requirements[len(brief.requirements) :]:
        assert one.doubt == "only a model reads this"
        assert not one.mandatory
        assert not one.numbered
        assert text[one.span.start : one.span.end] == one.span.text != ""
    keys = [fact.key for fact in value.facts]
    refs = [one.ref for one in value.requirements]
    assert len(set(keys)) == len(keys)
    assert len(set(refs)) == len(refs)
    assert (value.title, value.issuer, value.deadline) == (
        brief.title,
        brief.issuer,
        brief.deadline,
    )
    return found


def added(brief: Brief, found: Answered[Brief]) -> Sequence[Fact]:
    """The facts that the model added."""
    return found.value.facts[len(brief.facts) :]
