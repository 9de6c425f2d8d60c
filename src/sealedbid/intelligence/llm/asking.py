"""One request to an endpoint: within its limits, within its time, and counted."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Final

from sealedbid.intelligence.llm.counting import Call, Hold, estimated_tokens
from sealedbid.intelligence.llm.errors import (
    AnswerBrokenOffError,
    ModelError,
    ModelTimedOutError,
    UnreadableAnswerError,
)
from sealedbid.intelligence.llm.models import Answer, Ending, Prompt, Scope
from sealedbid.intelligence.llm.prices import PriceTable
from sealedbid.intelligence.llm.protocol import Embedded, Endpoint, Finish, Reply, Request

LONGEST_TOKEN: Final = 20
"""Characters. A stream that has more of them for each token has not kept to its cap."""
READ: Final = (AnswerBrokenOffError, ModelTimedOutError, UnreadableAnswerError)
"""Faults after which the server has read the prompt, and a vendor lets one pay for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Prices, and the seconds that one request may take."""

    prices: PriceTable
    timeout: float

    async def ask(
        self, call: Call, endpoint: Endpoint, prompt: Prompt, schema: dict[str, Any] | None
    ) -> Answer:
        """Ask for a whole answer. Raises ModelError."""
        with self.hold(call, endpoint, prompt, schema) as hold:
            if hold.max_tokens is None:
                return unasked(endpoint, hold, call)
            request = Request(prompt=prompt, max_tokens=hold.max_tokens, schema=schema)
            try:
                async with asyncio.timeout(self.timeout):
                    reply = await endpoint.ask(request)
            except TimeoutError:
                hold.count(None, None)
                raise ModelTimedOutError(endpoint.address, self.timeout) from None
            except ModelError as error:
                if isinstance(error, READ):
                    hold.count(None, None)
                raise
            except BaseException:  # the caller was cancelled; the server has the prompt
                hold.count(None, None)
                raise
            hold.count(reply.tokens_in, reply.tokens_out, reply.text, reply.surcharge)
            return answer_of(endpoint, reply, hold, call)

    async def pieces(
        self, call: Call, endpoint: Endpoint, prompt: Prompt
    ) -> AsyncGenerator[str | Answer]:
        """Yield pieces of an answer, and last the whole of it. Raises ModelError.

        What has come is counted, however it ends: by an error, or by a reader who leaves.
        """
        with self.hold(call, endpoint, prompt) as hold:
            if hold.max_tokens is None:
                yield unasked(endpoint, hold, call)
                return
            request = Request(prompt=prompt, max_tokens=hold.max_tokens)
            text = ""
            try:
                async with aclosing(self._timed(endpoint, request)) as pieces:
                    async for piece in pieces:
                        if isinstance(piece, Reply):
                            hold.count(
                                piece.tokens_in, piece.tokens_out, piece.text, piece.surcharge
                            )
                            yield answer_of(endpoint, piece, hold, call)
                            return
                        text += piece
                        yield piece
                        if len(text) > hold.max_tokens * LONGEST_TOKEN:
                            break
                hold.count(None, None, text)
                yield answer_of(endpoint, _cut(text), hold, call)
            except ModelError as error:
                if text or isinstance(error, READ):
                    hold.count(None, None, text)
                raise
            except BaseException:  # the reader was cancelled, or left; the server has the prompt
                hold.count(None, None, text)
                raise

    async def embed(
        self, call: Call, endpoint: Endpoint, texts: Sequence[str]
    ) -> Embedded | Scope | None:
        """Vectors of the texts; the scope of the limit that has no room for them."""
        with call.hold(self.prices[endpoint.name], estimated_tokens(texts), 0) as hold:
            if hold.max_tokens is None:
                return call.reach(hold.narrowed_by)
            try:
                async with asyncio.timeout(self.timeout):
                    found = await endpoint.embed(texts)
            except TimeoutError:
                hold.count(None, 0)
                raise ModelTimedOutError(endpoint.address, self.timeout) from None
            except READ:
                hold.count(None, 0)
                raise
            hold.count(found.tokens_in, 0)
            return found

    def hold(
        self,
        call: Call,
        endpoint: Endpoint,
        prompt: Prompt,
        schema: dict[str, Any] | None = None,
    ) -> Hold:
        """Room for the prompt, its schema and its answer."""
        texts = prompt.texts() if schema is None else [*prompt.texts(), json.dumps(schema)]
        return call.hold(self.prices[endpoint.name], estimated_tokens(texts), prompt.max_tokens)

    async def _timed(self, endpoint: Endpoint, request: Request) -> AsyncGenerator[str | Reply]:
        """Yield what the endpoint does. Raises ModelTimedOutError.

        The reader's own time between two pieces counts too: the connection is open meanwhile.
        """
        until = asyncio.get_running_loop().time() + self.timeout
        async with aclosing(endpoint.stream(request)) as pieces:
            while True:
                try:
                    async with asyncio.timeout_at(until):
                        piece = await anext(pieces)
                except StopAsyncIteration:
                    return
                except TimeoutError:
                    raise ModelTimedOutError(endpoint.address, self.timeout) from None
                yield piece


def unasked(endpoint: Endpoint, hold: Hold, call: Call) -> Answer:
    """The answer where a limit has no room for a question."""
    return Answer(
        text="",
        ending="budget",
        model=endpoint.name,
        spent=call.spent,
        limit=call.reach(hold.narrowed_by),
    )


def answer_of(endpoint: Endpoint, reply: Reply, hold: Hold, call: Call) -> Answer:
    """The answer that a reply is. Raises UnreadableAnswerError if it ended without a word."""
    if reply.finish == "stop" and not reply.text.strip():
        raise UnreadableAnswerError(endpoint.address, "it has no text")
    ending = _ending(reply.finish, hold)
    return Answer(
        text=reply.text,
        ending=ending,
        model=endpoint.name,
        spent=call.spent,
        limit=call.reach(hold.narrowed_by) if ending == "budget" else None,
    )


def _ending(finish: Finish, hold: Hold) -> Ending:
    if finish == "refused":
        return "refused"
    if finish == "length":
        return "cut" if hold.narrowed_by is None else "budget"
    return "complete"


def _cut(text: str) -> Reply:
    return Reply(text=text, finish="length", tokens_in=None, tokens_out=None)
