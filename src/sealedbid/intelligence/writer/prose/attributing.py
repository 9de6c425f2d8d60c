"""Sentences that say whose work they tell of, and answer more than they repeat.

Without its client's name, a figure of a case reads as an offer; a requirement said again is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sealedbid.intelligence.grounding.models import Judged, Reason
from sealedbid.intelligence.writer.composer.outline import Kind
from sealedbid.intelligence.writer.composer.words import likeness
from sealedbid.intelligence.writer.prose.checking import Checked
from sealedbid.intelligence.writer.prose.faults import MEASURED
from sealedbid.intelligence.writer.prose.sources import Shown

UNDER_ITS_NAME: Final[tuple[Kind, ...]] = ("cases", "references")
"""Kinds of parts whose heading names the client."""
CASE: Final = "case study"
SAID_AGAIN: Final = 0.8  # likeness to what is asked
_NAME = re.compile(r"\b[A-Z][\w'’-]{2,}")


def attributed(one: Checked, before: Checked | None, kind: Kind | None) -> Checked:
    """Refuse a sentence that stands on a case alone and names neither its client nor goes on.

    It goes on if the sentence before it, in the same paragraph, stands on the same case.
    """
    cases = [shown for shown in one.cited if shown.kind == CASE]
    if kind in UNDER_ITS_NAME or not cases or len(cases) < len(one.cited) or not one.stands:
        return one
    pages = {shown.source.title for shown in cases}
    if (
        before is not None
        and before.stands
        and pages & {each.source.title for each in before.cited}
    ):
        return one
    if any(_is_named(one.text, shown) for shown in cases):
        return one
    why = f"Say for whom that was: {cases[0].source.id} tells of “{cases[0].source.title}”."
    reason = Reason(fault="client", what=one.text, why=why)
    return replace(one, judged=Judged(verdict="unsupported", reasons=(reason,)))


def repeats_request(one: Checked, asked: str) -> bool:
    """Return True if a sentence only says again what the request asks of its part."""
    if not asked or not one.cited or any(each.source.of != "brief" for each in one.cited):
        return False
    if any(not value.name.startswith(MEASURED) for value in one.values):
        return False
    return likeness(one.text, asked) >= SAID_AGAIN


def not_answered(one: Checked, asked: str) -> Checked:
    """Refuse a sentence that repeats what is asked in the place of an answer."""
    if not one.stands or not repeats_request(one, asked):
        return one
    why = "It repeats the request: say how it is met, or leave it out."
    reason = Reason(fault="commitment", what=one.text, why=why)
    return replace(one, judged=Judged(verdict="unsupported", reasons=(reason,)))


def _is_named(text: str, shown: Shown) -> bool:
    """Return True if a name of the page's title stands in the text."""
    title = shown.source.title
    names = _NAME.findall(title[1:]) or _NAME.findall(title)
    return any(re.search(rf"\b{re.escape(name)}", text) for name in names)
