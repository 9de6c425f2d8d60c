"""The share of planted faults that is caught, by kind, and of true sentences that are flagged."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from tests.intelligence.grounding.cases import Sentence, handwritten, held_out
from tests.intelligence.grounding.composed import composed
from tests.intelligence.grounding.demo import prose, quoted, with_faults

from sealedbid.intelligence.models import Verdict

# Kinds that a sentence may not have and be "supported"; one of the first must be "unsupported".
HARD = (
    "number", "money", "currency", "date", "percentage", "unit", "name", "product", "client",
    "certificate", "commitment", "unknown source", "uncited", "placeholder", "negation",
    "similarity",
)  # fmt: skip
CAUGHT_AT_LEAST, FALSE_AT_MOST = 1.0, 0.05
SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A sentence of one corpus, and the verdict on it."""

    corpus: str
    sentence: Sentence
    verdict: Verdict


def main() -> int:
    """Judge all sentences and print the tables. Exit code 1 if an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grounding", description=__doc__)
    parser.add_argument("--all", action="store_true", help="name each sentence that is not right")
    options = parser.parse_args()
    console = Console(highlight=False)
    outcomes: list[Outcome] = []
    for corpus, sentences in CORPORA.items():
        start = time.perf_counter()
        found = list(judge_all(corpus, sentences()))
        outcomes += found
        seconds = time.perf_counter() - start
        console.print(f"{corpus}: {len(found):,} sentences, {seconds:.1f} s", style="dim")
    console.print(faults_table(outcomes))
    console.print(true_table(outcomes))
    wrong = [one for one in outcomes if is_wrong(one)]
    for one in wrong if options.all else wrong[:SHOWN]:
        kind = one.sentence.kind or "true"
        console.print(f"  {kind}, {one.verdict}: {one.sentence.text}", markup=False)
    return 1 if missed_aims(outcomes) else 0


def judge_all(corpus: str, sentences: Iterable[Sentence]) -> Iterator[Outcome]:
    """Judge the sentences of a corpus."""
    for one in sentences:
        yield Outcome(corpus=corpus, sentence=one, verdict=one.judged().verdict)


def is_wrong(one: Outcome) -> bool:
    """True for a true sentence that is flagged, and for a fault that is not."""
    if not one.sentence.kind:
        return one.verdict != "supported"
    if one.sentence.kind in HARD:
        return one.verdict != "unsupported"
    return one.verdict == "supported"


def missed_aims(outcomes: list[Outcome]) -> list[str]:
    """The aims that are not met, in words."""
    missed: list[str] = []
    for kind in HARD:
        of_kind = [one for one in outcomes if one.sentence.kind == kind]
        caught = sum(one.verdict != "supported" for one in of_kind)
        if caught < CAUGHT_AT_LEAST * len(of_kind):
            missed.append(f"{len(of_kind) - caught} of {len(of_kind)} with a false {kind}")
    true = [one for one in outcomes if not one.sentence.kind]
    flagged = sum(one.verdict != "supported" for one in true)
    if flagged > FALSE_AT_MOST * len(true):
        missed.append(f"{flagged} of {len(true)} true sentences are flagged")
    return missed


def faults_table(outcomes: list[Outcome]) -> Table:
    """Planted faults by kind: how many were caught, and how many of these as unsupported."""
    table = Table("fault", "planted", "caught", "share", "unsupported", box=box.SIMPLE_HEAD)
    kinds = dict.fromkeys(one.sentence.kind for one in outcomes if one.sentence.kind)
    for kind in sorted(kinds, key=lambda kind: (kind not in HARD, kind)):
        verdicts = Counter(one.verdict for one in outcomes if one.sentence.kind == kind)
        planted = verdicts.total()
        caught = planted - verdicts["supported"]
        table.add_row(kind, f"{planted:,}", f"{caught:,}", f"{caught / planted:.3f}",
                      f"{verdicts['unsupported']:,}")  # fmt: skip
    return table


def true_table(outcomes: list[Outcome]) -> Table:
    """True sentences by corpus: how many were flagged."""
    table = Table("true sentences", "judged", "weak", "unsupported", "flagged",
                  box=box.SIMPLE_HEAD)  # fmt: skip
    true = [one for one in outcomes if not one.sentence.kind]
    for corpus in [*CORPORA, "all"]:
        verdicts = Counter(one.verdict for one in true if corpus in (one.corpus, "all"))
        judged = verdicts.total()
        flagged = verdicts["weak"] + verdicts["unsupported"]
        table.add_row(corpus, f"{judged:,}", str(verdicts["weak"]), str(verdicts["unsupported"]),
                      f"{flagged / judged:.3f}" if judged else "")  # fmt: skip
    return table


def _with_faults(sentences: Callable[[], Iterable[Sentence]]) -> Iterator[Sentence]:
    for one in sentences():
        yield one
        yield from with_faults(one)


def _in_all_languages() -> Iterator[Sentence]:
    yield from handwritten()
    for one in handwritten():
        if not one.kind and one.language == "en":
            yield from with_faults(one)


CORPORA: dict[str, Callable[[], Iterable[Sentence]]] = {
    "by hand, five languages": _in_all_languages,
    "prose about the demo's pages": lambda: _with_faults(prose),
    "the demo's pages, word for word": lambda: _with_faults(quoted),
    "the composer's drafts": lambda: _with_faults(composed),
    # Each was held out: written before it was judged; docs/reference/brain.md has what was found.
    "other agencies, first set": lambda: held_out("first"),
    "other agencies, second set": lambda: held_out("second"),
    "other agencies, third set": lambda: held_out("third"),
    "other agencies, fourth set": lambda: held_out("fourth"),
}


if __name__ == "__main__":
    sys.exit(main())
