"""models: the models that write, a short question to each, and keys of organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pydantic import SecretStr

app = typer.Typer(help="List and test models, and set keys.", no_args_is_help=True)

Org = Annotated[
    str | None,
    typer.Option(help="The organization: its name or id. May be left out where there is one."),
]
VendorName = Annotated[
    str, typer.Option(help="openai (every OpenAI-compatible endpoint) or anthropic.")
]
FAILED = 1


@app.command("list")
def list_() -> None:
    """List the models that the environment names.

    Nothing is sent.
    """
    from sealedbid.cli.models_report import print_models
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.models import named_models

    print_models(named_models(read_settings()))


@app.command()
def test() -> None:
    """Ask each model for one word, and show time and cost.

    Each is asked once, without retries or its fallback, which costs a few tokens. Exit code 1: one
    of them did not answer.
    """
    import asyncio

    from sealedbid.cli.models_report import print_errors, print_trials
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.models import named_models, try_model

    settings = read_settings()
    trials = [asyncio.run(try_model(settings, model)) for model in named_models(settings)]
    print_trials(trials)
    if print_errors(trials):
        raise typer.Exit(FAILED)


@app.command()
def set_key(org: Org = None, vendor: VendorName = "openai") -> None:
    """Set an organization's own key, from standard input.

    Its jobs then use it in place of the installation's. Nobody can read it again. At a terminal
    the key is asked for and not shown.
    """
    from sealedbid.cli.within import within
    from sealedbid.intelligence.repository import model_keys

    secret = _key_given()
    within(org, "models set-key", lambda tx: model_keys.set_key(tx, vendor, secret))
    typer.echo(f"The key for {vendor} is set.")


@app.command()
def remove_key(org: Org = None, vendor: VendorName = "openai") -> None:
    """Remove an organization's own key."""
    from sealedbid.cli.within import within
    from sealedbid.intelligence.repository import model_keys

    is_removed = within(org, "models remove-key", lambda tx: model_keys.remove(tx, vendor))
    typer.echo(f"The key for {vendor} is removed." if is_removed else "Nothing to remove.")


def _key_given() -> SecretStr:
    """Read a key without showing it."""
    import getpass
    import sys

    from pydantic import SecretStr

    given = getpass.getpass("Key: ") if sys.stdin.isatty() else sys.stdin.readline()
    return SecretStr(given.strip())
