"""Prints judged sentences with their passages, and passages to cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer
from rich.console import Console
from rich.markup import escape

from sealedbid.cli.tables import UNLIMITED, print_table
from sealedbid.intelligence.export.verdicts import (
    counted,
    place_of,
    reasons_of,
    source_of,
    verdict_of,
    without_sources,
)
from sealedbid.intelligence.models import Match, Verdict
from sealedbid.intelligence.presenting import SentenceShown

STYLES: dict[Verdict, str] = {"supported": "green", "weak": "yellow", "unsupported": "red"}


def print_sentences(proposal: str, found: Sequence[SentenceShown], *, whole: bool) -> None:
    """Print the sentences to look at, or all of them, and how they are resolved."""
    if not found:
        typer.echo("No sentence of this proposal was judged.")
        return
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=UNLIMITED)
    for one in found:
        if whole or one.is_open or one.is_doubted:
            console.print("\n".join(_lines(one)) + "\n")
    typer.echo(counted(found))
    if any(one.is_open for one in found):
        typer.echo(
            f"\nsealedbid proposals rewrite {proposal} NUMBER TEXT\n"
            f"sealedbid proposals cite {proposal} NUMBER\n"
            f"sealedbid proposals vouch {proposal} NUMBER\n"
            f"sealedbid proposals take-out {proposal} NUMBER"
        )


def print_again(done: str, one: SentenceShown) -> None:
    """Print what was done to a sentence, the verdict on it now, and the passages beside it."""
    typer.echo(done)
    if one.again is not None:
        typer.echo(f"Judged again, it is {one.again.verdict}.")
        for reason in reasons_of(one):
            typer.echo(f"- {reason}")
    for passage in one.passages:
        typer.echo(f"{source_of(passage)}: “{' '.join(passage.quote.split())}”")


def print_passages(proposal: str, number: int, found: Sequence[Match]) -> None:
    """Print passages with their ids, and the command that cites one."""
    if not found:
        typer.echo("Nothing in your knowledge is near it: `sealedbid ingest` teaches more.")
        return
    rows = [
        (
            str(one.id),
            escape(place_of(one.source_title, one.heading)),
            escape(" ".join(one.content_text.split())),
        )
        for one in found
    ]
    print_table(("passage", "source", "text"), rows, whole=("passage",))
    typer.echo(f"\nsealedbid proposals cite {proposal} {number} --passage PASSAGE --quote WORDS")


def _lines(one: SentenceShown) -> Iterator[str]:
    sentence = one.sentence
    style = STYLES[one.again.verdict if one.again else sentence.verdict]
    if sentence.resolution in ("vouched", "removed"):
        style = "green"
    state = f"[{style}]{escape(verdict_of(one))}[/]"
    yield f"[bold]{sentence.position}[/]  {state}  [dim]{escape(sentence.section_id)}[/]"
    yield f"   {escape(one.text)}"
    for reason in reasons_of(one):
        yield f"   - {escape(reason)}"
    for passage in one.passages:
        quote = " ".join(passage.quote.split())
        yield f"   [dim]{escape(source_of(passage))}:[/] “{escape(quote)}”"
    for key, answer in one.answers.items():
        yield f"   [dim]your answer to {escape(key)}:[/] “{escape(answer)}”"
    if nothing := without_sources(one):
        yield f"   [dim]{nothing}[/]"
