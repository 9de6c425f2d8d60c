"""operator: the people who run this installation."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(help="Appoint operators of this installation.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keep `appoint` a verb of its own, though it is the only one."""


@app.command()
def appoint(
    email: Annotated[str, typer.Argument(help="The address that the person signed up with.")],
) -> None:
    """Appoint a person who has signed up as an operator.

    An operator is an owner of the platform, which is the operators' own organization.
    """
    from rich.console import Console

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import appoint_operator
    from sealedbid.platform.owner import owner_conninfo

    appoint_operator(owner_conninfo(read_settings()), email)
    Console(highlight=False).print(f"{email} is an owner of the platform.", markup=False)
