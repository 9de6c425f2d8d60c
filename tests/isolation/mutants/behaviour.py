"""Mutants of what definer functions do: each meets the calls of its function."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, Literal, NamedTuple

from psycopg import Connection, Error

from sealedbid.isolation.prove.calls import Stage, attack_ranks, attack_same_ids
from sealedbid.isolation.prove.calls.callers import ALL, Caller, opened
from sealedbid.isolation.prove.calls.functions import Function, read_functions
from sealedbid.isolation.prove.calls.judging import Result, plain
from tests.isolation.mutants.conditions import Change, changes

_DEFINERS: Final = """
select p.oid::regprocedure::text, pg_get_functiondef(p.oid), p.prosrc,
       p.prorettype = 'trigger'::regtype, d.reach
  from seal.definer_functions d join pg_proc p on p.oid = d.signature::regprocedure
 where p.prosrc <> '' order by 1
"""
MOST: Final = 160  # calls of one function by one caller

Catcher = Literal["a leak", "an answer", "none", "not possible"]


class Definer(NamedTuple):
    """A function that acts with its owner's rights."""

    signature: str
    definition: str
    body: str
    is_trigger: bool
    reach: str


class Mutant(NamedTuple):
    """One condition of a definer function, weaker."""

    definer: Definer
    change: Change

    @property
    def label(self) -> str:
        """Function, kind and condition."""
        return f"{self.definer.signature}, {self.change.kind}, {self.change.label}"


class Call(NamedTuple):
    """A statement, and what it is a call of."""

    caller: Caller
    function: Function
    values: Sequence[Any]
    text: str


def read_mutants(owner: Connection[Any]) -> list[Mutant]:
    """Every condition of every definer function, in an order that stays."""
    definers = [Definer(*row) for row in owner.execute(_DEFINERS)]
    return [Mutant(definer, change) for definer in definers for change in changes(definer.body)]


class Bench:
    """What every call gives as the schema is, to be compared with what it gives by a mutant."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.definers = {
            d.signature: d for d in (Definer(*r) for r in stage.owner.execute(_DEFINERS))
        }
        self.functions = {login: read_functions(stage.owner, login) for login in stage.connections}
        self.values = (stage.values, stage.own)
        self.calls: dict[str, list[Call]] = {}
        self.before: dict[str, list[tuple[Any, ...] | None]] = {}

    def catch(self, mutant: Mutant) -> tuple[Catcher, str]:
        """Who notices it: prove, by a leak; an answer that is another than before."""
        signatures = self._reached_by(mutant.definer.signature)
        for signature in signatures:
            self._know(signature)
        try:
            with self._in_place(mutant):
                differs = ""
                for signature in signatures:
                    leak, other = self._compare(signature)
                    if leak:
                        return "a leak", leak
                    differs = differs or other
                if mutant.definer.is_trigger or not signatures:
                    for name, found in (
                        attack_ranks(self.stage) | attack_same_ids(self.stage)
                    ).items():
                        if found.verdict == "LEAK":
                            return "a leak", name
        except Error as error:
            return "not possible", str(error).partition("\n")[0]
        return ("an answer", differs) if differs else ("none", "")

    @contextmanager
    def _in_place(self, mutant: Mutant) -> Iterator[None]:
        definer, owner = mutant.definer, self.stage.owner
        body = mutant.change.applied(definer.body)
        owner.execute(definer.definition.replace(definer.body, body).encode())
        try:
            yield
        finally:
            owner.execute(definer.definition.encode())

    def _reached_by(self, signature: str) -> list[str]:
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

    def _know(self, signature: str) -> None:
        if signature in self.calls:
            return
        made: list[Call] = []
        for caller in ALL:
            function = next(
                (f for f in self.functions[caller.login] if f.signature == signature), None
            )
            if function is None:
                continue
            connection = self.stage.connections[caller.login]
            drawn = []
            for of in self.values:
                # those that fit each other come first
                some = list(of.calls(function, combinations=24, sweeps=True, seed=str(caller)))
                rest = some[MOST // 2 :]
                chance = random.Random(f"{signature} {caller}")
                drawn += some[: MOST // 2] + chance.sample(rest, min(len(rest), MOST // 2))
            made += [Call(caller, function, v, function.call(v, connection)) for v in drawn]
        self.calls[signature] = made
        first, second = self._run(made), self._run(made)
        self.before[signature] = [
            _shape(one) if _shape(one) == _shape(other) else None
            for one, other in zip(first, second, strict=True)
        ]

    def _compare(self, signature: str) -> tuple[str, str]:
        made = self.calls[signature]
        other = ""
        for call, before, now in zip(made, self.before[signature], self._run(made), strict=True):
            outcome = self.stage.judge.call(call.caller, call.function, call.values, call.text, now)
            if outcome.verdict == "LEAK":
                return f"{call.function.signature} {outcome.what}", ""
            if before is not None and _shape(now) != before:
                other = other or f"{call.function.signature} by {call.caller}"
        return "", other

    def _run(self, made: Sequence[Call]) -> list[Result]:
        results: list[Result] = []
        for caller in dict.fromkeys(call.caller for call in made):
            texts = [call.text for call in made if call.caller == caller]
            with opened(caller, self.stage.connections, self.stage.ground) as connection:
                results += self.stage.run(connection, texts)
        return results


def _shape(result: Result) -> tuple[Any, ...]:
    return (*plain(result), result.changed, result.ranked)
