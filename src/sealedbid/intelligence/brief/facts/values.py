"""Values of facts, normalised: what two texts that say the same have in common."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

TaxSaid: TypeAlias = Literal["included", "on_top"]
Bound: TypeAlias = Literal["exact", "ceiling", "estimate"]
Unit: TypeAlias = Literal["hour", "day", "week", "month", "year", "page", "word"]


class Value(BaseModel):
    """The base of every value; ``type`` tells them apart when they are stored as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Moment(Value):
    """A day, with the time where one is said.

    ``zone`` is an IANA name or an offset ("+01:00") where the text fixes it, otherwise the words
    that it uses ("local time"), or None. ``last`` is the last day of a span of days.
    """

    type: Literal["moment"] = "moment"
    day: date
    at: time | None = None
    zone: str | None = None
    last: date | None = None


class Money(Value):
    """A sum in the currency's minor unit (ISO 4217); ``upper_minor`` is the end of a range.

    ``currency`` None: the text names none. ``per`` is the period or unit that it is paid for.
    """

    type: Literal["money"] = "money"
    minor: int
    upper_minor: int | None = None
    currency: str | None = None
    per: str | None = None
    tax: TaxSaid | None = None
    bound: Bound = "exact"


class Amount(Value):
    """A number of something: weeks, pages, words; ``upper`` is the end of a range."""

    type: Literal["amount"] = "amount"
    number: int
    unit: Unit
    upper: int | None = None


class Weight(Value):
    """A criterion of evaluation and its points or percent, as far as the brief gives them."""

    type: Literal["weight"] = "weight"
    criterion: str
    points: float | None = None


class Words(Value):
    """Text: a title, a name, an address, a rule."""

    type: Literal["words"] = "words"
    text: str


AnyValue: TypeAlias = Annotated[
    Moment | Money | Amount | Weight | Words, Field(discriminator="type")
]
