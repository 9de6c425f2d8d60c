"""Clients: what is told of one client comes from its own case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sealedbid.intelligence.grounding.checks.names import has_name
from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.grounding.values.comparing import compare
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.folding import fold

WORD = re.compile(r"[^\W_]{3,}")
PLAIN = frozenset("the of and for county city office department authority company".split())  # noqa: SIM905
OWN = frozenset({"brief", "answer", "computed"})


def check_clients(claim: Claim) -> Iterator[Found]:
    """Find clients that no cited source is about, numbers of another case, and credit moved."""
    named = _named(claim)
    for subject in named:
        if not any(_is_about(one, subject) for one in claim.cited):
            yield hard("client", subject, f"no source that the sentence cites is about {subject}")
            continue
        for value in claim.text.values:
            if len(named) == 1 and _is_of_another(value, subject, claim):
                yield hard("client", value.words, f"it is another client's, not {subject}'s")
    yield from _credit(claim)


def _named(claim: Claim) -> list[str]:
    """The clients of cases that the sentence names."""
    subjects = dict.fromkeys(one.subject for one in claim.given if one.subject)
    return [subject for subject in subjects if _names(claim.text.folded, subject)]


@lru_cache(maxsize=16_384)
def _names(folded: str, subject: str) -> bool:
    """True if the text has the first two telling words of the client's name."""
    words = [word for word in WORD.findall(fold(subject)) if word not in PLAIN][:2]
    return bool(words) and all(re.search(rf"(?<!\w){word}", folded) for word in words)


def _is_about(one: Cited, subject: str) -> bool:
    return one.source.subject == subject or _names(one.text.folded, subject)


def _is_of_another(value: Value, subject: str, claim: Claim) -> bool:
    """True if only sources about another client have the value."""
    having = [one for one in claim.cited if not _lacks(value, one)]
    return bool(having) and all(
        one.source.subject
        and one.source.subject != subject
        and not _names(one.text.folded, subject)
        for one in having
    )


def _credit(claim: Claim) -> Iterator[Found]:
    """A person and the numbers of the clause are in one passage."""
    for name in claim.text.names:
        if len(name.words) < 2 or name.opens:
            continue
        having = [one for one in claim.cited if has_name(name, one)]
        if not having or any(one.source.of in OWN for one in having):
            continue
        for value in _values_beside(name, claim):
            owners = [one for one in claim.cited if not _lacks(value, one)]
            if owners and not any(one in having or one.source.of in OWN for one in owners):
                yield hard(
                    "name", name.written, f"the source of “{value.words}” does not name them"
                )
                break


def _values_beside(name: Name, claim: Claim) -> list[Value]:
    clause = claim.text.clause_at(name.start)
    if clause is None:
        return []
    return [
        value
        for value in claim.text.values
        if clause.start <= value.start < clause.end and value.kind not in ("code", "ordinal")
    ]


def _lacks(value: Value, one: Cited) -> bool:
    found = compare(value, one.text.values, lambda _: True).difference
    return found in ("value", "unit", "currency")
