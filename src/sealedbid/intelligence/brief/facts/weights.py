"""Names with weights in a line: 'personnel 25, similar experience 20'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.models import Span

NUMBER = re.compile(r"(?<![\w.,$€£])(?P<number>\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,]?\d)")
# Between a criterion's name and its weight: "(", ":", "is worth", "counts for".
JOIN = re.compile(
    r"[\s(:=–—-]*(?:\b(?:will|is|are|at|with|counts?|worth|weighted|weighs?|carries|for|up to"
    r"|max(?:imum)?|of|zu|mit|zahlt|a|sur|pour|con|por|un|weegt|telt|voor|de|von|by)\b[\s(:]*){0,4}$",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:and|und|et|y|en|we weigh|we weight|we score|wir gewichten|wir bewerten|the|der|die|das"
    r"|den|dem|le|la|les|el|los|de|het|criteria|criteria are|kriterien|criteres|criterios)\b[\s:]*"
    r"|^.{0,80}?:\s",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?<![\w.,$€£])(?P<number>\d{1,3})(?P<unit>\s?(?:%|[^\W\d_]{2,8}\.?))?"
    r"\s(?:for|on|für|auf|pour|para|por|voor)\s(?P<name>[^\d,;.()]{3,80}?)"
    r"(?=\s?(?:[,;.)]|$|\s(?:and|und|et|y|en)\s(?:the\s)?\d))",
    re.IGNORECASE,
)
GAP = re.compile(r"\s?(?:/\s?\d{1,3}\s?)?")
SECTION = re.compile(
    r"^(?:(?:sec(?:tion)?|part|art)\.?\s)?\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+", re.IGNORECASE
)
LONGEST = 90
UNIT_REACH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """A criterion with its weight, where it stands, and whether points or percent are said."""

    name: str
    points: float
    quote: Span
    said: bool


def weights_in(line: Line, unit: re.Pattern[str]) -> Iterator[Weighted]:
    """Each name before a number, up to the number before it."""
    text, at = line.piece.text, 0
    for match in NUMBER.finditer(text):
        between = text[at : match.start()]
        join = JOIN.search(between)
        name = between[: join.start()] if join else between
        gap = GAP.match(line.folded, match.end())
        at_unit = gap.end() if gap else match.end()
        behind = unit.match(line.folded[at_unit : at_unit + UNIT_REACH])
        tidy = tidied(name)
        if re.search(r"[^\W\d]{3}", tidy) and len(tidy) <= LONGEST:
            end = at_unit + behind.end() if behind else match.end()
            start = at + between.find(tidy[:1])
            yield Weighted(
                name=tidy,
                points=points_of(match["number"]),
                quote=line.span(start, len(text[:end].rstrip(" .,;)"))),
                said=behind is not None,
            )
            at = end
        else:
            at = match.end()


def weights_before(line: Line, unit: re.Pattern[str]) -> Iterator[Weighted]:
    """Each name behind a number: "40 for methodology, 30 points for the team"."""
    text = line.piece.text
    for match in BEFORE.finditer(text):
        said = unit.match(match["unit"].lstrip()) is not None if match["unit"] else False
        name = tidied(match["name"])
        if re.search(r"[^\W\d]{3}", name) and len(name) <= LONGEST:
            yield Weighted(
                name=name,
                points=points_of(match["number"]),
                quote=line.span(match.start(), match.start("name") + len(match["name"].rstrip())),
                said=said,
            )


def tidied(name: str) -> str:
    """A criterion's name without the words that lead to it."""
    words = SECTION.sub("", name.strip(" \t\n,;.:()–—-|*"))
    while (match := LEAD.match(words)) and match.end():
        words = words[match.end() :].strip(" ,;:()–—-")
    return words


def points_of(words: str) -> float:
    """The points that digits write."""
    return float(words.replace(",", "."))
