"""keys: API keys of organizations, and the key that authenticates contexts."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

import typer

from sealedbid.cli.options import Org

app = typer.Typer(
    help="Create, list and end API keys; rotate the key of contexts.", no_args_is_help=True
)


@app.command()
def create(
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    rank: Annotated[
        Literal["viewer", "member", "admin", "owner"],
        typer.Option(help="The rank that the key has at most."),
    ] = "member",
    days: Annotated[int, typer.Option(min=1, max=730, help="Days after which the key ends.")] = 365,
    org: Org = None,
) -> None:
    """Create an API key and print it: it is shown this once."""
    from datetime import timedelta

    from sealedbid.cli.within import within
    from sealedbid.platform.postgres import Rank, Transaction
    from sealedbid.usecases.joining import create_api_key

    async def act(tx: Transaction) -> str:
        _, token = await create_api_key(
            tx, name=name, rank=Rank[rank.upper()], life=timedelta(days=days)
        )
        return str(token)

    typer.echo(within(org, "keys create", act))


@app.command("list")
def list_keys(org: Org = None) -> None:
    """List the API keys of an organization; none can be shown again."""
    from rich.markup import escape

    from sealedbid.cli.tables import print_table
    from sealedbid.cli.within import within
    from sealedbid.core.repository import api_keys

    print_table(
        ("id", "name", "ends with", "until"),
        [
            (str(key.id), escape(key.name), escape(key.prefix), f"{key.expires_at:%Y-%m-%d}")
            for key in within(org, "keys list", api_keys.page)
        ],
        whole=("id",),
    )


@app.command()
def remove(
    id: Annotated[UUID, typer.Argument(help="The key's id, as `keys list` shows it.")],
    org: Org = None,
) -> None:
    """End an API key: it opens nothing any more.

    Exit code 1 if there is none with this id.
    """
    from sealedbid.cli.within import within
    from sealedbid.core.repository import api_keys
    from sealedbid.platform.postgres import Transaction

    async def act(tx: Transaction) -> bool:
        return await api_keys.remove(tx, id)

    if not within(org, "keys remove", act):
        typer.echo(f"There is no key {id}: `sealedbid keys list` shows them.", err=True)
        raise typer.Exit(1)
    typer.echo("The key has ended.")


@app.command()
def rotate(
    grace: Annotated[
        int,
        typer.Option(
            min=0, help="Seconds that running requests may use the old key; 0 ends them at once."
        ),
    ] = 900,
) -> None:
    """Replace the context key while requests run.

    The database generates the key and never shows it.
    """
    from rich.console import Console

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import rotate_context_key
    from sealedbid.platform.owner import owner_conninfo

    version = rotate_context_key(owner_conninfo(read_settings()), grace_seconds=grace)
    Console(highlight=False).print(f"Contexts are now authenticated by key {version}.")
