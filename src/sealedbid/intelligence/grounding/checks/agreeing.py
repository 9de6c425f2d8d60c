"""Two clauses agree if both deny the same, or neither denies anything."""

from __future__ import annotations

import re

from sealedbid.intelligence.grounding.aligning import Aligned
from sealedbid.intelligence.grounding.checks.scopes import scopes_in
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import Marks, marks_in
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
ALIKE = 0.85  # share of common stems in two clauses that say the same
SHORT = 3  # stems of a clause that is read with its sentence


def agrees(draft: Clause, text: Text, near: Aligned) -> bool:
    """True if both deny or neither does; a word like "closed" on one side explains a "not".

    Two clauses that are nearly the same deny equally often. A short clause is a piece of a list:
    what its sentence denies, it denies too.
    """
    same = is_alike(draft.stems, near.clause.stems)
    if _matches(draft.marks, near.clause.marks, same):
        return not _is_only_bounded(draft, text, near)
    if _has_same_scopes(text.sentence_of(draft), near):
        return True
    if not same and draft.marks.negations and DOUBLE.search(text.sentence_of(draft)):
        return True  # "nothing is merged unless": the source may say "requires"
    shorter = min(len(draft.stems), len(near.clause.stems))
    if same or (len(draft.stems) if draft.marks.negations else shorter) > SHORT:
        return False
    mine, theirs = text.sentence_of(draft), near.text.sentence_of(near.clause)
    around = marks_in(mine, text.language)
    if not draft.marks.negations and (around.negations or around.unlike):
        return True
    alike = is_alike(
        frozenset(stems(mine, text.language)), frozenset(stems(theirs, near.text.language))
    )
    return _matches(around, marks_in(theirs, near.text.language), alike)


def _is_only_bounded(draft: Clause, text: Text, near: Aligned) -> bool:
    """True if nothing but "only" of the source stands for a denial that names no exception."""
    if not draft.marks.negations or near.clause.marks.negations:
        return False
    denying = near.clause.marks.unlike - draft.marks.unlike
    return denying <= ONLY and EXCEPTING.search(text.sentence_of(draft)) is None


def is_barred(draft: Clause, near: Aligned) -> bool:
    """True if the source bars what the clause says in no other word: "was closed to"."""
    if draft.marks.negations or draft.marks.unlike or near.clause.marks.negations:
        return False
    is_within = draft.stems <= near.clause.stems
    return is_within and any(BARRING.fullmatch(word) for word in near.clause.marks.unlike)


def is_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """True if two clauses have nearly the same stems."""
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


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
