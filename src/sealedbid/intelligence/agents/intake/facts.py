"""Facts out of findings: unsure, each beside the facts of the rules, never in the place of one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sealedbid.intelligence.agents.intake.findings import FactFound, overlap
from sealedbid.intelligence.agents.intake.values import Reader, plain
from sealedbid.intelligence.asking.kinds import OF_TIME
from sealedbid.intelligence.brief.facts.models import Alternative, Fact, FactKind
from sealedbid.intelligence.brief.facts.values import AnyValue

ONLY_A_MODEL: Final = "only a model reads this"
MANY: Final[frozenset[FactKind]] = frozenset({"event", "submission"})
"""Kinds of which a brief has several."""
MOST_OF_A_KIND: Final = 12
MOST_ALTERNATIVES: Final = 6


def added_facts(
    known: Sequence[Fact], found: Sequence[FactFound], reader: Reader
) -> tuple[Fact, ...]:
    """Make facts of what ``known``, those of the rules, lack; in the order of the text."""
    added: list[Fact] = []
    counts: Counter[FactKind] = Counter()
    for each in sorted(found, key=lambda one: one.quote.start):
        if counts[each.kind] >= MOST_OF_A_KIND or _is_read(each, known):
            continue
        if any(one.kind == each.kind and overlap(one.quote, each.quote) for one in added):
            continue
        fact = _fact(each, reader)
        values = {written.value.model_dump_json() for written in _values(fact)}
        if values & set(_written(each.kind, [*known, *added])):
            continue
        if all(one.key != fact.key for one in (*known, *added)):
            counts[each.kind] += 1
            added.append(fact)
    return tuple(added)


def _is_read(found: FactFound, known: Sequence[Fact]) -> bool:
    """True if the rules have read these words, or are sure of the only fact of this kind."""
    for fact in known:
        if fact.kind == found.kind and fact.sure and fact.kind not in MANY:
            return True
        is_same = fact.kind == found.kind or (
            fact.sure and fact.kind in OF_TIME and found.kind in OF_TIME
        )
        if is_same and overlap(fact.quote, found.quote):
            return True
    return False


def _fact(found: FactFound, reader: Reader) -> Fact:
    read = list({each.value.model_dump_json(): each for each in
                 reader.values(found.kind, found.quote)}.values())  # fmt: skip
    only = read[0] if len(read) == 1 else None
    others: list[AnyValue] = [] if only else [each.value for each in read]
    others += [value for each in read for value in each.others]
    reasons = [ONLY_A_MODEL]
    if len(read) > 1:
        reasons.append("its words have more than one value")
    if only and only.doubt:
        reasons.append(only.doubt)
    return Fact(
        key=_key(found),
        kind=found.kind,
        value=only.value if only else None,
        quote=found.quote,
        sure=False,
        reason="; ".join(reasons),
        alternatives=tuple(
            Alternative(value=value, quote=found.quote) for value in others[:MOST_ALTERNATIVES]
        ),
        inferred=only.inferred if only else "",
    )


def _key(found: FactFound) -> str:
    """A key of these words: another reading, in which they have another place, keeps it."""
    digest = hashlib.sha256(plain(found.quote.text).encode("utf-8", "replace")).hexdigest()
    return f"{found.kind}.{digest[:8]}"


def _values(fact: Fact) -> Iterator[Alternative]:
    if fact.value is not None:
        yield Alternative(value=fact.value, quote=fact.quote)
    yield from fact.alternatives


def _written(kind: FactKind, facts: Sequence[Fact]) -> Iterator[str]:
    """The values of a kind that are known, alternatives too."""
    for fact in facts:
        if fact.kind == kind:
            yield from (each.value.model_dump_json() for each in _values(fact))
