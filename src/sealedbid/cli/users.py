"""users: the people who can sign in."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

if TYPE_CHECKING:
    from datetime import datetime

app = typer.Typer(help="List, create, suspend and sign out people.", no_args_is_help=True)

Email: TypeAlias = Annotated[str, typer.Argument(help="The address that the person signs in with.")]


@app.command("list")
def list_users() -> None:
    """List the people who can sign in."""
    from rich.markup import escape

    from sealedbid.cli.tables import print_table
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import accounts
    from sealedbid.platform.owner import owner_conninfo

    def day(time: datetime | None) -> str:
        return "" if time is None else f"{time:%Y-%m-%d}"

    print_table(
        ("address", "name", "since", "last sign-in", "sessions", "suspended until"),
        [
            (
                escape(each.email),
                escape(each.full_name),
                day(each.created_at),
                day(each.last_sign_in_at),
                str(each.sessions),
                day(each.banned_until),
            )
            for each in accounts(owner_conninfo(read_settings()))
        ],
        whole=("address",),
    )


@app.command()
def create(
    email: Email,
    name: Annotated[str, typer.Option(help="The person's name, as colleagues see it.")],
    language: Annotated[str, typer.Option(help="The language of the mail: en or de.")] = "en",
) -> None:
    """Create an account; a mail asks for a password.

    Its address counts as proven: you vouch for it.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.accounts import create_person

    asyncio.run(create_person(read_settings(), email, name, locale=language))
    typer.echo(f"{email} has an account, and a mail with a link to choose a password.")


@app.command()
def suspend(
    email: Email,
    days: Annotated[
        int, typer.Option(min=1, max=36500, help="Days until the person may sign in again.")
    ] = 36500,
) -> None:
    """Suspend a person; their sessions end."""
    from datetime import UTC, datetime, timedelta

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import suspend_account
    from sealedbid.platform.owner import owner_conninfo

    until = datetime.now(UTC) + timedelta(days=days)
    ended = suspend_account(owner_conninfo(read_settings()), email, until)
    typer.echo(f"{email} is suspended until {until:%Y-%m-%d}; sessions that ended: {ended}.")


@app.command()
def restore(email: Email) -> None:
    """Let a person who was suspended sign in again."""
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import suspend_account
    from sealedbid.platform.owner import owner_conninfo

    suspend_account(owner_conninfo(read_settings()), email, None)
    typer.echo(f"{email} may sign in.")


@app.command("sign-out")
def sign_out(email: Email) -> None:
    """End all sessions of a person, who is told by mail."""
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import sign_out_account
    from sealedbid.platform.owner import owner_conninfo

    ended = sign_out_account(owner_conninfo(read_settings()), email)
    typer.echo(f"Sessions that ended: {ended}.")


@app.command("remove-factors")
def remove_factors(
    email: Annotated[
        str | None, typer.Argument(help="The address that the person signs in with.")
    ] = None,
    not_opened: Annotated[
        bool,
        typer.Option(
            "--not-opened",
            help="In place of an address: factors and passkeys of everybody who has a factor that "
            "secrets/factors.key does not open, because that file was lost.",
        ),
    ] = False,
) -> None:
    """Remove lost second factors and passkeys; the sessions end."""
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.installer import remove_factors
    from sealedbid.platform.owner import owner_conninfo
    from sealedbid.usecases.operating.factors import remove_not_opened

    if (email is None) is not not_opened:
        raise typer.BadParameter("give an address, or --not-opened")
    settings = read_settings()
    if email is None:
        for person, count in remove_not_opened(settings):
            typer.echo(f"{person}: factors and passkeys that were removed: {count}.")
    else:
        removed = remove_factors(owner_conninfo(settings), email)
        typer.echo(f"Factors and passkeys that were removed: {removed}.")


@app.command()
def provider(
    name: Annotated[Literal["google", "github"], typer.Argument(help="google or github.")],
    client_id: Annotated[
        str, typer.Option(help="The client's id, which the provider gave you.")
    ] = "",
    secret_file: Annotated[
        Path | None, typer.Option(help="File with the client's secret. Without: standard input.")
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="Turn it off.")] = False,
) -> None:
    """Let people sign in by Google or GitHub."""
    from sealedbid.auth.oauth.providers import PROVIDERS
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.providers import turn_off, turn_on

    title = PROVIDERS[name].title
    if off:
        was_on = turn_off(read_settings(), name)
        typer.echo(f"{title} is off." if was_on else f"{title} was off already.")
        return
    if not client_id.strip():
        raise typer.BadParameter("the provider gave you one", param_hint="--client-id")
    callback = turn_on(read_settings(), name, client_id.strip(), _secret(secret_file))
    typer.echo(f"{title} is on. Its callback address is {callback}")


@app.command()
def providers() -> None:
    """List the providers that people may sign in by."""
    from sealedbid.cli.tables import print_table
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.providers import list_providers

    print_table(
        ("provider", "file", "key", "state"),
        [
            (
                each.name,
                "yes" if each.has_file else "no",
                "yes" if each.has_key else "no",
                "on"
                if each.has_file and each.has_key
                else f"off: run `sealedbid users provider {each.name}` again"
                if each.has_file or each.has_key
                else "off",
            )
            for each in list_providers(read_settings())
        ],
    )


@app.command()
def elsewhere() -> None:
    """Let a Supabase project sign people in; sessions end.

    It is the one that SEALEDBID_SUPABASE_URL names to `serve`. Makes a new key for `serve`: run it
    again if that is lost, and after a restore.
    """
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.elsewhere import give_accounts_away

    ended = give_accounts_away(read_settings())
    typer.echo(f"People sign in elsewhere. Tokens that ended: {ended}.")


@app.command()
def here() -> None:
    """Let people sign in here again; all sessions end."""
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.elsewhere import take_accounts_back

    typer.echo(f"People sign in here. Tokens that ended: {take_accounts_back(read_settings())}.")


def _secret(path: Path | None) -> str:
    """Read the client's secret: never an argument, which others on the machine can see."""
    from sealedbid.platform.secrets import read_secret

    if path is not None:
        return read_secret(path)
    if sys.stdin.isatty():
        return str(typer.prompt("Client secret", hide_input=True)).strip()
    text = sys.stdin.readline(4096).strip()
    if not text:
        raise typer.BadParameter("standard input has no secret", param_hint="--secret-file")
    return text
