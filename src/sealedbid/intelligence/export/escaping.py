"""Text of others in Markdown, where it stays text."""

from __future__ import annotations

import re

from sealedbid.intelligence.shortening import on_one_line

# What begins emphasis, code, a link, a picture, HTML, an entity, a table's cell or struck text.
_ACTIVE = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
# What begins a heading, a quote, a list, a rule or a fence at a line's beginning.
_OPENS = re.compile(r"^(?:(#{1,6})(?=\s|$)|([-+=])|(\d{1,9})([.)])(?=\s|$))")


def plain(text: str) -> str:
    """Return the text on one line, so that Markdown renders exactly these characters."""
    escaped = _ACTIVE.sub(lambda found: f"\\{found[0]}", on_one_line(text))
    return _OPENS.sub(_opening, escaped)


def inline(text: str) -> str:
    """Return the same for a text that something stands in front of."""
    return _ACTIVE.sub(lambda found: f"\\{found[0]}", on_one_line(text))


def _opening(found: re.Match[str]) -> str:
    if found[3]:
        return f"{found[3]}\\{found[4]}"
    return f"\\{found[0]}"
