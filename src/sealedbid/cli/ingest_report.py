"""Sentences about the outcome of `ingest`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from sealedbid.cli.files.finding import HIDDEN, SkippedFile
from sealedbid.intelligence.errors import printable
from sealedbid.intelligence.models import KnowledgeSource
from sealedbid.usecases.knowledge import Gone, Learned
from sealedbid.usecases.knowledge.models import Outcome

MOST_NAMES = 10  # in one sentence
OUTCOMES: dict[Outcome, str] = {
    "added": "added",
    "changed": "changed",
    "moved": "moved",
    "copied": "with the text of another file",
    "unchanged": "unchanged",
}


def summary(learned: Sequence[Learned], failed: Sequence[str]) -> str:
    """Return one sentence with the outcomes and their numbers; passages are the new ones."""
    counts = Counter(one.outcome for one in learned)
    words = [f"{counts[key]} {word}" for key, word in OUTCOMES.items() if counts[key]]
    words += [f"{len(failed)} not read"] if failed else []
    new = [one.passages for one in learned if one.outcome in {"added", "changed", "moved"}]
    passages = f"; {counted(sum(new), 'passage')}" if new else ""
    return f"{', '.join(words) or 'Nothing to read'}{passages}."


def remarks(learned: Sequence[Learned], today: date) -> Iterator[str]:
    """Say what a person should know of single files: no passages, moved, copied, to be reviewed."""
    for one in learned:
        if one.remark and one.outcome != "copied":
            yield f"{one.origin}: 0 passages: {one.remark}."
        if one.outcome == "moved":
            yield f"{one.origin}: moved from {one.other}."
    copies = [f"{one.origin} (as {one.other})" for one in learned if one.outcome == "copied"]
    if copies:
        yield f"The same text is known by another file and is stored once: {names(copies)}."
    past = [
        f"{one.origin} ({day(one.review.by)})"
        for one in learned
        if one.review.by and one.review.by < today and one.outcome != "copied"
    ]
    if past:
        yield f"Past the review date, read again before they are quoted: {names(past)}."
    for one in learned:
        if one.review.unread:
            yield (
                f"{one.origin}: “{one.review.unread}” is no certain review date: write it as "
                "2027-01-31."
            )


def left_out(skipped: Sequence[SkippedFile]) -> Iterator[str]:
    """Count what was left out, by reason, and name it unless it is hidden."""
    by_reason: dict[str, list[str]] = {}
    for one in skipped:
        by_reason.setdefault(one.reason, []).append(printable(Path(one.path.name)))
    for reason, found in by_reason.items():
        which = "" if reason == HIDDEN else f" ({names(found)})"
        yield f"Left out: {len(found)}, {reason.rstrip('.')}{which}."


def gone_sentences(gone: Gone, folder: str, *, is_pruning: bool) -> Iterator[str]:
    """Say which known files are gone from a folder, and how they are forgotten."""
    if gone.unread:
        yield f"Known as before, since they were not read now: {names(origins(gone.unread))}."
    if gone.sources and not is_pruning:
        yield (
            f"Gone from {folder}, and still known: {names(origins(gone.sources))}. Ingest again "
            "with --prune to forget them."
        )
    if gone.elsewhere and not is_pruning:
        yield (
            f"Not in this folder, and brought by one of the same name at another place: "
            f"{names(origins(gone.elsewhere))}. They stay known. If that folder was moved here, "
            "--prune --elsewhere forgets them; if it is another one, give each its own --origin."
        )


def origins(sources: Iterable[KnowledgeSource]) -> list[str]:
    """List the origins of sources."""
    return [source.origin or source.title for source in sources]


def names(found: Sequence[str]) -> str:
    """List the first of the names, and count the others."""
    others = len(found) - MOST_NAMES
    rest = [f"and {others} more"] if others > 0 else []
    return ", ".join([*found[:MOST_NAMES], *rest])


def counted(number: int, noun: str) -> str:
    """Write a number of things: 1 passage, 1,204 passages."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(when: date) -> str:
    """Write a day as people do: 1 October 2026."""
    return f"{when.day} {when:%B %Y}"
