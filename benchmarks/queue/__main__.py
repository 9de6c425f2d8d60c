"""Our queue beside procrastinate, pgqueuer and awa: one server, one run."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from contextlib import ExitStack
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress
from rich.table import Table

from benchmarks.databases import open_server
from benchmarks.queue.measure import Measuring
from benchmarks.queue.page import RAW, sheets, write
from benchmarks.queue.place import describe_machine, open_place
from benchmarks.queue.sizes import FULL, OURS, QUICK, Sizes
from benchmarks.queue.systems import installed_peers, open_system


def main() -> int:
    """Run the benchmark. Exit code 1 if something did not end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the server ends with us
    options = parse(sys.argv[1:])
    console = Console(highlight=False)
    if options.render:
        run = json.loads(options.render.read_text(encoding="utf-8"))
    else:
        run = _run(QUICK if options.quick else FULL, console)
    _print(console, run)
    if options.json:
        _store(options.json, run)
    if options.write:
        RAW.parent.mkdir(exist_ok=True)
        _store(RAW, run)
        write(run)
    return 1 if run["stuck"] else 0


def parse(arguments: list[str]) -> argparse.Namespace:
    """Parse the options."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queue", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one small round: under a minute")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every round there")
    parser.add_argument(
        "--write", action="store_true", help="into docs/reference: every round, tables, chart"
    )
    parser.add_argument(
        "--render", type=Path, metavar="FILE", help="measure nothing: show what was kept there"
    )
    return parser.parse_args(arguments)


def _run(sizes: Sizes, console: Console) -> dict[str, Any]:
    peers = installed_peers()
    if not peers:
        console.print("No peer is installed here (make bench-queue installs them): ours alone.")
    with ExitStack() as stack:
        with console.status("Making databases"):
            server = stack.enter_context(open_server(None, durable=True))
            place = stack.enter_context(open_place(server, tuple(peers)))
            # A worker refuses to start beside a table that is as open as the unfair queue's.
            claims = stack.enter_context(open_place(server, ()))
        told = server.home.parent / "place.json"
        place.write(told)
        machine = describe_machine(place)
        names = [OURS, *peers]
        systems = {name: open_system(name, place).settings for name in names}
        columns = (*Progress.get_default_columns(), MofNCompleteColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            measuring = Measuring(place, claims, told, sizes, progress)
            asyncio.run(measuring.run(names))
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine,
        "peers": peers,
        "systems": systems,
        "rounds": sizes.rounds,
        "sizes": {
            "enqueued": sizes.enqueued,
            "drained": sizes.real,
            "drained without a body": sizes.empty,
            "waited for": sizes.waited,
            "slept": sizes.slept,
            "claimed of a backlog, at most": sizes.claimed,
        },
        "layouts": [asdict(layout) for layout in sizes.layouts],
        "stuck": measuring.stuck,
        "figures": measuring.figures.as_json(),
    }


def _print(console: Console, run: dict[str, Any]) -> None:
    for sheet in sheets(run):
        console.print(f"\n[bold]{sheet.title}[/]")
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
        for number, heading in enumerate(sheet.headings):
            table.add_column(heading, justify="right" if number else "left")
        for row in sheet.rows:
            table.add_row(*(cell.replace("**", "").replace("[", r"\[") for cell in row))
        console.print(table)
    for stuck in run["stuck"]:
        console.print(f"[red]{stuck}[/]", markup=True)
    console.print("[dim]Medians of the rounds, least and most in brackets.[/]")


def _store(path: Path, run: dict[str, Any]) -> None:
    path.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
