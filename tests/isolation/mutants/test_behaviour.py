"""Conditions of definer functions, dropped and negated: a sample of them, by a seed."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.fixtures.server import Installation
from tests.isolation.mutants.behaviour import read_mutants
from tests.isolation.mutants.bench import Bench
from tests.isolation.mutants.conditions import changes
from tests.isolation.mutants.scenarios import read_scenarios
from tests.isolation.mutants.table import open_bench, sort
from tests.isolation.mutants.unseen import UNSEEN

_SEED = int(os.environ.get("SEALEDBID_MUTANTS_SEED", "20261126"))
_SECONDS = int(os.environ.get("SEALEDBID_MUTANTS_SECONDS", "300"))


@pytest.fixture
def bench(make_database: Callable[..., Installation]) -> Iterator[Bench]:
    with open_bench(make_database()) as bench:
        yield bench


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


def test_what_is_listed_is_a_mutant_still(installation: Installation) -> None:
    """A reason for a condition that is gone, or reads otherwise, would hide another."""
    with installation.as_owner() as owner:
        keys = {mutant.key for mutant in read_mutants(owner)}
    assert sorted(set(UNSEEN) - keys) == []
    assert all(reason.endswith(".") for reason in UNSEEN.values())


def test_every_scenario_has_a_login_and_statements() -> None:
    scenarios = read_scenarios()
    logins = {"sb_api", "sb_worker", "sb_auth", "sb_dispatch", "owner"}
    assert {scenario.login for scenario in scenarios} == logins
    assert all(len(scenario.statements) > 0 for scenario in scenarios)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_function_that_is_put_back_as_it_was_is_no_mutant(bench: Bench) -> None:
    """A difference here comes from the call itself, and would count as a mutant that is noticed."""
    mutants = read_mutants(bench.stage.owner)
    for name in ("queue.beat", "seal.open", "core.invite"):
        mutant = next(each for each in mutants if each.definer.name == name)
        same = mutant.change._replace(
            instead=mutant.definer.body[mutant.change.start : mutant.change.end]
        )
        assert bench.catch(mutant._replace(change=same)) == ("none", "")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_mutants_of_a_sample_are_noticed(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    mutants = read_mutants(bench.stage.owner)
    random.Random(_SEED).shuffle(mutants)
    end = time.monotonic() + _SECONDS
    found: Counter[str] = Counter()
    survivors = []
    for mutant, column in sort(bench, mutants):
        found[column] += 1
        if column == "none":
            survivors.append(mutant.label)
        if time.monotonic() > end:
            break
    with capsys.disabled():
        sys.stdout.write(f" seed {_SEED}: {dict(found)} of {len(mutants)} ")
    assert survivors == [], f"seed {_SEED}"
    assert found["an answer"] > 0
