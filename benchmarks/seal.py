"""The cost of the seal, beside row-level security on a plain setting and none, in one run."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from psycopg import AsyncClientCursor
from rich.console import Console
from rich.progress import Progress

from benchmarks.aims import LARGE, SMALL, judge
from benchmarks.databases import Database, make_database, open_server
from benchmarks.measure import Results, measure
from benchmarks.peers import STATEMENTS, Peer, open_peers
from benchmarks.report import as_json, print_results, print_verdicts

ROUNDS, QUICK_ROUNDS = 80, 15


def main() -> int:
    """Run the benchmark. Exit code 1 if the sealed point read has an unexpected plan."""
    options = _options()
    console = Console(highlight=False)
    rounds = QUICK_ROUNDS if options.quick else ROUNDS
    with ExitStack() as stack:
        with console.status("Making databases"):
            server = stack.enter_context(open_server(options.url))
            databases = [
                stack.enter_context(make_database(server, orgs)) for orgs in (SMALL, LARGE)
            ]
        plan, results = asyncio.run(_run(databases, rounds, options.cpus, console))
    verdicts = judge(results)
    placement = options.cpus if server.local else "free"
    print_results(console, results)
    print_verdicts(console, verdicts)
    if options.json:
        run = as_json(results, verdicts, rounds=rounds, cpus=placement, plan=plan.splitlines())
        options.json.write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    sealed_well = "Index Scan" in plan and ("One-Time Filter" in plan or "InitPlan" in plan)
    console.print("\n[bold]Plan of the sealed point read[/]")
    console.print(plan, markup=False)
    if not sealed_well:
        console.print("[bold red]It is not an index scan that verifies the context once.[/]")
    return 0 if sealed_well else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.seal", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: half a minute")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there too")
    parser.add_argument(
        "--url", help="an administrator's URL, on a server that trusts this machine; roles stay"
    )
    parser.add_argument(
        "--cpus",
        choices=("same", "apart", "free"),
        default="same",
        help="client and backend on one processor (steady), on two, or wherever they fall",
    )
    return parser.parse_args()


async def _run(
    databases: list[Database], rounds: int, placement: str, console: Console
) -> tuple[str, Results]:
    async with AsyncExitStack() as stack:
        peers: list[Peer] = []
        for database in databases:
            peers += await stack.enter_async_context(open_peers(database, placement))
        with Progress(console=console, transient=True) as progress:
            results = await measure(peers, rounds, progress)
        sealed = next(p for p in peers if p.name == "sealed" and p.database.orgs == LARGE)
        return await _plan(sealed), results


async def _plan(sealed: Peer) -> str:
    """Explain the sealed point read past the tenant's cursor, which refuses EXPLAIN."""
    async with sealed.pool.connection() as connection:
        await sealed.begin(connection)
        await sealed.open(connection)
        cursor = AsyncClientCursor(connection)
        await cursor.execute(
            "explain (costs off) " + STATEMENTS["sealed"]["point"],
            {"org_id": sealed.database.org_id, "id": sealed.database.client_id},
        )
        return "\n".join(row[0] for row in await cursor.fetchall())


if __name__ == "__main__":
    sys.exit(main())
