"""logins: the four database logins of the product."""

from __future__ import annotations

import typer

app = typer.Typer(help="Reset the passwords of the database logins.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Keep `reset` a verb of its own, though it is the only one."""


@app.command()
def reset() -> None:
    """Give the database logins new passwords.

    A login with a SEALEDBID_..._URL gets the password in it. Restart the processes that use
    them.
    """
    from rich.console import Console

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.migrations.roles import reset_passwords
    from sealedbid.platform.owner import owner_conninfo
    from sealedbid.platform.postgres.logins import LOGINS, login_password, password_path
    from sealedbid.platform.secrets import forget_secret

    settings = read_settings()
    conninfo = owner_conninfo(settings)
    for login in LOGINS:
        forget_secret(password_path(settings, login))
    reset_passwords(conninfo, lambda login: login_password(settings, login))
    Console(highlight=False).print(f"New passwords for {', '.join(LOGINS)}.")
