"""Calls every function that a login may execute, as everybody, with all values of ``b``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from psycopg import Connection

from sealedbid.isolation.prove.calls.callers import ALL, Caller, opened
from sealedbid.isolation.prove.calls.functions import MADE_UP, TRUSTED, Function, read_functions
from sealedbid.isolation.prove.calls.gathering import gather
from sealedbid.isolation.prove.calls.judging import Judge, Result, make_judge
from sealedbid.isolation.prove.calls.ranks import attack_ranks
from sealedbid.isolation.prove.calls.twins import attack_same_ids
from sealedbid.isolation.prove.calls.values import Values
from sealedbid.isolation.prove.calls.watch import plant, rows_of
from sealedbid.isolation.prove.ground import Ground
from sealedbid.isolation.prove.outcome import Outcome, worst
from sealedbid.platform.postgres.connecting import connect
from sealedbid.platform.postgres.queries import Queries

COMBINATIONS: Final = 40
QUICK_COMBINATIONS: Final = {"definer": 12, "caller": 4}
"""By the rights of the function: one with its caller's rights reaches no more than the caller."""
_STATEMENTS: Final = Queries("sealedbid.isolation", "calls")
SEED: Final = "sealedbid"

Only: TypeAlias = Callable[[Function], bool]


def every(function: Function) -> bool:
    """Choose every function."""
    return True


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage of the calls: the ground, connections, values, and the judge."""

    ground: Ground
    connections: Mapping[str, Connection[Any]]
    owner: Connection[Any]
    values: Values
    """Values of ``b``."""
    own: Values
    """Values of ``a``, with which calls succeed: their effects must stay inside ``a``."""
    judge: Judge
    quick: bool

    def run(self, connection: Connection[Any], statements: Sequence[str]) -> list[Result]:
        """Run each statement; undo it after its effects are noted."""
        rows = connection.execute(_STATEMENTS["call"], {"statements": list(statements)})
        return [Result(*row) for row in rows]


@contextmanager
def open_stage(
    conninfos: Mapping[str, str], owner: Connection[Any], ground: Ground, *, quick: bool
) -> Iterator[Stage]:
    """Add the triggers to the copy, and connect as every login."""
    plant(owner, ground)
    theirs = rows_of(owner, ground)
    values = gather(ground, theirs, quick=quick)
    swapped = replace(ground, a=ground.b, b=ground.a)
    own = gather(swapped, rows_of(owner, swapped), quick=quick)
    judge = make_judge(ground, theirs, values.opens)
    with ExitStack() as stack:
        connections = {
            login: stack.enter_context(connect(conninfos[login], name="prove"))
            for login in dict.fromkeys(caller.login for caller in ALL)
        }
        yield Stage(ground, connections, owner, values, own, judge, quick)


def attack_all(stage: Stage, only: Only = every) -> dict[str, Outcome]:
    """Attack by functions, by ranks (defaults and privileges), and by rows with the same ids."""
    return attack_functions(stage, only) | attack_ranks(stage) | attack_same_ids(stage)


def attack_functions(stage: Stage, only: Only = every) -> dict[str, Outcome]:
    """The worst outcome of any caller's calls, by login and function."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    known = {
        login: [f for f in read_functions(stage.owner, login) if only(f)]
        for login in stage.connections
    }
    for caller in (each for each in ALL if each.is_quick or not stage.quick):
        with opened(caller, stage.connections, stage.ground) as connection:
            for function in known[caller.login]:
                outcomes = _call(stage, caller, connection, function)
                found[f"{caller.login}: {function.signature}"] += outcomes
    return {name: worst(outcomes) for name, outcomes in found.items()}


def _call(
    stage: Stage, caller: Caller, connection: Connection[Any], function: Function
) -> list[Outcome]:
    rights = "definer" if function.is_definer else "caller"
    combinations = QUICK_COMBINATIONS[rights] if stage.quick else COMBINATIONS
    # Quickly, single values are not swept through functions with their caller's rights, nor through
    # those of the trusted logins.
    sweeps = not stage.quick or (function.is_definer and caller.login not in TRUSTED)
    seed = f"{SEED} {caller}"
    made = [
        *stage.values.calls(function, combinations=combinations, sweeps=sweeps, seed=seed),
        *stage.own.calls(
            function, combinations=combinations, sweeps=sweeps and not stage.quick, seed=seed
        ),
    ]
    texts = [function.call(values, connection) for values in made]
    results = stage.run(connection, texts)
    outcomes = [
        stage.judge.call(caller, function, values, text, result)
        for values, text, result in zip(made, texts, results, strict=True)
    ]
    if caller.login not in TRUSTED and function.signature not in MADE_UP:
        outcomes += _compare(stage, caller, connection, function, made, results)
    return outcomes


def _compare(
    stage: Stage,
    caller: Caller,
    connection: Connection[Any],
    function: Function,
    made: Sequence[Sequence[Any]],
    results: Sequence[Result],
) -> list[Outcome]:
    """Repeat calls with absent values: an answer that differs tells that the rows exist."""
    pairs = [
        (result, function.call(values, connection), function.call(twin, connection))
        for values, result in zip(made, results, strict=True)
        if result.sqlstate is None and result.said and (twin := stage.judge.twin(values))
    ]
    again = stage.run(connection, [absent for _, _, absent in pairs])
    return [
        Outcome("nothing")
        if stage.judge.alike(result, other)
        else Outcome("LEAK", 1, text, f"{caller}: it answers otherwise where nobody has these")
        for (result, text, _), other in zip(pairs, again, strict=True)
    ]
