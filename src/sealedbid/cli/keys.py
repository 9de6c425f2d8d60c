"""keys: the key that authenticates contexts."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    help="Rotate the key that authenticates contexts.\n\n"
    "The database generates the key and never shows it.",
    no_args_is_help=True,
)


@app.callback()
def group() -> None:
    """Keep `rotate` a verb of its own, though it is the only one."""


@app.command()
def rotate(
    grace: Annotated[
        int,
        typer.Option(
            min=0, help="Seconds that running requests may use the old key; 0 ends them at once."
        ),
    ] = 900,
) -> None:
    """Replace the context key while requests run."""
    from rich.console import Console

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import rotate_context_key
    from sealedbid.platform.owner import owner_conninfo

    version = rotate_context_key(owner_conninfo(read_settings()), grace_seconds=grace)
    Console(highlight=False).print(f"Contexts are now authenticated by key {version}.")
