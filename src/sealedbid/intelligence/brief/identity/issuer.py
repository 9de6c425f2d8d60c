"""Tell who issues the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.identity.labelled import Named, fact, labelled, named
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.vocabulary.patterns import pattern

EARLY = 200  # who issues a brief introduces themselves before long
TOP = 12
ADDRESS = re.compile(r"\s*<[^<>]*>|\s*\(?[\w.+-]+@[\w.-]+\)?")
SENTENCE = re.compile(r",\s")
# A body as it stands before its verb, behind whatever leads to it.
TITLED = re.compile(r"(?i:the|die|der|das|le|la|les|el|los|de|het)\s(?=[A-ZÀ-Þ])")
BODY_ABOVE = "it stands at the top of the brief; nothing says that it issues it"
SENDER = "it is who sent the e-mail"
SEVERAL = "several are named"


def issuer(pieces: Sequence[Piece]) -> Fact | None:
    """Tell who issues it: a label's, else who "hereby issues" or "is seeking", else "we are".

    A name at the top, or the sender of an e-mail, is unsure.
    """
    given = list(labelled(pieces, "issuer"))
    if given:
        same = {each.text.casefold() for each in given if each.label == given[0].label}
        return fact("issuer", given[0], given[1:], reason=SEVERAL if len(same) > 1 else "")
    announced = next(_announcing(pieces), None)
    if announced:
        return fact("issuer", _in_full(announced, pieces))
    above = next(_above(pieces), None)
    if above:
        said = sum(above.text.casefold() in piece.text.casefold() for piece in pieces)
        return fact("issuer", above, reason="" if said > 2 else BODY_ABOVE)
    for each in labelled(pieces, "sent_by"):
        name = ADDRESS.sub("", each.text).strip(" ,\"'")
        if name:
            return fact("issuer", Named(name, each.quote), reason=SENDER)
    return None


def _in_full(short: Named, pieces: Sequence[Piece]) -> Named:
    """The full name where a short one ("the County") is announced and another piece has it."""
    if " " in short.text:
        return short
    full = re.compile(
        rf"(?!The\s)(?:[A-ZÀ-Þ][\w&'’-]{{1,30}}\s(?:(?:of|the|and|for)\s){{0,2}}){{1,5}}{re.escape(short.text)}\b"
        rf"|{re.escape(short.text)}\s(?:of|for)\s(?:the\s)?(?:[A-ZÀ-Þ][\w&'’-]{{1,30}}\s?){{1,4}}"
    )
    for piece in pieces[:EARLY]:
        match = full.search(piece.text)
        if match:
            return named(piece, *match.span()) or short
    return short


def _announcing(pieces: Sequence[Piece]) -> Iterator[Named]:
    announces, we_are = pattern("identity", "announces"), pattern("identity", "we_are")
    pronouns, leading = pattern("identity", "pronouns"), pattern("identity", "leading")
    for piece in pieces[:EARLY]:
        if piece.kind not in {"sentence", "item"}:
            continue
        match = announces.match(piece.text)
        if match:
            at = match.start(match.lastindex or 0)
            parts = SENTENCE.split(match[match.lastindex or 0])
            titled = any(TITLED.match(part) for part in parts[1:]) and not TITLED.match(parts[0])
            for index, part in enumerate(parts):
                words = re.sub(
                    r"^(?:the|der|die|das|le|la|les|l['’]|el|los|de|het)\s*", "", part, flags=re.I
                )
                start = at + len(part) - len(words)
                at += len(part) + 2
                if index == 0 and titled:
                    continue  # "Having regard to the above, the Council invites"
                if (
                    not leading.fullmatch(part)
                    and not pronouns.fullmatch(words.split()[0] if words else "")
                    and words[:1].isupper()
                ):
                    found = named(piece, start, start + len(words))
                    if found and len(found.text) > 1 and len(found.text.split()) <= 14:
                        yield found
                        break
        introduced = we_are.search(piece.text)
        if introduced:
            found = named(piece, *introduced.span(introduced.lastindex or 0))
            if found:
                yield found


def _above(pieces: Sequence[Piece]) -> Iterator[Named]:
    """A body that is named at the top: as a heading, or in the line below the title."""
    bodies = pattern("identity", "body")
    for piece in pieces[:TOP]:
        if piece.kind == "cell" or piece.label:
            continue
        first = re.split(r"[,.;]\s", piece.text)[0]
        words = re.findall(r"[^\W\d_]+", first)
        if not 1 < len(words) <= 8 or pattern("identity", "generic").search(first):
            continue
        if any(pattern("identity", "pronouns").fullmatch(word) for word in words):
            continue  # "If you can't work with recycled board": a clause, and no name
        named_as = any(bodies.fullmatch(word) for word in words) and words[0][:1].isupper()
        if named_as and not re.search(r"\b(?:is|are|has|will|must)\b", first):
            found = named(piece, 0, len(first))
            if found and piece.kind == "heading" and len(words) > 5:
                continue
            if found:
                yield found
