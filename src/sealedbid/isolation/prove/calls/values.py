"""Arguments: everything of the other that fits by type, and what makes a call go through."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sealedbid.isolation.prove.calls.functions import Function

_WORD: Final = re.compile(r"'([A-Za-z][\w.\-]{0,30})'")
_STEM: Final = re.compile(r"^_?p_|s$")


@dataclass(frozen=True, slots=True)
class Values:
    """Values by type, the other's first; ``own`` are the other's own proofs and leases."""

    by_type: Mapping[str, Sequence[Any]]
    by_name: Mapping[tuple[str, str], Sequence[Any]]
    opens: frozenset[Any] = field(repr=False)
    """The proofs and leases of the other, by which it opens itself."""

    def all_of(self, function: Function, kind: str) -> list[Any]:
        """Every value to be tried for an argument of this type."""
        if kind == "text":
            return [*self.by_type["text"], *dict.fromkeys(_WORD.findall(function.body))]
        if kind.endswith("[]"):
            return [[value] for value in self.all_of(function, kind[:-2])[:40]] + [None]
        return [*self.by_type.get(kind, []), None]

    def fitting(self, function: Function, place: int) -> list[Any]:
        """Values that the argument's name asks for; any of its type where none does."""
        kind = function.types[place]
        names = function.names
        stem = _STEM.sub("", names[place]) if place < len(names) else ""
        named = [
            value
            for name in (stem, f"{stem}_id", f"{stem}_token")
            for value in self.by_name.get((kind.removesuffix("[]"), name), ())
        ]
        if kind.endswith("[]"):
            return [[value] for value in named] or self.all_of(function, kind)
        if kind == "text":
            named += dict.fromkeys(_WORD.findall(function.body))
        return named or self.all_of(function, kind)

    def calls(
        self, function: Function, *, combinations: int, sweeps: bool, seed: str
    ) -> Iterator[list[Any]]:
        """Arguments that fit each other, and (``sweeps``) each value of each argument."""
        if not function.types:
            yield []
            return
        chance = random.Random(f"{seed} {function.signature}")
        fitting = [self.fitting(function, place) for place in range(len(function.types))]
        few = list(itertools.islice(itertools.product(*fitting), combinations + 1))
        if len(few) > combinations:
            few = [tuple(map(chance.choice, fitting)) for _ in range(combinations)]
            few[0] = tuple(values[0] for values in fitting)
        yield from map(list, few)
        if function.defaults:
            least = len(function.types) - function.defaults
            yield from map(list, {repr(values[:least]): values[:least] for values in few}.values())
        for place, kind in enumerate(function.types if sweeps else ()):
            for value in self.all_of(function, kind):
                base = chance.choice(few)
                yield [*base[:place], value, *base[place + 1 :]]
