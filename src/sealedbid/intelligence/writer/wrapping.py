"""Lines that an editor has wrapped: a sentence goes on over such an end of a line."""

from __future__ import annotations

import re
from itertools import pairwise

LONG = 0.6  # share of the longest line from where on a line is as long as a wrapped one
FEWEST = 40  # characters of a line that an editor has wrapped
_NEW = re.compile(r"\s*(?:[#|<>]|```|~~~|!\[|---|===|\[\^|[-*+]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)")
_ENDED = re.compile(r"(?:[.!?…:;][\"'”’»)\]]{0,3}| {2}|\\)$")
_LOWER = re.compile(r"\s*[a-zß-öø-ÿ(]")


def unwrapped(text: str) -> str:
    """Return the text, as long as it was, with a space where a line was wrapped.

    A line goes on if it ends no sentence and the next one begins small, or begins nothing new and
    the line is about as long as the others: an address or a list of words stays as it is.
    """
    lines = text.split("\n")
    least = max(FEWEST, LONG * max(map(len, lines)))
    joined = lines[0]
    for before, line in pairwise(lines):
        is_open = before.strip() and line.strip() and not _ENDED.search(before)
        goes_on = is_open and not _NEW.match(line) and not before.lstrip().startswith(("#", "|"))
        is_wrapped = len(before) >= least or _LOWER.match(line)
        joined += f"{' ' if goes_on and is_wrapped else chr(10)}{line}"
    return joined
