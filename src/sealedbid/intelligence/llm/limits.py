"""Limits on tokens and money, of a call, a run and an organization's month."""

from __future__ import annotations

from dataclasses import dataclass, field

from sealedbid.intelligence.llm.models import Scope
from sealedbid.intelligence.llm.prices import MILLION, Price


@dataclass(slots=True, kw_only=True)
class Limit:
    """Tokens and micro-dollars that may be spent in one scope; None is no limit.

    What requests under way may still take is held, so that requests side by side do not pass the
    limit together.
    """

    scope: Scope
    tokens: int | None = None
    cost_micros: int | None = None
    used_tokens: int = 0
    used_micros: int = 0
    held_tokens: int = field(default=0, init=False)
    held_micros: int = field(default=0, init=False)

    def room(self, tokens_in: int, price: Price | None) -> int | None:
        """Tokens that the answer to a prompt may have; below 0 if the prompt itself is too much.

        None: no limit. A model without a price costs nothing here.
        """
        rooms: list[int] = []
        if self.tokens is not None:
            rooms.append(self.tokens - self.used_tokens - self.held_tokens - tokens_in)
        if self.cost_micros is not None and price is not None:
            left = self.cost_micros - self.used_micros - self.held_micros
            beside_prompt = left * MILLION - tokens_in * price.tokens_in
            if price.tokens_out:
                rooms.append(beside_prompt // price.tokens_out)
            elif beside_prompt < 0:
                rooms.append(-1)
        return min(rooms, default=None)

    def hold(self, tokens: int, micros: int) -> None:
        """Keep so much for a request; negative amounts give it back."""
        self.held_tokens += tokens
        self.held_micros += micros

    def use(self, tokens: int, micros: int) -> None:
        """Count what was spent."""
        self.used_tokens += tokens
        self.used_micros += micros
