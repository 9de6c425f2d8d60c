"""Prints proposals, and what they ask of people."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import typer
from babel.numbers import get_currency_precision
from rich.console import Console
from rich.markup import escape

from sealedbid.cli.tables import print_table
from sealedbid.content.models import ProposalShown
from sealedbid.core.currencies import NO_CURRENCY
from sealedbid.intelligence.models import ProposalQuestion


def print_proposals(found: Sequence[ProposalShown]) -> None:
    """Print a table with a row for each proposal."""
    headings = ("proposal", "client", "title", "state", "brain", "before tax", "changed at")
    rows = [
        (
            str(one.id),
            escape(one.client_name),
            escape(one.title),
            one.status,
            one.brain_status,
            _total(one),
            f"{one.updated_at:%Y-%m-%d %H:%M}",
        )
        for one in found
    ]
    print_table(headings, rows, whole=("proposal", "state", "before tax", "changed at"))


def print_questions(proposal: str, found: Sequence[ProposalQuestion]) -> None:
    """Print the questions, open ones first, and the command that answers them."""
    if not found:
        typer.echo("Nothing is asked.")
        return
    ordered = sorted(found, key=lambda one: one.answer is not None)
    headings = ("key", "asked", "suggested", "answer", "by")
    print_table(headings, [_row(one) for one in ordered], whole=("key",))
    if any(one.answer is None for one in found):
        typer.echo(f"\nsealedbid proposals answer {proposal} KEY VALUE")


def show_open(
    console: Console, proposal: str, found: Sequence[ProposalQuestion], *, why: str, then: str
) -> int:
    """Tell the author what is open, with the command that answers it and the one that goes on.

    Returns the number of open questions.
    """
    is_open = [one for one in found if one.answer is None]
    if not is_open:
        return 0
    console.print(f"\n{why}")
    for one in is_open:
        console.print(f"  {one.key}: {one.text}", markup=False, soft_wrap=True)
        if one.reason:
            console.print(f"    {one.reason}", style="dim", markup=False, soft_wrap=True)
        if suggested := _suggested(one):
            console.print(f"    {suggested}", markup=False, soft_wrap=True)
    console.print(
        f"Answer: sealedbid proposals answer {proposal} KEY VALUE", markup=False, soft_wrap=True
    )
    console.print(f"Then: {then}", markup=False, soft_wrap=True)
    return len(is_open)


def _row(one: ProposalQuestion) -> tuple[str, ...]:
    asked = f"{one.text} ({one.reason})" if one.reason else one.text
    when = f", {one.answered_at:%Y-%m-%d %H:%M}" if one.answered_at else ""
    return (
        escape(one.key),
        escape(asked),
        escape(_suggested(one)),
        escape(one.answer or ""),
        escape(f"{one.answered_by_name or 'somebody'}{when}" if one.answer else ""),
    )


def _suggested(one: ProposalQuestion) -> str:
    return " | ".join(f"{place} {text}" for place, text in enumerate(one.alternatives, 1))


def _total(one: ProposalShown) -> str:
    if one.currency == NO_CURRENCY:
        return ""
    digits = get_currency_precision(one.currency)
    return f"{Decimal(one.total_minor).scaleb(-digits):,.{digits}f} {one.currency}"
