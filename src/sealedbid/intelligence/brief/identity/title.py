"""The title: what is bought, in the brief's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.identity.labelled import Named, fact, labelled, named
from sealedbid.intelligence.brief.placeholders import PLACEHOLDER
from sealedbid.intelligence.brief.structure.columns import is_field, tidy
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.vocabulary.patterns import pattern

REPLIED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|antw|doorst)\s?:\s*)+", re.IGNORECASE)
NUMBER = re.compile(r"^[\W\d_]*(?:\d[\d.]*\s+)?")
JOINED = re.compile(r"\s*(?:[:–—|]|\s-\s)\s*|\s+(?:for|für|pour|para|voor|to|over|sobre)\s+", re.I)
REFERENCE = re.compile(r"(?:(?:no|nr|number|#)\.?\s*:?\s*)?[A-Z]{0,6}[-/ ]?\d[\w./-]*", re.I)
SMALL = re.compile(
    r"(?:(?:for|of|to|on|in|and|the|an?|by|from|für|von|der|die|das|zur|zum|und|pour|de|du|des|la|le"
    r"|les|para|el|los|del|y|voor|van|het|een|en)\s?){1,4}",
    re.IGNORECASE,
)
TAIL = re.compile(r"\s*\([A-Z]{0,6}\s?(?:no\.?\s)?[\w./-]*\d[\w./-]*\)\s*$", re.IGNORECASE)
TOP = 30  # a title stands among a document's first pieces
CLOSE = 6  # and follows "Request for Proposals" closely
LONGEST = 14  # words; a longer first line is a sentence
ASKED = "no title is given: this is the first sentence that says what is wanted"
SEVERAL = "several titles are given"


def title(pieces: Sequence[Piece]) -> Fact | None:
    """The title: a label's, else the first heading that names more than a kind of document.

    Without either, the first sentence that says what is wanted, unsure.
    """
    given = [each for each in map(_subject, labelled(pieces, "title")) if each]
    if given:
        plain = [each for each in given if each.label not in {"subject", "re"}] or given
        values = {each.text.casefold() for each in plain if each.label == plain[0].label}
        return fact("title", plain[0], plain[1:], reason=SEVERAL if len(values) > 1 else "")
    for heads in (_headings(pieces), _lines(pieces)):
        found = next(_naming(heads), None)
        if found:
            return fact("title", found)
    wanted = _wanted(pieces)
    return fact("title", wanted, reason=ASKED) if wanted else None


def _subject(given: Named) -> Named | None:
    """A labelled title without "Re:"; None where it only names a kind of document."""
    replied = REPLIED.match(given.text)
    text = given.text[replied.end() :] if replied else given.text
    if not text or _is_generic(text):
        return None
    return Named(text, given.quote, given.label)


def _headings(pieces: Sequence[Piece]) -> list[tuple[int, Piece]]:
    """The headings at the top; of a text whose first line is a title, that line before them."""
    top = list(enumerate(pieces[:TOP]))
    found = [(index, piece) for index, piece in top if piece.kind == "heading"]
    first = pieces[0] if pieces else None
    if found and first is not None and _is_line(first) and first.last:
        return [(0, first), *found]
    return found


def _lines(pieces: Sequence[Piece]) -> list[tuple[int, Piece]]:
    """The short lines at the very top, up to the first sentence."""
    result = []
    for index, piece in enumerate(pieces[:CLOSE]):
        if not _is_line(piece):
            break
        result.append((index, piece))
    return result


def _naming(heads: Sequence[tuple[int, Piece]]) -> Iterator[Named]:
    """The ones of ``heads`` that name something; a section's heading ends them."""
    seen = 0
    for index, piece in heads:
        words = NUMBER.sub("", tidy(piece.text))
        if PLACEHOLDER.search(piece.text):
            continue
        if _is_body(words) or _is_generic(piece.text):
            seen = seen or index
            continue
        if SMALL.fullmatch(piece.text.strip()):  # "for the", between two lines
            continue
        if is_field(piece.text):  # a heading that labels a fact
            continue
        if (seen and index - seen > CLOSE) or pattern("identity", "section").fullmatch(words):
            return
        found = _behind_kind(piece)
        if found:
            yield found


