"""Watching a run: each step says what it found, as soon as it has."""

from __future__ import annotations

from asyncio.subprocess import Process
from collections.abc import Mapping
from uuid import UUID

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.spinner import Spinner
from rich.table import Table

from sealedbid.intelligence.models import AgentStep
from sealedbid.intelligence.run.order import Order
from sealedbid.intelligence.run.standing import found_by
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.watching import follow


async def watch(console: Console, acting: Acting, job_id: UUID, worker: Process | None) -> None:
    """Show the run's steps until the job is over. Raises NotDraftedError with the reason."""

    def is_worked_on() -> bool:
        return worker is None or worker.returncode is None

    with Live(console=console, refresh_per_second=10, transient=False) as live:
        async for seen in follow(acting.sealed, job_id, is_worked_on=is_worked_on):
            live.update(_table(seen.order, seen.attempts, is_over=seen.is_done))
    if not console.is_terminal:
        console.print()  # the last line was left open


def _table(order: Order, attempts: Mapping[str, AgentStep], *, is_over: bool) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    waiting = True
    for step in order:
        if step.name in attempts:
            found = found_by(step, attempts[step.name])
            table.add_row("[green]✓[/]", step.doing, f"[dim]{escape(found)}[/]")
        elif waiting and not is_over:
            waiting = False
            table.add_row(Spinner("dots"), step.doing, "")
        else:
            table.add_row(" ", f"[dim]{step.doing}[/]", "")
    return table
