"""models: the models that write, and a short question to each."""

from __future__ import annotations

import typer

app = typer.Typer(help="List the models that are set, and test them.", no_args_is_help=True)
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
