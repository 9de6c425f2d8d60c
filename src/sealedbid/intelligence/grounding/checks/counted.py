"""Nouns: a number that a source has counts the same there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sealedbid.intelligence.grounding.checks.telling import counted
from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.grounding.values.generic import is_generic
from sealedbid.intelligence.grounding.values.models import Value

STEM = 5  # letters of a noun that is looked for
LARGEST = 20  # a number that many things are counted by
BESIDE = 2  # stems in common of clauses that speak of the same


def of_noun(draft: Value, claim: Claim, cited: Sequence[Cited]) -> Iterator[Found]:
    """A number that the sources have without a noun belongs to a clause that speaks of the same."""
    clause = claim.text.clause_at(draft.start)
    mine = clause.stems if clause else claim.text.stems
    rivals: list[Value] = []
    bare: list[str] = []
    made: list[Cited] = []
    for one in cited:
        for value in one.text.values:
            if value.kind != "number":
                continue
            if value.number != draft.number:
                rivals += [value] if set(value.heads) & set(draft.heads) else []
                continue
            if set(value.heads) & set(draft.heads) or one.source.of == "answer":
                return
            if one.source.of == "computed":
                made.append(one)
                continue
            place = one.text.clause_at(value.start)
            if place is not None and len(mine & place.stems) >= BESIDE:
                bare += [_around(one.text, place)]
    if made and not bare:
        if not _is_filled(draft, made, claim, cited):
            yield hard("number", draft.words, "this number is the offer's, of something else")
    elif rivals and not bare:
        yield hard("number", draft.words, f"the source says {counted(rivals[0])}")
    else:
        yield from _of_other(draft, bare or [one.text.folded for one in cited])


def rival_of(draft: Value, source: Sequence[Value]) -> Found | None:
    """The fault of a number for which the sources give the same noun another number."""
    if draft.kind != "number" or not draft.heads or draft.number > LARGEST:
        return None
    same = [one for one in source if one.kind == "number" and set(one.heads) & set(draft.heads)]
    if not same or any(one.number == draft.number for one in same):
        return None
    return hard("number", draft.words, f"the source says {counted(same[0])}")


def _of_other(draft: Value, said: Sequence[str]) -> Iterator[Found]:
    """A noun that nothing said near the number has."""
    if all(is_generic(head) for head in draft.heads):
        return
    if not any(head[:STEM] in each for head in draft.heads for each in said):
        yield soft("noun", draft.words, "the source does not count these by this number")


def _is_filled(draft: Value, made: Sequence[Cited], claim: Claim, cited: Sequence[Cited]) -> bool:
    """True if a value that code made stands here: it has the noun, or no other place is left."""
    if _counts(draft, made):
        return True
    others = [
        one
        for one in claim.text.values
        if one is not draft and one.kind == "number" and one.number == draft.number
    ]
    ours = [one for one in cited if one.source.of != "computed"]
    return all(_iscounted(one, ours) and not _counts(one, made) for one in others)


def _counts(draft: Value, made: Sequence[Cited]) -> bool:
    """True if a value that code made says what it counts, and the sentence counts the same."""
    return any(head[:STEM] in one.text.folded for head in draft.heads for one in made)


def _iscounted(draft: Value, cited: Sequence[Cited]) -> bool:
    return any(
        value.number == draft.number and set(value.heads) & set(draft.heads)
        for one in cited
        for value in one.text.values
    )


def _around(text: Text, clause: Clause) -> str:
    """The folded sentence of a clause, with the one before it."""
    near = [one for one in text.clauses if 0 <= clause.sentence - one.sentence <= 1]
    return text.folded[near[0].start : near[-1].end]


def of_one(draft: Value, source: Sequence[Value]) -> Iterator[Found]:
    """One of a thing of which the source has more, and nowhere one."""
    same = [one for one in source if one.kind == "number" and set(one.heads) & set(draft.heads)]
    if not draft.heads or not same:
        return
    if all(one.number != 1 for one in same):
        yield hard("number", draft.words, f"the source says “{same[0].words}”")
