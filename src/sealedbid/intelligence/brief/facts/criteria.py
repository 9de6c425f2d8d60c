"""Criteria of evaluation with their weights, out of tables, lists and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Weight
from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.values.folding import fold

NUMBER = re.compile(r"(?<![\w.,$€£])(?P<number>\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,]?\d)")
# Between a criterion's name and its weight: "(", ":", "is worth", "counts for".
JOIN = re.compile(
    r"[\s(:=–—-]*(?:\b(?:will|is|are|at|with|counts?|worth|weighted|weighs?|carries|for|up to"
    r"|max(?:imum)?|of|zu|mit|zahlt|a|sur|pour|con|por|un|weegt|telt|voor|de|von|by)\b[\s(:]*){0,4}$",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:and|und|et|y|en|we weigh|we weight|we score|wir gewichten|wir bewerten|the|der|die|das"
    r"|le|la|les|el|los|de|het|criteria|criteria are|kriterien|criteres|criterios)\b[\s:]*"
    r"|^.{0,80}?:\s",
    re.IGNORECASE,
)
GAP = re.compile(r"\s?(?:/\s?\d{1,3}\s?)?")
SECTION = re.compile(
    r"^(?:(?:sec(?:tion)?|part|art)\.?\s)?\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+", re.IGNORECASE
)
UNIT = re.compile(
    r"\s?(?:%|points?|pts?\.?|percent|per cent|punkte|prozent|puntos|punten)\s*$", re.IGNORECASE
)
LONGEST = 90
UNIT_REACH = 14
LEAST = 2
WHOLE = 100
EXAMPLE = re.compile(
    r"\bexample\b|\bbeispiel\b|\bexemple\b|\bejemplo\b|\bvoorbeeld\b|[×÷=]|\bx\s\d"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """A criterion with its weight, where it stands, and whether points or percent are said."""

    name: str
    points: float
    quote: Span
    said: bool


def criteria_of(found: Sequence[Line], language: str) -> tuple[Fact, ...]:
    """The criteria in the text's order; unsure where percents do not add up to a hundred."""
    groups = [
        {(fold(each.name), each.points): each for each in group}
        for reader in (_of_tables, _of_prose, _of_headings)
        for group in reader(found, language)
    ]
    told = [group for group in groups if len(group) >= LEAST]
    unique = next((each for each in told if _whole(each) == WHOLE), told[0] if told else {})
    whole = _whole(unique)
    reason = (
        "" if whole <= WHOLE else f"the weights add up to {whole:g}: some may be parts of others"
    )
    return tuple(
        Fact(
            key=f"criterion.{number}",
            kind="criterion",
            value=Weight(criterion=each.name, points=each.points),
            quote=each.quote,
            sure=not reason,
            reason=reason,
        )
        for number, each in enumerate(unique.values(), 1)
    )


def _whole(group: dict[tuple[str, float], Weighted]) -> float:
    return sum(each.points for each in group.values())


def _of_tables(found: Sequence[Line], language: str) -> Iterable[list[Weighted]]:
    """Rows whose header names criteria and weights, by their tables."""
    groups: dict[int, list[Weighted]] = {}
    columns, total = cue(language, "criteria", "columns"), cue(language, "criteria", "total")
    done: set[tuple[int, int]] = set()
    for line in found:
        piece = line.piece
        if not piece.row or piece.header or (piece.table, piece.line) in done:
            continue
        headers = [fold(header) for header, _ in piece.row]
        cells = [text for _, text in piece.row]
        weights = [
            index for index, header in enumerate(headers)
            if columns.search(header) and NUMBER.fullmatch(_number_in(cells[index]))
        ]  # fmt: skip
        headed = any(columns.search(header) for header in headers[:2]) or cue(
            language, "criteria", "heading"
        ).search(line.heading)
        name = next((text for text in cells if re.search(r"[^\W\d]{3}", text)), "")
        if not weights or not headed or not name or total.match(fold(name).strip()):
            continue
        if piece.text != cells[weights[-1]]:
            continue
        done.add((piece.table, piece.line))
        points = _points(_number_in(cells[weights[-1]]))
        row = Weighted(name=_tidy(name), points=points, quote=piece.span, said=True)
        groups.setdefault(piece.table, []).append(row)
    return groups.values()


def _of_prose(found: Sequence[Line], language: str) -> Iterable[list[Weighted]]:
    """Sentences and items that name weights, by the headings above them."""
    heading, says = cue(language, "criteria", "heading"), cue(language, "criteria", "says")
    unit = cue(language, "criteria", "points")
    groups: dict[tuple[str, ...], list[Weighted]] = {}
    for line in found:
        if NUMBER.search(line.folded) is None:
            continue
        if line.piece.row or line.piece.kind == "heading" or EXAMPLE.search(line.folded):
            continue
        headed = heading.search(line.heading) is not None
        if not headed and not says.search(line.folded):
            continue
        if any(each.value and each.value.unit in {"page", "word"} for each in line.lengths):
            continue
        parts = list(_parts(line, unit))
        said = sum(each.said for each in parts)
        several = len(parts) >= LEAST and said >= (1 if headed else LEAST)
        single = len(parts) == 1 and said and headed and len(line.folded) <= LONGEST
        if several or single:
            groups.setdefault(line.piece.headings, []).extend(parts)
    return groups.values()


def _of_headings(found: Sequence[Line], language: str) -> Iterable[list[Weighted]]:
    """Headings that end in a weight, by the heading above: "5.02 Management approach (5%)"."""
    groups: dict[tuple[int, tuple[str, ...]], list[Weighted]] = {}
    unit = cue(language, "criteria", "points")
    for line in found:
        titled = line.piece.kind == "heading" or line.piece.stressed
        if titled and len(line.folded) <= LONGEST and not EXAMPLE.search(line.folded):
            parts = [each for each in _parts(line, unit) if each.said]
            if len(parts) == 1:
                place = (line.piece.level, line.piece.headings[: max(line.piece.level - 1, 1)])
                groups.setdefault(place, []).extend(parts)
    return groups.values()


def _parts(line: Line, unit: re.Pattern[str]) -> Iterator[Weighted]:
    """Each name before a number, up to the number before it."""
    text, at = line.piece.text, 0
    for match in NUMBER.finditer(text):
        between = text[at : match.start()]
        join = JOIN.search(between)
        name = between[: join.start()] if join else between
        gap = GAP.match(line.folded, match.end())
        at_unit = gap.end() if gap else match.end()
        behind = unit.match(line.folded[at_unit : at_unit + UNIT_REACH])
        tidy = _tidy(name)
        if re.search(r"[^\W\d]{3}", tidy) and len(tidy) <= LONGEST:
            end = at_unit + behind.end() if behind else match.end()
            start = at + between.find(tidy[:1])
            yield Weighted(
                name=tidy,
                points=_points(match["number"]),
                quote=line.span(start, len(text[:end].rstrip(" .,;)"))),
                said=behind is not None,
            )
            at = end
        else:
            at = match.end()


def _tidy(name: str) -> str:
    """A criterion's name without the words that lead to it."""
    words = SECTION.sub("", name.strip(" \t\n,;.:()–—-|*"))
    while (match := LEAD.match(words)) and match.end():
        words = words[match.end() :].strip(" ,;:()–—-")
    return words


def _number_in(cell: str) -> str:
    return UNIT.sub("", cell.strip())


def _points(words: str) -> float:
    return float(words.replace(",", "."))
