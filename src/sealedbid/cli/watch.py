"""Watching a run: each step says what it found, and the one at work how far it is."""

from __future__ import annotations

import time
from asyncio.subprocess import Process
from typing import Final, Protocol
from uuid import UUID

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.markup import escape
from rich.padding import Padding
from rich.spinner import Spinner
from rich.table import Table

from sealedbid.intelligence.export.costs import spent_words
from sealedbid.intelligence.run.standing import found_by
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.watching import Watched, WorkerState, follow

NARROW: Final = 76
"""Columns below which the words of a step are below its name."""
SELDOM: Final = 10.0
"""Seconds between two lines that say how far a step is, where no terminal replaces them."""


class Shown(Protocol):
    """A place where the states of a run are shown."""

    def show(self, seen: Watched) -> None:
        """Show a state in the place of the one before."""
        ...


async def watch(
    console: Console,
    acting: Acting,
    job_id: UUID,
    worker: Process | None,
    *,
    shows_steps: bool = True,
) -> Watched:
    """Show the run's steps until the job is over; returns how it ended.

    Raises NotDraftedError with the reason.
    """

    def state() -> WorkerState:
        if worker is None or worker.returncode is None:
            return "at work"
        return "gone" if worker.returncode else "idle"

    async def shown_in(place: Shown | None) -> Watched:
        last: Watched | None = None
        async for seen in follow(acting.sealed, job_id, worker=state):
            if place is not None:
                place.show(seen)
            last = seen
        assert last is not None  # follow yields at least once, or raises
        return last

    if not shows_steps:
        return await shown_in(None)
    if not console.is_terminal:
        return await shown_in(Lines(console))
    with Live(console=console, refresh_per_second=10, transient=False) as live:
        return await shown_in(Picture(live, is_narrow=console.width < NARROW))


class Picture:
    """All steps at a terminal, drawn anew with each state."""

    def __init__(self, live: Live, *, is_narrow: bool) -> None:
        self._live = live
        self._is_narrow = is_narrow
        self._spinner = Spinner("dots")  # one for all states: a new one would stand still

    def show(self, seen: Watched) -> None:
        """Draw the steps, and what they took so far."""
        steps, spent = self._steps(seen), _spent(seen)
        self._live.update(Group(steps, f"[dim]  {spent}[/]") if spent else steps)

    def _steps(self, seen: Watched) -> Table:
        table = Table.grid(padding=(0, 1, 0, 0))
        is_next = not (seen.is_done or seen.needs_input or seen.failure)
        for step in seen.order:
            if step.name in seen.attempts:
                found = found_by(step, seen.attempts[step.name])
                self._add(table, "[green]✓[/]", step.doing, found)
            elif is_next:
                is_next = False
                self._add(table, self._spinner, step.doing, seen.words_of(step))
            else:
                self._add(table, " ", f"[dim]{step.doing}[/]", "")
        return table

    def _add(self, table: Table, mark: RenderableType, doing: str, words: str) -> None:
        said = f"[dim]{escape(words)}[/]" if words else ""
        if not self._is_narrow:
            table.add_row(mark, doing, said)
            return
        table.add_row(mark, doing)
        if said:
            table.add_row("", Padding(said, (0, 0, 0, 2)))


class Lines:
    """Lines for a file or another program: one for each step that is done, and a few between."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._done: set[object] = set()
        self._words = ""
        self._said_at = 0.0

    def show(self, seen: Watched) -> None:
        """Print what is new."""
        width = max(len(step.doing) for step in seen.order)
        for step in seen.order:
            attempt = seen.attempts.get(step.name)
            if attempt is not None and attempt.id not in self._done:
                self._done.add(attempt.id)
                self._print(f"✓ {step.doing:<{width}} {found_by(step, attempt)}")
        at_work = next((one for one in seen.order if one.name not in seen.attempts), None)
        words = seen.words_of(at_work) if at_work is not None else ""
        now = time.monotonic()
        if words not in ("", self._words) and now - self._said_at > SELDOM:
            self._words, self._said_at = words, now
            self._print(f"  {words}")
        if seen.is_done and (spent := _spent(seen)):
            self._print(f"  {spent}")

    def _print(self, line: str) -> None:
        self._console.print(line, markup=False, soft_wrap=True)


def _spent(seen: Watched) -> str:
    return spent_words(seen.tokens, seen.cost_micros) if seen.tokens else ""
