"""Measures list, get, create and search over HTTP, beside a peer without a seal."""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import itertools
import json
import random
import secrets
import statistics
import sys
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import uvloop
from rich.console import Console
from rich.progress import Progress

from benchmarks.aims import LARGE, SMALL
from benchmarks.api.load import load, request
from benchmarks.api.report import print_report, write_page
from benchmarks.api.servers import Served, serve_all
from benchmarks.databases import Database, make_database, open_server

CLIENTS = (1, 16, 64)
WIDTH = 150
"""Columns of the tables in a file."""
OPERATIONS = ("list", "get", "search", "create")
"""Searching comes before creating: it reads all rows of the organization."""
_NUMBERS = itertools.count()


@dataclass(slots=True)
class Figures:
    """Each round's requests a second, p95 in ms, and microseconds of Python and PostgreSQL."""

    rates: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    python: list[float] = field(default_factory=list)
    postgres: list[float] = field(default_factory=list)

    def medians(self) -> dict[str, float]:
        """The medians of all rounds."""
        return {
            name: statistics.median(getattr(self, name))
            for name in ("rates", "p95", "python", "postgres")
        }


Key = tuple[str, str, int, int]
"""Operation, way, organizations and clients."""


def main() -> int:
    """Run the benchmark and print its tables; ``--write`` puts them on the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.api", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=1.0, help="of one batch")
    parser.add_argument("--orgs", type=int, nargs="+", default=[SMALL, LARGE])
    parser.add_argument("--clients", type=int, nargs="+", default=list(CLIENTS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there too")
    parser.add_argument("--write", action="store_true", help="update the page")
    options = parser.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH)
    results: dict[Key, Figures] = {}
    with ExitStack() as stack:
        with console.status("Making databases"):
            server = stack.enter_context(open_server(None))
            databases = [stack.enter_context(make_database(server, orgs)) for orgs in options.orgs]
            tokens = {database.orgs: _prepare(database) for database in databases}
        served = stack.enter_context(serve_all(databases))
        with Progress(console=console, transient=True) as progress:
            uvloop.run(_measure(served, tokens, options, results, progress))
    medians = {key: figures.medians() for key, figures in results.items()}
    if options.json:
        rows = [[*key, figures] for key, figures in medians.items()]
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print_report(console, medians)
    if options.write:
        write_page(medians, rounds=options.rounds)
    return 0


async def _measure(
    served: list[Served],
    tokens: dict[int, str],
    options: argparse.Namespace,
    results: dict[Key, Figures],
    progress: Progress,
) -> None:
    """Let every server answer in turn, in another order each round."""
    steps = [(op, clients) for op in OPERATIONS for clients in options.clients]
    task = progress.add_task("Measuring", total=(options.rounds + 1) * len(steps) * len(served))
    for number in range(options.rounds + 1):
        for operation, clients in steps:
            for one in random.sample(served, len(served)):
                make = _request(operation, one.database, tokens[one.database.orgs])
                before = one.cpu()
                async with asyncio.timeout(options.seconds + 30):
                    done = await load(one.port, make, clients=clients, seconds=options.seconds)
                python, postgres = (
                    (after - was) / done.requests * 1e6
                    for after, was in zip(one.cpu(), before, strict=True)
                )
                progress.advance(task)
                if number == 0:
                    continue  # plans settle, and statements are prepared
                key = (operation, one.way, one.database.orgs, clients)
                figures = results.setdefault(key, Figures())
                figures.rates.append(done.requests / done.seconds)
                figures.p95.append(statistics.quantiles(done.latencies, n=20)[-1] * 1e3)
                figures.python.append(python)
                figures.postgres.append(postgres)
        _clean({one.database.admin for one in served})


def _request(operation: str, database: Database, token: str) -> Callable[[], bytes]:
    path = f"/api/v1/orgs/{database.org_id}/clients"
    if operation == "create":
        prefix = secrets.token_hex(6)
        return lambda: request(
            "POST", path, token, b'{"name": "new %s %d"}' % (prefix.encode(), next(_NUMBERS))
        )
    path += {
        "list": "?limit=50",
        "search": "/search?words=client+001",  # ten of the two hundred
        "get": f"/{database.client_id}",
    }[operation]
    content = request("GET", path, token)
    return lambda: content


def _prepare(database: Database) -> str:
    """Sign the measured organization's owner in by a token, for us and for the peer."""
    token = secrets.token_urlsafe(32)
    with psycopg.connect(database.admin, autocommit=True) as admin:
        row = admin.execute(
            "select user_id from public.org_members where org_id = %s", [database.org_id]
        ).fetchone()
        assert row is not None
        admin.execute(
            "select core.start_session(%s, %s, %s, now() + interval '1 day')",
            (hashlib.sha256(token.encode()).digest(), row[0], uuid.uuid4()),
        )
        admin.execute((Path(__file__).parent / "peer.sql").read_text(encoding="utf-8"))
    return token


def _clean(admins: set[str]) -> None:
    """Remove what was created, and vacuum both tables alike."""
    for where in admins:
        with psycopg.connect(where, autocommit=True) as admin:
            for table in ("public.clients", "peer_plain.clients"):
                admin.execute(f"delete from {table} where name like 'new %'".encode())
                admin.execute(f"vacuum {table}".encode())


if __name__ == "__main__":
    sys.exit(main())
