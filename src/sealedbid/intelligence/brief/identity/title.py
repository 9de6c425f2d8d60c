"""What the brief is called and who issues it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sealedbid.intelligence.brief.structure.models import Piece

TITLE = re.compile(
    r"^(?:project |rf[pqi] |contract |tender |procurement )?(?:title"
    r"|name of (?:the )?project)\s*:\s*(.{3,200})$",
    re.IGNORECASE,
)
ISSUED_BY = re.compile(
    r"^(?:issued by|issuer|issuing (?:office|agency|authority)|contracting authority|buyer|client"
    r"|customer|company|organi[sz]ation|on behalf of)\s*:\s*(.{2,200})$",
    re.IGNORECASE,
)
BARE_ISSUED_BY = re.compile(r"^issued by:?$", re.IGNORECASE)
ISSUES = re.compile(
    r"^(?:the )?(.{2,200}?)\s(?:hereby )?(?:issues? this|is (?:soliciting|seeking|requesting"
    r"|inviting"
    r"|looking for|accepting)|invites|solicits|requests (?:proposals|quot))",
    re.IGNORECASE,
)
WE_ARE = re.compile(
    r"\bwe(?:'re| are) (?-i:((?:[A-Z][\w&'-]*)(?:\s[A-Z&][\w&'-]*){0,5}))", re.IGNORECASE
)
FROM = re.compile(r"^from\s*:\s*(.{2,200})$", re.IGNORECASE)
PRONOUN = re.compile(r"(?:we|i|it|they|this|that|our|there|who)\b", re.IGNORECASE)
# A document's kind is no title of its own.
GENERIC = re.compile(
    r"\b(?:request for (?:proposals?|quotations?|quotes?|information|tenders?)|rf[pqi]|brief|tender"
    r"|invitation to (?:bid|tender)|table of contents|contents|statement of (?:work|objectives))\b",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"[\W\d]*(?:requirements?|must[- ]haves?|nice[- ]to[- ]haves?|background|introduction"
    r"|overview|scope"
    r"|goals?|objectives?|purpose|deliverables|budget|timeline|about(?: us)?|contact)",
    re.IGNORECASE,
)
TOP = 30  # a title stands among a document's first statements
EARLY = 200  # and who issues it introduces themselves before long
CLOSE = 3
LONGEST = 10  # words; a longer first line is a sentence, not a title


def title(found: Sequence[Piece]) -> str:
    """The title: a label's, else the first heading that says more than "Request for Proposals"."""
    labelled = _first(TITLE, found)
    if labelled:
        return labelled
    heads = [index for index, each in enumerate(found[:TOP]) if _is_head(each)]
    for index in heads:
        # the project's name follows "Request for Proposals" closely, or a section does
        if index - heads[0] <= CLOSE and GENERIC.search(found[index].text) is None:
            return "" if SECTION.fullmatch(found[index].text) else _tidy(found[index].text)
    if heads:
        return _tidy(found[heads[0]].text)
    first = found[0] if found else None
    short = first is not None and not first.whole and len(first.text.split()) <= LONGEST
    return _tidy(first.text) if first is not None and short else ""


def issuer(found: Sequence[Piece]) -> str:
    """Who issues the brief: a label's, else who "hereby issues" or "is seeking", else "we are"."""
    labelled = _first(ISSUED_BY, found)
    if labelled:
        return labelled
    for before, after in pairwise(found):
        if BARE_ISSUED_BY.match(before.text):
            return _tidy(after.text)
    return _soliciting(found) or _first(FROM, found)


def _soliciting(found: Sequence[Piece]) -> str:
    for statement in found[:EARLY]:
        match = ISSUES.match(statement.text) or WE_ARE.search(statement.text)
        if match and PRONOUN.match(match[1]) is None:
            return _tidy(re.split(r",\s", match[1])[0])
    return ""


def _first(label: re.Pattern[str], found: Sequence[Piece]) -> str:
    lines = (match for each in found for line in _lines(each) if (match := label.match(line)))
    match = next(lines, None)
    return _tidy(match[1]) if match else ""


def _lines(statement: Piece) -> Iterator[str]:
    if ":" in statement.text:
        yield statement.text


def _is_head(statement: Piece) -> bool:
    return statement.kind == "heading" or statement.stressed


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" :;,*_#")
