"""The verdict on a sentence: all checks, by code alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, TypeAlias

from sealedbid.intelligence.grounding.checks.anchors import check_anchor
from sealedbid.intelligence.grounding.checks.asked import check_asked
from sealedbid.intelligence.grounding.checks.changes import check_changes
from sealedbid.intelligence.grounding.checks.clients import check_clients
from sealedbid.intelligence.grounding.checks.commitments import check_commitments
from sealedbid.intelligence.grounding.checks.conditions import check_conditions
from sealedbid.intelligence.grounding.checks.names import check_names
from sealedbid.intelligence.grounding.checks.negation import check_negation
from sealedbid.intelligence.grounding.checks.numbers import check_numbers
from sealedbid.intelligence.grounding.checks.orders import check_orders
from sealedbid.intelligence.grounding.checks.persons import check_persons
from sealedbid.intelligence.grounding.checks.placeholders import check_placeholders
from sealedbid.intelligence.grounding.checks.roles import check_roles
from sealedbid.intelligence.grounding.checks.seasons import check_seasons
from sealedbid.intelligence.grounding.checks.similarity import check_similarity
from sealedbid.intelligence.grounding.checks.strength import check_strength
from sealedbid.intelligence.grounding.checks.taxes import check_taxes
from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.models import Judged, Reason, Source
from sealedbid.intelligence.grounding.text.reading import read, read_source
from sealedbid.intelligence.grounding.transitions import is_transition
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES

Check: TypeAlias = Callable[[Claim], Iterator[Found]]
CHECKS: Final[tuple[Check, ...]] = (
    check_orders,
    check_asked,
    check_placeholders,
    check_similarity,
    check_taxes,
    check_numbers,
    check_changes,
    check_seasons,
    check_names,
    check_clients,
    check_roles,
    check_persons,
    check_commitments,
    check_negation,
    check_conditions,
    check_strength,
    check_anchor,
)
MOST = 6  # reasons of a sentence

__all__ = ["is_transition", "judge", "unknown"]


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
    """Judge a sentence by the sources that it cites.

    ``given`` are all sources of the call. ``known`` are names that need no source: the client's and
    the organization's own. ``before`` and ``after`` are the neighbours of a sentence that may be a
    transition: one without a source is unsupported unless it states nothing.
    """
    language = language[:2].lower() if language[:2].lower() in LANGUAGES else "en"
    claim = Claim(
        text=read(" ".join(sentence.split()), language),
        cited=tuple(Cited(source=one, text=read_source(one, language)) for one in cited),
        given=given,
        anchor=anchor,
        known=frozenset(word for name in known for word in fold(name).split()),
    )
    if not cited:
        found = list(check_placeholders(claim))
        if found or not is_transition(sentence, before, after, language):
            found.append(hard("uncited", sentence, "it states something and names no source"))
        return _judged(found)
    return _judged([found for check in CHECKS for found in check(claim)])


def unknown(id: str) -> Reason:
    """The reason against a sentence that cites a source which it was not given."""
    return Reason(fault="unknown source", what=id, why=f"no source “{id}” was given")


def _judged(found: Sequence[Found]) -> Judged:
    """The verdict, and the reasons, hard ones first, each once."""
    ordered = sorted(found, key=lambda one: not one.is_hard)
    reasons = tuple(dict.fromkeys(one.reason for one in ordered))[:MOST]
    if not found:
        return Judged(verdict="supported")
    return Judged(
        verdict="unsupported" if ordered[0].is_hard else "weak",
        reasons=reasons,
    )
