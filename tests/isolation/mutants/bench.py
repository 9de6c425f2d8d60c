"""Where a mutant meets the scenarios and calls of its function, and then all others."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from psycopg import Connection, Error

from sealedbid.isolation.prove.calls import Stage
from tests.isolation.mutants.answers import Settler, differ, stable, weaker
from tests.isolation.mutants.behaviour import Mutant, in_place, read_definers
from tests.isolation.mutants.calls import Calls
from tests.isolation.mutants.scenarios import Scenario, play, read_scenarios

FRESH: Final = 120
"""Seconds for which an answer of the unchanged schema is compared with."""

Catcher = Literal["a leak", "an answer", "none", "not possible"]


class Bench:
    """Knows what every scenario and every call gives as the schema is."""

    def __init__(
        self, stage: Stage, connections: Mapping[str, Connection[Any]], settler: Settler
    ) -> None:
        self.stage = stage
        self.connections = connections
        self.settler = settler
        self.scenarios = read_scenarios()
        self.calls = Calls(stage, settler, read_definers(stage.owner))
        self.before: dict[Scenario, tuple[str | None, ...]] = {}
        self.known_at = 0.0

    def catch(self, mutant: Mutant) -> tuple[Catcher, str]:
        """Who notices it, and by what: a scenario, or else a call as prove makes them."""
        signatures = self.calls.reached_by(mutant.definer.signature)
        self._know()
        try:
            scenario = self._play(mutant)
            if scenario:
                return "an answer", scenario.place
            for signature in signatures:
                self.calls.know(signature)
            with in_place(self.stage.owner, mutant):
                leak, other = self._call(mutant, signatures)
            # what differs without the mutant, too, is no answer
            other = "" if other and self._call(mutant, signatures)[1] else other
        except Error as error:
            return "not possible", str(error).partition("\n")[0]
        if leak:
            return "a leak", leak
        return ("an answer", other) if other else ("none", "")

    def _know(self) -> None:
        if time.monotonic() - self.known_at > FRESH:
            for scenario in self.scenarios:  # the first time plans are made
                self._played(scenario)
            first = {each: self._played(each) for each in self.scenarios}
            self.before = {each: stable(said, self._played(each)) for each, said in first.items()}
            self.known_at = time.monotonic()

    def _play(self, mutant: Mutant) -> Scenario | None:
        """The first scenario that goes otherwise, and as before when the mutant is gone."""
        name = mutant.definer.name
        order = sorted(self.scenarios, key=lambda each: not each.mentions(name))
        while True:
            with in_place(self.stage.owner, mutant):
                found = next((each for each in order if self._differs(each)), None)
            if found is None or not self._differs(found):
                return found
            self.before[found] = weaker(self.before[found], self._played(found))

    def _differs(self, scenario: Scenario) -> bool:
        return differ(self.before[scenario], self._played(scenario))

    def _played(self, scenario: Scenario) -> tuple[str, ...]:
        return play(scenario, self.connections[scenario.login], self.settler)

    def _call(self, mutant: Mutant, signatures: Sequence[str]) -> tuple[str, str]:
        other = ""
        for signature in signatures:
            leak, also = self.calls.compare(signature)
            if leak:
                return leak, other
            other = other or also
        if mutant.definer.is_trigger or not signatures:
            return self.calls.attack(), other
        return "", other
