"""Slots: the model writes a name in braces, and code puts in the value of a row or a fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sealedbid.intelligence.brief import Span
from sealedbid.intelligence.writer.models import Line

_SLOT = re.compile(r"\{\{\s*([A-Za-z][\w.-]{0,80}?)\s*\}\}")
_LEFT = re.compile(r"\{\{|\}\}|\{[a-z]+\.[\w.-]+\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of the offer or the brief, as it is printed, and the rows that it comes from.

    ``says`` tells the model what the slot is for; the value itself it is not told.
    """

    name: str
    says: str
    text: str
    spans: tuple[Span, ...] = ()
    lines: tuple[Line, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The value after what it is: a source by itself."""
        return f"{self.says}: {self.text}"


@dataclass(frozen=True, slots=True)
class FilledText:
    """A sentence with its slots filled, the values in it, and the names that are no slots."""

    text: str
    values: tuple[Value, ...] = ()
    unknown: tuple[str, ...] = ()


def fill(text: str, values: Mapping[str, Value]) -> FilledText:
    """Put the values into the slots; the text of a slot that is none stays as it is."""
    used: dict[str, Value] = {}
    unknown: list[str] = []

    def put(match: re.Match[str]) -> str:
        value = values.get(match[1]) or values.get(match[1].lower())
        if value is None:
            unknown.append(match[1])
            return match[0]
        used[value.name] = value
        return value.text

    done = _SLOT.sub(put, text)
    if not unknown and _LEFT.search(_SLOT.sub("", text)):
        unknown.append("{{…}}")
    return FilledText(done, tuple(used.values()), tuple(unknown))


def without_slots(text: str) -> str:
    """Return the words that the model wrote by itself."""
    return _SLOT.sub(" ", text)
