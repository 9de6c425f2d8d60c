"""operator: who runs this installation."""

from __future__ import annotations

import typer

app = typer.Typer(help="The people who run this installation.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keep `appoint` a verb of its own, though it is the only one."""


@app.command()
def appoint(email: str) -> None:
    """Make somebody who has signed up an owner of the platform, the operator's organisation."""
    from rich.console import Console

    from sealedbid.cli.installation import owner_conninfo
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.migrations.operators import appoint_operator

    appoint_operator(owner_conninfo(read_settings()), email)
    Console(highlight=False).print(f"{email} is an owner of the platform.", markup=False)
