"""services: what an organization sells, the only source of prices."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sealedbid.cli.options import Org

if TYPE_CHECKING:
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases.pricing import Imported

app = typer.Typer(help="Import what is sold, and set the currency.", no_args_is_help=True)


@app.command("import")
def import_services(
    path: Annotated[
        Path, typer.Argument(readable=False, help="A CSV file; its first line names the columns.")
    ],
    org: Org = None,
    currency: Annotated[
        str | None,
        typer.Option(
            help="The currency of lines that name none, as EUR. An organization without a currency "
            "takes it. By default the organization's, then that of the list."
        ),
    ] = None,
) -> None:
    """Import a price list, all of it or nothing.

    A service of the same name is replaced. The columns name and price are needed; unit,
    description, billing_period (once, monthly, yearly), tax_rate (21% or 0.21) and currency are
    optional. Headings may be English, German, French, Spanish or Dutch; cells are separated by
    commas, semicolons or tabs. A price that can be two is refused, with its line.
    """
    from rich.console import Console

    from sealedbid.cli.files.reading import read_text_file
    from sealedbid.cli.founding import ask_currency, founder
    from sealedbid.cli.installation import ready
    from sealedbid.core.currencies import check_currency
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import Founder, acting_for
    from sealedbid.usecases.pricing import (
        check_list,
        currency_of,
        import_price_list,
        names_its_currency,
        read_list,
    )

    console = Console(soft_wrap=True, highlight=False, stderr=True)
    settings = read_settings()
    code = None if currency is None else check_currency(currency)
    listed = read_list(read_text_file(path).text)  # before anything is started
    ready(console, settings)

    def first() -> Founder:
        nonlocal code
        if code is None and not names_its_currency(listed):
            code = ask_currency(console)
        return founder(console, check_list(listed, code))()

    async def run() -> Imported:
        nonlocal code
        async with acting_for(settings, org, "services import", founder=first) as acting:
            if code is None and not names_its_currency(listed):
                async with acting.sealed() as tx:
                    known = await currency_of(tx)
                code = ask_currency(console) if known is None else None
            async with acting.sealed() as tx:
                return await import_price_list(tx, listed, currency=code)

    done = asyncio.run(run())
    console.print(f"{done.services} services are in the catalog.")
    if done.others:
        console.print(
            f"Prices in {', '.join(done.others)} are not offered in proposals in "
            f"{done.currency or 'no currency'}: `sealedbid services currency` shows and sets it.",
            style="yellow",
            markup=False,
        )


@app.command()
def currency(
    code: Annotated[
        str | None,
        typer.Argument(help="The currency of new proposals, as EUR. Left out: shows what it is."),
    ] = None,
    org: Org = None,
) -> None:
    """Show or set the currency of new proposals.

    Services that were imported in another currency stay, and are not offered in proposals in this
    one: import the price list again.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases.pricing import currency_of, set_currency

    async def run(tx: Transaction) -> str | None:
        return await currency_of(tx) if code is None else await set_currency(tx, code)

    found = within(org, "services currency", run)
    typer.echo(found or "None yet: name it with `sealedbid services currency CODE`.")
