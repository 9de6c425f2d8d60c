"""Calls as `prove` makes them: by everybody, with every value, and whether one of them leaks."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from psycopg import Error, sql

from sealedbid.isolation.prove.calls import Stage, attack_ranks, attack_same_ids
from sealedbid.isolation.prove.calls.callers import ALL, Caller, opened
from sealedbid.isolation.prove.calls.functions import Function, read_functions
from sealedbid.isolation.prove.calls.judging import Result
from tests.isolation.mutants.answers import Settler, differ, now, stable
from tests.isolation.mutants.behaviour import Definer

MOST: Final = 80  # calls of one function by one caller with values of one organization
_EACH: Final = "select place, state, said, context, changed, ranked, noted from m.each(%s)"


class Call(NamedTuple):
    """A statement, and what it is a call of."""

    caller: Caller
    function: Function
    values: Sequence[Any]
    text: str


class Calls:
    """What the calls of each function give as the schema is, and with a mutant in its place."""

    def __init__(self, stage: Stage, settler: Settler, definers: Mapping[str, Definer]) -> None:
        self.stage = stage
        self.settler = settler
        self.definers = definers
        self.functions = {
            login: [f for f in read_functions(stage.owner, login) if f.schema != "m"]
            for login in stage.connections
        }
        self.calls: dict[str, list[Call]] = {}
        self.before: dict[str, list[tuple[str | None, ...]]] = {}
        self.leaks: dict[str, set[str]] = {}
        """Statements that are called a leak as the schema is, for what the world is made of."""

    def reached_by(self, signature: str) -> list[str]:
        """The function where a login calls it; else those that call it, whoever in between."""
        callable_ = {f.signature: f for known in self.functions.values() for f in known}
        bodies = {f.signature: f.body for f in callable_.values()}
        bodies |= {d.signature: d.body for d in self.definers.values()}
        found, wanted = {signature}, [signature]
        while wanted:
            name = re.escape(wanted.pop().partition("(")[0])
            for other, body in bodies.items():
                if other not in found and re.search(rf"\b{name}\(", body):
                    found.add(other)
                    wanted.append(other)
        if signature in callable_:
            return [signature]
        return sorted(found & callable_.keys())

    def know(self, signature: str) -> None:
        """Make the calls of a function as it is, twice, and keep what both runs agree in."""
        if signature in self.calls:
            return
        self.calls[signature] = made = [
            call for caller in ALL for call in self._drawn(caller, signature)
        ]
        first, second = list(self._run(made)), list(self._run(made))
        self.before[signature] = [
            stable(a, b) for (_, _, a), (_, _, b) in zip(first, second, strict=True)
        ]
        self.leaks[signature] = {
            call.text for call, result, _ in first if self._leaks(call, result)
        }

    def compare(self, signature: str) -> tuple[str, str]:
        """The first leak, and the first other answer, with the mutant in place."""
        other = ""
        results = self._run(self.calls[signature])
        for before, (call, result, after) in zip(self.before[signature], results, strict=True):
            if call.text not in self.leaks[signature] and (leak := self._leaks(call, result)):
                return f"{signature} {leak}", other
            if not other and differ(before, after):
                other = f"{signature} by {call.caller}"
        return "", other

    def _leaks(self, call: Call, result: Result) -> str:
        outcome = self.stage.judge.call(call.caller, call.function, call.values, call.text, result)
        return outcome.what if outcome.verdict == "LEAK" else ""

    def attack(self) -> str:
        """A leak through rows: what triggers of tables let through."""
        for name, found in (attack_ranks(self.stage) | attack_same_ids(self.stage)).items():
            if found.verdict == "LEAK":
                return name
        return ""

    def _drawn(self, caller: Caller, signature: str) -> Iterator[Call]:
        functions = {f.signature: f for f in self.functions[caller.login]}
        if signature not in functions:
            return
        function, connection = functions[signature], self.stage.connections[caller.login]
        for of in (self.stage.values, self.stage.own):
            # those that fit each other come first
            some = list(of.calls(function, combinations=24, sweeps=True, seed=str(caller)))
            rest = some[MOST // 2 :]
            chance = random.Random(f"{signature} {caller}")
            for values in some[: MOST // 2] + chance.sample(rest, min(len(rest), MOST // 2)):
                yield Call(caller, function, values, function.call(values, connection))

    def _run(self, made: Sequence[Call]) -> Iterator[tuple[Call, Result, tuple[str, ...]]]:
        for caller in dict.fromkeys(call.caller for call in made):
            calls = [call for call in made if call.caller == caller]
            began = now()
            try:
                with opened(caller, self.stage.connections, self.stage.ground) as connection:
                    rows = connection.execute(
                        sql.SQL(_EACH), [[call.text for call in calls]]
                    ).fetchall()
            except Error as error:  # the opening fails, or it takes too long
                rows = [(1, error.sqlstate, "", None, None, None, "no transaction")] * len(calls)
            for call, row in zip(calls, rows, strict=True):
                said = [f"{row[1] or ''} {row[2] or ''}", f"{row[4]} {row[5]}", row[6]]
                yield call, Result(*row[:6]), self.settler.settle(said, began)
