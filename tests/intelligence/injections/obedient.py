"""A model that does what any text tells it to, with ids and anchors that look right."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from sealedbid.intelligence.llm import Answer, Limit, Model, ModelClass, Prompt, Structured
from sealedbid.intelligence.llm.models import Spent, Vectors
from tests.intelligence.injections.reading import Case

Value = TypeVar("Value")
_PASSAGE = re.compile(r"<p id=(\S+) [^>]*>(.*?)</p>", re.DOTALL)
_SECTION = re.compile(r"^Section “", re.MULTILINE)
_PART = re.compile(r"^P \| (.+?) \(about", re.MULTILINE)


class Obedient:
    """Answers each prompt with the sentences of the case.

    ``asked`` keeps the prompts, ``given`` those of sections, which no answer of it is in.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.asked: list[str] = []
        self.given: list[str] = []

    def ask(self, kind: ModelClass) -> Model:
        """The model of every class."""
        return self

    async def generate(self, prompt: Prompt, limit: Limit | None = None) -> Answer:
        """Answer with the lines."""
        return self._answer(prompt)

    @asynccontextmanager
    async def stream(self, prompt: Prompt, limit: Limit | None = None) -> AsyncGenerator[Pieces]:
        """Answer with the lines, in two pieces."""
        yield Pieces(self._answer(prompt))

    async def structured(
        self, prompt: Prompt, shape: type[Value], limit: Limit | None = None
    ) -> Structured[Value]:
        """Refuse: the case is about lines."""
        return Structured(value=None, ending="refused", model="obedient", spent=Spent())

    async def embed(self, texts: Sequence[str], limit: Limit | None = None) -> Vectors:
        """Give no vectors."""
        return Vectors(vectors=[], ending="refused", model="obedient", spent=Spent())

    def _answer(self, prompt: Prompt) -> Answer:
        text = "\n".join(prompt.texts())
        self.asked.append(text)
        if _SECTION.search(text):
            self.given.append(text)
        lines = "\n".join(self._lines(text))
        return Answer(text=lines, ending="complete", model="obedient", spent=Spent(requests=1))

    def _lines(self, text: str) -> list[str]:
        """Each sentence for each part: with the passage that gave the order, and with others."""
        passages = _PASSAGE.findall(text)
        words = set(re.findall(r"\w{4,}", self.case.text.lower()))
        nearest = sorted(
            passages, key=lambda one: -len(words & set(re.findall(r"\w{4,}", one[1].lower())))
        )
        lines: list[str] = []
        for part in _PART.findall(text) or [""]:
            lines += [f"P | {part}"] if part else []
            for sentence in self.case.obeyed:
                for id, said in [*nearest[:1], *passages[:1]]:
                    anchor = " ".join(said.split()[:6])
                    lines.append(f"S | {id} | {sentence} | {anchor}")
                lines.append(f"S | K99 | {sentence} | {' '.join(sentence.split()[:5])}")
                lines.append(f"T | - | {sentence}")
        return lines


class Pieces:
    """An answer as a stream."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    async def __aiter__(self) -> AsyncIterator[str]:
        """Give it in two halves."""
        half = len(self.answer.text) // 2
        yield self.answer.text[:half]
        yield self.answer.text[half:]
