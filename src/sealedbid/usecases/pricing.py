"""Pricing: the price list, the only source of prices, and the currency that prices are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.content.price_list import Listed, currencies_of, priced, read_price_list
from sealedbid.content.repository import services
from sealedbid.core.currencies import NO_CURRENCY, check_currency
from sealedbid.core.repository import organizations
from sealedbid.platform.errors import ValueRefusedError
from sealedbid.platform.postgres import Transaction


class OtherCurrencyError(ValueRefusedError):
    """The organization has another currency than the one that was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A price list that was imported.

    ``currency`` is the organization's now, None if it has none yet; ``others`` are currencies of
    the list that its proposals are not priced in.
    """

    services: int
    currency: str | None
    others: tuple[str, ...]


def read_list(text: str) -> list[Listed]:
    """Read a price list without storing it. Raises PriceListError."""
    return read_price_list(text)


def names_its_currency(listed: Sequence[Listed]) -> bool:
    """True if no other currency is needed: each line has one, or all that have one the same."""
    own = currencies_of(listed)
    return len(own) == 1 or all(len(one.currencies) == 1 for one in listed)


def check_list(listed: Sequence[Listed], currency: str | None) -> str | None:
    """Return the currency that a new organization takes from its list: the given or the only one.

    None if the list has several and names one in each line. Raises PriceListError for a line that
    is in no currency then.
    """
    own = currencies_of(listed)
    chosen = currency or (next(iter(own)) if len(own) == 1 else None)
    priced(listed, chosen)
    return chosen


async def import_price_list(
    tx: Transaction, listed: Sequence[Listed], *, currency: str | None = None
) -> Imported:
    """Add or replace the services of a list by their names.

    Lines without a currency of their own are in ``currency``, otherwise in the organization's. An
    organization without one takes it from here, as an owner. Raises PriceListError,
    NotAllowedError.
    """
    known = await currency_of(tx)
    chosen = currency or known or check_list(listed, None)
    own = currencies_of(listed)
    # A line without a currency in a list in dollars is in no euros because the organization is.
    is_sure = currency is not None or not own or chosen in own
    rows = priced(listed, chosen if is_sure else None)
    if known is None and chosen is not None:
        await organizations.update(tx, currency=chosen)
        known = chosen
    await services.put(tx, rows)
    others = sorted({row["currency"] for row in rows} - {known})
    return Imported(services=len(rows), currency=known, others=tuple(others))


async def currency_of(tx: Transaction) -> str | None:
    """Return the organization's currency, or None if it was founded without one."""
    organization = await organizations.get(tx)
    assert organization is not None  # the transaction is in it
    return None if organization.currency == NO_CURRENCY else organization.currency


async def set_currency(tx: Transaction, text: str) -> str:
    """Change the currency of new proposals, as an owner; return its code.

    Services in other currencies stay, and are not offered in proposals in this one. Raises
    UnknownCurrencyError, NotAllowedError.
    """
    code = check_currency(text)
    await organizations.update(tx, currency=code)
    return code


async def name_currency(tx: Transaction, code: str) -> None:
    """Give the currency to an organization without one. Raises OtherCurrencyError."""
    known = await currency_of(tx)
    if known is None:
        await organizations.update(tx, currency=code)
    elif known != code:
        raise OtherCurrencyError(
            f"The organization's currency is {known}: `sealedbid services currency {code}` "
            "changes it.",
            field="currency",
        )
