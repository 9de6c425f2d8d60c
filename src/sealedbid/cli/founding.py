"""The first organization of an installation: who founds it, and in which currency."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from rich.console import Console

from sealedbid.cli.terminals import ask, somebody_is_there
from sealedbid.core.currencies import NO_CURRENCY, check_currency
from sealedbid.usecases.acting import Founder


def ask_currency(console: Console) -> str | None:
    """Ask the person at the terminal for a currency; None if nobody is there or it is left open."""
    if not somebody_is_there():
        return None
    return ask(
        console,
        "In which currency are your prices? (EUR, USD, GBP, ...; Enter leaves it open)",
        check_currency,
    )


def founder(console: Console, currency: str | None) -> Callable[[], Founder]:
    """Return the function that names the founder, and asks for the currency if none is given."""

    def named() -> Founder:
        return Founder(
            name=getpass.getuser(), currency=currency or ask_currency(console) or NO_CURRENCY
        )

    return named
