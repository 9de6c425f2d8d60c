"""Names: people, clients, products and certificates stand in a passage that is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.checks.openings import acts, is_a_name, is_plain
from sealedbid.intelligence.grounding.claims import Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.models import Fault
from sealedbid.intelligence.grounding.text.known import forms_of, known_words
from sealedbid.intelligence.grounding.text.marks import marks_in
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.grounding.text.words import stem
from sealedbid.intelligence.vocabulary.folding import fold

LIKE = 5  # letters of a word of certification: "label" is in "labellisé"
STANDARD = re.compile(r"(?:din |bs |nf |une |nen[ -])?(?:en )?iso(?:/(?:iec|cei|ts))?")


def check_names(claim: Claim) -> Iterator[Found]:
    """Look each name up in the cited sources, and in the brief, whose names are the client's."""
    for name in claim.text.names:
        if all(word in claim.known for word in name.words):
            continue
        bearing = claim.bearing(claim.text.clause_at(name.start))
        if any(has_name(name, one) for one in bearing) or _is_of_client(name, claim):
            continue
        if name.opens and is_plain(name, claim):
            continue
        fault: Fault = "certificate" if _is_certificate(name, claim) else "name"
        why = f"“{name.written}” is in no source that the sentence cites"
        if name.doubtful:
            if not any(stem(name.words[0]) in one.text.stems for one in bearing):
                yield soft("name", name.written, f"{why}; it may be a name")
        elif not name.opens or is_a_name(name, claim):
            yield hard(fault, name.written, why)
        elif acts(name, claim):
            yield soft("name", name.written, why)
    yield from _certified(claim)


def _is_of_client(name: Name, claim: Claim) -> bool:
    """True if a brief has the words of the name: the client's own need no citation.

    In a clause about us it is one if it is said to be yours: "your Oracle database".
    """
    if claim.is_ours(claim.text.clause_at(name.start)) and not claim.is_yours(name.start):
        return False
    briefs = (known_words(fold(one.text)) for one in claim.given if one.of == "brief")
    return any(
        all(any(form in words for form in forms_of(word)) for word in name.words)
        for words in briefs
    )


def has_name(name: Name, one: Cited) -> bool:
    """True if the source has the name: its words next to each other, or each by itself."""
    words = known_words(one.text.folded)
    if not all(any(form in words for form in forms_of(word)) for word in name.words):
        return False
    return len(name.words) == 1 or not _is_mixed(name, one)


def _is_mixed(name: Name, one: Cited) -> bool:
    """True if the last word is in the source only behind another name: "Priya Santos"."""
    first, last = name.words[-2], name.words[-1]
    text = one.text.folded
    if re.search(rf"(?<!\w){re.escape(first)}\W{{1,3}}(?:\w+\W)?{re.escape(last)}", text):
        return False
    behind = re.compile(rf"(?<!\w)([^\W\d_]+)\s{re.escape(last)}(?!\w)")
    before = re.compile(rf"(?<!\w){re.escape(first)}\s([^\W\d_]+)")
    original = one.text.text
    followed = list(behind.finditer(text))
    if not followed or not before.search(text):
        return False
    alone = len(re.findall(rf"(?<!\w){re.escape(last)}(?!\w)", text)) - len(followed)
    capital = all(original[match.start(1)].isupper() for match in followed)
    return capital and alone <= 0


def _is_certificate(name: Name, claim: Claim) -> bool:
    return bool(marks_in(" ".join(name.words), claim.text.language).certificates)


def _certified(claim: Claim) -> Iterator[Found]:
    """Words of certification that no source has."""
    for clause in claim.text.clauses:
        said = STANDARD.sub("iso", "\n".join(one.text.folded for one in claim.bearing(clause)))
        for word in clause.marks.certificates:
            if word[: LIKE if word.isalpha() else LIKE + 1] not in said:
                yield hard("certificate", word, "no source says so of a certificate")
