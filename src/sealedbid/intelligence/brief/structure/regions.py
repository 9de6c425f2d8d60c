"""The regions of a text: prose, tables, fields of front matter and of e-mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.structure.lines import Lines
from sealedbid.intelligence.brief.structure.mail import Mail, field
from sealedbid.intelligence.brief.structure.models import Speaker

RegionKind: TypeAlias = Literal["text", "fields", "html", "pipes", "tabs"]

FENCE = re.compile(r"\s{0,3}(?:-{3}|\.{3})\s*")
KEY = re.compile(r"[A-Za-zÀ-ÿ][\w .À-ÿ-]{0,40}:(?:\s|$)")
RULE = re.compile(r"\s*(?:>\s?)*[|+]?\s*:?[-=]+:?\s*(?:[|+]\s*:?[-=]*:?\s*)*")
PREFIX = re.compile(r"\s*(?:>\s?){0,5}\s*")
OPEN_TABLE = re.compile(r"<table\b", re.IGNORECASE)
CLOSE_TABLE = re.compile(r"</table\s*>", re.IGNORECASE)
LISTED = re.compile(r"#{1,6}\s|[-*+•]\s|\(?\w{1,4}[.)]\s")
TABBED = re.compile(r"\S[^\t]*\t[ \t]*\S")
MOST_FIELDS = 60  # lines of front matter
MOST_ROWS = 5000  # lines of a table in HTML


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Lines of one kind by their numbers, in order; those between them are left out."""

    kind: RegionKind
    lines: tuple[int, ...]
    speaker: Speaker = "client"


def regions(found: Lines, dropped: frozenset[int], mail: Mail) -> Iterator[Region]:
    """The regions of a text in its order, without the lines ``dropped``."""
    kept = [number for number in range(len(found)) if number not in dropped]
    at = _front_matter(found, kept)
    if at:
        yield Region(kind="fields", lines=tuple(kept[1 : at - 1]))
    begin = at
    while at < len(kept):
        kind, stop = _special(found, kept, at, mail)
        turns = at > begin and mail.speaker(kept[at]) != mail.speaker(kept[at - 1])
        if (kind != "text" or turns) and begin < at:
            yield _text(kept, begin, at, mail)
            begin = at
        if kind != "text":
            yield Region(kind=kind, lines=tuple(kept[at:stop]), speaker=mail.speaker(kept[at]))
            begin = stop
        at = stop
    if begin < len(kept):
        yield _text(kept, begin, len(kept), mail)


def _text(kept: list[int], begin: int, end: int, mail: Mail) -> Region:
    return Region(kind="text", lines=tuple(kept[begin:end]), speaker=mail.speaker(kept[begin]))


def _front_matter(found: Lines, kept: list[int]) -> int:
    """Count how many lines a text's front matter takes, its two fences included; 0 for none."""
    if not kept or kept[0] != 0 or FENCE.fullmatch(found.text(0).lstrip("\ufeff")) is None:
        return 0
    for index in range(1, min(len(kept), MOST_FIELDS)):
        line = found.text(kept[index])
        if FENCE.fullmatch(line):
            return index + 1 if index > 1 and KEY.match(found.text(kept[1])) else 0
        if line.strip() and line[:1] not in " \t-#" and KEY.match(line) is None:
            return 0
    return 0


def _special(found: Lines, kept: list[int], at: int, mail: Mail) -> tuple[RegionKind, int]:
    """The kind of what begins at a line, and where it ends; prose ends with its line."""
    line = found.text(kept[at])
    if kept[at] in mail.fields:
        stop = at + 1
        while stop < len(kept) and kept[stop] in mail.fields:
            stop += 1
        return "fields", stop
    if "<" in line and OPEN_TABLE.search(line):
        return "html", _end_of_html(found, kept, at)
    if "|" in line:
        stop = _end_of_pipes(found, kept, at)
        if stop > at:
            return "pipes", stop
    elif "\t" in line and TABBED.search(line):
        stop = at + 1
        tabs = _tabs(line)
        while tabs and stop < len(kept) and _tabs(found.text(kept[stop])) == tabs:
            stop += 1
        if stop > at + 1:
            return "tabs", stop
    return "text", at + 1


def _tabs(line: str) -> int:
    """The number of columns that tabs part; 0 where a line is indented by one."""
    if line[:1].isspace() or LISTED.match(line) or field().match(line):
        return 0
    parts = [part for part in re.split(r"\t+", line.strip()) if part.strip()]
    return len(parts) if len(parts) > 1 else 0


def _end_of_html(found: Lines, kept: list[int], at: int) -> int:
    depth = 0
    for index in range(at, min(len(kept), at + MOST_ROWS)):
        line = found.text(kept[index])
        depth += len(OPEN_TABLE.findall(line)) - len(CLOSE_TABLE.findall(line))
        if depth <= 0:
            return index + 1
    return min(len(kept), at + MOST_ROWS)


def _end_of_pipes(found: Lines, kept: list[int], at: int) -> int:
    """Find where a table of pipes ends that begins at a line; the same where none does.

    It has a rule under its first row, or two rows that begin with a pipe, or three with as many.
    """
    stop, ruled, framed = at, False, True
    counts = set()
    while stop < len(kept):
        line = found.text(kept[stop])
        words = PREFIX.sub("", line, count=1)
        rule = RULE.fullmatch(line) is not None and ("|" in line or "+" in line or stop == at + 1)
        if not rule and "|" not in line:
            break
        ruled = ruled or (rule and stop > at)
        if not rule:
            framed = framed and words.startswith("|") and words.count("|") > 1
            counts.add(words.strip(" \t|").count("|"))
        stop += 1
    rows = stop - at
    if (ruled and rows > 1) or (framed and rows > 1):
        return stop
    return stop if rows > 2 and len(counts) == 1 and min(counts) > 0 else at
