"""services: what an organization sells, the only source of prices."""

from __future__ import annotations

import asyncio
import getpass
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Import what an organization sells.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keep `import` a verb of its own, though it is the only one."""


@app.command("import")
def import_services(
    path: Annotated[
        Path, typer.Argument(readable=False, help="A CSV file; its first line names the columns.")
    ],
    org: Annotated[
        str | None,
        typer.Option(help="The organization: its name or id. May be left out where there is one."),
    ] = None,
) -> None:
    """Import a price list, all of it or nothing.

    A service of the same name is replaced. The columns name and price are needed; unit,
    description, billing_period (once, monthly, yearly) and tax_rate (0.21 is 21 %) are optional.
    """
    from rich.console import Console

    from sealedbid.cli.files.reading import read_text_file
    from sealedbid.cli.installation import ready
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.pricing import check_price_list, import_price_list

    console = Console(soft_wrap=True, highlight=False, stderr=True)
    settings = read_settings()
    text = read_text_file(path).text
    check_price_list(text)  # before anything is started
    ready(console, settings)

    async def run() -> int:
        async with (
            acting_for(settings, org, "services import", founder=getpass.getuser) as acting,
            acting.sealed() as tx,
        ):
            return await import_price_list(tx, text)

    console.print(f"{asyncio.run(run())} services are in the catalog.")
