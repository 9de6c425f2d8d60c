"""Negation: a clause denies what its source denies, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.aligning import Aligned, align, joined
from sealedbid.intelligence.grounding.checks.agreeing import agrees, is_alike, is_barred
from sealedbid.intelligence.grounding.checks.scopes import uncounted
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.opposites import opposites

WHOLE = 0.8  # the same, of several clauses of the source together
CLEAR = 3  # common stems by which a denial is no doubt
DENIED = 0.34  # the same, for a clause that denies
NEAR = 0.6  # share of a clause's stems that the source's clause has, to compare them
FEWEST = 2  # common stems
NEARLY = 0.8  # of the words that the nearest clause has in common, also had by another one


def check_negation(claim: Claim) -> Iterator[Found]:
    """Compare each clause with the nearest one of its sources."""
    yield from uncounted(claim)
    for clause in claim.text.clauses:
        aligned = align(clause, claim.readable(clause), claim.named)
        best = _best(clause, aligned, claim)
        if best and not any(agrees(clause, claim.text, one) for one in best):
            words = claim.text.text[clause.start : clause.end]
            found = hard if best[0].share >= NEAR or best[0].common >= CLEAR else soft
            yield found("negation", words, f"the source says: “{_said(best[0])}”")
        elif best and all(is_barred(clause, one) for one in best):
            words = claim.text.text[clause.start : clause.end]
            yield soft("negation", words, f"the source says: “{_said(best[0])}”")
        else:
            short = len(clause.stems) <= FEWEST
            yield from _opposites(claim, clause, aligned[:1] if short else best)


def _best(clause: Clause, aligned: list[Aligned], claim: Claim) -> list[Aligned]:
    """The clauses of the sources that say the same, or nearly so.

    A clause that denies is compared with what is less near too: it has to be denied somewhere.
    """
    bar = DENIED if clause.marks.negations else NEAR
    fewest = min(FEWEST, max(1, len(clause.stems - claim.named) - bool(clause.marks.negations)))
    near = [one for one in aligned if one.share >= bar and one.common >= fewest]
    if not near and len(clause.stems) > FEWEST:
        whole = joined(clause, claim.readable(clause), claim.named)
        bar = max(bar, bar if clause.marks.negations else WHOLE)
        near = [whole] if whole and whole.share >= bar and whole.common >= fewest else []
    alike = [one for one in near if is_alike(clause.stems, one.clause.stems)]
    return alike or [one for one in near if one.common >= NEARLY * near[0].common]


def _opposites(claim: Claim, clause: Clause, best: list[Aligned]) -> Iterator[Found]:
    """A word for which all of the nearest clauses have its opposite."""
    said = claim.text.folded[clause.start : clause.end]
    sources = [one.text.folded[one.clause.start : one.clause.end] for one in best]
    if not best or clause.marks.negations or any(one.clause.marks.negations for one in best):
        return
    for one, other in opposites(claim.text.language):
        for mine, theirs in ((one, other), (other, one)):
            found = mine.search(said)
            if found is None or theirs.search(said):
                continue
            words = [theirs.search(source) for source in sources if not mine.search(source)]
            if words and words[0] and all(words) and len(words) == len(sources):
                yield hard("negation", found[0], f"the source says “{words[0][0]}”")
                return


def _said(near: Aligned) -> str:
    return near.text.text[near.clause.start : near.clause.end].strip()
