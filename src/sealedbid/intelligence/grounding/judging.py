"""A verdict on one sentence against the sources that it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sealedbid.intelligence.grounding.models import Judged, Reason, Source

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")


def judge(
    sentence: str,
    cited: Sequence[Source],
    *,
    given: Sequence[Source],
    language: str = "en",
    anchor: str = "",
    known: Collection[str] = (),
    before: str = "",
    after: str = "",
) -> Judged:
    """Judge a sentence by the sources that it cites; ``given`` are those of its call."""
    if not cited:
        if is_transition(sentence):
            return Judged(verdict="supported")
        return Judged(
            verdict="unsupported",
            reasons=(Reason(fault="uncited", what=sentence, why="It names no source."),),
        )
    said = " ".join(source.text for source in cited)
    reasons = [
        Reason(fault="number", what=found, why=f"“{found}” is not in {_ids(cited)}.")
        for found in _NUMBER.findall(sentence)
        if found not in said
    ]
    reasons += [
        Reason(fault="name", what=found, why=f"“{found}” is not in {_ids(cited)}.")
        for found in _NAME.findall(sentence)
        if found not in said and found not in known
    ]
    words = {word[:6] for word in _WORD.findall(sentence.lower())}
    known = {word[:6] for word in _WORD.findall(said.lower())}
    if words and len(words & known) / len(words) < 0.4:
        reasons.append(
            Reason(fault="similarity", what=sentence, why=f"{_ids(cited)} does not say this.")
        )
    if reasons:
        return Judged(verdict="unsupported", reasons=tuple(reasons))
    if anchor and anchor.lower() not in said.lower():
        why = f"The anchor “{anchor}” is not in {_ids(cited)}."
        return Judged(verdict="weak", reasons=(Reason(fault="anchor", what=anchor, why=why),))
    return Judged(verdict="supported")


def unknown(id: str) -> Reason:
    """The reason for an id that was not given in the call."""
    return Reason(fault="unknown source", what=id, why=f"{id} is none of the sources given.")


def is_transition(sentence: str) -> bool:
    """True for a sentence that states nothing: no digit, no name."""
    return not _NUMBER.search(sentence) and not _NAME.search(sentence) and len(sentence) < 80


def _ids(cited: Sequence[Source]) -> str:
    return ", ".join(source.id for source in cited)
