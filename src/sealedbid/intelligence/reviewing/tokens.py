"""Figures, addresses and names: what rows, headings and computed text are checked for."""

from __future__ import annotations

import re

from sealedbid.content.models import Service
from sealedbid.intelligence.models import Match

_FIGURE = re.compile(r"\d[\d.,:/%-]*")
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+")
# Two and more capitalised words in a row: the name of somebody or something.
_NAME = re.compile(r"\b[A-Z][\w'&-]+(?: [A-Z][\w'&-]+)+")


def names(text: str) -> list[str]:
    """List the names of a text: two and more capitalised words in a row."""
    plain = " ".join(text.split())
    return [match[0] for match in _NAME.finditer(plain)]


def tokens(text: str) -> list[str]:
    """List the figures, addresses and names of a text."""
    plain = " ".join(text.split())
    found = [match[0].rstrip(".,:-/") for match in _FIGURE.finditer(plain)]
    found += [match[0].rstrip(".,)") for match in _ADDRESS.finditer(plain)]
    return found + names(plain)


class Known:
    """Everything that the sources of a draft say, to look words up in."""

    def __init__(
        self,
        texts: list[str],
        passages: list[Match],
        offers: list[Service],
    ) -> None:
        said = [*texts]
        said += [f"{m.source_title} {m.heading} {m.content_text}" for m in passages]
        said += [f"{o.name} {o.description}" for o in offers]
        known = " ".join(" ".join(said).split())
        self._known = f"{known} {_without_marks(known)}"
        self._upper = self._known.upper()

    def missing(self, text: str, *, computed: bool) -> list[str]:
        """The names, and unless code computed the text the figures too, that are in no source."""
        found = names(text) if computed else tokens(text)
        return [one for one in found if one not in self._known and one.upper() not in self._upper]


def _without_marks(text: str) -> str:
    return re.sub(r"\*\*|__|`", "", text)
