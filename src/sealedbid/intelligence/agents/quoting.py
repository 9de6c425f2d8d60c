"""Quotes of models, found word for word in a text."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.vocabulary.folding import DASHES, QUOTES, UNSEEN

LEAST: Final = 3
"""Letters and digits of a quote: a shorter one stands everywhere, and says nothing."""
LONGEST: Final = 800
"""Characters of a quote."""
_DOUBLE = "“”„‟«»"
_SIGNS: Final = {
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, QUOTES), "'"),
    **dict.fromkeys(map(ord, _DOUBLE), '"'),
}
# Marks of Markdown, which a model leaves out.
_MARKS: Final = frozenset("*`\\")


class Folded:
    """A text in which quotes are looked for.

    White space is folded, and so are the forms of dashes and of quotation marks; letters and digits
    are compared as they are.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self._places = _fold(text)

    def find(
        self, quote: str, start: int = 0, end: int | None = None, *, least: int = LEAST
    ) -> Span | None:
        """The first place of a quote in ``text[start:end]``; None if it is not there as a whole.

        A quote ends where words end: "1" is not in "10". ``least`` are its letters and digits.
        """
        if len(quote) > LONGEST:
            return None
        for words in dict.fromkeys((quote, quote.strip("\"' “”„«»‘’"))):
            wanted = _fold(words)[0].strip()
            if sum(map(str.isalnum, wanted)) < least:
                continue
            place = self._find(wanted, start, len(self.text) if end is None else end)
            if place is not None:
                return place
        return None

    def _find(self, wanted: str, start: int, end: int) -> Span | None:
        low, high = bisect_left(self._places, start), bisect_left(self._places, end)
        at = self.folded.find(wanted, low, high)
        while at >= 0:
            stop = at + len(wanted)
            if not _splits(self.folded, at) and not _splits(self.folded, stop):
                first, last = self._places[at], self._places[stop - 1] + 1
                return Span(start=first, end=last, text=self.text[first:last])
            at = self.folded.find(wanted, at + 1, high)
        return None


def _splits(text: str, at: int) -> bool:
    """True if a word goes on over this place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _fold(text: str) -> tuple[str, list[int]]:
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign in _MARKS or UNSEEN.match(sign):
            continue
        if sign.isspace():
            if not signs or signs[-1] == " ":
                continue
            sign = " "
        signs.append(_SIGNS.get(ord(sign), sign))
        places.append(place)
    return "".join(signs), places
