"""mail: one mail, to see where mails go."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

app = typer.Typer(help="Send a mail to see where mails go.", no_args_is_help=True)


class Language(StrEnum):
    """A language that mails are written in."""

    en = "en"
    de = "de"


@app.callback()
def mail() -> None:
    """Send a mail to see where mails go."""


@app.command("test")
def send(
    address: Annotated[str, typer.Argument(help="The address that gets the mail.")],
    language: Annotated[Language, typer.Option(help="The language of the mail.")] = Language.en,
) -> None:
    """Send one mail, and say where it went.

    It goes the way of all mails: to the server of SEALEDBID_MAIL_SMTP_HOST, and without one to a
    file. Exit code 75: no server took it now; 1: it was refused.
    """
    import asyncio

    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.mail import send_test

    sent = asyncio.run(send_test(read_settings(), address, language=language.value))
    if sent.is_file:
        typer.echo(f"Written to {sent.where}")
        typer.echo(
            "No mail leaves this machine: SEALEDBID_MAIL_SMTP_HOST names a server that sends them."
        )
    else:
        typer.echo(f"{sent.where} took it.")
    typer.echo(f"Message-ID: {sent.message_id}")
