"""The one place where tokens and money are counted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Final, Self

from sealedbid.intelligence.llm.limits import Limit
from sealedbid.intelligence.llm.models import Scope, Spent
from sealedbid.intelligence.llm.prices import Price

BYTES_A_TOKEN: Final = 2.5
"""Of UTF-8, in Dutch and a small vocabulary; English has about 4. A limit is a bound, so an
estimate should not be too low (tests/intelligence/llm/test_real_model.py measures it)."""
TOKENS_A_TEXT: Final = 8
"""Marks that a chat puts around each text."""
LEAST: Final = 16
"""Tokens: an answer that may not even have so many is not asked for."""


def estimated_tokens(texts: Iterable[str]) -> int:
    """Estimate the tokens of texts, rather too many than too few."""
    return sum(
        TOKENS_A_TEXT + math.ceil(len(text.encode("utf-8", "replace")) / BYTES_A_TOKEN)
        for text in texts
    )


class Meter:
    """Counts what calls spend, against limits that hold for all of them.

    ``reached`` names limits that have ended or cut an answer; who reads it may clear it. ``told``
    hears of each request's tokens and money at once, so that a job that dies has counted
    them.
    """

    def __init__(self, *limits: Limit, told: Callable[[Spent], None] | None = None) -> None:
        self.limits = limits
        self.spent = Spent()
        self.reached: set[Scope] = set()
        self._told = told

    def call(self, limit: Limit | None = None) -> Call:
        """Begin a call, which may have a limit of its own."""
        return Call(self, (*self.limits, limit) if limit is not None else self.limits)

    def count(self, spent: Spent) -> None:
        """Add to the sum, and tell."""
        self.spent += spent
        if self._told is not None:
            self._told(spent)


class Call:
    """One call of a model: a request, its retries and its repair."""

    def __init__(self, meter: Meter, limits: tuple[Limit, ...]) -> None:
        self.spent = Spent()
        self._meter = meter
        self._limits = limits

    def hold(self, price: Price | None, tokens_in: int, max_tokens: int) -> Hold:
        """Keep room for a request and its answer of at most ``max_tokens``, or for a shorter one.

        The hold is empty, and nothing may be asked, if a limit has no room for LEAST tokens.
        """
        granted, narrowed_by = max_tokens, None
        for limit in self._limits:
            room = limit.room(tokens_in, price)
            if room is not None and room < granted:
                granted, narrowed_by = room, limit.scope
        is_empty = granted < min(max_tokens, LEAST)
        return Hold(self, price, tokens_in, None if is_empty else granted, narrowed_by)

    def count(self, spent: Spent) -> None:
        """Count what a request spent: in this call, in the meter, in every limit."""
        self.spent += spent
        for limit in self._limits:
            limit.use(spent.tokens, spent.cost_micros)
        self._meter.count(spent)

    def reach(self, scope: Scope | None) -> Scope | None:
        """Note the limit that has ended or cut an answer, if one did."""
        if scope is not None:
            self._meter.reached.add(scope)
        return scope

    def keep(self, tokens: int, micros: int) -> None:
        """Hold so much in every limit; negative amounts give it back."""
        for limit in self._limits:
            limit.hold(tokens, micros)


class Hold:
    """Room for one request. Leaving its context gives back what was held.

    ``max_tokens`` is None if there is no room; ``narrowed_by`` is the limit that left less than was
    wanted, if one did.
    """

    def __init__(
        self,
        call: Call,
        price: Price | None,
        tokens_in: int,
        max_tokens: int | None,
        narrowed_by: Scope | None,
    ) -> None:
        self.max_tokens = max_tokens
        self.narrowed_by = narrowed_by
        self._call = call
        self._price = price
        self._tokens_in = tokens_in
        self._is_counted = False

    def __enter__(self) -> Self:
        self._keep(1)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._keep(-1)

    def count(
        self, tokens_in: int | None, tokens_out: int | None, text: str = "", surcharge: int = 0
    ) -> None:
        """Count a request that a server has read, once.

        Tokens that are None were not reported: the prompt and ``text`` are estimated.
        ``surcharge`` are tokens that are paid for above the prompt's.
        """
        if self._is_counted:
            return
        self._is_counted = True
        is_estimated = tokens_in is None or tokens_out is None
        tokens_in = self._tokens_in if tokens_in is None else tokens_in
        if tokens_out is None:
            tokens_out = estimated_tokens([text]) - TOKENS_A_TEXT if text else 0
        self._call.count(
            Spent(
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                cost_micros=(
                    self._price.cost(tokens_in + surcharge, tokens_out) if self._price else 0
                ),
                requests=1,
                is_estimated=is_estimated,
                is_priced=self._price is not None,
            )
        )

    def _keep(self, sign: int) -> None:
        if self.max_tokens is not None:
            micros = self._price.cost(self._tokens_in, self.max_tokens) if self._price else 0
            self._call.keep(sign * (self._tokens_in + self.max_tokens), sign * micros)
