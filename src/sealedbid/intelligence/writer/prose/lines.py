"""Lines in which a model answers: a sentence each, with its ids and its anchor.

    S | K7,B3.6 | Load tests run weekly. | run weekly against a target
    T | - | Three things follow for the design.
    ASK | B3.9 | Are two days of training included?
    P | 3.4

A broken line costs one sentence. Fences, bullets, thoughts and calls of tools are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

LineKind: TypeAlias = Literal["claim", "transition", "ask", "part"]
KINDS: Final[dict[str, LineKind]] = {
    "S": "claim",
    "T": "transition",
    "ASK": "ask",
    "P": "part",
}
LONGEST: Final = 1200  # characters of a line; a sentence has fewer
_ID = re.compile(r"[A-Z]\d{1,5}(?:\.\d{1,4}){0,4}")
_IDS = re.compile(rf"[\[(]?\s*(?:{_ID.pattern})(?:[\s,;+&/\])(\[]+(?:{_ID.pattern}))*\s*[\])]?")
_NONE = frozenset({"", "-", "–", "—", "none", "n/a"})
_BULLET = re.compile(r"^(?:[-*•>]\s+|\d{1,3}[.)]\s+)+")
_NOISE = re.compile(r"^(?:`{3,}\w*|~{3,}\w*|-{3,}|={3,}|</?\w+>|\[/?\w+\])$")
_TOKEN = re.compile(r"<\|[^|>\n]{0,40}\|>|\[/?(?:INST|TOOL_CALLS?)\]")
_QUOTES = " \t\"'“”‘’«»`*…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``ids`` are those that it cites, of a part its own name is the ``text``."""

    kind: LineKind
    ids: tuple[str, ...] = ()
    text: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is none of ours."""

    raw: str


def read_line(raw: str) -> Line | Broken | None:
    """Read one line; None if there is nothing in it."""
    text = _TOKEN.sub("", raw).strip()
    if not text or _NOISE.match(text):
        return None
    if len(text) > LONGEST:
        return Broken(text[:LONGEST])
    bare = _BULLET.sub("", text).strip().strip("`").replace("｜", "|")
    first, *fields = [field.strip() for field in bare.split("|")]
    kind = KINDS.get(first.strip("*_ :").upper())
    if kind is None:
        return Broken(text)
    while fields and not fields[-1]:
        fields.pop()
    if kind == "part":
        if len(fields) > 1:
            return Broken(text)
        return Line("part", text=fields[0].strip(_QUOTES) if fields else "")
    return _said(kind, fields) or Broken(text)


def _said(kind: LineKind, fields: list[str]) -> Line | None:
    """The line of a sentence or a question; None if its fields are not those of one."""
    ids: tuple[str, ...] = ()
    if fields and (_IDS.fullmatch(fields[0]) or fields[0].lower() in _NONE):
        ids = tuple(dict.fromkeys(_ID.findall(fields[0])))
        fields = fields[1:]
    if not fields or len(fields) > 2 or not any(sign.isalpha() for sign in fields[0]):
        return None
    anchor = fields[1].strip(_QUOTES) if len(fields) == 2 else ""
    return Line(kind, ids, fields[0].strip("*_").strip(), "" if anchor in _NONE else anchor)


class Lines:
    """Lines out of the pieces of a stream."""

    def __init__(self) -> None:
        self.open = ""  # the line that has not ended
        self._until = ""  # the end of a thought or a call that is passed over

    def feed(self, piece: str) -> list[Line | Broken]:
        """Take a piece; return the lines that it has ended."""
        self.open += piece
        *ended, self.open = self.open.split("\n")
        return [line for raw in ended if (line := self._read(raw)) is not None]

    def close(self, *, is_whole: bool) -> list[Line | Broken]:
        """Return the last line, if the answer ended by itself: one that was cut is dropped."""
        raw, self.open = self.open, ""
        line = self._read(raw) if is_whole else None
        return [] if line is None else [line]

    def _read(self, raw: str) -> Line | Broken | None:
        raw = self._without_thoughts(raw)
        return read_line(raw)

    def _without_thoughts(self, raw: str) -> str:
        kept = ""
        while raw:
            if self._until:
                _, found, raw = raw.partition(self._until)
                if found:
                    self._until = ""
                continue
            match = _OPENS.search(raw)
            if match is None:
                return kept + raw
            kept += raw[: match.start()]
            self._until = f"</{match[1]}>"
            raw = raw[match.end() :]
        return kept


_OPENS = re.compile(r"<(think|thinking|thought|reasoning|tool_call|tool_calls|function_call|tool)>")
