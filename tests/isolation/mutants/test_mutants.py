"""A sample of all mutants: each is noticed, or is none for a reason that is written down."""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable

import pytest

from sealedbid.platform.embedded import EmbeddedServer
from tests.fixtures.server import Installation
from tests.isolation.mutants.catch import Catch, Mutant, attacked, audited, read_mutants
from tests.isolation.mutants.equivalent import KINDS, ONES, reason

pytestmark = pytest.mark.slow

SAMPLE = 500
_SEED = int(os.environ.get("SEALEDBID_MUTANTS_SEED", "20261124"))
"""Another sample each time by another seed; one that lands twice is the same both times."""


@pytest.fixture(scope="module")
def target(make_database: Callable[..., Installation]) -> Installation:
    """A database that is put back after every mutant."""
    return make_database()


@pytest.fixture(scope="module")
def mutants(target: Installation) -> list[Mutant]:
    with target.as_superuser() as behind:
        return read_mutants(behind)


@pytest.mark.timeout(1200)
def test_every_mutant_of_a_sample_is_noticed(
    target: Installation,
    mutants: list[Mutant],
    server: EmbeddedServer,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sample = random.Random(_SEED).sample(mutants, SAMPLE)
    maker = server.url("postgres", database="postgres")
    with target.as_superuser() as behind:
        catches = [audited(behind, mutant) or Catch(mutant, "none") for mutant in sample]
    for place, catch in enumerate(catches):
        if catch.catcher == "none" and reason(catch.mutant.kind, catch.mutant.label) is None:
            catches[place] = attacked(target, maker, catch.mutant)
    with capsys.disabled():
        sys.stdout.write(f" seed {_SEED}: {dict(Counter(catch.catcher for catch in catches))} ")
    survivors = [
        catch.mutant.label
        for catch in catches
        if catch.catcher == "none" and reason(catch.mutant.kind, catch.mutant.label) is None
    ]
    assert survivors == [], f"seed {_SEED}"
    possible = [catch for catch in catches if catch.catcher != "not possible"]
    assert len(possible) > SAMPLE * 0.9, f"seed {_SEED}"


@pytest.mark.timeout(600)
def test_what_opens_a_floorless_table_is_seen_by_attacks_alone(
    target: Installation, server: EmbeddedServer
) -> None:
    """Behind the floor no single policy leaks; without it every open clause for tenants does."""
    maker = server.url("postgres", database="postgres")
    opened = {
        "read": "alter policy tenant_read on public.{0} using (true)",
        "blind write": "alter policy tenant_change on public.{0} using (true) with check (true)",
        "planted row": "alter policy tenant_add on public.{0} with check (true)",
    }
    for vector, statement in opened.items():
        for table in ("clients", "services", "org_brain"):
            mutant = Mutant(
                "opened",
                table,
                f"drop policy tenant_floor on public.{table}; {statement.format(table)}",
            )
            catch = attacked(target, maker, mutant, table, quick=True)
            assert catch.catcher == "an attack", mutant.statement
            assert catch.by.endswith(f"on public.{table}"), vector


def test_each_line_of_the_equivalents_is_of_a_mutant(mutants: list[Mutant]) -> None:
    assert {mutant.kind for mutant in mutants} >= set(KINDS)
    assert {mutant.label for mutant in mutants} >= set(ONES)


def test_the_kinds_are_those_of_the_catalog(mutants: list[Mutant]) -> None:
    kinds = Counter(mutant.kind for mutant in mutants)
    assert len(kinds) > 20
    assert sum(kinds.values()) > 4000
