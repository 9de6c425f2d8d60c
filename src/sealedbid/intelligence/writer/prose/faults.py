"""Faults of a line that no source makes right, and measures that only the request has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sealedbid.intelligence.brief.language import name_of
from sealedbid.intelligence.grounding.judging import judge
from sealedbid.intelligence.grounding.models import Reason, SourceOf
from sealedbid.intelligence.writer.prose.lines import Line
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Shown, has_price
from sealedbid.intelligence.writer.prose.wording import (
    any_of,
    has_day,
    is_echo,
    other_language,
)

MEASURED: Final = "req."
"""Slots whose values are words of the request."""
MOST_IDS: Final = 3
VALUES: Final = frozenset({"number", "percentage", "unit", "date", "money"})
"""Faults of a value that no source has."""


def faults(
    line: Line,
    text: str,
    values: Mapping[str, Value],
    language: str,
) -> Iterator[Reason]:
    """Faults that no source makes right: sums, dates of the offer, placeholders, words of ours."""
    if len(line.ids) > MOST_IDS:
        why = f"It names {len(line.ids)} sources: name the one to three that say it."
        yield Reason(fault="uncited", what=", ".join(line.ids), why=why)
    if has_price(text, language) or any_of(text, "discount", language):
        why = "A price is never written out: use a slot, or leave it out."
        yield Reason(fault="money", what=text, why=why)
    for value in values.values():
        if value.name.startswith("date.") and has_day(text, value.text):
            why = f"Write {{{{{value.name}}}}} in the place of this date."
            yield Reason(fault="date", what=value.text, why=why)
    if is_echo(text):
        yield Reason(fault="placeholder", what=text, why="These are words of the instructions.")
    if said := other_language(text, language):
        why = f"It is in {name_of(said) or said}: write it in {name_of(language)}."
        yield Reason(fault="noun", what=text, why=why)


def source_of(value: Value) -> SourceOf:
    """A measure of a requirement is the client's word; all else is made of rows and facts."""
    return "brief" if value.name.startswith(MEASURED) else "computed"


def is_borne_out(measure: str, cited: tuple[Shown, ...], language: str) -> bool:
    """Return True if the values of a measure stand in sources that are not the brief."""
    ours = [one.source for one in cited if one.source.of != "brief"]
    if not ours:
        return False
    judged = judge(measure, ours, given=ours, language=language)
    return not any(reason.fault in VALUES for reason in judged.reasons)
