"""The values that slots stand for: prices, dates, names and measures, from rows and facts."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.values.days import dates, of_fact
from sealedbid.intelligence.writer.prose.values.measures import measures
from sealedbid.intelligence.writer.prose.values.prices import prices, team


def values_of(desk: Desk) -> dict[str, Value]:
    """Collect the values of an offer that are certain, by the names of their slots."""
    found = [*prices(desk), *team(desk), *dates(desk), *_people(desk), *measures(desk)]
    reference = next((fact for fact in desk.known.facts("reference")), None)
    if reference is not None and desk.known.words("reference"):
        words = desk.known.words("reference")
        found.append(of_fact("reference", "the reference of the request", words, reference))
    return {value.name: value for value in found}


def _people(desk: Desk) -> Iterator[Value]:
    for key in desk.given.answers:
        names = desk.given.names(key) if key.startswith("person.") else []
        if names:
            role = key.removeprefix("person.").replace("-", " ")
            text = ", ".join(names)
            yield Value(name=key, says=f"the name for “{role}”", text=text, answers=(key,))
