"""SQL without what does not matter: comments, white space, the order of columns."""

from __future__ import annotations

import re
from typing import Final

# A literal stays as it is, but for the body of a function, which is one to the server alone.
_TOKEN: Final = re.compile(
    r"(?P<body>\$(?:function|procedure)x*\$)"
    r"|(?P<literal>'(?:[^']|'')*'|\"[^\"]*\"|\$(?P<tag>[A-Za-z_]*)\$.*?\$(?P=tag)\$)"
    r"|(?P<comment>--[^\n]*|/\*.*?\*/)"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_WORD: Final = re.compile(r"[\w.]+|[^\w\s]")
_COLUMNS: Final = re.compile(r"\bUPDATE OF (.+?) ON ")


def plain(text: str) -> str:
    """The text with one space for white space and comments outside of literals."""
    found: list[str] = []
    for token in _TOKEN.finditer(text):
        if token["comment"] or token["space"] or token["body"]:
            if found and found[-1] != " ":
                found.append(" ")
        else:
            found.append(token[0])
    return "".join(found).strip()


def plain_function(name: str, text: str) -> str:
    """A function without comments; one that keeps bounds, as its words without any order."""
    if name.startswith("seal_private.bounds_of_"):
        return " ".join(sorted(_WORD.findall(plain(text))))
    return plain(text)


def plain_trigger(text: str) -> str:
    """A trigger's definition with the columns that it is of in alphabetical order."""
    return _COLUMNS.sub(
        lambda found: f"UPDATE OF {', '.join(sorted(found[1].split(', ')))} ON ", text
    )
