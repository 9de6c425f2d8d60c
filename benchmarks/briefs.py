"""The share of briefs that is read rightly: per kind of fact, and requirements by their keys."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rich import box
from rich.console import Console
from rich.table import Table
from tests.intelligence import keys
from tests.intelligence.brief.facts.cases import Case, cases
from tests.intelligence.brief.facts.wording import judged, of_kind, worded

from sealedbid.intelligence.brief import Brief, read_brief

TODAY = date(2026, 11, 26)  # the day that the cases are read on
KEYS = ("usfs-epermit-rfq", "alaska-dhss-search-unification")
VERDICTS = ("right and sure", "unsure, with the right one", "missed", "wrong but sure")
AIMED = ("deadline", "budget")
RIGHT_AT_LEAST, MISSED_AT_MOST = 0.8, 0.1
RECALL, PRECISION = 0.95, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One fact of one case, and how it was read."""

    case: str
    kind: str
    verdict: str


def main() -> int:
    """Read all briefs and print the tables. Exit code 1 if an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.briefs", description=__doc__)
    parser.add_argument("--all", action="store_true", help="name each fact that is not right")
    options = parser.parse_args()
    console = Console(highlight=False)
    start = time.perf_counter()
    read = [(case, read_brief(case.text, today=TODAY)) for case in cases()]
    seconds = time.perf_counter() - start
    size = sum(len(case.text) for case, _ in read)
    found = [each for case, brief in read for each in judge(case, brief)]
    console.print(f"\n[bold]{len(read)} briefs[/], {size / 1000:,.0f} KB, {seconds:.2f} s")
    console.print(_table(found))
    for each in found:
        if each.verdict == VERDICTS[3] or (options.all and each.verdict != VERDICTS[0]):
            console.print(f"  {each.verdict}: {each.kind}, {each.case}", markup=False)
    kept = _print_requirements(console)
    return 0 if kept and not missed_aims(found) else 1


def judge(case: Case, brief: Brief) -> Iterator[Judged]:
    """Compare a reading with its case; a fact that must not be there is wrong if it is sure."""
    for kind, expected in case.facts.items():
        verdict = judged(expected, of_kind(brief.facts, kind))
        yield Judged(case=case.name, kind=kind, verdict=_verdict(verdict, expected))
    for kind in sorted(case.absent):
        if any(fact.kind == kind and fact.sure for fact in brief.facts):
            yield Judged(case=case.name, kind=kind, verdict=VERDICTS[3])
    if case.criteria is not None:
        weights = [fact for fact in brief.facts if fact.kind == "criterion"]
        right = [worded(fact.value) for fact in weights] == list(case.criteria)
        sure = bool(weights) and all(fact.sure for fact in weights)
        verdict = VERDICTS[0] if right and sure else VERDICTS[3] if sure else VERDICTS[2]
        yield Judged(case=case.name, kind="criteria", verdict=verdict)


def missed_aims(found: list[Judged]) -> list[str]:
    """The aims for deadlines and budgets that are not met, in words."""
    missed = []
    for kind in AIMED:
        counts = Counter(each.verdict for each in found if each.kind == kind)
        stated = counts[VERDICTS[0]] + counts[VERDICTS[2]] + counts[VERDICTS[3]]
        if counts[VERDICTS[3]]:
            missed.append(f"{counts[VERDICTS[3]]} times a {kind} is wrong but sure")
        if counts[VERDICTS[0]] < RIGHT_AT_LEAST * stated:
            missed.append(f"a {kind} is too seldom right")
        if counts[VERDICTS[2]] > MISSED_AT_MOST * stated:
            missed.append(f"a {kind} is too often missed")
    return missed


def _verdict(verdict: str, expected: str) -> str:
    """A case that has to be unsure counts as that, not as right and sure."""
    if verdict == "right":
        return VERDICTS[1] if expected.startswith("?") else VERDICTS[0]
    return VERDICTS[3] if verdict == "wrong" else verdict


def _table(found: list[Judged]) -> Table:
    table = Table("fact", "stated", *VERDICTS, box=box.SIMPLE_HEAD)
    for kind in dict.fromkeys(each.kind for each in found):
        counts = Counter(each.verdict for each in found if each.kind == kind)
        table.add_row(kind, str(counts.total()), *(str(counts[verdict]) for verdict in VERDICTS))
    counts = Counter(each.verdict for each in found)
    table.add_row("all", str(counts.total()), *(str(counts[verdict]) for verdict in VERDICTS))
    return table


def _print_requirements(console: Console) -> bool:
    """Print recall and precision of mandatory requirements; False if an aim is missed."""
    table = Table("mandatory requirements", "in the key", "recall", "precision", "s",
                  box=box.SIMPLE_HEAD)  # fmt: skip
    kept = True
    for name in KEYS:
        key = keys.find(name)
        if key is None:
            console.print(f"{name}: the document is not here", style="dim")
            continue
        start = time.perf_counter()
        brief = read_brief(key.source, today=TODAY)
        seconds = time.perf_counter() - start
        score = keys.scored(key, brief.requirements)
        kept = kept and score.recall >= RECALL and score.precision >= PRECISION
        table.add_row(name, str(len(key.requirements)), f"{score.recall:.3f}",
                      f"{score.precision:.3f}", f"{seconds:.2f}")  # fmt: skip
    console.print(table)
    return kept


if __name__ == "__main__":
    sys.exit(main())
