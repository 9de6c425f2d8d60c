"""A value as a sentence writes it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.values.written import Written

ValueKind: TypeAlias = Literal[
    "money", "percentage", "date", "clock", "number", "length", "ordinal", "code", "share"
]
Bounding: TypeAlias = Literal["", "most", "least", "more", "less", "about", "within", "after"]
"""Words that bound a number: "up to", "at least", "more than", "under", "about"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value in ``text[start:end]``.

    ``unit`` is a currency, "%", or the unit of a length; ``is_range`` is True for either end of a
    range, ``is_upper`` for the larger one. ``per`` is the period that it is counted in, ``working``
    True for business days. ``heads`` are the nouns that may be counted, the likeliest first.
    ``part_of`` is the whole of "two of four". A date has ``day``, a code its folded ``code`` with
    the name before it.
    """

    kind: ValueKind
    start: int
    end: int
    words: str
    number: Decimal = Decimal(0)
    unit: str = ""
    is_range: bool = False
    is_upper: bool = False
    per: str = ""
    tax: str = ""
    working: bool = False
    bound: Bounding = ""
    heads: tuple[str, ...] = ()
    part_of: str = ""
    day: Written | None = None
    code: str = ""
    before: str = ""

    @property
    def ratio(self) -> Decimal | None:
        """The part of a whole that it is ("nine out of ten", 90 %, "a fifth"); None for no part."""
        if self.kind == "percentage":
            return self.number / 100
        if self.part_of:
            return self.number / Decimal(self.part_of)
        return self.number if self.kind == "share" and self.number < 1 else None
