"""Writers for a scripted model: one that keeps to its sources, read out of the prompt itself."""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.llm import Prompt

PASSAGE = re.compile(r'<p id=(\S+) page="([^"]*)" kind=(\S+)>(.*?)</p>')
PART = re.compile(r"^P \| (.+?) \(about \d+ words; sources: (.*?)\): ", re.MULTILINE)


def passages(prompt: Prompt) -> dict[str, str]:
    """The text of every source of a prompt, by its id."""
    return {id: text for id, _, _, text in PASSAGE.findall(f"{prompt.shared}\n{prompt.task}")}


def id_of(prompt: Prompt, words: str) -> str:
    """The id of the source that has these words."""
    return next(id for id, text in passages(prompt).items() if words in text)


def parts(prompt: Prompt) -> list[tuple[str, list[str]]]:
    """The parts of a prompt with the ids of their sources."""
    return [(id, ids.split(", ")) for id, ids in PART.findall(prompt.task)]


def faithful(prompt: Prompt) -> str:
    """Restate the first sentence of each source of each part, in its own words."""
    known = passages(prompt)
    lines = []
    for part, ids in parts(prompt):
        lines.append(f"P | {part}")
        for id in ids:
            text = known.get(id, "").partition(" is met: ")[2] or known.get(id, "")
            for start, end in list(sentences(text))[:2]:
                said = text[start:end]
                lines.append(f"S | {id} | {said} | {' '.join(said.split()[1:6])}")
    return "\n".join(lines)
