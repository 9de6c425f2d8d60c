"""Tell whom to ask, and where the answer goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.identity.labelled import Named, fact, labelled, named
from sealedbid.intelligence.brief.structure.models import Piece

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PERSON = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3}),?\s*[(<\[]\s*(?:mailto:)?$"
)
SEVERAL = "several people or addresses are named"


def contact(pieces: Sequence[Piece]) -> Fact | None:
    """The address that is labelled as the contact's, else the only one; several are unsure."""
    addresses = [each for piece in pieces for each in _addresses(piece)]
    given = [each for each in labelled(pieces, "contact") if len(each.text) <= 160]
    sender = [each for each in labelled(pieces, "sent_by") if "@" in each.text]
    reachable = [each for each in given if EMAIL.search(each.text)]
    if reachable or sender:
        found = [*reachable, *sender]
        different = {_address(each) for each in found}
        return fact("contact", found[0], found[1:], reason=SEVERAL if len(different) > 1 else "")
    if given and not addresses:
        return fact("contact", given[0], given[1:])
    different = {_address(each) for each in addresses}
    if not addresses:
        return None
    return fact(
        "contact", addresses[0], addresses[1:], reason=SEVERAL if len(different) > 1 else ""
    )


def _addresses(piece: Piece) -> list[Named]:
    result = []
    for match in EMAIL.finditer(piece.text):
        before = PERSON.search(piece.text, max(0, match.start() - 80), match.start())
        start = before.start("name") if before else match.start()
        end = match.end() + (
            piece.text[match.end() : match.end() + 1] in {")", ">"} and bool(before)
        )
        found = named(piece, start, end)
        if found:
            result.append(found)
    return result


def _address(found: Named) -> str:
    match = EMAIL.search(found.text)
    return match[0].casefold() if match else found.text.casefold()
