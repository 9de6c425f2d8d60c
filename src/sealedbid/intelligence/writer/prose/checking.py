"""Checks of a line by code: its ids, its slots, what a model may never write, then its sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sealedbid.intelligence.grounding.judging import judge, unknown
from sealedbid.intelligence.grounding.models import Judged, Reason, Source
from sealedbid.intelligence.grounding.phrases import asks_for, weasels
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.writer.prose.faults import (
    MEASURED,
    faults,
    is_borne_out,
    source_of,
)
from sealedbid.intelligence.writer.prose.lines import Line
from sealedbid.intelligence.writer.prose.slots import Value, fill, without_slots
from sealedbid.intelligence.writer.prose.sources import Shown
from sealedbid.intelligence.writer.prose.wording import any_of

_TRAILING = re.compile(r"\s*[\[(]\s*(?:[A-Z]\d[\d.]*[\s,;]*)+[\])]\s*(?=[.!?]?$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A sentence as it would be printed, with its verdict and all that it stands on."""

    line: Line
    text: str
    judged: Judged
    cited: tuple[Shown, ...] = ()
    values: tuple[Value, ...] = ()

    @property
    def stands(self) -> bool:
        """True if it may be printed: supported, or weak and still about what its sources tell."""
        if self.judged.verdict == "weak":
            return not any(reason.fault == "similarity" for reason in self.judged.reasons)
        return self.judged.verdict == "supported"


def check(
    line: Line,
    given: Mapping[str, Shown],
    values: Mapping[str, Value],
    language: str,
    *,
    known: Collection[str] = (),
    restates: bool = False,
) -> Checked:
    """Judge one sentence by the sources of its call; a transition waits for its neighbours.

    ``known`` are names that need no source. ``restates``: its part tells what the client wants,
    where a wish may be called one.
    """
    written = _TRAILING.sub("", line.text).strip()
    done = fill(written, values)
    cited = tuple(given[id] for id in line.ids if id in given)
    sources = [one.source for one in cited]
    sources += [
        Source(id=value.name, of=source_of(value), title=value.name, text=value.told)
        for value in done.values
    ]
    reasons = [unknown(id) for id in line.ids if id not in given]
    reasons += [
        Reason(fault="placeholder", what=name, why=f"{{{{{name}}}}} is none of the slots listed.")
        for name in done.unknown
    ]
    text = without_slots(written)
    reasons += faults(line, text, values, language)
    said = fold(" ".join(source.text for source in sources))
    reasons += [
        Reason(fault="strength", what=words, why=f"“{words}” says nothing: leave it out.")
        for words in weasels(text, language)
        if words not in said
    ]
    measures = [value.text for value in done.values if value.name.startswith(MEASURED)]
    asked = restates or asks_for(fold(text), language)
    if not asked and not all(is_borne_out(each, cited, language) for each in measures):
        why = "The request alone has this measure: cite who confirms that it is met, or ask."
        reasons.append(Reason(fault="commitment", what=text, why=why))
    if line.kind == "claim" and not line.ids and not done.values:
        why = "It names no source: name one that says it, or leave it out."
        reasons.append(Reason(fault="uncited", what=text, why=why))
    judged = Judged(verdict="supported")
    if line.kind == "claim":
        judged = judge(
            done.text,
            sources,
            given=[one.source for one in given.values()],
            language=language,
            anchor=line.anchor,
            known=known,
        )
    if reasons:
        reasons += judged.reasons if judged.verdict == "unsupported" else ()
        judged = Judged(verdict="unsupported", reasons=tuple(reasons))
    return Checked(line=line, text=done.text, judged=judged, cited=cited, values=done.values)


def leads(one: Checked, before: str, after: str, language: str) -> Checked:
    """Judge a transition by the sentences before and after it."""
    judged = judge(one.text, [], given=[], language=language, before=before, after=after)
    return one if judged.verdict == "supported" else replace(one, judged=judged)


def presumes(one: Checked, language: str) -> str:
    """The words by which the request takes something of us for granted; empty for none.

    A sentence was refused since the request alone says it, and the request says it of "you".
    """
    if not any(reason.fault == "commitment" for reason in one.judged.reasons):
        return ""
    if any(shown.source.of != "brief" for shown in one.cited):
        return ""
    said = [piece.text for shown in one.cited for piece in shown.pieces]
    return next((text for text in said if any_of(text, "you", language)), "")
