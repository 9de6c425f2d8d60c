"""Reading a brief with a model, after the rules have read it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Final

from sealedbid.intelligence.agents.asking import Asking
from sealedbid.intelligence.agents.chunks import chunks
from sealedbid.intelligence.agents.intake.differences import differing
from sealedbid.intelligence.agents.intake.facts import added_facts
from sealedbid.intelligence.agents.intake.findings import Findings
from sealedbid.intelligence.agents.intake.prompts import prompt_of
from sealedbid.intelligence.agents.intake.requirements import Wording, added_requirements
from sealedbid.intelligence.agents.intake.shapes import BriefSaid
from sealedbid.intelligence.agents.intake.values import Reader
from sealedbid.intelligence.agents.models import Answered
from sealedbid.intelligence.agents.quoting import Folded
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.brief.facts.reading import read_lines
from sealedbid.intelligence.brief.language import language_of
from sealedbid.intelligence.brief.structure.reading import read_pieces
from sealedbid.intelligence.llm import Model
from sealedbid.intelligence.llm.errors import PromptTooLongError

PART: Final = 3_000
"""Estimated tokens of a part of the brief; half of it, and so on, if the model reads less."""
LEAST: Final = 300
MOST_CALLS: Final = 60


async def read_more(model: Model, text: str, brief: Brief, *, today: date) -> Answered[Brief]:
    """Add to ``brief``, which rules read in ``text``, the facts that only a model sees.

    They are unsure, stand behind those of the rules, and have their quotes word for word in the
    text. Where a limit, a refusal or a broken answer ends the reading, all that was found before
    stays. Raises TransientModelError, and the errors of settings.
    """
    asking = Asking(model)
    findings = Findings(*await asyncio.to_thread(lambda: (Folded(text), read_pieces(text))))
    await _read(asking, text, brief, findings)
    asking.told += findings.told()
    if not findings.facts and not findings.requirements:
        return asking.answered(brief, is_of_model=False)
    more, told = await asyncio.to_thread(_with, brief, findings, text, today)
    asking.told += told
    return asking.answered(more, is_of_model=more != brief)


async def _read(asking: Asking, text: str, brief: Brief, findings: Findings) -> None:
    """Ask about the text part by part, in smaller parts where the model reads less at once."""
    size, at, calls = PART, 0, 0
    while (chunk := next(chunks(text, size, at), None)) is not None and not asking.is_over:
        calls += 1
        if calls > MOST_CALLS:
            asking.told.append("The brief is too long for the model: its end was read by rules.")
            return
        try:
            said = await asking.ask(prompt_of(text, chunk, brief), BriefSaid)
        except PromptTooLongError as error:
            size //= 2
            if size < LEAST:
                asking.failed(str(error))
                return
            continue
        if said is not None:
            findings.add(said, chunk)
        at = chunk.end
    if chunk is not None:
        share = round(100 * at / len(text))
        asking.told.append(f"The model read {share} % of the brief; rules read all of it.")


def _with(brief: Brief, findings: Findings, text: str, today: date) -> tuple[Brief, list[str]]:
    language = language_of(text)
    lines = read_lines(findings.pieces, language=language, today=today)
    reader = Reader(lines, text, language)
    facts = added_facts(brief.facts, findings.facts, reader)
    wording = Wording(findings.pieces, brief.language, text)
    requirements = added_requirements(brief.requirements, findings.requirements, wording)
    more = replace(
        brief,
        facts=(*brief.facts, *facts),
        requirements=(*brief.requirements, *requirements),
    )
    return more, differing(brief.facts, findings.facts, reader)
