"""One answer of a model, read as it comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from sealedbid.intelligence.llm import Model, Spent
from sealedbid.intelligence.llm.errors import PromptTooLongError, TransientModelError
from sealedbid.intelligence.llm.models import Scope
from sealedbid.intelligence.writer.prose.lines import Lines
from sealedbid.intelligence.writer.prose.prompting import Call
from sealedbid.intelligence.writer.prose.taking import Taking

End: TypeAlias = Literal["whole", "cut", "budget", "refused", "stopped", "broken off", "too long"]
"""``stopped`` by us, since the answer was no good; ``too long`` is the prompt."""
LONGEST_LINE: Final = 4000  # characters without an end, after which nothing more is read


@dataclass(slots=True)
class Read:
    """An answer that was read into ``taking``, and how it ended."""

    taking: Taking
    end: End
    spent: Spent
    model: str = ""
    limit: Scope | None = None
    error: TransientModelError | None = None


async def read(model: Model, call: Call, said: list[str]) -> Read:
    """Ask, and take line by line what comes. Raises ModelError before the first piece.

    An answer that breaks off keeps what has come of it.
    """
    try:
        return await _read(model, call, said)
    except PromptTooLongError:
        return Read(Taking(call, said), "too long", Spent())


async def _read(model: Model, call: Call, said: list[str]) -> Read:
    taking, lines = Taking(call, said), Lines()
    error: TransientModelError | None = None
    async with model.stream(call.prompt()) as stream:
        try:
            async for piece in stream:
                for line in lines.feed(piece):
                    taking.take(line)
                if len(lines.open) > LONGEST_LINE:
                    taking.fails = "it did not keep to the form"
                if taking.fails:
                    break
        except TransientModelError as broken:
            error = broken
    answer = stream.answer
    read = Read(taking, "whole", answer.spent, answer.model, answer.limit, error)
    if error is not None:
        return replace(read, end="broken off")
    if taking.fails:
        return replace(read, end="stopped")
    if answer.ending != "complete":
        return replace(read, end=answer.ending)
    for line in lines.close(is_whole=True):
        taking.take(line)
    return read
