"""All mutants of behaviour, and the table about them on the page."""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from sealedbid.isolation.audit import audit
from sealedbid.isolation.prove.calls import open_stage
from sealedbid.isolation.prove.ground import make_ground
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.clones import make_clone
from tests.fixtures.pages import REFERENCE, write_between
from tests.fixtures.server import Installation, installation_of, migrated_server
from tests.isolation.mutants.answers import Settler
from tests.isolation.mutants.behaviour import Mutant, read_mutants
from tests.isolation.mutants.bench import Bench
from tests.isolation.mutants.unseen import UNSEEN
from tests.isolation.mutants.world import connected, held, make_world

PAGE: Final = REFERENCE / "mutants.md"
COLUMNS: Final = ("a leak", "an answer", "listed", "none", "not possible")
_EVERY: Final = 50


@contextmanager
def open_bench(installation: Installation) -> Iterator[Bench]:
    """Two organizations, a watch on every table and all scenarios, in a database to throw away."""
    conninfos: dict[str, str] = {login: installation.conninfo(login) for login in LOGINS}
    conninfos["owner"] = installation.owner
    with (
        installation.as_owner() as owner,
        installation.as_superuser() as behind,
        installation.as_superuser() as holder,
    ):
        ground = make_ground(conninfos, audit(owner).schemas)
        make_world(behind)
        with (
            open_stage(conninfos, owner, ground, quick=True) as stage,
            held(holder),
            connected(conninfos) as connections,
        ):
            yield Bench(stage, connections, Settler(behind))


def sort(bench: Bench, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with the column that it belongs to."""
    for mutant in mutants:
        catcher, _ = bench.catch(mutant)
        yield mutant, "listed" if catcher == "none" and mutant.key in UNSEEN else catcher


def main() -> None:
    """Make every mutant, and write the table."""
    began = time.monotonic()
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    with migrated_server() as server:
        make_clone(server, "mutants")
        with open_bench(installation_of(server, "mutants")) as bench:
            mutants = read_mutants(bench.stage.owner)
            for place, (mutant, column) in enumerate(sort(bench, mutants)):
                reach = "one" if mutant.definer.reach == "own" else "all"
                groups[f"{mutant.definer.name.partition('.')[0]}, of {reach}"][column] += 1
                if column in ("none", "listed", "not possible"):
                    sys.stderr.write(f"{column}: {mutant.key}\n")
                if place % _EVERY == 0:
                    sys.stderr.write(f"{place} of {len(mutants)}\n")
    write_between(PAGE, "behaviour", _told(groups, time.monotonic() - began))


def _told(groups: dict[str, Counter[str]], seconds: float) -> str:
    total: Counter[str] = sum(groups.values(), Counter())
    possible = total.total() - total["not possible"]
    found = total["a leak"] + total["an answer"]
    lines = [
        f"On {datetime.now(UTC):%d %B %Y}, in {seconds / 60:.0f} minutes, {total.total():,} "
        f"mutants: {found:,} of {possible:,} that are possible are noticed, "
        f"{100 * found / possible:.1f} %.",
        "",
        "| functions | " + " | ".join(COLUMNS) + " | all |",
        "|---|" + "---:|" * (len(COLUMNS) + 1),
    ]
    for name, counts in sorted(groups.items()):
        cells = " | ".join(str(counts[column] or "") for column in COLUMNS)
        lines.append(f"| {name} | {cells} | {counts.total()} |")
    cells = " | ".join(f"**{total[column]}**" for column in COLUMNS)
    lines.append(f"| **all** | {cells} | **{total.total()}** |")
    return "\n".join(lines)
