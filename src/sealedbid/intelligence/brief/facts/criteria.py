"""Criteria of evaluation with their weights, out of tables, lists, sentences and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Weight
from sealedbid.intelligence.brief.facts.weights import (
    LONGEST,
    NUMBER,
    Weighted,
    points_of,
    tidied,
    weights_before,
    weights_in,
)
from sealedbid.intelligence.vocabulary.folding import fold

UNIT = re.compile(
    r"\s?(?:%|points?|pts?\.?|percent|per cent|punkte|prozent|puntos|punten)\s*$", re.IGNORECASE
)
LEAST = 2
WHOLE = 100
EXAMPLE = re.compile(
    r"\bexample\b|\bbeispiel\b|\bexemple\b|\bejemplo\b|\bvoorbeeld\b|[×÷=]|\bx\s\d"
)


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
        points = points_of(_number_in(cells[weights[-1]]))
        row = Weighted(name=tidied(name), points=points, quote=piece.span, said=True)
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
        turned = list(weights_before(line, unit))
        if len(turned) >= LEAST and sum(each.points for each in turned) == WHOLE:
            groups.setdefault(line.piece.headings, []).extend(turned)
            continue
        parts = list(weights_in(line, unit))
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
            parts = [each for each in weights_in(line, unit) if each.said]
            if len(parts) == 1:
                place = (line.piece.level, line.piece.headings[: max(line.piece.level - 1, 1)])
                groups.setdefault(place, []).extend(parts)
    return groups.values()


def _number_in(cell: str) -> str:
    return UNIT.sub("", cell.strip())
