"""A price list as people keep it: CSV, a line a service, prices as they are written."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Annotated, Any

from babel.numbers import get_currency_precision
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sealedbid.content.models import BillingPeriod
from sealedbid.platform.errors import SealedbidError, ended

MOST = 1000  # lines


class PriceListError(SealedbidError):
    """A price list that cannot be read; says in which line and column, and what to write there."""


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty")
    return text.strip()


class Listed(BaseModel):
    """One line; ``price`` is in the currency's own unit, ``tax_rate`` a share: 0.21 is 21 %."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: Annotated[str, Field(max_length=200), AfterValidator(_not_blank)]
    price: Annotated[Decimal, Field(ge=0, le=1_000_000_000)]
    unit: Annotated[str, Field(max_length=40), AfterValidator(_not_blank)] = "project"
    description: str = ""
    billing_period: BillingPeriod = "once"
    tax_rate: Annotated[Decimal, Field(ge=0, le=1)] = Decimal(0)


def read_price_list(text: str, currency: str) -> list[dict[str, Any]]:
    """The services of a CSV text with a heading line, as ``services.put`` takes them.

    Columns: name, price, and as you like unit, description, billing_period (once, monthly, yearly)
    and tax_rate. Raises PriceListError.
    """
    try:
        return _rows(text, currency)
    except csv.Error as error:
        raise PriceListError(f"This is no CSV ({error}): save the list as CSV in UTF-8.") from None


def _rows(text: str, currency: str) -> list[dict[str, Any]]:
    reader = csv.DictReader(io.StringIO(text), restkey="too many", skipinitialspace=True)
    columns = set(reader.fieldnames or ())
    if not {"name", "price"} <= columns:
        raise PriceListError("The first line names the columns, name and price at least.")
    rows: dict[str, dict[str, Any]] = {}
    for line in reader:
        listed = _listed(line, reader.line_num)
        if listed.name in rows:
            raise PriceListError(f"Line {reader.line_num}: {listed.name} is there twice.")
        rows[listed.name] = _row(listed, currency, reader.line_num)
        if len(rows) > MOST:
            raise PriceListError(f"There are more than {MOST} services: split the list.")
    if not rows:
        raise PriceListError("There is no service in the list.")
    return list(rows.values())


def _listed(line: dict[str | Any, Any], number: int) -> Listed:
    given = {name: value for name, value in line.items() if value not in (None, "")}
    try:
        return Listed.model_validate({"name": "", **given})
    except ValidationError as error:
        first = error.errors()[0]
        column = str(first["loc"][0])
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise PriceListError(f"Line {number}, {column}: {ended(reason)}") from None


def _row(listed: Listed, currency: str, number: int) -> dict[str, Any]:
    minor = listed.price.scaleb(get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise PriceListError(f"Line {number}, price: {currency} has no parts that small.")
    return {
        **listed.model_dump(exclude={"price"}),
        "unit_price_minor": int(minor),
        "currency": currency,
    }
