"""Conditions of definer functions, dropped and negated: a sample of them, by a seed."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from sealedbid.isolation.audit import audit
from sealedbid.isolation.prove.calls import open_stage
from sealedbid.isolation.prove.ground import make_ground
from sealedbid.platform.postgres.logins import LOGINS
from tests.fixtures.server import Installation
from tests.isolation.mutants.behaviour import Bench, read_mutants
from tests.isolation.mutants.conditions import changes

_SEED = int(os.environ.get("SEALEDBID_MUTANTS_SEED", "20261126"))
_SECONDS = int(os.environ.get("SEALEDBID_MUTANTS_SECONDS", "240"))
LEAST = 0.4
"""The share of the sample that is noticed; docs/reference/mutants.md has the whole table."""


@pytest.fixture
def bench(make_database: Callable[..., Installation]) -> Iterator[Bench]:
    installation = make_database()
    conninfos: dict[str, str] = {login: installation.conninfo(login) for login in LOGINS}
    conninfos["owner"] = installation.owner
    with installation.as_owner() as owner:
        ground = make_ground(conninfos, audit(owner).schemas)
        with open_stage(conninfos, owner, ground, quick=True) as stage:
            yield Bench(stage)


def changed(body: str) -> list[tuple[str, str]]:
    return [(change.kind, change.applied(body)) for change in changes(body)]


def test_each_condition_is_dropped_and_negated() -> None:
    assert changed("select 1 from t where a = 'and' and b between 1 and 2 order by c") == [
        ("dropped", "select 1 from t where true and b between 1 and 2 order by c"),
        (
            "negated",
            "select 1 from t where ((a = 'and') is not true) and b between 1 and 2 order by c",
        ),
        ("dropped", "select 1 from t where a = 'and' and true order by c"),
        (
            "negated",
            "select 1 from t where a = 'and' and ((b between 1 and 2) is not true) order by c",
        ),
    ]
    bodies = [body for _, body in changed("if (x or y = f(a, b)) is not true then raise; end if;")]
    assert "if false then raise; end if;" in bodies
    assert "if (false or y = f(a, b)) is not true then raise; end if;" in bodies
    assert "if (x or false) is not true then raise; end if;" in bodies
    assert changed("insert into t values (1) on conflict do nothing; end if;") == []


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_mutants_of_a_sample_are_noticed(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Of functions that reach one organization: the others are trusted with all of them."""
    mutants = [m for m in read_mutants(bench.stage.owner) if m.definer.reach == "own"]
    random.Random(_SEED).shuffle(mutants)
    end = time.monotonic() + _SECONDS
    caught: Counter[str] = Counter()
    survivors = []
    for mutant in mutants:
        if time.monotonic() > end:
            break
        catcher, _ = bench.catch(mutant)
        caught[catcher] += 1
        if catcher == "none":
            survivors.append(mutant.label)
    possible = caught.total() - caught["not possible"]
    with capsys.disabled():
        sys.stdout.write(f" seed {_SEED}: {dict(caught)} of {len(mutants)} ")
        sys.stdout.writelines(f"\n  {label}" for label in sorted(survivors))
    assert caught["a leak"] > 0
    assert possible - caught["none"] >= LEAST * possible, f"seed {_SEED}"
