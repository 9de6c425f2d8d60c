"""Arguments of calls: every value of ``b`` that fits by type, and values for a valid call."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sealedbid.isolation.factory import Row
from sealedbid.isolation.prove.calls.functions import Function

_WORD: Final = re.compile(r"'([A-Za-z][\w.\-]{0,30})'")
_KINDS: Final[dict[str, type]] = {"uuid": UUID, "text": str, "bytea": bytes}
_STEM: Final = re.compile(r"^_?p_|s$")


@dataclass(frozen=True, slots=True)
class Values:
    """Values by type, those of ``b`` first; ``opens`` are ``b``'s own proofs and leases."""

    by_type: Mapping[str, Sequence[Any]]
    by_name: Mapping[tuple[str, str], Sequence[Any]]
    rows: Sequence[tuple[str, Row]]
    """Rows with the names of their tables: values that belong together."""
    orgs: tuple[UUID, UUID]
    """The organization of these values, and the one that is mixed in."""
    opens: frozenset[Any] = field(repr=False)
    """Proofs and leases of this organization, which open it rightly."""

    def all_of(self, function: Function, kind: str) -> list[Any]:
        """Every value to try for an argument of this type."""
        if kind == "text":
            return list(self.by_type["text"])
        if kind.endswith("[]"):
            return [[value] for value in self.all_of(function, kind[:-2])[:40]] + [None]
        return [*self.by_type.get(kind, []), None]

    def fitting(self, function: Function, place: int) -> list[Any]:
        """Values that match the argument's name; if none does, any of its type."""
        kind = function.types[place]
        names = function.names
        stem = _STEM.sub("", names[place]) if place < len(names) else ""
        named = [
            value
            for (of, name), values in self.by_name.items()
            if of == kind.removesuffix("[]") and _is_meant(stem, name)
            for value in values
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
        few += self._together(function, few[0])[: 2 * combinations]
        yield from map(list, few)
        if function.defaults:
            least = len(function.types) - function.defaults
            yield from map(list, {repr(values[:least]): values[:least] for values in few}.values())
        for place, kind in enumerate(function.types if sweeps else ()):
            for value in self.all_of(function, kind):
                base = chance.choice(few)
                yield [*base[:place], value, *base[place + 1 :]]

    def _together(self, function: Function, others: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Values of one row for all arguments that name its columns, most matches first."""
        found: dict[str, tuple[int, tuple[Any, ...]]] = {}
        theirs, mixed = self.orgs
        for table, row in self.rows:
            meant = _of_row(function, table, row)
            if len(meant) >= min(2, len(function.types)):
                given = [meant.get(place, value) for place, value in enumerate(others)]
                other = [mixed if value == theirs else value for value in given]
                for values in (given, other):
                    found.setdefault(repr(values), (len(meant), tuple(values)))
        return [values for _, values in sorted(found.values(), key=lambda each: -each[0])]


def _of_row(function: Function, table: str, row: Row) -> dict[int, Any]:
    """Values of the row by the position of the argument that names their column."""
    meant: dict[int, Any] = {}
    for place, (kind, name) in enumerate(zip(function.types, function.names, strict=False)):
        stem = _STEM.sub("", name)
        for column, value in row.items():
            is_key = column == "id" and stem == table.removesuffix("s")
            if (is_key or _is_meant(stem, column)) and isinstance(
                value, _KINDS.get(kind.removesuffix("[]"), ())
            ):
                meant[place] = [value] if kind.endswith("[]") else value
                break
    return meant


def _is_meant(stem: str, column: str) -> bool:
    """True if an argument of this name takes the column's values."""
    return stem != "" and (
        column in (stem, f"{stem}_id", f"{stem}_token") or column.endswith(f"_{stem}")
    )
