"""Fences around what is retrieved: it is data, whatever it says.

Nothing in it may look like our fence, our lines, our slots or our ids.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.vocabulary.folding import UNSEEN

_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_CITED = re.compile(
    r"[\[(]\s*([A-Z])(\d{1,5}(?:\.\d{1,4}){0,4})\s*[\])]|\bid\s*=\s*\"?([A-Z])(\d+)"
)
_SIGNS: Final = str.maketrans({"<": "‹", ">": "›", "|": "¦"})


def plain(text: str, ids: Collection[str] = ()) -> str:
    """Return the text on one line, with nothing in it that we could take for ours.

    ``ids`` are those in use: where the text has one of them, a space parts it.
    """
    text = _TAG.sub(" ", _COMMENT.sub(" ", UNSEEN.sub("", text)))
    text = on_one_line(text).translate(_SIGNS).replace("{{", "{").replace("}}", "}")
    text = _CITED.sub(lambda found: f"({found[1] or found[3]} {found[2] or found[4]})", text)
    for id in ids:
        if id in text:
            text = re.sub(rf"\b{re.escape(id)}\b", f"{id[0]} {id[1:]}", text)
    return text


def fenced(id: str, page: str, kind: str, text: str) -> str:
    """Return a passage as a model is shown it."""
    title = plain(page).replace('"', "'")
    return f'<p id={id} page="{title}" kind={kind}>{text}</p>'
