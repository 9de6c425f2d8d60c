"""The author's part about sentences: those to check, and each with the passage that it cites."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.export.escaping import inline
from sealedbid.intelligence.export.making import BY_MODEL
from sealedbid.intelligence.export.verdicts import (
    counted,
    reasons_of,
    source_of,
    verdict_of,
    without_sources,
)
from sealedbid.intelligence.models import Citation
from sealedbid.intelligence.presenting import Presented, SentenceShown
from sealedbid.intelligence.shortening import plural


def sentences_to_check(shown: Presented) -> Iterator[str]:
    """Yield every open sentence with its reasons, its passages and the commands; or nothing."""
    is_open = [one for one in shown.sentences if one.is_open]
    if not is_open:
        return
    at = shown.proposal.id
    unsupported = sum(one.holds_back for one in is_open)
    yield f"## {plural(len(is_open), 'sentence')} to check"
    if unsupported:
        yield (
            f"Nothing supports {unsupported} of them: the proposal is not ready until you rewrite "
            "each, add a source, answer for it or take it out. A weak sentence holds nothing back."
        )
    else:
        yield "None of them holds the proposal back; their passages say less than they do."
    yield "\n".join(
        f"- {deed}: `sealedbid proposals {command}`"
        for deed, command in (
            ("Rewrite", f"rewrite {at} NUMBER TEXT"),
            ("Add a source", f"cite {at} NUMBER"),
            ("Answer for it", f"vouch {at} NUMBER"),
            ("Take it out", f"take-out {at} NUMBER"),
        )
    )
    yield "\n".join(line for one in is_open for line in _to_check(one))


def doubted(shown: Presented) -> Iterator[str]:
    """Yield the sentences of people that what they cite does not say; or nothing."""
    found = [one for one in shown.sentences if one.is_doubted]
    if found:
        yield f"## {plural(len(found), 'sentence')} in people's own words"
        yield "What they cite does not say them. They hold nothing back: a person answers for them."
        yield "\n".join(line for one in found for line in _to_check(one))


def each_with_its_source(shown: Presented) -> Iterator[str]:
    """Yield a table of all sentences of a draft by a model; nothing for another writer's."""
    is_by_model = (shown.document.composed_by or "").startswith(BY_MODEL)
    if not (shown.sentences and is_by_model):
        return
    yield "## Each sentence and its source"
    yield counted(shown.sentences)
    yield "\n".join(
        ["| No. | Sentence | Verdict | Source |", "|---:|---|---|---|"]
        + [_row(one) for one in shown.sentences]
    )


def _to_check(one: SentenceShown) -> Iterator[str]:
    yield f"- **{one.sentence.position}** *{inline(verdict_of(one))}:* {inline(one.text)}"
    for reason in reasons_of(one):
        yield f"  - {inline(reason)}"
    for said in _sources(one):
        yield f"  - {said}"


def _row(one: SentenceShown) -> str:
    verdict = inline(verdict_of(one))
    sources = " · ".join(_sources(one))
    return f"| {one.sentence.position} | {inline(one.text)} | {verdict} | {sources} |"


def _sources(one: SentenceShown) -> list[str]:
    if nothing := without_sources(one):
        return [nothing]
    return [
        *(_passage(passage) for passage in one.passages),
        *(
            f"Your answer to {inline(key)}: “{inline(answer)}”"
            for key, answer in one.answers.items()
        ),
    ]


def _passage(passage: Citation) -> str:
    return f"{inline(source_of(passage))}: “{inline(passage.quote)}”"
