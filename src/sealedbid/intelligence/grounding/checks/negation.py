"""Negation: a clause denies what its source denies, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.aligning import Aligned, align, joined
from sealedbid.intelligence.grounding.checks.scopes import scopes_in, uncounted
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import Marks, marks_in
from sealedbid.intelligence.grounding.text.opposites import opposites
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.grounding.text.words import stems

ONLY = frozenset({"only", "nur", "seul", "seule", "seulement", "solo", "alleen"})
EXCEPTING = re.compile(
    r"\b(?:unless|except\w*|other|else|than|but|before|until|without|sonst|ander\w*|ausser|als"
    r"|ohne|bevor|autres?|que|sauf|sans|avant|otr[oa]s?|salvo|sin|antes|tenzij|behalve|dan|zonder)\b"
)
BARRING = re.compile(
    r"closed|refused|rejected|denied|forbidden|prohibited|barred|kept out|stay out|geschlossen\w*"
    r"|gesperrt\w*|abgelehnt\w*|verboten\w*|ferme\w*|refuse\w*|interdit\w*|cerrad\w+|rechazad\w+"
    r"|prohibid\w+|gesloten|geweigerd\w*|verboden"
)
DOUBLE = re.compile(
    r"\b(?:unless|while|until|without|except|need|bevor|solange|es sei denn|ohne|sauf|tant que|sans"
    r"|salvo|hasta que|sin|tenzij|totdat|zonder)\b"
)
WHOLE = 0.8  # the same, of several clauses of the source together
CLEAR = 3  # common stems by which a denial is no doubt
DENIED = 0.34  # the same, for a clause that denies
NEAR = 0.6  # share of a clause's stems that the source's clause has, to compare them
FEWEST = 2  # common stems
NEARLY = 0.8  # of the words that the nearest clause has in common, also had by another one
ALIKE = 0.85  # share of common stems in two clauses that say the same
SHORT = 3  # stems of a clause that is read with its sentence


def check_negation(claim: Claim) -> Iterator[Found]:
    """Compare each clause with the nearest one of its sources."""
    yield from uncounted(claim)
    for clause in claim.text.clauses:
        aligned = align(clause, claim.readable(clause), claim.named)
        best = _best(clause, aligned, claim)
        if best and not any(_agrees(clause, claim.text, one) for one in best):
            words = claim.text.text[clause.start : clause.end]
            found = hard if best[0].share >= NEAR or best[0].common >= CLEAR else soft
            yield found("negation", words, f"the source says: “{_said(best[0])}”")
        elif best and all(_is_barred(clause, one) for one in best):
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
    alike = [one for one in near if _is_alike(clause.stems, one.clause.stems)]
    return alike or [one for one in near if one.common >= NEARLY * near[0].common]


def _agrees(draft: Clause, text: Text, near: Aligned) -> bool:
    """True if both deny or neither does; a word like "closed" on one side explains a "not".

    Two clauses that are nearly the same deny equally often. A short clause is a piece of a list:
    what its sentence denies, it denies too.
    """
    is_alike = _is_alike(draft.stems, near.clause.stems)
    if _matches(draft.marks, near.clause.marks, is_alike):
        return not _is_only_bounded(draft, text, near)
    if _has_same_scopes(text.sentence_of(draft), near):
        return True
    if not is_alike and draft.marks.negations and DOUBLE.search(text.sentence_of(draft)):
        return True  # "nothing is merged unless": the source may say "requires"
    shorter = min(len(draft.stems), len(near.clause.stems))
    if is_alike or (len(draft.stems) if draft.marks.negations else shorter) > SHORT:
        return False
    mine, theirs = text.sentence_of(draft), near.text.sentence_of(near.clause)
    around = marks_in(mine, text.language)
    if not draft.marks.negations and (around.negations or around.unlike):
        return True
    alike = _is_alike(
        frozenset(stems(mine, text.language)), frozenset(stems(theirs, near.text.language))
    )
    return _matches(around, marks_in(theirs, near.text.language), alike)


def _is_only_bounded(draft: Clause, text: Text, near: Aligned) -> bool:
    """True if nothing but "only" of the source stands for a denial that names no exception."""
    if not draft.marks.negations or near.clause.marks.negations:
        return False
    denying = near.clause.marks.unlike - draft.marks.unlike
    return denying <= ONLY and EXCEPTING.search(text.sentence_of(draft)) is None


def _is_barred(draft: Clause, near: Aligned) -> bool:
    """True if the source bars what the clause says in no other word: "was closed to"."""
    if draft.marks.negations or draft.marks.unlike or near.clause.marks.negations:
        return False
    is_within = draft.stems <= near.clause.stems
    return is_within and any(BARRING.fullmatch(word) for word in near.clause.marks.unlike)


def _has_same_scopes(said: str, near: Aligned) -> bool:
    """True if both sentences deny the same: "and no photographs", "does without photographs"."""
    theirs = near.text.sentence_of(near.clause)
    mine = scopes_in(said)
    if not mine or mine != scopes_in(theirs):
        return False
    counts = [len(marks_in(each, near.text.language).negations) for each in (said, theirs)]
    return counts[0] == counts[1]


def _matches(mine: Marks, theirs: Marks, alike: bool) -> bool:
    if alike and len(mine.negations) != len(theirs.negations):
        return mine.unlike != theirs.unlike and not (mine.negations and theirs.negations)
    if bool(mine.negations) == bool(theirs.negations):
        return True
    if mine.negations:
        return bool(theirs.unlike - mine.unlike)
    return bool(mine.unlike - theirs.unlike)


def _is_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


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
