"""Every mutant there is, and the page about them: `python -m tests.isolation.mutants`.

With the word `behaviour` those of the bodies of definer functions instead.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime

import psycopg

from sealedbid.platform.config import Settings
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres.logins import login_password
from tests.fixtures.pages import REFERENCE, write_between
from tests.fixtures.server import Installation, temporary_server
from tests.isolation.mutants.catch import Catch, attacked, audited, read_mutants
from tests.isolation.mutants.equivalent import reason
from tests.isolation.mutants.table import main as behaviour

PAGE = REFERENCE / "mutants.md"
ATTACKED = 60
SEED = 12


def main() -> None:
    """Ask audit about each, and prove about each that audit does not know."""
    began = time.monotonic()
    with temporary_server() as server:
        maker = server.url("postgres", database="postgres")
        with psycopg.connect(maker, autocommit=True) as admin:
            admin.execute("create database target owner sealedbid")
        owner = server.url(database="target")
        settings = Settings(home=server.status().home, database_address=owner)
        migrate(owner, lambda login: login_password(settings, login))
        target = Installation(settings, "target", owner, server.url("postgres", database="target"))
        catches: list[Catch] = []
        with target.as_superuser() as behind:
            mutants = read_mutants(behind)
            for place, mutant in enumerate(mutants):
                catches.append(audited(behind, mutant) or Catch(mutant, "none"))
                if place % 250 == 0:
                    sys.stderr.write(f"{place} of {len(mutants)}\n")
        for place, catch in enumerate(catches):
            mutant = catch.mutant
            if catch.catcher == "none" and reason(mutant.kind, mutant.label) is None:
                catches[place] = attacked(target, maker, mutant)
                sys.stderr.write(f"{catches[place]}\n")
        policies = [c.mutant for c in catches if c.mutant.kind.startswith(("clause", "policy"))]
        tried = random.Random(SEED).sample(policies, ATTACKED)
        attacks = [attacked(target, maker, mutant, quick=True) for mutant in tried]
    write_between(PAGE, "all", _told(catches, attacks, time.monotonic() - began))


def _told(catches: list[Catch], attacks: list[Catch], seconds: float) -> str:
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for catch in catches:
        equivalent = catch.catcher == "none" and reason(catch.mutant.kind, catch.mutant.label)
        by_kind[catch.mutant.kind]["equivalent" if equivalent else catch.catcher] += 1
    columns = ("a rule", "the notes", "an attack", "equivalent", "none", "not possible")
    total: Counter[str] = sum(by_kind.values(), Counter())
    seen = Counter(catch.catcher for catch in attacks)
    lines = [
        f"On {datetime.now(UTC):%d %B %Y}, in {seconds / 60:.0f} minutes, "
        f"{len(catches):,} mutants:",
        "",
        "| kind | " + " | ".join(columns) + " | all |",
        "|---|" + "---:|" * (len(columns) + 1),
    ]
    for kind, counts in sorted(by_kind.items()):
        cells = " | ".join(str(counts[column] or "") for column in columns)
        lines.append(f"| {kind} | {cells} | {counts.total()} |")
    cells = " | ".join(f"**{total[column]}**" for column in columns)
    lines += [
        f"| **all** | {cells} | **{total.total()}** |",
        "",
        f"Prove alone, without the audit, on {len(attacks)} mutants of policies by chance: "
        f"{seen['an attack']} leaked, {seen['none']} did not, for the floor or the bounded policy "
        "was still there: either of the two holds alone.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    behaviour() if sys.argv[1:] == ["behaviour"] else main()
