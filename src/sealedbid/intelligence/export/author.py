"""The author's document as Markdown: what to answer, check and decide before sending."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.content.author import AskedOfUs, Author, KnownFact, OpenQuestion
from sealedbid.intelligence.export.checking import doubted, each_with_its_source, sentences_to_check
from sealedbid.intelligence.export.escaping import inline
from sealedbid.intelligence.export.making import WITH_A_MODEL, is_composed, made_by
from sealedbid.intelligence.export.verdicts import counted
from sealedbid.intelligence.presenting import Presented
from sealedbid.intelligence.shortening import plural
from sealedbid.platform.errors import ended

LONGEST_LIST = 60  # requirements with their passages; the rest by number alone


def author_of(shown: Presented) -> str:
    """Write the author's document; empty for a proposal that a person wrote."""
    author, at = shown.document.author, str(shown.proposal.id)
    if author is None:
        if not shown.sentences:
            return ""
        author = Author()
    parts = [
        f"# For the author: {inline(shown.proposal.title)}",
        "*Not for the client. Nothing here is printed in the client's document.*",
    ]
    if made := made_by(shown):
        parts.append(f"*{inline(made)}*")
    parts += _list("Bid or no bid", author.bid)
    parts += sentences_to_check(shown)
    parts += doubted(shown)
    if author.questions:
        parts.append(f"## {plural(len(author.questions), 'open question')}")
        parts.append("\n".join(_question(one, at) for one in author.questions))
    parts += _list("Checks", author.checks)
    if author.facts:
        parts += ["## Facts of the brief", "\n".join(_fact(one) for one in author.facts)]
    parts += _requirements(author.requirements, at)
    parts += _list("Candidates, whom nobody has named yet", author.people)
    parts += _list("Rules on handing it in", author.handing_in)
    if author.held:
        parts.append("## Held back from the client")
        parts.append(
            "\n".join(
                f"- {inline(one.text)} ({inline(one.source)}): {ended(inline(one.reason))}"
                for one in author.held
            )
        )
    parts += each_with_its_source(shown)
    if is_composed(shown):
        parts.append(f"*Composed of the organization's own words. {inline(WITH_A_MODEL)}*")
    return "\n\n".join(parts) + "\n"


def in_short(shown: Presented) -> list[str]:
    """The lines for a terminal: bid or no bid, checks, and how much is open."""
    author = shown.document.author or Author()
    states = [one.state for one in author.requirements]
    lines = [*author.bid, *author.checks]
    if author.questions:
        lines.append(f"{plural(len(author.questions), 'question')} open.")
    if states:
        lines.append(
            f"{plural(len(states), 'requirement')}: {states.count('confirmed')} confirmed, "
            f"{states.count('suggested')} with a passage, {states.count('conflicting')} in "
            f"conflict, {states.count('open')} without any."
        )
    if any(one.is_open or one.is_doubted for one in shown.sentences):
        lines.append(f"{counted(shown.sentences)} See `sealedbid proposals sentences`.")
    if author.held:
        lines.append(f"{plural(len(author.held), 'sentence')} held back from the client.")
    return lines


def _list(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"## {heading}"
        yield "\n".join(f"- {inline(line)}" for line in lines)


def _question(one: OpenQuestion, at: str) -> str:
    choices = (
        f" ({', '.join(inline(each) for each in one.alternatives)})" if one.alternatives else ""
    )
    command = f"sealedbid proposals answer {at} {one.key} ANSWER"
    return f"- {inline(one.text)}{choices} *{inline(one.reason)}.* `{command.replace('`', '')}`"


def _fact(one: KnownFact) -> str:
    value = inline(one.value) or "left open"
    reason = f": {inline(one.reason)}" if one.reason else ""
    quote = f", “{inline(one.quote)}”" if one.quote else ""
    return f"- **{inline(one.label)}:** {value} ({one.sureness}{reason}){quote}"


def _requirements(asked: list[AskedOfUs], at: str) -> Iterator[str]:
    if not asked:
        return
    yield "## Requirements"
    yield (
        f"A person confirms: `sealedbid proposals confirm {at} REF...`. A passage is a suggestion, "
        "never a yes."
    )
    for state, heading in (
        ("open", "Nothing answers"),
        ("conflicting", "In conflict with what is known"),
        ("suggested", "Suggested"),
        ("confirmed", "Confirmed"),
        ("excluded", "Does not apply"),
    ):
        found = [one for one in asked if one.state == state]
        if found:
            yield f"### {heading}"
            yield "\n".join(line for one in found[:LONGEST_LIST] for line in _requirement(one))
            if len(found) > LONGEST_LIST:
                yield f"And {plural(len(found) - LONGEST_LIST, 'more', 'more')}."


def _requirement(one: AskedOfUs) -> Iterator[str]:
    must = "" if one.mandatory else " (wish)"
    yield f"- **{inline(one.ref)}**{must} {inline(one.text)}"
    for each in one.candidates:
        why = f": {inline(each.reason)}" if each.reason else ""
        yield f"  - *{each.verdict}{why}* {inline(each.text)} ({inline(each.source)})"
