"""A letter as plain text."""

from __future__ import annotations

import textwrap
from typing import Final

from sealedbid.mail.models import Letter

WIDTH: Final = 72  # characters a line; an address in a line of its own is never broken


def to_plain(letter: Letter) -> str:
    """Write the text: the same words as the page, with the link's address in place of a button."""
    parts = [letter.greeting, *letter.paragraphs]
    if letter.facts:
        parts.append("\n".join(f"{fact.label}: {fact.text}" for fact in letter.facts))
    if letter.link:
        parts.append(f"{letter.button}:\n{letter.link}")
    if letter.code:
        parts.append(f"{letter.code_words}\n\n    {letter.code}")
    parts += [letter.until, f"{letter.not_you_words} {letter.not_you}".strip(), letter.closing]
    written = "\n\n".join(_wrapped(part) for part in parts if part)
    return f"{written}\n\n-- \n{_wrapped(letter.footer)}\n"


def _wrapped(part: str) -> str:
    lines = part.split("\n")
    return "\n".join(
        line
        if "://" in line or line.startswith("    ")
        else textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in lines
    )