def _is_line(piece: Piece) -> bool:
    """True if a piece is a short line of its own, no sentence, label, greeting or address."""
    if piece.kind != "sentence" or piece.whole or piece.leads or piece.numbered:
        return False
    if (piece.label and piece.label in piece.text) or is_field(piece.text):
        return False
    if pattern("identity", "greeting").fullmatch(piece.text.strip(" ,!.")):
        return False
    behind = piece.words.text[piece.end : piece.end + 1]
    alone = piece.last or behind == "\n"
    return alone and len(piece.text.split()) <= LONGEST and not piece.text.endswith(",")


def _is_generic(words: str) -> bool:
    """True if words name no more than a kind of document, with its number or its issuer."""
    bare = _bare(words)
    left = _kinds().sub(" | ", bare)
    if left == bare:
        return False
    parts = (_bare(part) for part in JOINED.split(left))
    return all(
        not part or REFERENCE.fullmatch(part) is not None or _is_body(part) for part in parts
    )


@cache
def _kinds() -> re.Pattern[str]:
    """Kinds of documents as whole words, with an abbreviation in brackets."""
    kinds = pattern("identity", "generic").pattern
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)(?:\s*\([^()]{{1,12}}\))?", re.IGNORECASE)


def _is_body(words: str) -> bool:
    """True if words are a public body's or a company's name and nothing else."""
    found = re.findall(r"[^\W\d_]+", words.casefold())
    if not found or len(found) > 8 or re.search(r"[:–—]\s", words):
        return False
    bodies = pattern("identity", "body")
    small = {"of", "the", "and", "for", "de", "du", "la", "le", "des", "del", "van", "der", "und"}
    if bodies.fullmatch(found[0]) and len(found) > 1 and found[1] in small:
        return True
    return bodies.fullmatch(found[-1]) is not None and words[:1].isupper()


def _behind_kind(piece: Piece) -> Named | None:
    """Find what follows "Request for proposals:" in a heading, or all of it."""
    match = _announced().match(piece.text)
    if match and SMALL.fullmatch(piece.text[match.end() :].strip()):
        return None  # "Invitation to tender for the", the thing itself on the next line
    if match and len(piece.text[match.end() :].split()) > 0:
        tail = TAIL.search(piece.text)
        return named(piece, match.end(), tail.start() if tail else None)
    number = NUMBER.match(piece.text)
    return named(piece, number.end() if number and piece.text[number.end() :] else 0)


@cache
def _announced() -> re.Pattern[str]:
    """Find what stands before a title: "Request for proposals: ", with a number perhaps."""
    kinds = pattern("identity", "generic").pattern
    return re.compile(
        rf"[\W\d_]*(?:{kinds})(?!\w)(?:\s*\([^()]{{1,12}}\))?"
        r"(?:\s+(?:no\.?\s*)?#?[A-Z]{0,6}[-/]?\d[\w./-]*)?"
        r"(?:\s*[:–—|]\s*|\s+-\s+|\s+(?:for|für|pour|para|voor)\s+)"
        r"(?:(?:an?|the|einen?|die|der|das|une?|les?|la|el|una|een|de|het)\s+)?(?=\S)",
        re.IGNORECASE,
    )


def _wanted(pieces: Sequence[Piece]) -> Named | None:
    wants = pattern("identity", "wants")
    for piece in pieces[: 2 * TOP]:
        if piece.kind in {"sentence", "item"} and wants.search(piece.text):
            return named(piece, 0, len(piece.text.rstrip(" .!")))
    return None


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(" :;,*_#()-–—")
