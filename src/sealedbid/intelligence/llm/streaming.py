"""An answer that is coming in."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator

from sealedbid.intelligence.llm.counting import Call
from sealedbid.intelligence.llm.models import Answer


class PieceStream:
    """Pieces of an answer, the first of which has come."""

    def __init__(
        self,
        first: str | Answer,
        following: AsyncGenerator[str | Answer],
        model: str,
        call: Call,
    ) -> None:
        self._first: str | Answer | None = first
        self._following = following
        self._model = model
        self._call = call
        self._text = ""
        self._answer: Answer | None = None

    async def __aiter__(self) -> AsyncIterator[str]:
        """Iterate over the pieces, once. Raises ModelError."""
        piece, self._first = self._first, None
        while piece is not None:
            if isinstance(piece, Answer):
                self._answer = piece
                return
            self._text += piece
            yield piece
            piece = await anext(self._following, None)

    @property
    def answer(self) -> Answer:
        """The answer. Before the pieces have ended it is cut, and what it takes is not counted."""
        return self._answer or Answer(
            text=self._text, ending="cut", model=self._model, spent=self._call.spent
        )
