"""Prints what is understood of a brief."""

from __future__ import annotations

from bisect import bisect_right

import typer
from pydantic import TypeAdapter
from rich.markup import escape

from sealedbid.cli.tables import print_table
from sealedbid.intelligence.asking.written import written
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.language import unread
from sealedbid.intelligence.shortening import plural, shortened

LONGEST_QUOTE = 120  # characters
LONGEST_TEXT = 160


def as_json(brief: Brief) -> str:
    """The whole reading as JSON."""
    return TypeAdapter(Brief).dump_json(brief, indent=2).decode()


def print_brief(text: str, brief: Brief) -> None:
    """Print a table of the facts, and one of the requirements."""
    lines = Lines(text)
    unsure = sum(not fact.sure for fact in brief.facts)
    if told := unread(brief.language):
        typer.echo(f"{told}\n")
    typer.echo(f"{plural(len(brief.facts), 'fact')}, {unsure} of them unsure.\n")
    print_table(
        ("fact", "value", "", "line", "quote"),
        [_fact(fact, lines) for fact in brief.facts],
        whole=("fact", "line"),
    )
    mandatory = sum(one.mandatory for one in brief.requirements)
    asked = plural(len(brief.requirements), "requirement")
    typer.echo(f"\n{asked}, {mandatory} of them mandatory.\n")
    print_table(
        ("no", "level", "line", "requirement"),
        [
            (
                escape(one.ref),
                "must" if one.mandatory else "should",
                str(lines.of(one.span.start)),
                escape(shortened(one.text, LONGEST_TEXT)),
            )
            for one in brief.requirements
        ],
        whole=("no", "level", "line"),
    )


def _fact(fact: Fact, lines: Lines) -> tuple[str, ...]:
    return (
        escape(fact.key),
        escape("left open" if fact.value is None else written(fact.value)),
        escape(certainty(fact)),
        str(lines.of(fact.quote.start)),
        escape(shortened(" ".join(fact.quote.text.split()), LONGEST_QUOTE)),
    )


def certainty(fact: Fact) -> str:
    """Say if a fact is sure, why not, what else it can be, and what was inferred."""
    words = "sure" if fact.sure else f"unsure: {fact.reason}"
    values = [written(one.value) for one in fact.alternatives]
    others = "" if all(one in fact.reason for one in values) else " | ".join(values)
    words += f"; or {others}" if others else ""
    return words + (f"; inferred: {fact.inferred}" if fact.inferred else "")


class Lines:
    """The numbers of a text's lines, from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(place + 1 for place, each in enumerate(text) if each == "\n")]

    def of(self, place: int) -> int:
        """The line of a place in the text, in characters from 0."""
        return bisect_right(self._starts, place)
